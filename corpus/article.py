"""Article and Span: what every other part of Clippings points into.

Leaves out where articles come from (files.py) and how their text is cut up (retrieval).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range [start, end) of Unicode code points in an article's canonical text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Whether they share anything."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether all of the other lies within it."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. `text` is canonical: see `canonical`."""

    id: str
    title: str
    text: str
    published: date | None = None
    source: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()


def canonical(text: str) -> str:
    r"""The form of a text that offsets count in; canonical(canonical(x)) == canonical(x).

    NFC, every line end as \n, no byte order mark, no control characters but \n and \t (each becomes
    U+FFFD), no lone surrogates (U+FFFD too: no database can hold them), no white space at either end.
    """
    text = _LINE_ENDS.sub("\n", text)
    cleaned = "".join("\ufffd" if _unprintable(char) else char for char in text)
    text = unicodedata.normalize("NFC", cleaned).strip()
    while text.startswith("\ufeff"):  # also behind white space, which is gone by now
        text = text.removeprefix("\ufeff").strip()
    return text


def paragraphs(text: str) -> list[Span]:
    """The spans between blank lines, without white space at either end; empty ones left out."""
    spans = []
    start = 0
    for gap in [*_BLANK_LINES.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if span := trim(text, Span(start, end)):
            spans.append(span)
        start = gap.end() if gap else end
    return spans


def trim(text: str, span: Span) -> Span | None:
    """The span without white space at either end, or None when nothing else is in it."""
    words = span.of(text)
    stripped = words.lstrip()
    start = span.start + len(words) - len(stripped)
    end = start + len(stripped.rstrip())
    return Span(start, end) if start < end else None


def _unprintable(char: str) -> bool:
    return (char < " " and char not in "\n\t") or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"
