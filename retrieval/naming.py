"""What words are by their form: a pronoun, a description ("the prime minister"), a name. No list of names is kept."""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence

from retrieval.questions import IMPERSONAL, PERSONAL, PRONOUNS

ARTICLES = frozenset(["a", "an", "the"])
LEADING = frozenset(["the", "his", "her", "their", "its"])
_STANDING_FOR = PERSONAL | IMPERSONAL
_ONE_OF_MANY = ("a ", "an ")
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
_NAME_WORD = re.compile(r"[\w.’'-]+")
PARTICLES = frozenset("al bin da de del der di dos el la le van von".split())
_PLURAL = re.compile(r"[^s]s$|men$")
_LONGEST = 5  # words of a description
_NONE = re.compile(r"(?:no|neither|none|nobody|no-one|nothing)\b", re.IGNORECASE)
_INITIAL = len("B.")
_TITLE = len("Capt.")
_UNDOTTED = re.compile(r"[^.] ")
_OWNER = re.compile(r"['’]s?$")
# Where and when an article was written: "LIMA, June 2 (Andes) - ".
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d_,;:()“”\"—–]{1,40}?)(?:, (?:(?:\d{1,2} )?[^\W\d_][\w .]{1,30}|\d{4})){0,3}"
    r"(?P<agency> \([A-Z][^()\d]{1,40}\))? (?P<dash>--?|–|—) "
)
_DATED_LINE = re.compile(r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2}) \([A-Z][^()\d]{1,40}\) (?:--?|–|—) ")
DAYS_AND_MONTHS = frozenset([*calendar.day_name, *calendar.month_name[1:]])
# "On Monday Ada Lie".
_DATED = re.compile(rf"(?:By|Last|Next|On|Since|Until) (?:{'|'.join(sorted(DAYS_AND_MONTHS))}) (?=\w)")
PLACING = frozenset("at in on since until".split())  # "in Lima", "on Friday"


def name_words(text: str) -> list[str]:
    """Its words without articles, in small letters."""
    return [word for word in _WORD.findall(text.casefold()) if word not in ARTICLES]


def are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of two names may be one's: "Luis Ortega", "Sgt. Luis Ortega", but not "Ana Ortega"."""
    return one[-1:] == other[-1:] and (set(one) <= set(other) or set(other) <= set(one))


def has_namesake(name: Sequence[str], texts: Iterable[str]) -> bool:
    """Whether texts have the full name of somebody else with the last word of a name: "Bo Lie", of "Ada Lie"."""
    others = (name_words(one) for text in texts for one in names_in(text) if " " in one)
    return any(other[-1:] == name[-1:] and not are_one(other, name) for other in others)


def without_owner(name: str) -> str:
    """A name without the ending that makes it an owner's: "Lie" of "Lie's"."""
    return _OWNER.sub("", name)


def is_pronoun(text: str) -> bool:
    """Whether every word of it is a pronoun."""
    words = _WORD.findall(text.casefold())
    return bool(words) and all(word in PRONOUNS for word in words)


def dateline_end(text: str) -> int:
    """How far the place and the day go with which an article may begin: "LIMA, June 2 (Andes) - ", else 0."""
    dateline = _DATELINE.match(text)
    if dateline and dateline["place"].isupper():
        return dateline.end()
    # "Amnesty International (AI) – a charity – left" has two.
    if dateline and dateline["agency"] and f" {dateline['dash']} " not in text[dateline.end() :]:
        return dateline.end()
    dated = _DATED_LINE.match(text)
    return dated.end() if dated else 0


def is_none(text: str) -> bool:
    """Whether the words say that there is none: "no sheep", "nobody"."""
    return bool(_NONE.match(text))


def has_pronoun(text: str) -> bool:
    """Whether somebody or something in it goes by he, her, they, its or the like."""
    return not _STANDING_FOR.isdisjoint(_WORD.findall(text.casefold()))


def is_name(text: str) -> bool:
    """Whether every word that is not a joining one has a capital: "US Secretary of State Mike Pompeo"."""
    every = _WORD.findall(text)
    if text.startswith(_ONE_OF_MANY):
        return False  # "a Dane"
    words = [word for word in every if len(word) > 3 or word[:1].isupper()]
    if len(every) > 1 and all(word.lower() in LEADING for word in words):
        return False  # "Their son"
    words = [word for word in words if word.lower() not in ARTICLES]  # "A man" is none
    return bool(words) and all(word[:1].isupper() for word in words)


