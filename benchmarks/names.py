"""Who "He" and "She" are: sentences of the samples, of the tests' news and of tests/data/pronouns that begin with a
pronoun, each asked for its subject, "She left the hall." as "Who left the hall?" (marked by hand in
tests/data/antecedents.jsonl).

    python -m benchmarks.names [--wrong]

A name is right where it is the marked one's, wrong where it is another's; unnamed are pronouns that stay,
descriptions, and what is not found.
"""

import argparse
import re
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.data import table
from bot.collection import Progress, open_answerer, reembed
from bot.settings import Settings
from retrieval.naming import is_name, is_pronoun, name_words
from training.salience import Marked, read_marked

_ROOT = Path(__file__).parents[1]
_SUBJECT = re.compile(r"(?:He|She) (?P<did>(?=[a-z])[^“”\"]*?)[.!?]?")


def question_of(marked: Marked) -> str:
    """Who did what its sentence tells; "" where that does not begin with a pronoun, or has a quotation."""
    told = _SUBJECT.fullmatch(marked.sentence)
    return f"Who {told['did']}?" if told and marked.start == 0 else ""


def judged(given: str, name: str | None) -> str:
    """Right, wrong or unnamed."""
    if not given or is_pronoun(given) or not is_name(given):
        return "unnamed"
    known, marked = set(name_words(given)), set(name_words(name or ""))
    return "right" if name and (known <= marked or marked <= known) else "wrong"


def main() -> None:
    """Ask, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="also print what went wrong")
    options = parser.parse_args()
    every = read_marked()
    found: dict[str, Counter[str]] = {}
    for folder in dict.fromkeys(one.folder for one in every):
        with tempfile.TemporaryDirectory() as scratch:
            settings = Settings(corpus=_ROOT / folder, index=Path(scratch))
            reembed(settings, Progress())
            answerer = open_answerer(settings)
            for one in (one for one in every if one.folder == folder):
                if question := question_of(one):
                    answers = answerer.answer(question).answers
                    here = [answer for answer in answers if answer.citation.sentence == one.sentence]
                    given = here[0].text if here else ""
                    outcome = judged(given, one.name)
                    found.setdefault(folder, Counter())[outcome] += 1
                    if options.wrong and outcome == "wrong":
                        print(f"{question} {given} (marked: {one.name})")
    header = ["articles", "asked", "right", "wrong", "unnamed"]
    rows = [
        [folder, str(counts.total()), *(str(counts[outcome]) for outcome in header[2:])]
        for folder, counts in found.items()
    ]
    print(table(header, rows))


if __name__ == "__main__":
    main()
