"""Whose something is, by the form of the sentence: "Stern's agent", "her agent" and "the agent of Stern" have Stern.

A reader that is asked whose agent it was gives whoever stands beside one. Leaves out whom "her" stands for
(coreference.py).
"""

import re

from corpus.article import Span
from retrieval.agreement import is_owner
from retrieval.naming import is_name, name_at, names_in
from retrieval.phrases import phrase_at
from retrieval.questions import AUXILIARIES
from retrieval.types import Window

_ASKED = re.compile(r"\W*(?:and |but )?whose (?P<rest>[^?]+)", re.IGNORECASE)
_ENDING = re.compile(r"(?:['’]s?| own)\b.*", re.DOTALL)
_OWNERS = frozenset(["its", "their"])
_DID = re.compile(rf"\b(?:{AUXILIARIES}) (?=[^\W\d_a-z])")
_BESIDE = r"(?:, (?:\d{1,3}|(?:an?|the|its|his|her|their) [^,;:]{1,60}))?"
_OF = r"(?:of|from|by|belong(?:s|ed)? to)"


def asks_whose(question: str) -> bool:
    """Whether it is asked whose something is."""
    return bool(_ASKED.match(question))


def others(question: str) -> list[str]:
    """The names in a question who are not asked for: all but those of whom something is told in "Whose brother hit
    Lie?", who may be her. Of "Whose hand did Krall kiss?" Krall, too, is another.
    """
    if not asks_whose(question):
        return list(names_in(question, 1))
    did = _DID.search(question)
    name = name_at(question, did.end()) if did else ""
    return [name] if name else []


def owner_in(words: Span, question: str, sentence: Window) -> Span | None:
    """Who by a sentence's form has what is asked for, where the words were read; None where they do not have it."""
    asked = _ASKED.match(question)
    thing = phrase_at(asked["rest"], 0).split() if asked else []
    if not thing or not sentence.span.holds(words):
        return None
    noun, start = f"(?:{'|'.join(map(re.escape, thing))})", words.start - sentence.span.start
    end = words.end - sentence.span.start
    named = _ENDING.sub("", sentence.text[start:end])
    behind = sentence.text[start + len(named) :]
    if re.match(rf"{_BESIDE}, whose(?: [\w-]+){{0,3}} {noun}\b", sentence.text[end:], re.IGNORECASE):
        return words  # "Lie, 40, whose late wife sang"
    owns = (
        behind.startswith(("'", "’"))
        or is_owner(sentence.text, start, start + len(named))
        or named.lower() in _OWNERS
    )
    if owns and re.match(rf"(?:['’]s?)?(?: [\w-]+){{0,3}} {noun}\b", behind, re.IGNORECASE):
        return Span(words.start, words.start + len(named))
    if re.search(
        rf"\b{noun}\b(?: [\w-]+){{0,4}} {_OF} (?:(?:an? |the )(?:[\w-]+ ){{0,3}}[\w-]+,? |an? |the )?$",
        sentence.text[:start],
        re.IGNORECASE,
    ):
        whole = "" if is_name(sentence.words(words)) else phrase_at(sentence.text, start)
        return Span(words.start, max(words.end, words.start + len(whole)))
    return None
