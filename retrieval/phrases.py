"""How far a noun phrase goes: "a petrol station" of "a petrol station was closed".

By the parts of speech of the lemminflect library's dictionary. Leaves out what hangs on it ("of Oslo", "who left").
"""

import functools
import re

from retrieval.hiding import lemminflect
from retrieval.search import STOP_WORDS

_WORD = re.compile(r"[^\W\d_][\w’'-]*(?<!['’]s)(?<!['’-])")
_DETERMINER = re.compile(r"(?:an?|the|his|her|its|their|one|two|three|four|five|some|many|several|most|all|\d+) ")
_LONGEST = 5  # words


def phrase_at(text: str, start: int) -> str:
    """The phrase that begins there, up to its last noun; "" where none does. Names count as nouns."""
    begun = _DETERMINER.match(text, start)
    at, end = begun.end() if begun else start, start
    before = ""
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        if not word or not (word.group()[:1].isupper() or _may_go_on(word.group(), before)):
            break
        closes = text[word.end() : word.end() + 1] != " "
        alone = closes and begun is not None and end == start and "ADJ" in _lemmas(word.group())  # "the dead"
        if word.group()[:1].isupper() or is_noun(word.group()) or alone:
            end, before = word.end(), word.group()
        if closes:
            break
        at = word.end() + 1
    return text[start:end]


def _may_go_on(word: str, noun: str) -> bool:
    """Whether a word in small letters may belong to the phrase, of which a noun was the last or none is known yet.

    A verb that has an ending tells what the noun did: "the fans invited".
    """
    if word in STOP_WORDS:
        return False
    lemmas = _lemmas(word)
    if not noun:
        return "AUX" not in lemmas
    verbs = lemmas.get("VERB", ())
    return "NOUN" in lemmas and (not verbs or (word in verbs and not noun.endswith("s")))


def parts_of_speech(word: str) -> frozenset[str]:
    """What a word in small letters may be: "NOUN", "VERB", "ADJ", "ADV", "AUX", "PROPN"; none of an unknown one."""
    return frozenset(_lemmas(word))


def is_verb(word: str) -> bool:
    """Whether a word in small letters may be a verb, and nothing else."""
    return word not in STOP_WORDS and word.islower() and set(_lemmas(word)) == {"VERB"}


def is_noun(word: str) -> bool:
    """Whether a word may be a noun; one that the dictionary does not have may."""
    lemmas = _lemmas(word)
    return not lemmas or "NOUN" in lemmas


@functools.cache
def _lemmas(word: str) -> dict[str, tuple[str, ...]]:
    return dict(lemminflect().getAllLemmas(word))
