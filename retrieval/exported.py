"""An encoder without torch: written once, beside the index, and run by onnxruntime when questions are asked.

torch and sentence-transformers take seconds and hundreds of megabytes to load; this takes a tenth of both. The
vectors are the same (cosine at least 0.9999, checked when it is written). Only models made of a transformer and mean
or first-token pooling are exported; others are asked with sentence-transformers.
"""

import hashlib
import json
import shutil
import warnings
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from retrieval.encoder import SPECIAL_TOKENS, Encoder, SentenceTransformerEncoder, Vectors

if TYPE_CHECKING:
    import torch

MIN_COSINE = 0.9999
_BATCH = 32
_PROBES = [
    "Who thanked Cambodia?",
    "The mayor of Lervik said on Thursday that 212 houses stood under water, and that nobody had died.",
    "é 日本 👩‍👧 — “quoted”",
    "word " * 600,  # longer than any encoder reads
]
_POOLINGS = ("mean", "cls")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the files of an exported encoder do not say themselves."""

    source: str
    identity: str
    dimension: int
    max_tokens: int
    pooling: str
    question_prompt: str
    inputs: tuple[str, ...]


class ExportedEncoder:
    """See Encoder. Loads in some tenths of a second."""

    def __init__(self, folder: Path) -> None:
        """OSError, ValueError or onnxruntime's own errors when the folder holds no whole export."""
        import onnxruntime
        from tokenizers import Tokenizer

        facts = _Facts(**json.loads((folder / "facts.json").read_text("utf-8")))
        self.source, self.identity = facts.source, facts.identity
        self.dimension, self.max_tokens = facts.dimension, facts.max_tokens
        self._facts = facts
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(facts.max_tokens + SPECIAL_TOKENS)
        options = onnxruntime.SessionOptions()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # leave busy cores to others
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See Encoder."""
        self._tokenizer.no_truncation()
        rows = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        self._tokenizer.enable_truncation(self.max_tokens + SPECIAL_TOKENS)
        return [len(row.ids) for row in rows]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        rows = [row.ids for row in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
        for low in range(0, len(order), _BATCH):
            batch = order[low : low + _BATCH]
            vectors[batch] = self._run([rows[number] for number in batch])
        return vectors

    def encode_question(self, question: str) -> Vectors:
        """See Encoder."""
        vector: Vectors = self.encode([self._facts.question_prompt + question])[0]
        return vector

    def _run(self, rows: Sequence[Sequence[int]]) -> Vectors:
        longest = max(map(len, rows))
        ids = np.array([[*row, *[0] * (longest - len(row))] for row in rows], np.int64)
        mask = np.array([[1] * len(row) + [0] * (longest - len(row)) for row in rows], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(None, {name: given[name] for name in self._facts.inputs})
        if self._facts.pooling == "cls":
            pooled = hidden[:, 0]
        else:
            pooled = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        unit: Vectors = np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), np.float32)
        return unit


def export(encoder: SentenceTransformerEncoder, folder: Path) -> bool:
    """Write the encoder below `folder`, whole or not at all, unless it stands there already.

    False when it is of a kind that cannot be exported, or does not come out the same.
    """
    target = _place(folder, encoder.identity)
    if target.exists():
        return True
    unfinished = target.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        try:
            if not _write(encoder, unfinished) or not _same(encoder, ExportedEncoder(unfinished)):
                return False
        except OSError:
            raise
        except Exception:  # torch fails in its own ways on models that it cannot trace
            return False
        for other in folder.iterdir():
            if other != unfinished:
                shutil.rmtree(other)
        unfinished.rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return True


def load_exported(folder: Path, identity: str) -> ExportedEncoder | None:
    """The export of the encoder with that identity; None when it was not written or is damaged."""
    place = _place(folder, identity)
    if not place.exists():
        return None
    try:
        encoder = ExportedEncoder(place)
    except Exception:  # onnxruntime and tokenizers raise errors of their own; whatever it is, torch will do instead
        return None
    return encoder if encoder.identity == identity else None


def _place(folder: Path, identity: str) -> Path:
    return folder / hashlib.sha256(identity.encode()).hexdigest()[:12]


def _write(encoder: SentenceTransformerEncoder, folder: Path) -> bool:
    import torch

    model = encoder.model
    kinds = [type(module).__name__ for module in model]
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        return False
    transformer, pooling = cast("Any", model[0]), cast("Any", model[1])
    body: Any = getattr(transformer, "auto_model", None)
    how = str(getattr(pooling, "pooling_mode", ""))
    backend = getattr(model.tokenizer, "backend_tokenizer", None)
    if how not in _POOLINGS or backend is None or body is None:
        return False
    inputs = tuple(
        name
        for name in ("input_ids", "attention_mask", "token_type_ids")
        if name in getattr(model.tokenizer, "model_input_names", ())
    )
    ones = torch.ones(2, 8, dtype=torch.long)
    with warnings.catch_warnings():
        # The exporter that torch 2.13 calls deprecated: a third of the other's time, one file, no further package.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _body_only(body, inputs),
            (ones,) * len(inputs),
            str(folder / "model.onnx"),
            input_names=list(inputs),
            output_names=["hidden"],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in (*inputs, "hidden")},
            dynamo=False,
        )
    backend.save(str(folder / "tokenizer.json"))
    prompt = model.prompts.get("query") or ""
    facts = _Facts(encoder.source, encoder.identity, encoder.dimension, encoder.max_tokens, how, prompt, inputs)
    (folder / "facts.json").write_text(json.dumps(asdict(facts)), "utf-8")
    return True


def _body_only(body: Any, inputs: Sequence[str]) -> "torch.nn.Module":
    """The transformer with its inputs by position and its last hidden states as the one output."""
    import torch

    class Body(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = body

        def forward(self, *values: "torch.Tensor") -> "torch.Tensor":
            hidden: torch.Tensor = self.body(**dict(zip(inputs, values, strict=True))).last_hidden_state
            return hidden

    return Body().eval()


def _same(ours: Encoder, exported: Encoder) -> bool:
    texts = (ours.encode(_PROBES) * exported.encode(_PROBES)).sum(1)
    questions = [ours.encode_question(text) @ exported.encode_question(text) for text in _PROBES]
    return bool(min(*texts, *questions) >= MIN_COSINE) and ours.count_tokens(_PROBES) == exported.count_tokens(
        _PROBES
    )
