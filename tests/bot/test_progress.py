from pathlib import Path

from bot.progress import ProgressBar, report_lines
from corpus.files import Problem
from retrieval.index import Report


def test_the_report_names_problems_and_counts_what_happened() -> None:
    report = Report(added=1200, removed=2, embedded=34567, problems=(Problem(Path("a.md"), "is empty."),))
    assert list(report_lines(report, 12.34)) == [
        "a.md: is empty.",
        "Articles: 1,200 added, 2 removed, 1 with problems. 34,567 texts embedded in 12.3 s.",
    ]
    assert list(report_lines(Report(), 0)) == ["Articles: none. 0 texts embedded in 0.0 s."]


def test_the_bar_counts_articles_and_texts() -> None:
    with ProgressBar() as bar:
        bar.start(10)
        bar.advance(0, 30)
        bar.advance(4, 0)
        bar.advance(0, 12)
        (task,) = bar._bar.tasks
        assert (task.completed, task.total, task.fields["texts"]) == (4, 10, 42)
