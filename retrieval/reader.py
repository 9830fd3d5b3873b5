"""The first Reader: picks whole sentences, the nearest ones, and knows when nothing is near.

It cannot tell who did what to whom: that takes a trained reader, which goes behind the same Protocol (types.py).
"""

import math
from collections.abc import Sequence

from corpus.article import Span
from retrieval.types import Hit, Reading


class SentenceReader:
    """A sentence's confidence is the probability that the articles speak of what the question asks about.

    A logistic regression on a hit's similarity and coverage, fitted on questions about SQuAD articles that are in
    the collection against the same questions with their article taken out (`python -m benchmarks.nearness`
    prints the figures below and how well they separate the two). The threshold lets 3 % of the answerable
    questions go to catch 94 % of the others.
    """

    threshold = 0.25

    _SIMILARITY = 17.8
    _COVERAGE = 7.3
    _OFFSET = -11.9

    def read(self, question: str, hits: Sequence[Hit]) -> list[Reading]:  # noqa: ARG002
        """One reading for each hit, in the order of the hits: which sentence is best is search's word."""
        return [
            Reading(
                article=hit.sentence.article,
                words=Span(hit.sentence.span.start, hit.sentence.span.end),
                evidence=hit.sentence,
                confidence=self._confidence(hit),
            )
            for hit in hits
        ]

    def _confidence(self, hit: Hit) -> float:
        logit = self._SIMILARITY * hit.similarity + self._COVERAGE * hit.coverage + self._OFFSET
        return 1 / (1 + math.exp(-logit))
