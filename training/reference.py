"""The exported reader back in torch: the same weights, computed in floats.

The reference that the 8-bit form is held against, and where further training may start when no checkpoint is left.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.model import SpanReader, encoder_folder


def from_onnx(file: Path) -> SpanReader:
    """A model with the weights of a file that export.py wrote. The word vectors are the encoder's own."""
    graph = onnx.load(file).graph
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name: value for name, value in values.items() if name.endswith((".weight", ".bias"))}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            layer = node.name.strip("/").replace("/", ".").removesuffix(".MatMul_quant")
            module = layer.removesuffix(".layer")
            name = node.input[1].removesuffix("_quantized")
            levels = values[f"{name}_quantized"].astype(np.float32) * values[f"{name}_scale"]
            weights[f"{module}.weight"] = levels.T * values[f"{module}.shrink"]
            weights[f"{module}.bias"] = weights.pop(f"{layer}.bias")
        elif node.op_type == "MatMul" and node.input[1] in values:
            layer = node.name.strip("/").split("/")[-2]
            weights[f"{layer}.weight"] = values[node.input[1]].T
    model = SpanReader(encoder_folder())
    state = {name: torch.from_numpy(np.array(value, order="C")) for name, value in weights.items()}
    missing = model.load_state_dict(state, strict=False)
    unread = [name for name in missing.missing_keys if not name.endswith("word_embeddings.weight")]
    if unread or missing.unexpected_keys:
        raise ValueError(f"{file} is of another form: {[*unread, *missing.unexpected_keys][:3]}")
    return model.eval()
