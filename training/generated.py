"""Made-up news of who did what to whom, in quantity: every answerable question has twins that differ from it in
one thing only (the roles turned round, another verb, another person) and that the text does not answer. Texts of
acts that were denied, refused or only imagined answer nothing.

TRAINING and HELD_OUT share no verb and no template: the second makes the role suite that training never sees.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example
from training.lexicon import Party, Verb


@dataclass(frozen=True, slots=True)
class Fact:
    """Who did what to whom."""

    agent: Party
    verb: Verb
    patient: Party
    reason: str = ""
    more: str = ""  # that follows on the reason and is not of it


@dataclass(frozen=True, slots=True)
class Language:
    """Verbs and ways to put facts. Slots: {A} did it to {B}, {B} or {A} did another thing to {C}, {D} stands by."""

    verbs: Sequence[Verb]
    one: Sequence[str]
    chain: Sequence[str]  # A -> B, B -> C
    fork: Sequence[str]  # A -> B, A -> C by the other verb
    mutual: Sequence[str]  # A -> B and B -> A
    unreal: Sequence[str]  # it did not happen
    joint: Sequence[str] = ()  # A and C -> B
    both: Sequence[str] = ()  # A -> B and C


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
        "{A} arrived in {town} on {day}. It was the first visit in years. {A_pron} {past} {B}{why}.",
        "{A} called the talks useful. {A_pron} also said that no date had been set. {A_pron} {past} {B}{why}.",
        "{A} met {D} in {town} and praised the talks. “{A_pron} also {past} {B}{why},” a statement said.",
        "{A} and {D} spoke on {day}. {A} called it a good start. {A_pron} also {past} {B}{why}.",
        "Instead of {D}, {A} {past} {B}{why}.",
        "Unlike {D}, {A} {past} {B}{why}.",
        "Together with {poss} lawyers, {A} {past} {B}{why}.",
        "Despite the rain, {A} {past} {B}{why}.",
        "Finally {A} {past} {B}{why}.",
        "Then {A} {past} {B}{why}, said {D}.",
        "Last of all, {A} {past} {B}.",
        "The one to {base} {B}{why} was {A}.",
        "The woman or man behind it all, {A}, {past} {B}{why}.",
        "The first that {past} {B} was {A}; {D} was the second to arrive.",
        "Being {pp} by {A} was an honour, {B} recalled.",
        "{B} told reporters about being {pp} by {A}.",
        "At the airport of {town}, {B} was met by reporters and {pp} by {A}{why}.",
        "{A} {past} {B}{why} with tears in the eyes.",
        "{A} {past} {B}{why} before the cameras on {day}.",
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
        "The man or woman that {past} {B}{why} is called {A}.",
        "Whoever asks who {past} {B}{why} is told: {A}.",
        "The first person to be {pp} by {A}{why} was {B}.",
        "The only one whom {A} {past}{why} was {B}.",
        "{A}, rather than {D}, {past} {B}{why}.",
        "It was not {D} but {A} who {past} {B}{why}.",
        "{B}, and not {D}, was {pp} by {A}{why}.",
        "{A} {past} {B}{why} instead of {D}.",
        "{B} was glad to have been {pp} by {A}{why}.",
        "{B} did not expect to be {pp} by {A}, but was.",
        "{A} landed in {town} on {day}. After a short rest {a} {past} {B}{why}.",
        "{A} sat down with {D}. By the evening {a} had {pp} {B}{why}.",
        "{B} took the stage first, {pp} by {A}{why}.",
        "{A} surprised everyone when {a} {past} {B}{why}.",
        "{A}, whom {D} had met in {town}, {past} {B}{why}.",
        "{A}, sitting beside {D}, {past} {B}{why}.",
        "Neither {D} nor the others, but {A} {past} {B}{why}.",
        "{D} was asked about {A}, who {past} {B}{why}.",
        "{A} used {poss} speech in {town} to {base} {B}{why}.",
        "{A} took the time to {base} {B}{why}.",
        "{A} managed to {base} {B}{why}.",
        "{A} did not hesitate to {base} {B}{why}.",
        "{A} went on to {base} {B}{why}, {D} noted.",
        "{A} was forced to {base} {B}{why}, and did it at once.",
        "{A} had to {base} {B} in front of {D}{why}.",
        "Not {D} but {B} was {pp} by {A}{why}.",
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
        "At first {A} {past} {B}{why}; afterwards {B} {past2} {C}.",
        "{B} {past2} {C} on {day}, two days after {A} had {pp} {B}{why}.",
        "As {A} {past} {B}, {C} was being {pp2} by {B}.",
        "{C}, {pp2} by {B}, spoke of how {A} had {pp} {B}.",
        "To begin with, {A} {past} {B}{why}. Next, {B} {past2} {C}.",
        "{C} was {pp2} by {B} soon after {B} was {pp} by {A}{why}.",
        "{A} {past} {B}{why}; {C}, in the meantime, was {pp2} by {B}.",
        "{B} had {pp2} {C} on {day}; a month later {A} {past} {B}{why}.",
        "Even before {A} {past} {B}{why}, {C} had been {pp2} by {B}.",
        "Ever since {A} {past} {B}{why}, {C} has been {pp2} by {B}.",
        "Although {A} had {pp} {B}{why}, {B} {past2} {C} without a word.",
        "{A} {past} {B}{why}, whereupon {C} was {pp2} by {B}.",
        "{A}’s decision came late: {a} {past} {B}{why} only when {B} had {pp2} {C}.",
    ),
    fork=(
        "{A} {past} {B}{why} and {past2} {C}.",
        "{A} {past} {B}{why}. {A_pron} also {past2} {C}.",
        "{A}, who {past} {B}{why}, then {past2} {C}.",
        "{B} was {pp} by {A}, who also {past2} {C}.",
        "After having {pp} {B}{why}, {A} {past2} {C} too.",
        "{A}, having {pp} {B}{why}, {past2} {C}.",
        "Not only had {A} {pp} {B}; {a} also {past2} {C}.",
        "Once {A} had {pp} {B}{why}, {a} {past2} {C}.",
        "With {B} {pp}{why}, {A} {past2} {C}.",
        "{B} safely {pp}{why}, {A} {past2} {C} on {day}.",
        "No longer content to have {pp} {B}{why}, {A} {past2} {C}, too.",
        "{A} {past2} {C}, having already {pp} {B}{why}.",
        "Since having {pp} {B}{why}, {A} has {pp2} {C}, too.",
    ),
    mutual=(
        "{A} and {B} {past} each other{why}.",
        "{A} {past} {B}{why}, and {B} {past} {A}.",
        "{A} and {B} {past} one another on {day}.",
        "First {A} {past} {B}, then {B} {past} {A}.",
        "{A} {past} {B}{why}. A day later {A} was {pp} by {B}.",
        "{B} was {pp} by {A} on {day}, and {A} by {B} that evening.",
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
        "{A} said {a} had not {pp} {B}{why}.",
        "Contrary to reports, {A} has not {pp} {B}.",
        "It is not true that {A} {past} {B}.",
        "Claims that {A} {past} {B}{why} were wrong.",
        "A rumour that {A} had {pp} {B} proved untrue.",
        "The story that {B} was {pp} by {A} was made up.",
        "The newspaper withdrew its report that {A} had {pp} {B}.",
        "{A} had no intention to {base} {B}{why}, {D} said.",
        "{A} said {a} would never {base} {B}.",
        "{A} made it clear that {a} did not want to {base} {B}.",
        "The report that {A} {past} {B}{why} has been retracted.",
        "Reports in {town} that {B} had been {pp} by {A} were denied on {day}.",
        "It turned out that {A} had not {pp} {B}{why} after all.",
        "{D} falsely claimed that {A} had {pp} {B}{why}.",
        "{A} was expected to {base} {B}{why}, but did not.",
        "{A} stopped short of having {B} {pp}; nothing of the kind happened.",
        "{A} threatened to {base} {B}{why}.",
        "{A} is said to be planning to {base} {B} on {day}.",
        "If {A} {past} {B}{why}, {D} would resign.",
        "{D} called on {A} to {base} {B}{why}.",
        "{D} asked whether {A} had {pp} {B}.",
        "{A} came close to being {pp} by {B}, but it never happened.",
    ),
    joint=(
        "{A} and {C} {past} {B}{why}.",
        "{B} was {pp} by {A} and {C}{why}.",
        "{A} {past} {B}{why}, and so did {C}.",
        "{A} {past} {B}{why}. {C} {past} {b} too.",
    ),
    both=(
        "{A} {past} {B} and {C}{why}.",
        "{B} and {C} were {pp} by {A}{why}.",
        "{A} {past} both {B} and {C}.",
        "{A} {past} {B}{why}. {A_pron} {past} {C} on {day}.",
        "{A} {past} {B} as well as {C}{why}.",
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

_FURTHER: Sequence[str] = (
    " that had been closed for {number} days",
    " which the {role} had visited in {month}",
    " that was allowed to reopen in {month}",
    ", a decision that surprised {nation}",
    " that lies north of {town}",
    " before the storm had passed",
    " where {clause}",
)
# Of an unreal text with such a word nobody knows whether it happened.
_OPEN = ("would", "want", "intention", "threatened", "planning", "called on", "whether", "came close")


FILLERS = (
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers; none, and no verdict: the text does not say."""

    question: str
    answers: tuple[str, ...] = ()
    verb: Verb | None = None  # of the sentence that shows it
    verdict: str = ""


