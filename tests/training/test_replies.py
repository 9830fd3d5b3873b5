import re

import pytest

from training.replies import replies

EXAMPLES = list(replies(1500, seed=1))


def test_every_answer_and_every_verdict_is_shown_by_a_sentence() -> None:
    for example in EXAMPLES:
        for span in (*example.answers, *example.evidence):
            around = f" {example.context} "[span.start : span.end + 2]
            assert not (around[0] + around[-1]).isalnum()
        if example.answers or example.verdict in ("yes", "no"):
            assert [span.of(example.context)[-1] in ".”" for span in example.evidence] == [True]
    assert len({example.id for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize(
    ("reply", "accepted", "declined"),
    [
        (r"\bdeclined it\b|turned it down", "no", "yes"),
        (r"accepted the same day|, and \w+ took it", "yes", "no"),
        (r"has yet to answer|is thinking it over", "silent", "silent"),
    ],
)
def test_what_came_of_an_offer(reply: str, accepted: str, declined: str) -> None:
    offers = [one for one in EXAMPLES if "offered" in one.context and re.search(reply, one.context)]
    to_whom = [one for one in offers if re.match(r"Did .+ (?:accept|decline|turn down|reject|refuse) ", one.question)]
    silent = {one.question for one in to_whom if one.verdict == "silent"}
    assert {one.verdict for one in to_whom if " accept " in one.question} == {accepted, "silent"}
    assert {one.verdict for one in to_whom if " accept " not in one.question} == {declined}
    assert silent


def test_what_was_promised_is_not_yet_done() -> None:
    vowed = [one for one in EXAMPLES if re.search(r"\b(?:vowed|threatened) to ", one.context)]
    vows = {one.verdict for one in vowed if re.match(r"Did .+ (?:vow|threaten) to ", one.question)}
    deeds = {one.verdict for one in vowed if re.match(r"Did (?!.+ (?:vow|threaten) to )", one.question)}
    assert (vows, deeds) == ({"yes"}, {"silent"})


def test_what_is_asked_for_is_not_what_was_promised() -> None:
    seen = 0
    for one in EXAMPLES:
        told = re.search(r"promised (.+?)\. .+ instead (?:for )?(.+?)(?:\.|,| on )", one.context)
        if (
            told
            and re.fullmatch(r"What did .+ (?:ask|call|appeal|beg|press|demand|request)(?: for)?\?", one.question)
            and one.answers
        ):
            seen += 1
            assert one.answers[0].of(one.context) not in told[1]
    assert seen > 3


def test_contrary_acts() -> None:
    told = [one for one in EXAMPLES if re.search(r"\brejected the (?:appeal|verdict|comparison)", one.context)]
    asked = {one.verdict for one in told if re.match(r"Did .+ accept the ", one.question)}
    assert asked <= {"no", "silent"}
    assert "no" in asked
