import pytest

from corpus.article import Span
from retrieval.deeds import deed_of
from retrieval.reasons import holds_the_deed, is_bare_noun, is_only_when, reason_in
from tests.conftest import read_in, window_of


def reason(question: str, text: str, words: str) -> str:
    """What is given as the reason, of words that were read in a text of one sentence; "" where they are none."""
    deed, (read, window) = deed_of(question), read_in(text, words)
    assert deed
    found = reason_in(read, deed, window)
    return window.words(found) if found else ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lie thanked Ek for the boat.", "for the boat"),
        ("Lie thanked Ek for the boat.", "the boat"),
        ("Lie thanked Ek because he had come.", "because he had come"),
        ("Lie thanked Ek, because it rained.", "it rained"),
        ("Because it rained, Lie thanked Ek.", "Because it rained"),
        ("Lie invited and thanked Ek in return for a boat.", "in return for a boat"),
        ("Lie thanked Ek to please the crowd.", "to please the crowd"),
        ("Lie thanked Ek, who had come by bicycle.", "come by bicycle"),
        ("Lie thanked Ek and Bo for the boat.", "for the boat"),
        ("Lie was grateful to Ek for the boat.", "for the boat"),
        ("It was for having rowed that Lie thanked Ek.", "having rowed"),
        ("Lie thanked Ek after the loss of a boat.", "after the loss of a boat"),
        ("Lie thanked Ek after the crew complained.", "after the crew complained"),
        ("Lie thanked Ek after a heavy defeat.", "after a heavy defeat"),
        ("Lie thanked him for the boat, after Ek had left.", "for the boat"),
    ],
)
def test_reasons(text: str, words: str) -> None:
    assert reason("Why did Lie thank Ek?", text, words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lie thanked Ek in a message to all staff.", "in a message to all staff"),
        ("Lie thanked Ek at the harbour.", "at the harbour"),
        ("Lie thanked Ek and kissed the boy.", "kissed the boy"),
        ("Lie thanked Ek for five days.", "for five days"),
        ("Lie thanked Ek two days after he had come.", "after he had come"),
        ("Lie thanked Ek, but asked Bo for a doctor.", "for a doctor"),
        ("Lie thanked Ek, whom Bo had sued for theft.", "for theft"),
        ("Bo was treated for smoke in the ward where Lie thanked Ek.", "for smoke"),
        ("Lie thanked Bo for the boat and Ek.", "for the boat"),
        ("Lie thanked Bo for the boat and Ek for the oars.", "for the boat"),
        ("Lie, who had come by bicycle, thanked Ek.", "come by bicycle"),
        ("Ek was thanked by Lie, who had come by bicycle.", "come by bicycle"),
        ("Lie thanked Ek for it in a letter.", "for it in a letter"),
        ("Lie thanked Ek, a member of the ruling party.", "of the ruling party"),
        ("Lie thanked Ek, a member of the ruling party.", "the ruling party"),
        ("Ek was thanked by Lie.", "Lie"),
        ("Lie thanked Ek an hour before the curtain was to rise on it.", "to rise on it"),
        ("Lie thanked Bo for the boat, after Ek had left.", "for the boat"),
        ("Lie thanked Ek after the performance.", "the performance"),
        ("Lie thanked Ek after the final whistle and left.", "after the final whistle"),
        ("Lie thanked Ek for the boat and Bo for having come.", "having come"),
        ("Lie thanked Ek in return.", "in return"),
    ],
)
def test_what_is_no_reason(text: str, words: str) -> None:
    assert reason("Why did Lie thank Ek?", text, words) == ""


@pytest.mark.parametrize(
    ("question", "text", "words", "whole"),
    [
        (
            "Why did Lie sue Ek?",
            "Lie sued Ek after an inspector, Bo, demanded the tax.",
            "demanded the tax",
            "after an inspector, Bo, demanded the tax",
        ),
        ("Why was the boat delayed?", "The boat was delayed by fog.", "fog", "fog"),
        ("Why was Ek expelled?", "Ek was expelled by Bo.", "Bo", ""),
        (
            "Why did the bank apologise?",
            "The bank apologised to all who could not pay.",
            "all who could not pay",
            "could not pay",
        ),
        (
            "Why did the bank apologise?",
            "The bank apologised to customers who could not pay.",
            "to customers who could not pay",
            "could not pay",
        ),
        ("Why did Lie resign?", "Lie resigned since May.", "since May", "since May"),
        ("Why did Lie resign?", "Lie resigned rather than row for Ek.", "row for Ek", "rather than row for Ek"),
        ("Why did Lie thank Ek?", 'Lie thanked Ek for "years of work".', 'for "years of work', 'for "years of work"'),
        ("Why was Ek fired?", "It began after a man, Ek, was fired for theft.", "for theft", "for theft"),
    ],
)
def test_reasons_are_whole(question: str, text: str, words: str, whole: str) -> None:
    assert reason(question, text, words) == whole


def test_when_it_was_is_no_reason() -> None:
    text = "Lie refused during her last inspection because of the bees."
    for words, expected in [("her last inspection", True), ("last inspection", True), ("the bees", False)]:
        at = text.index(words)
        assert is_only_when(Span(at, at + len(words)), window_of(text)) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        (
            "Why did wolves kill the sheep?",
            "It was built after wolves killed 31 sheep.",
            "wolves killed 31 sheep",
            True,
        ),
        ("Why did Ek stay away?", "She blamed the defeat on Ek, who stayed away.", "She blamed the defeat", True),
        ("Why was Ek sued?", "Ek shot two wolves, for which he was sued.", "shot two wolves", False),
        ("Why did Ek stay away?", "His daughter was ill, and Ek stayed away.", "His daughter was ill", False),
    ],
)
def test_what_tells_the_deed_is_not_its_reason(question: str, text: str, words: str, expected: bool) -> None:
    deed = deed_of(question)
    assert deed
    span, window = read_in(text, words)
    assert holds_the_deed(span, deed, window) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ek, who had promised his vote, stayed away.", "his vote", True),
        ("Ek stayed away because of his vote.", "his vote", False),
        ("Ek was held up by the rain.", "the rain", False),
        ("Ek was held up by the rain.", "by the rain", False),
        ("Ek sold it to pay a lawyer.", "to pay a lawyer", False),
        ("His daughter was ill, and Ek stayed away.", "His daughter was ill", False),
    ],
)
def test_a_thing_that_stands_there_is_no_reason(text: str, words: str, expected: bool) -> None:
    span, window = read_in(text, words)
    assert is_bare_noun(span, window) is expected


def test_a_reason_has_its_verb() -> None:
    text = "The roof leaks because the ice beneath it, once thick, is melting."
    whole = "because the ice beneath it, once thick, is melting"
    assert reason("Why does the roof leak?", text, "because the ice beneath it") == whole
    assert reason("Why does the roof leak?", text, whole) == whole
