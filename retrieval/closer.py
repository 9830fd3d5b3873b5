"""A closer look, where a window gives nothing: the sentence that may tell it, with the one before and nothing else.

Much text around a sentence can hide who did what in it. Leaves out what the window's reading is sure of.
"""

from collections.abc import Sequence

from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import with_before

_LIKELY = 0.2  # of a reading, from which on its sentence is looked at
_SENTENCES = 5  # at most, the likeliest


def closer(
    asked: str, reads: Sequence[Sequence[Reading]], windows: Sequence[Window], reader: Reader, sure: float
) -> list[Sequence[Reading]]:
    """What the likeliest sentences say by themselves, a list for each; none where a reading is `sure` already."""
    likely: dict[Sentence, tuple[float, Window]] = {}
    for readings, window in zip(reads, windows, strict=True):
        for one in readings:
            if one.confidence >= sure:
                return []
            known = likely.get(one.evidence)
            if one.confidence >= _LIKELY and (not known or known[0] < one.confidence):
                likely[one.evidence] = (one.confidence, window)
    chosen = sorted(likely, key=lambda sentence: -likely[sentence][0])[:_SENTENCES]
    read = reader.read([(asked, with_before(one, likely[one][1])) for one in chosen])
    return [[own for own in found.readings if own.evidence == one] for one, found in zip(chosen, read, strict=True)]
