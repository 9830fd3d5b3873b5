import re

from training.statements import statements


def test_every_answer_stands_in_its_text_with_what_shows_it() -> None:
    examples = list(statements(300, seed=1))
    assert len({example.id for example in examples}) == len(examples)
    for example in examples:
        words = [span.of(example.context) for span in example.answers]
        assert all(words)
        assert bool(example.evidence) == bool(words)
    refused = sum(not example.answers for example in examples) / len(examples)
    assert 0.4 < refused < 0.65


def test_the_speaker_is_named_also_when_the_quotation_names_a_pronoun() -> None:
    found = 0
    for example in statements(1500, seed=2):
        told = re.search(r"([\w ]+) spoke in \w+ on \w+\. “([^”]+),” (?:he|she) said", example.context)
        if told and example.question.startswith("Who said") and example.answers:
            found += 1
            assert [span.of(example.context).lower() for span in example.answers] == [told[1].strip().lower()]
            assert [span.of(example.context)[0] for span in example.evidence] == ["“"]
    assert found > 3


def test_a_person_who_spoke_elsewhere_in_the_text_is_not_called_silent() -> None:
    for example in statements(1500, seed=3):
        asked = re.fullmatch(r"What did (.+) say\?", example.question)
        if asked and not example.answers:
            assert f"{asked[1]} said" not in example.context
