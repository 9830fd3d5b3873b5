import pytest

from retrieval.other_agents import is_object_of_verb, is_told_of_another
from retrieval.predicates import WORD, told_at
from tests.conftest import read_in


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie came, but Ek left, thanking them.", "Lie", True),
        ("Lie came, but Ek left, thanking them.", "Ek", False),
        ("Lie left after the firm had thanked them.", "Lie", True),
        ("Lie left after the firm had thanked them.", "the firm", False),
        ("Ek said that her client thanked them.", "Ek", True),
        ("Lie accused Ek, then left and thanked them.", "Ek", True),
        ("Lie accused Ek, then left and thanked them.", "Lie", False),
        ("Lie was met by Ek after the long rain and thanked them.", "Lie", False),
        ("Lie said no, and the pupil thanked them.", "Lie", True),
        ("Lie said no, and the pupil thanked them.", "the pupil", False),
        ("Lie lent us the hat, and Ek thanked them.", "the hat", True),
        ("Lie, and the cook, thanked them.", "Lie", False),
        ("Lie found that the two cooks, Ek and Moe, had thanked them.", "Lie", True),
        ("Lie said that she thanked them.", "Lie", False),
        ("Lie thanked them.", "Lie", False),
    ],
)
def test_another_did_it_by_what_stands_around_the_verb(text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    tokens = list(WORD.finditer(text))
    (verb,) = told_at(tokens, "thank")
    assert is_told_of_another(read, tokens, verb, window) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie accused Ek.", "Ek", True),
        ("Lie carried eleven men.", "men", True),
        ("Lie said Ek sang.", "Ek", False),
        ("Lie was Ek.", "Ek", False),
        ("Ek accused Lie.", "Ek", False),
        ("Lie spoke to Ek.", "Ek", False),
    ],
)
def test_the_object_of_a_verb_stands_right_behind_it(text: str, words: str, expected: bool) -> None:
    assert is_object_of_verb(*read_in(text, words)) is expected
