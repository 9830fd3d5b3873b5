import pytest

from retrieval.store import Store
from retrieval.unheard import unheard


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who defeated Zerri?", ["Zerri"]),
        ("Who defeated Zaolo Zerri's brother?", ["Zaolo Zerri"]),
        ("Who defeated Paolo Ferri?", []),
        ("Who defeated Zaolo Ferri?", []),  # his last name is known
        ("who defeated FERRI", []),
        ("Zerri defeated whom?", []),  # whatever opens a question has a capital
        ("Did Lind visit Iceland?", []),  # it may go by another name
        ("Did Lind play the Icelandic champion?", []),
        ("What Was The Turnout?", []),
        ("Did Lind thank UNHCR?", []),
        ("Who said “Qwx”?", ["Qwx"]),
        ("", []),
    ],
)
def test_names_that_no_article_has(store: Store, question: str, names: list[str]) -> None:
    assert unheard(question, store) == names
