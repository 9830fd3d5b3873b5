import pytest

from retrieval.other_agents import is_object_of_verb, is_told_of_another
from retrieval.predicates import WORD, told_at
from tests.conftest import read_in


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In a letter that was read by Ek, he thanked them.", "Ek", True),
        ("In a letter that was read by Ek, he thanked them.", "he", False),
        ("Lie wrote to the mayor, Ada Ek, to thank them.", "Ada Ek", True),
        ("Lie wrote to the mayor, Ada Ek, to thank them.", "Lie", False),
        ("Lie went to the head, Bo Ek, who forbade him to sing and thanked them.", "Lie", True),
        ("Lie went to the head, Bo Ek, who forbade him to sing and thanked them.", "Bo Ek", False),
        ("“Ask the mayor about it,” she told Ek, and thanked them.", "the mayor", True),
        ("“Ask the mayor about it,” she told Ek, and thanked them.", "she", False),
        ("Lie thanked them.", "Lie", False),
    ],
)
def test_another_did_it_by_what_stands_around_the_verb(text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    tokens = list(WORD.finditer(text))
    (verb,) = told_at(tokens, "thank")
    assert is_told_of_another(read, tokens, verb, window) is expected


def test_words_of_another_sentence_are_none_of_the_verb() -> None:
    _, window = read_in("Lie thanked them.", "Lie")
    tokens = list(WORD.finditer(window.text))
    (verb,) = told_at(tokens, "thank")
    before, _ = read_in("Lie thanked them.", "Lie")
    beyond = type(before)(window.span.end + 1, window.span.end + 4)
    assert not is_told_of_another(beyond, tokens, verb, window)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie accused Ek.", "Ek", True),
        ("Lie carried eleven men.", "men", True),
        ("Lie said Ek sang.", "Ek", False),
        ("Lie was Ek.", "Ek", False),
        ("Ek accused Lie.", "Ek", False),
        ("Lie spoke to Ek.", "Ek", False),
        ("Lie accepted; she is expected here.", "she", False),
    ],
)
def test_the_object_of_a_verb_stands_right_behind_it(text: str, words: str, expected: bool) -> None:
    assert is_object_of_verb(*read_in(text, words)) is expected
