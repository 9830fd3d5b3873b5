"""Made-up news in which a party goes by a pronoun where it acts, since something else has been told of it before.

"Lie accused Vega of theft and sued him": whom Lie sued is Vega. "Vega, whom Lie had called, wrote to her": the
form of a sentence tells which is which. What is asked: asking.py, with its twins.
"""

import random
from collections.abc import Iterator, Sequence

from training import asking, dressing, lexicon, templates
from training.asking import Fact
from training.examples import Example
from training.generated import because, found_all, sentences_of, slots_of, told_in
from training.lexicon import Party, Verb
from training.parties import invented_verb, parties
from training.templates import FILLERS, TRAINING

# Behind each: who did the first act to whom, then the second.
_SAME: Sequence[str] = (  # A -> B, A -> B
    "{A} {past} {B}{why} and {past2} {b}.",
    "{A} {past} {B}{why} and later {past2} {b} [too|in {town}|on {day}].",
    "{A}, who had {pp} {B}{why}, [then |also |]{past2} {b}.",
    "{A} {past} {B} in {town}[, then| and] {past2} {b}{why}.",
    "{A} first {past2} {B}, then {past} {b}{why}.",
    "{A} {past} {B}{why}. {A_pron} [also|later|even] {past2} {b}.",
    "{B} was {pp} by {A}{why}, who also {past2} {b}.",
    "{B} was {pp} by {A}{why}. {A_pron} [also|later|even] {past2} {b}.",
)
_BACK: Sequence[str] = (  # A -> B, B -> A
    "{A} {past} {B}{why}, who [in turn |then |]{past2} {him}.",
    "{B}, whom {A} had {pp}{why}, {past2} {him}.",
    "{B}, whom {A} had {pp}{why}, [later|then|still|nevertheless] {past2} {him} [in {town}|on {day}].",
    "{A} {past} {B}{why} after {b_subject} had {pp2} {him}.",
    "{B} was {pp} by {A}{why} and {past2} {him}.",
    "{B}, {pp} by {A}{why}, {past2} {him} [in return|before the cameras|on {day}].",
    "Before {A} {past} {B}{why}, {b_subject} had {pp2} {him}.",
    "{A} {past} {B}{why}. [In return|Two days later|At once] {b_subject} {past2} {him}.",
    "{A}, who had been {pp2} by {B}, {past} {b}{why}.",
    "{B} {past2} {A}, by whom {b_subject} had been {pp}{why}.",
)
_ONE: Sequence[str] = (  # A -> B
    "“{quote},” {B} said. {A} {past} {b}{why}.",
    "“{quote},” said {B}[, {described}|]. “{quote2}.” {A}[, {described},|] {past} {b}{why}.",
    "{B} said that {clause}. {A} {past} {b}{why}.",
    "“{quote},” {A} said, and {past} {B}{why}.",
    "“{quote},” {A} said. {A_pron} {past} {B}{why}.",
    "{A} [accepted|read|burnt|had not expected] {B}’s [letter|apology|resignation|speech] and {past} {b}{why}.",
    "{A} [accepted|read|answered] {B}'s [letter|apology|resignation] on {day}[ and|. {A_pron} also] {past} {b}{why}.",
    "{B} [resigned|fell ill|won a prize|lost {b_poss} job|turned {age}] on {day}. {A} {past} {b}{why}.",
    "{B} [resigned|fell ill|won a prize|spoke|stepped down] on {day}. {A} [accepted {b_poss} resignation|praised "
    "{b_poss} work|shook {b_poss} hand|read {b_poss} speech] and {past} {b}{why}.",
    "{B} [resigned|left|stepped down|retired] on {day}. {A} [accepted {b_poss} resignation|spoke of {b_poss} work|"
    "shook {b_poss} hand] and {past} {b}{why}. {A_pron} [named|appointed|chose] {D} as {b_poss} successor.",
    "{B} [resigned|left|stepped down|retired] on {day}, and {D} took {b_poss} place. {A} [met|saw] {b_poss} "
    "[family|lawyer|friends] and {past} {b}{why}.",
    "When {B} [resigned|fell ill|won a prize|came home|spoke in {town}], {A} {past} {b}{why}.",
    "For [{b_poss} work|years of work|{b_poss} courage|all {b_subject} had done], {B} was {pp} by {A}.",
    "{B} [called|is a friend of|met|has a house next to] {A}. {b_Subject} was {pp} by {him}{why}.",
    "{B} [resigned|fell ill|left {town}|spoke] after {A} had {pp} {b}{why}.",
    "{B} [owes {b_poss} job to|has not forgotten|never wrote about] {A}, who {past} {b}{why}.",
    "{B} [is {age}|lives in {town}]. {A} [is {age2}|has a house in {town}]. {A_pron} {past} {b}{why}.",
)
_MET: Sequence[str] = (  # A -> B
    "{A} and {B} [came to {town}|were both there|have known each other for years]. {pronouns}",
    "{B} and {A} [spoke on {day}|were seen in {town}|sat in the same row]. {pronouns}",
    "{A} [arrived late|spoke for an hour]. {B} [was there too|came with two friends]. {pronouns}",
    "{B} [wrote to|waited for|gave a book to|sat beside|sold a boat to] {A}, who {past} {b}{why}.",
    "{A} [wrote to|waited for|gave a book to|sat beside|sold a boat to] {B}, who was {pp} by {him}{why}.",
    "{B} [gave {number} books to {D} and one|sold two boats to {D} and three] to {A}, who {past} {b}{why}.",
)
_PRONOUNS: Sequence[str] = (
    "{A_pron} [|later |also |then ]{past} {b}{why}.",
    "{A_pron} [had|has] {pp} {b}{why}.",
    "On {day} {a} {past} {b}{why}.",
    "{b_Subject} was {pp} by {him}{why}.",
    "There {b_subject} was {pp} by {him}.",
    "It was known that {a} had {pp} {b}{why}.",
)
_HOUSES = "council union ministry company club museum newspaper bank committee airline army broadcaster".split()


