"""Many readings -> different answers: the same words, or a name and its longer form, are one. Leaves out citing."""

import re
from collections.abc import Sequence

from retrieval.reader import without_overlaps
from retrieval.store import Store
from retrieval.types import Reading

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(["a", "an", "the"])


def merged(readings: Sequence[Reading], store: Store) -> list[Reading]:
    """The most confident of each group that says the same thing, most confident first."""
    kept: list[tuple[Reading, frozenset[str], bool]] = []
    for reading in without_overlaps(sorted(readings, key=lambda one: -one.confidence)):
        article = store.article(reading.article)
        if article is None:
            continue
        text = reading.words.of(article.text)
        words = frozenset(_WORD.findall(text.casefold())) - _ARTICLES
        name = is_name(text)
        if not any(words == other or (name and named and _one_in_other(words, other)) for _, other, named in kept):
            kept.append((reading, words, name))
    return [reading for reading, _, _ in kept]


def is_name(text: str) -> bool:
    """Whether every word that is not a joining one has a capital: "US Secretary of State Mike Pompeo"."""
    words = [word for word in _WORD.findall(text) if len(word) > 3 or word[:1].isupper()]
    return bool(words) and all(word[:1].isupper() for word in words if word.lower() not in _ARTICLES)


def _one_in_other(words: frozenset[str], other: frozenset[str]) -> bool:
    return bool(words) and bool(other) and (words <= other or other <= words)
