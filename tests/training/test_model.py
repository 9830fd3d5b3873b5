from dataclasses import replace

import pytest
import torch

from corpus.article import Span
from training.evaluate import f1, is_exact
from training.examples import Example
from training.model import MAX_TOKENS, Targets, features, load_tokenizer, loss_of, targets_of

TEXT = "Pompeo thanked Cambodia. " + "Nothing else was said that day. " * 60 + "Hun Sen thanked the US."


def example(question: str, *answers: str) -> Example:
    spans = tuple(Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in answers)
    return Example("1", "g", "s", question, TEXT, spans)


@pytest.mark.parametrize("answer", ["Pompeo", "Cambodia", "the US", "Hun Sen thanked the US"])
def test_the_window_for_training_holds_the_answer_at_its_tokens(answer: str) -> None:
    (row,) = features([example("Who?", answer)], load_tokenizer(), every_window=False)
    ((first, last),) = row.spans
    assert Span(row.offsets[first][0], row.offsets[last][1]).of(TEXT) == answer
    assert len(row.ids) <= MAX_TOKENS
    ((first, last),) = row.evidence
    assert Span(row.offsets[first][0], row.offsets[last][1]).of(TEXT) == next(
        sentence for sentence in ("Pompeo thanked Cambodia.", "Hun Sen thanked the US.") if answer in sentence
    )


def test_windows_cover_the_text_and_say_nothing_where_there_is_no_answer() -> None:
    rows = features([example("Who?", "Pompeo"), example("Why?")], load_tokenizer(), every_window=True)
    assert [bool(row.spans) for row in rows if row.example == 0] == [True] + [False] * (len(rows) // 2 - 1)
    assert not any(row.spans or row.evidence for row in rows if row.example == 1)
    assert max(end for row in rows for _, end in row.offsets) == len(TEXT)


def test_a_question_of_a_thousand_words_leaves_room_for_the_text() -> None:
    (row, *_) = features([example("who " * 1000, "Pompeo")], load_tokenizer(), every_window=False)
    assert row.spans


def test_several_true_answers_share_the_target_and_ways_to_mark_one_do_not() -> None:
    asked = example("Who?", "Pompeo", "Hun Sen")
    short = replace(asked, context=TEXT[:24] + TEXT[-24:], answers=(Span(0, 6), Span(25, 32)))
    rows = features([replace(short, several=True), short], load_tokenizer(), every_window=False)
    assert [len(row.spans) for row in rows] == [2, 1]
    targets = targets_of(rows, torch.device("cpu"))
    assert sorted(targets.tokens[0, :, 0].tolist())[-3:] == [0, 0.5, 0.5]
    assert sorted(targets.tokens[1, :, 0].tolist())[-2:] == [0, 1]
    assert targets.whole.tolist() == [[1, -1, -1], [1, -1, -1]]


@pytest.mark.parametrize(
    ("verdict", "whole"), [("yes", [-1, 1, 0]), ("no", [-1, 0, 1]), ("silent", [-1, 0, 0]), ("", [0, -1, -1])]
)
def test_a_verdict_is_judged_and_no_words_are_picked(verdict: str, whole: list[float]) -> None:
    asked = Example("1", "g", "s", "Did it?", "It did. He sang.", evidence=(Span(0, 7),), verdict=verdict)
    rows = features([asked], load_tokenizer(), every_window=False)
    targets = targets_of(rows, torch.device("cpu"))
    assert targets.whole.tolist() == [whole]
    assert targets.tokens[0, 0, :2].tolist() == [1, 1]
    assert targets.tokens[0, 0, 2] == (0 if verdict in ("yes", "no") else 1)


def test_the_loss_is_small_when_the_scores_say_the_targets_and_large_when_they_do_not() -> None:
    tokens = torch.zeros(1, 6, 3)
    tokens[0, 3] = 1
    targets = Targets(tokens, torch.tensor([[1.0, -1.0, -1.0]]))
    right, wrong = tokens * 30, torch.zeros(1, 6, 3)
    wrong[0, 0] = 30
    whole = torch.tensor([[20.0, -20.0, 20.0]])
    assert loss_of(right, whole, targets, 0.5) < 1e-4
    assert loss_of(wrong, whole, targets, 0.5) == pytest.approx(45, rel=1e-3)
    assert loss_of(right, -whole, targets, 0.5) == pytest.approx(10, rel=1e-3)


def test_scores_are_squads() -> None:
    asked = Example("1", "g", "s", "Who?", "The minister, Hun Sen, spoke.", (Span(0, 12), Span(14, 21)))
    assert is_exact("minister", asked)
    assert not is_exact("Sen", asked)
    assert f1("Hun Sen, spoke", asked) == pytest.approx(0.8)
    assert f1("x", Example("1", "g", "s", "Who?", "x")) == 0
