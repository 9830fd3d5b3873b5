"""WordNet's files -> retrieval/wordnet/giving.txt and groups.txt: the verbs that have a receiver, "give", and the
nouns whose commonest sense is a group of people, "union".

    python -m training.receivers FOLDER   # as for training.person_nouns

A verb has one by its sentence frames 14, "Somebody ----s somebody something", and 15, "Somebody ----s something to
somebody" (WordNet, wninput(5WN)).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from training.person_nouns import nouns_of, wordnet_lines

_FRAMES = frozenset(["14", "15"])
_GROUPS = 14  # lexicographer's file "noun.group"
_OUT = Path(__file__).parents[1] / "retrieval/wordnet"


def giving_verbs(folder: Path) -> Iterator[str]:
    """In the order of the file, some more than once."""
    for line in wordnet_lines(folder / "data.verb"):
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        words = fields[4 : 4 + 2 * count : 2]
        frames = fields[6 + 2 * count + 4 * int(fields[4 + 2 * count]) :]  # behind their number: "+", frame, word
        for frame, word in zip(frames[1::3], frames[2::3], strict=True):
            if frame in _FRAMES:  # of word 0 all have it
                chosen = words if int(word, 16) == 0 else [words[int(word, 16) - 1]]
                yield from (verb.lower() for verb in chosen if verb.isalpha())


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
