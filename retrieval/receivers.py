"""Where whom something was given ends and what was given begins, of "the fishermen compensation", which has nothing
between them.

The verbs that have a receiver and the nouns for groups are WordNet's (training/receivers.py). Leaves out receivers
behind "to" and "for".
"""

import re

from corpus.article import Span
from retrieval.inflection import lemmas, singulars
from retrieval.person_nouns import are_people, is_person_noun
from retrieval.types import Window
from retrieval.word_lists import words_of

_DETERMINER = r"an?|the|his|her|its|their|some|no"
# "her a medal"
_PRONOUN = re.compile(
    rf"(?:her|him|me|them|us|you) (?=(?:{_DETERMINER})\b|[\d$€£]|one(?=[,.;]?$| (?:at|by|for|in|of|on|to|when)\b))"
)
_HER = re.compile(r"(?:her|him|me|them|us|you) (?=[a-z-]+$)")
# "the young fishermen compensation", with so many words between the first and the noun.
_DESCRIBED = [
    re.compile(
        rf"(?:(?:all|both|each|many|most|some) of )?"
        rf"(?:{_DETERMINER}|all|both|each|every|many|most|several|these|those) (?:[a-z-]+ ){{{between}}}"
        r"(?P<noun>[a-z-]+) (?=(?P<gift>[\w$€£]+))"
    )
    for between in range(3)
]
# "the widow of Korda a pension"
_OF = re.compile(
    rf"(?:{_DETERMINER}) (?:[a-z-]+ )?(?P<noun>[a-z-]+) of "
    r"(?:(?:[^\W\d_a-z][\w’'-]* )+|(?:the|his|her|its|their) [a-z-]+ )"
    rf"(?=(?:{_DETERMINER})\b|[\d$€£])"
)
# "Ada Lie a medal"
_NAMED = re.compile(rf"(?:[^\W\d_a-z][\w’'-]* )+(?=(?:{_DETERMINER})\b|[\d$€£])")
# "Ada Lie economics"
_NAMED_BARE = re.compile(r"(?:[^\W\d_a-z][\w’-]* )+(?=(?P<gift>[a-z]+)$)")
# "promised the families of the dead $50", of which what stands behind "of" was read
_OF_DEAD = re.compile(r"(?:the|his|her|its|their) [a-z-]+ (?=[\d$€£])")
_ENDS = re.compile(
    r"\b(?P<verb>[a-z]+) (?P<whom>(?P<pronoun>him|her|them|me|us|you) |"
    rf"(?:{_DETERMINER}|all|both|each|every|many|most|several|these|those) (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z-]+) |"
    r"(?:[^\W\d_a-z][\w’'-]* )+)$"
)
_SUM = re.compile(r"[\d$€£]")
_GOES_ON = frozenset(
    "about after against and at before but by for from in into of on or over that to under what when where which"
    " while who whom whose why with".split()
)
_VERB = re.compile(r"(?P<verb>[a-z]+) $")


def receiver_or_gift(words: Span, window: Window, *, receiver: bool) -> Span:
    """Of "her a medal", or of "the fishermen compensation" behind "promised", which was read as one, the receiver or
    what they were given; of "$50" behind "paid her" the receiver is her.
    """
    text, before = window.words(words), window.text[: words.start - window.span.start]
    of = _OF_DEAD.match(text) if before.endswith(" of ") and not receiver else None
    if of:
        return Span(words.start + of.end(), words.end)
    if receiver and _SUM.match(text) and (whom := _whom_before(before)):
        return Span(window.span.start + whom.start, window.span.start + whom.end)
    verb = _VERB.search(before)
    starts = _PRONOUN.match(text) or (_receiver(text) if verb and is_giving(verb["verb"]) else None)
    if not starts and receiver and verb and is_giving(verb["verb"]):
        starts = _HER.match(text) if not _is_person(text.split()[-1]) else None  # "sent her flowers"
    if not starts:
        return words
    gift = words.start + starts.end()
    return Span(words.start, gift - 1) if receiver else Span(gift, words.end)


def _receiver(text: str) -> re.Match[str] | None:
    """Whom something is given in words that begin with them, and the space behind."""
    if named := _NAMED.match(text):
        return named
    bare = _NAMED_BARE.match(text)  # "taught Ada Lie economics", but not "told Labour voters"
    if bare and bare["gift"] not in _GOES_ON and not are_people(bare["gift"]) and not _is_person(bare["gift"]):
        return bare
    if (of := _OF.match(text)) and are_people(of["noun"]):
        return of
    for found in filter(None, (described.match(text) for described in _DESCRIBED)):
        gift = found["gift"]
        if _SUM.match(gift) and are_people(found["noun"]):
            return found  # "the two families 45,000 euros"
        # "The teachers union" is one, "its deputy minister" too.
        if _is_person(found["noun"]) and gift not in _GOES_ON and not are_people(gift):
            return found
    return None


def without_receiver(text: str) -> str:
    """A text that ends with whom something is given, "Lie gave the men ", without them."""
    whom = _whom_before(text)
    return text[: whom.start] if whom else text


def _whom_before(text: str) -> Span | None:
    """Where a text that ends with whom something is given has them."""
    ends = _ENDS.search(text)
    if not ends or (ends["noun"] and not _is_person(ends["noun"])):
        return None
    given = ends["pronoun"] or is_giving(ends["verb"])
    return Span(ends.start("whom"), ends.end("whom") - 1) if given else None


def _is_person(noun: str) -> bool:
    """Of a noun in the singular or the plural."""
    return any(is_person_noun(one) for one in singulars(noun))


def is_giving(word: str) -> bool:
    """Whether a word in small letters is a form of a verb that has a receiver: "promised"."""
    return not lemmas(word).isdisjoint(words_of("giving.txt"))
