from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.index import update
from retrieval.merging import are_apposed, merged
from retrieval.store import Store
from retrieval.types import Reading
from tests.conftest import WordEncoder, place


def readings(encoder: WordEncoder, *words: str) -> tuple[list[Reading], Store]:
    """Each answer stands in an article of its own; earlier ones are surer."""
    store = Store.in_memory()
    update(store, encoder, lambda: [Article(f"a{n}", "", f"{text} came.") for n, text in enumerate(words)])
    return [
        Reading(f"a{n}", Span(0, len(text)), store.sentences_of(f"a{n}")[0], 0.9 - n / 100)
        for n, text in enumerate(words)
    ], store


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["Pompeo", "US Secretary of State Mike Pompeo"], [0]),
        (["US Secretary of State Mike Pompeo", "Pompeo"], [0]),
        (["the council", "The council"], [0]),
        (["Anna", "Bo"], [0, 1]),
        (["more than 600", "600 US citizens"], [0, 1]),
        (["12", "15", "12"], [0, 1]),
    ],
)
def test_the_same_thing_said_twice_is_one_answer(encoder: WordEncoder, words: list[str], kept: list[int]) -> None:
    found, store = readings(encoder, *words)
    assert [one.article for one in merged(found, store)] == [f"a{n}" for n in kept]


def test_words_that_overlap_are_one_answer(encoder: WordEncoder) -> None:
    found, store = readings(encoder, "the old bridge")
    shorter = Reading("a0", Span(4, 14), found[0].evidence, 0.95)
    assert merged([*found, shorter], store) == [shorter]


def test_a_title_and_the_name_behind_it_are_one_but_not_two_members_of_a_list(encoder: WordEncoder) -> None:
    text = "Prime Minister Tony Abbott, Ada Lie and Bo"
    found, store = readings(encoder, text)

    def read(words: str, confidence: float) -> Reading:
        at = text.index(words)
        return replace(found[0], words=Span(at, at + len(words)), confidence=confidence)

    title, name, ada, bo = (
        read(words, 0.9 - n / 10) for n, words in enumerate(("Prime Minister", "Tony Abbott", "Ada Lie", "Bo"))
    )
    assert merged([title, name, ada, bo], store) == [title, ada, bo]


def test_a_pronoun_that_another_reading_has_the_name_of_is_no_answer_beside_it(encoder: WordEncoder) -> None:
    text = "Ada Lie ran. She won. She"
    found, store = readings(encoder, text)
    name, pronoun, other = (Span(0, 7), Span(13, 16), Span(22, 25))
    bare = replace(found[0], words=pronoun, confidence=0.9)
    named = replace(found[0], words=name, alias=pronoun, confidence=0.5)
    elsewhere = replace(found[0], words=other, confidence=0.4)
    assert merged([bare, named, elsewhere], store) == [replace(named, confidence=0.9), elsewhere]


