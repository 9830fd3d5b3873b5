"""Who is named as an exception: Ek, of "All except Ek voted for it", "Lie and not Ek sang", "It was Lie, not Ek".

By the form of the words before the name. Leaves out exceptions to nobody, "nobody except Ek" (agents.py).
"""

import re

from corpus.article import Span
from retrieval.naming import are_one, name_at, name_words, names_at, names_in
from retrieval.phrases import phrase_at
from retrieval.types import Sentence, Window
from retrieval.windows import alone

_BEFORE = re.compile(
    r"(?:\b(?:except(?: for)?|excluding|with the exception of|(?:and|but) not)|, not|^Not"
    r"|\b(?i:all|each|every)(?: [a-z]+){1,3} but) "
    r"(?:(?:the|an?|his|her|its|their) )?(?:[a-z-]+ ){0,3}$"
)
_BEHIND = re.compile(r",? (?:except(?: for)?|excluding|with the exception of) ")
_NOBODY = re.compile(r"\b(?:never|no|nobody|none|nothing)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:except|never|not|without)\b|n['’]t\b", re.IGNORECASE)


def is_left_out(words: Span, question: str, sentence: Window) -> bool:
    """Whether words of a sentence stand there as an exception, for which the question does not ask."""
    before = sentence.text[: max(0, words.start - sentence.span.start)]
    found = _BEFORE.search(before)
    return bool(found) and not _NOT.search(question) and not _NOBODY.search(before[: found.start() if found else 0])


def with_exception(words: Span, sentence: Window) -> Span:
    """Several with whom their sentence leaves out: "All ministers except Ada Lie"."""
    left_out = _BEHIND.match(sentence.text, words.end - sentence.span.start) if sentence.span.holds(words) else None
    at = left_out.end() if left_out else 0
    who = (name_at(sentence.text, at) or phrase_at(sentence.text, at)) if left_out else ""
    return Span(words.start, sentence.span.start + at + len(who)) if who else words


def leaves_out_who_is_asked_about(question: str, sentence: Sentence) -> bool:
    """Whether a name of the question stands in a sentence as an exception, and nowhere else."""
    window, start = alone(sentence), sentence.span.start
    for asked in names_in(question, 1):
        places = [at for at, name in names_at(sentence.text) if are_one(name_words(name), name_words(asked))]
        if places and all(is_left_out(Span(start + at, start + at + 1), question, window) for at in places):
            return True
    return False
