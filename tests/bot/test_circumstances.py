import pytest

from bot.circumstances import is_bare, question_about


@pytest.mark.parametrize(
    "message",
    [
        "Why?",
        "why not",
        "When was that?",
        "Where?",
        "Why wasn't that so?",
        "When did that happen?",
        "WHERE?!",
        "Of what?",
        "With whom?",
        "what for",
    ],
)
def test_bare_questions_name_nothing(message: str) -> None:
    assert is_bare(message)


@pytest.mark.parametrize(
    "message",
    [
        "Who?",
        "Why did he?",
        "Where is it?",
        "When did Lie leave?",
        "Whyever?",
        "",
        "How?",
        "Of what kind?",
        "What of it?",
    ],
)
def test_others_do_or_ask_something_else(message: str) -> None:
    assert not is_bare(message)
    assert question_about(message, "Who left?", "Ada Lie") == ""


@pytest.mark.parametrize(
    ("message", "asked", "said", "question"),
    [
        ("Why?", "Who resigned?", "Ada Lie", "Why was it that Ada Lie resigned?"),
        ("Why?", "Who resigned?", "The president of Ghana", "Why was it that the president of Ghana resigned?"),
        ("Where?", "When was it that Ada Lie resigned?", "May", "Where was it that Ada Lie resigned?"),
        ("When was that?", "What broke the dyke?", "the river", "When was it that the river broke the dyke?"),
        ("Why?", "Whom did Lie thank?", "Bo Ek", "Why did Lie thank Bo Ek?"),
        ("Why?", "Whom did Lie apologise to?", "Bo Ek", "Why did Lie apologise to Bo Ek?"),
        ("Why?", "Whom did Lie invite to tea?", "Bo Ek", "Why did Lie invite Bo Ek to tea?"),
        ("Why?", "Whom did Lie write to about tea?", "Bo Ek", "Why did Lie write to Bo Ek about tea?"),
        ("Why?", "Whom did the mayor of Lima thank?", "Bo Ek", "Why did the mayor of Lima thank?"),
        ("Why?", "To whom did Lie apologise?", "Bo Ek", "Why did Lie apologise to Bo Ek?"),
        ("When was that?", "To whom did Lie write about tea?", "Bo Ek", "When did Lie write to Bo Ek about tea?"),
        ("Where was that?", "When did the ferry burn?", "at 22:40", "Where did the ferry burn?"),
        ("Why?", "Who was thanked by Lie?", "Bo Ek", "Why was Bo Ek thanked by Lie?"),
        ("Why?", "Who had warned Lie?", "Bo Ek", "Why had Bo Ek warned Lie?"),
        ("Why?", "Who had Lie warned?", "Bo Ek", "Why had Lie warned Bo Ek?"),
        ("Why?", "Did Lie protest?", "", "Why did Lie protest?"),
        ("Why not?", "Did Lie protest?", "", "Why didn't Lie protest?"),
        ("Why not?", "Can Lie sing?", "", "Why can't Lie sing?"),
        ("Why not?", "Didn't Lie sing?", "", "Why didn't Lie sing?"),
        ("Of what?", "Whom did Lie accuse?", "Bo Ek", "What did Lie accuse Bo Ek of?"),
        ("Of what?", "Who accused Bo Ek?", "the mayor", "The mayor accused Bo Ek of what?"),
        ("What for?", "Who was thanked by Lie?", "Bo Ek", "Why was Bo Ek thanked by Lie?"),
        ("For what?", "Who thanked Bo Ek?", "Ada Lie", "Why was it that Ada Lie thanked Bo Ek?"),
        ("By whom?", "Who was thanked?", "Bo Ek", "Whom was Bo Ek thanked by?"),
        ("About what?", "To whom did Lie write?", "Bo Ek", "What did Lie write to Bo Ek about?"),
        ("With whom?", "Did Lie dance?", "", "Whom did Lie dance with?"),
        ("From what?", "Why was it that Ada Lie resigned?", "", "Ada Lie resigned from what?"),
        ("Of what?", "How many sheep were lost?", "143", ""),
        ("Why?", "Who resigned?", "", ""),
        ("Why?", "How many sheep were lost?", "143", ""),
        ("Why?", "Is it true that Lie left?", "", ""),
    ],
)
def test_what_is_asked_about_the_last_question_and_its_answer(
    message: str, asked: str, said: str, question: str
) -> None:
    assert question_about(message, asked, said) == question
