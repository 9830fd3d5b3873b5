"""What takes too long to wait for in a whole bot; over real HTTP all the same."""

import asyncio
from pathlib import Path

import pytest
from telegram import Bot, Message

from bot.settings import Settings
from bot.telegram.handlers import Handlers
from bot.telegram.memory import Memory
from bot.telegram.service import Service
from bot.telegram.texts import ENGLISH
from retrieval.answer import Answerer
from retrieval.types import Answer, Verdict
from tests.telegram.server import TOKEN, Server

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(("chat", "seconds", "drafts"), [(7, 1.3, 1), (7, 0.0, 0), (-5, 1.3, 0)])
async def test_who_waits_long_gets_one_draft_in_private(
    server: Server, answerer: Answerer, tmp_path: Path, chat: int, seconds: float, drafts: int
) -> None:
    async def slow() -> Answer:
        await asyncio.sleep(seconds)
        return Answer("Who?", "Who?", Verdict.NOT_FOUND)

    handlers = Handlers(Service(answerer, Memory(tmp_path / "telegram.db"), Settings()))
    async with Bot(TOKEN, base_url=f"{server.url}/bot") as bot:
        message = Message.de_json(server.message(chat, text="Who?"), bot)
        asking = asyncio.ensure_future(slow())
        await handlers._draft_if_slow(bot, message, asking, ENGLISH)
        await asking
    assert [call.given["text"] for call in server.of("sendMessageDraft")] == [ENGLISH.looking] * drafts
