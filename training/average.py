"""The mean of several runs' weights: it reads better than any of them (Wortsman et al., 2022, "Model soups").

    python -m training.average training/run-a training/run-b:3 --out training/run-mean

A number behind a run is its weight. The runs have to have begun with the same weights, or one with another's. Those
of the last part, with 8 bits, are of another form and are refused.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.eight_bits import is_smoothed


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", help="RUN or RUN:WEIGHT")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    files, shares = [], []
    for run in options.runs:
        folder, _, share = run.partition(":")
        files.append(Path(folder) / "checkpoint.pt")
        shares.append(float(share or 1))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({"model": average(files, shares)}, options.out / "checkpoint.pt")


def average(files: Sequence[Path], shares: Sequence[float]) -> dict[str, Tensor]:
    """The weighted mean of the checkpoints' weights. ValueError where they are of different forms or smoothed."""
    mean: dict[str, Tensor] = {}
    for file, share in zip(files, shares, strict=True):
        weights = torch.load(file, map_location="cpu", weights_only=True)["model"]
        if is_smoothed(weights):
            raise ValueError(f"{file} is of the last part, with 8 bits. Take the run that it began with.")
        if mean and mean.keys() != weights.keys():
            raise ValueError(f"{file} is of another form than {files[0]}.")
        for name, tensor in weights.items():
            mean[name] = mean.get(name, 0) + tensor.float() * (share / sum(shares))
    return mean


if __name__ == "__main__":
    main()
