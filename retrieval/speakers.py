"""Who said what stands somewhere: read around the words, and asked back of each who may have said it.

Leaves out whom a pronoun or a description names (coreference.py).
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.agreement import pronoun_of, pronouns_in
from retrieval.nameless import SentencesOf
from retrieval.naming import PLACING, is_name, is_pronoun, name_at
from retrieval.quotations import FEW, quoted_spans
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import around

_ASKED = re.compile(r"[“\"„«](.+)[”\"“»]")
_CLAIMED = re.compile(r"^\W*who (?:said|says|has said|had said)(?: that)? (.+?)\W*$", re.I)
_BESIDE = 2  # sentences from the words at most that their speaker is named in
_CANDIDATE = 0.2  # of a speaker
_MOST = 3  # speakers of the same words that are asked back
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w’'-]+(?: (?:al|bin|da|de|del|der|di|el|la|van|von))*(?: [^\W\d_a-z][\w’'-]+)+"
)
# Between somebody and words that are about them, "was “in need of repair”", or were told to them, "thanked Ek “for".
_IS = re.compile(r" (?:(?:(?:had|has|have) been|is|are|was|were)(?: not)? [“\"„«]?|[“\"„«])")
_SIMPLE = re.compile(r" [a-z]\w+(?: [^\W\d_a-z][\w’'-]+){1,4} [“\"„«]")  # " thanked Bo Ek “"
_TOLD_BY = re.compile(r"\b(?:is|are|was|were|been) \w+ by (?P<who>(?:[\w’'.-]+ ){1,5})that [“\"„«]?$")
_ASKED_BY = re.compile(r"(?:^|[.!?\n][”\"]? )[A-Z]\w+ed by (?:[\w’'-]+ ){0,3}$")
_MARKS = '”"'
_AGREES, _DIFFERS, _DESCRIBED = 2.0, 0.1, 0.25
# Over the marked attributions of the samples this much, or none, ranks the speakers alike; with .2 one falls back.
_SILENT = 0.05  # what a speaker counts for of whom "What did Aas say?" has not these words
_NAMED = 0.5  # what a speaker counts for who is named before the words, beside the confidence of those who were read
_SURE = 0.9  # confidence of a speaker by the form of the sentence
_HARDLY = 0.1  # of such a one: nobody is named


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article, and the sentences that hold them."""

    words: Span
    sentences: tuple[Sentence, ...]


def places(question: str, windows: Sequence[Window]) -> list[Place]:
    """Of a question that quotes words, "Who said “...”?", where they stand."""
    asked = _ASKED.search(question) or _CLAIMED.match(question)
    words = re.findall(r"\w+", asked[1]) if asked else []
    if len(words) < FEW:
        return []
    quoted = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    found: dict[tuple[str, Span], Place] = {}
    for window in windows:
        for match in quoted.finditer(window.text):
            start = window.span.start
            span = Span(start + match.start(), start + match.end())
            holding = tuple(s for s in window.sentences if s.span.meets(span))
            if holding:
                found.setdefault((window.article, span), Place(span, holding))
    return list(found.values())


