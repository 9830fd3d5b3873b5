from itertools import pairwise

import pytest
from hypothesis import given, settings

from corpus.article import Article, Span, canonical
from retrieval.sentences import split
from tests.corpus.test_article import HOSTILE


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split(Article("x", "X", text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Smith of the U.S. Army paid $2.5 million to Lt. Jones.", "He left."],
        ["Maj. Gen. Ali met Sgt. Brown in Phnom Penh.", "The U.S. agreed.", "“It is over,” he said."],
        ["“We will win.”", "He said so."],
        ["He said: “It is done.", "We won.”", "Then he left."],
        ["“Stop!” she cried.", "(He did not stop.)", "He ran."],
        ["Prices rose 3.5 percent ...", "Then they fell."],
        ["She went... and came back.", "Nobody saw her."],
        ["It began at 5 p.m. on Jan. 5 and ended at noon.", "Nobody spoke."],
        ["She asked a reporter.", "He slept for a week.", "Then he found Pamela Marsh.", "“A wall,” he said."],
        ["It is No. 5 of Rev. Lie.", "It rained in Seattle, Wash., on Mar. 3 and in Lima."],
        ["Did Hun Sen thank the US?", "Yes!", "No."],
    ],
)
def test_full_stops_that_end_and_that_do_not(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_headline_and_list_items_stand_alone() -> None:
    items = "- The dyke broke. Water came\n- Nobody died\n2. Last item"
    text = f"Flood in Lervik\n\nThree things happened:\n{items}\n\nThe end."
    assert sentences(text) == [
        "Flood in Lervik",
        "Three things happened:",
        "- The dyke broke.",
        "Water came",
        "- Nobody died",
        "2. Last item",
        "The end.",
    ]


def test_a_quotation_over_several_paragraphs_is_cut_into_its_sentences() -> None:
    text = "“We thank Cambodia.\n\n“He also spoke of freedom. It was long,” the release said."
    assert sentences(text) == ["“We thank Cambodia.", "“He also spoke of freedom.", "It was long,” the release said."]


def test_a_wrapped_line_is_one_sentence() -> None:
    assert sentences("The mayor thanked\nthe brigade. She left.") == ["The mayor thanked\nthe brigade.", "She left."]


def test_positions_and_offsets_count_code_points() -> None:
    article = Article("x", "X", "Hi 👩‍👧. Then שלום.\n\nLast.")
    assert [(s.position, s.span) for s in split(article)] == [(0, Span(0, 7)), (1, Span(8, 18)), (2, Span(20, 25))]


def assert_exact(text: str) -> None:
    article = Article("x", "X", text)
    found = split(article)
    assert all(s.span.of(text) == s.text == s.text.strip() != "" for s in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert [s.position for s in found] == list(range(len(found)))
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_every_sentence_stands_where_it_says_in_hostile_text(text: str) -> None:
    assert_exact(canonical(text))


@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "word " * 20_000, "“”" * 50_000, '"' * 1000, "a. " * 33_333, "👩‍👧" * 20_000, "!?" * 50_000],
    ids=["letters", "words", "quotes", "straight quotes", "full stops", "emoji", "marks"],
)
def test_a_line_of_a_hundred_thousand_characters_is_exact(text: str) -> None:
    assert_exact(canonical(text))


def test_a_sentence_without_end_is_cut_between_words() -> None:
    found = sentences("word " * 1000 + "x" * 4500)
    assert [len(one) for one in found] == [1999, 1999, 999, 2000, 2000, 500]
    assert {one for text in found[:3] for one in text.split()} == {"word"}
