"""Made-up news of who did what to whom, in quantity: every answerable question has twins that differ from it in one
thing only (the roles turned round, another verb, another person) and that the text does not answer.

TRAINING and HELD_OUT share no verb and no template: the second makes the role suite that training never sees.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from training.examples import Example


@dataclass(frozen=True, slots=True)
class Verb:
    """A transitive verb of people, and the preposition of its reason or aim."""

    base: str
    past: str
    participle: str
    tail: str = "for"
    noun: str = ""  # "expressed gratitude to", where there is such a way to say it


@dataclass(frozen=True, slots=True)
class Party:
    """Someone: the words for them and the pronouns that stand for them."""

    name: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Who did what to whom."""

    agent: Party
    verb: Verb
    patient: Party
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """Verbs and ways to put a fact."""

    verbs: Sequence[Verb]
    one: Sequence[str]  # templates of one fact: {A} {past} {B} {why}
    chain: Sequence[str]  # of two facts that share a party: A -> B, B -> C


def _verbs(lines: str) -> list[Verb]:
    verbs = []
    for line in lines.strip().splitlines():
        base, past, participle, tail, *noun = [part.strip() for part in line.split(",")]
        verbs.append(Verb(base, past, participle, tail, noun[0] if noun else ""))
    return verbs


TRAINING = Language(
    verbs=_verbs("""
        thank, thanked, thanked, for, expressed gratitude to
        praise, praised, praised, for, was full of praise for
        accuse, accused, accused, of, levelled accusations against
        invite, invited, invited, to, extended an invitation to
        criticise, criticised, criticised, for, voiced criticism of
        congratulate, congratulated, congratulated, on, offered congratulations to
        warn, warned, warned, about, issued a warning to
        blame, blamed, blamed, for, laid the blame on
        visit, visited, visited, during, paid a visit to
        defeat, defeated, defeated, in, won a victory over
        sue, sued, sued, over, brought a lawsuit against
        hire, hired, hired, for
        dismiss, dismissed, dismissed, over
        appoint, appointed, appointed, after
        arrest, arrested, arrested, for
        rescue, rescued, rescued, during
        support, supported, supported, in, threw support behind
        interview, interviewed, interviewed, about, conducted an interview with
        help, helped, helped, with, gave help to
        attack, attacked, attacked, over, launched an attack on
        replace, replaced, replaced, after
        follow, followed, followed, during
        teach, taught, taught, at
        choose, chose, chosen, for
        call, called, called, about, placed a call to
        forgive, forgave, forgiven, for
        pay, paid, paid, for, made a payment to
        mock, mocked, mocked, for
        nominate, nominated, nominated, for
        question, questioned, questioned, about
        reject, rejected, rejected, over
        insult, insulted, insulted, during
        recommend, recommended, recommended, for
        advise, advised, advised, on, gave advice to
        protect, protected, protected, during
        persuade, persuaded, persuaded, before
        honour, honoured, honoured, for
        betray, betrayed, betrayed, in
    """),
    one=(
        "{A} {past} {B}{why}.",
        "{B} was {pp} by {A}{why}.",
        "{A}, who arrived on {day}, {past} {B}{why}.",
        "On {day}, {A} {past} {B}{why}.",
        "{B}, who was {pp} by {A}{why}, declined to comment.",
        "{A}, who {past} {B}{why}, left on {day}.",
        "It was {A} who {past} {B}{why}.",
        "{A} publicly {past} {B}{why}, according to the report.",
        "{A} {past} {B}, not {D}{why}.",
        "{A}, and not {D}, {past} {B}{why}.",
        "{A} {noun} {B}{why}.",
        "{A} travelled to {town} on {day}. There {a} {past} {B}{why}.",
        "{B} spoke to reporters in {town}. {A} had {pp} {b} earlier{why}.",
        "After a meeting with {D}, {A} {past} {B}{why}.",
        "{B} had been {pp} by {A} before the meeting with {D}.",
        "“I have {pp} {B},” {A} told reporters.",
    ),
    chain=(
        "{A} {past} {B}{why}, and {B} {past2} {C}.",
        "{B}, who was {pp} by {A}{why}, later {past2} {C}.",
        "{C} was {pp2} by {B}, who had been {pp} by {A}{why}.",
        "{A} {past} {B}{why}. {B} in turn {past2} {C}.",
    ),
)

