"""The trained reader: question and window -> the exact words, the sentence that shows them, and how sure it is.

Leaves out how its weights were made (training/), which windows are read (windows.py), and how a text is scored
(scoring.py) and its spans are found (spans.py).
"""

import functools
import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.article import Span
from retrieval.edges import whole_words
from retrieval.errors import SetupError
from retrieval.naming import has_pronoun, is_description, is_name, is_pronoun, names_in
from retrieval.questions import asks_for_person, asks_for_several, asks_for_speech
from retrieval.scoring import Floats, Row, Run, load_tokenizer, onnx_run, rows_of, scores
from retrieval.search import content_words, share_of
from retrieval.spans import evidence_shares, margin_of, names_listed, rooms_of, spans_of
from retrieval.types import Read, Reading, Sentence, Window
from retrieval.windows import behind_dateline

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).with_name("weights")
_EDGES = 3  # places where words may end as well
_AS_WELL = 0.5  # by so much of the mean margin, and for each token that goes by so much more: people want the shorter
_A_TOKEN = 0.05
_AGAIN = 12  # spans that are looked at again for one question
# What the second look may take away: "It cost $11,400." says nothing alone. With 3 / 6 / 9 / 12 / any: AUROC on
# squad2_dev .753 / .767 / .781 / .789 / .794, on the mixed validation set .929 / .929 / .929 / .927 / .923.
_DOUBT = 9.0
_NUMBER = re.compile(r"(?:\w+ ){0,2}[^\w\s]?[\d.,]+")
_MEASURED = re.compile(r"\bhow (?!many\b)\w+", re.IGNORECASE)
_OF = re.compile(r"(?: of|.{3} of )")  # a place to cut, three letters on, that parts somebody from their "of"
_DOING = re.compile(r"\w{2}ing$")  # keeps what is done: "judging translations"
_A_NEW_ONE = re.compile(r"an? [a-z]", re.IGNORECASE)  # "a nurse": nobody whom the text has named before
_ITSELF = 4.0  # margin from which on a sentence alone is taken to name the answer
# The margin below which none is looked at again, and that from which on such a look counts in full. In between it
# counts in part: what 8 bits round otherwise beside other texts must not decide between all and nothing.
_HOPELESS = -6.0
_HOPEFUL = -3.0
# The gap from which on a span is not looked at again but doubted: of 167 such 3 were claimed after a second look.
_FAR_BEHIND = 8.0


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
    again: float  # the margin at the second look; where there was none, that of the first, or what doubt leaves of it
    gap: float  # 0 for a window's best span
    alias: Span | None = None  # the pronoun that the evidence has for words of an earlier sentence

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


