import pytest

from retrieval.deed_nouns import tells_deed_of


@pytest.mark.parametrize(
    ("noun", "verb", "expected"),
    [
        ("resignation", "resigned", True),
        ("deaths", "die", True),
        ("arrest", "arrested", True),
        ("resignation", "retire", False),
        ("table", "eat", False),
        ("resignation", "nonword", False),
    ],
)
def test_a_noun_may_tell_what_a_verb_does(noun: str, verb: str, expected: bool) -> None:
    assert tells_deed_of(noun, verb) is expected
