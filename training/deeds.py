"""Made-up news of who did what, gave whom what and asked whom to do what: the other things that people ask of news.

Beside generated.py, which is about two parties, and statements.py, which is about what was said. Each question has
twins that the text does not answer.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example
from training.generated import find, sentence_with, sentences_of
from training.lexicon import Party
from training.parties import namesake, parties
from training.templates import FILLERS, chosen

# {A} did {X}, {D} did {Y} or stands by.
_DID = (
    "{A} {past} {X}.",
    "{A} {past} {X}.",
    "{A} {past} {X} on {day}.",
    "{A} {past} {X} in {month} {year}.",
    "{X} was {pp} by {A}.",
    "{X} was {pp} by {A} on {day}.",
    "{X}, {pp} by {A} in {year}, drew {number} visitors.",
    "{A}, who {past} {X}, was 40 at the time.",
    "{A} has {pp} {X}.",
    "It was {A} who {past} {X}.",
    "{A} came to {town} on {day}. There {a} {past} {X}.",
    "{A} waited for an hour. Then {a} {past} {X}.",
    "{D} {past} {Y}; {A} {past} {X}.",
    "{A} {past} {X}. {D} {past} {Y}.",
    "{Y} was {pp} by {D}, {X} by {A}.",
    "{D} spoke of {X}, which {A} had {pp} in {month}.",
    "{X} had been {pp} by {A} before {D} came to {town}.",
    "{A} {past} {X} and thanked {D}.",
    "{D} was there when {A} {past} {X}.",
    "{A} is the one that {past} {X}, {D} said.",
    "Ten years after {A} {past} {X}, {D} came to {town}.",
    "After beating {D}, {A} {past} {X}.",
    "{A} {past} {X} after a long talk with {D}.",
)
_DID_NOT = (
    "{A} did not {base} {X}.",
    "{A} denied having {pp} {X}.",
    "{X} was not {pp} by {A}.",
    "{A} never {past} {X}, {D} said.",
    "Contrary to what {D} wrote, {A} has not {pp} {X}.",
)
_UNKNOWN = (
    "{A} hopes to {base} {X} next year.",
    "{A} might {base} {X}, {D} said.",
    "{A} offered to {base} {X}, but {D} had doubts.",
    "{D} asked {A} to {base} {X}.",
)
# {A} gave {B} {G}.
_GAVE = (
    "{A} {past} {B} {G}.",
    "{A} {past} {B} {G} on {day}.",
    "{A} {past} {G} {to} {B}.",
    "{B} was {pp} {G} by {A}.",
    "{G} was {pp} {to} {B} by {A}.",
    "{A}, who {past} {B} {G}, left on {day}.",
    "{B} did not have to ask. {A} had {pp} {b} {G} in {month}.",
    "{A} came to {town} on {day}. {A_pron} {past} {B} {G}.",
    "It was {A} who {past} {G} {to} {B}.",
    "{B}, {pp} {G} by {A}, was speechless.",
    "{D} looked on as {A} {past} {B} {G}.",
    "{B} was refused help by {D} before {A} {past} {b} {G}.",
    "{G} [belongs|once belonged] to {A}, [who|which] [{past}|had {pp}] it {to} {B}.",
    "{G}, [found|bought|made] in {year}, belongs to {A}, [who|which] had {pp} it {to} {B} in {month}.",
    "{G} [comes from|was the pride of|is the property of] {A}, by whom it [was|had been] {pp} {to} {B}.",
    "{B} came for {G}, which {A} [{past}|had {pp}] {b}[| on {day}| in the end].",
)
# {B} has {G} from {A}, told from the other end, by what {A} did.
_RECEIVED = {
    "give": "[got|received|was left with]",
    "send": "received",
    "hand": "[got|took]",
    "award": "[received|won]",
    "lend": "borrowed",
    "sell": "bought",
    "leave": "inherited",
    "teach": "[learnt|learned]",
}
_RECEIVING = (
    "{B} {received} {G} from {A}.",
    "{B} {received} {G} from {A}[| on {day}| in {year}], [and thanked {D}|while {D} was away].",
    "{B}, who {received} {G} from {A}, [had nothing to add|came to {town} on {day}|spoke of it often].",
    "From {A}, {B} {received} {G}.",
    "{B} [was asked|spoke] about {G}, which {b_subject} {received} from {A}.",
    "It was from {A} that {B} {received} {G}.",
)
_SKILLS = (
    "chess,the violin,Latin,the game,the trade,the old songs,how to swim,how to read,welding,the baking of bread"
).split(",")
# {A} asked {B} to {do}.
_ASKED = (
    "{A} {past} {B} to {do}.",
    "{A} {past} {B} to {do}.",
    "{B} was {pp} by {A} to {do}.",
    "{A}, who {past} {B} to {do}, spoke in {town}.",
    "On {day} {A} {past} {B} to {do}.",
    "{A} has {pp} {B} to {do}.",
    "{A} met {D} in {town}. {A_pron} also {past} {B} to {do}.",
    "In a letter to {D}, {A} {past} {B} to {do}.",
    "{B} said that {A} had {pp} {b} to {do}.",
    "{A} {past} {B} to {do} and spoke of a good start.",
)
_WHO_DID = (
    "Who {past} {X}?",
    "Who {past} {X}?",
    "who {past} {X}",
    "Which person {past} {X}?",
    "By whom was {X} {pp}?",
    "Who was {X} {pp} by?",
    "Who has {pp} {X}?",
)
_DID_WHAT = ("What did {A} {base}?", "What did {A} {base}?", "what did {A} {base}", "What was {pp} by {A}?")
_WHO_GAVE = (
    "Who {past} {B} {G}?",
    "Who {past} {G} {to} {B}?",
    "By whom was {B} {pp} {G}?",
    "Who was {G} {pp} {to} {B} by?",
)
_GAVE_WHOM = ("{To} whom did {A} {base} {G}?", "Who did {A} {base} {G} {to}?", "Who was {pp} {G} by {A}?")
_GAVE_WHAT = (
    "What did {A} {base}?",
    "What did {A} {base} {B}?",
    "What did {A} {base} {to} {B}?",
    "What was {B} {pp} by {A}?",
)
_WHO_ASKED = ("Who {past} {B} to {do}?", "By whom was {B} {pp} to {do}?", "Who {past} {B} to do something?")
_ASKED_WHOM = ("Whom did {A} {base} to {do}?", "Who did {A} {base} to {do}?", "Who was {pp} by {A} to {do}?")
_ASKED_WHAT = ("What did {A} {base} {B} to do?", "What was {B} {pp} to do?", "What was {B} {pp} by {A} to do?")


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    answer: str = ""
    shown: str = ""  # words of the sentence that shows it
    verdict: str = ""


def deeds(count: int, seed: int) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        make = chance.choices((_deed, _gift, _request), (5, 3, 2))[0]
        text, asked = make(chance)
        for at, one in enumerate(asked):
            start = find(text, one.answer) if one.answer else -1
            if one.answer and start < 0:
                continue
            shown = sentence_with(text, one.shown) if one.shown else None
            yield Example(
                f"deed-{seed}-{number}-{at}",
                f"deed-{seed}-{number}",
                "deed",
                one.question[:1].upper() + one.question[1:] if one.question.endswith("?") else one.question,
                text,
                (Span(start, start + len(one.answer)),) if one.answer else (),
                evidence=(shown,) if shown else (),
                verdict=one.verdict,
            )


def _deed(chance: random.Random) -> tuple[str, list[_Asked]]:
    a, d = parties(chance, 2)
    act, other = (_act(line) for line in chance.sample(lexicon.DEEDS, 2))
    thing, second, unseen = (dressing.filled(chance.choice(act.things), chance) for _ in range(3))
    slots = {
        **_slots(a, d, d, chance),
        "base": act.base,
        "past": act.past,
        "pp": act.participle,
        "X": thing,
        "Y": second,
    }
    kind = chance.choices(("did", "did not", "unknown"), (80, 12, 8))[0]
    body = chance.choice({"did": _DID, "did not": _DID_NOT, "unknown": _UNKNOWN}[kind])
    text = _around(body, {"A": a, "D": d}, slots, chance)
    who, what = chance.choice(_WHO_DID), chance.choice(_DID_WHAT)
    whether = chance.choice(("Did {A} {base} {X}?", "Has {A} {pp} {X}?", "Was {X} {pp} by {A}?"))
    turned = {**slots, "A": d.name}
    another = {**slots, "base": other.base, "past": other.past, "pp": other.participle}
    strange = {**slots, "X": unseen}
    told = kind == "did"
    asked = [
        _Asked(who.format(**slots), a.name if told else "", thing if told else ""),
        _Asked(what.format(**slots), thing if told else "", thing if told else ""),
        _Asked(whether.format(**slots), "", thing, {"did": "yes", "did not": "no", "unknown": "silent"}[kind]),
        _Asked(chance.choice((who.format(**another), what.format(**another)))),
    ]
    if unseen not in (thing, second):
        asked.append(_Asked(who.format(**strange)))
        asked.append(_Asked(whether.format(**strange), verdict="silent"))
    if "{Y}" in body and second != thing:
        asked += [
            _Asked(who.format(**{**slots, "X": second}), d.name, second),
            _Asked(what.format(**turned), second, second),
            _Asked(whether.format(**{**slots, "X": second}), verdict="silent"),
        ]
    elif "{Y}" not in body:
        asked.append(_Asked(what.format(**turned)))
        asked.append(_Asked(whether.format(**turned), verdict="silent"))
    like = namesake(a, chance)
    if like and like.name != d.name:
        asked.append(_Asked(what.format(**{**slots, "A": like.name})))
        asked.append(_Asked(whether.format(**{**slots, "A": like.name}), verdict="silent"))
    when = "{day}" if body.endswith("{day}.") else "{month} {year}" if body.endswith("{year}.") else ""
    if when and told:
        asked.append(_Asked("When did {A} {base} {X}?".format(**slots), when.format(**slots), thing))
    return text, asked


def _gift(chance: random.Random) -> tuple[str, list[_Asked]]:
    a, b, d = parties(chance, 3)
    base, past, participle, to = (part.strip() for part in chance.choice(lexicon.GIVING).split(","))
    other = chance.choice([line for line in lexicon.GIVING if not line.startswith(base)]).split(",")
    gifts = _SKILLS if base == "teach" else lexicon.GIFTS
    gift, unseen = (dressing.filled(words, chance) for words in chance.sample(gifts, 2))
    ways = [way for way in _GAVE if base != "teach" or "{G} " not in way[:4]]
    if base in _RECEIVED and chance.random() < 0.4:
        ways = [way.replace("{received}", _RECEIVED[base]) for way in _RECEIVING]
    slots = {
        **_slots(a, b, d, chance),
        "b_subject": b.subject,
        "base": base,
        "past": past,
        "pp": participle,
        "to": to,
        "To": to.capitalize(),
        "G": gift,
    }
    text = _around(chosen(chance.choice(ways), chance), {"A": a, "B": b, "D": d}, slots, chance)
    told = {**slots, "G": known(gift)}
    who, whom, what = chance.choice(_WHO_GAVE), chance.choice(_GAVE_WHOM), chance.choice(_GAVE_WHAT)
    turned = {**told, "A": b.name, "B": a.name}
    another = {**told, "base": other[0].strip(), "past": other[1].strip(), "pp": other[2].strip()}
    return text, [
        _Asked(who.format(**told), a.name, gift),
        _Asked(whom.format(**told), b.name, gift),
        _Asked(what.format(**told), gift, gift),
        _Asked(chance.choice((who, whom, what)).format(**turned)),
        _Asked(chance.choice((who, whom, what)).format(**another)),
        _Asked(chance.choice((who, whom)).format(**{**told, "G": known(unseen)})),
        _Asked(whom.format(**{**told, "A": (namesake(a, chance) or d).name})),
        _Asked(who.format(**{**told, "B": (namesake(b, chance) or d).name})),
        _Asked("Did {A} {base} {B} {G}?".format(**told), "", gift, "yes"),
        _Asked("Did {A} {base} {B} {G}?".format(**turned), verdict="silent"),
    ]


def _request(chance: random.Random) -> tuple[str, list[_Asked]]:
    a, b, d = parties(chance, 3)
    base, past, participle = (part.strip() for part in chance.choice(lexicon.ASKING).split(","))
    done, unseen = (dressing.filled(words, chance) for words in chance.sample(lexicon.TO_DO, 2))
    slots = {**_slots(a, b, d, chance), "base": base, "past": past, "pp": participle, "do": done}
    text = _around(chance.choice(_ASKED), {"A": a, "B": b, "D": d}, slots, chance)
    who, whom, what = chance.choice(_WHO_ASKED), chance.choice(_ASKED_WHOM), chance.choice(_ASKED_WHAT)
    turned = {**slots, "A": b.name, "B": a.name}
    asked = [
        _Asked(who.format(**slots), a.name, done),
        _Asked(whom.format(**slots), b.name, done),
        _Asked(what.format(**slots), done, done),
        _Asked(chance.choice((who, whom, what)).format(**turned)),
        _Asked(whom.format(**{**slots, "do": unseen})),
        _Asked(whom.format(**{**slots, "A": (namesake(a, chance) or d).name})),
        _Asked(who.format(**{**slots, "B": (namesake(b, chance) or d).name})),
        _Asked("Did {A} {base} {B} to {do}?".format(**slots), "", done, "yes"),
        _Asked("Did {A} {base} {B} to {do}?".format(**turned), verdict="silent"),
    ]
    if "to do something" not in who:
        asked.append(_Asked(who.format(**{**slots, "do": unseen})))
    return text, asked


@dataclass(frozen=True, slots=True)
class _Act:
    base: str
    past: str
    participle: str
    things: Sequence[str]


def _act(line: str) -> _Act:
    forms, things = line.split("|")
    base, past, participle = (form.strip() for form in forms.split(","))
    return _Act(base, past, participle, [thing.strip() for thing in things.split(";")])


def _slots(a: Party, b: Party, d: Party, chance: random.Random) -> dict[str, str]:
    return {
        **dressing.circumstances(chance),
        "A": a.name,
        "B": b.name,
        "D": d.name,
        "a": a.subject,
        "A_pron": a.subject.capitalize(),
        "b": b.object,
    }


def _around(body: str, who: dict[str, Party], slots: dict[str, str], chance: random.Random) -> str:
    """The text: the fact, perhaps with more in its sentence, between other sentences."""
    people = {slot: party.name for slot, party in who.items() if party.subject != "it"}
    if body.startswith("{A} ") and who["A"].subject != "it" and chance.random() < 0.2:
        body = dressing.introduced(body, chance)
    if chance.random() < 0.6:
        body = dressing.dressed(body, people, chance)
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    return " ".join(sentences_of([*fillers[:cut], body, *fillers[cut:]], slots))


def known(gift: str) -> str:
    """As a question speaks of it: "a mule" -> "the mule"."""
    first, _, rest = gift.partition(" ")
    return f"the {rest}" if first in ("a", "an") else gift
