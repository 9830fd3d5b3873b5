import pytest

from corpus.article import Article
from retrieval.index import update
from retrieval.speakers import places, speakers
from retrieval.store import Store
from tests.conftest import LookupReader, WordEncoder, window_of

TEXT = (
    "“We counted them aloud,” said her skipper, Ana Duarte. “At 56 a woman screamed.” Nobody slept.\n\n"
    "“It tried to pay,” Aziz said, “and kept trying.” He said that it had stopped."
)


def stand(question: str) -> list[str]:
    """The sentences where what it quotes stands, in two windows that both hold all."""
    window = window_of(TEXT)
    return [" ".join(s.text for s in place.sentences) for place in places(question, [window, window])]


@pytest.mark.parametrize("form", ["Who said “{}”?", 'Whose words are "{}"?', "who said that {}", "Who said {}?"])
def test_what_a_question_quotes_is_found_where_it_stands(form: str) -> None:
    assert stand(form.format("it TRIED to pay")) == ["“It tried to pay,” Aziz said, “and kept trying.”"]
    assert stand(form.format("at 56 a woman screamed.” Nobody slept")) == ["“At 56 a woman screamed.” Nobody slept."]


@pytest.mark.parametrize("question", ["Who said “it never tried to pay”?", "Who said “it”?", "Who tried to pay?"])
def test_what_stands_nowhere_or_is_not_quoted_has_no_place(question: str) -> None:
    assert stand(question) == []


TALK = (
    "Ada Lie came late. She was met by Bo Ek, the skipper. “The dyke will hold,” he said. Ek left. He took his hat."
)
HOLD = "Who said “The dyke will hold”?"


def speaker(*known: tuple[str, str], question: str = HOLD) -> str | None:
    """Who is read to have said it, by a reader that knows so much."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", TALK)])
    with store.snapshot():
        (place,) = places(question, [window_of(TALK)])
        ((found, window),) = speakers([(question, place)], LookupReader(*known), store)
    return window.words(found.words) if found else None


def test_who_said_it_is_asked_back() -> None:
    assert speaker((HOLD, "Bo Ek"), ("What did Bo Ek say?", "The dyke will hold")) == "Bo Ek"
    assert speaker((HOLD, "Bo Ek")) is None
    assert speaker((HOLD, "Bo Ek"), ("What did Bo Ek say?", "Ek left")) is None  # other words than these


def test_of_several_the_one_is_taken_who_is_asked_back_and_goes_with_the_pronoun() -> None:
    both = (HOLD, "Ada Lie"), (HOLD, "Bo Ek")
    back = ("What did Ada Lie say?", "The dyke will hold"), ("What did Bo Ek say?", "The dyke will hold")
    assert speaker(*both, *back) == "Bo Ek"  # "he said"
    assert speaker(*both, back[0]) == "Ada Lie"


def test_a_name_that_goes_with_the_pronoun_is_whose_description_was_read() -> None:
    both = (HOLD, "the skipper"), (HOLD, "Bo Ek")
    back = ("What did the skipper say?", "The dyke will hold"), ("What did Bo Ek say?", "The dyke will hold")
    assert speaker(*both, *back) == "Bo Ek"
    assert speaker(*both, back[0]) == "the skipper"


def test_where_nobody_is_read_those_who_are_named_before_are_asked_back() -> None:
    assert speaker(("What did Bo Ek say?", "The dyke will hold")) == "Bo Ek"
