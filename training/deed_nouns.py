"""WordNet's files -> retrieval/wordnet/deeds.txt: the nouns that tell a deed, each with its verbs, "arrest arrest".

    python -m training.deed_nouns FOLDER   # as for training.person_nouns

They are those of which one of the commonest senses is an act, an event, something said or a process, and is
derivationally related to a verb (WordNet, wninput(5WN)): "resignation" and "resign", "death" and "die".
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from training.person_nouns import wordnet_lines

_DEEDS = frozenset([4, 10, 11, 22])  # lexicographer's files "noun.act", ".communication", ".event" and ".process"
_COMMON = 3  # senses
_RELATED = "+"
POINTER = 4  # fields: what it is, the other sense, "v", and of which word to which
_OUT = Path(__file__).parents[1] / "retrieval/wordnet/deeds.txt"


def deed_nouns(folder: Path) -> Iterator[tuple[str, str]]:
    """Each noun with one of its verbs, in the order of the file, in small letters."""
    verbs = {fields[0]: words_of_sense(fields) for fields in fields_of(folder / "data.verb")}
    common = {
        (word, offset)
        for word, _, count, *rest in (line.split() for line in wordnet_lines(folder / "index.noun"))
        for offset in rest[-int(count) :][:_COMMON]
    }
    for fields in fields_of(folder / "data.noun"):
        if int(fields[1]) not in _DEEDS:
            continue
        words = words_of_sense(fields)
        pointers = fields[5 + 2 * len(words) :]
        for at in range(0, len(pointers), POINTER):
            kind, offset, part, number = pointers[at : at + POINTER]
            if kind != _RELATED or part != "v":
                continue
            noun, verb = words[int(number[:2], 16) - 1], verbs[offset][int(number[2:], 16) - 1]
            if (noun, fields[0]) in common and noun.isalpha() and verb.isalpha():
                yield noun, verb


def fields_of(file: Path) -> Iterator[list[str]]:
    """Of each sense those up to its last pointer."""
    for line in wordnet_lines(file):
        fields = line.partition(" | ")[0].split()
        words = 2 * int(fields[3], 16)
        yield fields[: 5 + words + POINTER * int(fields[4 + words])]


def words_of_sense(fields: list[str]) -> list[str]:
    """The words of a sense, in small letters."""
    return [word.lower() for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "data.verb").is_file():
        sys.exit("Give the folder that holds WordNet's data.verb, data.noun and index.noun.")
    found: dict[str, list[str]] = {}
    for one, told in deed_nouns(Path(sys.argv[1])):
        found.setdefault(one, []).append(told)
    lines = [" ".join([one, *sorted(set(verbs))]) for one, verbs in sorted(found.items())]
    _OUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} nouns in {_OUT.name}.")
