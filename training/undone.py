"""Sentences that people wrote, with what was done turned into what was not: denied, refused, planned, possible.

Most texts tell of what happened; a reader that learns from them takes every verb for a fact. Here the same sentence
says yes, says no, or leaves it open, and only the words around its verb differ. Made-up news: templates.py.
"""

import gzip
import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Article, Span
from retrieval.search import STOP_WORDS
from retrieval.sentences import split
from training import lexicon
from training.examples import Example, Roles, asked_whether

_NO: Sequence[str] = (
    *["did not {base}"] * 4,
    *["never {past}"] * 2,
    "didn't {base}",
    "declined to {base}",
    "refused to {base}",
    "failed to {base}",
    "has not {pp}",
    "had not {pp}",
    "has never {pp}",
    "chose not to {base}",
    "decided not to {base}",
    "could not {base}",
    "was unable to {base}",
    "has yet to {base}",
    "denied having {pp}",
    "denied {ing}",
    "stopped short of {ing}",
    "rejected calls to {base}",
    "no longer {past}",
)
_OPEN: Sequence[str] = (
    "may {base}",
    "might {base}",
    "could {base}",
    "should {base}",
    "will {base}",
    "may have {pp}",
    "could have {pp}",
    "would have {pp}",
    "plans to {base}",
    "wanted to {base}",
    "hoped to {base}",
    "offered to {base}",
    "promised to {base}",
    "threatened to {base}",
    "was asked to {base}",
    "was urged to {base}",
    "was expected to {base}",
    "was about to {base}",
    "was accused of {ing}",
    "considered {ing}",
    "intends to {base}",
    "is likely to {base}",
)
_NO_PASSIVE: Sequence[str] = ("not {pp}", "not {pp}", "never {pp}", "at no time {pp}", "by no means {pp}")
_OPEN_PASSIVE: Sequence[str] = ("to be {pp}", "almost {pp}", "supposed to be {pp}", "about to be {pp}", "nearly {pp}")
_ADVERB = r"(?: (?:\w+ly|also|then|later|first|once|soon|still|again))?"
_DID = re.compile(r"^(?P<wh>Who|Whom|What|When|Where|Why|How) did (?P<rest>.+)\?$")
_WAS = re.compile(r"^(?:When|Where|Why|How) (?P<was>was|were) (?P<rest>.+)\?$")
_WHO = re.compile(r"^(?:Who|What) (?P<verb>[a-z]+) (?P<rest>.+)\?$")
_NAMED = r"[A-Z][\w’'-]+(?: (?:of|the|de|van|[A-Z][\w’'-]+)){0,4}"
_PLAIN = re.compile(
    rf"(?:(?:In|On|At|After|During|By|For) [^,]{{3,40}}, )?"
    rf"(?P<subject>(?:[Tt]he|His|Her|Their|Its|Our|My) (?:[a-z]+ )??[a-z]+|He|She|{_NAMED})"
    rf"{_ADVERB}(?: (?P<was>was|were))?{_ADVERB} (?P<verb>[a-z]+) (?P<rest>(?:[\w’'$€£%-]+ ?){{1,8}}(?=[,.;:]|$))"
)
_STARTS = re.compile(rf"(?P<subject>{_NAMED}) [a-z]")
# Where what was done ends, and something else begins.
_ENDS = re.compile(r"\b(?:and|but|who|which|that|when|while|because|after|before|as|where|so|if|than|or)\b")
_NOBODY = re.compile(r"\b(?:I|we|you|something|someone|this|that)\b", re.IGNORECASE)
_AUXILIARIES = frozenset("be can do have may must shall will".split())
_AROUND = 2  # sentences on either side
_STEM = 4  # letters: what the forms of most verbs share
_LONGEST = 12  # words of an answer that a question of yes or no can hold


@dataclass(frozen=True, slots=True)
class _Forms:
    base: str
    past: str
    pp: str
    ing: str


class Inflections:
    """The forms of verbs, as QANom gives them; none of a verb that is kept for judging."""

    def __init__(self, path: Path) -> None:
        kept = {verb.base for verb in lexicon.HELD_OUT_VERBS}
        self.by_base: dict[str, _Forms] = {}
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                for entry in row["verbEntries"].values():
                    forms = entry["verbInflectedForms"]
                    base, past, pp, ing = (
                        forms[name] for name in ("stem", "past", "pastParticiple", "presentParticiple")
                    )
                    if base not in kept | _AUXILIARIES:
                        self.by_base[base] = _Forms(base, past, pp, ing)
        self.by_past = {forms.past: forms for forms in self.by_base.values() if forms.past != forms.base}
        self.by_participle = {forms.pp: forms for forms in self.by_base.values() if forms.pp != forms.base}


