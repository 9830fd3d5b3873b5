"""Made-up news of who did what to whom, in quantity: every answerable question has twins that differ from it in
one thing only (the roles turned round, another verb, another person, another day) and that the text does not answer.
Texts of acts that were denied, refused or only imagined answer nothing. The ways to tell it: templates.py.
"""

import itertools
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.attributions import question_of
from training import dressing, lexicon, templates
from training.examples import Example
from training.lexicon import Party, Verb
from training.templates import FILLERS, Language


@dataclass(frozen=True, slots=True)
class Fact:
    """Who did what to whom."""

    agent: Party
    verb: Verb
    patient: Party
    reason: str = ""
    more: str = ""  # that follows on the reason and is not of it


_FURTHER: Sequence[str] = (
    " that had been closed for {number} days",
    " which the {role} had visited in {month}",
    " that was allowed to reopen in {month}",
    ", a decision that surprised {nation}",
    " that lies north of {town}",
    " before the storm had passed",
    " where {clause}",
)
_SHARES = {
    "one": 50,
    "claimed": 10,
    "chain": 16,
    "fork": 7,
    "mutual": 4,
    "unreal": 15,
    "joint": 5,
    "both": 7,
    "nobody": 4,
}
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
    a, b, c, d, e = parties(chance, 5)
    first, second = (
        invented_verb(chance) if language.joint and chance.random() < 0.2 else verb
        for verb in chance.sample(list(language.verbs), 2)
    )
    reason, more = _because(first, chance) if chance.random() < 0.5 else ("", "")
    kinds = [kind for kind in _SHARES if getattr(language, kind)]
    kind = chance.choices(kinds, [_SHARES[kind] for kind in kinds])[0]
    body = plain = templates.chosen(chance.choice(getattr(language, kind)), chance)
    if "{why}" not in body:
        reason = more = ""
    if language.joint and chance.random() < 0.6:
        people = {slot: one.name for slot, one in zip("ABC", (a, b, c), strict=True) if one.subject != "it"}
        body = dressing.dressed(body, people, chance)
    behind = dressing.afterwards(chance) if language.joint and kind != "nobody" and chance.random() < 0.2 else ""
    if more or "ing " in reason:  # then nobody could tell to which of the two acts it belongs
        behind = ""
    facts = _facts(kind, plain, (a, b, c, e), (first, second), reason)
    slots = _slots(a, b, c, d, first, second, reason + more + behind, chance) | {"E": e.name}
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    sentences = sentences_of([*fillers[:cut], body, *fillers[cut:]], slots)
    text = " ".join(sentences)
    if kind == "nobody":
        asked = _of_nobody(Fact(a, first, b), slots, chance)
    elif facts:
        asked = itertools.chain(
            _questions(facts, language, d, chance),
            _when(facts[0], templates.dated(plain), slots, chance) if kind == "one" and body == plain else (),
            _claimed(facts[0], body, d if kind == "claimed" else None, chance)
            if kind in ("one", "claimed") and language.joint
            else (),
        )
    else:
        asked = _unanswered(Fact(a, first, b), chance, not templates.is_open(plain))
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


def _facts(
    kind: str, body: str, who: tuple[Party, Party, Party, Party], verbs: tuple[Verb, Verb], reason: str
) -> list[Fact]:
    """What a body of a kind tells."""
    (a, b, c, e), (first, second) = who, verbs
    told = Fact(a, first, b, reason)
    more = {
        "one": [],
        "claimed": [],
        "chain": [Fact(b, second, c)],
        "fork": [Fact(a, second, c)],
        "mutual": [Fact(b, first, a)],
        "joint": [Fact(c, first, b), *([Fact(e, first, b)] if "{E}" in body else [])],
        "both": [Fact(a, first, c), *([Fact(a, first, e)] if "{E}" in body else [])],
    }
    return [told, *more[kind]] if kind in more else []


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
        "refl": f"{a.object}self" if a.subject != "he" else "himself",
        "b_subject": b.subject,
        "clause": chance.choice(lexicon.QUOTES[:9]),
        "month": chance.choice(lexicon.MONTHS),
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


def _when(fact: Fact, slot: str, slots: dict[str, str], chance: random.Random) -> Iterator[Asked]:
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


def _claimed(fact: Fact, body: str, claimant: Party | None, chance: random.Random) -> Iterator[Asked]:
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


def _of_nobody(fact: Fact, slots: dict[str, str], chance: random.Random) -> Iterator[Asked]:
    """Of an act whose agent is not named: to whom it was done, not by whom."""
    verb, patient = fact.verb, fact.patient
    yield Asked(chance.choice(_ASK_AGENT)(verb, patient))
    yield Asked(chance.choice(_ASK_AGENT)(verb, patient))
    yield Asked(chance.choice(_ASK_PATIENT)(verb, fact.agent))
    yield Asked(f"Who was {verb.participle}?", (patient.name,), verb)
    yield Asked(f"Was {patient.name} {verb.participle}?", (), verb, "yes")
    yield Asked(f"Was {slots['D']} {verb.participle}?", (), None, "silent")
    yield Asked(_whether(fact, chance), (), None, "silent")


def _unanswered(fact: Fact, chance: random.Random, denied: bool) -> Iterator[Asked]:
    """Of an act that did not happen nothing can be asked, but whether it did."""
    yield Asked(chance.choice(_ASK_AGENT)(fact.verb, fact.patient))
    yield Asked(chance.choice(_ASK_PATIENT)(fact.verb, fact.agent))
    yield Asked(chance.choice(_ASK_AGENT)(fact.verb, fact.agent))
    if denied:
        yield Asked(_whether(fact, chance), (), fact.verb, "no")
        yield Asked(_whether(Fact(fact.patient, fact.verb, fact.agent), chance), (), None, "silent")
    else:
        yield Asked(_whether(fact, chance), (), None, "silent")


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
