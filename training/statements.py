"""Made-up news of who said, did or is what: speakers, pronouns that stand for a name, offices, dates and places.

Beside generated.py, which is about two parties. Each question has twins that the text does not answer.
"""

import random
from collections.abc import Iterator, Sequence

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example
from training.generated import find, sentence_with, sentences_of
from training.lexicon import Party
from training.parties import parties
from training.templates import FILLERS

_Question = tuple[str, tuple[str, ...]]  # with its answers

# {A} is the one who spoke or acted; {D} another. Pronouns and "the {office}" stand for A, named before.
_SAID = (
    "{A} said {that}{clause}.",
    "{A} told reporters {that}{clause}.",
    "“{quote},” {A} said.",
    "“{quote},” said {A}.",
    "{A} said: “{quote}.”",
    "“{quote},” {A} told a crowd in {town}.",
    "{A} spoke in {town} on {day}. “{quote},” {a} said.",
    "“{quote}.” With these words {A} left the talks on {day}.",
    "{A} arrived late. {A_pron} said {that}{clause}.",
    "According to {A}, {clause}.",
    "{A}, the {office} of {place}, said {that}{clause}.",
    "{A} is the {office} of {place}. “{quote},” the {office} said.",
    "{A} met {D} on {day}. Afterwards {a} said {that}{clause}.",
    "{D} was silent. {A} said {that}{clause}.",
    "“{quote},” {A} said. “{quote2}.”",
    "“{quote},” said {A}, the {office} of {place}.",
    "“{quote},” said {A}, {described}, on {day}.",
    "“{quote},” said the {office} of {place}, {A}.",
    "“{quote},” {A}, {described}, told reporters.",
    "{A} disagreed with {D}. “{quote},” {a} said. “{quote2}.”",
    "{A} came to {town} on {day}. {Clause}, {a} said.",
    "{A} accused {D} of carelessness. {Clause}, {a} said.",
    "{A}, {described}, said {that}{clause}.",
    "{A}, {described}, was not surprised. “{quote},” {a} told {D}.",
    "{A} told {D} {that}{clause}.",
    "{Clause}, {A} said on {day}.",
    "{Clause}, said {A}, {described}.",
    "{Clause}, according to {A}, {described}.",
    "Asked about {thing}, {A} said: “{quote}.”",
    "{A} defended {poss} decision. “{quote}.”",
    "{A} wrote to {D} {that}{clause}.",
    "{D} asked {A} about {thing}. {A_pron} replied {that}{clause}.",
    "{A} admitted {that}{clause}, and apologised to {D}.",
    "{A}’s lawyer was silent, but {A} said {that}{clause}.",
    "For {A}, {described}, the matter was plain. “{quote},” {a} said.",
    "“{quote},” {D} said. {A}, {described}, saw it otherwise: “{other_quote}.”",
)
_ACTED = (
    "{A} {act_past}.",
    "On {day} {A} {act_past}.",
    "{A}, the {office} of {place}, {act_past}.",
    "{A} came to {town} on {day}. {A_pron} {act_past}.",
    "{A} spoke for an hour. {A_pron} also {act_past}.",
    "{A} met {D} in {town}. The talks lasted two hours. {A_pron} also {act_past}.",
    "{A} is the {office} of {place}. The {office} {act_past} on {day}.",
    "{A} thanked {D} for the invitation. {A_pron} also {act_past}, a statement said.",
    "“{A} welcomed the news. {A_pron} also {act_past},” the press release said.",
    "{D} left early. {A} {act_past} in {town}.",
    "{A} and {D} talked on the phone. {D} asked for help. {A} {act_past}.",
)
_IS = (
    "{A}, the {office} of {place}, arrived on {day}.",
    "{A}, {office} of {place}, declined to comment.",
    "The {office} of {place}, {A}, was in {town}.",
    "{A} is the {office} of {place}.",
    "{A} has been the {office} of {place} since 2011.",
    "{A} was elected {office} of {place} on {day}.",
)
# Who somebody is by what stands beside the name, {J}; and how old.
_DESCRIBED = (
    "{Clause}, said {J}, {A}.",
    "“{quote},” said {J}, {A}.",
    "According to {J}, {A}, {clause}.",
    "{J}, {A}, {act_past}.",
    "{J}, {A}, said {that}{clause}.",
    "{A}, {J}, {act_past}.",
    "{A}, {J}, said {that}{clause}.",
    "{D} thanked {J}, {A}, on {day}.",
    "{D} was met in {town} by {J}, {A}.",
    "{A} is {J}.",
    "{A} had been {J} for years.",
)
_JOBS = (
    "the {body}’s {office}",
    "the {body}'s {office}",
    "the {body}’s {job}",
    "the {office} of the {body}",
    "the {office} for {field}",
    "{place}’s {office}",
    "its {office}",
    "her {job}",
    "a {job}",
    "a {job} of {age}",
    "a {job} from {town}",
    "a retired {job}",
    "the {job}",
    "the head of {field}",
    "the head of {field} at the {body}",
    "one of the {number} owners of the {body}",
    "the owner of the {body}",
)
_BODIES = "bank union factory museum society club ministry council newspaper school orchestra port jury hotel".split()
_FIELDS = ("technology", "health", "the sea", "agriculture", "research", "housing", "public works", "sport")
_AGED = (
    "{A} is {age}. {A_pron} {act_past}.",
    "{A} came to {town} on {day}. {A_pron} is {age}.",
    "{A} {act_past} on {day}. {D} was silent. {A_pron} is {age}.",
    "{A}, {age}, {act_past}.",
    "{A}, who is {age}, {act_past}.",
    "The {age}-year-old {A} {act_past}.",
    "{A}, a {job} of {age}, {act_past}.",
    "{A} was {age} when {a} {act_past}.",
)


