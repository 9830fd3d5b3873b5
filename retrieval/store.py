"""The SQLite database: articles, sentences, passages, their vectors and words. The one source of truth.

Leaves out how vectors are searched (vectors.py) and what is put in when (index.py). A vector belongs to the hash
of the text that was embedded and to an encoder's identity, so the same text is never embedded twice.
"""

import hashlib
import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np

from corpus.article import Article, Span
from retrieval.encoder import Vectors
from retrieval.errors import SetupError
from retrieval.types import Passage, Sentence

Kind = Literal["sentences", "passages"]
KINDS: tuple[Kind, Kind] = ("sentences", "passages")
FILE_NAME = "clippings.sqlite"
FORMAT = 1  # PRAGMA user_version; raise it when the tables change

# AUTOINCREMENT: a number is never given twice, so a cached vector index can be brought in line by numbers alone.
# Statements are parted by blank lines, since a trigger holds semicolons of its own.
_SCHEMA = """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, published TEXT,
    source TEXT, url TEXT, authors TEXT NOT NULL, text TEXT NOT NULL, recipe TEXT NOT NULL, hash BLOB NOT NULL);

CREATE TABLE sentences (
    number INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    hash BLOB NOT NULL, UNIQUE (article, position));

CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    first INTEGER NOT NULL, last INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, heading TEXT NOT NULL, hash BLOB NOT NULL, UNIQUE (article, first));

CREATE TABLE vectors (hash BLOB NOT NULL, encoder TEXT NOT NULL, vector BLOB NOT NULL,
    UNIQUE (encoder, hash));

CREATE VIRTUAL TABLE sentences_words USING fts5 (
    text, content='sentences', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE passages_words USING fts5 (
    heading, text, content='passages', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');

INSERT INTO passages_words (passages_words, rank) VALUES ('rank', 'bm25(0.5, 1.0)');

CREATE TRIGGER sentences_in AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_words (rowid, text) VALUES (new.number, new.text); END;

CREATE TRIGGER sentences_out AFTER DELETE ON sentences BEGIN
    INSERT INTO sentences_words (sentences_words, rowid, text) VALUES ('delete', old.number, old.text); END;

CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN
    INSERT INTO passages_words (rowid, heading, text) VALUES (new.number, new.heading, new.text); END;

CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN
    INSERT INTO passages_words (passages_words, rowid, heading, text)
    VALUES ('delete', old.number, old.heading, old.text); END;"""
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
    """One connection to the database. Not for two threads at once; any number of Stores may read one file
    while one writes, and each `snapshot` sees one whole state.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._db = connection
        self._depth = 0

    # -- opening ------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """The folder's database for reading and writing, made when it is not there."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SetupError(
                f"The index folder {folder} cannot be made ({error.strerror}). Set CLIPPINGS_INDEX."
            ) from error
        path = folder / FILE_NAME
        with _explained(path):
            db = _connect(str(path))
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("BEGIN IMMEDIATE")
            try:
                if not db.execute("PRAGMA user_version").fetchone()[0]:
                    _make_tables(db)
                db.execute("COMMIT")
            except BaseException:
                db.execute("ROLLBACK")
                raise
        return cls._checked(db, path)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """The folder's database for reading. SetupError when there is none."""
        path = folder / FILE_NAME
        if not path.exists():
            raise SetupError(f"There is no index in {folder}. Make it with: clippings reembed")
        uri = path.absolute().as_uri()
        with _explained(path):
            try:
                db = _connect(f"{uri}?mode=ro")
                db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
            except sqlite3.OperationalError:
                # WAL needs to write beside the file even to read; on a read-only disk nobody else can write.
                db = _connect(f"{uri}?mode=ro&immutable=1")
                db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        return cls._checked(db, path)

    @classmethod
    def in_memory(cls) -> "Store":
        """A database that is gone with this object: for one text."""
        db = _connect(":memory:")
        _make_tables(db)
        return cls(db, None)

    @classmethod
    def _checked(cls, db: sqlite3.Connection, path: Path) -> "Store":
        with _explained(path):
            version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != FORMAT:
            db.close()
            raise SetupError(
                f"The index in {path.parent} was made by another version of Clippings. "
                "Delete that folder and run: clippings reembed"
            )
        return cls(db, path)

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    # -- transactions -------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; one inside another is part of the outer one."""
        with _explained(self.path):
            if self._depth == 0:
                self._db.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self._db.execute("COMMIT")
            except BaseException:
                if self._depth == 1 and self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is one committed state, whatever others commit meanwhile."""
        with _explained(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("COMMIT")

    # -- what the index was made with ---------------------------------------------------------------------

    def meta(self, key: str) -> str | None:
        """A remembered setting: 'id', 'generation', 'encoder', 'encoder_source', 'corpus'."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

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
        rows = self._db.execute("SELECT id, recipe, hash FROM articles")
        return {name: (recipe, digest) for name, recipe, digest in rows}

    def article(self, name: str) -> Article | None:
        """The article with that id."""
        row = self._db.execute(f"SELECT {_ARTICLE_COLUMNS} FROM articles WHERE id = ?", (name,)).fetchone()  # noqa: S608
        return _article(row) if row else None

    def articles(self) -> list[Article]:
        """Every article, newest first, those without a date last."""
        rows = self._db.execute(
            f"SELECT {_ARTICLE_COLUMNS} FROM articles ORDER BY published IS NULL, published DESC, id"  # noqa: S608
        )
        return [_article(row) for row in rows]

    def put(self, prepared: Prepared) -> None:
        """Put an article in, in place of the one with its id."""
        article = prepared.article
        with self.transaction():
            self._delete(article.id)
            cursor = self._db.execute(
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
            number = cursor.lastrowid
            self._db.executemany(
                'INSERT INTO sentences (article, position, start, "end", text, hash) VALUES (?, ?, ?, ?, ?, ?)',
                [
                    (number, s.position, s.span.start, s.span.end, s.text, text_hash(embedded_text(s)))
                    for s in prepared.sentences
                ],
            )
            self._db.executemany(
                'INSERT INTO passages (article, first, last, start, "end", text, heading, hash) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        *(number, p.first, p.last, p.span.start, p.span.end, p.text, p.heading),
                        text_hash(embedded_text(p)),
                    )
                    for p in prepared.passages
                ],
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
            rows = self._db.execute(
                f"SELECT hash FROM vectors WHERE encoder = ? AND hash IN ({_marks(chunk)})",  # noqa: S608
                (encoder, *chunk),
            )
            missing.difference_update(row[0] for row in rows)
        return missing

    def add_vectors(self, vectors: Mapping[bytes, Vectors], encoder: str) -> None:
        """Keep vectors under their texts' hashes."""
        with self.transaction():
            self._db.executemany(
                "INSERT OR REPLACE INTO vectors (hash, encoder, vector) VALUES (?, ?, ?)",
                [(key, encoder, vector.astype("<f4").tobytes()) for key, vector in vectors.items()],
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
        return {row[0] for row in self._db.execute(f"SELECT number FROM {kind}")}  # noqa: S608

    def vectors(self, kind: Kind, numbers: Sequence[int], encoder: str) -> Vectors:
        """Float32, (len(numbers), dimension), in the order asked for."""
        found: dict[int, bytes] = {}
        for chunk in _chunks(numbers):
            found.update(
                self._db.execute(
                    f"SELECT t.number, v.vector FROM {kind} t JOIN vectors v ON v.encoder = ? AND v.hash = t.hash "  # noqa: S608
                    f"WHERE t.number IN ({_marks(chunk)})",
                    (encoder, *chunk),
                ).fetchall()
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
            yield from self._db.execute(
                f"SELECT {alias}.number, {columns} FROM {kind} {alias} "  # noqa: S608
                f"JOIN articles a ON a.number = {alias}.article WHERE {alias}.number IN ({_marks(chunk)})",
                chunk,
            )

    def sentences_of(self, article: str, first: int = 0, last: int = 1 << 60) -> list[Sentence]:
        """An article's sentences at positions first..last."""
        rows = self._db.execute(
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
                self._db.execute(
                    "SELECT s.number, p.number FROM sentences s JOIN passages p "  # noqa: S608
                    "ON p.article = s.article AND s.position BETWEEN p.first AND p.last "
                    f"WHERE {side}.number IN ({_marks(chunk)})",
                    chunk,
                ).fetchall()
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
        rows = self._db.execute(
            f"SELECT rowid, -rank FROM {kind}_words WHERE {kind}_words MATCH ? ORDER BY rank LIMIT ?",  # noqa: S608
            (" OR ".join(map(_quoted, words)), limit),
        )
        return dict(rows.fetchall())

    def words_in_passage(self, words: Sequence[str], passage: int) -> int:
        """How many of the words stand in that passage or its heading, in any inflection."""
        return sum(
            self._db.execute(
                "SELECT EXISTS (SELECT 1 FROM passages_words WHERE passages_words MATCH ? AND rowid = ?)",
                (_quoted(word), passage),
            ).fetchone()[0]
            for word in words
        )

    def counts(self) -> tuple[int, int, int]:
        """How many articles, sentences and passages there are."""
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM sentences),"
            " (SELECT count(*) FROM passages)"
        ).fetchone()
        return (row[0], row[1], row[2])


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


def _connect(where: str) -> sqlite3.Connection:
    # A connection is made in one thread and used in another (a chat loads behind its prompt), never in two at once.
    db = sqlite3.connect(
        where, isolation_level=None, check_same_thread=False, timeout=30, uri=where.startswith("file:")
    )
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _make_tables(db: sqlite3.Connection) -> None:
    for statement in _SCHEMA.split("\n\n"):
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('id', ?)", (uuid.uuid4().hex,))
    db.execute(f"PRAGMA user_version = {FORMAT}")


@contextmanager
def _explained(path: Path | None) -> Iterator[None]:
    """SQLite's errors as SetupErrors that say what to do. What was committed is intact in each case."""
    try:
        yield
    except sqlite3.Error as error:
        where = path.parent if path else "memory"
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_FULL":
            advice = "the disk is full. Free some space and run the same command again; what was indexed is intact."
        elif name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            advice = "it cannot be written. Check the disk and its permissions, or set CLIPPINGS_INDEX elsewhere."
        elif name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            advice = "another program holds it. Wait for that one to end and run the same command again."
        elif name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            advice = "it is damaged. Delete the folder and run: clippings reembed"
        else:
            advice = f"the database failed ({error}). Check the disk and run the same command again."
        raise SetupError(f"The index in {where}: {advice}") from error


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
