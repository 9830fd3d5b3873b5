"""Forms of one word: "threw" and "thrown" are forms of "throw".

The forms are those of the lemminflect library's dictionary. Leaves out words that it does not hold.
"""

import functools

from retrieval.hiding import lemminflect


@functools.cache
def lemmas(word: str) -> frozenset[str]:
    """The verbs that a word in small letters may be a form of: of "found" both "find" and "found"."""
    return frozenset(lemminflect().getLemma(word, "VERB", lemmatize_oov=False))


@functools.cache
def singulars(word: str) -> frozenset[str]:
    """The nouns that a word in small letters may be a form of, itself among them: "fisherman" of "fishermen"."""
    return frozenset([word, *lemminflect().getLemma(word, "NOUN", lemmatize_oov=False)])


def is_word(word: str) -> bool:
    """Whether a word in small letters stands in the dictionary, in any form."""
    return word.isalpha() and bool(lemminflect().getAllLemmas(word))


def are_forms(one: str, other: str) -> bool:
    """Whether two words in small letters may be forms of one verb."""
    return one == other or not lemmas(one).isdisjoint(lemmas(other))


def base_of_past(word: str) -> str:
    """The verb whose past a word in small letters is, "leave" of "left"; "" of others."""
    return _base_of(word, "VBD")


def past_of(verb: str) -> str:
    """The past of a verb in its base form, "left" of "leave"; "" of other words."""
    return next(iter(lemminflect().getInflection(verb, "VBD")), "") if verb in lemmas(verb) else ""


def base_of_present(word: str) -> str:
    """The verb of which a word in small letters is the present, "do" of "does"; "" of others."""
    return _base_of(word, "VBZ") or (word if word in lemmas(word) else "")


def is_participle(word: str) -> bool:
    """Whether a word in small letters is one of some verb: "given", "giving"."""
    return is_past_participle(word) or bool(_base_of(word, "VBG"))


def is_past_participle(word: str) -> bool:
    """Whether a word in small letters is one of some verb: "given"."""
    return bool(_base_of(word, "VBN"))


@functools.cache
def _base_of(word: str, tag: str) -> str:
    """The verb of which a word is the form that a tag of the Penn Treebank names; "" where it is none."""
    found = [lemma for lemma in lemmas(word) if word in lemminflect().getInflection(lemma, tag)]
    return max(found, key=lambda lemma: (len(lemma), lemma), default="")  # "install", not "instal"
