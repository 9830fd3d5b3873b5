"""Words that name nobody by themselves ("He", "the prime minister") -> the name that their article gives.

A pronoun's name is what the same question finds in a window that begins before the sentence; a description's stands
beside it somewhere in the article ("the officer, Nuala Prendergast, ..."), or is what "Who is the officer?" finds
there. Never a guess: where the reader is not sure, the words stay.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.questions import PRONOUNS
from retrieval.types import Reader, Reading, Sentence, Window

_WORD = re.compile(r"\w+")
ARTICLES = frozenset(["a", "an", "the"])
_LEADING = frozenset(["the", "his", "her", "their", "its"])
_NAME_WORD = re.compile(r"[\w.’'-]+")
_PARTICLES = frozenset("al bin da de del der di dos el la le van von".split())
# "'s owner, ", " of the jury, ", ", the sitting member ": between a party and the name that it has.
_APPOSITION = re.compile(
    r"(['’]s?(?: [a-z][\w-]*){1,4})?(?: (?:at|for|from|in|of|on|with)(?: [a-z][\w-]*){1,4})?,"
    r" (?:(?:the|an?) (?:[a-z][\w-]* ){0,4})?(?=\S)"
)
# "The chairman of the jury, Ada Lie": the name is not the jury's.
_INSIDE = re.compile(r"\b(?:at|for|from|in|of|on|with) $")
_LISTED = re.compile(r", (?:(?:and|or|as well|the|an?)\b|[^\W\d_a-z])")  # more members follow
_OWNING = ("’s", "'s", "s’", "s'")
_CLOSING = (",", ".", ";")  # behind an apposition; the end of the text is none
# In "Ada Lie, a nurse, ..." the article of a description that was read without it.
_LAST_ARTICLE = re.compile(r"(?<=, )(?:an?|the) $")
_PLURAL = re.compile(r"[^s]s$|men$")
_LONGEST = 5  # words of a description
_SURE = 0.7  # of a description's name: a wrong name is worse than none


SentencesOf = Callable[[str], Sequence[Sentence]]  # of an article, by its id, in order


@dataclass(frozen=True, slots=True)
class Nameless:
    """What was read, its words, and the question that it answers."""

    reading: Reading
    text: str
    question: str


def is_pronoun(text: str) -> bool:
    """Whether every word of it is a pronoun."""
    words = _WORD.findall(text.casefold())
    return bool(words) and all(word in PRONOUNS for word in words)


def is_name(text: str) -> bool:
    """Whether every word that is not a joining one has a capital: "US Secretary of State Mike Pompeo"."""
    words = [word for word in _WORD.findall(text) if len(word) > 3 or word[:1].isupper()]
    return bool(words) and all(word[:1].isupper() for word in words if word.lower() not in ARTICLES)


def is_description(text: str) -> bool:
    """Whether it is of the form "the prime minister": nothing in it has a capital, but the article at a start.

    "The nurses" are several, and no one's name is theirs.
    """
    words = text.split()
    return (
        1 < len(words) <= _LONGEST
        and words[0].lower() in _LEADING
        and all(word.isalpha() and word.islower() for word in words[1:])
        and not _PLURAL.search(text)
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and where it stands."""

    words: Span
    text: str
    confidence: float


def names(
    nameless: Sequence[Nameless],
    windows: Sequence[Window],
    reader: Reader,
    sentences_of: SentencesOf | None = None,
) -> list[Name | None]:
    """For each its name, or None: also for what is a name already, or neither pronoun nor description.

    `sentences_of` gives all sentences of an article; without it only those of the windows are known.
    """
    known = sentences_of or (
        lambda article: [s for window in windows if window.article == article for s in window.sentences]
    )
    found = [_apposed(one, windows) or _behind(one, windows) or _beside(one, known) for one in nameless]
    asked: list[tuple[str, Window]] = []
    places: list[int] = []
    for number, one in enumerate(nameless):
        for question, window in () if found[number] else _questions(one, windows):
            asked.append((question, window))
            places.append(number)
    for number, (_, window), read in zip(places, asked, reader.read(asked), strict=True):
        before = found[number]
        for name in _names_in(read.readings, window, nameless[number], reader):
            if before is None or name.confidence > before.confidence:
                found[number] = before = name
    return [_whole(name, one, windows) for name, one in zip(found, nameless, strict=True)]


def _whole(name: Name | None, one: Nameless, windows: Sequence[Window]) -> Name | None:
    """Of "Brezner's owner, Ada Lie", of which a reading may have the first name only, the last."""
    if name is None:
        return None
    read = replace(one, reading=replace(one.reading, words=name.words), text=name.text)
    return _apposed(read, windows) or name


def _apposed(one: Nameless, windows: Sequence[Window]) -> Name | None:
    """The name right behind: "a nurse, Ada Lie, ..."; also of "Brezner" in "Brezner's owner, Ada Lie, ..."."""
    words = one.reading.words
    window = next((w for w in windows if w.article == one.reading.article and _holds(w, words)), None)
    between = _APPOSITION.match(window.text, words.end - window.span.start) if window else None
    if not window or not between or is_pronoun(one.text) or (is_name(one.text) and not between[1]):
        return None
    if _INSIDE.search(window.text[: words.start - window.span.start]):
        return None
    text = _name_at(window.text, between.end())
    behind = window.text[between.end() + len(text) :]
    if " " not in text or not behind.startswith(_CLOSING) or _LISTED.match(behind) or text in one.question:
        return None
    at = window.span.start + between.end()
    return Name(Span(at, at + len(text)), text, 1.0)


