import pytest

from corpus.article import Article
from retrieval.plainly import PLAIN, plain_pairs, plainly_said, plainly_told
from retrieval.questions import blanks_of
from retrieval.sentences import split
from retrieval.types import Verdict
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
        ("Who forgot Ek?", "The idea that Ada Lie forgot Bo Ek is nonsense, two witnesses said.", []),
        ("Who outvoted Kaya?", "The idea that Paula Brandt outvoted Leila Kaya is nonsense, they said.", []),
        ("Who thanked Ek?", "Reports that Ada Lie thanked Bo Ek were false.", []),
        ("Who thanked Ek?", "Ada Lie dreamed that Eva Moe thanked Bo Ek.", []),
        ("Who thanked Ek?", "If Ada Lie thanked Bo Ek, it rained.", []),
        ("Who forgot Ek?", "At no time, the record shows, had Ada Lie forgotten Bo Ek.", []),
        ("Who saved Ek?", "Not a single witness saw that Ada Lie saved Bo Ek.", []),
        ("Who saved Ek?", "Hardly had Ada Lie saved Bo Ek when it rained.", []),
        ("Who saved Ek?", "Ada Lie saved Bo Ek, who could not swim.", ["Ada Lie"]),
        ("Who saved Ek?", "The crew said that Ada Lie had saved Bo Ek.", ["Ada Lie"]),
        ("Who called the crew?", "It was Rosa Frei and not the driver Karl Tomm who called the crew.", ["Rosa Frei"]),
        ("Who called the crew?", "Not the driver but Rosa Frei called the crew.", []),
        ("Who thanked Lie?", "The crew would have thanked Ada Lie.", []),
        ("Who thanked Lie?", "The crew is said by two nurses to have thanked Ada Lie.", ["The crew"]),
        ("Who thanked Lie?", "The crew is said to have thanked Ada Lie.", []),
        (
            "Who was cleared of flooding a mill?",
            "A court cleared a lock keeper of flooding a mill.",
            ["a lock keeper"],
        ),
        ("Who thanked Lie?", "Ada Lie begged the crew to thank Bo Ek.", []),
        ("Who testified for Lie?", "Bo Ek testified for Ada Lie, and the crew for Eva Moe.", ["Bo Ek"]),
        ("Who testified for Moe?", "Bo Ek testified for Ada Lie, and the crew slept.", []),
        ("Whom did Lie give a medal?", "On Monday Ada Lie gave her a medal.", ["her"]),
        ("To whom did Lie give a medal?", "On Monday Ada Lie gave a medal to the cook.", ["the cook"]),
        ("To whom did Lie give a medal?", "On Monday Ada Lie gave the cook a medal.", ["the cook"]),
        ("Whom did Lie give a medal to?", "On Monday Ada Lie gave a medal to the cook.", ["the cook"]),
        ("From whom did Lie hide a medal?", "On Monday Ada Lie hid a medal from the cook.", ["the cook"]),
        ("To whom did Ek give a medal?", "On Monday Ada Lie gave a medal to the cook.", []),
        ("Who gave Moe the medal?", "The cook gave the medal to Eva Moe.", ["The cook"]),
        ("Who gave the medal to Moe?", "The cook gave Eva Moe the medal.", ["The cook"]),
        ("Who gave the medal to Ek?", "The cook gave Eva Moe the medal.", []),
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
        ("Whom did Lie beat in June?", "It was won by Bo Ek, who lost to Ada Lie in June.", ["Bo Ek"]),
        ("Whom did Lie beat in June?", "It was won by Bo Ek, who lost to Eva Moe in June.", []),
        ("Whom did Lie beat in June?", "It was won by Bo Ek, who lost to Ada Lie in July.", []),
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


def test_what_it_is_may_be_told_before() -> None:
    text = "Ada Lie won a medal. It rained. She wept. Bo Ek gave it to the cook."
    sentences = split(Article("a", "", text))
    places = [alone(one) for one in sentences]
    found = plainly_told("Who gave the medal to the cook?", places, lambda _: sentences)
    assert [one.words.of(text) for one in found] == ["Bo Ek"]
    assert plainly_told("Who gave the hat to the cook?", places, lambda _: sentences) == []
    assert plainly_told("Who gave to weep?", places, lambda _: sentences) == []


@pytest.mark.parametrize(
    ("question", "expected"), [("Who left the gold?", ["a countess"]), ("Who left the house?", [])]
)
def test_what_it_was_may_stand_before_its_clause(question: str, expected: list[str]) -> None:
    assert told(question, "The bank lost the six bars of gold that a countess had left to the house.") == expected


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        ("Did Lie want the medal?", "The jury gave her the medal. Ada Lie did not want it.", Verdict.NO),
        ("Did Lie want the medal?", "The jury gave her the medal. Ada Lie wanted it.", Verdict.YES),
        ("Did Ek want the medal?", "The jury gave her the medal. Ada Lie did not want it.", None),
        ("Did Lie want the hat?", "The jury gave her the medal. Ada Lie did not want it.", None),
        ("Did Lie thank Ek?", "The cook thanked Ek. Lie thanked the cook.", None),
        ("Did Lie thank Ek?", "Lie would have thanked Ek.", None),
        ("Did Lie resign?", "Ek demanded that Ada Lie resign.", None),
        ("Did Lie resign?", "Ek says that Ada Lie did resign.", Verdict.YES),
        ("Did Lie thank Ek?", "She denied that Lie had thanked Ek.", None),
        ("Did Lie thank Ek?", "She said that Lie had thanked Ek.", Verdict.YES),
        ("Did Lie vote for the plan?", "Ada Lie voted for the plan.", Verdict.YES),
        ("Did Lie vote for the plan?", "Ada Lie voted against the plan.", None),
        ("Would Lie thank Ek?", "Lie thanked Ek.", None),
        ("Was Lie thanked?", "Ek thanked Lie.", None),  # asked of whom it is done to
    ],
)
def test_whether_it_was_done_is_plain(question: str, text: str, verdict: Verdict | None) -> None:
    sentences = split(Article("a", "", text))
    found = plainly_said(question, [alone(one) for one in sentences], lambda _: sentences)
    told = {known: [one.evidence.text for one in read] for known, read in found.items() if read}
    assert told == ({verdict: [sentences[-1].text]} if verdict else {})


@pytest.mark.parametrize(
    ("question", "text", "pairs"),
    [
        ("Who took whom to Oslo?", "Ada Lie picked up Bo Ek and took him to Oslo.", [("Ada Lie", "him")]),
        ("Who took whom to Lima?", "Ada Lie picked up Bo Ek and took him to Oslo.", []),
        ("Who took whom?", "Bo Ek was taken by the crew.", [("the crew", "Bo Ek")]),
        ("Who apologised to whom?", "Ada Lie apologised to the crew.", [("Ada Lie", "the crew")]),
        ("Who apologised to whom?", "Ada Lie did not apologise to the crew.", []),
        ("Who gave whom a hat?", "Ada Lie gave the crew a hat.", [("Ada Lie", "the crew")]),
        ("Who will take whom?", "Bo Ek was taken by the crew.", []),
        ("Who invited whom to what?", "Ada Lie invited the crew to tea.", []),  # three
    ],
)
def test_who_plainly_did_it_to_whom(question: str, text: str, pairs: list[tuple[str, str]]) -> None:
    window, blanks = window_of(text), blanks_of(question)
    assert blanks is not None
    assert [one.words() for one in plain_pairs(blanks, [window], lambda _: window.sentences)] == pairs
