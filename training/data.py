"""The training mixture, and the sets that judge it. What goes in, how often, and what is held out stands here."""

import random
import re
from collections.abc import Sequence
from pathlib import Path

from training import negatives
from training.deeds import deeds
from training.described import described
from training.examples import Example, filled, multispan, qanom, qasrl, squad_like
from training.generated import generate
from training.pronouns import pronouns
from training.renamed import by_last_name, by_office
from training.replies import replies
from training.statements import statements
from training.talks import talks
from training.templates import HELD_OUT, TRAINING
from training.undone import Inflections, undone

HELD_OUT_SHARE = 0.03  # of each source's groups, for choosing thresholds and calibration
HELD_OUT_TITLES = {"Normans", "Black_Death"}  # of SQuAD 2.0's training articles: whole ones, by people
SEED = 7
_SENTENCE = re.compile(r"(?<=[.!?] )([A-Z][a-z]*(?:,? [a-zI][a-z'’]*){3,20})\.(?= [A-Z])")


def mixture(folder: Path, seed: int = SEED) -> tuple[list[Example], list[Example]]:
    """(training, validation): nothing of squad2_dev, no sentence and no article in both.

    What people wrote is seen several times, what is made in quantity once: other texts with another seed, and other
    samples of what there is most of. What is held out of people's texts is the same with any seed.
    """
    chance = random.Random(seed)  # noqa: S311
    squad2 = list(squad_like(folder / "squad2_train.jsonl", "squad2"))
    squad1 = list(squad_like(folder / "squad1_only.jsonl", "squad1"))
    shifts = [
        example
        for name, most in (("wiki", 8000), ("reddit", 9000), ("amazon", 7000))  # news is nearest to the first
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
    sentences = [*qamr, *(example for example, _ in pairs), *_sample(roles, 9000, chance)]
    turned = [*negatives.reversed_roles(pairs), *negatives.whether(pairs)]
    answerable = [example for example in [*squad2, *squad1, *shifts] if example.answers]
    generated = list(generate(TRAINING, 6000, seed))
    stated = list(statements(3500, seed))
    talked = list(talks(5600, seed, _sentences(shifts)))
    done = [*deeds(3000, seed), *replies(1200, seed)]
    made = [*generated, *stated, *talked, *done, *described(3500, seed), *pronouns(4500, seed)]
    verbs = Inflections(folder / "qanom_train.jsonl.gz")
    not_done = list(undone([*squad2, *squad1, *shifts, *qamr], pairs, verbs, 3000, chance))
    refused = [
        *_balanced(list(negatives.one_thing_changed([*squad2, *squad1], chance)), 7000, chance),
        *_balanced(list(negatives.one_thing_changed(shifts, chance)), 3000, chance),
        *_balanced(list(negatives.one_thing_changed(sentences, chance)), 7000, chance),
        *_sample(list(negatives.answer_cut_out(answerable)), 4000, chance),
        *negatives.open_elsewhere(_sample(roles, 6000, chance), chance),
        *negatives.neighbours(_sample(answerable, 9000, chance), chance),
    ]
    everything = [
        *squad2 * 2,  # the only refusals that people wrote; seen more often they are learnt by heart
        *squad1 * 2,
        *shifts,
        *sentences,
        *(example for example, _ in pairs),
        *turned,
        *negatives.wider(_sample([*sentences, *turned, *made], 26000, chance), chance),
        *list(multispan(folder / "multispanqa_valid.json")) * 2,
        *refused,
        *made,
        *_sample(list(by_last_name(made)), 6000, chance),
        *_sample(list(by_office(made, chance)), 6000, chance),
        *not_done * 2,
    ]
    return _split(everything)


def role_suite(count: int = 1500) -> list[Example]:
    """Generated questions whose verbs and templates training never sees."""
    return list(generate(HELD_OUT, count, SEED + 1))


def _sentences(examples: Sequence[Example]) -> list[str]:
    """What people wrote of themselves and of what they bought, as they might say it; without the full stop."""
    texts = dict.fromkeys(e.context for e in examples if not e.source.endswith("wiki"))
    return list(dict.fromkeys(found for text in texts for found in _SENTENCE.findall(text)))


def _split(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    training: list[Example] = []
    validation: dict[str, Example] = {}
    for example in examples:
        # By group, the same in every run and for every set that shares the group's sentences.
        held_out = example.group in HELD_OUT_TITLES or _share(example.group) < HELD_OUT_SHARE
        if held_out:
            validation[example.id] = example  # once, however often training sees its like
        else:
            training.append(example)
    return training, list(validation.values())


def _share(group: str) -> float:
    return random.Random(f"{SEED} {group}").random()  # noqa: S311


def _balanced(examples: Sequence[Example], count: int, chance: random.Random) -> list[Example]:
    """Of each source as many, as far as there are."""
    by_source: dict[str, list[Example]] = {}
    for example in examples:
        by_source.setdefault(example.source, []).append(example)
    return [row for rows in by_source.values() for row in _sample(rows, count // len(by_source), chance)]


def _sample(examples: Sequence[Example], count: int, chance: random.Random) -> list[Example]:
    return list(examples) if len(examples) <= count else chance.sample(list(examples), count)
