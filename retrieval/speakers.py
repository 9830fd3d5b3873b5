"""Who said what stands somewhere: read around the words, and asked back of each who may have said it.

Leaves out whom a pronoun or a description names (coreference.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Span
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import around

_ASKED = re.compile(r"[“\"„«](.+)[”\"“»]")
_CLAIMED = re.compile(r"^\W*who (?:said|says|has said|had said)(?: that)? (.+?)\W*$", re.I)
_FEW = 3  # words; fewer may stand anywhere
_BESIDE = 2  # sentences from the words at most that their speaker is named in
_CANDIDATE = 0.2  # of a speaker
_MOST = 3  # speakers of the same words that are asked back
# Over the marked attributions of the samples this much, or none, ranks the speakers alike; with .2 one falls back.
_SILENT = 0.05  # what a speaker counts for of whom "What did Aas say?" has not these words
_HARDLY = 0.1  # of such a one: nobody is named


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article, and the sentences that hold them."""

    words: Span
    sentences: tuple[Sentence, ...]


def places(question: str, windows: Sequence[Window]) -> list[Place]:
    """Of a question that quotes words, "Who said “...”?", where they stand."""
    asked = _ASKED.search(question) or _CLAIMED.match(question)
    words = re.findall(r"\w+", asked[1]) if asked else []
    if len(words) < _FEW:
        return []
    quoted = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    found: dict[tuple[str, Span], Place] = {}
    for window in windows:
        for match in quoted.finditer(window.text):
            start = window.span.start
            span = Span(start + match.start(), start + match.end())
            holding = tuple(s for s in window.sentences if s.span.meets(span))
            if holding:
                found.setdefault((window.article, span), Place(span, holding))
    return list(found.values())


def speakers(asked: Sequence[tuple[str, Place]], reader: Reader, store: Store) -> list[tuple[Reading | None, Window]]:
    """For each question of who said what stands at a place the one who did, and the window where that is read.

    Words have one speaker. Where it may be one of several, or hardly any, each is asked back: "What did Aas say?".
    """
    near = [around(place.sentences, store) for _, place in asked]
    reads = reader.read([(question, window) for (question, _), window in zip(asked, near, strict=True)])
    candidates = [
        [one for one in read.readings if one.confidence >= _CANDIDATE and _is_beside(one, place)][:_MOST]
        for (_, place), read in zip(asked, reads, strict=True)
    ]
    back = [(number, one, near[number].words(one.words)) for number, found in enumerate(candidates) for one in found]
    said = reader.read([(f"What did {name} say?", near[number]) for number, _, name in back])
    best: list[tuple[float, Reading] | None] = [None] * len(asked)
    for (number, one, _), read in zip(back, said, strict=True):
        words = asked[number][1].words
        share = max((r.confidence for r in read.readings if r.words.meets(words)), default=0.0)
        score = one.confidence * (share + _SILENT)
        before = best[number]
        if share >= _HARDLY and (before is None or score > before[0]):
            best[number] = score, one
    return [(found[1] if found else None, window) for found, window in zip(best, near, strict=True)]


def _is_beside(one: Reading, place: Place) -> bool:
    first, last = place.sentences[0].position, place.sentences[-1].position
    return first - _BESIDE <= one.evidence.position <= last + _BESIDE
