import numpy as np
import pytest

from corpus.article import Span
from training.evaluate import best_span, f1, is_exact
from training.examples import Example
from training.model import MAX_TOKENS, features, load_tokenizer

TEXT = "Pompeo thanked Cambodia. " + "Nothing else was said that day. " * 60 + "Hun Sen thanked the US."


def example(question: str, *answers: str) -> Example:
    spans = tuple(Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in answers)
    return Example("1", "g", "s", question, TEXT, spans)


@pytest.mark.parametrize("answer", ["Pompeo", "Cambodia", "the US", "Hun Sen thanked the US"])
def test_the_window_for_training_holds_the_answer_at_its_tokens(answer: str) -> None:
    (row,) = features([example("Who?", answer)], load_tokenizer(), every_window=False)
    assert Span(row.offsets[row.start][0], row.offsets[row.end][1]).of(TEXT) == answer
    assert len(row.ids) <= MAX_TOKENS


def test_windows_cover_the_text_and_say_nothing_where_there_is_no_answer() -> None:
    rows = features([example("Who?", "Pompeo"), example("Why?")], load_tokenizer(), every_window=True)
    assert [row.start > 0 for row in rows if row.example == 0] == [True] + [False] * (len(rows) // 2 - 1)
    assert all(row.start == row.end == 0 for row in rows if row.example == 1)
    assert max(end for row in rows for _, end in row.offsets) == len(TEXT)


def test_a_question_of_a_thousand_words_leaves_room_for_the_text() -> None:
    (row, *_) = features([example("who " * 1000, "Pompeo")], load_tokenizer(), every_window=False)
    assert row.start > 0


def test_the_best_span_is_in_order_short_and_never_the_first_token() -> None:
    starts, ends = np.full(50, -9.0, np.float32), np.full(50, -9.0, np.float32)
    starts[[0, 10, 45]] = 9, 5, 4
    ends[[0, 12, 44, 49]] = 9, 3, 8, 2
    assert best_span(starts, ends) == (10, 12, 8.0)


def test_scores_are_squads() -> None:
    asked = Example("1", "g", "s", "Who?", "The minister, Hun Sen, spoke.", (Span(0, 12), Span(14, 21)))
    assert is_exact("minister", asked)
    assert not is_exact("Sen", asked)
    assert f1("Hun Sen, spoke", asked) == pytest.approx(0.8)
    assert f1("x", Example("1", "g", "s", "Who?", "x")) == 0
