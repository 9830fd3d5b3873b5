"""Pairs with names for "he" and "the minister", one name for one party.

Leaves out whom a pronoun stands for (coreference.py).
"""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.coreference import names
from retrieval.nameless import Name, Nameless
from retrieval.naming import are_one, is_pronoun, name_words
from retrieval.pairs import Combination, Part
from retrieval.questions import Blanks
from retrieval.store import Store
from retrieval.types import Reader, Window


def with_names(
    found: Sequence[Combination],
    blanks: Blanks,
    around: Sequence[Window],
    reader: Reader,
    store: Store | None,
) -> list[Combination]:
    """With names for pronouns and descriptions, where the articles give one; else as it stands."""
    nameless = [
        Nameless(part.reading, part.text, blanks.only(blank, one.words()))
        for one in found
        for blank, part in enumerate(one.filled[:2])
    ]
    named = iter(names(nameless, around, reader, store))
    renamed = []
    for one in found:
        given = _of_one_each(next(named), next(named))
        # Of "his sister, Eva Lie, defended him" both may be called Lie: only she is, by what stands beside her.
        tried = [_renamed(one, given), _renamed(one, _besides(given))]
        renamed.append(next((new for new in tried if not _is_twice(new)), one))
    return renamed


def _renamed(one: Combination, given: tuple[Name | None, Name | None]) -> Combination:
    return replace(one, filled=(*map(_named, one.filled[:2], given), *one.filled[2:]))


def _besides(given: tuple[Name | None, Name | None]) -> tuple[Name | None, Name | None]:
    """Of the names those that stand beside what they are the names of."""
    first, second = (name if name and name.confidence == 1.0 else None for name in given)
    return first, second


def _of_one_each(first: Name | None, second: Name | None) -> tuple[Name | None, Name | None]:
    """One name for both parties is wrong for one of them: not for the one beside which it stands."""
    if not first or not second or first.text.casefold() != second.text.casefold():
        return first, second
    beside = _besides((first, second))
    return beside if beside.count(None) == 1 else (None, None)


def _is_twice(one: Combination) -> bool:
    """Whether both parties are one by their words: "Lie" and "Ada Lie"."""
    return are_one(*map(name_words, one.words()[:2]))


def _named(part: Part, name: Name | None) -> Part:
    """The part under its name; what stands in the sentence stays its alias."""
    if name is None:
        return part
    # Whom a pronoun stands for was read from what stands around the sentence: that is the better look at it.
    sure = max(part.reading.confidence, name.confidence) if is_pronoun(part.text) else part.reading.confidence
    reading = replace(part.reading, words=name.words, alias=part.reading.words, confidence=sure)
    return Part(reading, name.text)
