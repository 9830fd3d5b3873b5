"""Made-up news of who did what to whom, in quantity, each text with its questions (asking.py).

Texts of acts that were denied, refused or only imagined answer nothing. The ways to tell it: templates.py.
"""

import itertools
import random
import re
from collections.abc import Iterator, Sequence

from corpus.article import Span
from training import asking, dressing, lexicon, templates
from training.asking import Fact
from training.examples import Example
from training.lexicon import Party, Verb
from training.parties import invented_verb, parties
from training.templates import FILLERS, Language

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
    reason, more = because(first, chance) if chance.random() < 0.5 else ("", "")
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
    slots = slots_of(a, b, c, d, first, second, reason + more + behind, chance) | {"E": e.name}
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    sentences = sentences_of([*fillers[:cut], body, *fillers[cut:]], slots)
    text = " ".join(sentences)
    if kind == "nobody":
        asked = asking.of_nobody(Fact(a, first, b), slots, chance)
    elif facts:
        asked = itertools.chain(
            asking.questions(facts, language, d, chance),
            asking.when(facts[0], templates.dated(plain), slots, chance) if kind == "one" and body == plain else (),
            asking.claimed(facts[0], body, d if kind == "claimed" else None, chance)
            if kind in ("one", "claimed") and language.joint
            else (),
        )
    else:
        asked = asking.unanswered(Fact(a, first, b), chance, not templates.is_open(plain))
    for number, one in enumerate(asked):
        spans = found_all(text, one.answers)
        if spans is None:
            continue
        yield Example(
            f"{name}-{number}",
            name,
            "generated",
            one.question,
            text,
            spans,
            several=True,
            evidence=told_in(sentences, one.verb),
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


def told_in(sentences: Sequence[str], verb: Verb | None) -> tuple[Span, ...]:
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


def slots_of(
    a: Party, b: Party, c: Party, d: Party, first: Verb, second: Verb, reason: str, chance: random.Random
) -> dict[str, str]:
    """Words for the slots of templates of two acts: A did the first to B; B or A did the second to C."""
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


def because(verb: Verb, chance: random.Random) -> tuple[str, str]:
    """("for helping ...", what else is said of it): a thing, or what somebody did."""
    if verb.tail not in ("for", "of", "about") or chance.random() < 0.5:
        return f"{verb.tail} {chance.choice(lexicon.THINGS)}", ""
    doing = dressing.filled(chance.choice(lexicon.DOING), chance)
    more = dressing.filled(chance.choice(_FURTHER), chance) if chance.random() < 0.3 else ""
    return f"{verb.tail} {doing}", more


def sentences_of(templates: Sequence[str], slots: dict[str, str]) -> list[str]:
    """Templates with their slots filled, each sentence by itself, with a capital and a full stop."""
    made = []
    for template in templates:
        for sentence in template.format(**slots).split(". "):
            whole = sentence if sentence.endswith((".", ".”", "?”", "!”")) else f"{sentence}."
            made.append(whole[:1].upper() + whole[1:])
    return made


def find(text: str, words: str) -> int:
    """Where the words stand, also when a sentence gives them a capital."""
    for form in (words, words[:1].upper() + words[1:]):
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
        if found:
            return found.start()
    return -1


def found_all(text: str, answers: Sequence[str]) -> tuple[Span, ...] | None:
    """Where the answers stand; None when one of them stands nowhere."""
    starts = [find(text, answer) for answer in answers]
    if min(starts, default=0) < 0:
        return None
    return tuple(Span(at, at + len(answer)) for at, answer in zip(starts, answers, strict=True))


def sentence_with(text: str, words: str) -> Span | None:
    """The sentence that the words stand in; None when they stand nowhere."""
    at = find(text, words)
    if at < 0:
        return None
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    end = text.find(". ", at + len(words) - 1)
    return Span(start, end + 1 if end >= 0 else len(text))
