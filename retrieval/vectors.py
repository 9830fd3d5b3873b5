"""FAISS: the only module that imports it. A cache over the store's vectors that can be thrown away.

Leaves out where vectors come from (store.py) and what scores mean together (search.py).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.encoder import Vectors

# Exact search over full floats up to here (15 ms for 300,000 on two cores); above, floats of 16 bits.
EXACT_UP_TO = 300_000


class VectorIndex:
    """Numbered unit vectors, searched by cosine."""

    def __init__(self, dimension: int, *, exact: bool = True) -> None:
        import faiss

        # IDMap2 over a flat index, never over IVF: there remove_ids mixes up the ids without a word.
        kind = "IDMap2,Flat" if exact else "IDMap2,SQfp16"
        self._index: Any = faiss.index_factory(dimension, kind, faiss.METRIC_INNER_PRODUCT)
        self._numbers: set[int] = set()

    def __len__(self) -> int:
        return len(self._numbers)

    def sync(self, numbers: set[int], fetch: Callable[[Sequence[int]], Vectors]) -> None:
        """Hold exactly these numbers, fetching only the vectors that are new."""
        gone = self._numbers - numbers
        if gone:
            self._index.remove_ids(np.array(sorted(gone), np.int64))
        new = sorted(numbers - self._numbers)  # FAISS would accept a number twice: this set is what prevents it
        for start in range(0, len(new), 10_000):
            chunk = new[start : start + 10_000]
            self._index.add_with_ids(fetch(chunk), np.array(chunk, np.int64))
        self._numbers = set(numbers)

    def search(self, question: Vectors, limit: int) -> list[int]:
        """Numbers of the nearest vectors, nearest first; fewer when there are fewer."""
        if not self._numbers:
            return []  # FAISS wants at least one
        _, found = self._index.search(question[None, :], min(limit, len(self)))
        return [int(number) for number in found[0] if number >= 0]

    def cosines(self, question: Vectors, numbers: Sequence[int]) -> dict[int, float]:
        """The cosine of the question with each of these vectors: an inner product, since lengths are 1."""
        if not numbers:
            return {}
        rows = self._index.reconstruct_batch(np.array(numbers, np.int64))
        return dict(zip(numbers, (rows @ question).tolist(), strict=True))

    def save(self, path: Path) -> None:
        """Write to a file, whole or not at all."""
        import faiss

        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        faiss.write_index(self._index, str(unfinished))
        unfinished.replace(path)

    @classmethod
    def load(cls, path: Path, dimension: int, *, exact: bool = True) -> "VectorIndex":
        """What `save` wrote; empty when the file is missing, damaged or of another shape."""
        import faiss

        index = cls(dimension, exact=exact)
        try:
            loaded: Any = faiss.read_index(str(path))
            shape = (loaded.d, loaded.metric_type, loaded.index.sa_code_size())  # the size tells floats of 32 from 16
            numbers = faiss.vector_to_array(loaded.id_map)
        except (RuntimeError, AttributeError):
            return index
        wanted = (dimension, faiss.METRIC_INNER_PRODUCT, index._index.index.sa_code_size())
        if shape == wanted and len(numbers) == loaded.ntotal == len(set(numbers.tolist())):
            index._index = loaded
            index._numbers = set(numbers.tolist())
        return index
