"""The persons for whom each "he" and "she" of an article may stand, with what makes them salient there.

Somebody who shares a clause with "him" is another ("Lie thanked her"), as is one whom "she" does something to ("She
thanked Ada Lie"; binding, principles B and C). Leaves out the weights of what is salient, and whom a reader gives
(salience.py).
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.agreement import is_owner, pronoun_form, told_in
from retrieval.clauses import is_embedded, is_of_one
from retrieval.inflection import is_word
from retrieval.naming import ARTICLES, is_name, name_words
from retrieval.persons import Mention, Person, Persons
from retrieval.quoted_speech import Speech, speeches
from retrieval.types import Sentence

_BACK = 4  # sentences at most between a pronoun and the last mention of whom it stands for
PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_SUBJECTS = frozenset(["he", "she"])
_NO_SUBJECT = re.compile(
    r"\b(?:about|after|against|and|at|before|behind|beside|by|for|from|in|into|near|of|on|or|over|to|with)"
    r"(?: (?:the|an?|his|her|its|their))?(?-i: [a-z-]+)? ?$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?:[;:]|\b(?:after|because|before|but|if|since|that|until|when|whether|while|whom)) $")
CLEAR = 0.8  # nobody else is likely; a wrong name is worse than none
_CERTAIN = 0.95  # that a pronoun is somebody's, who is called so from there on
_QUOTES = re.compile(r"[“\"]$")
_BREAK = 2  # characters at least between paragraphs
_CLAUSE = re.compile(r"[,;:“”\"]")
_WHOM = re.compile(r",? whom $")
_OWNING = re.compile(r"['’]s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Where a "he" or "she" stands, and as what."""

    position: int  # of its sentence
    start: int  # in its text
    form: str  # he or she
    subject: bool
    owner: bool
    opens_paragraph_at: int  # the position of the sentence that begins its paragraph
    quoted: bool = False


Features = Mapping[str, float]
# Those that a pronoun may stand for, the likeliest first. Their sum is 1 where the pronouns before are clear; else
# what is missing may be anybody's.
Chances = Sequence[tuple[Person, float]]


def candidates(
    sentences: Sequence[Sentence], weights: Mapping[str, float]
) -> Iterator[tuple[Pronoun, list[tuple[Person, Features]]]]:
    """Each pronoun, in order, with those whom it may stand for; weights tell of whom it is a mention then."""
    persons, opens, end, spoken = Persons(sentences), 0, -_BREAK, speeches(sentences)
    for sentence in sentences:
        if sentence.span.start - end >= _BREAK:
            opens = sentence.position
        end = sentence.span.end
        told = _Told(sentence, [one for one in spoken if one.span.meets(sentence.span)])
        yield from _in_sentence(sentence, told, opens, persons, weights)


def _in_sentence(
    sentence: Sentence, told: "_Told", opens: int, persons: Persons, weights: Mapping[str, float]
) -> Iterator[tuple[Pronoun, list[tuple[Person, Features]]]]:
    spoken = {(stretch.span.start, stretch.span.end): person for stretch, person in persons.in_sentence(sentence)}
    stood: dict[tuple[int, int], Person | None] = {match.span(): None for match in PRONOUN.finditer(sentence.text)}
    for (start, end), person in sorted((spoken | stood).items(), key=lambda one: one[0]):
        if person:
            person.mentions.append(told.mention(start, end, person))
            continue
        one = told.pronoun(start, end, opens)
        others = told.others(one, end, spoken) + told.speakers(one, persons.all)
        rows = _rows(one, [person for person in persons.all if not any(person is other for other in others)])
        yield one, rows
        if one.quoted:
            continue
        if rows:
            likeliest, chance = chances(rows, weights)[0]
            first, sure = one.subject and not told.has_subject, 1.0 if chance >= CLEAR else chance
            likeliest.mentions.append(Mention(one.position, start, first, one.owner, pronoun=True, sure=sure))
            if chance >= _CERTAIN and one.subject:
                told.subjects.append((end, likeliest))
            if chance >= _CERTAIN and likeliest.named:
                likeliest.form = one.form
        told.has_subject = told.has_subject or one.subject


