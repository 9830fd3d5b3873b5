import re

import pytest

from corpus.article import Span
from retrieval.parser import parsed
from retrieval.syntax import is_not_object, is_not_subject, pronouns_beside
from tests.conftest import window_of

COURT = "A court in Florence acquitted the director, Elena Conti, and jailed her deputy, Sandro Ricci."
PACK = "The canton has asked the government for permission to shoot the wolves."


def place(text: str, words: str) -> Span:
    found = re.search(rf"\b{words}\b", text)
    assert found
    return Span(*found.span())


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Who jailed someone?", COURT, "Elena Conti", True),
        ("Who jailed someone?", COURT, "A court in Florence", False),
        ("Who asked for permission?", PACK, "the government", True),
        ("Who asked for permission?", PACK, "The canton", False),
        ("Who ignored someone?", "Most of them, he said, ignored him.", "he", True),
        ("Who ignored someone?", "Most of them, he said, ignored him.", "Most of them", False),
        ("Who thanked Ek?", "Ek was thanked by the mayor of Selin, and Ada Lie left.", "Ada Lie", True),
        ("Who thanked Ek?", "Ek was thanked by the mayor of Selin, and Ada Lie left.", "the mayor", False),
        ("Who welcomed Bo Ek?", "Bo Ek, welcomed in front of everyone by Ines Vik, walked home.", "Ines Vik", False),
        ("Who thanked Ek?", "Ada Lie was met by Bo Vik and thanked Ek.", "Ada Lie", False),
        ("Who thanked Ek?", "Ada Lie was met by Bo Vik and thanked Ek.", "Bo Vik", True),
        ("Who waited?", "About 200 people waited outside, among them the mayor and the bishop.", "the bishop", False),
        ("Who flew it?", "A drone flown by a local farmer, Bo Ek, finally found the boys in a cave.", "Bo Ek", False),
        ("Who answered?", "I have written to Ada Lie, and she has not answered.", "she", True),
        ("Who has not answered?", "I have written to Ada Lie, and she has not answered.", "she", False),
        # What is not plain counts for nobody: who "she" is, what "which" follows, a deed without a subject.
        ("Who thanked Ek?", "Ada Lie said that she had thanked Ek.", "Ada Lie", False),
        ("Who thanked Ek?", "The mayor met Ada Lie, who thanked Ek.", "The mayor", True),
        ("Who thanked Ek?", "The mayor met Ada Lie, who thanked Ek.", "Ada Lie", False),
        ("Who thanked Ek?", "He met the mayor of Selin, Ada Lie, who thanked Ek.", "the mayor", False),
        ("Who thanked Ek?", "Ada Lie met the mayor, which pleased Ek.", "Ada Lie", False),
        ("Who killed sheep?", f"{PACK[:-1]} that killed sheep.", "the government", True),
        ("Who thanked Ek?", "Ada Lie left without thanking Ek.", "Ada Lie", False),
        ("Who praised Ek?", "Ada Lie left.", "Ada Lie", False),
        ("Who thanked Ek?", "Ada Lie said that he had thanked Ek.", "Ada Lie", True),
        ("Whom did Lie thank?", COURT, "Elena Conti", False),
    ],
)
def test_others_are_the_subject(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_subject(place(text, words), question, window_of(text)) is other


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Whom did Lie appoint?", "Lawmakers left, and Ada Lie, who appointed him in May, wept.", "Lawmakers", True),
        ("Whom did Ek thank?", "The ruling was welcomed by Bo Ek, who thanked the court.", "The ruling", True),
        ("Whom did Ek thank?", "Ada Lie left after Ek had thanked the court.", "Ada Lie", True),
        ("Whom did Ek thank?", "Ada Lie left after Ek had thanked the court.", "the court", False),
        ("Whom did cooks carry?", "Eleni Raptis says that he was carried out by cooks.", "Eleni Raptis", True),
        (
            "Whom did cooks carry?",
            "Ada Lie says that he was hit by a lamp and carried out by cooks.",
            "Ada Lie",
            True,
        ),
        ("Whom did cooks carry?", "Petros Raptis says that he was carried out by cooks.", "Petros Raptis", False),
        ("To whom did he sell it?", "He sold the bell, which he owed to Ek, to collectors.", "Ek", True),
        ("To whom did he sell it?", "He sold the bell, which he owed to Ek, to collectors.", "collectors", False),
        ("To whom did he sell it?", "He sold collectors the bell that he owed to Ek.", "collectors", False),
        ("To whom did he sell it?", "He sold the bell.", "the bell", False),
        ("Who was acquitted?", COURT, "Sandro Ricci", True),
        ("Who was acquitted?", COURT, "Elena Conti", False),
        ("Who was acquitted by a court?", COURT, "Sandro Ricci", False),
        ("Whom did Ek thank?", "The man whom Ek thanked left.", "The man", False),
        ("Whom did Ek thank?", "The guest whom Ek thanked in the new school was Ada Lie.", "Ada Lie", False),
        ("Whom did Ek choke?", "Bo Vik applauded Eva so soon after Ek had choked Bo Vik.", "Bo Vik", False),
        ("Whom did Ek assist?", "Ada Lie walked out, assisted moments earlier by Ek.", "Ada Lie", False),
        ("Whom did Ek thank?", "Ek praised and thanked the crew.", "the crew", False),
        ("Whom did Ek thank?", "Ek apologised to Lie, and thanked.", "Lie", False),
        ("Who thanked Ek?", "Ada Lie left after Ek had thanked the court.", "Ada Lie", False),
    ],
)
def test_others_are_the_object(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_object(place(text, words), question, window_of(text)) is other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lie and Ek quarrelled after she beat him.", ("she", "he")),
        ("Lie beat her.", ("", "she")),
        ("She was beaten by Ek.", ("", "she")),
        ("She beat Lie, and he beat Ek.", ("", "")),
        ("She left.", ("", "")),
    ],
)
def test_who_stands_beside_a_verb(text: str, expected: tuple[str, str]) -> None:
    assert pronouns_beside("beat", window_of(text).sentences[0]) == expected


def test_a_sentence_whose_parse_has_no_verb_at_its_top_says_nothing() -> None:
    text = "Its information minister, Alain Toure, accused Qatar of dealing with terrorists behind its back."
    assert [one.tag for one in parsed(text) if one.role == "ROOT"] == ["NN"]
    assert not is_not_subject(place(text, "Alain Toure"), "Who accused Qatar?", window_of(text))
