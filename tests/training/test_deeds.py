import re

from training import lexicon
from training.deeds import deeds

EXAMPLES = list(deeds(600, seed=1))


def test_every_answer_stands_whole_in_its_text_and_half_are_refused() -> None:
    for example in EXAMPLES:
        for span in example.answers:
            around = f" {example.context} "[span.start : span.end + 2]
            assert not (around[0] + around[-1]).isalnum()
    asked = [example for example in EXAMPLES if not example.verdict]
    assert 0.4 < sum(not example.answers for example in asked) / len(asked) < 0.7
    assert len({example.id for example in EXAMPLES}) == len(EXAMPLES)


def test_by_whom_asks_for_the_one_who_did_it() -> None:
    seen = 0
    for example in deeds(4000, seed=2):
        told = re.search(r"(\w+) was (\w+) by ([^.]+)\.", example.context)
        asked = re.fullmatch(r"By whom was (.+ )?(\w+) (\w+)\?", example.question)
        if told and asked and (told[1], told[2]) == (asked[2], asked[3]) and example.answers:
            seen += 1
            assert example.answers[0].of(example.context) in told[3]
    assert seen >= 3


def test_a_question_never_has_two_fates_in_one_text() -> None:
    fates: dict[tuple[str, str], set[tuple[bool, str]]] = {}
    for example in EXAMPLES:
        fates.setdefault((example.context, example.question), set()).add((bool(example.answers), example.verdict))
    assert all(len(fate) == 1 for fate in fates.values())


def test_what_was_denied_is_answered_with_no() -> None:
    denied = [e for e in EXAMPLES if " denied having " in e.context]
    assert "no" in {e.verdict for e in denied}
    assert all(e.answers == () and e.verdict != "yes" for e in denied)


def test_the_evidence_is_the_sentence_with_the_deed() -> None:
    for example in EXAMPLES:
        for span in example.evidence:
            assert span.of(example.context).endswith((".", "”"))
            assert example.context[span.start - 2 : span.start] in ("", ". ")


def test_its_verbs_are_none_of_the_suite() -> None:
    own = {line.split(",")[0] for line in (*lexicon.DEEDS, *lexicon.GIVING, *lexicon.ASKING)}
    assert own.isdisjoint(verb.base for verb in lexicon.HELD_OUT_VERBS)


def test_who_received_something_did_not_give_it() -> None:
    seen = 0
    for example in EXAMPLES:
        told = re.search(r"^(?:.*\. )?([\w ]+?) (?:received|borrowed|bought|inherited) .+ from ", example.context)
        if told and re.match(r"Who (?:gave|sent|lent|sold|left|awarded) ", example.question) and example.answers:
            seen += 1
            assert example.answers[0].of(example.context) != told[1]
    assert seen > 3
