"""Judge a checkpoint: SQuAD 2.0's questions with their paragraph, and the role suite of unseen verbs and templates.

    python -m training.evaluate [--data FOLDER] [--run FOLDER] [--onnx FILE] [--calibrate FILE] [--plot FILE]

The threshold and the calibration are chosen on validation examples (training-side groups that were held out), then
used on squad2_dev, which nothing was trained or chosen on. --calibrate writes them where the reader looks for them.
"""

import argparse
import collections
import json
import re
import string
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from scipy.optimize import minimize, minimize_scalar
from scipy.special import logit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from corpus.article import Article, Span
from retrieval.reader import Calibration, Look, TrainedReader
from retrieval.scoring import Run, load_tokenizer, onnx_run
from retrieval.sentences import split
from retrieval.types import Window
from training.data import mixture, role_suite
from training.eight_bits import is_smoothed, like_smoothed
from training.examples import Example, squad_like
from training.model import SpanReader, encoder_folder

Array = npt.NDArray[np.float64]
FIRST = Calibration(margin=1.0, gap=0.0, further=0.0, offset=0.0, threshold=0.5)  # before there is one
_AS_GOOD = 0.005  # F1 over all: less than what chance makes of some 3,000 questions
_TOGETHER = 12  # examples; each has a second look
# Of human unanswerable questions there are few in validation: each counts for several.
_WEIGHTS = {"squad2": 3.0}


@dataclass(frozen=True, slots=True)
class Prediction:
    """The best span of an example, the scores that speak for it being an answer, and the next best."""

    words: str
    look: Look
    yes: float = 0.0
    no: float = 0.0
    further: tuple[tuple[str, Look], ...] = ()


