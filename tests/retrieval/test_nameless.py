from corpus.article import Article, Span
from retrieval.index import update
from retrieval.nameless import Nameless, nameless
from retrieval.store import Store
from retrieval.types import Reading
from tests.conftest import WordEncoder


def test_what_was_read_has_its_words_where_its_article_is_known() -> None:
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", "The mayor slept.")])
    with store.snapshot():
        (told,) = store.sentences_of("a")
        known, gone = Reading("a", Span(0, 9), told, 0.9), Reading("b", Span(0, 9), told, 0.9)
        assert nameless("Who slept?", [known, gone], store) == [Nameless(known, "The mayor", "Who slept?")]
