"""Nouns that tell a deed, each with its verbs: "resignation" and "resign", "death" and "die".

The list is WordNet's (training/deed_nouns.py). Leaves out whether the deed was done (factuality.py).
"""

import functools
from pathlib import Path

from retrieval.inflection import lemmas, singulars

_FILE = Path(__file__).with_name("wordnet") / "deeds.txt"


def tells_deed_of(noun: str, verb: str) -> bool:
    """Whether a noun, in any form, tells what a verb does, in any form; both in small letters."""
    verbs = lemmas(verb) or {verb}
    return any(not verbs.isdisjoint(_verbs().get(one, ())) for one in singulars(noun))


@functools.cache
def _verbs() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in _FILE.read_text("utf-8").splitlines())
    return {noun: tuple(verbs) for noun, *verbs in lines}