def main() -> None:
    """Print the table as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, default=Path("training/run"))
    parser.add_argument("--onnx", type=Path, help="judge this exported file instead of the run's checkpoint")
    parser.add_argument("--calibrate", type=Path, help="write calibration and threshold to this file")
    parser.add_argument("--every", type=int, default=3, help="of validation but SQuAD 2.0's: one in so many")
    parser.add_argument("--plot", type=Path, help="draw the risk-coverage curves into this .svg file")
    parser.add_argument("--suite", type=int, default=600, help="texts in the role suite")
    options = parser.parse_args()
    run = onnx_run(options.onnx) if options.onnx else torch_run(load(options.run / "checkpoint.pt"))
    _, held_out = mixture(options.data)
    human = [example for example in held_out if example.source == "squad2"]
    others = [example for example in held_out if example.source != "squad2"]
    validation = [*human, *others[:: options.every]]
    suite = role_suite(options.suite)
    predictions = predict(run, validation)
    calibration = calibrate(validation, predictions)
    print(json.dumps(asdict(calibration)), flush=True)
    if options.calibrate:
        options.calibrate.write_text(json.dumps(asdict(calibration), indent=1) + "\n", "utf-8")
    curves: dict[str, tuple[Array, Array]] = {}
    by_source = [(source, _of_source(validation, predictions, source)) for source in ("squad2", "qamr", "generated")]
    for name, (examples, found) in (
        ("validation", (validation, predictions)),
        *((f"validation, {source}", pair) for source, pair in by_source),
        *(
            (name, (examples, predict(run, examples)))
            for name, examples in (
                ("squad2_dev", list(squad_like(options.data / "squad2_dev.jsonl", "squad2"))),
                ("role suite", suite),
            )
        ),
    ):
        print(json.dumps({"on": name, **judged(examples, found, calibration)}), flush=True)
        curves[name] = risk_coverage(examples, found, calibration)
    if options.plot:
        plot({name: curves[name] for name in ("squad2_dev", "role suite")}, calibration, options.plot)


def load(file: Path) -> SpanReader:
    """The model of a checkpoint, ready to read."""
    state = torch.load(file, map_location="cpu", weights_only=True)
    model = SpanReader(encoder_folder())
    if is_smoothed(state["model"]):
        like_smoothed(model)
    model.load_state_dict(state["model"], strict=False)
    return model.eval()


def torch_run(model: SpanReader) -> Run:
    """The torch form as the reader runs it."""

    def run(*values: Any) -> tuple[Any, Any]:
        with torch.inference_mode():
            tokens, whole = model(*(torch.from_numpy(value) for value in values))
        return tokens.numpy(), whole.numpy()

    return run


def predict(run: Run, examples: Sequence[Example]) -> list[Prediction]:
    """The best span for each example, each read by itself."""
    reader = TrainedReader(run, load_tokenizer(encoder_folder() / "tokenizer.json"), FIRST)
    order = sorted(range(len(examples)), key=lambda number: len(examples[number].context))
    found: dict[int, Prediction] = {}
    for low in range(0, len(order), _TOGETHER):
        chosen = order[low : low + _TOGETHER]
        asked = [(examples[number].question, window_of(examples[number].context)) for number in chosen]
        for number, (looks, judged) in zip(chosen, reader.looks(asked), strict=True):
            context = examples[number].context
            first, *rest = (
                (look.words.of(context), look) for look in sorted(looks, key=lambda look: -look.margin)[:3]
            )
            found[number] = Prediction(*first, judged.yes, judged.no, tuple(rest))
    return [found[number] for number in range(len(examples))]


def window_of(context: str) -> Window:
    """A text as the reader takes it."""
    return Window("", Span(0, len(context)), context, tuple(split(Article("", "", context))))


def calibrate(examples: Sequence[Example], predictions: Sequence[Prediction]) -> Calibration:
    """Confidence = P(the predicted words answer the question), and the threshold: of those whose F1 over all is as
    good as the best, the middle one. The curve is flat at its top.
    """
    spans, pairs = _asked_for_words(examples, predictions)
    right = np.array([f1(p.words, e) > 0.5 if e.answers else False for e, p in pairs])
    weights = _weights([e for e, _ in pairs])
    model = LogisticRegression(C=100).fit(_scores(spans), right, weights)
    confidence = model.predict_proba(_scores(spans))[:, 1]
    gains = np.array([f1(p.words, e) for e, p in pairs])
    silent = np.array([0.0 if e.answers else 1.0 for e, _ in pairs])
    levels = np.linspace(0.05, 0.95, 91)
    totals = [np.average(np.where(confidence >= level, gains, silent), weights=weights) for level in levels]
    threshold = np.median([level for level, f in zip(levels, totals, strict=True) if f >= max(totals) - _AS_GOOD])
    fitted = Calibration(float(model.coef_[0][0]), 0.0, 0.0, float(model.intercept_[0]), 0.5)
    return replace(
        _rounded(_with_further(fitted, pairs)),
        threshold=round(float(threshold), 3),
        verdict=_temperature(examples, predictions),
    )


def _weights(examples: Sequence[Example]) -> Array:
    """People's questions count for more; those with and without an answer for as much: nobody knows the share of a
    user's questions that the articles answer, and that of the negatives made for training says nothing of it.
    """
    weights = np.array([_WEIGHTS.get(example.source, 1.0) for example in examples])
    has = np.array([bool(example.answers) for example in examples])
    return np.asarray(weights / np.where(has, weights[has].sum(), weights[~has].sum()))


def _with_further(fitted: Calibration, pairs: Sequence[tuple[Example, Prediction]]) -> Calibration:
    """With what makes the confidences of further spans most likely: a weight of their gap, and a constant."""
    looks = [(words, look, example) for example, p in pairs for words, look in p.further if look.gap]
    if not looks:
        return fitted
    scores = np.array([logit(fitted.confidence(look)) for _, look, _ in looks])
    gaps = np.array([look.gap for _, look, _ in looks])
    signs = np.array([1.0 if f1(words, example) > 0.5 else -1.0 for words, _, example in looks])
    found = minimize(lambda x: np.logaddexp(0, -signs * (scores + x[0] * gaps + x[1])).mean(), np.zeros(2))
    return replace(fitted, gap=float(found.x[0]), further=float(found.x[1]))


def _rounded(calibration: Calibration) -> Calibration:
    return Calibration(**{name: round(value, 4) for name, value in asdict(calibration).items()})


def _temperature(examples: Sequence[Example], predictions: Sequence[Prediction]) -> float:
    """Guo et al., 2017: the one number by which the scores of yes and no are divided."""
    scores, truth = [], []
    for example, prediction in zip(examples, predictions, strict=True):
        if example.verdict:
            scores += [prediction.yes, prediction.no]
            truth += [example.verdict == "yes", example.verdict == "no"]
    if not scores:
        return 1.0
    signs = np.where(truth, 1.0, -1.0)
    best = minimize_scalar(
        lambda log: np.logaddexp(0, -signs * np.array(scores) / np.exp(log)).mean(), bounds=(-2, 2), method="bounded"
    )
    return round(float(np.exp(best.x)), 3)


def judged(
    examples: Sequence[Example], predictions: Sequence[Prediction], calibration: Calibration
) -> dict[str, float]:
    """Exact match and F1 over all and where there is an answer, AUROC, silence, calibration error; verdicts apart."""
    spans, pairs = _asked_for_words(examples, predictions)
    confidence = confidences(spans, calibration)
    has = np.array([bool(e.answers) for e, _ in pairs])
    gain = np.array([f1(p.words, e) for e, p in pairs])
    exact = np.array([is_exact(p.words, e) for e, p in pairs])
    said = confidence >= calibration.threshold
    found = {
        "examples": len(examples),
        "f1_all": float(np.where(has, gain * said, ~said).mean()),
        "exact_all": float(np.where(has, exact & said, ~said).mean()),
        "f1_where_answerable": float(gain[has].mean()),
        "exact_where_answerable": float(exact[has].mean()),
        "calibration_error": calibration_error(confidence, (gain > 0.5) & has),
    }
    if (~has).any() and has.any():
        found["auroc"] = float(roc_auc_score(has, confidence))
        found["rightly_silent"] = float((~said[~has]).mean())
        found["wrongly_silent"] = float((~said[has]).mean())
    verdicts = [(e, p) for e, p in zip(examples, predictions, strict=True) if e.verdict]
    if verdicts:
        found["verdicts_right"] = float(np.mean([verdict(p, calibration) == e.verdict for e, p in verdicts]))
    return {key: round(value, 4) for key, value in found.items()}


def risk_coverage(
    examples: Sequence[Example], predictions: Sequence[Prediction], calibration: Calibration
) -> tuple[Array, Array]:
    """Confidences, highest first, and the share of wrong answers down to each (El-Yaniv and Wiener, 2010).

    Coverage is the place in the row over its length: the share of all questions that are answered.
    """
    spans, pairs = _asked_for_words(examples, predictions)
    confidence = confidences(spans, calibration)
    wrong = np.array([not e.answers or f1(p.words, e) <= 0.5 for e, p in pairs])
    order = np.argsort(-confidence, kind="stable")
    return confidence[order], np.cumsum(wrong[order]) / np.arange(1, len(order) + 1)


def plot(curves: dict[str, tuple[Array, Array]], calibration: Calibration, file: Path) -> None:
    """Draw the curves, with a dot where the threshold lies."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "clippings"  # the same file for the same figures
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 3.6))
    for name, (confidence, risk) in curves.items():
        coverage = np.arange(1, len(risk) + 1) / len(risk)
        (line,) = axes.plot(coverage, risk, label=name)
        last = int((confidence >= calibration.threshold).sum()) - 1
        if last >= 0:
            axes.plot(coverage[last], risk[last], "o", color=line.get_color())
    axes.set(xlabel="coverage: share of the questions that are answered", ylabel="risk: share of those that is wrong")
    axes.set(xlim=(0, 1), ylim=(0, None))
    axes.grid(alpha=0.3)
    axes.legend(title=f"dots: threshold {calibration.threshold:.2f}")
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)


