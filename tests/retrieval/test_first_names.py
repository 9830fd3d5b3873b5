import pytest

from retrieval.first_names import pronoun_of_first_name


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Harriet Cole", "she"),
        ("Judge Harriet Cole", "she"),  # as a first name "Judge" is a man's
        ("Judge Cole", ""),
        ("Hélène Faure", "she"),
        ("Desmond Oyelaran", "he"),
        ("Mark Ek", "he"),  # a word as well
        ("Port Selby", ""),
        ("Robin Lie", ""),  # both
        ("Queen Sofia", "she"),
        ("Harriet", "she"),
        ("Georgia", ""),  # a country
        ("Oyelaran", ""),
        ("Zqx Lie", ""),
        ("", ""),
        (f"{'Ada ' * 500}Lie", "she"),
    ],
)
def test_a_first_name_has_the_pronoun_of_most_people_of_that_name(name: str, pronoun: str) -> None:
    assert pronoun_of_first_name(name) == pronoun
