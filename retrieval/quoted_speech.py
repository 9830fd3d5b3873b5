"""Who speaks in each quotation of an article, by its form: all of "“He lost. Let him go,” Lie said. “He is 80.”" is
Lie's.

Whoever speaks is "I" there, and so none of those who are "he". Leaves out what only a reader tells (speakers.py).
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.quotations import quoted_spans
from retrieval.sayings import told_by
from retrieval.types import Sentence


@dataclass(frozen=True, slots=True)
class Speech:
    """Where something is quoted in an article, with the marks, and where the words stand for who says it; None and ""
    where that is not told.
    """

    span: Span
    who: Span | None = None
    speaker: str = ""


def speeches(sentences: Sequence[Sentence]) -> list[Speech]:
    """The quotations of an article's sentences, which are in order; one may run over several sentences.

    One of which no speaker is told is said by whoever speaks before it in the same paragraph.
    """
    return _speeches(tuple(sentences))


@functools.lru_cache(maxsize=32)
def _speeches(sentences: tuple[Sentence, ...]) -> list[Speech]:
    start = sentences[0].span.start if sentences else 0
    text = _text(sentences, start)
    found: list[Speech] = []
    for quote in quoted_spans(text, start):
        held = [one.span for one in sentences if one.span.meets(quote)]
        whole = Span(held[0].start, held[-1].end)
        inside = Span(quote.start + 1 - whole.start, quote.end - 1 - whole.start)
        told = text[whole.start - start : whole.end - start]
        who = told_by(told, inside)
        if who:
            found.append(Speech(quote, Span(whole.start + who.start, whole.start + who.end), who.of(told)))
        elif found and "\n\n" not in text[found[-1].span.start - start : quote.start - start]:
            found.append(replace(found[-1], span=quote))
        else:
            found.append(Speech(quote))
    return found


def _text(sentences: Sequence[Sentence], start: int) -> str:
    """That of the article where the sentences stand; between paragraphs two ends of lines."""
    text = ""
    for one in sentences:
        gap = one.span.start - start - len(text)
        text += ("\n\n".ljust(gap) if gap > 1 else " " * gap) + one.text
    return text
