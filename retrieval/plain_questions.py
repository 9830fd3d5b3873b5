"""What a question asks that a parse alone may tell: its verb, who did it or to whom, the other party, and the rest.

By the question's form. Leaves out what sentences tell of it (plainly.py).
"""

import re
from dataclasses import dataclass, replace

from retrieval.asked_back import asked_back
from retrieval.denials import verb_of
from retrieval.inflection import are_forms
from retrieval.naming import name_at
from retrieval.predicates import ASKS_DONE_TO, ASKS_WHOM, BE, MAY_BE, verb_asked_for
from retrieval.questions import Blanks

_BY = re.compile(r"by (?:the )?", re.IGNORECASE)
_TO_WHOM = re.compile(r"\W*(?:and )?(?P<by>about|against|at|for|from|of|on|over|to|with) (?=whom )", re.IGNORECASE)
_ENDS_OPEN = re.compile(r"\b(?:about|against|at|by|for|from|in|of|on|over|to|with)$")
# What one does who has it done by another, and behind what they stand (converses: Lyons, 1977, "Semantics").
_CONVERSES = {
    "beat": ("lose", "to"),
    "borrow": ("lend", "to"),
    "buy": ("sell", "to"),
    "defeat": ("lose", "to"),
    "lend": ("borrow", "from"),
    "receive": ("give", "to"),
    "sell": ("buy", "from"),
}
_PAIR = 2  # blanks


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's verb, whether it asks to whom it was done, the other party, and what else it asks."""

    verb: str
    done_to: bool
    other: str
    rest: str
    behind: str = ""  # the preposition that the answer stands behind: "to", of "sold it to Ek", asked who bought it

    def is_converse(self) -> bool:
        """Whether it is asked in the words of the other one."""
        return bool(self.behind) and not self.done_to

    def converse(self) -> "Asked | None":
        """The same in the words of the other one: who bought it is to whom it was sold, and whom Lie beat is who lost
        to Lie.
        """
        if self.done_to and self.other and not self.behind:
            lost = [put for verb, put in _CONVERSES.items() if put[0] == "lose" and are_forms(self.verb, verb)]
            return Asked("lose", False, "", f"to {self.other} {self.rest}".strip()) if lost else None
        found = [put for verb, put in _CONVERSES.items() if not self.done_to and are_forms(self.verb, verb)]
        return replace(self, verb=found[0][0], behind=found[0][1]) if found else None


def who_is_asked_for(question: str, text: str) -> Asked | None:
    """Of "Whom did Lie thank in May?" the verb "thank", the other party Lie, and the rest "in May"; None of what is
    not asked as done, or not for who or whom. By `text` it is known how far the other party goes.
    """
    if MAY_BE.search(question):
        return None
    asked = question.strip().rstrip("?!. ")
    if passive := ASKS_DONE_TO.match(asked):
        behind = asked[passive.end() :].strip()
        by = _BY.match(behind)
        other = (name_at(behind, by.end()) or behind[by.end() :]) if by else ""
        return Asked(passive["done"].lower(), True, other, behind[by.end() + len(other) :] if by else behind)
    to = _TO_WHOM.match(asked)
    asked = asked[to.end() :] if to else asked
    if ASKS_WHOM.match(asked):
        back = asked_back(asked.partition(" ")[2], text)
        verb, behind = verb_of(back.rest) if back else ("", "")
        open_ = _ENDS_OPEN.search(behind)  # "Whom did Lie apologise to?"
        stands_behind = to["by"].lower() if to else open_.group() if open_ else ""
        behind = behind[: open_.start()] if open_ else behind
        return Asked(verb, True, back.subject.words, behind, stands_behind) if back and verb else None
    verb = verb_asked_for(asked)
    behind = asked.partition(verb)[2].strip() if verb else ""
    return Asked(verb, False, "", behind) if verb and not _ENDS_OPEN.search(behind) else None


def whether_is_asked(question: str, text: str) -> Asked | None:
    """The same of "Did Lie thank Ek?"; None of other questions, and of "Was Ek thanked?"."""
    back = None if MAY_BE.search(question) else asked_back(question, text)
    verb, behind = verb_of(back.rest) if back else ("", "")
    return (
        Asked(verb, False, back.subject.words, behind) if back and verb and back.auxiliary.lower() not in BE else None
    )


def pair_is_asked_for(blanks: Blanks) -> Asked | None:
    """The same of two blanks, "Who apologised to whom?"; None of three."""
    verb, behind = verb_of(blanks.between[1])
    if len(blanks.words) != _PAIR or not verb or MAY_BE.search(blanks.between[1]):
        return None
    open_ = _ENDS_OPEN.search(behind)
    rest = f"{behind[: open_.start()] if open_ else behind} {blanks.between[-1]}".strip()
    return Asked(verb, True, "", rest, open_.group() if open_ else "")
