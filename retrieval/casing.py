"""The capitals that a question lacks, as the articles have them: "who thanked hun sen" -> "who thanked Hun Sen".

Many people type without any, and names are told by theirs. After Lita, Ittycheriah, Roukos and Kambhatla, tRuEcasIng
(2003), with the sentences that are nearest to the question for its statistics. Leaves out words that these have both
ways ("rose"), unless they stand together as in a name ("Ada Rose").
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

from retrieval.inflection import is_word
from retrieval.naming import ARTICLES, DAYS_AND_MONTHS, PARTICLES, PLACING, dateline_end, names_at
from retrieval.search import STOP_WORDS

_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"[A-Z]{2,}")
_OPENING = frozenset("“”\"'‘:.?!—–-")  # behind these any word has a capital
_SHORT = 3  # letters: "us" is a word, and "US" is a name

_Form = TypeVar("_Form", str, tuple[str, str])


def with_capitals(question: str, sentences: Iterable[str]) -> str:
    """The question with the capitals that its words have in the sentences."""
    if question.isupper() and len(question.split()) > 1:
        question = question.capitalize()
    found = _Forms()
    for sentence in sentences:
        found.add(sentence)
    words = list(_WORD.finditer(question))
    cased = question
    for at in range(len(words)):
        word = words[at].group()
        before = words[at - 1].group() if at else ""
        behind = words[at + 1].group() if at + 1 < len(words) else ""
        form = word if word != word.lower() and at else found.form_of(before, word, behind)
        cased = cased[: words[at].start()] + form + cased[words[at].end() :]
    return cased


class _Forms:
    """How sentences write their words."""

    def __init__(self) -> None:
        self._small: set[str] = set()
        self._names: dict[str, Counter[str]] = defaultdict(Counter)  # by their small letters
        self._pairs: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)

    def add(self, sentence: str) -> None:
        dated = dateline_end(sentence)
        sentence = sentence[:dated].title() + sentence[dated:]  # "VARKAS, June 2 - "
        words = _WORD.findall(sentence)
        self._small.update(word for word in words if word.islower())
        for one, two in itertools.pairwise(words):
            self._pairs[one.lower(), two.lower()][one, two] += 1
        for start, name in names_at(sentence):
            parts = [word for word in _WORD.findall(name) if not word.islower()]
            behind = sentence[:start].rstrip()
            opens = not behind or behind[-1] in _OPENING
            for part in parts if name not in DAYS_AND_MONTHS else []:
                # Whatever opens a sentence has a capital, and so have the words of "the Order of Merit".
                last = part == parts[-1] and not sentence.startswith(" of ", start + len(name))
                if not is_word(part.lower()) or (last and not (opens and len(parts) == 1) and not _is_shouted(part)):
                    self._names[part.lower()][part] += 1

    def form_of(self, before: str, word: str, behind: str) -> str:
        """As a word is written between two others."""
        small = word.lower()
        name = _most(self._names[small], word)
        if _ACRONYM.fullmatch(name) and before.lower() in ARTICLES:  # "the US"
            return name
        if small.capitalize() in DAYS_AND_MONTHS and (before.lower() in PLACING or not is_word(small)):
            return small.capitalize()
        if small in STOP_WORDS | PARTICLES:
            return word
        for place, pair in enumerate([(small, behind.lower()), (before.lower(), small)]):
            other = pair[1 - place]
            forms = self._pairs.get(pair, Counter())
            written = _most(forms, pair)
            capital = all(one != one.lower() and not _is_shouted(one) for one in written)
            if capital and other not in STOP_WORDS and pair not in forms:
                return written[place]
        described = before.lower() in ARTICLES and is_word(small)
        return word if small in self._small or described else name


def _most(forms: Counter[_Form], default: _Form) -> _Form:
    return max(forms, key=lambda form: forms[form], default=default)


def _is_shouted(word: str) -> bool:
    """Whether a word is in capitals as in a headline, and no "UNESCO"."""
    return word.isupper() and len(word) > _SHORT and is_word(word.lower())
