import pytest

from retrieval.filled_blanks import (
    done_to,
    given_too,
    is_across_quotation,
    is_behind_object,
    is_of_other_clause,
    without_patient,
)
from retrieval.pairs import Combination, Part
from retrieval.questions import Blanks
from retrieval.types import Reading
from tests.conftest import read_in


def filled(text: str, *words: str) -> Combination:
    """What fills the blanks in a text of one sentence."""
    parts = []
    for one in words:
        span, window = read_in(text, one)
        parts.append(Part(Reading("a", span, window.sentences[0], 0.9), one))
    return Combination(parts[0].reading.evidence, tuple(parts))


def test_a_further_thing_with_who_got_it_is_a_deed_of_its_own() -> None:
    text = "The bank lent Peru $3 million and Chad $2 million."
    one = filled(text, "The bank", "Peru", "Chad $2 million")
    _, window = read_in(text, "Peru")
    more = given_too(one.filled[2], one, window)
    assert more
    assert more.words() == ("The bank", "Chad", "$2 million")
    assert given_too(filled(text, "$3 million").filled[0], one, window) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Lie blamed the rise on the supplier, Ek, on Monday.", "the rise"),
        ("Lie blamed the rise on the supplier and not Ek.", "the rise on the supplier"),
    ],
)
def test_what_somebody_is_blamed_for_ends_before_who_it_is(text: str, kept: str) -> None:
    one = filled(text, "Lie", "Ek", "the rise on the supplier")
    part = without_patient(one.filled[2], one)
    assert part.text == kept
    assert read_in(text, "Ek")[1].words(part.reading.words) == kept


def test_who_reports_a_quotation_did_nothing_to_whom_it_speaks_of() -> None:
    text = "“He told me to run,” she told Bo."
    assert is_across_quotation(filled(text, "she", "me"))
    assert not is_across_quotation(filled(text, "He", "me"))
    assert not is_across_quotation(filled(text, "she", "Bo"))
    assert not is_across_quotation(filled("“We thank Peru,” Lie told Bo.", "Lie", "Peru"))


@pytest.mark.parametrize(
    ("question", "text", "whom", "given"),
    [
        ("Whom did they hit?", "He begged them to stop, and they hit him.", "He", ["him"]),
        ("Whom did she got invited by?", "He wrote, and he invited her.", "he", ["he"]),
        ("Whom did she hit?", "She hit Bo.", "Bo", ["Bo"]),
    ],
)
def test_he_is_nobody_to_whom_it_was_done(question: str, text: str, whom: str, given: list[str]) -> None:
    _, window = read_in(text, whom)
    parts = done_to(filled(text, whom).filled, question, window, 0.9)
    assert [(part.text, window.words(part.reading.words)) for part in parts] == [(one, one) for one in given]


def test_a_clause_that_tells_it_the_other_way_round_fills_no_further_blank() -> None:
    text = "Lie asked Ek to sing; Ek asked Lie for a song."
    one = filled(text, "Lie", "Ek")
    _, window = read_in(text, "Ek")
    assert is_of_other_clause(filled(text, "a song").filled[0], one, window)
    assert not is_of_other_clause(filled(text, "sing").filled[0], one, window)


@pytest.mark.parametrize(
    ("text", "whom", "behind"),
    [
        ("He apologised to him and to the cook.", "the cook", False),
        ("He apologised to him and the cook.", "the cook", False),
        ("He apologised to him and promised the cook a boat.", "the cook", True),
    ],
)
def test_who_stands_behind_the_pronoun_has_it_done_to_them_too(text: str, whom: str, behind: bool) -> None:
    blanks = Blanks(("Who", "whom"), ("", " apologised to ", ""))
    assert is_behind_object(filled(text, "He", whom), blanks) is behind
