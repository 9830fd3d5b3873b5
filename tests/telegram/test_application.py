import asyncio
import io
import logging
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update
from telegram.error import Conflict, NetworkError, TimedOut

from bot.telegram.application import Conflicts, Inbox, WithoutToken
from bot.telegram.limits import WAITING
from bot.telegram.memory import Memory

TOKEN = "123:AbC-dEf_secret"  # noqa: S105


@given(st.text(max_size=20), st.sampled_from([TOKEN, TOKEN.split(":")[1], f"https://x/bot{TOKEN}/getMe"]))
def test_no_line_holds_the_token(around: str, leak: str) -> None:
    record = logging.LogRecord("httpx", logging.ERROR, "f", 1, "%s %s", (around, leak), None)
    line = WithoutToken(TOKEN).format(record)
    assert "AbC-dEf_secret" not in line


def test_a_traceback_does_not_hold_it_either() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(WithoutToken(TOKEN))
    log = logging.Logger("x")
    log.addHandler(handler)
    try:
        raise ValueError(f"bad url https://api/bot{TOKEN}/x")
    except ValueError:
        log.error("failed: %s", TOKEN, exc_info=sys.exc_info())
    assert "ValueError: bad url https://api/bot…/x" in stream.getvalue()
    assert "secret" not in stream.getvalue()


def test_a_single_conflict_is_waited_out_and_lasting_ones_end_the_bot() -> None:
    end = asyncio.Event()
    conflicts = Conflicts(end)
    conflicts(Conflict("other"))
    for _ in range(10):
        conflicts(NetworkError("lost"))
    assert not end.is_set()
    for _ in range(3):
        conflicts(Conflict("other"))
    assert end.is_set()
    assert conflicts.lasting


async def never(update: Update) -> None:
    raise AssertionError


def test_an_update_enters_the_queue_once_and_is_on_disk_before(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "telegram.db")
    inbox = Inbox(memory, never)

    async def receive() -> None:
        for number in (1, 2, 1):
            await inbox.put(Update(number))
        await inbox.put("the library's own signal to stop")

    asyncio.run(receive())
    assert inbox.qsize() == 3
    assert memory.unfinished() == [Update(1).to_json(), Update(2).to_json()]


def test_what_finds_too_many_before_it_is_turned_away_at_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "telegram.db")
    away: list[int] = []

    async def turn_away(update: Update) -> None:
        away.append(update.update_id)
        if update.update_id % 2:
            raise TimedOut

    inbox = Inbox(memory, turn_away)

    async def receive() -> None:
        for number in range(1, WAITING + 4):
            await inbox.put(Update(number))
        await inbox.put("the library's own signal to stop")
        await asyncio.sleep(0.01)

    asyncio.run(receive())
    assert away == [WAITING + 1, WAITING + 2, WAITING + 3]
    assert inbox.qsize() == WAITING + 1
    assert len(memory.unfinished()) == WAITING


@pytest.mark.parametrize("given_", ["123, -100456", "123;-100456", " 123 -100456 "])
def test_chats_are_written_in_one_line(given_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.settings import read_settings

    monkeypatch.setenv("CLIPPINGS_TELEGRAM_ALLOWED_CHATS", given_)
    settings = read_settings()
    assert settings.telegram_allowed_chats == (123, -100456)


def test_settings_do_not_print_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.settings import read_settings

    monkeypatch.setenv("CLIPPINGS_TELEGRAM_TOKEN", TOKEN)
    settings = read_settings()
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert TOKEN not in f"{settings!r} {settings}"
