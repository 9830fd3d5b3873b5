"""Bring a store in line with the articles: what re-embedding runs.

Work is committed group by group, so a killed run loses at most the group in hand and the next one goes on there.
While the encoder changes, the old vectors stay in service until the new set is whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.article import Article
from corpus.files import Problem
from retrieval.encoder import Encoder
from retrieval.errors import SetupError
from retrieval.passages import WINDOW_TOKENS, heading, window
from retrieval.sentences import split
from retrieval.store import Prepared, Store, content_hash, embedded_text, text_hash

CUT = 2  # raise it when sentences or passages come out differently: every article is then cut up again
GROUP_TEXTS = 512  # to a commit: about two seconds of embedding on two cores

ReadArticles = Callable[[], Iterable[Article | Problem]]
OnProgress = Callable[[int, int], None]  # articles looked at, texts embedded since the last call


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did, in articles, and how many texts it embedded."""

    added: int = 0
    changed: int = 0
    renamed: int = 0
    removed: int = 0
    unchanged: int = 0
    embedded: int = 0
    problems: tuple[Problem, ...] = ()


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Only one program at a time changes an index; SetupError for the second. A killed one's lock is gone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "reembed.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise SetupError(
            "Another re-embedding is at work on this index. Wait for it, or stop it, then run this again."
        ) from None
    except OSError as error:
        raise SetupError(
            f"The index in {folder}: it cannot be written ({error.strerror}). "
            "Check the disk and its permissions, or set CLIPPINGS_INDEX elsewhere."
        ) from error
    with lock:
        yield


def update(
    store: Store,
    encoder: Encoder,
    read: ReadArticles,
    *,
    full: bool = False,
    on_progress: OnProgress = lambda _articles, _texts: None,
) -> Report:
    """Make the store hold what `read` yields, cut up and embedded by this encoder.

    An article whose file is now a Problem stays as it was indexed; one that `read` no longer yields is removed.
    `full` embeds again what is embedded already. `read` may be called twice.
    """
    return _Update(store, encoder, full, on_progress).run(read)


class _Update:
    """One run of `update`."""

    def __init__(self, store: Store, encoder: Encoder, full: bool, on_progress: OnProgress) -> None:
        self._store = store
        self._encoder = encoder
        self._full = full
        self._on_progress = on_progress
        self._recipe = f"{CUT} {encoder.identity}"
        self._before = store.recipes()
        self._now: dict[str, bytes] = {}  # every article seen, with the hash of its content
        self._problems: list[Problem] = []
        self._fresh: set[bytes] = set()  # embedded by this run
        self._embedded = 0

    def run(self, read: ReadArticles) -> Report:
        if self._store.meta("encoder") in (None, self._encoder.identity):
            gone = self._apply(read, self._on_progress)
        else:
            # First pass: the new encoder's vectors are made and kept, nothing is shown yet. Second: all at once.
            for group in self._groups(read(), self._on_progress):
                self._embed(group)
            with self._store.transaction():
                gone = self._apply(read, lambda _articles, _texts: None)
        self._store.prune(self._encoder.identity)
        return self._report(gone)

    def _apply(self, read: ReadArticles, on_progress: OnProgress) -> set[str]:
        """Put in what is new or different, remove what is gone; the ids of what was removed."""
        self._now, self._problems = {}, []
        for group in self._groups(read(), on_progress):
            self._embed(group)
            with self._store.transaction():
                self._set_encoder()
                for prepared in group:
                    self._store.put(prepared)
        kept = {problem.article_id for problem in self._problems}
        gone = self._before.keys() - self._now.keys() - kept
        with self._store.transaction():
            self._set_encoder()
            if gone:
                self._store.remove(gone)
        return gone

    def _groups(self, items: Iterable[Article | Problem], on_progress: OnProgress) -> Iterator[list[Prepared]]:
        """The articles that are new or different, cut up, some GROUP_TEXTS texts at a time."""
        group: list[Prepared] = []
        texts = 0
        for item in items:
            if isinstance(item, Problem):
                self._problems.append(item)
                on_progress(1, 0)
                continue
            digest = self._now[item.id] = content_hash(item)
            if not self._full and self._before.get(item.id) == (self._recipe, digest):
                on_progress(1, 0)
                continue
            prepared = self._prepare(item)
            group.append(prepared)
            texts += len(prepared.sentences) + len(prepared.passages)
            if texts >= GROUP_TEXTS:
                yield group
                on_progress(len(group), 0)
                group, texts = [], 0
        if group:
            yield group
            on_progress(len(group), 0)

    def _prepare(self, article: Article) -> Prepared:
        sentences = split(article)
        above, *tokens = self._encoder.count_tokens([heading(article), *(sentence.text for sentence in sentences)])
        size = min(WINDOW_TOKENS, max(1, self._encoder.max_tokens - above))
        return Prepared(article, sentences, window(article, sentences, tokens, size=size), self._recipe)

    def _embed(self, group: Sequence[Prepared]) -> None:
        """Embed what of the group has no vector yet, committing as it goes (one article may be a whole book)."""
        texts = {
            text_hash(text): text
            for prepared in group
            for piece in prepared.pieces()
            for text in (embedded_text(piece),)
        }
        missing = set(texts) if self._full else self._store.without_vector(texts, self._encoder.identity)
        wanted = [key for key in texts if key in missing and key not in self._fresh]
        for start in range(0, len(wanted), GROUP_TEXTS):
            keys = wanted[start : start + GROUP_TEXTS]
            vectors = self._encoder.encode([texts[key] for key in keys])
            self._store.add_vectors(dict(zip(keys, vectors, strict=True)), self._encoder.identity)
            self._fresh.update(keys)
            self._embedded += len(keys)
            self._on_progress(0, len(keys))

    def _set_encoder(self) -> None:
        self._store.set_meta("encoder", self._encoder.identity)
        self._store.set_meta("encoder_source", self._encoder.source)

    def _report(self, gone: set[str]) -> Report:
        added = self._now.keys() - self._before.keys()
        same = sum(name in self._before and self._before[name][1] == key for name, key in self._now.items())
        left = [self._before[name][1] for name in gone]
        renamed = 0
        for name in added:
            if self._now[name] in left:
                left.remove(self._now[name])
                renamed += 1
        return Report(
            added=len(added) - renamed,
            changed=len(self._now) - len(added) - same,
            renamed=renamed,
            removed=len(gone) - renamed,
            unchanged=same,
            embedded=self._embedded,
            problems=tuple(self._problems),
        )


def one_text(article: Article, encoder: Encoder) -> Store:
    """A store in memory that holds this one article, for questions about a text that is in no collection."""
    store = Store.in_memory()
    update(store, encoder, lambda: [article])
    return store
