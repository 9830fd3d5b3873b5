"""Words of a question that no article has, as the articles spell what comes nearest: "tresaury" -> "treasury".

By the letters that were left out, put in, changed or swapped (optimal string alignment, after Damerau, 1964). Only
a word that no dictionary has is mended; whether a name that is nobody's was meant for another's is for the person to
say. Leaves out words of three letters.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import is_word, lemmas
from retrieval.parties import DETERMINERS
from retrieval.search import STOP_WORDS

SHARED = 2  # letters at least that most misspelled words begin with as they should
_SHORTEST = 4  # letters
_LONG = 8  # letters, of which two may be wrong
# Of these no dictionary of verbs, nouns, adjectives and adverbs has any.
_FUNCTION_WORDS = frozenset(
    """against although among beneath beside besides between cannot despite during every everybody everyone
    except nobody nothing onto since somebody someone something than themselves though toward towards unless
    until upon whether within without""".split()
)
_SHORTENED = re.compile(r"['’]t\b")  # "doesn't"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A question with its common words mended, and with its names mended as well."""

    question: str
    meant: str  # the same where no name comes near


def unspelled(question: str) -> list[str]:
    """The words of a question that no dictionary has, names among them."""
    words = dict.fromkeys(
        match.group() for match in _WORD.finditer(question) if not _SHORTENED.match(question, match.end())
    )
    known = STOP_WORDS | DETERMINERS | _FUNCTION_WORDS
    return [w for w in words if len(w) >= _SHORTEST and w.lower() not in known and not is_word(w.lower())]


def spelled(question: str, unknown: Collection[str], sentences: Iterable[str]) -> Spelling:
    """The question with its unknown words as the sentences spell them, those that are nearest to it first."""
    written = list(dict.fromkeys(word for sentence in sentences for word in _WORD.findall(sentence)))
    small = [word for word in written if word.islower() and word not in STOP_WORDS]  # "info" is no "into"
    common = dict.fromkeys([*small, *(lemma for word in small for lemma in lemmas(word))])
    names = [word for word in written if word != word.lower() and word.lower() not in common]
    mended = meant = question
    for word in unknown:
        opens = question.startswith(word)
        as_common = "" if not (word.islower() or opens) or pronoun_of_first_name(word) else _nearest(word, common)
        name = "" if as_common else _nearest(word, names)
        other = as_common.capitalize() if opens and word[0].isupper() else as_common
        mended = _replaced(mended, word, other or word)
        meant = _replaced(meant, word, other or name or word)
    return Spelling(mended, meant)


def _nearest(word: str, others: Iterable[str]) -> str:
    """The first of those that differ from a word in the fewest letters, and in few; "" where none does."""
    from rapidfuzz.distance import OSA

    small = word.lower()
    alike = [one for one in others if len(one) >= _SHORTEST and one[:1].lower() == small[:1]]
    most = 1 if len(word) < _LONG else 2
    differ = {one: OSA.distance(small, one.lower(), score_cutoff=most) for one in alike}
    return min((one for one in alike if differ[one] <= most), key=lambda one: differ[one], default="")


def _replaced(question: str, word: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, question)
