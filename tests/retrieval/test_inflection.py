import pytest

from retrieval.inflection import are_forms, base_of_past, base_of_present, is_participle, is_word, lemmas


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


@pytest.mark.parametrize(
    ("word", "past_of", "present_of", "participle"),
    [
        ("left", "leave", "", True),
        ("gave", "give", "", False),
        ("given", "", "", True),
        ("cost", "cost", "cost", True),
        ("does", "", "do", False),
        ("thank", "", "thank", False),
        ("thanking", "", "", True),
        ("zorbed", "", "", False),
    ],
)
def test_which_form_a_word_is(word: str, past_of: str, present_of: str, participle: bool) -> None:
    assert (base_of_past(word), base_of_present(word), is_participle(word)) == (past_of, present_of, participle)
