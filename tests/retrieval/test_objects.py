import pytest

from retrieval.objects import (
    done_to_others,
    is_behind_object,
    is_doer,
    object_by_form,
    of_own_deed,
    patient_of_passive,
    whom_before,
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


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Bo Ek left; Lie preferred Tom Roe, with whom she went to school.", "Bo Ek", "Tom Roe"),
        ("Bo Ek left; Lie preferred Tom Roe, with whom she went to school.", "Tom Roe", None),
        ("Lie went to school with Bo Ek before she met Tom Roe, with whom she sang.", "Bo Ek", None),
        ("Bo Ek left; Lie preferred him, with whom she went to school.", "Bo Ek", None),
    ],
)
def test_with_whom_stands_right_behind_the_name(text: str, words: str, whom: str | None) -> None:
    read, window = read_in(text, words)
    found = whom_before(read, "With whom did Lie go to school?", window)
    assert (found and window.words(found)) == whom
