"""Whom each "he" and "she" of an article stands for, and how likely: somebody of whom the text before speaks.

A person's chance is that of a conditional logit over what makes somebody salient (after Lappin and Leass, An
Algorithm for Pronominal Anaphora Resolution, 1994: how near, subject or not, how often, the same paragraph), its
weights fitted to pronouns of news that were marked by hand (training/salience.py). A pronoun counts as a mention of
whom it most likely stands for. Leaves out what a reader makes of it (coreference.py).
"""

import functools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from retrieval.agreement import is_owner, objects_in, pronoun_form, told_in
from retrieval.persons import Mention, Person, Persons
from retrieval.quotations import quoted_spans
from retrieval.types import Sentence

_BACK = 4  # sentences at most between a pronoun and the last mention of whom it stands for
PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_SUBJECTS = frozenset(["he", "she"])
_NO_SUBJECT = re.compile(
    r"\b(?:about|after|against|and|at|before|behind|beside|by|for|from|in|into|near|of|on|or|over|to|with)"
    r"(?: (?:the|an?|his|her|its|their))?(?: [a-z-]+)? ?$",
    re.IGNORECASE,
)
CLEAR = 0.85  # of nobody else
LIKELIER = 0.5  # than not
UNLIKELY = 0.1
_CERTAIN = 0.95  # that a pronoun is somebody's, who is called so from there on
_PART = 50  # sentences
_BREAK = 2  # characters at least between paragraphs
_CLAUSE = re.compile(r"[,;:“”\"]")
_OWNING = re.compile(r"['’]s?(?!\w)")

_READ = 4.0  # times as likely is whom a reader gives, fitted with the weights
# Log-odds, as training/salience.py prints them.
WEIGHTS: Mapping[str, float] = {
    "same sentence": 1.51,
    "sentence before": 2.08,
    "same paragraph": 2.42,
    "subject before": 0.35,
    "subject here": 0.59,
    "topic": 1.03,
    "he of subject": 1.65,
    "he of no subject": 1.09,
    "him of subject": -1.07,
    "him of no subject": -0.17,
    "him of subject before": 0.44,
    "only as owner": -1.08,
    "only quoted": -0.94,
    "as pronoun": -0.48,
    "latest": -0.23,
    "mentions": 0.59,
    "form known": 1.58,
    "named": 1.78,
    "lone name": -2.39,
}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Where a "he" or "she" stands, and as what."""

    position: int  # of its sentence
    start: int  # in its text
    form: str  # he or she
    subject: bool
    owner: bool
    opens_paragraph_at: int  # the position of the sentence that begins its paragraph


Features = Mapping[str, float]
Chances = Sequence[tuple[Person, float]]  # those that a pronoun may stand for, the likeliest first; their sum is 1


def antecedents(sentences: Sequence[Sentence]) -> Mapping[tuple[int, int], Chances]:
    """For each pronoun of an article's sentences, by its sentence's position and its start there, its chances.

    Pronouns in quotations have none: whoever speaks there means others.
    """
    return _antecedents(tuple(sentences))


@functools.lru_cache(maxsize=32)
def _antecedents(sentences: tuple[Sentence, ...]) -> Mapping[tuple[int, int], Chances]:
    found = {}
    for one, rows in candidates(sentences, WEIGHTS):
        # As they are known there: what the article calls them later is no reason.
        found[one.position, one.start] = [(replace(person), chance) for person, chance in chances(rows, WEIGHTS)]
    return found


def of_pronoun(start: int, evidence: Sentence, sentences: Sequence[Sentence], read: str = "") -> Chances:
    """The chances of the pronoun of a sentence that begins at a place of its article; whom a reader gives has more.

    None for what is no "he" or "she" that stands for others.
    """
    at = start - evidence.span.start
    found = antecedents(_around(evidence, sentences)).get((evidence.position, at), ())
    pronoun = PRONOUN.match(evidence.text, at)
    if not found or not pronoun:
        return []
    # In "He thanked her" it has to be known whose "he" is.
    doubtful = bool(objects_in(evidence.text) - {pronoun_form(pronoun.group())})
    parts = [
        chance * (_READ if person.is_called(read) and (person.form or not doubtful) else 1.0)
        for person, chance in found
    ]
    both = [(person, part / sum(parts)) for (person, _), part in zip(found, parts, strict=True)]
    return sorted(both, key=lambda one: -one[1])


def _around(evidence: Sentence, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """A part of the article in which a sentence stands, the same for its neighbours: of news all of it; a book would
    take too long.
    """
    first = sentences[0].position if sentences else 0
    start = max(0, ((evidence.position - first) // _PART - 1) * _PART)
    return sentences[start : start + 3 * _PART]


def clear(found: Chances, form: str) -> Person | None:
    """The one who is named and called so, if nobody else is likely."""
    person, chance = found[0] if found else (None, 0.0)
    return person if person and chance >= CLEAR and person.named and person.form == form else None


def chance_of(words: str, found: Chances) -> float:
    """That of those whose name or description it may be."""
    return sum(chance for person, chance in found if person.is_called(words))


def chances(rows: Sequence[tuple[Person, Features]], weights: Mapping[str, float]) -> Chances:
    """The candidates with their chances under weights, those that are missing being 0."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for _, features in rows]
    parts = [math.exp(score - max(scores)) for score in scores]
    found = [(person, part / sum(parts)) for (person, _), part in zip(rows, parts, strict=True)]
    return sorted(found, key=lambda one: -one[1])


