"""Settings from the environment and .env, read once at the entry point and passed down."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from retrieval.encoder import DEFAULT
from retrieval.errors import SetupError

Numbers = Annotated[tuple[int, ...], NoDecode]
_SAME_AS_DEFAULT = {"", "all-minilm-l6-v2", "sentence-transformers/all-minilm-l6-v2"}


class Settings(BaseSettings):
    """Each can be set as CLIPPINGS_ and its name in capitals; .env.example explains them."""

    model_config = SettingsConfigDict(
        env_prefix="CLIPPINGS_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    corpus: Path = Path("corpus/articles")
    index: Path = Path(".clippings")
    encoder: str = DEFAULT
    store: str = ""
    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    telegram_allowed_chats: Numbers = ()
    telegram_admins: Numbers = ()
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr = SecretStr("")
    telegram_listen: str = "127.0.0.1:8080"
    telegram_retention_days: int = Field(default=30, ge=1)
    telegram_questions_a_minute: int = Field(default=20, ge=1)

    @field_validator("telegram_allowed_chats", "telegram_admins", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        """Ids as people write them in a line: 123, -100456."""
        return tuple(part for part in re.split(r"[\s,;]+", value) if part) if isinstance(value, str) else value

    @field_validator("corpus", "index")
    @classmethod
    def _home(cls, path: Path) -> Path:
        return path.expanduser()

    @field_validator("encoder")
    @classmethod
    def _packaged(cls, name: str) -> str:
        """The published model by its own name is the one that comes with Clippings: no hub is asked."""
        return DEFAULT if name.strip().lower() in _SAME_AS_DEFAULT else name.strip()

    @field_validator("store")
    @classmethod
    def _embedded(cls, address: str) -> str:
        if address.strip():
            raise ValueError("CLIPPINGS_STORE: only the embedded database is there so far; leave it empty")
        return ""


def read_settings() -> Settings:
    """The settings; SetupError when .env or the environment holds something that is none."""
    try:
        return Settings()
    except (ValidationError, UnicodeDecodeError, RuntimeError) as error:
        why = (
            error.errors()[0]["msg"].removeprefix("Value error, ")
            if isinstance(error, ValidationError)
            else str(error)
        )
        raise SetupError(f"The settings cannot be read ({why}). Check .env and the CLIPPINGS_ variables.") from error
