"""A made-up collection of news in which who did what to whom is known, with its questions.

Two thirds use verbs that the reader was trained on. The last third, whose figures are reported apart, uses verbs and
sentences that stand nowhere in training/ and with which nothing was tuned.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training import lexicon
from training.lexicon import Verb

SEED = 11
ARTICLES = 78
_SEEN_VERBS, _UNSEEN_VERBS = 26, 14  # 40 together

# Ways to tell a fact. {A} {past} {B}; {C} and {D} stand by; {a}, {b} are pronouns. First those of two thirds.
_SEEN = {
    "active": ("{A} {past} {B}{why}.", "On {day}, {A} {past} {B}{why}."),
    "passive": ("{B} was {pp} by {A}{why}.", "{B} has been {pp} by {A}{why}."),
    "by": ("{B}, {pp} by {A}{why}, left {town} on {day}.",),
    "relative": ("{A}, who {past} {B}{why}, left on {day}.", "It was {A} who {past} {B}{why}."),
    "apposition": ("{A}, a {job} from {town}, {past} {B}{why}.", "{B}, the {role} of {town}, was {pp} by {A}{why}."),
    "pronoun": ("{A} came to {town} on {day}. There {a} {past} {B}{why}.",),
    "chain": ("{A} {past} {B}{why}, and {B} {past2} {C}.", "{B} was {pp} by {A}{why} and {past2} {C}."),
    "reported": ("{D} said that {A} had {pp} {B}{why}.",),
    "denied": ("{A} denied having {pp} {B}{why}.", "{A} did not {base} {B}{why}."),
    "list": ("{A} {past} {B}, {C} and {D}{why}.", "{B}, {C} and {D} were {pp} by {A}{why}."),
    "dated": ("On {day}, {A} {past} {B}{why}.", "{B} was {pp} by {A} on {day}{why}."),
}
_UNSEEN = {
    "active": (
        "Shortly before midnight {A} {past} {B}{why}, to loud cheers.",
        "What nobody had foreseen: {A} {past} {B}{why}.",
        "No sooner had the doors opened than {A} {past} {B}{why}.",
        "Against the advice of friends, {A} {past} {B}{why}.",
        "By the time the lamps were lit, {A} had {pp} {B}{why}.",
        "{A}, never one to wait, {past} {B}{why} that same hour.",
        "The count was not yet over when {A} {past} {B}{why}.",
        "With two minutes left on the clock, {A} {past} {B}{why}.",
        "{A} {past} {B}{why}, much to the annoyance of the gallery.",
    ),
    "passive": (
        "For reasons of its own, the paper put it on page nine: {B} had been {pp} by {A}{why}.",
        "Twice that week {B} was {pp} by {A}{why}.",
        "To the delight of the gallery, {B} was at long last {pp} by {A}{why}.",
        "{B} has, it emerged in {town}, been {pp} by {A}{why}.",
        "Hardly anybody noticed it, but {B} was {pp} by {A}{why}.",
        "{B} was surprised, and a little proud, to be {pp} by {A}{why}.",
    ),
    "by": (
        "Visibly tired, {B} walked out of the hall in {town}, {pp} moments earlier by {A}{why}.",
        "Still holding a suitcase, {B}, {pp} the previous night by {A}{why}, boarded the ferry.",
        "Few in {town} had heard of {B}, {pp} once by {A}{why} and then forgotten.",
        "The hall in {town} emptied quickly once {B}, {pp} by {A}{why}, had spoken.",
        "{B}, {pp} in front of everyone by {A}{why}, walked home through the rain.",
    ),
    "relative": (
        "The crowd in {town} turned to {A}, who had {pp} {B}{why}.",
        "{B}, whom {A} {past}{why}, took the night train home.",
        "It fell to {A}, a stranger who had {pp} {B}{why}, to lock the door.",
        "The applause was for {B}, whom {A} had {pp}{why} an hour before.",
        "A bus brought {A}, who only hours before had {pp} {B}{why}, back to {town}.",
        "The guest whom {A} {past}{why} was {B}.",
    ),
    "apposition": (
        "{A}, {role} of {town} for nine years, {past} {B}{why}.",
        "The decision of {A}, a {job} by training, was plain: {a} {past} {B}{why}.",
        "{A} – a {job}, and proud of it – {past} {B}{why}.",
        "{B}, for many years {role} of {town}, was {pp} by {A}{why}.",
        "{A}, the {role} of {town} and a {job} before that, {past} {B}{why}.",
        "{A}, a {job} with nine children, did something new: {a} {past} {B}{why}.",
    ),
    "pronoun": (
        "{A} took the floor in {town} after lunch. Without notes and without a pause, {a} {past} {B}{why}.",
        "{A} had slept badly. Even so, {a} {past} {B}{why} that very morning.",
        "At nine {A} sat down at the long table in {town}. Before the coffee was cold, {a} had {pp} {B}{why}.",
        "{A} knows {town} well. Last spring {a} {past} {B}{why}.",
        "{A} returned to {town} after eleven years. On the steps of the town hall {a} {past} {B}{why}.",
        "{A} is seldom seen in {town}. Yesterday {a} {past} {B}{why} in the market square.",
    ),
    "chain": (
        "{B} had hardly been {pp} by {A}{why} when {b_subject} {past2} {C}.",
        "It began when {A} {past} {B}{why}; within the hour, {B} {past2} {C}.",
        "Hours before {B} {past2} {C}, {A} had {pp} {B}{why}.",
        "No one asked why {B} {past2} {C} so soon after {A} had {pp} {B}{why}.",
        "A week after {A} {past} {B}{why}, {B} {past2} {C}.",
        "{B} {past2} {C} in the morning and was {pp} by {A}{why} in the afternoon.",
    ),
    "reported": (
        "If {D} is to be believed, {A} {past} {B}{why}.",
        "{A} {past} {B}{why}, {D} told the inquiry.",
        "The version of {D} is short: {A} {past} {B}{why}.",
        "It was {D} who told the paper that {A} had {pp} {B}{why}.",
        "{D}, who sat in the second row, says that {A} {past} {B}{why}.",
        "On the phone {D} confirmed that {A} had {pp} {B}{why}.",
    ),
    "denied": (
        "At no time, the record shows, had {A} {pp} {B}{why}.",
        "{A} insisted on not having {pp} {B}{why}.",
        "{A} can name ten witnesses that {a} never {past} {B}{why}.",
        "Whatever the posters say, {B} has not been {pp} by {A}{why}.",
        "The idea that {A} {past} {B}{why} is nonsense, two witnesses said.",
        "To this day {A} has refused to {base} {B}{why}.",
        "Asked about it twice, {A} said {a} had never {pp} {B}{why}.",
        "Many were on stage that night, but {A} did not {base} {B}{why}.",
        "Not a single witness saw {A} {base} {B}{why}, because it never happened.",
    ),
    "list": (
        "With one sweep {A} {past} {B} and {C}, and {D} too{why}.",
        "Among those whom {A} {past}{why} were {B}, {C} and {D}.",
        "The day began badly: {A} {past} {B}, {C} and {D}{why}.",
        "{B}, {C} and also {D} have been {pp} by {A}{why}.",
    ),
    "dated": (
        "{A} {past} {B}{why} late on {day}, when most people were asleep.",
        "It was on {day} that {A} {past} {B}{why}.",
        "Late on {day} {A} {past} {B}{why}.",
        "{B} was, on {day}, {pp} by {A}{why}.",
    ),
}
_SHARES = {
    "active": 5,
    "passive": 4,
    "by": 3,
    "relative": 4,
    "apposition": 4,
    "pronoun": 4,
    "chain": 4,
    "reported": 3,
    "denied": 14,
    "list": 3,
    "dated": 3,
}
_BETWEEN = (
    "The meeting was the third of its kind in {town}.",
    "Rain delayed the start by an hour.",
    "A date for the next session has not been set.",
    "{C} arrived late and spoke for ten minutes.",
    "Some {number} people followed the session from the gallery.",
    "The costs have risen to 4 million crowns, according to the council.",
    "{C} did not want to comment.",
    "Outside, a brass band was playing.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """One article."""

    id: str
    title: str
    day: str  # YYYY-MM-DD
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what answers it, and a stretch of the sentence to be cited; no answer and no verdict: not found."""

    question: str
    kind: str
    unseen: bool
    answers: tuple[str, ...] = ()
    sentence: str = ""
    verdict: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    claimant: str = ""  # whose word it is


