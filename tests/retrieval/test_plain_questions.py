import pytest

from retrieval.plain_questions import Asked, pair_is_asked_for, whether_is_asked, who_is_asked_for
from retrieval.questions import blanks_of

TEXT = "Ada Lie thanked the crew and gave Bo Ek a hat."


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who thanked the crew?", Asked("thanked", False, "", "the crew")),
        ("Whom did Lie thank in May?", Asked("thank", True, "Lie", "in May")),
        ("Who was thanked by Lie in May?", Asked("thanked", True, "Lie", " in May")),
        ("Who was thanked?", Asked("thanked", True, "", "")),
        ("To whom did Lie give a hat?", Asked("give", True, "Lie", "a hat", "to")),
        ("Whom did Lie give a hat to?", Asked("give", True, "Lie", "a hat ", "to")),
        ("Who will thank the crew?", None),
        ("Who did Lie talk about?", Asked("talk", True, "Lie", "", "about")),
        ("What did Lie give?", None),
    ],
)
def test_who_is_asked_for_by_what(question: str, asked: Asked | None) -> None:
    assert who_is_asked_for(question, TEXT) == asked


@pytest.mark.parametrize(
    ("question", "converse"),
    [
        ("Who bought the hat?", ("sell", "to")),
        ("Who borrowed the hat?", ("lend", "to")),
        ("Who thanked the crew?", None),
        ("Whom did Lie thank?", None),
    ],
)
def test_who_bought_it_is_asked_in_the_words_of_who_sold_it(question: str, converse: tuple[str, str] | None) -> None:
    asked = who_is_asked_for(question, TEXT)
    put = asked.converse() if asked else None
    assert ((put.verb, put.behind) if put else None) == converse
    assert put is None or put.is_converse()


def test_whom_somebody_beat_is_who_lost_to_them() -> None:
    asked = who_is_asked_for("Whom did Lie beat in May?", TEXT)
    assert asked
    assert asked.converse() == Asked("lose", False, "", "to Lie in May")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Did Lie thank the crew?", Asked("thank", False, "Lie", "the crew")),
        ("Was Lie thanked?", None),
        ("Would Lie thank the crew?", None),
        ("Who thanked the crew?", None),
    ],
)
def test_whether_somebody_did_it(question: str, asked: Asked | None) -> None:
    assert whether_is_asked(question, TEXT) == asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who thanked whom?", Asked("thanked", True, "", "")),
        ("Who took whom to Oslo?", Asked("took", True, "", "to Oslo")),
        ("Who apologised to whom?", Asked("apologised", True, "", "", "to")),
        ("Who may thank whom?", None),
        ("Who invited whom to what?", None),
    ],
)
def test_who_is_asked_for_with_whom(question: str, asked: Asked | None) -> None:
    blanks = blanks_of(question)
    assert blanks is not None
    assert pair_is_asked_for(blanks) == asked
