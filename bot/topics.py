"""A message that asks to be told about something -> what: "the flood" of "Tell me about the flood", or "flood".

By its form: words of telling and of the medium before "about", or no verb at all. Leaves out questions (wording.py),
and what the articles have (retrieval/topics.py).
"""

import re
from dataclasses import dataclass

from bot.word_order import is_statement
from retrieval.naming import DAYS_AND_MONTHS
from retrieval.questions import IMPERSONAL, PERSONAL, PRONOUNS, WHETHER
from retrieval.search import STOP_WORDS

_ASKING = frozenset("what which who whom whose where when why how".split())
_ASKING_ELSE = _ASKING - {"what", "which"}
_MEDIUM = frozenset(
    """article articles story stories news headline headlines summary information info details detail anything
    something everything nothing""".split()
)
_NEWS = frozenset("articles stories news headlines".split())  # a "report" may be one that the news are about
_TELLING = frozenset(
    """tell know say says said show give hear heard read find learn inform summarise summarize write wrote written
    mention mentions discuss cover covers concern got have like want please help latest new recent today""".split()
)
_ABOUT = re.compile(r"\b(?:about|on|regarding|concerning|of|mention|mentions|discuss|covers?) (?P<topic>.+)", re.I)
_HAPPENED = re.compile(r"what happened (?:at|during|in|on|with) (?P<topic>.+)", re.IGNORECASE)
_ALSO_ABOUT = re.compile(r",? (?:all )?about$", re.IGNORECASE)
_NEWEST = re.compile(r"what(?:['’]s| is) (?:new|happening)(?: today)?", re.IGNORECASE)
_ARTICLE_ABOUT = re.compile(rf"(?:the |an? )?(?:{'|'.join(sorted(_MEDIUM))}) (?:about|on) ", re.IGNORECASE)
_TIME = re.compile(rf"(?:\d|{'|'.join(sorted(DAYS_AND_MONTHS))})", re.IGNORECASE)
_LONGEST = 8  # words of a topic alone
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message asks to be told about, "" of the news as such; and whether it asks so in as many words."""

    words: str
    surely: bool


def topic_of(message: str) -> Topic | None:
    """What it asks to be told about; None where it asks something else."""
    asked = message.strip().rstrip("?!. ")
    words = _WORD.findall(asked.lower())
    whether = WHETHER.match(asked)
    asks_else = whether or not _ASKING_ELSE.isdisjoint(words)
    if _NEWEST.fullmatch(asked) or (not asks_else and not _NEWS.isdisjoint(words) and _is_of_medium(asked)):
        return Topic("", surely=True)
    about, happened = _ABOUT.search(asked), _HAPPENED.fullmatch(asked)
    if about and _asks_to_be_told(asked[: about.start()]):
        return _as_topic(about["topic"], surely=True)
    if happened:
        return _as_topic(happened["topic"], surely=False)
    alone = bool(words) and len(words) <= _LONGEST and _ASKING.isdisjoint(words) and not whether
    return _as_topic(asked, surely=False) if alone else None


def is_question(message: str) -> bool:
    """Whether it has the form of one."""
    words = _WORD.findall(message.lower())
    return "?" in message or not _ASKING.isdisjoint(words) or bool(WHETHER.match(message.strip()))


def _is_of_medium(text: str) -> bool:
    """Whether every word speaks of the articles, of telling, or to whoever is asked."""
    words = _WORD.findall(_ALSO_ABOUT.sub("", text).lower())
    return all(word in _MEDIUM | _TELLING | STOP_WORDS | PRONOUNS | {"s", "d", "all"} for word in words)


def _asks_to_be_told(frame: str) -> bool:
    """Whether the words before "about" ask for what is known: "Tell me", "What do the articles say", "Any news"."""
    words = frozenset(_WORD.findall(frame.lower()))
    spoken_to = words & {"me", "us", "you", "we", "i"} or words & _MEDIUM or len(words) == 1
    return bool(words & (_MEDIUM | _TELLING) and spoken_to and not words & _ASKING_ELSE) and (
        PERSONAL.isdisjoint(words) and _is_of_medium(frame)
    )


def _as_topic(words: str, *, surely: bool) -> Topic | None:
    """The topic, if it is one: no clause, no time, and no "that"."""
    words = _ARTICLE_ABOUT.sub("", _ALSO_ABOUT.sub("", words))
    told = frozenset(_WORD.findall(words.lower()))
    empty = not told - STOP_WORDS - PRONOUNS
    other = told & (_ASKING | PERSONAL | IMPERSONAL) or is_statement(words) or _TIME.match(words)
    return None if empty or other else Topic(words, surely)
