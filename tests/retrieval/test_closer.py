from dataclasses import replace

from retrieval.closer import closer, in_place
from retrieval.types import Read, Window
from tests.conftest import LookupReader, window_of

_TWO = 2  # sentences that a closer look has
TEXT = "It rained. It snowed. The driver thanked Ada Lie. It was Monday. Bo Ek slept."


class Nearsighted(LookupReader):
    """A LookupReader that is sure of what stands in two sentences, and hardly of what stands among more."""

    def _one(self, question: str, window: Window) -> Read:
        read = super()._one(question, window)
        sure = 0.9 if len(window.sentences) <= _TWO else 0.2
        return replace(read, readings=tuple(replace(one, confidence=sure) for one in read.readings))


def looked(question: str, text: str, *known: tuple[str, str]) -> list[list[tuple[str, float]]]:
    """What each sentence says by itself: its words, how surely."""
    window, reader = window_of(text), Nearsighted(*known)
    reads = [read.readings for read in reader.read([(question, window)])]
    return [
        [(window.words(one.words), one.confidence) for one in found]
        for found in closer(question, reads, [window], reader)
    ]


def test_a_sentence_that_something_was_read_in_is_read_with_the_one_before() -> None:
    assert looked("Who praised her?", TEXT, ("Who praised her?", "The driver")) == [[("The driver", 0.9)]]


def test_a_sentence_that_speaks_of_it_is_read_where_nothing_was() -> None:
    class Blind(Nearsighted):
        def _one(self, question: str, window: Window) -> Read:
            read = super()._one(question, window)
            return read if len(window.sentences) <= _TWO else replace(read, readings=())

    window, reader = window_of(TEXT), Blind(("Who thanked Lie?", "The driver"))
    found = closer("Who thanked Lie?", [()], [window], reader)
    assert [[window.words(one.words) for one in readings] for readings in found] == [["The driver"]]
    assert closer("Who saw Olsen?", [()], [window], reader) == []


def test_what_the_sentence_before_says_is_left_out() -> None:
    known = (("Who slept?", "Bo Ek"), ("Who slept?", "It was Monday"))
    assert [("It was Monday", 0.9)] in looked("Who slept?", TEXT, *known)
    assert [("Bo Ek", 0.9)] in looked("Who slept?", TEXT, *known)


def test_whom_is_asked_for_where_the_answer_would_stand() -> None:
    assert in_place("To whom did Ada Lie give the flag?") == "Ada Lie gave the flag to whom?"
    assert in_place("Who did Lie thank?") == "Lie thanked whom?"
    assert in_place("Who gave Lie the flag?") == ""
    text = "It rained. The driver gave the flag to Ada Lie. It was Monday."
    known = ("the driver gave the flag to whom?", "Ada Lie")
    assert looked("To whom did the driver give the flag?", text, known) == [
        [],
        [("Ada Lie", 0.9)],
    ]
