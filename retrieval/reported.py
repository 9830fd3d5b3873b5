"""Who says what a sentence has, by its form: "Lie said on Friday that Ek had left", "Ek had left, she said".

Only the commonest verbs of speech are known, which need no "that". Leaves out whom a pronoun stands for, and speech
that is told in other words, which a reader is asked about (attributions.py).
"""

import re

from corpus.article import Span
from retrieval.phrases import phrase_at
from retrieval.tellers import after_lead, teller_at

_SAYS = re.compile(
    r" (?:(?:also|had|has|have|later|then|[a-z]+ly) )*"
    r"(?:(?:said|says|say)(?! so\b)|(?P<told>told|tells|tell) )(?:,? that\b)?"
)
_PUTS = re.compile(
    r" (?:(?:also|had|has|have|later|then|[a-z]+ly) )*(?:count(?:s|ed)|estimate[sd]|puts?|speaks|spoke)"
    r"\b"
)
_DENIES = re.compile(r" (?:(?:also|had|has|have|later|then|[a-z]+ly) )*(?:denied|denies|deny)\b")
# "which he denies", of a charge
_DENIES_IT = re.compile(
    r", (?:which|and|but) (?P<who>he|she|they|(?:the )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*)"
    r" (?:(?:has|have|had|firmly|flatly|[a-z]+ly) )*(?:denied|denies|deny)"
    r"(?= it\b| this\b| that\b| the charges?\b|[,.;]|$)"
)
_JOINT = re.compile(r"(?:; |, )(?:and |but |while )?(?=\S)")
_WHO = re.compile(r",? wh(?:o|om|ose|ich)\b")
_ENDS = re.compile(r"; |, (?:and|as|but|while) (?!that\b)")
_BEHIND = re.compile(r",[”\"]? (?P<who>he|she|they) (?:(?:also|later) )?(?:said|says|say|added)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:which|who|that) (?P<who>he|she|they) (?:said|says)\b", re.IGNORECASE)
_BEGINS = re.compile(rf": |{_ENDS.pattern}")  # what she says, of "Lie left: it was late, she said"


def reported_by(sentence: str, words: Span) -> Span | None:
    """Who says the words, which stand there in the sentence, by the name behind a description; None where its form
    does not tell.
    """
    behind = _BEHIND.search(sentence, words.end)
    if behind and not _BEGINS.search(sentence, words.end, behind.start()):
        return Span(*behind.span("who"))
    for aside in _ASIDE.finditer(sentence, 0, words.start + 1):
        if not _BEGINS.search(sentence, aside.end(), words.end):
            return Span(*aside.span("who"))
    starts = [0, *(joint.end() for joint in _JOINT.finditer(sentence, 0, words.start))]
    return next(filter(None, (_reported_from(start, sentence, words) for start in reversed(starts))), None)


def put_by(sentence: str, words: Span) -> Span | None:
    """Who gives a number, as reported_by: "The board had put the number at 400"."""
    return _reported_from(0, sentence, words, _PUTS)


def denied_by(sentence: str, words: Span) -> Span | None:
    """Who denies the words, as reported_by: "Lie denied that Ek had left", "Ek is accused of it, which he denies"."""
    denied = _DENIES_IT.search(sentence, words.end)
    if denied and not _ENDS.search(sentence, words.end, denied.start()):
        return Span(*denied.span("who"))
    return _reported_from(0, sentence, words, _DENIES)


def is_told_beside(sentence: str, who: Span, words: Span) -> bool:
    """Whether the words stand in a clause about whom somebody only tells something: "Lie told the abbess, who wrote
    to Ek".
    """
    says = _SAYS.match(sentence, who.end)
    told = _behind_whom(sentence, says) if says else 0
    return bool(told and _WHO.match(sentence, told)) and words.start >= told


def _behind_whom(sentence: str, says: re.Match[str]) -> int:
    """Where whom somebody tells something ends; 0 of other verbs."""
    whom = phrase_at(sentence, says.end()) if says.groupdict().get("told") else ""
    return says.end() + len(whom) if whom else 0


def _reported_from(begin: int, sentence: str, words: Span, verb: re.Pattern[str] = _SAYS) -> Span | None:
    """Who says the words by a clause that begins there: "Ek left, and an aide to Lie said that it rained"."""
    teller = teller_at(sentence, after_lead(sentence, begin))
    says = verb.match(sentence, teller.end) if teller else None
    if not teller or not says:
        return None
    told = _behind_whom(sentence, says) or says.end()
    if told > says.end() and _WHO.match(sentence, told):
        return None
    ends = _ENDS.search(sentence, told)
    if words.start < told or words.end > (ends.start() if ends else len(sentence)):
        return None
    return teller.words
