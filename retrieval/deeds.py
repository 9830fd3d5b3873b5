"""What a question of when, where or why presumes: a deed, its parties, and where in a sentence it stands.

By the form of the question and the text. Leaves out which words of a sentence say when or where (times_places.py) or
why (reasons.py).
"""

import re
from dataclasses import dataclass

from corpus.article import Span
from retrieval.asked_back import asked_back
from retrieval.naming import name_words
from retrieval.search import content_words, share_of
from retrieval.types import Window

_ASKED = re.compile(
    r"\W*(?:and,? )?(?P<asks>when|where|why) (?P<it>(?:is|was) it that )?(?P<deed>.+)", re.IGNORECASE | re.DOTALL
)
_WHAT_FOR = re.compile(r"\W*(?:and,? )?what (?P<deed>(?!for\b).+) for\W*", re.IGNORECASE | re.DOTALL)
_OBJECT = re.compile(r"\w+ (?:an?|the|his|her|its|their)\b")
_OBJECT_NAME = re.compile(r"\w+ [^\W\d_a-z]")
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is asked about it, whether it was done ("Did Lie resign?" of "Why did Lie resign?"), and its words."""

    asks: str  # "when", "where", "why" or, of "What did Lie thank Ek for?", "for"
    whether: str
    words: tuple[str, ...]  # that carry meaning, without those of names
    put: bool  # "Why was it that Lie resigned?": put into words by a chat, after what was answered

    def parties(self, text: str) -> tuple[str, str]:
        """Who did it, and the rest with whom it was done to, as a text lets them be told apart; "" where not."""
        back = asked_back(self.whether, text)
        # "Where is Ada Lie?" has no deed behind its name.
        return (back.subject.words, back.rest) if back and not _CAPITAL.match(back.rest) else ("", "")

    def is_of_two(self, text: str) -> bool:
        """Whether it was done to somebody with a name, or by somebody with one to what has an article or an owner."""
        subject, rest = self.parties(text)
        return self.put or _has_name(rest) or (_has_name(subject) and bool(_OBJECT.match(rest)))

    def is_done_to_name(self, text: str) -> bool:
        """Whether a name is the object of what was done: "thank Ek", not "join the EU"."""
        return self.put or bool(_OBJECT_NAME.match(self.parties(text)[1]))

    def may_be_of_others(self, text: str) -> bool:
        """Whether a text that tells the deed may tell it of others: of two, or without the name of who did it."""
        subject = self.parties(text)[0]
        return self.is_of_two(text) or (_has_name(subject) and name_words(subject)[-1] not in name_words(text))

    def named_in(self, text: str) -> list[str]:
        """The names of those whom it was done to that a text has."""
        return [word for word in _WORD.findall(self.parties(text)[1]) if _CAPITAL.match(word) and word in text]

    def done_in(self, text: str) -> list[str]:
        """What was done, by the question's words beside who did it, without names."""
        rest = self.parties(text)[1] or " ".join(self.words)
        return content_words(" ".join(word for word in _WORD.findall(rest) if not _CAPITAL.match(word)))

    def place_beside(self, words: Span, sentence: Window) -> tuple[str, str] | None:
        """What stands in a sentence between the deed and some words behind it, or between them and the deed behind
        them; the other one is "". None where the sentence tells the deed in other words.
        """
        start, end = words.start - sentence.span.start, words.end - sentence.span.start
        before, after = sentence.text[:start], sentence.text[end:]
        deed = self.done_in(sentence.text)
        if not share_of(deed, sentence.text):
            return None
        if not share_of(deed, before):
            first = next((word.start() for word in _WORD.finditer(after) if share_of(deed, word.group())), len(after))
            return "", after[:first]
        wanted = [*deed, *(name.casefold() for name in self.named_in(before))]
        last = max(word.end() for word in _WORD.finditer(before) if share_of(wanted, word.group()))
        return before[last:], ""


def deed_of(question: str) -> Deed | None:
    """The deed whose time, place or reason is asked for; None for other questions."""
    asked, what_for = _ASKED.match(question), _WHAT_FOR.fullmatch(question)
    if asked:
        asks, it, deed = asked.group("asks", "it", "deed")
    elif what_for:
        asks, it, deed = "for", None, what_for["deed"]
    else:
        return None
    words = content_words(" ".join(word for word in _WORD.findall(deed) if not _CAPITAL.match(word)))
    whether = f"Is it true that {deed}" if it else deed[:1].upper() + deed[1:]
    return Deed(asks.lower(), whether, tuple(words), bool(it))


def _has_name(words: str) -> bool:
    return any(_CAPITAL.match(word) for word in words.split())


def is_party_to(word: str, deed: Deed, text: str) -> bool:
    """Whether somebody, by the last word of a name or description, is whom it was done to: the question has them
    beside who did it, or names nobody else.
    """
    subject, rest = deed.parties(text)
    wanted = content_words(rest)
    return (
        bool(rest) and word.casefold() not in name_words(subject) and (word.casefold() in wanted or len(wanted) == 1)
    )
