import pytest

from corpus.article import Span
from retrieval.deeds import deed_of, is_party_to
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("question", "asks", "whether", "words", "put"),
    [
        ("Why did Lie resign?", "why", "Did Lie resign?", ("resign",), False),
        (
            "And when was the old bridge closed?",
            "when",
            "Was the old bridge closed?",
            ("old", "bridge", "closed"),
            False,
        ),
        ("Where was it that Lie thanked Ek?", "where", "Is it true that Lie thanked Ek?", ("thanked",), True),
        ("Why is it that geese fly?", "why", "Is it true that geese fly?", ("geese", "fly"), True),
    ],
)
def test_the_deed_of_a_question(question: str, asks: str, whether: str, words: tuple[str, ...], put: bool) -> None:
    deed = deed_of(question)
    assert deed
    assert (deed.asks, deed.whether, deed.words, deed.put) == (asks, whether, words, put)


@pytest.mark.parametrize("question", ["Who resigned?", "Did Lie say why?", "Whom did Lie sue, and why?", "Why?", ""])
def test_other_questions_have_none(question: str) -> None:
    assert deed_of(question) is None


@pytest.mark.parametrize(
    ("question", "text", "of_two", "of_others"),
    [
        ("Why did Lie thank Ek?", "Lie thanked Ek.", True, True),
        ("Why did Lie resign?", "Lie resigned.", False, False),
        ("Why did Lie resign?", "She resigned.", False, True),
        ("Why did the bridge fall?", "It fell.", False, False),
        ("Why did Lie thank the divers?", "Lie thanked the divers.", True, True),
        ("Why did the sea cover the road?", "The sea covered the road.", False, False),
        ("Why was it that a nurse left?", "A nurse left.", True, True),
    ],
)
def test_whether_a_sentence_may_tell_it_of_others(question: str, text: str, of_two: bool, of_others: bool) -> None:
    deed = deed_of(question)
    assert deed
    assert (deed.is_of_two(text), deed.may_be_of_others(text)) == (of_two, of_others)


@pytest.mark.parametrize(
    ("question", "text", "words", "beside"),
    [
        ("Why did Lie thank Ek?", "Lie thanked Ek warmly for the boat.", "for the boat", (" warmly ", "")),
        ("Why did Lie thank Ek?", "In May, it is said, Lie thanked Ek.", "In May", ("", ", it is said, Lie ")),
        ("Why did Lie thank Ek?", "Lie was grateful to Ek for it.", "for it", None),
        ("Why did Lie thank Ek?", "Lie thanked Bo and Ek for it.", "for it", (" ", "")),
    ],
)
def test_what_stands_between_the_deed_and_words(
    question: str, text: str, words: str, beside: tuple[str, str] | None
) -> None:
    deed, at = deed_of(question), text.index(words)
    assert deed
    assert deed.place_beside(Span(at, at + len(words)), window_of(text)) == beside


@pytest.mark.parametrize(
    ("question", "word", "is_party"),
    [
        ("Why did Lie thank the doctors?", "doctors", True),
        ("Why did Lie thank the doctors?", "Lie", False),
        ("Why did Lie thank the doctors?", "nurses", False),
        ("Why did Lie apologise?", "customers", True),
    ],
)
def test_whom_it_was_done_to(question: str, word: str, is_party: bool) -> None:
    deed = deed_of(question)
    assert deed
    assert is_party_to(word, deed, "Lie thanked the doctors and apologised to customers.") is is_party
