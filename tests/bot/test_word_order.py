import pytest

from bot.word_order import asked_for_end, is_statement, put_question, whether


@pytest.mark.parametrize(
    ("wh", "clause", "expected"),
    [
        ("who", "Lie thanked", "whom did Lie thank"),
        ("who", "thanked Lie", "who thanked Lie"),
        ("who", "Lie is", "who is Lie"),
        ("whom", "the committee has invited", "whom has the committee invited"),
        ("what", "the president of Ghana promised", "what did the president of Ghana promise"),
        ("what", "the broken bridge cost", "what did the broken bridge cost"),
        ("where", "the prize will be handed to Lie", "where will the prize be handed to Lie"),
        ("when", "Lie and Ek plan to marry", "when do Lie and Ek plan to marry"),
        ("why", "they fled", "why did they flee"),
        ("what", "he wants", "what does he want"),
        ("what", "Lie did", "what did Lie do"),
        ("what", "Lie did not say", "what did Lie not say"),
        ("how many shops", "Lie has", "how many shops does Lie have"),
        ("in which towns", "the trust trains nurses", "in which towns does the trust train nurses"),
        ("whom", "the man who was arrested named", "whom did the man who was arrested name"),
        ("what", "caused the fire", "what caused the fire"),
        ("why", "the mayor", "why the mayor"),
        ("how many", "", "how many"),
    ],
)
def test_a_statement_behind_a_question_word_is_turned(wh: str, clause: str, expected: str) -> None:
    assert put_question(wh, clause) == expected


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("Lie won", "did Lie win"),
        ("The mayor has not resigned", "has the mayor not resigned"),
        ("she had a mule", "did she have a mule"),
        ("the flood", "Is it true that the flood"),
    ],
)
def test_whether_a_statement_is_true(statement: str, question: str) -> None:
    assert whether(statement) == question


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("how many shops Lie has", "how many shops"),
        ("how many dairy farms are left", "how many dairy farms"),
        ("how much rent Giles Thorne paid", "how much rent"),
        ("how much the repair cost", "how much"),
        ("how much Lie's prize was", "how much"),
        ("how old Lie is", "how old"),
        ("what kind of bridge it is", "what kind of bridge"),
        ("what Lie promised", "what"),
        ("whose number fell", "whose number"),
        ("why nurses left", "why"),
    ],
)
def test_a_question_word_goes_with_what_is_asked_for(text: str, asked_for: str) -> None:
    word = text.split()[0]
    assert text[: asked_for_end(text, len(word))] == asked_for


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lie won", True),
        ("the mayor was hurt", True),
        ("the mayor", False),
        ("Hun Sen", False),
        ("the wounded", False),
    ],
)
def test_a_statement_has_somebody_and_a_verb(text: str, told: bool) -> None:
    assert is_statement(text) == told