@dataclass(frozen=True, slots=True)
class _Done:
    """That somebody did something, where a text says so, and what can be asked about it."""

    example: Example
    verb: _Forms
    place: Span  # of the verb in the context
    passive: bool
    whether: str  # "Did Pompeo thank Cambodia?"


def undone(
    examples: Sequence[Example],
    pairs: Iterable[tuple[Example, Roles]],
    verbs: Inflections,
    count: int,
    chance: random.Random,
) -> Iterator[Example]:
    """Of each text that tells of a deed: whether it was done, and the same where it was not, or nobody knows.

    Beside the texts whose questions name a deed, `count` sentences of the examples; those of buyers and of chats
    are too far from news.
    """
    bases = sorted(verbs.by_base)
    of_roles = (done for example, roles in pairs if (done := _of_roles(example, roles, verbs)))
    of_questions = (done for example in examples if (done := _of_question(example, verbs)))
    texts = list({e.context: e for e in examples if not e.source.endswith(("amazon", "reddit"))}.values())
    chance.shuffle(texts)
    of_sentences = (done for example in texts for done in _of_sentences(example, verbs))
    seen: set[tuple[str, Span]] = set()
    for done in (*of_roles, *of_questions, *itertools.islice(of_sentences, count)):
        if (done.example.context, done.place) in seen or _NOBODY.search(done.whether):
            continue
        seen.add((done.example.context, done.place))
        yield from _variants(done, bases, verbs, chance)


def _variants(done: _Done, bases: Sequence[str], verbs: Inflections, chance: random.Random) -> Iterator[Example]:
    example = done.example
    whether = replace(example, source="undone", answers=(), several=False, evidence=())
    shown = _sentence(example.context, done.place.start)
    yield replace(whether, id=f"{example.id}-done", question=done.whether, evidence=shown, verdict="yes")
    for verdict in chance.sample(("no", "silent"), chance.choice((1, 2, 2))):
        context = _retold(done, verdict, chance)
        shown = _sentence(context, done.place.start) if verdict == "no" else ()
        retold = replace(whether, context=context)
        yield replace(retold, id=f"{example.id}-un-{verdict}", question=done.whether, evidence=shown, verdict=verdict)
        if chance.random() < 0.6:
            yield replace(retold, id=f"{example.id}-un-{verdict}-words")
    other = verbs.by_base[chance.choice(bases)]
    if other != done.verb and other.base[:_STEM] not in example.context.lower():
        question = _with_verb(done, other)
        yield replace(whether, id=f"{example.id}-other", question=question, verdict="silent")


def _with_verb(done: _Done, other: _Forms) -> str:
    form, own = (other.pp, done.verb.pp) if done.passive else (other.base, done.verb.base)
    return re.sub(rf"\b{own}\b", form, done.whether, count=1)


def _retold(done: _Done, verdict: str, chance: random.Random) -> str:
    no, unknown = (_NO_PASSIVE, _OPEN_PASSIVE) if done.passive else (_NO, _OPEN)
    verb = done.verb
    words = chance.choice(no if verdict == "no" else unknown).format(
        base=verb.base, past=verb.past, pp=verb.pp, ing=verb.ing
    )
    text = done.example.context
    return text[: done.place.start] + words + text[done.place.end :]


def _of_roles(example: Example, roles: Roles, verbs: Inflections) -> _Done | None:
    """From parties that people marked: the one that acts right before the verb, the other behind it."""
    asked = asked_whether(roles)
    if not asked or not roles.subject or not asked[0].startswith(("Did ", "Has ", "Had ")):
        return None
    found = re.compile(rf"{_ADVERB} (?P<verb>[a-z]+)\b").match(roles.context, roles.subject[1].end)
    verb = verbs.by_past.get(found["verb"]) if found else None
    if not found or not verb or not re.search(rf"\b(?:{verb.base}|{verb.pp})\b", asked[0]):
        return None
    question = re.sub(rf"^\w+ (.*?)\b(?:{verb.base}|{verb.pp})\b", rf"Did \1{verb.base}", asked[0], count=1)
    return _Done(example, verb, Span(*found.span("verb")), passive=False, whether=question)


