"""The running bot over real HTTP: what people see of it."""

import asyncio
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.limits import WAITING
from bot.telegram.texts import ENGLISH
from tests.telegram.conftest import ARTICLE, ASKED, SENTENCE, Start, environment
from tests.telegram.server import BOT, Server, marked

pytestmark = [pytest.mark.model, pytest.mark.anyio]


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


async def test_a_greeting_is_told_what_to_ask_and_leans_on_nothing(server: Server, start: Start) -> None:
    async with start():
        server.say("Hello!")
        (greeted,) = await server.until(1)
        server.say("hi, can you tell me who thanked cambodia")
        answer = (await server.until(2))[1]
        server.say("Who thanked Cabmodia?")
        asked_back = (await server.until(3))[2]
        server.say("yes")
        confirmed = (await server.until(4))[3]
    assert "Did you mean “Who thanked Cambodia?”?" in asked_back["text"]
    assert marked(confirmed, "bold")[0] == marked(answer, "bold")[0]
    assert greeted["text"] == ENGLISH.greeting
    assert "Pompeo" in marked(answer, "bold")[0]
    assert not answer["text"].startswith("→")


async def test_a_topic_has_buttons_and_an_inline_query_may_be_put_in_any_way(server: Server, start: Start) -> None:
    user = {"id": 7, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    async with start():
        server.say("tell me about pompeo")
        (told,) = await server.until(1)
        server.press(told, "sources")
        sources = (await server.until(2))[1]
        server.update(
            inline_query={"id": "i", "from": user, "query": "can you say who thanked cambodia", "offset": ""}
        )
        (call,) = await server.until_called("answerInlineQuery", 1)
    assert "Pompeo" in marked(told, "blockquote")[0]
    assert sources["text"].startswith("The call\n")
    assert call.given["results"][0]["title"] == "Pompeo"


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
