"""A country by its other names: "the US" is the "United States", and in news its capital is thanked for it.

The names are those of the countryinfo library, of parties only: who is said to be in the US is not in Washington.
Leaves out whose country a demonym is of ("the Americans").
"""

import functools

from retrieval.naming import are_one, name_words

_ABBREVIATED = 3  # letters at most: "US", but not "us"


def may_be_one(name: str, other: str) -> bool:
    """Whether two names of parties may be one's, also as a country and its capital, in this order."""
    words = name_words(other)
    return are_one(name_words(name), words) or any(name_words(one) == words for one in other_names(name))


def other_names(name: str) -> list[str]:
    """Of a country its other names and its capital; none of anything else."""
    words = name.split()
    bare = " ".join(words[1:] if words[:1] and words[0].lower() == "the" else words)
    if not bare[:1].isupper() or (len(bare) <= _ABBREVIATED and not bare.isupper()):
        return []
    of_country = _countries().get(bare.casefold()) or _countries().get(name.casefold(), ())
    return [other for other in of_country if other not in (name, bare)]


def is_demonym(word: str) -> bool:
    """Whether people of a country are called so: "Norwegian", "Norwegians"."""
    return bool(word) and (word in _demonyms() or word.removesuffix("s") in _demonyms())


@functools.cache
def _demonyms() -> frozenset[str]:
    from countryinfo import all_countries

    return frozenset(one.demonym() or "" for one in all_countries()) - {""}


@functools.cache
def _countries() -> dict[str, tuple[str, ...]]:
    """The names of each country, by each but its capital in small letters.

    Read at once: asked for one name the library takes whatever is like it, Niger for "Nigel".
    """
    from countryinfo import all_countries

    found: dict[str, tuple[str, ...]] = {}
    for country in all_countries():
        codes = [str(code) for code in country.iso().values()]
        named = [country.name(), *country.alt_spellings(), country.native_name() or "", *codes]
        names = [name for name in named if name]
        capital: str | list[str] = country.capital() or []
        capitals = [capital] if isinstance(capital, str) else capital  # the Vatican's is a list
        every = tuple(dict.fromkeys([*names, *(one.removesuffix(" D.C.") for one in capitals)]))
        for name in names:
            found.setdefault(name.casefold(), every)
    return found
