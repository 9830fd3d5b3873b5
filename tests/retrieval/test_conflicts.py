from dataclasses import replace
from datetime import date

import pytest

from retrieval.conflicts import (
    amount_in,
    contradicting,
    counts_others,
    counts_part,
    disagreeing,
    figure_of,
    figure_put,
    is_money,
    is_share,
    is_sum,
    is_whole,
    other_figures,
    part_of_whole,
)
from retrieval.types import Citation, Found, Verdict
from tests.conftest import read_in, window_of

CITED = Citation("old", "The flood", None, date(2024, 3, 1), "12 were injured.", 0, 16, 0, 2)


def one(_first: str, _second: str) -> bool:
    """All articles are of one story."""
    return True


def found(text: str, article: str, day: int | None, confidence: float = 0.9) -> Found:
    published = date(2024, 3, day) if day else None
    return Found(text, confidence, replace(CITED, article=article, published=published))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12 people", "12"),
        ("1,400", "1400"),
        ("about 2.5 million.", "2500000"),
        ("Three", "3"),
        ("many", None),
        ("", None),
        ("1.2 million tonnes", "1200000"),
        ("three hundred", "300"),
        ("$2 billion", "2000000000"),
        ("Twenty-one", "21"),
        ("1.2.2024", "1.2"),
        ("(15)", "15"),
    ],
)
def test_amounts_are_read_from_digits_and_words(text: str, amount: str | None) -> None:
    assert amount_in(text) == amount


def test_different_amounts_of_two_articles_come_newest_first() -> None:
    old, new, undated = found("12", "old", 1), found("15 people", "new", 4), found("nobody, 3 said", "x", None)
    assert disagreeing("How many were injured?", [old, undated, new], [], one) == [new, old, undated]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("How many were injured?", [found("12", "old", 1), found("12 people", "new", 4)]),  # they agree
        ("How many were injured?", [found("12", "old", 1), found("3", "old", 1)]),  # one article, two things
        ("How many were injured?", [found("many", "old", 1), found("12", "new", 4)]),
        ("Who was injured?", [found("12 people", "old", 1), found("15", "new", 4)]),
        ("How many were injured?", []),
    ],
)
def test_what_is_no_disagreement(question: str, answers: list[Found]) -> None:
    assert disagreeing(question, answers, [], one) == []


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        ("About 6,000 came, police said; the organisers spoke of 15,000.", "6,000", ["15,000"]),
        ("Five died, he said; a hospital put the number at six.", "Five", ["six"]),
        ("Lie says that 40 boats lie idle, while the ministry counted only 25.", "40 boats", ["25"]),
        ("They put the loss at $40 million, Harrow at no more than $15 million.", "$40 million", ["$15 million"]),
        ("They put the loss at $40 million; 12 were hurt, police said; Bo spoke of 15.", "$40 million", []),
        ("She owes 610,000 pounds, he said; her lawyer put it at 480,000 pounds.", "610,000", ["480,000 pounds"]),
        ("She owes 610,000 pounds, he said; her lawyer spoke of 480,000 flies.", "610,000 pounds", []),
        ("In all, 1,912 voted yes and 388 no.", "1,912", []),
        ("300 men and 80 women came, they say; the women spoke of 200.", "80", ["200"]),
        ("300 men and 80 women came, they say; the women spoke of 200.", "300", []),
        ("Of 120, 84 voted in favour; 31 voted against and five abstained.", "84", []),
        ("12 died; it was the worst flood since 1997.", "12", []),
        ("Three drowned; the youngest was six.", "Three", []),
        ("One spoke of 15; 6,000 came.", "6,000", []),
    ],
)
def test_the_other_figure_of_a_sentence(text: str, words: str, others: list[str]) -> None:
    read, window = read_in(text, words)
    found = other_figures(read, window)
    assert [window.words(one) for one in found] == others


