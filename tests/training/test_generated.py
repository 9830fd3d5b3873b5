import random
import re

import pytest

from training.generated import generate, sentence_with
from training.templates import HELD_OUT, TRAINING, Language, chosen, dated, every, is_open


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
    for kind in ("one", "chain", "fork", "mutual", "unreal"):
        told = {body for form in getattr(TRAINING, kind) for body in every(form)}
        assert told.isdisjoint(getattr(HELD_OUT, kind))


def test_a_question_never_has_two_fates_in_one_text() -> None:
    fates: dict[tuple[str, str], set[tuple[bool, str]]] = {}
    for example in generate(TRAINING, 500, seed=3):
        fates.setdefault((example.context, example.question), set()).add((bool(example.answers), example.verdict))
    assert all(len(fate) == 1 for fate in fates.values())


def test_passives_are_turned_the_right_way_round() -> None:
    passive = Language(TRAINING.verbs, one=("{B} was {pp} by {A}.",), chain=(), fork=(), mutual=(), unreal=())
    fates = []
    for example in generate(passive, 300, seed=4):
        told = re.search(r"(?:^|(?<=\. ))([\w ]+) was ([\w ]+) by ([\w ]+)\.", example.context)
        asked = re.fullmatch(r"By whom was ([\w ]+) (\w+)\?", example.question)
        if told and asked and told[2] == asked[2]:
            fates.append(told[1].lower() == asked[1].lower())
            answers = [span.of(example.context) for span in example.answers]
            assert answers == ([told[3]] if fates[-1] else [])
    assert min(fates.count(True), fates.count(False)) >= 10


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


def test_a_choice_of_words_is_made_and_all_of_them_can_be_named() -> None:
    form = "{A} [gladly |][{past}|had [once|twice] {pp}] {B}."
    assert sorted(every(form)) == sorted(
        f"{{A}} {how}{act} {{B}}." for how in ("gladly ", "") for act in ("{past}", "had once {pp}", "had twice {pp}")
    )
    assert {
        chosen(form, random.Random(seed))  # noqa: S311
        for seed in range(99)
    } == set(every(form))


@pytest.mark.parametrize(
    ("form", "left_open", "when"),
    [
        ("{A} {past} {B}{why}.", False, ""),
        ("{A} might {base} {B}{why}, {D} said.", True, ""),
        ("{D} begged {A} not to {base} {B}.", True, ""),
        ("{A} was warned by {D} not to {base} {B}.", True, ""),
        ("“Never {base} {B},” {D} told {A}.", True, ""),
        ("{A} was careful not to {base} {B}.", False, ""),
        ("{A} can prove that {a} never {past} {B}.", False, ""),
        ("On {day}, {A} {past} {B}{why}.", False, "day"),
        ("{A} {past} {B} in {month}.", False, "month"),
        ("{A} came to {town} on {day}. There {a} {past} {B}.", False, ""),
    ],
)
def test_what_a_form_says_beside_the_act(form: str, left_open: bool, when: str) -> None:
    assert (is_open(form), dated(form)) == (left_open, when)


def test_every_claim_names_who_makes_it() -> None:
    for form in TRAINING.claimed:
        assert all({"{A}", "{B}", "{D}"} <= set(re.findall(r"\{[ABD]\}", one)) for one in every(form))


def test_a_claim_is_asked_after_with_the_answer_before_it() -> None:
    found = [e for e in generate(TRAINING, 1500, seed=11) if "According to whom?" in e.question]
    named = [e for e in found if e.answers]
    assert 0.1 < len(named) / len(found) < 0.9
    for example in named:
        (claimant,) = (span.of(example.context) for span in example.answers)
        assert claimant.lower() not in example.question.split("?")[-2].lower()


def test_an_act_of_nobody_who_is_named_has_no_agent() -> None:
    found = [e for e in generate(TRAINING, 6000, seed=13) if re.search("by mistake", e.context)]
    passive = [e for e in found if re.fullmatch(r"(By whom was|Who was) .+ (by|\w+)\?", e.question)]
    assert passive
    assert all(not e.answers for e in passive if "hom" in e.question or e.question.endswith("by?"))


def test_a_time_limits_what_is_asked() -> None:
    found = [e for e in generate(TRAINING, 1500, seed=13) if re.search(r" (on|in) [A-Z]\w+day\?$", e.question)]
    assert {bool(e.answers) for e in found if not e.verdict} == {True, False}
    for example in found:
        day = example.question[:-1].split()[-1]
        assert (bool(example.answers) or example.verdict == "yes") == (day in example.context)


def test_all_members_of_a_list_are_answers() -> None:
    found = [e for e in generate(TRAINING, 3000, seed=14) if len(e.answers) == 3]
    assert found
    assert all(len({span.of(e.context) for span in e.answers}) == 3 for e in found)


def test_a_sentence_is_cut_between_full_stops() -> None:
    text = "It rained. “He sang,” she said. It snowed."
    found = {words: sentence_with(text, words) for words in ("He sang", "it rained", "snowed", "hailed")}
    assert {words: span and span.of(text) for words, span in found.items()} == {
        "He sang": "“He sang,” she said.",
        "it rained": "It rained.",
        "snowed": "It snowed.",
        "hailed": None,
    }