def statements(count: int, seed: int) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        name = f"statement-{seed}-{number}"
        for at, (question, answers, evidence, text) in enumerate(_text(chance)):
            spans = [find(text, answer) for answer in answers]
            if any(start < 0 for start in spans):
                continue
            yield Example(
                f"{name}-{at}",
                name,
                "statement",
                question,
                text,
                tuple(Span(start, start + len(answer)) for start, answer in zip(spans, answers, strict=True)),
                several=True,
                evidence=evidence,
            )


def _text(chance: random.Random) -> Iterator[tuple[str, tuple[str, ...], tuple[Span, ...], str]]:
    """(question, answers, what shows it, text)."""
    a, d = _person(chance), _person(chance)
    while a.name == d.name or set(a.name.split()) & set(d.name.split()):
        d = _person(chance)
    base, past, thing = chance.choice(lexicon.ACTS)
    others = [act for act in lexicon.ACTS if act[2] != thing]
    clauses, (quote, quote2, other_quote) = _said(f"{d.name} {past} {thing}", chance)
    clause, other_clause = clauses
    office, other_office = chance.sample(lexicon.ROLES, 2)
    place, other_place, town = *chance.sample(lexicon.NATIONS, 2), dressing.town(chance)
    day = chance.choice(lexicon.DAYS)
    slots = {
        **dressing.circumstances(chance),
        "A": a.name,
        "D": d.name,
        "a": a.subject,
        "A_pron": a.subject.capitalize(),
        "act_past": f"{past} {thing}",
        "poss": a.possessive,
        "clause": clause,
        "Clause": clause[:1].upper() + clause[1:],
        "described": dressing.description(chance),
        "other_quote": other_quote,
        "that": chance.choice(("that ", "")),
        "quote": quote,
        "quote2": quote2,
        "office": office,
        "place": place,
        "town": town,
        "day": day,
    }
    slots["J"] = _job(slots, chance)
    kind = chance.choice(("said", "said", "acted", "acted", "acted", "is", "is", "described", "described", "aged"))
    bodies = {"said": _SAID, "acted": _ACTED, "is": _IS, "described": _DESCRIBED, "aged": _AGED}
    body = chance.choice(bodies[kind])
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    text = " ".join(sentences_of([*fillers[:cut], body, *fillers[cut:]], slots))
    said = other_quote if "{other_quote}" in body else quote if "{quote}" in body else clause
    words = {"said": said, "acted": thing, "aged": slots["age"]}.get(kind, a.name)
    of_office = _evidence(text, f"{office} of {place}")
    shown = _evidence(text, words)
    asked: list[_Question] = []
    if kind == "said":
        asked = _about_words((quote, quote2) if "{quote2}" in body else (said,), a.name, chance)
        asked.append((f"Who said that {other_clause}?", ()))
        asked += _about_other(body, text, a.name, d.name, said, quote, chance)
    elif kind == "acted":
        asked = _about_act((base, past, thing), chance.choice(others), a.name, d.name)
        if "{day}" in body and ". " not in body:
            asked.append((f"When did {a.name} {base} {thing}?", (day,)))
    elif not a.name.startswith("the "):
        asked = _about_person(kind, a, d, slots, chance)
    for question, answers in asked:
        yield question, answers, shown if answers else (), text
    if "{place}" in body and not a.name.startswith("the "):
        yield f"Who is the {office} of {place}?", (a.name,), of_office, text
        yield f"Who is {a.name}?", (f"{office} of {place}",), of_office, text
        yield f"Who is the {office} of {other_place}?", (), (), text
        yield f"Who is the {other_office} of {place}?", (), (), text
        yield f"Who is {d.name}?", (), (), text


