import pytest

from training.generated import HELD_OUT, TRAINING, Language, generate


@pytest.mark.parametrize("language", [TRAINING, HELD_OUT], ids=["training", "held out"])
def test_every_answer_stands_in_its_text_and_half_are_refused(language: Language) -> None:
    examples = list(generate(language, 400, seed=1))
    assert all(span.of(example.context) for example in examples for span in example.answers)
    refused = sum(not example.answers for example in examples) / len(examples)
    assert 0.4 < refused < 0.7
    assert len({example.id for example in examples}) == len(examples)


def test_the_same_seed_makes_the_same_texts_and_another_other_ones() -> None:
    first, again, other = (list(generate(TRAINING, 20, seed)) for seed in (1, 1, 2))
    assert first == again
    assert {e.context for e in first}.isdisjoint({e.context for e in other})


def test_the_suite_shares_no_verb_and_no_template_with_training() -> None:
    assert {v.base for v in TRAINING.verbs}.isdisjoint({v.base for v in HELD_OUT.verbs})
    assert set(TRAINING.one).isdisjoint(HELD_OUT.one)
    assert set(TRAINING.chain).isdisjoint(HELD_OUT.chain)


def test_a_question_never_has_two_fates_in_one_text() -> None:
    fates: dict[tuple[str, str], set[bool]] = {}
    for example in generate(TRAINING, 500, seed=3):
        fates.setdefault((example.context, example.question), set()).add(bool(example.answers))
    assert all(len(fate) == 1 for fate in fates.values())


def test_answers_are_the_parties_that_the_sentence_names() -> None:
    passive = Language(TRAINING.verbs[:5], ("{B} was {pp} by {A}{why}.",), ("{A} {past} {B}, and {B} {past2} {C}.",))
    for example in generate(passive, 200, seed=4):
        for span in example.answers:
            said = span.of(example.context)
            if example.question.startswith("By whom was") and f"by {said}" not in example.context:
                assert f"{said} " in example.context
