import pytest

from corpus.article import Article, Span
from retrieval.coordination import apposed_members, members, named_members, parties_beside
from retrieval.sentences import split
from retrieval.windows import alone
from tests.conftest import place, read_in, window_of

PROMISED = "She promised an inquiry within a month, new sensors along the river and a payment to every passenger."


def listed(question: str, text: str, read: str) -> list[str]:
    (sentence,) = split(Article("a", "", text))
    start = text.index(read)
    return [one.of(text) for one in members(Span(start, start + len(read)), question, alone(sentence))]


def test_a_list_of_which_the_first_was_read_is_given_whole() -> None:
    wanted = ["an inquiry within a month", "new sensors along the river", "a payment to every passenger"]
    assert listed("What did Lie promise?", PROMISED, "an inquiry") == wanted
    assert listed("What has Lie promised?", PROMISED.replace("promised", "promises them"), "an inquiry") == wanted


def test_a_firm_and_sons_are_one() -> None:
    read, window = read_in("Lie criticised the owner, the firm of Bonetti and Sons.", "the owner")
    found = [window.words(one) for one in parties_beside(read, "Whom did Lie criticise?", window)]
    assert found == ["the owner", "the firm of Bonetti and Sons"]


def test_a_description_and_its_name_are_one_member() -> None:
    text = "Lie gave him a wheel of cheese and a job offer for his son, Yusuf, who starts in May."
    assert listed("What did Lie give?", text, "a wheel") == ["a wheel of cheese", "a job offer for his son, Yusuf"]


def test_a_list_may_stand_behind_whom_it_is_given() -> None:
    text = "Lie promised the fishermen compensation, new nets and a cleaned beach by Easter."
    wanted = ["compensation", "new nets", "a cleaned beach by Easter"]
    assert listed("What did Lie promise?", text, "compensation") == wanted


@pytest.mark.parametrize(
    ("question", "text", "read"),
    [
        ("Who promised an inquiry?", PROMISED, "an inquiry"),
        ("What did Lie demand?", PROMISED, "an inquiry"),  # another verb
        ("What did Lie promise?", PROMISED, "new sensors"),  # not the first
        ("What did Lie see?", "Lie saw a hat and a mat.", "a hat"),
        ("What did Lie see?", "Lie saw a hat, the mayor said.", "a hat"),
        ("What did Lie see?", "Lie saw a hat, a mat and left.", "a hat"),
        ("What did Lie see?", "Lie saw a hat, a mat was seen by Bo, and a cat.", "a hat"),
        (
            "What did Lie name the girl?",
            "Lie named her Ada, and her husband, Bo, who slept, heard of it.",
            "Ada",
        ),
    ],
)
def test_what_begins_no_list_of_the_verb_is_left_alone(question: str, text: str, read: str) -> None:
    assert listed(question, text, read) == []


def test_deeds_that_were_promised_are_members_too() -> None:
    text = "Lie promised to mend the road, not to sing and to make Ek a cake."
    expected = ["to mend the road", "not to sing", "to make Ek a cake"]
    assert listed("What did Lie promise?", text, "to mend the road") == expected
    assert listed("What did Lie promise?", "Lie promised to sing and left, and rested.", "to sing") == []


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("Two towns, Lima and Oslo, left, but Bonn and Rome stayed.", "Two towns", ["Lima", "Oslo"]),
        ("Three towns, Lima, Oslo and the port of Bonn, left.", "Three towns", ["Lima", "Oslo", "the port of Bonn"]),
        ("Two towns, it said, left and came back.", "Two towns", []),
        ("Two towns left.", "Two towns", []),
        ("Lima, Oslo and Bonn left.", "Lima", []),
    ],
)
def test_of_which_several_are_told_the_members_are_given(text: str, read: str, expected: list[str]) -> None:
    words, window = read_in(text, read)
    assert [window.words(one) for one in apposed_members(words, "Which towns left?", window)] == expected


