import os
import resource
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, Span
from retrieval.database import FILE_NAME, Database
from retrieval.errors import SetupError, UnusableError
from retrieval.index import update
from retrieval.search import content_words
from retrieval.store import Store, content_hash
from tests.conftest import BREAD, CHESS, FLOOD, WordEncoder


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    assert store.article("flood") == FLOOD
    assert store.article("sport/chess") == CHESS
    assert store.article("nowhere") is None


def test_articles_are_listed_newest_first_and_undated_last(store: Store) -> None:
    assert [article.id for article in store.articles()] == ["sport/chess", "flood", "bread"]


def test_words_are_found_in_any_inflection_and_case(store: Store) -> None:
    (best, *_) = store.word_scores("sentences", ["thanks", "BRIGADES"], 10)
    assert store.sentences([best])[best].text == "Mayor Aas thanked the fire brigade."


def test_a_passage_is_found_by_its_title_too(store: Store) -> None:
    found = store.word_scores("passages", ["pretzel"], 10)
    assert [store.passages([number])[number].article for number in found] == ["bread"]
    assert all(score > 0 for score in found.values())


def test_words_in_passage_counts_each_word_once(store: Store) -> None:
    (number,) = store.word_scores("passages", ["dyke"], 10)
    assert store.words_in_passage(["dykes", "river", "chess", "lervik"], number) == 3


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
@pytest.mark.parametrize("question", ["plain"])
def test_no_question_can_break_or_steer_the_word_query(question: str, text: str) -> None:
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [BREAD])
    for words in (content_words(text), text.split(), [text]):
        for kind in ("sentences", "passages"):
            store.word_scores(kind, [word.replace("\x00", "") for word in words], 5)


@pytest.mark.parametrize(
    "attack",
    ['" OR 1', "court NOT pretzel", "court*", "text:court", "NEAR(court bread)", "^court", "a AND b", '""', "-court"],
)
def test_query_syntax_is_only_words(store: Store, attack: str) -> None:
    assert content_words(attack) == [w for w in content_words(attack) if w.isalnum()]
    found = store.word_scores("sentences", content_words(attack), 10)
    assert all("court" in store.sentences([number])[number].text for number in found)


def test_replacing_and_removing_leaves_no_words_behind(store: Store, encoder: WordEncoder) -> None:
    changed = Article("flood", "Drought", "The river ran dry.")
    update(store, encoder, lambda: [changed, BREAD])
    assert store.word_scores("sentences", ["brigade"], 10) == {}
    assert store.word_scores("sentences", ["grandmother"], 10) == {}
    assert len(store.word_scores("sentences", ["dry"], 10)) == 1
    assert store.counts() == (2, 2, 2)


def test_numbers_are_never_given_twice(store: Store, encoder: WordEncoder) -> None:
    before = store.numbers("sentences")
    update(store, encoder, list)
    update(store, encoder, lambda: [FLOOD, CHESS, BREAD])
    assert store.numbers("sentences").isdisjoint(before)


def test_vectors_come_in_the_order_asked_for(store: Store, encoder: WordEncoder) -> None:
    numbers = sorted(store.numbers("sentences"), reverse=True)
    texts = [store.sentences([number])[number].text for number in numbers]
    assert np.array_equal(store.vectors("sentences", numbers, encoder.identity), encoder.encode(texts))


def test_a_missing_vector_is_told_with_the_cure(store: Store) -> None:
    with pytest.raises(SetupError, match="reembed --full"):
        store.vectors("sentences", [1], "another encoder")


def test_covering_pairs_sentences_with_passages(store: Store) -> None:
    pairs = store.covering("sentences", store.numbers("sentences"))
    assert sorted(pairs) == sorted(store.covering("passages", store.numbers("passages")))
    assert {sentence for sentence, _ in pairs} == store.numbers("sentences")


def test_sentences_of_an_article_by_position(store: Store) -> None:
    assert [s.text for s in store.sentences_of("sport/chess", 1, 2)] == [
        "Ferri apologised to Lind.",
        "She thanked her grandmother.",
    ]
    assert store.sentences_of("sport/chess", 1, 1)[0].span == Span(44, 69)


def test_the_content_hash_sees_everything_but_the_id() -> None:
    assert content_hash(BREAD) == content_hash(Article("renamed", BREAD.title, BREAD.text))
    assert content_hash(BREAD) != content_hash(Article("bread", BREAD.title, BREAD.text, source="X"))


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def remove_and_fail() -> None:
        with store.transaction():
            store.remove(["flood"])
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        remove_and_fail()
    assert store.article("flood") == FLOOD


def test_a_snapshot_does_not_see_what_is_committed_meanwhile(tmp_path: Path, encoder: WordEncoder) -> None:
    writer = Store.create(tmp_path)
    update(writer, encoder, lambda: [FLOOD])
    reader = Store.open(tmp_path)
    with reader.snapshot():
        assert reader.counts()[0] == 1
        update(writer, encoder, lambda: [FLOOD, BREAD])
        assert reader.counts()[0] == 1
    assert reader.counts()[0] == 2
    reader.close()
    writer.close()


def test_no_index_is_told_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="clippings reembed"):
        Store.open(tmp_path)


def test_a_damaged_file_and_another_format_are_told_and_made_anew_only_on_request(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is not a database, whatever its name says" * 100)
    for opener in (Store.open, Store.create):
        with pytest.raises(UnusableError, match="reembed --full"):
            opener(tmp_path)
    store = Store.create(tmp_path, replace_unusable=True)
    assert store.counts() == (0, 0, 0)
    store.close()
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(UnusableError, match="another version"):
        Store.open(tmp_path)


def test_a_full_disk_is_told_and_what_was_committed_is_intact(tmp_path: Path, encoder: WordEncoder) -> None:
    store = Store.create(tmp_path)
    update(store, encoder, lambda: [FLOOD])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))  # no file may grow beyond
    try:
        with pytest.raises(SetupError, match=r"Check the disk|disk is full"):
            update(
                store, encoder, lambda: [FLOOD, *(Article(f"a{i}", "T", f"Words number {i}.") for i in range(300))]
            )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        store.close()
    again = Store.create(tmp_path)
    assert again.article("flood") == FLOOD
    assert update(again, encoder, lambda: [FLOOD, BREAD]).added == 1
    again.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SetupError, match="cannot be written"):
        Database.create(tmp_path)


def test_sentences_by_how_their_words_begin(store: Store) -> None:
    found = [sentence.text for sentence in store.with_prefixes(["br"], 10)]
    assert "Mayor Aas thanked the fire brigade." in found
    assert all(" br" in f" {text.lower()}" for text in found)
    assert store.with_prefixes(['"', "x*"], 10) == store.with_prefixes([], 10) == []
