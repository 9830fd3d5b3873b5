"""The Telegram bot under load, under attack, and killed: over real HTTP, against the tests' strict server.

    python -m benchmarks.telegram [load] [hostile] [kills] [seed]

load: 100 chats ask at once for a minute, the API takes 60 ms; beside it what the Answerer alone does in the same run.
hostile: 10,000 random updates. kills: kill -9 at 20 random moments. seed: the seed questions, against `ask --batch`.
"""

import argparse
import asyncio
import contextlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from benchmarks.data import data_file, read_questions
from tests.telegram.server import TOKEN, Server

CHATS, SECONDS, LATENCY = 100, 60.0, 0.06
QUESTIONS = (
    "Who thanked Cambodia?",
    "Who gave Mamani the mule?",
    "How long is the longest crack in the Maron dam?",
    "Who will succeed Thorne as housing minister?",
    "Who is the president of France?",
    "How much did Osei's first bridge cost?",
)
_LISTENING_LOOP = """
import asyncio, sys, threading, time
worst = 0.0
class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        loop = super().new_event_loop()
        async def watch():
            global worst
            await asyncio.sleep(5)
            while True:
                before = time.perf_counter()
                await asyncio.sleep(0.005)
                worst = max(worst, time.perf_counter() - before - 0.005)
        loop.call_soon(lambda: loop.create_task(watch()))
        return loop
asyncio.set_event_loop_policy(Policy())
sys.argv = ["clippings", "telegram"]
from bot.cli import main
try:
    main()
finally:
    print(f"blocked {1000 * worst:.0f}", flush=True)
"""


