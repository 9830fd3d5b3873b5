"""Articles of one story that disagree, or those they quote: different amounts for one question, or a yes and a no,
are put newest first, and said to differ; and the other figure of a sentence that has two.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from corpus.article import Span
from retrieval.inflection import are_forms
from retrieval.types import Found, Sentence, Verdict, Window

_AMOUNT = re.compile(r"\bhow (?:many|much|old|long|far|high|tall|deep|large|big|heavy|fast|often)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SURE_OF_BOTH = 0.8  # confidence of a yes and a no: a misread sentence must not make a quarrel
_OTHER_SIDE = 0.4  # confidence; of the samples and the news two such are not claimed, and both are other sides
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_UNITS)}
_VALUES |= {ten: 10 * tens for tens, ten in enumerate(_TENS, start=2)}
_VALUES |= {f"{ten}-{_UNITS[unit]}": _VALUES[ten] + unit for ten in _TENS for unit in range(1, 10)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
CURRENCIES = "(?:crowns|dollars|euros|francs|kroner|kronor|pesos|pounds|rubles|rupees|yen)"
_MONEY = re.compile(r"[$€£¥]")
_SUM = re.compile(rf"[$€£¥]|\b(?:{CURRENCIES}|{'|'.join(_SCALES)})\b|\bper ?cent\b|%")
_SHARE = re.compile(r"\d[\d.,]* ?(?:per ?cent\b|%)")
_NUMBER = rf"[$€£¥]?\d[\d.,]*(?<=\d)(?: (?:{'|'.join(_SCALES)}))?|(?<![\w-])(?:{'|'.join(_VALUES)})(?![\w-])"
_HOW_MANY = re.compile(r"\bhow many (?P<noun>[a-z]+?)(?:ies|s)?\b", re.IGNORECASE)
_HOW_MANY_DID = re.compile(
    r"\bhow many (?:of (?:the|his|her|its|their|those) )?(?:[a-z]+ )?[a-z]+ "
    r"(?:(?:are|had|has|have|was|were|will|would) )?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    rf"(?P<part>{_NUMBER}|few|half|many|most|none|some) of (?:the|his|her|its|their) $", re.IGNORECASE
)
# "Of the 1,900 people in the hall, nine": 1,900 is no answer beside nine.
_OUT_OF = re.compile(r"(?:^|[.,;] )(?:out )?of (?:the|his|her|its|their) $", re.IGNORECASE)
# "Of those who were arrested, nine": nine of them did something else.
_OF_THEM = re.compile(r"\bof (?:the|his|her|its|their|those) (?P<whole>[^;]*), $", re.IGNORECASE)
_CLAUSE = re.compile(r"[^;]*")
_COUNT = re.compile(r"(?:(?:an?|the|its|their) )?(?:count|figure|number|toll|total)\b", re.IGNORECASE)
# "at least 15", where nothing follows that is counted.
_FIGURE = rf"[“\"]?(?:(?:about|around|at|least|more|nearly|over|some|than) )*(?P<number>{_NUMBER})(?=[\s.,;”\"]|$)"
_REACHED = re.compile(rf"\b(?:at|hit|is|reached|to|was|were) {_FIGURE}")
_PUT = re.compile(
    r"\b(?:estimate[sd]|puts?) "
    r"(?:it|(?:the|that|this) (?:amount|count|figure|number|sum|toll|total|(?P<of>bill|cost|damage|loss))"
    r"(?: of [a-z]+(?: [a-z]+){0,6}?)?) at "
    rf"{_FIGURE}"
)
_SPOKE = re.compile(rf"\b(?:counted|counts|(?:speaks|spoke) of) {_FIGURE}(?! )")
_TOKEN = re.compile(r"[^\W\d_]+")
_TWO = 2  # sides
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
    words = text.casefold().split()
    for word, behind in pairwise([*words, ""]):
        digits, bare = _DIGITS.search(word), word.strip("().,;$€£¥")
        if digits:
            number = Decimal(digits.group().replace(",", ""))
        elif bare in _VALUES:
            number = Decimal(_VALUES[bare])
        else:
            continue
        return f"{(number * _SCALES.get(behind.strip('.,;'), 1)).normalize():f}"
    return None


def disagreeing(
    question: str, found: Sequence[Found], others: Sequence[Found], are_one_story: Callable[[str, str], bool]
) -> list[Found]:
    """The answers that name different amounts, one of each, newest first; empty when neither two articles of the
    story that the surest is from disagree, nor two whom an article quotes. Two stories have each their own.

    An amount of another article that is not claimed is the other side too, unless it is hardly believed.
    """
    if not _AMOUNT.search(question) or not found:
        return []
    first = found[0].citation.article
    aside = [one for one in others if one.confidence >= _OTHER_SIDE and one.citation.article != first]
    kept: dict[str, Found] = {}
    for one in [*found, *aside]:  # surest first
        amount = amount_in(one.text)
        if amount and are_one_story(first, one.citation.article):
            kept.setdefault(amount, one)
    articles = {one.citation.article for one in kept.values()}
    quoted = len(kept) >= _TWO and any(one.against for one in kept.values())
    return _newest_first(kept.values()) if quoted or len(articles) >= _TWO else []


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


def figure_put(sentence: Sentence, money: bool, about: str) -> Span | None:
    """The figure that somebody gives for what the sentence before counts: "Lie put the number at 34". What it is a
    figure of, "the damage", has to be in what is asked and told, `about`.
    """
    put = _PUT.search(sentence.text) or _SPOKE.search(sentence.text)
    if not put or bool(_MONEY.match(put["number"])) != money:
        return None
    of = put.groupdict().get("of")
    if of and of not in about.casefold():
        return None
    return Span(sentence.span.start + put.start("number"), sentence.span.start + put.end("number"))


def is_money(words: Span, sentence: Window) -> bool:
    """Whether a number that was read is an amount of money: "$40 million"."""
    start = words.start - sentence.span.start
    return bool(_MONEY.search(sentence.text[max(0, start - 1) : words.end - sentence.span.start]))


def is_sum(words: Span, sentence: Window) -> bool:
    """Whether a number may be one of money: it has a currency or is at least in thousands, "8 million"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    return bool(_SUM.search(sentence.text[max(0, start - 1) : end + _UNIT]))


