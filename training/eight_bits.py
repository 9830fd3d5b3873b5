"""The reader with its 8-bit arithmetic in torch: to get used to it at the end of training, and as the reference.

onnxruntime's dynamic quantisation, step by step: weights symmetric with one scale to an output channel, a layer's
input with one scale and zero point to the whole batch. Rounding passes gradients straight through (Bengio et al.,
2013). Word vectors have a scale each: with one to the table, as onnxruntime would have it, a few rare words would
leave the others eight levels. The heads stay floats.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model import SpanReader

FLOATS = ("span", "says", "position_embeddings", "token_type_embeddings")  # heads and small tables


def eight_bits(model: SpanReader) -> SpanReader:
    """The same model, its layers' inputs and weights rounded as in the exported file. Changes it in place."""
    for module in model.body.encoder.modules():
        if type(module) is nn.Linear:
            module.__class__ = EightBitLinear
    return small_words(model)


def small_words(model: SpanReader) -> SpanReader:
    """The same model, its word vectors kept in 8 bits. Changes it in place."""
    embeddings = model.body.embeddings
    if isinstance(embeddings.word_embeddings, nn.Embedding):
        embeddings.word_embeddings = EightBitEmbedding(embeddings.word_embeddings.weight)
    return model


class EightBitEmbedding(nn.Module):
    """Vectors of 8 bits with one scale each; not trained."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        vectors = vectors.detach()
        scales = (vectors.abs().amax(1) / 127).clamp(min=1e-12)
        self.register_buffer("scales", scales, persistent=False)
        self.register_buffer("levels", (vectors / scales[:, None]).round().to(torch.int8), persistent=False)
        self.levels: Tensor
        self.scales: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        """Of each id, (...) -> (..., width)."""
        return self.levels[ids].float() * self.scales[ids][..., None]


class EightBitLinear(nn.Linear):
    """A linear layer whose input and weights have 8 bits."""

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002
        """As nn.Linear, (..., inputs) -> (..., outputs)."""
        return functional.linear(_rounded_input(input), _rounded_weight(self.weight), self.bias)


def _rounded_input(x: Tensor) -> Tensor:
    with torch.no_grad():
        low, high = x.float().aminmax()
        low, high = low.clamp(max=0), high.clamp(min=0)
        scale = ((high - low) / 255).clamp(min=1e-12)
        zero = (-low / scale).round().clamp(0, 255)
        rounded = (((x.float() / scale).round() + zero).clamp(0, 255) - zero) * scale
        step = rounded - x
    return x + step  # the gradient is that of x


def _rounded_weight(weight: Tensor) -> Tensor:
    with torch.no_grad():
        scale = (weight.abs().amax(1, keepdim=True) / 127).clamp(min=1e-12)
        step = (weight / scale).round().clamp(-127, 127) * scale - weight
    return weight + step
