import pytest

from retrieval.identity import asks_identity, denies_identity, has_only_another_title, identities
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is Ada Lie the mayor?", "The mayor, Ada Lie, thanked Ek."),
        ("Is Ada Lie the mayor?", "“It rains,” mayor Ada Lie said."),
        ("Is Ada Lie the prime minister?", "Prime Minister Lie thanked Ek."),
        ("Is Lie a minister?", "The British minister Ada Lie left."),
        ("Is Ada Lie a nurse?", "Ada Lie, 58, a nurse from Oslo, left."),
        ("Is Ada Lie a nurse from Oslo?", "Ada Lie, a nurse from Oslo, left."),
        ("Is Ada Lie Bo Ek's sister?", "Bo Ek's sister, Ada Lie, left."),
        ("Was Ada Lie the director of Ulm zoo?", "The director of Ulm zoo, Ada Lie, left."),
        ("Is Ada Lie the secretary?", "Ek's secretary, Ada Lie, left."),
        ("Is Ada Lie a judge?", "The judge who wrote it, Ada Lie, left."),
        ("Is Ada Lie the conductor?", "The choir's conductor, Ada Lie, left."),
    ],
)
def test_somebody_is_what_stands_beside_the_name(question: str, text: str) -> None:
    window = window_of(text)
    (found,) = identities(question, [window])
    assert (found.words, (found.evidence,)) == (window.span, window.sentences)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is Ada Lie the mayor?", "The deputy mayor, Ada Lie, thanked Ek."),
        ("Is Ada Lie the mayor?", "Former mayor Ada Lie thanked Ek."),
        ("Is Ada Lie the mayor?", "Deputy Mayor Ada Lie thanked Ek."),
        ("Is Ada Lie the mayor?", "The mayor thanked Ada Lie."),
        ("Is Ada Lie the mayor?", "The mayor's wife, Ada Lie, left."),
        ("Is Ada Lie the mayor?", "The mayor, Bo Ek, thanked Ada Lie, a nurse."),
        ("Is Ada Lie the caretaker?", "He spoke to Ada Lie, and praised the caretaker, Bo Ek."),
        ("Is Ada Lie the mayor of Ulm?", "The mayor of Oslo, Ada Lie, left."),
        ("Is Ada Lie Bo Ek's sister?", "Ib Moe's sister, Ada Lie, left."),
        ("Did Ada Lie leave?", "Ada Lie, the mayor, left."),
        ("Is the mayor a nurse?", "The mayor, a nurse, left."),
    ],
)
def test_somebody_is_not_what_another_is(question: str, text: str) -> None:
    assert identities(question, [window_of(text)]) == []


def test_a_question_may_ask_what_somebody_is() -> None:
    assert asks_identity("Was Ada Lie a nurse?")
    assert not asks_identity("Was Ada Lie seen?")
    assert not asks_identity("Who is Ada Lie?")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The former goalkeeper Ada Lie, now a butcher, left.", True),
        ("The goalkeeper's brother, Ada Lie, left.", True),
        ("Ada Lie, a retired goalkeeper, met another goalkeeper.", False),
        ("Ada Lie worked as a goalkeeper.", False),
        ("Ada Lie left.", False),
    ],
)
def test_a_title_may_be_another(sentence: str, expected: bool) -> None:
    assert has_only_another_title("Is Ada Lie a goalkeeper?", sentence) is expected


def test_only_a_sentence_with_a_not_denies_what_somebody_is() -> None:
    asked = "Is Ada Lie the judge?"
    assert denies_identity(asked, "Ada Lie is not the judge.")
    assert not denies_identity(asked, "The judge, Ada Lie, called that untrue.")
    assert not denies_identity(asked, "Ada Lie denied it.")
