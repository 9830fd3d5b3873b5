from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.questions import Blanks, blanks_of
from retrieval.roles import combinations, explained, tells
from retrieval.sentences import split
from retrieval.types import Read, Window
from tests.conftest import LookupReader

ARTICLE = Article("a", "", "Elsa Lind came. She thanked Bo. Cy was thanked by Dee for the boat. Nobody sang.")


def windows_of(name: str, text: str) -> tuple[list[Window], list[Window]]:
    """An article's sentences, each a window, and all of it as one."""
    sentences = tuple(split(Article(name, "", text)))
    alone = [Window(name, one.span, one.text, (one,)) for one in sentences]
    return alone, [Window(name, Span(0, len(text)), text, sentences)]


def of_one(question: str, text: str, reader: LookupReader) -> list[tuple[str, ...]]:
    """What fills the blanks in a text of one sentence."""
    alone, _ = windows_of("b", text)
    blanks = blanks_of(question)
    assert blanks
    return [one.words() for one in combinations(blanks, alone, alone, reader)]


def found(question: str, *known: tuple[str, str]) -> list[tuple[tuple[str, ...], str]]:
    alone, around = windows_of("a", ARTICLE.text)
    blanks = blanks_of(question)
    assert blanks
    return [(c.words(), c.evidence.text) for c in combinations(blanks, alone, around, LookupReader(*known))]


def test_each_sentence_gives_its_pairs() -> None:
    known = ("Who thanked someone?", "Dee"), ("Dee thanked whom?", "Cy"), ("Who thanked Cy?", "Dee")
    assert found("Who thanked whom?", *known) == [(("Dee", "Cy"), "Cy was thanked by Dee for the boat.")]


def test_a_third_blank_is_filled_where_the_sentence_says_it() -> None:
    known = [("Who thanked someone?", "Dee"), ("Dee thanked whom?", "Cy"), ("Who thanked Cy?", "Dee")]
    assert found("Who thanked whom for what?", *known)[0][0] == ("Dee", "Cy")
    known.append(("Dee thanked Cy for what?", "the boat"))
    assert found("Who thanked whom for what?", *known)[0][0] == ("Dee", "Cy", "the boat")


@pytest.mark.parametrize(
    ("whom", "kept"),
    [("the ferry line of negligence", "the ferry line"), ("the Society of Arts", "the Society of Arts")],
)
def test_what_fills_a_blank_ends_where_the_next_one_begins(whom: str, kept: str) -> None:
    text = f"Petrova accused {whom}."
    (sentence,) = split(Article("b", "", text))
    window = Window("b", sentence.span, text, (sentence,))
    blanks = blanks_of("Who accused whom of what?")
    assert blanks
    known = (
        ("Who accused someone of what?", "Petrova"),
        ("Who accused someone?", "Petrova"),
        ("Petrova accused whom?", whom),
        (f"Who accused {kept}?", "Petrova"),
    )
    found = combinations(blanks, [window], [window], LookupReader(*known))
    assert [one.words()[1] for one in found] == [kept]


@pytest.mark.parametrize(
    ("question", "text", "whom", "given"),
    [
        ("Who lowered what?", "Bo had his lower leg set.", "leg", []),
        ("Who lowered what?", "Bo lowers the flag.", "the flag", [("Bo", "the flag")]),
        ("Who has what?", "Bo has thanked Cy.", "Cy", []),
        ("Who has what?", "Bo has a boat.", "a boat", [("Bo", "a boat")]),
        ("Who threw whom out?", "Bo threw Cy out.", "Cy", [("Bo", "Cy")]),
        ("Who threw whom out?", "Bo threw Cy a rope.", "Cy", []),
    ],
)
def test_a_pair_is_less_sure_where_its_sentence_has_no_such_verb(
    question: str, text: str, whom: str, given: list[tuple[str, str]]
) -> None:
    class Unsure(LookupReader):
        def read(self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None) -> list[Read]:
            return [
                replace(read, readings=tuple(replace(one, confidence=0.8) for one in read.readings))
                for read in super().read(asked, where)
            ]

    blanks = blanks_of(question)
    assert blanks
    reader = Unsure((blanks.first(), "Bo"), (blanks.next(("Bo",)), whom), (blanks.only(0, ("Bo", whom)), "Bo"))
    assert of_one(question, text, reader) == given


