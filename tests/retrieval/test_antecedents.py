from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.antecedents import agreeing, chance_to_say, heard, in_words, is_doubted, tells_of_another
from retrieval.nameless import Nameless
from retrieval.sentences import split
from retrieval.types import Reading, Sentence
from tests.conftest import LookupReader, OfLast, place, window_of


def given(text: str, words: str, *known: str) -> list[str]:
    """What is left of words that were read for a text's last sentence, when a reader knows these of its parts."""
    window = window_of(text)
    start = text.index(words)
    one = Nameless(
        Reading("a", Span(start, start + len(words)), window.sentences[-1], 0.8), words, "Whom did she ask?"
    )
    reader = OfLast(*(("Whom did she ask?", word) for word in known))
    kept = agreeing([one], [window], reader, lambda _: window.sentences)
    return [window.words(reading.words) for reading in kept]


@pytest.mark.parametrize(
    ("text", "words", "known", "left"),
    [
        ("Ada Lie left. Bo Ek asked her.", "Ada Lie", ["her"], ["Ada Lie"]),
        ("Ana Moas left. Bo Ek asked her.", "Ana Moas", ["her"], ["Ana Moas"]),
        (
            "Eva Moe sang. Ada Lie ran. Jo Lie met Bo Ek. She asked her.",
            "Eva Moe",
            ["her"],
            ["her"],
        ),  # rather the other
        ("She counted salamanders. She asked her.", "salamanders", [], []),
        ("She met the nurses. She asked them.", "the nurses", [], ["the nurses"]),
        ("Ek underestimated her. She asked him.", "Ek underestimated her", [], []),
        ("Ek underestimated her. She asked him.", "Ek underestimated her", ["Ek"], ["Ek"]),
        ("It rained. She asked salamanders.", "salamanders", [], ["salamanders"]),
    ],
)
def test_what_no_sentence_can_mean_is_left_out(text: str, words: str, known: list[str], left: list[str]) -> None:
    assert given(text, words, *known) == left


def test_of_one_of_two_the_pronoun_is_kept() -> None:
    assert given("Jo Ek lost his hat. It was found by Bo. She asked him.", "Bo", "him") == ["him"]
    assert given("Jo Ek lost his hat. It was found by Bo. She asked him.", "Jo Ek", "him") == ["Jo Ek"]
    assert given("It was found by Bo. She asked him.", "Bo", "him") == ["Bo"]


@pytest.mark.parametrize(
    ("text", "read", "given"),
    [
        ("A guard left with a clock that he had stolen.", ["he", "A guard"], ("A guard", "he")),
        ("A guard left with a clock that he had stolen.", ["he"], ("he", None)),
        ("A guard told a boy that he had stolen it.", ["he", "A guard", "a boy"], ("he", None)),
        ("He left with a guard.", ["He", "a guard"], ("He", None)),
    ],
)
def test_a_pronoun_is_shown_as_the_one_who_was_read_before_it(
    text: str, read: list[str], given: tuple[str, str | None]
) -> None:
    window = window_of(text)
    (sentence,) = window.sentences
    ones = [
        Nameless(Reading("a", Span(at, at + len(words)), sentence, 0.8), words, "Who stole it?")
        for words, at in ((words, text.index(words)) for words in read)
    ]
    shown = in_words(ones[0], ones)
    assert (window.words(shown.words), shown.alias and window.words(shown.alias)) == given


def sentences(text: str) -> list[Sentence]:
    return list(split(Article("a", "", text)))


@pytest.mark.parametrize(
    ("name", "pronoun", "doubted"),
    [
        ("Robin Bo", "him", True),
        ("the judge Robin Bo", "him", True),
        ("Robin Bo", "her", False),  # nobody else is "she"
        ("Robin Bo", "He", False),  # of a subject
        ("Ivar Ek", "him", False),
        ("Lie", "him", False),  # he too
        ("Lie", "her", True),
        ("Ada Moe", "her", True),  # whom the question names
    ],
)
def test_a_name_is_doubted_beside_one_that_is_called_so(name: str, pronoun: str, doubted: bool) -> None:
    text = sentences("Jo Lie lost his coat. Ivar Ek lost his hat. It was found by the judge Robin Bo. Moe asked him.")
    assert is_doubted(name, pronoun, "Whom did Moe ask?", text[-1], text) is doubted


@pytest.mark.parametrize(
    ("name", "asks", "pronoun", "doubted"),
    [
        ("Eva Ek", "Moe", "her", True),  # whom the article names once
        ("Eva Ek", "Lie", "her", False),  # asked of the one it is about
        ("Eva Ek", "Moe", "She", False),
        ("Ada Lie", "Moe", "her", False),
    ],
)
def test_a_new_paragraph_speaks_of_whom_the_article_is_about(
    name: str, asks: str, pronoun: str, doubted: bool
) -> None:
    text = sentences("Ada Lie left. Lie wept. Lie sang. Eva Ek slept.\n\nMoe asked her.")
    assert is_doubted(name, pronoun, f"Whom did {asks} ask?", text[-1], text) is doubted
    beside = sentences("Ada Lie left. Lie wept. Lie sang. Eva Ek slept. Moe asked her.")
    assert not is_doubted(name, pronoun, f"Whom did {asks} ask?", beside[-1], beside)


