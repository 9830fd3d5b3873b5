"""What a question asks for: words, a yes or no, or several blanks at once. Decided by its form alone.

Only closed classes of English are listed here (question words, auxiliaries, pronouns): no verb, no topic.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.inflection import is_word, lemmas

AUXILIARIES = (
    "did|does|do|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must|"
    "didn't|doesn't|don't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|can't|couldn't|won't|wouldn't"
)
WHETHER = re.compile(
    rf"^(?:(?:and|but|so|then|also)\b,? )?(?P<first>is it true that|{AUXILIARIES})\b(?!')", re.IGNORECASE
)
_BLANK = re.compile(r"\b(?:who|whom|what|which [a-z]+|when|where)\b", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"(?:what|whom|and|of|to|for|with|about|on|over|in|at|from|by|into|during|after|before|"
    r"away|back|down|home|off|out|up) ",
    re.IGNORECASE,
)
_TO = re.compile(r"to (?P<verb>[a-z]+)\b")
_GIVEN = re.compile(r"(?:an?|the|his|her|its|their|some|\d[\d.,]*) \w", re.IGNORECASE)
_SAYING = re.compile(r"^\W*(?:\w+,? )?what (?:did|does|do|has|have|had|was|were)\b.+\b(?:say|said|tell|told)\b", re.I)
_AMOUNT = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_PERSON = re.compile(r"^(?:who|whom|which (?:person|people)\b)", re.IGNORECASE)
# "Which cities", "Which two Norwegian towns", "Which country".
_WHICH = re.compile(
    r"\b(?P<asks>which|what) (?:(?:two|three|four|five|six|other) )?(?:(?-i:[A-Z])\w+ )?(?P<noun>[a-z]+)\b", re.I
)
_THING = re.compile(r"\W*(?:and |but )?(?:what|which)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*(?:and |but )?(?:who|what) (?!(?:did|does|do)\b)", re.IGNORECASE)
_NAME = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*"
_OF_TWO = re.compile(rf"(?P<first>[A-Z][a-z]+) (?P<one>{_NAME}) and (?P<other>{_NAME}) (?P<rest>[a-z].*)", re.DOTALL)
_OF_ONE = {"were": "was", "are": "is", "have": "has", "do": "does"}
_PLURAL = re.compile(r"[^s]s$|(?:men|people|children)$")

# Words that name nobody by themselves: of persons, of things, and all of them.
PERSONAL = frozenset("he she they him her them his hers their theirs".split())
IMPERSONAL = frozenset(["it", "its"])
PRONOUNS = frozenset(
    """i me we us you who whom this that these those one himself herself itself themselves""".split()
).union(PERSONAL, IMPERSONAL)


class Kind(StrEnum):
    """What is to be looked for."""

    WORDS = "words"
    WHETHER = "whether"
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Blanks:
    """As "Who invited whom to what?" -> the blanks, and the words between them: "", " invited ", " to ", ""."""

    words: tuple[str, ...]
    between: tuple[str, ...]  # one more than words: what stands before, between and behind them

    def first(self) -> str:
        """The question for the first blank alone, the second held open: "Who invited someone?"."""
        return f"{self.words[0]}{self.between[1].rstrip(', ')} {_open(self.words[1])}{self.between[-1]}?"

    def only(self, blank: int, filled: tuple[str, ...]) -> str:
        """The question for one of the first two blanks, the other one filled: "Who invited Pompeo?"."""
        if blank == 1:
            return self.next(filled[:1])
        return f"{self.words[0]}{self.between[1]}{filled[1]}{self.between[-1]}?"

    def stated(self, filled: tuple[str, ...]) -> str:
        """What is told when the blanks are filled: "Pompeo invited Hun Sen"."""
        return (
            "".join(f"{before}{words}" for before, words in zip(self.between, filled, strict=False))
            + self.between[-1]
        )

    def next(self, filled: tuple[str, ...]) -> str:
        """The question for the blank after those that are filled: "Pompeo invited whom?"."""
        parts = [f"{self.between[at]}{words}" for at, words in enumerate(filled)]
        at = len(filled)
        return f"{''.join(parts)}{self.between[at].replace(', and', '')}{self.words[at]}{self.between[-1]}?"


def kind_of(question: str) -> Kind:
    """See Kind."""
    if blanks_of(question):
        return Kind.BLANKS
    if WHETHER.match(question.strip()) and not _BLANK.search(question[: question.find(" ", 8)] or ""):
        return Kind.WHETHER
    return Kind.WORDS


def each_of_two(question: str) -> list[tuple[str, str]]:
    """Of "Were Ada Lie and Ek fined?" each name with what is asked of it, "Was Ada Lie fined?"; none of others."""
    asked = _OF_TWO.fullmatch(question.strip())
    if not asked:
        return []
    first = _OF_ONE.get(asked["first"].lower(), asked["first"].lower()).capitalize()
    return [(asked[name], f"{first} {asked[name]} {asked['rest']}") for name in ("one", "other")]


def asks_for_person(question: str) -> bool:
    """Whether somebody is asked for."""
    return bool(re.search(r"\b(?:who|whom|which (?:person|people))\b", question, re.IGNORECASE))


def is_auxiliary(word: str) -> bool:
    """Whether a word is a form of "do", "be" or "have", or a modal: "did", "couldn't"."""
    return bool(re.fullmatch(AUXILIARIES, word, re.IGNORECASE))


def asks_for_subject(question: str) -> bool:
    """Whether it is asked who or what did something, or was something: not "Whom did Lie thank?"."""
    return bool(_SUBJECT.match(question))


def asks_for_several(question: str) -> bool | None:
    """Whether the noun that is asked for is a plural, "Which cities ...?"; None where none is: "Who ...?"."""
    asked = _WHICH.search(question)
    if not asked or is_auxiliary(asked["noun"]):
        return None
    if _PLURAL.search(asked["noun"]):
        return True
    return False if asked["asks"].lower() == "which" else None  # "What happened?"


def noun_asked_for(question: str) -> str:
    """Of "Which ministers ...?" the noun without its plural's ending; "" where none is asked for: "What ate it?"."""
    asked = _WHICH.search(question)
    named = asked and asked["asks"].lower() == "which" and not is_auxiliary(asked["noun"])
    return re.sub(r"(?:ies|y|(?<!s)s)$", "", asked["noun"]) if asked and named else ""


