"""Whom an article speaks of: names and descriptions of persons, each person's together.

"The governor, Pat Lindgren, left. Lindgren ... The governor ..." is one person, three mentions. By the form of the
text and the nouns that stand for persons (person_nouns.py). Leaves out pronouns (salience.py).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.article import Span
from retrieval.agreement import pronoun_of
from retrieval.clauses import is_restrictive
from retrieval.countries import other_names
from retrieval.naming import (
    ARTICLES,
    DAYS_AND_MONTHS,
    PLACING,
    are_one,
    dateline_end,
    is_description,
    name_words,
    names_in,
    persons_in,
    without_owner,
)
from retrieval.person_nouns import is_person_noun, pronoun_of_noun
from retrieval.phrases import is_noun, phrase_at
from retrieval.search import STOP_WORDS
from retrieval.types import Sentence

_DESCRIBED = re.compile(
    r"\b(?:the|an?|his|her|its|their|one|another) (?=[a-z])|(?<=\w)['’]s? (?=[a-z])", re.IGNORECASE
)
# Between a description and its name: "the owner, ", "the head of the bank, ", "a teacher named ", "the farmer ".
_APPOSED = re.compile(r"(?: (?:of|for|at|in|from|on)(?: [\w'’-]+){1,5})?(?P<comma>, )| named | ")
_CLOSES = re.compile(r"[,.;:]|$")
_NAMES = 100  # of a sentence, the longest: a stranger's may have thousands
_BACK = 2  # stretches at most between a description and its name: "a spokeswoman for the minister, Joan Birch,"
_OF_NAME = re.compile(r" (?:of|from|for) (?:the )?[A-Z]")
# "the pension fund Trygg": a lone name behind a thing is the thing's.
_THING = re.compile(r"\b(?:the|an?|its)(?P<words>(?: [a-z-]+){1,3}) $", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:The|An?|His|Her|Its|Their) ")
# "In Chad": a name that stands so, and never behind a first name, is a place's.
_IN_PLACE = re.compile(r"\b[Ii]n (?P<name>[^\W\d_a-z][\w-]+)(?!['’\w-]| [^\W\d_a-z])")
_BEHIND_NAME = re.compile(r"(?<![\w-])[^\W\d_a-z][\w-]+ (?=(?P<name>[^\W\d_a-z][\w-]+))")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article speaks of somebody."""

    position: int  # of the sentence
    start: int  # in its text
    subject: bool = False
    owner: bool = False
    pronoun: bool = False
    quoted: bool = False
    embedded: bool = False  # in a relative clause
    sure: float = 1.0  # how likely a pronoun that is not clear stands for this one


@dataclass(slots=True)
class Person:
    """Somebody of whom an article speaks."""

    words: str  # the longest name so far, or else a description
    named: bool
    form: str = ""  # he or she; "" where that is not known
    nouns: set[str] = field(default_factory=set)  # "captain"
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[Span, str]] = field(default_factory=list)  # and where they stand in the article

    def latest(self) -> tuple[int, int]:
        """Where the last mention stands: its sentence's position, and where it begins there."""
        return (self.mentions[-1].position, self.mentions[-1].start) if self.mentions else (-1, 0)

    def name_before(self, place: int) -> tuple[Span, str] | None:
        """The last name that is given before a place of the article."""
        return next((name for name in reversed(self.names) if name[0].start < place), None)

    def is_called(self, words: str) -> bool:
        """Whether a name, or a longer or shorter one, or a description such as "the mayor", is this person's."""
        if is_description(words):
            _, *told = words.split()
            return len(told) == 1 and told[0] in self.nouns  # "the transport minister" is not any minister
        return self.named and bool(name_words(words)) and are_one(name_words(self.words), name_words(words))


@dataclass(frozen=True, slots=True)
class Stretch:
    """What of a sentence speaks of a person."""

    span: Span  # in the sentence's text
    words: str
    noun: str = ""  # of a description
    of: bool = False  # "the president of Ghana"

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return not self.noun


