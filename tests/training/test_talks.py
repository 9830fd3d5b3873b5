import re

from training.talks import talks


def test_every_answer_stands_in_its_text_with_the_sentence_that_shows_it() -> None:
    examples = list(talks(300, seed=1))
    assert len({example.id for example in examples}) == len(examples)
    for example in examples:
        assert all(span.of(example.context).strip() for span in example.answers)
        assert bool(example.evidence) == bool(example.answers)
        assert all(span.of(example.context).endswith((".", ".”")) for span in example.evidence)
    refused = sum(not example.answers for example in examples) / len(examples)
    assert 0.3 < refused < 0.6


def test_the_same_seed_makes_the_same_texts() -> None:
    first, again, other = (list(talks(20, seed)) for seed in (1, 1, 2))
    assert first == again
    assert {e.context for e in first}.isdisjoint({e.context for e in other})


def test_words_without_a_name_are_those_of_the_last_who_was_named() -> None:
    seen = 0
    for example in talks(600, seed=2):
        asked = re.fullmatch(r"Who said “(.+)”\?", example.question)
        at = example.context.find(f"“{asked[1]},” he said") if asked else -1
        if at >= 0 and example.answers:
            seen += 1
            (speaker,) = example.answers
            assert speaker.end <= at
            assert example.evidence[0].start == at
    assert seen > 5


def test_all_that_somebody_said_is_an_answer_and_nothing_of_the_other() -> None:
    several = 0
    by_text: dict[str, list[set[str]]] = {}
    for example in talks(300, seed=3):
        if re.search("What|what", example.question) and "someone" not in example.question and example.answers:
            said = {span.of(example.context) for span in example.answers}
            several += len(said) > 1
            by_text.setdefault(example.context, []).append(said)
    assert several > 50
    assert all(a.isdisjoint(b) for said in by_text.values() for a in said[:1] for b in said[1:])
