import pytest

from retrieval.told_of_others import is_others_object, tells_of_others
from tests.conftest import place, window_of


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Where did Hasek meet Navas?", "Hasek met Elena Duarte in Oslo.", True),
        ("Where did Hasek meet Navas?", "Hasek met Pablo Navas in Oslo.", False),
        ("Who thanked Pompeo?", "Hun Sen thanked the United States.", True),
        ("Who was dismissed by Hasek?", "Sforza was dismissed in 2019 by Zgraggen.", True),
        # It may be the same one: by a description, a pronoun, a first name, a capital.
        ("Where did Hasek meet Navas?", "Hasek met the electrician in Oslo.", False),
        ("Where did Hasek meet Navas?", "Hasek met him in Oslo.", False),
        ("Where did Hasek meet Navas?", "Hasek met Pablo in Oslo.", False),
        ("When did the US ban it?", "Washington banned it in May.", False),
        ("When did Norway ban it?", "Parliament banned it in May.", False),
        ("Where did Hasek meet Navas?", "Hasek met Duarte in Oslo after he had met the electrician.", False),
        ("Who left?", "Ada Lie left.", False),
    ],
)
def test_a_sentence_may_tell_it_of_others(question: str, sentence: str, expected: bool) -> None:
    assert tells_of_others(question, sentence) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A student, Amira Sayed, found a photo of the sailors.", True),
        ("Her heir, Eva Roe, reopened it after a student, Amira Sayed, found a photo of the sailors with her.", True),
        ("Bo Ek took a photo of the sailors.", True),
        # They may have it from him, or be him.
        ("Bo Ek gave the sailors a photo.", False),
        ("Bo Ek gave a photo to the sailors.", False),
        ("Bo Ek gave them a photo.", False),
        ("The crew took a photo.", False),
        ("The sailors took a photo of Bo Ek.", False),
        ("Bo Ek got a photo of the sailors.", False),  # the question's own verb
    ],
)
def test_what_others_did_something_to_is_not_theirs(text: str, expected: bool) -> None:
    question = "What did the sailors get?"
    assert is_others_object(place(text, "a photo"), question, window_of(text)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The group's guide, Bo Ek, had been warned.", "The group's guide", True),
        ("The army lent it a guide.", "a guide", False),
        ("They were two old pumps.", "two old pumps", False),
    ],
)
def test_nobody_is_what_was_lent_where_nothing_is_told_of_it(text: str, words: str, expected: bool) -> None:
    question = "What did the army lend the brigade?"
    assert is_others_object(place(text, words), question, window_of(text)) is expected
