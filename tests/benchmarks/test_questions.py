import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.data import Question, read_questions, table
from benchmarks.questions import normalised, report, verdicts
from corpus.article import Article
from corpus.files import read_folder


def question(**fields: Any) -> Question:
    return Question(**{"id": "q", "kind": "role", "question": "Who?", "answers": ("Pompeo",), **fields})


def answer(
    text: str = "Pompeo", sentence: str = "Pompeo thanked Cambodia.", verdict: str = "answered"
) -> dict[str, Any]:
    return {"verdict": verdict, "answers": [{"text": text, "citation": {"sentence": sentence}}]}


SILENT = {"verdict": "not_found", "answers": []}


def test_a_right_sentence_need_not_hold_the_exact_words() -> None:
    asked = question(citations=("Pompeo thanked",))
    assert verdicts(asked, answer("Pompeo")) == {"cited": True, "exact": True}
    assert verdicts(asked, answer("Mike")) == {"cited": True, "exact": False}
    assert verdicts(asked, answer("Pompeo", "He thanked.")) == {"cited": False, "exact": True}
    assert verdicts(asked, SILENT) == {"cited": False, "exact": False}


def test_silence_is_right_only_where_there_is_no_answer() -> None:
    assert verdicts(question(answers=()), SILENT) == {"silent": True}
    assert verdicts(question(answers=()), answer()) == {"silent": False}


def test_without_citations_the_sentence_must_hold_an_answer() -> None:
    assert verdicts(question(), answer("x"))["cited"]
    assert not verdicts(question(), answer("x", "Hun Sen thanked the US."))["cited"]


def test_all_means_all() -> None:
    asked = question(answers=("Pompeo", "Hun Sen"), every=True)
    both = {"verdict": "answered", "answers": [answer("Pompeo")["answers"][0], answer("Hun Sen")["answers"][0]]}
    assert verdicts(asked, both)["exact"]
    assert not verdicts(asked, answer("Pompeo"))["exact"]


def test_yes_is_an_answer() -> None:
    asked = question(answers=("yes",), citations=("Pompeo",))
    assert verdicts(asked, answer(verdict="yes"))["exact"]
    assert not verdicts(asked, answer(verdict="no"))["exact"]


@pytest.mark.parametrize(
    ("words", "expected"), [("The US.", "us"), (" a  Big dog", "big dog"), ("Another", "another"), ("the", "")]
)
def test_normalised(words: str, expected: str) -> None:
    assert normalised(words) == expected


def test_the_report_counts_by_kind_and_ends_with_all() -> None:
    questions = [question(id="1", citations=("Pompeo",)), question(id="2", kind="unanswerable", answers=())]
    lines = report(questions, {"1": answer(), "2": SILENT}).splitlines()
    assert lines[2:] == [
        "| role | 1 | 1 of 1 | 1 of 1 |  |",
        "| unanswerable | 1 |  |  | 1 of 1 |",
        "| all | 2 | 1 of 1 | 1 of 1 | 1 of 1 |",
    ]


def test_questions_are_read_with_all_their_fields(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    row = {
        "id": "1",
        "kind": "span",
        "question": "Who?",
        "context": "C",
        "after": ["A"],
        "answers": ["X"],
        "title": "T",
        "all": True,
    }
    path.write_text(json.dumps(row) + "\n\n")
    assert read_questions(path) == [Question("1", "span", "Who?", ("X",), (), "C", ("A",), "T", True)]


def test_a_table() -> None:
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("file", "folder", "least"),
    [
        ("tests/data/questions.jsonl", "corpus/articles", 200),
        ("tests/data/wordings.jsonl", "corpus/articles", 150),
        ("tests/data/news.jsonl", "tests/data/news", 230),
        ("tests/data/news-wordings.jsonl", "tests/data/news", 75),
        ("tests/data/contrasts.jsonl", "tests/data/contrasts", 60),
    ],
)
def test_what_is_asked_of_a_collection_was_marked_with_its_own_words(file: str, folder: str, least: int) -> None:
    articles = [one.text for one in read_folder(Path(folder)) if isinstance(one, Article)]
    marked = read_questions(Path(file))
    assert len({one.id for one in marked}) == len({one.question for one in marked}) == len(marked) >= least
    for one in marked:
        holding = [text for text in articles if any(words in text for words in one.citations)]
        assert bool(holding) == one.answerable, one.question
        if set(one.answers).isdisjoint({"yes", "no"}):
            for words in one.answers:
                assert any(words.casefold() in text.casefold() for text in holding), (one.question, words)