def pronouns(count: int, seed: int) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        ways, back = chance.choices(((_SAME, "AB"), (_BACK, "BA"), (_ONE, ""), (_MET, "")), (3, 4, 4, 2))[0]
        a, b, d, e = _of_two_kinds(chance)
        body = templates.chosen(chance.choice(ways), chance).replace("{pronouns}", chance.choice(_PRONOUNS))
        body = templates.chosen(body, chance)
        if chance.random() < 0.4:
            persons = {slot: one.name for slot, one in (("A", a), ("B", b)) if one.subject != "it"}
            body = dressing.dressed(body, persons, chance)
        second = {"AB": [(a, b)], "BA": [(b, a)], "": []}[back]
        yield from asked_of([body], (a, b, d, e), [(a, b), *second], "pronoun", f"pronoun-{seed}-{number}", chance)


def asked_of(
    told: Sequence[str],
    who: tuple[Party, Party, Party, Party],
    acts: Sequence[tuple[Party, Party]],
    source: str,
    name: str,
    chance: random.Random,
) -> Iterator[Example]:
    """A text of templates, and what is asked of it.

    The parties are A, B, D and one who need not stand there; of each act, with a verb of its own, who did it to whom.
    """
    a, b, d, e = who
    verbs = [_verb(chance), _verb(chance)]
    while verbs[0].base == verbs[1].base:
        verbs[1] = _verb(chance)
    reason, more = because(verbs[0], chance) if chance.random() < 0.4 else ("", "")
    if not any("{why}" in sentence for sentence in told):
        reason = more = ""
    facts = [
        Fact(agent, verb, patient, reason if verb is verbs[0] else "")
        for (agent, patient), verb in zip(acts, verbs, strict=False)
    ]
    fillers = [filler for filler in chance.sample(FILLERS, chance.randint(0, 2)) if "{D}" not in filler]
    sentences = sentences_of([*told, *fillers], _slots(a, b, d, verbs, reason + more, chance))
    text = " ".join(sentences)
    stranger = e if e.name in text else d
    for number, one in enumerate(asking.questions(facts, TRAINING, stranger, chance)):
        spans = found_all(text, one.answers)
        if spans is None:
            continue
        yield Example(
            f"{name}-{number}",
            name,
            source,
            _shortened(one.question, who, chance),
            text,
            spans,
            several=True,
            evidence=told_in(sentences, one.verb),
            verdict=one.verdict,
        )


def people(chance: random.Random, count: int) -> list[Party]:
    """Different ones with a first and a last name, of which no two share a word."""
    found: list[Party] = []
    used: set[str] = set()
    while len(found) < count:
        party = parties(chance, 1)[0]
        words = party.name.split()
        if words[0] in lexicon.FIRST_NAMES and len(words) == 2 and used.isdisjoint(words):
            used.update(words)
            found.append(party)
    return found


def _of_two_kinds(chance: random.Random) -> tuple[Party, Party, Party, Party]:
    """Four; no pronoun stands for both the first and the second, of whom now and then one is no person."""
    a, b, d, e = people(chance, 4)
    while a.subject == b.subject:
        a, b, d, e = people(chance, 4)
    if chance.random() < 0.25:
        name = f"the {chance.choice(_HOUSES)}" if chance.random() < 0.5 else dressing.invented(chance)
        house = Party(name, "it", "it", "its")
        return (house, b, d, e) if chance.random() < 0.6 else (a, house, d, e)
    return a, b, d, e


def _verb(chance: random.Random) -> Verb:
    return invented_verb(chance) if chance.random() < 0.2 else chance.choice(TRAINING.verbs)


def _slots(a: Party, b: Party, d: Party, verbs: Sequence[Verb], reason: str, chance: random.Random) -> dict[str, str]:
    return {
        **slots_of(a, b, b, d, verbs[0], verbs[1], reason, chance),
        **dressing.circumstances(chance),
        "him": a.object,
        "b_Subject": b.subject.capitalize(),
        "b_poss": b.possessive,
        "quote": chance.choice(lexicon.QUOTES[:9]),
        "quote2": chance.choice(lexicon.QUOTES[:9]),
        "described": dressing.description(chance),
        "age2": str(chance.randint(17, 88)),
    }


def _shortened(question: str, who: Sequence[Party], chance: random.Random) -> str:
    """Now and then by their last names alone."""
    for party in who:
        if party.name in question and party.name[:1].isupper() and chance.random() < 0.4:
            question = question.replace(party.name, party.name.split()[-1])
    return question