def speakers(
    asked: Sequence[tuple[str, Place]], reader: Reader, store: Store, *, thorough: bool = True
) -> list[tuple[Reading | None, Window]]:
    """For each question of who said what stands at a place the one who did, and the window where that is read.

    Words have one speaker. One whom the form of the sentence tells is believed. Each who else may be is asked back:
    "What did Aas say?"; where none has these words, or the pronoun beside them is another, everybody is who is named
    before them. Unless thorough, one who stands alone is believed where no pronoun beside the words is against it:
    for many places that saves up to a third of the time.
    """
    places = [_from_its_beginning(place, around(place.sentences, store)) for _, place in asked]
    near = [around(place.sentences, store) for place in places]
    beside = [_stretch(place, window, _BESIDE) for place, window in zip(places, near, strict=True)]
    reads = reader.read([(question, window) for (question, _), window in zip(asked, near, strict=True)], beside)
    likely = [
        _possible(
            [one for one in read.readings if one.confidence >= _CANDIDATE and one.evidence.span.meets(stretch)],
            place,
            window,
        )[:_MOST]
        for stretch, read, place, window in zip(beside, reads, places, near, strict=True)
    ]
    sentences_of = functools.cache(store.sentences_of)
    best = [
        _by_form(found, place, window)
        or (found[0] if len(found) == 1 and not thorough and _may_be(found[0], place, window, sentences_of) else None)
        for found, place, window in zip(likely, places, near, strict=True)
    ]
    best = _asked_back(best, likely, places, near, reader, sentences_of)
    fitting = [
        one if one and _may_be(one, place, window, sentences_of) else None
        for one, place, window in zip(best, places, near, strict=True)
    ]
    named = [
        [] if one else [*(found if before else []), *_names_before(place, window)]
        for one, before, found, place, window in zip(fitting, best, likely, places, near, strict=True)
    ]
    best = _asked_back(fitting, named, places, near, reader, sentences_of)
    return list(zip(best, near, strict=True))


def _asked_back(
    known: Sequence[Reading | None],
    candidates: Sequence[Sequence[Reading]],
    places: Sequence[Place],
    near: Sequence[Window],
    reader: Reader,
    sentences_of: SentencesOf,
) -> list[Reading | None]:
    """The known speakers, and for each other place the one of its candidates whose words stand there, if any.

    A candidate without a confidence, who was not read, gets that of the words.
    """
    back = [(n, one, near[n].words(one.words)) for n, found in enumerate(candidates) if not known[n] for one in found]
    reads = reader.read(
        [(f"What did {name} say?", near[n]) for n, _, name in back],
        [_stretch(places[n], near[n]) for n, _, _ in back],
    )
    best: dict[int, tuple[float, Reading]] = {}
    scores = dict.fromkeys(range(len(known)), 0.0)
    described = dict.fromkeys(range(len(known)), 0.0)
    for (n, one, name), read in zip(back, reads, strict=True):
        share = max((r.confidence for r in read.readings if r.words.meets(places[n].words)), default=0.0)
        agreement = _agreement(one, name, places[n], near[n], sentences_of)
        if agreement == _DESCRIBED:
            described[n] = max(described[n], one.confidence)
        score = (one.confidence or _NAMED) * (share + _SILENT) * agreement
        scores[n] += score
        if share >= _HARDLY and (n not in best or score > best[n][0]):
            best[n] = score, replace(one, confidence=max(one.confidence, share))
    # Words have one speaker: where the others hardly are, it is this one. That the description spoke is as sure as
    # ever; the name is whose description it is.
    found = {
        n: replace(
            one, confidence=max(one.confidence, described[n], score / scores[n] if len(candidates[n]) > 1 else 0.0)
        )
        for n, (score, one) in best.items()
    }
    return [one or found.get(n) for n, one in enumerate(known)]


def _possible(found: Sequence[Reading], place: Place, window: Window) -> list[Reading]:
    """The candidates without those who by the sentence's form did not say the words.

    "Asked by Bellini what he could do, she said" has Bellini's question; "that the dyke was “in need of repair”" may
    have a speaker that is in need of repair, but hardly where there are others.
    """
    start = window.span.start
    found = [one for one in found if not _ASKED_BY.search(window.text, 0, one.words.start - start)]
    told = _whom_told(found, place, window)
    return [one for one in found if one not in told] or found


def _whom_told(found: Sequence[Reading], place: Place, window: Window) -> list[Reading]:
    """Of the candidates those whom the words are about, or to whom they were told."""
    start = window.span.start
    return [one for one in found if _IS.fullmatch(window.text, one.words.end - start, place.words.start - start)]


