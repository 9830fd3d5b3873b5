from collections.abc import Sequence
from dataclasses import replace

import pytest

from retrieval.types import Read, Verdict, Window
from retrieval.verdicts import asked_back, claims
from tests.conftest import LookupReader, window_of


class SaysYes(LookupReader):
    """A LookupReader that takes every window for a yes, shown by its last sentence."""

    verdict_threshold = 0.5

    def _one(self, question: str, window: Window) -> Read:
        read = super()._one(question, window)
        return replace(read, yes=0.9, evidence=window.sentences[-1])


class SaysNo(SaysYes):
    def _one(self, question: str, window: Window) -> Read:
        return replace(super()._one(question, window), yes=0.1, no=0.8)


def said(question: str, text: str, *known: tuple[str, str]) -> Sequence[str]:
    """The sentences that say yes."""
    return [one.evidence.text for one in claims(question, [window_of(text)], SaysYes(*known))[Verdict.YES]]


@pytest.mark.parametrize(
    ("question", "text", "subject", "back"),
    [
        ("Did Pompeo visit Cambodia?", "Pompeo praised it.", "Pompeo", "Who did visit Cambodia?"),
        ("did hun sen thank the us", "Hun Sen left.", "hun sen", "Who did thank the us?"),
        ("And has the old mayor left?", "The old mayor wept.", "the old mayor", "Who has left?"),
        ("Was Ada Lie thanked by Bo?", "Lie was here.", "Ada Lie", "Who was thanked by Bo?"),
        ("Didn't Ada Lie leave?", "Ada Lie left.", "Ada Lie", "Who did leave?"),
        ("Can't Ada Lie leave?", "Ada Lie left.", "Ada Lie", "Who can leave?"),
        ("Won't Ada Lie leave?", "Ada Lie left.", "Ada Lie", "Who will leave?"),
        ("Is it true that Ada Lie left?", "Ada Lie left.", "Ada Lie", "Who left?"),
        ("Did Ada Lie put Bo in jail?", "Ada Lie put Bo in jail.", "Ada Lie", "Who did put Bo in jail?"),
        ("Did Bank of Lima fail?", "The Bank of Lima failed.", "Bank of Lima", "Who did fail?"),
        ("Did the jury praise Osei?", "The jury praised Osei.", "the jury", "Who did praise Osei?"),
    ],
)
def test_a_question_is_taken_apart_where_its_subject_ends(question: str, text: str, subject: str, back: str) -> None:
    found = asked_back(question, text)
    assert found
    assert (found.subject.words, found.subject.question) == (subject, back)


@pytest.mark.parametrize(
    ("question", "text", "back"),
    [
        ("Did Ada Lie choke Bo Ek?", "Lie choked Bo Ek.", ("Bo Ek", "Whom did Ada Lie choke?")),
        ("Did Ada Lie sell the mule?", "Lie sold a mule.", ("mule", "What did Ada Lie sell?")),
        ("Did Lie invite Bo to Lima?", "Lie invited Bo to Lima.", ("Bo to Lima", "Whom did Lie invite?")),
        ("Was Lie thanked by Bo?", "Bo thanked Lie.", ("Bo", "Whom was Lie thanked by?")),
    ],
)
def test_the_object_is_asked_for_as_well(question: str, text: str, back: tuple[str, str]) -> None:
    found = asked_back(question, text)
    assert found
    assert found.object
    assert (found.object.words, found.object.question) == back


def test_a_statement_has_no_object_to_ask_for() -> None:
    found = asked_back("Is it true that Ada Lie left Lima?", "Ada Lie left Lima.")
    assert found
    assert found.parts() == (found.subject,)


@pytest.mark.parametrize(
    "question", ["Did she leave?", "Is there a bridge?", "Did it?", "Did nurses strike?", "Who left?", "Did"]
)
def test_nobody_is_asked_for_where_the_subject_cannot_be_told(question: str) -> None:
    assert asked_back(question, "Ada Lie left.") is None


TEXT = "Ada Lie thanked Bo Ek. Then he left."


def test_a_yes_holds_where_asking_for_its_subject_finds_it() -> None:
    question = "Did Lie thank Bo Ek?"
    assert said(question, TEXT) == []
    assert said(question, TEXT, ("Who did thank Bo Ek?", "Bo Ek")) == []
    assert said(question, TEXT, ("Who did thank Bo Ek?", "Ada Lie")) == ["Then he left."]
    assert said(question, TEXT, ("Whom did Lie thank?", "Bo Ek")) == ["Then he left."]


def test_a_pronoun_in_the_same_sentence_may_be_anybody() -> None:
    assert said("Did Ada Lie leave?", TEXT, ("Who did leave?", "he")) == ["Then he left."]
    # Here the words stand in another sentence than what shows the yes.
    assert said("Did Ada Lie leave?", f"He slept. {TEXT}", ("Who did leave?", "He")) == []


def test_a_description_may_go_by_another_name() -> None:
    text = "The line sailed on. So Selin Ferries left."
    assert said("Did the line leave?", text, ("Who did leave?", "Selin Ferries")) == ["So Selin Ferries left."]
    assert said("Did the line leave?", text) == []


def denied(question: str, text: str) -> Sequence[tuple[str, float]]:
    """The sentences that say no."""
    found = claims(question, [window_of(text)], SaysNo())
    assert found[Verdict.YES] == []
    return [(one.evidence.text, one.confidence) for one in found[Verdict.NO]]


def test_a_no_is_not_asked_back() -> None:
    assert denied("Did Bo leave?", TEXT) == [("Then he left.", 0.8)]


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("Did Lie accept the fee of 90 crowns?", "Lie was offered a fee, and declined it.", True),
        ("Did Lie refuse the medal?", "The jury was told that she refused it. Lie denied that.", True),
        ("Did Lie apologise to the patients?", "A strike was threatened by the union. Lie denied that.", False),
        ("Did Lie apologise to the patients?", "Lie always denied it.", False),
    ],
)
def test_a_no_speaks_of_what_is_asked(question: str, text: str, held: bool) -> None:
    assert bool(denied(question, text)) is held
