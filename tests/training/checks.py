"""What made-up texts and their questions have in common."""

from collections.abc import Sequence

from training.examples import Example


def assert_sound(examples: Sequence[Example]) -> None:
    """Every answer stands in its text with what shows it, and about half of what is asked has none."""
    assert len({example.id for example in examples}) == len(examples)
    for example in examples:
        words = [span.of(example.context) for span in example.answers]
        assert all(words)
        assert bool(example.evidence) == (bool(words) or example.verdict == "yes")
        assert "{" not in example.context + example.question
    refused = sum(not example.answers and not example.verdict for example in examples) / len(examples)
    assert 0.4 < refused < 0.6
