"""What every handler needs: answers off the event loop, messages out, and who may ask."""

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, ReplyParameters, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest, Forbidden, TelegramError, TimedOut

from bot.conversation import answered
from bot.settings import Settings
from bot.telegram.memory import Memory, Sent
from bot.telegram.messages import Message
from bot.telegram.texts import Texts, texts_for
from retrieval.answer import Answerer
from retrieval.types import Answer

_T = TypeVar("_T")
_log = logging.getLogger("clippings.telegram")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Service:
    """The answerer, the memory and the ways to speak."""

    def __init__(self, answerer: Answerer, memory: Memory, settings: Settings) -> None:
        self.answerer = answerer
        self.memory = memory
        self.settings = settings
        self._thread = ThreadPoolExecutor(1, "answers")  # the Answerer takes one question at a time

    # -- answers ------------------------------------------------------------------------------------------------

    async def in_thread(self, work: Callable[..., _T], *values: Any) -> _T:
        """The work's result; the event loop goes on meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, functools.partial(work, *values))

    async def again(self, sent: Sent) -> Answer:
        """An answer that was given, as the articles have it now."""
        if sent.read_as:
            return await self.in_thread(self.answerer.answer, sent.asked, sent.asked, sent.read_as)
        return await self.in_thread(answered, self.answerer, sent.asked, sent.asked)

    # -- messages -----------------------------------------------------------------------------------------------

    async def say(
        self, message: TelegramMessage, part: Message, keyboard: InlineKeyboardMarkup | None = None
    ) -> int | None:
        """Reply with a message; its id, or None when Telegram does not say whether it arrived, or was blocked."""
        try:
            sent = await message.get_bot().send_message(
                message.chat_id,
                part.text,
                entities=entities_of(part),
                link_preview_options=NO_PREVIEW,
                reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
                reply_markup=keyboard,
                **place_of(message),
            )
        except Forbidden:  # blocked, or thrown out of the group
            self.memory.clear(message.chat_id)
            return None
        except TimedOut:  # it may have arrived: said once more it would stand there twice
            _log.warning("a message to chat %s timed out", message.chat_id)
            return None
        return sent.message_id

    async def edit(
        self, message: TelegramMessage, number: int, part: Message, keyboard: InlineKeyboardMarkup | None
    ) -> bool:
        """Put other words into a message of the bot in the message's chat. Whether they stand there now."""
        try:
            await message.get_bot().edit_message_text(
                part.text,
                chat_id=message.chat_id,
                message_id=number,
                entities=entities_of(part),
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard,
                business_connection_id=message.business_connection_id,
            )
        except BadRequest as error:
            return "not modified" in str(error).lower()
        return True

    async def reply(self, update: Update, make: Callable[[Texts], Message]) -> None:
        """Reply in the person's language, if they may ask at all."""
        message = update.effective_message
        if message and await self.may(update):
            await self.say(message, make(texts_of(update)))

    # -- who may ------------------------------------------------------------------------------------------------

    def knows(self, number: int) -> bool:
        """Whether a chat or person is one of those who may ask."""
        allowed = self.settings.telegram_allowed_chats
        return not allowed or number in allowed or number in self.settings.telegram_admins

    async def may(self, update: Update, *, quietly: bool = False) -> bool:
        """Whether this chat is answered; a polite refusal once an hour when it is not."""
        chat, user = update.effective_chat, update.effective_user
        if (chat and self.knows(chat.id)) or (user and user.id in self.settings.telegram_admins):
            return True
        if chat and update.effective_message and not quietly and self.memory.may_refuse(chat.id):
            await self.say(update.effective_message, Message(texts_of(update).refused.format(chat=chat.id)))
        return False

    async def is_admin(self, update: Update) -> bool:
        """Whether it comes from an admin; others who may ask are told that they are none."""
        user = update.effective_user
        if user and user.id in self.settings.telegram_admins:
            return True
        await self.reply(update, lambda texts: Message(texts.admins_only))
        return False


def texts_of(update: Update) -> Texts:
    """In the language of the person whom an update is from."""
    return texts_for(update.effective_user.language_code if update.effective_user else None)


def thread_of(message: TelegramMessage) -> int:
    """The topic; 0 where there is none."""
    return (message.message_thread_id or 0) if message.is_topic_message else 0


def place_of(message: TelegramMessage) -> dict[str, Any]:
    """Where in its chat a message stands: the topic, the business connection."""
    place: dict[str, Any] = {}
    if thread_of(message):
        place["message_thread_id"] = thread_of(message)
    if message.business_connection_id:
        place["business_connection_id"] = message.business_connection_id
    return place


def entities_of(part: Message) -> list[MessageEntity]:
    """Marks as Telegram counts them, in UTF-16 units."""
    marks = [MessageEntity(m.kind, m.start, m.end - m.start, url=m.url) for m in part.marks]
    return list(MessageEntity.adjust_message_entities_to_utf_16(part.text, marks))


async def quietly(call: Awaitable[Any]) -> None:
    """Something nice to have: whatever Telegram, or a server in its place, says to it is of no weight."""
    try:
        await call
    except TelegramError as error:
        _log.debug("left out: %s", error)
