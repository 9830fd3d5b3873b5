"""Questions that a text does not answer, made from questions that it does: each differs in one thing only.

Next to nothing in the training sets is unanswerable; what refusal is learned from is here and in generated.py.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from corpus.article import Article, Span
from retrieval.search import STOP_WORDS
from retrieval.sentences import split
from training import lexicon
from training.examples import Example, Roles, asked_whether, fill

_NAME = re.compile(r"(?<=[\w,] )(?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_OPEN = frozenset(["who", "whom", "what", "someone", "something", "somewhere"])
_STEM = 4  # letters: what the forms of most verbs share
_ENDINGS = ("ing", "ed", "ly", "s", "")
_AUXILIARY = re.compile(r" (?:did|does|do|is|are|was|were|can|could|will|would|has|have|had) ")
_LEADING_NAME = re.compile(r"(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?= )")


def reversed_roles(pairs: Iterable[tuple[Example, Roles]]) -> Iterator[Example]:
    """A verb's own question about the wrong party, as in "Who thanked <the one who thanked>?"."""
    done = set()
    for _, roles in pairs:
        if roles.verb in done or not (roles.subject and roles.object):
            continue
        done.add(roles.verb)
        (asks_subject, subject), (asks_object, object_) = roles.subject, roles.object
        for side, question, party in (("s", asks_subject, subject), ("o", asks_object, object_)):
            swapped = fill(question, party.of(roles.context))
            if swapped:
                yield Example(f"{roles.verb}-reversed-{side}", roles.sentence, "reversed", swapped, roles.context)


def whether(pairs: Iterable[tuple[Example, Roles]]) -> Iterator[Example]:
    """Yes-or-no questions about real sentences: as it was, and with the roles turned round."""
    done = set()
    for example, roles in pairs:
        asked = asked_whether(roles)
        if roles.verb in done or not asked:
            continue
        done.add(roles.verb)
        for question, verdict in zip(asked, ("yes", "silent"), strict=True):
            yield Example(
                f"{roles.verb}-{verdict}", roles.sentence, "whether", question, example.context, verdict=verdict
            )


