"""Yes or no: what the windows say, and a yes asked back.

The reader sees that a sentence speaks of all that the question names, and is quick to call that a yes. Who did what
it knows better: "Did Pompeo visit Cambodia?" is so only where "Who did visit Cambodia?" gives Pompeo. Leaves out what
is made of a yes beside a no (conflicts.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.naming import ARTICLES, LEADING, is_name, is_pronoun, name_words
from retrieval.questions import WHETHER
from retrieval.search import content_words
from retrieval.types import Read, Reader, Reading, Verdict, Window

_CLOSING = re.compile(r"\W+$")
_NOT = re.compile(r"n't$")
_SHORTENED = {"can't": "can", "won't": "will"}
_GOING_ON = frozenset("and at de for from in of on the und van von".split())  # inside a name: "the Society of Arts"
_LONGEST = 8  # words of a subject
_STEM = 4  # letters that forms of a word share at least
_ENOUGH = 0.25  # of the question's words beside its subject
_SEVERAL = 2
# Confidence of who, and of whom or what, is found when a yes is asked back. Of the questions about the samples all
# but one true yes have one of them, .51 to .95, and what was only offered or praised has .47 and .31 at most.
_GIVEN = 0.5
_GIVEN_OBJECT = 0.65


@dataclass(frozen=True, slots=True)
class Part:
    """One party of a yes-or-no question, and the question that asks for it."""

    words: str
    question: str
    sure: float  # from which confidence on it counts as found
    loosely: bool = False  # whether another name in the same sentence may be a description's: "the ferry line"


@dataclass(frozen=True, slots=True)
class Back:
    """A yes-or-no question asked back: "Did Pompeo visit Cambodia?" -> "Who did visit Cambodia?", Pompeo."""

    subject: Part
    object: Part | None = None  # "Whom did Pompeo visit?", Cambodia

    def parts(self) -> tuple[Part, ...]:
        """Those that can be asked for."""
        return (self.subject, self.object) if self.object else (self.subject,)


def claims(asked: str, windows: Sequence[Window], reader: Reader) -> dict[Verdict, list[Reading]]:
    """What the windows say, yes and no apart, each with the sentence that says it as its words."""
    found: dict[Verdict, list[Reading]] = {Verdict.YES: [], Verdict.NO: []}
    reads = reader.read([(asked, window) for window in windows])
    said: list[tuple[Window, Read]] = []
    for window, read in zip(windows, reads, strict=True):
        if read.no > read.yes:
            if read.no >= reader.verdict_threshold and _speaks_of(asked, window, read):
                found[Verdict.NO].append(Reading(window.article, read.evidence.span, read.evidence, read.no))
        elif read.yes >= reader.verdict_threshold:
            said.append((window, read))
    kept = _given_back(asked, said, reader)
    found[Verdict.YES] = [Reading(one.article, read.evidence.span, read.evidence, read.yes) for one, read in kept]
    return found


def _speaks_of(question: str, window: Window, read: Read) -> bool:
    """Whether what says no, or the sentence before it ("She denied that."), has some of what the question is about.

    Of the subject alone many things are denied. A lone word may stand there in another form: "leave", "left".
    """
    one = asked_back(question, window.text)
    words = content_words(one.subject.question if one else question)
    at = window.sentences.index(read.evidence)
    shown = content_words(" ".join(s.text for s in window.sentences[max(0, at - 1) : at + 1]))
    held = [word for word in words if any(_is_form(word, other) for other in shown)]
    return len(words) < _SEVERAL or len(held) >= _ENOUGH * len(words)


def _is_form(word: str, other: str) -> bool:
    """Whether two words begin alike: "refuse" and "refused"; short ones are the same or not."""
    shared = max(_STEM, min(len(word), len(other)) - 2)
    return word == other or (min(len(word), len(other)) >= _STEM and word[:shared] == other[:shared])


def _given_back(asked: str, said: Sequence[tuple[Window, Read]], reader: Reader) -> list[tuple[Window, Read]]:
    """Of the windows that say yes those whose subject is found when it is asked for, or else their object."""
    parted = [asked_back(asked, window.text) for window, _ in said]
    put = [(n, part) for n, one in enumerate(parted) if one for part in one.parts()]
    reads = reader.read([(part.question, said[n][0]) for n, part in put])
    kept = {n for n, one in enumerate(parted) if one is None}
    for (n, part), read in zip(put, reads, strict=True):
        window, shown = said[n]
        likely = [r for r in read.readings if r.confidence >= part.sure]
        if _is_found(part, likely, window, shown):
            kept.add(n)
    return [pair for n, pair in enumerate(said) if n in kept]


def asked_back(question: str, text: str) -> Back | None:
    """The question asked back; None where its subject cannot be told by its form.

    The subject is the name that the rest begins with, or else the longest beginning that stands in the text; the
    object the longest ending that stands there.
    """
    asked = WHETHER.match(question.strip())
    if not asked:
        return None
    first, words = asked["first"].lower(), _CLOSING.sub("", question.strip()[asked.end() :]).split()
    named = next((at for at, word in enumerate(words) if not word[:1].isupper()), 0)
    if not named or words[named] in _GOING_ON:
        named = _longest(words, text) or named
    if named == 1 and words[0].lower() in ARTICLES:
        named = 2
    subject, rest = " ".join(words[:named]), words[named:]
    if not subject or not rest or is_pronoun(subject) or subject.lower() == "there":
        return None
    auxiliary = "" if " " in first else _SHORTENED.get(first) or _NOT.sub("", first)
    who = Part(subject, " ".join(["Who", *auxiliary.split(), *rest]) + "?", _GIVEN, loosely=not is_name(subject))
    ending = _longest(rest[::-1], text, backwards=True)
    if not ending or not auxiliary:
        return Back(who)
    doing = rest[:-ending]
    while len(doing) > 1 and doing[-1].lower() in ARTICLES | LEADING:
        doing = doing[:-1]
    found = " ".join(rest[-ending:])
    what = "Whom" if is_name(found) else "What"
    return Back(who, Part(found, f"{what} {auxiliary} {subject} {' '.join(doing)}?", _GIVEN_OBJECT))


def _longest(words: Sequence[str], text: str, *, backwards: bool = False) -> int:
    """How many words the longest beginning has that stands in the text, with one left to ask for.

    Backwards: the words are those of an ending, its last one first.
    """
    found = 0
    for count in range(1, min(_LONGEST, len(words) - 1) + 1):
        part = re.escape(" ".join(words[:count][::-1] if backwards else words[:count]))
        if re.search(rf"(?<!\w){part}(?!\w)", text, re.IGNORECASE):
            found = count
    return found


def _is_found(part: Part, likely: Sequence[Reading], window: Window, read: Read) -> bool:
    """Whether a party is among those who were found, or somebody in the same sentence who may be it: "She"."""
    texts = [window.words(r.words) for r in likely]
    if any(_may_be_one(name_words(text), name_words(part.words)) for text in texts):
        return True
    own = [text for r, text in zip(likely, texts, strict=True) if r.evidence == read.evidence]
    return bool(own) if part.loosely else any(is_pronoun(text) for text in own)


def _may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """As "court" and "federal tax court", or "Mayor Whelan" and "Gus Whelan"."""
    return bool(one and other) and (one[-1] == other[-1] or {*one} <= {*other} or {*other} <= {*one})
