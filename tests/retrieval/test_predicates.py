import pytest

from retrieval.predicates import (
    ASKS_DONE_TO,
    ASKS_WHOM,
    WORD,
    before_verb,
    is_passive,
    told_at,
    verb_asked_for,
    verbs_of_whom,
)


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("Who has stolen it?", "stolen"),
        ("And who will give it back?", "give"),
        ("Who is to build it?", "build"),
        ("Who is building it?", "building"),
        ("Who has been building it?", "building"),
        ("Who was arrested?", ""),
        ("Who did Lie thank?", ""),
        ("What was stolen?", ""),
        ("Who has?", ""),
        ("Who did not answer it?", "answer"),
        ("Who hasn't answered it?", "answered"),
    ],
)
def test_what_somebody_did_who_is_asked_for(question: str, verb: str) -> None:
    assert verb_asked_for(question) == verb


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Whom did Ek order to thank Ada?", ["order"]),
        ("Whom did the court order to move her?", ["the", "court", "order"]),
        ("Whom did Ek threaten to sue?", ["threaten", "to", "sue"]),
        ("Whom did Ek thank?", ["thank"]),
        ("Who thanked Ek?", []),
    ],
)
def test_what_was_done_to_whom_is_asked_for(question: str, words: list[str]) -> None:
    assert verbs_of_whom(question) == words


@pytest.mark.parametrize(
    ("text", "verb", "before", "passive"),
    [
        ("Lie has since thanked them.", "thanked", "Lie", False),
        ("Lie was quietly thanked.", "thanked", "quietly", True),
        ("Lie, who is 80, thanked them.", "thanked", "is", False),
        ("Lie is thanking them.", "thanking", "is", False),
        ("Lie had never been thanked.", "thanked", "been", True),
    ],
)
def test_what_stands_before_a_verb(text: str, verb: str, before: str, passive: bool) -> None:
    tokens = list(WORD.finditer(text))
    at = [token.group() for token in tokens].index(verb)
    assert tokens[before_verb(tokens, at)].group() == before
    assert is_passive(tokens, at) is passive


def test_who_or_whom_is_asked_for() -> None:
    assert ASKS_WHOM.match("Who did Lie thank?")
    assert not ASKS_WHOM.match("Who thanked Lie?")
    assert ASKS_DONE_TO.match("Who was thanked?")
    assert not ASKS_DONE_TO.match("Who thanked Lie?")


def test_where_a_deed_is_told() -> None:
    tokens = list(WORD.finditer("Lie stole it, saw the theft and steals."))
    assert told_at(tokens, "steal") == [1, 7]
    assert told_at(tokens, "stolen", "see") == [1, 3, 7]
    assert told_at(tokens) == []
