"""Sentences that leave open what they speak of: "I asked who was at the wheel", "He was asleep or he was drunk".

By their form. Leaves out charges (charges.py) and denials (denials.py).
"""

import re
from itertools import islice

from retrieval.search import content_words, share_of

_WORD = re.compile(r"[\w’'-]+")
# Before a question that is told, never before a relative clause, which has a noun there.
_BEFORE = re.compile(
    r"(?:about|ask(?:ed|s|ing)?|clear|decide[ds]?|determine[ds]?|discover(?:ed|s)?|establish(?:ed|es)?|explain(?:ed|s)?|"
    r"f(?:i|ou)nd out|guess(?:ed|es)?|kn[eo]w[ns]?|learn(?:ed|s|t)?|of|question|remember(?:ed|s)?|reveal(?:ed|s)?|"
    r"sa(?:id|ys?)|see|sure|tells?|told|uncertain|unclear|unknown|wonder(?:ed|s|ing)?)(?: [a-z]+ly)? $",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:who|what|which) ", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:who|what|which|whether) ", re.IGNORECASE)
_CLOSES = re.compile(r"[.,;:?!”\"]")
_IF = re.compile(r"(?:But |And )?(?:If|Unless|Should)\b[^,]*,")
_CLAUSE_OR = re.compile(
    r"\bor (?=(?:he|it|she|they|[^\W\d_a-z][\w’'-]*) (?:are|did|had|has|have|is|was|were|will|[a-z]+ed)\b)"
)
_MOST = 8  # of a sentence that are looked at
_EITHER = re.compile(r"\b(?:either|whether)\b.*?\bor ", re.DOTALL | re.IGNORECASE)
# "Did Ada Lie sign it?"
_WHETHER = re.compile(
    r"(?:[Aa]nd |[Bb]ut )?(?:[A-Za-z][a-z]+) (?P<name>[^\W\d_a-z][\w’'-]*"
    r"(?: [^\W\d_a-z][\w’'-]*)*) (?P<deed>.+)"
)
_PRONOUN = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)


def asks_it_too(question: str, sentence: str) -> bool:
    """Whether a sentence has the question itself: "I asked who was at the wheel", asked who was at the wheel."""
    asked = _WORD.findall(question.casefold())
    for who in _WHO.finditer(sentence):
        told = sentence[who.start() : who.start() + 2 * len(question)].casefold()  # with what may stand between words
        same = _WORD.findall(told)[: len(asked)] == asked
        if same and len(asked) > 1 and _BEFORE.search(sentence[: who.start()]):
            return True
    return False


def tells_only_a_question(question: str, sentence: str) -> bool:
    """Whether a sentence has what a yes or no is asked about only as a question: "The question who had paid
    remained", asked whether Lie had paid.
    """
    asked = _WHETHER.match(question)
    deed = content_words(asked["deed"]) if asked else []
    for who in islice(_QUESTION.finditer(sentence), _MOST):
        if _BEFORE.search(sentence[: who.start()]):
            clause = _CLOSES.split(sentence[who.start() :], maxsplit=1)[0]
            rest = sentence.replace(clause, "")
            if deed and share_of(deed, clause) == 1 and share_of(deed, rest) < 1:
                return True
    return False


def is_on_condition(question: str, sentence: str) -> bool:
    """Whether a sentence tells nothing of what is asked but as a condition: "If he does, they will sing"."""
    asked, condition = _WHETHER.match(question), _IF.match(sentence)
    deed = content_words(asked["deed"]) if asked else []
    return bool(deed and condition) and not share_of(deed, sentence[condition.end() if condition else 0 :])


def is_one_of_two(question: str, sentence: str) -> bool:
    """Whether a sentence tells what a question asks about only as one of two things that may be: "He was asleep or he
    was drunk", asked whether he was drunk. The question asks for no such two.
    """
    if re.search(r"\bor\b", question):
        return False
    wanted = content_words(question)
    found = (parted for form in (_CLAUSE_OR, _EITHER) for parted in islice(form.finditer(sentence), _MOST))
    for parted in found:
        before, behind = sentence[: parted.end() - len("or ")], sentence[parted.end() :]
        if share_of(wanted, before) != share_of(wanted, behind):
            return True
    return False


def tells_of_theirs(question: str, sentence: str) -> bool:
    """Whether a sentence has what is asked only of somebody who belongs to whom the question names: "Lie, whose
    daughter Ana was among them", asked whether Lie was among them.
    """
    asked = _WHETHER.match(question)
    if not asked:
        return False
    name, deed = asked["name"].split()[-1], content_words(asked["deed"])
    whose = re.search(rf"\b{re.escape(name)}\b[^,]{{0,60}}, whose (?P<clause>[^;]*)", sentence)
    if not whose or not deed:
        return False
    # Where the name begins its sentence, what it did stands behind the clause.
    clause = whose["clause"].partition(", ")[0] if sentence.startswith(asked["name"]) else whose["clause"]
    inside = share_of(deed, clause) == 1 and name not in clause
    return inside and not share_of(deed, sentence.replace(clause, ""))


def tells_beside(question: str, sentence: str) -> bool:
    """Whether of two parts of a sentence one has whom the question asks about, and one before it the deed, of others:
    "Nineteen have signed the letter; Ruth Adler called it a joke", asked whether Adler signed the letter.
    """
    asked = _WHETHER.match(question)
    if not asked:
        return False
    name, deed = asked["name"].split()[-1], content_words(asked["deed"])
    parts = sentence.split("; ")
    named = [n for n, part in enumerate(parts) if re.search(rf"\b{re.escape(name)}\b", part)]
    shares = [share_of(deed, part) for part in parts]
    told = shares.index(max(shares))
    return bool(named) and named[0] > told and not shares[named[0]] and not _PRONOUN.match(parts[told])