def is_description(text: str) -> bool:
    """Whether it is of the form "the prime minister": nothing in it has a capital, but the article at a start.

    "The nurses" are several, and no one's name is theirs.
    """
    words = text.split()
    return (
        1 < len(words) <= _LONGEST
        and words[0].lower() in LEADING
        and all(word.isalpha() and word.islower() for word in words[1:])
        and not _PLURAL.search(text)
    )


def name_at(text: str, start: int) -> str:
    """The words from there on that have a capital, with the small ones inside a name: "Ana de Wit".

    A full stop ends it, but for titles before all others and initials: "Lt. Col. Ana de Wit", "Ana B. Wit".
    """
    ends = at = start
    while word := _NAME_WORD.match(text, at):
        if word.group()[:1].isupper():
            ends = word.end()
        elif word.group() not in PARTICLES:
            break
        if text[word.end() : word.end() + 1] != " " or _stops(word.group(), text[start:at]):
            break
        at = word.end() + 1
    name = text[start:ends]
    return name if not name.endswith(".") else name[:-1]


def _stops(word: str, before: str) -> bool:
    """Whether a word of a name ends its sentence: its full stop is no initial's, nor a title's before all others."""
    return word.endswith(".") and len(word) > (_INITIAL if _UNDOTTED.search(before) else _TITLE)


def names_in(text: str, start: int = 0) -> Iterator[str]:
    """Those that stand in a text from there on, in order; also a lone word with a capital."""
    for _, name in names_at(text, start):
        yield name


def names_at(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """As names_in, with where they begin."""
    while capital := _CAPITAL.search(text, start):
        name = name_at(text, capital.start())  # none at "é" or "元", which are no letters of a to z either
        start = capital.start() + max(1, len(name))
        if name:
            yield capital.start(), name


def persons_in(sentence: str, article: str) -> Iterator[str]:
    """Of the names in a sentence, or in its beginning, those that may be somebody's by where they stand.

    Behind "in" or "on" it is a place or a day, behind "a" one of several; the first word is no name that has no
    capital of its own in its article, nor is what is "the Bahati" there.
    """
    for begin, whole in names_at(sentence):
        dated = _DATED.match(whole)
        at = begin + (dated.end() if dated else 0)
        name = without_owner(whole[at - begin :])
        words = name.casefold().split()
        first = not re.search(r"\w", sentence[:at])
        alone = first and len(words) == 1 and not _is_capital_its_own(name, article)
        before = _last_word(sentence[:at].rstrip())
        placed = words[0] in PLACING or before in PLACING or before in ("a", "an")
        if name_words(name) and not is_pronoun(name) and not alone and not placed and not _is_thing(name, article):
            yield name


def _is_capital_its_own(name: str, article: str) -> bool:
    """Whether an article has a word with a capital elsewhere than where any word has one, or as "Ek, who": of several
    persons that word would have an s.
    """
    word = re.escape(name)
    if re.search(rf"[\w,;] {word}\b", article):
        return True
    single = not name.endswith("s") and not re.search(rf"\b{word.lower()}\b", article)
    return single and bool(re.search(rf"\b{word}, who(?:m|se)? ", article))


def _is_thing(name: str, article: str) -> bool:
    """Whether an article calls it "the Bahati", and nobody by it: "the Lie affair" is about an Ada Lie."""
    word = re.escape(name)
    return (
        " " not in name
        and bool(re.search(rf"\b[Tt]he {word}\b", article))
        and not re.search(rf"\b(?!The\b)[A-Z][\w’'.-]* {word}\b", article)
    )


def _last_word(text: str) -> str:
    return text[text.rfind(" ") + 1 :].casefold()


def name_ending(text: str) -> str:
    """The words with a capital that the text ends with, two to four.

    At a sentence's start any word has a capital: two at most there, as "On Monday Ada Lie" is no name.
    """
    words: list[str] = []
    for word in reversed(text.split(" ")):
        joining = bool(words) and word in PARTICLES
        if not (word[:1].isupper() or joining) or (words and word.endswith((",", ".", "”", '"'))):
            break
        words.insert(0, word)
    name = " ".join(words)
    before = text[: len(text) - len(name)].rstrip()
    starts = not before or before.endswith((".", "”", '"', "\n"))
    capitals = sum(word[:1].isupper() for word in words)
    return name if words and words[0][:1].isupper() and 1 < capitals <= (2 if starts else 4) else ""
