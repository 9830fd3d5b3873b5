"""A re-embedding in a process of its own, for test_crash.py to kill: small groups and a slow encoder.

    python -m tests.retrieval.crash_worker CORPUS INDEX ENCODER_IDENTITY LOG

Each embedded text's hash goes to LOG, a line each.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.files import read_folder
from retrieval import index
from retrieval.encoder import Vectors
from retrieval.store import Store, text_hash
from tests.conftest import WordEncoder

SECONDS_A_TEXT = 0.003
GROUP_TEXTS = 12


class SlowEncoder(WordEncoder):
    """Takes its time, and writes down what it embeds."""

    dimension = 32

    def __init__(self, identity: str, log: Path) -> None:
        super().__init__(identity)
        self._log = log

    def encode(self, texts: Sequence[str]) -> Vectors:
        with self._log.open("a") as log:
            log.writelines(f"{text_hash(text).hex()}\n" for text in texts)
        time.sleep(SECONDS_A_TEXT * len(texts))
        return super().encode(texts)


def main() -> None:
    corpus, folder, identity, log = sys.argv[1:]
    index.GROUP_TEXTS = GROUP_TEXTS
    with index.exclusive(Path(folder)):
        store = Store.create(Path(folder))
        index.update(store, SlowEncoder(identity, Path(log)), lambda: read_folder(Path(corpus)))
        store.close()


if __name__ == "__main__":
    main()
