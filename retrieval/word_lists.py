"""The words of a file in `wordnet/`: one a line, as verbs of saying and nouns for groups, or each with others, as
nouns with the verbs of their deed.

Which they are is told where they are made (training/receivers.py, sayings.py, deed_nouns.py, contraries.py). Leaves
out the nouns for persons, which have a pronoun beside them (person_nouns.py).
"""

import functools
from pathlib import Path

_FOLDER = Path(__file__).with_name("wordnet")


@functools.cache
def words_of(file: str) -> frozenset[str]:
    """Of "giving.txt" the verbs, in small letters."""
    return frozenset((_FOLDER / file).read_text("utf-8").split())


@functools.cache
def words_with_others(file: str) -> dict[str, tuple[str, ...]]:
    """Of "deeds.txt" each noun with its verbs, in small letters."""
    lines = (line.split() for line in (_FOLDER / file).read_text("utf-8").splitlines())
    return {word: tuple(others) for word, *others in lines}
