import pytest

from retrieval.objects import (
    done_to_others,
    is_apart_from_who,
    is_before_deed,
    is_behind_object,
    is_doer,
    is_in_purpose,
    is_in_relative_of_object,
    is_of_next_deed,
    is_of_other_clause,
    object_by_form,
    of_own_deed,
    patient_of_passive,
    whom_by_form,
)
from tests.conftest import read_in, window_of


@pytest.mark.parametrize(
    ("question", "text", "words", "whom"),
    [
        ("Whom did Lie thank?", "The driver, Ada Lie, thanked him, as did Bo Ek.", "Bo Ek", "him"),
        ("Whom did Lie thank?", "She thanked him, as did Bo Ek.", "Bo Ek", None),
        ("Whom did Lie thank?", "Lie thanked him and Bo Ek.", "Bo Ek", None),
        ("Whom did Lie thank?", "Lie thanked Bo Ek.", "Bo Ek", None),
        ("Who thanked Lie?", "Lie thanked him, as did Bo Ek.", "Bo Ek", None),
        ("Whom did a rival accuse?", "The club cleared Lie after a rival accused him.", "The club", "him"),
        ("Whom did two nuns thank?", "Colin Tate saw two nuns in a garden, who thanked her.", "Colin Tate", "her"),
        ("Whom did two nuns thank?", "Colin Tate saw two nuns in a garden, who thanked him.", "Colin Tate", None),
        ("Whom did Ek thank?", "A driver, Colin Tate, left, and Ek thanked her.", "A driver", "her"),
        ("Whom did a rival accuse?", "The coach praised Lie after a rival accused him.", "The coach", None),
    ],
)
def test_whom_it_was_done_to_by_form(question: str, text: str, words: str, whom: str | None) -> None:
    read, window = read_in(text, words)
    found = object_by_form(read, question, window)
    assert (window.words(found) if found else None) == whom


