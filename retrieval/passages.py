"""Sentences -> overlapping Passages that fit the encoder. Leaves out where tokens are counted (encoder.py)."""

from collections.abc import Sequence

from corpus.article import Article, Span
from retrieval.types import Passage, Sentence

# Measured with `python -m benchmarks.search`: windows of 64 to 200 tokens differ by less than a point, so the
# cheapest to embed was taken: 128 with an overlap of a quarter makes a window for every three sentences.
WINDOW_TOKENS = 128


def window(
    article: Article,
    sentences: Sequence[Sentence],
    tokens: Sequence[int],
    *,
    size: int = WINDOW_TOKENS,
    overlap: int | None = None,
) -> list[Passage]:
    """Windows of whole sentences with at most `size` tokens, neighbours sharing up to `overlap` of them (default: a
    quarter).

    `tokens` holds each sentence's token count. A sentence longer than `size` stands alone, whole: only the
    encoder cuts it. Every sentence lies in at least one passage.
    """
    passages: list[Passage] = []
    first = 0
    while first < len(sentences):
        last = _fill(tokens, first, size)
        span = Span(sentences[first].span.start, sentences[last].span.end)
        passages.append(Passage(article.id, first, last, span, span.of(article.text), heading(article)))
        if last == len(sentences) - 1:
            break
        first = _step_back(tokens, first, last, size // 4 if overlap is None else overlap)
    return passages


def heading(article: Article) -> str:
    """What tells a passage's subject when its own sentences do not: title and date."""
    title = f"{article.title}." if article.title else ""
    return f"{title} {article.published.isoformat()}".strip() if article.published else title


def _fill(tokens: Sequence[int], first: int, size: int) -> int:
    last, total = first, tokens[first]
    while last + 1 < len(tokens) and total + tokens[last + 1] <= size:
        last += 1
        total += tokens[last]
    return last


def _step_back(tokens: Sequence[int], first: int, last: int, overlap: int) -> int:
    """The next window's first sentence: as many of this one's last as fit in the overlap, but always onward."""
    start, total = last + 1, 0
    while start - 1 > first and total + tokens[start - 1] <= overlap:
        start -= 1
        total += tokens[start]
    return start
