"""The question sets of the data folder -> Examples with character spans. Leaves out how they are made harder.

Formats: SQuAD-like JSON lines; QA-SRL Gold (Roit et al., 2020) and QANom (Klein et al., 2020), whose questions name
the other parties by placeholders; MultiSpanQA (Li et al., 2022). Licences: the data folder's README.
"""

import ast
import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Span

_PLACEHOLDER = re.compile(r"\b(someone|something)\b")
_OBJECT_QUESTION = re.compile(
    r"^(?:what|who) (did|has|had|is|was|will|would|can|does|might) (?:someone|something) (.+)\?$", re.I
)


@dataclass(frozen=True, slots=True)
class Example:
    """A question, a text, and the spans that answer it, best first; none: the text does not say.

    A question to be answered with yes or no has a verdict instead of spans: "yes", "no", or "silent".
    """

    id: str
    group: str  # examples of one sentence or article, never split between training and evaluation
    source: str
    question: str
    context: str
    answers: tuple[Span, ...] = ()
    several: bool = False  # each of the answers is true by itself; else they are ways to mark the same one
    evidence: tuple[Span, ...] = ()  # what shows it, where that is not the sentences of the answers
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did what to whom in one sentence, as people marked it: question frames with their answers."""

    sentence: str  # its id
    context: str
    verb: str
    subject: tuple[str, Span] | None  # the question that asks for it, its answer
    object: tuple[str, Span] | None


def squad_like(path: Path, source: str) -> Iterator[Example]:
    """JSON lines {"id", "question", "context", "answers", "title"?}; answers that stand nowhere are left out."""
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        spans = tuple(
            Span(at, at + len(answer))
            for answer in row["answers"]
            if (at := _whole_words(answer, row["context"])) >= 0
        )
        if row["answers"] and not spans:
            continue
        group = row["id"].split("#")[0] if source == "qamr" else row.get("title") or row["id"]
        yield Example(row["id"], group, source, row["question"], row["context"], spans)


def qasrl(annotations: Path, sentences: Path) -> Iterator[tuple[Example, str, str]]:
    """Each question with its first answer, its verb's key, and the role it asks for ("subject", "object" or "")."""
    with sentences.open(encoding="utf-8", newline="") as file:
        tokens = {row["qasrl_id"]: row["tokens"].split() for row in csv.DictReader(file)}
    with annotations.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if not row["question"] or not row["answer_range"]:
                continue
            context, offsets = _joined(tokens[row["qasrl_id"]])
            spans = tuple(_token_span(offsets, text) for text in row["answer_range"].split("~!~"))
            passive = row["is_passive"] == "True"
            yield (
                Example(f"qasrl-{number}", row["qasrl_id"], "qasrl", row["question"], context, spans, several=True),
                f"{row['qasrl_id']}:{row['verb_idx']}",
                _role(row["wh"], row["subj"], row["obj"], passive),
            )


