"""Many readings -> different answers: the same words, or a name and its longer form, are one. Leaves out citing."""

import re
from collections.abc import Sequence

from retrieval.naming import ARTICLES, is_name
from retrieval.reader import without_overlaps
from retrieval.store import Store
from retrieval.types import Reading

_WORD = re.compile(r"\w+")


def merged(readings: Sequence[Reading], store: Store) -> list[Reading]:
    """The most confident of each group that says the same thing, most confident first."""
    kept: list[tuple[Reading, frozenset[str], bool]] = []
    for reading in without_overlaps(sorted(readings, key=lambda one: -one.confidence)):
        article = store.article(reading.article)
        if article is None:
            continue
        text = reading.words.of(article.text)
        words = frozenset(_WORD.findall(text.casefold())) - ARTICLES
        name = is_name(text)
        if not any(words == other or (name and named and _one_in_other(words, other)) for _, other, named in kept):
            kept.append((reading, words, name))
    return [reading for reading, _, _ in kept]


def _one_in_other(words: frozenset[str], other: frozenset[str]) -> bool:
    return bool(words) and bool(other) and (words <= other or other <= words)
