from pathlib import Path

import pytest

from bot.settings import read_settings
from retrieval.errors import SetupError


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CORPUS", "INDEX", "ENCODER"):
        monkeypatch.delenv(f"CLIPPINGS_{name}", raising=False)


def test_defaults() -> None:
    settings = read_settings()
    assert (settings.corpus, settings.index) == (Path("corpus/articles"), Path(".clippings"))
    assert settings.encoder == "default"


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("CLIPPINGS_CORPUS=from-file\nCLIPPINGS_INDEX=~/index\nCLIPPINGS_FUTURE=1\n")
    monkeypatch.setenv("CLIPPINGS_CORPUS", "from-environment")
    settings = read_settings()
    assert settings.corpus == Path("from-environment")
    assert settings.index == Path.home() / "index"


@pytest.mark.parametrize("name", ["", "all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2", "default"])
def test_the_published_name_means_the_packaged_model(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("CLIPPINGS_ENCODER", name)
    assert read_settings().encoder == "default"


def test_a_file_that_is_no_text_is_told() -> None:
    Path(".env").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(SetupError, match=r"\.env"):
        read_settings()


def test_another_database_is_told_not_to_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIPPINGS_STORE", "postgresql://somewhere")
    with pytest.raises(SetupError, match="only the embedded database"):
        read_settings()


def test_the_example_names_every_setting() -> None:
    from bot.settings import Settings

    example = (Path(__file__).parents[2] / ".env.example").read_text("utf-8")
    for name in Settings.model_fields:
        assert f"CLIPPINGS_{name.upper()}=" in example
