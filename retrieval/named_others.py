"""A yes whose sentence names others for who did it: "Peru and Chad signed it", asked whether Cuba did.

By what a reader finds there where it is asked who did it. Leaves out sentences that name nobody (antecedents.py).
"""

from collections.abc import Sequence

from retrieval.asked_back import asked_back
from retrieval.countries import is_demonym, may_be_one
from retrieval.naming import is_name, is_pronoun, name_words, names_in
from retrieval.types import Reader, Reading
from retrieval.verdicts import GIVEN, names_party
from retrieval.windows import alone

_STEM = 4  # letters


def without_named_others(asked: str, said: Sequence[Reading], reader: Reader) -> list[Reading]:
    """Those whose sentence has the question's subject, or does not name for sure who else did it.

    A subject that is no name may be called anything there, and so is none that cannot be told by the question's form.
    """
    parted = [asked_back(asked, one.evidence.text) for one in said]
    missing = [
        back is not None and is_name(back.subject.words) and not _is_in(back.subject.words, one.evidence.text)
        for one, back in zip(said, parted, strict=True)
    ]
    put = [
        (back.subject.question, alone(one.evidence))
        for one, back, away in zip(said, parted, missing, strict=True)
        if back and away
    ]
    reads = iter(reader.read(put))
    kept = []
    for one, back, away in zip(said, parted, missing, strict=True):
        if not back or not away:
            kept.append(one)
            continue
        window = alone(one.evidence)
        did = [r for r in next(reads).readings if r.confidence >= GIVEN and r.evidence == one.evidence]
        named = [name for r in did for name in names_in(window.words(r.words)) if _may_be_party(name)]
        subject = back.subject.words
        if not named or names_party(subject, did, window) or any(may_be_one(subject, name) for name in named):
            kept.append(one)
    return kept


def _is_in(subject: str, sentence: str) -> bool:
    """Whether a sentence has the subject's name, or a word that begins as it does: "Norwegian", of "Norway"."""
    told = name_words(sentence)
    return any(word[:_STEM] in {other[:_STEM] for other in told} for word in name_words(subject)[-1:])


def _may_be_party(name: str) -> bool:
    return bool(name_words(name)) and not is_pronoun(name) and not is_demonym(name)
