import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Span, canonical, paragraphs, trim

# Not only what hypothesis finds by itself: the pieces that break naive offsets, thrown together at random.
HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            [
                "👩\u200d👩\u200d👧\u200d👦",
                "é",
                "שָׁלוֹם",
                "مرحبا",
                "\r\n",
                "\r",
                "\n\n",
                "\x00",
                "\u2028",
                "\u202e",
                "“",
                "”",
                '"',
                "»",
                "Mr. ",
                "U.S. ",
                "$2.5 million. ",
                "… ",
                "...",
                ". ",
                "? ",
                "�",
                "\ufeff",
                "\t",
                "- item\n",
                "1. a\n",
            ]
        ),
    ),
    max_size=30,
).map("".join)


def test_canonical_ends_lines_one_way_and_drops_the_byte_order_mark() -> None:
    assert canonical("\ufeffone\r\ntwo\rthree\u2028four\x85five") == "one\ntwo\nthree\nfour\nfive"


def test_canonical_composes_letters_and_marks_what_cannot_be_shown() -> None:
    assert canonical("cafe\u0301 \x00\x1b[31m \ud800 \x9b") == "café \ufffd\ufffd[31m \ufffd \ufffd"


def test_canonical_keeps_tabs_emoji_and_other_scripts() -> None:
    assert canonical("a\tb 👩‍👧 שלום") == "a\tb 👩‍👧 שלום"


def test_a_byte_order_mark_goes_also_behind_white_space() -> None:
    assert canonical("\r\ufeff \ufeffword") == "word"


@given(HOSTILE)
def test_canonical_is_idempotent_and_storable(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert once.encode() is not None
    assert unicodedata.is_normalized("NFC", once)


@given(HOSTILE)
def test_paragraphs_hold_all_but_white_space_in_order(text: str) -> None:
    text = canonical(text)
    spans = paragraphs(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert all("\n\n" not in span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "expected"), [("  a b\n", Span(2, 5)), ("ab", Span(0, 2)), (" \n", None), ("", None)]
)
def test_trim_leaves_only_words(text: str, expected: Span | None) -> None:
    assert trim(text, Span(0, len(text))) == expected


def test_spans_meet_where_they_share_anything() -> None:
    assert Span(0, 3).meets(Span(2, 5))
    assert Span(2, 5).meets(Span(0, 3))
    assert not Span(0, 3).meets(Span(3, 5))


def test_a_span_holds_what_lies_within_it() -> None:
    assert Span(0, 3).holds(Span(0, 3))
    assert Span(0, 3).holds(Span(1, 2))
    assert not Span(0, 3).holds(Span(1, 4))
