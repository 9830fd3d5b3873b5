"""A checkpoint -> one ONNX file with 8-bit weights, small enough for the repository, and how far the two agree.

    python -m training.export [--data FOLDER] [--run FOLDER] [--out FILE]

Dynamic quantisation by onnxruntime: weights of 8 bits, one scale to a channel; sums and softmax stay floats.
"""

import argparse
import json
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from retrieval.reader import WEIGHTS, onnx_run
from training.data import mixture
from training.eight_bits import FLOATS, eight_bits, small_words
from training.evaluate import Prediction, load, predict, torch_run
from training.model import SpanReader

INPUTS = ("ids", "types", "mask")
AGREE_ON = 500  # validation examples
SURE = 0.0  # margin above which a reader answers, for the comparison


def main() -> None:
    """Write the file; print its size and the agreement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, default=Path("training/run"))
    parser.add_argument("--out", type=Path, default=WEIGHTS / "reader.onnx")
    options = parser.parse_args()
    model = load(options.run / "checkpoint.pt")
    export(model, options.out)
    _, held_out = mixture(options.data)
    examples = held_out[:: max(1, len(held_out) // AGREE_ON)][:AGREE_ON]
    same = agreement(predict(torch_run(eight_bits(model)), examples), predict(onnx_run(options.out), examples))
    size = options.out.stat().st_size / 1e6
    print(json.dumps({"megabytes": round(size, 1), "examples": len(examples), "same_answer": round(same, 4)}))


def export(model: SpanReader, file: Path) -> None:
    """Write the model with 8-bit weights: ids, types, mask (batch, tokens) -> tokens, whole. See SpanReader."""
    ones = torch.ones(2, 8, dtype=torch.long)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that torch 2.13 calls deprecated; see retrieval/exported.py
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            small_words(model.eval()),
            (ones, ones, ones),
            str(whole),
            input_names=list(INPUTS),
            output_names=["tokens", "whole"],
            dynamic_axes={
                **{name: {0: "texts", 1: "length"} for name in (*INPUTS, "tokens")},
                "whole": {0: "texts"},
            },
            dynamo=False,
        )
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=_floats(whole))


def _floats(file: Path) -> list[str]:
    """The nodes that are not quantised; a Gemm becomes a MatMul of another name first."""
    names = [node.name for node in onnx.load(file).graph.node if any(word in node.name for word in FLOATS)]
    return [*names, *(f"{name}_MatMul" for name in names)]


def agreement(ours: list[Prediction], theirs: list[Prediction]) -> float:
    """Share of examples where both give the same words, or both none."""
    pairs = zip(ours, theirs, strict=True)
    return float(np.mean([_answer(one) == _answer(other) for one, other in pairs]))


def _answer(prediction: Prediction) -> str | None:
    return prediction.words if prediction.margin > SURE else None


if __name__ == "__main__":
    main()
