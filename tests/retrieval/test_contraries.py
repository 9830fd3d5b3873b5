import pytest

from retrieval.contraries import did_the_contrary
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
