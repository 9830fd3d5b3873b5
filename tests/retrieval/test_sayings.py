import pytest

from corpus.article import Span
from retrieval.sayings import is_saying, may_tell, told_by


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("“Ek left,” recalled the cook.", "Ek", "the cook"),
        ("“Ek left,” the cook, Ada Lie, remembered.", "Ek", "Ada Lie"),
        ("“It was late,” the cook added, “and Ek left.”", "Ek", "the cook"),
        ("The cook recalled: “Ek left.”", "Ek", "The cook"),
        ("In the view of the chief, Bo Ek left.", "Bo Ek", "the chief"),
        ("In the words of the chief, Ada Lie, Bo Ek left.", "Bo Ek", "Ada Lie"),
        ("By the account of a stoker named Per Ulv, Ek left.", "Ek", "Per Ulv"),
        ("In Ada Lie's version, Ek left.", "Ek", "Ada Lie"),
        ("As the pianist put it, Ek left.", "Ek", "the pianist"),
        ("If the driver is to be believed, Ek left.", "Ek", "the driver"),
        ("Ek left at ten, according to the driver.", "Ek", "the driver"),
        ("Ek, the barman conceded, had left.", "Ek", "the barman"),
        ("Ek, her neighbours claim, had left.", "had left", "her neighbours"),
        ("Ek, so the baker reckons, left.", "Ek", "the baker"),
        ("Ek, who was 80, the baker reckons, has left.", "Ek", "the baker"),
        ("It was Ek, two of the cleaners swore, who left.", "Ek", "two of the cleaners"),
        ("It was Ek, a nurse told reporters, who left.", "Ek", "a nurse"),
        ("Ek had left, the caretaker maintained.", "Ek", "the caretaker"),
        ("Ek left, as three of the waiters confirmed.", "Ek", "three of the waiters"),
        ("Ek left, as claimed the waiters.", "Ek", "the waiters"),
        ("Lie conceded that Ek had left.", "Ek", "Lie"),
        ("Ek is said by two of the cooks to have left.", "Ek", "two of the cooks"),
        ("Ek is said by two of the cooks to have left; it rained.", "it rained", ""),
        ("Ek is invited by two of the cooks to have lunch.", "Ek", ""),
        ("It rained, but the sweep maintained Ek had left.", "Ek", "the sweep"),
        # What nobody says, or somebody else.
        ("“It was late,” Lie said; Ek left.", "Ek", ""),
        ("Ek told “everybody” of it.", "Ek", ""),
        ("In the view of Lie, it rained; Ek left.", "Ek", ""),
        ("In the garden of the chief, Ek left.", "Ek", ""),
        ("As the pianist left, Ek slept.", "Ek", ""),
        ("If the driver is ill, Ek will drive.", "Ek", ""),
        ("Ek left; it rained, the caretaker maintained.", "Ek", ""),
        ("Ek, whom the ushers remembered, left.", "Ek", ""),
        ("Ek got a share, which two of the others, he admitted, did not like.", "Ek", ""),
        ("Ek had left, although, the caretaker maintained, it rained.", "Ek", ""),
        ("Ek, the ushers and Lie argued.", "Ek", ""),
        ("When Ek fell, the doctor whispered.", "Ek", ""),
        ("Asked about Ek, the doctor whispered.", "Ek", ""),
        ("Lie described the house that Ek built.", "Ek", ""),
        ("Lie denied that Ek had left.", "Ek", ""),
        ("Lie found that Ek had left.", "Ek", ""),
        ("Lie conceded that it rained, and Ek left.", "Ek", ""),
        ("Lie thanked Ek, the driver.", "Ek", ""),
    ],
)
def test_who_says_what_a_sentence_has(sentence: str, words: str, who: str) -> None:
    at = sentence.index(words)
    found = told_by(sentence, Span(at, at + len(words)))
    assert (found.of(sentence) if found else "") == who


@pytest.mark.parametrize(
    ("sentence", "who", "may"),
    [
        ("Lie complained in a letter to the council that Ek had left.", "Lie", True),
        ("Lie complained in a letter to the council that Ek had left.", "the council", False),
        ("The cook was certain: Ek had left.", "The cook", True),
        ("Ek had left early, said the cook.", "the cook", True),
        ("The chairman thanked everybody, and Ek left.", "The chairman", False),
        ("Ek claims that he left.", "Ek", False),  # the answer itself
        ("The players signed a letter in which Ek left.", "The players", False),
    ],
)
def test_who_may_say_it(sentence: str, who: str, may: bool) -> None:
    at, answer = sentence.index(who), sentence.index("Ek")
    assert may_tell(sentence, Span(at, at + len(who)), Span(answer, answer + len("Ek"))) is may


def test_verbs_of_saying_and_belief() -> None:
    assert all(map(is_saying, ["recalled", "swore", "thinks", "insist"]))
    assert not any(map(is_saying, ["thanked", "recalling", "knew", "denied", "xyzzy"]))
