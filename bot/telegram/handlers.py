"""Updates in, messages out. Thin: what is said stands in texts.py, how it looks in messages.py, what is answered in
the conversation, which runs in a thread of its own.
"""

import asyncio
import contextlib
import functools
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram import Message as TelegramMessage
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, Forbidden, TelegramError, TimedOut
from telegram.ext import ContextTypes

from bot.conversation import Conversation, Turn
from bot.settings import Settings
from bot.telegram import messages
from bot.telegram.limits import WAITING, Rate
from bot.telegram.memory import Memory, Sent
from bot.telegram.messages import Message
from bot.telegram.texts import EXAMPLE, Texts, texts_for
from retrieval.answer import Answerer
from retrieval.errors import InputError
from retrieval.types import Answer

_T = TypeVar("_T")
_log = logging.getLogger("clippings.telegram")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_DRAFT_AFTER = 1.0  # seconds
_PROGRESS_EVERY = 3.0
_INLINE_RESULTS = 5
_INLINE_QUERY = 256
_INLINE_SECONDS = 30
_ANSWER_WORDS = 300  # characters that are remembered


class Handlers:
    """What is done with each kind of update."""

    def __init__(self, answerer: Answerer, memory: Memory, settings: Settings) -> None:
        self._answerer = answerer
        self._memory = memory
        self._settings = settings
        self._rate = Rate(settings.telegram_questions_a_minute)
        self._reader = ThreadPoolExecutor(1, "answers")  # the Answerer takes one question at a time
        self._waiting = 0
        self._reembedding = asyncio.Lock()

    # -- questions ----------------------------------------------------------------------------------------------

    async def message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A message that may be a question: always in private, in groups when it is for the bot."""
        message = update.effective_message
        if message is None or (message.from_user and message.from_user.is_bot):
            return
        question = _for_the_bot(message, context.bot)
        if question is None or not await self._may(update):
            return
        if not question:
            await self._say(message, Message(_texts(update).hint))
            return
        await self._ask(update, context.bot, message, question)

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/ask QUESTION."""
        message = update.effective_message
        if message is None or not await self._may(update):
            return
        question = " ".join(context.args or [])
        if question:
            await self._ask(update, context.bot, message, question)
        else:
            await self._say(message, Message(_texts(update).ask_something))

    async def hint(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A voice message, a photo, a sticker: said to be none that can be read."""
        message = update.effective_message
        private = bool(message and message.chat.type == ChatType.PRIVATE)
        if message and (private or _is_reply_to(message, context.bot)) and await self._may(update):
            await self._say(message, Message(_texts(update).hint))

    async def _ask(self, update: Update, bot: Bot, message: TelegramMessage, question: str) -> None:
        texts = _texts(update)
        user = update.effective_user
        if not self._rate.take(user.id if user else message.chat_id):
            await self._say(message, Message(texts.too_fast))
            return
        if self._waiting >= WAITING:
            await self._say(message, Message(texts.busy))
            return
        await _quietly(bot.send_chat_action(message.chat_id, ChatAction.TYPING, **_place(message)))
        asking = asyncio.ensure_future(self._answer(message, question))
        await self._draft_if_slow(bot, message, asking, texts)
        try:
            answer = await asking
        except InputError as error:
            await self._say(message, Message(str(error)))
            return
        # From here on it is not asked again after a crash: what is on its way may arrive.
        self._memory.finish(update.update_id)
        await self._send_answer(message, answer, texts)

    async def _answer(self, message: TelegramMessage, question: str) -> Answer:
        """The conversation's answer, which it remembers."""
        chat, thread = message.chat_id, _thread(message)
        earlier, last = self._memory.conversation(chat, thread)
        conversation = Conversation(self._answerer, earlier, last)
        answer = await self._in_thread(conversation.ask, question)
        said = answer.answers[0].text if answer.answers else ""
        self._memory.say(chat, thread, question, Turn(answer.resolved, said[:_ANSWER_WORDS]))
        return answer

    async def _in_thread(self, work: Callable[..., _T], *values: Any) -> _T:
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._reader, functools.partial(work, *values))
        finally:
            self._waiting -= 1

    async def _draft_if_slow(
        self, bot: Bot, message: TelegramMessage, asking: "asyncio.Future[Answer]", texts: Texts
    ) -> None:
        """One draft in a private chat when the answer takes long; whether it arrives is of no weight."""
        done, _ = await asyncio.wait({asking}, timeout=_DRAFT_AFTER)
        if not done and message.chat.type == ChatType.PRIVATE:
            await _quietly(bot.send_message_draft(message.chat_id, message.message_id, texts.looking))

    async def _send_answer(self, message: TelegramMessage, answer: Answer, texts: Texts) -> None:
        """The answer as a reply; for an edited question the answer that was given is edited."""
        chat, thread = message.chat_id, _thread(message)
        parts = messages.answer_messages(answer, texts)
        before = self._memory.answer_to(chat, message.message_id)
        keyboard = _keyboard(texts) if answer.answers else None
        if before and await self._edit(message, before.message, parts[0], keyboard):
            self._memory.send(
                chat, message.message_id, [Sent(before.message, thread, answer.resolved, answer.read_as)]
            )
            return
        sent = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            message_id = await self._say(message, part, keyboard if last else None)
            if message_id:
                sent.append(Sent(message_id, thread, answer.resolved, answer.read_as))
        self._memory.send(chat, message.message_id, sent)

    async def _edit(
        self, message: TelegramMessage, answer: int, part: Message, keyboard: InlineKeyboardMarkup | None
    ) -> bool:
        """Whether the answer stands there now."""
        try:
            await message.get_bot().edit_message_text(
                part.text,
                chat_id=message.chat_id,
                message_id=answer,
                entities=_entities(part),
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard,
                business_connection_id=message.business_connection_id,
            )
        except BadRequest as error:
            return "not modified" in str(error).lower()
        return True

    async def _say(
        self, message: TelegramMessage, part: Message, keyboard: InlineKeyboardMarkup | None = None
    ) -> int | None:
        """Reply with a message; its id, or None when Telegram does not say whether it arrived, or was blocked."""
        try:
            sent = await message.get_bot().send_message(
                message.chat_id,
                part.text,
                entities=_entities(part),
                link_preview_options=_NO_PREVIEW,
                reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
                reply_markup=keyboard,
                **_place(message),
            )
        except Forbidden:  # blocked, or thrown out of the group
            self._memory.clear(message.chat_id)
            return None
        except TimedOut:  # it may have arrived: said once more it would stand there twice
            _log.warning("a message to chat %s timed out", message.chat_id)
            return None
        return sent.message_id

    # -- buttons ------------------------------------------------------------------------------------------------

    async def button(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A button below an answer, or of a page. Always answered, also when it comes from nowhere."""
        query = update.callback_query
        if query is None:
            return
        texts = _texts(update)
        notice: str | None = texts.stale
        try:
            if await self._may(update, quietly=True):
                notice = await self._pressed(query, texts)
        finally:
            await _quietly(query.answer(notice))

    async def _pressed(self, query: CallbackQuery, texts: Texts) -> str | None:
        """What to say beside the button; None when a message was sent instead."""
        what, _, number = (query.data or "").partition(":")
        message = query.message
        if not isinstance(message, TelegramMessage):
            return texts.stale
        if what == "articles":
            return await self._turn_page(message, number, texts)
        if what == "unhelpful":
            self._memory.count("unhelpful")
            return texts.thanks
        sent = self._memory.sent(message.chat_id, message.message_id)
        if sent is None or what not in ("context", "more", "sources"):
            return texts.stale
        answer = await self._again(sent)
        if not answer.answers:
            return texts.stale
        if what == "more" and not answer.others:
            return texts.no_more
        for part in _behind_button(what, answer, texts):
            await self._say(message, part)
        return None

    async def _again(self, sent: Sent) -> Answer:
        """The answer as the articles have it now."""
        return await self._in_thread(self._answerer.answer, sent.asked, sent.asked, sent.read_as or None)

    # -- commands -----------------------------------------------------------------------------------------------

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/start."""
        await self._reply(update, lambda texts: Message(texts.start.format(example=EXAMPLE)))

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/help."""
        await self._reply(update, lambda texts: Message(texts.help.format(example=EXAMPLE)))

    async def about(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/about."""
        count = len(await self._in_thread(self._answerer.articles))
        days = self._settings.telegram_retention_days
        await self._reply(update, lambda texts: Message(texts.about.format(count=count, days=days)))

    async def articles(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/articles."""
        message = update.effective_message
        if message and await self._may(update):
            texts = _texts(update)
            page, pages = messages.articles_message(await self._in_thread(self._answerer.articles), 0, texts)
            await self._say(message, page, _pager(0, pages))

    async def latest(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/latest: the five newest."""
        articles = (await self._in_thread(self._answerer.articles))[:5]
        await self._reply(update, lambda texts: messages.articles_message(articles, 0, texts)[0])

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/sources: where the last answer of this conversation stands."""
        message = update.effective_message
        if message is None or not await self._may(update):
            return
        sent = self._memory.last_answer(message.chat_id, _thread(message))
        answer = await self._again(sent) if sent else None
        cited = [found.citation for found in answer.answers] if answer else []
        for part in messages.sources_messages(cited, _texts(update)):
            await self._say(message, part)

    async def clear(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/clear: forget this conversation."""
        message = update.effective_message
        if message and await self._may(update):
            self._memory.clear(message.chat_id, _thread(message))
            await self._say(message, Message(_texts(update).cleared))

    async def _turn_page(self, message: TelegramMessage, number: str, texts: Texts) -> str | None:
        if not number.isdecimal() or len(number) > 6:
            return texts.stale
        part, pages = messages.articles_message(await self._in_thread(self._answerer.articles), int(number), texts)
        page = min(int(number), pages - 1)
        await self._edit(message, message.message_id, part, _pager(page, pages))
        return None

    # -- for admins ---------------------------------------------------------------------------------------------

    async def add(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A file with /add as its caption: put into the collection."""
        message = update.effective_message
        if message is None or not await self._is_admin(update):
            return
        document = message.document
        name = Path(document.file_name or "").name if document else ""
        if document is None or not name:
            await self._say(message, Message(_texts(update).usage_add))
            return
        with tempfile.TemporaryDirectory() as scratch:
            try:
                file = await document.get_file()
                await file.download_to_drive(Path(scratch) / name)
            except TelegramError as error:
                await self._say(message, Message(_texts(update).not_reembedded.format(lines=error.message)))
                return
            await self._change(update, message, ["add", "--", str(Path(scratch) / name)])

    async def remove(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/remove ID: take out of the collection; the file is kept."""
        message = update.effective_message
        if message is None or not await self._is_admin(update):
            return
        if context.args:
            await self._change(update, message, ["remove", "--", *context.args])
        else:
            await self._say(message, Message(_texts(update).usage_remove))

    async def reembed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/reembed: bring the index in line."""
        message = update.effective_message
        if message and await self._is_admin(update):
            await self._change(update, message, ["reembed"])

    async def stats(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/stats."""
        message = update.effective_message
        if message is None or not await self._is_admin(update):
            return
        articles, sentences, _ = await self._in_thread(self._answerer.counts)
        counts = {"unhelpful": 0, **self._memory.counts()}
        text = _texts(update).stats.format(articles=articles, sentences=sentences, **counts)
        await self._say(message, Message(text))

    async def _change(self, update: Update, message: TelegramMessage, arguments: Sequence[str]) -> None:
        """Run a command that changes the collection in a process of its own: torch stays out of this one."""
        texts = _texts(update)
        async with self._reembedding:
            note = await self._say(message, Message(texts.reembedding.format(seconds=0)))
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                *arguments,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )
            output = asyncio.ensure_future(process.communicate())
            seconds = 0.0
            while not (await asyncio.wait({output}, timeout=_PROGRESS_EVERY))[0]:
                seconds += _PROGRESS_EVERY
                if note:
                    running = Message(texts.reembedding.format(seconds=round(seconds)))
                    await _quietly(self._edit(message, note, running, None))
            printed, _ = await output
            lines = printed.decode("utf-8", "replace").strip()[-1500:]
            ended = Message((texts.not_reembedded if process.returncode else texts.reembedded).format(lines=lines))
            if not (note and await self._edit(message, note, ended, None)):
                await self._say(message, ended)

    async def _is_admin(self, update: Update) -> bool:
        user = update.effective_user
        if user and user.id in self._settings.telegram_admins:
            return True
        if update.effective_message and await self._may(update):
            await self._say(update.effective_message, Message(_texts(update).admins_only))
        return False

    # -- inline -------------------------------------------------------------------------------------------------

    async def inline(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """`@bot who thanked Cambodia` in any chat: finished messages to choose from."""
        query = update.inline_query
        if query is None:
            return
        question = query.query.strip()[:_INLINE_QUERY]
        results: list[InlineQueryResultArticle] = []
        allowed = not self._settings.telegram_allowed_chats or self._known(query.from_user.id)
        if question and allowed and self._waiting < WAITING and self._rate.take(query.from_user.id):
            texts = texts_for(query.from_user.language_code)
            with contextlib.suppress(InputError):
                results = _inline_results(await self._in_thread(self._answerer.answer, question), texts)
        await _quietly(context.bot.answer_inline_query(query.id, results, cache_time=_INLINE_SECONDS))

    # -- who may ------------------------------------------------------------------------------------------------

    def _known(self, number: int) -> bool:
        return number in self._settings.telegram_allowed_chats or number in self._settings.telegram_admins

    async def _may(self, update: Update, *, quietly: bool = False) -> bool:
        """Whether this chat is answered; a polite refusal once an hour when it is not."""
        chat, user = update.effective_chat, update.effective_user
        if not self._settings.telegram_allowed_chats:
            return True
        if (chat and self._known(chat.id)) or (user and user.id in self._settings.telegram_admins):
            return True
        if chat and update.effective_message and not quietly and self._memory.may_refuse(chat.id):
            await self._say(update.effective_message, Message(_texts(update).refused.format(chat=chat.id)))
        return False

    async def _reply(self, update: Update, make: Callable[[Texts], Message]) -> None:
        message = update.effective_message
        if message and await self._may(update):
            await self._say(message, make(_texts(update)))


def _texts(update: Update) -> Texts:
    return texts_for(update.effective_user.language_code if update.effective_user else None)


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


def _thread(message: TelegramMessage) -> int:
    return (message.message_thread_id or 0) if message.is_topic_message else 0


def _place(message: TelegramMessage) -> dict[str, Any]:
    """Where in its chat a message stands: the topic, the business connection."""
    place: dict[str, Any] = {}
    if _thread(message):
        place["message_thread_id"] = _thread(message)
    if message.business_connection_id:
        place["business_connection_id"] = message.business_connection_id
    return place


def _entities(part: Message) -> list[MessageEntity]:
    """Marks as Telegram counts them, in UTF-16 units."""
    marks = [MessageEntity(m.kind, m.start, m.end - m.start, url=m.url) for m in part.marks]
    return list(MessageEntity.adjust_message_entities_to_utf_16(part.text, marks))


def _keyboard(texts: Texts) -> InlineKeyboardMarkup:
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


def _behind_button(what: str, answer: Answer, texts: Texts) -> list[Message]:
    found = [*answer.answers, *answer.others]
    if what == "context":
        return [messages.context_message(found[0].citation, texts)]
    if what == "sources":
        return messages.sources_messages([one.citation for one in found], texts)
    return messages.joined(messages.found_message(one, texts) for one in answer.others)


def _pager(page: int, pages: int) -> InlineKeyboardMarkup | None:
    buttons = [
        InlineKeyboardButton(sign, callback_data=f"articles:{to}")
        for sign, to in (("‹", page - 1), ("›", page + 1))
        if 0 <= to < pages
    ]
    return InlineKeyboardMarkup([buttons]) if buttons else None


def _inline_results(answer: Answer, texts: Texts) -> list[InlineQueryResultArticle]:
    results = []
    for number, found in enumerate([*answer.answers, *answer.others][:_INLINE_RESULTS]):
        part = messages.found_message(found, texts)
        content = InputTextMessageContent(part.text, entities=_entities(part), link_preview_options=_NO_PREVIEW)
        title = found.text.replace("\n", " ")[:100]
        description = found.citation.sentence.replace("\n", " ")[:200]
        results.append(InlineQueryResultArticle(str(number), title, content, description=description))
    return results


async def _quietly(call: Awaitable[Any]) -> None:
    """Something nice to have: whatever Telegram, or a server in its place, says to it is of no weight."""
    try:
        await call
    except TelegramError as error:
        _log.debug("left out: %s", error)
