import pytest

from bot.topics import Topic, is_question, topic_of


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Tell me about the flood in Lervik.", "the flood in Lervik"),
        ("What do you know about Ada Lie?", "Ada Lie"),
        ("What do the articles say about Lie?", "Lie"),
        ("Summarise the article on the ferry", "the ferry"),
        ("Give me a summary of the article about wolves", "wolves"),
        ("What is the article about wolves about?", "wolves"),
        ("Which articles mention Ghana?", "Ghana"),
        ("Any news on Lie?", "Lie"),
        ("What's new?", ""),
        ("latest news", ""),
        ("What are the articles about?", ""),
    ],
)
def test_what_a_message_asks_to_be_told_about(message: str, words: str) -> None:
    assert topic_of(message) == Topic(words, surely=True)


@pytest.mark.parametrize(
    ("message", "words"),
    [("What happened in Lervik?", "Lervik"), ("Ada Lie", "Ada Lie"), ("the pretzel case?", "the pretzel case")],
)
def test_what_may_be_a_topic(message: str, words: str) -> None:
    assert topic_of(message) == Topic(words, surely=False)


@pytest.mark.parametrize(
    "message",
    [
        "Who thanked Lie?",
        "What did Lie say about the flood?",
        "What did people say about Lie?",
        "Who wrote about Lie?",
        "Who wrote the report?",
        "What did the report say?",
        "What does the paper say about Lie?",
        "Did the articles say so?",
        "Who wrote the articles?",
        "Tell me about him.",
        "What do you think about that?",
        "What happened on Friday?",
        "What happened in 1997?",
        "What happened to Lie?",
        "Did Lie win?",
        "Lie thanked Ek",
        "Why?",
        "",
    ],
)
def test_others_ask_something_else(message: str) -> None:
    assert topic_of(message) is None


@pytest.mark.parametrize(
    ("message", "asks"), [("who won", True), ("Did Lie win", True), ("Lie?", True), ("Lie won", False)]
)
def test_the_form_of_a_question(message: str, asks: bool) -> None:
    assert is_question(message) == asks
