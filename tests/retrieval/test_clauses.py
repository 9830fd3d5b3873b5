import pytest

from retrieval.clauses import is_embedded, is_of_one, is_restrictive


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" thanked ", True),  # "Lie thanked him"
        (", 42, thanked ", True),
        (", a cook, thanked ", True),
        (", who lost, thanked ", True),
        (" found the letter, read it and gave ", True),
        (" asked the cook, Liam Foley, on Sunday evening and questioned ", True),
        (" drove to Oslo and apologised to ", True),
        (" knew that Moe thanked ", False),
        (" asked Moe to thank ", False),
        (" saw Moe thanking ", False),
        (" left after Moe thanked ", False),
        (" sang, and Moe thanked ", False),
        (", thanked by the town, the mayor praised ", False),
        (" sang and she thanked ", False),
        (" took the dog with ", False),
        (": Moe thanked ", False),
    ],
)
def test_a_subject_and_him_are_of_one_clause_or_not(between: str, expected: bool) -> None:
    assert is_of_one(between) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The university, which had sent ", True),
        ("She left because ", True),
        ("The university, which had sent Moe, thanked ", False),
        ("She said that ", False),
        ("", False),
    ],
)
def test_what_hangs_on_another_clause_is_embedded(before: str, expected: bool) -> None:
    assert is_embedded(before) is expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" who had carried him, ", True),  # "the man who had carried him, Bo Ek,"
        (" that met her in Lima on Monday, ", False),  # "Monday, Bo Ek,"
        (" who met the mayor, ", False),
        (" who came, saw and left, ", False),
        (", who came, ", False),
        (", ", False),
    ],
)
def test_a_relative_clause_may_stand_between_a_description_and_its_name(between: str, expected: bool) -> None:
    assert is_restrictive(between) is expected
