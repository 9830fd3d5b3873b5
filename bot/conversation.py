"""One chat's memory: message -> self-contained question -> Answer. Knows no screen and no Telegram.

A follow-up is put into words of its own in every way that its pronouns allow; the reader's confidence decides.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.circumstances import is_bare, question_about
from retrieval.answer import MAX_QUESTION, Answerer
from retrieval.parties import is_party
from retrieval.questions import IMPERSONAL, PERSONAL, Kind, asks_for_speech, kind_of
from retrieval.search import STOP_WORDS
from retrieval.types import Answer

REMEMBERED = 20  # messages
_REACH = 3  # how many messages a follow-up may lean on

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_OPENERS = frozenset(["and", "but", "or", "so", "also", "then"])
_POSSESSIVES = frozenset(["his", "hers", "their", "theirs", "its"])
_POINTERS = frozenset(["that", "this", "these", "those", "there"])


_OPENING = re.compile(r"^\W*(?:(?:and|but|or|so|also|then)\b[\s,]*)?(?:(?:what|how) about\b\s*)?", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*")
_REWRITINGS = 6
_LONGEST_FOCUS = 60  # characters; a longer answer is a statement, which no pronoun stands for


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked last, self-contained, and who or what the answer was; "" when there was none."""

    asked: str
    said: str = ""


class Conversation:
    """Earlier messages of one chat, and the Answerer that all chats share."""

    def __init__(self, answerer: Answerer, earlier: Sequence[str] = (), last: Turn | None = None) -> None:
        self._answerer = answerer
        self._messages = list(earlier)[-REMEMBERED:]
        self.last = last

    def ask(self, message: str) -> Answer:
        """Answer a message, which may lean on earlier ones. InputError for one that is no question."""
        answer = self._answer(message)
        self._messages = [*self._messages, message][-REMEMBERED:]
        self.last = Turn(answer.resolved, _thing(answer))
        return answer

    def _answer(self, message: str) -> Answer:
        joined = resolve(message, self._messages)
        if joined == message or len(message) > MAX_QUESTION:
            return self._answerer.answer(message)
        tried = [self._answerer.answer(message, one) for one in rewritings(message, self._turn())]
        found = [answer for answer in tried if answer.answers]
        if found:
            return max(found, key=lambda answer: answer.answers[0].confidence)
        if tried:
            return tried[0]
        # Not to be put into words: searched with what was said before, read as it stands unless that says nothing.
        opened = _opened(message)
        return self._answerer.answer(message, joined, None if is_bare(opened) else opened or message)

    def _turn(self) -> Turn:
        """The last turn; asked again when only its message is known."""
        if self.last is None:
            previous = Conversation(self._answerer, self._messages[:-1])
            previous.ask(self._messages[-1])
            self.last = previous.last
        assert self.last  # noqa: S101 # `ask` sets it
        return self.last

    def clear(self) -> None:
        """Forget what was said."""
        self._messages.clear()
        self.last = None


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


def rewritings(message: str, last: Turn) -> list[str]:
    """A follow-up as questions of their own: its pronouns replaced by the names of the last turn in every way, or,
    when it only names something ("And Hun Sen?"), the last question about that, or a bare "Why?" or "Of what?" about
    the last question and its answer. None when it has none of these forms.
    """
    asked = _opened(message)
    if is_bare(asked):
        return [one for one in [question_about(asked, last.asked, last.said)] if one]
    focus = list(dict.fromkeys([*_names(last.asked), *([last.said] if 0 < len(last.said) <= _LONGEST_FOCUS else [])]))
    words = [match for match in _TOKEN.finditer(asked) if match.group().casefold() in PERSONAL | IMPERSONAL]
    if words:
        found = _filled(asked, words, focus)
    elif _names(asked) == [asked.rstrip("?!. ")] or asked.lower().startswith(("the ", "a ")):
        found = (last.asked.replace(name, asked.rstrip("?!. ")) for name in _names(last.asked))
    else:
        return []
    return [one[:1].upper() + one[1:] for one in itertools.islice(found, _REWRITINGS)]


def _opened(message: str) -> str:
    """Without the "and" that opens it."""
    return _OPENING.sub("", message).strip()


def _thing(answer: Answer) -> str:
    """The first answer's words, unless they are a sentence, a pair, or what somebody said: no pronoun means those."""
    asked = answer.resolved
    if not answer.answers or kind_of(asked) is not Kind.WORDS or asks_for_speech(asked):
        return ""
    return answer.answers[0].text


def _filled(asked: str, pronouns: Sequence[re.Match[str]], focus: Sequence[str]) -> Iterator[str]:
    """Different pronouns stand for different things; one that comes twice for the same."""
    kinds = list(dict.fromkeys(_stands_for(match.group()) for match in pronouns))
    for chosen in itertools.permutations(focus, len(kinds)):
        meant = dict(zip(kinds, chosen, strict=True))
        if not all(kind == "it" or is_party(words) for kind, words in meant.items()):
            continue
        filled = asked
        for match in reversed(pronouns):
            words = meant[_stands_for(match.group())]
            owner = match.group().casefold() in _POSSESSIVES or _owns(match, asked)
            filled = f"{filled[: match.start()]}{words}{chr(39) + 's' if owner else ''}{filled[match.end() :]}"
        yield filled


def _stands_for(pronoun: str) -> str:
    """he, him and his are one; so are she and her, they and them, it and its."""
    return {"h": "he", "s": "she", "t": "they", "i": "it"}[
        "s" if pronoun.casefold() in ("her", "hers") else pronoun[0].casefold()
    ]


def _owns(match: re.Match[str], asked: str) -> bool:
    """Whether "her" is followed by a noun of hers: "her brother", not "her for" or "her?"."""
    following = _TOKEN.match(asked, match.end() + 1)
    if match.group().casefold() != "her" or following is None:
        return False
    return following.group().casefold() not in STOP_WORDS


def _names(question: str) -> list[str]:
    """Runs of words with a capital, but for a function word that opens the question."""
    found = []
    for match in _NAME.finditer(question):
        words = match.group().split(" ")
        while words and words[0].casefold() in STOP_WORDS:
            words.pop(0)
        if words:
            found.append(" ".join(words))
    return found


def leans_on_earlier(message: str) -> bool:
    """Whether a message cannot be understood alone: it opens with "and", names nothing ("Why?"), or has a pronoun
    with no name in the message that it could stand for.
    """
    tokens = _TOKEN.findall(message)
    words = [token.casefold() for token in tokens]
    if not words:
        return False
    if is_bare(message) or words[0] in _OPENERS or words[:2] in (["what", "about"], ["how", "about"]):
        return True
    if all(word in STOP_WORDS for word in words):
        return True
    # The first word is capitalised in any case, so it counts as a name only when it is no function word.
    named = [
        token[:1].isupper() and (at > 0 or word not in STOP_WORDS)
        for at, (token, word) in enumerate(zip(tokens, words, strict=True))
    ]
    for at, word in enumerate(words):
        if word in PERSONAL and not any(named[:at]):
            return True
        if (word in IMPERSONAL or _points_back(words, at)) and not any(named):
            return True
    return False


def _points_back(words: Sequence[str], at: int) -> bool:
    """As in "When was that?": a pointer that ends the message stands for something said before."""
    return words[at] in _POINTERS and at == len(words) - 1