def _of_question(example: Example, verbs: Inflections) -> _Done | None:
    """From a question and its answer: "When did Ada Lie leave Lima?", "Who left Lima?"."""
    if not example.answers:
        return None
    context, answer = example.context, example.answers[0].of(example.context)
    short = len(answer.split()) <= _LONGEST
    found, verb, passive, whether = None, None, False, ""
    if asked := _DID.match(example.question):
        subject, verb, rest = _parted(asked["rest"], verbs.by_base)
        if asked["wh"] in ("Who", "Whom", "What"):
            rest, verb = f" {answer}", verb if short and not rest else None
        found = _after(subject, verb.past, context) if verb else None
        whether = f"Did {subject} {verb.base}{rest}?" if verb else ""
    elif asked := _WAS.match(example.question):
        subject, verb, rest = _parted(asked["rest"], verbs.by_participle)
        found = re.search(rf"\b{asked['was']}{_ADVERB} (?P<verb>{verb.pp})\b", context) if verb else None
        passive = True
        whether = f"{asked['was'].capitalize()} {subject} {verb.pp}{rest}?" if verb else ""
    elif (asked := _WHO.match(example.question)) and short:
        verb = verbs.by_past.get(asked["verb"])
        found = _after(answer, verb.past, context) if verb else None
        whether = f"Did {answer} {verb.base} {asked['rest']}?" if verb else ""
    return _Done(example, verb, Span(*found.span("verb")), passive, whether) if verb and found else None


def _parted(words: str, forms: Mapping[str, _Forms]) -> tuple[str, _Forms | None, str]:
    """The subject, the first verb behind it and what follows: "Ada Lie", leave, " Lima"."""
    for found in re.finditer(r" (?P<verb>[a-z]+)\b", words):
        if verb := forms.get(found["verb"]):
            return words[: found.start()], verb, words[found.end() :]
    return words, None, ""


def _of_sentences(example: Example, verbs: Inflections) -> Iterator[_Done]:
    """From plain sentences: "On Monday Ada Lie left Lima."; a pronoun's name is what began the sentence before."""
    sentences = split(Article("", "", example.context))
    for at, sentence in enumerate(sentences):
        plain = _PLAIN.match(sentence.text)
        if not plain or plain["subject"].lower() in STOP_WORDS - {"he", "she"} or sentence.text.endswith("?"):
            continue
        verb = (verbs.by_participle if plain["was"] else verbs.by_past).get(plain["verb"])
        rest = _ENDS.split(plain["rest"], maxsplit=1)[0].strip()
        if not verb or len(rest.split()) < 2:
            continue
        subject = plain["subject"]
        if subject in ("He", "She"):
            begun = _STARTS.match(sentences[at - 1].text) if at else None
            subject = begun["subject"] if begun else subject.lower()
        if subject.split()[0] in ("The", "His", "Her", "Their", "Its", "Our", "My"):
            subject = subject[:1].lower() + subject[1:]
        near = sentences[max(0, at - _AROUND) : at + _AROUND + 1]
        low = near[0].span.start
        start = sentence.span.start - low + plain.start("verb")
        context = example.context[low : near[-1].span.end]
        who = f"{plain['was'] or ''} {verb.pp if plain['was'] else verb.past}".strip()
        told = replace(example, id=f"{example.id}-{at}", context=context, question=f"Who {who} {rest}?", answers=())
        whether = f"Did {subject} {verb.base} {rest}?"
        if plain["was"]:
            whether = f"{plain['was'].capitalize()} {subject} {verb.pp} {rest}?"
        yield _Done(told, verb, Span(start, start + len(plain["verb"])), bool(plain["was"]), whether)


def _after(subject: str, past: str, context: str) -> re.Match[str] | None:
    return re.search(rf"\b{re.escape(subject)}{_ADVERB} (?P<verb>{past})\b(?! by\b)", context, re.IGNORECASE)


def _sentence(context: str, at: int) -> tuple[Span, ...]:
    spans = (sentence.span for sentence in split(Article("", "", context)))
    return tuple(span for span in spans if span.start <= at < span.end)
