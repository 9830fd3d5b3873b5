import pytest

from corpus.article import Span
from retrieval.titles import (
    called,
    has_another_title,
    is_no_title,
    is_of_another_owner,
    is_one_of_titled,
    stands_beside_name,
    titles,
)
from retrieval.types import Sentence
from retrieval.windows import alone
from tests.conftest import place, read_in, window_of


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who is Ada Lie?", "It was read by the night porter Ada Lie.", ["the night porter"]),
        ("Who is Lie?", "Prime Minister Ada Lie left.", ["Prime Minister"]),
        ("Who is Lie?", "Ek thanked Ek's trainer Lie.", ["Ek's trainer"]),
        ("Who is Ada Lie?", "The baker Ada Lie left. The mayor Lie stayed.", ["The baker", "The mayor"]),
        ("Who is Lie?", "On Monday the judge, Ada Lie, left.", ["the judge"]),
        ("Who is Lie?", "Ada Lie, 58, a dairy farmer from Kvern, left.", ["a dairy farmer from Kvern"]),
        ("Who is Lie?", "Ada Lie, the first ship of the town, left.", []),
        ("Who is Ada Lie?", "The ship Ada Lie left.", []),
        ("Who is Ada Lie?", "The baker Bo Lie left.", []),
        ("Who is Ada Lie?", "She thanked the baker. Ada Lie left.", []),
        ("Who thanked Ada Lie?", "The baker Ada Lie left.", []),
    ],
)
def test_who_somebody_is_by_what_stands_before_the_name(question: str, text: str, expected: list[str]) -> None:
    window = window_of(text)
    found = titles(question, [window])
    assert [window.words(one.words) for one in found] == expected
    assert all(one.evidence.span.holds(one.words) for one in found)


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Who is Ada Lie?", "Ada Lie, 81, told the audience that it rained.", "the audience", True),
        ("Who is Ada Lie?", "Ada Lie, 81, told the audience that it rained.", "81", True),
        ("Who is Ada Lie?", "One, Ada Lie, whose town votes, left.", "town votes", True),
        ("Who is Ada Lie?", "The union, whose chairwoman, Ada Lie, sang, left.", "chairwoman", False),
        ("Who is Ada Lie?", "Ada Lie became the mayor in May.", "the mayor", False),
        ("Who is Ada Lie?", "Lie's parents, who sued, want to appeal.", "Lie's parents", True),
        ("Who is Ada Lie?", "The two women, Ada Lie and Eva Moe, met in May.", "The two women", True),
        ("Who is Ada Lie?", "Ek's sister, Ada Lie, met them in May.", "Ek's sister", False),
        ("Who is Ada Lie?", "Ada Lie had called the pastor a fool.", "a fool", True),
        ("Who is Ada Lie?", "Ada Lie was called a fool.", "a fool", False),
        ("Who is Ada Lie?", "Ada Lie was elected mayor in May.", "mayor", False),
        ("Who is Ada Lie?", "The mayor, Bo Ek, thanked Ada Lie.", "The mayor", True),
        ("Who is Ada Lie?", "The mayor, Ada Lie, left.", "The mayor", False),
        ("Who is Ada Lie?", "The mayor thanked Ada Lie and Bo Ek.", "Bo Ek", True),
        ("Who is Ada Lie?", "It was Prime Minister Ada Lie.", "Prime Minister", False),
        ("Who told the audience?", "Ada Lie told the audience.", "the audience", False),
    ],
)
def test_who_somebody_is_not(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_no_title(read, question, window) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who is the mayor?", "It was sent to the mayor, Ada Lie, in May.", ["Ada Lie"]),
        ("who's the owner", "The club's owner, Ada Lie, left.", ["Ada Lie"]),
        ("Who is the mayor?", "The mayor, Ada Lie, met the mayor, Bo Ek.", []),
        ("Who is the mayor?", "The mayor left.", []),
        ("Who is the mayor of Lima?", "The mayor, Ada Lie, left.", []),
        ("Who thanked the mayor?", "The mayor, Ada Lie, left.", []),
    ],
)
def test_who_has_a_title(question: str, text: str, expected: list[str]) -> None:
    window = window_of(text)
    found = called(question, [window, window], lambda _: window.sentences)
    assert [window.words(one.words) for one in found] == expected
    assert all(one.evidence.span.holds(one.words) for one in found)


