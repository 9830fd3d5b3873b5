"""What stands around a fact in the news and does not change it: who the parties are, when, where, what came next.

Also names that nobody bears: of many rare word pieces, as the names in the news are.
"""

import random
import re
from collections.abc import Mapping, Sequence

from training import lexicon
from training.templates import chosen

_ONSETS = "b br c ch d dr f fl g gr h j k kl kr l m n p pr q r s sh sk st t th tr v w y z".split()
_VOWELS = "a a e e i i o o u ai ei ou oa ö é".split()
_CODAS = [*[""] * 12, *"k l lm ld m n nd ng r rk rn s sk st t th v x".split()]
_AFTER_NAME: Sequence[str] = (
    "a {job} from {town}",
    "a {job} from {town}",
    "a former {job}",
    "a {job} who lives in {town}",
    "{age}",
    "who is {age}",
    "the {role} of {nation}",
    "{role} of {nation}",
    "the {role} of {town}",
    "once a {job} in {town}",
    "a {job} and the father of {number} songs",
    "one of {number} people from {town}",
    "who had come from {town}",
)
_LEADS: Sequence[str] = (
    "On {day}",
    "In {town}",
    "On {day} in {town}",
    "In a letter of {number} lines",
    "After {thing}",
    "Speaking in {town}",
    "Asked about {thing}",
    "In the end",
    "Early in the morning",
    "In {month} {year}",
    "To the surprise of many",
    "For the second time in a month",
    "Long after dark",
    "Towards evening",
    "At dawn",
    "Just after nine",
    "Under a light rain",
    "At a meeting in {town}",
    "As expected",
)
_TAILS: Sequence[str] = (
    ", according to a statement",
    ", a spokeswoman said",
    ", the newspaper {name} reported",
    ", while about {number} people waited outside",
    ", a day after {thing}",
    ", saying that {clause}",
    ", saying {clause}",
    ", and left for {town}",
    ", as heavy rain fell on {town}",
    ", which nobody had expected",
    ", and called it a good day",
    ", with the cameras running",
    ", witnesses said",
    ", but {clause}",
    "; {clause}",
    ", a move that cost {amount}",
    " (it was the {number}th time)",
)
# Between a party and what it did; between "was" or "had" and the participle.
_ASIDES: Sequence[str] = (
    "to nobody’s surprise",
    "as it happened",
    "as so often",
    "by then very tired",
    "it seems",
    "with a smile",
    "known for a loud voice",
    "not for the first time",
    "of all people",
    "on {day}",
)
_MIDST: Sequence[str] = (
    ", as was learned in {town},",
    ", it turned out on {day},",
    ", so to speak,",
    ", without any warning,",
    " only days before",
    " finally",
    " once more",
    " in public",
    " more than once",
    " just hours earlier",
    " quite rightly",
)
# Behind all of it, and no part of the reason.
_AFTERWARDS: Sequence[str] = (
    " that same evening",
    " two days later",
    " last winter",
    " late at night",
    " once again",
    " in front of {number} people",
    " over breakfast",
    " at about nine",
    " the moment the doors opened",
    " a little later",
    " as soon as the rain had stopped",
    " before anyone could speak",
)
_INTRODUCED: Sequence[str] = (
    "“[{clause}|Nobody asked us|It was a long night|We are ready],” {A} said.",
    "“[{clause}|Nobody asked us|It was a long night|We are ready],” said {A}[|, the {role} of {nation}|, a {job}].",
    "“[{clause}|It was a long night],” said the {role} of {nation}, {A}, [outside the court|on {day}].",
    "{A} [spoke for an hour|came to {town} on {day}|was there|arrived late|is {age}|said little].",
    "{A} said that {clause}.",
)
_BEFORE_ACT = re.compile(r"(\{A\}) (?=\{past\}|had \{pp\}|has \{pp\})")
_AUXILIARY = re.compile(r"\b(was|were|had|has been|have been|had been)(?= \{pp\})")
_PLAIN = [clause for clause in lexicon.CLAUSES if "{" not in clause]
_ACTS = re.compile(r"\{(?:past|pp|base|noun)2?\}")
_STARTS = re.compile(r"\{[ABCX]\}")


def _beside(slot: str, words: str, template: str, *, dashed: bool) -> str:
    return re.sub(
        rf"\{{{slot}\}}(?=( [^’]|[,.]))",
        lambda place: _described(slot, words, place.group(1), dashed=dashed),
        template,
        count=1,
    )


