"""All that somebody said: "What did Okafor say?".

Who stands beside words is easier to read than which of all words are somebody's. So whatever is said near the name is
collected, quoted or reported, and given back: "Who said “...”?". Leaves out how quotations are made whole
(quotations.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from retrieval.agreement import told_in
from retrieval.coreference import names
from retrieval.nameless import Nameless, SentencesOf
from retrieval.naming import are_one, is_description, is_name, is_pronoun, name_words
from retrieval.persons import name_in
from retrieval.quotations import FEW, quotations
from retrieval.reported import reported_by
from retrieval.salience import UNLIKELY, chance_of, of_pronoun
from retrieval.speakers import Place, speakers
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import alone

_ASKS_ALL = re.compile(r"^\W*(?:\w+,? )?what (?:did|does|do|has|have|had) (.+?) (?:say|said)\W*$", re.I)
_ASKS_OF = re.compile(r"^\W*(?:\w+,? )?what (?:did|does|do|has|have|had) (.+?) (?:say|said|tell|told)\b", re.I)
_TO_SAY = re.compile(r" to$")  # "What did Lie refuse to say?"
_SPEAKER = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_OPEN = "What did someone say?"
# From which on words without marks are taken for somebody's: how sure "What did someone say?" is of them, and half of
# how sure the first look was. Of 132 such words in the samples this keeps nearly all that are reported, and eight of
# some fifty-five that the articles tell themselves ("At 3:25 p.m. the roof fell.").
_REPORTED = 0.86
_THAT = re.compile(r"(?<=\w) that (?=\w)")
# "The flamingo, which he had been allowed to keep", "a letter in which he left".
_RELATIVE = re.compile(r"(?:, (?:[a-z]+ )?| (?:by|for|from|in|of|on|to|with) )(?:which|whom|whose) $")
_CALLED = re.compile(r"(?:him|her|them|it|me|us) $")  # "called him a liar" tells what somebody is
_NO_SPEECH = re.compile(r"\b(?:condition|except|fact|given|in|now|provided|so|such) (?:that )?$", re.IGNORECASE)
_NOT_SAID = re.compile(
    r"\b(?:(?:not|never|n['’]t|declined to|refused to) (?:say|tell|add|explain)(?: [\w’-]+){0,3}|"
    r"den(?:ies|ied|y)(?: [\w’-]+){0,2} that) $",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"\b(?:are|been|is|was|were) (?:[a-z]+ly )?(?:believed|reported|said|thought|told|understood) (?:that )?$"
)  # what another said, or everybody
_WAS_ASKED = re.compile(r"\b(?:are|been|being|is|was|were) asked\b[^.;]*$", re.IGNORECASE)  # what another said
_FINITE = re.compile(r"(?:are|has|have|is|was|were|will) ")
_A = re.compile(r"an? ")
_ROOM = 2  # words: "she said"
_NEAR = 4  # sentences behind one that has the name, at most
_CANDIDATES = 16
_CLEARLY = 0.6  # of another speaker
_ASKED_WORDS = 10  # of what was said in a question


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody said in one place, in one or more clauses, and the window that gave it."""

    window: int
    place: Place
    clauses: tuple[Span, ...]
    text: str  # the longest of them

    def question(self) -> str:
        return f"Who said “{' '.join(self.text.split()[:_ASKED_WORDS])}”?"


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who said something: the words that were read, and the name that they stand for."""

    texts: tuple[str, ...]
    confidence: float


def given_back(
    question: str, windows: Sequence[Window], reads: Sequence[Sequence[Reading]], reader: Reader, store: Store
) -> list[Sequence[Reading]]:
    """Of "What did Okafor say?" what "Who said it?" gives to Okafor, without that of another and what nobody said.

    A yes counts from the reader's threshold on, a no only where the other speaker is clear.
    """
    asked = _ASKS_ALL.match(question)
    name = name_words(asked[1]) if asked else []
    if not asked or not name or _TO_SAY.search(asked[1]):
        return list(reads)
    held = [(n, window) for n, window in enumerate(windows) if name[-1] in window.text.casefold()]
    quoted = _quoted(held)
    said = [*quoted, *_reported(name[-1], held, reads, quoted, reader)]
    found = [list(read) for read in reads]
    for n, _ in held:
        found[n] = [
            one for one in reads[n] if any(one.words.meets(c) for s in said for c in s.clauses if s.window == n)
        ]
    said = said[:_CANDIDATES]
    articles = {windows[one.window].article for one in said} if is_description(asked[1]) else ()
    named = {article: name_in(store.sentences_of(article), asked[1]) for article in articles}
    for one, speaker in zip(said, _speakers(said, windows, reader, store), strict=True):
        described = named.get(windows[one.window].article)
        if speaker:
            for words in one.clauses:
                found[one.window] = _judged(found[one.window], words, one, speaker, described or asked[1])
    return [sorted(read, key=lambda one: -one.confidence) for read in found]


def without_others(
    question: str, reads: Sequence[Sequence[Reading]], sentences_of: SentencesOf
) -> list[Sequence[Reading]]:
    """Of "What did Lie say about it?" nothing that another of the sentence says, by name or as "she"."""
    asked = _ASKS_OF.match(question)
    name = asked[1] if asked and is_name(asked[1]) else ""
    return [[one for one in read if not name or not _is_of_another(name, one, sentences_of)] for read in reads]


def _is_of_another(name: str, one: Reading, sentences_of: SentencesOf) -> bool:
    sentence = one.evidence
    start = sentence.span.start
    said = reported_by(sentence.text, Span(one.words.start - start, one.words.end - start))
    speaker = said.of(sentence.text) if said and sentence.span.holds(one.words) else ""
    if is_name(speaker) and not is_pronoun(speaker):
        return not are_one(name_words(name), name_words(speaker))
    begin = len(sentence.text) - len(told_in(sentence.text))
    if not _SPEAKER.match(sentence.text, begin):
        return False
    likely = of_pronoun(start + begin, sentence, sentences_of(sentence.article))
    return bool(likely) and chance_of(name, likely) < UNLIKELY


def _judged(readings: Sequence[Reading], words: Span, said: _Said, speaker: _Speaker, name: str) -> list[Reading]:
    """A window's readings with words that somebody said, or without them where that was another."""
    before = [reading for reading in readings if reading.words.meets(words)]
    others = [reading for reading in readings if reading not in before]
    sentence = said.place.sentences[0]
    if any(are_one(name_words(text), name_words(name)) for text in speaker.texts):
        # "that it was “a fine day”" stays whole; "Lie said that it was fine" is more than Lie's words.
        held = (reading.words for reading in before if reading.words.holds(words))
        whole = next((one for one in held if _leaves_room(one, sentence)), words)
        sure = max([speaker.confidence, *(reading.confidence for reading in before)])
        return [*others, Reading(sentence.article, whole, sentence, sure)]
    clear = speaker.confidence >= _CLEARLY and not is_description(name)
    return others if clear and _is_other(speaker, name_words(name)) else list(readings)


