"""One chat's memory: message -> self-contained question -> Answer. Knows no screen and no Telegram."""

import re
from collections.abc import Sequence

from retrieval.answer import Answerer
from retrieval.search import STOP_WORDS
from retrieval.types import Answer

REMEMBERED = 20  # messages
_REACH = 3  # how many messages a follow-up may lean on

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_OPENERS = frozenset(["and", "but", "or", "so", "also", "then"])
_PERSONS = frozenset(["he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs"])
_THINGS = frozenset(["it", "its"])
_POINTERS = frozenset(["that", "this", "these", "those", "there"])


class Conversation:
    """Earlier messages of one chat, and the Answerer that all chats share."""

    def __init__(self, answerer: Answerer, earlier: Sequence[str] = ()) -> None:
        self._answerer = answerer
        self._messages = list(earlier)[-REMEMBERED:]

    def ask(self, message: str) -> Answer:
        """Answer a message, which may lean on earlier ones. InputError for one that is no question."""
        answer = self._answerer.answer(message, resolve(message, self._messages))
        self._messages = [*self._messages, message][-REMEMBERED:]
        return answer

    def clear(self) -> None:
        """Forget what was said."""
        self._messages.clear()


def resolve(message: str, earlier: Sequence[str]) -> str:
    """A question that stands on its own: a follow-up has the messages it leans on put in front of it.

    Joining them is the plain and strong baseline of conversational search (TREC CAsT, Dalton et al., 2020). It
    reaches back to the last message that stood on its own, at most three.
    """
    needed = [message]
    for previous in reversed(earlier):
        if len(needed) > _REACH or not leans_on_earlier(needed[0]):
            break
        needed.insert(0, previous)
    return " ".join(needed)


def leans_on_earlier(message: str) -> bool:
    """Whether a message cannot be understood alone: it opens with "and", names nothing ("Why?"), or has a pronoun
    with no name in the message that it could stand for.
    """
    tokens = _TOKEN.findall(message)
    words = [token.casefold() for token in tokens]
    if not words:
        return False
    if words[0] in _OPENERS or words[:2] in (["what", "about"], ["how", "about"]):
        return True
    if all(word in STOP_WORDS for word in words):
        return True
    # The first word is capitalised in any case, so it counts as a name only when it is no function word.
    named = [
        token[:1].isupper() and (at > 0 or word not in STOP_WORDS)
        for at, (token, word) in enumerate(zip(tokens, words, strict=True))
    ]
    for at, word in enumerate(words):
        if word in _PERSONS and not any(named[:at]):
            return True
        if (word in _THINGS or _points_back(words, at)) and not any(named):
            return True
    return False


def _points_back(words: Sequence[str], at: int) -> bool:
    """As in "When was that?": a pointer that ends the message stands for something said before."""
    return words[at] in _POINTERS and at == len(words) - 1
