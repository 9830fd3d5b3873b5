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
from retrieval.clauses import is_inside, is_of_one
from retrieval.inflection import is_word
from retrieval.naming import name_words
from retrieval.persons import Mention, Person, Persons
from retrieval.quotations import quoted_spans
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
_CERTAIN = 0.95  # that a pronoun is somebody's, who is called so from there on
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


Features = Mapping[str, float]
Chances = Sequence[tuple[Person, float]]  # those that a pronoun may stand for, the likeliest first; their sum is 1


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
    has_subject, named = False, list[tuple[int, Person]]()  # where whom the clause is about ends
    last: tuple[int, Person, bool, bool] | None = None
    for (start, end), person in sorted([*spoken.items(), *((span, None) for span in stood)], key=lambda one: one[0]):
        inside = any(span.start <= start < span.end for span in quoted)
        if person:
            owner = bool(_OWNING.match(text, end))
            free = not (inside or owner) and start >= told and not _NO_SUBJECT.search(text[told:start])
            subject = free and not has_subject
            if last and last[1] is person and text[last[0] : start] in (", ", " "):  # "to Bo Ek, the farmer"
                free, subject = last[2:]
            last = end, person, free, subject
            embedded = is_inside(text[told:start])
            mention = Mention(sentence.position, start, subject, owner, quoted=inside, embedded=embedded)
            person.mentions.append(mention)
            has_subject = has_subject or subject
            if subject or (free and _OPENED.search(text[told:start])):
                named.append((end, person))
        elif not inside:
            word = stood[start, end]
            subject = word.lower() in _SUBJECTS
            owner = is_owner(text, start, end)
            own = [] if subject or owner else [p for at, p in named if is_of_one(text[at:start])]
            if whom := _WHOM.search(text[:start]):  # "Bo Ek, whom he thanked"
                own += [p for at, p in spoken.items() if at[1] == whom.start()]
            one = Pronoun(sentence.position, start, pronoun_form(word), subject, owner, opens)
            # "She thanked Ada Lie": she is somebody else (binding, principle C).
            beside = [
                p for at, p in spoken.items() if subject and at[0] > end and not _CLAUSE.search(text, end, at[0])
            ]
            rows = _rows(
                one, [person for person in persons.all if not any(person is other for other in (*beside, *own))]
            )
            yield one, rows
            if rows:
                mention = Mention(sentence.position, start, subject and not has_subject, one.owner, pronoun=True)
                likeliest, chance = chances(rows, weights)[0]
                likeliest.mentions.append(mention)
                named += [(end, likeliest)] if subject and chance >= _CERTAIN else []
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
    """The candidates with their chances under weights, those that are missing being 0."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for _, features in rows]
    parts = [math.exp(score - max(scores)) for score in scores]
    found = [(person, part / sum(parts)) for (person, _), part in zip(rows, parts, strict=True)]
    return sorted(found, key=lambda one: -one[1])
