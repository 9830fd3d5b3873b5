"""Who is not a verb's subject and not its object, by a parse: of "A court acquitted Ek and jailed Lie" Ek jailed
nobody.

A second opinion on what a reader takes, which is quick to have whoever stands near. The parser is spaCy's small
English one (nine of ten words have their right head); so only what it sees plainly counts, against a reading and
never for one. Leaves out forms that need no parse (other_agents.py, objects.py).
"""

import functools
import re
from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.apart import clause_of, is_another, is_before, may_be_he
from retrieval.arguments import deeds_in, head_of, is_only_possible, nodes_of, objects_of, places_of, subjects_of
from retrieval.hanging import held_up_to, holds, is_whose
from retrieval.inflection import base_of_past
from retrieval.parser import Tree, above, below, has_verb_on_top, parsed
from retrieval.predicates import ASKS_DONE_TO, BY, PAST, verb_asked_for, verbs_of_whom
from retrieval.search import content_words, share_of
from retrieval.types import Window

_NEAR = 8  # words
_MOST = 8  # places of a verb
_NOT = re.compile(r"\b(?:never|no|not)\b|n['’]t\b", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(?:can|could|may|might|must|shall|should|to|will|would)\b")
_TO_WHOM = re.compile(r"\W*(?:and )?(?P<to>against|for|from|to|with) (?=whom )", re.IGNORECASE)
_WHERE = re.compile(r"(?:and |but )?where\b", re.IGNORECASE)
_FINITE = ("VBD", "VBP", "VBZ")
_WHAT_DONE = re.compile(
    r"(?:and |but )?what (?:was|were|is|are|has been|have been|had been) (?P<done>(?![a-z]+ing\b)[a-z]+)\b",
    re.IGNORECASE,
)
_CLAUSES = ("ccomp", "relcl", "xcomp")
_RELATIVE = ("WP", "WDT")
# Tags of "he", "his", "who", "which", "there" and "that".
_STANDING_FOR = frozenset(["PRP", "PRP$", "WP", "WDT", "EX", "DT"])


def is_not_subject(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells what is asked, "Who jailed Lie?", of others than the words, or that it was not
    done.
    """
    asked = verb_asked_for(question)
    is_other = _has_other_subject if _NOT.search(question) else _is_not_done_by
    whom = content_words(question.partition(asked)[2]) if asked else []
    return bool(asked) and _is_told_of_others(question, words, [asked], window, is_other, whom)


def is_not_object(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells that it was done to others than the words: "Whom did Lie thank?", "Who was
    thanked?".
    """
    if to := _TO_WHOM.match(question):
        other = functools.partial(_has_other_receiver, by=to["to"].lower())
        return _is_told_of_others(question, words, verbs_of_whom(question[to.end() :]), window, other)
    if BY.search(question):
        return False  # "Whom was he thanked by?" asks for the subject
    passive = ASKS_DONE_TO.match(question.strip())
    asked = [passive["done"].lower()] if passive else verbs_of_whom(question)
    return bool(asked) and _is_told_of_others(question, words, asked, window, _has_other_object)


def is_doer_of_passive(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells that what was read did it to something else: "The water ruined the paper",
    asked what was ruined.
    """
    passive, told = _WHAT_DONE.match(question.strip()), _told_in(words, window)
    if not passive or not told or not places_of([passive["done"]], told[0]):
        return False
    text, own = told
    tree = parsed(text)
    deeds = deeds_in(tree, [passive["done"]], text)[:_MOST]
    return bool(deeds) and all(
        not below(tree, deed, "nsubjpass", "auxpass")
        and any(own.meets(tree[n].place) for n in subjects_of(tree, deed))
        and not any(holds(tree, n, own) for n in objects_of(tree, deed))
        for deed in deeds
    )


def is_part_of_noun(question: str, words: Span, window: Window) -> bool:
    """Whether what was read only says of what kind something is: "a school cook", asked where she is."""
    told = _told_in(words, window)
    if not told or not _WHERE.match(question.strip()):
        return False
    text, own = told
    tree = parsed(text)
    head = tree[head_of(tree, own)]
    return head.role == "compound" and head.tag == "NN" and not own.meets(tree[head.head].place)


def is_clause(words: Span, window: Window) -> bool:
    """Whether what was read for somebody is what somebody does: "lives in exile"."""
    told = _told_in(words, window)
    if not told or not window.words(words)[:1].islower():
        return False
    text, own = told
    tree = parsed(text)
    nodes = nodes_of(tree, own)
    return bool(nodes) and nodes[0] == head_of(tree, own) and tree[nodes[0]].tag in _FINITE


def _told_in(words: Span, window: Window) -> tuple[str, Span] | None:
    """The text of a window's sentence that has some words, and where they stand there."""
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    return (here.text, Span(words.start - here.span.start, words.end - here.span.start)) if here else None


def _is_told_of_others(
    question: str,
    words: Span,
    verbs: Sequence[str],
    window: Window,
    is_other: Callable[[Tree, int, Span], bool],
    whom: Sequence[str] = (),
) -> bool:
    """Whether at every place where a sentence has a verb another is its subject, or its object, or it is not yet done
    where it is asked who has done it; where it has the verb with that object, there.
    """
    told = _told_in(words, window)
    if not told or not places_of(verbs, told[0]):
        return False
    text, own = told
    tree = parsed(text)
    if not has_verb_on_top(tree):
        return False
    deeds = deeds_in(tree, verbs, text)
    if whom and 1 < len(deeds) <= _MOST:
        done_to = [deed for deed in deeds if any(share_of(whom, held_up_to(tree, n)) for n in objects_of(tree, deed))]
        deeds = done_to or deeds
    if not 0 < len(deeds) <= _MOST:
        return False  # no sentence of news: it would take long to see nothing plainly
    done = bool(PAST.search(question) or any(map(base_of_past, verbs))) and not _MAY_BE.search(question)
    return all((done and is_only_possible(tree, deed)) or is_other(tree, deed, own) for deed in deeds)


def _is_not_done_by(tree: Tree, deed: int, own: Span) -> bool:
    nots = [n for n in below(tree, deed, "neg") if n < deed]  # "It was led not by Ek but by Lie"
    return bool(nots) or _has_other_subject(tree, deed, own)


def _has_other_subject(tree: Tree, deed: int, own: Span) -> bool:
    subjects = subjects_of(tree, deed)
    at = next(iter(nodes_of(tree, own)), 0)
    relative = any(tree[n].tag in _RELATIVE for n in subjects)
    if at - 1 > deed and tree[at - 1].text.lower() == "by" and not relative:
        return False  # "Ek, met in front of all by Lie, wept", taken for Ek who met them
    among = any(one.text.lower() in ("among", "including") for one in tree[deed:at])
    if among and not is_whose(tree, above(tree, head_of(tree, own))):
        return False  # "Many came, among them Ek", but not Ada of "whose mother, Ada, wept"
    return bool(subjects) and not any(
        holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or (tree[n].tag in _STANDING_FOR and not is_another(tree, n, own))
        for n in subjects
    )


def _has_other_object(tree: Tree, deed: int, own: Span) -> bool:
    objects, doers = objects_of(tree, deed), below(tree, deed, "nsubj")
    clauses = (clause_of(tree, n) for n in doers if tree[n].tag in _RELATIVE)
    if any(clause is not None and is_before(tree, clause, own) for clause in clauses):
        return True  # "Lie, who suspended them"
    behind = [one.text.lower() for one in tree[deed : deed + _NEAR]]
    if "by" in behind and not below(tree, deed, "agent"):
        return False  # "Ek, met that day by Lie, wept", taken for Ek who met somebody
    if any(
        holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or (may_be_he(tree[n], own, tree) and not _is_behind(tree, n, deed, own))
        or (tree[n].tag in _STANDING_FOR - {"PRP"} and not is_another(tree, n, own))
        for n in objects
    ):
        return False
    head = head_of(tree, own)
    up = list(above(tree, head))
    if not objects and _is_subject_above(tree, deed, head):
        return True
    if deed in up[1:]:
        below_it = up[: up.index(deed)]
        beside = bool(objects) and tree[below_it[-1]].role in ("nsubj", "advcl", "conj", "oprd")
        gerund = tree[head].role == "dobj" and tree[tree[head].head].role == "pcomp"  # "of having called Ek a fool"
        return beside or (bool(objects) and gerund) or _is_of_clause(tree, below_it)
    return bool(objects)


def _is_behind(tree: Tree, n: int, deed: int, own: Span) -> bool:
    """Whether somebody stands behind a pronoun and in what is told of the verb, and so is another: "She was replaced
    by Lie, for whom Ek had played".
    """
    return own.start > tree[n].place.end and deed in above(tree, head_of(tree, own))


def _is_subject_above(tree: Tree, deed: int, head: int) -> bool:
    """Whether somebody is the subject of a verb that a deed without an object hangs on: "Ek argued that Lie had
    bitten first".
    """
    while tree[head].role in ("appos", "conj"):
        head = tree[head].head
    up = list(above(tree, deed))
    verb = tree[head].head
    if tree[head].role not in ("nsubj", "nsubjpass") or verb not in up[1:]:
        return False
    roles = [tree[n].role for n in up[: up.index(verb)]]
    return "ccomp" in roles and "relcl" not in roles


def _is_of_clause(tree: Tree, below_it: Sequence[int]) -> bool:
    """Whether a word, the first of those up to a verb, belongs to a clause below that: "promised to meet Ek", but not
    "urged Ek to go".
    """
    clauses = [m for m in below_it if tree[m].role in _CLAUSES]
    urged = below_it[1:2] == clauses and tree[below_it[0]].role == "nsubj" and tree[below_it[-1]].tag == "VB"
    return bool(clauses) and not urged


def _has_other_receiver(tree: Tree, deed: int, own: Span, by: str) -> bool:
    """Whether it is told to whom else, of "sold it, a gift to Ek, to a shop" the shop, or for whom else."""
    given = below(tree, deed, "dative", "prep")
    to = [n for n in given if tree[n].text == by or (by == "to" and tree[n].role == "dative")]
    told = bool(to) and not any(tree[m].tag in _STANDING_FOR for n in to for m in below(tree, n, "pobj"))
    return told and not any(holds(tree, n, own) for n in to)


def _is_named_so(tree: Tree, n: int, own: Span) -> bool:
    """Whether both are called by the same noun: "the team" that stands there twice."""
    return tree[head_of(tree, own)].text.lower() == tree[n].text.lower()
