from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.index import update
from retrieval.speakers import places, speakers
from retrieval.store import Store
from retrieval.types import Read, Window
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


def speaker(*known: tuple[str, str], question: str = HOLD, text: str = TALK, thorough: bool = True) -> str | None:
    """Who is read to have said it, by a reader that knows so much."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        (place,) = places(question, [window_of(text)])
        ((found, window),) = speakers([(question, place)], LookupReader(*known), store, thorough=thorough)
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


def test_one_who_stands_alone_is_believed_unless_the_pronoun_is_another() -> None:
    assert speaker((HOLD, "Bo Ek"), thorough=False) == "Bo Ek"
    other = TALK.replace("Ada Lie came late. She", "Ada Lie came late. She sat down. Ada Lie")
    assert speaker((HOLD, "Ada Lie"), text=other, thorough=False) is None  # "he said"


def test_a_quotation_that_stands_alone_goes_on_with_the_speaker_of_the_one_before() -> None:
    text = (
        "Ada Lie came late. She sat down. Ada Lie met Bo Ek. “It is old,” he said. “The dyke will hold.” “I fear so.”"
    )
    lie, ek = ("What did Ada Lie say?", "The dyke will hold"), ("What did Bo Ek say?", "It is old")
    assert speaker((HOLD, "Ada Lie"), lie, ek, text=text) == "Bo Ek"  # "he said"
    assert speaker((HOLD, "Ada Lie"), lie, ek, text=text.replace("said. “The", "said.\n\n“The")) == "Bo Ek"
    asked = text.replace("old,” he said. “The", "old?” he said.\n\n“The")
    assert speaker((HOLD, "Ada Lie"), lie, ek, text=asked) == "Ada Lie"
    assert speaker((HOLD, "Ada Lie"), lie, ek, text=text.replace("said. “The", "said. She went. “The")) == "Ada Lie"
    fear = "Who said “I fear so.”?"
    assert speaker((fear, "Ada Lie"), ("What did Ada Lie say?", "fear"), ek, question=fear, text=text) == "Bo Ek"


def test_who_asked_did_not_say_it() -> None:
    text = "Ada Lie was tired. Asked by the skipper what she thought, she said: “The dyke will hold.”"
    back = ("What did the skipper say?", "The dyke will hold"), ("What did Ada Lie say?", "The dyke will hold")
    assert speaker((HOLD, "the skipper"), *back, text=text) == "Ada Lie"
    assert speaker((HOLD, "the skipper"), *back, text=text.replace("Asked by", "Then")) == "the skipper"


def test_what_the_words_describe_did_not_say_them_if_another_did() -> None:
    text = "Engineers wrote that the dyke was “in need of repair”."
    asked = "Who said “in need of repair”?"
    back = ("What did the dyke say?", "in need of repair"), ("What did Engineers say?", "in need of repair")
    dyke, engineers = (asked, "the dyke"), (asked, "Engineers")
    assert speaker(dyke, engineers, *back, question=asked, text=text) == "Engineers"
    assert speaker(dyke, *back, question=asked, text=text) == "the dyke"


def test_who_stands_right_before_the_words_was_spoken_to() -> None:
    text = "Engineers had come. Ada Lie thanked Bo Ek “for reading what others sent”. They went."
    asked = "Who said “for reading what others sent”?"
    ek, back = (asked, "Bo Ek"), ("What did Bo Ek say?", "for reading what others sent")
    assert speaker(ek, back, question=asked, text=text) == "Ada Lie"  # whose sentence it is
    assert speaker(ek, back, question=asked, text=text.replace("Ada Lie", "Then they")) == "Bo Ek"  # who else
    assert speaker(ek, back, question=asked, text=text.replace("Ek “for", "Ek: “for")) == "Bo Ek"


def test_those_who_were_told_did_not_say_it() -> None:
    text = "Fishermen came. They were told by Ada Lie that lamps fail less often than they do."
    asked = "Who said that lamps fail less often than they do?"
    back = tuple((f"What did {name} say?", "lamps fail less often") for name in ("Ada Lie", "Fishermen"))
    lie, men = (asked, "Ada Lie"), (asked, "Fishermen")
    assert speaker(men, lie, *back, question=asked, text=text) == "Ada Lie"
    assert speaker(men, lie, *back[1:], question=asked, text=text.replace("told by", "near")) == "Fishermen"


class Unsure(LookupReader):
    """Hardly sure of the questions that it is told."""

    def __init__(self, of: Sequence[str], *known: tuple[str, str]) -> None:
        super().__init__(*known)
        self.of = of

    def read(self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None) -> list[Read]:
        reads = super().read(asked, where)
        return [
            replace(read, readings=tuple(replace(one, confidence=0.3) for one in read.readings))
            if question in self.of
            else read
            for (question, _), read in zip(asked, reads, strict=True)
        ]


def sure(reader: LookupReader) -> float:
    """Of who said that the dyke will hold."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", TALK)])
    with store.snapshot():
        (place,) = places(HOLD, [window_of(TALK)])
        ((found, _),) = speakers([(HOLD, place)], reader, store)
    assert found
    return found.confidence


BACK = ("What did Ada Lie say?", "The dyke will hold"), ("What did Bo Ek say?", "The dyke will hold")


def test_who_is_asked_back_is_as_sure_as_the_words() -> None:
    assert sure(Unsure([HOLD], (HOLD, "Bo Ek"), BACK[1])) == pytest.approx(0.9)


def test_of_several_who_may_have_said_it_one_is_as_sure_as_the_others_are_not() -> None:
    asked, unsure = ((HOLD, "Ada Lie"), (HOLD, "Bo Ek")), [HOLD, BACK[1][0]]
    assert sure(Unsure(unsure, *asked, BACK[1])) > 0.9  # "he said", and Lie is "she"
    assert sure(Unsure(unsure, asked[1], BACK[1])) == pytest.approx(0.3)  # alone
