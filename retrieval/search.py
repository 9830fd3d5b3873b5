"""A question -> the sentences that may answer it, found by meaning (dense vectors) and by words (BM25).

Both look at two sizes of text: single sentences, which are what gets cited, and passages, which know what a
sentence is about. The four scores are joined by a convex combination with BM25 scaled by the question's own best
(Bruch, Gai and Ingber, 2023, "An analysis of fusion functions for hybrid retrieval"): it keeps how much better
one hit is than the next, which reciprocal rank fusion (Cormack et al., 2009) throws away. Over SQuAD paragraphs
it finds the right sentence first for 75 questions of 100, rank fusion of the same lists for 68
(`python -m benchmarks.search`).
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.encoder import Encoder, Vectors
from retrieval.errors import InputError, SetupError
from retrieval.inflection import are_forms
from retrieval.store import KINDS, Kind, Store
from retrieval.types import Hit
from retrieval.vectors import EXACT_UP_TO, VectorIndex

CANDIDATES = 200  # taken from each of the four lists
WORD_WEIGHT = 0.25  # of BM25, once for sentences and once for passages; cosines have 0.5 each
MAX_QUESTION_WORDS = 64  # of one question's words; what is longer is no question

LoadEncoder = Callable[[str, str], Encoder]  # its source and identity -> the encoder that made the index

_WORD = re.compile(r"\w+")
_STEM = 4  # letters that forms of a word share at least
# English function words: they stand in every passage, so they tell none from another and cost the most time.
STOP_WORDS = frozenset(
    """a about after all also an and any are as at be been before but by can could did do does for from had has
    have he her hers him his how i if in into is it its just may me might more most must my no not of on one or
    other our ours out over shall she should so some such than that the their theirs them then there these they
    this those to too up us was we were what when where which who whom whose why will with would you your
    yours""".split()
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence's scores, before it is read from the store."""

    sentence: int
    passage: int
    score: float
    similarity: float


