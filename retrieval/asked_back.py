"""A yes-or-no question asked back: "Did Pompeo visit Cambodia?" -> "Who did visit Cambodia?", Pompeo.

By its form and that of the text alone. Leaves out what is made of the answers (verdicts.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.naming import ARTICLES, LEADING, is_name, is_pronoun
from retrieval.parser import below, parsed, root_of
from retrieval.questions import WHETHER

_CLOSING = re.compile(r"\W+$")
_NOT = re.compile(r"n't$")
_SHORTENED = {"can't": "can", "won't": "will"}
_GOING_ON = frozenset("and at de for from in of on the und van von".split())  # inside a name: "the Society of Arts"
_ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
_ANYTHING = frozenset("anything everything nothing something".split())
_PREPOSITIONS = frozenset("about against at by for from in into of on to with".split())
_LONGEST = 8  # words of a subject


@dataclass(frozen=True, slots=True)
class Part:
    """One party of a yes-or-no question, and the question that asks for it."""

    words: str
    question: str


@dataclass(frozen=True, slots=True)
class Back:
    """A yes-or-no question, taken apart: what it begins with, its subject and the rest."""

    first: str  # "Did"
    auxiliary: str  # that of the question asked back; "" of "Is it true that ...?"
    subject: Part
    rest: str  # "visit Cambodia"
    object: Part | None = None  # "Whom did Pompeo visit?", Cambodia

    def parts(self) -> tuple[Part, ...]:
        """Those that can be asked for."""
        return (self.subject, self.object) if self.object else (self.subject,)

    def of(self, subject: str) -> str:
        """The question with another subject: "Did she visit Cambodia?"."""
        return f"{self.first} {subject} {self.rest}?"

    def about(self, rest: str) -> "Back":
        """The same with another rest, of which nothing but its subject is asked."""
        who = replace(self.subject, question=" ".join(["Who", *self.auxiliary.split(), rest]) + "?")
        return replace(self, subject=who, rest=rest, object=None)

    def denied(self) -> str:
        """Asked back the other way round: "Who did not visit Cambodia?"."""
        return f"Who {self.auxiliary} not {self.rest}?"


def asked_back(question: str, text: str) -> Back | None:
    """The question asked back; None where its subject cannot be told by its form.

    The subject is the name that the rest begins with, or else the longest beginning that stands in the text; the
    object the longest ending that stands there.
    """
    asked = WHETHER.match(question.strip())
    if not asked:
        return None
    first, words = asked["first"].lower(), _CLOSING.sub("", question.strip()[asked.end() :]).split()
    named = next((at for at, word in enumerate(words) if not word[:1].isupper()), 0)
    anything = bool(words) and words[0].lower() in _ANYTHING
    if anything or (words and words[0].lower() in _ANYBODY):
        named = 1
    elif not named or words[named] in _GOING_ON:
        named = _longest(words, text) or named
    if named == 1 and words[0].lower() in ARTICLES:
        named = 2
    if not named:
        named = _by_parse(question)
    subject, rest = " ".join(words[:named]), words[named:]
    if not subject or not rest or is_pronoun(subject) or subject.lower() == "there":
        return None
    auxiliary = "" if " " in first else _SHORTENED.get(first) or _NOT.sub("", first)
    who = Part(subject, " ".join(["What" if anything else "Who", *auxiliary.split(), *rest]) + "?")
    back = Back(asked["first"], auxiliary, who, " ".join(rest))
    ending = _longest(rest[::-1], text, backwards=True)
    if 1 < ending == len(rest) - 1 and rest[-ending] in _PREPOSITIONS:
        ending -= 1  # "Whom did Lie apologise to?"
    if not ending or not auxiliary:
        return back
    doing = rest[:-ending]
    while len(doing) > 1 and doing[-1].lower() in ARTICLES | LEADING:
        doing = doing[:-1]
    found = " ".join(rest[-ending:])
    what = "Whom" if is_name(found) else "What"
    return replace(back, object=Part(found, f"{what} {auxiliary} {subject} {' '.join(doing)}?"))


def _by_parse(question: str) -> int:
    """How many words a question's subject has by its parse, if it stands right behind the first one; else 0."""
    tree = parsed(question)
    root = root_of(tree)
    subject = next((tree[n] for n in below(tree, root, "nsubj", "nsubjpass") if tree[n].first == 1), None)
    if subject is None:
        return 0
    return len(question[tree[1].place.start : tree[subject.last].place.end].split())


def _longest(words: Sequence[str], text: str, *, backwards: bool = False) -> int:
    """How many words the longest beginning has that stands in the text, with one left to ask for.

    Backwards: the words are those of an ending, its last one first.
    """
    found = 0
    for count in range(1, min(_LONGEST, len(words) - 1) + 1):
        part = re.escape(" ".join(words[:count][::-1] if backwards else words[:count]))
        if re.search(rf"(?<!\w){part}(?!\w)", text, re.IGNORECASE):
            found = count
    return found