@pytest.mark.parametrize(
    ("question", "text", "whom"),
    [
        ("Whom did Lie thank?", "The mayor, Ada Lie, thanked her on Monday.", "her"),
        ("Whom has Lie thanked?", "Lie came and thanked them.", "them"),
        ("Whom did Lie thank?", "Ek thanked her on Monday.", ""),
        ("Whom did Lie thank?", "Lie thanked her brother.", ""),
        ("Who did thank Lie?", "Lie thanked her on Monday.", ""),
        ("Whom did Lie thank?", "Lie thanked Ek.", ""),
    ],
)
def test_whom_it_was_done_to_stands_behind_the_verb(question: str, text: str, whom: str) -> None:
    window = window_of(text)
    found = whom_by_form(question, window)
    assert (window.words(found) if found else "") == whom


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Whom did Lie promise?", "Lie promised to speak with Ek.", "Ek", True),
        ("Whom did Lie promise?", "Lie promised to speak, and told Ek so.", "Ek", False),
        ("Whom did Lie promise?", "Lie promised Ek to speak.", "Ek", False),
        ("Whom did Lie promise to visit?", "Lie promised to visit Ek.", "Ek", False),
        ("Whom did Lie apologise to?", "Lie apologised to the old men.", "old men", False),
    ],
)
def test_it_may_be_done_by_another_deed(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_in_purpose(read, question, window) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie thanked the union, which had paid, and hugged its founder, Bo Ek.", "Bo Ek", True),
        ("Lie thanked the union, which had paid, and hugged its founder, Bo Ek.", "the union", False),
        ("Lie thanked the union and then quietly kissed Ek.", "Ek", True),
        ("Lie thanked the union and Ek.", "Ek", False),
        ("Lie thanked the union, which had come and sung, and Ek.", "Ek", False),
        ("Lie thanked the union and hugged and thanked Ek.", "Ek", False),
        ("Lie came and thanked Ek.", "Ek", False),
    ],
)
def test_whom_it_was_not_done_to_but_what_was_done_next(text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_of_next_deed(read, "Whom did Lie thank?", window) is expected


@pytest.mark.parametrize(
    ("question", "text", "words", "before"),
    [
        ("Whom did Salo warn?", "Lie gave it to the police, who found that Salo had warned Ek.", "the police", True),
        ("To whom did Salo write?", "The police saw that Salo had written to Ek.", "The police", True),
        ("By whom did Salo pass?", "The police saw that Salo had passed by Ek.", "The police", False),
        ("Whom did Salo warn?", "Lie gave it to the police, whom Salo had warned.", "the police", False),
        ("Whom did Salo warn?", "The man Salo warned left.", "The man", False),
        ("Whom did Salo warn?", "Ek left after Salo had warned Ek.", "Ek", False),
        ("Whom did Salo warn?", "Ek, whom the young mayor, Bo Salo, had warned, left.", "Ek", False),
        ("Whom did Salo warn?", "Ek, whom the mayor of Lima, Salo, warned, left.", "Ek", False),
        ("Whom did Salo warn?", "Salo warned Ek.", "Ek", False),
        ("Whom did Salo warn?", "Ek was glad, as Salo was warned.", "Ek", False),
        ("Whom did Salo warn?", "The police came, and Ek warned Lie.", "The police", False),
        ("Whom did the club of Salo warn?", "The jury was warned by the club of Salo.", "The jury", False),
        ("Who warned Salo?", "The police said that Salo warned Ek.", "The police", False),
    ],
)
def test_what_stands_before_who_did_it_was_not_done_to(question: str, text: str, words: str, before: bool) -> None:
    read, window = read_in(text, words)
    assert is_before_deed(read, question, window) is before


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Whom did the hospital accuse?", "It accused her, because she had written to Lie.", "Lie", True),
        ("Whom did the hospital accuse?", "It accused her, because she had written to Lie.", "her", False),
        ("Whom did the hospital thank?", "It thanked her and Lie.", "Lie", False),
        ("Whom did the hospital thank?", "It thanked her, Lie and Bo.", "Lie", False),
        ("Whom did the hospital thank?", "It thanked her lawyer, Lie.", "Lie", False),
        ("Whom has the hospital thanked?", "It hired him and thanked Lie.", "Lie", False),
        ("Who will lend it?", "They will lend it, and it will help her when Lie comes.", "Lie", False),
        ("Who accused her?", "It accused her, because she had written to Lie.", "Lie", False),
    ],
)
def test_whom_it_was_not_done_to(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_behind_object(read, question, window) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The court annulled the vote, and the plumber Ada Lie was sworn in.", "The court", True),
        ("The court annulled the vote, and the plumber Ada Lie was sworn in.", "Ada Lie", False),
        ("Lie won the vote and was sworn in.", "Lie", False),
        ("Lie, who won the vote and a boat, was sworn in.", "Lie", False),
        ("Lie and Ek were sworn in.", "Lie", False),
        ("Lie was sworn in, and Ek was sworn in too.", "Lie", False),
        ("The court swore Lie in.", "The court", False),
    ],
)
def test_who_did_something_in_another_clause_was_not_sworn_in(text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_of_other_clause(read, "Who was sworn in?", window) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The firm has hired Ek, who is being sued by Lie.", "The firm", True),
        ("The firm has hired Ek, who is being sued by Lie.", "Ek", False),
        ("The firm, who is being sued by Lie, has hired Ek.", "The firm", False),
        ("The firm has hired Ek, whom Lie sued.", "The firm", False),
        ("The firm was sued by Lie, who left.", "The firm", False),
    ],
)
def test_whom_it_was_not_done_to_but_of_whom_more_is_told(text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_apart_from_who(read, "Whom did Lie sue?", window) is expected
    assert is_apart_from_who(read, "Who was sued?", window) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lie praised the choir's courage in singing a work that its founder, Bo Ek, had written.", "Bo Ek", True),
        ("Lie praised a song that Ek wrote.", "Ek", True),
        ("Lie praised a song that Ek wrote and Moe.", "Moe", False),
        ("Lie praised a song that Ek wrote.", "a song", False),
        ("Lie praised Ek, who wrote it.", "Ek", False),
    ],
)
def test_what_is_told_more_of_what_it_was_done_to_has_others(text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_in_relative_of_object(read, "Whom did Lie praise?", window) is expected


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        ("She kissed him, and then she kissed the fireman who had carried him.", "him", ["the fireman"]),
        ("She kissed him, and then she kissed the fireman who had carried him.", "the fireman", ["him"]),
        ("She kissed Bo Ek; then kissed the cook and kissed the dog.", "the cook", ["Bo Ek", "the dog"]),
        ("She kissed him, and Ek kissed the fireman.", "him", []),
        ("She kissed him, and Ek kissed the fireman.", "the fireman", []),
        ("She kissed him and left.", "him", []),
        ("She kissed her hand.", "her", []),
    ],
)
def test_to_whom_else_it_was_done(text: str, words: str, others: list[str]) -> None:
    read, window = read_in(text, words)
    assert [window.words(one) for one in done_to_others(read, "Whom did Lie kiss?", window)] == others


