import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording import is_greeting, straight


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Can you tell me who thanked Lie?", "Who thanked Lie?"),
        ("Hi there! Could you please tell me who Ada Lie thanked?", "Whom did Ada Lie thank?"),
        ("I'd like to know how many shops Lie has.", "How many shops does Lie have?"),
        ("Do you know whether the mayor resigned?", "Did the mayor resign?"),
        ("I heard that Ek won.", "Did Ek win?"),
        ("Do you have any idea who won?", "Who won?"),
        ("Does anybody know when Lie won?", "When did Lie win?"),
        ("Who else was hurt?", "Who was hurt?"),
        ("Do the articles say when the bridge was built?", "When was the bridge built?"),
        ("Explain why Lie resigned.", "Why did Lie resign?"),
        ("Tell me the reason why Lie resigned", "Why did Lie resign?"),
        ("How come Lie resigned?", "Why did Lie resign?"),
        ("Tell me why.", "Why?"),
        ("can you tell me who thanked whom", "Who thanked whom?"),
        ("Quick question: did Lie win?", "Did Lie win?"),
        ("Who won, do you know?", "Who won?"),
        ("What did Lie win, please?", "What did Lie win?"),
        ("List the cities that have not answered.", "Which cities have not answered?"),
        ("Name the countries in which the trust trains nurses", "In which countries does the trust train nurses?"),
        ("Give me the names of all who supported Lie.", "Who supported Lie?"),
        ("Lie thanked whom?", "Whom did Lie thank?"),
        ("The mule was lent to Lie by whom?", "By whom was the mule lent to Lie?"),
        ("Lie sued Ek in which year?", "In which year did Lie sue Ek?"),
        ("Lie has how many shops?", "How many shops does Lie have?"),
        ("Who was it that thanked Lie?", "Who thanked Lie?"),
        ("What is it that the minister promised?", "What did the minister promise?"),
        ("Who are the people whom Lie thanked?", "Whom did Lie thank?"),
        ("Was it Lie who thanked Ek?", "Did Lie thank Ek?"),
        ("Is it Ek that Lie thanked?", "Did Lie thank Ek?"),
        ("Was it the mayor who resigned?", "Did the mayor resign?"),
        ("Is it the case that the mayor will resign?", "Will the mayor resign?"),
        ("Is it true Lie beat Ek?", "Did Lie beat Ek?"),
        ("So Lie thanked Ek?", "Did Lie thank Ek?"),
        ("Great Britain sued whom?", "Whom did Great Britain sue?"),
        ("Great, who won?", "Who won?"),
        ("Lie thanked Ek, didn't she?", "Did Lie thank Ek?"),
        ("The mayor resigned, right?", "Did the mayor resign?"),
        ("And Lie thanked whom?", "And whom did Lie thank?"),
        ("who's Lie", "Who is Lie?"),
        ("who won", "Who won?"),
    ],
)
def test_the_question_in_a_message(message: str, question: str) -> None:
    assert straight(message) == question


@pytest.mark.parametrize(
    "message",
    [
        "Who thanked Lie?",
        "Whom did Lie thank?",
        "How many people were injured?",
        "What percentage of the planted corals survived?",
        "Which person apologised to Lie?",
        "Did the man who was arrested say why he did it?",
        "Did the minister say who paid?",
        "Does he know who paid?",
        "Was anyone hurt when the roof fell?",
        "Is there anybody who paid?",
        "Who said “Tell me who won”?",
        "Who said what happened?",
        "Did no one thank Lie?",
        "Great Britain",
        "When the bridge fell, who helped?",
        "What happened when the bridge fell?",
        "Who's accused the jury?",
        "And whom did she thank?",
        "What about Hun Sen?",
        "And Hun Sen?",
        "The mayor?",
        "Why?",
        "the flood in Lervik",
        "Lie said that Ek had won.",
        "Hello!",
        "",
        "?",
    ],
)
def test_what_is_put_straight_is_left(message: str) -> None:
    assert straight(message) == message


@given(st.text(max_size=80))
def test_no_message_breaks_it_and_a_question_stays_as_it_was_put(message: str) -> None:
    assert straight(straight(message)) is not None


@pytest.mark.parametrize("part", ["tell me ", "who is it that ", "and ", "a, ", "me who ", "the the the who "])
def test_a_long_message_takes_no_time(part: str) -> None:
    assert straight(part * (2000 // len(part)))


@pytest.mark.parametrize(
    ("message", "greeting"),
    [
        ("Hello!", True),
        ("hi there", True),
        ("Thank you very much!!", True),
        ("ok, thanks, bye", True),
        ("Hi! Who are you?", True),
        ("Hallo!", True),
        ("what can you do?", True),
        ("What can you tell me about Lie?", False),
        ("Hi, who won?", False),
        ("Why?", False),
        ("Hun Sen", False),
        ("", False),
        ("no " * 600, False),
    ],
)
def test_a_greeting_asks_nothing(message: str, greeting: bool) -> None:
    assert is_greeting(message) == greeting
