"""Readable fakes: an encoder whose vectors are counted words, and three tiny articles."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article, Span
from retrieval.answer import Answerer
from retrieval.encoder import Vectors
from retrieval.index import update
from retrieval.search import Searcher, content_words
from retrieval.sentences import split
from retrieval.store import Store
from retrieval.types import Read, Reading, Window

FLOOD = Article(
    id="flood",
    title="Flood in Lervik",
    text=(
        "The river broke the dyke on Monday. Mayor Aas thanked the fire brigade.\n\n"
        "The council accused the county of doing nothing. It had asked for soldiers in June."
    ),
    published=date(2023, 9, 14),
    source="Lervik Tidende",
    url="https://example.org/flood",
)
CHESS = Article(
    id="sport/chess",
    title="Lind wins in Reykvik",
    text="Elsa Lind defeated Paolo Ferri in 34 moves. Ferri apologised to Lind. She thanked her grandmother.",
    published=date(2024, 3, 18),
    authors=("Sigga Jonsdottir",),
)
BREAD = Article(id="bread", title="A pretzel is bread", text="The court ruled that a pretzel is bread.")


class WordEncoder:
    """Each word, lower-cased and without a final s or ed, adds 1 to one of 4,096 places: texts that share words
    are near. Counts what it embeds.
    """

    source = "words"
    dimension = 4096
    max_tokens = 254

    def __init__(self, identity: str = "words@1") -> None:
        self.identity = identity
        self.embedded: list[str] = []

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(re.findall(r"\w+", text)) for text in texts]

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return (
            np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, self.dimension), np.float32)
        )

    def encode_question(self, question: str) -> Vectors:
        return self._vector(question)

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            root = stem(word) + self.identity
            vector[int.from_bytes(hashlib.sha256(root.encode()).digest()[:2], "big") % self.dimension] += 1
        vector[0] += 1e-3  # a text without words has a direction too
        return vector / np.float32(np.linalg.norm(vector))


class WordReader:
    """Picks whole sentences: the share of the question's content words that stand in one is its confidence, and its
    probability of a yes; that of a no when the sentence has a "not". Who did what is not told by such a sentence.
    """

    threshold = 0.5
    verdict_threshold = 0.5

    def read(self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None) -> list[Read]:
        return [self._one(question, window) for question, window in asked]

    def _one(self, question: str, window: Window) -> Read:
        words = {stem(word) for word in content_words(question)}
        shares = {
            number: len(words & {stem(word) for word in content_words(sentence.text)}) / max(1, len(words))
            for number, sentence in enumerate(window.sentences)
        }
        if question.startswith(("Who ", "Whom ", "What ")):
            shares = {n: share * (" not " not in window.sentences[n].text) for n, share in shares.items()}
        readings = [
            Reading(window.article, window.sentences[number].span, window.sentences[number], share)
            for number, share in sorted(shares.items(), key=lambda pair: -pair[1])
        ]
        best = readings[0]
        denied = " not " in best.evidence.text
        return Read(tuple(readings), best.evidence, 0.0 if denied else best.confidence, best.confidence * denied)


class LookupReader(WordReader):
    """Answers from a list of (question, words): the words where a window holds them, surely; else nothing."""

    def __init__(self, *known: tuple[str, str], sure: float = 0.9) -> None:
        self.known = known
        self.sure = sure

    def _one(self, question: str, window: Window) -> Read:
        readings = []
        for asked, words in self.known:
            at = window.text.find(words)
            if asked == question and at >= 0:
                span = Span(window.span.start + at, window.span.start + at + len(words))
                holding = next(s for s in window.sentences if s.span.start <= span.start < s.span.end)
                readings.append(Reading(window.article, span, holding, self.sure))
        return Read(tuple(readings), window.sentences[0])


class OfLast(LookupReader):
    """Finds the words of its list, and holds the window's last sentence for what shows them."""

    def _one(self, question: str, window: Window) -> Read:
        last = window.sentences[-1]
        found = super()._one(question, window).readings
        return Read(tuple(Reading(one.article, one.words, last, one.confidence) for one in found), last)


def window_of(text: str, before: str = "") -> Window:
    """The text as a window of an article that begins with other text."""
    sentences = tuple(s for s in split(Article("a", "", before + text)) if s.span.start >= len(before))
    return Window("a", Span(len(before), len(before) + len(text)), text, sentences)


def read_in(text: str, words: str) -> tuple[Span, Window]:
    """Words that were read in a text, where they stand, and the text as a window behind another sentence."""
    window = window_of(text, "Rain. ")
    start = window.span.start + text.index(words)
    return Span(start, start + len(words)), window


def place(text: str, words: str) -> Span:
    """Where whole words stand first in a text: not "he" of "the"."""
    found = re.search(rf"\b{words}\b", text)
    assert found
    return Span(*found.span())


def stem(word: str) -> str:
    return re.sub(r"(ed|s)$", "", word)


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def articles() -> list[Article]:
    return [FLOOD, CHESS, BREAD]


@pytest.fixture
def store(encoder: WordEncoder, articles: list[Article]) -> Store:
    """The three articles, indexed in memory."""
    store = Store.in_memory()
    update(store, encoder, lambda: articles)
    return store


@pytest.fixture
def searcher(store: Store, encoder: WordEncoder) -> Searcher:
    return Searcher(store, lambda *_: encoder)


@pytest.fixture
def answerer(searcher: Searcher) -> Answerer:
    return Answerer(searcher, WordReader)


@pytest.fixture
def seed_folder() -> Path:
    """The acceptance questions, which are not part of the project."""
    from benchmarks.data import data_folder

    folder = data_folder() / "seed"
    if not folder.is_dir():
        pytest.skip(f"no {folder}: the acceptance data is not here")
    return folder
