"""Made-up news of who did what to whom, in quantity: every answerable question has twins that differ from it in
one thing only (the roles turned round, another verb, another person) and that the text does not answer. Texts of
acts that were denied, refused or only imagined answer nothing.

TRAINING and HELD_OUT share no verb and no template: the second makes the role suite that training never sees.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from training import lexicon
from training.examples import Example
from training.lexicon import Party, Verb


@dataclass(frozen=True, slots=True)
class Fact:
    """Who did what to whom."""

    agent: Party
    verb: Verb
    patient: Party
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """Verbs and ways to put facts. Slots: {A} did it to {B}, {B} or {A} did another thing to {C}, {D} stands by."""

    verbs: Sequence[Verb]
    one: Sequence[str]
    chain: Sequence[str]  # A -> B, B -> C
    fork: Sequence[str]  # A -> B, A -> C by the other verb
    mutual: Sequence[str]  # A -> B and B -> A
    unreal: Sequence[str]  # it did not happen


TRAINING = Language(
    verbs=lexicon.TRAINING_VERBS,
    one=(
        "{A} {past} {B}{why}.",
        "{A} {past} {B}{why}.",
        "{B} was {pp} by {A}{why}.",
        "{B} was {pp} by {A}{why}.",
        "{B} has been {pp} by {A}{why}.",
        "{A} has {pp} {B}{why}.",
        "{A} had {pp} {B}{why} before {D} arrived.",
        "{A}, who arrived on {day}, {past} {B}{why}.",
        "On {day}, {A} {past} {B}{why}.",
        "{B}, who was {pp} by {A}{why}, declined to comment.",
        "{B}, {pp} by {A}{why}, left {town} on {day}.",
        "{A}, who {past} {B}{why}, left on {day}.",
        "It was {A} who {past} {B}{why}.",
        "It was {B} whom {A} {past}{why}.",
        "{A} publicly {past} {B}{why}, according to the report.",
        "{A} {past} {B}, not {D}{why}.",
        "{A}, and not {D}, {past} {B}{why}.",
        "{A} did not {base} {D}; {a} {past} {B}{why}.",
        "{A} {noun} {B}{why}.",
        "{A} {noun} {B} on {day}.",
        "{A} travelled to {town} on {day}. There {a} {past} {B}{why}.",
        "{A} came to {town} with {poss} lawyers. On {day} {a} {past} {B}{why}.",
        "{A} spoke first. Later {a} {past} {B}{why}.",
        "{A} stayed in {town} until {day}. {A_pron} also {past} {B}{why}.",
        "{B} spoke to reporters in {town}. {A} had {pp} {b} earlier{why}.",
        "{B} was in {town} on {day}. {A} {past} {b} there{why}.",
        "{A} and {D} came to {town}. The former {past} {B}{why}.",
        "{D} and {A} came to {town}. The latter {past} {B}{why}.",
        "After a meeting with {D}, {A} {past} {B}{why}.",
        "{B} had been {pp} by {A} before the meeting with {D}.",
        "“I have {pp} {B},” {A} told reporters.",
        "“I {past} {B}{why},” said {A}.",
        "{D} said that {A} had {pp} {B}{why}.",
        "According to {D}, {A} {past} {B}{why}.",
        "{A} was the first to {base} {B}{why}.",
        "{A} decided to {base} {B}{why}, and did so on {day}.",
        "Among those {pp} by {A} was {B}.",
        "{D} watched as {A} {past} {B}{why}.",
        "{D} left before {B} was {pp} by {A}{why}.",
        "When {A} {past} {B}{why}, {D} said nothing.",
        "The {day} when {A} {past} {B} will be remembered in {town}.",
    ),
    chain=(
        "{A} {past} {B}{why}, and {B} {past2} {C}.",
        "{B}, who was {pp} by {A}{why}, later {past2} {C}.",
        "{C} was {pp2} by {B}, who had been {pp} by {A}{why}.",
        "{A} {past} {B}{why}. {B} in turn {past2} {C}.",
        "{B} {past2} {C} after {A} had {pp} {B}{why}.",
        "{A} {past} {B}, who {past2} {C}.",
        "{B} was {pp} by {A}{why} and {past2} {C}.",
        "Before {B} {past2} {C}, {A} had {pp} {B}{why}.",
    ),
    fork=(
        "{A} {past} {B}{why} and {past2} {C}.",
        "{A} {past} {B}{why}. {A_pron} also {past2} {C}.",
        "{A}, who {past} {B}{why}, then {past2} {C}.",
        "{B} was {pp} by {A}, who also {past2} {C}.",
    ),
    mutual=(
        "{A} and {B} {past} each other{why}.",
        "{A} {past} {B}{why}, and {B} {past} {A}.",
        "{A} and {B} {past} one another on {day}.",
    ),
    unreal=(
        "{A} denied having {pp} {B}{why}.",
        "{A} never {past} {B}, {D} said.",
        "{A} refused to {base} {B}{why}.",
        "{A} did not {base} {B}{why}.",
        "{A} would have {pp} {B} if {D} had come to {town}.",
        "{A} wanted to {base} {B}{why}, but {D} stopped {poss} plan.",
        "{B} was not {pp} by {A}{why}.",
        "Nobody {past} {B}, although {A} was in {town}.",
    ),
)

HELD_OUT = Language(
    verbs=lexicon.HELD_OUT_VERBS,
    one=(
        "Yesterday {A} {past} {B}{why} in front of a large crowd.",
        "{B} said that being {pp} by {A} had come as a surprise.",
        "The person who {past} {B}{why} was {A}.",
        "In {town}, {B} was warmly received and {pp} by {A}{why}.",
        "{A} flew in late. Before leaving {town}, {a} {past} {B}{why}.",
        "Rather than {D}, {A} {past} {B}{why}.",
    ),
    chain=(
        "While {A} {past} {B}{why}, {C} was {pp2} by {B}.",
        "First {A} {past} {B}{why}; then {B} {past2} {C}.",
        "{B} {past2} {C} on {day}, a week after {A} had {pp} {B}.",
    ),
    fork=("Having {pp} {B}{why}, {A} {past2} {C} as well.",),
    mutual=("{A} {past} {B} on {day}, and the next morning {B} {past} {A}.",),
    unreal=(
        "{A} said that {a} had no wish to {base} {B}{why}.",
        "Reports that {A} had {pp} {B} turned out to be false.",
    ),
)

_FILLERS = (
    "The talks lasted for two hours.",
    "No date has been set for a second meeting.",
    "About 300 people had gathered outside.",
    "The weather in {town} was poor.",
    "A statement is expected on {day}.",
    "{D} was not present.",
    "{D} declined to comment on the matter.",
    "It was the second such meeting this year, {D} said.",
    "Tickets had cost 40 dollars.",
)

_Asks = Callable[[Verb, Party], str]
_ASK_AGENT: Sequence[_Asks] = (
    lambda verb, party: f"Who {verb.past} {party.name}?",
    lambda verb, party: f"Who {verb.past} {party.name}?",
    lambda verb, party: f"who {verb.past} {party.name.lower()}",
    lambda verb, party: f"Who has {verb.participle} {party.name}?",
    lambda verb, party: f"By whom was {party.name} {verb.participle}?",
    lambda verb, party: f"Who was {party.name} {verb.participle} by?",
    lambda verb, party: f"Who was it that {verb.past} {party.name}?",
    lambda verb, party: f"Which person or body {verb.past} {party.name}?",
    lambda verb, party: f"{party.name[:1].upper()}{party.name[1:]} was {verb.participle} by whom?",
)
_ASK_PATIENT: Sequence[_Asks] = (
    lambda verb, party: f"Whom did {party.name} {verb.base}?",
    lambda verb, party: f"Who did {party.name} {verb.base}?",
    lambda verb, party: f"who did {party.name.lower()} {verb.base}",
    lambda verb, party: f"Who was {verb.participle} by {party.name}?",
    lambda verb, party: f"Who is it that {party.name} {verb.past}?",
    lambda verb, party: f"{party.name[:1].upper()}{party.name[1:]} {verb.past} whom?",
)


def generate(language: Language, count: int, seed: int) -> Iterator[Example]:
    """`count` texts with all their questions: answerable ones, and for each some that the text does not answer."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        yield from _text(language, chance, f"generated-{seed}-{number}")