@pytest.mark.parametrize(
    ("question", "text", "read", "expected"),
    [
        ("Who met Lie?", "Lie was met by a band, by Bo Ek and by Kim.", "Bo Ek", ["a band", "Bo Ek", "Kim"]),
        (
            "Who saw it?",
            "Three saw it: the baker Ana Ruiz, her son and a boy.",
            "her son",
            ["Ana Ruiz", "her son", "a boy"],
        ),
        ("Whom did Lie thank?", "Lie thanked the cook, Eva Moe, and Bo Ek for it.", "Bo Ek", ["Eva Moe", "Bo Ek"]),
        ("Whom did Lie thank?", "Lie thanked Eva Moe, the cook, and left.", "Eva Moe", []),
        ("Whom did Lie meet?", "Lie met Moe and the cook, Bo Ek, on Monday.", "Moe", ["Moe", "Bo Ek"]),
        ("Whom did Lie tell?", "Lie told the bankers in Lima and Oslo that it rained.", "the bankers in Lima", []),
        ("Who was voted out?", "Six voted against Perret, nine supported him and the others wept.", "Perret", []),
        ("Who met Lie?", "Lie was met by Bo Ek and asked to leave.", "Bo Ek", []),
        ("Who met Lie?", "Lie met Bo Ek.", "Bo Ek", []),
        ("Whom did Lie thank?", "Bo Ek, Eva Moe and Kim slept.", "Bo Ek", []),
        (
            "Who sang?",
            "On Monday Kim, the cook Eva Moe and former mayor Bo Ek all sang.",
            "Kim",
            ["Kim", "Eva Moe", "Bo Ek"],
        ),
        ("Who sang?", "Kim, Eva Moe and Bo Ek left, and Cy sang.", "Cy", []),
        (
            "Who brought it?",
            "It was brought by Ada Lie, a retired nurse, and her nephew Bo, a cook.",
            "Ada Lie",
            ["Ada Lie", "her nephew Bo"],
        ),
        (
            "Who brought it?",
            "It was brought by Ada Lie, a cook and a nurse.",
            "Ada Lie",
            ["Ada Lie", "a cook", "a nurse"],
        ),
    ],
)
def test_all_of_a_list_of_persons(question: str, text: str, read: str, expected: list[str]) -> None:
    words, sentence = read_in(text, read)
    assert [sentence.words(one) for one in parties_beside(words, question, sentence)] == expected


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("Two cooks, Bo Ek and Eva Moe, left.", "Two cooks", ["Bo Ek", "Eva Moe"]),
        (
            "It was two old women, Ada Moe of Lyon and Eva Moe, who left.",
            "two old women",
            ["Ada Moe of Lyon", "Eva Moe"],
        ),
        ("Two cooks, Bo Ek and his brother Tor, left.", "Two cooks", ["Bo Ek", "his brother Tor"]),
        ("A cook, Bo Ek and Eva Moe, left.", "A cook", []),
        ("Two cooks, an old man and his wife, left.", "Two cooks", []),
        ("Two cooks left.", "Two cooks", []),
    ],
)
def test_several_have_their_names_right_behind(text: str, read: str, expected: list[str]) -> None:
    words, sentence = read_in(text, read)
    assert [sentence.words(one) for one in named_members(words, sentence)] == expected


def test_what_somebody_is_obliged_to_do_is_a_list_of_deeds() -> None:
    text = "The pact obliges its members to mend the road, to feed goats and to sing."
    question, wanted = "What does the pact oblige them to do?", ["to mend the road", "to feed goats", "to sing"]
    assert listed(question, text, "mend") == wanted
    assert listed("What does the pact oblige?", text, "mend") == []


def test_two_deeds_are_a_list_where_two_things_may_be_one() -> None:
    text = "Lie promised to double the buses and to open the market."
    assert listed("What did Lie promise?", text, "to double") == ["to double the buses", "to open the market"]
    assert listed("What did Lie promise?", "Lie promised bread and butter.", "bread") == []


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("There came the head Ada Lie and the baker Bo Ek, who lost.", False),
        ("There came Ada Lie and Bo Ek, who lost.", True),
    ],
)
def test_who_is_told_of_last_may_be_alone(text: str, beside: bool) -> None:
    found = parties_beside(place(text, "Bo Ek"), "Who came and lost?", window_of(text))
    assert bool(found) is beside