class Searcher:
    """A store with its vector indexes and the encoder that made them. One question at a time."""

    def __init__(self, store: Store, load_encoder: LoadEncoder, cache: Path | None = None) -> None:
        self.store = store
        self._load_encoder = load_encoder
        self._cache = cache
        self._encoder: Encoder | None = None
        self.indexes: dict[Kind, VectorIndex] = {}
        self._generation = -1

    def refresh(self) -> None:
        """See what was committed since: new vectors are added, gone ones dropped, a new encoder loaded."""
        generation = self.store.generation
        if generation == self._generation:
            return
        encoder = self._current_encoder()
        for kind in KINDS:
            numbers = self.store.numbers(kind)
            index = self.indexes.get(kind) or self._from_cache(kind, encoder, len(numbers))
            index.sync(numbers, lambda wanted, kind=kind: self.store.vectors(kind, wanted, encoder.identity))  # type: ignore[misc]
            self.indexes[kind] = index
        self._generation = generation

    def search(self, question: str, limit: int = 20) -> list[Hit]:
        """The best hits, best first, no two with the same sentence. Call inside `store.snapshot()`.

        InputError for an empty question; an empty collection gives no hits.
        """
        if not question.strip():
            raise InputError("The question is empty. Ask something about the articles.")
        self.refresh()
        if not self.indexes["sentences"]:
            return []
        words = content_words(question)
        scored = self._score(self._encode(question), words)[:limit]
        sentences = self.store.sentences(s.sentence for s in scored)
        passages = self.store.passages({s.passage for s in scored})
        coverage = {
            number: self.store.words_in_passage(words, number) / len(words) if words else 0.0 for number in passages
        }
        return [
            Hit(
                sentence=sentences[one.sentence],
                passage=passages[one.passage],
                score=one.score,
                similarity=one.similarity,
                coverage=coverage[one.passage],
            )
            for one in scored
        ]

    def save_cache(self) -> None:
        """Write the vector indexes beside the store, so that the next start need not build them."""
        self.refresh()
        if self._cache:
            for kind, index in self.indexes.items():
                index.save(self._cache_file(kind, self._current_encoder()))

    def _encode(self, question: str) -> Vectors:
        return self._current_encoder().encode_question(question)

    def _current_encoder(self) -> Encoder:
        made_by, source = self.store.meta("encoder"), self.store.meta("encoder_source")
        if made_by is None or source is None:
            raise SetupError("The index is not finished. Go on with: clippings reembed")
        if self._encoder is None or self._encoder.identity != made_by:
            self._encoder = self._load_encoder(source, made_by)
            self.indexes = {}
            if self._encoder.identity != made_by:
                raise SetupError(
                    f"The encoder {source} is not the one the index was made with. Run: clippings reembed"
                )
        return self._encoder

    def _from_cache(self, kind: Kind, encoder: Encoder, size: int) -> VectorIndex:
        exact = size <= EXACT_UP_TO
        if self._cache is None:
            return VectorIndex(encoder.dimension, exact=exact)
        return VectorIndex.load(self._cache_file(kind, encoder), encoder.dimension, exact=exact)

    def _cache_file(self, kind: Kind, encoder: Encoder) -> Path:
        assert self._cache is not None  # noqa: S101
        # Of this very store: in another one the same numbers mean other texts.
        made_of = f"{self.store.meta('id')} {encoder.identity}"
        return self._cache / f"{kind}-{hashlib.sha256(made_of.encode()).hexdigest()[:12]}.faiss"

    def _score(self, question: Vectors, words: list[str]) -> list[Scored]:
        """Every candidate sentence with its fused score and its best passage, best first."""
        sentence_words = self.store.word_scores("sentences", words, CANDIDATES)
        passage_words = self.store.word_scores("passages", words, CANDIDATES)
        sentences, passages = self.indexes["sentences"], self.indexes["passages"]
        near_sentences = sentences.search(question, CANDIDATES)
        near_passages = passages.search(question, CANDIDATES)
        pairs = {
            *self.store.covering("sentences", {*near_sentences, *sentence_words}),
            *self.store.covering("passages", {*near_passages, *passage_words}),
        }
        sentence_cosine = sentences.cosines(question, list({sentence for sentence, _ in pairs}))
        passage_cosine = passages.cosines(question, list({passage for _, passage in pairs}))
        sentence_words, passage_words = _of_best(sentence_words), _of_best(passage_words)
        best: dict[int, Scored] = {}
        for sentence, passage in pairs:
            similarity = (sentence_cosine[sentence] + passage_cosine[passage]) / 2
            score = similarity + WORD_WEIGHT * (sentence_words.get(sentence, 0.0) + passage_words.get(passage, 0.0))
            if sentence not in best or score > best[sentence].score:
                best[sentence] = Scored(sentence, passage, score, similarity)
        return sorted(best.values(), key=lambda scored: (-scored.score, scored.sentence))


def content_words(question: str) -> list[str]:
    """The question's words in order, without function words (unless it has no others) and without repeats."""
    words = list(dict.fromkeys(_WORD.findall(question.casefold())))
    return ([word for word in words if word not in STOP_WORDS] or words)[:MAX_QUESTION_WORDS]


def share_of(words: Sequence[str], text: str) -> float:
    """Of words those that a text has in some form, 0..1: "refuse" and "refused"."""
    shown = content_words(text)
    return sum(any(_is_form(word, other) for other in shown) for word in words) / max(1, len(words))


def _is_form(word: str, other: str) -> bool:
    """Whether two words begin alike, where they are not short, or are forms of one verb: "threw" and "thrown"."""
    shared = max(_STEM, min(len(word), len(other)) - 2)
    begin_alike = min(len(word), len(other)) >= _STEM and word[:shared] == other[:shared]
    return begin_alike or are_forms(word, other)


def _of_best(scores: dict[int, float]) -> dict[int, float]:
    """Scores as shares of the highest: 0..1."""
    best = max(scores.values(), default=0.0)
    return {number: score / best for number, score in scores.items()} if best > 0 else {}
