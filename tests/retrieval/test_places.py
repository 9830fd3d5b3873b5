import pytest

from retrieval.places import names_another_place, stands_in


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Was Lie sentenced in Togo?", "She was sentenced to a year in prison in Chad last autumn.", True),
        ("Was Lie sentenced in Chad?", "She was sentenced to a year in prison in Chad last autumn.", False),
        ("Who was sentenced in Togo?", "Ada Lie was sentenced in Chad.", True),
        ("Did Ek sell the boat to Moe?", "Ek sold it in May to a dealer in Oslo, Ada Lie.", True),
        ("Did Ek sell the boat to Lie?", "Ek sold it in May to a dealer in Oslo, Ada Lie.", False),
        ("Did Ek sell the boat to Moe?", "Ek sold it to the mayor of Oslo.", False),  # who may be Moe
        ("Who apologised to Rossi?", "He apologised to the Italian, who wept.", False),
        ("Did Lie fly to Norway?", "Lie flew to Oslo.", False),
        ("Did Lie sing in Chad?", "Lie sang in May.", False),
        ("Did Lie sing in Chad?", "Lie sang for the Chadian president in Togo.", False),
        ("Did Lie sing in Chad?", "Lie sang in Togo, and she sang in the rain.", False),
        ("Where do the books come from?", "The books come from Lima.", False),
    ],
)
def test_a_sentence_may_name_another_place(question: str, sentence: str, expected: bool) -> None:
    assert names_another_place(question, sentence) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Norway", True), ("Ada Lie", True), ("Liebherr", False), ("Chad", False)]
)
def test_a_name_stands_in_a_sentence_in_some_form(name: str, expected: bool) -> None:
    assert stands_in("The Norwegian minister, Bo Lie, left.", name) is expected
