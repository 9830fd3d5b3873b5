import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.conversation import REMEMBERED, Conversation
from bot.followups import Turn
from retrieval.answer import Answerer
from retrieval.errors import InputError
from retrieval.search import Searcher
from retrieval.types import Read, Verdict, Window
from tests.conftest import LookupReader


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
        ("Who defeated Paolo Ferri?", ("Who defeated Paolo Ferri?", "Elsa Lind"), ("Elsa Lind",)),
        ("What did Ferri say?", ("What did Ferri say?", "She thanked her grandmother"), ()),
        ("Who sang?", ("Who danced?", "Elsa Lind"), ()),
    ],
)
def test_no_pronoun_stands_for_what_somebody_said(
    searcher: Searcher, question: str, known: tuple[str, str], said: tuple[str, ...]
) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader(known)))
    conversation.ask(question)
    assert conversation.turns == [Turn(question, said)]


def test_no_pronoun_stands_for_the_sentence_of_a_yes(answerer: Answerer) -> None:
    conversation = Conversation(answerer)
    assert conversation.ask("Did Lind defeat Paolo Ferri?").answers
    assert conversation.turns == [Turn("Did Lind defeat Paolo Ferri?")]


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


def test_whom_a_pronoun_means_is_asked_back_and_a_name_alone_tells(searcher: Searcher) -> None:
    reader = LookupReader(("Whom did Elsa Lind thank?", "her grandmother"), ("Whom did she thank?", "the sponsor"))
    conversation = Conversation(Answerer(searcher, lambda: reader))
    asked_back = conversation.ask("Whom did she thank?")
    assert (asked_back.verdict, asked_back.answers, asked_back.unclear) == (Verdict.NOT_FOUND, (), "she")
    answer = conversation.ask("Elsa Lind")
    assert (answer.resolved, answer.answers[0].text) == ("Whom did Elsa Lind thank?", "her grandmother")
    assert not answer.unclear


def test_a_pronoun_after_many_pairs_is_asked_back(searcher: Searcher) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader()), ["Who thanked whom?"])
    assert conversation.ask("Where is she from?").unclear == "she"


def test_over_many_pairs_no_pronoun_reaches_back(searcher: Searcher) -> None:
    reader = LookupReader(("Whom did Elsa Lind thank?", "her grandmother"))
    turns = [Turn("Who defeated Paolo Ferri?", ("Elsa Lind",)), Turn("Who thanked whom?")]
    conversation = Conversation(Answerer(searcher, lambda: reader), ["?", "Who thanked whom?"], turns)
    assert conversation.ask("Whom did she thank?").unclear == "she"


def test_a_pronoun_reaches_back_over_a_turn_that_it_does_not_fit(searcher: Searcher) -> None:
    reader = LookupReader(
        ("Who defeated Paolo Ferri?", "Elsa Lind"), ("Whom did Elsa Lind thank?", "her grandmother")
    )
    earlier = [Turn("Who defeated Paolo Ferri?", ("Elsa Lind",)), Turn("Where was Paolo Ferri born?", ("Lima",))]
    conversation = Conversation(Answerer(searcher, lambda: reader), ["?", "?"], earlier)
    assert conversation.ask("And whom did she thank?").resolved == "Whom did Elsa Lind thank?"


def test_two_pronouns_may_reach_back_to_two_turns(searcher: Searcher) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader()))
    conversation.turns = [Turn("Who lost?", ("Paolo Ferri",)), Turn("Who won?", ("Elsa Lind",))]
    assert conversation.ask("And what did she call him?").resolved == "What did Elsa Lind call Paolo Ferri?"


@pytest.mark.parametrize(
    ("message", "resolved", "unclear"),
    [
        ("What did she call him?", "What did Elsa Lind call him?", ""),
        ("What did he call her?", "What did he call her?", "he"),  # no answer may be another's deed
    ],
)
def test_of_two_pronouns_the_subject_has_to_be_known(
    searcher: Searcher, message: str, resolved: str, unclear: str
) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader()))
    conversation.turns = [Turn("Who won?", ("Elsa Lind",))]
    answer = conversation.ask(message)
    assert (answer.resolved, answer.unclear) == (resolved, unclear)


def test_whether_a_last_name_is_he_or_she_the_articles_say(searcher: Searcher) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader()))
    conversation.turns = [Turn("Who defeated Ferri?", ("Lind",))]
    assert conversation.ask("Where does she live?").resolved == "Where does Lind live?"
    assert conversation.ask("Did he resign?").resolved == "Did Ferri resign?"


