"""Who is another than a pronoun of a parsed sentence: Lie, of "Lie alerted the police; they followed the van".

By forms, by number and by where both stand (binding). Leaves out whose a pronoun is (salience.py), and of what it is
the subject (syntax.py).
"""

import itertools

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.arguments import head_of
from retrieval.first_names import pronoun_of_first_name
from retrieval.hanging import held_up_to, holds, is_name_of_thing, text_of
from retrieval.inflection import is_word
from retrieval.naming import is_name
from retrieval.parser import Node, Tree, above, below, is_verb
from retrieval.person_nouns import are_people, is_person_noun, pronoun_of_noun
from retrieval.predicates import OBJECTS, SUBJECTS

_RELATIVE = ("WP", "WDT")
_BE = ("are", "is", "was", "were")
_SPEAKERS = frozenset(["i", "we"])
_THIRD = frozenset(["her", "him", "them"])
_MARKS = frozenset('“”"') | {"``", "''"}
_SEVERAL = ("NNS", "NNPS")


def is_another(tree: Tree, n: int, own: Span) -> bool:
    """Whether by the first name a "he" is not who was read, or a "who" stands behind somebody else."""
    clause = clause_of(tree, n)
    if clause is not None:
        if tree[n].text.lower() == "which" and is_person_noun(tree[head_of(tree, own)].text):
            return True  # "the captain of the ferry, which sank"
        if tree[n].tag in _RELATIVE:
            of_thing = is_name_of_thing(tree, own)
            return not (is_before(tree, clause, own) or of_thing or _is_one_with(tree, clause, own))
        when = any(tree[m].tag == "WRB" for m in below(tree, clause, "advmod"))  # "left the ferry when it sank"
        if own.meets(tree[tree[clause].head].place) and tree[n].tag == "PRP" and not when:
            return True  # "the monks to whom it gave a hat"
    read, did = text_of(tree, own), tree[n].text.lower()
    # "He came, and I sang", of one speech.
    is_he = did in _SPEAKERS and read.lower() in SUBJECTS | _THIRD and not _is_parted(tree, n, own)
    if is_he or _is_named_after(tree, n, own):
        return True
    if read.lower() in SUBJECTS | OBJECTS and did in SUBJECTS:
        return read.lower() != did  # nor is it "them" of "begged them to come, and they sang"
    head = tree[head_of(tree, own)]
    if did == "they" and _are_others(tree, n, own):
        return True
    thing = head.tag == "NN" and not is_person_noun(head.text) and not is_name(read)
    if (pronoun_form(did) and thing) or ((pronoun_form(did) or did == "it") and head.tag in _SEVERAL):
        return True
    if {pronoun_form(did), pronoun_of_noun(head.text.lower())} == {"he", "she"} or _shares_clause(tree, n, own):
        return True
    # "His lawyer, Ada Lie, said that he".
    named = [held_up_to(tree, m) for m in below(tree, head_of(tree, own), "appos")]
    return any({pronoun_form(did), pronoun_of_first_name(name), ""} == {"he", "she", ""} for name in (read, *named))


def may_be_he(node: Node, own: Span, tree: Tree) -> bool:
    """Whether a name may have been read for a "him", as far as the first name tells; "Lawmakers" are several."""
    text, form = text_of(tree, own), pronoun_form(node.text)
    several = text.endswith("s") and is_word(text.lower())
    named = node.tag == "PRP" and is_name(text) and not several
    return named and (not form or pronoun_of_first_name(text) in ("", form))


def _is_parted(tree: Tree, n: int, own: Span) -> bool:
    """Whether a mark of a quotation stands between a word and some others."""
    first, last = sorted((n, head_of(tree, own)))
    return any(one.text in _MARKS for one in tree[first:last])


