import pytest

from bot.conversation import REMEMBERED, Conversation, leans_on_earlier, resolve
from retrieval.answer import Answerer
from retrieval.errors import InputError


@pytest.mark.parametrize(
    "message",
    [
        "And what did he thank it for?",
        "Why?",
        "And when?",
        "Who was it?",
        "When did she say so?",
        "What about the brigade?",
        "How much did they pay for the repair?",
        "What did he say about Osei?",
        "When was that?",
        "but why did they accept",
        "where is it?",
    ],
)
def test_follow_ups_lean_on_what_was_said(message: str) -> None:
    assert leans_on_earlier(message)


@pytest.mark.parametrize(
    "message",
    [
        "Who thanked Cambodia?",
        "Who thanked whom?",
        "Did Hun Sen say that he would visit?",
        "Is it true that Osei won the prize?",
        "What did Koy Kuong say?",
        "Osei thanked her mother?",
        "How many people were injured in the flood?",
        "Who is the president of France?",
        "that dyke in Lervik, did the river break it?",
        "",
        "?!",
    ],
)
def test_others_stand_alone(message: str) -> None:
    assert not leans_on_earlier(message)


def test_a_follow_up_is_joined_with_the_message_it_leans_on() -> None:
    earlier = ["Who won the prize?", "Whom did Hun Sen thank?"]
    assert resolve("And what for?", earlier) == "Whom did Hun Sen thank? And what for?"
    assert resolve("Who thanked Cambodia?", earlier) == "Who thanked Cambodia?"
    assert resolve("And what for?", []) == "And what for?"


def test_a_chain_of_follow_ups_reaches_its_start_but_not_for_ever() -> None:
    assert resolve("When?", ["Who fell?", "And why?"]) == "Who fell? And why? When?"
    assert resolve("Why?", ["Who fell?", "When?", "Where?", "How?"]) == "When? Where? How? Why?"


def test_a_conversation_remembers_and_forgets(answerer: Answerer) -> None:
    conversation = Conversation(answerer)
    conversation.ask("Who defeated Ferri?")
    follow_up = conversation.ask("And in how many moves?")
    assert follow_up.question == "And in how many moves?"
    assert follow_up.resolved == "Who defeated Ferri? And in how many moves?"
    assert follow_up.answers[0].text == "Elsa Lind defeated Paolo Ferri in 34 moves."
    conversation.clear()
    assert conversation.ask("And in how many moves?").resolved == "And in how many moves?"


def test_what_is_no_question_is_not_remembered(answerer: Answerer) -> None:
    conversation = Conversation(answerer, ["Who defeated Ferri?"])
    with pytest.raises(InputError):
        conversation.ask("x" * 5000)
    assert conversation.ask("Why?").resolved == "Who defeated Ferri? Why?"


def test_memory_has_a_bound(answerer: Answerer) -> None:
    conversation = Conversation(answerer, [f"Question {i}?" for i in range(100)])
    conversation.ask("Who defeated Ferri?")
    assert len(conversation._messages) == REMEMBERED
