"""SQuAD 2.0's questions to a whole collection: does the first cited sentence hold an answer, is silence kept?

    python -m benchmarks.reading [--count N]

The collection is the 18 articles of SQuAD 2.0's development set; the questions are those of squad2_dev.jsonl, whose
articles the reader was not trained on. No paragraph is given: it has to be found.
"""

import argparse
import time

import numpy as np

from benchmarks.data import Question, data_file, read_questions, squad_collection, table
from benchmarks.questions import normalised
from retrieval import encoder as encoders
from retrieval.answer import Answerer
from retrieval.index import update
from retrieval.search import Searcher
from retrieval.store import Store
from retrieval.types import Answer


def main() -> None:
    """Ask them all; print shares and the time of a question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2078, help="of the questions, spread over the file")
    options = parser.parse_args()
    articles, _ = squad_collection()
    questions = read_questions(data_file("squad2_dev.jsonl"))
    questions = questions[:: max(1, len(questions) // options.count)]
    encoder = encoders.load()
    store = Store.in_memory()
    update(store, encoder, lambda: articles)
    answerer = Answerer(Searcher(store, lambda *_: encoder))
    answers, seconds = [], []
    for question in questions:
        started = time.perf_counter()
        answers.append(answerer.answer(question.question))
        seconds.append(time.perf_counter() - started)
    print(report(questions, answers))
    print(f"\na question: {1000 * float(np.median(seconds)):.0f} ms, median")


def report(questions: list[Question], answers: list[Answer]) -> str:
    """Shares of the answerable questions and of the others."""
    pairs = list(zip(questions, answers, strict=True))
    asked = [(question, answer) for question, answer in pairs if question.answerable]
    rows = [
        ["answerable", str(len(asked)), "first cited sentence holds an answer", _share([holds(*p) for p in asked])],
        ["", "", "first answer exact", _share([exact(*p) for p in asked])],
        ["", "", "wrongly silent", _share([not a.answers for _, a in asked])],
    ]
    others = [answer for question, answer in pairs if not question.answerable]
    rows.append(["unanswerable", str(len(others)), "rightly silent", _share([not a.answers for a in others])])
    said = [(q, a) for q, a in pairs if a.answers]
    rows.append(
        ["answered", str(len(said)), "first cited sentence holds an answer", _share([holds(*p) for p in said])]
    )
    return table(["questions", "", "", "share"], rows)


def holds(question: Question, answer: Answer) -> bool:
    """Whether the first answer's sentence holds an accepted answer."""
    return any(words in one.citation.sentence for one in answer.answers[:1] for words in question.answers)


def exact(question: Question, answer: Answer) -> bool:
    """Whether the first answer's words are an accepted answer, articles and case aside."""
    return any(normalised(one.text) == normalised(words) for one in answer.answers[:1] for words in question.answers)


def _share(truths: list[bool]) -> str:
    return f"{np.mean(truths):.3f}" if truths else ""


if __name__ == "__main__":
    main()