def _quoted(windows: Sequence[tuple[int, Window]]) -> list[_Said]:
    """What is quoted in the windows, each once."""
    found: dict[tuple[str, Span], _Said] = {}
    for n, window in windows:
        for span, sentences in quotations(window):
            said = _Said(n, Place(span, sentences), (span,), window.words(span))
            found.setdefault((window.article, span), said)
    return list(found.values())


def _reported(
    name: str,
    windows: Sequence[tuple[int, Window]],
    reads: Sequence[Sequence[Reading]],
    quoted: Sequence[_Said],
    reader: Reader,
) -> list[_Said]:
    """What is reported without marks, close behind the name or where a first look found something."""
    near: dict[Sentence, int] = {}
    for n, window in windows:
        for sentence in (*_near(name, window), *(one.evidence for one in reads[n])):
            if not any(sentence in one.place.sentences for one in quoted):
                near.setdefault(sentence, n)
    found = []
    texts = [alone(sentence) for sentence in near]
    for sentence, own, read in zip(near, texts, reader.read([(_OPEN, own) for own in texts]), strict=True):
        first = reads[near[sentence]]
        clauses = [
            _clause(one.words, sentence)
            for one in read.readings
            if one.confidence + _found_before(one.words, first) / 2 >= _REPORTED
        ]
        clauses = [
            c
            for c in clauses
            if len(own.words(c).split()) >= FEW and _leaves_room(c, sentence) and not _is_told_by_the_article(c, own)
        ]
        if clauses:
            longest = max(clauses, key=lambda words: words.end - words.start)
            place = Place(longest, (sentence,))
            found.append(_Said(near[sentence], place, tuple(clauses), own.words(longest)))
    return found


def _found_before(words: Span, first: Sequence[Reading]) -> float:
    """How sure a first look was of some of the words."""
    return max((one.confidence for one in first if one.words.meets(words)), default=0.0)


def _clause(words: Span, sentence: Sentence) -> Span:
    """Of words that fill their sentence those behind its "that": "They were told by Lie that the dyke would hold"."""
    that = _THAT.search(sentence.text)
    if _leaves_room(words, sentence) or not that:
        return words
    return Span(sentence.span.start + that.end(), words.end)


def _leaves_room(words: Span, sentence: Sentence) -> bool:
    """Whether the sentence has words left for who says so; what fills it is told by the article itself."""
    start = sentence.span.start
    left = f"{sentence.text[: max(0, words.start - start)]} {sentence.text[max(0, words.end - start) :]}"
    return len(re.findall(r"\w+", left)) >= _ROOM


def _is_told_by_the_article(words: Span, window: Window) -> bool:
    """Whether by their form they are what somebody is, a relative clause, "provided that it rains", or what was not
    said.
    """
    before = window.text[: words.start - window.span.start]
    told = any(form.search(before) for form in (_RELATIVE, _NO_SPEECH, _NOT_SAID, _SAID_OF, _WAS_ASKED))
    does = _FINITE.match(window.words(words))  # "Lie is expected to leave"
    return bool(told or does or (_A.match(window.words(words)) and _CALLED.search(before)))


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
    asked = [(one.question(), one.place) for one in said]
    read = speakers(asked, reader, store, thorough=False)
    sure = [one if one and one.confidence >= reader.threshold else None for one, _ in read]
    nameless = [
        Nameless(one, window.words(one.words), question)
        for one, (_, window), (question, _) in zip(sure, read, asked, strict=True)
        if one
    ]
    around = [window for _, window in read]
    named = iter(names(nameless, [*around, *windows], reader, store))
    for one, window in zip(sure, around, strict=True):
        name = next(named) if one else None
        text = window.words(one.words) if one else ""
        yield _Speaker((text, name.text) if name else (text,), one.confidence) if one else None


def _is_other(speaker: _Speaker, name: Sequence[str]) -> bool:
    """Whether it is somebody else with a name, none of whose words is in this one."""
    text = speaker.texts[-1]
    return is_name(text) and not {*name_words(text)} & {*name}
