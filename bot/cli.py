"""The commands: parse, wire, print. What they do stands in the modules they call.

Heavy imports happen inside commands, so that --help and a typing mistake answer at once.
"""

import contextlib
import functools
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from retrieval.errors import ClippingsError, InputError

if TYPE_CHECKING:
    from bot.collection import Outcome
    from bot.settings import Settings
    from retrieval.answer import Answerer
    from retrieval.index import Report
    from retrieval.types import Answer

app = typer.Typer(
    name="clippings",
    help="Ask a collection of news articles; every answer is words that stand in one, with the sentence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error came from.")] = False,
) -> None:
    """Options before any command."""


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(help="The question, in plain words.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")] = False,
    text: Annotated[Path | None, typer.Option(help="Ask about this one file; no index needed.")] = None,
    batch: Annotated[Path | None, typer.Option(help="JSON lines of questions; '-' reads standard input.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where a batch's answers go; default: printed.")] = None,
) -> None:
    """Answer one question, or a batch of them."""
    from bot.settings import read_settings

    settings = read_settings()
    if batch:
        if question or text or as_json:
            raise InputError("--batch takes its questions from its file: leave out QUESTION, --text and --json.")
        raise typer.Exit(_ask_batch(settings, batch, out))
    if not question:
        raise InputError('Ask something: clippings ask "Who thanked Cambodia?"')
    if out:
        raise InputError("--out goes with --batch.")
    _print_answer(_ask_one(settings, " ".join(question), text), as_json)


@app.command()
def chat() -> None:
    """Chat in the terminal; without a terminal, read questions line by line."""
    from bot.settings import read_settings
    from bot.terminal import run_chat

    settings = read_settings()
    _index_if_needed(settings)
    raise typer.Exit(run_chat(lambda: _open_answerer(settings), settings.index / "history"))


@app.command()
def telegram() -> None:
    """Run the Telegram bot: polling, or a webhook when its public address is set."""
    from bot.settings import read_settings
    from bot.telegram.application import run

    settings = read_settings()
    _index_if_needed(settings)
    run(settings)


@app.command()
def reembed(
    full: Annotated[bool, typer.Option("--full", help="Embed everything again.")] = False,
) -> None:
    """Bring the index in line with the corpus folder."""
    from bot.settings import read_settings

    report = _reembed(read_settings(), full=full)
    raise typer.Exit(1 if report.problems else 0)


@app.command()
def add(
    sources: Annotated[list[str], typer.Argument(metavar="PATH_OR_URL...", help="Files, or folders of files.")],
) -> None:
    """Put articles into the collection."""
    from bot.collection import add_files
    from bot.settings import read_settings

    settings = read_settings()
    _change(settings, add_files(settings, sources))


@app.command()
def remove(
    names: Annotated[list[str], typer.Argument(metavar="ID...", help="See: clippings articles")],
) -> None:
    """Take articles out of the collection; their files are kept beside the index."""
    from bot.collection import remove_files
    from bot.settings import read_settings

    settings = read_settings()
    _change(settings, remove_files(settings, names), may_empty=True)


@app.command()
def articles() -> None:
    """List the collection, newest first."""
    from bot.rendering import articles_text
    from bot.settings import read_settings

    with _store(read_settings()) as store:
        _print(articles_text(store.articles()))


@app.command()
def show(name: Annotated[str, typer.Argument(metavar="ID", help="See: clippings articles")]) -> None:
    """Show one article."""
    from bot.collection import unknown_article
    from bot.rendering import article_text
    from bot.settings import read_settings

    with _store(read_settings()) as store:
        article = store.article(name)
        if article is None:
            raise InputError(unknown_article(name, store.recipes()))
        _print(article_text(article))


@app.command()
def doctor() -> None:
    """Tell what is set up, what is not, and how to mend it."""
    from bot.doctor import State, examine
    from bot.settings import read_settings

    bad = False
    styles = {State.OK: "green", State.NOTE: "yellow", State.BAD: "bold red"}
    for check in examine(read_settings()):
        line = Text(f"{check.state.value:<5}", style=styles[check.state])
        line.append(check.what, style="default")
        line.append(f"  {check.advice}" if check.advice else "", style="cyan")
        _print(line)
        bad = bad or check.state is State.BAD
    raise typer.Exit(1 if bad else 0)


def main() -> None:
    """Run a command. Errors become one line and an exit status: 2 for bad input, 1 for the rest."""
    arguments = sys.argv[1:]
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    debug = "--debug" in own
    arguments = [a for a in own if a != "--debug"] + arguments[len(own) :]
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app(args=arguments)
    except ClippingsError as error:
        if debug:
            raise
        _fail(str(error), 2 if isinstance(error, InputError) else 1)
    except KeyboardInterrupt:
        _fail("Stopped.", 130)
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if debug:
            raise
        reason = (str(error).splitlines() or [""])[0]
        _fail(
            f"Something went wrong: {type(error).__name__}: {reason} Run it again with --debug and report it.",
            1,
        )


def _fail(message: str, status: int) -> None:
    print(message, file=sys.stderr)  # noqa: T201
    sys.exit(status)


def _print(text: Text) -> None:
    """To the terminal in colour and wrapped, to a pipe as plain lines."""
    from bot import rendering

    console = Console(highlight=False)
    console.print(rendering.fitted(text, console) if console.is_terminal else text, soft_wrap=True)


def _print_answer(answer: "Answer", as_json: bool) -> None:
    from bot import rendering

    if as_json:
        print(json.dumps(rendering.as_json(answer), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        _print(rendering.answer_text(answer))


def _ask_one(settings: "Settings", question: str, text: Path | None) -> "Answer":
    from bot.collection import read_text, text_answerer, text_encoder
    from bot.conversation import Conversation

    if text:
        answerer = text_answerer(read_text(text), text_encoder(settings))
    else:
        _index_if_needed(settings)
        answerer = _open_answerer(settings)
    return Conversation(answerer).ask(question)


def _ask_batch(settings: "Settings", source: Path, out: Path | None) -> int:
    from bot.batch import Batch
    from bot.collection import text_answerer, text_encoder
    from corpus.article import Article

    encoder = functools.cache(lambda: text_encoder(settings))

    def open_text(article: Article) -> "Answerer":
        return text_answerer(article, encoder())

    def open_index() -> "Answerer":
        _index_if_needed(settings)
        return _open_answerer(settings)

    failed = 0
    console = Console(stderr=True)
    # Answers that are printed are their own sign of life; those that go to a file are counted.
    counting = console.status("") if out and console.is_terminal else None
    with _batch_files(source, out) as (lines, answers), counting or contextlib.nullcontext():
        for number, result in enumerate(Batch(open_index, open_text).run(lines), 1):
            failed += "error" in result
            answers.write(json.dumps(result, ensure_ascii=False) + "\n")
            answers.flush()
            if counting:
                counting.update(f"{number:,} answered")
    return 1 if failed else 0


@contextlib.contextmanager
def _batch_files(source: Path, out: Path | None) -> Iterator[tuple[IO[bytes], IO[str]]]:
    if out and source.exists() and out.exists() and source.samefile(out):
        raise InputError("--out would overwrite the questions. Give another file.")
    with contextlib.ExitStack() as stack:
        try:
            is_stdin = str(source) == "-"
            lines: IO[bytes] = sys.stdin.buffer if is_stdin else stack.enter_context(source.open("rb"))
            answers: IO[str] = stack.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        except OSError as error:
            raise InputError(f"{error.filename} cannot be opened ({error.strerror}). Check the path.") from error
        yield lines, answers


def _open_answerer(settings: "Settings") -> "Answerer":
    from bot.collection import open_answerer

    return open_answerer(settings)


@contextlib.contextmanager
def _store(settings: "Settings") -> Iterator[Any]:
    from retrieval.store import Store

    _index_if_needed(settings)
    store = Store.open(settings.index)
    try:
        yield store
    finally:
        store.close()


def _index_if_needed(settings: "Settings") -> None:
    """The first question should not need a manual: an index that is not there yet is made."""
    from bot.collection import needs_reembedding

    if needs_reembedding(settings):
        _reembed(settings)


def _change(settings: "Settings", outcome: "Outcome", *, may_empty: bool = False) -> None:
    """Tell what was done to the files and bring the index in line."""
    for line in outcome.done:
        _print(Text(line))
    for line in outcome.problems:
        print(line, file=sys.stderr)  # noqa: T201
    report = _reembed(settings, may_empty=may_empty) if outcome.done else None
    raise typer.Exit(1 if outcome.problems or (report and report.problems) else 0)


def _reembed(settings: "Settings", *, full: bool = False, may_empty: bool = False) -> "Report":
    """Re-embed with a progress bar; news and problems go to standard error, so that answers stay clean."""
    from bot import collection
    from bot.progress import ProgressBar, report_lines

    with ProgressBar() as progress:
        report = collection.reembed(settings, progress, full=full, may_empty=may_empty)
    for line in report_lines(report, progress.seconds):
        print(line, file=sys.stderr)  # noqa: T201
    return report
