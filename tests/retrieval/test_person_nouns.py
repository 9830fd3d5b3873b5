import pytest

from retrieval.person_nouns import is_person_noun, pronoun_of_noun


@pytest.mark.parametrize(
    ("word", "person", "pronoun"),
    [
        ("governor", True, ""),
        ("nurse", True, ""),
        ("widow", True, "she"),
        ("brother", True, "he"),
        ("spokeswoman", True, "she"),
        ("chauffeur", True, ""),
        ("crew", False, ""),
        ("dog", False, ""),
        ("Governor", False, ""),
        ("", False, ""),
    ],
)
def test_which_nouns_stand_for_persons_and_go_with_he_or_she(word: str, person: bool, pronoun: str) -> None:
    assert (is_person_noun(word), pronoun_of_noun(word)) == (person, pronoun)