class TrainedReader:
    """See Reader. `run` is the exported model, or the torch form that it came from."""

    def __init__(self, run: Run, tokenizer: "Tokenizer", calibration: Calibration) -> None:
        self.run = run
        self._tokenizer = tokenizer
        self.calibration = calibration
        self.threshold = calibration.threshold
        self.verdict_threshold = calibration.verdict_threshold

    def read(self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None) -> list[Read]:
        """See Reader. A window that is longer than the model reads at once is read in stretches, and none from where
        and when its article was written: that would be taken for whoever did something there.
        """
        reads = []
        held = [(question, behind_dateline(window)) for question, window in asked]
        for (_, whole), (question, window), (looks, judged) in zip(asked, held, self.looks(held, where), strict=True):
            own = dict(zip(window.sentences, whole.sentences, strict=True))
            readings = [
                Reading(
                    window.article,
                    whole_words(look.words, question, window),
                    own[look.evidence],
                    self.calibration.confidence(look),
                    look.alias,
                )
                for look in looks
            ]
            readings = without_overlaps(sorted(readings, key=lambda reading: -reading.confidence))
            if asks_for_several(question):
                readings = [member for reading in readings for member in _members(reading, window)]
            yes, no = (sigmoid(score / self.calibration.verdict) for score in (judged.yes, judged.no))
            reads.append(Read(tuple(readings), own[judged.evidence], yes, no))
        return reads

    def looks(
        self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None
    ) -> list[tuple[list[Look], _Judged]]:
        """For each question with its window the best spans with their scores, and the scores of yes and no."""
        rows = rows_of([(question, window.text) for question, window in asked], self._tokenizer)
        looks: list[list[Look]] = [[] for _ in asked]
        first: list[list[tuple[Row, Floats]]] = [[] for _ in asked]
        origins: list[list[tuple[Row, Floats]]] = [[] for _ in asked]  # of each look
        judged: list[_Judged | None] = [None] * len(asked)
        for row, tokens, judgement in scores(self.run, rows):
            window = asked[row.pair][1]
            shares = evidence_shares(row, tokens, window)
            found = _looks(row, tokens, window, shares, asked[row.pair][0])
            if where:
                found = [look for look in found if _is_in(look, where[row.pair])]
            looks[row.pair] += found
            first[row.pair].append((row, tokens))
            origins[row.pair] += [(row, tokens)] * len(found)
            before = judged[row.pair]
            if before is None or max(judgement[1:]) > max(before.yes, before.no):
                best = window.sentences[int(np.argmax(shares))]
                judged[row.pair] = _Judged(best, float(judgement[1]), float(judgement[2]))
        self._look_again(asked, looks, first, origins)
        self._look_at_evidence(asked, looks)
        return [(found, one) for found, one in zip(looks, judged, strict=True) if one]

    def _look_again(
        self,
        asked: Sequence[tuple[str, Window]],
        looks: list[list[Look]],
        read: Sequence[list[tuple[Row, Floats]]],
        origins: Sequence[Sequence[tuple[Row, Floats]]],
    ) -> None:
        """Replace the most promising looks by ones with a second margin.

        What stands around a sentence can make the reader too sure, or too unsure: without it the same question is
        answered again. Words that would do as well when they end sooner do, but speech is given whole.
        """
        chosen = _most_promising([question for question, _ in asked], looks)
        shown = [_shown(looks[pair][number], *asked[pair]) for pair, number in chosen]
        alone = self._alone(asked, read, [(pair, span) for (pair, _), span in zip(chosen, shown, strict=True)])
        for (pair, number), span in zip(chosen, shown, strict=True):
            first = (*origins[pair][number], asked[pair][1].span.start)
            seen = []
            for row, tokens in alone[pair, span]:
                one, again = looks[pair][number], (row, tokens, span.start)
                second = _margin_at(*again, one.words)
                if math.isfinite(second):
                    one = replace(one, again=seen_again(one.margin, second))
                    speech = asks_for_speech(asked[pair][0])
                    seen.append(one if speech else _shortest(one, first, again, *asked[pair]))
            looks[pair][number] = max(seen, key=lambda look: look.again, default=looks[pair][number])

    def _alone(
        self,
        asked: Sequence[tuple[str, Window]],
        read: Sequence[list[tuple[Row, Floats]]],
        shown: Sequence[tuple[int, Span]],
    ) -> dict[tuple[int, Span], list[tuple[Row, Floats]]]:
        """The rows of stretches of windows, each scored once: spans often share one, and a whole window was read."""
        found = {(pair, span): read[pair] if span == asked[pair][1].span else [] for pair, span in shown}
        places = [place for place, rows in found.items() if not rows]
        texts = [(asked[pair][0], asked[pair][1].words(span)) for pair, span in places]
        for row, tokens, _ in scores(self.run, rows_of(texts, self._tokenizer)):
            found[places[row.pair]].append((row, tokens))
        return found

    def _look_at_evidence(self, asked: Sequence[tuple[str, Window]], looks: list[list[Look]]) -> None:
        """Take the words of the evidence where it names the answer itself.

        Words from an earlier sentence are for those that do not ("He also stressed ..."); a sentence that does needs
        no other, and whoever stands before it is not meant. What a description is called is not for the reader to
        tell: coreference.py asks its article. Where the evidence has a pronoun for the words, that is their alias.
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
                start = look.evidence.span.start
                words = Span(start + span.start, start + span.end)
                itself = is_name(text) or is_description(text) or _A_NEW_ONE.match(text)
                # "One, a dentist, left": nobody of another sentence is meant.
                stands_for = is_pronoun(text) and text.casefold() != "one"
                if margin > _ITSELF and stands_for:
                    looks[pair][number] = replace(look, alias=words)
                elif margin > _ITSELF and (itself or is_pronoun(text)):
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


def _margin_at(row: Row, tokens: Floats, start: int, words: Span) -> float:
    """The margin of words of the article in a row whose text begins at `start` there."""
    return margin_of(row, tokens, Span(words.start - start, words.end - start))


def _shortest(
    look: Look, first: tuple[Row, Floats, int], again: tuple[Row, Floats, int], question: str, window: Window
) -> Look:
    """The look, or with its words cut at one of the best places to end, where both looks together like it as well.

    A number keeps its unit: "70" does not tell how old somebody is. So does somebody their "of": "the mayor of Lima";
    and what is done its object: "judging translations".
    """
    row, tokens, start = again
    ends = sorted(row.offsets[at][1] + start for at in np.argsort(-tokens[: len(row.ids), 1])[:_EDGES])
    for end in ends:
        words = Span(look.words.start, end)
        if not look.words.start < end < look.words.end:
            continue
        if _DOING.search(window.words(words)):
            continue
        bare = _NUMBER.fullmatch(window.words(words))
        if bare and _MEASURED.search(question):
            continue
        if asks_for_person(question) and _OF.match(window.text, max(0, end - window.span.start - 3)):
            continue
        cut = replace(look, words=words, margin=_margin_at(*first, words), again=_margin_at(*again, words))
        gone = sum(end < high + start <= look.words.end for _, high in row.offsets)
        if math.isfinite(cut.mean) and cut.mean >= look.mean - _AS_WELL - gone * _A_TOKEN:
            return cut
    return look


def _members(reading: Reading, window: Window) -> list[Reading]:
    """Each name of a list of names, as sure as the list is."""
    start = reading.words.start
    found = names_listed(window.words(reading.words))
    return [replace(reading, words=Span(start + one.start, start + one.end)) for one in found]


def _evidence(words: Span, window: Window, shares: Floats, question: str) -> Sentence:
    """The sentence that the reader points at, when it does not stand before the words, nor their own has all that is
    asked and it has not; else the words' own.
    """
    own = next(
        (n for n, s in enumerate(window.sentences) if s.span.start <= words.start < s.span.end),
        int(np.argmax(shares)),
    )
    itself, shown = window.sentences[own], window.sentences[own + int(np.argmax(shares[own:]))]
    if itself is shown:
        return shown
    asked = content_words(question)
    return itself if share_of(asked, itself.text) == 1 > share_of(asked, shown.text) else shown


def _looks(row: Row, tokens: Floats, window: Window, shares: Floats, question: str) -> list[Look]:
    # What looks like a list is one answer where speech is asked for, or one thing: "Which country won?".
    whole = asks_for_speech(question) or asks_for_several(question) is False
    found = spans_of(row, tokens, rooms=rooms_of(window), text="" if whole else window.text)
    looks = []
    for span, margin in found:
        words = Span(window.span.start + span.start, window.span.start + span.end)
        gap = found[0][1] - margin
        again = margin if gap < _FAR_BEHIND else margin - _DOUBT
        looks.append(Look(words, _evidence(words, window, shares, question), margin, again, gap))
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
        look = looks[pair][number]
        if look.margin > _HOPELESS and look.gap < _FAR_BEHIND and left[questions[pair]]:
            left[questions[pair]] -= 1
            chosen.append((pair, number))
    return chosen


def _is_in(look: Look, where: Span) -> bool:
    return look.words.meets(where) or look.evidence.span.meets(where)


def _shown(look: Look, question: str, window: Window) -> Span:
    """The sentences from the words to what shows them.

    Where a pronoun may stand for one of the question's names, from the last sentence on that has it: alone "She
    beat Alemu." does not tell whom Galvão beat.
    """
    own = next((s for s in window.sentences if s.span.start <= look.words.start < s.span.end), look.evidence)
    first, last = sorted((own, look.evidence), key=lambda s: s.span.start)
    shown = Span(first.span.start, max(last.span.end, look.words.end))
    text = window.words(shown)
    missing = [name for name in names_in(question) if name in window.text and name not in text]
    if not missing or not has_pronoun(text):
        return shown
    before = [s for s in window.sentences if s.span.start < shown.start and any(name in s.text for name in missing)]
    return Span(before[-1].span.start, shown.end) if before else shown


def seen_again(first: float, second: float) -> float:
    """The margin of a second look, as far as the first lets it count."""
    counts = max(0.0, min(1.0, (first - _HOPELESS) / (_HOPEFUL - _HOPELESS)))
    return first + counts * (max(second, first - _DOUBT) - first)


def without_overlaps(readings: Sequence[Reading]) -> list[Reading]:
    """Of readings that share words of an article, the first."""
    kept: list[Reading] = []
    for one in readings:
        if not any(one.article == other.article and one.words.meets(other.words) for other in kept):
            kept.append(one)
    return kept


def sigmoid(score: float) -> float:
    """1 / (1 + e^-score)."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))
