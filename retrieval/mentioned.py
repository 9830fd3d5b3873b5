"""Whether a sentence and those before it speak of all things that a question names: no knife cut the belt where
scissors are told of.

A reader calls it a yes where all else fits. Of the true yeses of the questions about the samples, the news and 22
made-up collections, 109, all have every noun there but one, "money" for "€2.4 million".
"""

import re

from retrieval.figures import counted_by, counts_anybody
from retrieval.inflection import singulars
from retrieval.nameless import SentencesOf
from retrieval.parser import parsed
from retrieval.search import content_words, share_of
from retrieval.types import Reading, Sentence
from retrieval.windows import alone

_HOW_MANY = re.compile(r"\bhow many (?:other |more )?(?P<noun>[a-z-]+)", re.IGNORECASE)
_BEFORE = 3  # sentences
_OF_PRONOUN = 6  # before one that a pronoun begins, which speaks of what was told for long
_PRONOUN = re.compile(r"(?:it|they)\b", re.IGNORECASE)
_NOUNS = ("NN", "NNS")
# These may go by any other word.
_GENERAL = frozenset("man men money people person thing things woman women".split())


def lacks_nouns_of(question: str, sentence: Sentence, sentences_of: SentencesOf) -> bool:
    """Whether a noun of the question, but a name, stands neither in a sentence nor in the few before it."""
    nouns = {one.text.lower() for one in parsed(question) if one.tag in _NOUNS and one.text.isalpha()}
    texts = _beside(sentence, sentences_of)
    return any(not any(_mentions(text, noun) for text in texts) for noun in nouns - _GENERAL)


def counts_what_is_not_named(question: str, one: Reading, sentences_of: SentencesOf) -> bool:
    """Whether a number counts other things than are asked for, of which its sentence and those before tell nothing:
    "31 sheep", asked how many goats.
    """
    asked = _HOW_MANY.search(question)
    wanted = asked["noun"].lower() if asked else ""
    if not wanted or counts_anybody(wanted):
        return False
    if any(_mentions(text, wanted) for text in _beside(one.evidence, sentences_of)):
        return False
    counted = counted_by(one.words, alone(one.evidence))
    return bool(counted) and not counts_anybody(counted)


def _beside(sentence: Sentence, sentences_of: SentencesOf) -> list[str]:
    """Its text, and that of the few before it."""
    far = _OF_PRONOUN if _PRONOUN.match(sentence.text) else _BEFORE
    before = [one for one in sentences_of(sentence.article) if 0 < sentence.position - one.position <= far]
    return [sentence.text, *(one.text for one in before)]


def _mentions(text: str, noun: str) -> bool:
    """Whether a text has a noun in some form."""
    forms = singulars(noun)
    return share_of([noun], text) > 0 or any(not forms.isdisjoint(singulars(word)) for word in content_words(text))
