"""Nouns that stand for a person, "governor" but not "crew", and which of "he" and "she" goes with them: "widow", she.

The list is WordNet's (training/person_nouns.py): the nouns whose commonest sense is a person. Leaves out names
(first_names.py).
"""

import functools
from pathlib import Path

from retrieval.inflection import singulars
from retrieval.word_lists import words_of

_FILE = Path(__file__).with_name("wordnet") / "persons.txt"


def is_person_noun(word: str) -> bool:
    """Whether a noun in the singular, in small letters, stands for a person."""
    return word in _persons()


def are_people(word: str) -> bool:
    """Whether a noun in any number, in small letters, stands for a person, for several or for a group: "police"."""
    return any(is_person_noun(one) or one in words_of("groups.txt") for one in singulars(word))


def pronoun_of_noun(word: str) -> str:
    """He or she; "" where it goes with both, or with no person."""
    return _persons().get(word, "")


@functools.cache
def _persons() -> dict[str, str]:
    lines = (line.partition(" ") for line in _FILE.read_text("utf-8").splitlines())
    return {word: pronoun for word, _, pronoun in lines}
