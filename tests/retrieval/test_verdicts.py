from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Span
from retrieval.types import Read, Reading, Verdict, Window
from retrieval.verdicts import claims, names_party
from tests.conftest import LookupReader, window_of

_TWO = 2  # sentences that a second look has


class SaysYes(LookupReader):
    """A LookupReader that takes every window of more than two sentences for a yes, shown by its last one."""

    verdict_threshold = 0.5

    def _one(self, question: str, window: Window) -> Read:
        read = super()._one(question, window)
        return replace(read, yes=0.9 if len(window.sentences) > _TWO else 0.0, evidence=window.sentences[-1])


class SaysNo(SaysYes):
    def _one(self, question: str, window: Window) -> Read:
        return replace(super()._one(question, window), yes=0.1, no=0.8)


def said(question: str, text: str, *known: tuple[str, str]) -> Sequence[str]:
    """The sentences that say yes."""
    window = window_of(f"It rained. {text}")
    return [one.evidence.text for one in claims(question, [window], SaysYes(*known))[Verdict.YES]]


TEXT = "Ada Lie thanked Bo Ek. Then he left."


def test_a_yes_holds_where_asking_for_its_subject_finds_it() -> None:
    question = "Did Lie thank Bo Ek?"
    assert said(question, TEXT) == []
    assert said(question, TEXT, ("Who did thank Bo Ek?", "Bo Ek")) == []
    assert said(question, TEXT, ("Who did thank Bo Ek?", "Ada Lie")) == ["Then he left."]
    assert said(question, TEXT, ("Whom did Lie thank?", "Bo Ek")) == ["Then he left."]


@pytest.mark.parametrize(("before", "held"), [("It rained.", False), ("She was offered the job.", True)])
def test_a_yes_speaks_of_what_is_asked(before: str, held: bool) -> None:
    known = ("Who did refuse the job?", "Lie")
    assert bool(said("Did Ada Lie refuse the job?", f"{before} Ada Lie denied that.", known)) is held


def test_a_lone_word_may_have_another_form_where_the_verdict_is_clear() -> None:
    text = "It rained. Ada Lie was offered a fee. Ada Lie declined it."
    assert claims("Did Lie resign?", [window_of(text)], Twofold((0.0, 0.7), (0.0, 0.7)))[Verdict.NO] == []
    assert claims("Did Lie resign?", [window_of(text)], Twofold((0.0, 0.9), (0.0, 0.9)))[Verdict.NO] != []


def test_a_pronoun_in_the_same_sentence_may_be_anybody() -> None:
    assert said("Did Ada Lie leave?", TEXT, ("Who did leave?", "he")) == ["Then he left."]
    # Here the words stand in another sentence than what shows the yes.
    assert said("Did Ada Lie leave?", f"He slept. {TEXT}", ("Who did leave?", "He")) == []


def test_a_description_may_go_by_another_name() -> None:
    text = "The line sailed on. So Selin Ferries left."
    assert said("Did the line leave?", text, ("Who did leave?", "Selin Ferries")) == ["So Selin Ferries left."]
    assert said("Did the line leave?", text) == []


def noes(question: str, text: str) -> Sequence[tuple[str, float]]:
    """The sentences that say no."""
    found = claims(question, [window_of(text)], SaysNo())
    assert found[Verdict.YES] == []
    return [(one.evidence.text, one.confidence) for one in found[Verdict.NO]]


def test_a_no_that_cannot_be_asked_back_holds() -> None:
    assert noes("Did he leave?", TEXT) == [("Then he left.", 0.8)]


def test_a_no_holds_where_nobody_is_found() -> None:
    assert noes("Did Bo leave?", TEXT) == [("Then he left.", 0.8)]


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("Did Lie accept the fee of 90 crowns?", "Lie was offered a fee, and declined it.", True),
        ("Did Lie refuse the medal?", "The jury was told that she refused it. Lie denied that.", True),
        ("Did Lie apologise to the patients?", "A strike was threatened by the union. Lie denied that.", False),
        ("Did Lie apologise to the patients?", "Lie always denied it.", False),
        ("Will Lie go down again?", "Bo left. Lie had refused to go before his men.", False),
    ],
)
def test_a_no_speaks_of_what_is_asked(question: str, text: str, held: bool) -> None:
    assert bool(noes(question, text)) is held


