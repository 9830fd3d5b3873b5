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
from retrieval.inflection import are_forms, base_of_past, is_word
from retrieval.naming import is_name, is_none
from retrieval.parser import Node, Tree, above, below, is_verb, parsed
from retrieval.person_nouns import is_person_noun
from retrieval.predicates import ASKS_DONE_TO, BY, OBJECTS, SUBJECTS, WORD, told_at, verb_asked_for, verbs_of_whom
from retrieval.types import Sentence, Window

_DEEP = 4  # verbs that share a subject
_NEAR = 8  # words
_NOT = re.compile(r"\b(?:never|no|not)\b|n['’]t\b", re.IGNORECASE)
_QUOTING = ("cite", "quote")
_PAST = re.compile(r"\b(?:been|did|had|has|have|was|were)\b")
_MAY_BE = re.compile(r"\b(?:can|could|may|might|must|shall|should|to|will|would)\b")
_POSSIBLY = frozenset("may might must shall should will would ’ll 'll".split())
_TO_WHOM = re.compile(r"\W*(?:and )?to (?=whom )", re.IGNORECASE)
_PLACES = frozenset("aboard at behind beside from in inside near on outside under".split())
_CLAUSES = ("ccomp", "relcl", "xcomp")
_BE = ("are", "is", "was", "were")
_RELATIVE = ("WP", "WDT")
_SUBORDINATING = ("after", "before", "since", "until")
_CONTROLLED = ("advcl", "xcomp")
_SEVERAL = ("NNS", "NNPS")
_STANDING_FOR = frozenset(
    ["PRP", "PRP$", "WP", "WDT", "EX", "DT"]
)  # tags of "he", "who", "which", "there" and "that"


