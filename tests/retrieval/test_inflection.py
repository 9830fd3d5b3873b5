import pytest

from retrieval.inflection import are_forms, is_word, lemmas


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("threw", "thrown", True),
        ("steal", "stolen", True),
        ("thanked", "thank", True),
        ("found", "find", True),
        ("found", "founded", True),
        ("zorbed", "zorbed", True),
        ("zorbed", "zorb", False),
        ("threw", "through", False),
        ("sold", "bought", False),
    ],
)
def test_forms_of_one_verb(one: str, other: str, expected: bool) -> None:
    assert are_forms(one, other) is expected
    assert are_forms(other, one) is expected


def test_a_form_may_be_of_two_verbs() -> None:
    assert lemmas("found") == {"find", "found"}
    assert lemmas("zorbed") == frozenset()


@pytest.mark.parametrize(("word", "known"), [("week", True), ("found", True), ("capt", False), ("u.s", False)])
def test_what_is_a_word(word: str, known: bool) -> None:
    assert is_word(word) is known
