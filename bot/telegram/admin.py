"""What admins do to the collection from a chat. The work is done by the same commands as in a terminal, in a process
of its own: torch stays out of the bot.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.telegram.messages import Message
from bot.telegram.service import Service, quietly, texts_of
from bot.telegram.texts import Texts

_PROGRESS_EVERY = 3.0  # seconds
_ADDRESS = re.compile(r"https?://\S+", re.I)


class Admin:
    """Their commands."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._changing = asyncio.Lock()

    async def add(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/add URL..., or a file with /add as its caption: put into the collection."""
        message = update.effective_message
        if message is None or not await self._service.is_admin(update):
            return
        texts = texts_of(update)
        name = Path(message.document.file_name or "").name if message.document else ""
        addresses = _ADDRESS.findall(message.text or "")
        if name:
            await self._add_file(message, name, texts)
        elif addresses:
            await self._change(message, ["add", "--", *addresses], texts)
        else:
            await self._service.say(message, Message(texts.usage_add))

    async def _add_file(self, message: TelegramMessage, name: str, texts: Texts) -> None:
        assert message.document  # noqa: S101 # it has a name
        with tempfile.TemporaryDirectory() as scratch:
            try:
                file = await message.document.get_file()
                await file.download_to_drive(Path(scratch) / name)
            except TelegramError as error:
                await self._service.say(message, Message(texts.not_reembedded.format(lines=error.message)))
                return
            await self._change(message, ["add", "--", str(Path(scratch) / name)], texts)

    async def remove(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/remove ID: take out of the collection; the file is kept."""
        message = update.effective_message
        if message is None or not await self._service.is_admin(update):
            return
        texts = texts_of(update)
        if context.args:
            await self._change(message, ["remove", "--", *context.args], texts)
        else:
            await self._service.say(message, Message(texts.usage_remove))

    async def reembed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/reembed: bring the index in line."""
        message = update.effective_message
        if message and await self._service.is_admin(update):
            await self._change(message, ["reembed"], texts_of(update))

    async def stats(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/stats."""
        message = update.effective_message
        if message is None or not await self._service.is_admin(update):
            return
        articles, sentences, _ = await self._service.in_thread(self._service.answerer.counts)
        counts = {"unhelpful": 0, **self._service.memory.counts()}
        text = texts_of(update).stats.format(articles=articles, sentences=sentences, **counts)
        await self._service.say(message, Message(text))

    async def _change(self, message: TelegramMessage, arguments: Sequence[str], texts: Texts) -> None:
        """Run a command that changes the collection; one message tells how far it is, and then how it ended."""
        service = self._service
        async with self._changing:
            note = await service.say(message, Message(texts.reembedding.format(seconds=0)))
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
                    await quietly(service.edit(message, note, running, None))
            printed, _ = await output
            lines = printed.decode("utf-8", "replace").strip()[-1500:]
            ended = Message((texts.not_reembedded if process.returncode else texts.reembedded).format(lines=lines))
            if not (note and await service.edit(message, note, ended, None)):
                await service.say(message, ended)