def confidences(predictions: Sequence[Prediction], calibration: Calibration) -> Array:
    """Of each prediction's words."""
    return np.array([calibration.confidence(p.look) for p in predictions])


def verdict(prediction: Prediction, calibration: Calibration) -> str:
    """What is said: "yes", "no" or "silent"."""
    name, score = max((("yes", prediction.yes), ("no", prediction.no)), key=lambda pair: pair[1])
    return name if 1 / (1 + np.exp(-score / calibration.verdict)) >= calibration.verdict_threshold else "silent"


def f1(words: str, example: Example) -> float:
    """SQuAD's token F1 against the best accepted answer; 0 where there is none."""
    return max((_f1(words, span.of(example.context)) for span in example.answers), default=0.0)


def is_exact(words: str, example: Example) -> bool:
    """SQuAD's exact match."""
    return any(_tokens(words) == _tokens(span.of(example.context)) for span in example.answers)


def calibration_error(confidence: Array, right: npt.NDArray[np.bool_], bins: int = 15) -> float:
    """Expected calibration error (Naeini et al., 2015): |confidence - accuracy| over equal bins, weighted."""
    places = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(
        sum(
            (places == one).mean() * abs(confidence[places == one].mean() - right[places == one].mean())
            for one in range(bins)
            if (places == one).any()
        )
    )


def _of_source(
    examples: Sequence[Example], predictions: Sequence[Prediction], source: str
) -> tuple[list[Example], list[Prediction]]:
    pairs = [(e, p) for e, p in zip(examples, predictions, strict=True) if e.source == source]
    return [e for e, _ in pairs], [p for _, p in pairs]


def _asked_for_words(
    examples: Sequence[Example], predictions: Sequence[Prediction]
) -> tuple[list[Prediction], list[tuple[Example, Prediction]]]:
    pairs = [(e, p) for e, p in zip(examples, predictions, strict=True) if not e.verdict]
    return [p for _, p in pairs], pairs


def _f1(said: str, accepted: str) -> float:
    ours, theirs = _tokens(said), _tokens(accepted)
    common = sum((collections.Counter(ours) & collections.Counter(theirs)).values())
    return 2 * common / (len(ours) + len(theirs)) if common else 0.0


def _tokens(words: str) -> list[str]:
    words = "".join(char for char in words.lower() if char not in set(string.punctuation) | set("“”‘’"))
    return re.sub(r"\b(a|an|the)\b", " ", words).split()


def _scores(predictions: Sequence[Prediction]) -> Array:
    return np.array([[(p.look.margin + p.look.again) / 2] for p in predictions])


if __name__ == "__main__":
    main()
