import pytest

from retrieval.deeds import deed_of
from retrieval.times_places import is_of_another, is_place, is_time
from tests.conftest import read_in


def fits(question: str, text: str, words: str) -> bool:
    """Whether words that were read in a text of one sentence can be the time or place that is asked for."""
    deed, (read, window) = deed_of(question), read_in(text, words)
    assert deed
    return (is_time if deed.asks == "when" else is_place)(read, deed, window)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie thanked Ek on Friday.", "Friday", True),
        ("Lie thanked Ek at 10:30.", "at 10:30", True),
        ("Lie came in 2019 and thanked Ek.", "2019", True),
        ("Lie thanked Ek after the match.", "the match", True),
        ("After the match Lie thanked Ek.", "After the match", True),
        ("Lie was in town that week when she thanked Ek.", "that week", True),
        ("Lie thanked Ek for the boat.", "for the boat", False),
        ("Lie thanked Ek for two years of work.", "two years of work", False),
        ("The head of the march, Lie, thanked Ek.", "the march", False),
        ("Lie thanked Ek and said that they would sail in May.", "May", False),
        ("Lie, whom Bo booed ten years ago, thanked Ek.", "ten years ago", False),
        ("Lie thanked Ek for the decision of last year.", "last year", False),
        ("Bo resigned on Friday after Lie thanked Ek.", "Friday", False),
    ],
)
def test_times_of_what_a_chat_asks_about(text: str, words: str, expected: bool) -> None:
    assert fits("When was it that Lie thanked Ek?", text, words) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie thanked Ek in Oslo.", "Oslo", True),
        ("Lie thanked Ek at a ceremony on the beach.", "on the beach", True),
        ("He came to the beach, where Lie thanked Ek.", "the beach", True),
        ("Lie thanked Ek in the border town of Mirna.", "the border town of Mirna", True),
        ("Lie thanked Norway and Ek.", "Norway", False),
        ("Ek was thanked by the town's mayor, Lie.", "the town", False),
        ("Lie, the Queen of Norway, thanked Ek.", "Norway", False),
        ("Lie thanked Ek after a defeat at Hull.", "at Hull", False),
        ("Lie found Ek in a drawer and thanked him.", "in a drawer", False),
    ],
)
def test_places_of_what_a_chat_asks_about(text: str, words: str, expected: bool) -> None:
    assert fits("Where was it that Lie thanked Ek?", text, words) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("When did Lie join the EU?", "Lie was cross with the EU, which she joined and left in 2019.", "2019", True),
        ("When did Lie call for Ek?", "They spent part of Wednesday on the phone.", "Wednesday", True),
        ("When did Lie leave the EU?", "Lie left the EU for the boat.", "for the boat", False),
        ("Where did Lie leave the EU?", "Lie left the EU after a defeat at Hull.", "Hull", True),
        ("Where did Lie leave the EU?", "Lie left the EU and Norway.", "Norway", False),
    ],
)
def test_of_what_was_not_done_to_a_name_the_form_is_enough(
    question: str, text: str, words: str, expected: bool
) -> None:
    assert fits(question, text, words) is expected


def test_a_time_behind_another_name_is_of_another() -> None:
    deed, text = deed_of("When will Lie be heard?"), "Lie will be heard on Friday, Bo Ek next week."
    assert deed
    for words, expected in [("Friday", False), ("next week", True)]:
        read, window = read_in(text, words)
        assert is_of_another(read, deed, window) is expected
    read, window = read_in("Lie will be heard in Oslo, Norway on Friday.", "Friday")
    assert not is_of_another(read, deed, window)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie was freed on Tuesday, three weeks after the bridge collapsed.", "Tuesday", True),
        ("Lie was freed on Tuesday, three weeks after the bridge collapsed.", "three weeks", True),
        ("Lie was freed before the bridge collapsed on Tuesday.", "Tuesday", False),
        ("On Tuesday the bridge collapsed.", "Tuesday", False),
        ("After the storm the bridge collapsed.", "After the storm", False),
        ("After a storm on Tuesday, the bridge collapsed.", "Tuesday", False),
        ("It fell on Tuesday.", "Tuesday", False),
        ("It rained since the day the bridge collapsed.", "since the day", True),
        ("It rained since the day Lie left.", "since the day", False),
    ],
)
def test_times_of_the_clause_that_the_deeds_hangs_on(text: str, words: str, expected: bool) -> None:
    deed, (read, window) = deed_of("When did the bridge collapse?"), read_in(text, words)
    assert deed
    assert is_of_another(read, deed, window) is expected
