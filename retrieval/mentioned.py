"""Whether a sentence and those before it speak of all things that a question names: no knife cut the belt where
scissors are told of.

A reader calls it a yes where all else fits. Of the true yeses of the questions about the samples, the news and 22
made-up collections, 109, all have every noun there but one, "money" for "€2.4 million".
"""

from retrieval.appositions import SentencesOf
from retrieval.inflection import singulars
from retrieval.parser import parsed
from retrieval.search import content_words, share_of
from retrieval.types import Sentence

_BEFORE = 3  # sentences
_NOUNS = ("NN", "NNS")
# These may go by any other word.
_GENERAL = frozenset("man men money people person thing things woman women".split())


def lacks_nouns_of(question: str, sentence: Sentence, sentences_of: SentencesOf) -> bool:
    """Whether a noun of the question, but a name, stands neither in a sentence nor in the few before it."""
    nouns = {one.text.lower() for one in parsed(question) if one.tag in _NOUNS and one.text.isalpha()}
    nouns -= _GENERAL
    before = [one for one in sentences_of(sentence.article) if 0 < sentence.position - one.position <= _BEFORE]
    return any(not any(_mentions(one.text, noun) for one in [sentence, *before]) for noun in nouns)


def _mentions(text: str, noun: str) -> bool:
    """Whether a text has a noun in some form."""
    forms = singulars(noun)
    return share_of([noun], text) > 0 or any(not forms.isdisjoint(singulars(word)) for word in content_words(text))
