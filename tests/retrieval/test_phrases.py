import pytest

from retrieval.phrases import is_verb, phrase_at


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a petrol station who left", "a petrol station"),
        ("the fans invited Lie", "the fans"),
        ("the fans boo Lie", "the fans"),
        ("father, a pastor, left", "father"),
        ("former teacher thanked", "former teacher"),
        ("chief executive has left", "chief executive"),
        ("convicted murderer.", "convicted murderer"),
        ("the dead.", "the dead"),
        ("the Oslo choir sang", "the Oslo choir"),
        ("nurses of Oslo", "nurses"),
        ("brother-in-law left", "brother-in-law"),
        ("the work stopped", "the work"),
        ("was left", ""),
        ("and", ""),
        ("", ""),
    ],
)
def test_a_phrase_goes_up_to_its_last_noun(text: str, phrase: str) -> None:
    assert phrase_at(text, 0) == phrase


@pytest.mark.parametrize(
    ("word", "verb"),
    [("underestimated", True), ("wrote", True), ("minister", False), ("saw", False), ("Wrote", False)],
)
def test_what_may_be_nothing_but_a_verb(word: str, verb: bool) -> None:
    assert is_verb(word) is verb


def test_it_begins_where_it_is_said_to() -> None:
    assert phrase_at("Bo owns a small boat, too", len("Bo owns ")) == "a small boat"
