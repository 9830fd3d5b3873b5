from pathlib import Path

import numpy as np
import pytest

from corpus.article import Span
from retrieval.reader import Calibration, Look
from retrieval.types import Sentence
from training.evaluate import Prediction, calibrate, calibration_error, judged, plot, risk_coverage, verdict
from training.examples import Example

PLAIN = Calibration(margin=1, gap=0, further=0, offset=0, threshold=0.5)
SENTENCE = Sentence("a", 0, Span(0, 3), "Ann")


def look(margin: float, gap: float = 0.0) -> Look:
    return Look(Span(0, 3), SENTENCE, margin, margin, gap)


def example(number: int, *answers: str, verdict: str = "") -> Example:
    text = "Ann met Bo in Oslo."
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in answers)
    return Example(str(number), "g", "s", "Who?", text, spans, verdict=verdict)


ASKED = [example(1, "Ann"), example(2, "Bo"), example(3), example(4)]
SAID = [
    Prediction("Ann", look(3)),
    Prediction("Oslo", look(2)),
    Prediction("Ann", look(1)),
    Prediction("Ann", look(-2)),
]


def test_the_table_counts_answers_and_silence() -> None:
    found = judged(ASKED, SAID, PLAIN)
    assert (found["f1_all"], found["exact_where_answerable"], found["auroc"]) == (0.5, 0.5, 1.0)
    assert (found["rightly_silent"], found["wrongly_silent"]) == (0.5, 0.0)


def test_risk_grows_as_less_sure_answers_are_given() -> None:
    confidence, risk = risk_coverage(ASKED, SAID, PLAIN)
    assert confidence.tolist() == sorted(confidence, reverse=True)
    assert risk.tolist() == pytest.approx([0, 1 / 2, 2 / 3, 3 / 4])


def test_a_curve_is_drawn(tmp_path: Path) -> None:
    plot({"some questions": risk_coverage(ASKED, SAID, PLAIN)}, PLAIN, tmp_path / "curve.svg")
    drawn = (tmp_path / "curve.svg").read_text()
    assert "<svg" in drawn
    plot({"some questions": risk_coverage(ASKED, SAID, PLAIN)}, PLAIN, tmp_path / "again.svg")
    assert (tmp_path / "again.svg").read_text() == drawn


def test_calibration_gives_probabilities_and_a_threshold_that_keeps_silent() -> None:
    chance = np.random.default_rng(1)
    examples, predictions = [], []
    for number in range(2000):
        margin = float(chance.normal(0, 3))
        true = chance.random() < 1 / (1 + np.exp(-margin))
        examples.append(example(number, "Ann") if true else example(number))
        further = (("Ann" if chance.random() < 0.1 else "Oslo", look(margin - 2, 2)),)
        predictions.append(Prediction("Ann", look(margin), further=further))
    found = calibrate(examples, predictions)
    assert found.margin == pytest.approx(1, abs=0.15)
    assert found.offset == pytest.approx(0, abs=0.2)
    assert 0.3 < found.threshold < 0.7
    behind = found.gap * 2 + found.further
    assert behind < -0.5, "a further span is less likely to be right than its margin says"
    assert judged(examples, predictions, found)["calibration_error"] < 0.05


def test_calibration_error_is_the_distance_from_what_is_right() -> None:
    assert calibration_error(np.array([0.9, 0.9, 0.1, 0.1]), np.array([True, True, False, False])) == pytest.approx(
        0.1
    )
    assert calibration_error(np.array([1.0, 1.0]), np.array([True, False])) == pytest.approx(0.5)


@pytest.mark.parametrize(("yes", "no", "word"), [(3, -3, "yes"), (-3, 3, "no"), (-1, -2, "silent")])
def test_verdicts(yes: float, no: float, word: str) -> None:
    assert verdict(Prediction("", look(0), yes, no), PLAIN) == word
