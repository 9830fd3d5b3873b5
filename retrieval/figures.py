"""The figures of a question, and whether a sentence has them, of the same things: "Did wolves kill 31 goats?".

A reader sees that a sentence tells of all that a question names and calls "two hours" a yes where it was nine. By the
words for numbers and a parse. Leaves out dates, which name a time (periods.py), and answers that are figures
(conflicts.py).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.article import Span
from retrieval.conflicts import amount_in
from retrieval.inflection import singulars
from retrieval.parser import Tree, below, parsed
from retrieval.person_nouns import are_people, is_person_noun
from retrieval.types import Window

_CARDINAL = "CD"
_TIMES = {"once": 1, "twice": 2, "both": 2}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ONE = Decimal(1)
_MORE = re.compile(r"\b(?:more than|over|exceeding|at least|as many as)\W*$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:fewer than|less than|under|at most|up to)\W*$", re.IGNORECASE)
_ROUGHLY = re.compile(r"\b(?:about|almost|around|nearly|roughly|some)\W*$", re.IGNORECASE)
_NEAR = Decimal("0.1")  # of a rough figure
# "How big was the damage?", "How many people were in the delegation?"
_HOW_BIG = re.compile(
    r"\bhow (?:big|deep|far|fast|heavy|high|large|long|old|tall|wide) (?:are|is|was|were) (?P<thing>[\w ’'-]+)",
    re.IGNORECASE,
)
_HOW_MANY_IN = re.compile(
    r"\bhow many [a-z]+ (?:are|is|was|were|belong(?:ed|s)?) (?:aboard|in|on|to) (?:the|his|her|its|their) "
    r"(?P<group>[a-z]+)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset(["people", "person", "other"])


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, "" where that is not told, and the text before it."""

    value: Decimal
    noun: str
    before: str

    def holds(self, other: "Figure") -> bool:
        """Whether another one is it, by its number: more than it, of "more than 500"."""
        if _MORE.search(self.before):
            return other.value >= self.value
        if _LESS.search(self.before):
            return other.value <= self.value
        rough = _NEAR * self.value if _ROUGHLY.search(self.before) else 0
        return abs(other.value - self.value) <= rough

    def counts_other(self, other: "Figure") -> bool:
        """Whether another one counts something else: goats, and not sheep; people may be anybody."""
        if not self.noun or not other.noun or self.counts_same(other):
            return False
        return not (counts_anybody(self.noun) and counts_anybody(other.noun))

    def counts_same(self, other: "Figure") -> bool:
        """Whether both count what is called by the same noun."""
        return bool(self.noun and other.noun) and not singulars(self.noun).isdisjoint(singulars(other.noun))


def lacks_figures_of(question: str, sentence: str) -> bool:
    """Whether a sentence has not every figure of a question: none, another, or of other things."""
    if not _may_have(question):
        return False
    told = list(_figures(sentence)) if _may_have(sentence) else []
    words = {one for word in re.findall(r"\w+", sentence.casefold()) for one in singulars(word)}
    return any(
        _is_another(asked, told)
        or not any(
            asked.holds(one) and (not asked.counts_other(one) or not singulars(asked.noun).isdisjoint(words))
            for one in told
        )
        for asked in _figures(question)
    )


def has_another_figure(question: str, sentence: str) -> bool:
    """Whether a sentence has another figure than a question of the same things, and not that one: "nine hours"."""
    if not _may_have(question) or not _may_have(sentence):
        return False
    told = list(_figures(sentence))
    return any(_is_another(asked, told) for asked in _figures(question))


def counted_by(words: Span, sentence: Window) -> str:
    """What the number counts that stands in some words of a sentence; "" where there is none."""
    start = words.start - sentence.span.start
    found = (one for one in _figures(sentence.text) if start <= len(one.before) < words.end - sentence.span.start)
    return next((one.noun for one in found), "")


def counts_anybody(noun: str) -> bool:
    """Whether a noun stands for persons: "workers", "people", "others"."""
    return any(is_person_noun(one) or one in _ANYBODY for one in singulars(noun))


def counts_people_for_size(question: str, words: Span, sentence: Window) -> bool:
    """Whether a number counts persons where the size of something that is no group is asked for: seven who were hurt
    are not how big the damage was.
    """
    of = _HOW_BIG.search(question)
    if not of or any(are_people(one) for one in of["thing"].lower().split()):
        return False
    return counts_anybody(counted_by(words, sentence))


def is_size_of_group(question: str, words: Span, sentence: Window) -> bool:
    """Whether a number stands behind the group of "How many people were in the crew?": "a crew of nine"."""
    group = _HOW_MANY_IN.search(question)
    before = sentence.text[: max(0, words.start - sentence.span.start)]
    return group is not None and bool(re.search(rf"\b{group['group']} of (?:about |some )?$", before))


def _is_another(asked: Figure, told: Sequence[Figure]) -> bool:
    same = [one for one in told if asked.counts_same(one)]
    return bool(same) and not any(asked.holds(one) for one in same)


def _may_have(text: str) -> bool:
    """Whether a parse may find a figure in it."""
    return amount_in(text) is not None or any(word in _TIMES for word in text.casefold().split())


def _figures(text: str) -> Iterator[Figure]:
    """But for years, and "one", which often is no number."""
    tree = parsed(text)
    for is_number, group in itertools.groupby(range(len(tree)), key=lambda n: tree[n].tag == _CARDINAL):
        places = list(group)
        if not is_number:
            times = ((n, _TIMES.get(tree[n].text.lower())) for n in places)
            yield from (Figure(Decimal(value), "time", text[: tree[n].place.start]) for n, value in times if value)
            continue
        told = text[tree[places[0]].place.start : tree[places[-1]].place.end]
        value = amount_in(told)
        if value and not _YEAR.fullmatch(told) and Decimal(value) != _ONE:
            yield Figure(Decimal(value), _counted(tree, places), text[: tree[places[0]].place.start])


def _counted(tree: Tree, places: list[int]) -> str:
    """What the number counts, which stands behind it: lifeboats, of "two lifeboats" and of "two of its lifeboats"."""
    head = next((tree[n].head for n in reversed(places) if tree[n].head not in places), 0)
    of = (m for n in below(tree, places[-1], "prep") if tree[n].text == "of" for m in below(tree, n, "pobj"))
    counted = next(of, head)
    return tree[counted].text.lower() if counted > places[-1] and tree[counted].tag.startswith("NN") else ""
