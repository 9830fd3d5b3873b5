"""Made-up news in which two people speak by turns, several times each: who said which words, and all that one said.

Beside statements.py, whose texts hold one attribution. A quotation may run on without its speaker, over a paragraph's
end, or under "he said"; the speaker is then the last who was named. Each question has twins that have no answer.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example
from training.lexicon import Party
from training.parties import parties
from training.templates import FILLERS, chosen

# {S} speaks under a name, {O} listens or stands by. {q}, {r}: quotations; {c}: a clause that is reported.
_FIRST = (
    "“{q},” said {S}, {described}.",
    "“{q},” said {S}.",
    "“{q},” {S} [said|told {O}|told reporters|explained|wrote|recalled].",
    "{S}, {described}, said [that |]{c}.",
    "{S} [said|insisted|admitted|explained|told {O}|warned|replied|promised] that {c}.",
    "{S} [said|said on {day}|recalled|answered|asked]: “{q}.”",
    "“{q},” said {S}[|, {described}]. “{r}.”",
    "“{q},” {S} said, “{fragment}.”",
    "According to {S}, {c}.",
    "{C}, {S} said.",
    "{C}, according to {S}, {described}.",
    "{S} saw it otherwise. “{q}.”",
    "{S} was [tired|not surprised|in tears]. “{q},” {s} said.",
    "{S} disagreed with {O}. “{q}.”",
    "Asked about {thing}, {S} [said|replied] that {c}.",
    "For {S}, {described}, [it was simple|there was no doubt]: “{q}.”",
    "{S} spoke of “{fragment}”.",
    # Somebody else stands by, or is what the speaker belongs to.
    "{S} was [nominated|invited|interrupted|praised|driven there] by {O}, {described}. “{q},” {s} said[| on {day}].",
    "{S} [met|wrote to|sat beside|shook hands with] {O}[| on {day}|, {described}]. “{q},” {s} said.",
    "{S} had once been taught by {O}, {described}, who did not like {obj}. “{q},” {s} said.[| “{r}.”]",
    "{S} was asked by {O} about {thing}. “{q},” {s} [said|replied].",
    "{S} accepted the [figures|result|offer] of {O}. “{q},” {s} said.",
    "[Asked|Questioned] by {O} about {thing}, {S} [said|answered]: “{q}.”",
    "In a letter to the {role}, {O}, {S} [wrote|said] that {c}.",
    "{S} remembered it differently. It was {O}, as {s} saw it, who was wrong. “{q}.”",
    "{S} had [little|nothing] to say to {O}. {Sp} repeated that {c}.",
    "{S}, unlike {O}, was [calm|furious]. “{q},” {s} [said|told {town} radio].",
    "“{q},” said {name}’s {role}, {S}[|, in {town}].",
    "“{q},” {name}’s {role}, {S}, told reporters.",
    "{name}’s {role}, {S}, said that {c}.",
    "Their {role}, {S}, said that {c}. “{q},” {s} said.",
    "The {role}, {S}, [refused|arrived late|was there]. {C}, {s} said.",
    "The {role} of {town}, {S}, [was there|came]. “{q},” the {role} said.",
    "{S}, the {role} of {town}, [stayed|waited]. [Asked about {thing}, the {role} said that {c}|"
    "The {role} said {c}].",
    "The {role} of {town}, {S}, thanked {O} at a ceremony. {Sp} [said|promised|added] that {c}.",
    "[{S} gave {O} an answer|{S} defended the result]. {C}, {s} said. “{q}.”",
    "{S} took the blame. “{q},” {s} told {O}. “{r}.”",
)
# Of two people for whom different pronouns stand.
_APART = (
    "{O} congratulated {S} by telephone, and {s} thanked {o} for it. “{q},” {s} said.",
    "{O} left early. Not so {S}. “{q},” {s} said.",
    "{S} had to wait for {O}, who was in {town}. “{q},” {s} said. “{r}.”",
    "{O} accused {S} of carelessness. “{q},” {s} replied.",
    "{S} gave {O} [{poss} hand|a letter], and {os} smiled. “{q},” {s} said.",
    "{S} was chosen by {O}. {C}, {s} said.",
    "The choice was {O}’s, and {S} knew it. “{q},” {s} said[|, “{fragment}”].",
)
# Of the one who spoke last.
_FURTHER = (
    "“{q},” {s} said.",
    "“{q},” {s} [added|went on|told {O}].",
    "{Sp} [said|added|also said] that {c}.",
    "{Sp} said {c}.",
    "{C}, {s} said.",
    "“{q}.”",
    "“{q}. {r}.”",
    "“{q}.\n\n“{r}.”",
    "{Sp} [paused|looked at {poss} hands|smiled]. “{q}.”",
    "“{q},” {s} said. “{r}.”",
    "{Sp} [denied|rejected] that. “{q},” {s} said.",
    "{Sp} called it “{fragment}”.",
)
_FRAGMENTS = (
    "a bad day for {town}",
    "the longest winter of my life",
    "nothing but a pile of wood",
    "a promise on paper",
    "the work of cowards",
    "what we have waited for since {year}",
    "not a matter for the courts",
    "as good as new",
    "more than we had asked for",
)
_WHO_QUOTED = ("Who said “{}”?", "Who said “{}”?", 'Who said "{}"?', "Who said that {}?", "Whose words are “{}”?")
_WHO_CLAIMED = ("Who said that {}?", "Who said {}?", "Who said “{}”?")
_WHAT = ("What did {} say?", "What did {} say?", "what did {} say", "What was said by {}?", "What has {} said?")


@dataclass(slots=True)
class _Talk:
    """A text as it grows, and who said what in it."""

    text: str = ""
    said: dict[str, list[tuple[Span, Span, Span]]] = field(default_factory=dict)  # words, speaker, sentence
    named: dict[str, Span] = field(default_factory=dict)  # each speaker's last name in the text


def talks(count: int, seed: int) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not."""
    chance = random.Random(f"talks {seed}")  # noqa: S311
    for number in range(count):
        name = f"talk-{seed}-{number}"
        a, d, stranger = _speakers(chance)
        talk = _talk(a, d, chance)
        for at, (question, answers, evidence) in enumerate(_asked(talk, (a, d), stranger, chance)):
            yield Example(f"{name}-{at}", name, "talk", question, talk.text, answers, several=True, evidence=evidence)


