"""The SQLite file: its tables, opening it, transactions, and its errors as lines for people.

Leaves out what is kept in it: store.py.
"""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from retrieval.errors import SetupError, UnusableError

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


class Database:
    """One connection. Not for two threads at once; any number of connections may read one file while one writes,
    and each `snapshot` sees one whole state.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._connection = connection
        self._depth = 0

    @classmethod
    def create(cls, folder: Path, *, replace_unusable: bool = False) -> "Database":
        """The folder's database for reading and writing, made when it is not there; on request also made anew
        when it is damaged or of another format (nothing in it cannot be made again from the articles).
        """
        try:
            return cls._create(folder)
        except UnusableError:
            if not replace_unusable:
                raise
            for suffix in ("", "-wal", "-shm"):
                (folder / f"{FILE_NAME}{suffix}").unlink(missing_ok=True)
            return cls._create(folder)

    @classmethod
    def _create(cls, folder: Path) -> "Database":
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
        made = cls(db, path)
        with made.transaction():
            if made.rows("SELECT count(*) FROM sqlite_schema") == [(0,)]:
                _make_tables(db)
        return cls._checked(db, path)

    @classmethod
    def open(cls, folder: Path) -> "Database":
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
    def in_memory(cls) -> "Database":
        """A database that is gone with this object: for one text."""
        db = _connect(":memory:")
        _make_tables(db)
        return cls(db, None)

    @classmethod
    def _checked(cls, db: sqlite3.Connection, path: Path) -> "Database":
        with _explained(path):
            version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != FORMAT:
            db.close()
            raise UnusableError(
                f"The index in {path.parent} was made by another version of Clippings. "
                "Make it anew with: clippings reembed --full"
            )
        return cls(db, path)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def rows(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """All that a query finds."""
        with _explained(self.path):
            return self._connection.execute(query, tuple(values)).fetchall()

    def insert(self, statement: str, values: Iterable[Any]) -> int:
        """Put one row in; its number."""
        with _explained(self.path):
            return self._connection.execute(statement, tuple(values)).lastrowid or 0

    def execute(self, statement: str, values: Iterable[Any] = ()) -> None:
        """Run one statement."""
        with _explained(self.path):
            self._connection.execute(statement, tuple(values))

    def execute_each(self, statement: str, rows: Iterable[Iterable[Any]]) -> None:
        """Run one statement once for each row."""
        with _explained(self.path):
            self._connection.executemany(statement, (tuple(row) for row in rows))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; one inside another is part of the outer one."""
        with _explained(self.path):
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self._connection.execute("COMMIT")
            except BaseException:
                if self._depth == 1 and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is one committed state, whatever others commit meanwhile."""
        with _explained(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")


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
            raise UnusableError(
                f"The index in {where}: it is damaged. Make it anew with: clippings reembed --full"
            ) from error
        else:
            advice = f"the database failed ({error}). Check the disk and run the same command again."
        raise SetupError(f"The index in {where}: {advice}") from error