def one_thing_changed(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Every change to a question that leaves it without an answer in its text; at most one of each kind.

    A name or number becomes another one, of the same text or a stranger's; a word becomes its opposite; the verb is
    denied; a word of the text becomes one of another text on the subject.
    """
    pools = _Pools(examples)
    for example in examples:
        done = set()
        for kind, change in (
            ("name", _other_name),
            ("number", _other_number),
            ("opposite", _opposite),
            ("denied", _denied),
            ("word", _other_word),
        ):
            question = change(example, pools, chance)
            if question and question not in done:
                done.add(question)
                yield Example(f"{example.id}-{kind}", example.group, f"changed {kind}", question, example.context)


class _Pools:
    """What a changed question may take its word from: names and numbers by source, common words by group."""

    def __init__(self, examples: Sequence[Example]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        numbers: dict[str, set[str]] = defaultdict(set)
        words: dict[str, set[str]] = defaultdict(set)
        for example in examples:
            names[example.source].update(_NAME.findall(example.context)[:5])
            numbers[example.source].update(_NUMBER.findall(example.context)[:5])
            words[example.source].update(set(_WORD.findall(example.question)) - STOP_WORDS)
        self.names = {source: sorted(found) for source, found in names.items()}
        self.numbers = {source: sorted(found) for source, found in numbers.items()}
        self.words: dict[tuple[str, str], list[str]] = defaultdict(list)  # by source and ending
        for source, found in words.items():
            for word in sorted(found):
                self.words[source, _ending(word)].append(word)


def _other_name(example: Example, pools: _Pools, chance: random.Random) -> str | None:
    here = _NAME.findall(example.context)
    pool = here if here and chance.random() < 0.5 else pools.names[example.source]
    return _other(example, _NAME, pool, chance)


def _other_number(example: Example, pools: _Pools, chance: random.Random) -> str | None:
    here = _NUMBER.findall(example.context)
    pool = here if here and chance.random() < 0.5 else pools.numbers[example.source]
    return _other(example, _NUMBER, pool, chance)


def _other_word(example: Example, pools: _Pools, chance: random.Random) -> str | None:
    """Of questions about texts of the same source, with the same ending: the question stays a sentence."""
    ending = chance.choice(_ENDINGS)
    return _other(example, _WORD, pools.words[example.source, ending], chance, ending=ending)


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def _other(
    example: Example, pattern: re.Pattern[str], pool: Sequence[str], chance: random.Random, ending: str | None = None
) -> str | None:
    found = [
        match
        for match in pattern.finditer(example.question)
        if match.group() in example.context
        and match.group() not in STOP_WORDS
        and ending in (None, _ending(match.group()))
    ]
    if not found or len(pool) < 2:
        return None
    match = chance.choice(found)
    other = chance.choice(pool)
    same = other.casefold() in match.group().casefold() or match.group().casefold() in other.casefold()
    if same or other.casefold() in example.question.casefold() or (ending is not None and other in example.context):
        return None
    if any(other.casefold() in span.of(example.context).casefold() for span in example.answers):
        return None  # else the question would hold its own answer: too easy to tell
    return _replaced(example.question, match, other)


def _opposite(example: Example, _: _Pools, chance: random.Random) -> str | None:
    found = [match for match in _WORD.finditer(example.question) if match.group().lower() in lexicon.OPPOSITES]
    if not found:
        return None
    match = chance.choice(found)
    return _replaced(example.question, match, chance.choice(lexicon.OPPOSITES[match.group().lower()]))


def _denied(example: Example, _: _Pools, chance: random.Random) -> str | None:
    found = list(_AUXILIARY.finditer(example.question))
    if len(found) != 1 or " not " in example.question:
        return None
    # "What did Anna sell?": after the subject, when it is a name; "Who was seen?": before the participle.
    match = found[0]
    rest = example.question[match.end() :]
    if match.group().strip() in ("did", "does", "do"):
        subject = _LEADING_NAME.match(rest)
        if not subject:
            return None
        at = match.end() + subject.end()
    elif re.match(r"[a-z]+(?:ed|en|ing)\b", rest):
        at = match.end()
    else:
        return None
    return (
        f"{example.question[:at].rstrip()} {chance.choice(('not', 'not', 'never'))} {example.question[at:].lstrip()}"
    )


def _replaced(question: str, match: re.Match[str], other: str) -> str:
    return question[: match.start()] + other + question[match.end() :]


def answer_cut_out(examples: Iterable[Example]) -> Iterator[Example]:
    """The text without the sentences that hold the answer, when something is left."""
    for example in examples:
        article = Article("", "", example.context)
        words = {span.of(example.context).casefold() for span in example.answers}
        left = [s.text for s in split(article) if not any(word in s.text.casefold() for word in words)]
        if len(left) >= 2:
            yield Example(f"{example.id}-cut", example.group, "cut", example.question, " ".join(left))


def neighbours(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """A question with a text that is most like it in words and does not hold the answer: what search would bring."""
    contexts = sorted({example.context for example in examples})
    vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32)
    texts = vectorizer.fit_transform(contexts)
    for low in range(0, len(examples), 500):
        rows = examples[low : low + 500]
        near = (vectorizer.transform([row.question for row in rows]) @ texts.T).toarray()
        for example, scores in zip(rows, near, strict=True):
            words = [span.of(example.context).casefold() for span in example.answers]
            best = [
                contexts[at]
                for at in np.argsort(-scores)[:6]
                if contexts[at] != example.context and not any(word in contexts[at].casefold() for word in words)
            ]
            if best:
                other = chance.choice(best[:2])
                yield Example(f"{example.id}-neighbour", example.group, "neighbour", example.question, other)


def open_elsewhere(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """A question that holds a party open ("Who completed something?") with a sentence that has no word of it.

    Any sentence tells of somebody and something: that it must be of this verb is what is learned.
    """
    contexts = sorted({(example.context, example.group) for example in examples})
    for example in examples:
        words = [word for word in _WORD.findall(example.question.lower()) if word not in STOP_WORDS | _OPEN]
        context, group = chance.choice(contexts)
        if words and not any(word[:_STEM] in context.lower() for word in words):
            yield Example(f"{example.id}-elsewhere", group, "elsewhere", example.question, context)


def wider(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Sentences set between other sentences, as they are in a passage: the answer has to be found among more."""
    contexts = sorted({example.context for example in examples})
    for example in examples:
        before, after = (" ".join(chance.choices(contexts, k=chance.choice((0, 1, 1, 2, 3)))) for _ in range(2))
        words = [span.of(example.context) for span in example.answers]
        if any(word in before or word in after for word in words):
            continue
        shift = len(before) + 1 if before else 0
        context = " ".join(part for part in (before, example.context, after) if part)
        spans = tuple(Span(span.start + shift, span.end + shift) for span in example.answers)
        evidence = tuple(Span(span.start + shift, span.end + shift) for span in example.evidence)
        yield replace(
            example,
            id=f"{example.id}-wider",
            context=context,
            answers=spans,
            evidence=evidence or (Span(shift, shift + len(example.context)),),
        )
