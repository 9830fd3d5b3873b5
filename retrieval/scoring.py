"""The reader's network: questions with texts -> scores of every token. Leaves out what the scores mean (spans.py).

It is the encoder's six layers with three scores to a token and three to a text; onnxruntime runs 8-bit weights.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
# ids, types, mask: (rows, tokens) -> start, end and evidence scores of tokens: (rows, tokens, 3), and the scores of
# "the text says", "yes" and "no": (rows, 3).
Run = Callable[[Any, Any, Any], tuple[Floats, Floats]]

MAX_TOKENS = 256  # question and text together, as in training
MAX_QUESTION = 48
STRIDE = 64
_ROWS = 4  # to a batch: as fast as more, in less memory


@dataclass(frozen=True, slots=True)
class Row:
    """What the model reads at once: a question with a stretch of a text."""

    pair: int  # which question with its text
    ids: Sequence[int]
    types: Sequence[int]
    offsets: Sequence[tuple[int, int]]  # of each token in the text; (0, 0) outside it


def load_tokenizer(file: Path) -> "Tokenizer":
    """The encoder's, set to read a question with a text, long texts in overlapping stretches."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, stride=STRIDE, strategy="only_second")
    return tokenizer


def onnx_run(file: Path) -> Run:
    """The exported model, on the CPU."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # leave busy cores to others
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def run(ids: Any, types: Any, mask: Any) -> tuple[Floats, Floats]:
        tokens, whole = session.run(None, {"ids": ids, "types": types, "mask": mask})
        return tokens, whole

    return run


def rows_of(pairs: Sequence[tuple[str, str]], tokenizer: "Tokenizer") -> list[Row]:
    """Questions with texts in tokens; a long text makes several rows. A very long question's beginning is cut."""
    cut = {question: _cut(question, tokenizer) for question, _ in pairs}
    rows = []
    for number, first in enumerate(tokenizer.encode_batch([(cut[question], text) for question, text in pairs])):
        for row in (first, *first.overflowing):
            places = [pair if kind == 1 else (0, 0) for pair, kind in zip(row.offsets, row.type_ids, strict=True)]
            rows.append(Row(number, row.ids, row.type_ids, places))
    return rows


def scores(run: Run, rows: Sequence[Row]) -> Iterator[tuple[Row, Floats, Floats]]:
    """Each row with its (tokens, 3) and (3,) scores; rows of about the same length are run together."""
    order = sorted(rows, key=lambda row: len(row.ids))
    for low in range(0, len(order), _ROWS):
        batch = order[low : low + _ROWS]
        yield from zip(batch, *run(*padded(batch)), strict=True)


def _cut(question: str, tokenizer: "Tokenizer") -> str:
    """Its last MAX_QUESTION tokens: what is asked stands at the end, also of messages that were put together."""
    first = tokenizer.encode("", question)
    places = [
        place
        for row in (first, *first.overflowing)
        for place, kind in zip(row.offsets, row.type_ids, strict=True)
        if kind == 1 and place != (0, 0)
    ]
    starts = sorted({start for start, _ in places})
    return question[starts[-MAX_QUESTION] :] if len(starts) > MAX_QUESTION else question


def padded(rows: Sequence[Row]) -> tuple[Any, Any, Any]:
    """ids, types, mask: int64, (rows, longest)."""
    longest = max(len(row.ids) for row in rows)
    ids, types, mask = (np.zeros((len(rows), longest), np.int64) for _ in range(3))
    for number, row in enumerate(rows):
        size = len(row.ids)
        ids[number, :size], types[number, :size], mask[number, :size] = row.ids, row.types, 1
    return ids, types, mask
