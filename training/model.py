"""The span reader in torch: the encoder's own layers with a head that scores where an answer starts and ends.

Devlin et al., 2019, section 4.3: the score of a span is start + end; the first token, [CLS], stands for "the text
does not say". A second head on [CLS] judges the same by itself (Zhang et al., 2021, "Retrospective reader"), and
whether the text says yes or no to a yes-or-no question. A third score of each token points at the sentence that shows
the answer, which need not be the one that holds its words ("He also stressed ...").
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from corpus.article import Article, Span
from retrieval.encoder import DEFAULT, model_folder
from retrieval.sentences import split
from training.examples import Example

MAX_TOKENS = 256  # question and text together
MAX_QUESTION = 48
STRIDE = 64


@dataclass(frozen=True, slots=True)
class Feature:
    """One window of one example, in tokens."""

    example: int
    ids: list[int]
    types: list[int]
    offsets: list[tuple[int, int]]  # of each token in the context; (0, 0) outside it
    spans: tuple[tuple[int, int], ...] = ()  # first and last token of each answer; none: this window does not say
    evidence: tuple[tuple[int, int], ...] = ()  # of what shows it
    verdict: str = ""  # of a yes-or-no question


class SpanReader(nn.Module):
    """ids, types, mask: (batch, tokens) -> start, end and evidence scores, (batch, tokens, 3), very low outside the
    text but at 0; and scores of "it says", "yes" and "no", (batch, 3)."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        # Without attention dropout torch takes its fused kernel on the CPU: two thirds more tokens a second.
        self.body = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, attn_implementation="sdpa", attention_probs_dropout_prob=0.0
        )
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)  # shared with the encoder, as they are
        width = self.body.config.hidden_size
        self.span = nn.Linear(width, 3)
        self.says = nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Linear(width, 3))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        hidden = self.body(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        allowed = (types == 1) & (mask == 1)
        allowed[:, 0] = True
        tokens = self.span(hidden).float().masked_fill(~allowed[..., None], -1e4)
        return tokens, self.says(hidden[:, 0]).float()


def loss_of(tokens: Tensor, whole: Tensor, targets: "Targets", says_weight: float) -> Tensor:
    """Cross-entropy of start, end and evidence against evenly shared targets, and of the three judgements."""
    logs = functional.log_softmax(tokens, dim=1)
    span = -(targets.tokens[..., :2] * logs[..., :2]).sum((1, 2)) / 2
    # Any token of what shows the answer will do: the sum of their shares is what counts.
    evidence = -torch.logsumexp(logs[..., 2].masked_fill(targets.tokens[..., 2] == 0, -1e9), dim=1)
    judged = functional.binary_cross_entropy_with_logits(whole, targets.whole.clamp(min=0), reduction="none")
    judged = (judged * (targets.whole >= 0)).sum(1)
    return (span + 0.5 * evidence + says_weight * judged).mean()


def difference_of(tokens: Tensor, whole: Tensor, targets: "Targets") -> Tensor:
    """How far two passes over the same rows lie apart, for dropout took other units out: (2, batch, tokens, 3) and
    (2, batch, 3) -> a number.

    Half of the symmetric Kullback-Leibler divergence of start, end and what is judged (Liang et al., 2021, "R-Drop").
    """
    logs = functional.log_softmax(tokens[..., :2], dim=2)
    span = ((logs[0].exp() - logs[1].exp()) * (logs[0] - logs[1])).sum((1, 2)) / 4
    judged = (whole[0].sigmoid() - whole[1].sigmoid()) * (whole[0] - whole[1])
    return (span + (judged * (targets.whole >= 0)).sum(1) / 4).mean()


@dataclass(frozen=True, slots=True)
class Targets:
    """tokens: (batch, tokens, 3), each column's shares adding up to 1; whole: (batch, 3), 1, 0, or -1: not asked."""

    tokens: Tensor
    whole: Tensor


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
        for row, of in enumerate(rows["overflow_to_sample_mapping"]):
            example = chunk[of]
            feature = _feature(low + of, example, rows, row)
            if every_window:
                made.append(feature)
            elif of not in taken and (feature.spans or not example.answers):
                taken.add(of)
                made.append(feature)
    return made


def _feature(number: int, example: Example, rows: Any, row: int) -> Feature:
    ids, types, offsets = (rows[name][row] for name in ("input_ids", "token_type_ids", "offset_mapping"))
    kept = [pair if kind == 1 else (0, 0) for pair, kind in zip(offsets, types, strict=True)]
    answers = example.answers if example.several else example.answers[:1]
    spans = tuple(found for span in answers if (found := _place(span, kept)))
    evidence: tuple[tuple[int, int], ...] = ()
    if spans or example.verdict in ("yes", "no"):
        shown = example.evidence or _sentences_with(example, answers)
        evidence = tuple(found for span in shown if (found := _place(span, kept))) or spans
    return Feature(number, ids, types, kept, spans, evidence, example.verdict)


def _place(span: Span, offsets: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The first and last token of a stretch of the context, when the window holds it whole."""
    first = [i for i, (low, high) in enumerate(offsets) if low <= span.start < high]
    last = [i for i, (low, high) in enumerate(offsets) if low < span.end <= high]
    return (first[0], last[-1]) if first and last else None


def _sentences_with(example: Example, answers: Sequence[Span]) -> list[Span]:
    if not answers:
        return [Span(0, len(example.context))]
    spans = _split(example.context)
    return [s for s in spans if any(s.holds(answer) for answer in answers)]


@functools.lru_cache(maxsize=200_000)
def _split(context: str) -> tuple[Span, ...]:
    return tuple(sentence.span for sentence in split(Article("", "", context)))


def _cut(question: str, tokenizer: Any) -> str:
    ids = tokenizer(question, add_special_tokens=False)["input_ids"]
    return question if len(ids) <= MAX_QUESTION else str(tokenizer.decode(ids[:MAX_QUESTION]))


def batch_of(chosen: Sequence[Feature], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """ids, types, mask: (batch, longest)."""
    longest = max(len(feature.ids) for feature in chosen)
    ids, types, mask = (torch.zeros(len(chosen), longest, dtype=torch.long) for _ in range(3))
    for row, feature in enumerate(chosen):
        size = len(feature.ids)
        ids[row, :size] = torch.tensor(feature.ids)
        types[row, :size] = torch.tensor(feature.types)
        mask[row, :size] = 1
    return ids.to(device), types.to(device), mask.to(device)


def targets_of(chosen: Sequence[Feature], device: torch.device) -> Targets:
    """What the model should say of a batch."""
    tokens = torch.zeros(len(chosen), max(len(feature.ids) for feature in chosen), 3)
    whole = torch.zeros(len(chosen), 3)
    for row, feature in enumerate(chosen):
        for first, last in feature.spans or ((0, 0),):
            tokens[row, first, 0] += 1 / max(1, len(feature.spans))
            tokens[row, last, 1] += 1 / max(1, len(feature.spans))
        for first, last in feature.evidence or ((0, 0),):
            tokens[row, first : last + 1, 2] = 1
        if feature.verdict:
            whole[row] = torch.tensor([-1.0, feature.verdict == "yes", feature.verdict == "no"])
        else:
            whole[row] = torch.tensor([bool(feature.spans), -1.0, -1.0])
    return Targets(tokens.to(device), whole.to(device))
