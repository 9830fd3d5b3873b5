import pytest

from retrieval.complements import says_otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Berge say he would sing?", "Odd Berge, who runs a bakery, said on Monday he would not sing.", True),
        ("Did Berge say he would sing?", "“I will never sing again,” said Berge.", True),
        ("Did Berge say he would sing?", "Berge said he would come and sing, but that Ek would not sing.", False),
        ("Did Berge say he would not sing?", "Berge said that he would not sing.", False),
        ("Did Berge say he would not sing?", "Berge said that he would sing.", True),
        ("Did Berge say he was a cook?", "Berge said he was not a cook.", True),
        ("Did Berge say he was a cook?", "Berge said he was not a tailor and that he was a cook.", False),
        ("Did Berge say that Ada had warned him?", "Berge said that nobody had warned him.", True),
        ("Did Berge promise to sing?", "Berge promised not to sing.", True),
        ("Did Berge promise to sing?", "Berge did not sing as he had promised.", False),
        ("Did Berge sing?", "Berge said that he would not sing.", False),
    ],
)
def test_what_is_said_the_other_way_is_no_yes(question: str, sentence: str, expected: bool) -> None:
    assert says_otherwise(question, sentence) is expected
