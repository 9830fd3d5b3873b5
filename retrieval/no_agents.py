"""Who did not do what a sentence tells, by its form: "a cello that was stolen from a train" has no thief.

A reader that is asked who stole it takes whoever stands beside it. Leaves out who did (agents.py) and the reading.
"""

import re
from itertools import pairwise

from corpus.article import Span
from retrieval.agreement import is_owner
from retrieval.inflection import are_forms, is_participle, lemmas
from retrieval.other_agents import RELATIVE, is_object_of_verb, is_told_of_another
from retrieval.predicates import (
    ASKS_DONE_TO,
    AUXILIARIES,
    BE,
    BY,
    OBJECTS,
    WHOSE,
    WORD,
    before_verb,
    is_passive,
    told_at,
    verb_asked_for,
)
from retrieval.quotations import quoted_spans
from retrieval.search import content_words, share_of
from retrieval.types import Window
from retrieval.windows import is_dateline

_WHO_WAS = re.compile(r",? (?:who|which) (?:are|had been|has been|have been|is|was|were)\b")
_DONE_BY = re.compile(r"\b(?P<done>[a-z]+) by (?:(?:an?|the|his|her|its|their) )?$")
# "honoured on Tuesday by the mayor of Saal, Ada Lie"
_FAR_BY = re.compile(r"(?: [^,.;]{1,30})? by (?:[^,.;]{1,50}, |(?:an?|the|his|her|its|their) )?")
# "Led not by Lie but by Ek".
_NOT, _BUT = re.compile(r"\bnot (?:by |from )?$"), re.compile(r",? but\b")
_WISH = re.compile(r"\b(?P<verb>[a-z]+)(?: [^.,;:]{1,40})? that (?:(?:the|an?|his|her|its|their) (?:[a-z]+ )?)?$")
_TO_BE = re.compile(r" to be (?P<done>[a-z]+)\b")
_WISHES = frozenset("ask demand insist order propose recommend request require suggest urge".split())
_BY_WHOM = re.compile(r"\bby (?:which|whom)\b", re.IGNORECASE)


