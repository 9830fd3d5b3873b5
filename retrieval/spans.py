"""Scores of tokens -> the best spans of a text, and the sentence that the reader points at.

A span's score is start + end; its margin is that less the score of [CLS], which stands for "the text does not say"
(Devlin et al., 2019, section 4.3).
"""

import math
import re
from collections.abc import Sequence

import numpy as np

from corpus.article import Span
from retrieval.naming import is_name
from retrieval.scoring import Floats, Row
from retrieval.types import Window

MAX_ANSWER = 60  # tokens
_SPANS = 4  # of one window
_JOINED = 2.0  # by so much less may a member of a list score than the whole of it
# What joins the members of a list; a preposition may be said again: "by the nurses and by the farmers".
_JOINT = re.compile(
    r"(?:,? (?:and|or|as well as|and also|but also|along with|plus|&) |[,;] )"
    r"(?:(?:by|for|from|in|of|on|to|with) )?"
)
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")


def spans_of(
    row: Row, tokens: Floats, count: int = _SPANS, rooms: Sequence[Span] | None = None, text: str = ""
) -> list[tuple[Span, float]]:
    """The best spans of a row, no two of which overlap, with their margins: start + end, less those of [CLS].

    With `rooms`, stretches of the text, each span lies in one of them. With the text a list is taken apart.
    """
    starts, ends = tokens[: len(row.ids), 0], tokens[: len(row.ids), 1]
    nothing = float(starts[0] + ends[0])
    inside = np.array([high > low for low, high in row.offsets])
    length = len(row.ids)
    allowed = np.triu(np.ones((length, length), bool)) & ~np.triu(np.ones((length, length), bool), MAX_ANSWER)
    if rooms is not None:
        lows, highs = np.array(row.offsets).T
        shared = np.zeros_like(allowed)
        for room in rooms:
            held = (room.start <= lows) & (highs <= room.end)
            shared |= held[:, None] & held[None, :]
        allowed &= shared
    sums = np.where(allowed & inside[:, None] & inside[None, :], starts[:, None] + ends[None, :], -np.inf)
    found: list[tuple[Span, float]] = []
    while len(found) < count:
        at = int(sums.argmax())
        first, last = divmod(at, length)
        if not np.isfinite(sums[first, last]):
            break
        last = _first_member(row, sums, first, last, text)
        found.append((Span(row.offsets[first][0], row.offsets[last][1]), float(sums[first, last]) - nothing))
        sums[: last + 1, first:] = -np.inf  # whatever starts before its end and ends after its start
    return found


def _first_member(row: Row, sums: Floats, first: int, last: int, text: str) -> int:
    """Where the first member of a list ends whose words are first..last; `last` when they are none.

    Scores of starts and ends are added up, so that "Aas, Berg and Dahl" scores as each of the three does: where both
    sides of a comma or an "and" are as good a place to end and to start anew, the words are several answers.
    """
    best = sums[first, last]
    for end in range(first, last):
        if sums[first, end] < best - _JOINED:
            continue
        for start in range(end + 1, last + 1):
            between = text[row.offsets[end][1] : row.offsets[start][0]]
            if sums[start, last] >= best - _JOINED and between.strip() and _JOINT.fullmatch(between):
                return end
    return last


def names_listed(text: str) -> list[Span]:
    """Where the members of "Ghana, Togo and Sierra Leone" stand in it; all of it where it is no list of names."""
    edges = [0, *(edge for joint in _JOINT.finditer(text) for edge in joint.span()), len(text)]
    members = [Span(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True)]
    return members if all(is_name(one.of(text)) for one in members) else [Span(0, len(text))]


def margin_of(row: Row, tokens: Floats, span: Span) -> float:
    """The margin of one span of the text; -inf when the row does not hold it whole."""
    first = next((n for n, (low, high) in enumerate(row.offsets) if low == span.start and high > low), None)
    last = next((n for n, (low, high) in enumerate(row.offsets) if high == span.end and high > low), None)
    if first is None or last is None:
        return -math.inf
    return float(tokens[first, 0] + tokens[last, 1] - tokens[0, 0] - tokens[0, 1])


def rooms_of(window: Window) -> list[Span]:
    """Where in a window's text an answer may stand: in one sentence, or in one quotation, however long."""
    start = window.span.start
    sentences = [Span(max(0, s.span.start - start), s.span.end - start) for s in window.sentences]
    return sentences + [Span(*match.span()) for match in _QUOTATION.finditer(window.text)]


def evidence_shares(row: Row, tokens: Floats, window: Window) -> Floats:
    """How much the row's tokens point at each of the window's sentences, (sentences,)."""
    scores = tokens[: len(row.ids), 2]
    shares = np.exp(scores - scores.max())
    found = np.zeros(len(window.sentences), np.float32)
    for number, sentence in enumerate(window.sentences):
        low, high = sentence.span.start - window.span.start, sentence.span.end - window.span.start
        found[number] = sum(
            share for share, (start, end) in zip(shares, row.offsets, strict=True) if low <= start < end <= high
        )
    return found
