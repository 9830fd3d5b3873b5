"""The running bot over real HTTP: how it starts and ends, and what the network and strangers do to it."""

import asyncio
import json
import signal
import socket
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.telegram.conftest import ASKED, SENTENCE, Start, environment
from tests.telegram.server import TOKEN, RefusedError, Server, marked

pytestmark = [pytest.mark.model, pytest.mark.anyio]


async def test_blocked_flooded_and_lost_answers(server: Server, start: Start) -> None:
    server.blocked.add(9)
    server.fail_next["sendMessage"] = [RefusedError(429, "Too Many Requests: retry after 1", retry_after=1)]
    server.unknown |= {"sendChatAction", "setMyCommands", "sendMessageDraft"}
    async with start() as process:
        server.say(ASKED)
        (answer,) = await server.until(1)
        server.say(ASKED, chat=9)
        server.say(ASKED)
        await server.until(2)
        assert process.returncode is None
    assert SENTENCE in marked(answer, "blockquote")


async def test_what_may_have_arrived_is_not_said_again(server: Server, start: Start) -> None:
    server.delay_next["sendMessage"] = [7.0]  # longer than the bot waits
    async with start():
        server.say(ASKED)
        await server.until(1)
        server.say("And whom did Hun Sen thank?")
        await server.until(2)
    assert len(server.sent()) == 2


async def test_the_network_is_lost_and_returns(server: Server, start: Start) -> None:
    async with start() as process:
        server.say(ASKED)
        await server.until(1)
        await server.vanish(3)
        asked = server.say(ASKED)
        _, answer = await server.until(2, seconds=60)
        assert process.returncode is None
    assert answer["reply_to"] == asked


async def test_an_answer_that_is_under_way_is_given_before_the_end(server: Server, start: Start) -> None:
    server.latency = 0.5
    async with start() as process:
        asked = server.say(ASKED)
        await server.until_called("sendChatAction")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 15) == 0
    assert [message["reply_to"] for message in server.sent()] == [asked]


async def test_another_poller_ends_the_bot_with_one_line(server: Server, start: Start) -> None:
    async with start(wait=False) as first:
        await server.until_called("getUpdates")
        server.fail_next["getUpdates"] = [RefusedError(409, "Conflict: terminated by other getUpdates request")] * 9
        assert first.stderr
        printed = (await asyncio.wait_for(first.stderr.read(), 30)).decode()
        assert await first.wait() == 1
    assert "Another program polls Telegram with this token." in printed
    assert TOKEN not in printed
    assert TOKEN.split(":")[1] not in printed


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"TELEGRAM_TOKEN": "1:wrong"}, "Telegram does not know this token"),
        ({"TELEGRAM_TOKEN": ""}, "There is no Telegram token"),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "Telegram cannot be reached"),
        ({"TELEGRAM_WEBHOOK_URL": "https://example.org/x"}, "A webhook needs a secret"),
    ],
)
async def test_what_keeps_it_from_starting_is_one_line(
    server: Server, start: Start, settings: dict[str, str], line: str
) -> None:
    async with start(wait=False, **settings) as process:
        assert process.stderr
        printed = (await asyncio.wait_for(process.stderr.read(), 60)).decode()
        assert await process.wait() == 1
    assert line in printed
    assert "Traceback" not in printed
    assert settings.get("TELEGRAM_TOKEN") != "1:wrong" or "wrong" not in printed


