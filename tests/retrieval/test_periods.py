from datetime import date

import pytest

from retrieval.periods import Period, limit_of, names_another_time, stands_beside_time
from tests.conftest import read_in


@pytest.mark.parametrize(
    ("question", "without", "period"),
    [
        ("Whom did Aas thank in February?", "Whom did Aas thank?", Period(month=2)),
        ("who thanked whom in february 2024", "who thanked whom", Period(2024, 2)),
        ("Who resigned on 3 May?", "Who resigned?", Period(month=5, day=3)),
        ("Who resigned on May 3, 2021?", "Who resigned?", Period(2021, 5, 3)),
        ("Who won the race in 1999?", "Who won the race?", Period(1999)),
        ("Who was thanked in March by Aas?", "Who was thanked by Aas?", Period(month=3)),
        ("Who thanked Cambodia?", None, None),
        ("May we know who resigned?", None, None),
        ("Who lives in Marchfield?", None, None),
    ],
)
def test_a_limit_is_taken_from_the_question(question: str, without: str | None, period: Period | None) -> None:
    assert limit_of(question) == ((without, period) if without else None)


def test_an_article_is_of_its_own_date() -> None:
    day = date(2024, 2, 9)
    assert Period(month=2).holds(day)
    assert Period(2024).holds(day)
    assert Period(2024, 2, 9).holds(day)
    assert not Period(2023, 2).holds(day)
    assert not Period(2024, 2, 10).holds(day)
    assert not Period(month=2).holds(None)


def test_a_sentence_may_name_another_time() -> None:
    assert Period(month=2).is_contradicted("She thanked him in March.")
    assert Period(2024).is_contradicted("It burned in 1998.")
    assert not Period(month=2).is_contradicted("She thanked him in February 1998 and may do so again.")
    assert not Period(2024, 2).is_contradicted("About 1200 people came.")


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Was it stolen in 2004?", "It was stolen in 2003.", True),
        ("Was it stolen in 2003?", "It was stolen in 2003 and found in 2024.", False),
        ("Was it stolen in 2003?", "It was stolen.", False),
        ("Was it stolen?", "It was stolen in 2003.", False),
        ("Was it stolen on Monday?", "It was stolen, Lie said on Friday.", True),
        ("Was it stolen in May?", "It was stolen in March.", True),
        ("Was it stolen in May?", "It was stolen on Friday.", False),
    ],
)
def test_a_text_may_name_another_time_than_is_asked_about(question: str, text: str, expected: bool) -> None:
    assert names_another_time(question, text) is expected


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("Who will come on Saturday?", "Lie", True),
        ("Who will come on Saturday?", "Ek", False),
        ("Who will come on Sunday?", "Lie", False),
        ("Who will come?", "Lie", False),
    ],
)
def test_words_may_stand_beside_the_time_that_is_asked_about(question: str, words: str, expected: bool) -> None:
    read, window = read_in("Lie has come; Ek will come on Saturday.", words)
    assert stands_beside_time(question, read, window) is expected
    assert not stands_beside_time(question, *read_in("Lie and Ek will come on Saturday.", words))
