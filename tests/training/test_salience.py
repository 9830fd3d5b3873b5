from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from corpus.files import read_file
from retrieval.persons import Person
from retrieval.salience import WEIGHTS
from training.salience import Choice, fit, is_right, read_marked

ROOT = Path(__file__).parents[2]


def test_every_marked_pronoun_stands_in_its_article_once() -> None:
    marked = read_marked()
    assert max(Counter((one.article, one.sentence, one.start) for one in marked).values()) == 1
    for one in marked:
        article = read_file(ROOT / one.folder / f"{one.article}.md")
        assert isinstance(article, Article), one
        assert one.sentence in article.text, one
        assert one.sentence[one.start :].lower().startswith(("he", "she", "him", "her", "his")), one
        assert one.name is None or one.name in article.text, one


@pytest.mark.parametrize(
    ("words", "named", "name", "expected"),
    [
        ("Ada Lie", True, "Lie", True),
        ("Lie", True, "Ada Lie", True),
        ("Bo Lie", True, "Ada Lie", False),
        ("the mayor", False, "Ada Lie", False),
        ("the mayor", False, None, True),
        ("Ada Lie", True, None, False),
    ],
)
def test_who_is_right(words: str, named: bool, name: str | None, expected: bool) -> None:
    assert is_right(Person(words, named), name) is expected


def test_what_tells_the_marked_ones_apart_gets_weight() -> None:
    names = list(WEIGHTS)
    rows = np.zeros((2, len(names)))
    rows[0, names.index("topic")] = 1
    weights = dict(zip(names, fit([Choice("a", rows, np.array([True, False]), np.ones(2))] * 20), strict=True))
    assert weights["topic"] > 1
    assert weights["named"] == pytest.approx(0, abs=1e-6)