def test_the_amounts_of_two_stories_are_no_disagreement() -> None:
    flood, later, train = found("12", "old", 1), found("15", "new", 4), found("3", "train", 9)
    assert disagreeing("How many were injured?", [flood, train], [], lambda one, other: one == other) == []
    are_one = {"old": 1, "new": 1, "train": 2}
    told = disagreeing("How many?", [flood, train, later], [], lambda one, other: are_one[one] == are_one[other])
    assert told == [later, flood]


def test_two_who_are_quoted_in_one_article_may_disagree() -> None:
    first, other = found("12", "old", 1), replace(found("15", "old", 1), against=True)
    assert disagreeing("How many were injured?", [first, other], [], one) == [first, other]
    assert disagreeing("How many were injured?", [other], [], one) == []


def test_an_amount_of_another_article_that_is_not_claimed_is_the_other_side() -> None:
    first, other = found("12", "old", 1), found("15", "new", 4, 0.5)
    others = [other, found("3", "old", 1, 0.5), found("4", "newer", 5, 0.3)]
    assert disagreeing("How many were injured?", [first], others, one) == [other, first]
    assert disagreeing("How many were injured?", [], others, one) == []


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("The number of dead has risen to 15, Lie said.", "The number", "15"),
        ("The toll rose from 12 to at least fifteen.", "The toll", "fifteen"),
        ("The total was $2 million.", "The total", "$2 million"),
        ("The number of dead rose.", "The number", None),
        ("A total of 12 came to 15 towns.", "A total of 12", "A total of 12"),
        ("Hundreds came to 15 towns.", "Hundreds", "Hundreds"),
    ],
)
def test_of_a_number_the_figure_is_given(text: str, words: str, figure: str | None) -> None:
    read, window = read_in(text, words)
    given = figure_of(read, window)
    assert (window.words(given) if given else None) == figure


def test_a_clear_yes_and_a_clear_no_of_two_articles_come_newest_first() -> None:
    yes, no = found("He did.", "old", 1), found("He never did.", "new", 4)
    assert contradicting([yes, found("Yes!", "x", 9)], [no], one) == [
        replace(no, verdict=Verdict.NO),
        replace(yes, verdict=Verdict.YES),
    ]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ([found("He did.", "old", 1)], [found("He never did.", "old", 1)]),  # one article
        ([found("He did.", "old", 1)], [found("He never did.", "new", 4, 0.7)]),  # not clear
        ([found("He did.", "old", 1)], []),
        ([], []),
    ],
)
def test_what_is_no_contradiction(yes: list[Found], no: list[Found]) -> None:
    assert contradicting(yes, no, one) == []


def test_a_yes_of_one_story_and_a_no_of_another_do_not_contradict() -> None:
    assert contradicting([found("He did.", "old", 1)], [found("He never did.", "new", 4)], lambda *_: False) == []


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How many soldiers came?", "About 300 soldiers and 80 villagers came.", "80", True),
        ("How many soldiers came?", "About 300 soldiers and 80 villagers came.", "300", False),
        ("How many soldiers came?", "Twelve young soldiers and 80 villagers came.", "80", True),
        ("How many ladies came?", "300 ladies and 80 boys came.", "300", False),
        ("How many soldiers came?", "About 300 came, and 80 villagers.", "80", False),
        ("How many soldiers came?", "About 300 soldiers came for 80 euros.", "80 euros", False),
        ("How much was it?", "About 300 soldiers and 80 villagers came.", "80", False),
    ],
)
def test_a_number_may_count_others_than_are_asked_for(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert counts_others(read, question, window) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "part"),
    [
        ("How many nurses testified?", "Only one of the 26 nurses had testified.", "26", "one"),
        ("How many nurses have testified for Ek?", "Of them 12 of the 26 nurses testified.", "26", "12"),
        ("How many nurses testified?", "Only one of the 26 nurses had testified.", "one", ""),
        ("How many nurses were hurt?", "Only one of the 26 nurses had testified.", "26", ""),
        ("How many nurses testified?", "The 26 nurses testified.", "26", ""),
        ("How many nurses at the court testified?", "One of the 26 nurses testified.", "26", ""),
    ],
)
def test_of_all_of_whom_only_some_did_it_those_are_counted(question: str, text: str, words: str, part: str) -> None:
    read, window = read_in(text, words)
    found = part_of_whole(read, question, window)
    assert (window.words(found) if found else "") == part