HELD_OUT = Language(
    verbs=_verbs("""
        applaud, applauded, applauded, for
        condemn, condemned, condemned, for, spoke out against
        summon, summoned, summoned, over
        endorse, endorsed, endorsed, for, gave an endorsement to
        assist, assisted, assisted, with, lent assistance to
        rebuke, rebuked, rebuked, over, delivered a rebuke to
        detain, detained, detained, over
        welcome, welcomed, welcomed, in
        outvote, outvoted, outvoted, on
        fire, fired, fired, for
    """),
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
)

_MEN = (
    "James David Omar Ravi Luis Chen Kofi Ivan Hugo Samir Peter Jonas Amir Paulo Felix Tariq Noah Emil Bruno Yusuf"
).split()
_WOMEN = (
    "Anna Maria Leila Grace Sofia Mei Abena Olga Clara Fatima Ruth Ingrid Nadia Paula Elena Aisha Nora Emma Rosa Hana"
).split()
_LAST = (
    "Smith Okafor Petrov Garcia Nguyen Larsen Haddad Mensah Rossi Tanaka Kumar Silva Novak Brandt Costa Ali Moreau "
    "Khan Lindqvist Pereira Adeyemi Fischer Ito Morales Sato Dubois "
    "Kaya Horvat Singh Olsen Barros Weber Chanda Vega Sokol"
).split()
_NATIONS = (
    "Norway Kenya Peru Japan Brazil Ghana Turkey Poland Chile Vietnam Cambodia Portugal Egypt Canada Mexico India "
    "Jordan Greece Thailand Uganda Finland Cuba Laos Mali Nepal Oman Qatar Spain"
).split()
_BODIES = (
    "the council,the union,the ministry,the court,the police,the opposition,the government,the committee,the company,"
    "the university,the Red Cross,the European Union,the United Nations,the central bank,the US,the airline"
).split(",")
_ROLES = "the minister,the mayor,the president,the ambassador,the coach,the judge,the governor,the director".split(
    ","
)
_TOWNS = "Lima Oslo Accra Porto Hanoi Cairo Lyon Quito Osaka Delhi Dakar Turin Izmir Bergen Kumasi Leeds".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_THINGS = (
    "the flood relief,the new school,the harbour project,the budget,the peace talks,the vaccine programme,the rescue,"
    "the final,the bridge contract,the election,the land dispute,the hospital,the trade deal,the festival,the inquiry"
).split(",")
_FILLERS = (
    "The talks lasted for two hours.",
    "No date has been set for a second meeting.",
    "About 300 people had gathered outside.",
    "The weather in {town} was poor.",
    "A statement is expected on {day}.",
    "{D} was not present.",
    "{D} declined to comment on the matter.",
)


