from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.encoder import Vectors
from retrieval.vectors import VectorIndex

DIMENSION = 16


def vector(number: int) -> Vectors:
    values = np.random.default_rng(number).normal(size=DIMENSION).astype(np.float32)
    return values / np.float32(np.linalg.norm(values))


def fetch(numbers: object) -> Vectors:
    return np.stack([vector(number) for number in numbers])  # type: ignore[attr-defined]


@pytest.mark.parametrize("exact", [True, False])
def test_the_nearest_come_first_with_their_cosines(exact: bool) -> None:
    index = VectorIndex(DIMENSION, exact=exact)
    index.sync(set(range(1, 51)), fetch)
    question = vector(7)
    assert index.search(question, 3)[0] == 7
    cosines = index.cosines(question, [7, 3])
    assert cosines[7] == pytest.approx(1.0, abs=1e-3)
    assert cosines[3] == pytest.approx(float(vector(3) @ question), abs=1e-3)


def test_a_smaller_index_gives_what_it_has() -> None:
    index = VectorIndex(DIMENSION)
    assert index.search(vector(1), 5) == []
    assert index.cosines(vector(1), []) == {}
    index.sync({1, 2}, fetch)
    assert sorted(index.search(vector(1), 5)) == [1, 2]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sets(st.integers(1, 30)), max_size=6))
def test_after_any_changes_it_holds_exactly_what_it_was_told(states: list[set[int]]) -> None:
    index = VectorIndex(DIMENSION)
    for numbers in states:
        index.sync(numbers, fetch)
        assert len(index) == len(numbers)
        assert set(index.search(vector(1), 100)) == numbers
        for number in numbers:
            assert index.cosines(vector(number), [number])[number] == pytest.approx(1.0, abs=1e-5)


def test_only_what_is_new_is_fetched() -> None:
    index = VectorIndex(DIMENSION)
    index.sync({1, 2, 3}, fetch)
    asked: list[int] = []

    def recorded(numbers: object) -> Vectors:
        asked.extend(numbers)  # type: ignore[arg-type]
        return fetch(numbers)

    index.sync({2, 3, 4}, recorded)
    assert asked == [4]


def test_a_saved_index_is_loaded_and_a_damaged_one_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "index.faiss"
    index = VectorIndex(DIMENSION)
    index.sync({1, 5}, fetch)
    index.save(path)
    assert [entry.name for entry in path.parent.iterdir()] == ["index.faiss"]
    loaded = VectorIndex.load(path, DIMENSION)
    assert loaded.search(vector(5), 1) == [5]
    loaded.sync({5, 6}, fetch)
    assert set(loaded.search(vector(5), 9)) == {5, 6}

    assert len(VectorIndex.load(path, DIMENSION + 1)) == 0
    assert len(VectorIndex.load(path, DIMENSION, exact=False)) == 0
    assert len(VectorIndex.load(tmp_path / "none.faiss", DIMENSION)) == 0
    path.write_bytes(path.read_bytes()[:60])
    assert len(VectorIndex.load(path, DIMENSION)) == 0
    path.write_bytes(b"nonsense" * 50)
    assert len(VectorIndex.load(path, DIMENSION)) == 0
