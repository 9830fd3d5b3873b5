from benchmarks.data import Question
from benchmarks.reading import report
from retrieval.types import Answer, Citation, Found, Verdict


def answer(text: str = "", sentence: str = "") -> Answer:
    citation = Citation("a", "A", None, None, sentence, 0, 1, 0, 1)
    found = (Found(text, 0.9, citation),) if text else ()
    return Answer("q", "q", Verdict.ANSWERED if found else Verdict.NOT_FOUND, found)


def test_shares_are_of_the_questions_they_speak_of() -> None:
    questions = [
        Question("1", "span", "Who?", ("Ann",)),
        Question("2", "span", "Who?", ("Bo",)),
        Question("3", "unanswerable", "Who?"),
        Question("4", "unanswerable", "Who?"),
    ]
    answers = [answer("the Ann", "Ann sang."), answer("She", "Bo sang."), answer("Cy", "Cy sang."), answer()]
    lines = report(questions, answers).splitlines()
    assert [line.split("|")[-2].strip() for line in lines[2:]] == ["1.000", "0.500", "0.000", "0.500", "0.667"]
