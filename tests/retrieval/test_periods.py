from datetime import date

import pytest

from retrieval.periods import Period, limit_of


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
