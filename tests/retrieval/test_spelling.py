import pytest

from retrieval.spelling import Spelling, spelled, unspelled

TEXTS = [
    "They went into it.",
    "Ada Lindqvist, who mended the bridge, invited the brigade.",
    "Hun Sen thanked the treasury of Cambodia.",
]


def test_what_no_dictionary_has() -> None:
    assert unspelled("Who thankd the US treasury of Cambodia?") == ["thankd", "Cambodia"]
    assert unspelled("Who didn't thank three with whom until then, upon nothing?") == []


@pytest.mark.parametrize(
    ("question", "mended", "meant"),
    [
        ("What did the tresaury say?", "What did the treasury say?", ""),
        ("Who mended the brigde?", "Who mended the bridge?", ""),
        ("Whom did she inivte?", "Whom did she invite?", ""),  # in any of its forms
        ("thankd by whom", "thanked by whom", ""),
        ("Thankd by whom?", "Thanked by whom?", ""),
        ("Any info on the treasury?", "", ""),
        ("Who thanked Cabmodia?", "", "Who thanked Cambodia?"),
        ("who thanked cabmodia?", "", "who thanked Cambodia?"),
        ("Who thanked Lindkwist?", "", "Who thanked Lindqvist?"),  # two letters of nine
        ("Who thnked Cabmodia?", "Who thanked Cabmodia?", "Who thanked Cambodia?"),
        ("Who thanked Kamboscha?", "", ""),
        ("Who thanked Zundqvist?", "", ""),
        ("", "", ""),
    ],
)
def test_unknown_words_as_the_sentences_spell_them(question: str, mended: str, meant: str) -> None:
    mended = mended or question
    known = {word for text in TEXTS for word in text.split()}
    unknown = [word for word in unspelled(question) if word not in known]
    assert spelled(question, unknown, TEXTS) == Spelling(mended, meant or mended)


def test_a_name_is_never_mended_to_another_by_itself() -> None:
    assert spelled("Who thanked Linder?", ["Linder"], ["Lindner left."]) == Spelling(
        "Who thanked Linder?", "Who thanked Lindner?"
    )
