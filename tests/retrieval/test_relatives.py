import pytest

from retrieval.relatives import done_in_relatives
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("text", "agent", "patient"),
    [
        ("It was a charge that Cairo rejected.", "Cairo", "a charge"),
        ("It was a charge that Cairo rejected as absurd.", "Cairo", "a charge"),
        ("He left the state, which he had also rejected.", "he", "the state"),
        ("She met Ada Lie, whom the old jury rejected on Friday.", "the old jury", "Ada Lie"),
    ],
)
def test_who_did_it_to_what_a_clause_says_more_of(text: str, agent: str, patient: str) -> None:
    window = window_of(text, before="It rained. ")
    ((who, whom),) = done_in_relatives(" rejected ", window)
    assert (window.words(who), window.words(whom)) == (agent, patient)


@pytest.mark.parametrize(
    "text",
    [
        "She told the court that Cairo rejected the charge.",
        "It was a charge that Cairo made.",
        "It was a charge that was rejected.",
        "Cairo rejected a charge.",
        "She told Ek yesterday that Cairo rejected.",
        "He wrote of the head of the bank, which Cairo rejected.",
    ],
)
def test_other_clauses_have_no_such_pair(text: str) -> None:
    assert list(done_in_relatives(" rejected ", window_of(text))) == []
