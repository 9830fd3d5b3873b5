import pytest

from corpus.article import Article, Span
from retrieval.quotations import quotations, quoted_spans, spoken
from retrieval.sentences import split
from retrieval.types import Reading
from tests.conftest import window_of

TEXT = (
    "“We counted them aloud,” said her skipper, Ana Duarte. “At 56 a woman screamed.” Nobody slept.\n\n"
    "“It tried to pay,” Aziz said, “and kept trying.” He said that it had stopped."
)


def read(text: str, words: str) -> list[str]:
    article = Article("a", "", text)
    sentences = list(split(article))
    start = text.index(words)
    own = next(s for s in sentences if s.span.start <= start < s.span.end)
    reading = Reading("a", Span(start, start + len(words)), own, 0.8)
    return [one.words.of(text) for one in spoken([reading], article, sentences)]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("counted them", ["We counted them aloud", "At 56 a woman screamed."]),
        ("kept trying", ["It tried to pay,” Aziz said, “and kept trying."]),
        ("it had stopped", ["it had stopped"]),
    ],
)
def test_quoted_words_are_given_whole_with_what_goes_on(words: str, whole: list[str]) -> None:
    assert read(TEXT, words) == whole


def test_clauses_that_follow_each_other_are_one_speech() -> None:
    text = "Koll said that the dyke had held, that nobody was hurt and had never, and left. He said that he slept"
    article = Article("a", "", text)
    sentences = list(split(article))
    parts = ["he slept", "had never", "that the dyke had held", "nobody was hurt"]
    readings = []
    for confidence, words in enumerate(parts, 5):
        start = text.index(words)
        own = next(s for s in sentences if s.span.start <= start < s.span.end)
        readings.append(Reading("a", Span(start, start + len(words)), own, confidence / 10))
    joined = spoken(readings, article, sentences)
    assert [(one.words.of(text), one.confidence) for one in joined] == [
        ("the dyke had held, that nobody was hurt and had never", 0.8),
        ("he slept", 0.5),
    ]


@pytest.mark.parametrize("words", ["it was “beautiful", "it was “beautiful and not sport”"])
def test_words_before_a_quotation_stay_with_it(words: str) -> None:
    text = "Rey said that it was “beautiful and not sport”. He left."
    assert read(text, words) == ["it was “beautiful and not sport”"]


def test_reported_words_go_on_in_the_quotation_behind_them() -> None:
    text = "“We had soup.” It was worth it, Okafor said. “Ask anyone. Ask them twice.” “No,” said Ek."
    assert read(text, "It was worth it") == ["It was worth it", "Ask anyone. Ask them twice."]


def test_straight_marks_are_marks_too() -> None:
    text = 'Mori laughed. "Corals do not wear medals," Mori said, "and neither do I." The end.'
    assert read(text, "wear medals") == ['Corals do not wear medals," Mori said, "and neither do I.']


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = "“We came early,” Dahl said. “We saw the dyke. It shook.\n\n“Then it broke.” The end."
    parts = ["We came early", "We saw the dyke. It shook.", "Then it broke."]
    assert read(text, "came early") == parts
    assert read(text.replace("“", '"').replace("”", '"'), "came early") == parts
    assert read(text.replace("shook.", "shook.”"), "came early") == parts[:2]


def test_what_goes_on_is_less_sure_and_has_its_own_sentence() -> None:
    article = Article("a", "", TEXT)
    sentences = list(split(article))
    first, further = spoken([Reading("a", Span(1, 5), sentences[0], 0.8)], article, sentences)
    assert (first.confidence, first.evidence) == (0.8, sentences[0])
    assert further.confidence == pytest.approx(0.76)
    assert further.evidence == sentences[1]


def test_words_of_another_sentence_than_the_evidence_stay_as_they_are() -> None:
    article = Article("a", "", TEXT)
    sentences = list(split(article))
    (first, *_) = spoken([Reading("a", Span(1, 5), sentences[2], 0.8)], article, sentences)
    assert first.words == Span(1, 5)


@pytest.mark.parametrize("text", ['\n\n"a b' * 20_000, "“" * 20_000, "\n\n“a b" * 20_000])
def test_marks_that_never_close_quote_nothing(text: str) -> None:
    assert quoted_spans(text) == []


def test_a_mark_that_never_closes_leaves_what_is_quoted_behind_it() -> None:
    text = "“We came. “We saw,” said Dahl. \n\nHe left."
    assert [span.of(text) for span in quoted_spans(text)] == ["“We saw,”"]


def test_a_word_is_speech_where_it_is_all_that_was_said() -> None:
    window = window_of("“Fish,” he said. The “king of” soup, a “thief”, left.")
    assert [window.words(span) for span, _ in quotations(window)] == ["Fish"]
