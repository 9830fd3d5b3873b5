import pytest

from corpus.article import Article, Span
from retrieval.index import update
from retrieval.merging import merged
from retrieval.store import Store
from retrieval.types import Reading
from tests.conftest import WordEncoder


def readings(encoder: WordEncoder, *words: str) -> tuple[list[Reading], Store]:
    """Each answer stands in an article of its own; earlier ones are surer."""
    store = Store.in_memory()
    update(store, encoder, lambda: [Article(f"a{n}", "", f"{text} came.") for n, text in enumerate(words)])
    return [
        Reading(f"a{n}", Span(0, len(text)), store.sentences_of(f"a{n}")[0], 0.9 - n / 100)
        for n, text in enumerate(words)
    ], store


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["Pompeo", "US Secretary of State Mike Pompeo"], [0]),
        (["US Secretary of State Mike Pompeo", "Pompeo"], [0]),
        (["the council", "The council"], [0]),
        (["Anna", "Bo"], [0, 1]),
        (["more than 600", "600 US citizens"], [0, 1]),
        (["12", "15", "12"], [0, 1]),
    ],
)
def test_the_same_thing_said_twice_is_one_answer(encoder: WordEncoder, words: list[str], kept: list[int]) -> None:
    found, store = readings(encoder, *words)
    assert [one.article for one in merged(found, store)] == [f"a{n}" for n in kept]


def test_words_that_overlap_are_one_answer(encoder: WordEncoder) -> None:
    found, store = readings(encoder, "the old bridge")
    shorter = Reading("a0", Span(4, 14), found[0].evidence, 0.95)
    assert merged([*found, shorter], store) == [shorter]