@pytest.mark.parametrize(
    ("party", "read", "expected"),
    [
        ("Lina", "Lina’s father, Per Aas", False),
        ("Lina", "Lina", True),
        ("Per Aas", "Lina's father, Per Aas", True),
        ("court", "the tax court", True),
    ],
)
def test_whose_father_it_is_is_another(party: str, read: str, expected: bool) -> None:
    window = window_of(f"It was {read}.")
    start = window.span.start + len("It was ")
    reading = Reading("a", Span(start, start + len(read)), window.sentences[0], 0.9)
    assert names_party(party, [reading], window) is expected


class Twofold(SaysYes):
    """Says one thing of a window, and another of what shows it with the sentence before."""

    def __init__(self, first: tuple[float, float], again: tuple[float, float], *known: tuple[str, str]) -> None:
        super().__init__(*known)
        self.first, self.again = first, again

    def _one(self, question: str, window: Window) -> Read:
        yes, no = self.first if len(window.sentences) > _TWO else self.again
        return replace(super()._one(question, window), yes=yes, no=no)


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ((0.2, 0.0), (0.9, 0.0), (Verdict.YES, 0.9)),  # which much text had hidden
        ((0.9, 0.0), (0.0, 0.8), (Verdict.NO, 0.8)),
        ((0.0, 0.9), (0.1, 0.2), (Verdict.NO, 0.9)),
        ((0.9, 0.0), (0.1, 0.2), (Verdict.YES, 0.9)),
        ((0.05, 0.05), (0.9, 0.0), None),  # not looked at again
    ],
)
def test_what_shows_a_verdict_is_read_again_by_itself(
    first: tuple[float, float], again: tuple[float, float], said: tuple[Verdict, float] | None
) -> None:
    window = window_of("It rained. Ada Lie thanked Bo Ek. Then Lie left.")
    subject = [("Who did leave?", "Lie")] if said and said[0] is Verdict.YES else []
    found = claims("Did Lie leave?", [window], Twofold(first, again, *subject))
    claimed = [(verdict, one.confidence, one.evidence.text) for verdict, ones in found.items() for one in ones]
    assert claimed == ([(*said, "Then Lie left.")] if said else [])
    # A yes that nobody is found for is none, and a no that somebody is found for.
    assert claims("Did Lie leave?", [window], Twofold(first, again))[Verdict.YES] == []
    found = claims("Did Lie leave?", [window], Twofold(first, again, ("Who did leave?", "Then Lie")))
    assert found[Verdict.NO] == []
    # Somebody of another sentence is none of it.
    found = claims("Did Lie leave?", [window], Twofold(first, again, ("Who did leave?", "Ada Lie")))
    assert bool(found[Verdict.NO]) is bool(said and said[0] is Verdict.NO)


class SaysOtherwise(LookupReader):
    """Says no of a text, and of a sentence alone yes, so clearly."""

    verdict_threshold = 0.5

    def __init__(self, alone: float, *known: tuple[str, str]) -> None:
        super().__init__(*known)
        self.alone = alone

    def _one(self, question: str, window: Window) -> Read:
        yes, no = (self.alone, 0.0) if len(window.sentences) == 1 else (0.1, 0.8)
        return replace(super()._one(question, window), yes=yes, no=no, evidence=window.sentences[-1])


def test_a_no_that_somebody_is_found_for_is_a_yes_where_its_sentence_says_so() -> None:
    window = window_of("It rained. Lie, who had said that there was no such letter, resigned.")
    who = ("Who did resign?", "Lie")
    found = claims("Did Lie resign?", [window], SaysOtherwise(0.94, who))
    assert [(v, one.confidence) for v, ones in found.items() for one in ones] == [(Verdict.YES, 0.94)]
    assert not any(claims("Did Lie resign?", [window], SaysOtherwise(0.7, who)).values())
    assert claims("Did Lie resign?", [window], SaysOtherwise(0.94))[Verdict.YES] == []


def test_a_clear_yes_of_the_sentence_alone_is_not_asked_back() -> None:
    window = window_of("It rained. Ada Lie thanked Bo Ek. Then Lie left.")
    assert len(claims("Did Lie leave?", [window], Twofold((0.9, 0.0), (0.96, 0.0)))[Verdict.YES]) == 1
    assert claims("Did Lie leave?", [window], Twofold((0.99, 0.0), (0.2, 0.1)))[Verdict.YES] == []


