import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Span
from retrieval.scoring import Row
from retrieval.spans import names_listed, rooms_of, spans_of
from tests.conftest import window_of


def row(length: int) -> Row:
    """[CLS], three tokens of question, then tokens of two characters with a space between."""
    places = [(0, 0)] * 4 + [(3 * n, 3 * n + 2) for n in range(length - 4)]
    return Row(0, [1] * length, [0] * 4 + [1] * (length - 4), places)


def test_the_best_spans_do_not_overlap_and_have_margins_over_nothing() -> None:
    tokens = np.zeros((9, 3), np.float32)
    tokens[0] = 1.0
    tokens[5, 0], tokens[6, 1] = 5.0, 4.0
    tokens[8, 0], tokens[8, 1] = 2.0, 2.0
    assert spans_of(row(9), tokens, 2) == [(Span(3, 8), 7.0), (Span(12, 14), 2.0)]


def test_a_span_stays_in_its_sentence_or_its_quotation() -> None:
    tokens = np.zeros((9, 3), np.float32)
    tokens[4, 0], tokens[8, 1] = 5.0, 5.0
    assert spans_of(row(9), tokens, 1) == [(Span(0, 14), 10.0)]
    assert spans_of(row(9), tokens, 1, [Span(0, 8), Span(9, 14)]) == [(Span(0, 2), 5.0)]
    text = "He spoke. “We came. We saw,” said Dahl."
    rooms = [room.of(text) for room in rooms_of(window_of(text))]
    assert rooms[-1] == "“We came. We saw,”"
    assert "He spoke." in rooms


def test_a_list_is_taken_apart_where_its_members_are_as_good_as_the_whole() -> None:
    tokens = np.zeros((12, 3), np.float32)
    tokens[[4, 6, 9], 0] = 5.0, 4.5, 4.5  # "Aa", "Bb", "Cc"
    tokens[[4, 6, 9], 1] = 4.5, 4.5, 5.0
    places = [(0, 0)] * 4 + [(0, 2), (2, 3), (4, 6), (6, 7), (8, 11), (12, 14), (0, 0), (0, 0)]
    one = Row(0, [1] * 12, [0] * 4 + [1] * 8, places)
    for text, parts in (("Aa, Bb, and Cc", ["Aa", "Bb", "Cc"]), ("Aa: Bb: not Cc", ["Aa: Bb: not Cc"])):
        assert [span.of(text) for span, _ in spans_of(one, tokens, 3, text=text)] == parts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ghana, Togo, Benin and Sierra Leone", ["Ghana", "Togo", "Benin", "Sierra Leone"]),
        ("London and Vienna", ["London", "Vienna"]),
        ("Vienna", ["Vienna"]),
        ("London and the towns near it", ["London and the towns near it"]),
        ("fish and chips", ["fish and chips"]),
        ("", [""]),
    ],
)
def test_a_list_of_names_is_several(text: str, names: list[str]) -> None:
    assert [one.of(text) for one in names_listed(text)] == names


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=5, max_size=30))
def test_spans_lie_in_the_text_in_order_whatever_the_scores(scores: list[tuple[float, float]]) -> None:
    tokens = np.array([(start, end, 0.0) for start, end in scores], np.float32)
    found = spans_of(row(len(scores)), tokens)
    assert 1 <= len(found) <= len(scores) - 4
    assert [margin for _, margin in found] == sorted((margin for _, margin in found), reverse=True)
    places = sorted((span.start, span.end) for span, _ in found)
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))
