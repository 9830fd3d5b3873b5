"""Libraries loaded without others that they would take along wherever those are installed.

lemminflect imports spaCy to add two methods to it, and spaCy's thinc imports torch: seconds at each start, for
nothing that is used here.
"""

import functools
import importlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType


@contextmanager
def without(package: str) -> Iterator[None]:
    """Meanwhile nothing that this thread imports finds a package that is not loaded yet; other threads find it."""
    hidden = _Hidden(package, threading.get_ident())
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        sys.meta_path.remove(hidden)


@functools.cache
def lemminflect() -> ModuleType:
    """The library of English forms."""
    with without("spacy"):
        return importlib.import_module("lemminflect")


@dataclass(frozen=True, slots=True)
class _Hidden:
    name: str
    thread: int

    def find_spec(self, name: str, *_: object) -> None:
        """ModuleNotFoundError for the package in that thread."""
        if name == self.name and threading.get_ident() == self.thread:
            raise ModuleNotFoundError(f"{name} is not needed here", name=name)
