import pytest

from retrieval.namesakes import is_of_namesake
from tests.conftest import window_of

TEXT = (
    "The first was Jonas Pihl, 19. His mother, Kerstin Pihl, kissed him. Ek came. One of them is Pihl. He met Pihl."
)


@pytest.mark.parametrize(
    ("question", "number", "expected"),
    [
        ("How old is Kerstin Pihl?", 3, True),
        ("How old is Jonas Pihl?", 3, False),
        ("How old is Pihl?", 3, False),
        ("How old is Kerstin Pihl?", 1, False),  # names her
        ("How old is Kerstin Pihl?", 4, False),  # "he" may be anybody
        ("How old is Kerstin Pihl?", 2, False),  # has no Pihl
        ("How old is Bo Ek?", 2, False),  # the only Ek
    ],
)
def test_a_last_name_alone_may_be_another_one_s(question: str, number: int, expected: bool) -> None:
    sentences = window_of(TEXT).sentences
    assert is_of_namesake(question, sentences[number], lambda _: sentences) is expected
