import threading
from collections.abc import Sequence

import pytest

from corpus.article import Article, Span
from retrieval.answer import MAX_QUESTION, Answerer
from retrieval.citations import cite
from retrieval.errors import InputError
from retrieval.index import one_text, update
from retrieval.reader import SentenceReader
from retrieval.search import Searcher
from retrieval.store import Store
from retrieval.types import Answer, Hit, Reading, Verdict
from tests.conftest import FLOOD, WordEncoder


class FirstWordReader:
    """A reader that picks the first word of the sentence before: a pronoun's name, as it were."""

    threshold = 0.5

    def read(self, question: str, hits: Sequence[Hit]) -> list[Reading]:
        (hit, *_) = hits
        return [Reading(hit.sentence.article, Span(0, 3), hit.sentence, 0.9)]


def test_the_answer_stands_in_the_article_with_its_sentence(answerer: Answerer) -> None:
    answer = answerer.answer("Who thanked the fire brigade?")
    assert answer.verdict is Verdict.ANSWERED
    (found,) = answer.answers
    citation = found.citation
    assert found.text == citation.sentence == "Mayor Aas thanked the fire brigade."
    assert FLOOD.text[citation.start : citation.end] == citation.sentence
    assert FLOOD.text[citation.answer_start : citation.answer_end] == found.text
    assert (citation.title, citation.source, citation.url) == (FLOOD.title, FLOOD.source, FLOOD.url)
    assert (citation.paragraph, citation.paragraphs) == (1, 2)
    assert citation.before == "The river broke the dyke on Monday."
    assert citation.after == "The council accused the county of doing nothing."
    assert citation.surroundings == "The river broke the dyke on Monday. Mayor Aas thanked the fire brigade."


def test_what_the_articles_do_not_speak_of_is_not_found(answerer: Answerer) -> None:
    answer = answerer.answer("How tall is Mount Everest?")
    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.answers == answer.others == ()
    assert len(answer.nearest) == 3


def test_other_near_sentences_wait_for_more(answerer: Answerer) -> None:
    answer = answerer.answer("Who thanked the fire brigade?")
    confidences = [found.confidence for found in (*answer.answers, *answer.others)]
    assert confidences[0] > SentenceReader.threshold
    assert all(confidence >= SentenceReader.threshold for confidence in confidences)
    assert len({found.text for found in answer.others}) == len(answer.others)


def test_another_reader_takes_over_behind_the_same_seam(searcher: Searcher) -> None:
    (found,) = Answerer(searcher, FirstWordReader()).answer("Who thanked the fire brigade?").answers
    assert found.text == "The"
    assert found.citation.sentence == "Mayor Aas thanked the fire brigade."
    assert (found.citation.answer_start, found.citation.answer_end) == (0, 3)


@pytest.mark.parametrize("question", ["", "  ", "\n\t", "x" * (MAX_QUESTION + 1)])
def test_what_is_no_question_is_refused(answerer: Answerer, question: str) -> None:
    with pytest.raises(InputError):
        answerer.answer(question)


@pytest.mark.parametrize(
    "question",
    ["\x00", "\ud800 lone surrogate", "' OR 1=1; --", '"""', "👩‍👧", "NEAR(a b)", "*", "ا" * 500, "a\r\nb"],
)
def test_a_hostile_question_is_only_a_question(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)
    assert answer.question == question
    assert answer.verdict in (Verdict.ANSWERED, Verdict.NOT_FOUND)


def test_an_empty_collection_says_nothing(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    update(store, encoder, list)
    answer = Answerer(Searcher(store, lambda *_: encoder)).answer("Who?")
    assert (answer.verdict, answer.nearest) == (Verdict.NOT_FOUND, ())


def test_threads_may_share_an_answerer(answerer: Answerer) -> None:
    answers: list[Answer] = []

    def ask() -> None:
        answers.extend(answerer.answer("Who defeated Ferri?") for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = {answer.answers[0].text for answer in answers}
    assert (len(answers), texts) == (80, {"Elsa Lind defeated Paolo Ferri in 34 moves."})


def test_a_citation_knows_its_paragraph(encoder: WordEncoder) -> None:
    article = Article("x", "X", "One.\n\n\n Two here. Three.\n\nFour.")
    store = one_text(article, encoder)
    sentence = store.sentences_of("x", 2, 2)[0]
    citation = cite(Reading("x", sentence.span, sentence, 1.0), store).citation
    assert (citation.sentence, citation.paragraph, citation.paragraphs) == ("Three.", 2, 3)
    assert (citation.surroundings, citation.surroundings_start) == ("Two here. Three.", 8)
    assert (citation.before, citation.after) == ("Two here.", "Four.")
