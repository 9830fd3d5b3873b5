import pytest

from retrieval.casing import with_capitals

TEXTS = [
    "VARKAS, June 2 (Andes) - Then Ada Rose thanked Bo de Wit in the US.",
    "Gelashvili was awarded the Order of Merit.",
    "On Friday the British Museum wrote to Kolb. “Tell him,” said Winter, “that a rose is a rose.”",
    "Kolb, who is a baker, said it was over in March.",
    "The BRIDGE fell.",
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who thanked kolb?", "who thanked Kolb?"),
        ("did ada rose thank bo de wit?", "did Ada Rose thank Bo de Wit?"),
        ("whom did gelashvili thank", "whom did Gelashvili thank"),
        ("WHO THANKED BO DE WIT IN THE US?", "Who thanked Bo de Wit in the US?"),
        ("who told us?", "who told us?"),
        ("who has a rose?", "who has a rose?"),
        ("did winter order the bridge", "did Winter order the bridge"),
        (
            "who will tell the british museum on friday in march?",
            "who will tell the British Museum on Friday in March?",
        ),
        ("who wrote on the friday?", "who wrote on the Friday?"),
        ("did he march to varkas?", "did he march to Varkas?"),
        ("Who thanked McKolb?", "Who thanked McKolb?"),
        ("who thanked Kolb's baker?", "who thanked Kolb's baker?"),
        ("what did kolb's baker say?", "what did Kolb's baker say?"),
        ("", ""),
    ],
)
def test_names_get_the_capitals_that_they_have_in_the_sentences(question: str, expected: str) -> None:
    assert with_capitals(question, TEXTS) == expected


def test_without_sentences_a_question_stays_as_it_is() -> None:
    assert with_capitals("who thanked kolb?", []) == "who thanked kolb?"
