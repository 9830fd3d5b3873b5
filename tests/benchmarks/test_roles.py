import re
from dataclasses import replace

import pytest

from benchmarks.collection import ARTICLES, Asked, collection
from benchmarks.roles import claimant_is_right, is_right, pairs_of, pairs_report
from corpus.article import Span
from retrieval.types import Answer, Citation, Found, Verdict
from training import lexicon, templates

TOLD, ASKED = collection()
CITED = Citation("news-000", "", None, None, "On Monday, Ann Berg thanked Ivo Ek.", 0, 35, 11, 19)
RIGHT = Asked("Who thanked Ivo Ek?", "active", False, ("Ann Berg",), "Ann Berg thanked Ivo Ek")


def answer(*texts: str, verdict: Verdict = Verdict.ANSWERED, claimant: Span | None = None) -> Answer:
    return Answer("Who?", "Who?", verdict, tuple(Found(text, 0.9, CITED, claimant=claimant) for text in texts))


def test_every_sentence_to_be_cited_stands_in_an_article_with_its_answer() -> None:
    texts = "\n".join(article.text for article in TOLD)
    assert len(TOLD) == ARTICLES
    for asked in ASKED:
        assert asked.sentence in texts
        assert all(words in texts for words in asked.answers[:1])


def test_the_unseen_third_shares_no_verb_and_no_sentence_with_training() -> None:
    verbs = {re.split(r"\W", asked.question)[1] for asked in ASKED if asked.unseen and asked.kind == "pairs"}
    assert verbs <= {verb.past for verb in lexicon.HELD_OUT_VERBS}
    assert verbs.isdisjoint(verb.past for verb in lexicon.TRAINING_VERBS)
    from benchmarks.collection import _UNSEEN

    kinds = ("one", "chain", "fork", "mutual", "unreal", "joint", "both", "nobody")
    told = {body for kind in kinds for form in getattr(templates.TRAINING, kind) for body in templates.every(form)}
    assert len(told) > 400
    assert told.isdisjoint(body for bodies in _UNSEEN.values() for body in bodies)


def test_no_question_has_two_answers() -> None:
    for asked in ASKED:
        others = [one for one in ASKED if one.question == asked.question and one.unseen == asked.unseen]
        assert all((one.answers, one.verdict) == (asked.answers, asked.verdict) for one in others)


@pytest.mark.parametrize(
    ("asked", "given", "right"),
    [
        (RIGHT, answer("Ann Berg"), True),
        (RIGHT, answer("Ivo Ek"), False),
        (replace(RIGHT, sentence="elsewhere"), answer("Ann Berg"), False),
        (RIGHT, answer(verdict=Verdict.NOT_FOUND), False),
        (replace(RIGHT, answers=(), sentence=""), answer(verdict=Verdict.NOT_FOUND), True),
        (replace(RIGHT, answers=(), sentence=""), answer("Ann Berg"), False),
        (replace(RIGHT, kind="list", answers=("Ivo Ek", "Ann")), answer("Ann", "Ivo Ek"), True),
        (replace(RIGHT, kind="list", answers=("Ivo Ek", "Ann")), answer("Ann", "Ivo Ek", "Bo"), False),
        (replace(RIGHT, answers=(), verdict="no"), answer("x", verdict=Verdict.NO), True),
        (replace(RIGHT, answers=(), verdict="no"), answer("x", verdict=Verdict.YES), False),
        (replace(RIGHT, answers=(), verdict="silent", sentence=""), answer(verdict=Verdict.NOT_FOUND), True),
        (replace(RIGHT, answers=(), verdict="silent", sentence=""), answer("x", verdict=Verdict.NO), False),
    ],
)
def test_what_is_right(asked: Asked, given: Answer, right: bool) -> None:
    assert is_right(asked, given) is right


def test_whose_word_it_is_is_judged_both_ways() -> None:
    said = replace(RIGHT, claimant="Ann Berg")
    assert claimant_is_right(said, answer("Ivo Ek", claimant=Span(11, 19)))
    assert not claimant_is_right(said, answer("Ivo Ek"))
    assert claimant_is_right(RIGHT, answer("Ivo Ek"))
    assert not claimant_is_right(RIGHT, answer("Ivo Ek", claimant=Span(11, 19)))


def test_pairs_are_counted_both_ways() -> None:
    asked = Asked("Who thanked whom?", "pairs", True, pairs=(("Ann Berg", "Ivo Ek"), ("Ivo Ek", "Liv Dahl")))
    found = tuple(
        Found("x", 0.9, CITED, {"agent": agent, "patient": patient})
        for agent, patient in (("Ann Berg", "Ivo Ek"), ("Liv Dahl", "the Ann"))
    )
    given = replace(answer(), answers=found)
    assert pairs_of(given) == {("ann berg", "ivo ek"), ("liv dahl", "ann")}
    assert "| unseen | 2 | 0.500 | 0.500 | 0.500 |" in pairs_report([(asked, given)])