def _described(slot: str, described: str, behind: str, *, dashed: bool) -> str:
    if not behind.startswith(" "):
        return f"{{{slot}}}, {described}"
    return f"{{{slot}}} – {described} –" if dashed else f"{{{slot}}}, {described},"


def invented(chance: random.Random) -> str:
    """A name like no other."""
    count = chance.choice((2, 2, 3))
    parts = [chance.choice(kind) for _ in range(count) for kind in (_ONSETS, _VOWELS, _CODAS)]
    return "".join(parts).capitalize()


def town(chance: random.Random) -> str:
    """A real one or an invented one."""
    return chance.choice(lexicon.TOWNS) if chance.random() < 0.6 else invented(chance)


def circumstances(chance: random.Random) -> dict[str, str]:
    """Words for the slots of what stands around: places, days, numbers, things."""
    return {
        "town": town(chance),
        "nation": chance.choice(lexicon.NATIONS),
        "day": chance.choice(lexicon.DAYS),
        "month": chance.choice(lexicon.MONTHS),
        "year": str(chance.randint(1948, 2025)),
        "name": invented(chance),
        "number": str(chance.choice((3, 12, 40, 70, 114, 212, 300, 600, 1500)) + chance.randint(0, 9)),
        "amount": chance.choice(("$2 million", "$40,000", "300 euros", "half a million dollars", "1,200 crowns")),
        "title": f"“{invented(chance)} {chance.choice(('Nights', 'Revisited', 'in Winter', 'Road', 'Songs'))}”",
        "thing": chance.choice(lexicon.THINGS),
        "clause": chance.choice(_PLAIN),
        "job": chance.choice(lexicon.JOBS),
        "role": chance.choice(lexicon.ROLES),
        "age": str(chance.randint(17, 88)),
    }


def filled(template: str, chance: random.Random) -> str:
    """The template with circumstances of its own; slots that are none of them stay."""
    around = circumstances(chance)
    return re.sub(r"\{(\w+)\}", lambda slot: around.get(slot.group(1), slot.group()), template)


def description(chance: random.Random) -> str:
    """What may stand behind a person's name: "a nurse from Lima"."""
    return filled(chance.choice(_AFTER_NAME), chance)


def afterwards(chance: random.Random) -> str:
    """What may follow on everything else: " late at night"."""
    return filled(chance.choice(_AFTERWARDS), chance)


def introduced(body: str, chance: random.Random) -> str:
    """A body that begins with {A}, who is named in a sentence before it, often as one who speaks."""
    return f"{chosen(chance.choice(_INTRODUCED), chance)} {body.replace('{A}', '{A_pron}', 1)}"


def dressed(template: str, names: Mapping[str, str], chance: random.Random) -> str:
    """The same fact with more around it: `names` are those of the parties who are persons, by slot."""
    for slot, name in names.items():
        if name.startswith("the "):
            if chance.random() < 0.3:  # "the minister, Ada Lie, ..."
                whole = f"{chance.choice(lexicon.FIRST_NAMES)} {invented(chance)}"
                template = _beside(slot, whole, template, dashed=False)
            continue
        if chance.random() < 0.25:
            described = filled(chance.choice(_AFTER_NAME), chance)
            dashed = chance.random() < 0.2
            template = _beside(slot, described, template, dashed=dashed)
        elif chance.random() < 0.15 and " " in name and name.split()[0] in lexicon.FIRST_NAMES:
            title = f"the {chance.choice(lexicon.JOBS)}" if chance.random() < 0.5 else chance.choice(lexicon.ROLES)
            template = template.replace(f"{{{slot}}}", f"{title} {{{slot}}}", 1)  # "Prime minister Ada Lie"
    if chance.random() < 0.15:
        template = _BEFORE_ACT.sub(rf"\1, {filled(chance.choice(_ASIDES), chance)}, ", template, count=1)
    elif chance.random() < 0.2:
        template = _AUXILIARY.sub(rf"\1{filled(chance.choice(_MIDST), chance)}", template, count=1)
    sentences = template.removesuffix(".").split(". ")
    told = [n for n, sentence in enumerate(sentences) if _ACTS.search(sentence) and "“" not in sentence]
    if told and chance.random() < 0.3:
        sentences[told[-1]] += filled(chance.choice(_TAILS), chance)
    begun = [n for n in told if _STARTS.match(sentences[n])]
    if begun and chance.random() < 0.2:
        at = begun[0]
        comma = "," if chance.random() < 0.65 else ""
        sentences[at] = f"{filled(chance.choice(_LEADS), chance)}{comma} {sentences[at]}"
    return ". ".join(sentences) + ("" if template.endswith("”") else ".")
