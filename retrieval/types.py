"""The values that pass between the steps of a question and of an index. Scores: higher is better."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from corpus.article import Span

SHOWN = 10  # answers of one question at most


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; article.text[span.start:span.end] == text."""

    article: str
    position: int  # 0 for the article's first sentence
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of whole sentences, positions first..last (inclusive); article.text[span] == text."""

    article: str
    first: int
    last: int
    span: Span
    text: str
    heading: str  # title and date: embedded and searched with the text, no part of the span


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that search found, and the passage it was found in."""

    sentence: Sentence
    passage: Passage
    score: float  # fused; comparable within one question only
    similarity: float  # mean cosine of the question with sentence and passage, -1..1
    coverage: float  # share of the question's content words that stand in the passage, 0..1


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that a reader picked, and the sentence that says it (the evidence)."""

    article: str
    words: Span
    evidence: Sentence
    confidence: float  # 0..1
    alias: Span | None = None  # what stands in the evidence for the words: "He", "the prime minister"
    against: bool = False  # somebody gives this figure against another one that was read


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of whole sentences that is read at once; article.text[span] == text."""

    article: str
    span: Span
    text: str
    sentences: tuple[Sentence, ...]

    def words(self, span: Span) -> str:
        """The words that stand at a span of the article, as far as the window holds them."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def inside(self, span: Span) -> Span:
        """Where a span of the article stands in the text."""
        return Span(span.start - self.span.start, span.end - self.span.start)


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one question about one window: the words that may answer it, and whether it says yes or no."""

    readings: tuple[Reading, ...]  # most confident first, no two of which share words
    evidence: Sentence  # what shows it, for a yes or no
    yes: float = 0.0  # 0..1; a window that says neither has both low
    no: float = 0.0


class Reader(Protocol):
    """Reads questions against windows."""

    threshold: float  # readings below this confidence are not claimed as answers
    verdict_threshold: float  # nor a yes or no below this

    def read(self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None) -> list[Read]:
        """One for each question with its window, in order.

        With `where`, a stretch of the article to each, only what stands there or is shown there need be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Citation:
    """The evidence sentence, where it stands, and where the answer's words stand (offsets in code points)."""

    article: str
    title: str
    url: str | None
    published: date | None
    sentence: str
    start: int
    end: int
    answer_start: int
    answer_end: int
    source: str | None = None
    paragraph: int = 1  # the evidence stands in paragraph 1..paragraphs
    paragraphs: int = 1
    before: str | None = None  # the sentences on either side
    after: str | None = None
    surroundings: str = ""  # the whole paragraph
    surroundings_start: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: words of an article with their citation."""

    text: str
    confidence: float
    citation: Citation
    roles: dict[str, str] | None = None
    alias: Span | None = None  # what stands for the words in the evidence sentence, where that is something else
    claimant: Span | None = None  # who says so, in the evidence sentence or beside the quotation that it is of
    claimant_name: str = ""  # the name of whoever goes by a pronoun there, or stands beside the quotation
    verdict: "Verdict | None" = None  # yes or no, where one article says yes and another no
    against: bool = False  # somebody gives this figure against another answer's

    @property
    def alias_text(self) -> str:
        """Those words; "" where there are none."""
        return self._in_sentence(self.alias)

    @property
    def claimant_text(self) -> str:
        """Who says so; "" where nobody is named."""
        return self.claimant_name or self._in_sentence(self.claimant)

    def _in_sentence(self, span: Span | None) -> str:
        if span is None:
            return ""
        start = self.citation.start
        return self.citation.sentence[span.start - start : span.end - start]


class Verdict(StrEnum):
    """What an Answer claims."""

    ANSWERED = "answered"
    YES = "yes"
    NO = "no"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Findings:
    """What is claimed, its answers, the surest first, and the next best."""

    verdict: Verdict = Verdict.NOT_FOUND
    found: tuple[Found, ...] = ()
    others: tuple[Found, ...] = ()
    differ: bool = False  # articles disagree, or whom they quote, and every side is among those that are found


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question. Nothing found is an Answer too."""

    question: str
    resolved: str
    verdict: Verdict
    answers: tuple[Found, ...] = ()
    nearest: tuple[Citation, ...] = ()  # for NOT_FOUND: closest sentences, not claimed as answers
    others: tuple[Found, ...] = ()  # the next best, for those who ask for more
    seconds: float = 0.0
    read_as: str = ""  # what the reader was asked, where that is not `resolved`
    differ: bool = False  # articles disagree, or whom they quote: the answers stand newest first
    meant: str = ""  # for NOT_FOUND: the question with a name that is spelled nearly so
    unclear: str = ""  # for NOT_FOUND: a pronoun of the question of which nobody knows whom it means

    @property
    def of_one_article(self) -> bool:
        """Whether all answers are."""
        return len({found.citation.article for found in self.answers}) == 1
