from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.index import one_text
from retrieval.types import Read, Verdict, Window
from retrieval.whether import whether
from retrieval.windows import alone
from tests.conftest import LookupReader, WordEncoder

TEXT = "It rained. Carl Munro thanked Lucy Crane in May. He did not thank Ron Pettifer. It snowed."


class Hasty(LookupReader):
    """Takes the denial of one for that of all, wherever it stands, and else a thank-you for a yes."""

    def _one(self, question: str, window: Window) -> Read:
        read = super()._one(question, window)
        told = {
            word: next((one for one in window.sentences if word in one.text), None) for word in ("not", "thanked")
        }
        if told["not"]:
            return Read(read.readings, told["not"], no=0.9)
        return Read(read.readings, told["thanked"] or window.sentences[0], yes=0.9 if told["thanked"] else 0.0)


def test_a_no_about_another_does_not_hide_a_yes(encoder: WordEncoder) -> None:
    store = one_text(Article("a", "", TEXT), encoder)
    window = Window("a", Span(0, len(TEXT)), TEXT, tuple(store.sentences_of("a")))
    reader = Hasty(("Who did thank Crane?", "Carl Munro"))
    found = whether("Did Munro thank Crane?", [window], reader, store)
    assert (found.verdict, [one.text for one in found.found]) == (
        Verdict.YES,
        ["Carl Munro thanked Lucy Crane in May."],
    )


@pytest.mark.parametrize(("sure", "verdict"), [(0.6, Verdict.NOT_FOUND), (0.95, Verdict.YES)])
def test_what_has_another_word_for_it_has_to_be_sure(encoder: WordEncoder, sure: float, verdict: Verdict) -> None:
    class Saying(LookupReader):
        """Says yes, so surely, of any sentence."""

        def _one(self, question: str, window: Window) -> Read:
            return replace(super()._one(question, window), yes=sure)

    store = one_text(Article("a", "", "Berg had taken that game."), encoder)
    window = alone(next(iter(store.sentences_of("a"))))
    reader = Saying(("Who did win that game?", "Berg"))
    assert whether("Did Berg win that game?", [window], reader, store).verdict is verdict


def test_a_no_is_a_no(encoder: WordEncoder) -> None:
    store = one_text(Article("a", "", TEXT), encoder)
    sentences = tuple(store.sentences_of("a"))
    found = whether("Did Munro thank Pettifer?", [Window("a", Span(0, len(TEXT)), TEXT, sentences)], Hasty(), store)
    assert (found.verdict, [one.text for one in found.found]) == (Verdict.NO, ["He did not thank Ron Pettifer."])


@pytest.mark.parametrize(
    ("question", "verdict", "shown"),
    [
        ("Did Ada Lie and Bo Ek sign it?", Verdict.YES, ["Ek signed it."]),
        ("Did Ada Lie and Tom Roe sign it?", Verdict.NO, ["Roe did not sign it."]),
        ("Did Ada Lie and Sue Moe sign it?", Verdict.NOT_FOUND, []),
    ],
)
def test_what_is_asked_of_two_holds_where_it_does_of_each(
    encoder: WordEncoder, question: str, verdict: Verdict, shown: list[str]
) -> None:
    class Each(LookupReader):
        """Says yes or no of a question about one whom a sentence has, and nothing of a question about two."""

        def _one(self, question: str, window: Window) -> Read:
            if question.startswith("Who"):
                return super()._one(question, window)
            told = next((s for s in window.sentences if question.split()[2] in s.text), None)
            if " and " in question or not told:
                return Read((), window.sentences[0])
            said = 0.9 if "Ek" in question else 0.95
            return Read((), told, no=said) if " not " in told.text else Read((), told, yes=said)

    store = one_text(Article("a", "", "Lie signed it. Ek signed it. Roe did not sign it."), encoder)
    windows = [alone(sentence) for sentence in store.sentences_of("a")]
    found = whether(question, windows, Each(*[("Who did sign it?", name) for name in ("Lie", "Ek")]), store)
    assert (found.verdict, [one.text for one in found.found]) == (verdict, shown)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("Lie signed it. It rained.", Verdict.NOT_FOUND), ("Lie and Ek signed it. It rained.", Verdict.YES)],
)
def test_what_one_of_two_did_is_no_yes(encoder: WordEncoder, text: str, verdict: Verdict) -> None:
    class Saying(LookupReader):
        """Says yes of any sentence that has it."""

        def _one(self, question: str, window: Window) -> Read:
            told = "signed" in window.text and ("Ek" not in question or "Lie" in question or "Ek" in window.text)
            return replace(super()._one(question, window), yes=0.97 if told else 0.0)

    store = one_text(Article("a", "", text), encoder)
    window = alone(next(iter(store.sentences_of("a"))))
    reader = Saying(("Who did sign it?", "Lie"))
    assert whether("Did Lie and Ek sign it?", [window], reader, store).verdict is verdict


def test_what_was_said_the_other_way_round_is_a_no(encoder: WordEncoder) -> None:
    class Saying(LookupReader):
        """Says yes of any sentence."""

        def _one(self, question: str, window: Window) -> Read:
            return replace(super()._one(question, window), yes=0.97)

    store = one_text(Article("a", "", "Berge said on Monday that he would not sing. It rained."), encoder)
    window = alone(next(iter(store.sentences_of("a"))))
    reader = Saying(("Who did say he would sing?", "Berge"), ("Who did say he would not sing?", "Berge"))
    assert whether("Did Berge say he would sing?", [window], reader, store).verdict is Verdict.NO
    assert whether("Did Berge say he would not sing?", [window], reader, store).verdict is Verdict.YES


def test_a_no_needs_something_that_says_so(encoder: WordEncoder) -> None:
    class Denying(LookupReader):
        """Says no of any sentence."""

        def _one(self, question: str, window: Window) -> Read:
            return replace(super()._one(question, window), no=0.97)

    text = "Lie got rid of Ek when he refused to play her nephew."
    store = one_text(Article("a", "", text), encoder)
    window = alone(next(iter(store.sentences_of("a"))))
    assert whether("Did Lie sack her nephew?", [window], Denying(), store).verdict is Verdict.NOT_FOUND
    assert whether("Did Lie play her nephew?", [window], Denying(), store).verdict is Verdict.NO


@pytest.mark.parametrize(("name", "verdict"), [("Ada Lie", Verdict.YES), ("Eva Lie", Verdict.NOT_FOUND)])
def test_a_last_name_is_that_of_whom_the_article_calls_so(encoder: WordEncoder, name: str, verdict: Verdict) -> None:
    text = "Ada Lie sang. Her mother, Eva Lie, slept. The mayor thanked Lie."
    store = one_text(Article("a", "", text), encoder)
    window = Window("a", Span(0, len(text)), text, tuple(store.sentences_of("a")))
    assert whether(f"Did the mayor thank {name}?", [window], Hasty(), store).verdict is verdict
