"""A closer look, where no window tells who: the sentences that may tell it, with the one before and nothing else.

Much text around a sentence can hide who did what in it. Leaves out what is made of it (answer.py).
"""

from collections.abc import Sequence

from retrieval.search import content_words, share_of
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import with_before

_LIKELY = 0.1  # of a reading, from which on its sentence is looked at
_MOSTLY = 0.7  # of the question's words, that a sentence has with the one before, where nothing was read in it
_SENTENCES = 4  # of each kind at most, the likeliest


def closer(
    asked: str, reads: Sequence[Sequence[Reading]], windows: Sequence[Window], reader: Reader
) -> list[list[Reading]]:
    """What the likeliest sentences say by themselves, a list for each."""
    likely: dict[Sentence, tuple[float, Window]] = {}
    for readings, window in zip(reads, windows, strict=True):
        for one in readings:
            known = likely.get(one.evidence)
            if one.confidence >= _LIKELY and (not known or known[0] < one.confidence):
                likely[one.evidence] = (one.confidence, window)
    words = content_words(asked)
    speaking = {
        sentence: (share, window)
        for window in windows
        for sentence in window.sentences
        if sentence not in likely
        and share_of(words, sentence.text)
        and (share := share_of(words, with_before(sentence, window).text)) >= _MOSTLY
    }
    chosen = {
        sentence: window
        for candidates in (likely, speaking)
        for sentence, (_, window) in sorted(candidates.items(), key=lambda one: -one[1][0])[:_SENTENCES]
    }
    read = reader.read([(asked, with_before(sentence, window)) for sentence, window in chosen.items()])
    return [
        [own for own in found.readings if own.evidence == sentence]
        for sentence, found in zip(chosen, read, strict=True)
    ]
