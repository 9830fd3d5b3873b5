import pytest

from retrieval.titles import titles
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who is Ada Lie?", "It was read by the night porter Ada Lie.", ["the night porter"]),
        ("Who is Lie?", "Prime Minister Ada Lie left.", ["Prime Minister"]),
        ("Who is Lie?", "Ek thanked Ek's trainer Lie.", ["Ek's trainer"]),
        ("Who is Ada Lie?", "The baker Ada Lie left. The mayor Lie stayed.", ["The baker", "The mayor"]),
        ("Who is Ada Lie?", "The ship Ada Lie left.", []),
        ("Who is Ada Lie?", "The baker Bo Lie left.", []),
        ("Who is Ada Lie?", "She thanked the baker. Ada Lie left.", []),
        ("Who thanked Ada Lie?", "The baker Ada Lie left.", []),
    ],
)
def test_who_somebody_is_by_what_stands_before_the_name(question: str, text: str, expected: list[str]) -> None:
    window = window_of(text)
    found = titles(question, [window])
    assert [window.words(one.words) for one in found] == expected
    assert all(one.evidence.span.holds(one.words) for one in found)