def test_whom_it_was_done_to_again_is_not_behind_the_object() -> None:
    read, window = read_in("She kissed him, and then she kissed the cook.", "the cook")
    assert not is_behind_object(read, "Whom did Lie kiss?", window)
    assert done_to_others(read, "Who kissed him?", window) == []


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("What does Ek deny?", "The second horn, Bo Ek, denies it.", "The second horn", True),
        ("What does Bo Ek deny?", "Bo Ek, the second horn, denies it.", "the second horn", True),
        ("What does Ek deny?", "The theft, Bo Ek's last, was denied.", "The theft", False),
        ("What does Ek deny?", "The second horn, Bo Ek, left.", "The second horn", False),
        ("What did Ek buy?", "A horn, Ek said, was bought by the choir.", "A horn", False),
        ("Who denies it?", "The second horn, Bo Ek, denies it.", "The second horn", False),
    ],
)
def test_what_was_done_is_not_who_did_it(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_doer(read, question, window) is expected


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ek was warned by the mayor, Ada Lie.", "Ek"),
        ("On Monday, the old cook had been warned by Lie.", "the old cook"),
        ("It rained, and Bo Ek was later warned by Lie.", "Bo Ek"),
        ("Bo Ek, who had been warned by Lie, left.", "Bo Ek"),
        ("Bo Ek was warned by Lie's mother.", None),
        ("Bo Ek was warned by a letter of May, and Lie left.", None),
        ("The brother of Bo Ek was warned by Lie.", None),
        ("Bo Ek left and was warned by Lie.", None),
        ("Bo Ek was thanked by Lie.", None),
        ("Lie warned Bo Ek.", None),
    ],
)
def test_whom_a_passive_is_told_of(text: str, whom: str | None) -> None:
    window = window_of(text)
    found = patient_of_passive("Whom did Lie warn?", "Lie", window)
    assert (window.words(found) if found else None) == whom
    assert patient_of_passive("Who warned Ek?", "Lie", window) is None


@pytest.mark.parametrize(
    ("text", "words", "own"),
    [
        ("Lie took the hat but declined the prize that Ek gave.", "the hat but declined the prize", "the prize"),
        ("Lie took the hat but declined the prize that Ek gave.", "declined the prize", "the prize"),
        ("Lie took the hat and kissed the mayor.", "the hat and kissed the mayor", "the hat"),
        ("Lie took the hat and the prize.", "the hat and the prize", "the hat and the prize"),
    ],
)
def test_what_was_done_to_it_and_to_another_by_another_deed(text: str, words: str, own: str) -> None:
    read, window = read_in(text, words)
    assert window.words(of_own_deed(read, window)) == own
