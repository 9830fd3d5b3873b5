from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from benchmarks.data import data_folder
from retrieval.reader import WEIGHTS
from retrieval.scoring import load_tokenizer, onnx_run, padded, rows_of
from training.data import role_suite
from training.evaluate import predict, torch_run
from training.examples import Example, squad_like
from training.export import agreement, export, sample_rows
from training.generated import generate
from training.model import SpanReader, encoder_folder
from training.reference import from_onnx
from training.statements import statements
from training.templates import TRAINING

pytestmark = pytest.mark.model


def test_an_exported_model_comes_back(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = SpanReader(encoder_folder()).eval()
    rows = sample_rows(list(generate(TRAINING, 4, seed=1)))
    before = torch_run(model)(*padded(rows))
    export(model, tmp_path / "reader.onnx", rows)
    after = torch_run(from_onnx(tmp_path / "reader.onnx"))(*padded(rows))
    for one, other in zip(before, after, strict=True):
        assert abs(one - other).max() < 0.1


def made() -> list[Example]:
    """500 questions from unseen texts, for which no data folder is needed."""
    return [*role_suite(80)[:350], *list(statements(60, seed=99))[:150]]


def human() -> list[Example]:
    file = data_folder() / "squad2_dev.jsonl"
    if not file.exists():
        pytest.skip(f"no {file}: the question sets are not here")
    return list(squad_like(file, "squad2"))[::4][:500]


@pytest.mark.parametrize(
    ("questions", "share"),
    [(made, 0.99), (human, 0.92)],  # people's unanswerable questions leave the reader near the fence more often
)
def test_eight_bits_give_the_answers_of_the_torch_form(questions: Callable[[], list[Example]], share: float) -> None:
    examples = questions()
    assert len(examples) == 500
    ours = predict(torch_run(from_onnx(WEIGHTS / "reader.onnx")), examples)
    theirs = predict(onnx_run(WEIGHTS / "reader.onnx"), examples)
    assert agreement(ours, theirs) >= share


def test_the_weights_in_the_repository_are_small() -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) < 30_000_000
    tokenizer = load_tokenizer(encoder_folder() / "tokenizer.json")
    tokens, whole = onnx_run(WEIGHTS / "reader.onnx")(*padded(rows_of([("Who?", "Ann sang.")], tokenizer)))
    assert (tokens.shape[0], tokens.shape[2], whole.shape) == (1, 3, (1, 3))