def _speakers(chance: random.Random) -> list[Party]:
    found: list[Party] = []
    while len(found) < 3:
        party = parties(chance, 1)[0]
        words = set(party.name.split()) - {"the"}
        if party.subject != "it" and not any(words & set(other.name.split()) for other in found):
            found.append(party)
    return found


def _talk(a: Party, d: Party, chance: random.Random) -> _Talk:
    talk = _Talk()
    left = chance.sample(lexicon.QUOTES, 24)
    clauses = chance.sample(lexicon.CLAUSES, 12)
    fragments = chance.sample(_FRAGMENTS, len(_FRAGMENTS))
    order = [a, d] if chance.random() < 0.6 else [a]
    if chance.random() < 0.5:
        order += order[:1]
    for turn, speaker in enumerate(order):
        other = d if speaker is a else a
        # The second time a person with two names goes by the last one.
        known = speaker.name in talk.named
        name = (
            speaker.name.split()[-1] if known and " " in speaker.name and speaker.name[0].isupper() else speaker.name
        )
        for step in range(chance.choice((1, 1, 2, 2, 3))):
            apart = (*_APART, *_FIRST) if a.subject != d.subject else _FIRST
            forms = _FURTHER if step and chance.random() < 0.8 else apart
            form = chosen(chance.choice(forms), chance)
            slots = {
                **dressing.circumstances(chance),
                "S": name,
                "O": other.name,
                "s": speaker.subject,
                "Sp": speaker.subject.capitalize(),
                "obj": speaker.object,
                "poss": speaker.possessive,
                "os": other.subject,
                "o": other.object,
                "described": dressing.description(chance),
                "q": dressing.filled(left.pop(), chance),
                "r": dressing.filled(left.pop(), chance),
                "c": dressing.filled(clauses.pop(), chance),
                "fragment": dressing.filled(fragments.pop(), chance),
            }
            slots["C"] = slots["c"][:1].upper() + slots["c"][1:]
            _put(talk, form, slots, speaker.name)
        if chance.random() < 0.3:
            filler = chance.choice(FILLERS[:5]).format(**dressing.circumstances(chance))
            talk.text += f" {filler}"
        if turn + 1 < len(order) and chance.random() < 0.6:
            talk.text += "\n\n"
    return talk