def test_who_only_reports_what_is_quoted_makes_no_pair() -> None:
    text, question = "“He told me to run,” she told Bo.", "Who told whom to run?"
    known = [("Who told someone to run?", who) for who in ("He", "she")]
    known += [("He told whom to run?", "me"), ("she told whom to run?", "me")]
    known += [("Who told me to run?", "He"), ("Who told me to run?", "she")]
    assert of_one(question, text, LookupReader(*known)) == [("He", "me")]


def test_what_somebody_was_told_to_do_stands_in_the_sentence() -> None:
    known = ("Who told someone to run?", "Ek"), ("Ek told whom to run?", "Bo"), ("Who told Bo to run?", "Ek")
    assert of_one("Who told whom to run?", "Ek told Bo to run.", LookupReader(*known, sure=0.8)) == [("Ek", "Bo")]
    assert of_one("Who told whom to run?", "Ek told Bo to sit.", LookupReader(*known, sure=0.8)) == []


def test_a_title_and_the_name_behind_it_make_one_pair() -> None:
    text = "Prime Minister Tony Abbott thanked Bo."
    (sentence,) = split(Article("d", "", text))
    window = Window("d", sentence.span, text, (sentence,))
    blanks = blanks_of("Who thanked whom?")
    assert blanks
    known = [("Who thanked someone?", who) for who in ("Prime Minister", "Tony Abbott")]
    known += [(f"{who} thanked whom?", "Bo") for who in ("Prime Minister Tony Abbott", "Tony Abbott")]
    known += [("Who thanked Bo?", "Prime Minister Tony Abbott")]
    (pair,) = combinations(blanks, [window], [window], LookupReader(*known))
    assert pair.words() == ("Prime Minister Tony Abbott", "Bo")


def test_a_party_that_the_other_does_not_confirm_makes_no_pair() -> None:
    known = ("Who thanked someone?", "Dee"), ("Dee thanked whom?", "Cy")
    assert found("Who thanked whom?", *known) == []
    assert found("Who thanked whom?", *known, ("Who thanked Cy?", "the boat")) == []


def test_nobody_does_it_to_themselves_by_mistake() -> None:
    assert found("Who thanked whom?", ("Who thanked someone?", "Dee"), ("Dee thanked whom?", "Dee")) == []


def test_a_pronoun_gets_the_name_of_whom_the_text_before_speaks() -> None:
    known = ("Who thanked someone?", "She"), ("She thanked whom?", "Bo"), ("Who thanked Bo?", "She")
    assert found("Who thanked whom?", *known) == [(("Elsa Lind", "Bo"), "She thanked Bo.")]


@pytest.mark.parametrize(("blank", "question"), [(0, "Who thanked Bo in May?"), (1, "She thanked whom in May?")])
def test_one_blank_is_asked_with_the_other_filled(blank: int, question: str) -> None:
    blanks = Blanks(("Who", "whom"), ("", " thanked ", " in May"))
    assert blanks.only(blank, ("She", "Bo")) == question


def test_one_name_for_both_parties_is_given_to_neither() -> None:
    text = "Radio Oslo came. They thanked them."
    alone, around = windows_of("c", text)
    asked = blanks_of("Who thanked whom?")
    assert asked
    known = [("Who thanked someone?", "They"), ("They thanked whom?", "them")]
    known += [("Who thanked them?", "They"), ("Who thanked them?", "Radio Oslo")]
    (pair,) = combinations(asked, alone, around, Naming(*known))
    assert pair.words() == ("Radio Oslo", "them")
    (pair,) = combinations(asked, alone, around, Naming(*known, ("They thanked whom?", "Radio Oslo")))
    assert pair.words() == ("They", "them")


