"""Texts that go by last names, and questions that give the whole name: "Who invited Ada Lie?", of "... invited Lie".

An article says the whole name once, and the stretch that is read may be a later one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from training import lexicon
from training.examples import Example

_FIRST = frozenset([*lexicon.MEN, *lexicon.WOMEN])
_WHOLE = re.compile(rf"\b(?:{'|'.join(sorted(_FIRST))}) (?P<last>[A-Z]\w+)")


def by_last_name(examples: Sequence[Example]) -> Iterator[Example]:
    """Those of the examples whose question gives a whole name of the text, their texts with the last name alone.

    Left out: an answer of which the name is a part, and texts that know two people of that last name.
    """
    for example in examples:
        named = next((n for n in _WHOLE.finditer(example.question) if n.group() in example.context), None)
        if not named:
            continue
        first = named.group().removesuffix(named["last"])
        if len(set(re.findall(rf"(\w+) {named['last']}\b", example.context)) & _FIRST) > 1:
            continue
        gone = [place.start() for place in re.finditer(rf"\b{re.escape(named.group())}\b", example.context)]
        cuts = [Span(start, start + len(first)) for start in gone]
        if any(cut.meets(answer) for cut in cuts for answer in example.answers):
            continue
        yield replace(
            example,
            id=f"{example.id}-by-last-name",
            context=example.context.replace(named.group(), named["last"]),
            answers=tuple(_moved(span, cuts) for span in example.answers),
            evidence=tuple(_moved(span, cuts) for span in example.evidence),
        )


def _moved(span: Span, cuts: Sequence[Span]) -> Span:
    """Where a span stands once the cuts are taken out."""
    before = sum(cut.end - cut.start for cut in cuts if cut.start < span.start)
    within = sum(cut.end - cut.start for cut in cuts if span.holds(cut))
    return Span(span.start - before, span.end - before - within)
