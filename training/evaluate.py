"""Judge a checkpoint: SQuAD 2.0's questions with their paragraph, and the role suite of unseen verbs and templates.

    python -m training.evaluate [--data FOLDER] [--run FOLDER]

The threshold and the calibration are chosen on validation examples (training-side groups that were held out), then
used on squad2_dev, which nothing was trained or chosen on.
"""

import argparse
import collections
import json
import re
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from corpus.article import Span
from training.data import mixture, role_suite
from training.examples import Example, squad_like
from training.model import SpanReader, batch_of, encoder_folder, features, load_tokenizer

Array = npt.NDArray[np.float32]
Scores = Callable[..., tuple[Array, Array, Array]]  # ids, types, mask -> starts, ends, says; see SpanReader

MAX_ANSWER = 30  # tokens
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Prediction:
    """The best span of an example over its windows, and the scores that speak for it being an answer."""

    words: str
    margin: float  # of the span over "the text does not say"
    says: float  # the second head's


def main() -> None:
    """Print the table as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, default=Path("training/run"))
    parser.add_argument("--validation", type=int, default=3000, help="examples to choose the threshold on")
    options = parser.parse_args()
    model = load(options.run / "checkpoint.pt")
    _, held_out = mixture(options.data)
    validation = held_out[:: max(1, len(held_out) // options.validation)]
    scores = torch_scores(model)
    calibration, threshold = calibrate(validation, predict(scores, validation))
    for name, examples in (
        ("validation", validation),
        ("squad2_dev", list(squad_like(options.data / "squad2_dev.jsonl", "squad2"))),
        ("role suite", role_suite(600)),
    ):
        predictions = predict(scores, examples)
        print(json.dumps({"on": name, **judged(examples, predictions, calibration, threshold)}), flush=True)


def load(file: Path) -> SpanReader:
    """The model of a checkpoint, ready to read."""
    state = torch.load(file, map_location="cpu", weights_only=True)
    model = SpanReader(encoder_folder())
    model.load_state_dict(state["model"], strict=False)
    return model.eval()


def torch_scores(model: SpanReader) -> Scores:
    """What `predict` needs, from the model itself."""

    def scores(*values: torch.Tensor) -> tuple[Array, Array, Array]:
        with torch.inference_mode():
            starts, ends, says = (part.numpy() for part in model(*values))
        return starts, ends, says

    return scores


def predict(scores: Scores, examples: Sequence[Example]) -> list[Prediction]:
    """The best span for each example."""
    rows = features(examples, load_tokenizer(), every_window=True)
    best: dict[int, Prediction] = {}
    order = sorted(rows, key=lambda row: len(row.ids))
    for low in range(0, len(order), _BATCH):
        chosen = order[low : low + _BATCH]
        ids, types, mask, _, _ = batch_of(chosen, torch.device("cpu"))
        starts, ends, says = scores(ids, types, mask)
        for number, row in enumerate(chosen):
            start, end, score = best_span(starts[number], ends[number])
            margin = score - float(starts[number][0] + ends[number][0])
            if row.example not in best or margin > best[row.example].margin:
                context = examples[row.example].context
                words = Span(row.offsets[start][0], row.offsets[end][1]).of(context)
                best[row.example] = Prediction(words, margin, float(says[number]))
    return [best[number] for number in range(len(examples))]


def best_span(starts: npt.NDArray[np.float32], ends: npt.NDArray[np.float32]) -> tuple[int, int, float]:
    """The tokens start <= end, at most MAX_ANSWER long and not [CLS], with the highest sum."""
    length = len(starts)
    sums = starts[:, None] + ends[None, :]
    allowed = np.triu(np.ones((length, length), bool)) & ~np.triu(np.ones((length, length), bool), MAX_ANSWER)
    allowed[0] = False
    at = int(np.where(allowed, sums, -np.inf).argmax())
    start, end = divmod(at, length)
    return start, end, float(sums[start, end])


def calibrate(examples: Sequence[Example], predictions: Sequence[Prediction]) -> tuple[LogisticRegression, float]:
    """Confidence = P(the predicted words answer the question), and the threshold with the best F1 over all."""
    x = _scores(predictions)
    right = np.array(
        [f1(p.words, e) > 0.5 if e.answers else False for e, p in zip(examples, predictions, strict=True)]
    )
    model = LogisticRegression(C=100).fit(x, right)
    confidence = model.predict_proba(x)[:, 1]
    gains = np.array([f1(p.words, e) for e, p in zip(examples, predictions, strict=True)])
    silent = np.array([0.0 if e.answers else 1.0 for e in examples])
    levels = np.linspace(0.05, 0.95, 91)
    totals = [np.where(confidence >= level, gains, silent).mean() for level in levels]
    return model, float(levels[int(np.argmax(totals))])


def judged(
    examples: Sequence[Example], predictions: Sequence[Prediction], calibration: LogisticRegression, threshold: float
) -> dict[str, float]:
    """Exact match and F1 over all and where there is an answer, AUROC, silence, calibration error."""
    confidence = calibration.predict_proba(_scores(predictions))[:, 1]
    has = np.array([bool(example.answers) for example in examples])
    gain = np.array([f1(p.words, e) for e, p in zip(examples, predictions, strict=True)])
    exact = np.array([is_exact(p.words, e) for e, p in zip(examples, predictions, strict=True)])
    said = confidence >= threshold
    found = {
        "examples": len(examples),
        "threshold": threshold,
        "f1_all": float(np.where(has, gain * said, ~said).mean()),
        "exact_all": float(np.where(has, exact & said, ~said).mean()),
        "f1_where_answerable": float(gain[has].mean()),
        "exact_where_answerable": float(exact[has].mean()),
        "calibration_error": _calibration_error(confidence, (gain > 0.5) & has),
    }
    if (~has).any():
        found["auroc"] = float(roc_auc_score(has, confidence))
        found["rightly_silent"] = float((~said[~has]).mean())
        found["wrongly_silent"] = float((~said[has]).mean())
    return {key: round(value, 4) for key, value in found.items()}


def f1(words: str, example: Example) -> float:
    """SQuAD's token F1 against the best accepted answer; 0 where there is none."""
    return max((_f1(words, span.of(example.context)) for span in example.answers), default=0.0)


def is_exact(words: str, example: Example) -> bool:
    """SQuAD's exact match."""
    return any(_tokens(words) == _tokens(span.of(example.context)) for span in example.answers)


def _f1(said: str, accepted: str) -> float:
    ours, theirs = _tokens(said), _tokens(accepted)
    common = sum((collections.Counter(ours) & collections.Counter(theirs)).values())
    return 2 * common / (len(ours) + len(theirs)) if common else 0.0


def _tokens(words: str) -> list[str]:
    words = "".join(char for char in words.lower() if char not in set(string.punctuation) | set("“”‘’"))
    return re.sub(r"\b(a|an|the)\b", " ", words).split()


def _scores(predictions: Sequence[Prediction]) -> npt.NDArray[np.float64]:
    return np.array([[p.margin, p.says] for p in predictions])


def _calibration_error(confidence: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], bins: int = 15) -> float:
    """Expected calibration error (Naeini et al., 2015): |confidence - accuracy| over equal bins, weighted."""
    places = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(
        sum(
            (places == one).mean() * abs(confidence[places == one].mean() - right[places == one].mean())
            for one in range(bins)
            if (places == one).any()
        )
    )


if __name__ == "__main__":
    main()
