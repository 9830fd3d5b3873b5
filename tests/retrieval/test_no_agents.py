import pytest

from retrieval.no_agents import is_agent_of_passive, is_no_agent, is_only_to_be
from tests.conftest import read_in


def no_agent(question: str, text: str, words: str) -> bool:
    read, window = read_in(text, words)
    return is_no_agent(read, question, window)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who represented Lie?", "Lie thanked Bo and the union, whose lawyer, Ek, had represented her.", "Bo"),
        ("Who helped?", "It was built by Bo Ek, whose niece, Ada Ek, had written to the judge to help.", "Bo Ek"),
        ("Who stole the cello?", "A cello that was stolen in May was returned to its owner, Ada Lie.", "Ada Lie"),
        ("Who threw the brick?", "Lie hid when a brick was thrown at her.", "Lie"),
        ("Who has stolen it?", "Lie said it had never been stolen.", "Lie"),
        ("Who thanked them?", "The union, whose leader, Ada Lie, thanked them, was glad.", "The union"),
        ("Who is among the missing?", "It was Ada Lie, whose father, Bo Lie, is among the missing.", "Ada Lie"),
        ("Who attended the concert?", "He attended her concert.", "her"),
        ("Who ended it?", "LIMA, June 2 (Andes) - Workers ended it.", "LIMA"),
        ("Who ended it?", "PORT CALDER — Workers ended it.", "PORT CALDER"),
        ("Who thanked them?", "The union, whose leader had thanked them, was glad.", "The union"),
        ("Who thanked them?", "The union, whose leader Ada Lie thanked them, was glad.", "The union"),
        ("Who will give money?", "He will give the money, if the bank gives him a fee.", "the bank"),
        ("Who led it?", "It was led not by its president but by the minister.", "its president"),
        ("Who proposed it?", "Lie wrote to the mayor, Ada Ek, to propose it.", "Ada Ek"),
        ("Who kissed Ek?", "She kissed him, and then she kissed Ek.", "him"),
        ("Who drew the house?", "Lie came, and he drew her the house.", "her"),
        ("Who thanked them?", "Lie went to the head, Bo Ek, who forbade him to sing and thanked them.", "Lie"),
        ("Who apologised to Ek?", "Lie demanded that the firm apologise to Ek.", "the firm"),
        ("Who apologised to Ek?", "Lie demanded on Monday that the mayors apologise to Ek.", "the mayors"),
        ("Who thanked Ek?", "“Ask the mayor about it,” she told Ek, and thanked him.", "the mayor"),
        ("Who thanked them?", "In a letter that was read by Ek, he thanked them.", "Ek"),
    ],
)
def test_who_did_not_do_it(question: str, text: str, words: str) -> None:
    assert no_agent(question, text, words)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who stole the cello?", "The cello was stolen from a train by Ada Lie.", "Ada Lie"),
        ("Who stole the cello?", "Ada Lie stole it, and it was stolen again.", "Ada Lie"),
        ("Who stole the cello?", "Lie, by whom it was stolen, wept.", "Lie"),
        ("Who was stolen?", "Lie was stolen from.", "Lie"),
        ("Who is stealing it?", "Lie was quietly stealing it.", "Lie"),
        ("Who thanked them?", "The union, whose leader, Ada Lie, was ill, thanked them.", "The union"),
        ("Who filed it?", "It was filed by the union, whose leader, Ada Lie, thanked them.", "the union"),
        ("Whom did Lie thank?", "Lie thanked her for it.", "her"),
        ("Who ended it?", "IBM ended it - and wept.", "IBM"),
        ("Whom did Lie oust?", "It was Lie who ousted Ek.", "Ek"),
        ("What stole it?", "It was stolen from Lie.", "Lie"),
        ("Who zorbed it?", "It was kept by Lie.", "Lie"),
        ("Who thanked them?", "Lie said she had thanked them.", "Lie"),
        ("Who thanked them?", "Paul Lie said they had thanked them.", "Paul Lie"),
        ("Who thanked them?", "The nurse that had thanked them left.", "The nurse"),
        ("Who thanked them?", "Lie, who is 80, thanked them.", "Lie"),
        ("Who thanked them?", "“I know he thanked them,” said Lie.", "he"),
        ("Who thanked them?", "The “king of soup” thanked them.", "king of soup"),
        ("Who thanked them?", "Lie went to Bo Ek, who forbade him to sing, and thanked them.", "Lie"),
        ("Who thanked them?", "Lie, who had come and thanked them, sang.", "Lie"),
        ("Who thanked them?", "He met the union, whose lawyer, Bo Ek, had thanked them.", "Bo Ek"),
        ("Who apologised to Ek?", "Lie said that the firm apologised to Ek.", "the firm"),
        ("Who apologised to Ek?", "Lie said that the mayors apologise to Ek.", "the mayors"),
        ("Who should apologise to Ek?", "Lie demanded that the firm apologise to Ek.", "the firm"),
    ],
)
def test_who_may_have_done_it(question: str, text: str, words: str) -> None:
    assert not no_agent(question, text, words)


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Who was arrested?", "Police arrested Lie.", "Police", True),
        ("Who was arrested?", "Police later arrested Lie.", "Police", True),
        ("Who has been arrested?", "Police have arrested Lie.", "Police", True),
        ("Who was arrested?", "Lie was arrested.", "Lie", False),
        ("Who was arrested?", "Police arrested Lie.", "Lie", False),
        ("Who was arrested?", "Lie, arrested by the police, wept.", "Lie", False),
        ("Who was arrested by Bo?", "Bo arrested Lie.", "Bo", False),
        ("Who arrested Lie?", "Police arrested Lie.", "Police", False),
        ("Who was arrested?", "Lie wept.", "Lie", False),
        ("Who was arrested?", "Lie was arrested by the police.", "the police", True),
        ("Who was arrested?", "Lie was arrested by police at home.", "police", True),
        ("Who was arrested?", "Lie was accused by the police.", "the police", True),
        ("Who is Mariam Ek?", "It was arranged by a teacher, Mariam Ek, who sang.", "a teacher", False),
        ("Who was fined?", "The fine was paid by the fans, who sang.", "the fans", True),
        ("Who was fined?", "It was paid by the fans, who were fined.", "the fans", False),
        ("Who was fined?", "It was the work of the fans by the river.", "the river", False),
        ("Who was arrested by the police?", "Lie was arrested by the police.", "the police", False),
        ("Who was arrested?", "Lie was arrested on Friday by the mayor of Saal, Bo Ek.", "Bo Ek", True),
        ("Who was arrested?", "Lie was arrested on Friday with the mayor of Saal, Bo Ek.", "Bo Ek", False),
        ("Who was arrested?", "A nurse who had carried eleven men was arrested.", "men", True),
        ("Who was arrested?", "A nurse who had carried Lie, who was arrested, left.", "Lie", False),
    ],
)
def test_who_did_it_is_not_whom_it_was_done_to(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_agent_of_passive(read, question, window) is expected


def test_of_a_deed_told_twice_who_did_it_to_what_is_asked_did_it() -> None:
    text = "He will give the money, if the bank gives him a fee."
    assert not no_agent("Who will give money?", text, "He")
    assert not no_agent("Who will give a fee?", text, "the bank")
    assert not no_agent("Who will give it?", text, "the bank")


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who apologised to Ek?", "A paper that would say Lie left, and Lie apologised to Ek.", "Lie"),
        ("Who led it?", "It was led not by its president but by the minister.", "the minister"),
        ("Who led it?", "It was not led by its president.", "its president"),
        ("Who proposed it?", "Lie wrote to the mayor, Ada Ek, to propose it.", "Lie"),
        ("Who proposed it?", "Lie asked the mayor, Ada Ek, who came to propose it.", "Ada Ek"),
        ("Who proposed it?", "Ada Ek, to propose it, came.", "Ada Ek"),
        ("Who hung it there?", "Bo saw the hat that Ada Sund had hung there.", "Ada Sund"),
    ],
)
def test_who_may_be_by_what_stands_beside(question: str, text: str, words: str) -> None:
    assert not no_agent(question, text, words)


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Who was freed?", "A petition for the men to be freed was signed.", "the men", True),
        ("Who was freed?", "The men are to be freed.", "The men", False),
        ("Who freed them?", "A petition for the men to be freed was signed.", "the men", False),
    ],
)
def test_what_is_only_wanted_of_somebody_was_not_done(question: str, text: str, words: str, expected: bool) -> None:
    read, window = read_in(text, words)
    assert is_only_to_be(read, question, window) is expected


def test_a_hostile_sentence_is_only_a_sentence() -> None:
    text = f"Lie came, whose cook {'had ' * 400}, thanked them."
    assert not no_agent("Who sued them?", text, "Lie")
    assert no_agent("Who thanked them?", text, "Lie") is False
