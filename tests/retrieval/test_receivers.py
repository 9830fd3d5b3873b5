import pytest

from retrieval.receivers import is_giving, receiver_or_gift, without_receiver
from tests.conftest import read_in


@pytest.mark.parametrize(
    ("text", "receiver", "gift"),
    [
        ("her a medal", "her", "a medal"),
        ("him his hat", "him", "his hat"),
        ("her 40 euros", "her", "40 euros"),
        ("them $40", "them", "$40"),
        ("the fishermen compensation, new nets", "the fishermen", "compensation, new nets"),
        ("the young nurse soup", "the young nurse", "soup"),
        ("Ada Lie a medal", "Ada Lie", "a medal"),
        ("Ada Lie economics", "Ada Lie", "economics"),
        ("the widow of Ada Lie a medal", "the widow of Ada Lie", "a medal"),
        ("the families of the dead 50,000 euros", "the families of the dead", "50,000 euros"),
        ("each of the two families 45,000 euros", "each of the two families", "45,000 euros"),
        ("the families 45,000 euros", "the families", "45,000 euros"),
        ("her one", "her", "one"),
    ],
)
def test_a_receiver_and_what_they_were_given_are_two(text: str, receiver: str, gift: str) -> None:
    read, window = read_in(f"Ek promised {text}.", text)
    assert window.words(receiver_or_gift(read, window, receiver=True)) == receiver
    assert window.words(receiver_or_gift(read, window, receiver=False)) == gift


@pytest.mark.parametrize(
    ("text", "words", "receiver"),
    [
        ("Ek paid a consultant 1.4 million kroner.", "1.4 million kroner", "a consultant"),
        ("Ek paid Ada Lie $50.", "$50", "Ada Lie"),
        ("Ek paid for a boat 50 euros.", "50 euros", "50 euros"),
        ("Ek paid Ada Lie a visit.", "a visit", "a visit"),
    ],
)
def test_whom_a_sum_was_given_stands_before_it(text: str, words: str, receiver: str) -> None:
    read, window = read_in(text, words)
    assert window.words(receiver_or_gift(read, window, receiver=True)) == receiver
    assert receiver_or_gift(read, window, receiver=False) == read


@pytest.mark.parametrize(
    "text",
    [
        "her lawyer",
        "a medal",
        "the teachers union",  # a group
        "Labour voters",
        "Ada Lie of Oslo",
        "its deputy minister",
        "the fishermen of Oslo",
        "the fishermen who came",
        "the boat compensation",
        "Ada Lie",
        "the fishermen",
    ],
)
def test_what_is_one_stays_one(text: str) -> None:
    read, window = read_in(f"Ek promised {text}.", text)
    assert receiver_or_gift(read, window, receiver=True) == receiver_or_gift(read, window, receiver=False) == read


def test_whom_flowers_were_sent_is_her() -> None:
    read, window = read_in("Ek sent her flowers.", "her flowers")
    assert window.words(receiver_or_gift(read, window, receiver=True)) == "her"
    assert receiver_or_gift(read, window, receiver=False) == read  # those that she has may be meant


@pytest.mark.parametrize("text", ["Ek blamed the fishermen compensation.", "the fishermen compensation"])
def test_no_other_verb_has_a_receiver(text: str) -> None:
    read, window = read_in(text, "the fishermen compensation")
    assert receiver_or_gift(read, window, receiver=True) == read


@pytest.mark.parametrize(
    ("word", "expected"), [("gave", True), ("promises", True), ("sent", True), ("blamed", False), ("", False)]
)
def test_verbs_that_have_a_receiver(word: str, expected: bool) -> None:
    assert is_giving(word) is expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lie gave the young men ", "Lie gave "),
        ("Lie promised him ", "Lie promised "),
        ("Lie sent Ada Ek ", "Lie sent "),
        ("Lie gave the boats ", "Lie gave the boats "),
        ("Lie blamed the men ", "Lie blamed the men "),
        ("Lie gave ", "Lie gave "),
        ("", ""),
    ],
)
def test_whom_something_is_given_may_end_a_text(text: str, left: str) -> None:
    assert without_receiver(text) == left


def test_whose_families_were_given_something_is_no_gift() -> None:
    read, window = read_in("Ek promised the families of the dead $50 each.", "the dead $50 each")
    assert window.words(receiver_or_gift(read, window, receiver=False)) == "$50 each"
