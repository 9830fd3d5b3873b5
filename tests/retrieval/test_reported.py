import pytest

from corpus.article import Span
from retrieval.reported import denied_by, is_told_beside, put_by, reported_by


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("Lie said that Ek had left.", "Ek", "Lie"),
        ("Lie said on Friday that Ek had left.", "Ek had left", "Lie"),
        ("Lie has also said Ek had left, and that Bo had.", "Bo", "Lie"),
        ("Lie told Bo that Ek had left.", "Ek", "Lie"),
        ("But on May 3 he said Ek had left.", "Ek", ""),
        ("But she said Ek had left.", "Ek", "she"),
        ("The minister of trade, Ada Lie, said Ek had left.", "Ek", "Ada Lie"),
        ("Lie, a minister of trade, said Ek had left.", "Ek", "Lie"),
        ("A nurse who was there, and who gave no name, said Ek had left.", "Ek", "A nurse"),
        ("Lima's bakers said Ek had left.", "Ek", "Lima's bakers"),
        ("Ek had left, she said on Monday.", "Ek", "she"),
        ("Lie sued the line, which she said had been warned by Bo.", "had been warned", "she"),
        ("Lie sued the line, which she said had slept, and Ek left.", "Ek left", ""),
        # What nobody says, or somebody else.
        ("Lie told Bo that Ek had left.", "Bo", ""),
        ("Lie said that Bo slept, and Ek left.", "Ek", ""),
        ("Ek left; it rained, she said.", "Ek", ""),
        ("Ek left: it rained, she said.", "Ek", ""),
        ("Lie said so after Ek left.", "Ek", ""),
        ("Ek, who said that it rained, left.", "Ek", ""),
        ("Lie knew that Ek had left.", "Ek", ""),
        ("Lie told the abbess, who wrote to Ek.", "Ek", ""),
        ("Ek left.", "Ek", ""),
    ],
)
def test_who_says_what_a_sentence_has(sentence: str, words: str, who: str) -> None:
    at = sentence.index(words)
    found = reported_by(sentence, Span(at, at + len(words)))
    assert (found.of(sentence) if found else "") == who


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("Lie denied that Ek had left.", "Ek", "Lie"),
        ("The minister of trade, Ada Lie, has denied reports that Ek had left.", "Ek", "Ada Lie"),
        ("He denies having left.", "left", "He"),
        ("Lie denied it, and Ek left.", "Ek", ""),
        ("He is accused of having hit a guard, which he denies.", "hit a guard", "he"),
        ("Ek is said to have lied, which Ada Lie has firmly denied.", "lied", "Ada Lie"),
        ("Ek hit a guard, which denied him peace.", "hit a guard", ""),
        ("Lie said that Ek had left.", "Ek", ""),
        ("Ek left; Lie denied it.", "Ek", ""),
    ],
)
def test_who_denies_what_a_sentence_has(sentence: str, words: str, who: str) -> None:
    at = sentence.index(words)
    found = denied_by(sentence, Span(at, at + len(words)))
    assert (found.of(sentence) if found else "") == who


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("The board had put the number at 400.", "400", "The board"),
        ("The group Blue Coast spoke of 120.", "120", "The group Blue Coast"),
        ("Ada Lie's office estimated it at 12.", "12", "Ada Lie's office"),
        ("The number was 12.", "12", ""),
    ],
)
def test_who_gives_a_number(sentence: str, words: str, who: str) -> None:
    at = sentence.index(words)
    found = put_by(sentence, Span(at, at + len(words)))
    assert (found.of(sentence) if found else "") == who


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("Lie told the abbess, who wrote to Ek.", True),
        ("Lie told the abbess that she wrote to Ek.", False),
        ("Lie said it, and Bo wrote to Ek.", False),
    ],
)
def test_whom_somebody_told_did_something_else(sentence: str, beside: bool) -> None:
    at = sentence.index("Ek")
    assert is_told_beside(sentence, Span(0, len("Lie")), Span(at, at + len("Ek"))) is beside