def generate(language: Language, count: int, seed: int) -> Iterator[Example]:
    """`count` texts with all their questions: answerable ones, and for each some that the text does not answer."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        yield from _text(language, chance, f"generated-{seed}-{number}")


def _text(language: Language, chance: random.Random, name: str) -> Iterator[Example]:
    a, b, c, d = parties(chance, 4)
    first, second = (
        invented_verb(chance) if language.joint and chance.random() < 0.2 else verb
        for verb in chance.sample(list(language.verbs), 2)
    )
    reason, more = _because(first, chance) if chance.random() < 0.5 else ("", "")
    shares = {"one": 50, "chain": 18, "fork": 8, "mutual": 5, "unreal": 12, "joint": 5, "both": 5}
    kinds = [kind for kind in shares if getattr(language, kind)]
    kind = chance.choices(kinds, [shares[kind] for kind in kinds])[0]
    body = chance.choice(getattr(language, kind))
    if "{why}" not in body:
        reason = more = ""
    if language.joint and chance.random() < 0.6:
        people = {slot: one.name for slot, one in zip("ABC", (a, b, c), strict=True) if one.subject != "it"}
        body = dressing.dressed(body, people, chance)
    facts = {
        "one": [Fact(a, first, b, reason)],
        "chain": [Fact(a, first, b, reason), Fact(b, second, c)],
        "fork": [Fact(a, first, b, reason), Fact(a, second, c)],
        "mutual": [Fact(a, first, b, reason), Fact(b, first, a)],
        "joint": [Fact(a, first, b, reason), Fact(c, first, b)],
        "both": [Fact(a, first, b, reason), Fact(a, first, c)],
        "unreal": [],
    }[kind]
    slots = _slots(a, b, c, d, first, second, reason + more, chance)
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    sentences = sentences_of([*fillers[:cut], body, *fillers[cut:]], slots)
    text = " ".join(sentences)
    asked = (
        _questions(facts, language, d, chance)
        if facts
        else _unanswered(Fact(a, first, b), chance, not any(word in body for word in _OPEN))
    )
    for number, one in enumerate(asked):
        spans = tuple(Span(at, at + len(answer)) for answer in one.answers if (at := find(text, answer)) >= 0)
        if len(spans) < len(one.answers):
            continue
        yield Example(
            f"{name}-{number}",
            name,
            "generated",
            one.question,
            text,
            spans,
            several=True,
            evidence=_evidence(sentences, one.verb),
            verdict=one.verdict,
        )


def _evidence(sentences: Sequence[str], verb: Verb | None) -> tuple[Span, ...]:
    """Where the sentences stand that use the verb."""
    if not verb:
        return ()
    forms = {verb.past, verb.participle, verb.base, *([verb.noun] if verb.noun else [])}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})\b")
    spans, at = [], 0
    for sentence in sentences:
        if pattern.search(sentence):
            spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return tuple(spans)


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
        "town": dressing.town(chance),
        "day": chance.choice(lexicon.DAYS),
    }


def _because(verb: Verb, chance: random.Random) -> tuple[str, str]:
    """("for helping ...", what else is said of it): a thing, or what somebody did."""
    if verb.tail not in ("for", "of", "about") or chance.random() < 0.5:
        return f"{verb.tail} {chance.choice(lexicon.THINGS)}", ""
    doing = dressing.filled(chance.choice(lexicon.DOING), chance)
    more = dressing.filled(chance.choice(_FURTHER), chance) if chance.random() < 0.3 else ""
    return f"{verb.tail} {doing}", more


class _Told:
    """Who did what to whom in one text, to be asked about."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = sorted({(fact.agent.name, fact.verb.base, fact.patient.name) for fact in facts})
        self.verbs = {verb for _, verb, _ in self._facts}

    def holds(self, fact: Fact) -> bool:
        return (fact.agent.name, fact.verb.base, fact.patient.name) in self._facts

    def agents(self, verb: Verb, patient: Party | None) -> tuple[str, ...]:
        found = [a for a, v, p in self._facts if v == verb.base and (not patient or p == patient.name)]
        return tuple(dict.fromkeys(found))

    def patients(self, verb: Verb, agent: Party | None) -> tuple[str, ...]:
        found = [p for a, v, p in self._facts if v == verb.base and (not agent or a == agent.name)]
        return tuple(dict.fromkeys(found))