def test_one_name_for_both_parties_is_that_of_the_one_beside_which_it_stands() -> None:
    known = [
        ("Who thanked someone?", "They"),
        ("They thanked whom?", "the mayor"),
        ("Who thanked the mayor?", "They"),
    ]
    reader = Naming(*known, ("Who thanked the mayor?", "Elsa Lind"))
    text = "They thanked the mayor, Elsa Lind, twice."
    assert of_one("Who thanked whom?", text, reader) == [("They", "Elsa Lind")]


class Naming(LookupReader):
    """A LookupReader that takes the last sentence for what shows its words."""

    def _one(self, question: str, window: Window) -> Read:
        read = super()._one(question, window)
        return replace(read, readings=tuple(replace(one, evidence=window.sentences[-1]) for one in read.readings))


@pytest.mark.parametrize(("read", "given"), [("telephone", []), ("trust", [("The trust", "Bo")])])
def test_who_is_somebody_with_the_article_that_stands_before(read: str, given: list[tuple[str, str]]) -> None:
    known = [("Who thanked someone?", read), ("Who thanked Bo?", read)]
    known += [(f"{agent} thanked whom?", "Bo") for agent in ("telephone", "The trust")]
    assert of_one("Who thanked whom?", "The trust thanked Bo by telephone.", LookupReader(*known)) == given


@pytest.mark.parametrize(("who", "given"), [("No one", []), ("Noone", [("Noone", "Bo")])])
def test_none_is_no_party(who: str, given: list[tuple[str, str]]) -> None:
    known = [("Who thanked someone?", who), (f"{who} thanked whom?", "Bo"), ("Who thanked Bo?", who)]
    assert of_one("Who thanked whom?", f"{who} thanked Bo.", LookupReader(*known)) == given


def test_a_pair_under_a_pronoun_and_under_its_name_is_one() -> None:
    text = "Elsa Lind came. She thanked her lawyer, Bo Ek, twice."
    alone, around = windows_of("c", text)
    blanks = blanks_of("Who thanked whom?")
    assert blanks
    known = [("Who thanked someone?", "She"), ("She thanked whom?", "her lawyer"), ("She thanked whom?", "Bo Ek")]
    known += [(f"Who thanked {whom}?", "She") for whom in ("her lawyer", "Bo Ek")]
    (pair,) = combinations(blanks, alone, around, Naming(*known, ("Who thanked her lawyer?", "Elsa Lind")))
    assert pair.words() == ("Elsa Lind", "Bo Ek")


def test_who_is_apposed_to_whom_makes_no_pair() -> None:
    text = "Lie's widow, Elsa Lind, called that shameful."
    known = [("Who called someone?", "Elsa Lind"), ("Elsa Lind called whom?", "Lie's widow")]
    assert of_one("Who called whom?", text, LookupReader(*known, ("Who called Lie's widow?", "Elsa Lind"))) == []


def test_nobody_is_both_parties_by_an_apposition() -> None:
    text = "The president, Ada Lie, had been sued by Bo."
    (sentence,) = split(Article("d", "", text))
    window = Window("d", sentence.span, text, (sentence,))
    blanks = blanks_of("Who sued whom?")
    assert blanks
    known = [
        ("Who sued someone?", "Ada Lie"),
        ("Ada Lie sued whom?", "The president"),
        ("Who sued The president?", "Bo"),
    ]
    known += [("Who sued The president?", "Ada Lie")]
    assert combinations(blanks, [window], [window], LookupReader(*known)) == []


