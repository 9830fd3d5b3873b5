"""Whether a sentence tells another deed than a question asks for, by its form: "Seven voted for it", asked who voted
against it.

A reader takes what is told in nearly the same words. Leaves out whose deed it is (agents.py, objects.py).
"""

import re

from corpus.article import Span
from retrieval.agreement import is_owner
from retrieval.conflicts import CURRENCIES
from retrieval.inflection import are_forms, is_past_participle
from retrieval.person_nouns import is_person_noun
from retrieval.types import Window
from retrieval.verb_uses import PARTICLES, ROOM, is_adverb

_WORD = re.compile(r"[^\W\d_]+")
_WHO_DID = r"who (?:(?:had|has|have|(?:(?:had|has|have) been|is|are|was|were)) )?(?P<verb>[a-z]+)"
_TO = re.compile(rf"{_WHO_DID} to (?P<deed>[a-z]+)\b", re.IGNORECASE)
_PREPOSITION = re.compile(rf"{_WHO_DID} (?P<by>against|for|with|without)\b", re.IGNORECASE)
_WITH_PARTICLE = re.compile(rf"{_WHO_DID} (?P<by>{'|'.join(sorted(PARTICLES))})\b", re.IGNORECASE)
_TO_NAME = re.compile(rf"(?i:{_WHO_DID})(?: [^\W\d_a-z][\w-]*)+\W*")  # "Who injured Lie?"
_CONTRARY = {"against": "for", "for": "against", "with": "without", "without": "with"}
_PREPOSITIONS = re.compile(r"(?P<verb>[a-z]+) (?P<by>against|for|with|without)\b")
_MEASURE = re.compile(r"\bhow (?:deep|fast|far|heavy|high|long|tall|wide)\b", re.IGNORECASE)
_MONEY = re.compile(rf"[$€£¥]|\b{CURRENCIES}\b")
_ADVERB = re.compile(r"[a-z]+ly|after|before|during|for|since|until|when|while")
_BARE = re.compile(r"\d[\d.,]*")
_AGE = re.compile(r"\W*(?:and )?how old\b", re.IGNORECASE)
# A number, and no money or rank: "19", "in her thirties", "a teenager", but not "118th".
_AGED = re.compile(
    r"^(?!.*(?:[$€£¥%]|hundred|thousand|million|billion))(?=.*(?:\d(?!\d|(?:st|nd|rd|th)\b)|teen|twenty"
    r"|thirt|fort|fift|sixt|sevent|eight|ninet|\b(?:one|two|three|four|five|six|seven|nine|ten|eleven|twelve)\b|month|week|year))",
    re.IGNORECASE | re.DOTALL,
)
_YEARS, _OLD = re.compile(r".*\b(?:months|years)"), re.compile(r" (?:of age|old)\b")
_IS = re.compile(r"\b(?:age|aged|are|being|is|turned|was|were)(?: [a-z]+)? $")
_COUNTED = re.compile(r" (?:people|men|women|children|(?P<noun>[a-z]+)s)\b")
_DO = re.compile(r"\W*(?:and )?what (?:did|does|do|has|have|had|will|would) .+ (?:do|done)\b", re.IGNORECASE)
_HAVE = re.compile(r"\W*(?:and )?what (?:did|do|does|will|would) .+ have\W*", re.IGNORECASE)
_WHAT_DID = re.compile(r"(?:and |but )?what (?:(?:had|has|have) )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_WHOSE = re.compile(r"(?:, [^,]+)?, whose (?!.*[,;])")
_WAS = re.compile(r"\b(?:are|been|being|is|was|were)(?: [a-z]+ly)? $")
# "What did Lie ask for?"
_STRANDED = re.compile(
    r"what (?:did|does|do|has|have|had|will|would) .+ (?P<verb>[a-z]+) "
    r"(?P<by>about|against|at|for|from|into|in|of|on|over|to|with)\W*",
    re.IGNORECASE,
)


def is_of_other_deed(words: Span, question: str, sentence: Window) -> bool:
    """Whether who was read did something else: had another do it, "Lie told him to wait", asked who refused to wait;
    did the contrary; or did it to something of whom is named, "injured her foot", asked who injured Lie.
    """
    asked = question.strip()
    return (
        _has_another_do_it(words, asked, sentence)
        or _is_contrary(asked, sentence)
        or _has_no_particle(asked, sentence)
        or _is_done_to_what_is_theirs(asked, sentence)
    )


def is_no_object(words: Span, question: str, sentence: Window) -> bool:
    """Whether what was read is not what somebody did that to: a number without its unit, asked how long it took,
    "one of them", asked how old somebody is, what was done to somebody, asked what they did, or "the guests to
    sing", asked what somebody asked for.
    """
    if not sentence.span.holds(words):
        return False
    if _is_only_its_owner(words, question, sentence):
        return True
    if _HAVE.match(question.strip()) and _is_of_perfect(words, sentence):
        return True
    if _DO.match(question.strip()) and _WAS.search(sentence.text[: words.start - sentence.span.start]):
        return True
    of_many = sentence.text.startswith(" of ", words.end - sentence.span.start)
    lasting = sentence.text[: words.start - sentence.span.start].endswith(" for ")  # "for ten months"
    if _AGE.match(question) and (
        of_many
        or lasting
        or _is_time(words, sentence)
        or _counts_people(words, sentence)
        or not _AGED.search(sentence.words(words))
    ):
        return True
    if _MEASURE.search(question) and _ADVERB.fullmatch(sentence.words(words)):
        return True
    if _MEASURE.search(question) and _BARE.fullmatch(sentence.words(words)):
        return True
    if (_MEASURE.search(question) or _AGE.match(question)) and _MONEY.search(sentence.words(words)):
        return True
    asked, start = _STRANDED.fullmatch(question.strip()), words.start - sentence.span.start
    told = [word for word in _WORD.finditer(sentence.text[:start]) if asked and _is_form(word.group(), asked["verb"])]
    if not asked or not told:
        return False
    behind = f"{sentence.text[told[-1].end() : start]} {sentence.words(words)}"
    return asked["by"].lower() not in behind.lower().split()


def _is_time(words: Span, sentence: Window) -> bool:
    """Whether years are not somebody's age by what stands around them: "faces five years in prison"."""
    own, years = sentence.inside(words), _YEARS.fullmatch(sentence.words(words))
    return bool(years) and not _OLD.match(sentence.text[own.end :]) and not _IS.search(sentence.text[: own.start])


def _counts_people(words: Span, sentence: Window) -> bool:
    """Whether a number has whom it counts right behind it: "84 people", "two nurses"."""
    counted = _COUNTED.match(sentence.text, words.end - sentence.span.start)
    return counted is not None and (not counted["noun"] or is_person_noun(counted["noun"]))


def _is_of_perfect(words: Span, sentence: Window) -> bool:
    """Whether it is what somebody has done, and not what they have: "left early" of "Lie has left early"."""
    begins = _WORD.match(sentence.words(words))
    before = _WORD.findall(sentence.text[: words.start - sentence.span.start].lower())
    while before and is_adverb(before[-1]):
        before.pop()
    have = bool(before) and are_forms(before[-1], "have")
    return have and begins is not None and is_past_participle(begins.group().lower())


def _is_only_its_owner(words: Span, question: str, sentence: Window) -> bool:
    """Whether something of theirs did what is asked: "a surveyor, Bo Ek, whose map convinced the court"."""
    asked = _WHAT_DID.match(question.strip())
    end = max(0, words.end - sentence.span.start)
    told = [word for word in _WORD.finditer(sentence.text, end) if asked and _is_form(word.group(), asked["verb"])]
    return bool(told) and bool(_WHOSE.match(sentence.text[end : told[0].start()]))


def has_other_particle(verb: str, behind: str, text: str) -> bool:
    """Whether a text has a verb, but nowhere with the particle that is asked for right behind it: "refused to go"
    does not tell whether somebody will go down.
    """
    particle = next(iter(behind.lower().split()), "")
    words = [word.lower() for word in _WORD.findall(text)] if particle in PARTICLES else []
    told = [n for n, word in enumerate(words) if are_forms(word, verb.lower())]
    return bool(told) and not any(particle in words[n + 1 : n + 2 + ROOM] for n in told)


def _has_another_do_it(words: Span, question: str, sentence: Window) -> bool:
    asked = _TO.match(question)
    if not asked or any(_is_form(word, asked["verb"]) for word in _WORD.findall(sentence.text)):
        return False
    behind = sentence.text[max(0, words.end - sentence.span.start) :]
    return bool(re.search(rf"\b(?:him|her|it|them|[A-Z]\w+|the \w+) to {re.escape(asked['deed'])}\b", behind))


def _has_no_particle(question: str, sentence: Window) -> bool:
    asked = _WITH_PARTICLE.match(question)
    return asked is not None and has_other_particle(asked["verb"], asked["by"], sentence.text)


def _is_contrary(question: str, sentence: Window) -> bool:
    asked = _PREPOSITION.match(question)
    told = _PREPOSITIONS.finditer(sentence.text) if asked else ()
    found = {one["by"] for one in told if asked and _is_form(one["verb"], asked["verb"])}
    return bool(asked and asked["by"].lower() not in found and _CONTRARY[asked["by"].lower()] in found)


def _is_done_to_what_is_theirs(question: str, sentence: Window) -> bool:
    asked = _TO_NAME.fullmatch(question)
    tokens = list(_WORD.finditer(sentence.text)) if asked else []
    told = [n for n, token in enumerate(tokens) if asked and _is_form(token.group(), asked["verb"])]
    owners = [tokens[n + 1].span() for n in told if n + 1 < len(tokens)]
    return bool(told) and len(owners) == len(told) and all(is_owner(sentence.text, *span) for span in owners)


def _is_form(word: str, verb: str) -> bool:
    return are_forms(word.lower(), verb.lower())
