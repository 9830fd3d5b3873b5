"""Who somebody is by what stands right before the name: "the presenter Ada Lie", "Prime Minister Lie".

A reader that is asked who Ada Lie is knows "a presenter, Ada Lie,", but seldom these. By the nouns that stand for
persons (person_nouns.py). Leaves out what stands between commas (appositions.py).
"""

import re
from collections.abc import Iterator, Sequence

from corpus.article import Span
from retrieval.appositions import asks_who
from retrieval.naming import are_one, name_words, names_at
from retrieval.person_nouns import is_person_noun
from retrieval.types import Reading, Sentence, Window

_CONFIDENCE = 0.8  # where nothing was read
# "the night porter ", "Lie's trainer "
_BEFORE = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[^\W\d_a-z][\w-]*['’]s)"
    r" (?:[a-z][a-z-]* ){0,3}?(?P<noun>[a-z][a-z-]*) $"
)


def titles(question: str, windows: Sequence[Window]) -> list[Reading]:
    """What stands before the name of "Who is Ada Lie?" in the windows' sentences; none of other questions."""
    asked = name_words(asks_who(question))
    sentences = dict.fromkeys(sentence for window in windows for sentence in window.sentences) if asked else ()
    return [
        Reading(sentence.article, words, sentence, _CONFIDENCE)
        for sentence in sentences
        for words in _titles_in(sentence, asked)
    ]


def _titles_in(sentence: Sentence, asked: Sequence[str]) -> Iterator[Span]:
    for start, name in names_at(sentence.text):
        if not are_one(asked, name_words(name)):
            continue
        at = sentence.span.start + start
        words = name.split()[:-1]
        last = max((n for n, word in enumerate(words, 1) if is_person_noun(word.lower())), default=0)
        title = " ".join(words[:last])  # "Prime Minister" of "Prime Minister Ada Lie"
        if title:
            yield Span(at, at + len(title))
        before = None if title else _BEFORE.search(sentence.text[:start])
        if before and is_person_noun(before["noun"]):
            yield Span(sentence.span.start + before.start(), at - 1)