def explanations(text: str, patient: str, reason: str) -> list[str]:
    """The reasons of "Elsa Lind thanked <patient>" in a text of one sentence, by a reader that gives one."""
    alone, _ = windows_of("b", text)
    blanks = blanks_of("Who thanked whom?")
    assert blanks
    known = (
        ("Who thanked someone?", "Elsa Lind"),
        ("Elsa Lind thanked whom?", patient),
        (f"Who thanked {patient}?", "Elsa Lind"),
        (f"Why was it that Elsa Lind thanked {patient}?", reason),
    )
    reader = LookupReader(*known)
    return [why for _, why in explained(combinations(blanks, alone, alone, reader), blanks, reader)]


@pytest.mark.parametrize(
    ("text", "reason", "expected"),
    [
        ("Elsa Lind thanked Bo for the boat.", "for the boat", "for the boat"),
        ("Elsa Lind thanked Bo for the boat.", "the boat", "for the boat"),
        ('Elsa Lind thanked Bo for "a fine boat".', 'for "a fine boat', 'for "a fine boat"'),
        ("Elsa Lind thanked Bo on television.", "on television", ""),
        ("Elsa Lind thanked Bo for the boat and Aas for oars.", "for the boat and Aas for oars", "for the boat"),
        ("Elsa Lind thanked Bo, who had won.", "had won", ""),
        ("Elsa Lind thanked Bo.", "the boat", ""),
        ("Elsa Lind thanked Bo as “the best”.", "as “the best”", ""),
        ("Elsa Lind thanked Bo, for whom she sang.", "for whom she sang", ""),
        ("Elsa Lind thanked Bo as acting mayor.", "as acting mayor", ""),
        ("Elsa Lind thanked Bo as she had come late.", "as she had come late", "as she had come late"),
        ("Elsa Lind thanked Bo for 300 euros.", "for 300 euros", ""),
        ("Elsa Lind thanked Bo for 40 nights in his hut.", "for 40 nights in his hut", "for 40 nights in his hut"),
        ("Elsa Lind thanked Bo, invited to coffee.", "to coffee", ""),
    ],
)
def test_a_pair_has_the_reason_that_its_sentence_tells(text: str, reason: str, expected: str) -> None:
    assert explanations(text, "Bo", reason) == [expected]


def test_what_stands_in_the_reason_is_no_party() -> None:
    text = "Elsa Lind thanked her for the flamingo."
    assert explanations(text, "the flamingo", "for the flamingo") == []
    assert explanations(text, "her", "for the flamingo") == ["for the flamingo"]


def test_who_gave_whom_what() -> None:
    text = "Elsa Lind gave her a boat."
    known = (
        ("Who gave someone?", "Elsa Lind"),
        ("Who gave something?", "Elsa Lind"),
        ("Elsa Lind gave whom?", "her a boat"),
        ("Elsa Lind gave what?", "her a boat"),
        ("Who gave her?", "Elsa Lind"),
        ("Who gave a boat?", "Elsa Lind"),
        ("Elsa Lind gave her what?", "a boat"),
        ("Elsa Lind gave a boat to whom?", "her"),
    )
    assert of_one("Who gave whom what?", text, LookupReader(*known)) == [("Elsa Lind", "her", "a boat")]
    assert of_one("Who gave what to whom?", text, LookupReader(*known)) == [("Elsa Lind", "a boat", "her")]


def test_whom_it_was_given_to_is_not_what_was_given() -> None:
    text = "Elsa Lind gave a painting back to the museum of Tolm."
    known = (
        ("Who gave someone?", "Elsa Lind"),
        ("Elsa Lind gave whom?", "a painting"),
        ("Who gave the museum of Tolm?", "Elsa Lind"),
        ("Elsa Lind gave the museum of Tolm what?", "a painting"),
    )
    assert of_one("Who gave whom what?", text, LookupReader(*known)) == [
        ("Elsa Lind", "the museum of Tolm", "a painting")
    ]


