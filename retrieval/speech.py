"""All that somebody said: "What did Okafor say?".

Who stands beside words is easier to read than which of all words are somebody's. So whatever is said near the name is
collected, quoted or reported, and given back: "Who said “...”?". Leaves out how quotations are made whole
(quotations.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from retrieval.appositions import Nameless
from retrieval.coreference import names
from retrieval.naming import ARTICLES, is_description, is_name
from retrieval.quotations import beside, quotations
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import alone, around

_ASKS_ALL = re.compile(r"^\W*(?:\w+,? )?what (?:did|does|do|has|have|had) (.+?) (?:say|said)\W*$", re.I)
_OPEN = "What did someone say?"
_REPORTED = 0.5  # from which on words of a sentence are taken to be somebody's
_TOLD = 0.4  # of words that a first look takes to be said by whom the question names
_FEW = 3  # words; fewer may stand anywhere
_ROOM = 2  # words: "she said"
_NEAR = 4  # sentences behind one that has the name, at most
_CANDIDATES = 24
_CLEARLY = 0.7  # of another speaker
_ASKED_WORDS = 30  # of what was said in a question


@dataclass(frozen=True, slots=True)
class _Said:
    """Words that somebody said, the sentences that they stand in, and the window that gave them."""

    window: int
    words: Span
    place: tuple[Sentence, ...]

    def question(self, around: Window) -> str:
        return f"Who said “{' '.join(around.words(self.words).split()[:_ASKED_WORDS])}”?"


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who said something: the words that were read, and the name that they stand for."""

    texts: tuple[str, ...]
    confidence: float


def given_back(
    question: str, windows: Sequence[Window], reads: Sequence[Sequence[Reading]], reader: Reader, store: Store
) -> list[Sequence[Reading]]:
    """Of "What did Okafor say?" also what "Who said it?" gives to Okafor, without that of another.

    A yes counts from the reader's threshold on, a no only where the other speaker is clear.
    """
    asked = _ASKS_ALL.match(question)
    if not asked or not _name_words(asked[1]):
        return list(reads)
    said = _said(_name_words(asked[1])[-1], windows, reader)
    told = _told(reads, said)
    found = [list(read) for read in reads]
    speakers = list(_speakers([*said, *told], windows, reader, store))
    for one, speaker in zip(said, speakers, strict=False):
        found[one.window] = _judged(found[one.window], one, speaker, asked[1], new=True)
    for one, speaker in zip(told, speakers[len(said) :], strict=True):
        sayer = speaker if _leaves_room(one.words, one.place[0]) else None
        found[one.window] = _judged(found[one.window], one, sayer, asked[1], new=False)
    return [sorted(read, key=lambda one: -one.confidence) for read in found]


def _judged(
    readings: Sequence[Reading], one: _Said, speaker: _Speaker | None, name: str, *, new: bool
) -> list[Reading]:
    """A window's readings with the words or without them; those that are not new stay only if somebody said them."""
    before = [reading for reading in readings if reading.words.meets(one.words)]
    others = [reading for reading in readings if reading not in before]
    if speaker is None:
        return list(readings) if new else others
    if any(_are_one(_name_words(text), _name_words(name)) for text in speaker.texts):
        # "that it was “a fine day”" stays whole; "Lie said that it was fine" is more than Lie's words.
        held = (reading.words for reading in before if reading.words.holds(one.words))
        words = next((words for words in held if _leaves_room(words, one.place[0])), one.words)
        sure = max([speaker.confidence, *(r.confidence for r in before)])
        return [*others, Reading(one.place[0].article, words, one.place[0], sure)]
    clear = speaker.confidence >= _CLEARLY and not is_description(name)
    return others if clear and _is_other(speaker, _name_words(name)) else list(readings)


def _told(reads: Sequence[Sequence[Reading]], said: Sequence[_Said]) -> list[_Said]:
    """What a first look takes to be said by whom the question names, beside what is given back anyway."""
    return [
        _Said(n, one.words, (one.evidence,))
        for n, read in enumerate(reads)
        for one in read
        if one.confidence >= _TOLD
        and not any(s.place[0].article == one.article and s.words.meets(one.words) for s in said)
    ]


def _said(name: str, windows: Sequence[Window], reader: Reader) -> list[_Said]:
    """What is quoted in the windows that have the name, and what is reported close behind it; each once."""
    held = [(n, window) for n, window in enumerate(windows) if name in window.text.casefold()]
    found: dict[tuple[str, Span], _Said] = {}
    for n, window in held:
        for span, place in quotations(window):
            found.setdefault((window.article, span), _Said(n, span, place))
    near: dict[Sentence, int] = {}
    for n, window in held:
        for sentence in _near(name, window):
            if not any(article == window.article and span.meets(sentence.span) for article, span in found):
                near.setdefault(sentence, n)
    texts = list(near)[:_CANDIDATES]
    for sentence, read in zip(texts, reader.read([(_OPEN, alone(sentence)) for sentence in texts]), strict=True):
        for one in read.readings:
            long = len(alone(sentence).words(one.words).split()) >= _FEW
            if long and one.confidence >= _REPORTED and _leaves_room(one.words, sentence):
                found.setdefault((sentence.article, one.words), _Said(near[sentence], one.words, (sentence,)))
    return list(found.values())[:_CANDIDATES]


def _leaves_room(words: Span, sentence: Sentence) -> bool:
    """Whether the sentence has words left for who says so; what fills it is told by the article itself."""
    start = sentence.span.start
    left = f"{sentence.text[: max(0, words.start - start)]} {sentence.text[max(0, words.end - start) :]}"
    return len(re.findall(r"\w+", left)) >= _ROOM


def _near(name: str, window: Window) -> Iterator[Sentence]:
    """Those that have the name, and a few behind them."""
    last = -_NEAR - 1
    for at, sentence in enumerate(window.sentences):
        last = at if name in sentence.text.casefold() else last
        if at - last <= _NEAR:
            yield sentence


def _speakers(
    said: Sequence[_Said], windows: Sequence[Window], reader: Reader, store: Store
) -> Iterator[_Speaker | None]:
    """Of each who said it, None where the text does not say."""
    near = [around(one.place, store) for one in said]
    asked = [(one.question(window), window) for one, window in zip(said, near, strict=True)]
    best = [beside(one.place, read.readings) for one, read in zip(said, reader.read(asked), strict=True)]
    sure = [[one for one in found if one.confidence >= reader.threshold] for found in best]
    nameless = [
        Nameless(one, window.words(one.words), question)
        for found, (question, window) in zip(sure, asked, strict=True)
        for one in found
    ]
    named = iter(names(nameless, [*near, *windows], reader, store.sentences_of))
    for found, window in zip(sure, near, strict=True):
        speaker = None
        for one in found:
            text, name = window.words(one.words), next(named)
            speaker = _Speaker((text, name.text) if name else (text,), one.confidence)
        yield speaker


def _is_other(speaker: _Speaker, name: Sequence[str]) -> bool:
    """Whether it is somebody else with a name, none of whose words is in this one."""
    text = speaker.texts[-1]
    return is_name(text) and not {*_name_words(text)} & {*name}


def _name_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in ARTICLES]


def _are_one(one: list[str], other: list[str]) -> bool:
    """As "Luis Ortega" and "Sgt. Luis Ortega", but not "Giles Thorne" and "Margaret Thorne"."""
    return one[-1:] == other[-1:] and (set(one) <= set(other) or set(other) <= set(one))