def main() -> None:
    """Run those named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=["load", "hostile", "kills", "seed"])
    options = parser.parse_args()
    for part in options.parts:
        asyncio.run({"load": load, "hostile": hostile, "kills": kills, "seed": seed}[part]())


@contextlib.asynccontextmanager
async def bot(server: Server, index: Path, corpus: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, its event loop watched."""
    environment = {
        **os.environ,
        "CLIPPINGS_INDEX": str(index),
        "CLIPPINGS_CORPUS": str(corpus),
        "CLIPPINGS_TELEGRAM_TOKEN": TOKEN,
        "CLIPPINGS_TELEGRAM_API_URL": server.url,
        "CLIPPINGS_TELEGRAM_QUESTIONS_A_MINUTE": "100000",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _LISTENING_LOOP,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout
    try:
        while b"answers" not in await process.stdout.readline():
            assert process.returncode is None, "the bot did not start"
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def load() -> None:
    """Each chat asks its next question as soon as the last one was answered."""
    corpus = Path("corpus/articles")
    with tempfile.TemporaryDirectory() as scratch:
        alone = await _answerer_alone(Path(scratch), corpus)
        async with Server(latency=LATENCY) as server, bot(server, Path(scratch), corpus) as process:
            asked: dict[int, list[int]] = defaultdict(list)
            end = time.monotonic() + SECONDS

            async def chat(number: int) -> None:
                while time.monotonic() < end:
                    asked[number].append(server.say(QUESTIONS[len(asked[number]) % len(QUESTIONS)], chat=number))
                    while len(server.sent(number)) < len(asked[number]):
                        await asyncio.sleep(0.05)

            memory: list[float] = []

            async def watch() -> None:
                while time.monotonic() < end:
                    await asyncio.sleep(SECONDS / 4)
                    memory.append(_memory(process.pid))

            started = time.monotonic()
            await asyncio.gather(watch(), *(chat(number) for number in range(1, CHATS + 1)))
            seconds = time.monotonic() - started
            replies = {number: [m["reply_to"] for m in server.sent(number)] for number in asked}
            process.send_signal(signal.SIGTERM)
            assert process.stdout
            blocked = (await process.stdout.read()).decode().split("blocked")[-1].strip()
        count = sum(map(len, asked.values()))
        rate = count / seconds
        print(f"load: {count} questions of {CHATS} chats in {seconds:.0f} s, {rate:.1f}/s; alone {alone:.1f}/s")
        print(f"  throughput {rate / alone:.2f}, all answered once and in order: {replies == dict(asked)}")
        print(
            f"  event loop blocked at most {blocked} ms; memory, each quarter of the minute: "
            f"{', '.join(f'{size:.0f}' for size in memory)} MB"
        )


async def _answerer_alone(index: Path, corpus: Path) -> float:
    """Questions a second of a process that only answers."""
    program = (
        "import time\nfrom bot.settings import Settings\n"
        "from bot.collection import Progress, open_answerer, reembed\n"
        "from benchmarks.telegram import QUESTIONS\ns = Settings()\nreembed(s, Progress())\na = open_answerer(s)\n"
        "a.warm_up()\na.answer(QUESTIONS[0])\nstarted = time.perf_counter()\nn = 0\n"
        "while time.perf_counter() - started < 15:\n    a.answer(QUESTIONS[n % len(QUESTIONS)]); n += 1\n"
        "print(n / (time.perf_counter() - started))\n"
    )
    environment = {**os.environ, "CLIPPINGS_INDEX": str(index), "CLIPPINGS_CORPUS": str(corpus)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, env=environment, stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await process.communicate()
    return float(printed)


async def hostile() -> None:
    """Updates of every shape, most of them broken; then a question."""
    chance = random.Random(7)
    corpus = Path("corpus/articles")
    with tempfile.TemporaryDirectory() as scratch:
        await _answerer_alone(Path(scratch), corpus)
        async with Server() as server, bot(server, Path(scratch), corpus) as process:
            pressed = 0
            for number in range(10_000):
                pressed += _hostile(server, chance, 1 + number % 50)
            last = server.say(QUESTIONS[1], chat=999)
            started = time.monotonic()
            while not server.sent(999) and process.returncode is None and time.monotonic() - started < 900:
                await asyncio.sleep(0.2)
            for _ in range(300):
                if len(server.of("answerCallbackQuery")) >= pressed:
                    break
                await asyncio.sleep(0.1)
            alive = process.returncode is None
        answered = [message["reply_to"] for message in server.sent(999)]
        bad = [refusal for refusal in server.refusals if refusal[1] == 400]
        print(f"hostile: 10,000 updates; alive {alive}, the last question answered {answered == [last]},")
        print(
            f"  buttons answered {len(server.of('answerCallbackQuery'))} of {pressed}, messages refused {len(bad)}",
            *sorted({f"{method}: {why}" for method, _, why in bad}),
            sep="\n    ",
        )


def _hostile(server: Server, chance: random.Random, chat: int) -> int:
    """One of many; 1 when it is a pressed button."""
    alphabet = "a \u202e\u0301👩‍👧<>&*_`[]()\x00\n日ﬁ/@"
    text = "".join(chance.choices(alphabet, k=chance.choice((0, 1, 5, 50, 400))))
    entities = [
        {
            "type": chance.choice(("bold", "mention", "url", "new")),
            "offset": chance.randint(-5, 90),
            "length": chance.randint(-5, 90),
        }
        for _ in range(chance.choice((0, 1, 150)))
    ]
    kind = chance.randrange(8)
    message = server.message(chat=chat * chance.choice((1, -1)), text=text, entities=entities)
    if kind == 0:
        server.press(message, text.encode()[:64].decode("utf-8", "ignore"), chat)
        return 1
    if kind == 1:
        server.press(
            message, chance.choice(("context", "more", "sources", "articles:7", "articles:x", "unhelpful")), chat
        )
        return 1
    fields: dict[str, Any] = chance.choice(
        (
            {"message": message},
            {"edited_message": {**message, "edit_date": 1}},
            {"message": {"message_id": 1}},
            {"channel_post": message},
            {"unknown_kind": {"x": text}},
            {"my_chat_member": {}},
            {"inline_query": {"id": "1", "from": message["from"], "query": text, "offset": ""}},
        )
    )
    server.update(**fields)
    return 0


async def kills() -> None:
    """A conversation whose bot is killed again and again; every question gets one answer."""
    chance = random.Random(7)
    corpus = Path("corpus/articles")
    with tempfile.TemporaryDirectory() as scratch:
        await _answerer_alone(Path(scratch), corpus)
        async with Server(latency=LATENCY) as server:
            asked = []
            for _ in range(20):
                async with bot(server, Path(scratch), corpus) as process:
                    asked += [server.say(chance.choice(QUESTIONS), chat=chat) for chat in (1, 2, 3)]
                    await asyncio.sleep(chance.random())
                    process.kill()
                    await process.wait()
            async with bot(server, Path(scratch), corpus):
                waited, before = 0, -1
                while waited < 10:  # seconds in which nothing more was said
                    waited, before = (waited + 1 if before == len(server.messages) else 0), len(server.messages)
                    await asyncio.sleep(1)
            replies = [message["reply_to"] for message in server.messages.values()]
        lost, twice = len(set(asked) - set(replies)), len(replies) - len(set(replies))
        print(f"kills: 20 of them, {len(asked)} questions, {lost} lost, {twice} answered twice")


async def seed() -> None:
    """Whether Telegram gives what `ask --batch` gives, question by question."""
    questions = read_questions(data_file("seed/questions.jsonl"))
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "articles"
        corpus.mkdir()
        shutil.copy(data_file("seed/article.txt"), corpus)
        environment = {**os.environ, "CLIPPINGS_INDEX": f"{scratch}/index", "CLIPPINGS_CORPUS": str(corpus)}
        batch = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "ask", "--batch", str(data_file("seed/questions.jsonl"))),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
        )
        printed, _ = await batch.communicate()
        expected = {row["id"]: row for row in map(json.loads, printed.splitlines())}
        same = 0
        async with Server() as server, bot(server, Path(scratch) / "index", corpus):
            for chat, question in enumerate(questions, 1):
                for number, text in enumerate((*question.after, question.question), 1):
                    server.say(text, chat=chat)
                    await server.until(number, chat=chat)
                said = server.sent(chat)[-1]["text"]
                row = expected[question.id]
                wanted = [one["text"] for one in row["answers"]] or ["The articles do not say."]
                sentences = [one["citation"]["sentence"] for one in row["answers"]]
                same += all(words.replace("\n", " ") in said for words in [*wanted, *sentences])
        print(f"seed: {same} of {len(questions)} as `ask --batch` answers")


def _memory(process: int) -> float:
    line = next(x for x in Path(f"/proc/{process}/status").read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