def is_share(words: Span, sentence: Window) -> bool:
    """Whether a number is one of a hundred: "6.5 percent"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    return bool(_SHARE.match(sentence.text, start, end + _UNIT))


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


def counts_part(words: Span, question: str, sentence: Window) -> bool:
    """Whether a number counts some of those who did what is asked, by something else they did: "Of those who were
    arrested, nine were released", asked how many were arrested.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    asked, whole = _HOW_MANY_DID.search(question), _OF_THEM.search(sentence.text[:start])
    clause = _CLAUSE.match(sentence.text, end)
    if not asked or not whole or not clause:
        return False
    among, behind = (
        any(are_forms(word.lower(), asked["verb"]) for word in _TOKEN.findall(text))
        for text in (whole["whole"], clause.group())
    )
    return among and not behind


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


def contradicting(
    yes: Sequence[Found], no: Sequence[Found], are_one_story: Callable[[str, str], bool]
) -> list[Found]:
    """The surest yes and the surest no, each marked so, newest first; empty unless two articles of one story say it
    clearly.
    """
    sides = [
        replace(found[0], verdict=verdict)
        for verdict, found in ((Verdict.YES, yes), (Verdict.NO, no))
        if found and found[0].confidence >= _SURE_OF_BOTH
    ]
    articles = {one.citation.article for one in sides}
    return _newest_first(sides) if len(articles) == _TWO and are_one_story(*articles) else []


def _newest_first(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: one.citation.published or date.min, reverse=True)
