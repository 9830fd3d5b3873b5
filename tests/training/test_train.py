from pathlib import Path

import pytest
import torch

from retrieval.reader import WEIGHTS
from training.eight_bits import is_smoothed, rounding
from training.evaluate import load
from training.examples import Example
from training.generated import generate
from training.model import Feature, batch_of, difference_of, features, load_tokenizer, targets_of
from training.reference import from_onnx
from training.templates import TRAINING
from training.train import Recipe, Trainer, _batches, _hidden, thinned

pytestmark = pytest.mark.model

RECIPE = Recipe(epochs=1.5, batch_tokens=512)


@pytest.fixture(scope="module")
def rows() -> list[Feature]:
    return features(list(generate(TRAINING, 6, seed=1)), load_tokenizer(), every_window=False)


def weights(out: Path) -> dict[str, torch.Tensor]:
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    found: dict[str, torch.Tensor] = state["model"]
    return found


def test_a_stopped_run_ends_with_the_weights_of_one_that_was_not(tmp_path: Path, rows: list[Feature]) -> None:
    for name in ("whole", "stopped"):
        (tmp_path / name).mkdir()
    whole = Trainer(RECIPE, rows, tmp_path / "whole")
    whole.run(float("inf"))
    steps = len(list(_batches(rows, RECIPE)))
    runs = 0
    while not runs or Trainer(RECIPE, rows, tmp_path / "stopped")._step < steps:
        Trainer(RECIPE, rows, tmp_path / "stopped").run(0.2)
        runs += 1
        assert runs < 1000
    assert runs > 1
    expected, found = weights(tmp_path / "whole"), weights(tmp_path / "stopped")
    assert expected.keys() == found.keys()
    assert not any(name.endswith("word_embeddings.weight") for name in found), "they stay the encoder's own"
    for name, tensor in expected.items():
        assert torch.allclose(tensor, found[name], atol=1e-5), name


def test_a_checkpoint_of_another_recipe_is_refused(tmp_path: Path, rows: list[Feature]) -> None:
    Trainer(RECIPE, rows, tmp_path).run(0)
    with pytest.raises(SystemExit, match="another recipe"):
        Trainer(Recipe(learning_rate=1.0, batch_tokens=512), rows, tmp_path)
    Trainer(Recipe(epochs=0.5, batch_tokens=512), rows, tmp_path)


def test_an_epoch_holds_every_row_once_in_batches_of_bounded_size(rows: list[Feature]) -> None:
    batches = list(_batches(rows, Recipe(epochs=1, batch_tokens=512)))
    assert sorted(id(row) for batch in batches for row in batch) == sorted(map(id, rows))
    assert all(len(batch) * max(len(row.ids) for row in batch) <= 512 for batch in batches if len(batch) > 1)
    assert list(_batches(rows, RECIPE))[: len(batches)] == batches


def test_the_last_part_gets_used_to_eight_bits(tmp_path: Path, rows: list[Feature]) -> None:
    (tmp_path / "first").mkdir()
    Trainer(RECIPE, rows, tmp_path / "first").run(float("inf"))
    recipe = Recipe(epochs=0.5, batch_tokens=512, eight_bits=True)
    Trainer(recipe, rows, tmp_path, tmp_path / "first" / "checkpoint.pt").run(float("inf"))
    last = load(tmp_path / "checkpoint.pt")
    assert is_smoothed(last.state_dict())
    batch = batch_of(rows[:4], torch.device("cpu"))
    with torch.inference_mode():
        exact, _ = last(*batch)
        rounded, _ = rounding(last)(*batch)
    allowed = exact > -1e3
    assert 0 < (exact - rounded)[allowed].abs().mean() < 0.2


def test_a_row_may_be_read_twice_with_words_hidden(tmp_path: Path, rows: list[Feature]) -> None:
    recipe = Recipe(epochs=0.5, batch_tokens=512, consistency=1.0, masked=0.1)
    Trainer(recipe, rows, tmp_path, WEIGHTS / "reader.onnx").run(float("inf"))
    before, after = from_onnx(WEIGHTS / "reader.onnx").state_dict(), weights(tmp_path)
    moved = [float((after[name] - before[name]).abs().max()) for name in after if name.endswith("query.weight")]
    assert len(moved) == 6
    assert all(0 < change < 0.1 for change in moved)


def test_what_is_the_same_twice_does_not_differ(rows: list[Feature]) -> None:
    targets = targets_of(rows[:3], torch.device("cpu"))
    length = targets.tokens.shape[1]
    tokens, whole = torch.randn(3, length, 3), torch.randn(3, 3)
    assert float(difference_of(torch.stack([tokens, tokens]), torch.stack([whole, whole]), targets)) == 0
    other = torch.randn(3, length, 3)
    assert float(difference_of(torch.stack([tokens, other]), torch.stack([whole, whole]), targets)) > 0.1


def test_neither_question_nor_answer_is_hidden(rows: list[Feature]) -> None:
    ids, types, _ = batch_of(rows[:8], torch.device("cpu"))
    targets = targets_of(rows[:8], torch.device("cpu"))
    hidden = _hidden(ids, types, targets, 1.0)
    assert torch.equal(hidden[types == 0], ids[types == 0])
    edges = targets.tokens[..., :2].sum(-1) > 0
    assert torch.equal(hidden[edges], ids[edges])
    assert (hidden == 103).sum() > 50
    assert torch.equal(_hidden(ids, types, targets, 0.0), ids)


def test_made_questions_without_an_answer_are_thinned_and_those_of_people_are_not() -> None:
    made = [Example(str(n), "g", "changed name", "Who?", "Nobody.") for n in range(400)]
    asked = [
        Example("people", "g", "squad2", "Who?", "Nobody."),
        Example("yes", "g", "whether", "?", ".", verdict="no"),
    ]
    kept = thinned([*made, *asked], 0.25)
    assert kept[-2:] == asked
    assert 70 < len(kept) < 135
    assert thinned([*made, *asked], 1.0) == [*made, *asked]


def test_a_run_may_begin_with_the_exported_reader(tmp_path: Path, rows: list[Feature]) -> None:
    Trainer(RECIPE, rows, tmp_path, WEIGHTS / "reader.onnx").run(0)
    begun, exported = weights(tmp_path), from_onnx(WEIGHTS / "reader.onnx").state_dict()
    assert all(torch.equal(tensor, exported[name]) for name, tensor in begun.items())
