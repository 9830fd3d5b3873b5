import gzip
import json
import random
from pathlib import Path

import pytest

from corpus.article import Span
from training.examples import Example, Roles
from training.undone import Inflections, undone

THANK = ("thank", "thanked", "thanked", "thanking")
LEAVE = ("leave", "left", "left", "leaving")
WRITE = ("write", "wrote", "written", "writing")


@pytest.fixture
def verbs(tmp_path: Path) -> Inflections:
    def entry(forms: tuple[str, str, str, str]) -> dict[str, object]:
        names = ("stem", "past", "pastParticiple", "presentParticiple")
        return {"verbInflectedForms": dict(zip(names, forms, strict=True))}

    row = {"verbEntries": {str(n): entry(forms) for n, forms in enumerate((THANK, LEAVE, WRITE))}}
    with gzip.open(tmp_path / "qanom.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    return Inflections(tmp_path / "qanom.jsonl.gz")


def fates(example: Example, verbs: Inflections, roles: Roles | None = None) -> list[Example]:
    """All that is made of it, over many tries."""
    made: list[Example] = []
    for seed in range(60):
        chance = random.Random(seed)  # noqa: S311
        pairs = [(example, roles)] if roles else []
        made += undone([] if roles else [example], pairs, verbs, 0, chance)
    return made


def asked(question: str, context: str, answer: str) -> Example:
    start = context.index(answer)
    return Example("q", "g", "squad1", question, context, (Span(start, start + len(answer)),))


def test_a_text_that_tells_of_a_deed_says_yes_with_the_sentence(verbs: Inflections) -> None:
    example = asked("When did Ada Lie leave Lima?", "It rained. Ada Lie left Lima in 1990.", "1990")
    yes = next(one for one in fates(example, verbs) if one.verdict == "yes")
    assert (yes.question, yes.context) == ("Did Ada Lie leave Lima?", example.context)
    assert [span.of(yes.context) for span in yes.evidence] == ["Ada Lie left Lima in 1990."]


def test_what_was_not_done_says_no_and_answers_nothing(verbs: Inflections) -> None:
    example = asked("Who left Lima?", "Ada Lie left Lima in 1990.", "Ada Lie")
    made = fates(example, verbs)
    no = {one.context for one in made if one.verdict == "no"}
    assert {"Ada Lie did not leave Lima in 1990.", "Ada Lie never left Lima in 1990."} <= no
    assert "Ada Lie denied having left Lima in 1990." in no
    silent = {one.context for one in made if one.verdict == "silent"}
    assert {"Ada Lie wanted to leave Lima in 1990.", "Ada Lie was accused of leaving Lima in 1990."} <= silent
    assert no.isdisjoint(silent)
    words = [one for one in made if not one.verdict]
    assert {one.question for one in words} == {"Who left Lima?"}
    assert all(one.answers == () and one.context != example.context for one in words)


def test_another_verb_of_the_same_parties_is_not_told(verbs: Inflections) -> None:
    example = asked("Who left Lima?", "Ada Lie left Lima in 1990.", "Ada Lie")
    others = {one.question for one in fates(example, verbs) if one.id.endswith("-other")}
    assert others == {"Did Ada Lie thank Lima?", "Did Ada Lie write Lima?"}


def test_the_parties_that_people_marked(verbs: Inflections) -> None:
    context = "Ada Lie warmly thanked Ole Aas ."
    roles = Roles("g", context, "v", ("Who thanked someone?", Span(0, 7)), ("Who did someone thank?", Span(23, 30)))
    made = fates(asked("Who thanked Ole Aas?", context, "Ada Lie"), verbs, roles)
    assert {one.question for one in made if one.verdict == "yes"} == {"Did Ada Lie thank Ole Aas?"}
    assert "Ada Lie warmly did not thank Ole Aas ." in {one.context for one in made if one.verdict == "no"}


def test_the_passive(verbs: Inflections) -> None:
    example = asked("When was the letter written?", "The letter was later written in May.", "May")
    made = fates(example, verbs)
    assert {one.question for one in made if one.verdict == "yes"} == {"Was the letter written?"}
    assert "The letter was later never written in May." in {one.context for one in made if one.verdict == "no"}


def test_plain_sentences_are_asked_about_with_the_name_for_a_pronoun(verbs: Inflections) -> None:
    context = "Ada Lie came home. She left Lima by train. In May, the nurse thanked her mother, who wept."
    example = Example("q", "g", "squad1", "Why?", context)
    made = list(undone([example], [], verbs, 9, random.Random(1)))  # noqa: S311
    told = {one.question: one.evidence[0].of(one.context) for one in made if one.verdict == "yes"}
    assert told == {
        "Did Ada Lie leave Lima by train?": "She left Lima by train.",
        "Did the nurse thank her mother?": "In May, the nurse thanked her mother, who wept.",
    }


def test_deeds_of_nobody_in_particular_are_left_out(verbs: Inflections) -> None:
    assert fates(asked("Who left something?", "Ada Lie left something.", "Ada Lie"), verbs) == []
    assert fates(asked("When did I leave Lima?", "I left Lima in May.", "May"), verbs) == []


def test_verbs_that_are_kept_for_judging_are_not_touched(tmp_path: Path) -> None:
    from training import lexicon

    verb = lexicon.HELD_OUT_VERBS[0]
    forms = {"stem": verb.base, "past": verb.past, "pastParticiple": verb.participle, "presentParticiple": "x"}
    with gzip.open(tmp_path / "q.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"verbEntries": {"0": {"verbInflectedForms": forms}}}) + "\n")
    assert Inflections(tmp_path / "q.gz").by_base == {}
