import pytest

from retrieval.verb_uses import has_verb_of, is_only_auxiliary, is_told, verb_and_particle


@pytest.mark.parametrize(
    ("predicate", "sentence"),
    [
        ("thanked", "Lie was later thanked by Ek."),
        ("thanks", "The mayor, whom Lie had thanked, left."),
        ("was having", "Norway has civil unions."),
        ("did", "She did great things for the town."),
        ("calls on", "We call on the governor to resign."),
        ("took over", "He took his old firm over."),
        ("lowered", "He helped lower the flag."),
        ("lowered", "He lowers the flag."),
        ("reported", "Media report a flood."),
        ("reported", "It was reported by the press."),
        ("supports", "The people support her."),
        ("planned", "It is part of a planned withdrawal."),
        ("voted", "They did vote."),
        ("met with", "Lie met with Ek."),
        ("placed", "They placed a bet."),
        ("received", "They received over $5 and paid up to 300."),
    ],
)
def test_a_sentence_tells_a_deed_by_its_verb(predicate: str, sentence: str) -> None:
    assert is_told(predicate, sentence)


@pytest.mark.parametrize(
    ("predicate", "sentence"),
    [
        ("thanked", "Lie praised Ek."),
        ("was having", "Voters have now approved it."),
        ("had", "They have had to deal with it."),
        ("did", "She did not go, though she did note it."),
        ("calls on", "She called him a liar."),
        ("takes", "The bank will take over the firm."),
        ("takes over", "The bank will take the money."),
        ("lowered", "He had his lower leg set."),
        ("remain", "The skeletal remains of a horse were found."),
        ("reported", "Reports from Minnesota suggest a flood."),
        ("leads", "Canada took a lead, and Norway's lead ended."),
        ("used", "They banned it for use in schools."),
        ("placed", "The vote took place on Monday."),
        ("placed", "It has to take place now."),
        ("met", "She was carried out of a town meeting by two policemen."),
    ],
)
def test_the_same_word_may_be_no_verb_or_another_one(predicate: str, sentence: str) -> None:
    assert not is_told(predicate, sentence)


@pytest.mark.parametrize(
    ("predicate", "verb", "particle"),
    [
        (" has been working on ", "working", "on"),
        (" gave the medal to ", "gave", ""),
        (" may not eat ", "eat", ""),
        (" will be working on ", "working", "on"),
        (" had ", "had", ""),
        (" ", "", ""),
    ],
)
def test_what_stands_between_the_blanks_has_a_verb(predicate: str, verb: str, particle: str) -> None:
    assert verb_and_particle(predicate) == (verb, particle)


def test_have_and_do_are_told_in_no_other_words() -> None:
    assert is_only_auxiliary("was having")
    assert is_only_auxiliary("did")
    assert not is_only_auxiliary("had thanked")


def test_a_sentence_may_have_a_verb_of_the_question() -> None:
    assert has_verb_of("When will Peru ratify the pact?", "Lie said it had been ratified.")
    assert not has_verb_of("When will Peru ratify the pact?", "Peru signed the pact on Monday.")