def test_what_somebody_has_none_of_is_no_yes() -> None:
    text = "He slept. Ada Lie lost no sheep."
    assert said("Did Lie lose sheep?", text, ("What did Lie lose?", "sheep")) == ["Ada Lie lost no sheep."]
    assert said("Did Lie lose sheep?", text, ("What did Lie lose?", "no sheep")) == []


class SaysNoAtFirst(SaysYes):
    """Says no of a window, by its last sentence, and yes of its end, by the sentence before."""

    def _one(self, question: str, window: Window) -> Read:
        more = len(window.sentences) > _TWO
        yes, no = (0.1, 0.8) if more else (0.9, 0.0)
        return replace(super()._one(question, window), yes=yes, no=no, evidence=window.sentences[-1 if more else 0])


def test_what_the_second_look_finds_is_shown_by_what_it_read() -> None:
    window = window_of("It rained. Bo accused Ada Lie of having lied. She denied having lied.")
    found = claims("Did Ada Lie lie?", [window], SaysNoAtFirst(("Who did lie?", "Ada Lie")))
    assert [one.evidence.text for one in found[Verdict.YES]] == ["Bo accused Ada Lie of having lied."]


def test_a_clear_yes_of_nobody_is_asked_back() -> None:
    window = window_of("It rained. Lie said that nobody had been in danger.")
    found = claims("Was anybody in danger?", [window], Twofold((0.9, 0.0), (0.99, 0.0)))
    assert found[Verdict.YES] == []


class OneDenies(SaysYes):
    """Says no of a sentence by itself, and yes of more."""

    def _one(self, question: str, window: Window) -> Read:
        yes, no = (0.1, 0.9) if len(window.sentences) == 1 else (0.9, 0.0)
        return replace(super()._one(question, window), yes=yes, no=no)


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        ("Did anyone visit her?", "Lie wept. Then nobody had ever visited her.", Verdict.NO),
        ("Did anyone visit her?", "Lie wept. Then somebody visited her.", Verdict.YES),
        ("Was it true?", "Lie wept. Then nobody had ever visited her.", Verdict.YES),
    ],
)
def test_that_nobody_did_it_is_read_by_itself_where_anybody_is_asked_for(
    question: str, text: str, verdict: Verdict
) -> None:
    known = ("Who did visit her?", "somebody")
    found = claims(question, [window_of(f"It rained. {text}")], OneDenies(known))
    assert [v for v, ones in found.items() if ones] == [verdict]


class Pronouns(LookupReader):
    """Says yes or no of what it was told to, of a sentence alone; knows who it is."""

    def __init__(self, verdicts: dict[str, tuple[float, float]], *known: tuple[str, str]) -> None:
        super().__init__(*known)
        self.verdicts = verdicts

    def _one(self, question: str, window: Window) -> Read:
        yes, no = self.verdicts.get(question, (0.0, 0.0)) if len(window.sentences) == 1 else (0.0, 0.0)
        shown = [replace(one, evidence=window.sentences[-1]) for one in super()._one(question, window).readings]
        return Read(tuple(shown), window.sentences[-1], yes, no)


LATER = "Ada Lie spoke for Bo Ek. But she did not thank the trust."


@pytest.mark.parametrize(
    ("verdict", "known", "said"),
    [
        ((0.0, 0.95), ("Who did not thank the trust?", "Ada Lie"), Verdict.NO),
        ((0.95, 0.0), ("Who did thank the trust?", "Ada Lie"), Verdict.YES),
        ((0.0, 0.95), ("Who did not thank the trust?", "Bo Ek"), None),
        ((0.0, 0.95), ("Who did thank the trust?", "Ada Lie"), None),
        ((0.0, 0.6), ("Who did not thank the trust?", "Ada Lie"), None),
    ],
)
def test_what_a_sentence_says_of_her_it_says_of_whom_she_stands_for(
    verdict: tuple[float, float], known: tuple[str, str], said: Verdict | None
) -> None:
    reader = Pronouns({"Did she thank the trust?": verdict}, known)
    found = claims("Did Lie thank the trust?", [window_of(LATER)], reader)
    assert {
        one: [(r.evidence.text, r.confidence) for r in readings] for one, readings in found.items() if readings
    } == ({said: [("But she did not thank the trust.", 0.9)]} if said else {})


