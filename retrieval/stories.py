"""Whether two articles are of one story: told by the names that they share."""

import re
from collections.abc import Callable

from corpus.article import Article
from retrieval.naming import DAYS_AND_MONTHS
from retrieval.store import Store

# A word with a capital that does not begin its sentence.
_NAMED = re.compile(r"(?<=[\w,] )[^\W\d_a-z][\w-]+")
_WORD = re.compile(r"[\w-]+")
# Of the sample articles and the made-up news, pairs of one story share .44 to .67 of the names of the one that has
# fewer, all others .22 at most.
_SHARED = 1 / 3


def one_story(store: Store) -> Callable[[str, str], bool]:
    """The same of articles of a store, by their ids."""

    def are_one(one: str, other: str) -> bool:
        if one == other:
            return True
        first, second = store.article(one), store.article(other)
        return bool(first and second and are_one_story(first, second))

    return are_one


def are_one_story(one: Article, other: Article) -> bool:
    """Whether they are: so are two of which one has no name, as nothing tells them apart."""
    names, others = _names(one.text), _names(other.text)
    return len(names & others) >= _SHARED * min(len(names), len(others))


def _names(text: str) -> set[str]:
    """The words of names: without days and months, and what stands without its capital as well."""
    small = {word for word in _WORD.findall(text) if word.islower()}
    return {word for word in _NAMED.findall(text) if word not in DAYS_AND_MONTHS and word.lower() not in small}
