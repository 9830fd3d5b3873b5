"""Who does what a verb tells and to whom, by a sentence's parse: its arguments.

Of "A court acquitted Ek and jailed Lie" the court jailed Lie. Where the parser is often wrong in the same way ("after
the firm, Acme, had sung"), what it means is taken. Leaves out what is made of them (syntax.py, attachment.py).
"""

from collections.abc import Sequence

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.inflection import singulars
from retrieval.naming import is_none
from retrieval.parser import Tree, above, below, is_verb
from retrieval.person_nouns import are_people, is_person_noun
from retrieval.predicates import WORD, told_at

_DEEP = 4  # verbs that share a subject
_POSSIBLY = frozenset("may might must shall should will would ’ll 'll".split())
_SUBORDINATING = ("after", "before", "since", "until")
PARTIES = ("NN", "NNS", "NNP", "NNPS", "PRP")
_CONTROLLED = ("advcl", "xcomp")


def places_of(verbs: Sequence[str], sentence: str) -> set[int]:
    """Where words begin that may be a form of one of some verbs."""
    tokens = list(WORD.finditer(sentence))
    return {tokens[n].start() for n in told_at(tokens, *verbs)}


def deeds_in(tree: Tree, verbs: Sequence[str], sentence: str) -> list[int]:
    """Where a sentence tells a deed that one of some verbs tells in any of its forms."""
    starts = places_of(verbs, sentence)
    return [
        n
        for n, one in enumerate(tree)
        if one.place.start in starts and is_verb(one) and one.role not in ("aux", "auxpass")
    ]


def subjects_of(tree: Tree, deed: int, depth: int = _DEEP) -> list[int]:
    """Who did it, where that is told in so many words; of verbs joined by "and" the first one's."""
    by = [n for agent in below(tree, deed, "agent") for n in below(tree, agent, "pobj")]
    if by or below(tree, deed, "auxpass", "nsubjpass"):
        others = sum(one.text.lower() == "by" for one in tree[deed:])  # "by the mayor, by Lie, and by a band"
        return by if others == 1 else []
    marks = below(tree, deed, "mark")  # "after the firm, Acme, had sung", parsed as if somebody came after the firm
    subjects = below(tree, deed, "nsubj") or [n for mark in marks for n in below(tree, mark, "pobj")]
    told = tree[deed].role == "ROOT" and subjects  # "Two of the crew drowned"
    if tree[deed].tag == "VBN" and not below(tree, deed, "aux") and not told:
        return []
    if not subjects and (whose := _whose(tree, deed)) is not None:
        return [whose]
    if subjects or not depth or below(tree, deed, "csubj", "expl"):
        return subjects
    first = tree[deed].head
    if tree[deed].role == "acl" and below(tree, deed, "aux"):
        return below(tree, first, "poss")  # "her decision to go"
    if not is_verb(tree[first]):
        return []
    to = any(tree[n].text.lower() == "to" for n in below(tree, deed, "aux"))  # "is said to have sung"
    if to or tree[deed].tag in ("VB", "VBG"):
        return _controllers(tree, deed, depth) if tree[deed].role in _CONTROLLED else _joined(tree, deed, depth)
    # "Lie came after the firm, Acme, sang", parsed as if she came after the firm.
    after = [n for n in range(first, deed) if tree[n].role == "prep" and tree[n].text.lower() in _SUBORDINATING]
    if after and not any(one.role == "cc" for one in tree[after[-1] : deed]):
        return below(tree, after[-1], "pobj")
    return _joined(tree, deed, depth)


def objects_of(tree: Tree, deed: int) -> list[int]:
    """To whom or what it was done, where a word of its own tells that, or the "was" of the verb before."""
    # None is a direct object of a passive: "assisted moments earlier by Lie", "fined a week's wages".
    by, was = below(tree, deed, "agent"), below(tree, deed, "auxpass")
    objects = below(tree, deed, "nsubjpass", *([] if by or was else ["dobj", "dative"]))
    if objects or tree[deed].role != "conj":
        return objects
    if was:  # "Ek stayed, and was fined"
        return next((own for n in above(tree, deed) if (own := below(tree, n, "nsubj", "nsubjpass"))), [])
    return below(tree, tree[deed].head, "nsubjpass") if tree[deed].tag == "VBN" or by else []


