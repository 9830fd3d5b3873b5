from pathlib import Path

import numpy as np
import pytest
import torch

from corpus.article import Span
from retrieval.reader import Look
from retrieval.scoring import onnx_run, padded
from retrieval.types import Sentence
from training.eight_bits import small_words, smoothed
from training.evaluate import Prediction, predict, torch_run
from training.export import agreement, export, sample_rows
from training.generated import generate
from training.model import SpanReader, encoder_folder
from training.templates import TRAINING

pytestmark = pytest.mark.model


def test_the_exported_reader_is_small_and_says_the_same(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = SpanReader(encoder_folder()).eval()
    with torch.no_grad():
        model.span.weight.mul_(20)  # an untrained head hardly tells tokens apart, and rounding would decide
    examples = list(generate(TRAINING, 20, seed=1))
    ours = predict(torch_run(model), examples)
    export(model, tmp_path / "reader.onnx", sample_rows(examples))
    assert (tmp_path / "reader.onnx").stat().st_size < 30_000_000
    theirs = predict(onnx_run(tmp_path / "reader.onnx"), examples)
    correlation = torch.corrcoef(torch.tensor([[p.look.margin for p in ours], [p.look.margin for p in theirs]]))[0, 1]
    assert correlation > 0.97


def said(words: str, margin: float) -> Prediction:
    return Prediction(words, Look(Span(0, 3), Sentence("a", 0, Span(0, 3), "Ann"), margin, margin, 0.0))


def test_agreement_counts_same_words_and_same_silence() -> None:
    sure, other, silent = said("Ann", 1.0), said("Bo", 1.0), said("Cy", -1.0)
    assert agreement([sure, sure, silent, silent], [sure, other, sure, said("x", -9.0)]) == 0.5


def test_smoothing_changes_no_score_and_small_words_hardly_any() -> None:
    torch.manual_seed(1)
    model = SpanReader(encoder_folder()).eval()
    rows = sample_rows(list(generate(TRAINING, 4, seed=1)))
    before = torch_run(model)(*padded(rows))
    smooth = torch_run(smoothed(model, rows))(*padded(rows))
    assert all(np.allclose(one, other, atol=1e-3) for one, other in zip(before, smooth, strict=True))
    small = torch_run(small_words(model))(*padded(rows))
    assert all(np.allclose(one, other, atol=0.15) for one, other in zip(before, small, strict=True))
    assert not all(np.array_equal(one, other) for one, other in zip(before, small, strict=True))
