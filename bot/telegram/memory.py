"""What the bot keeps between restarts, in one SQLite file: received updates, last questions, sent answers. Beside it
stands which answers were on their way.

Of a person nothing is kept but the questions: no name, no message that was not for the bot once it was dealt with.
"""

import mmap
import sqlite3
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.conversation import REMEMBERED, TURNS
from bot.followups import Turn
from retrieval.errors import SetupError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS updates (id INTEGER PRIMARY KEY, at REAL NOT NULL, body TEXT, done INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS said (
    number INTEGER PRIMARY KEY, chat INTEGER NOT NULL, thread INTEGER NOT NULL, at REAL NOT NULL,
    message TEXT NOT NULL, asked TEXT NOT NULL, answered TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS said_of ON said (chat, thread, number);
CREATE TABLE IF NOT EXISTS sent (
    chat INTEGER NOT NULL, message INTEGER NOT NULL, thread INTEGER NOT NULL, at REAL NOT NULL,
    question INTEGER NOT NULL, asked TEXT NOT NULL, read_as TEXT NOT NULL, PRIMARY KEY (chat, message)
);
CREATE INDEX IF NOT EXISTS sent_to ON sent (chat, question);
CREATE TABLE IF NOT EXISTS refused (chat INTEGER PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS counted (what TEXT PRIMARY KEY, number INTEGER NOT NULL);
"""
DAY = 86_400
_ANSWER_WORDS = 300  # characters
_PLACES, _NUMBER = 64, struct.Struct("<q")  # of updates whose answers are leaving: four times what is done at once


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer that was sent: what it answered, and where it stands."""

    message: int
    thread: int
    asked: str  # self-contained
    read_as: str


class Memory:
    """The file. Used from one thread."""

    def __init__(self, file: Path) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(file, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA secure_delete = ON")
            self._db.execute("PRAGMA synchronous = NORMAL")  # outlives a killed process; for more see `receive`
            self._db.executescript(_SCHEMA)
            self._leaving = _mapped(file.with_suffix(".leaving"))
        except (OSError, sqlite3.Error) as error:
            raise SetupError(
                f"The bot's memory {file} cannot be opened ({error}). Check the folder and disk."
            ) from error

    def close(self) -> None:
        """Leave the file whole."""
        self._db.close()
        self._leaving.close()

    # -- received updates ---------------------------------------------------------------------------------------

    def receive(self, update: int, body: str) -> bool:
        """Keep an update before Telegram is told that it arrived. False when it is known already.

        It is on the disk then, also if the power fails: nobody sends it again. What else is kept may be lost with the
        power, and an answer be given twice; waiting for the disk when one leaves would lose it more often.
        """
        self._db.execute("PRAGMA synchronous = FULL")
        done = self._db.execute(
            "INSERT OR IGNORE INTO updates VALUES (?, ?, ?, 0)", (update, time.time(), body)
        ).rowcount
        self._db.execute("PRAGMA synchronous = NORMAL")
        return bool(done)

    def leave(self, update: int) -> None:
        """Its answer is about to be written to the network: from now on it counts as dealt with after a crash.

        Written to memory that outlives the process. The database would wait for other threads before it returned, and
        a bot killed meanwhile have lost the answer.
        """
        numbers = self._numbers_leaving()
        if update in numbers:
            return
        if 0 in numbers:
            _NUMBER.pack_into(self._leaving, numbers.index(0) * _NUMBER.size, update)
        else:
            self.finish(update)

    def finish(self, update: int) -> None:
        """It was dealt with: only its number is kept."""
        self._db.execute("UPDATE updates SET done = 1, body = NULL WHERE id = ?", (update,))
        for place, number in enumerate(self._numbers_leaving()):
            if number == update:
                _NUMBER.pack_into(self._leaving, place * _NUMBER.size, 0)

    def unfinished(self) -> list[str]:
        """Updates that were received and not dealt with, oldest first. Those that were leaving are dealt with now."""
        for number in filter(None, self._numbers_leaving()):
            self.finish(number)
        return [body for (body,) in self._db.execute("SELECT body FROM updates WHERE NOT done ORDER BY id")]

    def _numbers_leaving(self) -> list[int]:
        """Of each place the update, 0 where it is free."""
        return [number for (number,) in _NUMBER.iter_unpack(self._leaving)]

    # -- conversations ------------------------------------------------------------------------------------------

    def conversation(self, chat: int, thread: int) -> tuple[list[str], list[Turn]]:
        """The last messages and the last turns, oldest first."""
        rows = self._db.execute(
            "SELECT message, asked, answered FROM said WHERE chat = ? AND thread = ? ORDER BY number DESC LIMIT ?",
            (chat, thread, REMEMBERED),
        ).fetchall()
        turns = [Turn(asked, tuple(said.splitlines())) for _, asked, said in reversed(rows[:TURNS])]
        return [message for message, _, _ in reversed(rows)], turns

    def say(self, chat: int, thread: int, message: str, turn: Turn) -> None:
        """Remember a question and its answers' words, a line each."""
        said = "\n".join(" ".join(words.split())[:_ANSWER_WORDS] for words in turn.said)
        with self._transaction():
            self._db.execute(
                "INSERT INTO said (chat, thread, at, message, asked, answered) VALUES (?, ?, ?, ?, ?, ?)",
                (chat, thread, time.time(), message, turn.asked, said),
            )
            self._db.execute(
                "DELETE FROM said WHERE chat = ?1 AND thread = ?2 AND number NOT IN "
                "(SELECT number FROM said WHERE chat = ?1 AND thread = ?2 ORDER BY number DESC LIMIT ?3)",
                (chat, thread, REMEMBERED),
            )

    def send(self, chat: int, question: int, sent: Sequence[Sent]) -> None:
        """Remember which messages answered a question."""
        with self._transaction():
            self._db.execute("DELETE FROM sent WHERE chat = ? AND question = ?", (chat, question))
            self._db.executemany(
                "INSERT OR REPLACE INTO sent VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(chat, one.message, one.thread, time.time(), question, one.asked, one.read_as) for one in sent],
            )

    def sent(self, chat: int, message: int) -> Sent | None:
        """What a message of the bot answered."""
        return self._sent("chat = ? AND message = ?", chat, message)

    def answer_to(self, chat: int, question: int) -> Sent | None:
        """The first message that answered a question."""
        return self._sent("chat = ? AND question = ?", chat, question)

    def last_answer(self, chat: int, thread: int) -> Sent | None:
        """The newest answer of a conversation."""
        return self._sent("chat = ? AND thread = ?", chat, thread, order="message DESC")

    def _sent(self, where: str, *values: int, order: str = "message") -> Sent | None:
        row = self._db.execute(
            f"SELECT message, thread, asked, read_as FROM sent WHERE {where} ORDER BY {order} LIMIT 1",  # noqa: S608
            values,
        ).fetchone()
        return Sent(*row) if row else None

    def clear(self, chat: int, thread: int | None = None) -> None:
        """Forget a conversation; without a thread, the whole chat."""
        with self._transaction():
            for table in ("said", "sent"):
                self._db.execute(
                    f"DELETE FROM {table} WHERE chat = ?1 AND (?2 IS NULL OR thread = ?2)",  # noqa: S608
                    (chat, thread),
                )

    # -- the rest -----------------------------------------------------------------------------------------------

    def may_refuse(self, chat: int, every: float = 3600) -> bool:
        """Whether a refusal is due: one an hour to a chat."""
        now = time.time()
        row = self._db.execute("SELECT at FROM refused WHERE chat = ?", (chat,)).fetchone()
        if row and now - row[0] < every:
            return False
        self._db.execute("INSERT OR REPLACE INTO refused VALUES (?, ?)", (chat, now))
        return True

    def count(self, what: str) -> None:
        """One more of something."""
        self._db.execute(
            "INSERT INTO counted VALUES (?, 1) ON CONFLICT (what) DO UPDATE SET number = number + 1", (what,)
        )

    def counts(self) -> dict[str, int]:
        """chats, answers, and what was counted."""
        ((chats, answers),) = self._db.execute("SELECT count(DISTINCT chat), count(*) FROM sent").fetchall()
        return {"chats": chats, "answers": answers, **dict(self._db.execute("SELECT what, number FROM counted"))}

    def forget_older_than(self, days: float) -> None:
        """The retention setting; numbers of finished updates are kept for a day."""
        before = time.time() - days * DAY
        with self._transaction():
            for table in ("said", "sent", "refused"):
                self._db.execute(f"DELETE FROM {table} WHERE at < ?", (before,))  # noqa: S608
            self._db.execute("DELETE FROM updates WHERE done AND at < ?", (time.time() - DAY,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _mapped(file: Path) -> mmap.mmap:
    """A small file as memory: what is written to it outlives a killed process."""
    size = _PLACES * _NUMBER.size
    with file.open("ab") as opened:
        opened.truncate(size)
    with file.open("r+b") as opened:
        return mmap.mmap(opened.fileno(), size)
