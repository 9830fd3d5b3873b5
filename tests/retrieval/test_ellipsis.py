import pytest

from corpus.article import Span
from retrieval.ellipsis import deed_before, stands_for_deed
from retrieval.types import Reading
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Lie asked her to play Bach. She promised to do so.", "to play Bach"),
        ("Lie was urged to pay and promised to do so.", "to pay"),
        ("Lie asked the mayor to open the gate, and he promised to do so.", "to open the gate"),
        ("Lie went to the barn. She promised to do so.", None),
        ("Lie asked her to play Bach. It rained. She promised to do so.", None),
        ("She promised to do so.", None),
    ],
)
def test_to_do_so_is_the_last_deed(text: str, deed: str | None) -> None:
    window = window_of(text, before="Rain. ")
    start = window.span.start + window.text.index("to do so")
    one = Reading("a", Span(start, start + len("to do so")), window.sentences[-1], 0.9)
    found = deed_before(one, [window])
    assert (window.words(found) if found else None) == deed
    assert deed_before(one, []) is None


@pytest.mark.parametrize(("words", "expected"), [("to do so", True), ("doing that", True), ("to do it well", False)])
def test_what_stands_for_a_deed(words: str, expected: bool) -> None:
    assert stands_for_deed(words) is expected