def _is_named_after(tree: Tree, n: int, own: Span) -> bool:
    """Whether a "she" is the subject of a clause, and who was read that of another one joined to it: "She rang, but
    the cook, Ada Lie, slept" (no name stands behind its pronoun so; principle C).
    """
    head = head_of(tree, own)
    while tree[head].role == "appos":
        head = tree[head].head
    verb = tree[head].head
    if not pronoun_form(tree[n].text) or tree[n].role != "nsubj" or tree[head].role != "nsubj" or head < n:
        return False
    return tree[verb].role == "conj" and tree[verb].head == tree[n].head and not _is_parted(tree, n, own)


def _are_others(tree: Tree, n: int, own: Span) -> bool:
    """Whether "they" stand behind others, who are several, and somebody alone before those: "Lie alerted the police;
    they followed the van", or "Lie led them to a final, which they lost".
    """
    head = head_of(tree, own)
    if any(tree[m].text.lower() == "them" and _is_done_by(tree, m, head) for m in range(head + 1, n)):
        return True
    alone = pronoun_of_first_name(text_of(tree, own)) and not below(tree, head, "cc") and tree[head].role != "conj"
    between = tree[head + 1 : n]
    several = any(one.tag in _SEVERAL and are_people(one.text.lower()) for one in between)
    return bool(alone) and several and not any(one.tag == "NNP" for one in between)


def _is_done_by(tree: Tree, done_to: int, head: int) -> bool:
    """Whether a word is the object of what somebody did, also of a second verb: "Lie came and led them"."""
    verb = tree[done_to].head
    while tree[verb].role == "conj" and not below(tree, verb, "nsubj", "nsubjpass"):
        verb = tree[verb].head
    return tree[done_to].role in ("dobj", "dative") and tree[head].head == verb and tree[head].role == "nsubj"


def _shares_clause(tree: Tree, n: int, own: Span) -> bool:
    """Whether somebody is told of in the clause of which "he" is the subject, and so is another: "He gave it to the
    chairwoman, Lie, and left".
    """
    verb = tree[n].head
    up = list(above(tree, head_of(tree, own)))
    if (
        tree[n].role != "nsubj"
        or not pronoun_form(tree[n].text)
        or verb not in up[1:]
        or own.start < tree[verb].place.end
    ):
        return False
    return not any(is_verb(tree[m]) for m in up[: up.index(verb)])


def clause_of(tree: Tree, n: int) -> int | None:
    """The verb of the relative clause that a word stands in, or of the one before: "Ek, who came, and who sang"."""
    clause = next((m for m in above(tree, n) if tree[m].role == "relcl"), None)
    if clause is None and tree[n].tag in _RELATIVE:
        clause = next((m for m in range(n, -1, -1) if tree[m].role == "relcl"), None)
    return clause


def is_before(tree: Tree, clause: int, own: Span) -> bool:
    """Whether a clause tells more of some words, which stand before it, or are the name behind it: of the nurse, Lie,
    in "The nurse who sang, Lie, left", but not of Ek in "Lie, who sang, and Ek".
    """
    nouns = list(itertools.takewhile(lambda m: not is_verb(tree[m]), above(tree, tree[clause].head)))
    titled = [tree[m].role == "conj" and tree[m].tag == "NNP" and bool(below(tree, m, "det")) for m in nouns]
    if True in titled:
        nouns = nouns[: titled.index(True) + 1]  # "the head Ada Lie and the baker Bo Ek, who lost": he did
    before = tree[tree[clause].first].place.start
    head = tree[head_of(tree, own)]
    named = head.role == "appos" and head.head in nouns and tree[head.head].tag == "NN"
    return named or any(own.meets(Span(tree[tree[m].first].place.start, before)) for m in nouns)


def _is_one_with(tree: Tree, clause: int, own: Span) -> bool:
    """Whether by "The guest whom Lie met was Ek", or "Among those whom Lie met were Ek", the guest is Ek."""
    verb = next((n for n in above(tree, tree[clause].head) if is_verb(tree[n])), clause)
    ends = below(tree, verb, "attr", "nsubj")
    return tree[verb].text.lower() in _BE and any(holds(tree, n, own) for n in ends)
