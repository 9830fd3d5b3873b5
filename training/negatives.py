"""Questions that a text does not answer, made from questions that it does: each differs in one thing only.

Next to nothing in the training sets is unanswerable; what refusal is learned from is here and in generated.py.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.article import Article, Span
from retrieval.sentences import split
from training.examples import Example, Roles, fill

_NAME = re.compile(r"(?<=[\w,] )(?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")


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


def one_thing_changed(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """A name or a number in the question becomes another one that the text does not hold."""
    names: dict[str, set[str]] = defaultdict(set)
    numbers: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        names[example.source].update(_NAME.findall(example.context)[:5])
        numbers[example.source].update(_NUMBER.findall(example.context)[:5])
    pools = {source: (sorted(names[source]), sorted(numbers[source])) for source in names}
    for example in examples:
        for pattern, pool in zip((_NAME, _NUMBER), pools.get(example.source, ((), ())), strict=True):
            found = list(pattern.finditer(example.question))
            if not found or len(pool) < 2:
                continue
            match = chance.choice(found)
            other = chance.choice(pool)
            if other in example.context or match.group() not in example.context:
                continue
            question = example.question[: match.start()] + other + example.question[match.end() :]
            yield Example(f"{example.id}-changed", example.group, "changed", question, example.context)
            break


def answer_cut_out(examples: Iterable[Example]) -> Iterator[Example]:
    """The text without the sentences that hold the answer, when something is left."""
    for example in examples:
        article = Article("", "", example.context)
        words = {span.of(example.context).casefold() for span in example.answers}
        left = [s.text for s in split(article) if not any(word in s.text.casefold() for word in words)]
        if len(left) >= 2:
            yield Example(f"{example.id}-cut", example.group, "cut", example.question, " ".join(left))


def wrong_passage(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """A question with another text of its own subject that does not hold the answer."""
    texts: dict[str, list[str]] = defaultdict(list)
    for example in examples:
        if not texts[example.group] or texts[example.group][-1] != example.context:
            texts[example.group].append(example.context)
    for example in examples:
        other = chance.choice(texts[example.group])
        if not any(span.of(example.context).casefold() in other.casefold() for span in example.answers):
            yield Example(f"{example.id}-elsewhere", example.group, "elsewhere", example.question, other)


def wider(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Sentences set between other sentences, as they are in a passage: the answer has to be found among more."""
    contexts = sorted({example.context for example in examples})
    for example in examples:
        before, after = (chance.choice(contexts) if chance.random() < 0.6 else "" for _ in range(2))
        words = [span.of(example.context) for span in example.answers]
        if any(word in before or word in after for word in words):
            continue
        shift = len(before) + 1 if before else 0
        context = " ".join(part for part in (before, example.context, after) if part)
        spans = tuple(Span(span.start + shift, span.end + shift) for span in example.answers)
        yield Example(f"{example.id}-wider", example.group, example.source, example.question, context, spans)
