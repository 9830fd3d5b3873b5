from corpus.article import Span
from retrieval.named_pairs import with_names
from retrieval.pairs import Combination, Part
from retrieval.questions import blanks_of
from retrieval.types import Reading
from tests.conftest import LookupReader, window_of


def named(text: str, *words: str) -> tuple[str, ...]:
    """Who thanked whom by the last sentence of a text, under their names."""
    window, blanks = window_of(text), blanks_of("Who thanked whom?")
    assert blanks
    last = window.sentences[-1]
    parts = []
    for one in words:
        start = last.span.start + last.text.index(one)
        parts.append(Part(Reading("a", Span(start, start + len(one)), last, 0.9), one))
    (found,) = with_names([Combination(last, tuple(parts))], blanks, [window], LookupReader(), None)
    return found.words()


def test_a_pronoun_has_the_name_of_whom_it_stands_for() -> None:
    assert named("Peter Ek sang. He thanked Bo Lie.", "He", "Bo Lie") == ("Peter Ek", "Bo Lie")
    assert named("Peter Ek and Paul Moe sang. It rained. He thanked Bo Lie.", "He", "Bo Lie") == ("He", "Bo Lie")


def test_a_description_has_the_name_that_stands_beside_it() -> None:
    assert named("A cook, Ada Lie, thanked a nurse, Eva Moe.", "A cook", "a nurse") == ("Ada Lie", "Eva Moe")


def test_nobody_did_it_to_themselves_by_one_name() -> None:
    assert named("Peter Ek sang. He thanked Peter Ek.", "He", "Peter Ek") == ("He", "Peter Ek")
