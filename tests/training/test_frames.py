import random
from pathlib import Path

import pytest

from corpus.article import Span
from tests.training.test_undone import inflections
from training.examples import Example
from training.frames import frames
from training.undone import Inflections

HELP = ("help", "helped", "helped", "helping")
STEAL = ("steal", "stole", "stolen", "stealing")


@pytest.fixture
def verbs(tmp_path: Path) -> Inflections:
    return inflections(tmp_path, HELP, STEAL)


def asked(context: str, key: str, *questions: tuple[str, str, str]) -> list[tuple[Example, str, str]]:
    """(question, answer, role) -> rows as the question sets give them."""
    rows = []
    for question, answer, role in questions:
        start = context.index(answer)
        span = Span(start, start + len(answer))
        rows.append((Example(f"{key}-{question}", "g", "qasrl", question, context, (span,)), key, role))
    return rows


def made(rows: list[tuple[Example, str, str]], verbs: Inflections) -> dict[str, tuple[str, ...]]:
    """The questions, each with its answers' words; over many tries."""
    found = {}
    for seed in range(30):
        for one in frames(rows, verbs, random.Random(seed)):  # noqa: S311
            found[one.question] = tuple(span.of(one.context) for span in one.answers)
    return found


THANKED = asked(
    "The mayor thanked Ada Lie on Monday because it rained.",
    "v",
    ("Who thanked someone?", "The mayor", "subject"),
    ("Who did someone thank?", "Ada Lie", "object"),
    ("When did someone thank someone?", "on Monday", ""),
    ("Why did someone thank someone?", "it rained", ""),
)


def test_reasons_and_times_are_asked_for_with_the_parties_names(verbs: Inflections) -> None:
    found = made(THANKED, verbs)
    assert found["When did the mayor thank Ada Lie?"] == ("on Monday",)
    assert found["Why did the mayor thank Ada Lie?"] == ("it rained",)


def test_a_circumstance_that_nobody_asked_for_is_not_told(verbs: Inflections) -> None:
    assert made(THANKED, verbs)["Where did the mayor thank Ada Lie?"] == ()
    assert made(THANKED[:2], verbs) == {f"{wh} did the mayor thank Ada Lie?": () for wh in ("Why", "When", "Where")}


def test_what_was_done_by_nobody_has_no_agent(verbs: Inflections) -> None:
    rows = asked("The violin was stolen at night.", "v", ("What was stolen?", "The violin", "object"))
    assert made(rows, verbs) == {"Who stole the violin?": (), "By whom was the violin stolen?": ()}
    told = asked(
        "The violin was stolen by Berg.",
        "v",
        ("What was stolen?", "The violin", "object"),
        ("Who stole something?", "Berg", "subject"),
    )
    assert made(told, verbs) == {}


def test_who_helped_nobody_helped_no_one(verbs: Inflections) -> None:
    rows = asked("Ada Lie helped.", "v", ("Who helped?", "Ada Lie", "subject"))
    assert made(rows, verbs) == {f"{wh} did Ada Lie help?": () for wh in ("Whom", "Who", "What")}
    told = asked(
        "Ada Lie helped Berg.",
        "v",
        ("Who helped?", "Ada Lie", "subject"),
        ("Who did someone help?", "Berg", "object"),
    )
    assert "Whom did Ada Lie help?" not in made(told, verbs)


def test_one_verbs_party_is_not_anothers(verbs: Inflections) -> None:
    text = "Berg freed Moe and thanked Lie."
    freed = asked(text, "a", ("Who freed someone?", "Berg", "subject"), ("Who did someone free?", "Moe", "object"))
    thanked = asked(
        text, "b", ("Who thanked someone?", "Berg", "subject"), ("Who did someone thank?", "Lie", "object")
    )
    found = made([*freed, *thanked], verbs)
    assert found["Who freed Lie?"] == found["Who thanked Moe?"] == ()
    assert "Who freed Moe?" not in found


def test_a_pronoun_is_no_party_that_a_question_could_name(verbs: Inflections) -> None:
    rows = asked(
        "He thanked Ada Lie.",
        "v",
        ("Who thanked someone?", "He", "subject"),
        ("Who did someone thank?", "Ada", "object"),
    )
    assert made(rows, verbs) == {}
