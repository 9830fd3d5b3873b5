import random

from corpus.article import Span
from training.examples import Example
from training.generated import generate
from training.renamed import by_last_name, by_office
from training.templates import TRAINING


def _example(question: str, context: str, *answers: str) -> Example:
    spans = tuple(Span(context.index(a), context.index(a) + len(a)) for a in answers)
    return Example(
        "1", "g", "generated", question, context, spans, evidence=(Span(0, len(context)),) if answers else ()
    )


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def test_the_text_goes_by_the_last_name_and_its_answer_stays() -> None:
    context = "Emil Lie was late. The bank thanked Emil Lie for the music."
    (short,) = by_last_name([_example("Who thanked Emil Lie?", context, "The bank")])
    assert short.question == "Who thanked Emil Lie?"
    assert short.context == "Lie was late. The bank thanked Lie for the music."
    assert [span.of(short.context) for span in short.answers] == ["The bank"]
    assert [span.of(short.context) for span in short.evidence] == [short.context]


def test_a_name_that_is_the_answer_stays_whole() -> None:
    assert not list(by_last_name([_example("Did they thank Emil Lie?", "They thanked Emil Lie.", "Emil Lie")]))


def test_a_text_with_two_of_that_last_name_is_left_out() -> None:
    assert not list(by_last_name([_example("Who thanked Emil Lie?", "Anna Lie thanked Emil Lie.", "Anna Lie")]))


def test_somebody_of_whom_the_text_does_not_speak_is_left_out() -> None:
    assert not list(by_last_name([_example("Who thanked Anna Lie?", "The bank thanked Emil Lie.")]))


def test_answers_of_made_up_texts_are_the_same_words() -> None:
    made = {example.id: example for example in generate(TRAINING, 60, 3)}
    short = list(by_last_name(list(made.values())))
    assert len(short) > 50
    for one in short:
        whole = made[one.id.removesuffix("-by-last-name")]
        assert [span.of(one.context) for span in one.answers] == [span.of(whole.context) for span in whole.answers]
        for mine, its in zip(one.evidence, whole.evidence, strict=True):
            assert mine.of(one.context).split()[-1] == its.of(whole.context).split()[-1]


def test_an_office_is_asked_for_where_the_text_gives_it() -> None:
    context = "Emil Lie was late. The bank thanked Emil Lie for the music."
    asked = set()
    for seed in range(60):
        told = list(by_office([_example("Who thanked Emil Lie?", context, "The bank")], _chance(seed)))
        if not told:  # both offices were the same
            continue
        (one,) = told
        office = one.question.removeprefix("Who thanked ").removesuffix("?")
        assert "Emil" not in office
        if one.answers:
            assert office in one.context[:1].lower() + one.context[1:]
            assert [span.of(one.context) for span in one.answers] == ["The bank"]
            assert [span.of(one.context) for span in one.evidence] == [one.context]
        else:
            assert office not in one.context
        asked.add((bool(one.answers), "Emil Lie" in one.context))
    assert asked == {(True, True), (True, False), (False, True), (False, False)}


def test_no_office_for_the_answer_itself() -> None:
    assert not list(
        by_office([_example("Did they thank Emil Lie?", "They thanked Emil Lie.", "Emil Lie")], _chance(1))
    )


def test_offices_keep_the_answers_of_made_up_texts() -> None:
    made = {example.id: example for example in generate(TRAINING, 60, 3)}
    told = list(by_office(list(made.values()), _chance(1)))
    assert len(told) > 50
    for one in told:
        whole = made[one.id.removesuffix("-by-office")]
        if one.answers:
            assert [span.of(one.context) for span in one.answers] == [
                span.of(whole.context) for span in whole.answers
            ]
        assert one.verdict in (whole.verdict, "silent")
