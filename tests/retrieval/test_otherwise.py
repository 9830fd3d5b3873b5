from collections.abc import Sequence

import pytest

from corpus.article import Article
from retrieval.index import update
from retrieval.otherwise import denied, denied_instead, told
from retrieval.store import Store
from retrieval.verdicts import reading_of
from tests.conftest import LookupReader, WordEncoder, window_of

BEAT = "Elsa Lind won. On Saturday she beat Anatoly Greshkin. Birgit Lind slept."


def told_so(question: str, *known: tuple[str, str]) -> list[str]:
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", BEAT)])
    with store.snapshot():
        return [one.evidence.text for one in told(question, [window_of(BEAT)], LookupReader(*known), store)]


def test_what_is_told_of_those_who_are_named_is_a_yes() -> None:
    known = (
        ("Who did beat someone?", "she"),
        ("she did beat whom?", "Anatoly Greshkin"),
        ("Who did beat Anatoly Greshkin?", "she"),
        ("Elsa Lind did beat whom?", "Anatoly Greshkin"),
    )
    assert told_so("Did Elsa Lind beat Greshkin?", *known) == ["On Saturday she beat Anatoly Greshkin."]
    assert told_so("Did Greshkin beat Elsa Lind?", *known) == []
    assert told_so("Did Elsa Lind beat Birgit Lind?", *known) == []
    assert told_so("Did Elsa Lind beat Bo Ek?", *known) == []
    assert told_so("Is it so?", *known) == []


def test_whoever_did_it_to_nobody_did_not_do_it_to_her() -> None:
    text = "Reka thanked Hadek. Hadek thanked no one."
    known = ("Whom did Hadek thank?", "no one")
    assert nobody("Did Hadek thank Reka?", text, known) == ["Hadek thanked no one."]
    assert nobody("Did Reka thank Hadek?", text, known) == []
    assert nobody("Did Hadek thank Reka?", text, ("Whom did Hadek thank?", "Hadek")) == []
    assert nobody("Did Reka thank Hadek?", "Hadek, nobody thanked.", ("Who did thank Hadek?", "nobody")) != []


def nobody(question: str, text: str, *known: tuple[str, str]) -> Sequence[str]:
    """The sentences that say no, by a reader that sees neither yes nor no."""
    window = window_of(text)
    return [one.evidence.text for one in denied(question, [window], LookupReader(*known))]


@pytest.mark.parametrize(
    ("question", "text", "who", "said"),
    [
        ("Will the sponsor leave the team?", "The sponsor said it would not leave the team.", "it", True),
        ("Will Ada Lie leave the team?", "Ada Lie said she would not leave the team.", "she", True),
        ("Will Ada Lie leave the team?", "The sponsor said it would not leave the team.", "it", False),
        ("Did Ada Lie leave the team?", "Bo Ek did not leave the team.", "Bo Ek", False),
        ("Did Ada Lie leave the team?", "Ada Lie left the team.", "Ada Lie", False),
    ],
)
def test_who_would_not_do_it_did_not(question: str, text: str, who: str, said: bool) -> None:
    asked = [
        f"{word} {words}?"
        for word in ("Who", "What")
        for words in ("would not leave the team", "did not leave the team")
    ]
    window = window_of(text, before="It rained. ")
    found = denied(question, [window], LookupReader(*((one, who) for one in asked)))
    assert {one.evidence.text for one in found} == ({text} if said else set())


@pytest.mark.parametrize(
    ("yes", "said"),
    [
        ("Judge Lie had been asked who won.", ["Lie refused to say."]),
        ("Judge Lie told them who won.", ["Lie refused to say."]),
        ("Judge Lie said who won.", []),  # which has the verb
        ("", []),  # nothing says yes
    ],
)
def test_whoever_refuses_denies_what_only_speaks_of_it(yes: str, said: list[str]) -> None:
    window = window_of(f"{yes or 'It rained.'} Lie refused to say.")
    given = [reading_of(window, window.sentences[0], 0.9)] if yes else []
    reader = LookupReader(("Who refused to say?", "Lie refused"))
    found = denied_instead("Did Lie say who won?", given, [window], reader)
    assert [one.evidence.text for one in found] == said


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("Was the vote annulled?", "The court annulled the vote.", True),
        ("Has the vote been annulled?", "The court annulled the vote.", True),
        ("Was the vote annulled?", "In May the court annulled the vote.", True),
        ("Was the vote annulled?", "The court will annul the vote.", False),
        ("Was the vote annulled?", "The court has not annulled the vote.", False),
        ("Was the vote annulled?", "The court dropped the vote.", False),
        ("Was the law annulled?", "The court annulled the vote.", False),
        ("Did the court annul the vote?", "The court annulled the vote.", False),  # that is not asked here
    ],
)
def test_what_was_done_to_it_is_told_by_who_did_it(question: str, text: str, said: bool) -> None:
    known = (("What was annulled?", "the vote"), ("What has been annulled?", "the vote"))
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        found = told(question, [window_of(text)], LookupReader(*known), store)
    assert [one.evidence.text for one in found] == ([text] if said else [])
