import pytest

from retrieval.whose_figures import is_of_other_subject, part_above
from tests.conftest import place, window_of

RIVAL = (
    "Kralj was backed by the Greens, but not by the Front, whose candidate, Pavle Duda, came third with 2,990 votes."
)


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How many votes did Kralj get?", RIVAL, "2,990", True),
        ("How many votes did Duda get?", RIVAL, "2,990", False),
        ("How many votes did the winner get?", RIVAL, "2,990", False),
        ("How many votes did Kralj get?", "A third recount gave her 14,208 votes.", "14,208", False),
        ("How many votes did Kralj get?", "Ilić said that Kralj had got 14,208 votes.", "14,208", False),
        ("How much did Acme offer?", "Lime rejected an offer of $5 million from Acme.", "5 million", False),
        ("How much did Acme offer?", "Lime offered $5 million.", "5 million", True),
        ("How much is the Acme Prize worth?", "The prize is worth £50,000.", "50,000", False),
        ("How much did Norway offer?", "Oslo offered $5 million.", "5 million", False),
        ("How much did Acme offer?", "Its owner offered $5 million.", "5 million", False),
    ],
)
def test_a_number_may_be_told_of_another(question: str, text: str, words: str, expected: bool) -> None:
    assert is_of_other_subject(place(text, words), question, window_of(text)) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How many people drowned?", "Two of the Petrel's crew of seven drowned.", "seven", "Two"),
        ("How many people drowned?", "Two of the Petrel's crew of seven drowned.", "Two", None),
        ("How many people sailed?", "Two of the crew of seven who sailed drowned.", "seven", None),
        ("How many people drowned?", "Seven men drowned.", "Seven", None),
    ],
)
def test_some_of_all_are_counted_by_their_own_number(
    question: str, text: str, words: str, expected: str | None
) -> None:
    found = part_above(place(text, words), question, window_of(text))
    assert (found and found.of(text)) == expected
