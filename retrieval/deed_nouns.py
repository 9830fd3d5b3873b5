"""Nouns that tell a deed, each with its verbs: "resignation" and "resign", "death" and "die".

The list is WordNet's (training/deed_nouns.py). Leaves out whether the deed was done (factuality.py).
"""

from retrieval.inflection import lemmas, singulars
from retrieval.word_lists import words_with_others


def tells_deed_of(noun: str, verb: str) -> bool:
    """Whether a noun, in any form, tells what a verb does, in any form; both in small letters."""
    verbs = lemmas(verb) or {verb}
    return any(not verbs.isdisjoint(words_with_others("deeds.txt").get(one, ())) for one in singulars(noun))