def candidates(
    sentences: Sequence[Sentence], weights: Mapping[str, float]
) -> Iterator[tuple[Pronoun, list[tuple[Person, Features]]]]:
    """Each pronoun, in order, with those whom it may stand for; weights tell of whom it is a mention then."""
    persons, opens, end = Persons(sentences), 0, -_BREAK
    for sentence in sentences:
        if sentence.span.start - end >= _BREAK:
            opens = sentence.position
        end = sentence.span.end
        yield from _in_sentence(sentence, opens, persons, weights)


def _in_sentence(
    sentence: Sentence, opens: int, persons: Persons, weights: Mapping[str, float]
) -> Iterator[tuple[Pronoun, list[tuple[Person, Features]]]]:
    text, quoted = sentence.text, quoted_spans(sentence.text)
    told = len(text) - len(told_in(text))
    spoken = {(stretch.span.start, stretch.span.end): person for stretch, person in persons.in_sentence(sentence)}
    stood = {match.span(): match.group() for match in PRONOUN.finditer(text)}
    has_subject = False
    for (start, end), person in sorted([*spoken.items(), *((span, None) for span in stood)], key=lambda one: one[0]):
        inside = any(span.start <= start < span.end for span in quoted)
        if person:
            owner = bool(_OWNING.match(text, end))
            free = not (has_subject or inside or owner) and start >= told
            subject = free and not _NO_SUBJECT.search(text[told:start])
            person.mentions.append(Mention(sentence.position, start, subject, owner, quoted=inside))
            has_subject = has_subject or subject
        elif not inside:
            word = stood[start, end]
            subject = word.lower() in _SUBJECTS
            one = Pronoun(sentence.position, start, pronoun_form(word), subject, is_owner(text, start, end), opens)
            # "She thanked Ada Lie": she is somebody else (binding, principle C).
            beside = [
                p for at, p in spoken.items() if subject and at[0] > end and not _CLAUSE.search(text, end, at[0])
            ]
            rows = _rows(one, [person for person in persons.all if not any(person is other for other in beside)])
            yield one, rows
            if rows:
                mention = Mention(sentence.position, start, subject and not has_subject, one.owner, pronoun=True)
                likeliest, chance = chances(rows, weights)[0]
                likeliest.mentions.append(mention)
                if chance >= _CERTAIN and likeliest.named:
                    likeliest.form = one.form
            has_subject = has_subject or subject


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
        "same paragraph": same_paragraph,
        "latest": person.latest() == latest,
        "topic": pronoun.subject and back == 1 and together[0].subject and same_paragraph,
        "he of subject": pronoun.subject and subject_here,
        "he of no subject": pronoun.subject and back == 0 and not subject_here,
        "him of subject": whom and subject_here,
        "him of no subject": whom and back == 0 and not subject_here,
        "him of subject before": whom and subject_before and back > 0,
    }
    return {name: float(value) for name, value in held.items()} | {"mentions": math.log(len(person.mentions))}