def test_a_description_goes_by_the_name_behind_it() -> None:
    text = "The engineer, Eva Ek, came to Lie. He left."
    window = window_of(text)
    he = Span(text.index("He"), text.index("He") + 2)
    one = Nameless(Reading("a", Span(0, 12), window.sentences[-1], 0.8, he), "The engineer", "Who left?")
    (kept,) = agreeing([one], [window], OfLast(("Who left?", "He")), lambda _: window.sentences)
    assert (window.words(kept.words), kept.alias) == ("He", None)
    her = window_of(text.replace("He", "She"))
    one = replace(one, reading=replace(one.reading, evidence=her.sentences[-1]))
    assert agreeing([one], [her], OfLast(("Who left?", "She")), lambda _: her.sentences) == [one.reading]


@pytest.mark.parametrize(
    ("name", "pronoun", "doubted"),
    [("Cy Tho", "He", True), ("Ivar Ek", "He", False), ("She", "He", True), ("he", "He", False)],
)
def test_who_was_named_long_before_another_is_doubted(name: str, pronoun: str, doubted: bool) -> None:
    text = sentences("Cy Tho came. It rained. It rained. It rained. It rained. Ivar Ek wept. It rained. He left.")
    assert is_doubted(name, pronoun, "Who left?", text[-1], text) is doubted
    alone = sentences("Cy Tho came. It rained. It rained. It rained. It rained. It snowed. He left.")
    assert not is_doubted("Cy Tho", "He", "Who left?", alone[-1], alone)


def test_an_article_alone_stands_for_nobody_that_another_is_called() -> None:
    text = sentences("Ada Lie left her hat. The rain fell. The hat was lost.\n\nMoe asked her.")
    assert is_doubted("The", "her", "Whom did Moe ask?", text[-1], text)


def test_whom_the_question_names_is_no_other() -> None:
    text = sentences("Jo Ek lost his hat. It was found by Bo. Ek asked him.")
    assert not is_doubted("Bo", "him", "Whom did Jo Ek ask?", text[-1], text)


def test_whose_he_said_may_be_stays_he() -> None:
    def said_by(text: str, name: str) -> str:
        window = window_of(text)
        start = text.index(name)
        one = Nameless(
            Reading("a", Span(start, start + len(name)), window.sentences[-1], 0.9), name, "Who said that it rains?"
        )
        (found,) = heard([one], lambda _: window.sentences)
        return window.words(found.words)

    assert said_by("Peter Ek came. He said that it rains.", "Peter Ek") == "Peter Ek"
    assert said_by("Peter Ek met Ole Moe. He said that it rains.", "Peter Ek") == "He"
    assert said_by("Peter Ek met Ole Moe. “It rains,” he said.", "Peter Ek") == "Peter Ek"
    assert said_by("Peter Ek met Ole Moe. “It rains,” Peter Ek said.", "Peter Ek") == "Peter Ek"


def test_one_person_is_not_they_and_nobody_else_is_meant_where_nothing_stands_for_anybody() -> None:
    def left(text: str, here: str) -> list[str]:
        window = window_of(text)
        at = text.index(here) if here else 0
        alias = Span(at, at + len(here)) if here else None
        one = Nameless(Reading("a", Span(0, 7), window.sentences[-1], 0.8, alias), "Ada Lie", "Who left?")
        found = agreeing([one], [window], LookupReader(), lambda _: window.sentences)
        return [window.words(reading.words) for reading in found]

    assert left("Ada Lie sang. Three of them left.", "them") == ["them"]
    assert left("Ada Lie sang. She left.", "She") == ["Ada Lie"]
    assert left("Ada Lie sang. Eleven people left.", "") == []
    assert left("Ada Lie sang. “I left.”", "") == ["Ada Lie"]


def test_for_whom_a_name_is_held_to_the_pronoun_behind_the_verb() -> None:
    window = window_of("Bo Ek rang Teresa. She thanked him but slept.")
    start = window.text.index("Teresa")
    one = Nameless(
        Reading("a", Span(start, start + len("Teresa")), window.sentences[-1], 0.8), "Teresa", "Whom did Moe thank?"
    )
    reader = OfLast(("Whom did Moe thank?", "She thanked him but slept."))
    (found,) = agreeing([one], [window], reader, lambda _: window.sentences)
    assert window.words(found.words) == "him"


