"""The bot as a user starts it: a process, talking HTTP to a server of its own."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.telegram.server import TOKEN, Server

Start = Callable[..., AbstractAsyncContextManager[asyncio.subprocess.Process]]

ASKED = "Who invited Pompeo to visit Cambodia?"
SENTENCE = "The prime minister invited Pompeo to visit Cambodia."
ARTICLE = """---
title: The call
published: 2020-04-23
source: Mekong Ledger
url: https://example.org/call
---
Pompeo thanked Cambodia for helping the passengers. Hun Sen thanked the US for its aid.

The prime minister invited Pompeo to visit Cambodia. 👩‍👧 The council of Lervik accused the county.
"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus and its finished index."""
    import subprocess

    folder = tmp_path_factory.mktemp("bot")
    (folder / "articles").mkdir()
    (folder / "articles" / "call.md").write_text(ARTICLE, "utf-8")
    subprocess.run([sys.executable, "-m", "bot", "reembed"], env=environment(folder), check=True, capture_output=True)
    return folder


def environment(folder: Path, **settings: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("CLIPPINGS_")},
        "CLIPPINGS_CORPUS": str(folder / "articles"),
        "CLIPPINGS_INDEX": str(folder / "index"),
        **{f"CLIPPINGS_{name}": value for name, value in settings.items()},
    }


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture
def start(index: Path, server: Server, tmp_path: Path) -> Start:
    """Start the bot; it is ended at the end of the `async with`. Its memory is fresh for each test."""
    for name in ("telegram.db", "telegram.db-wal", "telegram.db-shm", "telegram.leaving"):
        (index / "index" / name).unlink(missing_ok=True)

    @asynccontextmanager
    async def started(*, wait: bool = True, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
        given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url, **settings}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "telegram",
            env=environment(index, **given),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stdout
        try:
            if wait:
                line = await asyncio.wait_for(process.stdout.readline(), 60)
                assert b"@clippings_bot answers" in line, (line, await process.stderr.read())  # type: ignore[union-attr]
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
                await asyncio.wait_for(process.wait(), 20)

    return started
