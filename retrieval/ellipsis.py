"""What "to do so" stands for: "Lie asked her to play Bach. She promised to do so." has "to play Bach" for it.

By the form of the text: the last infinitive before it, in its own sentence or in the one right before. Leaves out
deeds that were told in another form ("Lie paid. Ek promised to do so.").
"""

import re
from collections.abc import Sequence

from corpus.article import Span
from retrieval.inflection import lemmas
from retrieval.types import Reading, Window

_SO = re.compile(r"(?:to )?(?:do|doing|done) (?:so|it|that|this|the same)", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"\bto (?P<verb>[a-z]+)\b[^.,;:!?“”\"]*?"
    r"(?=[.,;:!?“”\"]| (?:and|but) (?:he|she|they|has|had|[a-z]+ed)\b|$)"
)


def stands_for_deed(text: str) -> bool:
    """Whether words stand for a deed that is told elsewhere: "to do so"."""
    return bool(_SO.fullmatch(text))


def deed_before(reading: Reading, windows: Sequence[Window]) -> Span | None:
    """Where the deed is told for which the words of a reading stand; None where no infinitive tells it."""
    window = next((one for one in windows if reading.evidence in one.sentences), None)
    if not window:
        return None
    start = window.span.start
    near = [one for one in window.sentences if 0 <= reading.evidence.position - one.position <= 1]
    text = window.text[: reading.words.start - start]
    begin = min(one.span.start for one in near) - start
    told = [match for match in _INFINITIVE.finditer(text, begin) if match["verb"] in lemmas(match["verb"])]
    told = [match for match in told if not stands_for_deed(match.group().strip())]
    if not told:
        return None
    return Span(start + told[-1].start(), start + told[-1].start() + len(told[-1].group().rstrip()))
