"""The SQLite database: articles, sentences, passages, their vectors and words. The one source of truth.

Leaves out how vectors are searched (vectors.py) and what is put in when (index.py). A vector belongs to the hash
of the text that was embedded and to an encoder's identity, so the same text is never embedded twice.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np

from corpus.article import Article, Span
from retrieval.database import Database
from retrieval.encoder import Vectors
from retrieval.errors import SetupError
from retrieval.types import Passage, Sentence

Kind = Literal["sentences", "passages"]
KINDS: tuple[Kind, Kind] = ("sentences", "passages")
_ARTICLE_COLUMNS = "id, title, published, source, url, authors, text"
_SENTENCE_COLUMNS = 'a.id, s.position, s.start, s."end", s.text'
_PASSAGE_COLUMNS = 'a.id, p.first, p.last, p.start, p."end", p.text, p.heading'
_CHUNK = 500  # parameters to a statement
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article cut up and ready to be put in; its vectors are in the store already."""

    article: Article
    sentences: Sequence[Sentence]
    passages: Sequence[Passage]
    recipe: str  # what cut it up; another recipe means: cut it up again

    def pieces(self) -> list[Sentence | Passage]:
        """All that is to be embedded."""
        return [*self.sentences, *self.passages]


class Store:
    """What is kept in one Database. See there about threads; call readers inside `snapshot`."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.close = database.close
        self.transaction = database.transaction
        self.snapshot = database.snapshot

    @classmethod
    def create(cls, folder: Path, *, replace_unusable: bool = False) -> "Store":
        """The folder's store for reading and writing, made when it is not there; see Database.create."""
        return cls(Database.create(folder, replace_unusable=replace_unusable))

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """The folder's store for reading. SetupError when there is none."""
        return cls(Database.open(folder))

    @classmethod
    def in_memory(cls) -> "Store":
        """A store that is gone with this object: for one text."""
        return cls(Database.in_memory())

    # -- what the index was made with ---------------------------------------------------------------------

    def meta(self, key: str) -> str | None:
        """A remembered setting: 'id', 'generation', 'encoder', 'encoder_source', 'corpus'."""
        rows = self._db.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def set_meta(self, key: str, value: str) -> None:
        """Remember a setting."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @property
    def generation(self) -> int:
        """Goes up with every change to articles, sentences or passages."""
        return int(self.meta("generation") or 0)

    def _changed(self) -> None:
        self.set_meta("generation", str(self.generation + 1))

    # -- articles -----------------------------------------------------------------------------------------

    def recipes(self) -> dict[str, tuple[str, bytes]]:
        """Each article's id with the recipe it was cut up by and the hash of its content."""
        rows = self._db.rows("SELECT id, recipe, hash FROM articles")
        return {name: (recipe, digest) for name, recipe, digest in rows}

    def article(self, name: str) -> Article | None:
        """The article with that id."""
        rows = self._db.rows(f"SELECT {_ARTICLE_COLUMNS} FROM articles WHERE id = ?", (name,))  # noqa: S608
        return _article(rows[0]) if rows else None

    def articles(self) -> list[Article]:
        """Every article, newest first, those without a date last."""
        rows = self._db.rows(
            f"SELECT {_ARTICLE_COLUMNS} FROM articles ORDER BY published IS NULL, published DESC, id"  # noqa: S608
        )
        return [_article(row) for row in rows]

    def put(self, prepared: Prepared) -> None:
        """Put an article in, in place of the one with its id."""
        article = prepared.article
        with self.transaction():
            self._delete(article.id)
            number = self._db.insert(
                f"INSERT INTO articles ({_ARTICLE_COLUMNS}, recipe, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (
                    article.id,
                    article.title,
                    article.published and article.published.isoformat(),
                    article.source,
                    article.url,
                    json.dumps(article.authors),
                    article.text,
                    prepared.recipe,
                    content_hash(article),
                ),
            )
            self._db.execute_each(
                'INSERT INTO sentences (article, position, start, "end", text, hash) VALUES (?, ?, ?, ?, ?, ?)',
                (
                    (number, s.position, s.span.start, s.span.end, s.text, text_hash(embedded_text(s)))
                    for s in prepared.sentences
                ),
            )
            self._db.execute_each(
                'INSERT INTO passages (article, first, last, start, "end", text, heading, hash) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        *(number, p.first, p.last, p.span.start, p.span.end, p.text, p.heading),
                        text_hash(embedded_text(p)),
                    )
                    for p in prepared.passages
                ),
            )
            self._changed()

    def remove(self, names: Iterable[str]) -> None:
        """Take articles out; their vectors go with `prune`."""
        with self.transaction():
            for name in names:
                self._delete(name)
            self._changed()

    def _delete(self, name: str) -> None:
        self._db.execute("DELETE FROM articles WHERE id = ?", (name,))

    # -- vectors ------------------------------------------------------------------------------------------

    def without_vector(self, hashes: Iterable[bytes], encoder: str) -> set[bytes]:
        """Those hashes that this encoder has not embedded yet."""
        missing = set(hashes)
        for chunk in _chunks(list(missing)):
            rows = self._db.rows(
                f"SELECT hash FROM vectors WHERE encoder = ? AND hash IN ({_marks(chunk)})",  # noqa: S608
                (encoder, *chunk),
            )
            missing.difference_update(row[0] for row in rows)
        return missing

    def add_vectors(self, vectors: Mapping[bytes, Vectors], encoder: str) -> None:
        """Keep vectors under their texts' hashes."""
        with self.transaction():
            self._db.execute_each(
                "INSERT OR REPLACE INTO vectors (hash, encoder, vector) VALUES (?, ?, ?)",
                ((key, encoder, vector.astype("<f4").tobytes()) for key, vector in vectors.items()),
            )

    def prune(self, encoder: str) -> None:
        """Forget vectors of other encoders and of texts that no article holds any more."""
        with self.transaction():
            self._db.execute("DELETE FROM vectors WHERE encoder != ?", (encoder,))
            self._db.execute(
                "DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM sentences UNION SELECT hash FROM passages)"
            )

    def numbers(self, kind: Kind) -> set[int]:
        """The number of every sentence, or passage."""
        return {row[0] for row in self._db.rows(f"SELECT number FROM {kind}")}  # noqa: S608

    def vectors(self, kind: Kind, numbers: Sequence[int], encoder: str) -> Vectors:
        """Float32, (len(numbers), dimension), in the order asked for."""
        found: dict[int, bytes] = {}
        for chunk in _chunks(numbers):
            found.update(
                self._db.rows(
                    f"SELECT t.number, v.vector FROM {kind} t JOIN vectors v ON v.encoder = ? AND v.hash = t.hash "  # noqa: S608
                    f"WHERE t.number IN ({_marks(chunk)})",
                    (encoder, *chunk),
                )
            )
        if len(found) != len(set(numbers)):
            raise SetupError("The index lacks vectors that it should hold. Mend it with: clippings reembed --full")
        joined = b"".join(found[number] for number in numbers)
        return np.frombuffer(joined, "<f4").reshape(len(numbers), -1).astype(np.float32)

    # -- reading ------------------------------------------------------------------------------------------

    def sentences(self, numbers: Iterable[int]) -> dict[int, Sentence]:
        """Sentences by number."""
        return {row[0]: _sentence(row[1:]) for row in self._by_number("sentences", numbers)}

    def passages(self, numbers: Iterable[int]) -> dict[int, Passage]:
        """Passages by number."""
        return {row[0]: _passage(row[1:]) for row in self._by_number("passages", numbers)}

    def _by_number(self, kind: Kind, numbers: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        alias, columns = ("s", _SENTENCE_COLUMNS) if kind == "sentences" else ("p", _PASSAGE_COLUMNS)
        for chunk in _chunks(list(numbers)):
            yield from self._db.rows(
                f"SELECT {alias}.number, {columns} FROM {kind} {alias} "  # noqa: S608
                f"JOIN articles a ON a.number = {alias}.article WHERE {alias}.number IN ({_marks(chunk)})",
                chunk,
            )

    def sentences_of(self, article: str, first: int = 0, last: int = 1 << 60) -> list[Sentence]:
        """An article's sentences at positions first..last."""
        rows = self._db.rows(
            f"SELECT {_SENTENCE_COLUMNS} FROM sentences s JOIN articles a ON a.number = s.article "  # noqa: S608
            "WHERE a.id = ? AND s.position BETWEEN ? AND ? ORDER BY s.position",
            (article, first, last),
        )
        return [_sentence(row) for row in rows]

    def covering(self, kind: Kind, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """(sentence number, passage number) for every passage that holds one of the sentences, or for every
        sentence in one of the passages: `kind` says which of the two `numbers` are.
        """
        side = "s" if kind == "sentences" else "p"
        pairs: list[tuple[int, int]] = []
        for chunk in _chunks(list(numbers)):
            pairs.extend(
                self._db.rows(
                    "SELECT s.number, p.number FROM sentences s JOIN passages p "  # noqa: S608
                    "ON p.article = s.article AND s.position BETWEEN p.first AND p.last "
                    f"WHERE {side}.number IN ({_marks(chunk)})",
                    chunk,
                )
            )
        return pairs

    # -- words --------------------------------------------------------------------------------------------

    def word_scores(self, kind: Kind, words: Sequence[str], limit: int) -> dict[int, float]:
        """BM25 of the best `limit` sentences or passages that hold any of the words, by number; above 0.

        Words are data: each is a quoted FTS5 string, stemmed like the text. (SQLite's BM25 is Robertson's with
        k1 = 1.2, b = 0.75, negated; here higher is better.)
        """
        if not words:
            return {}
        rows = self._db.rows(
            f"SELECT rowid, -rank FROM {kind}_words WHERE {kind}_words MATCH ? ORDER BY rank LIMIT ?",  # noqa: S608
            (" OR ".join(map(_quoted, words)), limit),
        )
        return dict(rows)

    def with_prefixes(self, prefixes: Iterable[str], limit: int) -> list[Sentence]:
        """Sentences that hold a word which begins with any of the prefixes, the best by BM25 first."""
        asked = " OR ".join(f"{_quoted(prefix)} *" for prefix in prefixes if prefix.isalnum())
        if not asked:
            return []
        rows = self._db.rows(
            "SELECT rowid FROM sentences_words WHERE sentences_words MATCH ? ORDER BY rank LIMIT ?", (asked, limit)
        )
        return list(self.sentences(number for (number,) in rows).values())

    def words_in_passage(self, words: Sequence[str], passage: int) -> int:
        """How many of the words stand in that passage or its heading, in any inflection."""
        return sum(
            self._db.rows(
                "SELECT EXISTS (SELECT 1 FROM passages_words WHERE passages_words MATCH ? AND rowid = ?)",
                (_quoted(word), passage),
            )[0][0]
            for word in words
        )

    def counts(self) -> tuple[int, int, int]:
        """How many articles, sentences and passages there are."""
        ((articles, sentences, passages),) = self._db.rows(
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM sentences),"
            " (SELECT count(*) FROM passages)"
        )
        return articles, sentences, passages


def embedded_text(piece: Sentence | Passage) -> str:
    """What an encoder is given for a piece. A passage carries its heading; offsets never count it."""
    return f"{piece.heading}\n{piece.text}".strip() if isinstance(piece, Passage) else piece.text


def text_hash(text: str) -> bytes:
    """16 bytes that stand for a text."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def content_hash(article: Article) -> bytes:
    """16 bytes that change when anything in an article but its id does."""
    fields = (article.title, article.published, article.source, article.url, article.authors, article.text)
    return text_hash(json.dumps(fields, default=str))


def _quoted(word: str) -> str:
    escaped = word.replace('"', '""')
    return f'"{escaped}"'


def _chunks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


def _marks(chunk: Sequence[object]) -> str:
    return ",".join("?" * len(chunk))


def _article(row: tuple[str, str, str | None, str | None, str | None, str, str]) -> Article:
    name, title, published, source, url, authors, text = row
    day = date.fromisoformat(published) if published else None
    return Article(name, title, text, day, source, url, tuple(json.loads(authors)))


def _sentence(row: Sequence[Any]) -> Sentence:
    article, position, start, end, text = row
    return Sentence(article, position, Span(start, end), text)


def _passage(row: Sequence[Any]) -> Passage:
    article, first, last, start, end, text, heading = row
    return Passage(article, first, last, Span(start, end), text, heading)
