"""The Answerer: search -> find -> Answer. Knows one self-contained question, no chat."""

import threading
import time
from collections.abc import Callable

from corpus.article import Article, canonical
from retrieval.casing import with_capitals
from retrieval.citations import cite
from retrieval.errors import InputError
from retrieval.findings import findings
from retrieval.persons import form_in
from retrieval.reader import load_reader
from retrieval.search import Searcher
from retrieval.spelling import SHARED, Spelling, spelled, unspelled
from retrieval.topics import leads, told_about
from retrieval.types import SHOWN, Answer, Hit, Reader, Reading, Verdict

MAX_QUESTION = 2000  # characters; an encoder reads about a thousand
_HITS = 60  # sentences, of which the windows are made
_NEAREST = 3
_TOLD = 3  # articles about a topic, or new
_TELLING = 10  # sentences, by which is told whether somebody is "he" or "she"
_SPELLED = 300  # sentences, whose words a misspelled one may be meant for


class Answerer:
    """Answers questions from a store. Threads may share one: questions are answered one after another."""

    def __init__(self, searcher: Searcher, reader: Callable[[], Reader] = load_reader) -> None:
        self.searcher = searcher
        self._load_reader = reader
        self._loaded: Reader | None = None
        self._lock = threading.Lock()

    def answer(self, question: str, resolved: str | None = None, read_as: str | None = None) -> Answer:
        """Answer `resolved`, the self-contained form of `question` (default: the question itself).

        `read_as` is what the reader is asked about the texts that `resolved` finds (default: `resolved`).
        Nothing found is an Answer. InputError for a question that is empty or far too long.
        """
        started = time.perf_counter()
        asked = canonical(resolved or question)
        if len(question) > MAX_QUESTION:
            raise InputError(f"The question has over {MAX_QUESTION} characters. Ask a shorter one.")
        store = self.searcher.store
        with self._lock, store.snapshot():
            hits = self.searcher.search(asked, _HITS)
            said = findings(canonical(read_as or asked), hits, self._reader(), store)
            near = [] if said.found else [cite(_nearest(hit), store).citation for hit in hits[:_NEAREST]]
        return Answer(
            question=question,
            resolved=asked,
            verdict=said.verdict,
            answers=said.found,
            nearest=tuple(near),
            others=said.others,
            seconds=time.perf_counter() - started,
            read_as=read_as or "",
            differ=said.differ,
        )

    def about(self, question: str, topic: str) -> Answer:
        """What the articles have about a topic, or the newest have to tell where it is "": whole sentences."""
        started = time.perf_counter()
        store = self.searcher.store
        with self._lock, store.snapshot():
            hits = self.searcher.search(topic, _HITS) if topic else []
            told = told_about(topic, hits, store) if topic else leads(store, SHOWN)
            found = [cite(reading, store) for reading in told]
            near = [] if found else [cite(_nearest(hit), store).citation for hit in hits[:_NEAREST]]
        seconds = time.perf_counter() - started
        shown, others = tuple(found[:_TOLD]), tuple(found[_TOLD:SHOWN])
        return Answer(
            question, question, Verdict.ANSWERED if found else Verdict.NOT_FOUND, shown, tuple(near), others, seconds
        )

    def pronoun_of(self, words: str) -> str:
        """He or she, of somebody's name or description, as the articles that speak of it most have it; "" where they
        do not say, or not all the same.
        """
        with self._lock, self.searcher.store.snapshot():
            hits = self.searcher.search(words, _TELLING)
            said = dict.fromkeys(hit.sentence.article for hit in hits if words in hit.sentence.text)
            forms = {form_in(self.searcher.store.sentences_of(article), words) for article in said} - {""}
        return forms.pop() if len(forms) == 1 else ""

    def spelled(self, question: str) -> Spelling:
        """The question with its words as the articles spell them, where they have none that is spelled so."""
        words = unspelled(question)
        if not words:
            return Spelling(question, question)
        with self._lock, self.searcher.store.snapshot():
            store = self.searcher.store
            unknown = [word for word in words if not store.word_scores("sentences", [word], 1)]
            begun = store.with_prefixes((word[:SHARED] for word in unknown), _SPELLED) if unknown else []
            near = [hit.sentence for hit in self.searcher.search(question, _HITS)] if unknown else []
        return spelled(question, unknown, [sentence.text for sentence in [*near, *begun]])

    def with_capitals(self, question: str) -> str:
        """The question with the capitals of its names, as the articles have them. InputError for an empty one."""
        with self._lock, self.searcher.store.snapshot():
            hits = self.searcher.search(question, _HITS)
        return with_capitals(question, [hit.sentence.text for hit in hits])

    def articles(self) -> list[Article]:
        """The collection, newest first."""
        with self._lock, self.searcher.store.snapshot():
            return self.searcher.store.articles()

    def counts(self) -> tuple[int, int, int]:
        """Articles, sentences, passages."""
        with self._lock, self.searcher.store.snapshot():
            return self.searcher.store.counts()

    def warm_up(self) -> None:
        """Load the models and the vector indexes now, so that the first question does not wait for them."""
        with self._lock, self.searcher.store.snapshot():
            self._reader()
            self.searcher.refresh()

    def _reader(self) -> Reader:
        self._loaded = self._loaded or self._load_reader()
        return self._loaded


def _nearest(hit: Hit) -> Reading:
    return Reading(hit.sentence.article, hit.sentence.span, hit.sentence, 0.0)
