import pytest

from corpus.article import Span
from retrieval.parties import is_party, somebody_of, whole_party
from tests.conftest import read_in, window_of


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
        "both of",
        "200,000 kronor",
        "some $2 million",
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
        ("minister", "the minister’s office"),
        ("The bank", "The bank's chief executive"),
        ("The nurses", "The nurses' union"),
        ("Though the crew", "the crew"),
        ("by prophets", "prophets"),
        ("US President", "US President Ada Lie"),
    ],
)
def test_a_party_is_whole(words: str, whole: str) -> None:
    text = (
        "Her mother asked the trust for help in the Lima; the minister’s office declined. "
        "The bank's chief executive, Ada Lie, wept. The nurses' union left. "
        "Though the crew sang, it was by prophets. US President Ada Lie came."
    )
    window = window_of(text, before="It rained. ")
    start = window.span.start + window.text.index(words)
    assert window.words(whole_party(Span(start, start + len(words)), window)) == whole


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Lie promised the old widow of Bo Ek a pension.", "Bo Ek", "the old widow of Bo Ek"),
        ("Lie promised the town of Saal a road.", "Saal", "Saal"),
        ("Lie promised Bo Ek a pension.", "Bo Ek", "Bo Ek"),
        ("Bo Ek got a pension.", "Bo Ek", "Bo Ek"),
    ],
)
def test_who_belongs_to_somebody_is_not_that_one(text: str, words: str, whole: str) -> None:
    read, window = read_in(text, words)
    assert window.words(somebody_of(read, window)) == whole