def _about_other(
    body: str, text: str, a: str, d: str, said: str, quote: str, chance: random.Random
) -> list[_Question]:
    """What the other one said, and what one told the other."""
    asked: list[_Question] = []
    if "{other_quote}" in body:
        asked += _about_words((quote,), d, chance)
    elif f"{d} said" not in text:
        asked.append((f"What did {d} say?", ()))
    if "told {D}" in body:
        asked += [(f"What did {a} tell {d}?", (said,)), (f"What did {d} tell {a}?", ())]
        asked.append((f"Who told {d} that {said[:1].lower()}{said[1:]}?", (a,)))
    return asked


def _about_act(act: Sequence[str], other: Sequence[str], a: str, d: str) -> list[_Question]:
    base, past, thing = act
    return [
        (f"Who {past} {thing}?", (a,)),
        (f"What did {a} {base}?", (thing,)),
        (f"What did {d} {base}?", ()),
        (f"Who {other[1]} {other[2]}?", ()),
    ]


def _about_person(kind: str, a: Party, d: Party, slots: dict[str, str], chance: random.Random) -> list[_Question]:
    """Who somebody is, by what stands beside the name, or how old."""
    if kind == "aged":
        return [(f"How old is {a.name}?", (slots["age"],)), (f"How old is {d.name}?", ())]
    if kind != "described":
        return []
    described = slots["J"]
    asked = [
        (f"Who is {chance.choice((a.name, a.name, a.name.split()[-1]))}?", (described,)),
        (f"Who is {d.name}?", ()),
    ]
    if not described.startswith(("a ", "its ", "her ", "one ")):
        asked.append((f"Who is {described}?", (a.name,)))
    return asked


def _job(slots: dict[str, str], chance: random.Random) -> str:
    """What somebody is to others: "the bank's head of research"."""
    own = {"body": chance.choice(_BODIES), "field": chance.choice(_FIELDS)}
    return chance.choice(_JOBS).format(**{**slots, **own})


def _said(of_another: str, chance: random.Random) -> tuple[list[str], list[str]]:
    """Two clauses and three quotations; now and then the first are about another person, who says nothing by that."""
    clauses = [dressing.filled(words, chance) for words in chance.sample(lexicon.CLAUSES, 2)]
    quotes = [dressing.filled(words, chance) for words in chance.sample(lexicon.QUOTES, 3)]
    if chance.random() < 0.15:
        clauses[0] = quotes[0] = of_another
    return clauses, quotes


def _about_words(words: tuple[str, ...], speaker: str, chance: random.Random) -> list[_Question]:
    """What somebody said, and who said it: as a clause, or in quotation marks."""
    first = words[0]
    who = chance.choice(
        (
            f"Who said {chance.choice(('that ', ''))}{first[:1].lower()}{first[1:]}?",
            f"Who said “{first}”?",
            f'Who said "{first}"?',
        )
    )
    what = chance.choice(("What did {} say?", "What did {} say?", "What was said by {}?", "what did {} say"))
    return [(what.format(speaker), words), (who, (speaker,))]


def _evidence(text: str, words: str) -> tuple[Span, ...]:
    told = sentence_with(text, words)
    return (told,) if told else ()


def _person(chance: random.Random) -> Party:
    return next(party for party in iter(lambda: parties(chance, 1)[0], None) if party.subject != "it")
