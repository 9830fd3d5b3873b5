"""The collection behind the commands: opening it to answer from, and the three ways to change it.

Leaves out printing: progress and news go to callbacks.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from corpus.article import Article
from corpus.files import MAX_BYTES, SUFFIXES, Problem, article_files, article_id, read_file, read_folder
from corpus.web import PageError, save_page
from retrieval.database import FILE_NAME
from retrieval.errors import InputError, SetupError
from retrieval.store import Store

if TYPE_CHECKING:
    from retrieval.answer import Answerer
    from retrieval.encoder import Encoder, SentenceTransformerEncoder
    from retrieval.index import Report

CACHE = "cache"
EXPORTED = "encoder"
REMOVED = "removed"


class Progress:
    """What a long re-embedding tells; this one tells nobody."""

    def start(self, articles: int) -> None:
        """So many articles will be looked at."""

    def advance(self, articles: int, texts: int) -> None:
        """So many more were looked at, so many more texts embedded."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change to the collection's files did, in lines for people."""

    done: tuple[str, ...]
    problems: tuple[str, ...]


def reembed(settings: Settings, progress: Progress, *, full: bool = False, may_empty: bool = False) -> "Report":
    """Bring the index in line with the corpus folder. SetupError when that cannot be done at all.

    A folder without any article is more often a wrong path or an absent disk than a wish: it empties the index only
    when it `may_empty` it, or with `full`.
    """
    from retrieval import encoder as encoders
    from retrieval.index import exclusive, update

    folder = settings.corpus
    if not folder.is_dir():
        raise SetupError(f"There is no folder {folder}. Make it, or set CLIPPINGS_CORPUS to where the articles are.")
    with exclusive(settings.index):
        store = Store.create(settings.index, replace_unusable=full)
        try:
            files = article_files(folder)
            if not files and store.counts()[0] and not (full or may_empty):
                raise SetupError(
                    f"The folder {folder} holds no articles, so the index is left as it was. Check CLIPPINGS_CORPUS; "
                    "to empty the index all the same: clippings reembed --full"
                )
            encoder = encoders.load(settings.encoder)
            progress.start(len(files))
            report = update(store, encoder, lambda: read_folder(folder), full=full, on_progress=progress.advance)
            with store.transaction():
                store.set_meta("corpus", str(folder.resolve()))
            _write_caches(settings, store, encoder)
            return report
        finally:
            store.close()


def _write_caches(settings: Settings, store: Store, encoder: "SentenceTransformerEncoder") -> None:
    """What makes the next start quick. One that cannot be written is no harm: it does without."""
    from retrieval.exported import export
    from retrieval.search import Searcher

    for folder, write in (
        (CACHE, Searcher(store, lambda *_: encoder, settings.index / CACHE).save_cache),
        (EXPORTED, lambda: export(encoder, settings.index / EXPORTED)),
    ):
        try:
            write()
        except (OSError, RuntimeError):
            shutil.rmtree(settings.index / folder, ignore_errors=True)


def needs_reembedding(settings: Settings) -> bool:
    """Whether there is no finished index, or it was made from another folder than the one that is set."""
    if not (settings.index / FILE_NAME).exists():
        return True
    store = Store.open(settings.index)
    try:
        made_from = store.meta("corpus")
        if store.meta("encoder") is None or made_from is None:
            return True
        asked_for = "corpus" in settings.model_fields_set and settings.corpus.is_dir()
        return asked_for and made_from != str(settings.corpus.resolve())
    finally:
        store.close()


def open_answerer(settings: Settings) -> "Answerer":
    """What answers from the index, its models not loaded yet."""
    from retrieval.answer import Answerer
    from retrieval.search import Searcher

    store = Store.open(settings.index)
    return Answerer(Searcher(store, lambda *made_by: _question_encoder(settings, *made_by), settings.index / CACHE))


def text_encoder(settings: Settings) -> "Encoder":
    """The encoder that is set, for texts that are in no index; without torch where it was exported."""
    from retrieval import encoder as encoders

    return _question_encoder(settings, settings.encoder, encoders.identity(settings.encoder))


