"""The trained reader: question and window -> the exact words, the sentence that shows them, and how sure it is.

Leaves out how its weights were made (training/) and which windows are read (windows.py). It is the encoder's six
layers with three scores to a token and three to a window; onnxruntime runs it with 8-bit weights.
"""

import functools
import json
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from corpus.article import Span
from retrieval.errors import SetupError
from retrieval.naming import is_name, is_pronoun
from retrieval.types import Read, Reading, Sentence, Window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
# ids, types, mask: (rows, tokens) -> start, end and evidence scores of tokens: (rows, tokens, 3), and the scores of
# "the text says", "yes" and "no": (rows, 3).
Run = Callable[[Any, Any, Any], tuple[Floats, Floats]]

MAX_TOKENS = 256  # question and text together, as in training
MAX_QUESTION = 48
STRIDE = 64
MAX_ANSWER = 60  # tokens
WEIGHTS = Path(__file__).with_name("weights")
_ROWS = 4  # to a batch: as fast as more, in less memory
_SPANS = 4  # of one window
_EDGES = 3  # places where words may end as well
_AS_WELL = 0.5  # by so much of the mean margin
_AGAIN = 12  # spans that are looked at again for one question
# What the second look may take away: "It cost $11,400." says nothing alone. With 3 / 6 / 9 / 12 / any: AUROC on
# squad2_dev .753 / .767 / .781 / .789 / .794, on the mixed validation set .929 / .929 / .929 / .927 / .923.
_DOUBT = 9.0
_JOINED = 2.0  # by so much less may a member of a list score than the whole of it
_JOINT = re.compile(r",? (?:and|or|as well as|and also|but also|along with|plus|&) |[,;] ")
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_ITSELF = 4.0  # margin from which on a sentence alone is taken to name the answer
_HOPELESS = -4.0  # margin below which none is


@dataclass(frozen=True, slots=True)
class Calibration:
    """Scores -> probability, and from which on an answer is claimed. Fitted on held-out training data."""

    margin: float  # weight of a span's score over that of "the text does not say", mean of two looks
    gap: float  # weight of how far a further span of the same window lies behind its best one
    further: float  # what being such a further span adds
    offset: float
    threshold: float
    verdict: float = 1.0  # the temperature of yes and no: their scores are divided by it
    verdict_threshold: float = 0.5

    def confidence(self, look: "Look") -> float:
        """The probability that a span answers the question (Platt, 1999)."""
        behind = self.gap * look.gap + self.further if look.gap else 0.0
        return sigmoid(self.margin * look.mean + behind + self.offset)


@dataclass(frozen=True, slots=True)
class Look:
    """A span of an article and what speaks for it."""

    words: Span
    evidence: Sentence  # the sentence that shows it
    margin: float
    again: float  # the margin at the second look; where there was none, that of the first
    gap: float  # 0 for a window's best span

    @property
    def mean(self) -> float:
        """Of the two margins."""
        return (self.margin + self.again) / 2


@dataclass(frozen=True, slots=True)
class _Judged:
    """Whether a window says yes or no, and where."""

    evidence: Sentence
    yes: float
    no: float


@dataclass(frozen=True, slots=True)
class Row:
    """What the model reads at once: a question with a stretch of a text."""

    pair: int  # which question with its text
    ids: Sequence[int]
    types: Sequence[int]
    offsets: Sequence[tuple[int, int]]  # of each token in the text; (0, 0) outside it


