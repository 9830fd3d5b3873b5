from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, canonical
from retrieval.passages import heading, window
from retrieval.sentences import split
from tests.corpus.test_article import HOSTILE


def windows(tokens: list[int], size: int, overlap: int) -> list[tuple[int, int]]:
    article = Article("x", "X", " ".join(f"Sentence {i} is here." for i in range(len(tokens))))
    return [(p.first, p.last) for p in window(article, split(article), tokens, size=size, overlap=overlap)]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ([10, 10, 10, 10, 10], [(0, 2), (2, 4)]),
        ([10, 10], [(0, 1)]),
        ([10, 90, 10, 10], [(0, 0), (1, 1), (2, 3)]),
        ([90], [(0, 0)]),
        ([20, 20, 20], [(0, 0), (1, 1), (2, 2)]),
        ([5, 5, 5, 5, 5, 5, 5], [(0, 5), (4, 6)]),
    ],
)
def test_windows_overlap_and_never_cut_a_sentence(tokens: list[int], expected: list[tuple[int, int]]) -> None:
    assert windows(tokens, size=30, overlap=10) == expected


@given(st.lists(st.integers(1, 200), min_size=1, max_size=40))
def test_every_sentence_is_in_a_window_that_fits(tokens: list[int]) -> None:
    found = windows(tokens, size=128, overlap=32)
    assert {i for first, last in found for i in range(first, last + 1)} == set(range(len(tokens)))
    assert all(first == last or sum(tokens[first : last + 1]) <= 128 for first, last in found)
    assert [first for first, _ in found] == sorted({first for first, _ in found})


@settings(deadline=None)
@given(HOSTILE.map(canonical).filter(bool))
def test_every_passage_stands_where_it_says_in_hostile_text(text: str) -> None:
    article = Article("x", "X", text)
    sentences = split(article)
    for passage in window(article, sentences, [9] * len(sentences), size=30, overlap=10):
        assert passage.text == passage.span.of(text)
        assert passage.span.start == sentences[passage.first].span.start
        assert passage.span.end == sentences[passage.last].span.end


def test_the_heading_holds_title_and_date() -> None:
    assert heading(Article("x", "A flood", "T", date(2024, 5, 1))) == "A flood. 2024-05-01"
    assert heading(Article("x", "A flood", "T")) == "A flood."
    assert heading(Article("x", "", "T")) == ""
