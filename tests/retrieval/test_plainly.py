import pytest

from corpus.article import Article
from retrieval.plainly import PLAIN, plainly_told
from retrieval.sentences import split
from retrieval.windows import alone
from tests.conftest import window_of


def told(question: str, text: str) -> list[str]:
    window = window_of(text)
    found = plainly_told(question, [window], lambda _: window.sentences)
    assert all(one.evidence.span.holds(one.words) and one.confidence == PLAIN for one in found)
    return [window.words(one.words) for one in found]


WOKE = "Ada Lie said that the nurse of the ship, Bo Ek, had woken the crew at noon."


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who woke the crew?", WOKE, ["the nurse of the ship"]),
        ("Who woke the crew at noon?", WOKE, ["the nurse of the ship"]),
        ("Who woke the crew at night?", WOKE, []),
        ("Who woke the captain?", WOKE, []),
        ("Who woke Ada Lie?", WOKE, []),
        ("Whom did Ek wake?", WOKE, ["the crew"]),
        ("Whom did the nurse wake?", WOKE, ["the crew"]),
        ("Whom did Lie wake?", WOKE, []),
        ("Whom did Ek wake up with?", WOKE, []),
        ("Who was woken?", WOKE, ["the crew"]),
        ("Who was woken by Ek?", WOKE, ["the crew"]),
        ("Who was woken by Lie?", WOKE, []),
        ("Who thanked Lie?", "Ada Lie was thanked by the crew, who slept.", ["the crew"]),
        ("Who slept?", "Ada Lie was thanked by the crew, who slept.", ["the crew"]),
        ("Who will thank Lie?", "Ada Lie was thanked by the crew.", []),
        ("Who thanked Lie?", "Ada Lie was not thanked by the crew.", []),
        ("Who thanked Lie?", "Nobody thanked Ada Lie.", []),
        ("Who thanked Lie?", "The crew would have thanked Ada Lie.", []),
        ("Who thanked Lie?", "Ada Lie begged the crew to thank Bo Ek.", []),
        ("Who testified for Lie?", "Bo Ek testified for Ada Lie, and the crew for Eva Moe.", ["Bo Ek"]),
        ("Who testified for Moe?", "Bo Ek testified for Ada Lie, and the crew slept.", []),
        ("Whom did Lie give a medal?", "On Monday Ada Lie gave her a medal.", ["her"]),
        ("Who destroyed the ship?", "A fire destroyed the ship.", []),  # nobody
        ("What did Lie give?", "Ada Lie gave the crew a medal.", []),  # no question for somebody
    ],
)
def test_who_plainly_did_it_and_to_whom(question: str, text: str, expected: list[str]) -> None:
    assert told(question, text) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who bought the boat?", "Ada Lie sold the boat to the museum.", ["the museum"]),
        ("Who bought the boat?", "Ada Lie built the boat and sold it to the museum.", ["the museum"]),
        ("Who bought the boat?", "Ada Lie sold the oars to the museum.", []),
        ("Who bought the boat?", "Ada Lie sold the boat.", []),
        ("Who beat Lie?", "Ada Lie lost to Bo Ek.", ["Bo Ek"]),
        ("Who beat Ek?", "Ada Lie lost to Bo Ek.", []),
        ("Who borrowed the boat?", "Ada Lie lent Bo Ek the boat.", ["Bo Ek"]),
    ],
)
def test_who_bought_it_is_whom_it_was_sold_to(question: str, text: str, expected: list[str]) -> None:
    assert told(question, text) == expected


@pytest.mark.parametrize(
    ("question", "expected"), [("Whom did Lie thank?", ["the crew"]), ("Whom did Moe thank?", [])]
)
def test_he_or_she_has_to_be_who_is_asked_about(question: str, expected: list[str]) -> None:
    text = "Ada Lie came home on Monday. She thanked the crew."
    sentences = split(Article("a", "", text))
    found = plainly_told(question, [alone(one) for one in sentences], lambda _: sentences)
    assert [one.words.of(text) for one in found] == expected