def is_not_subject(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells what is asked, "Who jailed Lie?", of others than the words, or that it was not
    done.
    """
    asked = verb_asked_for(question)
    is_other = _has_other_subject if _NOT.search(question) else _is_not_done_by
    return bool(asked) and _is_told_of_others(question, words, [asked], window, is_other)


def nearest_who(words: Span, question: str, sentence: Window) -> Span | None:
    """Of "the widow of the man who stole it", asked who did, the man."""
    if not sentence.span.holds(words):
        return None
    start, tree = sentence.span.start, parsed(sentence.text)
    own = Span(words.start - start, words.end - start)
    for deed in _deeds(tree, [verb_asked_for(question)], sentence.text):
        head = tree[deed].head
        did = any(tree[n].text.lower() in ("who", "that") for n in below(tree, deed, "nsubj"))
        if did and tree[deed].role == "relcl" and head != _head(tree, own) and own.holds(tree[head].place):
            inner = Span(tree[tree[head].first].place.start, tree[head].place.end)
            inside = tree[head].role == "pobj" and is_person_noun(tree[head].text) and own.end == inner.end
            return Span(start + inner.start, words.end) if inside else None
    return None


def is_not_object(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells that it was done to others than the words: "Whom did Lie thank?", "Who was
    thanked?".
    """
    if _TO_WHOM.match(question):
        verbs = verbs_of_whom(_TO_WHOM.sub("", question))
        return _is_told_of_others(question, words, verbs, window, _has_other_receiver)
    if BY.search(question):
        return False  # "Whom was he thanked by?" asks for the subject
    passive = ASKS_DONE_TO.match(question.strip())
    asked = [passive["done"].lower()] if passive else verbs_of_whom(question)
    return bool(asked) and _is_told_of_others(question, words, asked, window, _has_other_object)


def pronouns_beside(verb: str, sentence: Sentence) -> tuple[str, str]:
    """He or she, of the verb's subject and of its object: "she" and "he" of "after she beat him".

    "" where it is neither, or the verb stands twice and not beside the same.
    """
    tree = parsed(sentence.text)
    deeds = _deeds(tree, [verb], sentence.text)
    found = [{pronoun_form(tree[n].text) for deed in deeds for n in of(tree, deed)} for of in (_subjects, _objects)]
    subject, object_ = (forms.pop() if len(forms) == 1 else "" for forms in found)
    return subject, object_


def is_undone(verb: str, sentence: str) -> bool:
    """Whether a sentence plainly tells, wherever it has a verb, that it was not done, or to or by nobody: "who had
    charged her nothing", "No one was charged".
    """
    tree = parsed(sentence)
    deeds = _deeds(tree, [verb], sentence)
    return bool(deeds) and all(_is_undone(tree, deed) for deed in deeds)


def without_next(words: Span, question: str, sentence: Window) -> Span:
    """The words up to what belongs to the question's verb besides: "his pupil" of "invited his pupil to his house"."""
    if not sentence.span.holds(words):
        return words
    start, tree = sentence.span.start, parsed(sentence.text)
    inside = _inside(tree, Span(words.start - start, words.end - start))
    deeds = _deeds(tree, verbs_of_whom(question), sentence.text)
    nexts = (n for n in inside[1:] if tree[n].role in ("prep", "dative") and tree[n].head in deeds)
    end = next((tree[n - 1].place.end for n in nexts if tree[n].tag in ("IN", "TO")), None)
    return Span(words.start, start + end) if end else words


def is_apposed(before: tuple[int, int], words: tuple[int, int], sentence: str) -> bool:
    """Whether in a sentence some words, from and to, say who is named before them: "Ada Lie, a nurse, and Bo"."""
    tree = parsed(sentence)
    head = _head(tree, Span(*words))
    return tree[head].role == "appos" and Span(*before).meets(tree[tree[head].head].place)


def are_listed(one: Span, other: Span, sentence: Window) -> bool:
    """Whether words of a sentence are members of one list: "the shepherd" and "his dog, Bruna"."""
    tree, start = parsed(sentence.text), sentence.span.start
    heads = (_head(tree, Span(words.start - start, words.end - start)) for words in (one, other))
    first, second = (next(n for n in above(tree, head) if tree[n].role not in ("appos", "conj")) for head in heads)
    return first == second and not is_verb(tree[first])


def is_acted_on(words: Span, sentence: Window) -> bool:
    """Whether words are a verb's direct object and so do not say what is told: Ek, in "Lie accused Ek of it", but not
    in "Lie quoted Ek as saying so".
    """
    tree, start = parsed(sentence.text), sentence.span.start
    head = _head(tree, Span(words.start - start, words.end - start))
    verb = tree[tree[head].head].text.lower()
    quotes = any(are_forms(verb, quoting) for quoting in _QUOTING)
    return sentence.span.holds(words) and tree[head].role == "dobj" and not quotes


def _is_undone(tree: Tree, deed: int) -> bool:
    own = below(tree, deed, "neg", "nsubj", "nsubjpass", "dobj", "dative")
    own = [n for n in own if tree[n].role != "neg" or n < deed]
    only = any(one.text.lower() in ("just", "merely", "only") for one in tree[min([*own, deed]) : deed])
    none = any(is_none(tree[m].text) for n in own for m in (n, tree[n].first))  # "no fee"
    return not only and (none or any(tree[n].role == "neg" for n in own))


def _is_only_possible(tree: Tree, deed: int) -> bool:
    """Whether it may or will be done: "asked whether he will dismiss Ek"."""
    while tree[deed].role == "conj" and tree[deed].tag == "VB" and is_verb(tree[tree[deed].head]):
        deed = tree[deed].head
    return any(tree[n].text.lower() in _POSSIBLY for n in below(tree, deed, "aux"))


def _is_told_of_others(
    question: str, words: Span, verbs: Sequence[str], window: Window, is_other: Callable[[Tree, int, Span], bool]
) -> bool:
    """Whether at every place where a sentence has a verb another is its subject, or its object, or it is not yet done
    where it is asked who has done it.
    """
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not here or not _places(verbs, here.text):
        return False
    tree = parsed(here.text)
    if not any(one.role == "ROOT" and is_verb(one) for one in tree):
        return False  # "The minister, Lie, accused Ek" taken for a minister who was accused
    own = Span(words.start - here.span.start, words.end - here.span.start)
    deeds = _deeds(tree, verbs, here.text)
    done = bool(_PAST.search(question) or any(map(base_of_past, verbs))) and not _MAY_BE.search(question)
    return bool(deeds) and all(
        (done and _is_only_possible(tree, deed)) or is_other(tree, deed, own) for deed in deeds
    )


def _deeds(tree: Tree, verbs: Sequence[str], sentence: str) -> list[int]:
    starts = _places(verbs, sentence)
    return [
        n
        for n, one in enumerate(tree)
        if one.place.start in starts and is_verb(one) and one.role not in ("aux", "auxpass")
    ]


def _places(verbs: Sequence[str], sentence: str) -> set[int]:
    """Where words begin that may be a form of one of some verbs."""
    tokens = list(WORD.finditer(sentence))
    return {tokens[n].start() for n in told_at(tokens, *verbs)}


def _is_not_done_by(tree: Tree, deed: int, own: Span) -> bool:
    nots = [n for n in below(tree, deed, "neg") if n < deed]  # "It was led not by Ek but by Lie"
    return bool(nots) or _has_other_subject(tree, deed, own)


def _has_other_subject(tree: Tree, deed: int, own: Span) -> bool:
    subjects = _subjects(tree, deed)
    at = next(iter(_inside(tree, own)), 0)
    relative = any(tree[n].tag in _RELATIVE for n in subjects)
    if at - 1 > deed and tree[at - 1].text.lower() == "by" and not relative:
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
    marks = below(tree, deed, "mark")  # "after the firm, Acme, had sung", parsed as if somebody came after the firm
    subjects = below(tree, deed, "nsubj") or [n for mark in marks for n in below(tree, mark, "pobj")]
    if tree[deed].tag == "VBN" and not below(tree, deed, "aux"):
        return []
    if subjects or not depth or below(tree, deed, "csubj", "expl"):
        return subjects
    first = tree[deed].head
    if tree[deed].role == "acl" and below(tree, deed, "aux"):
        return below(tree, first, "poss")  # "her decision to go"
    if not is_verb(tree[first]):
        return []
    if tree[deed].tag in ("VB", "VBG"):
        return _controllers(tree, deed, first) if tree[deed].role in _CONTROLLED else _joined(tree, deed, depth)
    # "Lie came after the firm, Acme, sang", parsed as if she came after the firm.
    after = [n for n in range(first, deed) if tree[n].role == "prep" and tree[n].text.lower() in _SUBORDINATING]
    if after and not any(one.role == "cc" for one in tree[after[-1] : deed]):
        return below(tree, after[-1], "pobj")
    return _joined(tree, deed, depth)


def _joined(tree: Tree, deed: int, depth: int) -> list[int]:
    """Who did it by the verb that it is joined to: "Lie came and sang"."""
    first = tree[deed].head
    joined = tree[deed].role in ("conj", "dep") and bool(below(tree, first, "cc") or below(tree, deed, "cc"))
    return (below(tree, first, "nsubjpass") or _subjects(tree, first, depth - 1)) if joined else []


def _controllers(tree: Tree, deed: int, verb: int) -> list[int]:
    """Who may do what hangs on a verb and has no subject: one of both by "Lie begged Ek to go", Lie by "Lie begged
    them, thanking Ek".
    """
    who = below(tree, verb, "nsubjpass") or _subjects(tree, verb)
    if tree[deed].tag == "VBG" or not who:
        return who
    told = below(tree, verb, "dobj", "dative")
    told += [n for prep in below(tree, verb, "prep", "dative", "agent") for n in below(tree, prep, "pobj")]
    return [*who, *told]


def _has_other_object(tree: Tree, deed: int, own: Span) -> bool:
    objects, doers = _objects(tree, deed), below(tree, deed, "nsubj")
    if any(tree[n].tag in _RELATIVE and not _is_another(tree, n, own) for n in doers):
        return True  # "Lie, who suspended them"
    behind = [one.text.lower() for one in tree[deed : deed + _NEAR]]
    if "by" in behind and not below(tree, deed, "agent"):
        return False  # "Ek, met that day by Lie, wept", taken for Ek who met somebody
    if any(
        _holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or _may_be_he(tree[n], own, tree)
        or (tree[n].tag in _STANDING_FOR - {"PRP"} and not _is_another(tree, n, own))
        for n in objects
    ):
        return False
    head = _head(tree, own)
    up = list(above(tree, head))
    if deed in up[1:]:
        inside = up[: up.index(deed)]
        beside = bool(objects) and tree[inside[-1]].role in ("nsubj", "advcl", "conj")
        return beside or _is_of_clause(tree, inside)
    if not objects:
        return False
    shared = tree[deed].role == "conj" and tree[head].role == "dobj" and tree[head].head == tree[deed].head
    return not shared


def _is_of_clause(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether a word, the first of those up to a verb, belongs to a clause below that: "promised to meet Ek", but not
    "urged Ek to go".
    """
    clauses = [m for m in inside if tree[m].role in _CLAUSES]
    urged = inside[1:2] == clauses and tree[inside[0]].role == "nsubj" and tree[inside[-1]].tag == "VB"
    return bool(clauses) and not urged


def _has_other_receiver(tree: Tree, deed: int, own: Span) -> bool:
    """Whether it is told to whom else: of "sold it, a gift to Ek, to a shop" the shop."""
    given = below(tree, deed, "dative", "prep")
    to = [n for n in given if tree[n].role == "dative" or tree[n].text == "to"]
    return bool(to) and not any(_holds(tree, n, own) for n in to)


def _objects(tree: Tree, deed: int) -> list[int]:
    """To whom or what it was done, where a word of its own tells that, or the "was" of the verb before."""
    # None is a direct object of a passive: "assisted moments earlier by Lie", "fined a week's wages".
    by, was = below(tree, deed, "agent"), below(tree, deed, "auxpass")
    objects = below(tree, deed, "nsubjpass", *([] if by or was else ["dobj", "dative"]))
    if objects or tree[deed].role != "conj":
        return objects
    if was:  # "Ek stayed, and was fined"
        return next((own for n in above(tree, deed) if (own := below(tree, n, "nsubj", "nsubjpass"))), [])
    return below(tree, tree[deed].head, "nsubjpass") if tree[deed].tag == "VBN" or by else []


def _is_where(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words only tell where a word is: "the crew aboard the trawler"."""
    head = _head(tree, own)
    prep = tree[head].head
    return tree[head].role == "pobj" and tree[prep].text.lower() in _PLACES and tree[prep].head == n


def _is_told_beside(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words stand in a clause that says more of a word: "the mayor, who had met Lie,"."""
    head = _head(tree, own)
    up = list(itertools.takewhile(lambda m: m != n, above(tree, head)))
    named = next((m for m in up if tree[m].role != "appos"), head)
    # "Two women who came from Oslo, Ada Lie and Eva Moe, sang": such joints are often parsed wrongly.
    is_loose = tree[head].role == "conj" or (named != head and tree[named].role in ("pobj", "conj"))
    return not is_loose and any(tree[m].role == "relcl" for m in up)


def _may_be_he(node: Node, own: Span, tree: Tree) -> bool:
    """Whether a name may have been read for a "him", as far as the first name tells; "Lawmakers" are several."""
    text, form = _text(tree, own), pronoun_form(node.text)
    several = text.endswith("s") and is_word(text.lower())
    named = node.tag == "PRP" and is_name(text) and not several
    return named and (not form or pronoun_of_first_name(text) in ("", form))


def _is_another(tree: Tree, n: int, own: Span) -> bool:
    """Whether by the first name a "he" is not who was read, or a "who" stands behind somebody else."""
    clause = next((m for m in above(tree, n) if tree[m].role == "relcl"), None)
    if clause is None and tree[n].tag in _RELATIVE:  # "Ek, who came, and who sang"
        clause = next((m for m in range(n, -1, -1) if tree[m].role == "relcl"), None)
    if clause is not None:
        nouns = itertools.takewhile(lambda m: not is_verb(tree[m]), above(tree, tree[clause].head))
        before = tree[tree[clause].first].place.start  # "Lie, who sang, and Ek" tells of Lie alone
        is_antecedent = any(own.meets(Span(tree[tree[m].first].place.start, before)) for m in nouns)
        if tree[n].text.lower() == "which" and is_person_noun(tree[_head(tree, own)].text):
            return True  # "the captain of the ferry, which sank"
        if tree[n].tag in _RELATIVE:
            return not (is_antecedent or _is_one_with(tree, clause, own))
        if own.meets(tree[tree[clause].head].place) and tree[n].tag == "PRP":
            return True  # "the monks to whom it gave a hat"
    read, did = _text(tree, own), tree[n].text.lower()
    if read.lower() in SUBJECTS | OBJECTS and did in SUBJECTS:
        return read.lower() != did  # nor is it "them" of "begged them to come, and they sang"
    if pronoun_form(did) and tree[_head(tree, own)].tag in _SEVERAL:
        return True
    return {pronoun_form(did), pronoun_of_first_name(read), ""} == {"he", "she", ""}


def _is_one_with(tree: Tree, clause: int, own: Span) -> bool:
    """Whether by "The guest whom Lie met was Ek", or "Among those whom Lie met were Ek", the guest is Ek."""
    verb = next((n for n in above(tree, tree[clause].head) if is_verb(tree[n])), clause)
    ends = below(tree, verb, "attr", "nsubj")
    return tree[verb].text.lower() in _BE and any(_holds(tree, n, own) for n in ends)


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
    if _is_where(tree, n, own) or _is_told_beside(tree, n, own):
        return False
    last = tree[n].last
    behind = tree[last + 1 : last + 3]
    apposed = len(behind) > 1 and behind[0].text == "," and behind[1].tag != "PRP" and own.meets(behind[1].place)
    return apposed or own.meets(Span(tree[tree[n].first].place.start, tree[last].place.end))
