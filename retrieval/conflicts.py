"""Articles that disagree: different amounts for one question, or a yes and a no, are put newest first, and said to
differ.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from retrieval.types import Found, Verdict

_AMOUNT = re.compile(r"\bhow (?:many|much|old|long|far|high|tall|deep|large|big|heavy|fast|often)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d.,]*")
_SURE_OF_BOTH = 0.8  # confidence: a misread sentence must not make a quarrel
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def amount_in(text: str) -> str | None:
    """The first number of a text, as digits; None when there is none."""
    for word in text.casefold().split():
        found = _DIGITS.search(word)
        if found:
            return found.group().strip(".,").replace(",", "")
        if word.strip(".,") in _WORDS:
            return str(_WORDS.index(word.strip(".,")))
    return None


def disagreeing(question: str, found: Sequence[Found]) -> list[Found]:
    """The answers that name different amounts, one of each, newest first; empty when no two articles disagree."""
    if not _AMOUNT.search(question):
        return []
    kept: dict[str, Found] = {}
    for one in found:  # surest first
        amount = amount_in(one.text)
        if amount:
            kept.setdefault(amount, one)
    if len({one.citation.article for one in kept.values()}) < 2:
        return []
    return _newest_first(kept.values())


def contradicting(yes: Sequence[Found], no: Sequence[Found]) -> list[Found]:
    """The surest yes and the surest no, each marked so, newest first; empty unless two articles say it clearly."""
    sides = [
        replace(found[0], verdict=verdict)
        for verdict, found in ((Verdict.YES, yes), (Verdict.NO, no))
        if found and found[0].confidence >= _SURE_OF_BOTH
    ]
    return _newest_first(sides) if len({one.citation.article for one in sides}) == 2 else []


def _newest_first(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: one.citation.published or date.min, reverse=True)
