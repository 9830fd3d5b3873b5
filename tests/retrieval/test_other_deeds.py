import pytest

from corpus.article import Span
from retrieval.other_deeds import has_other_particle, is_no_object, is_of_other_deed
from retrieval.types import Window
from tests.conftest import place, read_in, window_of


@pytest.mark.parametrize(
    ("question", "text", "read", "expected"),
    [
        ("Who refused to wait?", "Lie told him to wait.", "Lie", True),
        ("Who declined to drink it?", "Falk asked the mayor to drink it.", "Falk", True),
        ("Who refused to wait?", "Lie said no to him.", "Lie", False),
        ("Who refused to wait?", "Lie refused when she told him to wait.", "Lie", False),
        ("Who voted against it?", "Seven voted for it.", "Seven", True),
        ("Who voted for it?", "Seven voted for it and two against it.", "Seven", False),
        ("Who voted against it?", "Two voted against it, and seven voted for it.", "Two", False),
        ("Who injured Ek?", "Lie said she had injured her foot.", "Lie", True),
        ("Who injured Ek?", "Lie said she had injured her.", "she", False),
        ("Who injured Ek?", "Lie injured Ek, who had injured her foot.", "Lie", False),
        ("Who kissed Ek's hand?", "Lie kissed her hand.", "Lie", False),
        ("Who brought Ek rice?", "Lie brought her rice.", "Lie", False),
        ("Who injured Ek?", "He fell, and the injured left.", "He", False),
        ("Who thanked the nurse?", "Lie thanked her nurse.", "Lie", False),
        ("Whom did Lie thank?", "Lie thanked her nurse.", "her nurse", False),
    ],
)
def test_who_did_something_else(question: str, text: str, read: str, expected: bool) -> None:
    assert is_of_other_deed(*_asked(question, text, read)) is expected


@pytest.mark.parametrize(
    ("question", "text", "read", "expected"),
    [
        ("How long did it last?", "It lasted for 61 days and cost 9,000.", "9,000", True),
        ("How long did it last?", "It lasted for 61 days and cost 9,000.", "61 days", False),
        ("How much did it cost?", "It lasted for 61 days and cost 9,000.", "9,000", False),
        ("What did Lie ask for?", "He asked the guests to sing.", "the guests to sing", True),
        ("What did Lie ask for?", "He asked the guests for a song.", "a song", False),
        ("What did Lie ask for?", "He asked for a song.", "for a song", False),
        ("What did Lie ask for?", "He wanted a song.", "a song", False),
        ("What did Lie ask about it?", "He asked the guests to sing.", "the guests to sing", False),
        ("What does Ek do now?", "Ek has since been cleared and works as a cook.", "cleared", True),
        ("What does Ek do now?", "Ek has since been cleared and works as a cook.", "works as a cook", False),
        ("What does Lie have?", "Lie has already left for Rome.", "left for Rome", True),
        ("What does Lie have?", "Lie has left money.", "money", False),
        ("What does Lie have?", "Lie has a boat.", "a boat", False),
        ("What was Ek?", "Ek has since been cleared.", "cleared", False),
        ("How old is Ek?", "One of them is Ek.", "One", True),
        ("How old is Ek?", "The fee for Ek is £6 million.", "£6 million", True),
        ("How old is Ek?", "It was made by his brother Ek.", "brother", True),
        ("How old is Ek?", "Ek is in her thirties.", "in her thirties", False),
        ("How old is Ek?", "Ek, 49, sang.", "49", False),
        ("What convinced them?", "He thanked a man, Bo Ek, whose map had convinced them.", "a man", True),
        ("What convinced them?", "He thanked a man, Bo Ek, whose map had convinced them.", "map", False),
        ("How high is it?", "It was slightly hurt.", "slightly", True),
        ("How long was it?", "It took 40 minutes and 9 euros.", "9 euros", True),
        ("How old is Ek?", "I sang for ten months, Ek said.", "ten months", True),
        ("How old is Ek?", "Ek turned one in May.", "one", False),
        ("How old is Ek?", "Ek faces five years in prison.", "five years", True),
        ("How old is Ek?", "Ek is five years old.", "five years", False),
        ("How old is Ek?", "Ek was about five years and sang.", "five years", False),
        ("How old is Ek?", "Ek scored in the 118th minute.", "118th", True),
        ("How old is Ek?", "Ek lives on an island with 84 people.", "84", True),
        ("How old is Ek?", "Ek was robbed by two nurses.", "two", True),
        ("How old is Ek?", "Ek is 84 years old.", "84", False),
        ("How long did it last?", "Ek was hurt during it.", "during", True),
        ("What was it raised to?", "Lie would raise it from 65 to 67.", "from 65 to 67", False),
    ],
)
def test_what_it_was_not_done_to(question: str, text: str, read: str, expected: bool) -> None:
    assert is_no_object(*_asked(question, text, read)) is expected
    *_, sentence = _asked(question, text, read)
    assert not is_no_object(Span(0, 1), question, sentence)  # of another sentence


def _asked(question: str, text: str, read: str) -> tuple[Span, str, Window]:
    words, sentence = read_in(text, read)
    return words, question, sentence


@pytest.mark.parametrize(
    ("verb", "behind", "text", "expected"),
    [
        ("go", "down again", "Lie refused to go before his men.", True),
        ("go", "down again", "Lie went back down the shaft.", False),
        ("take", "off his hat", "Lie took his old grey hat off.", False),
        ("take", "off his hat", "Lie kept it on.", False),
        ("go", "again", "Lie refused to go.", False),
        ("go", "", "Lie refused to go.", False),
    ],
)
def test_a_verb_with_its_particle_is_another_deed(verb: str, behind: str, text: str, expected: bool) -> None:
    assert has_other_particle(verb, behind, text) is expected


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Who was sent off?", "Lie sent him a cake.", True),
        ("Who was sent off?", "Lie sent him off.", False),
        ("Who was sent off?", "Ek was sent off by Lie.", False),
        ("Who has been sent off?", "Ek was sent a cake.", True),
        ("Who was sent a cake?", "Ek was sent off by Lie.", False),
    ],
)
def test_who_was_sent_off_was_not_only_sent_something(question: str, text: str, other: bool) -> None:
    assert is_of_other_deed(place(text, "Lie" if "Lie" in text else "Ek"), question, window_of(text)) is other
