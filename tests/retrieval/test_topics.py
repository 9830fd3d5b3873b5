import pytest

from retrieval.search import Searcher
from retrieval.store import Store
from retrieval.topics import leads, told_about


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("Elsa Lind", ["Elsa Lind defeated Paolo Ferri in 34 moves."]),
        ("grandmother", ["She thanked her grandmother."]),
        ("the pretzel", ["The court ruled that a pretzel is bread."]),
        ("Elsa Lind in Peru", []),  # an article has to have every word
        ("Peru", []),
    ],
)
def test_of_each_article_the_sentence_that_tells_of_the_topic_first(
    searcher: Searcher, topic: str, told: list[str]
) -> None:
    with searcher.store.snapshot():
        found = told_about(topic, searcher.search(topic), searcher.store)
    assert [one.evidence.text for one in found] == told
    assert all(one.words == one.evidence.span and 0 <= one.confidence <= 1 for one in found)


def test_the_first_sentences_of_the_newest_articles(store: Store) -> None:
    assert [one.evidence.text for one in leads(store, 1)] == ["Elsa Lind defeated Paolo Ferri in 34 moves."]
    assert [one.article for one in leads(store, 9)] == ["sport/chess", "flood", "bread"]
