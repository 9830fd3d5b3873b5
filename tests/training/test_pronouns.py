import re

import pytest

from tests.training.checks import assert_sound
from training.examples import Example
from training.pronouns import pronouns


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return list(pronouns(1200, seed=1))


def test_every_answer_stands_in_its_text_with_what_shows_it(examples: list[Example]) -> None:
    assert_sound(examples)


def test_no_answer_is_a_pronoun(examples: list[Example]) -> None:
    answers = {span.of(example.context).lower() for example in examples for span in example.answers}
    assert answers.isdisjoint(("he", "him", "she", "her", "it"))


def test_who_did_it_to_whom_is_told_by_the_form_of_the_sentence(examples: list[Example]) -> None:
    found = 0
    for example in examples:
        told = re.match(r"(\w+ \w+), whom (\w+ \w+) had (\w+), (\w+) (?:him|her)\.", example.context)
        acts = {(told[3], told[1]): told[2], (told[4], told[2]): told[1]} if told else {}
        for (did, to), who in acts.items():
            if example.question in (f"Who {did} {to}?", f"Who {did} {to.split()[-1]}?"):
                found += 1
                assert [span.of(example.context) for span in example.answers] == [who]
            elif example.question in (f"Who {did} {who}?", f"Who {did} {who.split()[-1]}?"):
                found += 1
                assert not example.answers
    assert found > 3
