"""Whether what was read tells who somebody is: what stands beside the name, or is said to be them.

"Ada Lie, a farmer, ...", "Ada Lie has become a farmer", but not "the residents have written to Ada Lie". By the form
of the sentence; leaves out who "she" is, and which words a description has (appositions.py).
"""

import re

from corpus.article import Span
from retrieval.appositions import asks_who
from retrieval.inflection import lemmas
from retrieval.naming import are_one, name_words, names_at
from retrieval.phrases import is_verb
from retrieval.questions import is_auxiliary
from retrieval.types import Window

# Behind these stands who somebody is: "was", "became", "was appointed", "worked as".
_IS = frozenset("appoint be become call choose elect make name nominate remain stay".split())
_AS = ("as",)
_WORD = re.compile(r"[^\W\d_]+")


def tells_who(words: Span, question: str, sentence: Window) -> bool:
    """False only for words of a sentence that has the name "Who is ...?" asks about, where they did something, or had
    something done to them, by it.
    """
    gaps = _gaps(words, asks_who(question), sentence)
    return not gaps or any(not _has_deed(gap) for gap in gaps)


def stands_beside_name(words: Span, name: str, sentence: Window) -> bool:
    """Whether the words stand beside somebody's name with no verb between: "Ada Lie, a farmer,"."""
    return any(not _verbs(gap) for gap in _gaps(words, name, sentence))


def _gaps(words: Span, name: str, sentence: Window) -> list[str]:
    """What a sentence has between the words and a name, wherever that stands."""
    asked = name_words(name)
    if not asked or not sentence.span.holds(words):
        return []
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    places = [Span(at, at + len(name)) for at, name in names_at(sentence.text) if are_one(asked, name_words(name))]
    return [
        sentence.text[place.end : start] if place.end <= start else sentence.text[end : place.start]
        for place in places
        if place.end <= start or end <= place.start
    ]


def _has_deed(gap: str) -> bool:
    """Whether what stands between a name and a description ends with another verb than "was" or "became"."""
    verbs = _verbs(gap)
    return bool(verbs) and verbs[-1] not in _AS and lemmas(verbs[-1]).isdisjoint(_IS)


def _verbs(gap: str) -> list[str]:
    return [word for word in _WORD.findall(gap) if word in _AS or is_auxiliary(word) or is_verb(word)]
