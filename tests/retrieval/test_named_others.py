import pytest

from retrieval.named_others import is_of_another_name, without_named_others
from retrieval.types import Reading
from tests.conftest import LookupReader, window_of


@pytest.mark.parametrize(
    ("question", "text", "read", "kept"),
    [
        ("Did Cuba sign it?", "Peru and Chad signed it.", "Peru", False),
        ("Did Peru sign it?", "Peru and Chad signed it.", "Chad", True),
        ("Did Cuba sign it?", "They signed it.", "They", True),
        ("Did Cuba sign it?", "The minister signed it.", "The minister", True),
        ("Did Cuba sign it?", "The Cuban minister Ada Lie signed it.", "The Cuban minister Ada Lie", True),
        ("Did the US sign it?", "Washington signed it.", "Washington", True),
        ("Did the farmer sign it?", "Ada Lie signed it.", "Ada Lie", True),
        ("Did Cuba sign it?", "Peru signed it.", "", True),
        ("Did Peru sign it?", "Peru signed nothing.", "", False),
        ("Did the girls explode?", "The girls pulled a man from a lorry before the lorry exploded.", "", False),
        (
            "Did the girls explode?",
            "Two girls pulled the driver from his cab on Wednesday morning, minutes before it exploded.",
            "",
            False,
        ),
        ("Did the lorry explode?", "The girls pulled a man from a lorry before the lorry exploded.", "", True),
        ("Was Ada Lie jailed?", "A court acquitted Ada Lie and jailed Bo Ek.", "", False),
        ("Was Bo Ek jailed?", "A court acquitted Ada Lie and jailed Bo Ek.", "", True),
    ],
)
def test_a_yes_does_not_name_others(question: str, text: str, read: str, kept: bool) -> None:
    window = window_of(text)
    (sentence,) = window.sentences
    said = [Reading("a", sentence.span, sentence, 0.9)]
    known = [("Who did sign it?", read)] if read else []
    assert (without_named_others(question, said, LookupReader(*known)) == said) is kept


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Did Rius cheat?", "Arkady, 27, denied having cheated.", True),
        ("Did Lev Arkady cheat?", "Arkady, 27, denied having cheated.", False),
        ("Did Rius cheat?", "Arkady said that she had not cheated.", False),
        ("Did the arbiter cheat?", "Arkady denied having cheated.", False),
        ("Did Rius cheat?", "The arbiter denied having cheated.", False),
        ("Did the US cheat?", "Washington denied having cheated.", False),
    ],
)
def test_a_no_begins_with_another(question: str, text: str, other: bool) -> None:
    (sentence,) = window_of(text).sentences
    assert is_of_another_name(question, sentence) is other


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Did Peter Ek beat Ada Lie?", False),
        ("Did Ek beat Ada Lie?", False),
        ("Did Peter Ek beat Lie?", False),
        ("Did Ada Lie beat Ek?", True),
        ("Did Ada Lie beat Peter Ek?", True),
        ("Did Ruud beat Ek to the top?", True),
        ("Did Ruud beat Lie to the top?", False),
    ],
)
def test_she_is_nobody_who_is_he(question: str, kept: bool) -> None:
    window = window_of("Ada Lie and Peter Ek had quarrelled after she beat him.")
    (sentence,) = window.sentences
    said = [Reading("a", sentence.span, sentence, 0.9)]
    found = without_named_others(question, said, LookupReader(), lambda _: window.sentences)
    assert (found == said) is kept


@pytest.mark.parametrize(
    ("question", "text", "read", "kept"),
    [
        ("Did Lie thank Ek?", "Lie thanked the crew and left with Ek.", "the crew", False),
        ("Did Lie thank Bo Ek?", "Lie thanked Ek.", "Ek", True),
        ("Did Lie thank Ek?", "Lie, who had met Ek, thanked him.", "him", True),
        ("Did Lie thank Ek?", "Lie thanked the mayor.", "the mayor", True),
        ("Did Lie thank the crew?", "Lie thanked Ek and left with the crew.", "Ek", True),
        ("Did Lie thank Ek?", "Lie thanked Ek.", "", True),
        ("Did Lie thank Bo Ek?", "Lie thanked the mayor, Bo Ek, for it.", "the mayor", True),
        ("Did Lie thank Ek?", "Lie thanked the mayor, Bo Ek, for it.", "the mayor", True),
    ],
)
def test_a_yes_is_not_told_of_whom_else_it_was_done_to(question: str, text: str, read: str, kept: bool) -> None:
    window = window_of(text)
    (sentence,) = window.sentences
    said = [Reading("a", sentence.span, sentence, 0.9)]
    known = [("Whom did Lie thank?", read)] if read else []
    assert (without_named_others(question, said, LookupReader(*known)) == said) is kept
