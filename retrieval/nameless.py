"""What was read with its words and its question, and the name that it may have elsewhere in its article.

The values alone: leaves out where a name stands (appositions.py) and which one is theirs (coreference.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.article import Span
from retrieval.store import Store
from retrieval.types import Reading, Sentence

SentencesOf = Callable[[str], Sequence[Sentence]]  # of an article, by its id, in order


@dataclass(frozen=True, slots=True)
class Nameless:
    """What was read, its words, and the question that it answers."""

    reading: Reading
    text: str
    question: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and where it stands."""

    words: Span
    text: str
    confidence: float


def nameless(asked: str, readings: Sequence[Reading], store: Store) -> list[Nameless]:
    """Readings with their words and the question."""
    articles = {name: store.article(name) for name in {one.article for one in readings}}
    return [
        Nameless(one, one.words.of(article.text), asked) for one in readings if (article := articles[one.article])
    ]