class TrainedReader:
    """See Reader. `run` is the exported model, or the torch form that it came from."""

    def __init__(self, run: Run, tokenizer: "Tokenizer", calibration: Calibration) -> None:
        self.run = run
        self._tokenizer = tokenizer
        self.calibration = calibration
        self.threshold = calibration.threshold
        self.verdict_threshold = calibration.verdict_threshold

    def read(self, asked: Sequence[tuple[str, Window]]) -> list[Read]:
        """See Reader. A window that is longer than the model reads at once is read in stretches."""
        reads = []
        for (_, window), (looks, judged) in zip(asked, self.looks(asked), strict=True):
            readings = [
                Reading(window.article, look.words, look.evidence, self.calibration.confidence(look))
                for look in looks
            ]
            readings = without_overlaps(sorted(readings, key=lambda reading: -reading.confidence))
            yes, no = (sigmoid(score / self.calibration.verdict) for score in (judged.yes, judged.no))
            reads.append(Read(tuple(readings), judged.evidence, yes, no))
        return reads

    def looks(self, asked: Sequence[tuple[str, Window]]) -> list[tuple[list[Look], _Judged]]:
        """For each question with its window the best spans with their scores, and the scores of yes and no."""
        rows = rows_of([(question, window.text) for question, window in asked], self._tokenizer)
        looks: list[list[Look]] = [[] for _ in asked]
        origins: list[list[tuple[Row, Floats]]] = [[] for _ in asked]  # of each look
        judged: list[_Judged | None] = [None] * len(asked)
        for row, tokens, whole in scores(self.run, rows):
            window = asked[row.pair][1]
            shares = evidence_shares(row, tokens, window)
            found = _looks(row, tokens, window, shares)
            looks[row.pair] += found
            origins[row.pair] += [(row, tokens)] * len(found)
            before = judged[row.pair]
            if before is None or max(whole[1:]) > max(before.yes, before.no):
                shown = window.sentences[int(np.argmax(shares))]
                judged[row.pair] = _Judged(shown, float(whole[1]), float(whole[2]))
        self._look_again(asked, looks, origins)
        self._look_at_evidence(asked, looks)
        return [(found, one) for found, one in zip(looks, judged, strict=True) if one]

    def _look_again(
        self,
        asked: Sequence[tuple[str, Window]],
        looks: list[list[Look]],
        origins: Sequence[Sequence[tuple[Row, Floats]]],
    ) -> None:
        """Replace the most promising looks by ones with a second margin.

        What stands around a sentence can make the reader too sure, or too unsure: without it the same question is
        answered again. Words that would do as well when they end sooner do.
        """
        chosen = _most_promising([question for question, _ in asked], looks)
        shown = [_shown(looks[pair][number], asked[pair][1]) for pair, number in chosen]
        texts = [
            (asked[pair][0], asked[pair][1].text[span.start - at : span.end - at])
            for (pair, _), span in zip(chosen, shown, strict=True)
            for at in (asked[pair][1].span.start,)
        ]
        seen: dict[int, Look] = {}
        for row, tokens, _ in scores(self.run, rows_of(texts, self._tokenizer)):
            pair, number = chosen[row.pair]
            one = looks[pair][number]
            first = (*origins[pair][number], asked[pair][1].span.start)
            again = (row, tokens, shown[row.pair].start)
            second = _margin_at(*again, one.words)
            if math.isfinite(second):
                one = _shortest(replace(one, again=max(second, one.margin - _DOUBT)), first, again)
                if row.pair not in seen or one.again > seen[row.pair].again:
                    seen[row.pair] = one
        for place, one in seen.items():
            pair, number = chosen[place]
            looks[pair][number] = one

    def _look_at_evidence(self, asked: Sequence[tuple[str, Window]], looks: list[list[Look]]) -> None:
        """Take the words of the evidence where it names the answer itself.

        Words from an earlier sentence are for those that do not ("He also stressed ..."); a sentence that does needs
        no other, and whoever stands before it is not meant.
        """
        chosen = [
            (pair, number)
            for pair, number in _most_promising([question for question, _ in asked], looks)
            if looks[pair][number].words.end <= looks[pair][number].evidence.span.start
        ]
        texts = [(asked[pair][0], looks[pair][number].evidence.text) for pair, number in chosen]
        for row, tokens, _ in scores(self.run, rows_of(texts, self._tokenizer)):
            pair, number = chosen[row.pair]
            look = looks[pair][number]
            for span, margin in spans_of(row, tokens, 1):
                text = span.of(look.evidence.text)
                if margin > _ITSELF and is_name(text) and not is_pronoun(text):
                    start = look.evidence.span.start
                    words = Span(start + span.start, start + span.end)
                    looks[pair][number] = replace(look, words=words, again=margin)


