"""The running bot over real HTTP."""

import asyncio
import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.limits import WAITING
from tests.telegram.conftest import ARTICLE, Start, environment
from tests.telegram.server import BOT, TOKEN, RefusedError, Server, marked

pytestmark = [pytest.mark.model, pytest.mark.anyio]

ASKED = "Who invited Pompeo to visit Cambodia?"
SENTENCE = "The prime minister invited Pompeo to visit Cambodia."


def keys(message: dict[str, Any]) -> list[str]:
    return [button["callback_data"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def test_a_question_is_answered_with_its_sentence(server: Server, start: Start) -> None:
    async with start():
        asked = server.say(ASKED)
        (answer,) = await server.until(1)
    assert answer["reply_to"] == asked
    assert SENTENCE in marked(answer, "blockquote")
    assert {"The prime minister", "Hun Sen"} & set(marked(answer, "bold"))  # the name stands in the paragraph before
    assert set(marked(answer, "text_link")) == {"The call"}
    assert "23 April 2020 · Mekong Ledger · paragraph 2 of 2" in answer["text"]
    assert keys(answer) == ["context", "more", "sources", "unhelpful"]
    assert [call.given["action"] for call in server.of("sendChatAction")] == ["typing"]
    assert server.refusals == []


async def test_nothing_found_is_said(server: Server, start: Start) -> None:
    async with start():
        server.say("Who is the president of France?")
        (answer,) = await server.until(1)
    assert answer["text"].startswith("The articles do not say.\nNearest, though no answer:")
    assert answer["reply_markup"] is None


async def test_buttons_work_also_after_a_restart(server: Server, start: Start) -> None:
    async with start():
        server.say(ASKED)
        (answer,) = await server.until(1)
    async with start():
        for data in ("context", "sources", "unhelpful"):
            server.press(answer, data)
        context, sources = (await server.until(3))[1:]
        await server.until_called("answerCallbackQuery", 3)
        server.press(answer, "nonsense" * 8)
        server.press({**answer, "message_id": 5}, "context")
        answered = await server.until_called("answerCallbackQuery", 5)
    assert SENTENCE in marked(context, "blockquote")[0]
    assert sources["text"].startswith("The call\n23 April 2020 · Mekong Ledger · call")
    assert {call.given.get("text") for call in answered} == {
        None,
        "Thank you, noted.",
        "The articles have changed since. Please ask again.",
    }


async def test_a_long_list_of_pairs_is_turned_over(server: Server, start: Start, index: Path) -> None:
    people = "Ana Vidal|Bo Ek|Carla Rossi|Dan Ito|Eva Holm|Finn Berg|Gita Rao|Hugo Diaz".split("|")
    told = "\n\n".join(f"{one} defeated {next_} on Monday." for one, next_ in pairwise(people))
    file = index / "articles" / "chess.md"
    command = [sys.executable, "-m", "bot", "reembed"]
    file.write_text(f"# Chess\n\n{told}\n", "utf-8")
    try:
        await asyncio.to_thread(subprocess.run, command, env=environment(index), check=True)
        async with start():
            server.say("Who defeated whom?")
            (answer,) = await server.until(1)
            first, turn = answer["text"], keys(answer)[0]
            server.press(answer, turn)
            (edited,) = await server.until_called("editMessageText")
    finally:
        file.unlink()
        await asyncio.to_thread(subprocess.run, command, env=environment(index), check=True)
    pairs = {f"{one} → {next_}" for one, next_ in pairwise(people)}
    pages = [{line for line in text.splitlines() if " → " in line} for text in (first, edited.given["text"])]
    assert turn == "pairs:1"
    assert [len(page) for page in pages] == [5, 2]
    assert set.union(*pages) == pairs
    assert first.endswith("Page 1 of 2")
    assert edited.given["text"].endswith("Page 2 of 2")


async def test_an_edited_question_gets_its_answer_edited(server: Server, start: Start) -> None:
    async with start():
        message = server.message(text="Who is the president of France?")
        server.update(message=message)
        await server.until(1)
        server.update(edited_message={**message, "text": ASKED, "edit_date": 1_700_000_001})
        await server.until_called("editMessageText")
    (answer,) = server.sent()
    assert SENTENCE in marked(answer, "blockquote")


async def test_in_groups_only_what_is_meant_for_the_bot_is_answered(server: Server, start: Start) -> None:
    mention = [{"type": "mention", "offset": 0, "length": len("@clippings_bot")}]
    async with start():
        server.say("Who invited Pompeo?", chat=-5)
        server.say(f"/ask {ASKED}", chat=-5)
        server.update(message=server.message(-5, text=f"@clippings_bot {ASKED}", entities=mention))
        first = (await server.until(2, chat=-5))[0]
        replied = {**first, "from": BOT}
        topic = {"message_thread_id": 9, "is_topic_message": True}
        server.update(message=server.message(-5, text=ASKED, reply_to_message=replied, **topic))
        *_, last = await server.until(3, chat=-5)
    assert [SENTENCE in marked(message, "blockquote") for message in server.sent(-5)] == [True] * 3
    assert int(last["thread"]) == 9


async def test_commands_and_what_cannot_be_read(server: Server, start: Start) -> None:
    async with start():
        for text in ("/start", "/help", "/about", "/articles", "/latest", "/sources", "/clear", "/ask", "/stats"):
            server.say(text)
        server.update(
            message=server.message(
                sticker={
                    "file_id": "s",
                    "file_unique_id": "s",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            )
        )
        said = [message["text"] for message in await server.until(10)]
    for words, text in zip(
        (
            "Hello!",
            "Just ask",
            "I search 1 articles",
            "The collection: 1 articles",
            "The call",
            "No sources yet",
            "Forgotten",
            "Ask something",
            "Only the bot's admins",
            "only read text",
        ),
        said,
        strict=True,
    ):
        assert words in text
    assert server.refusals == []
    (commands,) = server.of("setMyCommands")
    assert [c["command"] for c in commands.given["commands"]][:2] == ["ask", "articles"]


async def test_another_language_is_spoken_to_those_who_have_it(server: Server, start: Start) -> None:
    async with start():
        user = {"id": 7, "is_bot": False, "first_name": "Ann", "language_code": "de-AT"}
        server.update(message={**server.message(text="Who is the president of France?"), "from": user})
        (answer,) = await server.until(1)
    assert answer["text"].startswith("Die Artikel sagen es nicht.")


async def test_inline_results_are_finished_messages(server: Server, start: Start) -> None:
    user = {"id": 7, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    async with start():
        for query in (ASKED + " " * 300, "", "👩‍👧" * 200):
            server.update(inline_query={"id": "i", "from": user, "query": query, "offset": ""})
        calls = await server.until_called("answerInlineQuery", 3)
    results = max((call.given["results"] for call in calls), key=len)
    assert 1 <= len(results) <= 5
    assert SENTENCE in results[0]["input_message_content"]["message_text"]
    assert server.refusals == []


async def test_strangers_are_refused_once_an_hour(server: Server, start: Start) -> None:
    async with start(TELEGRAM_ALLOWED_CHATS="7, -100", TELEGRAM_ADMINS="8"):
        server.say(ASKED, chat=9)
        server.say(ASKED, chat=9)
        server.say(ASKED, chat=8)
        server.say(ASKED, chat=7)
        await server.until(1, chat=7)
        await server.until(1, chat=8)
        (refusal,) = await server.until(1, chat=9)
    assert "answers only in certain chats" in refusal["text"]
    assert refusal["text"].endswith("9.")


async def test_too_many_questions_in_a_minute(server: Server, start: Start) -> None:
    async with start(TELEGRAM_QUESTIONS_A_MINUTE="2"):
        for _ in range(3):
            server.say(ASKED)
        *_, last = await server.until(3)
    assert last["text"].startswith("That was a lot of questions")


async def test_past_the_bound_people_are_told_that_the_bot_is_busy(server: Server, start: Start) -> None:
    """More at once than may wait: everyone hears, the first get answers, and nobody hears twice."""
    asked = {chat: server.say(ASKED, chat=chat) for chat in range(1, WAITING + 60)}
    async with start():
        async with asyncio.timeout(300):
            while len(server.messages) < len(asked):
                await asyncio.sleep(0.1)
        server.press(server.message(text="x"), "more")
        await server.until_called("answerCallbackQuery")
    assert all([m["reply_to"] for m in server.sent(chat)] == [asked[chat]] for chat in asked)
    busy = [chat for chat in asked if "busy" in server.sent(chat)[0]["text"]]
    assert 20 < len(busy) < 60
    assert min(busy) > WAITING


async def test_admins_change_the_collection_and_it_is_answered_from_at_once(
    server: Server, start: Start, index: Path
) -> None:
    server.files["f1"] = b"The regatta\n\nOlga Brandt won the regatta on Lake Fern."
    document = {"file_id": "f1", "file_unique_id": "f1", "file_name": "../regatta.txt"}
    caption = {"caption": "/add", "caption_entities": [{"type": "bot_command", "offset": 0, "length": 4}]}
    async with start(TELEGRAM_ADMINS="7"):
        server.update(message={**server.message(document=document), **caption})
        for _ in range(600):
            if any(m["text"].startswith(("Done.", "That did not")) for m in server.sent()):
                break
            await asyncio.sleep(0.1)
        server.say("Who won the regatta?")
        *_, answer = await server.until(2, seconds=60)
        server.say("/remove regatta")
        *_, removed = await server.until(3, seconds=60)
        for _ in range(600):
            if "Removed regatta" in server.messages[7, removed["message_id"]]["text"]:
                break
            await asyncio.sleep(0.1)
    assert "Olga Brandt won the regatta on Lake Fern." in marked(answer, "blockquote")
    assert "Removed regatta" in server.messages[7, removed["message_id"]]["text"]
    assert not (index / "regatta.txt").exists()


async def test_an_admin_adds_a_page_by_its_address(server: Server, start: Start, index: Path) -> None:
    sentences = "Olga Brandt won the regatta on Lake Fern on Sunday. " * 3
    sentences += "About 300 people watched from the shore until the sun had set."
    page = f"<html><head><title>Regatta</title></head><body><article><p>{sentences}</p></article></body></html>"
    server.files["page"] = page.encode()
    async with start(TELEGRAM_ADMINS="7"):
        server.say(f"/add {server.url}/page")
        server.say("/add", chat=8)
        for _ in range(600):
            if any(m["text"].startswith(("Done.", "That did not")) for m in server.sent()):
                break
            await asyncio.sleep(0.1)
        (refused,) = await server.until(1, chat=8)
    assert "Added regatta." in server.sent()[0]["text"], server.sent()
    assert "admins" in refused["text"]
    (index / "articles" / "regatta.md").unlink()


async def test_follow_ups_lean_on_what_was_said_before_a_restart(server: Server, start: Start) -> None:
    async with start():
        server.say(ASKED)
        await server.until(1)
    async with start():
        server.say("And whom did it accuse?")
        server.say("/clear")
        await server.until(3)
    assert server.refusals == []


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


async def test_a_button_whose_article_is_gone_says_so(server: Server, start: Start, index: Path) -> None:
    file = index / "articles" / "call.md"
    command = [sys.executable, "-m", "bot"]
    async with start():
        server.say(ASKED)
        (answer,) = await server.until(1)
        await asyncio.to_thread(subprocess.run, [*command, "remove", "call"], env=environment(index), check=True)
        try:
            server.press(answer, "context")
            (call,) = await server.until_called("answerCallbackQuery")
        finally:
            file.write_text(ARTICLE, "utf-8")
            await asyncio.to_thread(subprocess.run, [*command, "reembed"], env=environment(index), check=True)
        server.press(answer, "context")
        await server.until(2)
    assert call.given["text"] == "The articles have changed since. Please ask again."
    assert SENTENCE in marked(server.sent()[1], "blockquote")[0]


async def test_a_business_connection_is_kept(server: Server, start: Start) -> None:
    async with start():
        message = server.message(text=ASKED, business_connection_id="b1")
        server.update(business_message=message)
        await server.until(1)
    (call,) = server.of("sendMessage")
    assert call.given["business_connection_id"] == "b1"


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
        await asyncio.gather(*(server.until(3, chat=100 + round_) for round_ in range(4)))
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