class Persons:
    """Those of one article, as far as it was read."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.all: list[Person] = []
        self._sentences = sentences
        self._text = "\n".join(sentence.text for sentence in sentences)
        self._places = _places_in(self._text)

    def in_sentence(self, sentence: Sentence) -> list[tuple[Stretch, Person]]:
        """Whom a sentence speaks of, in order; those who are new are known from now on."""
        found = sorted([*self._names(sentence.text), *_descriptions(sentence.text)], key=lambda one: one.span.start)
        found = [one for one in found if one.named or not any(one.span.meets(o.span) for o in found if o.named)]
        beside = dict(_apposed(found, sentence.text))
        persons: dict[Stretch, Person] = {}
        for one in found:
            other = persons.get(beside[one]) if one in beside else None
            person = self._of_name(one.words, other) if one.named else self._of_description(one, other)
            if other not in (None, person):  # two who turned out to be one
                persons = {stretch: person if held is other else held for stretch, held in persons.items()}
            if one.named:
                start = sentence.span.start + one.span.start
                person.names.append((Span(start, start + len(one.words)), one.words))
            persons[one] = person
        return list(persons.items())

    def _names(self, text: str) -> Iterator[Stretch]:
        """Names of persons; also behind "in" and "on", of those who are known. Not where an article was written."""
        begin = dateline_end(text)
        every = {_bare(without_owner(name)) for name in names_in(text)}
        known = {name for name in every if any(person.is_called(name) for person in self.all)}
        given = persons_in(text, self._text)
        names = {*(bare if " " in (bare := _bare(name)) or bare in known else name for name in given), *known} - {""}
        taken: list[Span] = []
        for name in sorted(names - DAYS_AND_MONTHS, key=lambda one: (-len(one), one))[:_NAMES]:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                span = Span(*match.span())
                thing = other_names(name) or name in self._places
                thing = thing or (name not in known and _is_of_thing(name, text[: span.start]))
                if (
                    span.start < begin
                    or thing
                    or _is_described(name, text[span.end :])
                    or any(span.meets(one) for one in taken)
                ):
                    continue
                taken.append(span)
                yield Stretch(span, name)

    def _of_name(self, name: str, described: Person | None) -> Person:
        person = self._called(name)
        if person is None:
            person = described if described and not described.named else self._new(Person(name, True))
        elif described and not described.named and len(described.mentions) <= 1:
            self.all = [one for one in self.all if one is not described]
            person.nouns |= described.nouns
            person.mentions = sorted(
                [*described.mentions, *person.mentions], key=lambda one: (one.position, one.start)
            )
        if not person.named or len(name) > len(person.words):
            person.words = name
        person.named = True
        person.nouns |= {title for title in name.lower().split()[:-1] if is_person_noun(title)}
        forms = {pronoun_of_noun(noun) for noun in person.nouns} - {""}
        person.form = pronoun_of(person.words, self._sentences) or (forms.pop() if len(forms) == 1 else "")
        return person

    def _called(self, name: str) -> Person | None:
        """Who is called so: of two with one last name the one whom the article calls by that alone, or who came
        first. "Thorne" is the minister, not her nephew Giles Thorne.
        """
        same = [one for one in self.all if one.is_called(name)]
        if " " in name:
            return same[-1] if same else None
        return max(same, key=lambda one: sum(words == name for _, words in one.names), default=None)

    def _of_description(self, one: Stretch, name: Person | None) -> Person:
        known = one.words.lower().startswith("the ") and not one.of
        same = [person for person in self.all if known and one.noun in person.nouns]
        person = name or max(same, key=Person.latest, default=None) or self._new(Person(one.words, False))
        person.nouns.add(one.noun)
        person.form = person.form or pronoun_of_noun(one.noun)
        return person

    def _new(self, person: Person) -> Person:
        self.all.append(person)
        return person


def name_in(sentences: Sequence[Sentence], description: str) -> str:
    """The name of the only one whom an article describes so, "the judge"; "" where nobody or several are."""
    called = [person.words for person in _all_of(sentences) if person.named and person.is_called(description)]
    return called[0] if len(called) == 1 else ""


def form_in(sentences: Sequence[Sentence], words: str) -> str:
    """He or she, of whom an article calls so, by a name or a description; "" where that is not known."""
    forms = {person.form for person in _all_of(sentences) if person.is_called(words)}
    return forms.pop() if len(forms) == 1 else ""


def _all_of(sentences: Sequence[Sentence]) -> list[Person]:
    persons = Persons(sentences)
    for sentence in sentences:
        persons.in_sentence(sentence)
    return persons.all


def _descriptions(text: str) -> Iterator[Stretch]:
    """Such as "a nurse", or "owner" of "the bank's owner"; of "the farmer Huw Bevan" what stands before the name."""
    for match in _DESCRIBED.finditer(text):
        start = match.start() if match.group()[0].isalpha() else match.end()
        words = phrase_at(text, start).split()
        small = next((at for at, word in enumerate(words) if at and word[0].isupper()), len(words))
        noun = words[small - 1].lower() if small else ""
        if is_person_noun(noun):
            end = start + len(" ".join(words[:small]))
            yield Stretch(Span(start, end), text[start:end], noun, bool(_OF_NAME.match(text, end)))


def _apposed(found: Sequence[Stretch], text: str) -> Iterator[tuple[Stretch, Stretch]]:
    """Each stretch that says more of one before it, with that one."""
    for number, two in enumerate(found):
        for one in found[max(0, number - _BACK) : number]:
            between = text[one.span.end : two.span.start]
            behind = one.named and between == ", "  # "Ada Lie, a nurse"
            match = _APPOSED.fullmatch(between) if two.named else None
            closed = _CLOSES.match(text, two.span.end)
            before = (match and (not match["comma"] or closed)) or (two.named and closed and is_restrictive(between))
            if one.named != two.named and (behind or before):
                yield two, one
                break


def _bare(name: str) -> str:
    """Without what opens its sentence: "Then Ada Lie", "On Monday Ada Lie", but not "In Lima"."""
    words = name.split()
    rest = list(itertools.dropwhile(lambda word: word.lower() in STOP_WORDS - ARTICLES, words))
    dated = rest[:1] and rest[0] in DAYS_AND_MONTHS
    if len(rest) == len(words) or (words[0].lower() in PLACING and not dated):
        return name
    return " ".join(rest[1:] if dated else rest)


def _places_in(text: str) -> frozenset[str]:
    """The lone names of an article that are places'."""
    last_names = {behind["name"] for behind in _BEHIND_NAME.finditer(text)}
    return frozenset(place["name"] for place in _IN_PLACE.finditer(text)) - last_names


def _is_described(name: str, behind: str) -> bool:
    """Whether it says more of a noun behind it: "The Spanish coach"."""
    return bool(_ARTICLE.match(name)) and behind[:2].strip().islower()


def _is_of_thing(name: str, before: str) -> bool:
    """Whether a lone name stands right behind a noun that is no person's."""
    thing = None if " " in name else _THING.search(before)
    words = thing["words"].split() if thing else []
    return bool(words) and STOP_WORDS.isdisjoint(words) and is_noun(words[-1]) and not is_person_noun(words[-1])
