import pytest

from retrieval.denials import (
    denials,
    denies_what_was_told,
    has_verb,
    is_excepted,
    is_not_only,
    lacks_denial,
    verb_of,
)
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("rest", "text", "words"),
    [
        ("leave the team", "Lie said that she would not leave the team.", "would not leave the team"),
        ("leave the team", "Lie didn't even leave the team, she said.", "didn't even leave the team"),
        ("return the pay", "Lie got pay. She does not intend to return it.", "does not intend to return it"),
        ("return the pay", "They don't want to return the pay.", "don't want to return the pay"),
        ("been measured", "The ice still has not been measured.", "still has not been measured"),
        ("win the cup", "They never won the cup.", "never won the cup"),
        ("comment on Ek", "Ek is her cousin. She refused to comment.", "refused to comment"),
        (
            "comment on Ek",
            "Ek is her cousin. She has so far declined to comment on him.",
            "declined to comment on him",
        ),
        (
            "pay for the tape",
            "The tape came by post. The paper denied having paid: it was sent.",
            "denied having paid",
        ),
        ("accept the engineers", "They took the pumps but turned down the engineers.", "turned down the engineers"),
        ("accept the fee", "He was offered a fee. He declined it, but stayed.", "declined it"),
        ("submit her text", "Both were asked to submit their texts. Bo did. Lie refused.", "refused"),
        ("submit her text", "Lie was asked to submit her text, but refused to do so.", "refused to do so"),
        ("accept the fee", "Ek accepted the fee. Bo Lie did not.", "did not"),
        ("paid anything", "Ek, who has paid nothing so far, will wait.", "paid nothing so far"),
        ("accept the fee", "He was offered a fee. He turned it down.", "turned it down"),
        (
            "question Bo Ek",
            "She has questioned Ada Lie, but not yet Eva Moe or Bo Ek.",
            "questioned Ada Lie, but not yet Eva Moe or Bo Ek",
        ),
        ("accept the work", "She offered them work. Ten accepted. Bo declined: she was ill.", "declined"),
    ],
)
def test_what_is_not_done_is_told_in_these_words(rest: str, text: str, words: str) -> None:
    window = window_of(text)
    found = list(denials(rest, window))
    assert [one.words for one in found] == [words]
    assert found[0].sentence == window.sentences[-1]


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        ("leave the team", "Lie would not say whether she would leave the team."),
        ("leave the team", "Lie did not leave the hall."),
        ("leave the team", "Lie left the team."),
        ("accept the pumps", "They accepted the pumps but turned down the engineers."),
        ("accept the job", "She declined to comment on the job."),
        ("leave", "He did not want to leave."),
        ("hurt Bo", "He did not intend to hurt Bo."),
        ("submit her text", "Lie was asked to show her text. She refused."),
        ("praise the band", "Lie praised the band. She offered it a prize, which it declined."),
        ("submit her text", "Lie submitted her text. She refused to comment."),
        ("thank Bo", "He did not thank Ada."),
        ("accept the fee", "Ek accepted the hat. Lie did not."),
        ("accept the fee", "Ek paid the fee. Lie did not."),
        ("Bo's friend", "It is not Bo."),
        ("be", "It is not so."),
        ("question Lie", "She has questioned Ada Lie, but not yet Eva Moe or Bo Ek."),
    ],
)
def test_other_words_deny_nothing_of_it(rest: str, text: str) -> None:
    assert list(denials(rest, window_of(text))) == []


@pytest.mark.parametrize(
    ("rest", "text", "found"),
    [
        ("say who won", "Lie said so.", True),
        ("have said who won", "Lie says so.", True),
        ("say who won", "Lie was asked.", False),
        ("Oslo", "Oslo won.", False),
    ],
)
def test_a_text_may_have_the_verb_that_is_asked(rest: str, text: str, found: bool) -> None:
    assert has_verb(rest, text) is found


@pytest.mark.parametrize(
    ("question", "expected"), [("Did Ada Lie take the harp?", True), ("Did Ada Lie take the hat?", False)]
)
def test_a_thing_may_be_excepted(question: str, expected: bool) -> None:
    assert is_excepted(question, "He offered a hat, which Ada Lie took, and a harp, which she did not.") is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Carr insult Blythe?", "Carr did not only insult Blythe but also hit her.", True),
        ("Did Carr insult Blythe?", "Carr didn't just insult Blythe.", True),
        ("Did Carr hit Blythe?", "Carr did not only insult Blythe.", False),
        ("Did Carr insult Blythe?", "Carr did not insult Blythe.", False),
    ],
)
def test_not_only_is_no_denial(question: str, sentence: str, expected: bool) -> None:
    assert is_not_only(question, sentence) is expected


@pytest.mark.parametrize(
    ("rest", "verb"),
    [
        ("have a cold", ("have", "a cold")),
        ("have thanked Ek", ("thanked", "Ek")),
        ("thank Ek", ("thank", "Ek")),
        ("Ek", ("", "")),
    ],
)
def test_the_verb_of_what_is_asked(rest: str, verb: tuple[str, str]) -> None:
    assert verb_of(rest) == verb


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Her lawyer denied this.", True),
        ("Ada Lie, who was there, rejects the claim as absurd.", True),
        ("Lie has denied it.", True),
        ("Lie denied having sung.", False),
        ("Lie rejected the offer.", False),
        ("It rained, and Lie left. Ek denied this.", False),
    ],
)
def test_what_was_told_may_be_denied_in_the_next_sentence(sentence: str, expected: bool) -> None:
    assert denies_what_was_told(sentence) is expected


@pytest.mark.parametrize(
    ("rest", "sentence", "expected"),
    [
        ("sack her nephew", "Lie got rid of him when he refused to play her nephew.", True),
        ("sack her nephew", "Lie refused to sack her nephew.", False),
        ("accept a fee", "Lie refused a fee.", False),
        ("give an interview", "Lie declined to be interviewed.", False),
        ("return the horse", "The museum has refused to do so.", False),
        ("sign it", "She never did.", False),
    ],
)
def test_a_no_needs_the_verb_or_a_denial(rest: str, sentence: str, expected: bool) -> None:
    assert lacks_denial(rest, sentence) is expected
