"""Who the rest of a list is, where another sentence of its article names them: of "Austria and two other countries
agreed" the two, by "Belmark and Lodonia, the other two countries, ...".

By the form of both. Leaves out a rest that is named without being counted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.conflicts import amount_in
from retrieval.nameless import SentencesOf
from retrieval.types import Reading
from retrieval.windows import alone

_REST = re.compile(r"(?P<count>[a-z]+|\d+) (?:others?|(?:other|more) (?P<noun>[a-z]+?)(?:ies|s|y)?)")
_NAME = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}"
_LIST = rf"(?P<list>{_NAME}(?:, {_NAME}){{0,8}}(?:,? and {_NAME})?)"
_IS = r"(?: (?:is|are|was|were)|:|,)"
_MEMBERS = re.compile(_NAME)


def with_remainder(readings: Sequence[Reading], sentences_of: SentencesOf) -> list[Reading]:
    """The readings, with the names in the place of a rest that is counted."""
    return [one for reading in readings for one in _named(reading, sentences_of) or [reading]]


def _named(reading: Reading, sentences_of: SentencesOf) -> list[Reading]:
    words = reading.alias or reading.words
    if not reading.evidence.span.holds(words):
        return []
    rest = _REST.fullmatch(alone(reading.evidence).words(words))
    count = amount_in(rest["count"]) if rest else None
    if not rest or not count or int(count) > 9:
        return []
    noun = rf"(?: {rest['noun']}[a-z]*)?" if rest["noun"] else ""
    many = rf" {rest['count']}{noun}" if count != "1" else noun
    forms = [rf"{_LIST}, the other{many}[,.;]", rf"\b[Tt]he other{many}{_IS} {_LIST}"]
    telling = (sentence for sentence in sentences_of(reading.article) if "he other" in sentence.text)
    for sentence in telling:
        for form in forms:
            told = re.search(form, sentence.text)
            names = list(_MEMBERS.finditer(told["list"])) if told else []
            if told and len(names) == int(count):
                start = sentence.span.start + told.start("list")
                spans = [Span(start + name.start(), start + name.end()) for name in names]
                return [replace(reading, words=span, alias=words) for span in spans]
    return []
