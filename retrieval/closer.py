"""A closer look, where no window tells who: the sentences that may tell it, with the one before and nothing else.

Much text around a sentence can hide who did what in it. Leaves out what is made of it (answer.py).
"""

import re
from collections.abc import Sequence

from retrieval.inflection import past_of
from retrieval.naming import name_at
from retrieval.phrases import phrase_at
from retrieval.search import content_words, share_of
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import with_before

_WHOM_DID = re.compile(
    r"(?:and |but )?(?:(?P<by>about|against|at|by|for|from|on|to|with) )?whom? did (?P<rest>.+?)[?.! ]*",
    re.IGNORECASE | re.DOTALL,
)
_LIKELY = 0.1  # of a reading, from which on its sentence is looked at
_MOSTLY = 0.7  # of the question's words, that a sentence has with the one before, where nothing was read in it
_SENTENCES = 4  # of each kind at most, the likeliest


def closer(
    asked: str, reads: Sequence[Sequence[Reading]], windows: Sequence[Window], reader: Reader
) -> list[list[Reading]]:
    """What the likeliest sentences say by themselves, a list for each."""
    likely: dict[Sentence, tuple[float, Window]] = {}
    for readings, window in zip(reads, windows, strict=True):
        for one in readings:
            known = likely.get(one.evidence)
            if one.confidence >= _LIKELY and (not known or known[0] < one.confidence):
                likely[one.evidence] = (one.confidence, window)
    words = content_words(asked)
    speaking = {
        sentence: (share, window)
        for window in windows
        for sentence in window.sentences
        if sentence not in likely
        and share_of(words, sentence.text)
        and (share := share_of(words, with_before(sentence, window).text)) >= _MOSTLY
    }
    chosen = {
        sentence: window
        for candidates in (likely, speaking)
        for sentence, (_, window) in sorted(candidates.items(), key=lambda one: -one[1][0])[:_SENTENCES]
    }
    looks = [(sentence, with_before(sentence, window)) for sentence, window in chosen.items()]
    questions = [asked, *filter(None, [in_place(asked)])]
    read = reader.read([(question, window) for question in questions for _, window in looks])
    return [
        [own for own in found.readings if own.evidence == sentence]
        for (sentence, _), found in zip(looks * len(questions), read, strict=True)
    ]


def in_place(question: str) -> str:
    """A question with its "whom" where the answer would stand: "To whom did Lie give the flag?" -> "Lie gave the flag
    to whom?", of which a reader is surer; "" of others.
    """
    asked = _WHOM_DID.fullmatch(question.strip())
    subject = (name_at(asked["rest"], 0) or phrase_at(asked["rest"], 0)) if asked else ""
    if not asked or not subject:
        return ""
    verb, _, behind = asked["rest"][len(subject) :].strip().partition(" ")
    *first, last = subject.split()
    if first and not past_of(verb) and past_of(last):  # "the mayor give": that is a noun too
        subject, verb, behind = " ".join(first), last, asked["rest"][len(subject) :].strip()
    told = [subject, past_of(verb), behind, (asked["by"] or "").lower(), "whom?"]
    return " ".join(filter(None, told)) if told[1] else ""
