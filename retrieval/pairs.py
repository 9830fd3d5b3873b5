"""Who did what to whom, as a sentence shows it, and which of several say the same: each is given once.

"The opera of Oslo" and "Oslo" that dismissed Lie are one, as are "a driver" and "Ada Lie" of "a driver, Ada Lie,
thanked Bo". Leaves out the reading (roles.py).
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.attachment import are_listed, is_alone_with
from retrieval.coordination import named_members
from retrieval.merging import are_apposed, between, touch
from retrieval.naming import are_one, is_name, is_pronoun, name_words
from retrieval.predicates import OBJECTS
from retrieval.types import Reading, Sentence
from retrieval.windows import alone

_AS_SURE = 0.9  # times as sure as the surest is what else fills the third of three blanks
_OF = re.compile(r" (?:from|of) (?:the )?")
_INSIDE = re.compile(r"\b(?:from|of) (?:the )?$")


@dataclass(frozen=True, slots=True)
class Part:
    """What fills one blank."""

    reading: Reading
    text: str


@dataclass(frozen=True, slots=True)
class Combination:
    """What fills the blanks together, and the sentence that shows it."""

    evidence: Sentence
    filled: tuple[Part, ...]

    @property
    def confidence(self) -> float:
        """Of the weakest part: each was read as if those before it were right."""
        return min(part.reading.confidence for part in self.filled)

    def words(self) -> tuple[str, ...]:
        """What stands in the blanks, as the articles have it."""
        return tuple(part.text for part in self.filled)


def each_once(found: Sequence[Combination]) -> list[Combination]:
    """Of those that say the same the surest, and rather one whose parties have names."""
    kept: list[Combination] = []
    told = [one for one in found if not _overlaps(one) and not any(_tells_less(one, other) for other in found)]
    for one in sorted(told, key=_is_inside):
        at = next((n for n, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
        elif _is_inside(one):
            parts = zip(kept[at].filled, one.filled, strict=True)
            kept[at] = replace(kept[at], filled=tuple(_whole(part, other, one.evidence) for part, other in parts))
        elif _nameless(one) < _nameless(kept[at]):
            kept[at] = one
    return sorted(kept, key=lambda one: -one.confidence)


def _overlaps(one: Combination) -> bool:
    """Whether two blanks have words in common, "the ship's radar" and "radar log" of "the ship's radar log", or are
    called the same: "at its director, Ek" has Ek for both.
    """
    pairs = itertools.combinations(one.filled, 2)
    return any(standing(a).meets(standing(b)) or a.text.casefold() == b.text.casefold() for a, b in pairs)


def _tells_less(one: Combination, other: Combination) -> bool:
    """Whether another of the same sentence and party has a thing for its "it", or has in the next blank what it has
    in the second: "promised a ship", beside "promised Ek a ship of her own"; or has a name for one of several; or is
    much surer of a third party to the same two.
    """
    if one is other or one.evidence != other.evidence:
        return False
    if _has_name_of(one, other) or _has_pronoun_for(one, other):
        return True
    if standing(one.filled[0]) != standing(other.filled[0]):
        return False
    patient = standing(one.filled[1])
    third, others = ([part.reading.words for part in told.filled[2:]] for told in (one, other))
    if patient == standing(other.filled[1]):
        both = bool(third and others)
        if one.confidence < (1.0 if both else _AS_SURE) * other.confidence:
            return not (both and are_listed(third[0], others[0], alone(one.evidence)))
    is_it = one.filled[1].text.lower() == "it" != other.filled[1].text.lower()
    return is_it or any(standing(part).holds(patient) for part in other.filled[2:])


def _has_pronoun_for(one: Combination, other: Combination) -> bool:
    """Whether of two pairs of one party the other is surer of a pronoun, "Lie came, and Ek saw her", than this one
    of whom it may stand for.
    """
    patient, pronoun = one.filled[1], other.filled[1]
    return (
        standing(one.filled[0]).meets(standing(other.filled[0]))
        and standing(patient).end < standing(pronoun).start
        and pronoun.text.lower() in OBJECTS
        and not is_pronoun(patient.text)
        and one.confidence < other.confidence
    )


def _has_name_of(one: Combination, other: Combination) -> bool:
    """Whether of two pairs that have one party in common the other has Bo Ek for "two cooks, Bo Ek and Ada Lie"."""
    parties = [tuple(map(standing, both)) for both in zip(one.filled[:2], other.filled[:2], strict=True)]
    differing = [(several, name) for several, name in parties if not several.meets(name)]
    return len(differing) == 1 and any(
        member.meets(name) for several, name in differing for member in named_members(several, alone(one.evidence))
    )


def _whole(part: Part, other: Part, evidence: Sentence) -> Part:
    """The part with the other, where that belongs to its words: "the opera of Oslo"."""
    first, last, start = standing(part), standing(other), evidence.span.start
    if part.reading.alias or last.start < first.end or not _OF.fullmatch(between(first, last, evidence.text, start)):
        return part
    words = Span(first.start, last.end)
    return Part(replace(part.reading, words=words), evidence.text[words.start - start : words.end - start])


def _is_inside(one: Combination) -> bool:
    """Whether a party may be a part of another's words: "Oslo" of "the opera of Oslo"."""
    text, start = one.evidence.text, one.evidence.span.start
    return any(_INSIDE.search(text[: max(0, standing(part).start - start)]) for part in one.filled[:2])


def _nameless(one: Combination) -> tuple[int, int]:
    """How many parties go by a pronoun, and how many not by a name: "a driver" of "a driver, Ada Lie,"."""
    return sum(map(is_pronoun, one.words())), sum(not is_name(text) for text in one.words())


def _same(one: Combination, other: Combination) -> bool:
    """Whether every blank has the same words, or in the same sentence those of one party: a title and its name, "her
    father, a pastor,", "the opera of Oslo".
    """
    if len(one.filled) != len(other.filled):
        return False
    return all(
        first.text.casefold() == second.text.casefold()
        or (one.evidence == other.evidence and _are_one_party(first, second, one.evidence))
        for first, second in zip(one.filled, other.filled, strict=True)
    )


def _are_one_party(one: Part, other: Part, evidence: Sentence) -> bool:
    """By where they stand in the sentence, or where their names do: "Ada Lie, Head of the Unit, said, “I ..."."""
    text, start = evidence.text, evidence.span.start
    if is_name(one.text) and is_name(other.text) and are_one(name_words(one.text), name_words(other.text)):
        return True  # "Ek" and "Bo Ek"
    named = one.reading.words, other.reading.words
    places = [(standing(one), standing(other)), *([named] if all(map(evidence.span.holds, named)) else [])]
    return any(
        touch(a, b)
        or are_apposed(a, b, text, start)
        or is_alone_with(a, b, alone(evidence))
        or is_alone_with(b, a, alone(evidence))
        or _OF.fullmatch(between(a, b, text, start))
        for a, b in places
    )


def standing(part: Part) -> Span:
    """What stands in the sentence, under whatever name it goes."""
    return part.reading.alias or part.reading.words
