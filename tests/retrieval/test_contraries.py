import pytest

from retrieval.contraries import did_the_contrary, tells_the_contrary
from tests.conftest import place, window_of


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Who won the final?", "Halvard lost the final to Brannock on Saturday.", "Halvard", True),
        ("Who won the final?", "Halvard lost the final to Brannock on Saturday.", "Brannock", False),
        ("Who bought the boat?", "Ada Lie sold her boat to Bo Ek.", "Ada Lie", True),
        ("Who bought the boat?", "Ada Lie sold her boat to Bo Ek.", "Bo Ek", False),
        ("Who won the final?", "Halvard won it, having lost the first.", "Halvard", False),
        ("Who reached the final?", "Halvard lost the final.", "Halvard", False),
    ],
)
def test_who_did_the_contrary_did_not_do_it(question: str, text: str, words: str, expected: bool) -> None:
    assert did_the_contrary(place(text, words), question, window_of(text)) is expected


@pytest.mark.parametrize(
    ("question", "subject", "text", "expected"),
    [
        ("Did Bo Ek sell the boat?", "Bo Ek", "Ada's uncle, Bo Ek, a cook, bought the boat in 1998.", True),
        ("Did Bo Ek sell the boat?", "Bo Ek", "He bought the boat in 1998.", True),
        ("Did Bo Ek sell the boat?", "Bo Ek", "Ada Lie bought the boat from him.", False),
        ("Did Bo Ek sell the boat?", "Bo Ek", "The boat was bought by the harbour's owner, Ada Lie.", False),
        ("Did Bo Ek sell the boat?", "Bo Ek", "Ek sold the boat, which he had bought in 1998.", False),
        ("Did Bo Ek paint the boat?", "Bo Ek", "Ek bought the boat.", False),
    ],
)
def test_who_did_the_contrary_is_no_yes(question: str, subject: str, text: str, expected: bool) -> None:
    assert tells_the_contrary(question, subject, text) is expected
