"""Search alone: is a sentence, and a paragraph, that holds an answer among the first 1, 5 and 20?

    python -m benchmarks.search [--questions N]

Over SQuAD 2.0 as a collection (each title one article), for dense vectors alone, BM25 alone, reciprocal rank
fusion of the two, and the fusion that Clippings uses. "holds": an accepted answer stands in it, anywhere in the
collection. "own": moreover it is the paragraph that the question was written about.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.data import Question, paragraph_text, squad_collection, table
from corpus.article import Article, Span, paragraphs
from retrieval import encoder as encoders
from retrieval.index import update
from retrieval.search import CANDIDATES, Searcher, content_words
from retrieval.store import Store

DEPTHS = (1, 5, 20)
RRF_K = 60  # the constant of Cormack, Clarke and Büttcher, 2009

Ranking = list[tuple[str, Span]]  # article and span of each sentence, best first


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of the collection."""

    article: str
    span: Span


def main() -> None:
    """Build the collection in memory, rank with each method, print two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=0, help="only so many, evenly taken; default: all")
    options = parser.parse_args()
    articles, questions = squad_collection()
    questions = [question for question in questions if question.answerable]
    if options.questions:
        questions = questions[:: max(1, len(questions) // options.questions)][: options.questions]
    ranker = Ranker(articles)
    print(f"{len(questions)} questions, {ranker.places_count} paragraphs, {ranker.store.counts()[1]} sentences")
    methods: dict[str, Callable[[str], Ranking]] = {
        "dense alone": ranker.dense,
        "BM25 alone": ranker.words,
        "rank fusion (RRF)": ranker.rank_fusion,
        "Clippings": ranker.fused,
    }
    sentence_rows, paragraph_rows = [], []
    for name, method in methods.items():
        rankings = [(question, method(question.question)) for question in questions]
        sentence_rows.append([name, *ranker.sentence_shares(rankings)])
        paragraph_rows.append([name, *ranker.paragraph_shares(rankings)])
    header = ["", *(f"holds @{depth}" for depth in DEPTHS), *(f"own @{depth}" for depth in DEPTHS)]
    print("\nSentences\n\n" + table(header, sentence_rows))
    print("\nParagraphs\n\n" + table(header, paragraph_rows))


class Ranker:
    """The collection in memory, and the ways to rank its sentences."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._encoder = encoders.load()
        self.store = Store.in_memory()
        update(self.store, self._encoder, lambda: articles)
        self._searcher = Searcher(self.store, lambda *_: self._encoder)
        self._searcher.refresh()
        self._texts = {article.id: article.text for article in articles}
        self.places = {a.id: [Place(a.id, span) for span in paragraphs(a.text)] for a in articles}
        self.places_count = sum(map(len, self.places.values()))

    def dense(self, question: str) -> Ranking:
        """Sentences by the cosine of their vectors with the question's."""
        return self._spans(self._nearest(question))

    def words(self, question: str) -> Ranking:
        """Sentences by BM25."""
        return self._spans(self._by_words(question))

    def rank_fusion(self, question: str) -> Ranking:
        """The two lists above, joined by reciprocal rank."""
        scores: dict[int, float] = {}
        for ranked in (self._nearest(question), self._by_words(question)):
            for rank, number in enumerate(ranked, 1):
                scores[number] = scores.get(number, 0.0) + 1 / (RRF_K + rank)
        return self._spans(sorted(scores, key=lambda number: -scores[number]))

    def fused(self, question: str) -> Ranking:
        """What Clippings does."""
        hits = self._searcher.search(question, limit=CANDIDATES)
        return [(hit.sentence.article, hit.sentence.span) for hit in hits]

    def _nearest(self, question: str) -> list[int]:
        vectors = self._searcher.indexes["sentences"]
        return vectors.search(self._encoder.encode_question(question), CANDIDATES)

    def _by_words(self, question: str) -> list[int]:
        return list(self.store.word_scores("sentences", content_words(question), CANDIDATES))

    def _spans(self, numbers: Sequence[int]) -> Ranking:
        found = self.store.sentences(numbers)
        return [(found[number].article, found[number].span) for number in numbers]

    def sentence_shares(self, rankings: Iterable[tuple[Question, Ranking]]) -> list[str]:
        """Shares of the questions with a right sentence among the first 1, 5, 20: anywhere, then its own."""
        return _shares(
            (
                [self._holds(question, article, span) for article, span in ranking],
                [
                    self._holds(question, article, span) and self._is_own(question, self._place(article, span))
                    for article, span in ranking
                ],
            )
            for question, ranking in rankings
        )

    def paragraph_shares(self, rankings: Iterable[tuple[Question, Ranking]]) -> list[str]:
        """The same for paragraphs, each ranked by its best sentence."""
        marks = []
        for question, ranking in rankings:
            places = list(dict.fromkeys(self._place(article, span) for article, span in ranking))
            marks.append(
                (
                    [self._holds(question, place.article, place.span) for place in places],
                    [self._is_own(question, place) for place in places],
                )
            )
        return _shares(marks)

    def _holds(self, question: Question, article: str, span: Span) -> bool:
        words = span.of(self._texts[article]).casefold()
        return any(answer.casefold() in words for answer in question.answers)

    def _is_own(self, question: Question, place: Place) -> bool:
        return place.article == question.title and place.span.of(self._texts[place.article]) == paragraph_text(
            question
        )

    def _place(self, article: str, span: Span) -> Place:
        return next(p for p in self.places[article] if p.span.start <= span.start < p.span.end)


def _shares(marks: Iterable[tuple[list[bool], list[bool]]]) -> list[str]:
    rows = list(marks)
    return [
        f"{sum(any(row[column][:depth]) for row in rows) / len(rows):.3f}" for column in (0, 1) for depth in DEPTHS
    ]


if __name__ == "__main__":
    main()
