"""Made-up news that describes a party in one sentence and names it in another, as leads of articles do.

"A nurse thanked a baker on Friday. The baker, Ada Lie, lives in Oslo.": whom the nurse thanked is Ada Lie. Also those
who go by pronouns, both, and those who are somebody's sister or lawyer. What is asked: asking.py, with its twins.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from training import asking, dressing, lexicon, templates
from training.asking import Fact
from training.examples import Example
from training.generated import because, find, sentences_of, slots_of, told_in
from training.lexicon import Party
from training.parties import invented_verb, parties
from training.templates import FILLERS, TRAINING

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
# Both by pronouns, each of its own sex.
_BY_PRONOUNS = (
    "{A} and {B} [came to {town}|were both there|have known each other for years]. {pronouns}",
    "{B} and {A} [spoke on {day}|were seen in {town}|sat in the same row]. {pronouns}",
    "{A} [arrived late|spoke for an hour]. {B} [was there too|came with two friends]. {pronouns}",
    "{B} [is {age}|lives in {town}]. {A} [does not|has a house next door]. {pronouns}",
    "{B} [wrote to|waited for|gave a book to|sat beside|sold a boat to] {A}, who {past} {b}{why}.",
    "{A} [wrote to|waited for|gave a book to|sat beside|sold a boat to] {B}, who was {pp} by {him}{why}.",
)
_PRONOUNS = (
    "{A_pron} [|later |also |then ]{past} {b}{why}.",
    "{A_pron} [had|has] {pp} {b}{why}.",
    "On {day} {a} {past} {b}{why}.",
    "{B_pron} was {pp} by {him}{why}.",
    "There {b_subject} was {pp} by {him}.",
    "It was known that {a} had {pp} {b}{why}.",
)
_KIN = "sister,brother,widow,lawyer,neighbour,daughter,son,coach,secretary,father,mother,doctor,rival,teacher".split(",")
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
        kind = chance.choices((_by_description, _by_pronouns, _of_kin), (7, 2, 1))[0]
        yield from kind(chance, name)


def _by_description(chance: random.Random, name: str) -> Iterator[Example]:
    a, b, d, e = _people(chance, 4)
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
        naming.append(_named(_Described(e, job_b if a.subject == "it" else chance.choice((job_a, job_b)), ""), _ANOTHER, chance))
    chance.shuffle(naming)
    told = [*naming, body] if before else [body, *naming]
    yield from _asked(told, (a, b, d, e), chance, name)


def _by_pronouns(chance: random.Random, name: str) -> Iterator[Example]:
    a, b, d, e = _people(chance, 4)
    while a.subject == b.subject:
        a, b, d, e = _people(chance, 4)
    body = chance.choice(_BY_PRONOUNS).replace("{pronouns}", chance.choice(_PRONOUNS))
    yield from _asked([templates.chosen(body, chance)], (a, b, d, e), chance, name)


def _of_kin(chance: random.Random, name: str) -> Iterator[Example]:
    yield from _asked([chance.choice(_OF_KIN)], tuple(_people(chance, 4)), chance, name)


def _asked(told: Sequence[str], who: Sequence[Party], chance: random.Random, name: str) -> Iterator[Example]:
    a, b, d, e = who
    verb = invented_verb(chance) if chance.random() < 0.2 else chance.choice(TRAINING.verbs)
    reason, more = because(verb, chance) if chance.random() < 0.4 else ("", "")
    if not any("{why}" in sentence for sentence in told):
        reason = more = ""
    slots = slots_of(a, b, b, d, verb, verb, reason + more, chance)
    slots |= {
        "him": a.object,
        "B_pron": b.subject.capitalize(),
        "kin": chance.choice(_KIN),
        "age": str(chance.randint(17, 88)),
    }
    fillers = [filler for filler in chance.sample(FILLERS, chance.randint(0, 2)) if "{D}" not in filler]
    sentences = sentences_of([*told, *fillers], slots)
    text = " ".join(sentences)
    stranger = e if e.name in text else d
    for number, one in enumerate(asking.questions([Fact(a, verb, b, reason)], TRAINING, stranger, chance)):
        spans = tuple(Span(at, at + len(answer)) for answer in one.answers if (at := find(text, answer)) >= 0)
        if len(spans) < len(one.answers):
            continue
        yield Example(
            f"{name}-{number}",
            name,
            "described",
            _shortened(one.question, who, chance),
            text,
            spans,
            several=True,
            evidence=told_in(sentences, one.verb),
            verdict=one.verdict,
        )


def _people(chance: random.Random, count: int) -> list[Party]:
    """Different ones with a first and a last name, of which no two share a word."""
    found: list[Party] = []
    used: set[str] = set()
    while len(found) < count:
        party = parties(chance, 1)[0]
        words = party.name.split()
        if words[0] in (*lexicon.MEN, *lexicon.WOMEN) and len(words) == 2 and used.isdisjoint(words):
            used.update(words)
            found.append(party)
    return found


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


def _shortened(question: str, who: Sequence[Party], chance: random.Random) -> str:
    """Now and then by their last names alone."""
    for party in who:
        if party.name in question and chance.random() < 0.4:
            question = question.replace(party.name, party.name.split()[-1])
    return question