def generate(language: Language, count: int, seed: int) -> Iterator[Example]:
    """`count` texts with all their questions: answerable ones, and for each some that the text does not answer."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        yield from _text(language, chance, f"generated-{seed}-{number}")


def _text(language: Language, chance: random.Random, name: str) -> Iterator[Example]:
    a, b, c, d = _parties(chance, 4)
    first, second = chance.sample(list(language.verbs), 2)
    why = f" {first.tail} {chance.choice(_THINGS)}" if chance.random() < 0.5 else ""
    slots = {
        "A": a.name,
        "B": b.name,
        "C": c.name,
        "D": d.name,
        "a": a.subject,
        "b": b.object,
        "past": first.past,
        "pp": first.participle,
        "past2": second.past,
        "pp2": second.participle,
        "noun": first.noun or first.past,
        "why": why,
        "town": chance.choice(_TOWNS),
        "day": chance.choice(_DAYS),
    }
    facts = [Fact(a, first, b, why.strip())]
    if chance.random() < 0.35:
        body = chance.choice(language.chain)
        facts.append(Fact(b, second, c))
    else:
        body = chance.choice(language.one)
    if "{why}" not in body:
        facts[0] = Fact(a, first, b)
    fillers = chance.sample(_FILLERS, chance.randint(0, 2))
    before, after = fillers[:1], fillers[1:]
    if chance.random() < 0.5:
        before, after = after, before
    text = " ".join(_sentences([*before, body, *after], slots))
    for number, (question, answer) in enumerate(_questions(facts, language, d, chance)):
        at = _find(text, answer) if answer else -1
        spans = (Span(at, at + len(answer)),) if at >= 0 else ()
        if answer and not spans:
            continue
        yield Example(f"{name}-{number}", name, "generated", question, text, spans)


def _questions(
    facts: Sequence[Fact], language: Language, stranger: Party, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """(question, answer, "" when the text does not say). True ones first; then twins that differ in one thing."""
    true = {(fact.agent.name, fact.verb.base, fact.patient.name) for fact in facts}
    for fact in facts:
        ask_agent, ask_patient = chance.choice(_ASK_AGENT), chance.choice(_ASK_PATIENT)
        yield ask_agent(fact.verb, fact.patient), fact.agent.name
        yield ask_patient(fact.verb, fact.agent), fact.patient.name
        if fact.reason and chance.random() < 0.5:
            asked = f"What did {_inside(fact.agent)} {fact.verb.base} {_inside(fact.patient)} {fact.verb.tail}?"
            yield asked, fact.reason.removeprefix(f"{fact.verb.tail} ")
        # Reversed: who did it to the agent? Whom did the patient do it to?
        if not any(verb == fact.verb.base and patient == fact.agent.name for _, verb, patient in true):
            yield ask_agent(fact.verb, fact.agent), ""
        if not any(verb == fact.verb.base and agent == fact.patient.name for agent, verb, _ in true):
            yield ask_patient(fact.verb, fact.patient), ""
        if chance.random() < 0.5:
            yield chance.choice((ask_agent, ask_patient))(fact.verb, stranger), ""
        if chance.random() < 0.5:
            other = chance.choice([verb for verb in language.verbs if verb.base not in {v for _, v, _ in true}])
            asked = chance.choice((ask_agent(other, fact.patient), ask_patient(other, fact.agent)))
            yield asked, ""


Asks = Callable[[Verb, Party], str]
_ASK_AGENT: tuple[Asks, ...] = (
    lambda verb, party: f"Who {verb.past} {_inside(party)}?",
    lambda verb, party: f"By whom was {_inside(party)} {verb.participle}?",
    lambda verb, party: f"Who was it that {verb.past} {_inside(party)}?",
    lambda verb, party: f"{party.name[:1].upper()}{party.name[1:]} was {verb.participle} by whom?",
)
_ASK_PATIENT: tuple[Asks, ...] = (
    lambda verb, party: f"Whom did {_inside(party)} {verb.base}?",
    lambda verb, party: f"Who did {_inside(party)} {verb.base}?",
    lambda verb, party: f"Who was {verb.participle} by {_inside(party)}?",
)


def _inside(party: Party) -> str:
    return party.name


def _parties(chance: random.Random, count: int) -> list[Party]:
    """Different parties, of whom no two share a word."""
    parties: list[Party] = []
    used: set[str] = set()
    while len(parties) < count:
        kind = chance.random()
        if kind < 0.6:
            man = chance.random() < 0.5
            first, last = chance.choice(_MEN if man else _WOMEN), chance.choice(_LAST)
            name = chance.choice(
                (f"{first} {last}", f"{first} {last}", last, f"{chance.choice(_ROLES)[4:].title()} {last}")
            )
            party = Party(name, "he" if man else "she", "him" if man else "her")
        elif kind < 0.75:
            party = Party(chance.choice(_NATIONS), "it", "it")
        elif kind < 0.9:
            party = Party(chance.choice(_BODIES), "it", "it")
        else:
            party = Party(chance.choice(_ROLES), *chance.choice((("he", "him"), ("she", "her"))))
        words = {word for word in party.name.lower().split() if word != "the"}
        if words.isdisjoint(used):
            used |= words
            parties.append(party)
    return parties


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
