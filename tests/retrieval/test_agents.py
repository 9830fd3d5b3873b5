import pytest

from retrieval.agents import agent_by_form, did_as_well, excepted, last_party
from tests.conftest import read_in


@pytest.mark.parametrize(
    ("question", "text", "words", "given"),
    [
        ("Who thanked Ek?", "He thanked Ek and gave her the baton of Otto Brandl.", "Otto Brandl", "He"),
        ("Who thanked Ek?", "It rained, and she has also thanked Ek for Brandl.", "Brandl", "she"),
        ("Who thanked Ek?", "Bo thanked Ek for Brandl.", "Brandl", None),
        ("Who thanked Ek?", "He thanked the driver, and Bo thanked Ek.", "Bo", None),
        ("Who thanked Ek?", "He was thanked by Ek and Brandl.", "Brandl", None),
        ("Who thanked them?", "He thanked them and Brandl.", "Brandl", None),
        ("Whom did Ek thank?", "He thanked Ek and Brandl.", "Brandl", None),
        (
            "Who broadcast it?",
            "His daughter sent it to a radio station, which broadcast it.",
            "His daughter",
            "a radio station",
        ),
        ("Who thanked Ek?", "Bo sold it to Ada Lie, who has since thanked Ek.", "Bo", "Ada Lie"),
        ("Who sang?", "She met the men, the boys and her mother, who had sung.", "the men", "her mother"),
        ("Who sang?", "She met the men and her mother, who had sung.", "the men", None),
        ("Who thanked Ek?", "Bo met Ada Lie, a driver who thanked Ek.", "Bo", "a driver"),
        ("Who thanked Ek?", "Ada Lie, a driver, who thanked Ek, left.", "Ada Lie", None),
        ("Who thanked Ek?", "He named Ada Lie, a driver from Oslo, who had thanked Ek.", "Ada Lie", None),
        ("Who thanked Ek?", "Bo met a driver of Oslo, who had thanked Ek.", "Bo", None),
        ("Who thanked Ek?", "Bo met Ada Lie, whom Ek thanked.", "Bo", None),
        ("Who thanked Ek?", "Lie's first act was to thank Ek.", "Lie's first", "Lie"),
        ("Who thanked Ek?", "Lie's first act was to thank Ek.", "Ek", None),
        ("Who bought it?", "It went to the school, whose head, Ada Lie, had bought it.", "the school", "Ada Lie"),
        ("Who bought it?", "It went to the school, whose head Ada Lie bought it.", "the school", "Ada Lie"),
        ("Who bought it?", "It went to the school, whose head bought it.", "the school", None),
        ("Who sold it?", "Ada Lie is 31; the shop that had sold it insists on 45.", "Ada Lie", "the shop"),
        ("Who sold it?", "The old shop that sold it insists on 45.", "The old shop", None),
        ("Who sold it?", "Lie met the man that was sold it.", "Lie", None),
        ("Who sold it?", "Lie met Ek, the man that sold it.", "Ek", None),
        ("Who gave it?", "Angus Ek named her Pharos, and it was she who gave it.", "Angus Ek", "she"),
        ("Who gave it?", "The cook, Angus Ek, named her, and it was she who had given it.", "The cook", "she"),
        ("Who gave it?", "Angus Ek named him Bo, and it was he who gave it.", "Angus Ek", None),
        ("Who gave it?", "Angus Ek named her Pharos, and it was she who gave it.", "Pharos", None),
    ],
)
def test_who_stands_before_the_verb_did_it(question: str, text: str, words: str, given: str | None) -> None:
    read, window = read_in(text, words)
    found = agent_by_form(read, question, window)
    assert (window.words(found) if found else None) == given


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Nobody was hurt except a teacher, Ada Lie.", "Nobody", "a teacher"),
        ("No one came apart from Ada Lie.", "No one", "Ada Lie"),
        ("Nobody came, and Lie left.", "Nobody", "Nobody"),
        ("Ek came, as did all except Lie.", "Ek", "Ek"),
    ],
)
def test_whom_nobody_is_not(text: str, words: str, who: str) -> None:
    read, window = read_in(text, words)
    assert window.words(excepted(read, window)) == who


@pytest.mark.parametrize(
    ("question", "text", "words", "also"),
    [
        ("Who attended the feast?", "Lie attended it, as did the city's mayor, Bo Ek.", "Lie", "the city's mayor"),
        ("Who sang?", "Lie sang, and so did Ek.", "Lie", "Ek"),
        ("Who has resigned?", "Lie has resigned, as have two ministers.", "Lie", "two ministers"),
        ("Who was praised?", "Lie was praised, as was Bo Ek.", "Lie", "Bo Ek"),
        ("Who was praised?", "Lie was praised, as was the mayor, Bo Ek.", "Lie", "the mayor"),
        ("Who was praised?", "Lie was praised, as was the custom.", "Lie", None),
        ("Who sang?", "Lie sang, as was expected.", "Lie", None),
        ("Who was thanked?", "Lie was thanked, as did Ek.", "Lie", None),
        ("Whom did Lie thank?", "Lie thanked Ek, as did Bo.", "Ek", None),
        ("Who danced?", "Lie sang, as did Ek.", "Lie", None),
        ("Who opposed it?", "Lie opposed it; so did the mayor, whose son sang.", "Lie", "the mayor"),
        ("Who will not miss it?", "She will not miss it, she said, and neither will the sheep.", "She", "the sheep"),
        ("Who sang?", "Lie sang.", "Lie", None),
    ],
)
def test_who_did_the_same(question: str, text: str, words: str, also: str | None) -> None:
    read, window = read_in(text, words)
    found = did_as_well(read, question, window)
    assert (window.words(found) if found else None) == also


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        (
            "Nurses will watch it, as Ek had asked, and Karvia will pay.",
            "Nurses will watch it, as Ek had asked, and Karvia",
            "Karvia",
        ),
        ("Lie was late but the club will pay.", "Lie was late but the club", "the club"),
        ("Lie was late but will pay.", "Lie was late but", None),
        ("The men who have left and the club will pay.", "The men who have left", None),
        ("Lie and the club will pay.", "Lie and the club", None),
        ("The firm gave 300, Lie 50, and the club will pay.", "Lie 50, and the club", "the club"),
        ("The 50 men and the club will pay.", "The 50 men and the club", None),
    ],
)
def test_of_two_clauses_the_last_one_has_who_did_it(text: str, words: str, party: str | None) -> None:
    read, window = read_in(text, words)
    found = last_party(read, window)
    assert (window.words(found) if found else None) == party
