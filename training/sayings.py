"""WordNet's files -> retrieval/wordnet/saying.txt: the verbs that tell what somebody says, thinks or remembers.

    python -m training.sayings FOLDER   # as for training.person_nouns

They are those with sentence frame 26, "Somebody ----s that CLAUSE" (WordNet, wninput(5WN)), whose commonest sense
with it is of the file of communication, or one of believing, confirming or remembering: not "find" or "know".
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from training.person_nouns import wordnet_lines
from training.receivers import verb_senses

_FRAMES = frozenset(["26"])
_COMMUNICATION = 32  # lexicographer's file "verb.communication"; lexnames(5WN)
_THOUGHT = ("believe", "conclude", "confirm", "estimate", "reckon", "remember", "speculate")
_NOT_SAID = frozenset(["deny", "disregard", "ignore", "pretend"])  # what is not said to be so
_WITHOUT_FRAME = ("insist",)
_OUT = Path(__file__).parents[1] / "retrieval/wordnet/saying.txt"


def saying_verbs(folder: Path) -> Iterator[str]:
    """In the alphabet's order."""
    senses = {sense.offset: sense for sense in verb_senses(folder, _FRAMES)}
    commonest = {}
    for line in wordnet_lines(folder / "index.verb"):
        word, _, count, *rest = line.split()
        with_clause = (senses[at] for at in rest[-int(count) :] if at in senses and word in senses[at].framed)
        if (sense := next(with_clause, None)) and word not in _NOT_SAID:
            commonest[word] = sense
    thought = {commonest[word].offset for word in _THOUGHT if word in commonest}
    said = (word for word, sense in commonest.items() if sense.file == _COMMUNICATION or sense.offset in thought)
    yield from sorted([*said, *_WITHOUT_FRAME])


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "index.verb").is_file():
        sys.exit("Give the folder that holds WordNet's data.verb and index.verb.")
    found = list(saying_verbs(Path(sys.argv[1])))
    _OUT.write_text("\n".join(found) + "\n", "utf-8")
    print(f"{len(found)} verbs in {_OUT.name}.")
