"""Made-up news in which two people speak by turns, several times each: who said which words, and all that one said.

Beside statements.py, whose texts hold one attribution. A quotation may run on without its speaker, over a paragraph's
end, or under "he said"; the speaker is then the last who was named. Each question has twins that have no answer.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.article import Span
from training import dressing, lexicon
from training.examples import Example
from training.lexicon import Party
from training.parties import parties
from training.templates import FILLERS, chosen

# {S} speaks under a name, {O} listens or stands by. {q}, {r}: quotations; {c}: a clause that is reported.
# Of {O}: {x}, a quotation, and {n}, a clause, which may stand in what {S} says.
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
    "{S} {self} [did not say so|saw it differently|was calm]. “{q},” {s} told [a film crew|{town} radio]. “{r}.”",
    "{S} [shook {poss} head|would not hear of it|turned {o} down]. {C}, {s} said[|, and it had been so since {year}|"
    ", it was known in all {town}, and {town} was waiting].",
    "{S} [apologised to|smiled at|praised] {O}. {C}, {s} said.",
    "The [chairman|secretary] of the {body_name}, {S}, [promised help|thanked {O}]. {C}, {s} said.",
    "{S} told [{O}|the police|the court] that {c}, and [asked {o} to come back|went home|thanked everyone].",
    "A [group|team|choir] from {town} was led by {S}, {age}. {Sp} had [heard of it|waited for it] in {year}. "
    "“{q},” {s} said. “{r}.”",
    "{name} [sent a letter|paid for the paint]. {O} came in person. The [father|mother|neighbour] of the boy, {S} of "
    "the {town} [police|fire brigade], said {c}. “{q},” {s} said.",
    "{S} was [elected|chosen|appointed] in {town}. The new [member|{role}|head] will start on {day}. [Until then|"
    "For now], {s} said, {c}.",
    "{S}, who is {role} of {town}[| since {year}], [was there|waited outside]. “{q},” the {role} said.",
    # Who is described and who is not.
    "{S}, a {job}[| from {town}], [met|visited|sat next to] {O}. “{q},” the {job} said.",
    "{S} [met|visited|sat next to] {O}, a {job}[| from {town}]. “{x},” the {job} [said|told {obj}].",
    "{S} and {O}, a {people}, came in together. “{x},” the {people} said. “{q},” [said|answered] {S}.",
    "{S}’s rival, the {people} {O}, had [fallen|lost {poss} way|come late]. {S} [waited|saw it]. “{q},” the "
    "{people2} said. “{r}.”",
    "{S}’s [rival|guest|neighbour], the {people} {O}, was [silent|ahead] at first. “{x},” the {people} then said.",
    # What somebody else had said, in what is said.
    "“{O} [told me|once wrote|always said] that {n},” {S} said.[| “{q}.”]",
    "{S} [had learnt it from|never forgot] {O}, {described}. “{Os} [told me|wrote to me|used to say] that {n},” {S} "
    "said. “{q}.”",
    "{O} left {town} in {year}. “{Os} told us that {n},” [{S} said|said {S}]. “{q}.”",
    "{O} had sent {obj} a [box|card|letter]. “{Os} wrote that {n},” {S} said.",
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
    "{S} had [warned|accused|sued] {O} in {year}. {O} had never answered {obj}, and {os} had been right. [Now|"
    "On {day}] {s} [sat down beside {o}|gave {o} a letter|bowed to {o}]. “{q},” {s} said. “{r}.”",
    "{S} thanked {O} for [{thing}|a bed and a meal], and {os} [laughed|nodded]. “{x},” {os} said.",
    "{O}, {described}, [wrote to {S}|had a question for {S}]. {Os} got an answer. “{q},” {s} said.",
    "{S} and {O} were both in {town}. {Os} said that {n}. {Sp} said that {c}.",
    "{S} gave it to {O} on {day}. {Os} [confirmed|said] that {n}.",
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
    "Asked [whether {s} had more to say|about {thing}|what came next], {s} said [that |]{c}.",
    "[Until then|For now|On {day}|In {poss} view], {s} said, {c}.",
    "{C}, {s} said, and {s} [smiled|left it at that].",
    "{Sp} told [reporters|the court] that {c}.",
)
_PEOPLES = (
    "Kenyan Norwegian Peruvian Dane Turk Pole Chilean Canadian Indian Greek Thai Finn Cuban Spaniard Austrian "
    "Egyptian Brazilian Ghanaian Moroccan Serb Swede Icelander Scot Briton Swiss Australian"
).split()
# What may follow on a clause, and is of it.
_ENDS = ("on {day}", "for one more winter", "when the time was right", "before {day}", "in {town}, not in {name}")
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
_WHO_CLAIMED = ("Who said that {}?", "Who said {}?", "Who said “{}”?", "Who said “{}”?")
_NO_NAME = ("The ", "It ", "They ", "There ", "This ", "These ", "You ", "We ", "My ", "Some ", "All ")
_WHAT = ("What did {} say?", "What did {} say?", "what did {} say", "What was said by {}?", "What has {} said?")


@dataclass(slots=True)
class _Talk:
    """A text as it grows, and who said what in it."""

    text: str = ""
    said: dict[str, list[tuple[Span, Span, Span]]] = field(default_factory=dict)  # words, speaker, sentence
    named: dict[str, Span] = field(default_factory=dict)  # each speaker's last name in the text


def talks(count: int, seed: int, heard: Sequence[str] = ()) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not.

    `heard` are sentences that people wrote, without the full stop: about half of what is said is taken from them.
    """
    chance = random.Random(f"talks {seed}")  # noqa: S311
    reported = [sentence[0].lower() + sentence[1:] for sentence in heard if sentence.startswith(_NO_NAME)]
    for number in range(count):
        name = f"talk-{seed}-{number}"
        a, d, stranger = _speakers(chance)
        talk = _talk(a, d, (heard, reported), chance)
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


