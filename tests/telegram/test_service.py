import asyncio

import httpx
import pytest
from aiohttp import web

from bot.telegram.service import Departures, leaving

pytestmark = pytest.mark.anyio


async def test_an_answer_is_crossed_out_when_its_connection_stands_and_before_it_is_written() -> None:
    events: list[str] = []

    async def arrived(request: web.Request) -> web.Response:
        events.append("arrived")
        return web.json_response({})

    application = web.Application()
    application.router.add_post("/bot1:x/{method}", arrived)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    leaving.set(lambda: events.append("left"))
    async with httpx.AsyncClient(transport=Departures()) as client:
        await client.post(f"http://127.0.0.1:{port}/bot1:x/sendChatAction")
        await client.post(f"http://127.0.0.1:{port}/bot1:x/sendMessage")
        with pytest.raises(httpx.ConnectError):
            await client.post("http://127.0.0.1:9/bot1:x/sendMessage")
    await runner.cleanup()
    assert events == ["arrived", "left", "arrived"]


async def test_what_another_update_says_is_its_own_matter() -> None:
    async def handled() -> bool:
        before = leaving.get()
        leaving.set(lambda: None)
        return before is None

    assert await asyncio.gather(*(asyncio.create_task(handled()) for _ in range(3))) == [True, True, True]
