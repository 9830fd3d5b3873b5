import pytest

from corpus.article import Article, Span
from retrieval.remainder import with_remainder
from retrieval.sentences import split
from retrieval.types import Reading


def named(text: str, words: str) -> list[str]:
    sentences = split(Article("a", "", text))
    start = text.index(words)
    one = Reading("a", Span(start, start + len(words)), sentences[0], 0.9)
    found = with_remainder([one], lambda _: sentences)
    assert all(name.alias in (None, one.words) and name.evidence == sentences[0] for name in found)
    return [name.words.of(text) for name in found]


@pytest.mark.parametrize(
    ("rest", "behind", "names"),
    [
        (
            "two other countries",
            "Belmark and New Lodonia, the other two countries, get nothing.",
            ["Belmark", "New Lodonia"],
        ),
        ("two other countries", "The other two are Belmark and Lodonia.", ["Belmark", "Lodonia"]),
        (
            "three other countries",
            "It rained. The other three: Perr, Belmark and Lodonia.",
            ["Perr", "Belmark", "Lodonia"],
        ),
        ("one other country", "The other country is Belmark.", ["Belmark"]),
        ("two others", "The other two were Belmark and Lodonia.", ["Belmark", "Lodonia"]),
        ("two other countries", "The other two are Belmark, Perr and Lodonia.", None),  # three
        ("two other countries", "The other three are Belmark and Lodonia.", None),
        ("two other countries", "Belmark and Lodonia get nothing.", None),
        ("two other countries", "The other two towns are Belmark and Lodonia.", None),
        ("Belmark", "The other two are Perr and Lodonia.", None),
        ("many other countries", "The other many are Perr and Lodonia.", None),
    ],
)
def test_the_rest_of_a_list_is_named_where_another_sentence_does(
    rest: str, behind: str, names: list[str] | None
) -> None:
    text = f"Austria, Norland and {rest} agreed to it. {behind}"
    assert named(text, rest) == (names or [rest])
