import re

import pytest

from training.generated import HELD_OUT, TRAINING, Language, generate


@pytest.mark.parametrize("language", [TRAINING, HELD_OUT], ids=["training", "held out"])
def test_every_answer_stands_in_its_text_and_half_are_refused(language: Language) -> None:
    examples = list(generate(language, 400, seed=1))
    assert all(span.of(example.context) for example in examples for span in example.answers)
    asked = [example for example in examples if not example.verdict]
    refused = sum(not example.answers for example in asked) / len(asked)
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
    fates: dict[tuple[str, str], set[tuple[bool, str]]] = {}
    for example in generate(TRAINING, 500, seed=3):
        fates.setdefault((example.context, example.question), set()).add((bool(example.answers), example.verdict))
    assert all(len(fate) == 1 for fate in fates.values())


def test_passives_are_turned_the_right_way_round() -> None:
    seen = 0
    for example in generate(TRAINING, 16000, seed=4):
        told = re.fullmatch(r"([\w ]+) was (\w+) by ([\w ]+)\.", example.context)
        asked = re.fullmatch(r"By whom was ([\w ]+) (\w+)\?", example.question)
        if not (told and asked and told[2] == asked[2]) or re.search(" and | made up", example.context):
            continue
        seen += 1
        answers = [span.of(example.context) for span in example.answers]
        if told[1].lower().endswith(asked[1].lower()):  # a lead or a description may stand before
            assert told[3].startswith(answers[0])  # a reason may follow
        else:
            assert answers == []
    assert seen >= 10


def test_what_did_not_happen_answers_nothing() -> None:
    denied = [e for e in generate(TRAINING, 1500, seed=5) if "denied having" in e.context]
    assert denied
    assert all(example.answers == () for example in denied)


def test_all_who_did_it_are_answers() -> None:
    joint = [e for e in generate(TRAINING, 1500, seed=8) if ", and so did " in e.context and len(e.answers) == 2]
    assert joint
    for example in joint:
        first, second = sorted(example.answers, key=lambda span: span.start)
        assert second.of(example.context) in example.context.split(", and so did ")[1].split(".")[0]
        assert first.of(example.context) in example.context[: second.start]


def test_yes_no_and_silence_are_told_apart() -> None:
    found = [e for e in generate(TRAINING, 1500, seed=9) if e.verdict]
    assert {e.verdict for e in found} == {"yes", "no", "silent"}
    for example in found:
        if "denied having" in example.context or "refused to" in example.context:
            assert example.verdict in ("no", "silent")
        assert bool(example.evidence) == (example.verdict != "silent")
        assert not example.answers


def test_the_evidence_is_the_sentence_with_the_verb() -> None:
    for example in generate(TRAINING, 400, seed=10):
        told = [span.of(example.context) for span in example.evidence]
        if " There he " in example.context and example.answers:
            assert told == [s for s in re.split(r"(?<=[.”]) ", example.context) if s.startswith("There he ")]


def test_a_pronoun_is_answered_with_the_name() -> None:
    answers = {
        span.of(example.context)
        for example in generate(TRAINING, 1500, seed=6)
        for span in example.answers
        if " There he " in example.context or " There she " in example.context
    }
    assert answers
    assert answers.isdisjoint({"he", "she", "it", "He", "She", "It"})
