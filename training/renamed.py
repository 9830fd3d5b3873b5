"""Texts that name somebody otherwise than the question does.

"Who invited Ada Lie?" of a text that goes by "Lie"; "Whom did the mayor invite?" of one that says "the mayor, Ada
Lie," and then "she".
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example

_FIRST = frozenset(lexicon.FIRST_NAMES)
_WHOLE = re.compile(rf"\b(?:{'|'.join(sorted(_FIRST))}) (?P<last>[A-Z]\w+)")
_SUBJECTS = (
    "housing",
    "transport",
    "health",
    "finance",
    "foreign",
    "interior",
    "defence",
    "sports",
    "culture",
    "energy",
)
_OF_OFFICE = (
    "the {role} of {nation}",
    "the {role} of {town}",
    "the {office}",
    "the {office}",
    "the {subject} minister",
)


def by_last_name(examples: Sequence[Example]) -> Iterator[Example]:
    """Those of the examples whose question gives a whole name of the text, their texts with the last name alone.

    Left out: an answer of which the name is a part, and texts that know two people of that last name.
    """
    for example in examples:
        named = _named(example)
        if not named:
            continue
        first = named.group().removesuffix(named["last"])
        if len(set(re.findall(rf"(\w+) {named['last']}\b", example.context)) & _FIRST) > 1:
            continue
        cuts = [Span(at.start, at.start + len(first)) for at in _places(named.group(), example.context)]
        short = _rewritten(example, [(cut, "") for cut in cuts])
        if short:
            yield replace(short, id=f"{example.id}-by-last-name")


def by_office(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Those of the examples whose question names somebody, asked by an office that the text gives them.

    The text names them beside it, or nowhere; now and then the question is about an office that nobody holds. Left
    out: an answer of which the name is a part.
    """
    for example in examples:
        named = _named(example)
        if not named or "who is" in example.question.lower():
            continue
        office, other = (_office(chance) for _ in range(2))
        if other.split()[1] in f"{office} {example.context}" or office.split()[1] in example.context:
            continue
        places = _places(named.group(), example.context)
        edits = [(places[0], _beside(office, named.group(), example.context[places[0].end :], chance))]
        if chance.random() < 0.3:
            edits = [(place, office) for place in places]
        edits = [(place, _capital(words, example.context, place.start)) for place, words in edits]
        told = _rewritten(example, edits)
        if not told:
            continue
        asked, held = f"{example.id}-by-office", chance.random() < 0.75
        question = example.question.replace(named.group(), office if held else other)
        told = replace(told, id=asked, question=question[:1].upper() + question[1:])
        yield told if held else replace(told, answers=(), evidence=(), verdict=told.verdict and "silent")


def _named(example: Example) -> re.Match[str] | None:
    """The whole name in its question that stands in its text too."""
    return next((n for n in _WHOLE.finditer(example.question) if n.group() in example.context), None)


def _places(words: str, text: str) -> list[Span]:
    return [Span(*place.span()) for place in re.finditer(rf"\b{re.escape(words)}\b", text)]


def _office(chance: random.Random) -> str:
    office = chance.choice(_OF_OFFICE).replace("{office}", chance.choice(lexicon.OFFICES))
    return dressing.filled(office.replace("{subject}", chance.choice(_SUBJECTS)), chance)


def _beside(office: str, name: str, behind: str, chance: random.Random) -> str:
    """Both: "the mayor, Ada Lie,"; where something else than a word follows, "mayor Ada Lie"."""
    if not re.match(r" [a-z]", behind):
        return f"{office}, {name}" if re.match(r"[.,;]", behind) else f"{office} {name}"
    return chance.choice((f"{office}, {name},", f"{name}, {office},", f"{office} {name}"))


def _capital(words: str, text: str, at: int) -> str:
    return words[:1].upper() + words[1:] if re.search(r"(?:^|[.!?]”? |“)$", text[:at]) else words


def _rewritten(example: Example, edits: Sequence[tuple[Span, str]]) -> Example | None:
    """The example with other words at these places of its text, in their order; None where an answer meets one."""
    if not edits or any(place.meets(answer) for place, _ in edits for answer in example.answers):
        return None
    text, at = "", 0
    for place, words in edits:
        text += example.context[at : place.start] + words
        at = place.end
    return replace(
        example,
        context=text + example.context[at:],
        answers=tuple(_moved(span, edits) for span in example.answers),
        evidence=tuple(_moved(span, edits) for span in example.evidence),
    )


def _moved(span: Span, edits: Sequence[tuple[Span, str]]) -> Span:
    """Where a span stands once the words are other ones."""
    gained = [(place.start, len(words) - (place.end - place.start)) for place, words in edits]
    before = sum(more for start, more in gained if start < span.start)
    return Span(
        span.start + before, span.end + before + sum(more for start, more in gained if span.start <= start < span.end)
    )
