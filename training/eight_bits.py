"""What makes 8 bits enough for the exported reader: its large values are spread before they are rounded.

onnxruntime's dynamic quantisation rounds a layer's input with one scale for the whole batch, so a few channels with
large values leave the others a handful of levels. Leaves out the quantisation itself (export.py).
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from retrieval.reader import Row, padded
from training.model import SpanReader

FLOATS = ("span", "says", "position_embeddings", "token_type_embeddings")  # heads and small tables keep theirs
SHARE = 0.7  # of the differences between channels that goes to the weights
_BATCH = 16


def smoothed(model: SpanReader, rows: Sequence[Row]) -> SpanReader:
    """The same function, each layer's input divided by a channel's size and its weights multiplied by it.

    Xiao et al., 2023, "SmoothQuant", equation 4, with sizes from the rows. Changes the model in place.
    """
    largest = _largest_inputs(model, rows)
    for name, sizes in largest.items():
        parent, _, child = name.rpartition(".")
        layer = model.body.encoder.get_submodule(name)
        weights = layer.weight.abs().amax(0).clamp(min=1e-4)
        scales = sizes.clamp(min=1e-4) ** SHARE / weights ** (1 - SHARE)
        setattr(model.body.encoder.get_submodule(parent), child, Smoothed(layer, scales))
    return model


def small_words(model: SpanReader) -> SpanReader:
    """The same model, its word vectors kept in 8 bits with a scale each. Changes it in place.

    With one scale to the table, as onnxruntime would have it, a few rare words would leave the others eight levels.
    """
    embeddings = model.body.embeddings
    if isinstance(embeddings.word_embeddings, nn.Embedding):
        embeddings.word_embeddings = EightBitEmbedding(embeddings.word_embeddings.weight)
    return model


class Smoothed(nn.Module):
    """A linear layer whose input is divided by its channels' scales, and whose weights are multiplied by them."""

    def __init__(self, layer: nn.Linear, scales: Tensor) -> None:
        super().__init__()
        self.register_buffer("shrink", 1 / scales)
        self.shrink: Tensor
        self.layer = nn.Linear(layer.in_features, layer.out_features)
        with torch.no_grad():
            self.layer.weight.copy_(layer.weight * scales)
            self.layer.bias.copy_(layer.bias)

    def forward(self, x: Tensor) -> Tensor:
        """As nn.Linear, (..., inputs) -> (..., outputs)."""
        out: Tensor = self.layer(x * self.shrink)
        return out


class EightBitEmbedding(nn.Module):
    """Vectors of 8 bits with one scale each; not trained."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        vectors = vectors.detach()
        scales = (vectors.abs().amax(1) / 127).clamp(min=1e-12)
        self.register_buffer("scales", scales)
        self.register_buffer("levels", (vectors / scales[:, None]).round().to(torch.int8))
        self.levels: Tensor
        self.scales: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        """Of each id, (...) -> (..., width)."""
        return self.levels[ids].float() * self.scales[ids][..., None]


def _largest_inputs(model: SpanReader, rows: Sequence[Row]) -> dict[str, Tensor]:
    """Of each linear layer of the encoder, by name: the largest absolute value of each channel of its input."""
    largest: dict[str, Tensor] = {}

    def watch(name: str) -> torch.utils.hooks.RemovableHandle:
        def seen(_: nn.Module, given: tuple[Tensor]) -> None:
            sizes = given[0].abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], sizes) if name in largest else sizes

        layer: nn.Module = model.body.encoder.get_submodule(name)
        return layer.register_forward_pre_hook(seen)

    names = [name for name, layer in model.body.encoder.named_modules() if isinstance(layer, nn.Linear)]
    watching = [watch(name) for name in names]
    with torch.inference_mode():
        for low in range(0, len(rows), _BATCH):
            model(*map(torch.from_numpy, padded(rows[low : low + _BATCH])))
    for one in watching:
        one.remove()
    return {name: sizes.clone() for name, sizes in largest.items()}
