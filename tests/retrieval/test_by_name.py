from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.by_name import by_name, claims_by_name, combinations_by_name, renamed
from retrieval.index import update
from retrieval.questions import blanks_of
from retrieval.store import Store
from retrieval.types import Read, Verdict, Window
from retrieval.windows import alone
from tests.conftest import LookupReader, WordEncoder, window_of


def by_names(text: str) -> list[str]:
    """The sentences of a text that have names for pronouns."""
    sentences = window_of(text).sentences
    return [one.window.text for sentence in sentences if (one := renamed(sentence, sentences))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lie sang. She left.", ["Ada Lie left."]),
        ("Ada Lie sang. Paul Moe clapped. She thanked him.", ["Ada Lie thanked Paul Moe."]),
        ("Ada Lie sang. Her hat fell, and she wept.", ["Ada Lie’s hat fell, and Ada Lie wept."]),
        ("Ada Lie called Eva Moe. It rained. She left.", []),  # one of two
        ("Lie sang. She left.", []),  # may be "he"
        ("It rained.", []),
    ],
)
def test_a_clear_pronoun_gives_way_to_its_name(text: str, expected: list[str]) -> None:
    assert by_names(text) == expected


def test_what_is_read_there_stands_in_the_article() -> None:
    window = window_of("Ada Lie sang. Paul Moe clapped. She thanked him for it twice.", "Rain. ")
    sentence = window.sentences[-1]
    one = renamed(sentence, window.sentences)
    assert one
    reader = LookupReader(
        ("Who?", "Ada Lie"), ("Whom?", "Paul Moe"), ("What for?", "for it"), ("All?", one.window.text)
    )
    asked = ("Who?", "Whom?", "What for?", "All?")
    read = [one.of_article(found.readings[0]) for found in reader.read([(q, one.window) for q in asked])]
    shown = [(window.words(r.words), window.words(r.alias) if r.alias else "") for r in read]
    assert shown == [("Ada Lie", "She"), ("Paul Moe", "him"), ("for it", ""), (sentence.text, "")]
    assert all(r.evidence == sentence for r in read)


def test_a_name_that_was_put_in_twice_may_be_either() -> None:
    window = window_of("Ada Lie sang. She left, she said.")
    one = renamed(window.sentences[1], window.sentences)
    assert one
    ((found,),) = [read.readings for read in LookupReader(("Who left?", "Ada Lie")).read([("Who left?", one.window)])]
    assert [r.alias and window.words(r.alias) for r in one.every_of_article(found)] == ["She", "she"]


def test_of_words_that_begin_or_end_with_a_name_the_pronoun_does() -> None:
    window = window_of("Paul Moe wept. He lost his hat and his cat.")
    one = renamed(window.sentences[1], window.sentences)
    assert one
    assert one.window.text == "Paul Moe lost Paul Moe’s hat and Paul Moe’s cat."
    reader = LookupReader(("What?", "Paul Moe’s hat and Paul Moe’s cat"))
    ((found,),) = [read.readings for read in reader.read([("What?", one.window)])]
    assert window.words(one.of_article(found).words) == "his hat and his cat"


class Asked(LookupReader):
    """Keeps the texts that it was asked about."""

    texts: Sequence[str] = ()

    def _one(self, question: str, window: Window) -> Read:
        self.texts = [*self.texts, window.text]
        return super()._one(question, window)


def test_only_sentences_that_speak_of_what_is_asked_are_read() -> None:
    window = window_of("Ada Lie sang. Paul Moe clapped. She thanked him. She wept.")
    reader = Asked(("Who thanked Moe?", "Ada Lie"))
    ((found,),) = by_name("Who thanked Moe?", [window], reader, lambda _: window.sentences)
    assert reader.texts == ["Ada Lie thanked Paul Moe."]
    assert (found.words, found.alias) == (Span(0, 7), Span(32, 35))
    whose = LookupReader(("What did Lie thank?", "Ada Lie"), ("What did Lie thank?", "thanked"))
    ((found,),) = by_name("What did Lie thank?", [window], whose, lambda _: window.sentences)
    assert window.words(found.words) == "thanked"
    asked = LookupReader(("Whom did Lie thank?", "Ada"), ("Whom did Lie thank?", "Paul Moe"))
    ((found,),) = by_name("Whom did Lie thank?", [window], asked, lambda _: window.sentences)
    assert window.words(found.words) == "Paul Moe"
    assert by_name("Who thanked Bo Ek?", [window], reader, lambda _: window.sentences) == []


class SaysYes(LookupReader):
    verdict_threshold = 0.5

    def _one(self, question: str, window: Window) -> Read:
        return replace(super()._one(question, window), yes=0.95, evidence=window.sentences[-1])


def test_what_such_a_sentence_says_to_a_yes_or_no_question() -> None:
    window = window_of("Ada Lie sang. Paul Moe clapped. She thanked him.")
    question = "Did Ada Lie thank Paul Moe?"
    known = ("Who did thank Paul Moe?", "Ada Lie"), ("Whom did Ada Lie thank?", "Paul Moe")
    reader = SaysYes(*known)
    (one,) = claims_by_name(question, [window], reader, lambda _: window.sentences)[Verdict.YES]
    assert (window.words(one.words), one.evidence) == ("She thanked him.", window.sentences[-1])


def test_pairs_are_read_with_names_and_stand_in_the_article(encoder: WordEncoder) -> None:
    store, article = Store.in_memory(), Article("a", "", "Ada Lie sang. Paul Moe clapped. She thanked him.")
    update(store, encoder, lambda: [article])
    sentence = store.sentences_of("a")[-1]
    blanks = blanks_of("Who thanked whom?")
    assert blanks
    reader = LookupReader(
        ("Who thanked someone?", "Ada Lie"),
        ("Ada Lie thanked whom?", "Paul Moe"),
        ("Who thanked Paul Moe?", "Ada Lie"),
    )
    (pair,) = combinations_by_name(blanks, [alone(sentence)], [], reader, store)
    assert (pair.words(), pair.evidence) == (("Ada Lie", "Paul Moe"), sentence)
    spans = [(part.reading.words, part.reading.alias) for part in pair.filled]
    assert [(words.of(article.text), alias and alias.of(article.text)) for words, alias in spans] == [
        ("Ada Lie", "She"),
        ("Paul Moe", "him"),
    ]
    assert combinations_by_name(blanks, [alone(store.sentences_of("a")[0])], [], reader, store) == []


def test_what_fills_a_blank_has_the_words_of_the_article(encoder: WordEncoder) -> None:
    store, article = Store.in_memory(), Article("a", "", "Ada Lie sang. Paul Moe clapped. She promised Bo his hat.")
    update(store, encoder, lambda: [article])
    blanks = blanks_of("Who promised whom what?")
    assert blanks
    reader = LookupReader(
        ("Who promised someone?", "Ada Lie"),
        ("Ada Lie promised whom?", "Bo"),
        ("Who promised Bo?", "Ada Lie"),
        ("Ada Lie promised Bo what?", "Paul Moe’s hat"),
    )
    (pair,) = combinations_by_name(blanks, [alone(store.sentences_of("a")[-1])], [], reader, store)
    assert pair.words() == ("Ada Lie", "Bo", "his hat")
