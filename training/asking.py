"""What is asked about a made-up text of who did what to whom: what it answers, and twins that it does not answer and
that differ in one thing only (the roles turned round, another verb, another person, another day).
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from retrieval.attributions import question_of
from training import lexicon
from training.lexicon import Party, Verb
from training.parties import namesake
from training.templates import Language


@dataclass(frozen=True, slots=True)
class Fact:
    """Who did what to whom."""

    agent: Party
    verb: Verb
    patient: Party
    reason: str = ""
    more: str = ""  # that follows on the reason and is not of it


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers; none, and no verdict: the text does not say."""

    question: str
    answers: tuple[str, ...] = ()
    verb: Verb | None = None  # of the sentence that shows it
    verdict: str = ""


# Who is said to say so at the end of a dressed fact.
_TAIL_CLAIM = re.compile(r"(?:according to|the newspaper) (a statement|\w+ reported)|(a spokeswoman|witnesses) said")
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


def questions(facts: Sequence[Fact], language: Language, stranger: Party, chance: random.Random) -> Iterator[Asked]:
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
        if language.joint and chance.random() < 0.2:
            yield Asked(chance.choice((f"Who {other.past} someone?", f"Whom did someone {other.base}?")))
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


def when(fact: Fact, slot: str, slots: dict[str, str], chance: random.Random) -> Iterator[Asked]:
    """About the time of the act, and with it as a limit."""
    if not slot:
        return
    time, before = slots[slot], "in" if slot == "month" else "on"
    doing = f"{fact.agent.name} {fact.verb.base} {fact.patient.name}"
    other = chance.choice([one for one in (lexicon.MONTHS if slot == "month" else lexicon.DAYS) if one != time])
    who = f"Who {fact.verb.past} {fact.patient.name} {before}"
    whom = f"Whom did {fact.agent.name} {fact.verb.base} {before}"
    yield Asked(f"When did {doing}?", (time,), fact.verb)
    yield Asked(f"{who} {time}?", (fact.agent.name,), fact.verb)
    yield Asked(f"{whom} {time}?", (fact.patient.name,), fact.verb)
    yield Asked(f"{chance.choice((who, whom))} {other}?")
    yield Asked(f"Did {doing} {before} {time}?", (), fact.verb, "yes")
    yield Asked(f"Did {doing} {before} {other}?", (), None, "silent")


def claimed(fact: Fact, body: str, claimant: Party | None, chance: random.Random) -> Iterator[Asked]:
    """Whose word it is, if anybody's: asked as the Answerer asks it."""
    if chance.random() < 0.3:
        return
    question, answer = chance.choice(
        (
            (chance.choice(_ASK_AGENT)(fact.verb, fact.patient), fact.agent.name),
            (chance.choice(_ASK_PATIENT)(fact.verb, fact.agent), fact.patient.name),
            (_whether(fact, chance), "Yes"),
        )
    )
    asked = question_of(question, answer)
    tail = _TAIL_CLAIM.search(body)
    if claimant and tail:
        return
    if claimant:
        yield Asked(asked, (claimant.name,), fact.verb)
    elif tail:
        name = tail[0] if tail[0].startswith("the newspaper") else tail[1] or tail[2]
        yield Asked(asked, (name.removesuffix(" reported"),), fact.verb)
    elif "“" not in body and "recalled" not in body and "told" not in body and "noted" not in body:
        yield Asked(asked)


def of_nobody(fact: Fact, slots: dict[str, str], chance: random.Random) -> Iterator[Asked]:
    """Of an act whose agent is not named: to whom it was done, not by whom."""
    verb, patient = fact.verb, fact.patient
    yield Asked(chance.choice(_ASK_AGENT)(verb, patient))
    yield Asked(chance.choice(_ASK_AGENT)(verb, patient))
    yield Asked(chance.choice(_ASK_PATIENT)(verb, fact.agent))
    yield Asked(f"Who was {verb.participle}?", (patient.name,), verb)
    yield Asked(f"Was {patient.name} {verb.participle}?", (), verb, "yes")
    yield Asked(f"Was {slots['D']} {verb.participle}?", (), None, "silent")
    yield Asked(_whether(fact, chance), (), None, "silent")


def unanswered(fact: Fact, chance: random.Random, denied: bool) -> Iterator[Asked]:
    """Of an act that did not happen nothing can be asked, but whether it did."""
    yield Asked(chance.choice(_ASK_AGENT)(fact.verb, fact.patient))
    yield Asked(chance.choice(_ASK_PATIENT)(fact.verb, fact.agent))
    yield Asked(chance.choice(_ASK_AGENT)(fact.verb, fact.agent))
    if denied:
        yield Asked(_whether(fact, chance), (), fact.verb, "no")
        yield Asked(_whether(Fact(fact.patient, fact.verb, fact.agent), chance), (), None, "silent")
    else:
        yield Asked(_whether(fact, chance), (), None, "silent")
