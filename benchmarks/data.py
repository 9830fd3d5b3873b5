"""The question files that benchmarks read: JSON lines, from a folder outside the project.

The folder is set by CLIPPINGS_DATA (default: ../shared/data). Nothing of it is part of the project.
"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article, canonical


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a file; see README for the fields."""

    id: str
    kind: str
    question: str
    answers: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    context: str | None = None
    after: tuple[str, ...] = ()
    title: str = ""
    every: bool = False  # not any accepted answer will do: all of them are wanted

    @property
    def answerable(self) -> bool:
        """Whether the articles hold an answer."""
        return bool(self.answers)


def data_folder() -> Path:
    """Where the question files lie."""
    return Path(os.environ.get("CLIPPINGS_DATA", "../shared/data"))


def data_file(name: str) -> Path:
    """One of the files; the program ends with a line that says so when it is not there."""
    path = data_folder() / name
    if not path.exists():
        sys.exit(f"There is no {path}. Set CLIPPINGS_DATA to the folder with the question files.")
    return path


def read_questions(path: Path) -> list[Question]:
    """Every question of a file, in order."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Question(
            id=row["id"],
            kind=row["kind"],
            question=row["question"],
            answers=tuple(row.get("answers") or ()),
            citations=tuple(row.get("citations") or ()),
            context=row.get("context"),
            after=tuple(row.get("after") or ()),
            title=row.get("title", ""),
            every=bool(row.get("all")),
        )
        for row in rows
    ]


def squad_collection() -> tuple[list[Article], list[Question]]:
    """SQuAD 2.0 as a collection: each title one article whose paragraphs are the contexts; all its questions."""
    questions = [
        question
        for name in ("squad2_train.jsonl", "squad2_dev.jsonl")
        for question in read_questions(data_file(name))
    ]
    contexts: dict[str, list[str]] = {}
    for question in questions:
        paragraph = paragraph_text(question)
        if paragraph not in contexts.setdefault(question.title, []):
            contexts[question.title].append(paragraph)
    articles = [
        Article(id=title, title=title.replace("_", " "), text="\n\n".join(paragraphs))
        for title, paragraphs in contexts.items()
    ]
    return articles, questions


def paragraph_text(question: Question) -> str:
    """A question's context as one canonical paragraph."""
    return canonical(" ".join((question.context or "").split("\n")))


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(cells) + " |" for cells in [header, ["---"] * len(header), *rows]]
    return "\n".join(lines)
