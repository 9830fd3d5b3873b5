"""Made-up news that describes a party in one sentence and names it in another, as leads of articles do.

"A nurse thanked a baker on Friday. The baker, Ada Lie, lives in Oslo.": whom the nurse thanked is Ada Lie. Also "Ada
Lie, 41, arrived late. The bank sued the Norwegian.", those who are somebody's sister or lawyer, and those whom nobody
names. What is asked: asking.py, with its twins. Leaves out those who go by pronouns (pronouns.py).
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from training import dressing, lexicon, templates
from training.examples import Example
from training.lexicon import Party
from training.pronouns import asked_of, people
from training.templates import TRAINING

# Words for a man and for a woman.
_JOBS = (*(job for job in lexicon.JOBS if not re.search(r"man\b|girl|father|mother|widow", job)), *lexicon.OFFICES)
_HOUSES = (
    "ferry line,brewery,museum,newspaper,hospital,bakery,theatre,charity,publisher,choir,orchestra,shipyard,law firm,"
    "bus company,school,record label,zoo,broadcaster"
).split(",")
_FIRST = (
    "a {job}",
    "a {job}",
    "a {job} from {town}",
    "a {job} of {age}",
    "a {age}-year-old {job}",
    "a young {job}",
    "a {job} in {town}",
    "a {job} who had come from {town}",
    "the {job} of {town}",
)
_FIRST_HOUSE = ("a {job}", "a {job} in {town}", "a small {job} in {town}", "a {job} with {number} members")
_NAMED_AFTER = (
    "The {job}, {N}, {rest}.",
    "The {job}, {N}, {rest}.",
    "{N}, the {job}, {rest}.",
    "The {job} [is|is called] {N}.",
    "The {job} was [named|identified][| by {D}| on {day}] as {N}.",
    "The {job}, [whose name is|called|known as] {N}, {rest}.",
    "“{quote},” said {N}, the {job}.",
    "“{quote},” said the {job}, {N}.",
    "{N} is the name of the {job}.",
)
_NAMED_AFTER_PERSON = (
    "{Job} {N}, {age}, {rest}.",
    "{Job} {N} {rest}.",
    "{N}, who is {age} and a {job}, {rest}.",
    "{N}, {age}, has been a {job} for years.",
)
_NAMED_BEFORE = (
    "{N}, a {job}, {rest}.",
    "{N}, a {job} [in|from] {town}, {rest}.",
    "A {job} [in|from] {town}, {N}, {rest}.",
    "{N} is a {job} in {town}.",
    "There is a {job} in {town}, {N}.",
)
_ANOTHER = ("Another {job}, {N}, {rest}.", "{N}, a {job} too, {rest}.", "A second {job}, {N}, {rest}.")
_REST = (
    "said little",
    "arrived late",
    "left on {day}",
    "had nothing to add",
    "was not in {town} on {day}",
    "did not want to be photographed",
    "said that {clause}",
    "was surprised",
    "will speak on {day}",
    "could not be reached",
    "is well known in {town}",
    "has since moved to {town}",
)
_PEOPLES = (
    "Italian,Norwegian,Kenyan,Peruvian,Brazilian,Ghanaian,Chilean,German,Indian,Egyptian,Canadian,Mexican,Austrian,"
    "Hungarian,Greek,Australian,Cuban,American,Belgian,Swede,Dane,Finn,Pole,Briton,Spaniard,Turk,Serb,Colombian"
).split(",")
_NAMED_APART = (  # what the next sentence calls {N} is not said
    "{N} {rest}.",
    "{N}, {age}, {rest}.",
    "{N} [came to {town} on {day}|grew up in {town}|won a prize in {month}|fell ill in {month}|turned {age}].",
    "“{quote},” said {N}[| on {day}].",
    "“{quote},” {N} [said|recalled|wrote].",
    "The [story|case|letter|house|voice] of {N} is well known in {town}.",
    "{N} [lost|won|watched|left] the [match|vote|trial] in {town}.",
)
_KIN = "sister,brother,widow,lawyer,neighbour,daughter,son,coach,secretary,father,mother,doctor,rival,teacher".split(
    ","
)
_OF_KIN = (
    "{A} {past} {D}’s {kin}, {B}{why}.",
    "{A} {past} {D}'s {kin}, {B}, on {day}.",
    "{D}’s {kin}, {B}, was {pp} by {A}{why}.",
    "{D}’s {kin}, {A}, {past} {B}{why}.",
    "{B} was {pp} by {D}'s {kin}, {A}{why}.",
    "{A}, {D}’s {kin}, {past} {B}{why}.",
)


@dataclass(frozen=True, slots=True)
class _Described:
    """A party by what it is: "nurse"; `first`: "a nurse from Lima", as a text speaks of it that has not named it."""

    party: Party
    job: str
    first: str


def described(count: int, seed: int) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        name = f"described-{seed}-{number}"
        kind = chance.choices((_by_description, _named_apart, _never_named, _of_kin), (5, 3, 1, 1))[0]
        yield from kind(chance, name)


def _by_description(chance: random.Random, name: str) -> Iterator[Example]:
    a, b, d, e = people(chance, 4)
    if chance.random() < 0.3:
        a = Party(" ".join(dressing.invented(chance) for _ in range(chance.randint(1, 2))), "it", "it", "its")
    job_a = chance.choice(_HOUSES if a.subject == "it" else _JOBS)
    job_b = chance.choice([job for job in _JOBS if job != job_a])
    both = {"A": _as_described(a, job_a, chance), "B": _as_described(b, job_b, chance)}
    who = chance.choices(("A", "B", "AB"), (3, 4, 3))[0]
    before = chance.random() < 0.3
    body = templates.chosen(chance.choice([one for one in TRAINING.one if "{A}" in one and "{B}" in one]), chance)
    naming = []
    for slot in who:
        one = both[slot]
        body = _put(body, slot, f"the {one.job}" if before else one.first, f"the {one.job}")
        naming.append(_named(one, _NAMED_BEFORE if before else _after(one), chance))
    if chance.random() < 0.35:
        naming.append(
            _named(_Described(e, job_b if a.subject == "it" else chance.choice((job_a, job_b)), ""), _ANOTHER, chance)
        )
    chance.shuffle(naming)
    told = [*naming, body] if before else [body, *naming]
    yield from asked_of(told, (a, b, d, e), [(a, b)], "described", name, chance)


def _named_apart(chance: random.Random, name: str) -> Iterator[Example]:
    """Somebody who is named, then called what no sentence has said they are: "the Norwegian", "the 41-year-old"."""
    a, b, d, e = people(chance, 4)
    slot = chance.choice("AB")
    party = a if slot == "A" else b
    age = str(chance.randint(18, 88))
    called = chance.choice((*_PEOPLES, *_PEOPLES, f"{age}-year-old", *lexicon.OFFICES, *_JOBS))
    one = _Described(party, called, f"the {called}")
    naming = _named(one, _NAMED_APART, chance).replace("{age}", age)
    ways = [way for way in TRAINING.one if "{A}" in way and "{B}" in way and "{D}" not in way]
    body = _put(templates.chosen(chance.choice(ways), chance), slot, one.first, one.first)
    yield from asked_of([naming, body], (a, b, d, e), [(a, b)], "described", name, chance)


def _never_named(chance: random.Random, name: str) -> Iterator[Example]:
    """Somebody whom the text does not name, beside another whom it does: no name is the answer."""
    a, b, d, e = people(chance, 4)
    slot = chance.choice("AB")
    one = _as_described(a if slot == "A" else b, chance.choice(_JOBS), chance)
    words = chance.choice((one.first, f"the {one.job}"))
    body = templates.chosen(chance.choice([way for way in TRAINING.one if "{A}" in way and "{B}" in way]), chance)
    told = [_put(body, slot, words, f"the {one.job}"), f"{e.name} {dressing.filled(chance.choice(_REST), chance)}."]
    a, b = (replace(party, name=words) if party == one.party else party for party in (a, b))
    yield from asked_of(chance.sample(told, 2), (a, b, d, e), [(a, b)], "described", name, chance)


def _of_kin(chance: random.Random, name: str) -> Iterator[Example]:
    a, b, d, e = people(chance, 4)
    body = chance.choice(_OF_KIN).replace("{kin}", chance.choice(_KIN))
    yield from asked_of([body], (a, b, d, e), [(a, b)], "described", name, chance)


def _as_described(party: Party, job: str, chance: random.Random) -> _Described:
    first = chance.choice(_FIRST_HOUSE if party.subject == "it" else _FIRST).replace("{job}", job)
    article = "an" if re.match(r"a [aeiou]|a (?:8\d|18)-", first) else "a"
    return _Described(party, job, re.sub(r"^a(?= )", article, dressing.filled(first, chance)))


def _put(body: str, slot: str, first: str, later: str) -> str:
    """The body with words for a slot: the first time these, then those."""
    return body.replace(f"{{{slot}}}", first, 1).replace(f"{{{slot}}}", later)


def _after(one: _Described) -> Sequence[str]:
    return _NAMED_AFTER if one.party.subject == "it" else (*_NAMED_AFTER, *_NAMED_AFTER_PERSON)


def _named(one: _Described, ways: Sequence[str], chance: random.Random) -> str:
    """A sentence that says what the described one is called."""
    sentence = templates.chosen(chance.choice(ways), chance).replace("{rest}", chance.choice(_REST))
    words = {"N": one.party.name, "job": one.job, "Job": one.job.capitalize()}
    for slot, said in (*words.items(), ("quote", chance.choice(lexicon.QUOTES[:9]))):
        sentence = sentence.replace(f"{{{slot}}}", said)
    return re.sub(r"\b([Aa])(?= [aeiou])", r"\1n", dressing.filled(sentence, chance))
