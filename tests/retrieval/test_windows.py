from corpus.article import Article, Span
from retrieval.index import update
from retrieval.search import Searcher
from retrieval.store import Store
from retrieval.windows import LONGEST, around, behind_dateline, is_dateline, name_in, parted, windows, with_before
from tests.conftest import WordEncoder, window_of

LONG = Article("long", "", "\n\n".join(f"Paragraph {n} speaks of thing{n} {'and more ' * 12}." for n in range(40)))


def found(encoder: WordEncoder, question: str, limit: int = 20) -> tuple[Store, list[str]]:
    store = Store.in_memory()
    update(store, encoder, lambda: [LONG, Article("short", "", "One thing7 here. Two.")])
    made = windows(Searcher(store, lambda *_: encoder).search(question), store, limit)
    for window in made:
        article = store.article(window.article)
        assert article
        assert window.span.of(article.text) == window.text
        assert window.text.startswith(window.sentences[0].text)
        assert window.text.endswith(window.sentences[-1].text)
    return store, [window.text for window in made]


def test_windows_hold_whole_sentences_and_what_stands_before(encoder: WordEncoder) -> None:
    _, (first, *_) = found(encoder, "thing20")
    assert "thing20" in first
    assert "thing19" in first
    assert len(first) <= LONGEST


def test_no_sentence_is_read_twice_in_neighbouring_windows_that_fit_one(encoder: WordEncoder) -> None:
    _, texts = found(encoder, "thing7")
    assert sum("One thing7 here." in text for text in texts) == 1


def test_so_many_passages_are_read_and_no_more(encoder: WordEncoder) -> None:
    _, texts = found(encoder, "paragraph speaks", limit=3)
    assert 1 <= len(texts) <= 3


def test_nothing_found_is_nothing_to_read(encoder: WordEncoder) -> None:
    assert windows([], Store.in_memory()) == []


def test_around_a_sentence_stands_some_text_before_and_a_little_behind(encoder: WordEncoder) -> None:
    text = " ".join(f"Word {'and more ' * (30 if n == 9 else 1)}{n}." for n in range(16))
    store = Store.in_memory()
    update(store, encoder, lambda: [Article("a", "", text)])
    sentences = store.sentences_of("a")
    assert [s.position for s in around(sentences[7:8], store).sentences] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert [s.position for s in around(sentences[0:2], store).sentences] == [0, 1, 2, 3]
    assert [s.position for s in around(sentences[15:], store).sentences] == [10, 11, 12, 13, 14, 15]


def test_around_words_that_are_long_themselves_nothing_is_read_before(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    update(store, encoder, lambda: [LONG])
    place = store.sentences_of("long", 10, 17)
    assert around(place, store).sentences[0] == place[0]
    assert set(place) < set(around(place, store).sentences)


def test_a_sentence_comes_with_the_one_before_it() -> None:
    window = window_of("Lie came. She left. It rained.", before="Once. ")
    first, second, _ = window.sentences
    assert with_before(second, window).text == "Lie came. She left."
    assert with_before(second, window).sentences == (first, second)
    assert with_before(first, window).text == "Lie came."
    assert with_before(second, window).span == Span(first.span.start, second.span.end)


def test_a_name_ends_with_its_sentence() -> None:
    window = window_of("It was sung by Finn. Ada Lie left.")
    assert name_in(window, window.text.index("Finn")) == "Finn"
    assert name_in(window, window.text.index("Ada")) == "Ada Lie"


def test_where_an_article_was_written_is_no_word_of_it() -> None:
    window = window_of("LIMA, June 2 (Andes) - Workers left. LIMA is big.", before="It rained. ")
    starts = [window.span.start + window.text.index(words) for words in ("LIMA", "June", "Workers", "LIMA is")]
    assert [is_dateline(Span(at, at + 4), window) for at in starts] == [True, True, False, False]


def test_what_stands_beside_some_sentences_makes_windows_of_its_own() -> None:
    window = window_of("It rained. Lie left. Ek slept. Bo sang. It snowed.")
    rained, left, slept, sang, snowed = window.sentences
    assert [(one.text, one.sentences) for one in parted(window, {left, snowed})] == [
        ("It rained.", (rained,)),
        ("Ek slept. Bo sang.", (slept, sang)),
    ]
    assert parted(window, set()) == [window]


def test_a_window_begins_behind_where_it_was_written() -> None:
    window = window_of("LIMA, June 2 (Andes) - A court jailed Lie. Ek slept.")
    bare = behind_dateline(window)
    assert bare.text == window.words(bare.span) == "A court jailed Lie. Ek slept."
    assert [one.text for one in bare.sentences] == ["A court jailed Lie.", "Ek slept."]
    assert window.words(bare.sentences[0].span) == "A court jailed Lie."
    assert bare.sentences[1] == window.sentences[1]
    assert behind_dateline(bare) is bare