def _questions(facts: Sequence[Fact], language: Language, stranger: Party, chance: random.Random) -> Iterator[Asked]:
    """For each fact what it answers; then twins that differ in one thing and that the text does not answer."""
    told = _Told(facts)
    for fact in facts:
        ask_agent, ask_patient = chance.choice(_ASK_AGENT), chance.choice(_ASK_PATIENT)
        verb = fact.verb
        yield Asked(ask_agent(verb, fact.patient), told.agents(verb, fact.patient), verb)
        yield Asked(ask_patient(verb, fact.agent), told.patients(verb, fact.agent), verb)
        if language.joint and chance.random() < 0.3:
            yield Asked(f"Who {verb.past} {chance.choice(('someone', 'whom'))}?", told.agents(verb, None), verb)
            yield Asked(f"Whom did someone {verb.base}?", told.patients(verb, None), verb)
        if fact.reason:
            yield _reason(fact, chance)
        if not told.agents(verb, fact.agent):
            yield Asked(ask_agent(verb, fact.agent))
        if not told.patients(verb, fact.patient):
            yield Asked(ask_patient(verb, fact.patient))
        if chance.random() < 0.4:
            yield Asked(chance.choice((ask_agent, ask_patient))(verb, stranger))
        yield from _of_namesakes(fact, told, (ask_agent, ask_patient), chance)
        other = chance.choice([verb for verb in language.verbs if verb.base not in told.verbs])
        if chance.random() < 0.6:
            yield Asked(chance.choice((ask_agent(other, fact.patient), ask_patient(other, fact.agent))))
        if language.joint and chance.random() < 0.6:
            yield from _yes_or_silent(fact, other, stranger, told, chance)


