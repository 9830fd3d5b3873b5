"""Which of "he" and "she" a first name usually goes with: "she", of "Judge Harriet Cole".

The shares are those of the nomquamgender library (Van Buskirk, Clauset and Larremore, An Open-Source Cultural
Consensus Approach to Name-Based Gender Classification, 2023), which has them from the sources of many countries.
Leaves out what an article itself calls somebody (agreement.py).
"""

import functools
import json
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from retrieval.inflection import is_word

_COUNTED = 10  # people at least of a first name, as the library has it for those that it holds well
_COUNTED_OF_WORD = 10_000  # of one that is a word as well: "Mark" is a first name, "Judge" and "Port" are none
_UNSURE = 0.1  # share of the others at most: the library's own


@functools.cache
def pronoun_of_first_name(name: str) -> str:
    """He or she, of a full name; "" where that is not known or goes with both.

    Of several first names, or a title before them, that one tells which most people have.
    """
    words = [_plain(word) for word in name.split()[:-1]]
    known = [(counted, share) for word in words for counted, share in [_known().get(word, (0, 0.5))]]
    counted = [
        one
        for word, one in zip(words, known, strict=True)
        if one[0] >= (_COUNTED_OF_WORD if is_word(word) else _COUNTED)
    ]
    _, share = max(counted, default=(0, 0.5))
    return "he" if share <= _UNSURE else "she" if share >= 1 - _UNSURE else ""


def _plain(word: str) -> str:
    """In small letters, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


@functools.cache
def _known() -> dict[str, tuple[int, float]]:
    """First name in small letters without accents -> how many people, share of women.

    The library's file is read without the library, which would load pandas.
    """
    spec = find_spec("nomquamgender")
    origin = spec.origin if spec else None
    assert origin  # noqa: S101 # it is among the dependencies
    data = json.loads(Path(origin).with_name("name_data.json").read_text(encoding="utf-8"))
    return {name: (counted, share) for name, (_, counted, share, _) in data.items() if counted >= _COUNTED}
