"""When, where or why something was done: what a reader found, as far as a sentence tells it of that deed.

"Where did Aas thank Ek?" presumes that a place is told, and a reader then finds one in whatever stands nearby. Much
is told beside what somebody did to somebody: the sentence has to tell the deed, and by their form the words have to
be its time, its place or its reason. Of other deeds ("Why did Aas resign?") it is enough that the sentence tells
them. Leaves out when and where things are ("When does the museum open?"), which the reader alone is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.deeds import Deed, deed_of
from retrieval.naming import is_description, is_name
from retrieval.person_nouns import is_person_noun
from retrieval.reasons import before_another, holds_the_deed, is_bare_noun, is_only_when, reason_in
from retrieval.search import share_of
from retrieval.times_places import is_of_another, is_place, is_time
from retrieval.types import Reader, Reading, Sentence, Verdict, Window
from retrieval.verdicts import claims
from retrieval.windows import alone, with_before

_TOLD = 0.5  # yes or no
_MOSTLY = 0.5  # of the words for what was done
# Of what it was done for, by its form: of the samples' wrong ones none has more than .86.
_SURELY = 0.9
_IN = re.compile(r" (?:at|in|near|of|outside) (?:the )?")
_DID = re.compile(r"(?:did|do|does|had|has|have)\b", re.IGNORECASE)
_BARE = re.compile(r".*[?!.] (?:and |but )?(?:when|where|why)\W*$", re.IGNORECASE | re.DOTALL)


def asks_circumstance(question: str) -> bool:
    """Whether it is asked when, where or why, also at the end of a longer message: "Whom did Aas sue? And why?"."""
    return deed_of(question) is not None or bool(_BARE.match(question))


def circumstances(
    question: str, readings: Sequence[Reading], windows: Sequence[Window], reader: Reader
) -> list[Reading]:
    """Those that are the deed's time, place or reason by their sentences, reasons whole."""
    deed = deed_of(question)
    if not deed:
        return []
    kept = []
    for one in readings:
        held = one.evidence.span.holds(one.words)
        words = _fitting(one, deed) if held else None
        if deed.asks == "when" and held and is_of_another(one.words, deed, alone(one.evidence)):
            continue
        if deed.asks == "why" and held and _is_no_reason(one.words, words, deed, alone(one.evidence)):
            continue
        if words or not deed.is_of_two(one.evidence.text):
            kept.append(replace(one, words=words or one.words))
    if deed.asks == "for":
        doubted = [one for one in kept if one.confidence < _SURELY and deed.is_of_two(one.evidence.text)]
        return [one for one in kept if one not in doubted or _is_done_for(one, deed, windows, reader)]
    if deed.asks == "where":
        kept = _joined(kept)
    asked = {one.evidence for one in kept if deed.asks == "why" or deed.is_of_two(one.evidence.text)}
    told = _telling(deed, asked, windows, reader)
    return [one for one in kept if one.evidence in told or one.evidence not in asked]


def _is_no_reason(read: Span, reason: Span | None, deed: Deed, sentence: Window) -> bool:
    """Whether what was read is somebody, only a time, the deed itself, or something that caused nothing; `reason` is
    what of it by its form may be one.
    """
    if is_only_when(read, sentence):
        return True
    stands_there = _DID.match(deed.whether) and is_bare_noun(read, sentence)
    no_reason = stands_there or _is_person(sentence.words(read)) or holds_the_deed(read, deed, sentence)
    return reason is None and bool(no_reason)


def _joined(places: Sequence[Reading]) -> list[Reading]:
    """With a place and where that is as one: "to the hospital in Selin"."""
    joined: list[Reading] = []
    for one in sorted(places, key=lambda one: (one.evidence.article, one.words.start)):
        last = joined[-1] if joined else one
        sentence = alone(one.evidence)
        between = Span(last.words.end, max(last.words.end, one.words.start))
        if one.evidence == last.evidence and sentence.span.holds(between) and _IN.fullmatch(sentence.words(between)):
            sure = max(last.confidence, one.confidence)
            joined[-1] = replace(last, words=Span(last.words.start, one.words.end), confidence=sure)
        else:
            joined.append(one)
    return joined


def _fitting(one: Reading, deed: Deed) -> Span | None:
    sentence = alone(one.evidence)
    words = before_another(one.words, sentence)
    if deed.asks == "why":
        return reason_in(words, deed, sentence)
    if deed.asks == "for":
        beside = deed.place_beside(words, sentence)
        return words if beside and reason_in(words, deed, sentence) else None
    fits = is_time if deed.asks == "when" else is_place
    return one.words if fits(one.words, deed, sentence) else None


def _is_person(text: str) -> bool:
    """Whether the words are a name or describe somebody: no reason."""
    return is_name(text) or (is_description(text) and is_person_noun(text.split()[-1]))


def _is_done_for(one: Reading, deed: Deed, windows: Sequence[Window], reader: Reader) -> bool:
    """Whether a sentence says yes to "Did Lie thank Ek for letting her in?"."""
    held = [window for window in windows if one.evidence in window.sentences]
    said = claims(f"{deed.whether} for {held[0].words(one.words)}?", held, reader)[Verdict.YES]
    return any(reading.evidence == one.evidence for reading in said)


def _telling(deed: Deed, sentences: set[Sentence], windows: Sequence[Window], reader: Reader) -> set[Sentence]:
    """Of the sentences those that tell the deed, and for reasons and what a chat has put into words of those whom the
    question names.
    """
    of_whom = deed.put or deed.asks == "why"
    by_whom = [one for one in sentences if of_whom and deed.may_be_of_others(one.text)]
    held = [window for window in windows if any(one in window.sentences for one in by_whom)]
    said = claims(deed.whether, held, reader) if held else {}
    found = {reading.evidence for readings in said.values() for reading in readings}
    others = [one for one in sentences if one not in by_whom]
    found |= {one for one in others if share_of(deed.done_in(one.text), one.text) >= _MOSTLY}
    left = [one for one in others if one not in found]
    shown = [next(with_before(one, window) for window in windows if one in window.sentences) for one in left]
    reads = reader.read([(deed.whether, window) for window in shown])
    for one, read in zip(left, reads, strict=True):
        if max(read.yes, read.no) >= _TOLD and read.evidence == one:
            found.add(one)
    return found
