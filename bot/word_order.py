"""A statement -> a question: "whom" and "Lie thanked" -> "whom did Lie thank", "Lie won" -> "did Lie win".

By the verbs of the lemminflect library's dictionary. Leaves out what of a message is the statement (wording.py).
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.inflection import base_of_past, base_of_present, is_participle
from retrieval.parties import DETERMINERS
from retrieval.phrases import is_noun, phrase_at
from retrieval.questions import PERSONAL, PRONOUNS, is_auxiliary
from retrieval.search import STOP_WORDS

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NOUN_AND_AUXILIARY = re.compile(r" (?P<noun>[a-z]+) (?P<auxiliary>[a-z]+)\b")
_NAMED_NOUN = re.compile(r"(?: [A-Z]\w*)+ (?P<noun>[a-z]+)\b")
_NEEDS_NOUN = ("which", "whose", "many")
_MANY = frozenset(["many", "much", "few", "little"])
_BE = frozenset(["is", "are", "was", "were"])
_HAVE = frozenset(["has", "have", "had"])
_DO = frozenset(["do", "does", "did"])


@dataclass(frozen=True, slots=True)
class _Verb:
    """The verb that a statement hangs on, and what stands for it in a question: "did ... thank"."""

    start: int
    end: int
    auxiliary: str
    base: str = ""
    copula: bool = False


def is_statement(text: str) -> bool:
    """Whether somebody and what they did, or were, is told; not "the people she knew"."""
    verb = _verb(text, surely=True)
    before = _WORD.findall(text[: verb.start]) if verb else []
    return bool(before) and (len(before) == 1 or before[-1].lower() not in PRONOUNS)


def asked_for_end(text: str, end: int) -> int:
    """Where a question word ends with the noun that is asked for: "how many shops" of "how many shops Lie has"."""
    following = _WORD.match(text, end + 1)
    if text[:end].lower().endswith("how") and following and _is_degree(following.group()):
        end = following.end()
        if following.group() not in _MANY:
            return end
    if text[:end].lower().split()[-1] not in ("what", "which", "whose", *_MANY):
        return end
    return _noun_end(text, end + len(" other") if text.startswith(" other ", end) else end)


def _noun_end(text: str, end: int) -> int:
    """Where the noun ends that follows, if one does, and nobody who did something."""
    following = _WORD.match(text, end + 1)
    named = _NAMED_NOUN.match(text, end)  # "how many US citizens", but not "what Kestrel cost"
    if named and is_noun(named["noun"]) and not is_auxiliary(named["noun"]):
        does = _WORD.match(text, named.end() + 1)
        if text[:end].lower().endswith(_NEEDS_NOUN) or (does and base_of_past(does.group())):
            return named.end()
    word = following.group() if following else ""
    if not word or begins_party(word) or (base_of_past(word) and not is_noun(word)):
        return end
    first, *more = phrase_at(text, end + 1).split(" ")
    phrase = " ".join([first, *itertools.takewhile(lambda word: not base_of_past(word), more)])  # "number fell"
    if before_name := re.search(r" (?=[A-Z])", phrase):
        return end + 1 + before_name.start()
    if not phrase or text.startswith(("'", "’"), end + 1 + len(phrase)):
        return end
    end += 1 + len(phrase)
    noun = _NOUN_AND_AUXILIARY.match(text, end)  # "dairy farms are", which is no verb
    if noun and is_noun(noun["noun"]) and is_auxiliary(noun["auxiliary"]):
        end = noun.end("noun")
    of = phrase_at(text, end + len(" of ")) if text.startswith(" of ", end) else ""  # "what kind of bridge"
    return end + len(" of ") + len(of) if of else end


def _is_degree(word: str) -> bool:
    """Whether it goes with "how": "many", "old"."""
    return word in _MANY or (word.islower() and not begins_party(word) and not is_auxiliary(word))


def begins_party(word: str) -> bool:
    """Whether somebody or something of its own begins there: "the", "Lie", "she"."""
    return word[0].isupper() or word[0].isdigit() or word.lower() in DETERMINERS | PRONOUNS


def whether(statement: str) -> str:
    """Whether a statement is true, as a question: "did Lie win" of "Lie won"."""
    verb = _verb(statement, surely=True)
    return _turned(inside(statement), verb) if verb else f"Is it true that {statement}"


def _turned(statement: str, verb: _Verb) -> str:
    """A statement in the order of a question."""
    before, behind = statement[: verb.start].strip(), statement[verb.end :].strip()
    return " ".join(part for part in (verb.auxiliary, before, verb.base, behind) if part)


def inside(statement: str) -> str:
    """A statement as it stands inside of a sentence: "the mule", where it began with "The"."""
    first, _, rest = statement.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in STOP_WORDS | DETERMINERS and first != "I" else statement


def put_question(wh: str, clause: str, *, told: bool = False) -> str:
    """A question word and the statement behind it, as a question: "whom", "Lie thanked" -> "whom did Lie thank".

    As it stands where it begins with the verb, "who first thanked Lie", unless somebody is known to be told of.
    """
    first = _WORD.match(clause)
    if not first or is_auxiliary(first.group()) or first.group().lower() in ("of", "and"):
        return f"{wh} {clause}".strip()
    asks_party = wh.lower().split()[-1] not in ("when", "where", "why", "how")
    verb = _verb(clause)
    ends = verb is not None and verb.copula and not clause[verb.end :].strip()  # "who Lie is"
    if verb is None or (asks_party and not told and not ends and not begins_party(first.group())):
        return f"{wh} {clause}"
    wh = re.sub(r"\bwho$", "whom", wh) if " " in wh or not verb.copula else wh  # "by whom"
    return f"{wh} {_turned(clause, verb)}"


def _verb(clause: str, *, surely: bool = False) -> _Verb | None:
    """The first word that can be it, with somebody before it who did or was that; surely, or where no other is, also
    what may be a noun: "the foundation trains".
    """
    words = list(_WORD.finditer(clause))
    nouns: list[_Verb] = []
    for at, word in enumerate(words[1:], 1):
        text, before = word.group().lower(), words[at - 1].group()
        following = words[at + 1].group().lower() if at + 1 < len(words) else ""
        if before.lower() in ("who", "which", "that") or before.lower() in DETERMINERS - PRONOUNS:
            continue
        if text in _DO and following and following != "not":
            return None  # "what else did Lie say"
        if is_auxiliary(text) and not _is_whole(text, following, words[at + 2 : at + 3]):
            return _Verb(word.start(), word.end(), word.group(), copula=text in _BE)
        if not word.group().islower() or not _may_do(before):
            continue
        if base := base_of_past(text):
            return _Verb(word.start(), word.end(), "did", base)
        base = base_of_present(text)
        plural = before.lower() in ("they", "we", "you", "i")
        if base and base != text:
            does = _Verb(word.start(), word.end(), "does", base)
            if not is_noun(text) or before.lower() in PERSONAL:
                return does
            nouns.append(does)
        joined = before[0].isupper() and " and " in clause[: word.start()]  # "Lie and Ek plan"
        if base == text and (plural or joined):
            return _Verb(word.start(), word.end(), "do", base)
    return None if surely else next(iter(nouns), None)


def _is_whole(word: str, following: str, after: Sequence[re.Match[str]]) -> bool:
    """Whether a form of "have" or "do" is no help of another verb: "how many shops Lie has"."""
    if word in _DO:
        return following != "not"
    nexts = [following, *(one.group().lower() for one in after)]
    return word in _HAVE and not any(is_participle(one) or one == "been" for one in nexts)


def _may_do(word: str) -> bool:
    """Whether a word can end what stands before a verb: a name, a noun, a pronoun, the verb of "who was arrested"."""
    small = word.lower()
    ends = is_noun(small) or bool(base_of_past(small))
    return word[0].isupper() or small in PRONOUNS or (small not in STOP_WORDS and ends)
