"""A month, a year or a date as a limit of a question: "Whom did Aas thank in February?".

Where the text itself names the time, reading decides, but for a yes whose sentence names another, or an answer beside
which, across a semicolon, it stands. Where it does not, the article's own date does: news is of its day. Leaves out
relative times ("last week").
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from corpus.article import Span
from retrieval.types import Window

_MONTH = "|".join(calendar.month_name[1:])
_LIMIT = re.compile(
    rf",? (?:in|on|during)(?: the month of)? (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH})\b"
    rf"(?: (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?P<year>\d{{4}}))?\b|,? in (?P<alone>\d{{4}})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:(?P<month>{_MONTH})|(?P<year>(?:1[5-9]|20)\d\d))\b")


_PARTS = (r"(?:1[5-9]|20)\d\d", f"(?:{_MONTH})", f"(?:{'|'.join(calendar.day_name)})")
TIMES = f"(?:{'|'.join(_PARTS)})"  # a year, a month, or a day of the week
_TIMES = [re.compile(rf"\b{part}\b") for part in _PARTS]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month of one or of any year, or a day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def holds(self, published: date | None) -> bool:
        """Whether an article is of it; one without a date is of none."""
        if published is None:
            return False
        limits = (self.year, self.month, self.day)
        own = (published.year, published.month, published.day)
        return all(limit in (None, part) for limit, part in zip(limits, own, strict=True))

    def is_contradicted(self, sentence: str) -> bool:
        """Whether a sentence names another month or another year."""
        for found in _NAMED.finditer(sentence):
            if found["month"] and self.month and _number(found["month"]) != self.month:
                return True
            if found["year"] and self.year and int(found["year"]) != self.year:
                return True
        return False


def limit_of(question: str) -> tuple[str, Period] | None:
    """The question without its limit, and the limit; None when it has none."""
    found = _LIMIT.search(question)
    if not found:
        return None
    day, year = found["day"] or found["day_after"], found["year"] or found["alone"]
    period = Period(
        int(year) if year else None, _number(found["month"]) if found["month"] else None, int(day) if day else None
    )
    return question[: found.start()] + question[found.end() :], period


def names_another_time(question: str, text: str) -> bool:
    """Whether a text has another year, month or day of the week than the question, and not that one."""
    for times in _TIMES:
        asked, told = set(times.findall(question)), set(times.findall(text))
        if asked and told and not asked & told:
            return True
    return False


def stands_beside_time(question: str, words: Span, sentence: Window) -> bool:
    """Whether words stand across a semicolon from the time that the question names: "Lie left; Ek came on Monday"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    begin = sentence.text.rfind("; ", 0, max(0, start)) + 1
    stop = sentence.text.find("; ", end)
    part, rest = sentence.text[begin : stop if stop >= 0 else None], sentence.text
    asked = {time for times in _TIMES for time in times.findall(question)}
    return part != rest and any(time in rest for time in asked) and not any(time in part for time in asked)


def _number(month: str) -> int:
    return list(calendar.month_name).index(month.capitalize())
