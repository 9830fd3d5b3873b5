import pytest

from corpus.article import Span
from retrieval.identities import stands_beside_name, tells_who
from retrieval.types import Sentence
from retrieval.windows import alone


@pytest.mark.parametrize(
    ("text", "words", "tells"),
    [
        ("Ada Lie, a dairy farmer from Kvern, sang.", "a dairy farmer", True),
        ("The farmer, Ada Lie, sang.", "The farmer", True),
        ("The leader of the team, Ada Lie, sang.", "The leader of the team", True),
        ("They thanked the farmer Ada Lie.", "the farmer", True),
        ("Ada Lie, who works as a nurse, sang.", "a nurse", True),
        ("Ada Lie, who speaks for the bank, sang.", "speaks for the bank", True),
        ("Ada Lie left the bank and has become a nurse.", "a nurse", True),
        ("Its captain is Ada Lie.", "Its captain", True),
        ("Lie was elected mayor.", "mayor", True),
        ("She is a nurse.", "a nurse", True),  # whoever she is
        (
            "Residents of the home have written to Ada Lie, the farmer.",
            "Residents of the home",
            False,
        ),
        ("Residents of the home have written to Ada Lie, the farmer.", "the farmer", True),
        ("Ada Lie thanked the mayor.", "the mayor", False),
        ("The mayor thanked Ada Lie.", "The mayor", False),
    ],
)
def test_who_somebody_is_stands_beside_the_name(text: str, words: str, tells: bool) -> None:
    sentence = alone(Sentence("a", 0, Span(7, 7 + len(text)), text))
    at = 7 + text.index(words)
    assert tells_who(Span(at, at + len(words)), "Who is Ada Lie?", sentence) is tells


def test_other_questions_are_not_about_who_somebody_is() -> None:
    text = "Ada Lie thanked the mayor."
    sentence = alone(Sentence("a", 0, Span(0, len(text)), text))
    assert tells_who(Span(16, 25), "Whom did Ada Lie thank?", sentence)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("The mayor, Ada Lie, sang, Ek said.", True),
        ("Ada Lie is the mayor, Ek said.", False),
        ("The mayor sang.", False),
    ],
)
def test_an_apposition_stands_beside_the_name(text: str, beside: bool) -> None:
    sentence = alone(Sentence("a", 0, Span(0, len(text)), text))
    at = text.lower().index("the mayor")
    assert stands_beside_name(Span(at, at + len("the mayor")), "Ada Lie", sentence) is beside