def qanom(path: Path) -> Iterator[tuple[Example, str, str]]:
    """As `qasrl`, for nouns made from verbs."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            context, offsets = _joined(row["sentenceTokens"])
            for index, verb in row["verbEntries"].items():
                for question, label in verb["questionLabels"].items():
                    spans = tuple(
                        Span(offsets[a][0], offsets[b - 1][1])
                        for judgment in label["answerJudgments"]
                        if judgment["isValid"]
                        for a, b in judgment["spans"]
                    )
                    if not spans:
                        continue
                    slots = label["questionSlots"]
                    role = _role(slots["wh"], slots["subj"], slots["obj"], label["isPassive"])
                    key = f"{row['sentenceId']}:{index}"
                    yield (
                        Example(f"qanom-{key}-{question}", row["sentenceId"], "qanom", question, context, spans[:1]),
                        key,
                        role,
                    )


def multispan(path: Path) -> Iterator[Example]:
    """Questions with several answers; every one of them is accepted."""
    for row in json.loads(path.read_text("utf-8"))["data"]:
        words, labels = (_listed(row[name]) for name in ("context", "label"))
        context, offsets = _joined(words)
        spans: list[Span] = []
        for (start, end), label in zip(offsets, labels, strict=True):
            if label == "B":
                spans.append(Span(start, end))
            elif label == "I" and spans:
                spans[-1] = Span(spans[-1].start, end)
        if spans:
            question = " ".join(_listed(row["question"])) + "?"
            yield Example(row["id"], row["id"], "multispan", question, context, tuple(spans), several=True)


def filled(asked: Iterable[tuple[Example, str, str]]) -> Iterator[tuple[Example, Roles]]:
    """Role questions as people ask them: a placeholder becomes the other party's own words.

    Each comes with both roles of its verb, from which its reversals can be made. Questions whose other party is not
    marked, or that have more than one placeholder, are left out.
    """
    by_verb: dict[str, dict[str, Example]] = {}
    rows = list(asked)
    for example, key, role in rows:
        if role:
            by_verb.setdefault(key, {}).setdefault(role, example)
    for key, found in by_verb.items():
        if "subject" not in found or "object" not in found:
            continue
        subject, object_ = found["subject"], found["object"]
        roles = Roles(
            subject.group,
            subject.context,
            key,
            (subject.question, subject.answers[0]),
            (object_.question, object_.answers[0]),
        )
        for example, other in ((subject, object_), (object_, subject)):
            question = fill(example.question, other.answers[0].of(example.context))
            if question:
                yield (
                    Example(
                        f"{example.id}-filled",
                        example.group,
                        f"{example.source} filled",
                        question,
                        example.context,
                        example.answers,
                        example.several,
                    ),
                    roles,
                )


def asked_whether(roles: Roles) -> tuple[str, str] | None:
    """From "Who did someone thank?" to "Did Pompeo thank Cambodia?" and "Did Cambodia thank Pompeo?", or None.

    The first is answered with yes. Questions with a negation or without that form are left out.
    """
    assert roles.subject
    assert roles.object
    match = _OBJECT_QUESTION.match(roles.object[0])
    if not match:
        return None
    auxiliary, rest = match.groups()
    subject, object_ = (party.of(roles.context) for _, party in (roles.subject, roles.object))
    start = auxiliary.capitalize()
    return f"{start} {subject} {rest} {object_}?", f"{start} {object_} {rest} {subject}?"


def fill(question: str, words: str) -> str | None:
    """The question with its one placeholder replaced; None when it has none, or several."""
    if len(_PLACEHOLDER.findall(question)) != 1:
        return None
    return _PLACEHOLDER.sub(lambda _: words, question)


def _role(wh: str, subj: str, obj: str, passive: bool) -> str:
    """Whether a question asks for who did it or for whom it was done to."""
    if wh not in ("who", "what"):
        return ""
    asks_subject = subj in ("", "_", None)
    if passive:
        return "object" if asks_subject else ""
    if asks_subject:
        return "subject"
    return "object" if obj in ("", "_", None) else ""


def _whole_words(answer: str, context: str) -> int:
    """Where the answer stands, preferably not inside a longer word; -1 when nowhere."""
    for match in re.finditer(re.escape(answer), context):
        before, after = context[: match.start()][-1:], context[match.end() :][:1]
        if not ((before.isalnum() and answer[:1].isalnum()) or (after.isalnum() and answer[-1:].isalnum())):
            return match.start()
    return context.find(answer)


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, with each one's place: no space before closing marks, none after opening ones."""
    text = ""
    offsets = []
    for token in tokens:
        glued = (
            not text
            or token[:1] in ".,;:!?)]}%"
            or token in ("'s", "n't", "'", "''", "’s", "”")
            or text[-1] in "([{$“"
        )
        text += "" if glued else " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
    return text, offsets


def _token_span(offsets: list[tuple[int, int]], text: str) -> Span:
    start, end = map(int, text.split(":"))
    return Span(offsets[start][0], offsets[end - 1][1])


def _listed(value: object) -> list[str]:
    return value if isinstance(value, list) else list(ast.literal_eval(str(value)))
