"""The training mixture, and the sets that judge it. What goes in, how often, and what is held out stands here."""

import random
from collections.abc import Sequence
from pathlib import Path

from training import negatives
from training.examples import Example, filled, multispan, qanom, qasrl, squad_like
from training.generated import HELD_OUT, TRAINING, generate

HELD_OUT_SHARE = 0.03  # of each source's groups, for choosing thresholds and calibration
SEED = 7


def mixture(folder: Path) -> tuple[list[Example], list[Example]]:
    """(training, validation): nothing of squad2_dev, no sentence and no article in both."""
    chance = random.Random(SEED)  # noqa: S311
    squad = [
        *squad_like(folder / "squad2_train.jsonl", "squad2"),
        *squad_like(folder / "squad1_only.jsonl", "squad1"),
    ]
    shifts = [
        example
        for name, most in (("wiki", 10_000), ("reddit", 5000), ("amazon", 5000))  # news is nearest to the first
        for example in _sample(list(squad_like(folder / f"squadshifts_{name}.jsonl", f"shifts-{name}")), most, chance)
    ]
    qamr = list(squad_like(folder / "qamr_dev.jsonl", "qamr"))
    asked = [
        row
        for name in ("wikinews", "wikipedia")
        for row in qasrl(folder / f"qasrl_gs_{name}_dev.csv", folder / f"qasrl_gs_{name}_dev_sentences.csv")
    ] + list(qanom(folder / "qanom_train.jsonl.gz"))
    pairs = list(filled(asked))
    roles = [example for example, _, _ in asked]
    sentences = [*qamr, *(example for example, _ in pairs), *_sample(roles, 8000, chance)]
    answerable = [example for example in [*squad, *shifts] if example.answers]
    refused = [
        *negatives.reversed_roles(pairs),
        *_sample(list(negatives.one_thing_changed([*sentences, *answerable], chance)), 14000, chance),
        *_sample(list(negatives.answer_cut_out(answerable)), 9000, chance),
        *_sample(list(negatives.wrong_passage(answerable, chance)), 5000, chance),
    ]
    generated = list(generate(TRAINING, 7000, SEED))
    everything = [
        *squad,
        *squad,  # twice: the only questions whose refusals people wrote
        *shifts,
        *sentences,
        *(example for example, _ in pairs),
        *negatives.wider(_sample([*sentences, *generated], 15000, chance), chance),
        *multispan(folder / "multispanqa_valid.json"),
        *refused,
        *generated,
    ]
    return _split(everything)


def role_suite(count: int = 1500) -> list[Example]:
    """Generated questions whose verbs and templates training never sees."""
    return list(generate(HELD_OUT, count, SEED + 1))


def _split(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    training: list[Example] = []
    validation: list[Example] = []
    for example in examples:
        # By group, the same in every run and for every set that shares the group's sentences.
        held_out = random.Random(f"{SEED} {example.group}").random() < HELD_OUT_SHARE  # noqa: S311
        (validation if held_out else training).append(example)
    return training, validation


def _sample(examples: Sequence[Example], count: int, chance: random.Random) -> list[Example]:
    return list(examples) if len(examples) <= count else chance.sample(list(examples), count)
