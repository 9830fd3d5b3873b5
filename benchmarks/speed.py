"""Speed as ratios, both sides in one run on the same machine, taking turns so that noise meets both.

    python -m benchmarks.speed [--rounds N]

Re-embedding (files -> a committed index) against a bare `SentenceTransformer.encode` over the same texts, and a
whole question (text -> cited answer) against the bare passes of encoder and reader that it took, and the first
answer of a new process against the import of sentence_transformers. Then the memory of a process that serves.
"""

import argparse
import functools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import squad_collection, table
from corpus.files import read_folder
from retrieval import encoder as encoders
from retrieval.answer import Answerer
from retrieval.exported import export, load_exported
from retrieval.index import update
from retrieval.reader import TrainedReader, load_reader
from retrieval.search import Searcher
from retrieval.store import Store


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
        rows.append(cold_start(Path(scratch), options.rounds))
        print(table(["", "Clippings", "bare", "ratio, median", "lowest", "highest"], rows))
        print(f"\npeak memory of a process after 200 questions: {serving_memory(Path(scratch), asked):.0f} MB")


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
    """Time of whole answers as a multiple of the bare passes of both models that they took."""
    store = Store.open(index)
    exported = index.parent / "encoder"
    export(encoder, exported)
    encode = load_exported(exported, encoder.identity)
    assert encode
    reader = load_reader()
    passes = Passes(reader)
    answerer = Answerer(Searcher(store, lambda *_: encode), lambda: reader)
    answerer.warm_up()
    ours, bare = [], []
    for question in questions[: 20 * rounds]:
        passes.seen.clear()
        ours.append(_seconds(functools.partial(answerer.answer, question)))
        bare.append(_seconds(functools.partial(encode.encode_question, question)) + _seconds(passes.repeat))
    each = [f"{1000 * statistics.median(side):.0f} ms" for side in (ours, bare)]
    return ["a question, time", *each, *_spread([o / b for o, b in zip(ours, bare, strict=True)])]


class Passes:
    """Sits between a reader and its model, and can do again what the model did."""

    def __init__(self, reader: TrainedReader) -> None:
        self.seen: list[tuple[Any, ...]] = []
        self._run = reader.run
        reader.run = self._listen

    def _listen(self, *given: Any) -> Any:
        self.seen.append(given)
        return self._run(*given)

    def repeat(self) -> None:
        """The bare passes."""
        for given in self.seen:
            self._run(*given)


def cold_start(scratch: Path, rounds: int) -> list[str]:
    """Time of `clippings ask`, from nothing to the answer, as a multiple of importing sentence_transformers alone."""
    environment = _environment(scratch)
    ask = [sys.executable, "-m", "bot", "ask", "When did the Black Death reach Crimea?"]
    bare = [sys.executable, "-c", "import sentence_transformers"]
    subprocess.run([sys.executable, "-m", "bot", "reembed"], env=environment, check=True, stderr=subprocess.DEVNULL)
    pairs = [(_process_seconds(ask, environment), _process_seconds(bare, environment)) for _ in range(rounds)]
    each = [f"{statistics.median(side):.2f} s" for side in zip(*pairs, strict=True)]
    return ["cold start, time", *each, *_spread([o / b for o, b in pairs])]


def serving_memory(scratch: Path, questions: list[str]) -> float:
    """Peak memory, in MB, of a chat that was asked the questions."""
    done = subprocess.run(
        [sys.executable, "-c", _CHAT_AND_MEASURE],
        env=_environment(scratch),
        input="\n".join(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.rsplit(maxsplit=2)[-2]) / 1024


_CHAT_AND_MEASURE = """
import sys
sys.argv = ["clippings", "chat"]
from bot.cli import main
try:
    main()
except SystemExit:
    # Not getrusage: its peak counts the program that started this one.
    print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def _environment(scratch: Path) -> dict[str, str]:
    return {
        **os.environ,
        "CLIPPINGS_CORPUS": str(scratch / "articles"),
        "CLIPPINGS_INDEX": str(scratch / "index-cold"),
    }


def _process_seconds(command: list[str], environment: dict[str, str]) -> float:
    return _seconds(lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _spread(ratios: list[float]) -> list[str]:
    return [f"{value:.2f}" for value in (statistics.median(ratios), min(ratios), max(ratios))]


if __name__ == "__main__":
    main()
