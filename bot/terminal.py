"""The chat loop: a prompt with history and completion on a terminal, plain lines in and out elsewhere.

Leaves out what an answer looks like (rendering.py) and what a message means (conversation.py).
"""

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.text import Text

from bot import rendering
from bot.conversation import Conversation
from retrieval.answer import Answerer
from retrieval.errors import ClippingsError
from retrieval.types import Answer, Citation, Found

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_T = TypeVar("_T")

COMMANDS = {
    "/more": "the next best sentence",
    "/context": "the last answer's sentence in its paragraph",
    "/sources": "the articles that the last answer was found in",
    "/articles": "the whole collection",
    "/clear": "forget this conversation",
    "/help": "this list",
    "/quit": "leave (or Ctrl-D)",
}
_HEARS = 0.2  # seconds
WELCOME = "Ask about the articles. /help lists what else you can type."


class Worker:
    """One background thread: models load and questions are answered there, in the order they were handed in,
    so that the prompt appears at once and Ctrl-C can turn away from a slow answer.
    """

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._busy = False
        threading.Thread(target=self._run, name="answers", daemon=True).start()

    def submit(self, work: Callable[[], _T]) -> "Future[_T]":
        """The result to come of `work`; cancelled futures are passed over."""
        future: Future[_T] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work())
            except BaseException as error:  # handed to whoever waits for the result
                future.set_exception(error)

        self._busy = True
        self._jobs.put(job)
        return future

    def leave(self, status: int) -> int:
        """The exit status, for a program that ends now. With work still running it ends here, at once: the
        interpreter's own way out pulls the libraries from under the thread, and they abort.
        """
        if self._busy:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        return status

    def _run(self) -> None:
        while True:
            job = self._jobs.get()
            self._busy = True
            job()
            self._busy = not self._jobs.empty()


class Chat:
    """One conversation with what was shown last. `handle` turns a line into texts to print."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._conversation = Conversation(answerer)
        self._last: Answer | None = None
        self._shown = 1  # of the last answer's findings

    def handle(self, line: str) -> Text:
        """The text to show for one line: a question or a slash command. InputError for a bad question."""
        line = line.strip()
        if not line.startswith("/"):
            self._last, self._shown = self._conversation.ask(line), 1
            return rendering.answer_text(self._last)
        actions: dict[str, Callable[[], Text]] = {
            "/more": self._more,
            "/context": self._context,
            "/sources": self._sources,
            "/articles": self._articles,
            "/clear": self._clear,
            "/help": help_text,
        }
        action = actions.get(line.split()[0].lower())
        if action is None:
            return Text(f"There is no command {line.split()[0]}. /help lists them.", style="yellow")
        return action()

    def _found(self) -> list[Found]:
        """What the last question found, best first."""
        return [*self._last.answers, *self._last.others] if self._last else []

    def _citations(self) -> list[Citation]:
        """Where; the nearest sentences when it found nothing."""
        return [found.citation for found in self._found()] or list(self._last.nearest if self._last else ())

    def _more(self) -> Text:
        found = self._found()
        if self._shown >= len(found):
            return Text("Nothing more that comes near." if found else "Ask something first.", style="dim")
        self._shown += 1
        return rendering.found_text(found[self._shown - 1])

    def _context(self) -> Text:
        citations = self._citations()
        if not citations:
            return Text("Ask something first.", style="dim")
        return rendering.context_text(citations[min(self._shown, len(citations)) - 1])

    def _sources(self) -> Text:
        return rendering.sources_text(self._citations())

    def _articles(self) -> Text:
        return rendering.articles_text(self._answerer.articles())

    def _clear(self) -> Text:
        self._conversation.clear()
        self._last = None
        return Text("Forgotten. Ask anew.", style="dim")


def run_chat(open_answerer: Callable[[], Answerer], history: Path) -> int:
    """Chat until the person leaves; the exit status. The answerer is opened, and warmed up, behind the prompt."""
    worker = Worker()

    def start() -> Chat:
        answerer = open_answerer()
        answerer.warm_up()
        return Chat(answerer)

    starting = worker.submit(start)
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            status = _on_terminal(worker, starting, history)
        else:
            status = _line_by_line(starting.result(), sys.stdin)
    except KeyboardInterrupt:
        status = 130
    return worker.leave(status)


def help_text() -> Text:
    """The slash commands."""
    lines = [Text("Ask in plain words: “Who thanked Cambodia?”, then “And why?”.")]
    for name, meaning in COMMANDS.items():
        line = Text(f"  {name:<10}", style="cyan")
        line.append(meaning, style="default")
        lines.append(line)
    return Text("\n").join(lines)


def _line_by_line(chat: Chat, lines: Iterable[str]) -> int:
    """Without a terminal: one question a line, plain text out; status 1 when a line could not be used."""
    status = 0
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        if not line.strip():
            continue
        if _leaves(line):
            break
        console.print(Text(f"> {line.strip()}"))
        try:
            console.print(chat.handle(line))
        except ClippingsError as error:
            print(error, file=sys.stderr)  # noqa: T201
            status = 1
        console.print()
    return status


def _on_terminal(worker: Worker, starting: "Future[Chat]", history: Path) -> int:
    console = Console(highlight=False)
    session = _prompt(history)
    console.print(Text(WELCOME, style="dim"))
    while True:
        try:
            line = session.prompt("› ")
        except KeyboardInterrupt:
            continue  # Ctrl-C at the prompt empties the line
        except EOFError:
            return 0
        if not line.strip():
            continue
        if _leaves(line):
            return 0
        if starting.done() and (failed := starting.exception()):
            raise failed
        try:
            shown = _answer(console, worker, starting, line)
            console.print(rendering.fitted(shown, console), soft_wrap=True)
        except ClippingsError as error:
            if starting.done() and starting.exception():
                raise
            console.print(Text(str(error), style="red"))
        console.print()


def _answer(console: Console, worker: Worker, starting: "Future[Chat]", line: str) -> Text:
    """What to show for a line, with a sign of life meanwhile; Ctrl-C turns away from it."""
    waiting: Future[Text] | None = None
    try:
        if not starting.done():
            with console.status("Loading the models …"):
                _waited_for(starting)
        chat = starting.result()
        waiting = worker.submit(lambda: chat.handle(line))
        with console.status("Reading …"):
            return _waited_for(waiting)
    except KeyboardInterrupt:
        if waiting:
            waiting.cancel()
        return Text("Stopped.", style="dim")


def _waited_for(future: "Future[_T]") -> _T:
    """Its result. In a wait without end the main thread misses a Ctrl-C that the system tells to another thread."""
    while not wait([future], _HEARS).done:
        pass
    return future.result()


def _leaves(line: str) -> bool:
    return line.strip().lower() in ("/quit", "/exit")


def _prompt(history: Path) -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        history.parent.mkdir(parents=True, exist_ok=True)
        history.touch(mode=0o600)
        kept: FileHistory | InMemoryHistory = FileHistory(str(history))
    except OSError:
        kept = InMemoryHistory()  # a read-only index can still be asked
    completer = WordCompleter(list(COMMANDS), meta_dict=dict(COMMANDS), sentence=True)
    return PromptSession(history=kept, completer=completer, complete_while_typing=True)
