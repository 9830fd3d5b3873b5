import pytest

from retrieval.tellers import teller_at


@pytest.mark.parametrize(
    ("text", "words", "behind"),
    [
        ("Ada Lie said", "Ada Lie", " said"),
        ("she said", "she", " said"),
        ("the cook, Ada Lie, said", "Ada Lie", " said"),
        ("Ada Lie, the cook, said", "Ada Lie", " said"),
        ("Ada Lie, Bo Ek, said", "Ada Lie", " said"),  # two of a list, not one
        ("the cook, Ada Lie, who fell, said", "the cook", " who fell, said"),
        ("a nurse who was there, and who fell, said", "a nurse", " said"),
        ("an aide to the king's brother said", "an aide to the king's brother", " said"),
        ("the coast guard now said", "the coast guard", " now said"),
        ("two of the cleaners said", "two of the cleaners", " said"),
        ("a stoker named Per Ulv said", "Per Ulv", " said"),
        ("a spokeswoman for him said", "a spokeswoman for him", " said"),
    ],
)
def test_who_begins_there(text: str, words: str, behind: str) -> None:
    teller = teller_at(text, 0)
    assert teller is not None
    assert (teller.words.of(text), text[teller.end :]) == (words, behind)


def test_nobody_begins_where_no_phrase_does() -> None:
    assert teller_at("of the cook", 0) is None


def test_what_stands_beside_can_be_left_out() -> None:
    teller = teller_at("the cook, Ada Lie, said", 0, with_beside=False)
    assert teller is not None
    assert (teller.words.of("the cook, Ada Lie, said"), teller.end, teller.closed) == ("the cook", 8, 0)
