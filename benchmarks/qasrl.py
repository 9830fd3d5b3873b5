"""Who did what to whom in real news: the agents and patients that people marked for verbs of Wikinews sentences.

    python -m benchmarks.qasrl [--most 120] [--of wikinews] [--show]

QASRL-GS (Roit et al., 2020), dev: its sentences become a collection, each document an article. A verb's question on
its agent ("Who suspended something?") becomes one with two blanks ("Who suspended what?"), asked of the collection;
right pairs are those that people marked for the same verb in whatever tense, each agent that they marked with each
patient. Beside it the reader alone: the same question with the other party's words in its placeholder, asked of its
own sentence. Words count as the same when they share half. Most of these sentences were seen in training: it measures
how far the pairs fall behind the reader. `--show` prints each pair that was missed, and each that was not marked.
"""

import argparse
import itertools
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from benchmarks.collection import Told
from benchmarks.data import data_file, table
from benchmarks.questions import normalised
from benchmarks.roles import pairs_of, write
from bot.collection import Progress, open_answerer, reembed
from bot.settings import Settings
from corpus.article import Span
from retrieval.questions import Kind, kind_of
from retrieval.reader import load_reader
from retrieval.types import Answer, Sentence, Window
from training.examples import Example, Roles, fill, filled, qasrl

_OPEN = re.compile(r"\b(someone|something)\b")
_ASIDE = re.compile(
    r"\b(?:who|whom|what|someone|something|is|are|was|were|has|have|had|been|being|will|would|could|can|might|may|"
    r"should|did|does|do|not|\w+n't)\b"
)
Pair = tuple[str, str]


def main() -> None:
    """Ask, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=120, help="questions with two blanks, drawn once and for all")
    parser.add_argument("--of", choices=("wikinews", "wikipedia"), default="wikinews", help="whose sentences")
    parser.add_argument("--show", action="store_true", help="print the pairs that nobody marked")
    options = parser.parse_args()
    files = (f"qasrl_gs_{options.of}_dev{end}.csv" for end in ("", "_sentences"))
    rows = list(qasrl(*map(data_file, files)))
    roles = {one.verb: one for _, one in filled(rows)}
    parties = parties_of(rows)
    marked: dict[str, dict[str, set[Pair]]] = defaultdict(dict)  # by verb without its endings, then by its place
    of_question: dict[str, list[Roles]] = defaultdict(list)
    for one in roles.values():
        assert one.subject
        marked[_verb(one.subject[0])][one.verb] = set(itertools.product(*parties[one.verb]))
        question = two_blanks(one)
        if question:
            of_question[question].append(one)
    askable = {one.verb for told in of_question.values() for one in told}
    chosen = sorted(of_question, key=lambda question: sha256(question.encode()).digest())[: options.most]
    with tempfile.TemporaryDirectory() as scratch:
        write(articles_of({example.group: example.context for example, _, _ in rows}), Path(scratch) / "a")
        settings = Settings(corpus=Path(scratch) / "a", index=Path(scratch) / "index")
        reembed(settings, Progress())
        answerer = open_answerer(settings)
        held = claimed = found = right = 0
        for question in chosen:
            answer = answerer.answer(question)
            said = pairs_of(answer)
            here = marked[_verb(question)]
            asked_for = [pairs for verb, pairs in here.items() if verb in askable]
            held, claimed = held + len(asked_for), claimed + len(said)
            missed = [pairs for pairs in asked_for if not any(same_pair(p, one) for p in pairs for one in said)]
            found += len(asked_for) - len(missed)
            true = {one for pairs in here.values() for one in pairs}
            wrong = {one for one in said if not any(same_pair(other, one) for other in true)}
            right += len(said - wrong)
            if options.show:
                lost = [f"missed {' | '.join(sorted(pairs)[0])}" for pairs in missed]
                print(f"\n{question}", *lost, *shown(answer, wrong), sep="\n  ")
        alone = [alone_right(one) for question in chosen for one in of_question[question]]
    precision, recall = right / max(1, claimed), found / max(1, held)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        table(
            ["questions", "deeds marked", "precision", "recall", "F1", "reader alone, given the other party"],
            [
                [
                    str(len(chosen)),
                    str(held),
                    *(f"{share:.3f}" for share in (precision, recall, f1)),
                    f"{sum(alone) / len(alone):.3f} of {len(alone)}",
                ]
            ],
        )
    )


def two_blanks(roles: Roles) -> str | None:
    """The question about the agent with its placeholder as a blank; None when it is no question of two blanks."""
    if not roles.subject or not roles.object:
        return None
    asked = roles.subject[0]
    if len(_OPEN.findall(asked)) != 1 or not asked.lower().startswith("who "):
        return None
    question = _OPEN.sub(lambda place: "whom" if place[0] == "someone" else "what", asked)
    return question if kind_of(question) is Kind.BLANKS else None


def parties_of(rows: Iterable[tuple[Example, str, str]]) -> dict[str, tuple[set[str], set[str]]]:
    """By a verb's place all agents and all patients that people marked for it, in the sentence's words."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for example, verb, role in rows:
        if role:
            found[verb][role == "object"].update(span.of(example.context) for span in example.answers)
    return found


def shown(answer: Answer, wrong: AbstractSet[Pair]) -> list[str]:
    """A line to each of an answer's pairs that are wrong: how sure, the parties, the sentence."""
    return [
        f"{found.confidence:.2f} {' | '.join(found.roles.values())} <- {found.citation.sentence}"
        for found in answer.answers
        if found.roles and pairs_of(replace(answer, answers=(found,))) <= wrong
    ]


def _verb(question: str) -> str:
    """A question's verb without its endings, with what belongs to it: "is calling on" -> "call on"."""
    words = _ASIDE.sub(" ", question.lower().rstrip("?")).split()
    return " ".join(re.sub(r"(?:ing|ed|es|s|d|e)$", "", word) for word in words)


def articles_of(sentences: dict[str, str]) -> list[Told]:
    """Each document's sentences, by id and in order, as one article."""
    texts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(sentences):
        texts[key.rsplit(":", 2)[0]].append(sentences[key])
    return [
        Told(name.replace(":", "-"), name.rsplit(":", 1)[-1], "2010-01-01", "\n\n".join(found))
        for name, found in texts.items()
    ]


def alone_right(roles: Roles) -> bool:
    """Whether the reader finds the agent in the verb's own sentence, the patient being named in the question."""
    assert roles.subject
    assert roles.object
    question = fill(roles.subject[0], roles.object[1].of(roles.context)) or roles.subject[0]
    reader = load_reader()
    whole = Span(0, len(roles.context))
    window = Window("one", whole, roles.context, (Sentence("one", 0, whole, roles.context),))
    (read,) = reader.read([(question, window)])
    if not read.readings or read.readings[0].confidence < reader.threshold:
        return False
    return overlap(read.readings[0].words.of(roles.context), roles.subject[1].of(roles.context)) >= 0.5


def same_pair(true: Pair, said: Pair) -> bool:
    """Both parties share at least half of their words."""
    return all(overlap(one, other) >= 0.5 for one, other in zip(true, said, strict=True))


def overlap(one: str, other: str) -> float:
    """F1 of the words of two answers."""
    first, second = set(normalised(one).split()), set(normalised(other).split())
    return 2 * len(first & second) / max(1, len(first) + len(second))


if __name__ == "__main__":
    main()
