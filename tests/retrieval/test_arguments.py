import pytest

from retrieval.arguments import deeds_in, head_of, is_only_possible, is_undone_at, nodes_of, objects_of, subjects_of
from retrieval.parser import parsed
from tests.conftest import place


def told(of, text: str, verb: str) -> list[str]:  # type: ignore[no-untyped-def]
    """The subjects, or the objects, of a verb in a text."""
    tree = parsed(text)
    (deed,) = deeds_in(tree, [verb], text)
    return [tree[n].text for n in of(tree, deed)]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("A court acquitted Ada Lie and jailed Bo Vik.", "jail", ["court"]),
        ("Bo Vik was jailed by a court.", "jail", ["court"]),
        ("Bo Vik was jailed.", "jail", []),
        ("Two of the ferry's crew of seven drowned.", "drown", ["Two"]),
        ("Ek was backed by the Front, whose leader, Lie, came third and told us to stay.", "tell", ["leader"]),
        ("Ek was backed by the Front, whose leader, Lie, came third.", "come", ["leader"]),
        ("Ada Lie came after the firm, Acme, had jailed Bo Vik.", "jail", ["firm"]),
        ("Acme left after its owners, led by a fund, had rejected it.", "reject", ["owners"]),
        ("The court asked Ada Lie to free Bo Vik.", "free", ["court", "Lie"]),
        ("Ada Lie came, but Bo Vik left at once, thanking Ek.", "thank", ["Vik"]),
        ("The minister resigned at her decision to build it.", "build", ["her"]),
        ("Bo Vik is said by two nurses to have thanked Ek.", "thank", ["Vik"]),
        ("Bo Vik was urged by the mayor to sell it.", "sell", ["Vik"]),
        ("Ada Lie will conduct, for which Bo Vik, who had cancelled, has agreed to play.", "agree", ["Vik"]),
    ],
)
def test_who_did_it(text: str, verb: str, subjects: list[str]) -> None:
    assert told(subjects_of, text, verb) == subjects


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("A court acquitted Ada Lie and jailed Bo Vik.", "jail", ["Vik"]),
        ("Bo Vik was jailed by a court.", "jail", ["Vik"]),
        ("Ada Lie stayed, and was fined a week's wages.", "fine", ["Lie"]),
        ("Ada Lie was hit by a lamp and carried out by cooks.", "carry", ["Lie"]),
        ("Ada Lie sang.", "sing", []),
    ],
)
def test_to_whom_it_was_done(text: str, verb: str, objects: list[str]) -> None:
    assert told(objects_of, text, verb) == objects


@pytest.mark.parametrize(
    ("text", "undone", "possible"),
    [
        ("Ada Lie will not thank Ek.", True, True),
        ("Ada Lie thanked nobody.", True, False),
        ("Ada Lie thanked not Ek but Bo.", False, False),
        ("Ada Lie may come and thank Ek.", False, True),
        ("Ada Lie has thanked Ek.", False, False),
        ("Ada Lie met Bo and will thank Ek.", False, True),
    ],
)
def test_what_was_not_done_or_only_may_be(text: str, undone: bool, possible: bool) -> None:
    tree = parsed(text)
    (deed,) = deeds_in(tree, ["thank"], text)
    assert (is_undone_at(tree, deed), is_only_possible(tree, deed)) == (undone, possible)


def test_a_helping_verb_is_no_deed() -> None:
    text = "Ada Lie has had a cold and has sung."
    tree = parsed(text)
    assert [tree[n].text for n in deeds_in(tree, ["have", "sing"], text)] == ["had", "sung"]


def test_the_words_of_a_place_and_their_head() -> None:
    text = "The new mayor of Selin left."
    tree, words = parsed(text), place("The new mayor of Selin left.", "new mayor of Selin")
    assert [tree[n].text for n in nodes_of(tree, words)] == ["new", "mayor", "of", "Selin"]
    assert tree[head_of(tree, words)].text == "mayor"


def test_who_is_to_do_it_may_be_told_at_any_length() -> None:
    text = f"Ada Lie begged Bo {'to beg Bo ' * 500}to sing."
    tree = parsed(text)
    assert [subjects_of(tree, deed) for deed in deeds_in(tree, ["sing"], text)] in ([], [[]])
