"""Who stands where somebody who says something may stand: "the cook, Gerd Vik," of "the cook, Gerd Vik, remembered".

By the form of the text alone. Leaves out what is said and with which verb (reported.py, sayings.py).
"""

import re
from dataclasses import dataclass

from corpus.article import Span
from retrieval.naming import is_name, name_at
from retrieval.phrases import phrase_at

_LEAD = re.compile(r"(?:(?:But|And|Yet|Still|So),? |(?:On|In) [A-Z]\w+,? )?")
_PRONOUN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_OBJECT = re.compile(r"(?:him|her|it|them)\b")  # of "a spokeswoman for him"
_SOME = re.compile(
    r"(?:(?:a|an) [a-z]+|all|both|each|many|most|none|one|some|several|two|three|four|five|\d+) of ", re.I
)
_ADVERB = re.compile(r" (?:also|later|now|once|still|then)$")  # some are nouns, too
_TAIL = re.compile(r"(?: (?:at|for|from|in|of|to)|['’]s?) (?=\S)")
_CALLED = re.compile(r" (?:called|named) ")
_WHO = re.compile(r" wh(?:ich|o|om|ose)\b")
_BESIDE = re.compile(r"(?:,? who [^,]+(?:, and who [^,]+)?,?|, [^,]+,)?")


@dataclass(frozen=True, slots=True)
class Teller:
    """The words to show, by the name behind a description, and where a verb may follow; `closed` is 1 where a comma
    before that closes what stands beside them.
    """

    words: Span
    end: int
    closed: int


def after_lead(sentence: str, start: int = 0) -> int:
    """Where whoever says something begins, behind "But" or "On Monday" from there on."""
    lead = _LEAD.match(sentence, start)
    return lead.end() if lead else start


def teller_at(sentence: str, start: int, *, with_beside: bool = True) -> Teller | None:
    """Who begins there, with what stands beside them between commas; None where nobody does."""
    pronoun = _PRONOUN.match(sentence, start)
    some = _SOME.match(sentence, start)
    head = some.end() if some else start
    end = pronoun.end() if pronoun else head + len(phrase_at(sentence, head))
    if end == head:
        return None
    if (adverb := _ADVERB.search(sentence, head, end)) and not pronoun:
        end = adverb.start()
    while tail := _TAIL.match(sentence, end):
        last, them = tail.end() + len(phrase_at(sentence, tail.end())), _OBJECT.match(sentence, tail.end())
        if last == tail.end() and not them:
            break
        end = them.end() if them and last == tail.end() else last
    if (called := _CALLED.match(sentence, end)) and (name := name_at(sentence, called.end())):
        end = called.end() + len(name)
        words = Span(called.end(), end)
    else:
        words = Span(start, end)
    beside = _BESIDE.match(sentence, end) if with_beside else None
    ends = beside.end() if beside else end
    name = name_at(sentence, end + len(", ")) if ends > end else ""
    apposed = sentence[end:ends] == f", {name}," and not _WHO.match(sentence, ends)
    if name and apposed and not is_name(words.of(sentence)):
        words = Span(end + len(", "), end + len(", ") + len(name))
    return Teller(words, ends, int(ends > end and sentence[ends - 1] == ","))
