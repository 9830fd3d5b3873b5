import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.files import Problem, read_folder
from retrieval.encoder import Vectors
from retrieval.errors import SetupError
from retrieval.index import Report, exclusive, one_text, update
from retrieval.search import Searcher
from retrieval.store import Store
from tests.conftest import BREAD, CHESS, FLOOD, WordEncoder

ALL = [FLOOD, CHESS, BREAD]


class KilledError(Exception):
    """What stands for a kill inside one process."""


class FailingEncoder(WordEncoder):
    """Embeds so many texts, then fails."""

    def __init__(self, texts: int, identity: str = "words@1") -> None:
        super().__init__(identity)
        self._left = texts

    def encode(self, texts: Sequence[str]) -> Vectors:
        self._left -= len(texts)
        if self._left < 0:
            raise KilledError
        return super().encode(texts)


@pytest.fixture
def empty() -> Store:
    return Store.in_memory()


def test_everything_is_embedded_once(empty: Store, encoder: WordEncoder) -> None:
    report = update(empty, encoder, lambda: ALL)
    assert (report.added, report.embedded) == (3, 11)
    assert len(encoder.embedded) == len(set(encoder.embedded)) == 11
    assert "Flood in Lervik. 2023-09-14\nThe river broke the dyke" in "".join(encoder.embedded)


def test_what_did_not_change_is_not_touched(store: Store, encoder: WordEncoder) -> None:
    generation, before = store.generation, list(encoder.embedded)
    assert update(store, encoder, lambda: ALL) == Report(unchanged=3)
    assert encoder.embedded == before
    assert store.generation == generation


def test_a_changed_sentence_alone_is_embedded(store: Store, encoder: WordEncoder) -> None:
    encoder.embedded.clear()
    text = CHESS.text.replace("34 moves", "35 moves")
    changed = Article("sport/chess", CHESS.title, text, CHESS.published, authors=CHESS.authors)
    report = update(store, encoder, lambda: [FLOOD, changed, BREAD])
    assert report == Report(changed=1, unchanged=2, embedded=2)
    assert encoder.embedded == [
        "Elsa Lind defeated Paolo Ferri in 35 moves.",
        f"Lind wins in Reykvik. 2024-03-18\n{text}",
    ]


def test_a_renamed_article_embeds_nothing(store: Store, encoder: WordEncoder) -> None:
    moved = Article("2024/pretzel", BREAD.title, BREAD.text)
    assert update(store, encoder, lambda: [FLOOD, CHESS, moved]) == Report(renamed=1, unchanged=2)
    assert store.article("2024/pretzel") == moved
    assert store.article("bread") is None


def test_a_deleted_article_is_gone_with_its_vectors(store: Store, encoder: WordEncoder) -> None:
    assert update(store, encoder, lambda: [FLOOD]) == Report(removed=2, unchanged=1)
    encoder.embedded.clear()
    assert update(store, encoder, lambda: [FLOOD, BREAD]).embedded == 2


def test_full_embeds_again(store: Store, encoder: WordEncoder) -> None:
    encoder.embedded.clear()
    assert update(store, encoder, lambda: ALL, full=True).embedded == 11
    assert len(encoder.embedded) == 11


def test_a_file_that_broke_keeps_what_was_indexed_of_it(store: Store, encoder: WordEncoder) -> None:
    problem = Problem(Path("bread.md"), "is empty.", article_id="bread")
    assert update(store, encoder, lambda: [FLOOD, CHESS, problem]) == Report(unchanged=2, problems=(problem,))
    assert store.article("bread") == BREAD


