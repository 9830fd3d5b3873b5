from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.index import update
from retrieval.speech import given_back, without_others
from retrieval.store import Store
from retrieval.types import Read, Reading, Window
from tests.conftest import LookupReader, WordEncoder, window_of

SPOKEN = (
    "Ada Thorne spoke. “It is not so,” she said. Then Bo Thorne: “We will see then.” Ek called it “a day of joy”."
)


def judged(
    question: str,
    text: str,
    read: str,
    confidence: float,
    known: Sequence[tuple[str, str]],
    kind: type[LookupReader] = LookupReader,
) -> Sequence[Reading]:
    """What is left of a first look's one reading, or of none, and what is added.

    Of whom it is known that they said something, it is known what they said.
    """
    store = Store.in_memory()
    reader = kind(*known, *((f"What did {who} say?", asked[10:-2]) for asked, who in known if asked[:3] == "Who"))
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    window = window_of(text)
    at = text.find(read)
    own = next(s for s in window.sentences if s.span.start <= at < s.span.end)
    reads = [[Reading("a", Span(at, at + len(read)), own, confidence)]] if read else [[]]
    with store.snapshot():
        (found,) = given_back(question, [window], reads, reader, store)
    return found


def given(question: str, *known: tuple[str, str], read: str = "") -> list[str]:
    """The words that are left or added, after those of `read` were found at first."""
    back = [(f"Who said “{words}”?", who) for words, who in known]
    found = judged(question, SPOKEN, read, 0.3, back)
    assert all(one.evidence.span.start <= one.words.start < one.evidence.span.end for one in found)
    return [f"{one.words.of(SPOKEN)} {one.confidence}" for one in found]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ada Thorne say?", ["It is not so 0.9"]),
        ("What has Bo Thorne said?", ["We will see then. 0.9"]),
        ("What did the speaker Ada Thorne say?", ["It is not so 0.9"]),
        ("What did Ek say?", ["a day of joy 0.9"]),
        ("What did Thorne say?", ["It is not so 0.9", "We will see then. 0.9"]),  # both bear the name
        ("What did Grete Thorne say?", []),
        ("What did Ada Thorne say about it?", []),  # not all her words are asked for
        ("What did Ada Thorne promise?", []),
        ("Who said it?", []),
    ],
)
def test_a_quotation_is_given_to_whom_it_is_given_back(question: str, words: list[str]) -> None:
    known = ("It is not so", "Ada Thorne"), ("We will see then.", "Bo Thorne"), ("a day of joy", "Ek")
    assert given(question, *known) == words


def test_a_whole_sentence_is_more_than_what_was_said() -> None:
    who = ("Who said “she was tired”?", "The mayor")
    told = "The mayor said that she was tired."
    assert reported("What did Lie say?", TIRED, who, read=told) == ["she was tired"]
    assert reported("What did Lie say?", TIRED, who, read="that she was tired") == ["that she was tired"]


def test_words_that_hold_a_quotation_stay_whole() -> None:
    known = ("a day of joy", "Ek")
    assert given("What did Ek say?", known, read="it “a day of joy”") == ["it “a day of joy” 0.9"]


def test_words_that_are_clearly_another_speaker_s_go() -> None:
    assert given("What did Ek say?", ("It is not so", "Ada Thorne"), read="not so") == []
    assert given("What did Ek say?", read="not so") == ["not so 0.3"]
    namesake = ("It is not so", "Ada Thorne")  # whether they are one is not clear
    assert given("What did Bo Thorne say?", namesake, read="not so") == ["not so 0.3"]
    assert given("What did Ek say?", ("a day of joy", "Ek"), read="called it") == ["a day of joy 0.9"]  # no speech


REPORTED = (
    "Lervik’s mayor, Ada Lie, came late. She told Bo that the dyke would hold. It rained all day. Bo left. "
    "The mayor said that she was tired. “No,” said Ek."
)


def reported(question: str, *known: tuple[str, str], read: str = "") -> list[str]:
    """As `given`, of a text without quotations."""
    found = judged(question, REPORTED, read, 0.6, known)
    return [one.words.of(REPORTED) for one in found]


DYKE = ("What did someone say?", "the dyke would hold")
TIRED = ("What did someone say?", "she was tired")


def test_what_is_reported_without_marks_is_given_back_too() -> None:
    who = ("Who said “the dyke would hold”?", "Ada Lie")
    assert reported("What did Lie say?", DYKE, who) == ["the dyke would hold"]
    assert reported("What did Bo say?", DYKE, who) == []
    assert reported("What did Lie say?", DYKE) == []  # by whom is not told


class Doubting(LookupReader):
    """Not sure that something was said."""

    def _one(self, question: str, window: Window) -> Read:
        read = super()._one(question, window)
        sure = 0.7 if question == "What did someone say?" else 0.9
        return replace(read, readings=tuple(replace(one, confidence=sure) for one in read.readings))


@pytest.mark.parametrize(("first", "given"), [(0.0, []), (0.2, []), (0.4, [0.9])])
def test_a_first_look_helps_where_it_is_not_sure_that_something_was_said(first: float, given: list[float]) -> None:
    known = [DYKE, ("Who said “the dyke would hold”?", "Ada Lie")]
    found = judged("What did Lie say?", REPORTED, "the dyke would hold" if first else "", first, known, Doubting)
    assert [one.confidence for one in found] == given


def test_of_a_sentence_that_is_read_whole_the_reported_clause_is_taken() -> None:
    told = ("What did someone say?", "She told Bo that the dyke would hold.")
    who = ("Who said “the dyke would hold.”?", "Ada Lie")
    assert reported("What did Lie say?", told, who) == ["the dyke would hold."]