def _question_encoder(settings: Settings, source: str, identity: str) -> "Encoder":
    """The encoder with that identity, without torch where it was exported."""
    from retrieval import encoder as encoders
    from retrieval.exported import load_exported

    return load_exported(settings.index / EXPORTED, identity) or encoders.load(source)


def text_answerer(article: Article, encoder: "Encoder") -> "Answerer":
    """What answers from one text, without any index."""
    from retrieval.answer import Answerer
    from retrieval.index import one_text
    from retrieval.search import Searcher

    return Answerer(Searcher(one_text(article, encoder), lambda *_: encoder))


def read_text(path: Path) -> Article:
    """One file as an Article, whatever its ending. InputError when it is none."""
    found = read_file(path)
    if isinstance(found, Problem):
        raise InputError(f"{found}")
    return found


def add_files(settings: Settings, sources: Sequence[str]) -> Outcome:
    """Copy files, all the articles in folders, or web pages' articles into the corpus folder.

    What is no article is refused by name.
    """
    folder = settings.corpus
    done: list[str] = []
    problems: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = _files_by_id(folder)
        with tempfile.TemporaryDirectory() as scratch:
            for source in _expanded(sources, Path(scratch), problems):
                problem = _add(source, folder, taken)
                if problem:
                    problems.append(problem)
                else:
                    done.append(f"Added {article_id(folder / source.name, folder)}.")
    except OSError as error:
        raise SetupError(
            f"The folder {folder} cannot be written ({error.strerror}). Check its permissions and the disk."
        ) from error
    return Outcome(tuple(done), tuple(problems))


def remove_files(settings: Settings, names: Iterable[str]) -> Outcome:
    """Move articles' files out of the corpus folder into the index's `removed` folder: nothing is lost."""
    folder, attic = settings.corpus, settings.index / REMOVED
    files = _files_by_id(folder)
    done: list[str] = []
    problems: list[str] = []
    for name in dict.fromkeys(names):
        path = files.get(name)
        if path is None:
            problems.append(unknown_article(name, files))
            continue
        try:
            target = _free(attic / path.relative_to(folder))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, target)
        except OSError as error:
            problems.append(f"{path} cannot be moved ({error.strerror}). Check its permissions and the disk.")
        else:
            done.append(f"Removed {name}; its file is kept as {target}.")
    return Outcome(tuple(done), tuple(problems))


def unknown_article(name: str, known: Iterable[str]) -> str:
    """One line for an id that is none, with the one that was probably meant."""
    import difflib

    close = difflib.get_close_matches(name, list(known), n=1)
    return f"There is no article {name}. " + (
        f"Did you mean {close[0]}?" if close else "See their ids with: clippings articles"
    )


def _files_by_id(folder: Path) -> dict[str, Path]:
    return {article_id(path, folder): path for path in article_files(folder)} if folder.is_dir() else {}


def _expanded(sources: Sequence[str], scratch: Path, problems: list[str]) -> Iterator[Path]:
    """The files that are meant; articles of web pages are put into the scratch folder."""
    for source in sources:
        path = Path(source).expanduser()
        if source.lower().startswith(("http://", "https://")):
            try:
                yield save_page(source, scratch)
            except PageError as error:
                problems.append(f"{source}: {error}")
        elif path.is_dir():
            yield from article_files(path)
        else:
            yield path


def _add(source: Path, folder: Path, taken: dict[str, Path]) -> str | None:
    """Copy one file in; a line for people when it is not to be."""
    if source.is_file() and source.suffix.lower() not in SUFFIXES:
        return f"{source}: only .md and .txt files can be added so far. Save it as one of these."
    found = read_file(source)
    if isinstance(found, Problem):
        return str(found)
    if source.name.startswith("."):
        return f"{source}: hidden files are left out of the collection. Rename it."
    target = folder / source.name
    name = article_id(target, folder)
    if name in taken:
        same = taken[name].stat().st_size <= MAX_BYTES and taken[name].read_bytes() == source.read_bytes()
        why = "is in the collection already" if same else f"has the id of another article, {taken[name]}. Rename it"
        return f"{source}: {why}."
    unfinished = target.with_name(f".{target.name}.unfinished")
    shutil.copyfile(source, unfinished)
    unfinished.replace(target)
    taken[name] = target
    return None


def _free(path: Path) -> Path:
    """The path, or with a number behind its name when it is taken."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate
