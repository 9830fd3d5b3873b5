from pathlib import Path

import pytest
import torch

from retrieval.reader import onnx_run
from training.evaluate import Prediction, predict, torch_run
from training.export import agreement, export
from training.generated import TRAINING, generate
from training.model import SpanReader, encoder_folder

pytestmark = pytest.mark.model


def test_the_exported_reader_is_small_and_says_the_same(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = SpanReader(encoder_folder()).eval()
    with torch.no_grad():
        model.span.weight.mul_(20)  # an untrained head hardly tells tokens apart, and rounding would decide
    export(model, tmp_path / "reader.onnx")
    assert (tmp_path / "reader.onnx").stat().st_size < 30_000_000
    examples = list(generate(TRAINING, 20, seed=1))
    ours, theirs = predict(torch_run(model), examples), predict(onnx_run(tmp_path / "reader.onnx"), examples)
    correlation = torch.corrcoef(torch.tensor([[p.margin for p in ours], [p.margin for p in theirs]]))[0, 1]
    assert correlation > 0.95


def test_agreement_counts_same_words_and_same_silence() -> None:
    sure, other, silent = Prediction("Ann", 1.0, 0.0), Prediction("Bo", 1.0, 0.0), Prediction("Cy", -1.0, 0.0)
    assert agreement([sure, sure, silent, silent], [sure, other, sure, Prediction("x", -9.0, 0.0)]) == 0.5
