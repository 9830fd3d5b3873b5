import random

from corpus.article import Span
from training import negatives
from training.examples import Example, Roles

SENTENCE = "Pompeo thanked Cambodia for helping 600 citizens. Hun Sen met Trump."
EXAMPLE = Example("1", "g", "s", "Who thanked the land of Cambodia?", SENTENCE, (Span(0, 6),))
OTHER = Example(
    "2", "g", "s", "Whom did the leader Hun Sen meet in 2020?", "In 1999 Berlin met Paris. A wall fell. All ran.", ()
)


def test_roles_are_turned_round() -> None:
    roles = Roles("g", SENTENCE, "v", ("Who thanked someone?", Span(0, 6)), ("Who did someone thank?", Span(15, 23)))
    found = list(negatives.reversed_roles([(EXAMPLE, roles), (EXAMPLE, roles)]))
    assert [example.question for example in found] == ["Who thanked Pompeo?", "Who did Cambodia thank?"]
    assert all(example.answers == () for example in found)


def test_one_name_is_changed_for_one_that_the_text_lacks() -> None:
    found = list(negatives.one_thing_changed([EXAMPLE] * 20 + [OTHER], random.Random(1)))  # noqa: S311
    changed = [example for example in found if example.context == SENTENCE]
    assert {example.question for example in changed} == {
        "Who thanked the land of Berlin?",
        "Who thanked the land of Paris?",
    }
    assert all(example.answers == () for example in changed)


def test_the_sentence_with_the_answer_is_cut_out() -> None:
    text = "Pompeo spoke. It rained. Hun Sen met Trump."
    (cut,) = negatives.answer_cut_out([Example("1", "g", "s", "Who spoke?", text, (Span(0, 6),))])
    assert (cut.context, cut.answers) == ("It rained. Hun Sen met Trump.", ())


def test_a_passage_of_the_same_subject_without_the_answer() -> None:
    found = list(negatives.wrong_passage([EXAMPLE, OTHER] * 10, random.Random(1)))  # noqa: S311
    assert found
    for example in found:
        assert example.answers == ()
        assert "Pompeo" not in example.context or example.id.startswith("2")


def test_a_wider_text_still_holds_the_answer() -> None:
    for example in negatives.wider([EXAMPLE, OTHER] * 10, random.Random(1)):  # noqa: S311
        assert [span.of(example.context) for span in example.answers] in (["Pompeo"], [])
        assert len(example.context) >= len(OTHER.context)
