import pytest

from retrieval.questions import Kind, asks_for_several, asks_for_speech, blanks_of, each_of_two, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who thanked Cambodia?", Kind.WORDS),
        ("What did Koy Kuong say?", Kind.WORDS),
        ("In which year was it built?", Kind.WORDS),
        ("Did Hun Sen thank the US?", Kind.WHETHER),
        ("did hun sen thank the us", Kind.WHETHER),
        ("Is it true that Lind won?", Kind.WHETHER),
        ("And was the bridge closed?", Kind.WHETHER),
        ("Hasn't the mayor resigned?", Kind.WHETHER),
        ("Who thanked whom?", Kind.BLANKS),
        ("who thanked who", Kind.BLANKS),
        ("Who invited whom to what?", Kind.BLANKS),
        ("Who accused whom, and of what?", Kind.BLANKS),
        ("Who said what?", Kind.BLANKS),
        ("Who handed whom a medal?", Kind.BLANKS),
        ("Who threw whom out?", Kind.BLANKS),
        ("Who sent whom tulips?", Kind.BLANKS),
        ("Who said whom he thanked?", Kind.WORDS),
        ("Who told whom the truth?", Kind.BLANKS),
        ("Who asked whom they met?", Kind.WORDS),
        ("Who told Lie what to do?", Kind.WORDS),
        ("Who gave what to charity?", Kind.BLANKS),
        ("Who told whom to do what?", Kind.BLANKS),
        ("Who ordered whom to give it away?", Kind.BLANKS),
        ("Who knows what happened?", Kind.WORDS),
        ("What happened when the dam broke?", Kind.WORDS),
        ("", Kind.WORDS),
        ("Willy Brandt", Kind.WORDS),
        ("The mayor did what?", Kind.WORDS),
    ],
)
def test_the_form_of_a_question_tells_what_it_asks_for(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


def test_blanks_are_asked_one_after_another() -> None:
    blanks = blanks_of("Who invited whom to what?")
    assert blanks
    assert blanks.first() == "Who invited someone?"
    assert blanks.next(("Hun Sen",)) == "Hun Sen invited whom?"
    assert blanks.next(("Hun Sen", "Pompeo")) == "Hun Sen invited Pompeo to what?"


def test_a_blank_that_is_joined_by_and_is_asked_like_the_others() -> None:
    blanks = blanks_of("Who accused whom, and of what?")
    assert blanks
    assert blanks.next(("Anna", "the council")) == "Anna accused the council of what?"


def test_limits_behind_the_blanks_stay_in_the_questions() -> None:
    blanks = blanks_of("Who thanked whom in February?")
    assert blanks
    assert blanks.first() == "Who thanked someone in February?"
    assert blanks.next(("Pompeo",)) == "Pompeo thanked whom in February?"


@pytest.mark.parametrize(
    ("question", "speech"),
    [
        ("What did Okafor say?", True),
        ("And what did she say about the strike?", True),
        ("what was said by the minister", True),
        ("What did Mamani tell the bishop?", True),
        ("What did the minister promise?", False),
        ("Who said that it would rain?", False),
        ("", False),
    ],
)
def test_speech_is_asked_for_by_saying(question: str, speech: bool) -> None:
    assert asks_for_speech(question) is speech


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Which cities have not answered?", True),
        ("In which countries does it train?", True),
        ("Which two Norwegian towns were flooded?", True),
        ("What languages does she speak?", True),
        ("Which people came?", True),
        ("Which country won?", False),
        ("On which glass did they rely?", False),
        ("What happened in Oslo?", None),
        ("What has the mayor promised?", None),
        ("Who came?", None),
    ],
)
def test_the_noun_of_a_question_tells_whether_several_are_asked_for(question: str, several: bool | None) -> None:
    assert asks_for_several(question) is several


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("Did Ada Lie and Ek sign it?", [("Ada Lie", "Did Ada Lie sign it?"), ("Ek", "Did Ek sign it?")]),
        (
            "Were Lie and Bo Ek fined by Roe?",
            [("Lie", "Was Lie fined by Roe?"), ("Bo Ek", "Was Bo Ek fined by Roe?")],
        ),
        ("Did Lie sign it?", []),
        ("Did Lie thank Ek and Roe?", []),
        ("Who are Lie and Ek?", []),
    ],
)
def test_what_is_asked_of_two_is_asked_of_each(question: str, each: list[tuple[str, str]]) -> None:
    assert each_of_two(question) == each