def _behind(one: Nameless, windows: Sequence[Window]) -> Name | None:
    """The name right before a description that says more of it: "Ada Lie, a Sami elder, ..."."""
    words = one.reading.words
    window = next((w for w in windows if w.article == one.reading.article and _holds(w, words)), None)
    if not window or is_pronoun(one.text) or is_name(one.text):
        return None
    before = _LAST_ARTICLE.sub("", window.text[: words.start - window.span.start])
    behind = window.text[words.end - window.span.start :]
    text = _name_ending(before[:-2]) if before.endswith(", ") else ""
    if not text or not behind.startswith(_CLOSING) or _LISTED.match(behind) or text in one.question:
        return None
    at = window.span.start + len(before) - 2 - len(text)
    return Name(Span(at, at + len(text)), text, 1.0)


def _name_ending(text: str) -> str:
    """The words with a capital that the text ends with, two to four.

    At a sentence's start any word has a capital: two at most there, as "On Monday Ada Lie" is no name.
    """
    words: list[str] = []
    for word in reversed(text.split(" ")):
        joining = bool(words) and word in _PARTICLES
        if not (word[:1].isupper() or joining) or (words and word.endswith((",", ".", "”", '"'))):
            break
        words.insert(0, word)
    name = " ".join(words)
    before = text[: len(text) - len(name)].rstrip()
    starts = not before or before.endswith((".", "”", '"', "\n"))
    capitals = sum(word[:1].isupper() for word in words)
    return name if words and words[0][:1].isupper() and 1 < capitals <= (2 if starts else 4) else ""


def _holds(window: Window, words: Span) -> bool:
    return window.span.start <= words.start and words.end <= window.span.end


def _beside(one: Nameless, sentences_of: SentencesOf) -> Name | None:
    """The name that stands beside a description elsewhere: "the officer, Ada Lie, ...", "Prime Minister Hun Sen".

    None where its article gives it to several.
    """
    if not is_description(one.text):
        return None
    noun = re.escape(one.text.split(maxsplit=1)[1])
    found: dict[str, Name] = {}
    for sentence in sentences_of(one.reading.article):
        for match in re.finditer(rf"(\S+) ({noun})(,?) (?=\S)", sentence.text, re.IGNORECASE):
            before, said, comma = match.groups()
            text = _name_at(sentence.text, match.end())
            closed = not comma or sentence.text[match.end() + len(text) :][:1] in _CLOSING
            # In "the chief officer" the noun is a part of another office.
            whole = before.lower() in _LEADING or before.endswith(_OWNING) or before[:1].isupper()
            inside = _INSIDE.search(sentence.text[: match.start()])
            if " " in text and closed and not inside and (whole or said[:1].isupper()):
                at = sentence.span.start + match.end()
                found.setdefault(text, Name(Span(at, at + len(text)), text, 1.0))
    given = list(found.values())
    return given[0] if len(given) == 1 and given[0].text not in one.question else None


def _name_at(text: str, start: int) -> str:
    """The words from there on that have a capital, with the small ones inside a name: "Ana de Wit"."""
    ends = at = start
    while word := _NAME_WORD.match(text, at):
        if word.group()[:1].isupper():
            ends = word.end()
        elif word.group() not in _PARTICLES:
            break
        if text[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
    name = text[start:ends]
    return name if not name.endswith(".") else name[:-1]


def _questions(one: Nameless, windows: Sequence[Window]) -> list[tuple[str, Window]]:
    own = [window for window in windows if window.article == one.reading.article]
    if is_pronoun(one.text):
        return [(one.question, window) for window in own if one.reading.evidence in window.sentences][:1]
    if is_description(one.text):
        return [(f"Who is {one.text[:1].lower()}{one.text[1:]}?", window) for window in own]
    return []


def _names_in(readings: Sequence[Reading], window: Window, one: Nameless, reader: Reader) -> Iterator[Name]:
    pronoun = is_pronoun(one.text)
    for reading in readings:
        text = window.words(reading.words)
        if not is_name(text) or is_pronoun(text) or text in one.question:
            continue
        if pronoun:
            fits = reading.confidence >= reader.threshold and reading.evidence == one.reading.evidence
        else:
            fits = reading.confidence >= max(_SURE, reader.threshold) and _is_of(reading, text, window, one)
        if fits:
            yield Name(reading.words, text, reading.confidence)


def _is_of(reading: Reading, text: str, window: Window, one: Nameless) -> bool:
    """Whether a name can be that of a description: of a person, and beside it where they share a sentence.

    "Aas thanked the fire brigade, the Red Cross and ..." names two; "the minister, Losa Tuala," names one.
    """
    article, *name = text.split()
    if article.lower() in ARTICLES or not name:  # the news give a person's name in full; one word is often a place
        return False
    described, named = one.reading.words, reading.words
    sentence = one.reading.evidence.span
    if not (sentence.start <= named.start < sentence.end):
        return True
    first, last = sorted((described, named), key=lambda span: span.start)
    between = window.words(Span(first.end, last.start))
    return between in (", ", " ")