def test_only_a_sentence_about_the_question_is_asked() -> None:
    reader = Pronouns({"Did she thank the trust?": (0.0, 0.95)}, ("Who did not thank the trust?", "Ada Lie"))
    found = claims("Did Lie thank the trust?", [window_of("Ada Lie spoke. She did not stay.")], reader)
    assert found == {Verdict.YES: [], Verdict.NO: []}


class Replying(LookupReader):
    """Says no to these questions, of a sentence alone."""

    def __init__(self, *questions: str) -> None:
        super().__init__()
        self.questions = questions

    def _one(self, question: str, window: Window) -> Read:
        return replace(super()._one(question, window), no=0.9 * (question in self.questions))


SMILED = "Ada Lie smiled. She did not thank the director."


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("Did Lie thank the director?", SMILED, True),
        # Whom the sentence calls the director, she did not thank either.
        (
            "Did Lie thank Kroll?",
            "The director, Ina Kroll, slept. Ada Lie smiled. She did not thank the director.",
            True,
        ),
        ("Did Lie thank Kroll?", f"Ina Kroll slept. {SMILED}", False),
        # Two whom she may be; one who is not the subject; one to whom it was done.
        ("Did Lie thank the director?", "Ada Lie met Eva Ek. She did not thank the director.", False),
        ("Did Lie thank the director?", "It was known to Ada Lie. She did not thank the director.", False),
        ("Did Lie thank the director?", "Eva Ek spoke. Ada Lie met her. She did not thank the director.", False),
        ("Did Ek thank the director?", "Eva Ek spoke. Ada Lie met her. She did not thank the director.", True),
    ],
)
def test_she_is_the_only_one_that_the_sentence_before_speaks_of(question: str, text: str, found: bool) -> None:
    reader = Replying("Did she thank the director?")
    assert bool(claims(question, [window_of(text)], reader)[Verdict.NO]) is found


@pytest.mark.parametrize(
    ("text", "who", "found"),
    [
        ("Ada Lie smiled. She was dismissed.", "She", [0.9]),
        ("Ada Lie smiled. She was dismissed.", "Ada Lie", []),  # not of the sentence alone
        ("Eva Ek smiled. She was dismissed.", "She", []),
    ],
)
def test_who_begins_a_sentence_is_who_it_is_about(text: str, who: str, found: list[float]) -> None:
    claimed = claims("Was Lie dismissed?", [window_of(text)], LookupReader(("Who was dismissed?", who)))
    assert [one.confidence for one in claimed[Verdict.YES]] == found


def test_who_she_is_may_be_read_behind_the_pronoun() -> None:
    known = ("Who was dismissed?", "She"), ("Who was dismissed?", "Ada Lie")
    reader = Pronouns({"Was she dismissed?": (0.95, 0.0)}, *known)
    found = claims("Was Lie dismissed?", [window_of("Eva Ek met Ada Lie. She was dismissed.")], reader)
    assert [one.evidence.text for one in found[Verdict.YES]] == ["She was dismissed."]


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("Did Lie accept the invitation?", "Bo Ek invited Lie to sing. She accepted at once.", True),
        ("Did Lie accept the invitation?", "Bo Ek praised Lie. She accepted at once.", False),
        ("Did Lie accept the invitation?", "Bo Ek invited Lie to sing. She accepted the prize.", False),
        # He is no "she", nor is she whoever invited her.
        ("Did Bo Ek accept the invitation?", "Bo Ek lost his hat. Lie invited Bo Ek to sing. She accepted.", False),
        ("Did Bo Ek accept the invitation?", "Lie sang. Bo Ek invited her to sing. She accepted.", False),
    ],
)
def test_what_was_accepted_may_stand_in_the_sentence_before(question: str, text: str, found: bool) -> None:
    subject = "Bo Ek" if "Ek accept" in question else "Lie"
    reader = Pronouns({"Did she accept?": (0.95, 0.0)}, ("Who did accept?", subject))
    assert bool(claims(question, [window_of(text)], reader)[Verdict.YES]) is found
