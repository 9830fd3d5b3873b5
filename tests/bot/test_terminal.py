"""The chat without a terminal, its commands, and the real thing on a pseudo-terminal."""

import contextlib
import fcntl
import io
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from unittest import mock

import pyte
import pytest
from rich.console import Console
from rich.text import Text

from bot import terminal
from bot.terminal import COMMANDS, Chat, Worker, _answer
from retrieval.answer import Answerer
from retrieval.errors import InputError


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Ctrl-C means something here and in the programs started here, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def chat(answerer: Answerer) -> Chat:
    return Chat(answerer)


def test_a_question_is_answered(chat: Chat) -> None:
    assert "│ Elsa Lind defeated Paolo Ferri in 34 moves." in chat.handle("Who defeated Ferri?").plain


def test_more_shows_the_next_best_until_there_is_none(chat: Chat) -> None:
    first = chat.handle("Who apologised to Lind, and whom did Lind defeat?").plain
    shown = [first]
    while not (text := chat.handle("/more").plain).startswith("Nothing more"):
        assert text not in shown
        shown.append(text)
    assert len(shown) > 1


def test_context_and_sources_are_of_what_was_shown_last(chat: Chat) -> None:
    chat.handle("Who thanked the fire brigade?")
    assert chat.handle("/context").plain.startswith("The river broke the dyke on Monday. Mayor Aas thanked")
    assert chat.handle("/sources").plain.startswith("Flood in Lervik [flood]\n  14 September 2023 · Lervik Tidende")


def test_context_after_nothing_found_shows_the_nearest(chat: Chat) -> None:
    assert chat.handle("How tall is Mount Everest?").plain.startswith("The articles do not say.")
    assert "paragraph" in chat.handle("/context").plain


@pytest.mark.parametrize("command", ["/more", "/context", "/sources"])
def test_before_any_question_commands_ask_for_one(chat: Chat, command: str) -> None:
    assert "sk something first" in chat.handle(command).plain


def test_clear_forgets_the_conversation(chat: Chat) -> None:
    chat.handle("Who defeated Ferri?")
    chat.handle("/clear")
    assert chat.handle("/more").plain == "Ask something first."


def test_articles_help_and_an_unknown_command(chat: Chat) -> None:
    assert len(chat.handle("/articles").plain.splitlines()) == 3
    assert all(name in chat.handle("/HELP").plain for name in COMMANDS)
    assert chat.handle("/nonsense x").plain == "There is no command /nonsense. /help lists them."


def test_every_command_that_is_offered_is_known(chat: Chat) -> None:
    for command in COMMANDS.keys() - {"/quit"}:
        assert "no command" not in chat.handle(command).plain


def test_lines_from_a_pipe(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    lines = io.StringIO("Who defeated Ferri?\n\n" + "x" * 5000 + "\n/quit\nWho thanked the brigade?\n")
    assert terminal._line_by_line(chat, lines) == 1
    out, err = capsys.readouterr()
    assert out.startswith("> Who defeated Ferri?\n│ Elsa Lind defeated")
    assert "brigade" not in out, "/quit ends it"
    assert "\x1b" not in out
    assert err == "The question has over 2000 characters. Ask a shorter one.\n"


def test_the_worker_hands_back_results_and_errors_in_order() -> None:
    worker = Worker()
    order: list[int] = []
    gate = threading.Event()

    def fail() -> None:
        raise InputError("no")

    def wait_and_add() -> None:
        gate.wait(10)
        order.append(1)

    first = worker.submit(wait_and_add)
    second = worker.submit(lambda: order.extend([2]))
    never = worker.submit(lambda: order.extend([3]))
    assert never.cancel()
    failing = worker.submit(fail)
    gate.set()
    first.result(10)
    second.result(10)
    with pytest.raises(InputError):
        failing.result(10)
    assert order == [1, 2]


def test_ctrl_c_is_heard_whichever_thread_the_system_tells() -> None:
    gate, finished = threading.Event(), threading.Event()

    def handle(_: str) -> Text:
        time.sleep(0.5)  # until the main thread waits
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        gate.wait(20)
        finished.set()
        return Text("late")

    worker, starting = Worker(), Future[Chat]()
    starting.set_result(mock.Mock(handle=handle))
    assert _answer(Console(file=io.StringIO()), worker, starting, "slow").plain == "Stopped."
    assert not finished.is_set()  # the question is still being answered
    gate.set()
    assert finished.wait(20)


class Screen:
    """`program` on a pseudo-terminal of 100 columns, seen through a terminal emulator and typed at like one."""

    def __init__(self, program: str, **environment: str) -> None:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 100, 0, 0))
        settings = {**os.environ, "TERM": "xterm-256color", "PYTHONUNBUFFERED": "1", **environment}
        for name in ("COLUMNS", "LINES"):
            settings.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=settings,
            start_new_session=True,
        )
        os.close(slave)
        self._master = master
        self._screen = pyte.Screen(100, 60)
        self._stream = pyte.ByteStream(self._screen)
        self._screen.write_process_input = self.type  # type: ignore[assignment,method-assign]

    def text(self) -> str:
        """What stands on the screen, without the blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def wait_for(self, words: str, seconds: float = 60) -> str:
        """Read until the words stand on the screen."""
        return self._wait(lambda: words in self.text(), repr(words), seconds)

    def wait_for_prompt(self) -> None:
        """Read until the last line is an empty prompt: keys typed before that would go astray."""
        self._wait(lambda: self.text().endswith("\n›"), "the prompt", 60)

    def _wait(self, shown: Callable[[], bool], what: str, seconds: float) -> str:
        end = time.monotonic() + seconds
        while not shown():
            assert time.monotonic() < end, f"{what} is not on the screen:\n{self.text()}"
            if select.select([self._master], [], [], 0.2)[0]:
                with contextlib.suppress(OSError):
                    self._stream.feed(os.read(self._master, 65536))
        return self.text()

    def colours_of(self, words: str) -> set[str]:
        """The colours that those words are shown in."""
        row = next(i for i, line in enumerate(self._screen.display) if words in line)
        column = self._screen.display[row].index(words)
        return {self._screen.buffer[row][i].fg for i in range(column, column + len(words))}

    def type(self, keys: str) -> None:
        """Keys, as a person hits them."""
        os.write(self._master, keys.encode())

    def interrupt(self) -> None:
        """Ctrl-C while a program reads no keys: the terminal sends the signal."""
        os.killpg(self.process.pid, signal.SIGINT)

    def status(self) -> int:
        """The exit status, once it has left."""
        return self.process.wait(30)

    def close(self) -> None:
        """Whatever happened, leave no program behind."""
        self.process.kill()
        self.process.wait()
        os.close(self._master)


FAKE_CHAT = """
import sys, time
from pathlib import Path
from bot.terminal import run_chat
from retrieval.answer import Answerer
from retrieval.index import one_text
from retrieval.search import Searcher
from tests.conftest import CHESS, WordEncoder