@dataclass(frozen=True, slots=True)
class _Fact:
    agent: str
    verb: Verb
    patient: str
    reason: str
    form: str
    sentence: str
    claimant: str = ""
    day: str = ""
    others: tuple[str, ...] = ()  # patients beside the first


def collection(seed: int = SEED) -> tuple[list[Told], list[Asked]]:
    """The articles and all that is asked about them."""
    chance = random.Random(seed)
    names = _names(chance)
    seen = chance.sample([verb for verb in lexicon.TRAINING_VERBS if " " not in verb.base], _SEEN_VERBS)
    unseen = list(lexicon.HELD_OUT_VERBS)[:_UNSEEN_VERBS]
    articles: list[Told] = []
    asked: list[Asked] = []
    facts: dict[bool, list[_Fact]] = {False: [], True: []}
    for number in range(ARTICLES):
        new = number >= ARTICLES * 2 // 3
        told, article = _article(number, unseen if new else seen, _UNSEEN if new else _SEEN, names, chance)
        articles.append(article)
        facts[new] += told
    for new, told in facts.items():
        for fact in told:
            asked += _about(fact, told, next(names), new, chance)
        for verb in unseen if new else seen:
            own = [fact for fact in told if fact.verb == verb and fact.form != "denied"]
            of_verb = tuple((fact.agent, patient) for fact in own for patient in (fact.patient, *fact.others))
            if of_verb:
                asked.append(Asked(f"Who {verb.past} whom?", "pairs", new, pairs=of_verb))
    return articles, asked


