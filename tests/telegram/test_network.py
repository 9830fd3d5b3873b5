import asyncio
import json

import httpx
import pytest
from aiohttp import web

from bot.telegram.network import departing, leaving, readable


@pytest.mark.anyio
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
    async with httpx.AsyncClient(event_hooks={"request": [departing]}) as client:
        await client.post(f"http://127.0.0.1:{port}/bot1:x/sendChatAction")
        await client.post(f"http://127.0.0.1:{port}/bot1:x/sendMessage")
        with pytest.raises(httpx.ConnectError):
            await client.post("http://127.0.0.1:9/bot1:x/sendMessage")
    await runner.cleanup()
    assert events == ["arrived", "left", "arrived"]


@pytest.mark.anyio
async def test_what_another_update_says_is_its_own_matter() -> None:
    async def handled() -> bool:
        before = leaving.get()
        leaving.set(lambda: None)
        return before is None

    assert await asyncio.gather(*(asyncio.create_task(handled()) for _ in range(3))) == [True, True, True]


def test_an_update_that_cannot_be_read_does_not_stop_the_others() -> None:
    good = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}
    bad = {"update_id": 2, "poll_answer": {"poll_id": "1"}}
    payload = json.dumps({"ok": True, "result": [good, bad]}).encode()
    assert json.loads(readable("getUpdates", payload))["result"] == [good, {"update_id": 2}]


@pytest.mark.parametrize("payload", [b"", b"<html>", b"[]", b'{"ok": true, "result": true}', b"\xff"])
def test_what_is_no_list_of_updates_is_left_to_the_library(payload: bytes) -> None:
    assert readable("getUpdates", payload) == payload


def test_another_server_s_answers_are_completed() -> None:
    me = {"ok": True, "result": {"id": 666, "username": "TestNameBot", "first_name": "Test"}}
    assert json.loads(readable("getMe", json.dumps(me).encode()))["result"]["is_bot"] is True
    sent = {"ok": True, "result": {"message_id": 5, "date": 1_700_000_000_000, "chat": {"id": 7}, "entities": "[]"}}
    kept = json.loads(readable("sendMessage", json.dumps(sent).encode(), 7))["result"]
    assert kept == {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}


def test_what_telegram_answers_stays_as_it_is() -> None:
    body = b'{"ok":true,"result":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"text":"x"}}'
    assert json.loads(readable("sendMessage", body, 7)) == json.loads(body)
    assert readable("deleteMessage", b'{"ok":true,"result":true}') == b'{"ok":true,"result":true}'
