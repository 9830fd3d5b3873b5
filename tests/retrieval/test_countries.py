import pytest

from retrieval.countries import may_be_one, other_names


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
