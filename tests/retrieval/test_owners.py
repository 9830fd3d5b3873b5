import pytest

from retrieval.owners import asks_whose, others, owner_in
from tests.conftest import read_in


def owner(question: str, text: str, read: str) -> str | None:
    words, sentence = read_in(text, read)
    found = owner_in(words, question, sentence)
    return sentence.words(found) if found else None


@pytest.mark.parametrize(
    ("question", "text", "read", "expected"),
    [
        ("Whose agent left?", "Lie's agent, Bo Ek, left.", "Lie's", "Lie"),
        ("Whose agent left?", "Lie's agent, Bo Ek, left.", "Lie's agent", "Lie"),
        ("Whose agent left?", "Lie's agent, Bo Ek, left.", "Bo Ek", None),
        ("Whose younger son sang?", "The mayor’s son sang.", "The mayor", "The mayor"),
        ("Whose son saw it?", "It was seen by Bo Ek and her elder son.", "her", "her"),
        ("Whose son saw it?", "It was seen by his own son.", "his own", "his"),
        ("Whose son saw it?", "A son of the baker Ana Ruiz saw it.", "Ana Ruiz", "Ana Ruiz"),
        ("Whose help did Ek accept?", "Ek accepted the help of Norland.", "Norland", "Norland"),
        ("Whose barn burnt?", "The barn of the old baker burnt.", "the old", "the old baker"),
        ("Whose idea was it?", "The idea came from a teacher, Eva Moe, in June.", "Eva Moe", "Eva Moe"),
        ("Whose lorry was it?", "Three had seen a lorry: Eva Moe, her son and Bo.", "her", None),
        ("Whose lorry was it?", "Three had seen a lorry.", "a", None),
        ("Whose wife sang?", "It was Bo Ek, whose late wife sang.", "Bo Ek", "Bo Ek"),
        ("Whose arm was broken?", "It was Bo Ek, 19, whose arm was broken.", "Bo Ek", "Bo Ek"),
        ("Whose arm was broken?", "It was Bo Ek, the cook, whose left arm broke.", "Bo Ek", "Bo Ek"),
        ("Whose arm was broken?", "Bo Ek saw Ada Lie, 19, whose arm broke.", "Bo Ek", None),
        ("Who left?", "Lie's agent left.", "Lie's", None),
    ],
)
def test_who_has_what_is_asked_for(question: str, text: str, read: str, expected: str | None) -> None:
    assert owner(question, text, read) == expected


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Whose hand did Krall kiss?", ["Krall"]),
        ("Whose brother hit Lie?", []),
        ("Who hit Lie?", ["Lie"]),
        ("Whom did Ada Lie thank for Bo Ek?", ["Ada Lie", "Bo Ek"]),
    ],
)
def test_who_in_a_question_is_not_asked_for(question: str, names: list[str]) -> None:
    assert others(question) == names
    assert asks_whose(question) is question.startswith("Whose")
