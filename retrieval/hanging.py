"""What hangs on a word of a parsed sentence, or may say more of it by where it stands: "the mayor, Lie,".

Leaves out what is told of them (syntax.py), and whom a pronoun stands for (apart.py).
"""

import itertools
from collections.abc import Iterable

from corpus.article import Span
from retrieval.arguments import head_of, nodes_of
from retrieval.naming import is_name
from retrieval.parser import Tree, above
from retrieval.person_nouns import is_person_noun

_PLACES = frozenset("aboard at behind beside from in inside near on outside under".split())


def holds(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words hang on a word, or may say more of it by where they stand: the parser is often wrong
    about appositions.
    """
    if _is_where(tree, n, own) or _is_told_beside(tree, n, own):
        return False
    last = tree[n].last
    behind = tree[last + 1 : last + 3]
    apposed = len(behind) > 1 and behind[0].text == "," and behind[1].tag != "PRP" and own.meets(behind[1].place)
    return apposed or own.meets(Span(tree[tree[n].first].place.start, tree[last].place.end))


def _is_where(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words only tell where a word is: "the crew aboard the trawler"."""
    head = head_of(tree, own)
    prep = tree[head].head
    return tree[head].role == "pobj" and tree[prep].text.lower() in _PLACES and tree[prep].head == n


def is_whose(tree: Tree, up: Iterable[int]) -> bool:
    """Whether one of some words, each of which hangs on the next, is somebody's: "Ek, whose daughter sang"."""
    owned = {one.head for one in tree if one.tag == "WP$"}
    return not owned.isdisjoint(up)


def _is_told_beside(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words stand in a clause that says more of a word: "the mayor, who had met Lie,"."""
    head = head_of(tree, own)
    up = list(itertools.takewhile(lambda m: m != n, above(tree, head)))
    if is_whose(tree, up):
        return True
    if any(tree[m].role == "agent" for m in up):
        return True  # "a team led by Ek"
    named = next((m for m in up if tree[m].role != "appos"), head)
    # "Two women who came from Oslo, Ada Lie and Eva Moe, sang": such joints are often parsed wrongly.
    is_loose = tree[head].role == "conj" or (named != head and tree[named].role in ("pobj", "conj"))
    return not (is_loose or is_name_of_thing(tree, own)) and any(tree[m].role == "relcl" for m in up)


def is_name_of_thing(tree: Tree, own: Span) -> bool:
    """Whether a name is taken for that of a thing before it, and so is rather somebody's: "The reporter who wrote the
    story, Ada Lie, left".
    """
    head = head_of(tree, own)
    thing = tree[tree[head].head]
    named = tree[head].role == "appos" and is_name(text_of(tree, own))
    return named and thing.role in ("dobj", "pobj") and thing.tag == "NN" and not is_person_noun(thing.text)


def text_of(tree: Tree, own: Span) -> str:
    """The words of a place of a sentence."""
    return " ".join(tree[n].text for n in nodes_of(tree, own))


def held_up_to(tree: Tree, n: int) -> str:
    """A word with what hangs on it up to there: "the zoo's vet"."""
    return " ".join(one.text for one in tree[tree[n].first : n + 1])
