import shutil
from pathlib import Path

import numpy as np
import pytest

from retrieval import encoder as encoders
from retrieval import exported
from retrieval.encoder import SentenceTransformerEncoder
from retrieval.exported import ExportedEncoder, export, load_exported

pytestmark = pytest.mark.model

TEXTS = [
    "Who thanked Cambodia?",
    "The mayor of Lervik said on Thursday that nobody had died. " * 30,
    "",
    "e\u0301 שלום 👩‍👧 “…”",
    "$2.5 million, U.S. Army, Mr. Smith",
]


@pytest.fixture(scope="module")
def original() -> SentenceTransformerEncoder:
    return encoders.load()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, original: SentenceTransformerEncoder) -> Path:
    folder = tmp_path_factory.mktemp("encoder")
    assert export(original, folder)
    return folder


@pytest.fixture
def without_torch(folder: Path, original: SentenceTransformerEncoder) -> ExportedEncoder:
    found = load_exported(folder, original.identity)
    assert found
    return found


def test_vectors_are_the_same(original: SentenceTransformerEncoder, without_torch: ExportedEncoder) -> None:
    ours, theirs = original.encode(TEXTS), without_torch.encode(TEXTS)
    assert theirs.shape == ours.shape
    assert theirs.dtype == np.float32
    assert (ours * theirs).sum(1).min() >= 0.9999
    for text in TEXTS:
        assert original.encode_question(text) @ without_torch.encode_question(text) >= 0.9999


def test_it_is_the_same_encoder_in_every_other_way(
    original: SentenceTransformerEncoder, without_torch: ExportedEncoder
) -> None:
    assert without_torch.count_tokens(TEXTS) == original.count_tokens(TEXTS)
    for name in ("source", "identity", "dimension", "max_tokens"):
        assert getattr(without_torch, name) == getattr(original, name)
    assert without_torch.encode([]).shape == (0, 384)


def test_one_export_is_kept_and_made_once(folder: Path, original: SentenceTransformerEncoder) -> None:
    (kept,) = folder.iterdir()
    written = (kept / "model.onnx").stat().st_mtime_ns
    assert export(original, folder)
    assert (kept / "model.onnx").stat().st_mtime_ns == written


def test_a_new_export_takes_the_place_of_the_old(tmp_path: Path, original: SentenceTransformerEncoder) -> None:
    (tmp_path / "old").mkdir()
    assert export(original, tmp_path)
    assert [entry.name == "old" for entry in tmp_path.iterdir()] == [False]


def test_a_missing_damaged_or_foreign_export_is_done_without(
    tmp_path: Path, folder: Path, original: SentenceTransformerEncoder
) -> None:
    assert load_exported(tmp_path / "none", original.identity) is None
    assert load_exported(folder, "another@1234") is None
    shutil.copytree(folder, tmp_path / "copy")
    (place,) = (tmp_path / "copy").iterdir()
    (place / "model.onnx").write_bytes(b"damaged")
    assert load_exported(tmp_path / "copy", original.identity) is None


def test_what_does_not_come_out_the_same_is_not_kept(
    tmp_path: Path, original: SentenceTransformerEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported, "MIN_COSINE", 1.1)
    assert not export(original, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_traced_is_done_without(
    tmp_path: Path, original: SentenceTransformerEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TypeError("no such operator")

    monkeypatch.setattr("torch.onnx.export", fail)
    assert not export(original, tmp_path)
    assert list(tmp_path.iterdir()) == []
