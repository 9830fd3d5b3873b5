"""Questions with several blanks ("Who invited whom to what?"): read blank by blank, every combination that holds.

The second blank is asked with the first one's answer in its place ("Pompeo invited whom?"), of the very window that
gave it: no verb needs to be known. Leaves out where the windows come from.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.questions import Blanks
from retrieval.types import Reader, Reading, Window


@dataclass(frozen=True, slots=True)
class Combination:
    """What fills the blanks together; the last one's sentence shows it."""

    window: Window
    filled: tuple[Reading, ...]

    @property
    def confidence(self) -> float:
        """Of the weakest part: each was read as if those before it were right."""
        return min(part.confidence for part in self.filled)

    def words(self) -> tuple[str, ...]:
        """What stands in the blanks, as the article has it."""
        return tuple(_words(part, self.window) for part in self.filled)


def combinations(blanks: Blanks, windows: Sequence[Window], reader: Reader) -> list[Combination]:
    """All fillings, surest first, each once. A third blank is left open where the text does not say."""
    found = [
        Combination(window, (reading,))
        for window, read in zip(windows, reader.read([(blanks.first(), w) for w in windows]), strict=True)
        for reading in _sure(read.readings, reader)
    ]
    for number in range(1, len(blanks.words)):
        reads = reader.read([(blanks.next(one.words()), one.window) for one in found])
        longer = []
        for one, read in zip(found, reads, strict=True):
            fitting = [
                reading
                for reading in _sure(read.readings, reader)
                if reading.evidence == one.filled[0].evidence
                and all(_words(reading, one.window) != words for words in one.words())
            ]
            longer += [Combination(one.window, (*one.filled, reading)) for reading in fitting]
            if not fitting and number > 1:
                longer.append(one)
        found = longer
    return _each_once(sorted(found, key=lambda one: -one.confidence))


def _sure(readings: Sequence[Reading], reader: Reader) -> list[Reading]:
    return [reading for reading in readings if reading.confidence >= reader.threshold]


def _words(reading: Reading, window: Window) -> str:
    return window.text[reading.words.start - window.span.start : reading.words.end - window.span.start]


def _each_once(found: Sequence[Combination]) -> list[Combination]:
    kept: dict[tuple[str, ...], Combination] = {}
    for one in found:
        kept.setdefault(tuple(words.casefold() for words in one.words()), one)
    return list(kept.values())