def _article(
    number: int, verbs: Sequence[Verb], forms: dict[str, tuple[str, ...]], names: Iterator[str], chance: random.Random
) -> tuple[list[_Fact], Told]:
    facts: list[_Fact] = []
    paragraphs: list[str] = []
    town = chance.choice(lexicon.TOWNS)
    for form in chance.choices(list(_SHARES), list(_SHARES.values()), k=3):
        a, b, c, d = (next(names) for _ in range(4))
        first, second = chance.sample(list(verbs), 2)
        reason = f"{first.tail} {chance.choice(lexicon.THINGS)}" if chance.random() < 0.5 else ""
        he = "he" if a.split()[0] in lexicon.MEN else "she"
        slots = {
            "A": a,
            "B": b,
            "C": c,
            "D": d,
            "a": he,
            "town": town,
            "day": chance.choice(lexicon.DAYS),
            "past": first.past,
            "pp": first.participle,
            "base": first.base,
            "past2": second.past,
            "b_subject": "he" if b.split()[0] in lexicon.MEN else "she",
            "why": f" {reason}" if reason else "",
            "job": chance.choice(("baker", "lawyer", "nurse", "tailor")),
            "role": chance.choice(("mayor", "governor", "police chief")),
            "number": str(chance.randint(20, 900)),
        }
        body = chance.choice(forms[form]).format(**slots)
        sentence = body.split(". ")[-1].rstrip(".")
        told = {"claimant": d} if form == "reported" else {"day": slots["day"]} if form == "dated" else {}
        facts.append(_Fact(a, first, b, reason, form, sentence, others=(c, d) if form == "list" else (), **told))
        if form == "chain":
            facts.append(_Fact(b, second, c, "", form, sentence))
        around = [line.format(**{**slots, "C": next(names)}) for line in chance.sample(_BETWEEN, 2)]
        paragraphs.append(" ".join(chance.sample([body, *around], 3)) if form != "pronoun" else f"{around[0]} {body}")
    title = f"{town}: {chance.choice(('a long day', 'voices and votes', 'what was said', 'the week in short'))}"
    day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
    return facts, Told(f"news-{number:03}", title, day, "\n\n".join(paragraphs))


def _about(fact: _Fact, told: Sequence[_Fact], stranger: str, new: bool, chance: random.Random) -> Iterator[Asked]:
    agent, verb, patient = fact.agent, fact.verb, fact.patient
    who, whom = f"Who {verb.past} {patient}?", f"Whom did {agent} {verb.base}?"
    whether = f"Did {agent} {verb.base} {patient}?"
    if fact.form == "denied":
        yield Asked(who, "denied", new)
        yield Asked(whom, "denied", new)
        yield Asked(whether, "whether", new, sentence=fact.sentence, verdict="no")
        return
    yield Asked(who, fact.form, new, (agent,), fact.sentence, claimant=fact.claimant)
    yield Asked(whom, fact.form, new, (patient, *fact.others), fact.sentence, claimant=fact.claimant)
    yield Asked(whether, "whether", new, sentence=fact.sentence, verdict="yes")
    if fact.reason:
        thing = fact.reason.removeprefix(f"{verb.tail} ")
        asked = f"What did {agent} {verb.base} {patient} {verb.tail}?"
        yield Asked(asked, "reason", new, (thing, fact.reason), fact.sentence)
    if fact.day:
        other = chance.choice([day for day in lexicon.DAYS if day != fact.day])
        when = (fact.day, f"on {fact.day}", f"late on {fact.day}")
        yield Asked(f"When did {agent} {verb.base} {patient}?", "when", new, when, fact.sentence)
        yield Asked(f"Whom did {agent} {verb.base} on {fact.day}?", "limited", new, (patient,), fact.sentence)
        yield Asked(f"Whom did {agent} {verb.base} on {other}?", "limited, another day", new)
    yield Asked(f"Who {verb.past} {agent}?", "reversed", new)
    yield (
        Asked(f"Whom did {patient} {verb.base}?", "reversed", new)
        if not any(other.agent == patient and other.verb == verb for other in told)
        else Asked(f"Who {verb.past} {stranger}?", "stranger", new)
    )
    yield Asked(chance.choice((f"Who {verb.past} {stranger}?", f"Whom did {stranger} {verb.base}?")), "stranger", new)
    yield Asked(f"Did {patient} {verb.base} {agent}?", "whether", new, verdict="silent")


def _names(chance: random.Random) -> Iterator[str]:
    """Full names without end, each once."""
    pairs = [(first, last) for first in (*lexicon.MEN, *lexicon.WOMEN) for last in lexicon.SURNAMES]
    chance.shuffle(pairs)
    for first, last in pairs:
        yield f"{first} {last}"