def _put(talk: _Talk, form: str, slots: dict[str, str], speaker: str) -> None:
    """Write the form at the text's end, and down what was said in it."""
    if talk.text and not talk.text.endswith("\n"):
        talk.text += " "
    first = len(talk.text)
    words: list[Span] = []
    at = 0
    while at < len(form):
        if form[at] != "{":
            talk.text += form[at]
            at += 1
            continue
        end = form.index("}", at)
        slot = form[at + 1 : end]
        filled = slots[slot]
        if not talk.text[first:].strip("“"):
            filled = filled[:1].upper() + filled[1:]
        span = Span(len(talk.text), len(talk.text) + len(filled))
        talk.text += filled
        if slot == "S":
            talk.named[speaker] = span
        if slot in ("q", "r", "c", "C", "fragment"):
            words.append(span)
        at = end + 1
    for one in words:
        talk.said.setdefault(speaker, []).append((one, talk.named[speaker], _sentence(talk.text, first, one)))


def _sentence(text: str, first: int, words: Span) -> Span:
    """From the last full stop, or the form's beginning, to the next one."""
    starts = [text.rfind(mark, first, words.start) for mark in (". ", ".” ", "\n\n")]
    start = max([first, *(at + len(mark) for at, mark in zip(starts, (". ", ".” ", "\n\n"), strict=True) if at >= 0)])
    end = next((at for at in range(words.end, len(text)) if text[at] == "."), len(text) - 1)
    return Span(start, min(len(text), end + 2 if text[end + 1 : end + 2] == "”" else end + 1))


def _asked(
    talk: _Talk, people: tuple[Party, Party], stranger: Party, chance: random.Random
) -> Iterator[tuple[str, tuple[Span, ...], tuple[Span, ...]]]:
    for person in people:
        said = talk.said.get(person.name, [])
        form = chance.choice(_WHAT)
        short = chance.random() < 0.4 and person.name[0].isupper()
        name = person.name.split()[-1] if short else person.name
        yield form.format(name), tuple(one[0] for one in said), tuple(one[2] for one in said)
        for words, speaker, sentence in chance.sample(said, min(2, len(said))):
            text = words.of(talk.text)
            quoted = talk.text[words.start - 1 : words.start] == "“"
            question = chance.choice(_WHO_QUOTED if quoted else _WHO_CLAIMED)
            if "that" in question or not quoted:
                text = text[:1].lower() + text[1:] if not text.startswith(("I ", "I'")) else text
            yield question.format(text), (speaker,), (sentence,)
    yield chance.choice(_WHAT).format(stranger.name), (), ()
    held = {words.of(talk.text).lower() for said in talk.said.values() for words, _, _ in said}
    for forms, all_words in ((_WHO_QUOTED, lexicon.QUOTES), (_WHO_CLAIMED, lexicon.CLAUSES)):
        unsaid = dressing.filled(chance.choice(all_words), chance)
        if unsaid.lower() not in held:
            yield chance.choice(forms).format(unsaid), (), ()