@pytest.mark.parametrize(
    ("text", "words", "part", "expected"),
    [
        ("Of the 1,900 people in the hall, nine left.", "1,900", "nine", True),
        ("It rained; of its 12 men nine left.", "12", "nine", True),
        ("Nine of the 12 men left.", "12", "Nine", False),
        ("Of the 1,900 people in the hall, nine left.", "nine", "1,900", False),
    ],
)
def test_of_a_whole_the_part_is_the_answer(text: str, words: str, part: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_whole(read, [read, read_in(text, part)[0]], window) is expected


@pytest.mark.parametrize(
    ("text", "money", "figure"),
    [
        ("A lawyer, Siri Dahl, put the number at 34.", False, "34"),
        ("Hakim puts the toll of dead at more than 20,000, she said.", False, "20,000"),
        ("Dahl put the total at $2 million.", True, "$2 million"),
        ("Dahl put the total at $2 million.", False, None),
        ("Dahl put the number at 34.", True, None),
        ("Dahl put the hat at 34 Mill Lane.", False, None),
        ("Byrne put the sum at more than 500,000.", False, "500,000"),
        ("Byrne estimated it at six.", False, "six"),
        ("The organisers spoke of 15,000.", False, "15,000"),
        ("The organisers spoke of 15 towns.", False, None),
        ("The mayor spoke of “about six”.", False, "six"),
        ("Dahl put the damage at $2 million.", True, None),  # of which nothing is asked or told
        ("The union put the cost of the affair to the company at 9 million kroner.", False, "9 million"),
        ("The organisers spoke of $2 million, she said.", True, "$2 million"),
    ],
)
def test_the_next_sentence_may_put_it_at_another_figure(text: str, money: bool, figure: str | None) -> None:
    window = window_of(text)
    found = figure_put(window.sentences[0], money, "How much did it cost?")
    assert (window.words(found) if found else None) == figure


def test_a_number_may_be_a_sum() -> None:
    text = "Lie gave 8 million of it, 30 euros, $5 and 31 of the hats."
    sums = [words for words in ("8", "30", "5", "31") if is_sum(*read_in(text, words))]
    assert sums == ["8", "30", "5"]


@pytest.mark.parametrize(("words", "expected"), [("6.5", True), ("6.5 percent", True), ("12", False), ("8 %", True)])
def test_a_number_is_a_share_or_not(words: str, expected: bool) -> None:
    assert is_share(*read_in("Of 12 hats 6.5 percent were red and 8 % blue.", words)) is expected


@pytest.mark.parametrize(("words", "expected"), [("40 million", True), ("$40 million", True), ("12", False)])
def test_a_number_is_money_or_not(words: str, expected: bool) -> None:
    assert is_money(*read_in("It cost $40 million for 12.", words)) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("How many people were arrested?", "Of those who were arrested in May, nine were released.", "nine", True),
        ("How many people were arrested?", "They left; of the boys it had arrested, 9 were freed.", "9", True),
        ("How many people were arrested?", "Of those who sat there, nine were arrested.", "nine", False),
        ("How many people were arrested?", "Of those arrested in May, nine had been arrested before.", "nine", False),
        ("How many people were arrested?", "Of those arrested, it was said; nine.", "nine", False),
        ("How many of the men were arrested?", "Of the men who were arrested, nine were released.", "nine", True),
        ("How many of the men were released?", "Of the men who were arrested, nine were released.", "nine", False),
        ("How many people were released?", "Of those who were arrested in May, nine were released.", "nine", False),
        ("How much was it?", "Of those who were arrested in May, nine were released.", "nine", False),
    ],
)
def test_a_number_may_count_some_who_did_something_else(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert counts_part(read, question, window) is expected
