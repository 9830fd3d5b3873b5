"""What a sentence that tells of a deed does not tell of it: from the questions that people could ask of it.

Whoever marked QA-SRL asked each question that its sentence answers. A question about the same verb that nobody asked
has no answer there: the reason of a deed that has none, the thief where something "was stolen", whom somebody helped
who "helped". Beside them the reasons, times and places that are told, with the parties named, and one verb's party
under another verb of the sentence.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.article import Span
from retrieval.search import STOP_WORDS
from training.examples import Example
from training.undone import Inflections

_CIRCUMSTANCES = ("Why", "When", "Where")
_ADJUNCT = re.compile(
    r"^(?P<wh>Why|When|Where|How long|How much|How) (?P<aux>[a-z]+) (?:someone|something) (?P<rest>[a-z ]+?)"
    r"(?P<object> (?:someone|something))?\?$",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"^(?:what|who) did (?:someone|something) (?P<base>[a-z]+)\?$", re.IGNORECASE)
_UNDERGOER = re.compile(r"^(?:what|who) (?P<was>was|were|is|are) (?:being )?(?P<participle>[a-z]+)\?$", re.IGNORECASE)
_AGENT = re.compile(r"^(?:what|who) (?P<verb>[a-z]+) (?:someone|something)\?$", re.IGNORECASE)
_ALONE = re.compile(r"^(?:what|who) (?P<past>[a-z]+)\?$", re.IGNORECASE)
_PASSIVE = re.compile(r"^(?:is|are|was|were)$", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:some(?:one|thing|where)|do|doing)\b")
_LONGEST = 8  # words of a party that a question names
_STARTS = re.compile(r"^(?:The|A|An|His|Her|Its|Their|This|That|These|Those|Our|My|Some|Many|All|Both|No)\b")
_NOBODY = STOP_WORDS | {"who", "which", "that", "whom", "him", "us", "them", "one", "others"}


@dataclass(slots=True)
class _Frame:
    """All that was asked about one verb of one sentence."""

    asked: list[Example] = field(default_factory=list)
    agents: list[Example] = field(default_factory=list)  # the questions for who did it
    objects: list[Example] = field(default_factory=list)  # and for whom, or what, it was done to


def frames(asked: Iterable[tuple[Example, str, str]], verbs: Inflections, chance: random.Random) -> Iterator[Example]:
    """What is told, and is not told, of each verb; `asked` as `examples.qasrl` gives it.

    Nouns made from verbs ("the arrest of ...") were asked about less thoroughly, and are not meant for it.
    """
    by_verb: dict[str, _Frame] = {}
    for example, key, role in asked:
        frame = by_verb.setdefault(key, _Frame())
        frame.asked.append(example)
        if role == "subject":
            frame.agents.append(example)
        elif role == "object":
            frame.objects.append(example)
    by_sentence: dict[str, list[_Frame]] = {}
    for frame in by_verb.values():
        by_sentence.setdefault(frame.asked[0].group, []).append(frame)
        yield from _told(frame)
        yield from _no_circumstances(frame)
        yield from _no_agent(frame, verbs, chance)
        yield from _no_object(frame, verbs, chance)
    for near in by_sentence.values():
        yield from _of_another_verb(near)


def _told(frame: _Frame) -> Iterator[Example]:
    """When, where, why and how it was done, with its parties' names: "Why did Garzón apologise?"."""
    agent, undergoer = _agent(frame), _undergoer(frame)
    for example in frame.asked:
        found = _ADJUNCT.match(example.question)
        if not found or _OPEN.search(found["rest"]):
            continue
        passive = bool(_PASSIVE.match(found["aux"])) and not found["rest"].endswith("ing")
        first = undergoer if passive else agent
        if not first or (found["object"] and (passive or not undergoer)):
            continue
        end = f" {undergoer}" if found["object"] else ""
        question = f"{found['wh'].capitalize()} {found['aux']} {first} {found['rest']}{end}?"
        yield replace(example, id=f"{example.id}-told", source="told", question=question)


def _no_circumstances(frame: _Frame) -> Iterator[Example]:
    """What nobody asked of a deed of two parties: its reason, its time, its place."""
    agent, undergoer = _agent(frame), _undergoer(frame)
    base = next((found["base"] for one in frame.objects if (found := _OBJECT.match(one.question))), None)
    if not (agent and undergoer and base):
        return
    words = {example.question.split()[0].lower() for example in frame.asked}
    for wh in _CIRCUMSTANCES:
        if wh.lower() not in words:
            yield _untold(frame, f"{wh} did {agent} {base} {undergoer}?", wh.lower())


def _no_agent(frame: _Frame, verbs: Inflections, chance: random.Random) -> Iterator[Example]:
    """Who did it, where it "was done" by nobody."""
    undergoer = _undergoer(frame)
    if frame.agents or not undergoer:
        return
    for example in frame.objects:
        found = _UNDERGOER.match(example.question)
        forms = verbs.by_participle.get(found["participle"].lower()) if found else None
        if found and forms:
            ways = (f"Who {forms.past} {undergoer}?", f"By whom {found['was'].lower()} {undergoer} {forms.pp}?")
            yield _untold(frame, chance.choices(ways, (5, 1))[0], "agent")
            return


def _no_object(frame: _Frame, verbs: Inflections, chance: random.Random) -> Iterator[Example]:
    """Whom, or what, where it was done to nobody: "Whom did Lie help?" of "Lie helped."."""
    agent = _agent(frame)
    others = [e for e in frame.asked if e.question.split()[0].lower() in ("what", "who") and e not in frame.agents]
    found = _ALONE.match(frame.agents[0].question) if frame.agents else None
    forms = verbs.by_past.get(found["past"].lower()) if found else None
    if agent and forms and not others:
        yield _untold(frame, f"{chance.choice(('Whom', 'Who', 'What'))} did {agent} {forms.base}?", "object")


def _of_another_verb(near: Sequence[_Frame]) -> Iterator[Example]:
    """Who did to one what was done to another: "Who freed Lie?" of "They freed Berg and thanked Lie."."""
    for one in near:
        verb = next((found["verb"] for e in one.agents if (found := _AGENT.match(e.question))), None)
        own = {word for e in one.asked for span in e.answers for word in span.of(e.context).casefold().split()}
        if not verb:
            continue
        for other in near:
            undergoer = _undergoer(other) if other is not one else None
            if undergoer and not own & set(undergoer.casefold().split()) - STOP_WORDS:
                yield _untold(one, f"Who {verb} {undergoer}?", f"of-{undergoer[:20]}")


def _untold(frame: _Frame, question: str, name: str) -> Example:
    example = frame.asked[0]
    return Example(f"{example.id}-no-{name}", example.group, "untold", question, example.context)


def _agent(frame: _Frame) -> str | None:
    return next((name for one in frame.agents if (name := _name(one))), None)


def _undergoer(frame: _Frame) -> str | None:
    """Of a question whose verb has no preposition: not what somebody apologised for."""
    plain = [one for one in frame.objects if _OBJECT.match(one.question) or _UNDERGOER.match(one.question)]
    return next((name for one in plain if (name := _name(one))), None)


def _name(example: Example) -> str | None:
    """The party's words as a question has them; None where they are a pronoun, a verb's complement, or long."""
    span: Span = example.answers[0]
    words = span.of(example.context)
    first = words.split()[0].lower()
    if first in ("to", "that", "by", "for", "in") or words.lower() in _NOBODY or len(words.split()) > _LONGEST:
        return None
    return words[:1].lower() + words[1:] if _STARTS.match(words) else words
