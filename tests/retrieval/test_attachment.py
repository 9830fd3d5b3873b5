import pytest

from retrieval.attachment import (
    are_listed,
    does_what_is_asked,
    given_to,
    is_acted_on,
    is_alone_with,
    is_apposed,
    is_doer_of_else,
    is_only_told,
    nearest_who,
    with_head,
    without_next,
)
from tests.conftest import place, window_of


@pytest.mark.parametrize(
    ("text", "one", "other", "listed"),
    [
        ("Ada Lie praised the crew and invited the cook and his dog, Bruna, to tea.", "the cook", "Bruna", True),
        ("Ada Lie praised the crew and invited the cook and his dog, Bruna, to tea.", "the cook", "the crew", False),
        ("Ada Lie praised the crew and invited the cook and his dog, Bruna, to tea.", "Ada Lie", "invited", False),
    ],
)
def test_members_of_one_list(text: str, one: str, other: str, listed: bool) -> None:
    assert are_listed(place(text, one), place(text, other), window_of(text)) is listed


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("It was sold by the widow of the man who stole it.", "the widow of the man", "the man"),
        ("It was sold by the widow of the man who stole it.", "the man", None),
        ("It was sold by the widow of the man, and Ada Lie stole it.", "the widow of the man", None),
        ("It was sold by the owner of the shop that stole it.", "the owner of the shop", None),
        ("It was sold by the widow of the man whom Ek stole it from.", "the widow of the man", None),
    ],
)
def test_who_did_it_stands_nearest_to_who(text: str, words: str, who: str | None) -> None:
    window = window_of(text)
    found = nearest_who(place(text, words), "Who stole it?", window)
    assert (window.words(found) if found else None) == who


@pytest.mark.parametrize(
    ("text", "words", "own"),
    [
        ("Ada Lie invited her former pupil to her house.", "her former pupil to her house", "her former pupil"),
        ("Ada Lie invited the ambassador to France.", "the ambassador to France", "the ambassador to France"),
        ("Ada Lie invited her former pupil to her house.", "her former pupil", "her former pupil"),
    ],
)
def test_where_somebody_is_invited_is_nobody(text: str, words: str, own: str) -> None:
    window = window_of(text)
    assert window.words(without_next(place(text, words), "Whom did Lie invite?", window)) == own


@pytest.mark.parametrize(
    ("text", "words", "acted_on"),
    [
        ("Ada Lie, the only member to vote against it, accused Bo Vik of lying.", "Bo Vik", True),
        ("Ada Lie, the only member to vote against it, accused Bo Vik of lying.", "Ada Lie", False),
        ("The paper quoted Bo Vik as saying that she had lied.", "Bo Vik", False),
        ("She had lied, according to Bo Vik.", "Bo Vik", False),
    ],
)
def test_whoever_something_is_done_to_does_not_say_it(text: str, words: str, acted_on: bool) -> None:
    assert is_acted_on(place(text, words), window_of(text)) is acted_on


@pytest.mark.parametrize(
    ("text", "words", "apposed"),
    [
        ("It was found by Ada Lie, a retired nurse, and her nephew Bo.", "a retired nurse", True),
        ("It was found by Ada Lie, the cook and her nephew Bo.", "her nephew Bo", False),
    ],
)
def test_who_is_described_behind_the_name(text: str, words: str, apposed: bool) -> None:
    before, own = place(text, "Ada Lie"), place(text, words)
    assert is_apposed((before.start, before.end), (own.start, own.end), text) is apposed


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("The nuns lent a painting to the museum of Tolm, which was glad.", "a painting", "the museum of Tolm"),
        ("The museum gave the painting back to the convent from which it came.", "the painting", "the convent"),
        ("The nuns lent it to the museum again.", "it", "the museum"),
        ("The nuns lent a painting to the museum.", "The nuns", None),
        ("The nuns lent Ek a painting.", "Ek", None),
        ("The nuns lent a painting.", "a painting", None),
    ],
)
def test_whom_a_thing_was_given_to(text: str, words: str, whom: str | None) -> None:
    window, verb = window_of(text), "gave" if "gave" in text else "lent"
    found = given_to(place(text, words), verb, window)
    assert (window.words(found) if found else None) == whom


@pytest.mark.parametrize(
    ("question", "text", "words", "whole"),
    [
        ("Who threw shoes?", "About 200 supporters of Acme threw shoes.", "Acme", "About 200 supporters of Acme"),
        ("Whom did Ek arrest?", "Ek arrested two supporters of Acme.", "Acme", "two supporters of Acme"),
        ("Who threw shoes?", "The University of Oslo threw shoes.", "Oslo", "Oslo"),
        ("Who slept?", "About 200 supporters of Acme threw shoes.", "Acme", "Acme"),
    ],
)
def test_who_did_it_is_told_with_whom_they_belong_to(question: str, text: str, words: str, whole: str) -> None:
    window = window_of(text)
    assert window.words(with_head(place(text, words), question, window)) == whole


@pytest.mark.parametrize(
    ("text", "words", "else_"),
    [
        ("The motion was tabled by the leader of the Centre Party, Bo Ek, after Lie had left.", "Bo Ek", True),
        ("It was said by Ek that Lie had left.", "Ek", False),
        ("Ek said that Lie had left.", "Ek", False),
    ],
)
def test_who_did_something_else_says_nothing(text: str, words: str, else_: bool) -> None:
    assert is_doer_of_else(place(text, words), window_of(text)) is else_


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Lie informed Ek, who wrote to the bank.", "Ek", True),
        ("Lie informed Ek that Eva Moe, who sang, had left.", "Eva Moe", False),
        ("Lie informed Ek that the bank was shut.", "Ek", False),
    ],
)
def test_whom_somebody_told_did_what_is_told_behind_them(text: str, words: str, told: bool) -> None:
    assert is_only_told(place(text, words), place(text, "Lie"), text) is told


@pytest.mark.parametrize(
    ("question", "words", "does"),
    [
        ("What was Nadia promised?", "Samira Fassi", True),
        ("What was Nadia given?", "Samira Fassi", False),
        ("What was Nadia promised?", "Nadia", False),
        ("What did Roe promise?", "Roe", True),
    ],
)
def test_who_does_what_is_asked_about(question: str, words: str, does: bool) -> None:
    text = "Nadia was promised a scholarship by the minister of education, Samira Fassi."
    text = "Roe promised Ek a hat." if words == "Roe" else text
    assert does_what_is_asked(place(text, words), question, text) is does


@pytest.mark.parametrize(
    ("text", "described", "alone"),
    [
        ("She was rung by the mayor, Ada Lie, and left.", "the mayor", True),
        ("She was rung by the mayor, Ada Lie, and a cook.", "the mayor", False),
        ("She was met by a ship, Ada Lie, and left.", "a ship", False),
        ("She was rung by Bo Ek, and Ada Lie left.", "Bo Ek", False),
    ],
)
def test_a_name_says_who_is_described_where_no_list_goes_on(text: str, described: str, alone: bool) -> None:
    assert is_alone_with(place(text, described), place(text, "Ada Lie"), window_of(text)) is alone
