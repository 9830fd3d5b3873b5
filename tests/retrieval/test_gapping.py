import pytest

from retrieval.gapping import (
    did_it_too,
    did_with_them,
    gapped_figure,
    gave_another_thing,
    is_others_figure,
    names_who_did_it_too,
    receiver_too,
)
from tests.conftest import place, read_in, window_of

TEXT = "She met Ada Lie, whom Reker thanked for her patience and Bo Solheim for her jokes."


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Who thanked Lie?", TEXT, "Reker", "Bo Solheim"),
        ("Who thanked Lie?", TEXT, "Bo Solheim", None),
        ("Who thanked Lie?", TEXT, "Ada Lie", None),
        ("Who met Lie?", TEXT, "Reker", None),
        ("Who thanked Lie?", "Reker thanked Lie for her patience and Solheim for her jokes.", "Reker", None),
        ("Who thanked Lie?", "Lie, whom Reker thanked for her patience and Solheim, left.", "Reker", None),
    ],
)
def test_who_did_it_as_well_stands_behind_and(question: str, text: str, words: str, other: str | None) -> None:
    read, window = read_in(text, words)
    found = did_with_them(read, question, window)
    assert (window.words(found) if found else None) == other


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("Whom did Reker thank?", "Bo Solheim", True),
        ("Whom did Reker thank?", "Solheim", True),
        ("Whom did Reker thank?", "Ada Lie", False),
        ("Whom did Reker meet?", "Bo Solheim", False),
    ],
)
def test_to_them_it_was_not_done(question: str, words: str, expected: bool) -> None:
    read, window = read_in(TEXT, words)
    assert did_it_too(read, question, window) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Did Reker thank Solheim?", True), ("Did Solheim thank Lie?", False), ("Did Reker meet Solheim?", False)],
)
def test_nor_is_it_true_that_it_was(question: str, expected: bool) -> None:
    assert names_who_did_it_too(question, TEXT) is expected


LENT = "The bank lent Peru $3 million and Chad $2 million for pumps."


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("How much did the bank lend Peru?", "$2 million", True),
        ("How much did the bank lend Peru?", "$3 million", False),
        ("How much did the bank lend Chad?", "$3 million", True),
        ("How much did the bank lend?", "$3 million", False),
    ],
)
def test_what_another_got_is_no_answer(question: str, words: str, expected: bool) -> None:
    read, window = read_in(LENT, words)
    assert is_others_figure(read, question, window) is expected


def test_a_second_receiver_has_a_deed_of_its_own() -> None:
    read, window = read_in(LENT, "Chad $2 million for pumps")
    parted = receiver_too(read, window)
    assert parted
    assert [window.words(one) for one in parted] == ["Chad", "$2 million for pumps"]
    assert receiver_too(*read_in(LENT, "$3 million")) is None
    assert receiver_too(*read_in("The bank lent Peru and Chad money.", "Chad money")) is None


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How much has the union given?", "50,000"),
        ("How much did Ada Lie give?", "€2 million"),
        ("How much has the company given?", ""),  # of whom it is told whole
        ("How much has Ek given?", ""),
    ],
)
def test_whose_number_stands_behind_the_name(question: str, figure: str) -> None:
    window = window_of(
        "The company has given 300,000, the union 50,000, Ada Lie €2 million and Ek, who left, nothing."
    )
    found = gapped_figure(question, window)
    assert (window.words(found) if found else "") == figure


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How much did Ek offer in June?", "135"),
        ("How much did Ek offer in February?", "120 kroner"),
        ("How much did Ek offer?", ""),
        ("How much did Ek offer in May?", ""),
    ],
)
def test_which_number_is_of_the_time_that_is_asked_about(question: str, figure: str) -> None:
    window = window_of("Ek had offered 120 kroner in February and 135 in June.")
    found = gapped_figure(question, window)
    assert (window.words(found) if found else "") == figure
    assert gapped_figure(question, window_of("Ek had offered 135 kroner in June.")) is None


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("Who gave Lie a cake?", "his nurses", False),
        ("Who gave Lie a cake?", "the bank", True),
        ("Who gave Lie a cake?", "Acme", True),
        ("Who gave Lie a hat?", "his nurses", True),
        ("Who gave Lie a hat?", "the bank", False),
        ("Who gave Lie a boat?", "the bank", False),  # of which nothing is told
    ],
)
def test_of_two_who_gave_each_gave_their_own(question: str, words: str, other: bool) -> None:
    text = "Lie was given a cake by his nurses and a hat by the bank, Acme, which slept."
    assert gave_another_thing(place(text, words), question, window_of(text)) is other
