from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.pairs import Combination, Part, each_once
from retrieval.sentences import split
from retrieval.types import Reading


def pair(text: str, agent: str, confidence: float = 0.9) -> Combination:
    """Who thanked Bo in a text of one sentence."""
    return combination(text, agent, "Bo", confidence=confidence)


def combination(text: str, *filled: str, confidence: float = 0.9) -> Combination:
    (sentence,) = split(Article("a", "", text))
    parts = []
    for words in filled:
        start = text.index(words)
        parts.append(Part(Reading("a", Span(start, start + len(words)), sentence, confidence), words))
    return Combination(sentence, tuple(parts))


@pytest.mark.parametrize(
    ("text", "agents", "kept"),
    [
        ("Lie's father, a pastor, thanked Bo.", ["Lie's father", "a pastor"], ["Lie's father"]),
        ("A driver, Ada Lie, thanked Bo.", ["A driver", "Ada Lie"], ["Ada Lie"]),
        ("The opera of Oslo thanked Bo.", ["Oslo", "The opera"], ["The opera of Oslo"]),
        ("The driver Ada Lie thanked Bo.", ["The driver", "Ada Lie"], ["Ada Lie"]),
        ("Ek, Lie, and Cy thanked Bo.", ["Ek", "Lie"], ["Ek", "Lie"]),
        ("Ek and Lie thanked Bo.", ["Ek", "Lie"], ["Ek", "Lie"]),
        (
            "Bo was thanked by her husband, Cy Lie, and by the mayor, Eva Roe.",
            ["her husband", "Cy Lie", "Eva Roe"],
            ["Cy Lie", "Eva Roe"],
        ),
        ("Chad, Mali, Togo and Cuba thanked Bo.", ["Chad", "Mali", "Togo"], ["Chad", "Mali", "Togo"]),
        ("Ada Lie, Kit Ek, Cy and Dee thanked Bo.", ["Ada Lie", "Kit Ek"], ["Ada Lie", "Kit Ek"]),
        ("Lie, the Secretary of the Union, thanked Bo.", ["Lie", "the Secretary of the Union"], ["Lie"]),
        ("Lie, City Council Chairman, thanked Bo.", ["Lie", "City Council Chairman"], ["Lie"]),
        ("One of them, retired baker Ada Lie, thanked Bo.", ["One of them", "Ada Lie"], ["Ada Lie"]),
    ],
)
def test_one_party_in_two_ways_makes_one_pair(text: str, agents: list[str], kept: list[str]) -> None:
    found = each_once([pair(text, agent) for agent in agents])
    assert [one.words() for one in found] == [(agent, "Bo") for agent in kept]
    assert all(part.reading.words.of(text) == part.text for one in found for part in one.filled)


def test_a_title_beside_the_name_of_a_pronoun_makes_no_pair_of_its_own() -> None:
    text = "Ada Lie, Secretary of the Unit, said: “I thanked Bo.”"
    named, titled = pair(text, "Ada Lie"), pair(text, "Secretary of the Unit", 0.7)
    first = named.filled[0].reading
    spoken = replace(first, alias=Span(text.index("I thanked"), text.index(" thanked")))
    kept = each_once([replace(named, filled=(Part(spoken, "Ada Lie"), named.filled[1])), titled])
    assert [one.words() for one in kept] == [("Ada Lie", "Bo")]


def test_the_same_pair_of_two_sentences_is_shown_with_the_surer_one_and_rather_by_name() -> None:
    sure, less = pair("Lie thanked Bo.", "Lie"), pair("Then Lie thanked Bo.", "Lie", 0.7)
    assert each_once([sure, less]) == [sure]
    assert each_once([less, pair("She thanked Bo.", "She", 0.5)]) == [less, pair("She thanked Bo.", "She", 0.5)]


@pytest.mark.parametrize(
    ("text", "given", "kept"),
    [
        (
            "Bo promised Ek a ship of her own.",
            [("Bo", "a ship", "her own"), ("Bo", "Ek", "a ship of her own")],
            [("Bo", "Ek", "a ship of her own")],
        ),
        ("Bo found a log and sent it.", [("Bo", "it"), ("Bo", "a log")], [("Bo", "a log")]),
        ("Bo found a log, and Ek sent it.", [("Ek", "it"), ("Bo", "a log")], [("Ek", "it"), ("Bo", "a log")]),
        ("Bo found the ship's radar log.", [("the ship's radar", "radar log")], []),
        (
            "Two cooks, Ek and Cy, saw Bo.",
            [("Two cooks", "Bo"), ("Ek", "Bo"), ("Cy", "Bo")],
            [("Ek", "Bo"), ("Cy", "Bo")],
        ),
        ("Two cooks, Ek and Cy, saw Bo.", [("Two cooks", "Bo")], [("Two cooks", "Bo")]),
        ("Lie came, and Ek saw her.", [("Ek", "her"), ("Ek", "Lie")], [("Ek", "her")]),
        ("Lie came, and Ek saw her.", [("Ek", "Lie")], [("Ek", "Lie")]),
        (
            "Bo cleared the head of the bank of theft.",
            [("Bo", "the head", "theft"), ("Bo", "the head", "the bank")],
            [("Bo", "the head", "theft")],
        ),
        (
            "Bo gave the head a cup and a medal.",
            [("Bo", "the head", "a cup"), ("Bo", "the head", "a medal")],
            [("Bo", "the head", "a cup"), ("Bo", "the head", "a medal")],
        ),
    ],
)
def test_what_tells_less_than_another_of_its_sentence_is_no_pair(
    text: str, given: list[tuple[str, ...]], kept: list[tuple[str, ...]]
) -> None:
    found = [combination(text, *words, confidence=0.9 - n / 10) for n, words in enumerate(given)]
    assert sorted(one.words() for one in each_once(found)) == sorted(kept)


def test_one_party_fills_one_blank() -> None:
    thrown = combination("Lie threw it at its director, Ek.", "Lie", "its director", "Ek")
    named = replace(thrown.filled[1], text="Ek")
    assert each_once([replace(thrown, filled=(thrown.filled[0], named, thrown.filled[2]))]) == []
    assert each_once([thrown]) == [thrown]
