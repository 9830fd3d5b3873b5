import asyncio
import json
import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import NetworkError

from bot.telegram.network import BotApi, departing, leaving, readable


class Wire(threading.Thread):
    """A server that notes what has reached it, in a thread of its own."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}/bot1:x"
        self.headers, self.events = threading.Event(), list[str]()

    def run(self) -> None:
        connection, _ = self.listening.accept()
        with connection, connection.makefile("rb") as stream:
            length = 0
            while (line := stream.readline()).strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            self.events.append("headers")
            self.headers.set()
            stream.read(length)
            self.events.append("body")
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    with wire.listening:
        wire.start()
        yield wire


async def say(url: str) -> None:
    async with httpx.AsyncClient(event_hooks={"request": [departing]}) as client:
        await client.post(url, json={"text": "Pompeo"})


@pytest.mark.anyio
async def test_an_answer_is_crossed_out_after_its_headers_and_before_its_body(wire: Wire) -> None:
    def left() -> None:
        wire.headers.wait(5)
        wire.events.append("left")

    leaving.set(left)
    await say(f"{wire.url}/sendMessage")
    assert wire.events == ["headers", "left", "body"]


@pytest.mark.anyio
async def test_what_is_no_answer_or_finds_no_connection_crosses_nothing_out(wire: Wire) -> None:
    leaving.set(lambda: wire.events.append("left"))
    await say(f"{wire.url}/sendChatAction")
    with pytest.raises(httpx.ConnectError):
        await say("http://127.0.0.1:9/bot1:x/sendMessage")
    assert wire.events == ["headers", "body"]


@pytest.mark.anyio
async def test_a_message_waits_for_the_network_and_other_calls_do_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    received: list[str] = []

    async def arrived(request: web.Request) -> web.Response:
        received.append(str((await request.post())["text"]))
        return web.json_response({"ok": True, "result": {"message_id": 1}})

    application = web.Application()
    application.router.add_post("/bot1:x/sendMessage", arrived)
    runner = web.AppRunner(application)
    await runner.setup()
    async with BotApi(1) as api:
        bot = Bot("1:x", f"http://127.0.0.1:{port}/bot", request=api)
        with pytest.raises(NetworkError):
            await bot.send_chat_action(7, "typing")
        message = asyncio.ensure_future(bot.send_message(7, "Pompeo"))
        await asyncio.sleep(0.2)
        assert not message.done()
        await web.TCPSite(runner, "127.0.0.1", port, reuse_address=True).start()
        await message
    await runner.cleanup()
    assert received == ["Pompeo"]


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
