"""Whether a sentence names another place, or another receiver, than a question: "sentenced in Chad", asked whether
she was sentenced in Togo.

By its parse: what the same preposition has behind it in the clause of the same verb. Leaves out places that are asked
for (times_places.py), and a sentence that names none.
"""

import re
from collections.abc import Iterator, Sequence

from retrieval.arguments import deeds_in
from retrieval.countries import is_demonym, may_be_one
from retrieval.factuality import verb_of_question
from retrieval.naming import names_in
from retrieval.parser import Tree, below, parsed, text_under, verb_above
from retrieval.times_places import DATED

_PREPOSITIONS = frozenset("at from in into near to".split())
_STEM = 4  # letters


def names_another_place(question: str, sentence: str) -> bool:
    """Whether a sentence has none of the names that a question has behind one of some prepositions, but others there
    wherever it has the question's verb.
    """
    asked = list(_named(parsed(question)))
    missing = [(by, names) for by, names in asked if not any(stands_in(sentence, name) for name in names)]
    verb = verb_of_question(question) if missing else ""
    if not verb:
        return False
    tree = parsed(sentence)
    deeds = deeds_in(tree, [verb], sentence)
    return bool(deeds) and any(all(_has_other(tree, deed, by, names) for deed in deeds) for by, names in missing)


def _has_other(tree: Tree, deed: int, by: str, names: Sequence[str]) -> bool:
    told = [name for other, found in _named(tree, deed) if other == by for name in found]
    return bool(told) and not any(may_be_one(name, other) for name in names for other in told)


def _named(tree: Tree, deed: int | None = None) -> Iterator[tuple[str, list[str]]]:
    """The names behind each preposition, with it; of one verb's clause, or of all."""
    for n, one in enumerate(tree):
        by = one.text.lower()
        if by not in _PREPOSITIONS or deed not in (None, verb_above(tree, n)):
            continue
        for held in below(tree, n, "pobj"):
            text = text_under(tree, held)
            told = text if tree[held].tag == "NNP" else text.partition(" , ")[2]  # "to a dealer in Oslo, Ada Lie"
            names = [name for name in names_in(told) if not (DATED.match(name) or is_demonym(name))]
            if names:
                yield by, names


def stands_in(sentence: str, name: str) -> bool:
    """Whether a sentence has a name, or a word that begins as it does: "Norwegian", of "Norway"."""
    last = name.split()[-1]
    return bool(re.search(rf"\b{re.escape(last[: max(_STEM, len(last) - 2)])}", sentence))
