import pytest

from corpus.article import Span
from retrieval.mentioned import counts_what_is_not_named, lacks_nouns_of
from retrieval.types import Reading
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Did Lie cut the belt with a knife?", "Lie cut the belt with a pair of scissors.", True),
        ("Did Lie cut the belt with scissors?", "Lie cut the belt with a pair of scissors.", False),
        ("Did Lie buy hats?", "Lie bought a hat.", False),
        ("Did Lie see a goose?", "Lie saw geese.", False),
        ("Did Lie leave at 3 a.m.?", "Lie left at 3 a.m. on Friday.", False),
        ("Did Lie refuse the invitation?", "Ek invited her. Lie refused.", False),
        ("Did Lie find the letter?", "Ek sent a letter. It rained. It snowed. It froze. Lie found it.", True),
        ("Was the letter found?", "Ek sent a letter. It rained. It snowed. It froze. It was found.", False),
        ("Did Lie get her money back?", "Lie got her 90 euros back.", False),
        ("Did Lie leave Oslo?", "Lie left it.", False),
    ],
)
def test_a_sentence_speaks_of_what_a_question_names(question: str, text: str, expected: bool) -> None:
    window = window_of(text)
    assert lacks_nouns_of(question, window.sentences[-1], lambda _: window.sentences) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("How many goats did wolves kill?", "Wolves killed 31 sheep.", True),
        ("How many sheep did wolves kill?", "Wolves killed 31 sheep.", False),
        ("How many residents left?", "On Monday 31 people left.", False),
        ("How many hats did Ek buy?", "Ek saw hats. He bought 31 of them.", False),
        ("How many hats did Ek buy?", "Ek saw hats. He bought 31 felt ones.", False),
        ("How much did Ek pay?", "Ek paid 31 euros.", False),
    ],
)
def test_a_number_counts_what_is_asked_for(question: str, text: str, expected: bool) -> None:
    window = window_of(text)
    start = text.index("31")
    one = Reading("a", Span(start, start + 2), window.sentences[-1], 0.9)
    assert counts_what_is_not_named(question, one, lambda _: window.sentences) is expected