def _text(language: Language, chance: random.Random, name: str) -> Iterator[Example]:
    a, b, c, d = _parties(chance, 4)
    first, second = chance.sample(list(language.verbs), 2)
    reason = f"{first.tail} {chance.choice(lexicon.THINGS)}" if chance.random() < 0.5 else ""
    kind = chance.choices(("one", "chain", "fork", "mutual", "unreal"), (55, 20, 8, 5, 12))[0]
    body = chance.choice(getattr(language, kind))
    if "{why}" not in body:
        reason = ""
    facts = {
        "one": [Fact(a, first, b, reason)],
        "chain": [Fact(a, first, b, reason), Fact(b, second, c)],
        "fork": [Fact(a, first, b, reason), Fact(a, second, c)],
        "mutual": [Fact(a, first, b, reason), Fact(b, first, a)],
        "unreal": [],
    }[kind]
    slots = _slots(a, b, c, d, first, second, reason, chance)
    fillers = chance.sample(_FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    text = " ".join(_sentences([*fillers[:cut], body, *fillers[cut:]], slots))
    asked = _questions(facts, language, d, chance) if facts else _unanswered(Fact(a, first, b), chance)
    for number, (question, answer) in enumerate(asked):
        at = _find(text, answer) if answer else -1
        if answer and at < 0:
            continue
        spans = (Span(at, at + len(answer)),) if answer else ()
        yield Example(f"{name}-{number}", name, "generated", question, text, spans)


def _slots(
    a: Party, b: Party, c: Party, d: Party, first: Verb, second: Verb, reason: str, chance: random.Random
) -> dict[str, str]:
    return {
        "A": a.name,
        "B": b.name,
        "C": c.name,
        "D": d.name,
        "a": a.subject,
        "A_pron": a.subject.capitalize(),
        "b": b.object,
        "poss": a.possessive,
        "base": first.base,
        "past": first.past,
        "pp": first.participle,
        "past2": second.past,
        "pp2": second.participle,
        "noun": first.noun or first.past,
        "why": f" {reason}" if reason else "",
        "town": chance.choice(lexicon.TOWNS),
        "day": chance.choice(lexicon.DAYS),
    }


def _questions(
    facts: Sequence[Fact], language: Language, stranger: Party, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """(question, answer, "" when the text does not say). True ones first; then twins that differ in one thing."""
    true = {(fact.agent.name, fact.verb.base, fact.patient.name) for fact in facts}
    told = {verb for _, verb, _ in true}
    for fact in facts:
        ask_agent, ask_patient = chance.choice(_ASK_AGENT), chance.choice(_ASK_PATIENT)
        yield ask_agent(fact.verb, fact.patient), fact.agent.name
        yield ask_patient(fact.verb, fact.agent), fact.patient.name
        if fact.reason:
            yield from _reason(fact, chance)
        if not any(verb == fact.verb.base and patient == fact.agent.name for _, verb, patient in true):
            yield ask_agent(fact.verb, fact.agent), ""
        if not any(verb == fact.verb.base and agent == fact.patient.name for agent, verb, _ in true):
            yield ask_patient(fact.verb, fact.patient), ""
        if chance.random() < 0.4:
            yield chance.choice((ask_agent, ask_patient))(fact.verb, stranger), ""
        if chance.random() < 0.4:
            other = chance.choice([verb for verb in language.verbs if verb.base not in told])
            yield chance.choice((ask_agent(other, fact.patient), ask_patient(other, fact.agent))), ""


def _reason(fact: Fact, chance: random.Random) -> Iterator[tuple[str, str]]:
    doing = f"{fact.agent.name} {fact.verb.base} {fact.patient.name}"
    if fact.verb.tail == "for" and chance.random() < 0.5:
        yield f"Why did {doing}?", fact.reason
    else:
        yield f"What did {doing} {fact.verb.tail}?", fact.reason.removeprefix(f"{fact.verb.tail} ")


def _unanswered(fact: Fact, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Of an act that did not happen nothing can be asked."""
    yield chance.choice(_ASK_AGENT)(fact.verb, fact.patient), ""
    yield chance.choice(_ASK_PATIENT)(fact.verb, fact.agent), ""
    yield chance.choice(_ASK_AGENT)(fact.verb, fact.agent), ""


def _parties(chance: random.Random, count: int) -> list[Party]:
    """Different parties, of whom no two share a word."""
    parties: list[Party] = []
    used: set[str] = set()
    while len(parties) < count:
        party = _party(chance)
        words = {word for word in party.name.lower().split() if word != "the"}
        if words.isdisjoint(used):
            used |= words
            parties.append(party)
    return parties


def _party(chance: random.Random) -> Party:
    man = chance.random() < 0.5
    he = ("he", "him", "his") if man else ("she", "her", "her")
    kind = chance.random()
    if kind < 0.62:
        first, last = chance.choice(lexicon.MEN if man else lexicon.WOMEN), chance.choice(lexicon.SURNAMES)
        titled = f"{chance.choice(lexicon.OFFICES).title()} {last}"
        return Party(chance.choice((f"{first} {last}", f"{first} {last}", last, titled)), *he)
    if kind < 0.75:
        return Party(chance.choice(lexicon.NATIONS), "it", "it", "its")
    if kind < 0.9:
        return Party(chance.choice(lexicon.BODIES), "it", "it", "its")
    return Party(f"the {chance.choice(lexicon.OFFICES)}", *he)


def _sentences(templates: Sequence[str], slots: dict[str, str]) -> list[str]:
    made = []
    for template in templates:
        for sentence in template.format(**slots).split(". "):
            whole = sentence if sentence.endswith((".", "”")) else f"{sentence}."
            made.append(whole[:1].upper() + whole[1:])
    return made


def _find(text: str, words: str) -> int:
    """Where the words stand, also when a sentence gives them a capital."""
    at = text.find(words)
    return at if at >= 0 else text.find(words[:1].upper() + words[1:])
