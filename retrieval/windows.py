"""Hits -> the windows that are read: their passages, joined where they touch, with some text before.

Leaves out the reading. What stands before a passage often names whom its "he" is.
"""

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.naming import dateline_end, name_at
from retrieval.store import Store
from retrieval.types import Hit, Passage, Sentence, Window

PASSAGES = 20  # that are read for one question
LONGEST = 850  # characters, about 200 tokens: what the reader takes at once, with a question
BEFORE = 4  # sentences at most
_BEHIND = 2


def windows(hits: Sequence[Hit], store: Store, limit: int = PASSAGES) -> list[Window]:
    """The hits' passages as windows, best first. Call inside `store.snapshot()`."""
    best: dict[tuple[str, int, int], Hit] = {}
    for hit in hits:
        key = (hit.passage.article, hit.passage.first, hit.passage.last)
        if key in best or len(best) < limit:
            best.setdefault(key, hit)
    ranked = [(hit.passage, hit) for hit in best.values()]
    order = {(p.article, p.first): number for number, (p, _) in enumerate(ranked)}
    made = []
    for group in _touching([passage for passage, _ in ranked]):
        rank = min(order[p.article, p.first] for p in group)
        made.append((rank, _window(group, store)))
    return [window for _, window in sorted(made, key=lambda pair: pair[0])]


def name_in(window: Window, at: int) -> str:
    """The name that begins at a place of a window's text, no further than its sentence: of "sent Ek. Lie left" Ek."""
    place = window.span.start + at
    ends = (one.span.end for one in window.sentences if one.span.start <= place < one.span.end)
    return name_at(window.text[: next(ends, window.span.end) - window.span.start], at)


def is_dateline(words: Span, window: Window) -> bool:
    """Whether words begin where a sentence of a window says where and when its article was written."""
    return any(0 <= words.start - one.span.start < dateline_end(one.text) for one in window.sentences)


def alone(sentence: Sentence) -> Window:
    """A sentence as a window."""
    return Window(sentence.article, sentence.span, sentence.text, (sentence,))


def behind_dateline(window: Window) -> Window:
    """The window, and its first sentence, without "LIMA, June 2 (Andes) - "."""
    written = dateline_end(window.text)
    if not written:
        return window
    span, (first, *others) = Span(window.span.start + written, window.span.end), window.sentences
    first = replace(first, span=Span(span.start, first.span.end), text=first.text[written:])
    return replace(window, span=span, text=window.text[written:], sentences=(first, *others))


def text_of(read: Sequence[Window]) -> str:
    """All that the windows hold, one after another."""
    return "\n\n".join(window.text for window in read)


def with_before(sentence: Sentence, window: Window) -> Window:
    """One of a window's sentences with the one before it, if it has one: whom its "he" is often stands there."""
    at = window.sentences.index(sentence)
    held = window.sentences[max(0, at - 1) : at + 1]
    span = Span(held[0].span.start, held[-1].span.end)
    return Window(window.article, span, window.words(span), held)


def parted(window: Window, apart: Collection[Sentence]) -> list[Window]:
    """What a window has before, between and behind some of its sentences."""
    groups = itertools.groupby(window.sentences, key=lambda one: one not in apart)
    held = [tuple(group) for kept, group in groups if kept]
    spans = [Span(group[0].span.start, group[-1].span.end) for group in held]
    return [Window(window.article, span, window.words(span), group) for span, group in zip(spans, held, strict=True)]


def around(place: Sequence[Sentence], store: Store) -> Window:
    """Neighbouring sentences with some text before and a little behind them: for who said what stands there."""
    first, last = place[0].position, place[-1].position
    sentences = store.sentences_of(place[0].article, max(0, first - BEFORE - 1), last + _BEHIND)
    while sentences[0].position < first and sentences[-1].span.end - sentences[0].span.start > LONGEST:
        sentences = sentences[1:]
    return _of(place[0].article, sentences, store)


def _touching(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages of one article that overlap or follow each other, as long as one window holds them."""
    group: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.article, p.first)):
        if group and (
            passage.article != group[0].article
            or passage.first > group[-1].last + 1
            or passage.span.end - group[0].span.start > LONGEST
        ):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _window(group: Sequence[Passage], store: Store) -> Window:
    name, first, last = group[0].article, group[0].first, group[-1].last
    sentences = store.sentences_of(name, max(0, first - BEFORE), last)
    start = next(at for at, sentence in enumerate(sentences) if sentence.position == first)
    end = sentences[-1].span.end
    while start and end - sentences[start - 1].span.start <= LONGEST:
        start -= 1
    return _of(name, sentences[start:], store)


def _of(name: str, sentences: Sequence[Sentence], store: Store) -> Window:
    article = store.article(name)
    assert article  # noqa: S101 # the passage came from the same snapshot
    span = Span(sentences[0].span.start, sentences[-1].span.end)
    return Window(name, span, span.of(article.text), tuple(sentences))
