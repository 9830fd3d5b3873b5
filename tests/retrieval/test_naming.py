import pytest

from retrieval.naming import is_description, is_pronoun


@pytest.mark.parametrize("text", ["He", "they", "Whom", "it"])
def test_pronouns_name_nobody(text: str) -> None:
    assert is_pronoun(text)
    assert not is_description(text)


@pytest.mark.parametrize("text", ["The prime minister", "the police", "her old coach"])
def test_descriptions_name_nobody_by_themselves(text: str) -> None:
    assert is_description(text)
    assert not is_pronoun(text)


@pytest.mark.parametrize(
    "text", ["Hun Sen", "the US", "The Ministry of Health", "minister", "the 12 men", "the nurses", "", "The"]
)
def test_names_and_other_words_are_left_alone(text: str) -> None:
    assert not is_description(text)
    assert not is_pronoun(text)
