"""The sample collection is what people try first: it has to be whole, and varied enough to ask."""

from pathlib import Path

import pytest

from corpus.article import Article
from corpus.files import read_folder

FOLDER = Path(__file__).parents[2] / "corpus" / "articles"
ARTICLES = [item for item in read_folder(FOLDER) if isinstance(item, Article)]


def test_there_are_enough_and_none_has_a_problem() -> None:
    assert len(ARTICLES) >= 24
    assert len(ARTICLES) == len(list(FOLDER.iterdir()))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_each_has_its_facts_and_a_fitting_length(article: Article) -> None:
    assert 250 <= len(article.text.split()) <= 700
    assert article.title
    assert article.published is not None
    assert article.source
    assert article.url is None or article.url.startswith("https://example.org/")
    assert article.authors


def test_one_event_is_told_twice() -> None:
    tellers = {article.source for article in ARTICLES if "Solbakken nursing home" in article.text}
    assert tellers == {"Lervik Tidende", "Vestkysten"}


def test_the_retold_phone_call_shares_no_sentence_with_the_article_it_retells(seed_folder: Path) -> None:
    original = (seed_folder / "article.txt").read_text("utf-8").replace("’", "'")
    (retold,) = [article for article in ARTICLES if article.id == "phone-call-cambodia-us"]
    words = retold.text.replace("’", "'").split()
    runs = {" ".join(words[i : i + 8]) for i in range(len(words) - 7)}
    assert [run for run in runs if run in " ".join(original.split())] == []