def asks_for_thing(question: str) -> bool:
    """Whether it is asked what or which something is: not who, when, where, why or how."""
    return bool(_THING.match(question))


def asks_for_amount(question: str) -> bool:
    """Whether how many or how much is asked."""
    return bool(_AMOUNT.search(question))


def asks_for_speech(question: str) -> bool:
    """Whether somebody's words are asked for: "What did Okafor say?"."""
    return bool(_SAYING.search(question))


def blanks_of(question: str) -> Blanks | None:
    """The blanks of a question with two or three, the first of which opens it; None for other questions."""
    asked = question.strip().rstrip("?!. ")
    found = list(_BLANK.finditer(asked))
    if not 2 <= len(found) <= 3 or found[0].start() != 0 or not _PERSON.match(asked):
        return None
    # "Who said what happened?" has a clause behind its second question word: one blank only.
    if not all(_closes(asked, match) for match in found[1:]):
        return None
    edges = [0, *(edge for match in found for edge in match.span()), len(asked)]
    between = tuple(asked[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
    return Blanks(tuple(match.group() for match in found), between)


def _closes(asked: str, match: re.Match[str]) -> bool:
    """Whether a question word stands for a party: it ends the question, or a preposition or another blank follows, or
    what the party was given: "Who handed whom a medal?".
    """
    rest = asked[match.end() :].strip(" ,")
    deed = None if match.group().lower() in ("who", "whom") else _TO.match(rest)
    if deed and deed["verb"] in lemmas(deed["verb"]) and not _BLANK.search(rest):
        return False  # "Who told Lie what to do?"
    # "Who handed whom a medal?", "Who sent whom tulips?"
    bare = rest.isalpha() and rest.islower() and rest not in PRONOUNS and is_word(rest)
    given = match.group().lower() == "whom" and (bare or _GIVEN.match(rest))
    return not rest or bool(given or _FOLLOWS.match(f"{rest} "))


def _open(word: str) -> str:
    return "someone" if word.lower() in ("who", "whom") else "something"
