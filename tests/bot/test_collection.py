"""Changing the files of a collection; what re-embedding does is tested in retrieval/ and through the commands."""

from pathlib import Path

import pytest

from bot.collection import add_files, remove_files, unknown_article
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def written(path: Path, text: str = "Words.") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def test_files_and_folders_are_copied_in(settings: Settings, tmp_path: Path) -> None:
    sources = [written(tmp_path / "one.txt"), str(tmp_path / "more")]
    written(tmp_path / "more" / "two.md")
    written(tmp_path / "more" / "deep" / "three.txt")
    written(tmp_path / "more" / "photo.jpg")
    outcome = add_files(settings, sources)
    assert outcome.done == ("Added one.", "Added three.", "Added two.")
    assert outcome.problems == ()
    assert sorted(path.name for path in settings.corpus.iterdir()) == ["one.txt", "three.txt", "two.md"]


def test_what_is_there_is_never_overwritten(settings: Settings, tmp_path: Path) -> None:
    kept = Path(written(settings.corpus / "one.md", "Kept."))
    same = written(tmp_path / "one.md", "Kept.")
    other = written(tmp_path / "other" / "one.txt", "Another article.")
    outcome = add_files(settings, [same, other])
    assert outcome.done == ()
    assert outcome.problems == (
        f"{same}: is in the collection already.",
        f"{other}: has the id of another article, {kept}. Rename it.",
    )
    assert kept.read_text() == "Kept."


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.pdf", "Words.", "only .md and .txt"),
        ("empty.txt", "", "is empty"),
        (".hidden.txt", "Words.", "hidden files are left out"),
    ],
)
def test_what_cannot_be_added_is_named_and_the_rest_is_added(
    settings: Settings, tmp_path: Path, name: str, text: str, why: str
) -> None:
    bad, good = written(tmp_path / name, text), written(tmp_path / "good.txt")
    outcome = add_files(settings, [bad, good])
    assert outcome.done == ("Added good.",)
    (problem,) = outcome.problems
    assert bad in problem
    assert why in problem


def test_removed_files_are_kept_also_when_one_of_that_name_was_removed_before(settings: Settings) -> None:
    for text in ("First.", "Second."):
        written(settings.corpus / "news" / "one.txt", text)
        assert remove_files(settings, ["news/one", "news/one"]).problems == ()
    attic = settings.index / "removed" / "news"
    assert {path.name: path.read_text() for path in attic.iterdir()} == {"one.txt": "First.", "one-2.txt": "Second."}
    assert not (settings.corpus / "news" / "one.txt").exists()


def test_an_id_is_looked_up_never_followed(settings: Settings, tmp_path: Path) -> None:
    secret = Path(written(tmp_path / "secret.txt"))
    written(settings.corpus / "one.txt")
    outcome = remove_files(settings, ["../secret", str(secret.with_suffix(""))])
    assert outcome.done == ()
    assert len(outcome.problems) == 2
    assert secret.exists()


def test_an_unknown_id_is_told_with_the_likely_one() -> None:
    assert unknown_article("flod", ["flood", "chess"]) == "There is no article flod. Did you mean flood?"
    assert unknown_article("xyz", ["flood"]) == "There is no article xyz. See their ids with: clippings articles"
