"""The progress of a re-embedding, on standard error: a bar with rate and time left, and the closing lines."""

import time
from collections.abc import Iterator
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

from bot.collection import Progress
from retrieval.index import Report


class _Rate(ProgressColumn):
    """Texts embedded a second."""

    def render(self, task: Task) -> Text:
        """See ProgressColumn."""
        texts = task.fields["texts"]
        return Text(f"{texts / task.elapsed:.0f} texts/s" if texts and task.elapsed else "")


class ProgressBar(Progress):
    """Shown on a terminal; silent elsewhere."""

    def __init__(self) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("articles"),
            _Rate(),
            TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        self._bar = RichProgress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("Loading the encoder", total=None, texts=0)
        self._texts = 0
        self._started = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Since the bar was made."""
        return time.perf_counter() - self._started

    def __enter__(self) -> "ProgressBar":
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def start(self, articles: int) -> None:
        """See Progress."""
        self._bar.reset(self._task, description="Embedding", total=articles, texts=0)

    def advance(self, articles: int, texts: int) -> None:
        """See Progress."""
        self._texts += texts
        self._bar.update(self._task, advance=articles, texts=self._texts)


def report_lines(report: Report, seconds: float) -> Iterator[str]:
    """What a re-embedding did, for people: problems by file, then one closing line."""
    for problem in report.problems:
        yield str(problem)
    counts = {
        "added": report.added,
        "changed": report.changed,
        "renamed": report.renamed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "with problems": len(report.problems),
    }
    said = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
    yield f"Articles: {said or 'none'}. {report.embedded:,} texts embedded in {seconds:.1f} s."
