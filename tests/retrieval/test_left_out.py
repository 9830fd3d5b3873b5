import pytest

from retrieval.left_out import is_left_out, leaves_out_who_is_asked_about, with_exception
from tests.conftest import read_in, window_of


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who sang?", "All except Ek sang.", True),
        ("Who sang?", "All ministers except for the brave Ek sang.", True),
        ("Who sang?", "Lie and not Ek sang.", True),
        ("Who sang?", "It was Lie, not Ek, who sang.", True),
        ("Who sang?", "Not Ek but Lie sang.", True),
        ("Who sang?", "The critics, with the exception of Ek, sang.", True),
        ("Who did not sing?", "All except Ek sang.", False),
        ("Who sang?", "Every minister but Ek sang.", True),
        ("Who sang?", "Every minister left, but Ek sang.", False),
        ("Who sang?", "Nobody except Ek sang.", False),
        ("Who sang?", "Lie and Ek sang.", False),
        ("Who sang?", "Lie did not sing, Ek did.", False),
    ],
)
def test_an_exception_did_not_do_it(question: str, text: str, expected: bool) -> None:
    words, window = read_in(text, "Ek")
    assert is_left_out(words, question, window) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Did Bo Ek sing?", "All except Ek sang.", True),
        ("Did Lie thank Ek?", "Lie thanked all, with the exception of Ek.", True),
        ("Did Lie sing?", "All except Ek sang.", False),
        ("Did Ek sing?", "All except Ek sang, and then Ek did.", False),
    ],
)
def test_whoever_is_asked_about_may_be_the_exception(question: str, text: str, expected: bool) -> None:
    (told,) = window_of(text).sentences
    assert leaves_out_who_is_asked_about(question, told) is expected


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("All ministers except Ada Lie sang.", "All ministers except Ada Lie"),
        ("All ministers, with the exception of the mayor, sang.", "All ministers, with the exception of the mayor"),
        ("All ministers sang.", "All ministers"),
    ],
)
def test_several_are_given_with_their_exception(text: str, given: str) -> None:
    words, window = read_in(text, "All ministers")
    assert window.words(with_exception(words, window)) == given