@pytest.mark.parametrize(
    ("message", "resolved"),
    [
        ("hi, can you tell me who paolo ferri thanked", "Whom did Paolo Ferri thank?"),
        ("elsa lind thanked whom", "Whom did Elsa Lind thank?"),
        ("WHO DEFEATED FERRI?", "Who defeated Ferri?"),
        ("Tell me where she lives.", "Where does Elsa Lind live?"),
        ("And can you tell me why?", "Why was it that Elsa Lind won?"),
        ("Who defeated Ferri?", "Who defeated Ferri?"),
    ],
)
def test_a_message_is_put_straight(searcher: Searcher, message: str, resolved: str) -> None:
    conversation = Conversation(Answerer(searcher, lambda: LookupReader()), ["Who won?"])
    conversation.turns = [Turn("Who won?", ("Elsa Lind",))]
    answer = conversation.ask(message)
    assert (answer.question, answer.resolved) == (message, resolved)


def test_a_greeting_is_neither_answered_nor_remembered(answerer: Answerer) -> None:
    conversation = Conversation(answerer)
    conversation.ask("Who defeated Ferri?")
    greeting = conversation.ask("Thanks!")
    assert (greeting.verdict, greeting.answers, greeting.nearest) == (Verdict.NOT_FOUND, (), ())
    assert [turn.asked for turn in conversation.turns] == ["Who defeated Ferri?"]


def test_a_misspelled_word_is_mended_and_a_name_is_asked_back(searcher: Searcher) -> None:
    reader = LookupReader(("Who defeated Paolo Ferri?", "Elsa Lind"))
    conversation = Conversation(Answerer(searcher, lambda: reader))
    assert conversation.ask("Who defaeted Paolo Ferri?").resolved == "Who defeated Paolo Ferri?"
    asked_back = conversation.ask("Who defeated Paolo Fferri?")
    assert (asked_back.verdict, asked_back.meant) == (Verdict.NOT_FOUND, "Who defeated Paolo Ferri?")
    confirmed = conversation.ask("Yes, please!")
    assert (confirmed.question, confirmed.resolved) == ("Yes, please!", "Who defeated Paolo Ferri?")
    assert confirmed.answers[0].text == "Elsa Lind"
    assert conversation.ask("Yes").answers == ()  # to nothing that was asked back
    conversation.ask("Did Lind defeat Paolo Ferri?")
    assert conversation.ask("ok").answers == ()


def test_a_yes_knows_what_was_asked_back_from_the_messages_alone(searcher: Searcher) -> None:
    reader = LookupReader(("Who defeated Paolo Ferri?", "Elsa Lind"))
    conversation = Conversation(Answerer(searcher, lambda: reader), ["Who defeated Paolo Fferri?"])
    assert conversation.ask("yes").answers[0].text == "Elsa Lind"


def test_nobody_can_tell_of_whom_no_article_has_heard(searcher: Searcher) -> None:
    reader = LookupReader(("Who defeated Paolo Zerri?", "Elsa Lind"), ("Who defeated Zerri?", "Elsa Lind"))
    answerer = Answerer(searcher, lambda: reader)
    assert Conversation(answerer).ask("Who defeated Zerri?").verdict is Verdict.NOT_FOUND
    # Paolo they have, but the one who was defeated is another.
    assert Conversation(answerer).ask("Who defeated Paolo Zerri?").verdict is Verdict.NOT_FOUND


def test_a_topic_is_told_of_by_a_whole_sentence_and_may_be_asked_about(searcher: Searcher) -> None:
    conversation = Conversation(
        Answerer(searcher, lambda: LookupReader(("Whom did Elsa Lind thank?", "grandmother")))
    )
    told = conversation.ask("Tell me about Elsa Lind")
    assert [found.text for found in told.answers] == ["Elsa Lind defeated Paolo Ferri in 34 moves."]
    assert told.verdict is Verdict.ANSWERED
    assert conversation.ask("Whom did she thank?").answers[0].text == "grandmother"
    assert conversation.ask("elsa lind").answers == told.answers
    assert conversation.ask("Tell me about Peru").verdict is Verdict.NOT_FOUND
    assert [found.citation.article for found in conversation.ask("What's new?").answers] == [
        "sport/chess",
        "flood",
        "bread",
    ]


@given(
    st.lists(
        st.sampled_from(["who", "tell me", "Lind", "lnid", "is it", "about", "?", "'s", "“", "ﬁn", "元", "É", "-"])
    )
)
@example([""])
@example(['"', "*", "NEAR(", "ferrri"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_ends_a_conversation(searcher: Searcher, parts: list[str]) -> None:
    message = " ".join(parts)
    conversation = Conversation(Answerer(searcher, lambda: LookupReader()))
    try:
        assert conversation.ask(message).question == message
    except InputError:
        assert not message.strip()