def _by_form(found: Sequence[Reading], place: Place, window: Window) -> Reading | None:
    """Who said the words by the form of their sentence alone.

    That is Aas of "they were told by Aas that ...", and of "Aas thanked Bo Ek “for coming”".
    """
    start, sentence = window.span.start, place.sentences[0]
    if by := _TOLD_BY.search(window.text, 0, place.words.start - start):
        agents = [one for one in found if by.start("who") <= one.words.start - start < by.end("who")]
        return replace(agents[0], confidence=_SURE) if agents else None
    name = name_at(sentence.text, 0)
    before = window.words(Span(sentence.span.start, place.words.start))
    if not name or is_pronoun(name) or not _SIMPLE.fullmatch(before, len(name)):
        return None
    return Reading(window.article, Span(sentence.span.start, sentence.span.start + len(name)), sentence, _SURE)


def _may_be(one: Reading, place: Place, window: Window, sentences_of: SentencesOf) -> bool:
    """Whether nothing beside the words is against this speaker: "she said", of a man."""
    return _agreement(one, window.words(one.words), place, window, sentences_of) != _DIFFERS


def _agreement(one: Reading, name: str, place: Place, window: Window, sentences_of: SentencesOf) -> float:
    """How well a speaker goes with the pronoun that stands beside the words: a name better than a description."""
    told = pronouns_in(_beside(place, window))
    if len(told) != 1:
        return 1.0
    if not is_name(name):
        return 1.0 if any(s.span.holds(one.words) for s in place.sentences) else _DESCRIBED
    known = pronoun_of(name, sentences_of(window.article))
    return 1.0 if not known else _AGREES if {known} == told else _DIFFERS


def _beside(place: Place, window: Window) -> str:
    """What the place's sentences have beside the words and beside all that is quoted."""
    quoted = quoted_spans(window.text, window.span.start)
    spans = quoted if any(span.meets(place.words) for span in quoted) else [place.words, *quoted]
    held = _stretch(place, window)
    return "".join(
        " " if any(span.start <= at < span.end for span in spans) else window.text[at - window.span.start]
        for at in range(held.start, held.end)
    )


def _from_its_beginning(place: Place, window: Window) -> Place:
    """With the quotations that go on in its own: sentences that have nothing but quotations are said by whoever said
    what is quoted right before, also in the paragraph before where that was no question.
    """
    quoted = quoted_spans(window.text, window.span.start)
    sentences = [s for s in window.sentences if s.position < place.sentences[0].position]
    while sentences and not re.search(r"\w", _beside(place, window)):
        before, first = sentences.pop(), place.sentences[0]
        said = [span for span in quoted if span.meets(before.span)]
        parted = "\n\n" in window.words(Span(before.span.end, first.span.start))
        if not said or (parted and window.words(said[-1]).rstrip(_MARKS).endswith("?")):
            break
        start = min(place.words.start, *(span.start for span in said))
        place = Place(Span(start, place.words.end), (before, *place.sentences))
    return place


def _names_before(place: Place, window: Window) -> list[Reading]:
    """The full names in the window up to the words' sentences, the nearest first."""
    end = place.sentences[-1].span.end - window.span.start
    found = [
        Span(*(window.span.start + at for at in match.span()))
        for match in _FULL_NAME.finditer(window.text, 0, end)
        if match.group().split()[0].casefold() not in PLACING  # "On Thursday"
    ]
    last = {window.words(span): span for span in found if not span.meets(place.words)}
    nearest = sorted(last.values(), key=lambda span: -span.start)[:_MOST]
    return [Reading(window.article, span, place.sentences[0], 0.0) for span in nearest]


def _stretch(place: Place, window: Window, beside: int = 0) -> Span:
    """From so many sentences before those that hold the words to as many behind them."""
    first, last = place.sentences[0].position - beside, place.sentences[-1].position + beside
    held = [s.span for s in window.sentences if first <= s.position <= last]
    return Span(held[0].start, held[-1].end)
