import pytest

from corpus.article import Article, Span
from retrieval.sentences import split
from retrieval.verb_parties import (
    has_noun_for_subject,
    has_thing_for_subject,
    is_given_to_thing,
    is_undone,
    noun_done_to,
    object_pronouns,
    owners_of_objects,
    passive_without_agent,
    pronouns_beside,
    subject_pronouns,
    subjects_in_person,
)
from retrieval.windows import alone
from tests.conftest import place, window_of


@pytest.mark.parametrize(
    ("verb", "text", "undone"),
    [
        ("charge", "She hugged her lawyer, Bo Ek, who had charged her nothing.", True),
        ("charge", "No one has been charged.", True),
        ("charge", "Ek has not been charged.", True),
        ("charge", "Ek charged no fee.", True),
        ("charge", "Ek was charged, and Lie was not.", False),
        ("charge", "The court charged not Ek but Lie.", False),
        ("charge", "Ek was not only charged but jailed.", False),
        ("charge", "Ek did not leave and was charged.", False),
        ("charge", "Ek left.", False),
    ],
)
def test_what_was_not_done(verb: str, text: str, undone: bool) -> None:
    assert is_undone(verb, text) is undone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lie and Ek quarrelled after she beat him.", ("she", "he")),
        ("Lie beat her.", ("", "she")),
        ("She was beaten by Ek.", ("", "she")),
        ("She beat Lie, and he beat Ek.", ("", "")),
        ("She left.", ("", "")),
    ],
)
def test_who_stands_beside_a_verb(text: str, expected: tuple[str, str]) -> None:
    assert pronouns_beside("beat", window_of(text).sentences[0]) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lie's successor, Ada Moe, apologised.", True),
        ("Lie's lawyer said that she apologised.", False),
        ("Lie's lawyer, who apologised, left.", False),
        ("Lie's lawyer left.", False),
    ],
)
def test_a_verb_has_a_noun_for_its_subject(text: str, told: bool) -> None:
    (sentence,) = window_of(text).sentences
    assert has_noun_for_subject("apologise", sentence) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The owner, the Fjeld family, persuaded the board.", True),
        ("Acme sold it.", True),
        ("It sold well.", False),
        ("They sold it.", False),
    ],
)
def test_a_sentence_is_about_one_thing(text: str, told: bool) -> None:
    (sentence,) = window_of(text).sentences
    assert has_thing_for_subject(sentence) is told


@pytest.mark.parametrize(
    ("text", "subjects", "objects"),
    [
        ("The chief, Bo Ek, sent her a cod.", [], ["her"]),
        ("He sent Lie a cod.", ["He"], []),
        ("He sent it to her.", ["He"], []),
        ("He left, and she sent him flowers.", ["she"], ["him"]),
        ("Rain fell.", [], []),
    ],
)
def test_pronouns_that_are_a_verbs_subject_or_object(text: str, subjects: list[str], objects: list[str]) -> None:
    window = window_of(text)
    (sentence,) = window.sentences
    assert [window.words(one) for one in subject_pronouns(["send"], sentence)] == subjects
    assert [window.words(one) for one in object_pronouns(["send"], sentence)] == objects


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The president gave the dog a medal.", True),
        ("The president gave the nurse a medal.", False),
        ("The president gave Ek a medal.", False),
        ("The president gave a medal.", False),
    ],
)
def test_something_may_be_given_to_nobody(text: str, thing: bool) -> None:
    (sentence,) = window_of(text).sentences
    assert is_given_to_thing("give", sentence) is thing


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Ek was excluded from the house for a week.", True),
        ("Ek was excluded by the speaker.", False),
        ("The speaker excluded Ek.", False),
        ("Ek left.", False),
    ],
)
def test_a_passive_may_leave_open_who_did_it(text: str, open_: bool) -> None:
    (sentence,) = window_of(text).sentences
    assert passive_without_agent("exclude", sentence) is open_


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Whom did the court order to move Mona?", "A court ordered the old zoo to move her.", "the old zoo"),
        ("Whom did the court order to move Mona?", "A court ordered it to move her.", None),
        ("Whom did the court help?", "A court ordered the zoo to move her.", None),
        ("Who ordered it?", "A court ordered the zoo to move her.", None),
    ],
)
def test_a_noun_of_the_sentence_is_whom_and_nobody_from_elsewhere(
    question: str, sentence: str, words: str | None
) -> None:
    text = f"Mona had a sister, Lila. {sentence}"
    told = alone(split(Article("a", "", text))[-1])
    found = noun_done_to(place(text, "Lila"), question, told)
    assert (found and found.of(text)) == words
    inside = Span(told.span.start, told.span.start + len("A court"))
    assert noun_done_to(inside, question, told) is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("They threw a shoe, which hit his driver.", "his"),
        ("They threw a shoe, which hit him.", None),
        ("They threw a shoe, which hit the driver.", None),
        ("His driver hit a shoe.", None),
    ],
)
def test_whose_is_to_whom_it_was_done(text: str, owner: str | None) -> None:
    (sentence,) = window_of(text).sentences
    found = [one.of(text) for one in owners_of_objects("hit", sentence)]
    assert found == ([owner] if owner else [])


@pytest.mark.parametrize(
    ("verb", "held"),
    [("show", [("He", False)]), ("have", [("I", True)]), ("sit", [("I", True)]), ("open", []), ("sing", [])],
)
def test_who_of_a_speech_did_it(verb: str, held: list[tuple[str, bool]]) -> None:
    text = "He showed me the case, which the cook opened, and I had to sit."
    (sentence,) = window_of(text).sentences
    assert [(one.of(text), is_i) for one, is_i in subjects_in_person([verb], sentence)] == held
