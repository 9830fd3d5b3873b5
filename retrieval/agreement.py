"""Which of "he" and "she" an article uses for a name: a help where a pronoun may stand for several.

By the form of its sentences: a name that begins a sentence is its subject, and the pronouns up to the next name are
taken for its own, as is one that begins the next sentence. Where that says nothing, by the first name
(first_names.py), which also counts for more than a pronoun that may be another's.
"""

import calendar
import functools
import re
from collections.abc import Collection, Sequence

from retrieval.first_names import pronoun_of_first_name
from retrieval.naming import names_in, without_owner
from retrieval.phrases import parts_of_speech
from retrieval.quotations import quoted_spans
from retrieval.search import STOP_WORDS
from retrieval.types import Sentence

# Words that no noun follows "her" with: "took her by the arm", "gave her a letter", "called her again".
_NO_NOUN = (STOP_WORDS - frozenset("all may more most one other such".split())) | frozenset(
    "again against along around away back because behind beside down during every inside instead later near never "
    "now off once onto outside past since there through today together tomorrow towards twice under until when where "
    "whether while within without yesterday".split()
).union(day.lower() for day in calendar.day_name)
# "Her" is whose or whom: "failed her.", "let her go", "paid her 50 euros", "thanked her former teacher".
_PRONOUN = re.compile(
    r"\b(?:(?P<he>he|himself|his)|(?P<she>she|herself|"
    rf"(?<!let )(?<!lets )her(?= \w)(?! (?:{'|'.join(sorted(_NO_NOUN))}|\d[\d.,]*)\b)))\b",
    re.IGNORECASE,
)
_WHOSE = frozenset(["her", "his"])
_ENDS_WITH = re.compile(r" (?P<word>[a-z]+)(?=[.,;:!?]|$)")
_OWN = re.compile(r"self$")
_WHOM = re.compile(r"\b(?:him|her)\b", re.IGNORECASE)
_FORMS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_BY = re.compile(r"\b(?:was|were|been|is|are) \w+ by\b")
_ARTICLE = r"(?:the|an?|his|her|its|their)\b"
_DESCRIPTION = rf"(?i:{_ARTICLE})(?: of the| (?!{_ARTICLE})[a-z][\w’'-]*){{1,6}}"  # "Its leader"
_SAID = re.compile(r"^[a-z]+ (?=[^\W\d_a-z])")  # "said Lie"
_WHO = re.compile(r", who [^,]*")
_NEXT = re.compile(r"\b[^\W\d_a-z]|[“\"]")  # another name, or a quotation


def pronoun_of(name: str, sentences: Sequence[Sentence]) -> str:
    """He or she, where the article's sentences use one of them for the name and never the other, or where people of
    its first name do; else "".
    """
    bearers = _bearers(name, sentences)
    told, usual = _told_of(name, sentences), _usual(name, bearers)
    if not told or not usual or told == usual:
        return told or usual
    return told if len(bearers) == 1 and _is_own(name, told, sentences) else usual


def _bearers(name: str, sentences: Sequence[Sentence]) -> set[str]:
    """The full names that have its last word: Joan and Edna Tilley, of "Tilley"."""
    named = {name, *(one for sentence in sentences for one in _full_names(sentence.text))}
    return {one for one in named if " " in one and one.split()[-1] == name.split()[-1]}


@functools.lru_cache(maxsize=4096)
def _full_names(text: str) -> tuple[str, ...]:
    return tuple(without_owner(name) for name in names_in(text) if " " in name)


def _usual(name: str, bearers: Collection[str]) -> str:
    """What goes with the first name, or with those of all who are called so."""
    forms = {pronoun_of_first_name(one) for one in bearers if one.endswith(name)} or {pronoun_of_first_name(name)}
    return forms.pop() if len(forms) == 1 else ""


def _is_own(name: str, form: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a pronoun is the name's and nobody else's: "Lie hurt herself", "Lie, who gave up his post"."""
    for text in map(told_in, (sentence.text for sentence in sentences)):
        if end := subject_end(name, text):
            who = _WHO.match(text, end)
            own = {one.lastgroup for one in _PRONOUN.finditer(text, end) if _OWN.search(one.group())}
            if form in own | pronouns_in(who.group() if who else ""):
                return True
    return False


def _told_of(name: str, sentences: Sequence[Sentence]) -> str:
    """What the article's sentences use for the name."""
    found: set[str] = set()
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=False):
        told = told_in(sentence.text)
        end = subject_end(name, told)
        if not end:
            continue
        rest = told[end:]
        other = _NEXT.search(rest)
        found |= _of_subject(rest[: other.start()] if other else rest)
        begun = _PRONOUN.match(told_in(following.text)) if following else None
        if begun and not _BY.search(told):  # "Lie was received by the mayor. He thanked her."
            # "Lie invited her. She accepted." goes on about the other, as may "Lie left, said Bo Ek. He stayed.".
            others = {pronoun_of_first_name(one) for one in _full_names(rest)}
            found |= pronouns_in(begun.group()) - objects_in(told) - others
    return found.pop() if len(found) == 1 else ""


def told_in(text: str) -> str:
    """A sentence without the quotation that it begins with, and the verb before who said it.

    "“Ask anyone,” she said." goes on about her, "“Ask anyone,” said Lie." about Lie.
    """
    quoted = quoted_spans(text)[:1]
    if not quoted or text[: quoted[0].start].strip():
        return text
    return _SAID.sub("", text[quoted[0].end :].lstrip())


def subject_end(name: str, text: str) -> int:
    """Where a name ends, or its last name alone, that a sentence begins with, also behind a description: "Its leader,
    Ada Lie, left."; 0 where another is its subject, or what the named one owns.
    """
    for form in (name, name.split()[-1]):
        begins = re.match(rf"(?:{_DESCRIPTION}, )?{re.escape(form)}\b(?!['’]s\b)", text)
        if begins and (begins.end() == len(form) or text[begins.end() :].startswith(",")):
            return begins.end()
    return 0


def _of_subject(text: str) -> set[str]:
    """Of the pronouns behind a sentence's subject those that may be its own.

    "Lie found her letter and hired her" tells of another's letter, "Lie asked him what he wanted" of what another
    wanted.
    """
    found, others = _PRONOUN.finditer(text), objects_in(text)
    return {one.lastgroup or "" for one in found if one.lastgroup not in others or _OWN.search(one.group())}


def objects_in(text: str) -> set[str]:
    """Of "he" and "she" those whose "him" or "her" a text has, as one to whom something is done."""
    owners = {one.start() for one in _PRONOUN.finditer(text)}
    return {_FORMS[one.group().casefold()] for one in _WHOM.finditer(text) if one.start() not in owners}


def is_owner(text: str, start: int, end: int) -> bool:
    """Whether what stands there is "his" or "her" of something: "her concert", but not "thanked her warmly."."""
    last = _ENDS_WITH.match(text, end)
    if last and parts_of_speech(last["word"]) == {"ADV"}:
        return False
    return any(one.span() == (start, end) and one.group().casefold() in _WHOSE for one in _PRONOUN.finditer(text))


def pronoun_form(words: str) -> str:
    """He or she, of a pronoun in any of its forms; "" of other words."""
    return _FORMS.get(words.casefold(), "")


def pronouns_in(text: str) -> set[str]:
    """Of "he" and "she" those that a text has, as a subject or an owner."""
    return {match.lastgroup or "" for match in _PRONOUN.finditer(text)}
