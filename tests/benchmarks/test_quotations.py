from pathlib import Path

from benchmarks.quotations import Attribution, attributions, holds_words, is_speaker
from corpus.article import Article
from corpus.files import read_folder
from retrieval.types import Answer, Citation, Found, Verdict

CITED = Citation("call", "", None, None, "He laughed, Lind said.", 0, 22, 0, 10)
MARKED = Attribution("call", "Elsa Lind", "He laughed")


def answer(text: str) -> Answer:
    return Answer("Who?", "Who?", Verdict.ANSWERED, (Found(text, 0.9, CITED),))


def test_what_was_marked_by_hand_stands_in_its_article() -> None:
    articles = {one.id: one for one in read_folder(Path("corpus/articles")) if isinstance(one, Article)}
    marked = attributions()
    assert len(marked) >= 100
    for one in marked:
        assert one.words in articles[one.article].text
        assert one.speaker.casefold() in articles[one.article].text.casefold()


def test_a_speaker_is_right_by_the_last_name() -> None:
    assert is_speaker(MARKED, answer("the chess player Lind"))
    assert not is_speaker(MARKED, answer("Elsa"))
    assert not is_speaker(MARKED, Answer("Who?", "Who?", Verdict.NOT_FOUND))


def test_words_are_whole_or_not() -> None:
    assert holds_words(MARKED, answer("that he laughed,"))
    assert not holds_words(MARKED, answer("laughed"))
