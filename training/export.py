"""A checkpoint -> one ONNX file with 8-bit weights, small enough for the repository, and how far the two agree.

    python -m training.export [--data FOLDER] [--run FOLDER] [--out FILE]

Dynamic quantisation by onnxruntime: weights of 8 bits, one scale to a channel; sums and softmax stay floats. What
makes that precise enough stands in eight_bits.py.
"""

import argparse
import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from retrieval.reader import WEIGHTS
from retrieval.scoring import Row, load_tokenizer, onnx_run, rows_of
from training.data import mixture
from training.eight_bits import FLOATS, is_smoothed, small_words, smoothed
from training.evaluate import Prediction, load, predict, torch_run
from training.examples import Example
from training.model import SpanReader, encoder_folder

INPUTS = ("ids", "types", "mask")
AGREE_ON = 500  # validation examples
SAMPLED = 128
SURE = 0.0  # margin above which a reader answers, for the comparison


def main() -> None:
    """Write the file; print its size and the agreement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, default=Path("training/run"))
    parser.add_argument("--out", type=Path, default=WEIGHTS / "reader.onnx")
    options = parser.parse_args()
    _, held_out = mixture(options.data)
    model = load(options.run / "checkpoint.pt")
    examples = held_out[:: max(1, len(held_out) // AGREE_ON)][:AGREE_ON]
    ours = predict(torch_run(model), examples)
    export(model, options.out, sample_rows(held_out))
    same = agreement(ours, predict(onnx_run(options.out), examples))
    size = options.out.stat().st_size / 1e6
    print(json.dumps({"megabytes": round(size, 1), "examples": len(examples), "same_answer": round(same, 4)}))


def sample_rows(examples: Sequence[Example]) -> list[Row]:
    """Some rows of every kind, to see how large the model's values become."""
    tokenizer = load_tokenizer(encoder_folder() / "tokenizer.json")
    chosen = examples[3 :: max(1, len(examples) // SAMPLED)]
    return rows_of([(example.question, example.context) for example in chosen], tokenizer)


def export(model: SpanReader, file: Path, rows: Sequence[Row]) -> None:
    """Write the model with 8 bits: ids, types, mask (batch, tokens) -> tokens, whole. See SpanReader.

    `rows` are typical input. The model is changed on the way and of no further use.
    """
    model.eval()
    if not is_smoothed(model.state_dict()):
        smoothed(model, rows)
    small_words(model)
    ones = torch.ones(2, 8, dtype=torch.long)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that torch 2.13 calls deprecated; see retrieval/exported.py
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            model,
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
    return prediction.words if prediction.look.margin > SURE else None


if __name__ == "__main__":
    main()
