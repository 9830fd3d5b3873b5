"""Yes or no where no window says either: the deed told of both parties, nobody who did it, somebody who refused to.

What `verdicts.claims` does not find, since the sentence has other words than the question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.agreement import pronoun_form
from retrieval.asked_back import Back, asked_back
from retrieval.coreference import is_nearest
from retrieval.countries import may_be_one
from retrieval.denials import denials, has_verb, verb_of
from retrieval.inflection import are_forms, is_participle
from retrieval.known_party import other_parties
from retrieval.naming import is_name, is_pronoun, name_words
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.verdicts import GIVEN, names_party, place_of, reading_of
from retrieval.windows import text_of

_BE = frozenset("is are was were has have had isn't aren't wasn't weren't hasn't haven't hadn't".split())
_CLEARLY = 0.8  # to whom or what it was done
_WORD = re.compile(r"[^\W\d_]+")
# In the clause before the verb.
_UNSURE = re.compile(
    r"\b(?:will|would|(?-i:may)|might|could|should|can|must|shall|to|not|never|nearly|almost|if|unless|whether"
    r"|no|nobody)\b[^,;.]*$",
    re.IGNORECASE,
)
_NO_ONE = re.compile(r"\b(?:no one|no-one|nobody|none|neither|nothing)\b", re.IGNORECASE)
_DENIALS = 8  # of a window at most


def told(asked: str, windows: Sequence[Window], reader: Reader, store: Store) -> list[Reading]:
    """What says yes where nothing did at first, as `claims` gives it: a sentence that tells who did it to whom, read
    with both parties left open (known_party.py), and tells it of those whom the question names.
    """
    back = asked_back(asked, text_of(windows))
    parts = back.parts() if back else ()
    if len({tuple(name_words(part.words)[-1:]) for part in parts}) < len(parts):
        return []  # of two with one name the texts often give just that
    found = []
    for part in parts:
        for one in other_parties(part.question, windows, reader, store):
            article = store.article(one.article)
            if article and may_be_one(part.words, one.words.of(article.text)):
                found.append(Reading(one.article, one.evidence.span, one.evidence, one.confidence))
    if back and back.first.lower() in _BE and is_participle(verb_of(back.rest)[0]):
        found += _done_to(back, windows, reader)
    return list(dict.fromkeys(found))


def _done_to(back: Back, windows: Sequence[Window], reader: Reader) -> list[Reading]:
    """Of "Was the vote annulled?" what tells so of the vote by its verb: "the court annulled the vote"."""
    party = back.subject.words
    asked = [f"{who} {back.auxiliary} {back.rest}?" for who in (("Who",) if is_name(party) else ("What", "Who"))]
    put = [(question, window) for question in asked for window in windows]
    return [
        reading_of(window, read.evidence, one.confidence)
        for (_, window), read in zip(put, reader.read(put), strict=True)
        for one in read.readings[:1]
        if one.confidence >= _CLEARLY
        and one.evidence == read.evidence
        and names_party(party, [one], window)
        and _is_plain(back.rest, one.evidence.text)
    ]


def _is_plain(rest: str, text: str) -> bool:
    """Whether a text tells what is asked by its verb, and not that it will be, may be or was not done."""
    verb = verb_of(rest)[0]
    told = [word for word in _WORD.finditer(text) if are_forms(word.group().lower(), verb)]
    return any(not _UNSURE.search(text[: word.start()]) for word in told)


def denied(asked: str, windows: Sequence[Window], reader: Reader) -> list[Reading]:
    """What says no where nothing did at first: "Hadek thanked no one", asked whether she thanked Reka; "she refused
    to comment", asked whether she did.
    """
    backs = [(window, asked_back(asked, window.text)) for window in windows]
    put = [
        one for window, back in backs if back for one in (*_of_no_one(asked, back, window), *_refused(back, window))
    ]
    reads = reader.read([(one.question, one.place) for one in put], [one.sentence.span for one in put])
    return [
        reading_of(one.place, one.sentence, max(r.confidence for r in likely))
        for one, read in zip(put, reads, strict=True)
        if (likely := [r for r in read.readings if r.confidence >= GIVEN and r.evidence == one.sentence])
        and (
            any(_is_subject(one.party, r, one.place) for r in likely)
            if one.party
            else _NO_ONE.match(one.place.words(likely[0].words))
        )
    ]


def denied_instead(asked: str, yes: Sequence[Reading], windows: Sequence[Window], reader: Reader) -> list[Reading]:
    """What says no where sentences said yes that only speak of what is asked, and none has its verb: of a judge "who
    had been asked which of them won", and who "refused to say", asked whether she said who won.
    """
    back = asked_back(asked, text_of(windows))
    if not yes or not back or any(has_verb(back.rest, one.evidence.text) for one in yes):
        return []
    return denied(asked, windows, reader)


@dataclass(frozen=True, slots=True)
class _Denied:
    """A question that nobody, or the party of whom something is denied, has to answer by a sentence."""

    question: str
    place: Window
    sentence: Sentence
    party: str = ""


def _of_no_one(asked: str, back: Back, window: Window) -> Iterator[_Denied]:
    for sentence in window.sentences:
        if _NO_ONE.search(sentence.text):
            for part in back.parts():
                yield _Denied(part.question, place_of(asked, window, sentence), sentence)


def _refused(back: Back, window: Window) -> Iterator[_Denied]:
    """Asked in the sentence's own words: "Who turned down the engineers?"; of what may be no person also "What"."""
    party = back.subject.words
    for denial in list(denials(back.rest, window))[:_DENIALS]:
        for who in ("Who",) if is_name(party) else ("Who", "What"):
            yield _Denied(f"{who} {denial.words}?", window, denial.sentence, party)


def _is_subject(party: str, one: Reading, window: Window) -> bool:
    """Whether who was read is the party, by name or by a pronoun: "Lie said that she had not", or the nearest one."""
    said = window.words(one.words)
    if not is_pronoun(said):
        return names_party(party, [one], window)
    ahead = window.text[one.evidence.span.start - window.span.start : one.words.start - window.span.start]
    wanted = name_words(party)
    if wanted and wanted[-1] in name_words(ahead):
        return True
    return is_nearest(party, pronoun_form(said), one.evidence, window.sentences)
