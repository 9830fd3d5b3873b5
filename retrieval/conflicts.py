"""Articles that disagree: different amounts for one question, or a yes and a no, are put newest first, and said to
differ; and the other figure of a sentence that has two.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus.article import Span
from retrieval.inflection import are_forms
from retrieval.types import Found, Sentence, Verdict, Window

_AMOUNT = re.compile(r"\bhow (?:many|much|old|long|far|high|tall|deep|large|big|heavy|fast|often)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d.,]*")
_SURE_OF_BOTH = 0.8  # confidence: a misread sentence must not make a quarrel
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_MONEY = re.compile(r"[$€£¥]")
_NUMBER = (
    rf"[$€£¥]?\d[\d.,]*(?<=\d)(?: (?:hundred|thousand|million|billion))?|(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])"
)
_HOW_MANY = re.compile(r"\bhow many (?P<noun>[a-z]+?)(?:ies|s)?\b", re.IGNORECASE)
_HOW_MANY_DID = re.compile(
    r"\bhow many (?:[a-z]+ )?[a-z]+ (?:(?:are|had|has|have|was|were|will|would) )?(?P<verb>[a-z]+)\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(
    rf"(?P<part>{_NUMBER}|few|half|many|most|none|some) of (?:the|his|her|its|their) $", re.IGNORECASE
)
# "Of the 1,900 people in the hall, nine": 1,900 is no answer beside nine.
_OUT_OF = re.compile(r"(?:^|[.,;] )(?:out )?of (?:the|his|her|its|their) $", re.IGNORECASE)
_COUNT = re.compile(r"(?:(?:an?|the|its|their) )?(?:count|figure|number|toll|total)\b", re.IGNORECASE)
# "at least 15", where nothing follows that is counted.
_FIGURE = rf"(?:(?:about|around|at|least|more|nearly|over|some|than) )*(?P<number>{_NUMBER})(?=[\s.,;]|$)"
_REACHED = re.compile(rf"\b(?:at|hit|is|reached|to|was|were) {_FIGURE}")
_PUT = re.compile(
    rf"\b(?:put|puts) (?:the|that|this) (?:count|figure|loss|number|toll|total)(?: of [a-z]+)? at {_FIGURE}"
)
_TOKEN = re.compile(r"[^\W\d_]+")
_UNIT = 12  # characters behind a number that its unit may take
_COUNTED = re.compile(r" (?P<noun>[a-z]+s)\b")
# "; Lie spoke of", "while Lie put it at", ", Lie at no more than", and nothing but the number behind.
_OTHER = re.compile(
    r"(?:;|\b(?:but|though|whereas|while)\b|,(?= (?:the )?[^\W\d_a-z][\w ]* at\b))[^;\d$€£¥]*?"
    r"\b(?:at|counted|estimated|of|reported|said|says)"
    r"(?: (?:about|around|at|least|more|nearly|no|only|over|some|than|up to))* "
    rf"(?P<number>(?:{_NUMBER})(?![.,]?\d)(?: (?P<unit>[a-z]+))?)(?=[.;,]|$)"
)


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
        if amount and one.confidence >= _SURE_OF_BOTH:
            kept.setdefault(amount, one)
    if len({one.citation.article for one in kept.values()}) < 2:
        return []
    return _newest_first(kept.values())


def other_figures(words: Span, sentence: Window) -> list[Span]:
    """The numbers of a sentence that are given against the one that was read, by others.

    As in "6,000 came, police said; the organisers spoke of 15,000".

    They stand bare or with the same unit, since what is counted is the same, and both or neither are money.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    text, money = sentence.text, is_money(words, sentence)
    # "300 soldiers and 80 villagers, the army said; the villagers spoke of 200": not of soldiers.
    read = _TOKEN.findall(text[start : end + _UNIT])
    others = (
        one
        for one in _OTHER.finditer(text, end)
        if not _DIGITS.search(text[end : one.start()]) and (not one["unit"] or one["unit"] in read)
    )
    found = (Span(*one.span("number")) for one in others)
    return [
        Span(sentence.span.start + one.start, sentence.span.start + one.end)
        for one in found
        if bool(_MONEY.match(one.of(text))) == money
    ]


def figure_put(sentence: Sentence, money: bool) -> Span | None:
    """The figure that somebody gives for what the sentence before counts: "Lie put the number at 34"."""
    put = _PUT.search(sentence.text)
    if not put or bool(_MONEY.match(put["number"])) != money:
        return None
    return Span(sentence.span.start + put.start("number"), sentence.span.start + put.end("number"))


def is_money(words: Span, sentence: Window) -> bool:
    """Whether a number that was read is an amount of money: "$40 million"."""
    start = words.start - sentence.span.start
    return bool(_MONEY.search(sentence.text[max(0, start - 1) : words.end - sentence.span.start]))


def counts_others(words: Span, question: str, sentence: Window) -> bool:
    """Whether a number counts something else than is asked, of which the sentence has its own: "300 soldiers and 80
    villagers", asked how many soldiers.
    """
    asked = _HOW_MANY.search(question)
    behind = _COUNTED.match(sentence.text, words.end - sentence.span.start)
    if not asked or not behind or behind["noun"].startswith(asked["noun"]):
        return False
    return bool(re.search(rf"(?:{_NUMBER}) (?:[a-z-]+ )?{asked['noun']}", sentence.text, re.IGNORECASE))


def part_of_whole(words: Span, question: str, sentence: Window) -> Span | None:
    """Of a number that counts all those of whom another one before it tells the deed that other one; else None.

    As one in "one of the 26 nurses testified", of which 26 was read, asked how many testified.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    asked, part = _HOW_MANY_DID.search(question), _OF_WHOLE.search(sentence.text[:start])
    told = _TOKEN.findall(sentence.text[end:])
    if not asked or not part or not any(are_forms(word.lower(), asked["verb"]) for word in told):
        return None
    return Span(sentence.span.start + part.start("part"), sentence.span.start + part.end("part"))


def is_whole(words: Span, parts: Sequence[Span], sentence: Window) -> bool:
    """Whether a number counts all those of whom another one that was read is a part: "Of the 90 guests nine left"."""
    out_of = _OUT_OF.search(sentence.text[: words.start - sentence.span.start])
    return bool(out_of) and any(sentence.span.holds(part) and part.start > words.end for part in parts)


def figure_of(words: Span, sentence: Window) -> Span | None:
    """The words; of "the number of dead has risen to 15", of which "the number" was read, the figure, None where the
    sentence has none.
    """
    if not _COUNT.match(sentence.words(words)) or amount_in(sentence.words(words)):
        return words
    figure = _REACHED.search(sentence.text, words.end - sentence.span.start)
    start = sentence.span.start
    return Span(start + figure.start("number"), start + figure.end("number")) if figure else None


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
