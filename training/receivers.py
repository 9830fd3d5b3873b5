"""WordNet's files -> retrieval/wordnet/giving.txt and groups.txt: the verbs that have a receiver, "give", and the
nouns whose commonest sense is a group of people, "union".

    python -m training.receivers FOLDER   # as for training.person_nouns

A verb has one by its sentence frames 14, "Somebody ----s somebody something", and 15, "Somebody ----s something to
somebody" (WordNet, wninput(5WN)).
"""

import sys
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from training.person_nouns import nouns_of, wordnet_lines

_FRAMES = frozenset(["14", "15"])
_GROUPS = 14  # lexicographer's file "noun.group"
_OUT = Path(__file__).parents[1] / "retrieval/wordnet"


@dataclass(frozen=True, slots=True)
class VerbSense:
    """One sense: the number of its lexicographer's file, and its words that have a sentence frame."""

    offset: str
    file: int
    framed: tuple[str, ...]


def verb_senses(folder: Path, frames: Set[str]) -> Iterator[VerbSense]:
    """Those of which a word has one of the frames; words in small letters, of letters alone."""
    for line in wordnet_lines(folder / "data.verb"):
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        words = [word.lower() for word in fields[4 : 4 + 2 * count : 2]]
        given = fields[6 + 2 * count + 4 * int(fields[4 + 2 * count]) :]  # behind their number: "+", frame, word
        framed = []
        for frame, number in zip(given[1::3], given[2::3], strict=True):
            if frame in frames:  # of word 0 all have it
                framed += words if int(number, 16) == 0 else [words[int(number, 16) - 1]]
        if framed:
            yield VerbSense(fields[0], int(fields[1]), tuple(filter(str.isalpha, framed)))


def giving_verbs(folder: Path) -> Iterator[str]:
    """In the order of the file, some more than once."""
    for sense in verb_senses(folder, _FRAMES):
        yield from sense.framed


def main() -> None:
    """Writes both files."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "data.verb").is_file():
        sys.exit("Give the folder that holds WordNet's data.verb, data.noun and index.noun.")
    folder = Path(sys.argv[1])
    groups = [word for word, _ in nouns_of(folder, _GROUPS) if word.isalpha()]
    for name, found in (("giving.txt", giving_verbs(folder)), ("groups.txt", groups)):
        every = sorted(set(found))
        (_OUT / name).write_text("\n".join(every) + "\n", "utf-8")
        print(f"{len(every)} words in {name}.")


if __name__ == "__main__":
    main()
