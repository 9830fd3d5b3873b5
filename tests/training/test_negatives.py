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


def changed(kind: str, *examples: Example) -> set[str]:
    """What the first example's question was changed into, over many tries."""
    found = negatives.one_thing_changed([*examples] * 40, random.Random(1))  # noqa: S311
    wanted = [e for e in found if e.source == f"changed {kind}" and e.context == examples[0].context]
    assert all(example.answers == () for example in wanted)
    return {example.question for example in wanted}


def test_a_name_is_changed_for_another_one() -> None:
    assert changed("name", EXAMPLE, OTHER) == {
        f"Who thanked the land of {name}?" for name in ("Berlin", "Paris", "Sen", "Trump")
    }


def test_a_number_is_changed_for_another_one() -> None:
    asked = Example("3", "g", "s", "Who helped 600 citizens?", SENTENCE, (Span(0, 6),))
    assert changed("number", asked, OTHER) == {"Who helped 1999 citizens?"}


def test_a_word_becomes_its_opposite() -> None:
    asked = Example("3", "g", "s", "Who opened the largest bridge?", "Ann opened the largest bridge.", (Span(0, 3),))
    assert changed("opposite", asked) == {"Who closed the largest bridge?", "Who opened the smallest bridge?"}


def test_a_deed_is_denied_where_the_question_stays_a_sentence() -> None:
    did = Example("3", "g", "s", "What did Anna Berg sell?", "Anna Berg sold fish.", (Span(15, 19),))
    assert changed("denied", did) == {"What did Anna Berg not sell?", "What did Anna Berg never sell?"}
    was = Example("3", "g", "s", "Who was elected mayor?", "Anna was elected mayor.", (Span(0, 4),))
    assert changed("denied", was) == {"Who was not elected mayor?", "Who was never elected mayor?"}
    assert changed("denied", EXAMPLE) == set()


def test_a_word_of_the_text_becomes_another_with_the_same_ending() -> None:
    asked = Example("3", "g", "s", "Who painted the bridge?", "Ann painted the bridge.", (Span(0, 3),))
    other = Example("4", "h", "s", "Who repaired ships?", "Bo repaired ships.", (Span(0, 2),))
    assert changed("word", asked, other) == {"Who repaired the bridge?"}


def test_yes_or_no_is_asked_of_real_sentences_both_ways_round() -> None:
    roles = Roles("g", SENTENCE, "v", ("Who thanked someone?", Span(0, 6)), ("Who did someone thank?", Span(15, 23)))
    assert [(e.question, e.verdict) for e in negatives.whether([(EXAMPLE, roles)])] == [
        ("Did Pompeo thank Cambodia?", "yes"),
        ("Did Cambodia thank Pompeo?", "silent"),
    ]


def test_the_sentence_with_the_answer_is_cut_out() -> None:
    text = "Pompeo spoke. It rained. Hun Sen met Trump."
    (cut,) = negatives.answer_cut_out([Example("1", "g", "s", "Who spoke?", text, (Span(0, 6),))])
    assert (cut.context, cut.answers) == ("It rained. Hun Sen met Trump.", ())


def test_a_neighbour_is_like_the_question_and_lacks_the_answer() -> None:
    asked = Example("1", "g", "s", "Who sang in the choir?", "Ann sang in the choir.", (Span(0, 3),))
    near = Example("2", "h", "s", "Who left?", "Bo sang in the choir too.", (Span(0, 2),))
    far = Example("3", "i", "s", "Who left?", "Rain fell on Ann.", (Span(13, 16),))
    found = [e for e in negatives.neighbours([asked, near, far], random.Random(1)) if e.id.startswith("1")]  # noqa: S311
    assert [(e.context, e.answers) for e in found] == [(near.context, ())]


def test_a_wider_text_still_holds_the_answer() -> None:
    for example in negatives.wider([EXAMPLE, OTHER] * 10, random.Random(1)):  # noqa: S311
        assert [span.of(example.context) for span in example.answers] in (["Pompeo"], [])
        assert SENTENCE in [span.of(example.context) for span in example.evidence] or example.id.startswith("2")


def test_an_open_question_is_asked_of_a_sentence_without_its_verb() -> None:
    asked = Example("3", "g", "s", "Who thanked someone?", SENTENCE, (Span(0, 6),))
    other = Example("4", "h", "s", "Who repaired something?", "Bo repairs ships.", (Span(0, 2),))
    found = {
        (example.question, example.context, example.group, example.answers)
        for seed in range(20)
        for example in negatives.open_elsewhere([asked, other], random.Random(seed))  # noqa: S311
    }
    assert found == {
        ("Who thanked someone?", "Bo repairs ships.", "h", ()),
        ("Who repaired something?", SENTENCE, "g", ()),
    }
