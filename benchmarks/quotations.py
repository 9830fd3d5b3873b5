"""Who said what in the sample collection: attributions marked by hand (tests/data/quotations.jsonl), and words near a
name that are the article's own (narrated.jsonl).

    python -m benchmarks.quotations [--wrong] [--every 3]

For each: who said the words, and what the speaker said. The speaker is right when the first answer ends in the same
name; words are whole when one of the answers shown holds all of them. The article's own words are kept out when no
answer to what the speaker said has them. Then how much longer "What did X say?" takes than "Whom did X thank?" over
the same passages.
"""

import argparse
import functools
import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import table
from benchmarks.timing import times_as_long, times_table
from bot.collection import Progress, open_answerer, reembed
from bot.settings import Settings
from retrieval.types import Answer

_DATA = Path(__file__).parent.parent / "tests" / "data"
MARKED = _DATA / "quotations.jsonl"
NARRATED = _DATA / "narrated.jsonl"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words in an article."""

    article: str
    speaker: str
    words: str
    named: str = ""  # of a speaker that is a description, as an answer may give it as well: "The mayor" is Aas


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attribution."""

    marked: Attribution
    speaker_right: bool
    words_whole: bool
    who: str  # the answers, for a look at what went wrong
    what: str


def main() -> None:
    """Ask, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="also print what went wrong")
    parser.add_argument("--every", type=int, default=3, help="time the speech of every n-th speaker")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(index=Path(scratch))
        reembed(settings, Progress())
        answerer = open_answerer(settings)
        answer = functools.cache(answerer.answer)  # many speakers are marked several times
        outcomes = [asked(one, answer) for one in attributions()]
        told = [(one, answer(_what(one))) for one in attributions(NARRATED)]
        names = list(dict.fromkeys(one.speaker for one in attributions()))[:: options.every]
        longer = [times_as_long(answerer, f"Whom did {n} thank?", f"What did {n} say?")[0] for n in names]
    for one in outcomes if options.wrong else []:
        if not (one.speaker_right and one.words_whole):
            print(f"{one.marked.speaker}: {one.marked.words}\n   who: {one.who}\n   what: {one.what}")
    for near, said in told if options.wrong else []:
        if not keeps_out(near, said):
            print(f"{near.speaker}, told by the article: {near.words}")
    shares = [
        [one.speaker_right for one in outcomes],
        [one.words_whole for one in outcomes],
        [one.speaker_right and one.words_whole for one in outcomes],
        [keeps_out(*one) for one in told],
    ]
    print(
        table(
            ["attributions", "speaker right", "words whole", "both", f"article's own words kept out, of {len(told)}"],
            [[str(len(outcomes)), *(f"{sum(right) / len(right):.3f}" for right in shares)]],
        )
    )
    print()
    print(times_table({"what did somebody say": longer}))


def attributions(path: Path = MARKED) -> list[Attribution]:
    """Those that were marked."""
    return [Attribution(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def asked(marked: Attribution, answer: Callable[[str], Answer]) -> Outcome:
    """Both questions about one attribution."""
    who = answer(f"Who said “{marked.words}”?")
    what = answer(_what(marked))
    return Outcome(marked, is_speaker(marked, who), holds_words(marked, what), _texts(who), _texts(what))


def is_speaker(marked: Attribution, answer: Answer) -> bool:
    """Whether the first answer is about the speaker's sentence or words and ends in the speaker's last name."""
    if not answer.answers:
        return False
    found = answer.answers[0]
    called = [_last(name) for name in (marked.speaker, marked.named) if name]
    return found.citation.article == marked.article and _last(found.text) in called


def holds_words(marked: Attribution, answer: Answer) -> bool:
    """Whether one of the answers has all of the words."""
    wanted = _plain(marked.words)
    return any(found.citation.article == marked.article and wanted in _plain(found.text) for found in answer.answers)


def keeps_out(told: Attribution, answer: Answer) -> bool:
    """Whether no answer has the words, or is a part of them."""
    words = _plain(told.words)
    own = [_plain(found.text) for found in answer.answers if found.citation.article == told.article]
    return not any(words in said or said in words for said in own)


def _what(marked: Attribution) -> str:
    return f"What did {marked.speaker} say?"


def _last(text: str) -> str:
    return str((re.findall(r"\w+", text.casefold()) or [""])[-1])


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _texts(answer: Answer) -> str:
    return " / ".join(found.text.replace("\n", " ") for found in answer.answers) or answer.verdict.value


if __name__ == "__main__":
    main()
