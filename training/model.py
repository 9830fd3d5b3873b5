"""The span reader in torch: the encoder's own layers with a head that scores where an answer starts and ends.

Devlin et al., 2019, section 4.3: the score of a span is start + end; the first token, [CLS], stands for "the text
does not say". A second head on [CLS] judges the same question by itself (Zhang et al., 2021, "Retrospective reader").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from retrieval.encoder import DEFAULT, model_folder
from training.examples import Example

MAX_TOKENS = 256  # question and text together
MAX_QUESTION = 48
STRIDE = 64


@dataclass(frozen=True, slots=True)
class Feature:
    """One window of one example, in tokens. start == end == 0: this window does not say."""

    example: int
    ids: list[int]
    types: list[int]
    start: int
    end: int
    offsets: list[tuple[int, int]]  # of each token in the context; (0, 0) outside it


class SpanReader(nn.Module):
    """ids, types, mask: (batch, tokens) -> start and end scores, (batch, tokens), -inf outside the text but at 0;
    and the answerable score, (batch,)."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa")
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)  # shared with the encoder, as they are
        width = self.body.config.hidden_size
        self.span = nn.Linear(width, 2)
        self.says = nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Linear(width, 1))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """See the class."""
        hidden = self.body(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        allowed = (types == 1) & (mask == 1)
        allowed[:, 0] = True
        scores = self.span(hidden).float().masked_fill(~allowed[..., None], -1e4)
        return scores[..., 0], scores[..., 1], self.says(hidden[:, 0]).float().squeeze(-1)


def encoder_folder() -> Path:
    """Where the encoder that the reader starts from lies."""
    folder = model_folder(DEFAULT)
    assert folder
    return folder


def load_tokenizer() -> Any:
    """The encoder's own."""
    return AutoTokenizer.from_pretrained(encoder_folder())


def features(examples: Sequence[Example], tokenizer: Any, *, every_window: bool) -> list[Feature]:
    """Windows of examples. For training (not `every_window`): the first that holds the whole answer, or the first."""
    made: list[Feature] = []
    for low in range(0, len(examples), 2000):
        chunk = examples[low : low + 2000]
        questions = [_cut(example.question, tokenizer) for example in chunk]
        rows = tokenizer(
            questions,
            [example.context for example in chunk],
            max_length=MAX_TOKENS,
            truncation="only_second",
            stride=STRIDE,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
        )
        taken: set[int] = set()
        waiting: dict[int, Feature] = {}
        for row, of in enumerate(rows["overflow_to_sample_mapping"]):
            feature = _feature(low + of, examples[low + of], rows, row)
            if every_window:
                made.append(feature)
            elif of not in taken and (feature.start or not examples[low + of].answers):
                taken.add(of)
                made.append(feature)
            else:
                waiting.setdefault(of, feature)
    return made


def _feature(number: int, example: Example, rows: object, row: int) -> Feature:
    ids, types, offsets = (rows[name][row] for name in ("input_ids", "token_type_ids", "offset_mapping"))  # type: ignore[index]
    inside = [i for i, kind in enumerate(types) if kind == 1 and offsets[i] != (0, 0)]
    start = end = 0
    if example.answers and inside:
        span = example.answers[0]
        first = [i for i in inside if offsets[i][0] <= span.start < offsets[i][1]]
        last = [i for i in inside if offsets[i][0] < span.end <= offsets[i][1]]
        if first and last:
            start, end = first[0], last[-1]
    kept = [pair if kind == 1 else (0, 0) for pair, kind in zip(offsets, types, strict=True)]
    return Feature(number, ids, types, start, end, kept)


def _cut(question: str, tokenizer: Any) -> str:
    ids = tokenizer(question, add_special_tokens=False)["input_ids"]
    return question if len(ids) <= MAX_QUESTION else str(tokenizer.decode(ids[:MAX_QUESTION]))


def batch_of(chosen: Sequence[Feature], device: torch.device) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """ids, types, mask: (batch, longest); start, end: (batch,)."""
    longest = max(len(feature.ids) for feature in chosen)
    ids, types, mask = (torch.zeros(len(chosen), longest, dtype=torch.long) for _ in range(3))
    for row, feature in enumerate(chosen):
        size = len(feature.ids)
        ids[row, :size] = torch.tensor(feature.ids)
        types[row, :size] = torch.tensor(feature.types)
        mask[row, :size] = 1
    start, end = (torch.tensor([getattr(f, name) for f in chosen]) for name in ("start", "end"))
    return ids.to(device), types.to(device), mask.to(device), start.to(device), end.to(device)