class Slow(WordEncoder):
    def encode_question(self, question):
        if "slow" in question:
            time.sleep(600)
        return super().encode_question(question)

def open_answerer():
    time.sleep(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
    encoder = Slow()
    return Answerer(Searcher(one_text(CHESS, encoder), lambda *_: encoder))

sys.exit(run_chat(open_answerer, Path({history!r})))
"""


@pytest.fixture
def start() -> Iterator[Callable[..., Screen]]:
    """Starts programs on screens, and ends them with the test."""
    screens: list[Screen] = []

    def starter(program: str, **environment: str) -> Screen:
        screens.append(Screen(program, **environment))
        return screens[-1]

    yield starter
    for screen in screens:
        screen.close()


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "index" / "history"


def test_a_chat_on_a_terminal(start: Callable[..., Screen], history: Path) -> None:
    screen = start(FAKE_CHAT.format(history=str(history)))
    screen.wait_for_prompt()
    screen.type("Who defeated Ferri?\r")
    screen.wait_for("Elsa Lind defeated Paolo Ferri in 34 moves.")
    screen.wait_for("paragraph 1 of 1")
    assert screen.colours_of("Lind wins in Reykvik") == {"cyan"}
    screen.type("/he")
    screen.wait_for("this list")
    screen.type("\t")
    screen.wait_for("› /help")
    screen.type("\r")
    screen.wait_for("the whole collection")
    screen.type("\x1b[200~Who apologised\nto Lind?\x1b[201~")
    screen.wait_for("to Lind?")
    screen.type("\r")
    screen.wait_for("Ferri apologised to Lind.")
    screen.wait_for_prompt()
    screen.type("\x04")
    assert screen.status() == 0
    assert "Who defeated Ferri?" in history.read_text("utf-8")
    assert history.stat().st_mode & 0o077 == 0, "what people asked is theirs"


def test_ctrl_c_turns_away_from_a_running_answer_and_ctrl_d_leaves(
    start: Callable[..., Screen], history: Path
) -> None:
    screen = start(FAKE_CHAT.format(history=str(history)))
    screen.wait_for_prompt()
    screen.type("a slow question\r")
    screen.wait_for("Reading")
    screen.interrupt()
    screen.wait_for("Stopped.")
    screen.wait_for_prompt()
    screen.wait_for_prompt()
    screen.type("\x04")
    assert screen.status() == 0


def test_leaving_while_the_models_load_takes_no_time_and_no_harm(start: Callable[..., Screen], history: Path) -> None:
    loading = FAKE_CHAT.format(history=str(history)).replace("time.sleep(float", "time.sleep(600 + float")
    screen = start(loading)
    screen.wait_for_prompt()
    screen.type("\x04")
    assert screen.status() == 0


@pytest.mark.model
def test_leaving_at_once_does_not_abort(start: Callable[..., Screen], tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "goat.txt").write_text("A goat ate the flag.")
    program = "import sys; sys.argv = ['clippings', 'chat']\nfrom bot.cli import main; main()"
    places = {"CLIPPINGS_CORPUS": str(corpus), "CLIPPINGS_INDEX": str(tmp_path / "index")}
    for _ in range(4):  # the first run makes the index
        screen = start(program, **places)
        screen.wait_for_prompt()
        screen.type("\x04")
        assert screen.status() == 0


def test_an_index_that_cannot_be_opened_is_told_at_the_first_question(
    start: Callable[..., Screen], history: Path
) -> None:
    broken = """
from pathlib import Path
from bot.terminal import run_chat
from retrieval.errors import SetupError

def open_answerer():
    raise SetupError("There is no index.")

run_chat(open_answerer, Path({history!r}))
"""
    screen = start(broken.format(history=str(history)))
    screen.wait_for_prompt()
    screen.type("Who?\r")
    screen.wait_for("SetupError: There is no index.")
    assert screen.status() == 1


def test_no_color_is_honoured(start: Callable[..., Screen], history: Path) -> None:
    screen = start(FAKE_CHAT.format(history=str(history)), NO_COLOR="1")
    screen.wait_for_prompt()
    screen.type("Who defeated Ferri?\r")
    screen.wait_for("paragraph 1 of 1")
    assert screen.colours_of("Lind wins in Reykvik") == {"default"}
    screen.wait_for_prompt()
    screen.type("\x04")
    assert screen.status() == 0