def is_no_agent(words: Span, question: str, sentence: Window) -> bool:
    """Whether a sentence tells the question's deed in the passive only, and not that it was done by the words, or
    tells it of another, or of somebody of theirs: "the union, whose leader, Ada Lie, thanked them". Nor is it who
    owns something, "her concert", where the article was written, or of "not by Lie but by Ek" Lie.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    if is_owner(sentence.text, start, end) or is_dateline(words, sentence):
        return True
    if _NOT.search(sentence.text[: max(0, start)]) and _BUT.match(sentence.text, max(0, end)):
        return True
    verb = verb_asked_for(question)
    tokens = list(WORD.finditer(sentence.text))
    told = told_at(tokens, verb) if verb else _being_at(tokens, question)
    if told and all(is_told_of_another(words, tokens, n, sentence) for n in told):
        return True
    if start >= 0 and _is_only_demanded(Span(start, end), question, tokens, told, sentence.text):
        return True
    if sentence.text[max(0, start) : max(0, end)] in OBJECTS and any(tokens[n].end() + 1 == start for n in told):
        return True
    if _did_it_to_else(words, tokens, told, question, sentence):
        return True
    if told and all(WHOSE.search(sentence.text[: tokens[n].start()], max(0, end)) for n in told):
        return True
    if not told or not all(is_passive(tokens, n) for n in told):
        return False
    return not _BY_WHOM.search(sentence.text) and not any(
        BY.search(sentence.text[tokens[n].end() : start if start > 0 else None]) for n in told
    )


def _being_at(tokens: list[re.Match[str]], question: str) -> list[int]:
    """Where a sentence tells that somebody is what is asked for: "is among" of "Who is among them?"."""
    _, *rest = (word.lower() for word in WORD.findall(question))
    told = ([one.group().lower() for one in pair] for pair in pairwise(tokens))
    return [n for n, (be, next_) in enumerate(told) if rest[1:] and {be, rest[0]} <= BE and next_ == rest[1]]


def _is_only_demanded(words: Span, question: str, tokens: list[re.Match[str]], told: list[int], text: str) -> bool:
    """Whether it is told only as what somebody wants: "demanded that Ek apologise", asked who apologised.

    Of one who does it the verb has an "s"; of several, or of "they", the verb before has to be one of wishes.
    """
    asked = verb_asked_for(question)
    if len(told) != 1 or asked in lemmas(asked):
        return False
    verb = tokens[told[0]]
    wish = _WISH.search(text[: max(0, words.start)])
    bare = verb.group() in lemmas(verb.group()) and not verb.group().endswith("ed")
    if not wish or not bare or text[words.end : verb.start()] not in (" ", " not "):
        return False
    several = text[words.start : words.end].endswith("s") or " and " in text[words.start : words.end]
    return not several or not lemmas(wish["verb"].lower()).isdisjoint(_WISHES)


def is_only_to_be(words: Span, question: str, sentence: Window) -> bool:
    """Whether it is only wanted of somebody: "a petition for the men to be freed", asked who was freed."""
    asked = ASKS_DONE_TO.match(question.strip())
    done = _TO_BE.match(sentence.text, max(0, words.end - sentence.span.start)) if asked else None
    return bool(asked and done and are_forms(done["done"], asked["done"].lower()))


def _did_it_to_else(
    words: Span, tokens: list[re.Match[str]], told: list[int], question: str, sentence: Window
) -> bool:
    """Whether of a verb that is told twice somebody is the subject where it has nothing of the question behind it,
    and another where it has: "He will give the money back if the bank gives him his fee", asked who gives money.
    """
    quoted = quoted_spans(sentence.text)
    told = [n for n in told if not any(span.start <= tokens[n].start() < span.end for span in quoted)]
    if not told[1:]:
        return False
    asked = content_words(question)[1:]
    ends = [tokens[n].start() for n in told[1:]] + [len(sentence.text)]
    shares = [share_of(asked, sentence.text[tokens[n].end() : end]) for n, end in zip(told, ends, strict=True)]
    own = [n for n in told if tokens[before_verb(tokens, n)].end() + sentence.span.start == words.end]
    return len(own) == 1 and 2 * shares[told.index(own[0])] <= max(shares) > 0


def is_agent_of_passive(words: Span, question: str, sentence: Window) -> bool:
    """Whether somebody did what is asked to whom: "Who was arrested?" is not the police of "Police arrested Lie"."""
    asked = ASKS_DONE_TO.match(question.strip())
    if not asked or not asked["done"].islower() or BY.search(question):
        return False
    ends = words.end - sentence.span.start
    by = _DONE_BY.search(sentence.text[: max(0, words.start - sentence.span.start)])
    if by and is_participle(by["done"].lower()) and not _WHO_WAS.match(sentence.text, ends):
        return True  # "Lie was arrested by the police"
    tokens, start = list(WORD.finditer(sentence.text)), max(0, words.start - sentence.span.start)
    told = told_at(tokens, asked["done"].lower())
    far = any(_FAR_BY.fullmatch(sentence.text, tokens[n].end(), max(start, tokens[n].end())) for n in told)
    if far and not _WHO_WAS.match(sentence.text, ends):
        return True
    done = [n for n in told if tokens[n].start() >= ends and is_passive(tokens, n)]
    if (
        done
        and is_object_of_verb(words, sentence)
        and not RELATIVE.search(sentence.text, ends, tokens[done[0]].start())
    ):
        return True  # "The nurse who carried Ek was honoured"
    behind = (n for n, token in enumerate(tokens) if token.start() >= ends)
    verb = next((n for n in behind if tokens[n].group().lower() not in AUXILIARIES), None)
    if verb is None or not are_forms(tokens[verb].group().lower(), asked["done"].lower()):
        return False
    between = sentence.text[ends : tokens[verb].start()]
    return not between.strip(" abcdefghijklmnopqrstuvwxyz") and not is_passive(tokens, verb)
