"""Quotations: words that are quoted are given whole, with those that go on in the sentences beside them.

Who speaks is read (reader.py); here only quotation marks count. Leaves out speech that is reported without them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Article, Span
from retrieval.types import Reading, Sentence, Window

# A quotation may run over paragraphs, each of which opens anew; so many at most, as marks may never close.
_STRAIGHT = r"\"(?:(?!\n\n)[^\"])*"
_TYPOGRAPHIC = r"“(?:(?!\n\n)[^“”])*"
_QUOTED = re.compile(
    "|".join(rf"{opens}(?:\n\n{opens}){{0,20}}{mark}" for opens, mark in ((_TYPOGRAPHIC, "”"), (_STRAIGHT, '"')))
)
FEW = 3  # words; fewer may stand anywhere
_AND = re.compile(r",? (?:and |but |or )?(?:that )?")  # between clauses of one speech
_GOES_ON = 0.95  # of the confidence of the words that it follows


def spoken(readings: Sequence[Reading], article: Article, sentences: Sequence[Sentence]) -> list[Reading]:
    """Readings of one article's speech, whole, each followed by the quotations that go on beside it.

    `sentences` are those of the article around the readings, in order.
    """
    quoted = quoted_spans(article.text)
    by_position = {sentence.position: sentence for sentence in sentences}
    found = []
    for one in _joined(readings, article.text):
        words = _whole(one.words, one.evidence.span, quoted, article.text)
        found.append(replace(one, words=words))
        # Reported words go on in what is quoted behind them: "It was worth it, she said. “Ask anyone.”"
        steps = (-1, 1) if words != one.words or _within(one.words, quoted) else (1,)
        for beside in _going_on(one.evidence, by_position, quoted, article.text, steps):
            inside = Span(*_trimmed(Span(beside[0].span.start, beside[-1].span.end), article.text))
            found.append(Reading(one.article, inside, beside[0], one.confidence * _GOES_ON))
    return found


def _joined(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Clauses of one sentence that follow each other as one: "the dyke had held, and nobody was hurt"; without the
    "that" before them.
    """
    kept: list[Reading] = []
    for one in sorted(readings, key=lambda one: (one.evidence.position, one.words.start)):
        start = one.words.start + (5 if one.words.of(text).startswith("that ") else 0)
        last = kept[-1] if kept else None
        if last and last.evidence == one.evidence and _AND.fullmatch(text[last.words.end : start]):
            kept[-1] = replace(
                last,
                words=Span(last.words.start, one.words.end),
                confidence=max(last.confidence, one.confidence),
            )
        else:
            kept.append(replace(one, words=Span(start, one.words.end)))
    return kept


def quoted_spans(text: str, start: int = 0) -> list[Span]:
    """Where something is quoted in a text that begins at `start` of its article, with the marks."""
    return [Span(start + match.start(), start + match.end()) for match in _QUOTED.finditer(text)]


def quotations(window: Window) -> Iterator[tuple[Span, tuple[Sentence, ...]]]:
    """What is quoted in it, without the marks, with the sentences that hold it; a word or two are left out, unless
    they are all that somebody said: "“Fish,” he said".
    """
    for marked in quoted_spans(window.text):
        start, end = _trimmed(marked, window.text)
        span = Span(window.span.start + start, window.span.start + end)
        place = tuple(s for s in window.sentences if s.span.meets(span))
        whole = window.text[marked.end - 2] in ",!?"
        if place and (whole or len(window.text[start:end].split()) >= FEW):
            yield span, place


def _whole(words: Span, sentence: Span, quoted: Sequence[Span], text: str) -> Span:
    """All that is quoted in the sentence, when the words are of it; a quotation that runs on, to its end."""
    if not _within(words, quoted) or words.end <= sentence.start or words.start >= sentence.end:
        return words
    own = [quote for quote in quoted if quote.meets(sentence)]
    touching = [quote for quote in own if quote.meets(words)]
    runs_on = any(quote.end > sentence.end for quote in touching)
    chosen = touching if runs_on else own
    if words.start < chosen[0].start:  # "that it was “a fine day”": its marks stay
        return Span(words.start, max(words.end, chosen[-1].end))
    return Span(*_trimmed(Span(chosen[0].start, chosen[-1].end), text))


def _within(words: Span, quoted: Sequence[Span]) -> bool:
    return any(quote.meets(words) for quote in quoted)


def _going_on(
    sentence: Sentence, by_position: dict[int, Sentence], quoted: Sequence[Span], text: str, steps: Sequence[int]
) -> Iterator[list[Sentence]]:
    """The sentences of the same paragraph, or of a quotation that runs over paragraphs, backwards and forwards, that
    are quotation and nothing else.

    Those of one quotation and paragraph come together, in the text's order.
    """
    for step in steps:
        at, edge = sentence.position + step, sentence
        together: list[Sentence] = []
        while (beside := by_position.get(at)) and _only_quoted(beside.span, quoted, text):
            first, last = sorted((edge.span, beside.span), key=lambda span: span.start)
            parted = "\n\n" in text[first.end : last.start]
            one = any(quote.holds(first) and quote.holds(last) for quote in quoted)
            if parted and not one:
                break
            if together and (parted or not one):
                yield together
                together = []
            together = sorted([*together, beside], key=lambda one: one.position)
            at, edge = at + step, beside
        if together:
            yield together


def _only_quoted(span: Span, quoted: Sequence[Span], text: str) -> bool:
    start, end = _trimmed(span, text)
    return any(quote.start <= start and end <= quote.end for quote in quoted)


def _trimmed(span: Span, text: str) -> tuple[int, int]:
    """Without the quotation marks, commas and white space at both ends."""
    start, end = span.start, span.end
    while start < end and text[start] in '“”" \n':
        start += 1
    while end > start and text[end - 1] in '“”", \n':
        end -= 1
    return start, end
