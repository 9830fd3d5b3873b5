"""Names of a question that no article has: nobody can say of whom the collection is silent.

A reader takes a name for one that is like it, and answers about Kolbe what is told of Kolb. Leaves out words that a
dictionary has, countries, demonyms and abbreviations, which go by other names, and what was meant (spelling.py).
"""

import re

from retrieval.countries import is_demonym, other_names
from retrieval.inflection import is_word
from retrieval.naming import DAYS_AND_MONTHS, name_words, names_at, without_owner
from retrieval.store import Store

_OF_WHAT = re.compile(r"\b(?:the|an?|which|what|many) $", re.IGNORECASE)  # "the Icelandic champion"


def unheard(question: str, store: Store) -> list[str]:
    """The names behind a question's first word of which no sentence has a word. Call inside `store.snapshot()`."""
    named = [(start, without_owner(name)) for start, name in names_at(question, 1)]
    strange = [name for start, name in named if _may_be_strange(name) and not _OF_WHAT.search(question[:start])]
    return [name for name in strange if not store.word_scores("sentences", name_words(name), 1)]


def _may_be_strange(name: str) -> bool:
    """Whether it goes by no other name, and is none that an article may have described."""
    words = name.split()
    known = any(is_word(word.lower()) or is_demonym(word) or word in DAYS_AND_MONTHS for word in words)
    return bool(name_words(name)) and not known and not other_names(name) and not name.isupper()  # "the EU"
