"""Forms of one word: "threw" and "thrown" are forms of "throw".

The forms are those of the lemminflect library's dictionary. Leaves out words that it does not hold.
"""

import functools


@functools.cache
def lemmas(word: str) -> frozenset[str]:
    """The verbs that a word in small letters may be a form of: of "found" both "find" and "found"."""
    from lemminflect import getLemma

    return frozenset(getLemma(word, "VERB", lemmatize_oov=False))


def is_word(word: str) -> bool:
    """Whether a word in small letters stands in the dictionary, in any form."""
    from lemminflect import getAllLemmas

    return word.isalpha() and bool(getAllLemmas(word))


def are_forms(one: str, other: str) -> bool:
    """Whether two words in small letters may be forms of one verb."""
    return one == other or not lemmas(one).isdisjoint(lemmas(other))
