"""The words of a file in `wordnet/`, one a line: verbs of saying, verbs that have a receiver, nouns for groups.

Which they are is told where they are made (training/receivers.py, training/sayings.py). Leaves out the nouns for
persons, which have a pronoun beside them (person_nouns.py).
"""

import functools
from pathlib import Path

_FOLDER = Path(__file__).with_name("wordnet")


@functools.cache
def words_of(file: str) -> frozenset[str]:
    """Of "giving.txt" the verbs, in small letters."""
    return frozenset((_FOLDER / file).read_text("utf-8").split())