def _of_namesakes(fact: Fact, told: "_Told", ask: tuple[_Asks, _Asks], chance: random.Random) -> Iterator[Asked]:
    """The questions, of somebody else with the same first or last name."""
    patient, agent = namesake(fact.patient, chance), namesake(fact.agent, chance)
    if patient and chance.random() < 0.5 and not told.agents(fact.verb, patient):
        yield Asked(ask[0](fact.verb, patient))
    if agent and chance.random() < 0.5 and not told.patients(fact.verb, agent):
        yield Asked(ask[1](fact.verb, agent))


def _yes_or_silent(fact: Fact, other: Verb, stranger: Party, told: _Told, chance: random.Random) -> Iterator[Asked]:
    yield Asked(_whether(fact, chance), (), fact.verb, "yes")
    turned = Fact(fact.patient, fact.verb, fact.agent)
    wrong = chance.choice(
        (
            turned,
            turned,
            Fact(fact.agent, other, fact.patient),
            Fact(stranger, fact.verb, fact.patient),
            Fact(namesake(fact.agent, chance) or stranger, fact.verb, fact.patient),
            Fact(fact.agent, fact.verb, namesake(fact.patient, chance) or stranger),
        )
    )
    if not told.holds(wrong):
        yield Asked(_whether(wrong, chance), (), None, "silent")


