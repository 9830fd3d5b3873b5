"""A bare "Why?", "When was that?", "Where?" or "Of what?" -> a question of its own about what was asked last and its
answer.

By the form of both. Leaves out follow-ups that have a pronoun or a name (conversation.py).
"""

import re

from retrieval.naming import ARTICLES, LEADING
from retrieval.questions import WHETHER

_BARE = re.compile(
    r"(?P<word>why|when|where)(?P<denied> not)?"
    r"(?: (?:is|was|were)(?P<later>n['’]t)? (?:that|this|so)(?: so)?| (?:did|does) (?:that|this|it) happen)?\W*",
    re.IGNORECASE,
)
_SAID_SO = re.compile(r"(?:why|when|where) was it that (?P<rest>.+)", re.IGNORECASE)
PREPOSITIONS = "about|against|as|at|by|for|from|in|into|of|on|over|to|under|with"
# "Of what?", "With whom?", "What for?"
_LEFT_OPEN = re.compile(
    rf"(?:(?P<before>{PREPOSITIONS}) (?P<of>what|whom?)|(?P<word>what|whom?) (?P<behind>{PREPOSITIONS}))\W*",
    re.IGNORECASE,
)
_PUT = re.compile(
    rf"(?:(?P<to>{PREPOSITIONS}) )?(?:whom?|what|when|where|why|how) "
    r"(?P<auxiliary>did|does|do|was|were|is|are|has|have|had|will|would|can|could) (?P<rest>.+)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:who|what) (?P<deed>.+)", re.IGNORECASE)
_NOT_DOING = re.compile(r"(?:did|does|do)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"[^\W\d_a-z]|(?:an?|the|his|her|their|its) ")  # not "Who had warned Lie?"
_NOT = {"can": "can't", "will": "won't", "shall": "shan't", "may": "may not"}
# Where the party stands in "Whom did Lie invite _ to tea?", "Whom did Lie write to _ about tea?".
_PLACE = re.compile(rf"(?= (?:{PREPOSITIONS}) (?!(?:{PREPOSITIONS})\b)\w)")
_BY_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'-]* )+[a-z]")  # "Lie invite", not "the mayor of Lima invite"


def is_bare(message: str) -> bool:
    """Whether a message asks why, when, where or of what something was that it does not name."""
    return bool(_BARE.fullmatch(message) or _LEFT_OPEN.fullmatch(message))


def question_about(message: str, asked: str, said: str) -> str:
    """The message about the last question and its answer (or ""), as a question of its own.

    "Why?" after "Who resigned?" and "Ada Lie": "Why was it that Ada Lie resigned?"; after "Did Lie resign?": "Why did
    Lie resign?". "Of what?" after "Whom did Lie accuse?" and "Bo Ek": "What did Lie accuse Bo Ek of?". "" where the
    last question has no such form.
    """
    asked = asked.strip().rstrip("?!. ")
    if bare := _BARE.fullmatch(message):
        word = bare["word"].capitalize()
        whole, told = _told(asked, said, denied=bool(bare["denied"] or bare["later"]))
        return f"{word} {told}?" if told else f"{word} was it that {_inside(whole)}?" if whole else ""
    if left := _LEFT_OPEN.fullmatch(message):
        preposition, word = (left["before"] or left["behind"]).lower(), (left["of"] or left["word"]).lower()
        if (preposition, word) == ("for", "what"):  # a reason: those are read with more care
            return question_about("Why?", asked, said)
        whole, told = _told(asked, said, denied=False)
        if told:
            return f"{word.capitalize()} {told} {preposition}?"
        return f"{whole[:1].upper()}{whole[1:]} {preposition} {word}?" if whole else ""
    return ""


def _told(asked: str, said: str, *, denied: bool) -> tuple[str, str]:
    """The last question with its answer in it: as a statement, "Ada Lie resigned", or else as it stands behind a
    question word, "did Lie thank Bo Ek". ("", "") where it has no such form.
    """
    if before := _SAID_SO.fullmatch(asked):
        return before["rest"], ""
    whether = WHETHER.match(asked)
    if whether and " " not in whether["first"]:
        return "", f"{_auxiliary(whether['first'].lower(), denied)}{asked[whether.end() :]}"
    put = _PUT.fullmatch(asked)
    if put and (_NOT_DOING.match(put["auxiliary"]) or _SOMEBODY.match(put["rest"])):
        asks_party = asked.lower().startswith(("who", "what")) or bool(put["to"])
        done = (
            _with_party(put["rest"], f"{(put['to'] or '').lower()} {said}".strip())
            if said and asks_party
            else put["rest"]
        )
        return "", f"{_auxiliary(put['auxiliary'].lower(), denied)} {done}"
    if put and said:
        return "", f"{_auxiliary(put['auxiliary'].lower(), denied)} {said} {put['rest']}"
    subject = _SUBJECT.fullmatch(asked)
    return (f"{said} {subject['deed']}", "") if subject and said else ("", "")


def _inside(statement: str) -> str:
    """A statement as it stands inside a sentence: "the president resigned"."""
    first, _, _ = statement.partition(" ")
    return f"{first.lower()}{statement[len(first) :]}" if first.lower() in ARTICLES | LEADING else statement


def _with_party(rest: str, party: str) -> str:
    """What was done, with whom it was done to where they stand; without, where that cannot be told by its form."""
    place = _PLACE.search(rest)
    if not place:
        return f"{rest} {party}"
    return f"{rest[: place.start()]} {party}{rest[place.start() :]}" if _BY_NAME.match(rest) else rest


def _auxiliary(word: str, denied: bool) -> str:
    """With its "not" where it is denied."""
    return _NOT.get(word, f"{word}n't") if denied and not word.endswith("n't") else word
