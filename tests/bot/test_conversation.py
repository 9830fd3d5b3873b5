import pytest

from bot.conversation import REMEMBERED, Conversation, Turn, leans_on_earlier, resolve, rewritings
from retrieval.answer import Answerer
from retrieval.errors import InputError
from retrieval.search import Searcher
from retrieval.types import Read, Window
from tests.conftest import LookupReader


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


@pytest.mark.parametrize(
    ("message", "last", "expected"),
    [
        (
            "And what did he thank it for?",
            Turn("Whom did Hun Sen thank?", "the US"),
            ["What did Hun Sen thank the US for?", "What did the US thank Hun Sen for?"],
        ),
        ("Where is it?", Turn("Who built the dam?", "Osei"), ["Where is Osei?"]),
        (
            "What did she say about her brother?",
            Turn("Who won?", "Elsa Lind"),
            ["What did Elsa Lind say about Elsa Lind's brother?"],
        ),
        ("Who invited her?", Turn("Who won?", "Elsa Lind"), ["Who invited Elsa Lind?"]),
        ("And the US?", Turn("Who thanked Cambodia?", "Pompeo"), ["Who thanked the US?"]),
        ("What about Hun Sen?", Turn("Who thanked Cambodia?", "Pompeo"), ["Who thanked Hun Sen?"]),
        ("Why did they do it?", Turn("Who sang?", ""), []),
        ("And when?", Turn("Who thanked Cambodia?", "Pompeo"), ["When was it that Pompeo thanked Cambodia?"]),
        ("Why?", Turn("Who thanked Cambodia?", ""), []),
        ("What did he say?", Turn("Why?", "because " * 20), []),
        ("Who thanked her?", Turn("Why did Ada Lie sing?", "for joy"), ["Who thanked Ada Lie?"]),
        ("What did it cost?", Turn("What did they eat?", "bread"), ["What did bread cost?"]),
    ],
)
def test_a_follow_up_is_put_into_words_of_its_own(message: str, last: Turn, expected: list[str]) -> None:
    assert rewritings(message, last) == expected


def test_the_reader_decides_whom_a_pronoun_stands_for(searcher: Searcher) -> None:
    reader = LookupReader(
        ("Who defeated Paolo Ferri?", "Elsa Lind"), ("Whom did Elsa Lind thank?", "her grandmother")
    )
    conversation = Conversation(Answerer(searcher, lambda: reader), ["Who defeated Paolo Ferri?"])
    answer = conversation.ask("And whom did she thank?")
    assert (answer.question, answer.resolved) == ("And whom did she thank?", "Whom did Elsa Lind thank?")
    assert answer.answers[0].text == "her grandmother"


@pytest.mark.parametrize(
    ("question", "known", "said"),
    [
        ("Who defeated Paolo Ferri?", ("Who defeated Paolo Ferri?", "Elsa Lind"), "Elsa Lind"),
        ("What did Ferri say?", ("What did Ferri say?", "She thanked her grandmother"), ""),
        ("Who sang?", ("Who danced?", "Elsa Lind"), ""),
    ],
)
def test_no_pronoun_stands_for_what_somebody_said(
    searcher: Searcher, question: str, known: tuple[str, str], said: str
) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader(known)))
    conversation.ask(question)
    assert conversation.last == Turn(question, said)


def test_no_pronoun_stands_for_the_sentence_of_a_yes(answerer: Answerer) -> None:
    conversation = Conversation(answerer)
    assert conversation.ask("Did Lind defeat Paolo Ferri?").answers
    assert conversation.last == Turn("Did Lind defeat Paolo Ferri?", "")


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
    assert conversation.ask("And how?").resolved == "Who defeated Ferri? And how?"


def test_why_something_is_that_nothing_was_found_of_is_asked_with_what_was_asked(searcher: Searcher) -> None:
    asked: list[str] = []

    class Nothing(LookupReader):
        def _one(self, question: str, window: Window) -> Read:
            asked.append(question)
            return super()._one(question, window)

    conversation = Conversation(Answerer(searcher, Nothing), ["Who sang at Lind's feast?"])
    answer = conversation.ask("Why?")
    assert answer.resolved == "Who sang at Lind's feast? Why?"
    assert asked[-1] == answer.resolved  # and not "Why?", which anything answers


def test_memory_has_a_bound(answerer: Answerer) -> None:
    conversation = Conversation(answerer, [f"Question {i}?" for i in range(100)])
    conversation.ask("Who defeated Ferri?")
    assert len(conversation._messages) == REMEMBERED
