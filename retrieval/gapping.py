"""A deed that is told once for two: "Toska, whom Reker thanked for her help and Solheim for her jokes" was thanked by
Solheim too, and Reker did not thank Solheim.

By the form of a clause that begins with "whom", in which the same preposition stands twice, or of a number right
behind a name. Leaves out the reading.
"""

import re

from corpus.article import Span
from retrieval.conflicts import CURRENCIES
from retrieval.inflection import are_forms
from retrieval.periods import TIMES
from retrieval.search import content_words, share_of
from retrieval.types import Window

_NAME = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}"
_GAPPED = re.compile(
    rf"\bwhom (?P<who>{_NAME}) (?:(?:had|has|have|will|would) )?(?P<verb>[a-z]+) "
    r"(?P<by>about|at|by|for|from|in|on|to|with) [^,.;:]{1,80}? and "
    rf"(?P<other>{_NAME}) (?P=by) "
)
_FIGURE = r"(?P<figure>[$€£¥]?\d[\d.,]*(?<=\d)(?: (?:thousand|million|billion))?)"
# "Lie gave 300, the union 50,"
_GAPPED_FIGURE = re.compile(
    rf"[,;] (?:and )?(?P<who>(?:the|his|her|its|their) [a-z]+|{_NAME}) {_FIGURE}(?=[,;.]| and\b)"
)
# "offered 20 kroner in May and 30 in June"
_TIMED_FIGURE = re.compile(rf"(?P<sum>{_FIGURE}(?: {CURRENCIES})?)(?: [a-z]+)? (?:in|on) (?P<time>{TIMES})\b")
_NAME_FIGURE = re.compile(rf"(?P<who>{_NAME}) {_FIGURE}")
_NAME_GIFT = re.compile(rf"(?P<who>{_NAME}) (?=[$€£¥\d]|(?:an?|the|his|her|its|their) [a-z])")
_A = "(?:an?|the|his|her|its|their|some|two|three|\\d+)"
_GIVEN_BY = re.compile(rf"\b(?P<thing>{_A} [a-z -]+?) by (?P<who>[^.;]+?)(?= and {_A} |[.;]|$)")
_WORD = re.compile(r"[a-z]+")


def did_with_them(words: Span, question: str, sentence: Window) -> Span | None:
    """Of words that are who did what is asked, who did it as well; else None."""
    told = _told(question, sentence.text)
    at = told and Span(sentence.span.start + told.start("who"), sentence.span.start + told.end("who"))
    if not told or not at or not at.holds(words):
        return None
    return Span(sentence.span.start + told.start("other"), sentence.span.start + told.end("other"))


def did_it_too(words: Span, question: str, sentence: Window) -> bool:
    """Whether words are such another one, to whom it was not done."""
    told = _told(question, sentence.text)
    start = words.start - sentence.span.start
    return told is not None and told.start("other") <= start < told.end("other")


def names_who_did_it_too(question: str, sentence: str) -> bool:
    """Whether it is asked whether it was done to such another one: "Did Reker thank Solheim?"."""
    told = _told(question, sentence)
    return told is not None and question.rstrip("?!. ").endswith(told["other"].split()[-1])


def gave_another_thing(words: Span, question: str, sentence: Window) -> bool:
    """Whether of "was given a cake by Lie and a hat by Ek" somebody gave what is not asked about."""
    parts = list(_GIVEN_BY.finditer(sentence.text))
    asked = content_words(question)
    shares = [share_of(asked, part["thing"]) for part in parts]
    who = [Span(*part.span("who")) for part in parts]
    own = [share for one, share in zip(who, shares, strict=True) if one.meets(sentence.inside(words))]
    return len(parts) > 1 and sentence.span.holds(words) and own == [0] and max(shares) > 0


def gapped_figure(question: str, sentence: Window) -> Span | None:
    """The number of somebody, or of the time, that the question names, where what they did is told of another: the
    union's 50.
    """
    for gapped in _GAPPED_FIGURE.finditer(sentence.text):
        if re.search(rf"\b{re.escape(gapped['who'])}\b", question):
            start = sentence.span.start
            return Span(start + gapped.start("figure"), start + gapped.end("figure"))
    timed = list(_TIMED_FIGURE.finditer(sentence.text))
    own = [one for one in timed if re.search(rf"\b{one['time']}\b", question)]
    if len(own) != 1 or len(timed) == 1:
        return None
    start = sentence.span.start
    return Span(start + own[0].start("sum"), start + own[0].end("sum"))


def is_others_figure(words: Span, question: str, sentence: Window) -> bool:
    """Whether a number stands right behind another name than the one of the question, which has its own: of "lend
    Peru $3 million and Chad $2 million" what Chad is lent is not what Peru is.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    figures = list(_NAME_FIGURE.finditer(sentence.text))
    own = [one for one in figures if one.start("figure") <= start and end <= one.end("figure")]
    asked = [one for one in figures if one["who"] in question]
    return bool(own and asked) and own[0]["who"] not in question


def receiver_too(words: Span, sentence: Window) -> tuple[Span, Span] | None:
    """Of a further thing that was read with who got it, "Chad $2 million" of "lend Peru $3 million and Chad $2
    million", the two; else None.
    """
    start = words.start - sentence.span.start
    told = _NAME_GIFT.match(sentence.text, start) if sentence.text[:start].endswith(" and ") else None
    if not told:
        return None
    begin = sentence.span.start
    return Span(words.start, begin + told.end("who")), Span(begin + told.end(), words.end)


def _told(question: str, sentence: str) -> re.Match[str] | None:
    told = _GAPPED.search(sentence)
    return told if told and any(are_forms(told["verb"], word) for word in _WORD.findall(question)) else None
