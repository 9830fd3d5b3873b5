"""Which of "he" and "she" a first name usually goes with: "she", of "Judge Harriet Cole".

The shares are those of the nomquamgender library (Van Buskirk, Clauset and Larremore, An Open-Source Cultural
Consensus Approach to Name-Based Gender Classification, 2023), which has them from the sources of many countries.
Leaves out what an article itself calls somebody (agreement.py).
"""

import functools
import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from retrieval.countries import other_names
from retrieval.inflection import is_word

_COUNTED = 10  # people at least of a first name, as the library has it for those that it holds well
_COUNTED_OF_MANY = 10_000  # of one that may be none: "Mark" is a word as well, as "Judge", "Lotte" no last name
_ENTRY = re.compile(rb'"[^"]*": \[\d+, (?P<counted>\d+), (?P<share>[\d.]+)')
_LONGEST = 6  # words of a name and its title: a stranger's question may have hundreds with a capital
_UNSURE = 0.1  # share of the others at most: the library's own


@functools.lru_cache(maxsize=4096)
def pronoun_of_first_name(name: str) -> str:
    """He or she, of a full name, or of a first name alone that many people have and no country; "" where that is not
    known or goes with both.

    Of several first names, or a title before them, that one tells which most people have.
    """
    *first, last = name.split()[-_LONGEST:] or [""]
    words = [_plain(word) for word in first or ([] if other_names(last) else [last])]
    known = [(_known(word), _COUNTED if first and not is_word(word) else _COUNTED_OF_MANY) for word in words]
    _, share = max(((counted, share) for (counted, share), least in known if counted >= least), default=(0, 0.5))
    return "he" if share <= _UNSURE else "she" if share >= 1 - _UNSURE else ""


def _plain(word: str) -> str:
    """In small letters, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def _known(word: str) -> tuple[int, float]:
    """How many people a first name in small letters without accents was counted for, and the share of women."""
    text = _data()
    at = text.find(f'"{word}": ['.encode()) if word else -1
    found = _ENTRY.match(text, at) if at >= 0 else None
    return (int(found["counted"]), float(found["share"])) if found else (0, 0.5)


@functools.cache
def _data() -> bytes:
    """The library's names as JSON, each with how many sources have it, how many people, the share of women and more.

    They are read without the library, which would load pandas, and searched as they stand: as a dictionary 700,000
    names take a second and 200 MB.
    """
    spec = find_spec("nomquamgender")
    origin = spec.origin if spec else None
    assert origin  # noqa: S101 # it is among the dependencies
    return Path(origin).with_name("name_data.json").read_bytes()