@functools.cache
def load_reader() -> TrainedReader:
    """The reader that comes with Clippings, loaded once. SetupError when its files are not there."""
    from retrieval.encoder import DEFAULT, model_folder

    folder = model_folder(DEFAULT)
    if not folder or not (WEIGHTS / "reader.onnx").exists():
        raise SetupError("The reader's weights are missing. Install Clippings again.")
    facts = json.loads((WEIGHTS / "reader.json").read_text("utf-8"))
    return TrainedReader(
        onnx_run(WEIGHTS / "reader.onnx"), load_tokenizer(folder / "tokenizer.json"), Calibration(**facts)
    )


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


def spans_of(
    row: Row, tokens: Floats, count: int = _SPANS, rooms: Sequence[Span] | None = None, text: str = ""
) -> list[tuple[Span, float]]:
    """The best spans of a row, no two of which overlap, with their margins: start + end, less those of [CLS].

    With `rooms`, stretches of the text, each span lies in one of them. With the text a list is taken apart.
    """
    starts, ends = tokens[: len(row.ids), 0], tokens[: len(row.ids), 1]
    nothing = float(starts[0] + ends[0])
    inside = np.array([high > low for low, high in row.offsets])
    length = len(row.ids)
    allowed = np.triu(np.ones((length, length), bool)) & ~np.triu(np.ones((length, length), bool), MAX_ANSWER)
    if rooms is not None:
        lows, highs = np.array(row.offsets).T
        shared = np.zeros_like(allowed)
        for room in rooms:
            held = (room.start <= lows) & (highs <= room.end)
            shared |= held[:, None] & held[None, :]
        allowed &= shared
    sums = np.where(allowed & inside[:, None] & inside[None, :], starts[:, None] + ends[None, :], -np.inf)
    found: list[tuple[Span, float]] = []
    while len(found) < count:
        at = int(sums.argmax())
        first, last = divmod(at, length)
        if not np.isfinite(sums[first, last]):
            break
        last = _first_member(row, sums, first, last, text)
        found.append((Span(row.offsets[first][0], row.offsets[last][1]), float(sums[first, last]) - nothing))
        sums[: last + 1, first:] = -np.inf  # whatever starts before its end and ends after its start
    return found


def _first_member(row: Row, sums: Floats, first: int, last: int, text: str) -> int:
    """Where the first member of a list ends whose words are first..last; `last` when they are none.

    Scores of starts and ends are added up, so that "Aas, Berg and Dahl" scores as each of the three does: where both
    sides of a comma or an "and" are as good a place to end and to start anew, the words are several answers.
    """
    best = sums[first, last]
    for end in range(first, last):
        if sums[first, end] < best - _JOINED:
            continue
        for start in range(end + 1, last + 1):
            between = text[row.offsets[end][1] : row.offsets[start][0]]
            if sums[start, last] >= best - _JOINED and between.strip() and _JOINT.fullmatch(between):
                return end
    return last


def _margin_at(row: Row, tokens: Floats, start: int, words: Span) -> float:
    """The margin of words of the article in a row whose text begins at `start` there."""
    return margin_of(row, tokens, Span(words.start - start, words.end - start))


def _shortest(look: Look, first: tuple[Row, Floats, int], again: tuple[Row, Floats, int]) -> Look:
    """The look, or with its words cut at one of the best places to end, where both looks together like it as well."""
    row, tokens, start = again
    ends = sorted(row.offsets[at][1] + start for at in np.argsort(-tokens[: len(row.ids), 1])[:_EDGES])
    for end in ends:
        words = Span(look.words.start, end)
        if not look.words.start < end < look.words.end:
            continue
        cut = replace(look, words=words, margin=_margin_at(*first, words), again=_margin_at(*again, words))
        if math.isfinite(cut.mean) and cut.mean >= look.mean - _AS_WELL:
            return cut
    return look


