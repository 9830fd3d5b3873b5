"""What makes 8 bits enough for the exported reader: its large values are spread before they are rounded.

onnxruntime's dynamic quantisation rounds a layer's input with one scale for the whole batch, so a few channels with
large values leave the others a handful of levels. The last part of training then runs with the rounding in it, so
that it matters less to the answers. Leaves out the quantisation of the exported file itself (export.py).
"""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from retrieval.scoring import Row, padded
from training.model import SpanReader

FLOATS = ("span", "says", "embeddings")  # heads and tables are left as they are
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
        weights = layer.weight.detach().abs().amax(0).clamp(min=1e-4)
        scales = sizes.clamp(min=1e-4) ** SHARE / weights ** (1 - SHARE)
        setattr(model.body.encoder.get_submodule(parent), child, Smoothed(layer, scales))
    return model


def is_smoothed(weights: Mapping[str, Tensor]) -> bool:
    """Whether they are those of a smoothed model."""
    return any(name.endswith(".shrink") for name in weights)


def like_smoothed(model: SpanReader) -> SpanReader:
    """The model in the smoothed form, for weights that are. Changes it in place."""
    for name, layer in _layers(model):
        parent, _, child = name.rpartition(".")
        where = model.body.encoder.get_submodule(parent)
        setattr(where, child, Smoothed(layer, torch.ones(layer.in_features)))
    return model


def rounding(model: SpanReader) -> SpanReader:
    """The smoothed model with the exported file's rounding in its layers. Changes it in place."""
    for module in model.body.encoder.modules():
        if isinstance(module, Smoothed):
            module.layer.__class__ = EightBitLinear
    return model


class EightBitLinear(nn.Linear):
    """A linear layer whose input and weights are rounded to 8 bits; gradients pass (Bengio et al., 2013).

    As onnxruntime does it: weights symmetric with a scale to each output, the input with one scale and zero point.
    """

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002
        """As nn.Linear, (..., inputs) -> (..., outputs)."""
        with torch.no_grad():
            low, high = (float(edge) for edge in input.float().aminmax())
            low, high = min(low, 0.0), max(high, 0.0)
            step = max((high - low) / 255, 1e-9)
            steps = (self.weight.abs().amax(1) / 127).clamp(min=1e-9)
            zeros = torch.zeros_like(steps, dtype=torch.int32)
        rounded = torch.fake_quantize_per_tensor_affine(input.float(), step, round(-low / step), 0, 255)
        weight = torch.fake_quantize_per_channel_affine(self.weight, steps, zeros, 0, -127, 127)
        return functional.linear(rounded, weight, self.bias)


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

    watching = [watch(name) for name, _ in _layers(model)]
    with torch.inference_mode():
        for low in range(0, len(rows), _BATCH):
            model(*map(torch.from_numpy, padded(rows[low : low + _BATCH])))
    for one in watching:
        one.remove()
    return {name: sizes.clone() for name, sizes in largest.items()}


def _layers(model: SpanReader) -> list[tuple[str, nn.Linear]]:
    return [(name, layer) for name, layer in model.body.encoder.named_modules() if isinstance(layer, nn.Linear)]
