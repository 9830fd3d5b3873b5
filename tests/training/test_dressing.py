import random
import re

from training import dressing


def test_what_stands_around_leaves_the_fact_as_it_was() -> None:
    chance = random.Random(1)  # noqa: S311
    texts = {dressing.dressed("{A} {past} {B}.", {"A": "Anna Smith", "B": "the mayor"}, chance) for _ in range(300)}
    assert len(texts) > 50
    for text in texts:
        assert text.count("{A}") == text.count("{B}") == text.count("{past}") == 1
        assert text.index("{A}") < text.index("{past}") < text.index("{B}")
        assert text.endswith(".")


def test_only_people_are_described() -> None:
    chance = random.Random(2)  # noqa: S311
    texts = [dressing.dressed("{B} was not {base}.", {}, chance) for _ in range(200)]
    assert all("{B} was not {base}" in text for text in texts)


def test_something_may_stand_between_a_party_and_the_act() -> None:
    chance = random.Random(5)  # noqa: S311
    active = [dressing.dressed("{A} {past} {B}.", {}, chance) for _ in range(300)]
    apart = [text for text in active if "{A} {past} {B}" not in text]
    assert 20 < len(apart) < 80
    assert all(re.search(r"\{A\}, [^{}]+, \{past\} \{B\}", text) for text in apart)
    passive = {dressing.dressed("{B} was {pp} by {A}{why}.", {}, chance) for _ in range(300)}
    assert any(re.search(r"\{B\} was finally \{pp\} by \{A\}", text) for text in passive)


def test_what_follows_on_everything_is_a_phrase_without_slots() -> None:
    chance = random.Random(6)  # noqa: S311
    behind = {dressing.afterwards(chance) for _ in range(200)}
    assert " late at night" in behind
    assert all(text.startswith(" ") and "{" not in text and "," not in text for text in behind)


def test_every_slot_of_what_stands_around_is_filled() -> None:
    chance = random.Random(3)  # noqa: S311
    assert "{" not in dressing.filled(" ".join(f"{{{slot}}}" for slot in dressing.circumstances(chance)), chance)


def test_invented_names_differ() -> None:
    chance = random.Random(4)  # noqa: S311
    names = [dressing.invented(chance) for _ in range(300)]
    assert len(set(names)) > 290
    assert all(name[0].isupper() and name.isalpha() for name in names)
