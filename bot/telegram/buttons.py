"""The buttons below answers and pages. What they need is found again from the message that they hang on."""

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram import Message as TelegramMessage
from telegram.ext import ContextTypes

from bot.telegram import messages
from bot.telegram.memory import Sent
from bot.telegram.messages import Message
from bot.telegram.service import Service, quietly, texts_of
from bot.telegram.texts import Texts
from retrieval.types import Answer


class Buttons:
    """What is done when one is pressed."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def pressed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Always answered, also when it comes from nowhere."""
        query = update.callback_query
        if query is None:
            return
        texts = texts_of(update)
        notice: str | None = texts.stale
        try:
            if await self._service.may(update, quietly=True):
                notice = await self._do(query, texts)
        finally:
            await quietly(query.answer(notice))

    async def _do(self, query: CallbackQuery, texts: Texts) -> str | None:
        """What to say beside the button; None when a message was sent or changed instead."""
        what, _, number = (query.data or "").partition(":")
        message = query.message
        if not isinstance(message, TelegramMessage):
            return texts.stale
        if what == "articles":
            return await self._articles(message, number, texts)
        if what == "unhelpful":
            self._service.memory.count("unhelpful")
            return texts.thanks
        sent = self._service.memory.sent(message.chat_id, message.message_id)
        if sent is None or what not in ("context", "more", "sources", "pairs"):
            return texts.stale
        return await self._of_answer(message, sent, what, number, texts)

    async def _of_answer(
        self, message: TelegramMessage, sent: Sent, what: str, number: str, texts: Texts
    ) -> str | None:
        answer = await self._service.again(sent)
        if not answer.answers:
            return texts.stale
        if what == "pairs":
            if not _is_page(number) or not messages.is_paged(answer):
                return texts.stale
            part, page, pages = messages.pairs_message(answer, int(number), texts)
            await self._service.edit(message, message.message_id, part, pager("pairs", page, pages, texts))
            return None
        if what == "more" and not answer.others:
            return texts.no_more
        for part in _behind(what, answer, texts):
            await self._service.say(message, part)
        return None

    async def _articles(self, message: TelegramMessage, number: str, texts: Texts) -> str | None:
        if not _is_page(number):
            return texts.stale
        articles = await self._service.in_thread(self._service.answerer.articles)
        part, page, pages = messages.articles_message(articles, int(number), texts)
        await self._service.edit(message, message.message_id, part, pager("articles", page, pages))
        return None


def below(answer: Answer, texts: Texts) -> InlineKeyboardMarkup | None:
    """The buttons of an answer."""
    if not answer.answers:
        return None
    if messages.is_paged(answer):
        return pager("pairs", 0, messages.pages_of(answer), texts)
    rows = [
        [
            InlineKeyboardButton(texts.context, callback_data="context"),
            InlineKeyboardButton(texts.more, callback_data="more"),
        ],
        [
            InlineKeyboardButton(texts.sources, callback_data="sources"),
            InlineKeyboardButton(texts.unhelpful, callback_data="unhelpful"),
        ],
    ]
    return InlineKeyboardMarkup(rows)


def pager(what: str, page: int, pages: int, texts: Texts | None = None) -> InlineKeyboardMarkup | None:
    """Buttons to the page before and behind; with texts also those that an answer has on every page."""
    turn = [
        InlineKeyboardButton(sign, callback_data=f"{what}:{to}")
        for sign, to in (("‹", page - 1), ("›", page + 1))
        if 0 <= to < pages
    ]
    rows = [turn] if turn else []
    if texts:
        rows.append(
            [
                InlineKeyboardButton(texts.sources, callback_data="sources"),
                InlineKeyboardButton(texts.unhelpful, callback_data="unhelpful"),
            ]
        )
    return InlineKeyboardMarkup(rows) if rows else None


def _behind(what: str, answer: Answer, texts: Texts) -> list[Message]:
    found = [*answer.answers, *answer.others]
    if what == "context":
        return [messages.context_message(found[0].citation, texts)]
    if what == "sources":
        return messages.sources_messages([one.citation for one in found], texts)
    return messages.joined(messages.found_message(one, texts) for one in answer.others)


def _is_page(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) <= 6