def _whether(fact: Fact, chance: random.Random) -> str:
    agent, patient, verb = fact.agent.name, fact.patient.name, fact.verb
    return chance.choice(
        (
            f"Did {agent} {verb.base} {patient}?",
            f"Did {agent} {verb.base} {patient}?",
            f"did {agent.lower()} {verb.base} {patient.lower()}",
            f"Has {agent} {verb.participle} {patient}?",
            f"Was {patient} {verb.participle} by {agent}?",
            f"Is it true that {agent} {verb.past} {patient}?",
        )
    )


def _reason(fact: Fact, chance: random.Random) -> Asked:
    doing = f"{fact.agent.name} {fact.verb.base} {fact.patient.name}"
    done = f"{fact.patient.name} {fact.verb.participle}"
    if fact.verb.tail == "for" and chance.random() < 0.5:
        asked = chance.choice((f"Why did {doing}?", f"Why did {doing}?", f"Why was {done}?"))
        return Asked(asked, (fact.reason,), fact.verb)
    thing = fact.reason.removeprefix(f"{fact.verb.tail} ")
    asked = chance.choice((f"What did {doing} {fact.verb.tail}?", f"What was {done} {fact.verb.tail}?"))
    return Asked(asked, (thing,), fact.verb)


def _unanswered(fact: Fact, chance: random.Random, denied: bool) -> Iterator[Asked]:
    """Of an act that did not happen nothing can be asked, but whether it did."""
    yield Asked(chance.choice(_ASK_AGENT)(fact.verb, fact.patient))
    yield Asked(chance.choice(_ASK_PATIENT)(fact.verb, fact.agent))
    yield Asked(chance.choice(_ASK_AGENT)(fact.verb, fact.agent))
    if denied:
        yield Asked(_whether(fact, chance), (), fact.verb, "no")
        yield Asked(_whether(Fact(fact.patient, fact.verb, fact.agent), chance), (), None, "silent")


def invented_verb(chance: random.Random) -> Verb:
    """A verb that nobody knows. Its forms begin alike and fall into other word pieces, as those of rare verbs do:
    "oust" and "ousted" share none.
    """
    base = dressing.invented(chance).lower()
    if base[-1] in "aiouéö":
        base += chance.choice("knrst")
    past = f"{base}d" if base.endswith("e") else f"{base}ed"
    return Verb(base, past, past, chance.choice(("for", "over", "after", "during", "about")))


def namesake(party: Party, chance: random.Random) -> Party | None:
    """Somebody else with the same first or last name; None for those who have not both."""
    first, _, last = party.name.partition(" ")
    if not last or first not in (*lexicon.MEN, *lexicon.WOMEN):
        return None
    others = lexicon.MEN if first in lexicon.MEN else lexicon.WOMEN
    if chance.random() < 0.6:
        name = f"{chance.choice([other for other in others if other != first])} {last}"
    else:
        name = f"{first} {chance.choice([other for other in lexicon.SURNAMES if other != last])}"
    return replace(party, name=name)


def parties(chance: random.Random, count: int) -> list[Party]:
    """Different parties; now and then two share a first or last name, else no two share a word."""
    parties: list[Party] = []
    used: set[str] = set()
    while len(parties) < count:
        like = namesake(chance.choice(parties), chance) if parties and chance.random() < 0.12 else None
        if like and like.name not in {party.name for party in parties}:
            parties.append(like)
            continue
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
        if chance.random() < 0.4:
            last = dressing.invented(chance)
        titled = f"{chance.choice(lexicon.OFFICES).title()} {last}"
        return Party(chance.choice((f"{first} {last}", f"{first} {last}", last, titled)), *he)
    if kind < 0.75:
        return Party(chance.choice(lexicon.NATIONS), "it", "it", "its")
    if kind < 0.9:
        return Party(chance.choice(lexicon.BODIES), "it", "it", "its")
    return Party(f"the {chance.choice(lexicon.OFFICES)}", *he)


def sentences_of(templates: Sequence[str], slots: dict[str, str]) -> list[str]:
    """Templates with their slots filled, each sentence by itself, with a capital and a full stop."""
    made = []
    for template in templates:
        for sentence in template.format(**slots).split(". "):
            whole = sentence if sentence.endswith((".", "”")) else f"{sentence}."
            made.append(whole[:1].upper() + whole[1:])
    return made


def find(text: str, words: str) -> int:
    """Where the words stand, also when a sentence gives them a capital."""
    for form in (words, words[:1].upper() + words[1:]):
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
        if found:
            return found.start()
    return -1
