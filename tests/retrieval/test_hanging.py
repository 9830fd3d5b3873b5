import pytest

from retrieval.hanging import held_up_to, holds, is_name_of_thing, is_whose, text_of
from retrieval.parser import Tree, above, parsed
from tests.conftest import place


def at(text: str, word: str) -> tuple[Tree, int]:
    """A parsed text, and where one of its words stands."""
    tree = parsed(text)
    return tree, next(n for n, one in enumerate(tree) if one.text == word)


@pytest.mark.parametrize(
    ("text", "word", "words", "held"),
    [
        ("The mayor, Ada Lie, met a nurse.", "mayor", "Ada Lie", True),
        ("The mayor, Ada Lie, met a nurse.", "mayor", "a nurse", False),
        ("Both men aboard the trawler drowned.", "men", "the trawler", False),
        ("The mayor, who had met Ada Lie, slept.", "mayor", "Ada Lie", False),
        ("Bo Ek, whose daughter, Eva Ek, sang, slept.", "Ek", "Eva Ek", False),
        ("Bo Ek, whose daughter, Eva Ek, sang, slept.", "daughter", "Eva Ek", True),
        ("Bo Ek, whose daughter sang, slept.", "daughter", "daughter", True),
    ],
)
def test_what_hangs_on_a_word(text: str, word: str, words: str, held: bool) -> None:
    tree, n = at(text, word)
    assert holds(tree, n, place(text, words)) is held


def test_who_is_told_of_behind_a_whose() -> None:
    tree, daughter = at("Bo Ek, whose daughter sang, slept.", "daughter")
    assert is_whose(tree, above(tree, daughter))
    assert not is_whose(tree, above(tree, 1))
    assert not is_whose(tree, [])


def test_a_name_behind_a_thing_may_be_somebodys() -> None:
    text = "She wrote the story, Ada Lie, in May."
    assert is_name_of_thing(parsed(text), place(text, "Ada Lie"))
    text = "The reporter met the mayor, Bo Ek."
    assert not is_name_of_thing(parsed(text), place(text, "Bo Ek"))


def test_the_words_of_a_place_and_up_to_a_word() -> None:
    text = "The zoo's vet of Oslo sang."
    tree, vet = at(text, "vet")
    assert text_of(tree, place(text, "vet of Oslo")) == "vet of Oslo"
    assert held_up_to(tree, vet) == "The zoo 's vet"
