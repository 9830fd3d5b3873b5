"""What fills a blank, held to the form of its sentence: "he" in "threatened him" is him, "Chad $2 million" is who got
what.

Leaves out the reading, and who did it (no_agents.py).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.gapping import did_it_too, receiver_too
from retrieval.objects import object_by_form, pronoun_done_to, whom_by_form
from retrieval.pairs import Combination, Part, standing
from retrieval.predicates import SUBJECTS
from retrieval.questions import Blanks
from retrieval.quotations import quoted_spans
from retrieval.syntax import is_not_object
from retrieval.types import Window

# "Her" may be whose: "thanked her lawyer".
_OBJECT = r"(?:him|them|me|us|you|it|her(?= (?:and|as|at|because|but|by|for|from|in|on|to|when|with)\b|[,.;]))\b"
_BY = re.compile(r"\bby\b")
_ON_WHOM = re.compile(r" (?:against|for|on|to|with) (?:an?|the|his|her|its|their) [a-z-]+(?: [a-z-]+)?$")
_ALSO = re.compile(r",? (?:and|or|as well as) (?:(?:against|at|for|from|on|to|with) )?|, ")
# By the form of the sentence, and by its parse.
_NOT_DONE_TO = (did_it_too, is_not_object)


def is_across_quotation(one: Combination) -> bool:
    """Whether who did it only reports what is quoted: "“He told me to run,” she said" has no pair of her and me; "“We
    thank Peru,” she said" has one of her and Peru.
    """
    agent, patient = map(standing, one.filled[:2])
    quoted = quoted_spans(one.evidence.text, one.evidence.span.start)
    inside = [any(span.holds(words) for span in quoted) for words in (agent, patient)]
    return inside == [False, True] and one.filled[1].text.lower() in ("me", "us")


def without_patient(part: Part, one: Combination) -> Part:
    """Without whom it was done to, as "the rise on the supplier" ends of "blamed the rise on the supplier, Ek,"."""
    words, beside = part.reading.words, standing(one.filled[1])
    told = _ON_WHOM.search(part.text) if beside.start - words.end == len(", ") else None
    if not told:
        return part
    reading = replace(part.reading, words=Span(words.start, words.start + told.start()))
    return Part(reading, part.text[: told.start()])


def given_too(part: Part, one: Combination, window: Window) -> Combination | None:
    """The further deed that a third blank may have with who got it: "lend Peru $3 million and Chad $2 million"."""
    parted = receiver_too(part.reading.words, window)
    if not parted:
        return None
    filled = tuple(Part(replace(part.reading, words=words), window.words(words)) for words in parted)
    return Combination(one.evidence, (one.filled[0], *filled))


def is_of_other_clause(part: Part, one: Combination, window: Window) -> bool:
    """Whether a further blank stands in a clause that tells of the parties the other way round, or of others: "asked
    him to sing; he asked her for a song".
    """
    if ";" not in window.text or not window.span.holds(part.reading.words):
        return False
    at = part.reading.words.start - window.span.start
    clause = window.text[window.text.rfind(";", 0, at) + 1 :].partition(";")[0]
    agent, patient = (re.search(rf"\b{re.escape(text)}\b", clause) for text in one.words()[:2])
    turned = agent and patient and agent.start() > patient.start() and not _BY.search(clause)
    return bool(turned) or not patient


def done_to(parts: Sequence[Part], question: str, window: Window, agent: float) -> list[Part]:
    """Those to whom it may have been done by the form; for a thing the pronoun that stands behind the verb. It is as
    sure as who did it: "Ek urged him to go".
    """
    kept, right_behind = [], whom_by_form(question, window)
    for part in parts:
        # "He begged them, and they hit him"; who got invited by him is another thing.
        subject = part.text.lower() in SUBJECTS and not _BY.search(question)
        whom = pronoun_done_to(question, window) if subject else None
        if whom := whom or object_by_form(part.reading.words, question, window):
            kept.append(Part(replace(part.reading, words=whom), window.words(whom)))
        elif part.reading.words == right_behind:
            kept.append(replace(part, reading=replace(part.reading, confidence=max(agent, part.reading.confidence))))
        elif not any(is_not(part.reading.words, question, window) for is_not in _NOT_DONE_TO):
            kept.append(part)
    return kept


def by_form(question: str, agent: Combination, window: Window) -> list[Part]:
    """The pronoun behind the verb, where nothing was read, as sure as who did it: "Lie persuaded him to stay"."""
    whom = whom_by_form(question, window)
    reading = agent.filled[0].reading
    return [Part(replace(reading, words=whom, alias=None), window.words(whom))] if whom else []


def is_behind_object(one: Combination, blanks: Blanks) -> bool:
    """Whether the second party stands behind a pronoun that is the deed's object.

    "He thanked her and promised Ihusi a mast" tells of nobody else whom he thanked; "thanked her and the town" does.
    """
    text, start = one.evidence.text, one.evidence.span.start
    words = one.filled[1].reading.words
    done = re.search(rf"\b{re.escape(blanks.between[1].strip())} {_OBJECT}", text)
    if not done or words.start < start + done.end():
        return False
    return not _ALSO.fullmatch(text[done.end() : words.start - start])


def without_next_blank(part: Part, blanks: Blanks, number: int) -> Part:
    """Without what belongs to the next blank: in "Who accused whom of what?" an "of" begins it, but not in a name
    ("the Society of Translators").
    """
    following = blanks.between[number + 1].replace(",", "").replace(" and ", " ")
    at = part.text.find(following) if following.strip() and number + 1 < len(blanks.words) else -1
    if at <= 0 or part.text[at + len(following) :][:1].isupper():
        return part
    words = Span(part.reading.words.start, part.reading.words.start + at)
    return Part(replace(part.reading, words=words), part.text[:at])
