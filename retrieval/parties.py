"""Whether words can stand for somebody, by their form: "the nurses", "Ada Lie", "patients", but not "telephone".

What fills "who" and "whom" in a pair has to. Only closed classes of English are listed, no noun and no verb.
"""

import re

from corpus.article import Span
from retrieval.conflicts import CURRENCIES
from retrieval.naming import ARTICLES, LEADING, is_pronoun, name_at
from retrieval.person_nouns import is_person_noun
from retrieval.types import Window

_NEAR = 60  # characters before a name
_MOST = 10  # words without a "who" or "which": more are no one's description
DETERMINERS = (
    ARTICLES
    | LEADING
    | frozenset(
        "my our your this that these those some any many most all both each every no another other others several few"
        " one two three four five six seven eight nine ten eleven twelve hundreds thousands dozens more".split()
    )
)
_PLURAL = re.compile(r"(?:[^s]s|men|women|people|children|police)$")
_HEAD = re.compile(r",| (?:about|at|by|for|from|in|of|on|over|under|who|whom|whose|which|that|with)\b")
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that)\b")
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|did|does)\b")
# "The minister" of "the minister's office confirmed it", "the trust" of "the trust's chief executive, Ada Lie,".
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])(?:(?: [a-z][\w-]*){1,4}(?=,)| [a-z][\w-]*)")
_SOMEBODY_OF = re.compile(r"\b(?:the|an?) (?:[a-z-]+ )?(?P<noun>[a-z-]+) of $", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:(?:about|almost|at least|nearly|over|some) )?(?:[$€£¥]\d|\d[\d.,]*(?: (?:thousand|million|billion))? "
    rf"{CURRENCIES}\b)",
    re.IGNORECASE,
)
# "Though the bank": a sentence may open with these before whoever did something; "by prophets".
_OPENING = re.compile(
    r"(?:After|Although|And|As|Because|Before|But|If|Once|Since|So|Though|Unless|Until|When|While|Yet|by) (?=\w)"
)
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?|his|her|their|its) $", re.IGNORECASE)


def is_party(text: str) -> bool:
    """Whether the words are a name, a pronoun, or a noun with an article or the like, or in the plural; no clause."""
    words = text.split()
    if not words or words[-1] == "of":  # "both of" whom
        return False
    if not _RELATIVE.search(text) and (len(words) > _MOST or _FINITE.search(text)):
        return False
    if _MONEY.match(text):
        return False
    if is_pronoun(text) or words[0].lower() in DETERMINERS or words[0][0].isdigit():
        return True
    if any(len(word) > 1 and word[0].isupper() for word in words):
        return True
    return bool(_PLURAL.search(_HEAD.split(text, maxsplit=1)[0]))


def whole_party(words: Span, window: Window) -> Span:
    """The words with the article right before them, where they begin with a small letter, "the trust", with the name
    behind a title, "Mayor Lie", and with what somebody owns, "the minister's office": an owner of who did something
    has not done it. So has not whose widow did. Without a "Though" or a "by" before them.
    """
    words = _with_name(_without_opening(somebody_of(words, window), window), window)
    start, end = words.start - window.span.start, words.end - window.span.start
    before = _ARTICLE_BEFORE.search(window.text[:start]) if window.text[start].islower() else None
    owned = _OWNED.match(window.text, end)
    return Span(words.start - len(before.group() if before else ""), words.end + len(owned.group() if owned else ""))


def _without_opening(words: Span, window: Window) -> Span:
    opening = _OPENING.match(window.words(words)) if window.span.holds(words) else None
    return Span(words.start + opening.end(), words.end) if opening else words


def _with_name(words: Span, window: Window) -> Span:
    """Of a title with a capital the name too that follows it: "Prime Minister" of "Prime Minister Lie"."""
    text = window.words(words) if window.span.holds(words) else ""
    title = text.split()[-1:]
    if not title or not title[0][0].isupper() or not is_person_noun(title[0].lower()):
        return words
    end = words.end - window.span.start
    name = name_at(window.text, end + 1) if window.text[end : end + 1] == " " else ""
    return Span(words.start, words.end + 1 + len(name)) if name else words


def somebody_of(words: Span, window: Window) -> Span:
    """The words; of a name that somebody belongs to, "Korda" of "the widow of Korda", all of it."""
    start = words.start - window.span.start
    theirs = _SOMEBODY_OF.search(window.text[max(0, start - _NEAR) : start]) if start > 0 else None
    if not theirs or not is_person_noun(theirs["noun"].lower()) or not window.text[start].isupper():
        return words
    return Span(words.start - len(theirs.group()), words.end)
