"""Whose a number is, by its sentence's parse: of "Lie won after Ek, her rival, came third with 90 votes" the 90 are
Ek's; and of "two of a crew of seven drowned" the seven did not.

Leaves out whether the number counts what is asked (figures.py, conflicts.py), and what needs no parse (gapping.py).
"""

from collections.abc import Iterator

from corpus.article import Span
from retrieval.arguments import deeds_in, head_of, objects_of, subjects_of
from retrieval.countries import may_be_one
from retrieval.factuality import verb_of_question
from retrieval.naming import is_name, is_pronoun
from retrieval.parser import Tree, above, below, names_under, parsed, root_of, text_under, verb_above
from retrieval.types import Window

_CARDINAL = "CD"
_CLAUSES = ("advcl", "ccomp", "conj", "parataxis", "relcl")


def is_of_other_subject(words: Span, question: str, sentence: Window) -> bool:
    """Whether a number stands in a clause that is told of somebody else, by name, than whom the question names for
    who has it, and that does not speak of those.
    """
    asked = _named_subject(question)
    if not asked or not sentence.span.holds(words):
        return False
    tree = parsed(sentence.text)
    verb = verb_above(tree, head_of(tree, sentence.inside(words)))
    subjects = subjects_of(tree, verb) if verb is not None else []
    others = [name for n in subjects for name in names_under(tree, n)]
    if verb is None or not others or any(tree[n].tag == "PRP" for n in (*subjects, *objects_of(tree, verb))):
        return False
    told = [*others, *(name for n in _told_beside(tree, verb) for name in names_under(tree, n))]
    return not any(may_be_one(asked, name) or may_be_one(name, asked) for name in told)


def part_above(words: Span, question: str, sentence: Window) -> Span | None:
    """The number of those who did what is asked, of a number that counts all of whom they are some; else None."""
    verb = verb_of_question(question)
    if not verb or not sentence.span.holds(words):
        return None
    tree, start = parsed(sentence.text), sentence.span.start
    parties = {n for deed in deeds_in(tree, [verb], sentence.text) for n in _parties(tree, deed)}
    head = head_of(tree, sentence.inside(words))
    up = list(above(tree, head))
    part = next((n for n in up if n in parties and tree[n].tag == _CARDINAL and n != head), None)
    if part is None or tree[up[up.index(part) - 1]].text.lower() != "of":
        return None
    return Span(start + tree[part].place.start, start + tree[part].place.end)


def _parties(tree: Tree, deed: int) -> list[int]:
    return [*subjects_of(tree, deed), *objects_of(tree, deed)]


def _named_subject(question: str) -> str:
    """The name of whom a question asks for a number of; "" where it has none: "How many votes did Ek get?"."""
    tree = parsed(question)
    root = root_of(tree)
    subject = next((text_under(tree, n) for n in below(tree, root, "nsubj")), "")
    return subject if is_name(subject) and not is_pronoun(subject) else ""


def _told_beside(tree: Tree, verb: int) -> Iterator[int]:
    """What hangs on a verb, but for its subject and other clauses."""
    for n, one in enumerate(tree):
        if one.head == verb and n != verb and one.role not in (*_CLAUSES, "nsubj", "nsubjpass"):
            yield n