async def test_a_webhook_with_its_secret_and_its_health(server: Server, start: Start) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"

    def post(secret: str, body: bytes) -> int:
        request = urllib.request.Request(
            f"http://{address}/hook", body, {"X-Telegram-Bot-Api-Secret-Token": secret}, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code

    settings = {
        "TELEGRAM_WEBHOOK_URL": "https://example.org/hook",
        "TELEGRAM_WEBHOOK_SECRET": "s3cret",
        "TELEGRAM_LISTEN": address,
    }
    update = json.dumps({"update_id": 1, "message": server.message(text=ASKED)}).encode()
    async with start(**settings):
        health = await asyncio.to_thread(
            lambda: urllib.request.urlopen(f"http://{address}/healthz", timeout=10).read()
        )
        codes = [
            await asyncio.to_thread(post, *sent)
            for sent in (("wrong", update), ("s3cret", b"{"), ("s3cret", update), ("s3cret", update))
        ]
        (answer,) = await server.until(1)
        await asyncio.sleep(1)
    assert health == b"ok\n"
    assert codes == [403, 400, 200, 200]
    assert SENTENCE in marked(answer, "blockquote")
    assert len(server.sent()) == 1
    assert server.webhook
    assert server.webhook["secret_token"] == "s3cret"  # noqa: S105


async def test_a_killed_bot_loses_no_question_and_answers_none_twice(server: Server, start: Start) -> None:
    server.latency = 0.05
    asked: list[int] = []
    for round_ in range(4):
        async with start() as process:
            asked += [server.say(ASKED, chat=100 + round_) for _ in range(3)]
            await asyncio.sleep(0.15 * (round_ + 1))
            process.send_signal(signal.SIGKILL)
            await process.wait()
    async with start():
        await asyncio.gather(*(server.until(3, chat=100 + round_, seconds=120) for round_ in range(4)))
        await asyncio.sleep(1)
    answered = [message["reply_to"] for message in server.messages.values()]
    assert sorted(answered) == sorted(asked)


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "Telegram knows the bot as @clippings_bot"),
        ({"TELEGRAM_TOKEN": "1:wrong"}, "Telegram does not know the token"),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "Telegram cannot be reached"),
        ({"TELEGRAM_API_URL": "file:///etc"}, "Telegram cannot be reached"),
    ],
)
async def test_doctor_asks_telegram(server: Server, index: Path, settings: dict[str, str], line: str) -> None:
    given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url, **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "doctor", env=environment(index, **given), stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await process.communicate()
    assert line in printed.decode()
    assert given["TELEGRAM_TOKEN"] not in printed.decode()


async def test_hostile_updates_do_no_harm(server: Server, start: Start) -> None:
    """Everything that a stranger can send, and what no server should: the next question is answered."""
    texts = [
        "\u202e" * 4000,
        "👩‍👧" * 1500,
        "\x00",
        "   ",
        "/",
        "/ask " + "x" * 4000,
        "<b>&amp;" * 500,
        "/articles@other_bot",
    ]
    bomb = [{"type": "bold", "offset": n, "length": 1} for n in range(500)]
    async with start(TELEGRAM_QUESTIONS_A_MINUTE="1000") as process:
        for text in texts:
            server.say(text)
        server.update(message=server.message(text="x" * 600, entities=bomb))
        server.update(message=server.message(text="x", entities=[{"type": "mention", "offset": 50, "length": 90}]))
        server.update(message=server.message(text="x", entities=[{"type": "new_kind", "offset": 0, "length": 1}]))
        server.update(message=server.message(new_chat_title="x"))
        server.update(some_new_kind={"id": 1})
        server.update()
        server.update(channel_post={**server.message(-9, text="Who?"), "from": None})
        server.update(
            poll_answer={"poll_id": "1", "user": {"id": 7, "is_bot": False, "first_name": "A"}, "option_ids": []}
        )
        message = server.message(text="x")
        pressed = [
            server.press(message, data) for data in ("", "articles:", "articles:99999999", "articles:-1", "x" * 64)
        ]
        server.update(
            callback_query={
                "id": "inline",
                "from": message["from"],
                "inline_message_id": "7",
                "chat_instance": "1",
                "data": "more",
            }
        )
        server.update(
            callback_query={"id": "game", "from": message["from"], "chat_instance": "1", "game_short_name": "g"}
        )
        last = server.say(ASKED)
        for _ in range(1500):
            if any(m["reply_to"] == last for m in server.sent()):
                break
            await asyncio.sleep(0.02)
        await server.until_called("answerCallbackQuery", len(pressed) + 2)
        assert process.returncode is None
    (answer,) = [m for m in server.sent() if m["reply_to"] == last]
    assert SENTENCE in marked(answer, "blockquote")
    assert [refusal for refusal in server.refusals if refusal[1] == 400] == []
