"""Fit and judge what retrieval/reader.py knows of nearness: are the articles about what is asked?

    python -m benchmarks.nearness

Near: the best hit for a SQuAD question in the collection of its articles. Far: the best hit when the question's
own article is passed over. The fit is a logistic regression on the questions of twelve articles; those of the
other six judge it. It says nothing of questions about the right subject that the article does not answer: that
takes a trained reader.
"""

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.data import data_file, read_questions, squad_collection, table
from retrieval import encoder as encoders
from retrieval.index import update
from retrieval.reader import SentenceReader
from retrieval.search import CANDIDATES, Searcher
from retrieval.store import Store
from retrieval.types import Hit

Matrix = npt.NDArray[np.float64]


def main() -> None:
    """Print the fitted figures beside those in use, and how well they tell near from far."""
    articles, questions = squad_collection()
    encoder = encoders.load()
    store = Store.in_memory()
    update(store, encoder, lambda: articles)
    searcher = Searcher(store, lambda *_: encoder)
    fitting_titles = {question.title for question in read_questions(data_file("squad2_train.jsonl"))}
    near: dict[bool, list[Hit]] = {True: [], False: []}
    far: dict[bool, list[Hit]] = {True: [], False: []}
    for question in questions:
        if not question.answerable:
            continue
        hits = searcher.search(question.question, limit=CANDIDATES * 4)
        fitting = question.title in fitting_titles
        near[fitting].append(hits[0])
        far[fitting].extend([hit for hit in hits if hit.sentence.article != question.title][:1])
    x, y = _features(near[True], far[True])
    model = LogisticRegression(C=1e6).fit(x, y)
    reader = SentenceReader()
    (similarity, coverage), offset = model.coef_[0], model.intercept_[0]
    print(f"fitted: similarity {similarity:.1f}, coverage {coverage:.1f}, offset {offset:.1f}")
    print(f"judged on {len(near[False])} questions whose articles were not used for the fit:\n")
    x, y = _features(near[False], far[False])
    in_use = np.array([reading.confidence for reading in reader.read("", [*near[False], *far[False]])])
    rows = []
    for name, p in (("fitted now", model.predict_proba(x)[:, 1]), ("in use", in_use)):
        kept, caught = (p[y == 1] >= reader.threshold).mean(), (p[y == 0] < reader.threshold).mean()
        rows.append([name, f"{roc_auc_score(y, p):.3f}", f"{1 - kept:.3f}", f"{caught:.3f}"])
    print(table(["", "AUROC", f"near ones lost at {reader.threshold}", "far ones caught"], rows))


def _features(near: list[Hit], far: list[Hit]) -> tuple[Matrix, Matrix]:
    x = np.array([[hit.similarity, hit.coverage] for hit in [*near, *far]])
    return x, np.array([1.0] * len(near) + [0.0] * len(far))


if __name__ == "__main__":
    main()
