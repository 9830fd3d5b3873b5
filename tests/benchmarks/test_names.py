import pytest

from benchmarks.names import judged, question_of
from training.salience import Marked


@pytest.mark.parametrize(
    ("sentence", "start", "question"),
    [
        ("She left the hall.", 0, "Who left the hall?"),
        ("He asked her to stay.", 9, ""),
        ("Her hat fell.", 0, ""),
        ("She said “no”.", 0, ""),
    ],
)
def test_a_sentence_that_begins_with_a_pronoun_is_asked_for_its_subject(
    sentence: str, start: int, question: str
) -> None:
    assert question_of(Marked("f", "a", sentence, start, "Ada Lie")) == question


@pytest.mark.parametrize(
    ("given", "name", "outcome"),
    [
        ("Lie", "Ada Lie", "right"),
        ("Mayor Ada Lie", "Ada Lie", "right"),
        ("Bo Lie", "Ada Lie", "wrong"),
        ("Lie", None, "wrong"),
        ("She", "Ada Lie", "unnamed"),
        ("the mayor", "Ada Lie", "unnamed"),
        ("", "Ada Lie", "unnamed"),
    ],
)
def test_a_name_is_right_wrong_or_none(given: str, name: str | None, outcome: str) -> None:
    assert judged(given, name) == outcome
