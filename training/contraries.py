"""WordNet's files -> retrieval/wordnet/contraries.txt: verbs, each with those that mean the contrary, "lose win".

    python -m training.contraries FOLDER   # as for training.person_nouns

They are antonyms (WordNet, wninput(5WN)) of which both senses are among the commonest of their words.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from training.deed_nouns import POINTER, fields_of, words_of_sense
from training.person_nouns import wordnet_lines

_COMMON = 3  # senses
_ANTONYM = "!"
_OUT = Path(__file__).parents[1] / "retrieval/wordnet/contraries.txt"


def contraries(folder: Path) -> Iterator[tuple[str, str]]:
    """Each verb with one that means the contrary, in the order of the file, in small letters."""
    senses = {fields[0]: fields for fields in fields_of(folder / "data.verb")}
    common = {
        (word, offset)
        for word, _, count, *rest in (line.split() for line in wordnet_lines(folder / "index.verb"))
        for offset in rest[-int(count) :][:_COMMON]
    }
    for start, fields in senses.items():
        words = words_of_sense(fields)
        pointers = fields[5 + 2 * len(words) :]
        for at in range(0, len(pointers), POINTER):
            kind, offset, part, number = pointers[at : at + POINTER]
            if kind != _ANTONYM or part != "v":
                continue
            verb = words[int(number[:2], 16) - 1]
            other = words_of_sense(senses[offset])[int(number[2:], 16) - 1]
            if {(verb, start), (other, offset)} <= common and verb.isalpha() and other.isalpha():
                yield verb, other


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "index.verb").is_file():
        sys.exit("Give the folder that holds WordNet's data.verb and index.verb.")
    found: dict[str, list[str]] = {}
    for one, told in contraries(Path(sys.argv[1])):
        found.setdefault(one, []).append(told)
    lines = [" ".join([one, *sorted(set(verbs))]) for one, verbs in sorted(found.items())]
    _OUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} verbs in {_OUT.name}.")
