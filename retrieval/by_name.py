"""Sentences read by themselves, with names for their "he" and "she": "He obeyed her" as "Bo Ek obeyed Ada Lie".

Only where nobody else is likely to be meant (salience.py). A reader that is asked who obeyed Ada Lie finds nothing in
"He obeyed her.", however much stands before it. Leaves out what is made of the readings (answer.py).
"""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.agreement import is_owner, pronoun_form
from retrieval.candidates import PRONOUN
from retrieval.nameless import SentencesOf
from retrieval.naming import are_one, name_words, names_in
from retrieval.pairs import Combination, Part, standing
from retrieval.questions import Blanks, asks_for_person
from retrieval.roles import combinations, tells
from retrieval.salience import clear, of_pronoun
from retrieval.search import content_words, share_of
from retrieval.store import Store
from retrieval.syntax import is_not_object, is_not_subject
from retrieval.types import Reader, Reading, Sentence, Verdict, Window
from retrieval.verdicts import claims
from retrieval.windows import alone

_MOSTLY = 0.7  # of the question's words, that a sentence has with its names
_SENTENCES = 6  # at most, those that have most


@dataclass(frozen=True, slots=True)
class Put:
    """A name that is put in the place of a pronoun."""

    start: int  # in the text with the names
    end: int
    owner_end: int  # with "’s", where it is whose
    pronoun: Span  # in the article
    name: Span


@dataclass(frozen=True, slots=True)
class Renamed:
    """A sentence with names for pronouns, as a window whose spans are its own."""

    sentence: Sentence
    window: Window
    names: tuple[Put, ...]

    def is_no_answer(self, one: Reading, asked: str) -> bool:
        """Whether what was read in it is a name that was put in, and no person is asked for, or it is that person's
        whom the question names.
        """
        within = self._within(one)
        if not within:
            return False
        name = name_words(self._name(within))
        named = any(are_one(name, name_words(other)) for other in names_in(asked, 1))
        return named or not asks_for_person(asked)

    def of_article(self, one: Reading) -> Reading:
        """What was read in it, with the article's spans: of a pronoun the name, which stands elsewhere."""
        begin = self.window.span.start
        start, end = one.words.start - begin, one.words.end - begin
        within = self._within(one)
        words = within.name if within else Span(self._back(start, first=True), self._back(end, first=False))
        alias = within.pronoun if within else None
        return replace(one, words=words, evidence=self.sentence, alias=alias)

    def part_of_article(self, part: Part) -> Part:
        """As of_article, of what fills a blank: its words are the article's."""
        if part.reading.alias:  # named by what stands elsewhere
            start, end = (at - self.window.span.start for at in (part.reading.alias.start, part.reading.alias.end))
            alias = Span(self._back(start, first=True), self._back(end, first=False))
            return replace(part, reading=replace(part.reading, evidence=self.sentence, alias=alias))
        reading = self.of_article(part.reading)
        start, end = (at - self.sentence.span.start for at in (reading.words.start, reading.words.end))
        return Part(reading, part.text if reading.alias else self.sentence.text[start:end])

    def every_of_article(self, one: Reading) -> list[Reading]:
        """As of_article; of a name that was put in for several pronouns one for each, as in "he left, he said"."""
        found, within = self.of_article(one), self._within(one)
        same = [put for put in self.names if within and put is not within and self._name(put) == self._name(within)]
        return [found, *(replace(found, words=put.name, alias=put.pronoun) for put in same)]

    def _name(self, put: Put) -> str:
        return self.window.text[put.start : put.end]

    def _within(self, one: Reading) -> Put | None:
        """The name that holds what was read."""
        start, end = one.words.start - self.window.span.start, one.words.end - self.window.span.start
        return next((put for put in self.names if put.start <= start and end <= put.end), None)

    def _back(self, place: int, *, first: bool) -> int:
        """A place of its text in the article; inside of a name the pronoun's beginning or end."""
        moved = 0
        for put in self.names:
            if put.start < place < put.owner_end or place == (put.start if first else put.owner_end):
                return put.pronoun.start if first else put.pronoun.end
            if place >= put.owner_end:
                moved += (put.owner_end - put.start) - (put.pronoun.end - put.pronoun.start)
        return self.sentence.span.start + place - moved


