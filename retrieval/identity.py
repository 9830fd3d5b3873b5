"""Whether somebody is what a question calls them, by what stands beside their name: "Is Lie the mayor?".

A reader takes "the judge, Ada Lie, called that untrue" for a no. By the form of the sentence. Leaves out what is told
in a clause, "Lie became mayor", which is read (verdicts.py).
"""

import re
from collections.abc import Iterator, Sequence

from retrieval.naming import ARTICLES, LEADING, are_one, name_words, names_at
from retrieval.search import STOP_WORDS
from retrieval.types import Reading, Sentence, Window

_NAME = r"[^\W\d_a-z][\w’'-]*"
_ASKED = re.compile(
    rf"\W*(?i:and |but )?(?i:is|was) (?P<names>{_NAME}(?: {_NAME})*) "
    r"(?P<what>(?:(?i:an?|the|his|her|its|their) |(?<=['’]s )|(?<=s['’] ))[^?.!,;]+)[?.!\s]*"
)
_OF = "(?:at|by|for|from|in|of|on|to|with)"
_REST = re.compile(rf" (?={_OF}\b)")
_WORD = re.compile(r"[\w’'-]+")
# "the ", "Ada Lie's British ", but no other adjective: "the mock "
_LEAD = (
    rf"(?P<whose>(?:(?i:an?|the|his|her|its|their)|(?:{_NAME} )*?{_NAME}['’]s?|(?i:the|his|her|its) [a-z-]+['’]s?) )?"
    rf"(?P<more>(?:{_NAME} )*)"
)
# Such an adjective with a capital, at a sentence's beginning.
_NOT_QUITE = frozenset(
    "acting assistant caretaker deputy designate elect ex fake former future honorary incoming interim late outgoing "
    "retired then vice".split()
)
_AGE = r"(?:, \d{1,3})?"
_LONGEST = 8  # words of a name
_NEAR = 120  # characters
_NOT = re.compile(r"\b(?:no|not|never|nor|neither|former|den(?:y|ied|ies))\b|n['’]t\b", re.IGNORECASE)
_SURE = 0.9  # by the form


def asks_identity(question: str) -> bool:
    """Whether it is asked if somebody with a name is this or that: "Was Ada Lie a nurse?"."""
    return _ASKED.fullmatch(question.strip()) is not None


def identities(question: str, windows: Sequence[Window]) -> list[Reading]:
    """The sentences that call somebody so beside the name, as their own words; none of other questions."""
    sentences = dict.fromkeys(sentence for window in windows for sentence in window.sentences)
    asked = list(_asked(question))
    return [
        Reading(sentence.article, sentence.span, sentence, _SURE)
        for sentence in sentences
        if any(_is_called(title, rest, *beside) for name, title, rest in asked for beside in _beside(name, sentence))
    ]


def denies_identity(question: str, sentence: str) -> bool:
    """Whether a sentence may tell that somebody is not called so: it has that, and a "not"."""
    words = {word.casefold() for word in _WORD.findall(sentence)}
    titles = (title for _, title, _ in _asked(question))
    return bool(_NOT.search(sentence)) and any(title[-1].casefold() in words for title in titles)


def has_only_another_title(question: str, sentence: str) -> bool:
    """Whether what a question calls somebody stands in a sentence only in another title: "the former mayor", "the
    mayor's wife".
    """
    places = [
        (sentence[: found.start()].split()[-1:], found["owner"])
        for _, title, _ in _asked(question)
        for found in re.finditer(rf"(?i)\b{' '.join(map(re.escape, title))}\b(?P<owner>['’]s)?", sentence)
    ]
    return bool(places) and all(owner or {*map(str.casefold, before)} & _NOT_QUITE for before, owner in places)


def _asked(question: str) -> Iterator[tuple[list[str], list[str], str]]:
    """A name, what its owner is called, and where, " of Oslo"; of "Is Ada Lie Bo Ek's aunt?" each beginning."""
    asked = _ASKED.fullmatch(question.strip())
    if not asked:
        return
    core, *rest = _REST.split(asked["what"], maxsplit=1)
    names = asked["names"].split()
    owned = names[-1].endswith(("'s", "s'", "’s", "s’"))
    for count in range(1, min(_LONGEST, len(names))) if owned else [len(names)]:
        title = [*names[count:], *core.split()]
        title = [word for word in title if word.casefold() not in ARTICLES | LEADING]
        if title:
            yield name_words(" ".join(names[:count])), title, "".join(rest)


def _beside(name: Sequence[str], sentence: Sentence) -> Iterator[tuple[str, str]]:
    """What a sentence has before a name, with the titles that are written as a part of it, and behind it."""
    for start, found in names_at(sentence.text):
        for word in _WORD.finditer(found):
            if are_one(name, name_words(found[word.start() :])):
                begin, end = start + word.start(), start + len(found)
                yield sentence.text[max(0, begin - _NEAR) : begin], sentence.text[end:]


def _is_called(title: Sequence[str], rest: str, before: str, behind: str) -> bool:
    """Whether what stands before or behind a name calls somebody so: the minister by "Prime Minister ", but not the
    mayor by "the deputy mayor, ".
    """
    words = rf"(?i:{' '.join(map(re.escape, title))})(?P<of>(?: {_OF} [^,.;:]+?)?)"
    ahead = re.search(rf"(?<![\w’'-]){_LEAD}{words}(?: who [^,.;:]+)?,? $", before)
    behind_it = re.match(rf"{_AGE}, {_LEAD}{words}(?:[,.;:]|$)", behind)
    wanted = {*rest.casefold().split()}
    return any(
        told
        and wanted <= {*told["of"].casefold().split()}
        and _NOT_QUITE.isdisjoint(told["more"].casefold().split())
        and (told["whose"] or told["more"] or told is behind_it or _is_apart(before[: told.start()]))
        for told in (ahead, behind_it)
    )


def _is_apart(before: str) -> bool:
    """Whether the last word of a text is none that a title goes on from: "by", but not "deputy"."""
    words = before.split()
    return not words or not words[-1][-1].isalpha() or words[-1].casefold() in STOP_WORDS
