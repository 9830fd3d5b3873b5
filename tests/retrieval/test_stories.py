import pytest

from corpus.article import Article
from retrieval.stories import are_one_story

COUNCIL = "On Thursday, Mayor Solveig Aas of Lervik defended the council. The river Kvern left 12 people hurt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A wet shoe was thrown at Aas in Lervik. It missed.", True),
        ("On Thursday a bus with Birgit Aas, Ada Lie and Olav Berg left the road at Dunmore.", False),  # one of six
        ("It was Thursday, the mayor said. They had met.", True),  # it names nobody
        ("Then the Council of Tolmen met; a council has nine members. Mayor Ida Holm was there.", False),
        ("", True),
    ],
)
def test_articles_of_one_story_share_names(text: str, expected: bool) -> None:
    one, other = Article("one", "", COUNCIL), Article("other", "", text)
    assert are_one_story(one, other) is expected
    assert are_one_story(other, one) is expected