def test_nobody_is_fetched_into_a_sentence_that_names_who_did_it() -> None:
    text = "Ada Lie sang. The minister sent a letter, as he said."
    window = window_of(text)
    first, last = window.sentences

    def kept(sure: float) -> list[str]:
        readings = [
            Nameless(Reading("a", Span(0, 7), last, sure), "Ada Lie", "Who sent a letter?"),
            Nameless(Reading("a", Span(14, 26), last, 0.8), "The minister", "Who sent a letter?"),
        ]
        found = agreeing(readings, [window], LookupReader(), lambda _: window.sentences)
        return [window.words(one.words) for one in found]

    assert text[14:26] == "The minister"
    assert first.text == "Ada Lie sang."
    assert kept(0.5) == ["The minister"]
    assert kept(0.9) == ["Ada Lie", "The minister"]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Did Ek thank Leo Moe?", "Lucia Moe came. Ek thanked her.", True),
        ("Did Ek thank Lucia Moe?", "Lucia Moe came. Ek thanked her.", False),
        ("Did Ek thank Moe?", "Lucia Moe came. Ek thanked her.", False),
        ("Did Ek thank Leo Moe?", "Lucia Moe came. Ek thanked her and the man.", False),  # who may be he
        ("Did Ek thank Leo Moe?", "Lucia Moe came. “I thank her,” Ek said.", False),
        ("Did Ek thank Leo Moe?", "Lucia Moe came. Ek thanked Moe.", False),
        ("Did Ek thank Oslo?", "Lucia Moe came. Ek thanked her.", False),  # of which nobody says "he"
        ("Did Lucia Moe thank Ek?", "“She thanked Ek,” Lucia Moe said.", True),  # who would be "I"
        ("Did Lucia Moe thank Ek?", "“It rained. She thanked Ek. It snowed,” Lucia Moe said.", False),  # behind it
        ("Did Lucia Moe say that Ada thanked Ek?", "“She thanked Ek,” Lucia Moe said.", False),
        ("Did Lucia Moe thank Ek?", "“She saw that I thanked Ek,” Lucia Moe said.", False),
        ("Did Lucia Moe thank Ek?", "Lucia Moe came. “She thanked Ek,” Eva Roe said.", False),
    ],
)
def test_a_sentence_of_her_does_not_tell_of_him(question: str, text: str, expected: bool) -> None:
    sentences = window_of(f"Leo Moe slept in Oslo. {text}").sentences
    assert tells_of_another(question, sentences[-1], lambda _: sentences) is expected


def test_nobody_is_fetched_into_a_sentence_without_a_pronoun_that_names_who_did_it() -> None:
    def kept(text: str, inside: str) -> list[str]:
        window = window_of(text)
        at = text.index(inside)
        places = (Span(0, len("Ada Lie")), 0.9), (Span(at, at + len(inside)), 0.6)
        readings = [
            Nameless(Reading("a", words, window.sentences[-1], sure), text[words.start : words.end], "Who sang it?")
            for words, sure in places
        ]
        return [
            window.words(one.words)
            for one in agreeing(readings, [window], LookupReader(), lambda _: window.sentences)
        ]

    assert kept("Ada Lie came. The union sang the song.", "The union") == ["The union"]
    assert kept("Ada Lie came. When she left, the union sang.", "the union") == ["Ada Lie", "the union"]


@pytest.mark.parametrize(
    ("name", "word", "chance"),
    [
        ("Jon Lie", "He lost", 1.0),
        ("Bo Ek", "He lost", 0.0),
        ("Jon Lie", "won", 0.0),  # nobody says that
        ("Ada Roe", "It snowed", 1.0),
    ],
)
def test_who_says_a_quotation(name: str, word: str, chance: float) -> None:
    text = "Bo Ek won. Ada Roe ran. “He lost. Let him go,” Jon Lie said. “It snowed,” she said."
    assert chance_to_say(name, place(text, word), window_of(text).sentences) == pytest.approx(chance, abs=0.2)


def test_a_speaker_is_not_read_for_the_he_of_his_own_words() -> None:
    window = window_of("Jon Lie came. “He lost. Let him go,” Lie said.")
    quoted = next(one for one in window.sentences if "He lost" in one.text)
    one = Nameless(Reading("a", place(window.text, "Jon Lie"), quoted, 0.9), "Jon Lie", "Who lost?")
    (left,) = agreeing([one], [window], LookupReader(("Who lost?", "He")), lambda _: window.sentences)
    assert window.words(left.words) == "He"


@pytest.mark.parametrize(
    ("question", "sentence", "left"),
    [
        ("Whom did Ek ring?", "She was rung on Friday by the mayor of Oslo, Bo Ek.", "She"),
        ("Who slept?", "On Monday she slept.", "she"),
    ],
)
def test_of_one_of_two_the_pronoun_of_the_verb_is_kept(question: str, sentence: str, left: str) -> None:
    window = window_of(f"Ada Lie met Eva Moe, who left Acme Bank. {sentence}")
    one = Nameless(Reading("a", place(window.text, "Acme Bank"), window.sentences[-1], 0.8), "Acme Bank", question)
    kept = agreeing([one], [window], LookupReader(), lambda _: window.sentences)
    assert [window.words(reading.words) for reading in kept] == [left]


def test_a_him_of_the_sentence_before_is_no_name_for_i() -> None:
    window = window_of("I asked him. He came, and I sang.")
    one = Nameless(Reading("a", place(window.text, "him"), window.sentences[-1], 0.8), "him", "Who sang?")
    (kept,) = agreeing([one], [window], LookupReader(("Who sang?", "I")), lambda _: window.sentences)
    assert (window.words(kept.words), kept.alias) == ("I", None)
