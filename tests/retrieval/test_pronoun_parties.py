import pytest

from retrieval.pronoun_parties import is_of_other_pronoun, is_rather_anothers
from tests.conftest import place, window_of

CAVE = "Tom Ek and a diver, Sue Lie, came out. Ek said that Lie had sung and that he had begged her to stop."


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("Who begged someone?", "Lie", True),
        ("Who begged someone?", "Ek", False),
        ("Whom did Ek beg?", "Lie", False),
        ("Whom did Lie beg?", "Ek", True),
        ("Who had sung?", "Lie", False),  # no pronoun has
        ("Who begged someone?", "he", False),
    ],
)
def test_a_pronoun_is_not_anybody_s(question: str, words: str, other: bool) -> None:
    window = window_of(CAVE)
    evidence = window.sentences[1]
    at = place(evidence.text, words)
    start = evidence.span.start
    read = type(at)(start + at.start, start + at.end)
    assert is_of_other_pronoun(read, question, evidence, window.sentences) is other


def test_who_a_pronoun_stands_for_may_not_be_clear() -> None:
    window = window_of(CAVE)
    evidence = window.sentences[1]
    he = evidence.span.start + evidence.text.index("he had")
    here = type(window.span)(he, he + 2)
    assert is_rather_anothers([here], "Sue Lie", evidence, window.sentences)
    assert not is_rather_anothers([here], "Tom Ek", evidence, window.sentences)
    assert not is_rather_anothers([], "Sue Lie", evidence, window.sentences)
