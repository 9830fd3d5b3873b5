"""What a sentence says that somebody said, where the question has it the other way: "said he would not sing", asked
whether he said he would.

By both parses. A reader sees all the words of the question there and calls that a yes. Leaves out who said it
(verdicts.py), and a deed of the question's own verb that is denied (denials.py).
"""

from itertools import takewhile

from retrieval.arguments import deeds_in, is_undone_at
from retrieval.parser import Tree, above, below, is_verb, parsed, root_of
from retrieval.predicates import BE

_COMPLEMENTS = ("ccomp", "xcomp")


def says_otherwise(question: str, sentence: str) -> bool:
    """Whether what a question's verb is about, "he would sing" of "Did he say he would sing?", is denied by all that
    a sentence has of it behind the same verb, or told there where the question denies it.
    """
    asked = parsed(question)
    root = root_of(asked)
    said = next(iter(below(asked, root, *_COMPLEMENTS)), None)
    if said is None or not is_verb(asked[root]):
        return False
    tree = parsed(sentence)
    outer = deeds_in(tree, [asked[root].text.lower()], sentence)
    told = [
        n
        for n in deeds_in(tree, [asked[said].text.lower()], sentence)
        if _is_under(tree, n, outer) and _states_of(asked, said) == _states_of(tree, n)
    ]
    denied = _is_denied(asked, said)
    return bool(told) and all(_is_denied(tree, n) is not denied for n in told)


def _is_under(tree: Tree, deed: int, outer: list[int]) -> bool:
    """Whether it stands in the complement of one of some verbs, or is joined to what does."""
    within = list(takewhile(lambda n: n not in outer, above(tree, deed)))
    ends = within and tree[within[-1]].head in outer
    return bool(ends) and all(tree[n].role in (*_COMPLEMENTS, "conj") for n in within)


def _is_denied(tree: Tree, deed: int) -> bool:
    was_not = tree[deed].text.lower() in BE and below(tree, deed, "neg")
    return bool(was_not) or is_undone_at(tree, deed)


def _states_of(tree: Tree, deed: int) -> set[str]:
    """What somebody is said to be, "candidate" of "would be a candidate"; none of other deeds."""
    states = below(tree, deed, "attr", "acomp") if tree[deed].text.lower() in BE else []
    return {tree[n].text.lower() for n in states}
