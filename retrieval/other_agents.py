"""Who did something else than a verb tells, by what stands around it, where its parse is often wrong: "Lie wrote to
the mayor, Bo Ek, to propose it" does not tell that Ek proposed it.

Each form is asked about one place of the verb. Leaves out the parse (syntax.py), the passive and what a question adds
(no_agents.py).
"""

import re

from corpus.article import Span
from retrieval.inflection import base_of_past
from retrieval.predicates import SUBJECTS, WORD, before_verb
from retrieval.questions import is_auxiliary
from retrieval.quotations import quoted_spans
from retrieval.sayings import is_saying
from retrieval.types import Window

RELATIVE = re.compile(r"\b(?:which|whom?|whose|that)\b")
_BY_SOMEBODY = re.compile(r"\bby (?:(?:an?|the|his|her|its|their) )?$")
_PARTED = re.compile(r"[;:] $")  # "Lie came; she sang"
_COUNTED = re.compile(
    r"(?: (?:an?|the|his|her|its|their|some|both|all|\d[\d.,]*|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|[a-z]+teen))? $"
)
_WHO_DID = re.compile(r", (?:which|whom?|whose) ")
_ITS_PURPOSE = re.compile(r", (?:in order )?to (?:[a-z]+ly )?$")  # of whom the sentence is about


def is_told_of_another(words: Span, tokens: list[re.Match[str]], verb: int, sentence: Window) -> bool:
    """Whether by what stands around a verb another did it than was read."""
    if not sentence.span.holds(words):
        return False
    doer = tokens[before_verb(tokens, verb)]
    forms = (_is_behind_by, _is_before_purpose, _is_before_relative, _is_spoken_of)
    return any(is_other(words, doer, tokens[verb], sentence) for is_other in forms)


def _is_behind_by(words: Span, doer: re.Match[str], _: re.Match[str], sentence: Window) -> bool:
    """Whether "he" did it who has had something done by who was read: "In a letter read by Ek, he thanked them"."""
    before = sentence.text[: words.start - sentence.span.start]
    another = {doer.group().lower()} <= SUBJECTS - {sentence.words(words).lower()}
    return another and bool(_BY_SOMEBODY.search(before))


def _is_before_purpose(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it stands before what another's deed is for: "Lie wrote to the mayor, Bo Ek, to propose it"."""
    purpose = _ITS_PURPOSE.search(sentence.text[: verb.start()])
    begins = words.start == sentence.span.start
    return purpose is not None and not begins and words.end - sentence.span.start == purpose.start()


def _is_before_relative(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether another, of whom more is told, did it besides: "Lie went to Ek, who sang and thanked them"."""
    ahead = sentence.text[max(0, words.end - sentence.span.start) : verb.start()]
    more = list(_WHO_DID.finditer(ahead))
    if not more or not WORD.search(ahead[: more[-1].start()]):
        return False
    told = ahead[more[-1].end() :]
    did = WORD.match(told)
    finite = did is not None and (is_auxiliary(did.group()) or bool(base_of_past(did.group())))
    return finite and "," not in told and told.endswith(" and ")


def _is_spoken_of(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether a quotation speaks of who was read, and the verb is none of it: "“Ask him,” she told them"."""
    spoken = [span for span in quoted_spans(sentence.text, sentence.span.start) if span.holds(words)]
    said = any(sentence.text[span.end - sentence.span.start - 2] in ",.!?" for span in spoken)
    at = sentence.span.start + verb.start()
    return said and not any(span.start <= at < span.end for span in spoken)


def is_object_of_verb(words: Span, sentence: Window) -> bool:
    """Whether the words stand right behind a verb's past that is none of saying: "accused Ek"."""
    before = sentence.text[: max(0, words.start - sentence.span.start)]
    counted = _COUNTED.search(before)
    ahead = before[: counted.start()] if counted else ""
    did = WORD.findall(ahead)[-1:] if not _PARTED.search(before) else []
    return bool(did) and bool(base_of_past(did[0])) and not is_auxiliary(did[0]) and not is_saying(did[0])
