"""Score a question file: is the cited sentence right, is the answer right, is silence kept where it should be?

    python -m benchmarks.questions [FILE] [--articles FOLDER] [--per-question]

Without arguments it asks the seed questions about the seed article. The questions go through
`clippings ask --batch`, as anybody's would.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.data import Question, data_file, read_questions, table


def main() -> None:
    """Ask, score, print two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="JSON lines: id, kind, question, answers, citations, ...")
    parser.add_argument("--articles", type=Path, help="the folder to answer from; default: the seed article")
    parser.add_argument("--per-question", action="store_true", help="also print a line to each question")
    options = parser.parse_args()
    path = options.file or data_file("seed/questions.jsonl")
    questions = read_questions(path)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = options.articles
        if corpus is None:
            corpus = Path(scratch) / "articles"
            corpus.mkdir()
            shutil.copy(data_file("seed/article.txt"), corpus)
        answers = ask_all(path, corpus, Path(scratch) / "index")
    if options.per_question:
        for question in questions:
            print(question.id, question.question, json.dumps(verdicts(question, answers[question.id])))
    print(report(questions, answers))


def ask_all(path: Path, corpus: Path, index: Path) -> dict[str, dict[str, Any]]:
    """Each question's answer, by its id, from `clippings ask --batch` in a process of its own."""
    environment = {**os.environ, "CLIPPINGS_CORPUS": str(corpus), "CLIPPINGS_INDEX": str(index)}
    command = [sys.executable, "-m", "bot", "ask", "--batch", str(path)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def verdicts(question: Question, answer: dict[str, Any]) -> dict[str, bool]:
    """What is right about one answer. The first one's sentence counts: it must hold one of the question's citations,
    or an accepted answer where the question names no citations.
    """
    found = answer["answers"]
    if not question.answerable:
        return {"silent": answer["verdict"] == "not_found"}
    said = {normalised(one["text"]) for one in found}
    if answer["verdict"] in ("yes", "no"):
        said = {answer["verdict"]}
    sentence = found[0]["citation"]["sentence"] if found else ""
    wanted = [normalised(accepted) in said for accepted in question.answers]
    return {
        "cited": any(words in sentence for words in question.citations or question.answers),
        "exact": all(wanted) if question.every else any(wanted),
    }


def report(questions: list[Question], answers: dict[str, dict[str, Any]]) -> str:
    """A table by kind of question: how many, sentence right, answer exact, rightly silent."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for question in questions:
        for kind in (question.kind, "all"):
            counts[kind]["asked"] += 1
            for what, right in verdicts(question, answers[question.id]).items():
                counts[kind][what] += right
                counts[kind][f"{what} of"] += 1
    rows = [
        [kind, str(count["asked"]), *(_share(count, what) for what in ("cited", "exact", "silent"))]
        for kind, count in sorted(counts.items(), key=lambda item: item[0] == "all")
    ]
    return table(["kind", "asked", "right sentence", "exact answer", "rightly silent"], rows)


def normalised(words: str) -> str:
    """Without case, articles and white space at the ends, as in SQuAD's scorer; nor the "for" before a reason."""
    words = re.sub(r"^for (?=\w+ing\b)", "", words.casefold())
    return " ".join(word for word in words.casefold().strip(" .").split() if word not in ("a", "an", "the"))


def _share(count: dict[str, int], what: str) -> str:
    return f"{count[what]} of {count[f'{what} of']}" if count[f"{what} of"] else ""


if __name__ == "__main__":
    main()
