import pytest

from retrieval.apart import clause_of, is_another, is_before, may_be_he
from retrieval.parser import parsed
from tests.conftest import place


@pytest.mark.parametrize(
    ("text", "pronoun", "words", "another"),
    [
        ("Ada Lie alerted the police and they followed the van.", "they", "Ada Lie", True),
        ("Ada Lie alerted the police and they followed the van.", "they", "the police", False),
        ("Ada Lie led them to a final, which they lost.", "they", "Ada Lie", True),
        ("Peter Ek said that she had left.", "she", "Peter Ek", True),
        ("Peter Ek said that he had left.", "he", "Peter Ek", False),
        ("The mayor met Ada Lie, who sang.", "who", "The mayor", True),
        ("The mayor met Ada Lie, who sang.", "who", "Ada Lie", False),
        ("The captain of the ferry, which sank, wept.", "which", "The captain", True),
        ("He came, and I sang.", "I", "He", True),
        ("She rang, but the secretary, Eva Roe, slept.", "She", "Eva Roe", True),
        ("He gave it to the chairman, Jon Lie, and left.", "He", "Jon Lie", True),
    ],
)
def test_who_is_another_than_a_pronoun(text: str, pronoun: str, words: str, another: bool) -> None:
    tree = parsed(text)
    n = next(n for n, one in enumerate(tree) if one.text == pronoun)
    assert is_another(tree, n, place(text, words)) is another


@pytest.mark.parametrize(
    ("text", "words", "may_be"),
    [
        ("Bo Ek saw him.", "Bo Ek", True),
        ("Ada Lie saw him.", "Ada Lie", False),
        ("Lawmakers saw him.", "Lawmakers", False),
    ],
)
def test_a_name_may_be_read_for_him(text: str, words: str, may_be: bool) -> None:
    tree = parsed(text)
    him = next(one for one in tree if one.text == "him")
    assert may_be_he(him, place(text, words), tree) is may_be


def test_a_clause_tells_of_what_stands_before_it() -> None:
    text = "Ada Lie, who sang, met Bo Ek."
    tree = parsed(text)
    who = next(n for n, one in enumerate(tree) if one.text == "who")
    clause = clause_of(tree, who)
    assert clause is not None
    assert tree[clause].text == "sang"
    assert is_before(tree, clause, place(text, "Ada Lie"))
    assert not is_before(tree, clause, place(text, "Bo Ek"))
    assert clause_of(tree, 0) is None
