"""A country by its other names: "the US" is the "United States", and in news its capital is thanked for it.

The names are those of the countryinfo library, of parties only: who is said to be in the US is not in Washington.
Leaves out demonyms ("the Americans").
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
    return list(_of_country(bare))


@functools.lru_cache(maxsize=4096)
def _of_country(bare: str) -> tuple[str, ...]:
    from countryinfo import CountryInfo
    from countryinfo.exceptions import CountryNotFoundError

    try:
        country = CountryInfo(bare)
    except CountryNotFoundError:
        return ()
    found = [country.name(), *country.alt_spellings(), (country.capital() or "").removesuffix(" D.C.")]
    return tuple(one for one in dict.fromkeys(found) if one and one != bare)
