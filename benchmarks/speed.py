"""Speed as ratios, both sides in one run on the same machine, taking turns so that noise meets both.

    python -m benchmarks.speed [--rounds N]

Re-embedding (files -> a committed index) against a bare `SentenceTransformer.encode` over the same texts, and a
whole question (text -> cited answer) against the bare encoder call plus a FAISS search over the same vectors.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.data import squad_collection, table
from corpus.files import read_folder
from retrieval import encoder as encoders
from retrieval.answer import Answerer
from retrieval.index import update
from retrieval.search import Searcher
from retrieval.store import KINDS, Store


def main() -> None:
    """Time both pairs and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="of each side")
    options = parser.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    encoder = encoders.load()
    articles, questions = squad_collection()
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "articles"
        corpus.mkdir()
        for article in articles:
            (corpus / f"{article.id}.txt").write_text(f"{article.title}\n\n{article.text}", encoding="utf-8")
        rows = [reembedding(encoder, corpus, Path(scratch), options.rounds)]
        asked = [question.question for question in questions[:: len(questions) // 200]][:200]
        rows.append(asking(encoder, Path(scratch) / "index-0", asked, options.rounds))
    print(table(["", "Clippings", "bare", "ratio, median", "lowest", "highest"], rows))


def reembedding(encoder: encoders.SentenceTransformerEncoder, corpus: Path, scratch: Path, rounds: int) -> list[str]:
    """Throughput of a full re-embedding as a share of the bare encoder's, over the same texts."""
    store = Store.create(scratch / "index-0")
    texts = Recorder(encoder).texts_of(store, corpus)
    ours, bare = [], []
    for number in range(rounds):
        fresh = Store.create(scratch / f"index-{number + 1}")
        ours.append(_seconds(lambda fresh=fresh: update(fresh, encoder, lambda: read_folder(corpus))))  # type: ignore[misc]
        bare.append(_seconds(lambda: encoder.model.encode(texts, batch_size=32, show_progress_bar=False)))
    shares = [b / o for o, b in zip(ours, bare, strict=True)]
    rate = [f"{len(texts) / statistics.median(times):.0f} texts/s" for times in (ours, bare)]
    return ["re-embedding, throughput", *rate, *_spread(shares)]


class Recorder:
    """An encoder that also remembers what it was given."""

    def __init__(self, encoder: encoders.SentenceTransformerEncoder) -> None:
        self.source, self.identity, self.dimension = encoder.source, encoder.identity, encoder.dimension
        self.max_tokens = encoder.max_tokens
        self.count_tokens, self.encode_question = encoder.count_tokens, encoder.encode_question
        self._encode = encoder.encode
        self._texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> encoders.Vectors:
        """See Encoder."""
        self._texts.extend(texts)
        return self._encode(texts)

    def texts_of(self, store: Store, corpus: Path) -> list[str]:
        """Index the folder; every text that was embedded."""
        update(store, self, lambda: read_folder(corpus))
        return self._texts


def asking(encoder: encoders.SentenceTransformerEncoder, index: Path, questions: list[str], rounds: int) -> list[str]:
    """Time of whole answers as a multiple of encoding the question and searching the vectors with FAISS."""
    import faiss

    store = Store.open(index)
    vectors = np.concatenate([store.vectors(kind, sorted(store.numbers(kind)), encoder.identity) for kind in KINDS])
    flat = faiss.IndexFlatIP(encoder.dimension)
    flat.add(vectors)
    answerer = Answerer(Searcher(store, lambda _source: encoder))
    answerer.warm_up()

    def bare() -> None:
        for question in questions:
            vector = encoder.model.encode(question, normalize_embeddings=True, show_progress_bar=False)
            flat.search(vector[None, :], 20)

    def ours() -> None:
        for question in questions:
            answerer.answer(question)

    pairs = [(_seconds(ours), _seconds(bare)) for _ in range(rounds)]
    each = [f"{1000 * statistics.median(side) / len(questions):.1f} ms" for side in zip(*pairs, strict=True)]
    return ["a question, time", *each, *_spread([o / b for o, b in pairs])]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _spread(ratios: list[float]) -> list[str]:
    return [f"{value:.2f}" for value in (statistics.median(ratios), min(ratios), max(ratios))]


if __name__ == "__main__":
    main()
