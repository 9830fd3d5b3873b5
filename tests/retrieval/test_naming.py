import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.naming import (
    are_one,
    dateline_end,
    has_namesake,
    has_pronoun,
    is_description,
    is_name,
    is_pronoun,
    name_at,
    name_words,
    names_in,
    persons_in,
)


@pytest.mark.parametrize(
    ("text", "expected"), [("a Turk", False), ("an Iranian", False), ("The Hague", True), ("Ada Lie", True)]
)
def test_one_of_many_has_no_name(text: str, expected: bool) -> None:
    assert is_name(text) is expected


@pytest.mark.parametrize("text", ["He", "they", "Whom", "it"])
def test_pronouns_name_nobody(text: str) -> None:
    assert is_pronoun(text)
    assert not is_description(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, June 2 (Andes) - ",
        "STAVIK, Feb 11 — ",
        "PARIS, Feb. 3, 2024 — ",
        "KYIV, Ukraine — ",
        "TOKYO (Kyodo) -- ",
        "LAGOS/ABUJA, May 4 (Reuters) - ",
        "ÅLESUND – ",
        "New York (AP) — ",
        "Rome, 3 March (ANSA) - ",
        "Feb 11 (Reuters) - ",
    ],
)
def test_an_article_may_begin_with_where_it_was_written(dateline: str) -> None:
    assert dateline_end(f"{dateline}A court jailed Lie.") == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "He said — and left.",
        "Amnesty (AI) — a charity — left.",
        "Ada Lie (52) — a cook.",
        "US envoy — he left.",
        "LIMA won.",
    ],
)
def test_other_dashes_close_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_a_pronoun_stands_for_somebody_in_a_text() -> None:
    assert has_pronoun("On Sunday she won.")
    assert has_pronoun("Its owner won.")
    assert not has_pronoun("I won, and you saw who did.")


@pytest.mark.parametrize("text", ["The prime minister", "the police", "her old coach"])
def test_descriptions_name_nobody_by_themselves(text: str) -> None:
    assert is_description(text)
    assert not is_pronoun(text)


@pytest.mark.parametrize(
    "text", ["Hun Sen", "the US", "The Ministry of Health", "minister", "the 12 men", "the nurses", "", "The"]
)
def test_names_and_other_words_are_left_alone(text: str) -> None:
    assert not is_description(text)
    assert not is_pronoun(text)


def test_a_determiner_with_a_capital_makes_no_name() -> None:
    assert not is_name("Their son")
    assert not is_name("A man")
    assert is_name("The Hague")
    assert is_name("Eda")


def test_the_names_of_a_text_are_whole_and_in_order() -> None:
    assert list(names_in("Whom did Ana de Wit sue in Lima, and Bo?", 1)) == ["Ana de Wit", "Lima", "Bo"]
    assert list(names_in("É. Lie")) == ["É. Lie"]
    assert list(names_in("nobody came")) == []


def test_places_days_and_first_words_are_no_persons() -> None:
    article = "Later Mona sang. Then Mona slept. Only Bo Ek came."
    assert list(persons_in("Mona beat Bo's dog in Lima on Friday", article)) == ["Mona", "Bo"]
    assert list(persons_in("Later she met Ana de Wit", article)) == ["Ana de Wit"]
    assert list(persons_in("On Monday Eva met her", article)) == ["Eva"]
    assert list(persons_in("It was a Greek named Ari Poulos", article)) == ["Ari Poulos"]
    assert list(persons_in("She thanked the Red Cross", article)) == ["Red Cross"]
    assert list(persons_in("“My husband saw Mona", article)) == ["Mona"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ek, who had been asked by Bo, left.", ["Ek", "Bo"]),
        ("Ek, whose dog had seen Bo, left.", ["Ek", "Bo"]),
        ("Ek had been asked by Bo.", ["Bo"]),
        ("Nurses, who had been asked by Bo, left.", ["Bo"]),
        ("Police, who had been asked by Bo, left. The police came.", ["Bo"]),
    ],
)
def test_whoever_begins_a_sentence_is_a_person_by_what_is_told_of_them(text: str, names: list[str]) -> None:
    assert list(persons_in(text, text)) == names


def test_a_letter_that_has_no_capital_begins_no_name() -> None:
    text = "Ana's écart, d'état or 元 Yuan; Bo"
    assert list(names_in(text)) == ["Ana's", "Yuan", "Bo"]
    assert list(persons_in(text, text)) == ["Yuan", "Bo"]


@given(st.text(alphabet=st.sampled_from("Aé元'’s. ,-Ss"), max_size=30))
def test_whatever_stands_in_a_text_its_names_begin_with_a_capital(text: str) -> None:
    assert all(name[:1].isupper() for name in names_in(text))
    assert all(name[:1].isupper() for name in persons_in(text, text))


def test_what_has_an_article_before_its_name_is_no_person() -> None:
    article = "The ferry, the Bahati, sank. The Lie affair, named after Ada Lie, is over. The Bahati was old."
    assert list(persons_in("Before the Bahati sank, Mona saw Lie on Bahati", article)) == ["Mona", "Lie"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Luis Ortega", "Sgt. Luis Ortega", True),
        ("Ortega", "Luis Ortega", True),
        ("Ana Ortega", "Luis Ortega", False),
        ("Luis", "Luis Ortega", False),
    ],
)
def test_names_may_be_one_persons(one: str, other: str, expected: bool) -> None:
    assert are_one(name_words(one), name_words(other)) is expected
    assert are_one(name_words(other), name_words(one)) is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana de Wit left.", "Ana de Wit"),
        ("Lt. Col. Ana B. Wit left.", "Lt. Col. Ana B. Wit"),
        ("Samuel Osei. Osei, who was ill, left.", "Samuel Osei"),
        ("Governor Salif Traore. Hamid left.", "Governor Salif Traore"),
        ("Samuel Osei.", "Samuel Osei"),
        ("the minister", ""),
    ],
)
def test_a_name_ends_where_its_sentence_does(text: str, name: str) -> None:
    assert name_at(text, 0) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada Lie", True), ("Lie", False), ("Sgt. Bo Lie", True), ("Ada Ek", False), ("Ada Moe", False)],
)
def test_another_may_have_the_same_last_name(name: str, expected: bool) -> None:
    texts = ["Ada Lie left with Ek.", "It was Bo Lie who met Ada Moe."]
    assert has_namesake(name_words(name), texts) is expected