def is_undone_at(tree: Tree, deed: int) -> bool:
    """Whether it was not done, or to or by nobody."""
    own = below(tree, deed, "neg", "nsubj", "nsubjpass", "dobj", "dative")
    own = [n for n in own if tree[n].role != "neg" or n < deed]
    only = any(one.text.lower() in ("just", "merely", "only") for one in tree[min([*own, deed]) : deed])
    none = any(is_none(tree[m].text) for n in own for m in (n, tree[n].first))  # "no fee"
    return not only and (none or any(tree[n].role == "neg" for n in own))


def is_only_possible(tree: Tree, deed: int) -> bool:
    """Whether it may or will be done: "asked whether he will dismiss Ek"."""
    if any(tree[n].text.lower() in _POSSIBLY for n in below(tree, deed, "aux")):
        return True
    joined = tree[deed].role == "conj" and tree[deed].tag in ("VB", "VBP")
    return joined and is_verb(tree[tree[deed].head]) and is_only_possible(tree, tree[deed].head)


def is_somebody(tree: Tree, n: int) -> bool:
    """Whether a word is a name, a noun for persons, or a "he" or "they"."""
    one = tree[n]
    if one.tag not in PARTIES:
        return False
    if one.tag == "PRP":
        return bool(pronoun_form(one.text)) or one.text.lower() in ("they", "them")
    of_persons = any(is_person_noun(word) or are_people(word) for word in singulars(one.text.lower()))
    return one.tag.startswith("NNP") or of_persons


def nodes_of(tree: Tree, own: Span) -> list[int]:
    """Which words of a sentence a place of it has."""
    return [n for n, one in enumerate(tree) if own.meets(one.place)]


def head_of(tree: Tree, own: Span) -> int:
    """Of some words that on which the others hang."""
    nodes = nodes_of(tree, own)
    return next((n for n in nodes if tree[n].head not in nodes or tree[n].head == n), 0)


def _whose(tree: Tree, deed: int) -> int | None:
    """The noun of "the party, whose leader, Ek, came", which is often parsed as if it only said who somebody is."""
    nouns = [one.head for one in tree[:deed] if one.tag == "WP$" and one.head < deed]
    if not nouns or tree[nouns[-1]].role not in ("appos", "conj", "dep"):
        return None
    between = range(tree[nouns[-1]].last + 1, deed)
    return None if any(is_verb(tree[n]) and tree[n].head != deed for n in between) else nouns[-1]


def _joined(tree: Tree, deed: int, depth: int) -> list[int]:
    """Who did it by the verb that it is joined to: "Lie came and sang"."""
    first = tree[deed].head
    joined = tree[deed].role in ("conj", "dep") and bool(below(tree, first, "cc") or below(tree, deed, "cc"))
    return (below(tree, first, "nsubjpass") or subjects_of(tree, first, depth - 1)) if joined else []


def _controllers(tree: Tree, deed: int, depth: int) -> list[int]:
    """Who may do what hangs on a verb and has no subject: one of both by "Lie begged Ek to go", Lie by "Lie begged
    them, thanking Ek" and by "Lie is said by two nurses to have gone".
    """
    verb = tree[deed].head
    if tree[deed].role == "xcomp" and (moved := below(tree, verb, "nsubjpass")):
        return moved
    who = below(tree, verb, "nsubjpass") or subjects_of(tree, verb, depth - 1)
    if tree[deed].tag == "VBG" or not who:
        return who
    told = below(tree, verb, "dobj", "dative")
    told += [n for prep in below(tree, verb, "prep", "dative", "agent") for n in below(tree, prep, "pobj")]
    return [*who, *told]