def test_who_says_it_under_a_description_is_known_by_name() -> None:
    who = ("Who said “she was tired”?", "The mayor")
    assert reported("What did Lie say?", TIRED, who) == ["she was tired"]
    assert reported("What did the mayor say?", TIRED, who) == ["she was tired"]
    assert reported("What did Ek say?", TIRED, who) == []


def test_what_nobody_said_is_no_speech() -> None:
    assert reported("What did Lie say?", read="came late") == []
    assert reported("What did Lie say?", ("Who said “came late”?", "Ada Lie"), read="came late") == []


@pytest.mark.parametrize(("said", "given"), [("is said", []), ("says she wishes", ["to be very much moved"])])
def test_what_somebody_is_said_to_be_others_say(said: str, given: list[str]) -> None:
    known = (("What did someone say?", "to be very much moved"), ("Who said “to be very much moved”?", "Ada Lie"))
    text = f"Ada Lie {said} to be very much moved."
    assert [one.words.of(text) for one in judged("What did Lie say?", text, "", 0.6, known)] == given


def test_what_fills_its_sentence_is_told_by_the_article_itself() -> None:
    who = ("Who said “It rained all day”?", "Ada Lie")
    assert reported("What did Lie say?", who, read="It rained all day") == []
    assert reported("What did Lie say?", ("What did someone say?", "It rained all day"), who) == []


def test_words_of_somebody_else_with_a_name_are_not_those_of_a_description() -> None:
    who = ("Who said “she was tired”?", "Ek")
    assert reported("What did Bo say?", TIRED, who, read="she was tired") == []
    assert reported("What did the poet say?", TIRED, who, read="she was tired") == ["she was tired"]


@pytest.mark.parametrize(("verb", "left"), [("called him", []), ("said", ["a man of straw"])])
def test_what_somebody_is_called_is_not_what_was_said(verb: str, left: list[str]) -> None:
    text = f"Ada Lie {verb} a man of straw. It rained."
    known = ("What did someone say?", "a man of straw"), ("Who said “a man of straw”?", "Ada Lie")
    assert [one.words.of(text) for one in judged("What did Lie say?", text, "", 0.6, known)] == left


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("kept the hat, which", []),
        ("accepted, provided that", []),
        ("wrote a letter in which", []),
        ("was asked by a guard what", []),
        ("did not say what", []),
        ("refused to tell the police where", []),
        ("denied reports that", []),
        ("said that", ["he had been allowed to keep"]),
    ],
)
def test_a_relative_clause_is_told_by_the_article(before: str, left: list[str]) -> None:
    words = "he had been allowed to keep"
    text = f"Ada Lie {before} {words} it. It rained."
    known = ("What did someone say?", words), (f"Who said “{words}”?", "Ada Lie")
    assert [one.words.of(text) for one in judged("What did Lie say?", text, "", 0.6, known)] == left


def test_what_she_says_is_not_what_he_said() -> None:
    window = window_of("Karl Voll accused Ada Lie. She replied that it rained. Voll said that it snowed.")
    replied, said = window.sentences[1:]
    reads = [[Reading("a", one.span, one, 0.9) for one in (replied, said)]]

    def left(question: str) -> list[str]:
        ((*found,),) = without_others(question, reads, lambda _: window.sentences)
        return [one.evidence.text for one in found]

    assert left("What did Voll say about it?") == [said.text]
    assert left("What did Lie say about it?") == [replied.text, said.text]
    assert left("What did the owner say about it?") == [replied.text, said.text]


def test_what_another_says_by_name_is_not_what_was_asked_for() -> None:
    window = window_of("Nair told him that it rained. Lucia Voll told the hall that it snowed.")
    told, said = window.sentences
    words = {one: Span(one.span.start + one.text.index("it "), one.span.end - 1) for one in (told, said)}
    reads = [[Reading("a", words[one], one, 0.9) for one in (told, said)]]
    ((*found,),) = without_others("What did Nair tell Voll?", reads, lambda _: window.sentences)
    assert [one.evidence for one in found] == [told]
    ((*found,),) = without_others("What did Voll tell Nair?", reads, lambda _: window.sentences)
    assert [one.evidence for one in found] == [said]


def test_what_somebody_refused_to_say_is_not_what_they_said() -> None:
    window = window_of("Ada Lie sang. “It rained,” Lie said.")
    reads = [[Reading("a", window.sentences[0].span, window.sentences[0], 0.9)]]
    assert given_back("What did Lie refuse to say?", [window], reads, LookupReader(), Store.in_memory()) == reads


@pytest.mark.parametrize(("words", "left"), [("is expected to propose it", []), ("it is expected soon", [1])])
def test_what_somebody_does_is_not_what_they_said(words: str, left: list[int]) -> None:
    text = f"Ada Lie, whose fund that was, says {words}. It rained."
    known = ("What did someone say?", words), (f"Who said “{words}”?", "Ada Lie")
    assert [1 for _ in judged("What did Lie say?", text, "", 0.6, known)] == left


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("the judge", ["He slept"]),
        ("the mayor", ["It was late"]),
        ("the nurse", []),  # of whom there are two
        ("the cook", []),
    ],
)
def test_who_is_asked_about_by_a_title_is_known_by_the_name_beside_it(asked: str, words: list[str]) -> None:
    text = (
        "Judge Ada Lie came, and so did the mayor, Bo Ek, and two nurses, nurse Eva Moe and nurse Ida Roe. "
        "“He slept,” Lie said. “It was late,” Ek said. “It rained,” Moe said."
    )
    said = (("He slept", "Lie"), ("It was late", "Ek"), ("It rained", "Moe"))
    back = [(f"Who said “{quoted}”?", who) for quoted, who in said]
    found = judged(f"What did {asked} say?", text, "", 0.0, back)
    assert [one.words.of(text) for one in found] == words
