from pathlib import Path

import pytest

from benchmarks.quotations import MARKED as QUOTATIONS
from benchmarks.quotations import NARRATED, Attribution, attributions, holds_words, is_speaker, keeps_out
from corpus.article import Article
from corpus.files import read_folder
from retrieval.types import Answer, Citation, Found, Verdict

CITED = Citation("call", "", None, None, "He laughed, Lind said.", 0, 22, 0, 10)
MARKED = Attribution("call", "Elsa Lind", "He laughed")


def answer(text: str) -> Answer:
    return Answer("Who?", "Who?", Verdict.ANSWERED, (Found(text, 0.9, CITED),))


@pytest.mark.parametrize(("path", "least"), [(QUOTATIONS, 100), (NARRATED, 40)])
def test_what_was_marked_by_hand_stands_in_its_article(path: Path, least: int) -> None:
    articles = {one.id: one for one in read_folder(Path("corpus/articles")) if isinstance(one, Article)}
    marked = attributions(path)
    assert len(marked) >= least
    for one in marked:
        assert one.words in " ".join(articles[one.article].text.split())
        assert one.speaker.casefold() in articles[one.article].text.casefold()


def test_a_speaker_is_right_by_the_last_name() -> None:
    assert is_speaker(MARKED, answer("the chess player Lind"))
    assert not is_speaker(MARKED, answer("Elsa"))
    assert is_speaker(Attribution("call", "The mayor", "He laughed", "Elsa Lind"), answer("Lind"))
    assert is_speaker(Attribution("call", "The mayor", "He laughed", "Elsa Lind"), answer("the mayor"))
    assert not is_speaker(MARKED, Answer("Who?", "Who?", Verdict.NOT_FOUND))


def test_words_are_whole_or_not() -> None:
    assert holds_words(MARKED, answer("that he laughed,"))
    assert not holds_words(MARKED, answer("laughed"))


@pytest.mark.parametrize(("said", "kept_out"), [("he wept", True), ("laughed", False), ("that he laughed,", False)])
def test_the_article_s_own_words_are_kept_out_or_not(said: str, kept_out: bool) -> None:
    assert keeps_out(MARKED, answer(said)) is kept_out
