"""Questions in, answers out. Thin: what is said stands in texts.py, how it looks in messages.py, what is answered in
the conversation, which runs in a thread of its own. Leaves out buttons (buttons.py) and what admins do (admin.py).
"""

import asyncio
import contextlib
import functools

from telegram import Bot, InlineQueryResultArticle, InputTextMessageContent, MessageEntity, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatAction, ChatType
from telegram.ext import ContextTypes

from bot.conversation import Conversation
from bot.telegram import messages
from bot.telegram.buttons import below, pager
from bot.telegram.limits import Rate
from bot.telegram.memory import Sent
from bot.telegram.messages import Message
from bot.telegram.network import leaving
from bot.telegram.service import (
    NO_PREVIEW,
    Service,
    entities_of,
    place_of,
    quietly,
    texts_of,
    thread_of,
)
from bot.telegram.texts import EXAMPLE, Texts, texts_for
from bot.wording import is_greeting
from retrieval.errors import InputError
from retrieval.types import Answer

_DRAFT_AFTER = 1.0  # seconds
_INLINE_RESULTS = 5
_INLINE_QUERY = 256
_INLINE_SECONDS = 30


class Handlers:
    """What is done with each kind of message."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._rate = Rate(service.settings.telegram_questions_a_minute)
        self._turned_away = Rate(1)

    # -- questions ----------------------------------------------------------------------------------------------

    async def message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A message that may be a question: always in private, in groups when it is for the bot."""
        message = update.effective_message
        if message is None or (message.from_user and message.from_user.is_bot):
            return
        question = _for_the_bot(message, context.bot)
        if question is None or not await self._service.may(update):
            return
        if not question:
            await self._service.say(message, Message(texts_of(update).hint))
            return
        await self._ask(update, context.bot, message, question)

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/ask QUESTION."""
        message = update.effective_message
        if message is None or not await self._service.may(update):
            return
        question = " ".join(context.args or [])
        if question:
            await self._ask(update, context.bot, message, question)
        else:
            await self._service.say(message, Message(texts_of(update).ask_something))

    async def hint(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A voice message, a photo, a sticker: said to be none that can be read."""
        message = update.effective_message
        private = bool(message and message.chat.type == ChatType.PRIVATE)
        if message and (private or _is_reply_to(message, context.bot)) and await self._service.may(update):
            await self._service.say(message, Message(texts_of(update).hint))

    async def turn_away(self, update: Update) -> None:
        """Say "busy", once a minute to a chat, instead of doing what was asked."""
        texts, message = texts_of(update), update.effective_message
        if update.callback_query:
            await quietly(update.callback_query.answer(texts.busy))
        elif update.inline_query:
            await quietly(update.inline_query.answer([], cache_time=0))
        elif (
            message
            and _for_the_bot(message, update.get_bot()) is not None
            and self._turned_away.take(message.chat_id)
        ):
            await self._service.reply(update, lambda texts: Message(texts.busy))

    async def _ask(self, update: Update, bot: Bot, message: TelegramMessage, question: str) -> None:
        texts = texts_of(update)
        user = update.effective_user
        if not self._rate.take(user.id if user else message.chat_id):
            await self._service.say(message, Message(texts.too_fast))
            return
        await quietly(bot.send_chat_action(message.chat_id, ChatAction.TYPING, **place_of(message)))
        asking = asyncio.ensure_future(self._answer(message, question))
        await self._draft_if_slow(bot, message, asking, texts)
        try:
            answer = await asking
        except InputError as error:
            await self._service.say(message, Message(str(error)))
            return
        # From when it leaves it is not answered again after a crash: what is on its way may arrive.
        leaving.set(functools.partial(self._service.memory.leave, update.update_id))
        await self._send_answer(message, answer, texts)

    async def _answer(self, message: TelegramMessage, question: str) -> Answer:
        """The conversation's answer, which it remembers."""
        chat, thread = message.chat_id, thread_of(message)
        earlier, turns = self._service.memory.conversation(chat, thread)
        conversation = Conversation(self._service.answerer, earlier, turns)
        answer = await self._service.in_thread(conversation.ask, question)
        if not is_greeting(answer.resolved):
            self._service.memory.say(chat, thread, question, conversation.turns[-1])
        return answer

    async def _draft_if_slow(
        self, bot: Bot, message: TelegramMessage, asking: "asyncio.Future[Answer]", texts: Texts
    ) -> None:
        """One draft in a private chat when the answer takes long; whether it arrives is of no weight."""
        done, _ = await asyncio.wait({asking}, timeout=_DRAFT_AFTER)
        if not done and message.chat.type == ChatType.PRIVATE:
            await quietly(bot.send_message_draft(message.chat_id, message.message_id, texts.looking))

    async def _send_answer(self, message: TelegramMessage, answer: Answer, texts: Texts) -> None:
        """The answer as a reply; for an edited question the answer that was given is edited."""
        chat, thread = message.chat_id, thread_of(message)
        parts = messages.answer_messages(answer, texts)
        before = self._service.memory.answer_to(chat, message.message_id)
        keyboard = below(answer, texts)
        if before and await self._service.edit(message, before.message, parts[0], keyboard):
            self._service.memory.send(
                chat, message.message_id, [Sent(before.message, thread, answer.resolved, answer.read_as)]
            )
            return
        sent = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            message_id = await self._service.say(message, part, keyboard if last else None)
            if message_id:
                sent.append(Sent(message_id, thread, answer.resolved, answer.read_as))
        self._service.memory.send(chat, message.message_id, sent)

    # -- commands -----------------------------------------------------------------------------------------------

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/start."""
        await self._service.reply(update, lambda texts: Message(texts.start.format(example=EXAMPLE)))

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/help."""
        await self._service.reply(update, lambda texts: Message(texts.help.format(example=EXAMPLE)))

    async def about(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/about."""
        count = len(await self._service.in_thread(self._service.answerer.articles))
        days = self._service.settings.telegram_retention_days
        await self._service.reply(update, lambda texts: Message(texts.about.format(count=count, days=days)))

    async def articles(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/articles."""
        message = update.effective_message
        if message and await self._service.may(update):
            texts = texts_of(update)
            articles = await self._service.in_thread(self._service.answerer.articles)
            part, page, pages = messages.articles_message(articles, 0, texts)
            await self._service.say(message, part, pager("articles", page, pages))

    async def latest(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/latest: the five newest."""
        articles = (await self._service.in_thread(self._service.answerer.articles))[:5]
        await self._service.reply(update, lambda texts: messages.articles_message(articles, 0, texts)[0])

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/sources: where the last answer of this conversation stands."""
        message = update.effective_message
        if message is None or not await self._service.may(update):
            return
        sent = self._service.memory.last_answer(message.chat_id, thread_of(message))
        answer = await self._service.again(sent) if sent else None
        cited = [found.citation for found in answer.answers] if answer else []
        for part in messages.sources_messages(cited, texts_of(update)):
            await self._service.say(message, part)

    async def clear(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/clear: forget this conversation."""
        message = update.effective_message
        if message and await self._service.may(update):
            self._service.memory.clear(message.chat_id, thread_of(message))
            await self._service.say(message, Message(texts_of(update).cleared))

    # -- inline -------------------------------------------------------------------------------------------------

    async def inline(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """`@bot who thanked Cambodia` in any chat: finished messages to choose from."""
        query = update.inline_query
        if query is None:
            return
        question = query.query.strip()[:_INLINE_QUERY]
        results: list[InlineQueryResultArticle] = []
        person = query.from_user
        if question and self._service.knows(person.id) and self._rate.take(person.id):
            with contextlib.suppress(InputError):
                answer = await self._service.in_thread(Conversation(self._service.answerer).ask, question)
                results = _inline_results(answer, texts_for(person.language_code))
        await quietly(context.bot.answer_inline_query(query.id, results, cache_time=_INLINE_SECONDS))


def _for_the_bot(message: TelegramMessage, bot: Bot) -> str | None:
    """The question in a message, without the bot's name; "" when only that stands there, None when it is for
    others.
    """
    text = message.text or message.caption or ""
    name = f"@{bot.username}"
    mentioned = any(
        words.casefold() == name.casefold() for words in message.parse_entities([MessageEntity.MENTION]).values()
    )
    if message.chat.type == ChatType.PRIVATE or message.business_connection_id:
        mentioned = True
    elif not mentioned and not _is_reply_to(message, bot):
        return None
    at = text.casefold().find(name.casefold())
    return (text[:at] + text[at + len(name) :] if at >= 0 else text).strip(" ,:")


def _is_reply_to(message: TelegramMessage, bot: Bot) -> bool:
    replied = message.reply_to_message
    return bool(replied and replied.from_user and replied.from_user.id == bot.id)


def _inline_results(answer: Answer, texts: Texts) -> list[InlineQueryResultArticle]:
    results = []
    for number, found in enumerate([*answer.answers, *answer.others][:_INLINE_RESULTS]):
        part = messages.found_message(found, texts)
        content = InputTextMessageContent(part.text, entities=entities_of(part), link_preview_options=NO_PREVIEW)
        title = found.text.replace("\n", " ")[:100]
        description = found.citation.sentence.replace("\n", " ")[:200]
        results.append(InlineQueryResultArticle(str(number), title, content, description=description))
    return results
