from benchmarks.timing import times_as_long, times_table
from retrieval.answer import Answerer
from retrieval.search import Searcher
from retrieval.store import Store
from retrieval.types import Hit
from tests.conftest import WordEncoder, WordReader


class Listing(Searcher):
    """Remembers what it was asked."""

    def __init__(self, store: Store, encoder: WordEncoder) -> None:
        super().__init__(store, lambda *_: encoder)
        self.asked: list[str] = []

    def search(self, question: str, limit: int = 20) -> list[Hit]:
        self.asked.append(question)
        return super().search(question, limit)


def test_each_question_is_timed_over_what_the_plain_one_finds(store: Store, encoder: WordEncoder) -> None:
    searcher = Listing(store, encoder)
    plain = "Who thanked the fire brigade?"
    ratios = times_as_long(
        Answerer(searcher, WordReader), plain, "Who thanked whom?", "Did Aas thank the fire brigade?"
    )
    assert len(ratios) == 2
    assert all(ratio > 0 for ratio in ratios)
    assert searcher.asked == [plain] * 3


def test_the_table_has_the_median_and_both_ends() -> None:
    assert times_table({"pairs": [3.0, 1.0, 1.5]}).splitlines()[-1] == "| pairs | 3 | 1.50 | 1.00 | 3.00 |"
