import pytest

from retrieval.open_sentences import (
    asks_it_too,
    is_on_condition,
    is_one_of_two,
    tells_beside,
    tells_of_theirs,
    tells_only_a_question,
)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Who was at the wheel?", "“I want to know who was at the wheel,” she said.", True),
        ("Who was at the wheel?", "He was asked repeatedly who was at the wheel that night.", True),
        ("Who was at the wheel?", "It is not clear who was at the wheel.", True),
        ("Who was at the wheel?", "The mate who was at the wheel has left.", False),
        ("Who was at the wheel?", "Ek, who was at the wheel, has left.", False),
        ("Who was at the wheel?", "It was Ek who was at the wheel.", False),
        ("Who was at the oar?", "“I want to know who was at the wheel,” she said.", False),
        ("Who?", "He asked who it was.", False),
    ],
)
def test_a_sentence_may_ask_what_is_asked(question: str, sentence: str, expected: bool) -> None:
    assert asks_it_too(question, sentence) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Was Dahl drunk?", "He was asleep or he was drunk.", True),
        ("Was Dahl drunk?", "Dahl was either drunk or asleep.", True),
        ("Was Dahl drunk?", "Nobody knows whether Dahl was drunk or asleep.", True),
        ("Was Dahl drunk or asleep?", "He was asleep or he was drunk.", False),
        ("Was Dahl drunk?", "Dahl was drunk at two or three.", False),
        ("Did Lie help the men?", "Lie helped the men or women who came.", False),
        ("Did Lie pay?", "Lie paid, or Ek would have left.", False),
    ],
)
def test_of_two_things_that_may_be_neither_is_told(question: str, sentence: str, expected: bool) -> None:
    assert is_one_of_two(question, sentence) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Adler sign the letter?", "Nineteen have signed the letter; Ruth Adler called it a joke.", True),
        ("Did Ruth Adler sign the letter?", "Nineteen have signed the letter; Ruth Adler called it a joke.", True),
        ("Did Adler sign the letter?", "Nineteen have signed the letter; Adler will sign it.", False),
        ("Did Adler sign the letter?", "Adler laughed; nineteen have signed the letter.", False),
        ("Did Adler sign the letter?", "She has signed the letter; Adler called it a joke.", False),
        ("Did Adler sign the letter?", "Adler has signed the letter.", False),
        ("Did she sign the letter?", "Nineteen have signed the letter; Adler called it a joke.", False),
    ],
)
def test_a_deed_may_be_told_beside_whom_is_asked_about(question: str, sentence: str, expected: bool) -> None:
    assert tells_beside(question, sentence) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Lie put it in the drawer?", "The question who had put it in the drawer remained.", True),
        ("Did Lie resign?", "She refused to say whether Lie would resign.", True),
        ("Did Lie resign?", "She said whether Lie would resign was unclear, and Lie did resign.", False),
        ("Did Lie resign?", "The minister who resigned was Lie.", False),
    ],
)
def test_what_is_only_asked_is_no_yes_and_no_no(question: str, sentence: str, expected: bool) -> None:
    assert tells_only_a_question(question, sentence) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Will Lie appeal?", "If he does not, the town will sing.", True),
        ("Will Lie appeal?", "If Lie appeals, the town will sing.", True),
        ("Will Lie appeal?", "If it rains, Lie will appeal.", False),
        ("Will Lie appeal?", "The town will sing if he does.", False),  # left to the reader
    ],
)
def test_a_condition_tells_nothing(question: str, sentence: str, expected: bool) -> None:
    assert is_on_condition(question, sentence) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Was Vera among the victims?", "“No,” said Vera Moe, whose daughter Ana was among the victims.", True),
        ("Was Ana among the victims?", "“No,” said Vera Moe, whose daughter Ana was among the victims.", False),
        ("Did Lie sing?", "Lie, whose wife sang, bowed.", True),
        ("Did Lie bow?", "Lie, whose wife sang, bowed.", False),
        ("Did Lie sing?", "Lie, whose wife sang, sang.", False),
    ],
)
def test_what_was_told_of_theirs_is_not_told_of_them(question: str, sentence: str, expected: bool) -> None:
    assert tells_of_theirs(question, sentence) is expected
