"""The Answerer: search -> read -> cite. Knows one self-contained question, no chat."""

import threading
import time

from corpus.article import Article, canonical
from retrieval.citations import cite
from retrieval.errors import InputError
from retrieval.reader import SentenceReader
from retrieval.search import Searcher
from retrieval.types import Answer, Reader, Verdict

MAX_QUESTION = 2000  # characters; an encoder reads about a thousand
_OTHERS = 9
_NEAREST = 3


class Answerer:
    """Answers questions from a store. Threads may share one: questions are answered one after another."""

    def __init__(self, searcher: Searcher, reader: Reader | None = None) -> None:
        self.searcher = searcher
        self._reader = reader or SentenceReader()
        self._lock = threading.Lock()

    def answer(self, question: str, resolved: str | None = None) -> Answer:
        """Answer `resolved`, the self-contained form of `question` (default: the question itself).

        Nothing found is an Answer. InputError for a question that is empty or far too long.
        """
        started = time.perf_counter()
        asked = canonical(resolved or question)
        if len(question) > MAX_QUESTION:
            raise InputError(f"The question has over {MAX_QUESTION} characters. Ask a shorter one.")
        store = self.searcher.store
        with self._lock, store.snapshot():
            readings = self._reader.read(asked, self.searcher.search(asked))
            sure = [reading for reading in readings if reading.confidence >= self._reader.threshold]
            found = tuple(cite(reading, store) for reading in sure[: 1 + _OTHERS])
            near = () if found else tuple(cite(reading, store).citation for reading in readings[:_NEAREST])
        return Answer(
            question=question,
            resolved=asked,
            verdict=Verdict.ANSWERED if found else Verdict.NOT_FOUND,
            answers=found[:1],
            nearest=near,
            others=found[1:],
            seconds=time.perf_counter() - started,
        )

    def articles(self) -> list[Article]:
        """The collection, newest first."""
        with self._lock, self.searcher.store.snapshot():
            return self.searcher.store.articles()

    def warm_up(self) -> None:
        """Load the encoder and the vector indexes now, so that the first question does not wait for them."""
        with self._lock, self.searcher.store.snapshot():
            self.searcher.refresh()