class _Told:
    """What of a sentence has been read."""

    def __init__(self, sentence: Sentence, speeches_: Sequence[Speech]) -> None:
        self.has_subject = False
        self.subjects: list[tuple[int, Person]] = []  # where whom a clause is about ends
        self._sentence = sentence
        self._text = sentence.text
        self._begin = len(self._text) - len(told_in(self._text))
        self._speeches = speeches_
        self._last: tuple[int, Person, bool, bool] | None = None

    def is_quoted(self, start: int) -> bool:
        """Whether it is said by somebody."""
        return self._speech(start) is not None

    def _speech(self, start: int) -> Speech | None:
        at = self._sentence.span.start + start
        return next((one for one in self._speeches if one.span.start <= at < one.span.end), None)

    def speakers(self, one: Pronoun, persons: Sequence[Person]) -> list[Person]:
        """Those for whom a pronoun cannot stand as they say it; all where it is not told who that is."""
        speech = self._speech(one.start)
        if not speech:
            return []
        if form := pronoun_form(speech.speaker):
            return list(persons) if form == one.form else []
        *_, noun = speech.speaker.split() or [""]
        found = [person for person in persons if person.is_called(speech.speaker) or noun in person.nouns]
        named = is_name(speech.speaker) and speech.speaker.split()[0].lower() not in ARTICLES  # not "the Dane"
        return found if found or named else list(persons)

    def mention(self, start: int, end: int, person: Person) -> Mention:
        """Where somebody is named or described, and as what."""
        text, before, inside = self._text, self._text[self._begin : start], self.is_quoted(start)
        owner = bool(_OWNING.match(text, end))
        free = not (inside or owner) and start >= self._begin and not _NO_SUBJECT.search(before)
        subject = free and not self.has_subject
        if self._last and self._last[1] is person and text[self._last[0] : start] in (", ", " "):
            free, subject = self._last[2:]  # "to Bo Ek, the farmer"
        self._last = end, person, free, subject
        self.has_subject = self.has_subject or subject
        opens = _QUOTES.search(self._text[:start]) and not owner  # "Lie told him" of “Lie told him, and I left”
        if subject or opens or (free and _OPENED.search(before)):
            self.subjects.append((end, person))
        return Mention(self._sentence.position, start, subject, owner, quoted=inside, embedded=is_embedded(before))

    def pronoun(self, start: int, end: int, opens: int) -> Pronoun:
        """Where a pronoun stands, and as what."""
        word, owner = self._text[start:end], is_owner(self._text, start, end)
        form, subject, quoted = pronoun_form(word), word.lower() in _SUBJECTS, self.is_quoted(start)
        return Pronoun(self._sentence.position, start, form, subject, owner, opens, quoted)

    def others(self, one: Pronoun, end: int, spoken: Mapping[tuple[int, int], Person]) -> list[Person]:
        """Those for whom a pronoun cannot stand, as they share its clause."""
        text = self._text
        if one.subject:
            # "She thanked Ada Lie".
            found = [p for at, p in spoken.items() if at[0] > end and not _CLAUSE.search(text, end, at[0])]
        else:
            found = [] if one.owner else [p for at, p in self.subjects if is_of_one(text[at : one.start])]
        whom = _WHOM.search(text[: one.start])  # "Bo Ek, whom he thanked"
        return found + [p for at, p in spoken.items() if whom and at[1] == whom.start()]


def _rows(pronoun: Pronoun, persons: Sequence[Person]) -> list[tuple[Person, Features]]:
    """Those of whom the text right before speaks, if the pronoun goes with them."""
    near = [p for p in persons if p.mentions and pronoun.position - p.mentions[-1].position <= _BACK]
    fitting = [person for person in near if person.form in ("", pronoun.form)]
    latest = max(map(Person.latest, fitting), default=(0, 0))
    return [(person, _features(person, pronoun, latest)) for person in fitting]


def _features(person: Person, pronoun: Pronoun, latest: tuple[int, int]) -> Features:
    """What makes a person salient where a pronoun stands; `latest` is the last mention of anybody."""
    last = person.mentions[-1]
    back = pronoun.position - last.position
    together = [one for one in person.mentions if one.position == last.position]
    subject_before = any(one.subject for one in person.mentions if pronoun.position - one.position == 1)
    subject_here = back == 0 and any(one.subject for one in together)
    same_paragraph = last.position >= pronoun.opens_paragraph_at
    whom = not pronoun.subject and not pronoun.owner
    held = {
        "same sentence": back == 0,
        "sentence before": back == 1,
        "subject before": subject_before,
        "subject here": subject_here,
        "only as owner": all(one.owner for one in together),
        "only quoted": all(one.quoted for one in together),
        "as pronoun": any(one.pronoun for one in together),
        "form known": person.form == pronoun.form,
        "named": person.named,
        "lone name": person.named and " " not in person.words and not person.form and not person.nouns,
        "thing's name": person.named and not person.form and not person.nouns and _is_of_words(person.words),
        "same paragraph": same_paragraph,
        "only embedded": all(one.embedded for one in together),
        "latest": person.latest() == latest,
        "topic": pronoun.subject and back == 1 and together[0].subject and same_paragraph,
        "he of subject": pronoun.subject and subject_here,
        "he of no subject": pronoun.subject and back == 0 and not subject_here,
        "him of subject": whom and subject_here,
        "him of no subject": whom and back == 0 and not subject_here,
        "him of subject before": whom and subject_before and back > 0,
    }
    return {name: float(value) for name, value in held.items()} | {"mentions": math.log(len(person.mentions))}


def _is_of_words(name: str) -> bool:
    """Whether a name is made of words of the language: "Royal Academy", "Capital Monitor"."""
    return all(map(is_word, name_words(name)))


def chances(rows: Sequence[tuple[Person, Features]], weights: Mapping[str, float]) -> Chances:
    """The candidates with their chances under weights, those that are missing being 0.

    Whoever is spoken of last by a pronoun that is not clear is as likely to be another.
    """
    scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for _, features in rows]
    parts = [math.exp(score - max(scores)) for score in scores]
    found = [
        (person, part / sum(parts) * person.mentions[-1].sure) for (person, _), part in zip(rows, parts, strict=True)
    ]
    return sorted(found, key=lambda one: -one[1])
