"""How much longer a question takes than a plain one over the same passages, taking turns on the same machine."""

import statistics
from collections.abc import Mapping, Sequence
from unittest import mock

from benchmarks.data import table
from retrieval.answer import Answerer


def times_as_long(answerer: Answerer, plain: str, *others: str) -> list[float]:
    """Of each other question its seconds over those of the plain one, all with what the plain one finds."""
    find = answerer.searcher.search
    with mock.patch.object(answerer.searcher, "search", lambda _, limit: find(plain, limit)):
        first, *rest = (answerer.answer(question).seconds for question in (plain, *others))
    return [seconds / first for seconds in rest]


def times_table(longer: Mapping[str, Sequence[float]]) -> str:
    """A line to each kind of question."""
    lines = [
        [name, str(len(ratios)), *(f"{f(ratios):.2f}" for f in (statistics.median, min, max))]
        for name, ratios in longer.items()
    ]
    return table(["time over the plain question", "asked", "ratio, median", "lowest", "highest"], lines)
