from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.fitting import fitting, surer
from retrieval.index import update
from retrieval.store import Store
from retrieval.types import Reading, Sentence
from retrieval.windows import alone
from tests.conftest import LookupReader, WordEncoder

TEXT = "Ada Lie thanked Ek and Bo. Ek, 49, sang for 12 of the 20 nurses."


def reading(sentence: Sentence, words: str, confidence: float) -> Reading:
    start = sentence.span.start + sentence.text.index(words)
    return Reading("a", Span(start, start + len(words)), sentence, confidence)


def left(
    question: str, reads: Sequence[Sequence[tuple[int, str, float]]], threshold: float = 0.5, text: str = TEXT
) -> list[str]:
    """The words that are left of what was read in windows: the number of a sentence, its words, how sure."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        sentences = store.sentences_of("a")
        given = [[reading(sentences[n], *one) for n, *one in window] for window in reads]  # type: ignore[arg-type]
        texts = [alone(sentence) for sentence in sentences]
        found = fitting(question, given, texts, threshold, LookupReader(), store)
    return [one.words.of(text) for one in found]


def test_of_windows_that_disagree_about_a_sentence_the_surest_is_believed() -> None:
    assert left("Whom did Lie thank?", [[(0, "Ek", 0.8), (0, "Bo", 0.5)], [(0, "Ek and Bo", 0.7)]]) == ["Ek", "Bo"]
    assert left("Whom did Lie thank?", [[(0, "Ek", 0.6)], [(0, "Ek and Bo", 0.7)]]) == ["Ek and Bo"]


def test_what_is_hardly_read_is_left_out() -> None:
    assert left("Whom did Lie thank?", [[(0, "Ek", 0.46)]], threshold=0.9) == ["Ek", "Bo"]
    assert left("Whom did Lie thank?", [[(0, "Ek", 0.44)]], threshold=0.9) == []
    assert left("Whom did Lie thank?", [[(0, "Ek", 0.3)]], threshold=0.3) == ["Ek", "Bo"]


@pytest.mark.parametrize(
    ("question", "words", "kept"),
    [
        ("Whom did Lie thank?", "Ada", False),  # whom the question names
        ("Who thanked Bo?", "Ada", True),
        ("How many nurses sang?", "49", False),  # an age
        ("How many nurses came?", "12", True),
        ("What did Ek sing about?", "12 of the 20 nurses", False),
    ],
)
def test_by_its_form_it_may_be_what_is_asked_for(question: str, words: str, kept: bool) -> None:
    assert left(question, [[(0 if words == "Ada" else 1, words, 0.9)]]) == ([words] if kept else [])


def test_a_list_of_persons_is_given_whole() -> None:
    text = "Ada Lie was met by her pupils, by the minister, Bo Ek, and by a band that played. The band left."
    found = left("Who met Ada Lie?", [[(0, "Bo Ek", 0.8)]], text=text)
    assert found == ["Bo Ek", "her pupils", "a band"]
    assert left("Who is Bo Ek?", [[(0, "the minister", 0.8)]], text=text) == ["the minister"]


def test_the_members_of_a_list_are_as_sure_as_the_surest() -> None:
    store, text = Store.in_memory(), "The Greens, the Liberals and two farmers opposed it."
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        (told,) = store.sentences_of("a")
        read = [reading(told, words, sure) for words, sure in (("The Greens", 0.5), ("two farmers", 0.7))]
        found = fitting("Who opposed it?", [read], [alone(told)], 0.5, LookupReader(), store)
    assert {(one.words.of(text), one.confidence) for one in found} >= {("The Greens", 0.7), ("two farmers", 0.7)}


def test_words_are_shown_by_their_own_sentence_where_the_other_has_some() -> None:
    store, text = Store.in_memory(), "Lie said they talked about skiing. Ek said they talked about money."
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        first, second = store.sentences_of("a")
        read = [reading(second, "money", 0.9), replace(reading(first, "skiing", 0.8), evidence=second)]
        found = fitting(
            "What did they talk about?", [read], [alone(first), alone(second)], 0.5, LookupReader(), store
        )
        paid = fitting("What did a crew pay for?", [read], [alone(first), alone(second)], 0.5, LookupReader(), store)
    assert {(one.words.of(text), one.evidence) for one in found} == {("money", second), ("skiing", first)}
    assert [one.words.of(text) for one in paid] == ["money"]  # nothing of it is told where "skiing" stands


def test_for_a_description_of_who_did_it_stands_whom_it_was_done_to() -> None:
    text = "The mayor, Ada Lie, thanked her. The mayor, Ada Lie, slept."
    assert left("Whom did Lie thank?", [[(0, "The mayor", 0.9)]], text=text) == ["her"]
    assert left("Whom did Lie thank?", [[(1, "The mayor", 0.9)]], text=text) == []


def test_a_list_is_given_whole_and_to_do_so_is_nothing() -> None:
    text = "Lie bought a hat, a mat and a cat. She promised to do so."
    assert left("What did Lie buy?", [[(0, "a hat", 0.9)]], text=text) == ["a hat", "a mat", "a cat"]
    assert left("What did Lie promise?", [[(1, "to do so", 0.9)]], text=text) == []


def test_of_two_looks_the_surer_is_believed() -> None:
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", TEXT)])
    with store.snapshot():
        one, two = store.sentences_of("a")
    far, near = reading(one, "Ada Lie", 0.45), reading(one, "Ek", 0.48)
    assert surer([far], [near]) == [near]
    assert surer([near], [far]) == [near]
    other = reading(two, "Ek", 0.4)
    assert surer([other], [near]) == [other, near]
    sure = reading(one, "Ek", 0.6)
    assert surer([other], [sure]) == [sure]  # which does not confirm the other


def test_where_a_sentence_tells_all_of_it_those_that_tell_nothing_of_it_are_left_out() -> None:
    text = "Moe is on loan. Ek asked to leave. Lie is to leave."
    reads = [[(0, "Moe", 0.9), (1, "Ek", 0.8), (2, "Lie", 0.7)]]
    assert left("Who asked to leave?", reads, text=text) == ["Ek", "Lie"]
    assert left("Who asked to go home?", reads, text=text) == ["Moe", "Ek", "Lie"]


def test_what_is_told_of_another_is_no_answer() -> None:
    text = (
        "Jonas Moe is a cook. Horst Ek came. He is 17. It was put out by Moe. His mother, Anna Moe, sang. Moe left."
    )
    assert left("How old is Jonas Moe?", [[(2, "17", 0.9)]], text=text) == []
    assert left("How old is Horst Ek?", [[(2, "17", 0.9)]], text=text) == ["17"]
    assert left("What put out Anna Moe?", [[(3, "Moe", 0.9)]], text=text) == []


def test_whom_a_charge_is_about_is_not_whom_it_is_made_against() -> None:
    text = "Lie accused the police of holding Bo Ek."
    read = [[(0, "the police", 0.8), (0, "Bo Ek", 0.6)]]
    assert left("Whom did Lie accuse?", read, text=text) == ["the police"]
    assert left("Whom did Lie accuse?", [[(0, "Bo Ek", 0.6)]], text=text) == []


def test_whom_a_parse_sees_elsewhere_is_left_out_but_not_whose_name_him_may_stand_for() -> None:
    text = "On Monday Ek wrote to Lind to apologise, and he invited her to train. The band left."
    assert left("Whom did Ek invite?", [[(0, "Lind", 0.8)]], text=text) == ["Lind"]
    text = "Lind had not sung since May, when he was dropped by Ek. The band left."
    assert left("Whom did Ek drop?", [[(0, "Lind", 0.8)]], text=text) == ["Lind"]
    text = "On Monday the opera left Lind, and Ek invited the crew to train. The band left."
    assert left("Whom did Ek invite?", [[(0, "the opera", 0.8)]], text=text) == []


@pytest.mark.parametrize(
    ("question", "kept"),
    [("Which newspaper told it?", False), ("What told it?", True), ("Which article told it?", True)],
)
def test_that_there_was_one_does_not_tell_which(question: str, kept: bool) -> None:
    text = "A newspaper told it."
    assert left(question, [[(0, "A newspaper", 0.9)]], text=text) == (["A newspaper"] if kept else [])


def test_persons_are_not_how_big_the_damage_was() -> None:
    text = "Seven people were hurt. The damage came to 8 million euros."
    read = [[(0, "Seven", 0.8), (1, "8 million euros", 0.9)]]
    assert left("How big was the damage?", read, text=text) == ["8 million euros"]


def test_what_somebody_does_tells_who_that_is_and_not_who_did_it() -> None:
    text = "Koy Kuong, who speaks for the bank, left."
    assert left("Who is Koy Kuong?", [[(0, "speaks for the bank", 0.9)]], text=text) == ["speaks for the bank"]
    assert left("Who left?", [[(0, "speaks for the bank", 0.9)]], text=text) == []
