"""Whom each "he" and "she" of an article stands for, and how likely: somebody of whom the text before speaks.

A person's chance is that of a conditional logit over what makes somebody salient (candidates.py; after Lappin and
Leass, An Algorithm for Pronominal Anaphora Resolution, 1994: how near, subject or not, how often, the same
paragraph), its weights fitted to pronouns of news that were marked by hand (training/salience.py). Leaves out what a
reader makes of it (coreference.py).
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from retrieval.agreement import objects_in, pronoun_form
from retrieval.candidates import CLEAR, PRONOUN, Chances, candidates, chances
from retrieval.persons import Person
from retrieval.types import Sentence

UNLIKELY = 0.1
_PART = 50  # sentences
_READ = 4.0  # times as likely is whom a reader gives, fitted with the weights,
# As likely is somebody for a pronoun in a quotation: of 28 that are clear then, in the samples and the news, 27 are
# right.
_OF_QUOTED = 0.85
_LIKELY = 0.7  # where the text itself makes them likely: a reader takes who invited for who accepted
# Log-odds, as training/salience.py prints them.
WEIGHTS: Mapping[str, float] = {
    "same sentence": 1.93,
    "sentence before": 1.32,
    "same paragraph": 3.00,
    "subject before": -0.25,
    "subject here": 0.45,
    "topic": 1.62,
    "he of subject": 1.21,
    "he of no subject": 0.77,
    "him of subject": -0.65,
    "him of no subject": -0.25,
    "him of subject before": 0.34,
    "only as owner": -0.24,
    "only quoted": -1.19,
    "as pronoun": -0.63,
    "only embedded": -1.45,
    "latest": 0.08,
    "mentions": 0.39,
    "form known": 1.56,
    "named": 1.65,
    "lone name": -3.23,
    "thing's name": -2.40,
}


def antecedents(sentences: Sequence[Sentence]) -> Mapping[tuple[int, int], Chances]:
    """For each pronoun of an article's sentences, by its sentence's position and its start there, its chances.

    Those in quotations have some where one is clear, who is not the speaker: whoever speaks there may mean others.
    """
    return _antecedents(tuple(sentences))


@functools.lru_cache(maxsize=32)
def _antecedents(sentences: tuple[Sentence, ...]) -> Mapping[tuple[int, int], Chances]:
    found = {}
    for one, rows in candidates(sentences, WEIGHTS):
        likely = chances(rows, WEIGHTS)
        if one.quoted:
            likely = [(person, chance * _OF_QUOTED) for person, chance in likely]
            likely = likely if likely and likely[0][1] >= CLEAR else []
        # As they are known there: what the article calls them later is no reason.
        found[one.position, one.start] = [(replace(person), chance) for person, chance in likely]
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
        chance * (_READ if chance >= _LIKELY and person.is_called(read) and (person.form or not doubtful) else 1.0)
        for person, chance in found
    ]
    total = sum(parts) + 1 - sum(chance for _, chance in found)
    both = [(person, part / total) for (person, _), part in zip(found, parts, strict=True)]
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