@pytest.mark.parametrize(
    ("text", "whom", "expected"),
    [
        ("Elsa Lind thanked her and promised Bo a boat.", "Bo", []),
        ("Elsa Lind thanked him, smiled and left Bo.", "Bo", []),
        ("Elsa Lind thanked her and promised Bo a boat.", "her", [("Elsa Lind", "her")]),
        ("Elsa Lind thanked her and Bo for the boat.", "Bo", [("Elsa Lind", "Bo")]),
        ("Elsa Lind thanked her lawyer, Bo, and left.", "Bo", [("Elsa Lind", "Bo")]),
        ("Bo said that Elsa Lind thanked him.", "Bo", [("Elsa Lind", "Bo")]),
    ],
)
def test_whom_it_was_done_to_is_the_pronoun_right_behind(
    text: str, whom: str, expected: list[tuple[str, str]]
) -> None:
    known = (
        ("Who thanked someone?", "Elsa Lind"),
        ("Elsa Lind thanked whom?", whom),
        (f"Who thanked {whom}?", "Elsa Lind"),
    )
    assert of_one("Who thanked whom?", text, LookupReader(*known)) == expected


def test_whom_it_was_done_to_is_known_by_form_where_nothing_is_read() -> None:
    known = ("Who thanked someone?", "Elsa Lind"), ("Who thanked him?", "Elsa Lind")
    text = "The cook, Elsa Lind, thanked him for the boat."
    assert of_one("Who thanked whom?", text, LookupReader(*known)) == [("Elsa Lind", "him")]


def test_where_an_article_was_written_is_no_party() -> None:
    known = ("Who urged someone?", "Ada Lie"), ("Ada Lie urged whom?", "TALVIK"), ("Who urged TALVIK?", "Ada Lie")
    assert (
        of_one("Who urged whom?", "TALVIK (CP) — Men came, with Ada Lie urging them on.", LookupReader(*known)) == []
    )


def test_a_deed_in_other_words_has_to_be_surer() -> None:
    known = (
        ("Who dismissed someone?", "Elsa Lind"),
        ("Elsa Lind dismissed whom?", "Bo"),
        ("Who dismissed Bo?", "Elsa Lind"),
    )
    for text, given in (("Elsa Lind dismisses Bo.", [("Elsa Lind", "Bo")]), ("Elsa Lind fired Bo.", [])):
        assert of_one("Who dismissed whom?", text, LookupReader(*known, sure=0.85)) == given


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Ada asked Bo to sing; Bo asked Ada for a song.", ()),
        ("It rained; Ada asked Bo for a song.", ("a song",)),
        ("Ada asked Bo for a song; Bo left.", ("a song",)),
    ],
)
def test_a_further_blank_is_not_filled_from_another_clause(text: str, detail: tuple[str, ...]) -> None:
    known = (
        ("Who asked someone?", "Ada"),
        ("Ada asked whom?", "Bo"),
        ("Who asked Bo?", "Ada"),
        ("Ada asked Bo for what?", "a song"),
    )
    assert of_one("Who asked whom for what?", text, LookupReader(*known)) == [("Ada", "Bo", *detail)]


def test_what_is_denied_is_denied_in_no_other_words() -> None:
    known = (
        ("Who denied something?", "The firm"),
        ("The firm denied what?", "to sing"),
        ("Who denied to sing?", "The firm"),
    )
    assert of_one("Who denied what?", "Ek refused to sing.", LookupReader(*known, sure=0.99)) == []


def test_the_it_before_who_did_it_is_no_party() -> None:
    known = ("Who sent something?", "she"), ("she sent what?", "It"), ("Who sent It?", "she")
    assert of_one("Who sent what?", "It was she who had sent the hat.", LookupReader(*known)) == []
    assert of_one("Who sent what?", "It was sent by her, who left; she wept.", LookupReader(*known)) == [
        ("she", "It")
    ]


def test_a_sentence_tells_a_predicate_in_any_form() -> None:
    assert tells("has thanked", "She thanks them.")
    assert not tells("has forgiven", "She has reproached them.")