def by_name(
    asked: str, windows: Sequence[Window], reader: Reader, sentences_of: SentencesOf
) -> list[Sequence[Reading]]:
    """What the sentences say in which pronouns stand for whom the question is about, a list for each."""
    likely = _likely(asked, windows, sentences_of)
    read = reader.read([(asked, one.window) for one in likely])
    return [
        [held for r in found.readings if not one.is_no_answer(r, asked) for held in one.every_of_article(r)]
        for one, found in zip(likely, read, strict=True)
    ]


def claims_by_name(
    asked: str, windows: Sequence[Window], reader: Reader, sentences_of: SentencesOf
) -> dict[Verdict, list[Reading]]:
    """What those sentences say to a yes-or-no question, as `claims` gives it."""
    likely = {one.window.sentences[0]: one for one in _likely(asked, windows, sentences_of)}
    said = claims(asked, [one.window for one in likely.values()], reader)
    return {verdict: [likely[one.evidence].of_article(one) for one in found] for verdict, found in said.items()}


def combinations_by_name(
    blanks: Blanks, alone: Sequence[Window], around: Sequence[Window], reader: Reader, store: Store
) -> list[Combination]:
    """The fillings of a question with blanks by those of the sentences, each a window, that tell its verb."""
    told = [window.sentences[0] for window in alone if tells(blanks.between[1], window.text)]
    named = _renamed(told, store.sentences_of)
    by_sentence = {one.window.sentences[0]: one for one in named}
    found = combinations(blanks, [one.window for one in named], around, reader, store)
    owners = [by_sentence[one.evidence] for one in found]
    placed = [
        Combination(own.sentence, tuple(map(own.part_of_article, one.filled)))
        for one, own in zip(found, owners, strict=True)
    ]
    return [one for one in placed if not _is_of_others(one, blanks)]


def _is_of_others(one: Combination, blanks: Blanks) -> bool:
    """Whether by the sentence as it stands others did it: "she beat him, and he accused her", read with one name."""
    agent, patient = map(standing, one.filled[:2])
    window, whom = alone(one.evidence), f"Whom did {one.words()[0]} {blanks.between[1].strip()}?"
    return is_not_subject(agent, blanks.first(), window) or is_not_object(patient, whom, window)


def _likely(asked: str, windows: Sequence[Window], sentences_of: SentencesOf) -> list[Renamed]:
    """Those that have most of the question's words, most first."""
    words = content_words(asked)
    told = dict.fromkeys(
        s for w in windows for s in w.sentences if PRONOUN.search(s.text) and share_of(words, s.text)
    )
    shares = [(share_of(words, one.window.text), one) for one in _renamed(told, sentences_of)]
    return [one for share, one in sorted(shares, key=lambda pair: -pair[0]) if share >= _MOSTLY][:_SENTENCES]


def _renamed(sentences: Iterable[Sentence], sentences_of: SentencesOf) -> list[Renamed]:
    """Those of the sentences that have a pronoun whose name is clear, with names."""
    known = functools.cache(sentences_of)  # many sentences are of one article
    return [one for sentence in sentences if (one := renamed(sentence, known(sentence.article)))]


def renamed(sentence: Sentence, sentences: Sequence[Sentence]) -> Renamed | None:
    """A sentence of an article's with the last name given before for each pronoun that is clear; None without one."""
    text, names, done = "", list[Put](), 0
    for match in PRONOUN.finditer(sentence.text):
        start, end = match.span()
        place = sentence.span.start + start
        person = clear(of_pronoun(place, sentence, sentences), pronoun_form(match.group()))
        if person and (before := person.name_before(place)):
            span, name = before
            text += sentence.text[done:start]
            owner = f"{name}’s" if is_owner(sentence.text, start, end) else name
            at = len(text)
            pronoun = Span(place, sentence.span.start + end)
            names.append(Put(at, at + len(name), at + len(owner), pronoun, span))
            text, done = text + owner, end
    if not names:
        return None
    text += sentence.text[done:]
    span = Span(sentence.span.start, sentence.span.start + len(text))
    own = replace(sentence, span=span, text=text)
    return Renamed(sentence, Window(sentence.article, span, text, (own,)), tuple(names))
