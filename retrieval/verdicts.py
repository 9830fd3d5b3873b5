"""Yes or no: what the windows say, and a yes asked back.

The reader sees that a sentence speaks of all that the question names, and is quick to call that a yes. Who did what
it knows better: "Did Pompeo visit Cambodia?" is so only where "Who did visit Cambodia?" gives Pompeo. Leaves out what
is made of a yes beside a no (conflicts.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.naming import is_description, is_name, is_pronoun, name_words
from retrieval.questions import AUXILIARIES
from retrieval.search import content_words
from retrieval.types import Read, Reader, Reading, Verdict, Window

_ASKED = re.compile(
    rf"^\W*(?:(?:and|but|so|then|also)\b,? )?(?P<first>is it true that|{AUXILIARIES}) (?P<rest>.+?)\W*$", re.I
)
_NOT = re.compile(r"(?:n't|n’t)$")
_GOING_ON = frozenset("and at de for from in of on the und van von".split())  # inside a name: "the Society of Arts"
_LONGEST = 8  # words of a subject
_STEM = 4  # letters that forms of a word share at least
_ENOUGH = 0.25  # of the question's words beside its subject
_SEVERAL = 2
_GIVEN = 0.3  # confidence of who is found when a yes is asked back


@dataclass(frozen=True, slots=True)
class _Back:
    """A yes-or-no question taken apart: "Did Pompeo visit Cambodia?" -> Pompeo, "Who did visit Cambodia?"."""

    subject: str
    question: str


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
    words = content_words(one.question if one else question)
    at = window.sentences.index(read.evidence)
    shown = content_words(" ".join(s.text for s in window.sentences[max(0, at - 1) : at + 1]))
    held = [word for word in words if any(_is_form(word, other) for other in shown)]
    return len(words) < _SEVERAL or len(held) >= _ENOUGH * len(words)


def _is_form(word: str, other: str) -> bool:
    """Whether two words begin alike: "refuse" and "refused"; short ones are the same or not."""
    shared = max(_STEM, min(len(word), len(other)) - 2)
    return word == other or (min(len(word), len(other)) >= _STEM and word[:shared] == other[:shared])


def _given_back(asked: str, said: Sequence[tuple[Window, Read]], reader: Reader) -> list[tuple[Window, Read]]:
    """Of the windows that say yes those whose subject is found when it is asked for."""
    back = [asked_back(asked, window.text) for window, _ in said]
    put = [(one.question, window) for one, (window, _) in zip(back, said, strict=True) if one]
    reads = iter(reader.read(put))
    kept = []
    for (window, read), one in zip(said, back, strict=True):
        if one is None:
            kept.append((window, read))
            continue
        likely = [r for r in next(reads).readings if r.confidence >= _GIVEN]
        if _is_found(one, likely, window, read):
            kept.append((window, read))
    return kept


def asked_back(question: str, text: str) -> _Back | None:
    """Who the question is about, and the question that asks for them; None where that cannot be told by its form.

    The subject is the name that the rest begins with, or else the longest beginning that stands in the text.
    """
    asked = _ASKED.match(question)
    if not asked:
        return None
    first, words = asked["first"].lower(), asked["rest"].split()
    named = next((at for at, word in enumerate(words) if not word[:1].isupper()), 0)
    if not named or words[named] in _GOING_ON:
        named = _longest(words, text) or named
    subject, rest = " ".join(words[:named]), " ".join(words[named:])
    if not subject or not rest or is_pronoun(subject) or subject.lower() == "there":
        return None
    auxiliary = "" if " " in first else f" {_NOT.sub('', first)}"
    return _Back(subject, f"Who{auxiliary} {rest}?")


def _longest(words: Sequence[str], text: str) -> int:
    """How many words the longest beginning has that stands in the text, with one left to ask for."""
    found = 0
    for end in range(1, min(_LONGEST, len(words) - 1) + 1):
        beginning = re.escape(" ".join(words[:end]))
        if re.search(rf"(?<!\w){beginning}(?!\w)", text, re.IGNORECASE):
            found = end
    return found


def _is_found(one: _Back, likely: Sequence[Reading], window: Window, read: Read) -> bool:
    """Whether the subject is among those who were found, or somebody in the same sentence who may be it: "She"."""
    subject = name_words(one.subject)
    texts = [window.words(r.words) for r in likely]
    if any(_are_one(name_words(text), subject) for text in texts):
        return True
    own = [text for r, text in zip(likely, texts, strict=True) if r.evidence == read.evidence]
    # "The ferry line" may well be Selin Ferries.
    return bool(own) if not is_name(one.subject) else any(is_pronoun(t) or is_description(t) for t in own)


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """As "court" and "federal tax court", or "Mayor Whelan" and "Gus Whelan"."""
    return bool(one and other) and (one[-1] == other[-1] or {*one} <= {*other} or {*other} <= {*one})
