"""Fits the weights of retrieval/salience.py to pronouns marked by hand (tests/data/antecedents.jsonl).

    python -m training.salience

Prints how often the likeliest person is the marked one, each article judged by weights fitted to the others, how
often where nobody else is likely, and the weights.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from corpus.article import Article
from corpus.files import read_folder
from retrieval.candidates import CLEAR, candidates
from retrieval.naming import name_words
from retrieval.persons import Person
from retrieval.salience import WEIGHTS
from retrieval.sentences import split

Array = npt.NDArray[np.float64]
_ROOT = Path(__file__).parents[1]
MARKED = _ROOT / "tests/data/antecedents.jsonl"
_RIDGE = 0.15  # of the weights' squares, in log-likelihood
_ROUNDS = 3  # whose mentions pronouns are depends on the weights


@dataclass(frozen=True, slots=True)
class Marked:
    """A pronoun of an article, and whose it is."""

    folder: str
    article: str
    sentence: str
    start: int
    name: str | None  # of nobody who has a name


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun with its candidates: a row of features each, and whether it is the marked one."""

    article: str
    features: Array  # (candidates, names of features)
    right: npt.NDArray[np.bool_]  # (candidates,)
    sure: Array  # (candidates,), how sure the last mention of each is


def read_marked(file: Path = MARKED) -> list[Marked]:
    """All that are marked."""
    return [Marked(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def is_right(person: Person, name: str | None) -> bool:
    """Whether somebody is the marked one: whose name has all its words, or the other way round."""
    if name is None or not person.named:
        return name is None and not person.named
    known, marked = set(name_words(person.words)), set(name_words(name))
    return known <= marked or marked <= known


def choices(marked: Sequence[Marked], weights: Mapping[str, float]) -> list[Choice]:
    """Each marked pronoun that has candidates."""
    found = []
    for folder in dict.fromkeys(one.folder for one in marked):
        for article in read_folder(_ROOT / folder):
            if isinstance(article, Article):
                own = [one for one in marked if (one.folder, one.article) == (folder, article.id)]
                found += _choices_of(article, {(one.sentence, one.start): one.name for one in own}, weights)
    return found


def _choices_of(
    article: Article, names: Mapping[tuple[str, int], str | None], weights: Mapping[str, float]
) -> list[Choice]:
    sentences = split(article)
    texts = {sentence.position: sentence.text for sentence in sentences}
    found = []
    for pronoun, rows in candidates(sentences, weights):
        key = texts[pronoun.position], pronoun.start
        if key in names and rows:
            features = np.array([[row[name] for name in WEIGHTS] for _, row in rows])
            right = np.array([is_right(who, names[key]) for who, _ in rows])
            found.append(Choice(article.id, features, right, np.array([who.mentions[-1].sure for who, _ in rows])))
    return found


def fit(found: Sequence[Choice]) -> Array:
    """The weights under which the marked ones are likeliest, in the order of WEIGHTS."""
    known = [one for one in found if one.right.any()]

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = _RIDGE * float(weights @ weights), 2 * _RIDGE * weights
        for one in known:
            chance = _chances(one, weights)
            right = chance * one.right / chance[one.right].sum()
            total -= float(np.log(chance[one.right].sum()))
            slope = slope + one.features.T @ (chance - right)
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x, dtype=np.float64)


def _chances(one: Choice, weights: Array) -> Array:
    scores = one.features @ weights
    parts = np.exp(scores - scores.max())
    return np.asarray(parts / parts.sum(), dtype=np.float64)


def main() -> None:
    """Fit, judge, print."""
    marked, weights = read_marked(), dict(WEIGHTS)
    for _ in range(_ROUNDS):
        found = choices(marked, weights)
        weights = dict(zip(WEIGHTS, map(float, fit(found)), strict=True))
    found = choices(marked, weights)
    judged = []
    for article in dict.fromkeys(one.article for one in found):
        others = fit([one for one in found if one.article != article])
        for one in (one for one in found if one.article == article):
            chance = _chances(one, others) * one.sure
            judged.append((float(chance.max()), bool(one.right[chance.argmax()])))
    clear = [right for chance, right in judged if chance >= CLEAR]
    print(
        f"{sum(right for _, right in judged)} of {len(marked)} right, {len(marked) - len(found)} without candidates"
    )
    print(f"{sum(clear)} of {len(clear)} right where nobody else is likely")
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