def test_sentences_that_touch_are_two_answers(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    update(store, encoder, lambda: [Article("a", "", "It rained. It snowed.")])
    found = [Reading("a", one.span, one, 0.9) for one in store.sentences_of("a")]
    assert len(found) == 2
    assert merged(found, store) == found


@pytest.mark.parametrize(
    ("text", "further", "kept"),
    [
        ("Lie's father, a pastor, invited them. Bo", "a pastor", False),
        ("Lie's father, a pastor and poet, invited them. Bo", "a pastor", True),
        ("Lie's father, a pastor, a nurse and Bo", "a pastor", True),
        ("Lie's father, a pastor, and Bo", "a pastor", True),
        ("Lie's father, Ada Lie, Bo", "Ada Lie", True),
        ("Lie's father met, a pastor, Bo", "a pastor", True),
        ("Lie's father who met her, a pastor, left. Bo", "a pastor", False),
    ],
)
def test_what_describes_an_answer_right_behind_it_is_no_other(
    encoder: WordEncoder, text: str, further: str, kept: bool
) -> None:
    found, store = readings(encoder, text)
    first = replace(found[0], words=Span(0, len("Lie's father")))
    at = text.index(further)
    second = replace(found[0], words=Span(at, at + len(further)), confidence=0.6)
    assert merged([first, second], store) == ([first, second] if kept else [first])


def test_one_she_of_a_sentence_is_no_answer_beside_another_that_has_a_name(encoder: WordEncoder) -> None:
    text = "Sund came. She said that she had left him."
    store = Store.in_memory()
    update(store, encoder, lambda: [Article("a", "", text)])
    evidence = store.sentences_of("a")[1]
    begins, she, him = (Span(at, at + 3) for at in map(text.index, ("She", "she", "him")))
    first = Reading("a", Span(0, len("Sund")), evidence, 0.9, begins)
    second, other = (Reading("a", words, evidence, 0.6) for words in (she, him))
    assert merged([first, second, other], store) == [first, other]
    assert merged([second, other], store) == [second, other]


def test_a_pronoun_is_no_answer_beside_a_name_that_was_read_for_its_sentence(encoder: WordEncoder) -> None:
    text = "Sund came. She sang with him."
    store = Store.in_memory()
    update(store, encoder, lambda: [Article("a", "", text)])
    evidence = store.sentences_of("a")[1]
    named, she = (Reading("a", Span(at, at + n), evidence, 0.9) for at, n in ((0, 4), (text.index("She"), 3)))
    assert merged([she, named], store) == [named]


def test_one_is_no_answer_beside_who_it_is(encoder: WordEncoder) -> None:
    found, store = readings(encoder, "One, a dentist")
    one, dentist = (replace(found[0], words=Span(*place)) for place in ((0, 3), (5, 14)))
    assert merged([one, dentist], store) == [dentist]
    assert merged([one], store) == [one]


def test_of_several_for_one_they_the_nearest_are_meant(encoder: WordEncoder) -> None:
    text = "A court sat. Two men and a boy came. They sang."
    store = Store.in_memory()
    update(store, encoder, lambda: [Article("a", "", text)])
    evidence = store.sentences_of("a")[2]
    they = Span(evidence.span.start, evidence.span.start + len("They"))
    court, men, boy = (
        Reading("a", Span(text.index(words), text.index(words) + len(words)), evidence, 0.9, they)
        for words in ("A court", "Two men", "a boy")
    )
    assert merged([court, men, boy], store) == [men, boy]


def test_a_house_and_what_it_is_are_one(encoder: WordEncoder) -> None:
    found, store = readings(encoder, "Acme's largest owner, the Fjeld family, sold. Rain")
    first = replace(found[0], words=Span(22, 38))
    second = replace(found[0], words=Span(0, 20), confidence=0.6)
    assert merged([first, second], store) == [first]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bo Ek's widow, Ada Lie, who came, sang.", False),
        ("Bo Ek's widow, Ada Lie, and Cy sang.", True),  # may be three
        ("Bo Ek's widow, Ada Lie, came and sang.", False),
        ("Bo Ek's ship, Ada Lie, which came, sank.", True),  # nobody
        ("One tourist, Ada Lie of Oslo, slept.", False),
    ],
)
def test_whose_name_stands_right_behind_is_no_other(encoder: WordEncoder, text: str, kept: bool) -> None:
    found, store = readings(encoder, text)
    at = text.index("Ada Lie")
    named = replace(found[0], words=Span(at, at + len("Ada Lie")))
    described = replace(found[0], words=Span(0, at - len(", ")), confidence=0.6)
    assert merged([named, described], store) == ([named, described] if kept else [named])


def test_an_age_may_stand_between_a_description_and_the_name() -> None:
    text = "The nurse, 39-year-old Vera Holl, was arrested with the doctor, 40 years later."
    assert are_apposed(place(text, "The nurse"), place(text, "Vera Holl"), text)
    assert not are_apposed(place(text, "the doctor"), place(text, "years"), text)
