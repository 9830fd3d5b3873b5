import pytest

from retrieval.asked_back import asked_back
from retrieval.named_others import (
    is_of_another_name,
    is_told_the_other_way_round,
    leaves_open_by_whom,
    without_named_others,
)
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
        ("Did Ruud beat Ek to the top?", False),
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


@pytest.mark.parametrize(
    ("question", "text", "kept"),
    [
        # He is rather the fisherman than who gave him the medal.
        (
            "Did Perin throw it away?",
            "A fisherman, Igor Ek, was given a medal by Paul Perin. He threw it away.",
            False,
        ),
        ("Did Ek throw it away?", "A fisherman, Igor Ek, was given a medal by Paul Perin. He threw it away.", True),
        ("Did Ada Lie send Moe a cod?", "The chairwoman, Eva Roe, scolded Ada Lie. Lie sent her a cod.", False),
        ("Did Ada Lie send Roe a cod?", "The chairwoman, Eva Roe, scolded Ada Lie. Lie sent her a cod.", True),
        ("Did Lie accuse Roe of lying?", "Lie accused Ek of having called Roe a fool.", False),
        ("Did Lie accuse Ek of lying?", "Lie accused Ek of having called Roe a fool.", True),
        # An owner has not done what their successor did, but a country what its government did.
        ("Did Lie apologise?", "Lie's successor, Ada Moe, apologised.", False),
        ("Did Moe apologise?", "Lie's successor, Ada Moe, apologised.", True),
        ("Did Ada Lie apologise?", "Lie's daughter Ada, a nurse, apologised.", True),
        ("Did Norway apologise?", "Norway's government apologised.", True),
        (
            "Does Lime hold 38 percent?",
            "Lime left. The owner, the Fjeld family, persuaded Ek. It holds 38 percent.",
            False,
        ),
        ("Does Lime hold 38 percent?", "The owner, Lime, persuaded Ek. It holds 38 percent.", True),
        ("Did the spokeswoman have a cold?", "A spokeswoman for Igor Ek said that he had a cold.", False),
        ("Did Perin expel Karel Ek?", "Perin expelled the consul in Lima, Karel Ek, in May.", True),
        ("Did Ada Lie give Igor Ek a medal?", "Lie gave the dog a medal.", False),
        ("Did Ada Lie give the dog a medal?", "Lie gave the dog a medal.", True),
        ("Did Lie apologise to Ek?", "Lie apologised to the band, but did not mention Ek by name.", False),
        ("Did Lie apologise to Ek?", "Lie apologised to Ek, but did not mention him.", True),
        ("Has Lie met Ek?", "Lie met Moe on Monday and will meet Ek and Roe on Friday.", False),
        ("Has Lie met Moe?", "Lie met Moe on Monday and will meet Ek and Roe on Friday.", True),
        ("Will Lie meet Ek?", "Lie met Moe on Monday and will meet Ek and Roe on Friday.", True),
        ("Did Tazi dig the well?", "Hassan Tazi came. He said it had been dug by his late father.", False),
        ("Did the king dig the well?", "Hassan Tazi came. He said it had been dug by the king.", True),
        ("Did the ferry sink?", "Forty people were on the ferry, the Ada, when it sank.", True),
    ],
)
def test_a_yes_is_told_of_those_whom_the_question_names(question: str, text: str, kept: bool) -> None:
    window = window_of(text)
    sentence = window.sentences[-1]
    said = [Reading("a", sentence.span, sentence, 0.9)]
    reader = LookupReader(("Whom did Perin expel?", "the consul"))
    assert (without_named_others(question, said, reader, lambda _: window.sentences) == said) is kept


@pytest.mark.parametrize(
    ("question", "text", "open_"),
    [
        ("Did Dahl exclude Birk?", "Birk was excluded for a week.", True),
        ("Did Dahl exclude Birk?", "Birk was excluded for a week, as Dahl had asked.", False),
        ("Did Dahl exclude Birk?", "Birk was excluded by the speaker.", False),
        ("Was Birk excluded?", "Birk was excluded for a week.", False),
    ],
)
def test_by_whom_it_was_done_may_be_left_open(question: str, text: str, open_: bool) -> None:
    (sentence,) = window_of(text).sentences
    back = asked_back(question, text)
    assert back
    assert leaves_open_by_whom(back, sentence) is open_


@pytest.mark.parametrize(
    ("question", "text", "round_"),
    [
        ("Did Ek call Roe?", "Her husband had called Ek and asked him to come, and Ek had refused.", True),
        ("Did Ek call Roe?", "Her husband said that Ek had not called Roe.", False),
        ("Did Ek call Roe?", "Ek refused to call Roe.", False),
        ("Did Ek call Roe?", "Ek denied having called Roe.", False),
        ("Did Ek call Roe?", "Nobody called Ek.", False),
    ],
)
def test_what_others_did_is_no_denial(question: str, text: str, round_: bool) -> None:
    (sentence,) = window_of(text).sentences
    back = asked_back(question, text)
    assert back
    assert is_told_the_other_way_round(back, sentence) is round_


@pytest.mark.parametrize(("whom", "kept"), [("his driver", False), ("him", True)])
def test_whose_driver_was_hit_was_not_hit(whom: str, kept: bool) -> None:
    sentences = window_of(f"Jon Lie came. A shoe that was thrown on Friday hit {whom}.").sentences
    said = [Reading("a", sentences[-1].span, sentences[-1], 0.9)]
    assert (without_named_others("Did the shoe hit Lie?", said, LookupReader(), lambda _: sentences) == said) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Did Jon Lie have to sit?", True),
        ("Did Bo Ek have to sit?", False),
        ("Did Jon Lie show the case?", False),
        ("Did Bo Ek show the case?", True),
    ],
)
def test_who_speaks_is_i_and_nobody_else(question: str, kept: bool) -> None:
    sentences = window_of("Bo Ek came. “He showed me the case, and I had to sit,” Jon Lie said.").sentences
    said = [Reading("a", sentences[-1].span, sentences[-1], 0.9)]
    assert (without_named_others(question, said, LookupReader(), lambda _: sentences) == said) is kept