def _talk(a: Party, d: Party, heard: tuple[Sequence[str], Sequence[str]], chance: random.Random) -> _Talk:
    """`heard` are sentences to be quoted, and those to be reported."""
    talk = _Talk()
    left = _mixed(lexicon.QUOTES, heard[0], 36, chance)
    clauses = _mixed([_longer(clause, chance) for clause in lexicon.CLAUSES], heard[1], 24, chance)
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
            people = chance.sample(_PEOPLES, 2)
            slots = {
                **dressing.circumstances(chance),
                "S": name,
                "O": other.name,
                "s": speaker.subject,
                "Sp": speaker.subject.capitalize(),
                "obj": speaker.object,
                "poss": speaker.possessive,
                "os": other.subject,
                "Os": other.subject.capitalize(),
                "self": f"{speaker.object}self",
                "people": people[0],
                "people2": people[1],
                "body_name": chance.choice(("jury", "board", "club", "chapel", "league")),
                "x": dressing.filled(left.pop(), chance),
                "n": dressing.filled(clauses.pop(), chance),
                "o": other.object,
                "described": dressing.description(chance),
                "q": dressing.filled(left.pop(), chance),
                "r": dressing.filled(left.pop(), chance),
                "c": dressing.filled(clauses.pop(), chance),
                "fragment": dressing.filled(fragments.pop(), chance),
            }
            slots["C"] = slots["c"][:1].upper() + slots["c"][1:]
            _put(talk, form, slots, speaker.name, other.name)
        if chance.random() < 0.3:
            filler = chance.choice(FILLERS[:5]).format(**dressing.circumstances(chance))
            talk.text += f" {filler}"
        if turn + 1 < len(order) and chance.random() < 0.6:
            talk.text += "\n\n"
    return talk


def _mixed(made: Sequence[str], heard: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """As many different ones, in any order, half of them heard where there are enough."""
    some = chance.sample(heard, min(len(heard), count // 2))
    found = [*some, *chance.sample(made, min(len(made), count - len(some)))]
    return chance.sample(found, len(found))


def _longer(clause: str, chance: random.Random) -> str:
    return f"{clause} {chance.choice(_ENDS)}" if chance.random() < 0.3 else clause


def _put(talk: _Talk, form: str, slots: dict[str, str], speaker: str, other: str) -> None:
    """Write the form at the text's end, and down what was said in it."""
    if talk.text and not talk.text.endswith("\n"):
        talk.text += " "
    first = len(talk.text)
    placed = _written(talk, form, slots)
    talk.named |= {{"S": speaker, "O": other}[slot]: span for slot, span in placed if slot in ("S", "O")}
    words = [span for slot, span in placed if slot in ("q", "r", "c", "C", "fragment")]
    of_other = [span for slot, span in placed if slot in ("x", "n")]
    # What is told within a quotation is a part of what its speaker says.
    words += [quotation for one in of_other if (quotation := _around(one, talk.text)) != one]
    for name, spans in ((speaker, words), (other, of_other)):
        for one in spans:
            talk.said.setdefault(name, []).append((one, talk.named[name], _sentence(talk.text, first, one)))


def _written(talk: _Talk, form: str, slots: dict[str, str]) -> list[tuple[str, Span]]:
    """The form at the text's end with its slots filled; each slot with its place."""
    first = len(talk.text)
    placed = []
    for part in re.split(r"(\{\w+\})", form):
        filled = slots[part[1:-1]] if part.startswith("{") else part
        if not talk.text[first:].strip("“"):
            filled = filled[:1].upper() + filled[1:]
        if part.startswith("{"):
            placed.append((part[1:-1], Span(len(talk.text), len(talk.text) + len(filled))))
        talk.text += filled
    return placed


def _around(words: Span, text: str) -> Span:
    """The quotation that holds the words, without its marks and the comma; the words where they are all of it, or no
    part of any.
    """
    opened, closed = text.rfind("“", 0, words.start), text.find(",”", words.end)
    if opened < 0 or closed < 0 or "”" in text[opened : words.start] or "“" in text[words.end : closed]:
        return words
    return Span(opened + 1, closed)


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
    everything = [one for said in talk.said.values() for one in said]
    if everything and chance.random() < 0.4:
        yield "What did someone say?", tuple(one[0] for one in everything), tuple(one[2] for one in everything)
    yield chance.choice(_WHAT).format(stranger.name), (), ()
    held = {words.of(talk.text).lower() for said in talk.said.values() for words, _, _ in said}
    for forms, all_words in ((_WHO_QUOTED, lexicon.QUOTES), (_WHO_CLAIMED, lexicon.CLAUSES)):
        unsaid = dressing.filled(chance.choice(all_words), chance)
        if unsaid.lower() not in held:
            yield chance.choice(forms).format(unsaid), (), ()
