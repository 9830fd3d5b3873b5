from pathlib import Path

import pytest
import torch

from training.average import average


def _checkpoint(folder: Path, name: str, **weights: list[float]) -> Path:
    file = folder / f"{name}.pt"
    torch.save({"model": {key: torch.tensor(values) for key, values in weights.items()}}, file)
    return file


def test_weights_are_averaged_by_their_shares(tmp_path: Path) -> None:
    files = [_checkpoint(tmp_path, "a", span=[1.0, 2.0]), _checkpoint(tmp_path, "b", span=[5.0, 0.0])]
    assert average(files, [1, 1])["span"].tolist() == [3.0, 1.0]
    assert average(files, [3, 1])["span"].tolist() == [2.0, 1.5]


def test_weights_of_another_form_are_refused(tmp_path: Path) -> None:
    files = [_checkpoint(tmp_path, "a", span=[1.0]), _checkpoint(tmp_path, "b", says=[1.0])]
    with pytest.raises(ValueError, match=r"b\.pt is of another form than .*a\.pt"):
        average(files, [1, 1])


def test_weights_of_the_last_part_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pt"
    torch.save({"model": {"layer.shrink": torch.ones(1)}}, file)
    with pytest.raises(ValueError, match="last part"):
        average([file], [1])
