import re

import pytest

from tests.training.checks import assert_sound
from training.described import described
from training.examples import Example


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return list(described(400, seed=1))


def test_every_answer_stands_in_its_text_with_what_shows_it(examples: list[Example]) -> None:
    assert_sound(examples)


def test_who_is_only_described_where_it_happened_is_named_elsewhere(examples: list[Example]) -> None:
    apart = [
        example
        for example in examples
        if example.answers and not any(shown.meets(span) for shown in example.evidence for span in example.answers)
    ]
    assert len(apart) > 250
    for example in apart:
        answer = example.answers[0].of(example.context)
        assert not re.match(r"(?:he|she|it)\b", answer, re.IGNORECASE)
        if not re.match(r"(?:an?|the)\b", answer, re.IGNORECASE):
            assert answer not in " ".join(shown.of(example.context) for shown in example.evidence)


def test_the_other_of_the_same_kind_did_nothing(examples: list[Example]) -> None:
    found = 0
    for example in examples:
        other = re.search(r"(?:Another|A second) [\w ]+, ([\w ]+),", example.context)
        if other and other[1].split()[-1] in example.question:
            found += 1
            assert not example.answers
            assert example.verdict in ("", "silent")
    assert found > 20


def test_whom_nobody_names_has_no_name(examples: list[Example]) -> None:
    answers = [span.of(example.context) for example in examples for span in example.answers]
    unnamed = [words for words in answers if re.match(r"(?:an?|the) [\w-]", words, re.IGNORECASE)]
    assert len(unnamed) > 30
    assert len(unnamed) < len(answers) / 5


def test_a_name_may_be_called_what_no_sentence_has_said(examples: list[Example]) -> None:
    apart = [
        (example, span.of(example.context))
        for example in examples
        for span in example.answers
        if re.search(r"\bthe (?:Norwegian|Kenyan|Italian|Swede|Turk|Greek|Chilean)\b", example.context)
        and not any(shown.meets(span) for shown in example.evidence)
    ]
    assert len(apart) > 5
    for example, name in apart:
        assert re.match(r"[A-Z]\w+ [A-Z]\w+$", name)
        shown = " ".join(span.of(example.context) for span in example.evidence)
        assert example.context.index(name) < example.context.index(shown)
