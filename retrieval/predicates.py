"""What stands around a verb in a question and in a sentence: who or whom is asked for, auxiliaries, "was", "whose".

Only closed classes of English are listed. Leaves out what is made of it (agents.py, no_agents.py, objects.py).
"""

import re
from collections.abc import Sequence

from retrieval.inflection import are_forms, base_of_past
from retrieval.phrases import is_verb
from retrieval.questions import is_auxiliary

_DID = r"(?:did|does|do|has|have|had|will|would)"
ASKS_WHOM = re.compile(
    rf"\W*(?i:and |but )?(?:(?i:whom) {_DID} |(?i:who) {_DID} (?=[^\W\d_a-z]|(?:an?|the|his|her|their|its) ))"
)
_ASKED = re.compile(r"(?:and |but )?who (?P<rest>.+)", re.IGNORECASE | re.DOTALL)
AUXILIARIES = frozenset(
    "also can could did do does first had has have later may might must should will would".split()
)
BE = frozenset("am are be been being is was were".split())
WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_THEN = frozenset("now once since soon then".split())
SUBJECTS = frozenset("he she they".split())
OBJECTS = frozenset("her him me them us".split())
ANTECEDENT = re.compile(
    r"(?<!\w)(?P<who>(?:an?|the|his|her|its|their) (?:[a-z][\w-]* ){0,2}[a-z][\w-]*|[^\W\d_a-z][\w’'-]*"
    r"(?: [^\W\d_a-z][\w’'-]*)*), (?:which|who)$"
)
NEAR = 120  # characters before the verb
OF_PLACE = re.compile(r"\b(?:at|for|from|in|near|of|on) $")  # "a driver of Oslo, who"
ASKS_DONE_TO = re.compile(
    r"(?:and |but )?who (?:was|were|is|are|has been|have been|had been) (?:being )?"
    r"(?P<done>(?![a-z]+ing\b)[a-z]+)\b",
    re.I,
)
_IS_DOING = re.compile(r"to|[a-z]+ing")
_NOT = re.compile(r"never|not|[a-z]+n['’]t")
# "ask to carry the sick": what is asked of somebody has an object of its own.
_TO_DO_IT = re.compile(r" to [a-z]+ (?:[^\W\d_a-z]|(?:an?|the|his|her|its|their|him|it|them)\b)")
_BETWEEN = 2  # words at most from "was" to "stolen": "was then quietly stolen"
WHOSE = re.compile(
    r", whose (?:[a-z][\w-]* ){0,3}[a-z][\w-]*"
    r"(?:, (?P<apposed>[^,]+),| (?P<named>[^\W\d_a-z][^,]*?))? (?:(?:also|later) )*(?:(?:had|has|have) [^,.;:]*)?$"
)
# What tells that a question asks about what was done: "Who has left?".
PAST = re.compile(r"\b(?:been|did|had|has|have|was|were)\b", re.IGNORECASE)
BY = re.compile(r"\bby\b", re.IGNORECASE)
# What tells that it asks about what may or will be; not "in May".
MAY_BE = re.compile(r"\b(?:can|could|(?-i:may)|^May|might|must|shall|should|will|would)\b", re.IGNORECASE)


def verb_asked_for(question: str) -> str:
    """What somebody did: "stole" of "Who has stolen it?"; "" where it is asked to whom it was done."""
    asked = _ASKED.match(question.strip())
    words = WORD.findall(asked["rest"]) if asked and not ASKS_WHOM.match(question) else []
    while words and (
        words[0] in AUXILIARIES
        or _NOT.fullmatch(words[0])
        or (words[1:] and words[0] in BE and _IS_DOING.fullmatch(words[1]))
    ):
        words.pop(0)
    if words[:1] == ["to"]:  # "Who is to build it?"
        words.pop(0)
    return "" if not words or words[0] in BE else words[0].lower()


def verbs_of_whom(question: str) -> list[str]:
    """What may be the verb of a question of whom, "order" of "Whom did Lie order to thank Ek?"; none of others."""
    to_do_it = _TO_DO_IT.search(question)
    words = WORD.findall(question[: to_do_it.start() if to_do_it else None])[1:] if ASKS_WHOM.match(question) else []
    return [word.lower() for word in words if word.islower() and word not in AUXILIARIES]


def has_verb(text: str) -> bool:
    """Whether one of its words is an auxiliary, some verb's past, or nothing but a verb."""
    return any(is_auxiliary(word) or base_of_past(word) or is_verb(word) for word in WORD.findall(text))


def told_at(tokens: Sequence[re.Match[str]], *verbs: str) -> list[int]:
    """Where words stand that are forms of one of some verbs in small letters: of "steal" also "stole"."""
    return [n for n, one in enumerate(tokens) if any(are_forms(one.group().lower(), verb) for verb in verbs)]


def before_verb(tokens: list[re.Match[str]], verb: int) -> int:
    """Where the word stands that comes before a verb and its auxiliaries, 0 where none does."""
    at = verb - 1
    while at > 0 and tokens[at].group().lower() in AUXILIARIES | _THEN:
        at -= 1
    return max(0, at)


def is_passive(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a form of "be" stands before a word, with an adverb between at most."""
    if tokens[at].group().endswith("ing"):
        return False
    for n in range(at - 1, max(0, at - 1 - _BETWEEN) - 1, -1):
        if tokens[n + 1].start() - tokens[n].end() > 1:  # "who is 80, sang"
            return False
        word = tokens[n].group().lower()
        if word in BE:
            return True
        if not word.endswith("ly") and word not in ("also", "later", "never", "not", "then"):
            return False
    return False
