import pytest

from retrieval.persons import Persons, form_in, name_in
from tests.conftest import window_of


def spoken_of(text: str) -> list[list[tuple[str, str, str]]]:
    """For each sentence what of it speaks of a person, who that is, and which pronoun goes with them."""
    sentences = window_of(text).sentences
    persons = Persons(sentences)
    read = [persons.in_sentence(sentence) for sentence in sentences]
    return [[(stretch.words, person.words, person.form) for stretch, person in found] for found in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lie left.", [("Ada Lie", "Ada Lie", "she")]),
        (
            "The governor, Paul Moe, left.",
            [("The governor", "Paul Moe", "he"), ("Paul Moe", "Paul Moe", "he")],
        ),
        ("Ada Lie, a nurse, left.", [("Ada Lie", "Ada Lie", "she"), ("a nurse", "Ada Lie", "she")]),
        ("The Spanish coach Ada Rey left.", [("Ada Rey", "Ada Rey", "she")]),
        ("Then Ada Lie left.", [("Ada Lie", "Ada Lie", "she")]),
        (
            "A spokeswoman for the owner, Kim Lund, left.",
            [("A spokeswoman", "Kim Lund", "she"), ("the owner", "the owner", ""), ("Kim Lund", "Kim Lund", "she")],
        ),
        ("Its owner, the fund Trygg, sank.", [("Its owner", "Its owner", "")]),
        ("Sato's widow left.", [("widow", "widow", "she")]),
        ("The crew left the harbour in June.", []),
        ("Norway and Ada Lie left.", [("Ada Lie", "Ada Lie", "she")]),
        ("On Monday Ada Lie left.", [("Ada Lie", "Ada Lie", "she")]),
        ("LIMA, June 2 (Andes) - Ada Lie left.", [("Ada Lie", "Ada Lie", "she")]),
        ("Moravska paid Ada Lie, who was born in Moravska.", [("Ada Lie", "Ada Lie", "she")]),
        ("His Moravian friend, Ada Lie, left.", [("Ada Lie", "Ada Lie", "she")]),
    ],
)
def test_names_and_descriptions_of_one_person_belong_together(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert spoken_of(text)[0] == expected


def test_a_person_is_known_by_a_shorter_name_and_by_what_they_are() -> None:
    text = "Captain Ana Duarte left. It rained on Duarte. The captain slept. The captain of Norway's team did not."
    assert spoken_of(text)[1:] == [
        [("Duarte", "Captain Ana Duarte", "she")],
        [("The captain", "Captain Ana Duarte", "she")],
        [("The captain", "The captain", "")],
    ]


def test_of_two_with_one_last_name_it_is_whose_the_article_calls_so_or_who_came_first() -> None:
    text = "Ada Lie left. Her nephew, Bo Lie, slept. Lie sang. At the court Lie wept. Kim Ek, who knew Bo Lie, left."
    assert [who for found in spoken_of(text)[2:4] for _, who, _ in found] == ["Ada Lie", "Ada Lie"]


def test_a_relative_clause_does_not_part_a_description_from_its_name() -> None:
    text = "The engineer who drew the dam, Otto Vries, left. The man who met the mayor, Ada Lie, left."
    assert [{who for _, who, _ in found} for found in spoken_of(text)] == [{"Otto Vries"}, {"The man", "Ada Lie"}]


def test_what_a_person_is_called() -> None:
    persons = Persons(window_of("Minister Ana Duarte left.").sentences)
    ((_, person),) = persons.in_sentence(window_of("Minister Ana Duarte left.").sentences[0])
    called = ["Duarte", "Ana Duarte", "the minister"]
    assert [
        name for name in [*called, "Ana", "the transport minister", "the mayor", ""] if person.is_called(name)
    ] == called


def test_two_who_turn_out_to_be_one_are_one() -> None:
    text = "Peter Ek came. A farmer came. The farmer, Peter Ek, left. Ek slept."
    assert [found[-1][1] for found in spoken_of(text)] == ["Peter Ek", "A farmer", "Peter Ek", "Peter Ek"]


@pytest.mark.parametrize(
    ("words", "form"),
    [("Lie", "she"), ("Ada Lie", "she"), ("Ek", "he"), ("the waiter", "he"), ("Oslo", ""), ("Bo", ""), ("", "")],
)
def test_he_or_she_as_an_article_has_it(words: str, form: str) -> None:
    text = "Ada Lie thanked the waiter, Peter Ek, in Oslo. Lie then left."
    assert form_in(window_of(text).sentences, words) == form


@pytest.mark.parametrize(
    ("description", "name"),
    [("the judge", "Judge Ada Lie"), ("the mayor", "Bo Ek"), ("the nurse", ""), ("the cook", "")],
)
def test_a_description_has_the_name_of_the_only_one_who_is_called_so(description: str, name: str) -> None:
    text = "Judge Ada Lie came. The mayor, Bo Ek, met nurse Eva Moe and nurse Ida Roe. A cook slept."
    assert name_in(window_of(text).sentences, description) == name