@pytest.mark.parametrize(
    ("text", "words", "tells"),
    [
        ("Ada Lie, a dairy farmer from Kvern, sang.", "a dairy farmer", True),
        ("The farmer, Ada Lie, sang.", "The farmer", True),
        ("The leader of the team, Ada Lie, sang.", "The leader of the team", True),
        ("They thanked the farmer Ada Lie.", "the farmer", True),
        ("Ada Lie, who works as a nurse, sang.", "a nurse", True),
        ("Ada Lie, who speaks for the bank, sang.", "speaks for the bank", True),
        ("Ada Lie left the bank and has become a nurse.", "a nurse", True),
        ("Its captain is Ada Lie.", "Its captain", True),
        ("Lie was elected mayor.", "mayor", True),
        ("She is a nurse.", "a nurse", True),  # whoever she is
        (
            "Residents of the home have written to Ada Lie, the farmer.",
            "Residents of the home",
            False,
        ),
        ("Residents of the home have written to Ada Lie, the farmer.", "the farmer", True),
        ("Ada Lie thanked the mayor.", "the mayor", False),
        ("The mayor thanked Ada Lie.", "The mayor", False),
        ("It was two farmers, one of whom was a nurse, Ada Lie.", "two farmers", False),
        ("It was two farmers, one of whom was a nurse, Ada Lie.", "one of whom", False),
        ("It was two farmers, one of whom was a nurse, Ada Lie.", "a nurse", True),
    ],
)
def test_who_somebody_is_stands_beside_the_name(text: str, words: str, tells: bool) -> None:
    sentence = alone(Sentence("a", 0, Span(7, 7 + len(text)), text))
    at = 7 + text.index(words)
    assert is_no_title(Span(at, at + len(words)), "Who is Ada Lie?", sentence) is not tells


def test_other_questions_are_not_about_who_somebody_is() -> None:
    text = "Ada Lie thanked the mayor."
    sentence = alone(Sentence("a", 0, Span(0, len(text)), text))
    assert not is_no_title(Span(16, 25), "Whom did Ada Lie thank?", sentence)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("The mayor, Ada Lie, sang, Ek said.", True),
        ("Ada Lie is the mayor, Ek said.", False),
        ("It was The Mayor Ada Lie, Ek said.", True),
        ("The mayor sang.", False),
    ],
)
def test_an_apposition_stands_beside_the_name(text: str, beside: bool) -> None:
    sentence = alone(Sentence("a", 0, Span(0, len(text)), text))
    at = text.lower().index("the mayor")
    assert stands_beside_name(Span(at, at + len("the mayor")), "Ada Lie", sentence) is beside


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Who is the president of Chad?", "The two presidents, Ada Lie and Bo Ek, met.", True),
        ("Who is the president of Chad?", "The Chadian and the Togolese presidents, Ada Lie and Bo Ek, met.", False),
        ("Who is the president of Chad?", "The president, Ada Lie, met two presidents.", False),
        ("Who is the president?", "The two presidents, Ada Lie and Bo Ek, met.", False),
    ],
)
def test_a_title_may_be_that_of_several(question: str, sentence: str, expected: bool) -> None:
    assert is_one_of_titled(question, sentence) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("United's captain, Bo Ek, scored.", True),
        ("Bo Ek, United's new captain, scored.", True),
        ("The club's captain, Bo Ek, scored.", False),
        ("Rovers' captain, Bo Ek, scored.", False),
        ("The captain, Bo Ek, scored for United's guests.", False),
    ],
)
def test_the_captain_of_others_is_another(text: str, expected: bool) -> None:
    assert is_of_another_owner(place(text, "Bo Ek"), "Who is Rovers' captain?", window_of(text)) is expected


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("Who is the bank's founder?", "Ada Lie", True),
        ("Who is the founder of the bank?", "Ada Lie", True),
        ("Who is the bank's founder?", "Bo Ek", False),
        ("Who is the union's president?", "Bo Ek", True),
        ("Who is the union's president?", "the bank's founder", True),
        ("Who is the union's president?", "Ada Lie", False),
        ("Who is the union's treasurer?", "Ada Lie", False),  # nobody else is told to be that either
    ],
)
def test_who_has_another_title_beside_the_one_who_has_it(question: str, words: str, other: bool) -> None:
    text = "It was handed to the union's president, Ada Lie, by the bank's founder, the botanist Bo Ek."
    assert has_another_title(place(text, words), question, window_of(text)) is other
