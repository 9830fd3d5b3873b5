"""kill -9 at 50 random moments: nothing that was committed is lost or embedded again, and the next run ends with
what an undisturbed one ends with.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrieval.database import FILE_NAME

MOMENTS = 50
KINDS = ["from nothing", "after changes", "to another encoder"]


def command(corpus: Path, index: Path, identity: str, log: Path) -> list[str]:
    return [sys.executable, "-m", "tests.retrieval.crash_worker", str(corpus), str(index), identity, str(log)]


def write_corpus(folder: Path, version: int) -> None:
    """Twelve articles; the second version changes, renames, removes and adds some."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for number in range(12):
        name = f"a{number}" if version == 1 or number % 4 else f"b{number}"
        words = f"{number} again" if version == 2 and number % 3 == 1 else f"{number}"
        text = " ".join(f"Person {words} thanked person {i} of town {number}." for i in range(6 + number % 4))
        if not (version == 2 and number == 5):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def contents(index: Path) -> dict[str, list[object]]:
    """All that the database says, without the numbers that it gave."""
    with sqlite3.connect(index / FILE_NAME) as db:
        queries = {
            "articles": "SELECT id, title, text, recipe, hash FROM articles ORDER BY id",
            "sentences": 'SELECT a.id, s.position, s.start, s."end", s.text, s.hash FROM sentences s '
            "JOIN articles a ON a.number = s.article ORDER BY a.id, s.position",
            "passages": 'SELECT a.id, p.first, p.last, p.start, p."end", p.text, p.heading, p.hash FROM passages p '
            "JOIN articles a ON a.number = p.article ORDER BY a.id, p.first",
            "vectors": "SELECT encoder, hash, vector FROM vectors ORDER BY encoder, hash",
            "encoder": "SELECT value FROM meta WHERE key = 'encoder'",
        }
        found: dict[str, list[object]] = {name: db.execute(query).fetchall() for name, query in queries.items()}
        for table in ("sentences_words", "passages_words"):  # raises when words and texts disagree
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    db.close()
    return found


def committed(index: Path, identity: str) -> set[str]:
    if not (index / FILE_NAME).exists():
        return set()
    with sqlite3.connect(index / FILE_NAME) as db:
        try:
            rows = db.execute("SELECT hex(hash) FROM vectors WHERE encoder = ?", (identity,)).fetchall()
        except sqlite3.OperationalError:
            rows = []  # killed before the tables were made
    db.close()
    return {row[0].lower() for row in rows}


class Trial:
    """One way of re-embedding: what stands before it, and what an undisturbed run ends with."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.folder = folder / kind.replace(" ", "-")
        self.folder.mkdir()
        self.corpus = self.folder / "corpus"
        self.identity = "words@2" if kind == KINDS[2] else "words@1"
        self.from_nothing = kind == KINDS[0]
        index = self.prepared("undisturbed")
        started = time.monotonic()
        self.expected = contents(self.run(index, "undisturbed"))
        self.seconds = time.monotonic() - started

    def prepared(self, name: str) -> Path:
        """A new index in the state before the run that is to be killed."""
        index = self.folder / name
        write_corpus(self.corpus, 1)
        if not self.from_nothing:
            log = self.folder / "before.log"
            subprocess.run(command(self.corpus, index, "words@1", log), check=True)
            write_corpus(self.corpus, 2)
        return index

    def run(self, index: Path, name: str) -> Path:
        subprocess.run(command(self.corpus, index, self.identity, self.folder / f"{name}.log"), check=True)
        return index

    def killed_after(self, index: Path, name: str, seconds: float) -> bool:
        """Start a run and kill it; whether it was still alive then."""
        process = subprocess.Popen(command(self.corpus, index, self.identity, self.folder / f"{name}.log"))
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[Trial]:
    folder = tmp_path_factory.mktemp("crash")
    return [Trial(kind, folder) for kind in KINDS]


def test_killed_at_random_moments(trials: list[Trial]) -> None:
    chance = random.Random(20)  # noqa: S311
    killed = interrupted = moment = 0
    # On a busy machine more of them strike a run that has not begun to work, or has ended.
    while moment < MOMENTS or (interrupted < MOMENTS // 5 and moment < 2 * MOMENTS):
        trial = trials[moment % len(trials)]
        name = f"moment-{moment}"
        index = trial.prepared(name)
        before = committed(index, trial.identity)
        # Later moments are likelier: a run first loads what it needs.
        alive = trial.killed_after(index, name, chance.triangular(0.1, trial.seconds, trial.seconds))
        kept = committed(index, trial.identity)
        killed += alive
        interrupted += alive and before < kept
        # A busy machine takes longer at one time than at another: kills move to where there is work to interrupt.
        if not alive or before == kept:
            trial.seconds *= 0.9 if not alive else 1.1
        trial.run(index, f"{name}-again")
        assert contents(index) == trial.expected, name
        log = trial.folder / f"{name}-again.log"
        again = set(log.read_text().split()) if log.exists() else set()
        assert again.isdisjoint(kept), f"{name}: what was committed was embedded again"
        moment += 1
    assert killed >= MOMENTS // 3, "the kills must strike runs at work"
    assert interrupted >= MOMENTS // 5, "and many of them between commits"
