from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from retrieval.errors import InputError, SetupError
from retrieval.index import one_text, update
from retrieval.search import MAX_QUESTION_WORDS, Searcher, content_words, share_of
from retrieval.store import Store
from tests.conftest import FLOOD, WordEncoder


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who thanked Cambodia?", ["thanked", "cambodia"]),
        ("Who is who?", ["who", "is"]),
        ("What did the mayor's mayor do?", ["mayor", "s"]),
        ("?!", []),
        ("ÉTÉ été", ["été"]),
    ],
)
def test_content_words(question: str, words: list[str]) -> None:
    assert content_words(question) == words


def test_words_are_found_in_another_form_but_not_in_another_short_word() -> None:
    assert share_of(["refuse", "medal"], "She refused the medals.") == 1.0
    assert share_of(["refuse", "medal", "ice", "met"], "She refused what was icy, and the meter.") == 0.25
    assert share_of([], "She") == 0.0


def test_a_question_of_a_thousand_words_is_cut() -> None:
    assert len(content_words(" ".join(f"word{i}" for i in range(1000)))) == MAX_QUESTION_WORDS


def test_the_best_sentence_comes_first_with_its_passage(searcher: Searcher) -> None:
    best = searcher.search("Who thanked the fire brigade?")[0]
    assert best.sentence.text == "Mayor Aas thanked the fire brigade."
    assert best.passage.article == "flood"
    assert best.passage.first <= best.sentence.position <= best.passage.last
    assert best.coverage == 1.0
    assert 0 < best.similarity <= 1


def test_hits_are_in_order_and_no_sentence_comes_twice(searcher: Searcher) -> None:
    hits = searcher.search("the council and the mayor", limit=50)
    keys = [(hit.sentence.article, hit.sentence.position) for hit in hits]
    assert len(keys) == len(set(keys))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_sentence_in_two_overlapping_passages_is_found_once(encoder: WordEncoder) -> None:
    article = Article("long", "Long", " ".join(f"The mayor said thing number {i} to the council." for i in range(40)))
    searcher = Searcher(one_text(article, encoder), lambda *_: encoder)
    hits = searcher.search("What was thing number 7?", limit=100)
    assert len({hit.sentence.position for hit in hits}) == len(hits) == 40
    assert hits[0].sentence.text == "The mayor said thing number 7 to the council."


def test_coverage_is_the_share_of_content_words_in_the_passage(searcher: Searcher) -> None:
    assert searcher.search("Who thanked the brigade in Paris yesterday?")[0].coverage == 0.5


def test_an_empty_question_is_refused_and_an_empty_collection_has_no_hits(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    update(store, encoder, list)
    searcher = Searcher(store, lambda *_: encoder)
    assert searcher.search("Who?") == []
    with pytest.raises(InputError, match="empty"):
        searcher.search("  \n")


@settings(deadline=None, max_examples=100)
@given(st.text(min_size=1, max_size=80).filter(lambda text: text.strip()))
def test_any_question_can_be_searched_for(question: str) -> None:
    encoder = WordEncoder()
    searcher = Searcher(one_text(FLOOD, encoder), lambda *_: encoder)
    assert len(searcher.search(question)) == 4


def test_an_unfinished_index_and_a_changed_encoder_are_told(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    with pytest.raises(SetupError, match="not finished"):
        Searcher(store, lambda *_: encoder).search("Who?")
    update(store, encoder, lambda: [FLOOD])
    with pytest.raises(SetupError, match="not the one the index was made with"):
        Searcher(store, lambda *_: WordEncoder("words@other")).search("Who?")


def test_a_saved_cache_is_used_and_a_foreign_one_is_not(tmp_path: Path, encoder: WordEncoder) -> None:
    store = Store.create(tmp_path)
    update(store, encoder, lambda: [FLOOD])
    Searcher(store, lambda *_: encoder, tmp_path / "cache").save_cache()
    assert len(list((tmp_path / "cache").iterdir())) == 2

    again = Searcher(store, lambda *_: encoder, tmp_path / "cache")
    asked: list[int] = []
    vectors = store.vectors
    store.vectors = lambda kind, numbers, encoder: asked.extend(numbers) or vectors(kind, numbers, encoder)  # type: ignore
    assert again.search("Who thanked the fire brigade?")[0].sentence.text == "Mayor Aas thanked the fire brigade."
    assert asked == [], "every vector came from the cache"

    other = Store.in_memory()
    update(other, encoder, lambda: [Article("x", "X", "A fire. A brigade. A mayor. A council.")])
    foreign = Searcher(other, lambda *_: encoder, tmp_path / "cache")
    assert foreign.search("Who thanked the fire brigade?")[0].sentence.article == "x"
    store.close()
