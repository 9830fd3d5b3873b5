import pytest

from retrieval.countries import is_demonym, may_be_one, other_names


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("the US", "Washington", True),
        ("the US", "the United States", True),
        ("UK", "London", True),
        ("Cambodia", "Phnom Penh", True),
        ("Ada Lie", "Lie", True),
        ("Washington", "the US", False),  # a city need not mean its country
        ("us", "Washington", False),
        ("the US", "Paris", False),
        ("Ada Lie", "Oslo", False),
        ("", "Oslo", False),
    ],
)
def test_what_may_be_one(name: str, other: str, expected: bool) -> None:
    assert may_be_one(name, other) is expected


def test_the_names_of_a_country() -> None:
    assert {"NO", "Kingdom of Norway", "Oslo"} <= set(other_names("Norway"))
    assert "Norway" not in other_names("Norway")
    assert other_names("Amory") == []


def test_a_capital_may_be_one_of_several_in_the_library() -> None:
    assert "Vatican City" in other_names("Vaticano")


def test_no_country_of_the_library_breaks_it() -> None:
    from countryinfo import all_countries

    called = {name for one in all_countries() for name in (one.name(), *one.alt_spellings())}
    assert {name for name in called if name[:1].isupper() and not other_names(name)} <= {"Wales", "Lao"}


@pytest.mark.parametrize("name", ["Nigel", "Chadwick", "Georgi", "Malin", "Cabmodia"])
def test_what_is_only_like_a_country_is_none(name: str) -> None:
    assert other_names(name) == []


@pytest.mark.parametrize(
    ("name", "expected"), [("Norwegian", True), ("Norwegians", True), ("Amory", False), ("norwegian", False)]
)
def test_what_people_of_a_country_are_called(name: str, expected: bool) -> None:
    assert is_demonym(name) is expected