def test_an_interrupted_run_goes_on_where_it_stopped(
    empty: Store, encoder: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.GROUP_TEXTS", 2)
    with pytest.raises(KilledError):
        update(empty, FailingEncoder(7), lambda: ALL)
    assert empty.counts()[0] == 1, "the first article was committed whole"
    report = update(empty, encoder, lambda: ALL)
    assert (report.added, report.unchanged, report.embedded) == (2, 1, 11 - 7)
    assert empty.counts() == (3, 8, 3)


def test_another_encoder_takes_over_only_when_its_set_is_whole(
    store: Store, encoder: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.GROUP_TEXTS", 2)
    searcher = Searcher(store, lambda *_: encoder)
    with pytest.raises(KilledError):
        update(store, FailingEncoder(7, identity="words@2"), lambda: ALL)
    assert store.meta("encoder") == "words@1"
    assert searcher.search("Who thanked the brigade?")[0].sentence.text == "Mayor Aas thanked the fire brigade."

    second = WordEncoder(identity="words@2")
    report = update(store, second, lambda: ALL)
    assert (report.unchanged, report.embedded) == (3, 11 - 7), "what the killed run embedded was kept"
    assert store.meta("encoder") == "words@2"
    encoder.embedded.clear()
    update(store, encoder, lambda: ALL)
    assert len(encoder.embedded) == 11, "the old set went when the new one was whole"


def test_a_running_searcher_sees_new_articles_and_a_new_encoder(store: Store) -> None:
    by_identity = {name: WordEncoder(identity=name) for name in ("words@1", "words@2")}
    searcher = Searcher(store, lambda *_: by_identity[store.meta("encoder") or ""])
    assert searcher.search("Who defeated Ferri?")[0].sentence.article == "sport/chess"
    update(store, by_identity["words@1"], lambda: [FLOOD])
    assert {hit.sentence.article for hit in searcher.search("Who defeated Ferri?")} == {"flood"}
    update(store, by_identity["words@2"], lambda: ALL)
    assert searcher.search("Who defeated Ferri?")[0].sentence.article == "sport/chess"


def test_passages_fit_a_small_encoder_with_their_heading(empty: Store) -> None:
    small = WordEncoder()
    small.max_tokens = 30
    text = " ".join(f"This is sentence {i}, ten words long, in Lervik today." for i in range(9))
    update(empty, small, lambda: [Article("x", "A title of five words", text)])
    passages = [text for text in small.embedded if text.startswith("A title")]
    assert len(passages) == 5
    assert max(small.count_tokens(passages)) <= 30


def test_progress_counts_articles_and_texts(empty: Store, encoder: WordEncoder) -> None:
    seen: list[tuple[int, int]] = []
    update(empty, encoder, lambda: ALL, on_progress=lambda articles, texts: seen.append((articles, texts)))
    assert [sum(column) for column in zip(*seen, strict=True)] == [3, 11]


def test_a_second_program_is_turned_away_and_a_third_is_let_in(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(SetupError, match="Another re-embedding is at work"), exclusive(tmp_path):
        pass
    with exclusive(tmp_path):
        pass


def test_one_text_is_indexed_in_memory(encoder: WordEncoder) -> None:
    assert one_text(BREAD, encoder).counts() == (1, 1, 1)


def test_readers_in_other_threads_never_see_half_an_article(tmp_path: Path) -> None:
    """While one connection writes the collection again and again, others always find each article whole."""
    versions = [
        [Article(f"a{i}", "T", " ".join(f"Version {v} sentence {s}." for s in range(5 + v))) for i in range(4)]
        for v in range(2)
    ]
    writer = Store.create(tmp_path)
    update(writer, WordEncoder(), lambda: versions[0])
    stop = threading.Event()
    wrong: list[object] = []

    def read() -> None:
        reader = Store.open(tmp_path)
        while not stop.is_set():
            with reader.snapshot():
                for name in [article.id for article in reader.articles()]:
                    article = reader.article(name)
                    found = [s.text for s in reader.sentences_of(name)]
                    if article is None or " ".join(found) != article.text:
                        wrong.append((name, found))
        reader.close()

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for round_ in range(20):
        update(writer, WordEncoder(), lambda round_=round_: versions[round_ % 2])  # type: ignore[misc]
    stop.set()
    for thread in threads:
        thread.join()
    writer.close()
    assert wrong == []


def test_problems_among_files_do_not_stop_the_others(tmp_path: Path, empty: Store, encoder: WordEncoder) -> None:
    (tmp_path / "good.txt").write_text("The mayor thanked the brigade.")
    (tmp_path / "bad.md").write_text("---\ntitle: [\n---\nx")
    report = update(empty, encoder, lambda: read_folder(tmp_path))
    assert report.added == 1
    assert [problem.path.name for problem in report.problems] == ["bad.md"]
