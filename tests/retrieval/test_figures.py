import pytest

from retrieval.figures import counts_people_for_size, has_another_figure, is_size_of_group, lacks_figures_of
from tests.conftest import read_in


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did three workers die?", "Three workers died."),
        ("Did 3 workers die?", "At least three workers died."),
        ("Did 600 residents leave?", "Some 600 people had left."),
        ("Did more than 500 people leave?", "Some 600 people had left."),
        ("Did at least 600 people leave?", "Some 600 people had left."),
        ("Did fewer than 700 people leave?", "Some 600 people had left."),
        ("Did about 620 people leave?", "Some 600 people had left."),
        ("Was it fined two times?", "It had been fined twice this year."),
        ("Did Ek pay $2 million?", "Ek paid 2,000,000 dollars."),
        ("Is Ek 47?", "Ek, 47, has left."),
        ("Did Ek leave in 1996?", "Ek left last year."),
        ("Did one councillor leave?", "A councillor left."),
        ("Did Ek leave?", "Nine people left."),
        ("Were two lifeboats lost?", "Two of its four lifeboats were lost."),
    ],
)
def test_a_sentence_may_have_the_figures_of_a_question(question: str, sentence: str) -> None:
    assert not lacks_figures_of(question, sentence)
    assert not has_another_figure(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Did four workers die?", "Three workers died.", True),
        ("Did thirty workers die?", "Workers died.", False),
        ("Was it fined three times?", "It had been fined twice this year.", True),
        ("Was he questioned for two hours?", "The two left when he was questioned for nine hours.", True),
        ("Did wolves kill 31 goats?", "Wolves killed 31 sheep.", False),
        ("Did more than 700 people leave?", "Some 600 people had left.", True),
        ("Did fewer than 500 people leave?", "Some 600 people had left.", True),
        ("Did Ek pay $2 million?", "Ek paid 3 million dollars.", False),
        ("Is Ek 57?", "Ek, 47, has left.", False),
        ("Who paid 90,000 euros?", "Ek promised to pay 50,000 euros each.", True),
    ],
)
def test_a_sentence_may_have_another_figure_or_none(question: str, sentence: str, another: bool) -> None:
    assert lacks_figures_of(question, sentence)
    assert has_another_figure(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How big was the damage?", True),
        ("How high is the bill?", True),
        ("How big was the crowd?", False),
        ("How many were hurt?", False),
    ],
)
def test_persons_are_not_how_big_a_thing_was(question: str, expected: bool) -> None:
    read, window = read_in("Seven people were hurt in a fire.", "Seven")
    assert counts_people_for_size(question, read, window) is expected


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("How many people were in the delegation?", "nine", True),
        ("How many people were in the delegation?", "three", False),
        ("How many people were in the team?", "nine", False),
        ("How many came?", "nine", False),
    ],
)
def test_how_many_a_group_has_stands_behind_it(question: str, words: str, expected: bool) -> None:
    read, window = read_in("A delegation of nine brought home the bones of three people.", words)
    assert is_size_of_group(question, read, window) is expected
