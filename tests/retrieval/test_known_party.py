from collections.abc import Sequence

import pytest

from corpus.article import Article
from retrieval.index import update
from retrieval.known_party import other_parties
from retrieval.store import Store
from retrieval.types import Read, Window
from tests.conftest import LookupReader, WordEncoder, window_of

TEXT = (
    "Elsa Lind won. She beat Anatoly Greshkin. In Bologna her coach, Mikael Strom, slept. "
    "Felix Keller warned Olga Sato."
)
PAID = "Bruno Sato smiled. Later on he paid Ravi Menon."
LIND = "Elsa Lind won. She trained. Strom met Brandt. He praised her."


def parties(question: str, *known: tuple[str, str], text: str = TEXT) -> Sequence[str]:
    """Who is found, and what stands in the sentence for it, by a reader that knows so much."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        found = other_parties(question, [window_of(text)], LookupReader(*known), store)
    return [
        one.words.of(text) + (f" ({one.alias.of(text)})" if one.alias else "") + f" | {one.evidence.text}"
        for one in found
    ]


WARNED = ("Who did warn someone?", "Felix Keller"), ("Felix Keller did warn whom?", "Olga Sato")


@pytest.mark.parametrize("question", ["Whom did Keller warn?", "Who did Felix Keller warn?"])
def test_whom_somebody_did_it_to(question: str) -> None:
    back = ("Who did warn Olga Sato?", "Felix Keller")
    assert parties(question, *WARNED, back) == ["Olga Sato | Felix Keller warned Olga Sato."]
    assert parties(question, *WARNED) == []  # who did it is not confirmed


def test_who_did_it_is_another_than_the_name_says() -> None:
    known = *WARNED, ("Who did warn Olga Sato?", "Felix Keller")
    assert parties("Whom did Omar Keller warn?", *known) == []
    assert parties("Whom did Sato warn?", *known) == []
    # The last name alone was read, the text has the whole.
    last = ("Who did warn someone?", "Keller"), ("Keller did warn whom?", "Olga Sato")
    back = ("Who did warn Olga Sato?", "Keller")
    assert parties("Whom did Omar Keller warn?", *last, back) == []
    assert len(parties("Whom did Felix Keller warn?", *last, back)) == 1


def test_who_did_it_goes_by_a_pronoun() -> None:
    known = (
        ("Who beat someone?", "She"),
        ("She beat whom?", "Anatoly Greshkin"),
        ("Who beat Anatoly Greshkin?", "She"),
    )
    assert parties("Who beat Greshkin?", *known) == ["She | She beat Anatoly Greshkin."]


def praised(question: str, *known: tuple[str, str]) -> Sequence[str]:
    both = ("Who praised someone?", "He"), ("He praised whom?", "her"), ("Who praised her?", "He")
    return parties(question, *both, *known, text=LIND)


def test_whom_a_pronoun_stands_for_is_asked_with_each_name() -> None:
    assert praised("Who praised Lind?", ("Who praised Lind?", "He")) == ["He | He praised her."]
    assert praised("Who praised Lind?") == []
    assert praised("Who praised Brandt?", ("Who praised Brandt?", "He")) == ["He | He praised her."]
    both = ("Who praised Brandt?", "He"), ("Who praised Elsa Lind?", "He")
    assert praised("Who praised Brandt?", *both) == []  # Lind is "she" in this text
    assert praised("Who praised Lind?", *both) == ["He | He praised her."]


def test_a_name_of_which_the_text_speaks_otherwise_is_not_meant() -> None:
    paid = ("Who did pay someone?", "he"), ("he did pay whom?", "Ravi Menon"), ("Who did pay Ravi Menon?", "he")
    known = *paid, ("Bruno Sato did pay whom?", "Ravi Menon"), ("Ada Sato did pay whom?", "Ravi Menon")
    assert parties("Whom did Bruno Sato pay?", *known, text=PAID) == ["Ravi Menon | Later on he paid Ravi Menon."]
    assert parties("Whom did Ada Sato pay?", *known, text=PAID) == []
    hers = PAID.replace("smiled. Later", "smiled. She sat. Later")
    assert parties("Whom did Bruno Sato pay?", *known, text=hers) == []


@pytest.mark.parametrize(
    "question",
    [
        "Who warned the mayor?",
        "Who is Olga Sato?",
        "Who said that Lind won?",
        "Who met Sato's coach?",
        "Whom did Lind?",
    ],
)
def test_a_question_that_names_neither_party_is_left_alone(question: str) -> None:
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", TEXT)])
    asked: list[str] = []

    class Asked(LookupReader):
        def _one(self, question: str, window: Window) -> Read:
            asked.append(question)
            return super()._one(question, window)

    with store.snapshot():
        assert other_parties(question, [window_of(TEXT)], Asked(), store) == []
    assert asked == []


def test_what_stands_behind_the_party_belongs_to_the_deed() -> None:
    text = "Lie invited Bo Ek to tea. Lie invited Eva Tho to dinner."
    known = [
        ("Who did invite someone to tea?", "Lie"),
        ("Lie did invite whom to tea?", "Bo Ek"),
        ("Who did invite Bo Ek to tea?", "Lie"),
    ]
    assert parties("Whom did Lie invite to tea?", *known, text=text) == ["Bo Ek | Lie invited Bo Ek to tea."]
    given = [("Who gave someone the hat?", "Lie"), ("Lie gave whom the hat?", "Ek"), ("Who gave Ek the hat?", "Lie")]
    assert parties("Who gave Ek the hat?", *given, text="Lie gave Ek the hat.") == ["Lie | Lie gave Ek the hat."]
    thanked = [
        ("Who did apologise to someone?", "Lie"),
        ("Lie did apologise to whom?", "Bo Ek"),
        ("Who did apologise to Bo Ek?", "Lie"),
    ]
    told = "Lie apologised to Bo Ek."
    assert parties("Whom did Lie apologise to?", *thanked, text=told) == [f"Bo Ek | {told}"]
