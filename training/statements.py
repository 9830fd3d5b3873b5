"""Made-up news of who said, did or is what: speakers, pronouns that stand for a name, offices, dates and places.

Beside generated.py, which is about two parties. Each question has twins that the text does not answer.
"""

import random
from collections.abc import Iterator

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example
from training.generated import find, sentences_of
from training.lexicon import Party
from training.parties import parties
from training.templates import FILLERS

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
                evidence=tuple(
                    Span(start, start + len(words)) for words in evidence if (start := text.find(words)) >= 0
                ),
            )


def _text(chance: random.Random) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
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
    kind = chance.choice(("said", "acted", "acted", "is"))
    body = chance.choice({"said": _SAID, "acted": _ACTED, "is": _IS}[kind])
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    text = " ".join(sentences_of([*fillers[:cut], body, *fillers[cut:]], slots))
    said = other_quote if "{other_quote}" in body else quote if "{quote}" in body else clause
    shown = find_sentence(text, {"said": said, "acted": thing, "is": a.name}[kind])
    asked: list[tuple[str, tuple[str, ...]]] = []
    if kind == "said":
        asked = _about_words((quote, quote2) if "{quote2}" in body else (said,), a.name, chance)
        asked.append((f"Who said that {other_clause}?", ()))
        if "{other_quote}" in body:
            asked += _about_words((quote,), d.name, chance)
        elif f"{d.name} said" not in text:
            asked.append((f"What did {d.name} say?", ()))
        if "told {D}" in body:
            asked += [(f"What did {a.name} tell {d.name}?", (said,)), (f"What did {d.name} tell {a.name}?", ())]
            asked += [(f"Who told {d.name} that {said[:1].lower()}{said[1:]}?", (a.name,))]
    elif kind == "acted":
        other = chance.choice(others)
        asked = [
            (f"Who {past} {thing}?", (a.name,)),
            (f"What did {a.name} {base}?", (thing,)),
            (f"What did {d.name} {base}?", ()),
            (f"Who {other[1]} {other[2]}?", ()),
        ]
        if "{day}" in body and ". " not in body:
            asked.append((f"When did {a.name} {base} {thing}?", (day,)))
    if "{place}" in body and not a.name.startswith("the "):
        asked += [
            (f"Who is the {office} of {place}?", (a.name,)),
            (f"Who is {a.name}?", (f"{office} of {place}",)),
            (f"Who is the {office} of {other_place}?", ()),
            (f"Who is the {other_office} of {place}?", ()),
            (f"Who is {d.name}?", ()),
        ]
    for question, answers in asked:
        about_office = question.startswith("Who is ")
        evidence = (find_sentence(text, f"{office} of {place}") if about_office else shown,) if answers else ()
        yield question, answers, evidence, text


def _said(of_another: str, chance: random.Random) -> tuple[list[str], list[str]]:
    """Two clauses and three quotations; now and then the first are about another person, who says nothing by that."""
    clauses = [dressing.filled(words, chance) for words in chance.sample(lexicon.CLAUSES, 2)]
    quotes = [dressing.filled(words, chance) for words in chance.sample(lexicon.QUOTES, 3)]
    if chance.random() < 0.15:
        clauses[0] = quotes[0] = of_another
    return clauses, quotes


def _about_words(words: tuple[str, ...], speaker: str, chance: random.Random) -> list[tuple[str, tuple[str, ...]]]:
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


def find_sentence(text: str, words: str) -> str:
    """The stretch between full stops that holds the words."""
    at = max(0, find(text, words))
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    end = text.find(". ", at)
    return text[start : end + 1 if end >= 0 else len(text)]


def _person(chance: random.Random) -> Party:
    return next(party for party in iter(lambda: parties(chance, 1)[0], None) if party.subject != "it")
