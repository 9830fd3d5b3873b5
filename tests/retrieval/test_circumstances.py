import pytest

from retrieval.circumstances import asks_circumstance, circumstances
from tests.conftest import LookupReader, window_of

_TOLD = ("Who did thank Ek?", "Lie"), ("Whom did Lie thank?", "Ek")


class Sure(LookupReader):
    """Knows answers, and that the first sentence of each window tells what is asked."""

    def _one(self, question, window):  # type: ignore[no-untyped-def]
        read = super()._one(question, window)
        return type(read)(read.readings, window.sentences[0], yes=0.9)


def found(question: str, text: str, words: str, *known: tuple[str, str], sure: float = 0.8) -> list[str]:
    """The words that are left of those that were read in a text."""
    reader, window = Sure((question, words), *known, sure=sure), window_of(text)
    (read,) = reader.read([(question, window)])
    return [window.words(one.words) for one in circumstances(question, read.readings, [window], reader)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Why did Lie thank Ek?", True),
        ("And when did it rain?", True),
        ("To whom did Lie write? And why?", True),
        ("Who resigned?", False),
        ("Does anybody know why?", False),
    ],
)
def test_what_asks_for_a_circumstance(message: str, expected: bool) -> None:
    assert asks_circumstance(message) is expected


def test_a_reason_of_the_deed_is_kept() -> None:
    assert found("Why did Lie thank Ek?", "Lie thanked Ek for the boat.", "for the boat", *_TOLD) == ["for the boat"]


def test_what_is_told_of_others_is_not() -> None:
    reversed_ = ("Who did thank Lie?", "nobody"), ("Whom did Ek thank?", "nobody")
    assert found("Why did Ek thank Lie?", "Lie thanked Ek for the boat.", "for the boat", *reversed_) == []


def test_what_has_another_form_is_not() -> None:
    assert found("Why did Lie thank Ek?", "Lie thanked Ek at the harbour.", "at the harbour", *_TOLD) == []
    assert found("Where did Lie thank Ek?", "Lie thanked Ek at the harbour.", "at the harbour") == ["at the harbour"]
    assert found("When did Lie thank Ek?", "Lie thanked Ek and Norway.", "Norway") == []


def test_of_things_the_reader_is_believed() -> None:
    assert found("When does the museum open?", "The museum opens: nine.", "nine") == ["nine"]
    assert found("Why is the sea salty?", "The sea is salty, a gift of rivers.", "a gift of rivers") == [
        "a gift of rivers"
    ]


def test_a_place_is_told_with_where_that_is() -> None:
    reader = Sure(*(("Where was Ek taken?", words) for words in ("to the hospital", "Selin", "Saal")))
    window = window_of("Ek was taken to the hospital in Selin, 3 km from Saal.")
    (read,) = reader.read([("Where was Ek taken?", window)])
    kept = circumstances("Where was Ek taken?", read.readings, [window], reader)
    assert [window.words(one.words) for one in kept] == ["to the hospital in Selin", "Saal"]


def test_somebody_is_no_reason() -> None:
    text = "His sister, Eva Lie, has defended him."
    assert found("Why did Lie defend him?", text, "His sister", *_TOLD) == []
    assert found("Why did Lie defend him?", text, "Eva Lie", *_TOLD) == []


def test_the_reason_of_another_deed_is_not_believed() -> None:
    text = "The sea rose. Tin is cheap, a gift of mines."
    assert found("Why is the sea salty?", text, "a gift of mines") == []


def test_a_message_that_could_not_be_put_into_words_has_no_answer() -> None:
    question = "To whom did Lie write? And why?"
    assert found(question, "Lie wrote to Ek.", "Ek") == []


def test_what_somebody_did_it_to_another_for_is_a_reason() -> None:
    question, text = "What did Lie thank Ek for?", "Lie thanked Ek for the boat in Oslo."
    said = ("Who did thank Ek for the boat?", "Lie")
    assert asks_circumstance(question)
    assert found(question, text, "the boat", said) == ["the boat"]
    assert found(question, text, "Oslo", said) == []
    assert found(question, text, "the boat") == []  # whose sentence says no yes to it
    assert found(question, text, "the boat", sure=0.95) == ["the boat"]
    assert found("What did Ek thank Lie for?", text, "the boat") == []


def test_a_reason_for_another_is_cut_off() -> None:
    text = "Lie, whom Bo thanked for her calm and Ek for her jokes, left."
    question, said = "What did Bo thank Lie for?", ("Who did thank Lie for her calm and Ek for her jokes?", "Bo")
    assert found(question, text, "her calm and Ek for her jokes", said, sure=0.95) == ["her calm"]


def test_what_one_alone_did_it_for_is_what_the_reader_says() -> None:
    assert found("What is Oslo known for?", "Oslo, the town of tigers.", "tigers") == ["tigers"]
