"""Who is a verb's subject and what its object, by a parse: of "A court acquitted Ek and jailed Lie" the court jailed
Lie.

A second opinion on what a reader takes, which is quick to have whoever stands near. The parser is spaCy's small
English one (nine of ten words have their right head); so only what it sees plainly counts, against a reading and
never for one. Leaves out forms that need no parse (other_agents.py, objects.py).
"""

import itertools
import re
from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import is_word
from retrieval.naming import is_name
from retrieval.parser import Node, Tree, above, below, is_verb, parsed
from retrieval.predicates import ASKS_DONE_TO, BY, WORD, told_at, verb_asked_for, verbs_of_whom
from retrieval.types import Sentence, Window

_DEEP = 4  # verbs that share a subject
_NEAR = 8  # words
_NOT = re.compile(r"\b(?:never|no|not)\b|n['’]t\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"\W*(?:and )?to (?=whom )", re.IGNORECASE)
_STANDING_FOR = frozenset(["PRP", "WP", "WDT", "EX", "DT"])  # tags of "he", "who", "which", "there" and "that"


def is_not_subject(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells what is asked, "Who jailed Lie?", of others than the words, or that it was not
    done.
    """
    asked = verb_asked_for(question)
    is_other = _has_other_subject if _NOT.search(question) else _is_not_done_by
    return bool(asked) and _is_told_of_others(words, [asked], window, is_other)


def is_not_object(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells that it was done to others than the words: "Whom did Lie thank?", "Who was
    thanked?".
    """
    if _TO_WHOM.match(question):
        return _is_told_of_others(words, verbs_of_whom(_TO_WHOM.sub("", question)), window, _has_other_receiver)
    if BY.search(question):
        return False  # "Whom was he thanked by?" asks for the subject
    passive = ASKS_DONE_TO.match(question.strip())
    asked = [passive["done"].lower()] if passive else verbs_of_whom(question)
    return bool(asked) and _is_told_of_others(words, asked, window, _has_other_object)


def pronouns_beside(verb: str, sentence: Sentence) -> tuple[str, str]:
    """He or she, of the verb's subject and of its object: "she" and "he" of "after she beat him".

    "" where it is neither, or the verb stands twice and not beside the same.
    """
    tree = parsed(sentence.text)
    deeds = _deeds(tree, [verb], sentence)
    found = [{pronoun_form(tree[n].text) for deed in deeds for n in of(tree, deed)} for of in (_subjects, _objects)]
    subject, object_ = (forms.pop() if len(forms) == 1 else "" for forms in found)
    return subject, object_


def _is_told_of_others(
    words: Span, verbs: Sequence[str], window: Window, is_other: Callable[[Tree, int, Span], bool]
) -> bool:
    """Whether at every place where a sentence has a verb another is its subject, or its object."""
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not here or not _places(verbs, here):
        return False
    tree = parsed(here.text)
    if not any(one.role == "ROOT" and is_verb(one) for one in tree):
        return False  # "The minister, Lie, accused Ek" taken for a minister who was accused
    own = Span(words.start - here.span.start, words.end - here.span.start)
    deeds = _deeds(tree, verbs, here)
    return bool(deeds) and all(is_other(tree, deed, own) for deed in deeds)


def _deeds(tree: Tree, verbs: Sequence[str], sentence: Sentence) -> list[int]:
    starts = _places(verbs, sentence)
    return [n for n, one in enumerate(tree) if one.place.start in starts and is_verb(one)]


def _places(verbs: Sequence[str], sentence: Sentence) -> set[int]:
    """Where words begin that may be a form of one of some verbs."""
    tokens = list(WORD.finditer(sentence.text))
    return {tokens[n].start() for n in told_at(tokens, *verbs)}


def _is_not_done_by(tree: Tree, deed: int, own: Span) -> bool:
    return bool(below(tree, deed, "neg")) or _has_other_subject(tree, deed, own)


def _has_other_subject(tree: Tree, deed: int, own: Span) -> bool:
    subjects = _subjects(tree, deed)
    at = next(iter(_inside(tree, own)), 0)
    if at - 1 > deed and tree[at - 1].text.lower() == "by":
        return False  # "Ek, met in front of all by Lie, wept", taken for Ek who met them
    if any(one.text.lower() in ("among", "including") for one in tree[deed:at]):
        return False  # "Many came, among them Ek"
    return bool(subjects) and not any(
        _holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or (tree[n].tag in _STANDING_FOR and not _is_another(tree, n, own))
        for n in subjects
    )


def _subjects(tree: Tree, deed: int, depth: int = _DEEP) -> list[int]:
    """Who did it, where that is told in so many words; of verbs joined by "and" the first one's."""
    by = [n for agent in below(tree, deed, "agent") for n in below(tree, agent, "pobj")]
    if by or below(tree, deed, "auxpass", "nsubjpass"):
        others = sum(one.text.lower() == "by" for one in tree[deed:])  # "by the mayor, by Lie, and by a band"
        return by if others == 1 else []
    subjects = below(tree, deed, "nsubj")
    if subjects:
        return subjects if tree[deed].tag != "VBN" or below(tree, deed, "aux") else []
    if not depth or tree[deed].tag == "VBN" or below(tree, deed, "csubj", "expl"):
        return []
    first = tree[deed].head
    if tree[deed].role != "conj" or not is_verb(tree[first]):
        return []
    return below(tree, first, "nsubjpass") or _subjects(tree, first, depth - 1)


def _has_other_object(tree: Tree, deed: int, own: Span) -> bool:
    objects = _objects(tree, deed)
    behind = [one.text.lower() for one in tree[deed : deed + _NEAR]]
    if "by" in behind and not below(tree, deed, "agent"):
        return False  # "Ek, met that day by Lie, wept", taken for Ek who met somebody
    if not objects or any(
        _holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or _may_be_he(tree[n], own, tree)
        or tree[n].tag in _STANDING_FOR - {"PRP"}  # "The guest whom Lie met was Ek"
        for n in objects
    ):
        return False
    head = _head(tree, own)
    up = list(above(tree, head))
    if deed in up[1:]:
        return tree[up[up.index(deed) - 1]].role in ("nsubj", "advcl", "conj")
    shared = tree[deed].role == "conj" and tree[head].role == "dobj" and tree[head].head == tree[deed].head
    return not shared


def _has_other_receiver(tree: Tree, deed: int, own: Span) -> bool:
    """Whether it is told to whom else: of "sold it, a gift to Ek, to a shop" the shop."""
    given = below(tree, deed, "dative", "prep")
    to = [n for n in given if tree[n].role == "dative" or tree[n].text == "to"]
    return bool(to) and not any(_holds(tree, n, own) for n in to)


def _objects(tree: Tree, deed: int) -> list[int]:
    """To whom or what it was done, where a word of its own tells that, or the "was" of the verb before."""
    by = below(tree, deed, "agent")  # "assisted moments earlier by Lie": none is a direct object of a passive
    objects = below(tree, deed, "nsubjpass", *([] if by else ["dobj", "dative"]))
    joined = tree[deed].role == "conj" and (tree[deed].tag == "VBN" or by)
    return objects or (below(tree, tree[deed].head, "nsubjpass") if joined else [])


def _may_be_he(node: Node, own: Span, tree: Tree) -> bool:
    """Whether a name may have been read for a "him", as far as the first name tells; "Lawmakers" are several."""
    text, form = _text(tree, own), pronoun_form(node.text)
    several = text.endswith("s") and is_word(text.lower())
    named = node.tag == "PRP" and is_name(text) and not several
    return named and (not form or pronoun_of_first_name(text) in ("", form))


def _is_another(tree: Tree, n: int, own: Span) -> bool:
    """Whether by the first name a "he" is not who was read, or a "who" stands behind somebody else."""
    clause = next((m for m in above(tree, n) if tree[m].role == "relcl"), None)
    if tree[n].text.lower() in ("who", "that") and clause is not None:
        nouns = itertools.takewhile(lambda m: not is_verb(tree[m]), above(tree, tree[clause].head))
        return not any(_holds(tree, m, own) for m in nouns)
    return {pronoun_form(tree[n].text), pronoun_of_first_name(_text(tree, own)), ""} == {"he", "she", ""}


def _is_named_so(tree: Tree, n: int, own: Span) -> bool:
    """Whether both are called by the same noun: "the team" that stands there twice."""
    return tree[_head(tree, own)].text.lower() == tree[n].text.lower()


def _text(tree: Tree, own: Span) -> str:
    return " ".join(tree[n].text for n in _inside(tree, own))


def _head(tree: Tree, own: Span) -> int:
    """Of some words that on which the others hang."""
    inside = _inside(tree, own)
    return next((n for n in inside if tree[n].head not in inside or tree[n].head == n), 0)


def _inside(tree: Tree, own: Span) -> list[int]:
    return [n for n, one in enumerate(tree) if own.meets(one.place)]


def _holds(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words hang on a word, or may say more of it by where they stand: the parser is often wrong
    about appositions.
    """
    last = tree[n].last
    behind = tree[last + 1 : last + 3]
    apposed = len(behind) > 1 and behind[0].text == "," and behind[1].tag != "PRP" and own.meets(behind[1].place)
    return apposed or own.meets(Span(tree[tree[n].first].place.start, tree[last].place.end))
