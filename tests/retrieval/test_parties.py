import pytest

from corpus.article import Span
from retrieval.parties import is_party, with_article
from tests.conftest import window_of


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lie",
        "she",
        "the police",
        "patients",
        "312 patients whose operations had been put off",
        "nurses of the town",
        "her old coach",
        "neighbouring Tarland",
        "Prof. Yaw Mensah of the university in Kumasi",
        "the many farmers who came with tractors when we had run out of boats",
        "most of the members",
        "children",
    ],
)
def test_words_that_can_be_somebody(text: str) -> None:
    assert is_party(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "telephone",
        "l",
        "carelessness",
        "each had drawn a car with leaves",
        "The brass section published a letter in support of the conductor",
        "The union, for its part, withdrew its complaint against the trust",
    ],
)
def test_words_that_are_nobody(text: str) -> None:
    assert not is_party(text)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("trust", "the trust"),
        ("mother", "Her mother"),
        ("Lima", "Lima"),
        ("help", "help"),
        ("the trust", "the trust"),
    ],
)
def test_an_article_that_was_left_out_is_taken_in(words: str, whole: str) -> None:
    window = window_of("Her mother asked the trust for help in the Lima.", before="It rained. ")
    start = window.span.start + window.text.index(words)
    assert window.words(with_article(Span(start, start + len(words)), window)) == whole
