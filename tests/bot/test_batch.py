import json
from collections.abc import Sequence

import pytest

from bot.batch import Batch
from corpus.article import Article
from retrieval.answer import Answerer
from retrieval.index import one_text
from retrieval.search import Searcher
from tests.conftest import WordEncoder


class Opened:
    """Counts what a batch opens."""

    def __init__(self, answerer: Answerer) -> None:
        self.index = 0
        self.texts: list[str] = []
        self._answerer = answerer

    def open_index(self) -> Answerer:
        self.index += 1
        return self._answerer

    def open_text(self, article: Article) -> Answerer:
        self.texts.append(article.text)
        encoder = WordEncoder()
        return Answerer(Searcher(one_text(article, encoder), lambda *_: encoder))


@pytest.fixture
def opened(answerer: Answerer) -> Opened:
    return Opened(answerer)


def run(opened: Opened, lines: Sequence[object]) -> list[dict[str, object]]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(Batch(opened.open_index, opened.open_text).run(raw))


def test_questions_are_answered_in_order(opened: Opened) -> None:
    first, second = run(
        opened,
        [{"id": "a", "question": "Who defeated Ferri?"}, {"id": 7, "question": "What is a pretzel, says the court?"}],
    )
    assert (first["id"], first["verdict"]) == ("a", "answered")
    assert second["id"] == 7
    assert second["answers"][0]["text"] == "The court ruled that a pretzel is bread."  # type: ignore[index]
    assert opened.index == 1


def test_a_context_is_read_instead_of_the_index_and_once(opened: Opened) -> None:
    context = "A goat ate the\r\nflag."
    rows = run(opened, [{"id": i, "question": "What ate the flag?", "context": context} for i in range(3)])
    citation = rows[0]["answers"][0]["citation"]  # type: ignore[index]
    assert (citation["sentence"], citation["article"], citation["start"]) == ("A goat ate the\nflag.", "context", 0)
    assert opened.texts == ["A goat ate the\nflag."]
    assert opened.index == 0


def test_whom_a_pronoun_means_is_asked_back_of_the_index_but_not_of_a_text(opened: Opened) -> None:
    question = {"id": 1, "question": "What did she play?"}
    row, told = run(opened, [question, {**question, "context": "Ada played the lute."}])
    assert (row["verdict"], row["unclear"]) == ("not_found", "she")
    assert (told["verdict"], "unclear" in told) == ("answered", False)


def test_earlier_messages_of_the_chat_count(opened: Opened) -> None:
    (row,) = run(opened, [{"id": 1, "question": "And how?", "after": ["Who defeated Ferri?"]}])
    assert row["resolved"] == "Who defeated Ferri? And how?"


@pytest.mark.parametrize(
    ("line", "message", "name"),
    [
        (b"{nonsense", "not JSON", None),
        (b"\xff\xfe", "not JSON", None),
        (b"[1]", "no JSON object", None),
        ({"question": "Who?"}, '"id" must be', None),
        ({"id": 1}, '"question" must be', 1),
        ({"id": 1, "question": " "}, "empty", 1),
        ({"id": 1, "question": "Who?", "context": 3}, '"context" must be', 1),
        ({"id": 1, "question": "Who?", "context": "  "}, "context is empty", 1),
        ({"id": 1, "question": "Who?", "after": "x"}, '"after" must be', 1),
        ({"id": 1, "question": "x" * 9999}, "2000 characters", 1),
        (b"[" * 100_000, "not JSON", None),
    ],
)
def test_a_bad_line_is_told_and_the_rest_go_on(opened: Opened, line: object, message: str, name: object) -> None:
    good = {"id": "good", "question": "Who defeated Ferri?"}
    first, bad, last = run(opened, [good, line, b"", good])
    assert first["verdict"] == last["verdict"] == "answered"
    assert set(bad) == {"id", "error"}
    assert bad["id"] == name
    assert str(bad["error"]).startswith("line 2: ")
    assert message in str(bad["error"])