def rooms_of(window: Window) -> list[Span]:
    """Where in a window's text an answer may stand: in one sentence, or in one quotation, however long."""
    start = window.span.start
    sentences = [Span(max(0, s.span.start - start), s.span.end - start) for s in window.sentences]
    return sentences + [Span(*match.span()) for match in _QUOTATION.finditer(window.text)]


def margin_of(row: Row, tokens: Floats, span: Span) -> float:
    """The margin of one span of the text; -inf when the row does not hold it whole."""
    first = next((n for n, (low, high) in enumerate(row.offsets) if low == span.start and high > low), None)
    last = next((n for n, (low, high) in enumerate(row.offsets) if high == span.end and high > low), None)
    if first is None or last is None:
        return -math.inf
    return float(tokens[first, 0] + tokens[last, 1] - tokens[0, 0] - tokens[0, 1])


def evidence_shares(row: Row, tokens: Floats, window: Window) -> Floats:
    """How much the row's tokens point at each of the window's sentences, (sentences,)."""
    scores = tokens[: len(row.ids), 2]
    shares = np.exp(scores - scores.max())
    found = np.zeros(len(window.sentences), np.float32)
    for number, sentence in enumerate(window.sentences):
        low, high = sentence.span.start - window.span.start, sentence.span.end - window.span.start
        found[number] = sum(
            share for share, (start, end) in zip(shares, row.offsets, strict=True) if low <= start < end <= high
        )
    return found


def _evidence(words: Span, window: Window, shares: Floats) -> Sentence:
    """The sentence that the reader points at, when it does not stand before the words; else the words' own."""
    own = next(
        (n for n, s in enumerate(window.sentences) if s.span.start <= words.start < s.span.end),
        int(np.argmax(shares)),
    )
    return window.sentences[own + int(np.argmax(shares[own:]))]


def _looks(row: Row, tokens: Floats, window: Window, shares: Floats) -> list[Look]:
    found = spans_of(row, tokens, rooms=rooms_of(window), text=window.text)
    looks = []
    for span, margin in found:
        words = Span(window.span.start + span.start, window.span.start + span.end)
        gap = found[0][1] - margin
        looks.append(Look(words, _evidence(words, window, shares), margin, margin, gap))
    return looks


def _most_promising(questions: Sequence[str], looks: Sequence[Sequence[Look]]) -> list[tuple[int, int]]:
    """Of each question's spans those with the best margins, as (pair, number)."""
    order = sorted(
        ((pair, number) for pair, found in enumerate(looks) for number in range(len(found))),
        key=lambda place: -looks[place[0]][place[1]].margin,
    )
    left = dict.fromkeys(questions, _AGAIN)
    chosen = []
    for pair, number in order:
        if looks[pair][number].margin > _HOPELESS and left[questions[pair]]:
            left[questions[pair]] -= 1
            chosen.append((pair, number))
    return chosen


def _shown(look: Look, window: Window) -> Span:
    """The sentences from the words to what shows them."""
    own = next((s for s in window.sentences if s.span.start <= look.words.start < s.span.end), look.evidence)
    spans = (own.span, look.evidence.span)
    return Span(min(span.start for span in spans), max(max(span.end for span in spans), look.words.end))


def without_overlaps(readings: Sequence[Reading]) -> list[Reading]:
    """Of readings that share words of an article, the first."""
    kept: list[Reading] = []
    for one in readings:
        if not any(
            one.article == other.article and one.words.start < other.words.end and other.words.start < one.words.end
            for other in kept
        ):
            kept.append(one)
    return kept


def sigmoid(score: float) -> float:
    """1 / (1 + e^-score)."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))
