import pytest

from retrieval.charges import is_only_charged


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Foy steal the ampoules?", "He was charged with the theft of 1,200 ampoules; he is 40.", True),
        ("Did Foy steal the ampoules?", "Foy is suspected of having stolen the ampoules, and denies it.", True),
        ("Who paid for the tape?", "Drummond accused Lindqvist of having paid for the tape.", True),
        ("Did Ek hide a report?", "Lie accused the prosecutor, Bo Ek, of hiding a report.", True),
        ("Did Foy steal the ampoules?", "He stole the ampoules and was charged in May.", False),
        ("Did Veltrax sue Moyo?", "Veltrax had accused Moyo of theft and sued him in 2020.", False),
        ("Was Foy charged with theft?", "He was charged with the theft of the ampoules.", False),
        ("Who charged Foy?", "The prosecutor has charged him with theft.", False),
        ("Who accused Foy?", "Burke accused Foy of theft.", False),
        ("Did Foy steal the ampoules?", "Foy stole the ampoules.", False),
        ("Who is Petra Novak?", "The assistant coach, Petra Novak, will take charge of Harwick.", False),
        ("Who is Petra Novak?", "The coach, Petra Novak, accused Ek of theft.", False),
        ("Will it hit Portugal?", "A paper that had claimed it would hit Portugal apologised.", True),
        ("Who won the race?", "On Sunday Lie claimed victory.", False),
        ("Did Foy win the race?", "Lie claimed that Foy had won.", True),
        ("Did Foy win the race?", "Lie claimed to have won.", True),
        ("Who cheated Ek?", "Mila Horn reportedly cheated Ek at cards.", True),
        ("Who jilted Ek?", "Rumour has it that Lie jilted Ek.", True),
        ("Who nursed Ek?", "Eva Lie is said to have nursed Ek.", True),
        ("Who is said to have nursed Ek?", "Eva Lie is said to have nursed Ek.", False),
        ("Who reportedly cheated Ek?", "Mila Horn reportedly cheated Ek at cards.", False),
        ("Who left?", "Eva Lie, who is said to be ill, left.", False),
        ("Did Foy steal it?", "The prosecutor charged Liam Foy with stealing it.", True),
        ("Who sold drawings?", "A court acquitted the head, Eva Conti, of selling drawings, and left.", True),
        ("Who sold drawings?", "A court cleared Eva Conti of selling drawings.", True),
        ("Did Conti leak it?", "A panel cleared the head of the bank, Eva Conti, of leaking it.", True),
        ("Who cleared whom of what?", "A panel cleared the head of the bank, Eva Conti, of leaking it.", False),
        ("Who was acquitted?", "A court acquitted Eva Conti of selling drawings.", False),
        ("Who sold drawings?", "Lie cleared the room and sold drawings.", False),
    ],
)
def test_a_charge_is_no_deed(question: str, sentence: str, expected: bool) -> None:
    assert is_only_charged(question, sentence) is expected
