import pytest

from retrieval.parser import parsed
from retrieval.syntax import is_clause, is_doer_of_passive, is_not_object, is_not_subject, is_part_of_noun
from tests.conftest import place, window_of

COURT = "A court in Florence acquitted the director, Elena Conti, and jailed her deputy, Sandro Ricci."
PACK = "The canton has asked the government for permission to shoot the wolves."


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Who jailed someone?", COURT, "Elena Conti", True),
        ("Who jailed someone?", COURT, "A court in Florence", False),
        ("Who asked for permission?", PACK, "the government", True),
        ("Who asked for permission?", PACK, "The canton", False),
        ("Who ignored someone?", "Most of them, he said, ignored him.", "he", True),
        ("Who ignored someone?", "Most of them, he said, ignored him.", "Most of them", False),
        ("Who thanked Ek?", "Ek was thanked by the mayor of Selin, and Ada Lie left.", "Ada Lie", True),
        ("Who thanked Ek?", "Ek was thanked by the mayor of Selin, and Ada Lie left.", "the mayor", False),
        ("Who welcomed Bo Ek?", "Bo Ek, welcomed in front of everyone by Ines Vik, walked home.", "Ines Vik", False),
        ("Who thanked Ek?", "Ada Lie was met by Bo Vik and thanked Ek.", "Ada Lie", False),
        ("Who thanked Ek?", "Ada Lie was met by Bo Vik and thanked Ek.", "Bo Vik", True),
        ("Who waited?", "About 200 people waited outside, among them the mayor and the bishop.", "the bishop", False),
        ("Who flew it?", "A drone flown by a local farmer, Bo Ek, finally found the boys in a cave.", "Bo Ek", False),
        ("Who answered?", "I have written to Ada Lie, and she has not answered.", "she", True),
        ("Who has not answered?", "I have written to Ada Lie, and she has not answered.", "she", False),
        # What is not plain counts for nobody: who "she" is, what "which" follows, a deed without a subject.
        ("Who thanked Ek?", "Ada Lie said that she had thanked Ek.", "Ada Lie", False),
        ("Who thanked Ek?", "The mayor met Ada Lie, who thanked Ek.", "The mayor", True),
        ("Who thanked Ek?", "The mayor met Ada Lie, who thanked Ek.", "Ada Lie", False),
        ("Who thanked Ek?", "He met the mayor of Selin, Ada Lie, who thanked Ek.", "the mayor", False),
        ("Who thanked Ek?", "Ada Lie met the mayor, which pleased Ek.", "Ada Lie", False),
        ("Who scored twice?", "The goals came from Ada Lie, who scored twice, Bo Vik and Eva Moe.", "Bo Vik", True),
        ("Who scored twice?", "The goals came from Ada Lie, who scored twice, Bo Vik and Eva Moe.", "Ada Lie", False),
        ("Who scored?", "The goals came from Ada Lie, who scored twice, and an own goal by Bo Vik.", "Bo Vik", True),
        ("Who killed sheep?", f"{PACK[:-1]} that killed sheep.", "the government", True),
        ("Who thanked Ek?", "Ada Lie left without thanking Ek.", "Ada Lie", False),
        ("Who praised Ek?", "Ada Lie left.", "Ada Lie", False),
        ("Who thanked them?", "He left after she had thanked them.", "He", True),
        ("Who thanked them?", "He left after he had thanked them.", "He", False),
        ("Who thanked them?", "She begged them to come, and they thanked Ek.", "them", True),
        ("Who thanked them?", "She begged him to come, and they thanked Ek.", "him", True),
        ("Who thanked Ek?", "Ada Lie came, but Bo Vik left at once, thanking Ek.", "Ada Lie", True),
        ("Who thanked Ek?", "Ada Lie came, but Bo Vik left at once, thanking Ek.", "Bo Vik", False),
        ("Who sings?", "Ada Lie asked Bo Vik to sing, and Eva Moe left.", "Bo Vik", False),
        ("Who sings?", "Ada Lie asked Bo Vik to sing, and Eva Moe left.", "Eva Moe", True),
        ("Who sings?", "Ada Lie called on Bo Vik to sing.", "Bo Vik", False),
        ("Who thanked Ek?", "The man who thanked Bo Ek was Ada Lie.", "Ada Lie", False),
        ("Who thanked Ek?", "The man who thanked Bo Ek was Ada Lie.", "The man", False),
        ("Who led it?", "It was led not by Ada Lie but by the minister.", "the minister", False),
        ("Who drowned?", "Both men aboard the trawler drowned.", "the trawler", True),
        ("Who fought it?", "A league led by the architect Ada Lie had fought it.", "Ada Lie", True),
        ("Who fought it?", "A league led by the architect Ada Lie had fought it.", "A league", False),
        ("Who lost it?", "Lie took over Rovers and led them to the final, which they lost.", "Lie", True),
        ("Who lost it?", "Lie took over Rovers and led them to the final, which they lost.", "they", False),
        ("Who drowned?", "Both men aboard the trawler drowned.", "Both men", False),
        (
            "Who is to build it?",
            "Two members of the cabinet resigned at her decision to build it.",
            "Two members",
            True,
        ),
        ("Who is to build it?", "The minister resigned at her decision to build it.", "The minister", False),
        ("Who left?", "It was found hours after the secretary, Ada Lie, had twice left the talks.", "Ada Lie", False),
        (
            "Who left?",
            "It was found hours after the secretary, Ada Lie, had twice left the talks.",
            "the secretary",
            False,
        ),
        (
            "Who has agreed to play?",
            "Ada Lie will conduct the concerts, for which the pianist Bo Vik, who had cancelled, has agreed to play.",
            "Bo Vik",
            False,
        ),
        ("Who left?", "The reporter who wrote the story, Ada Lie, left last year.", "Ada Lie", False),
        ("Who left?", "A grocer, Ada Lie, alerted the police; they left.", "Ada Lie", True),
        ("Who left?", "Ada Lie and her son alerted the police; they left.", "Ada Lie", False),
        ("Who left?", "Ada Lie met Bo Vik of the police, and they left.", "Ada Lie", False),
        (
            "Who told us to stay?",
            "Ek was backed by the Front, whose leader, Lie, came third and told us to stay.",
            "Ek",
            True,
        ),
        (
            "Who told us to stay?",
            "Ek was backed by the Front, whose leader, Lie, came third and told us to stay.",
            "Lie",
            False,
        ),
        ("Who wrote it?", "The reporter who wrote the story, Ada Lie, left last year.", "Ada Lie", False),
        ("Who dismissed Ek?", "Bo Vik has not said whether he will dismiss Ek.", "Bo Vik", True),
        ("Who dismissed Ek?", "Bo Vik might go and dismiss Ek.", "Bo Vik", True),
        ("Who will dismiss Ek?", "Bo Vik will dismiss Ek.", "Bo Vik", False),
        (
            "Who rejected it?",
            "The unions called a strike after the operator, Aeroluz, rejected it.",
            "The unions",
            True,
        ),
        (
            "Who rejected it?",
            "The unions called a strike after the operator, Aeroluz, rejected it.",
            "Aeroluz",
            False,
        ),
        (
            "Who sank?",
            "The captain of the ferry Solveig, which sank, was heard.",
            "The captain of the ferry Solveig",
            True,
        ),
        ("Who sank?", "The captain of the ferry Solveig, which sank, was heard.", "the ferry Solveig", False),
        ("Who accused her?", "Ada Lie came, but Bo Vik turned it down, accusing her of it.", "Ada Lie", True),
        ("Who accused her?", "Ada Lie came, but Bo Vik turned it down, accusing her of it.", "Bo Vik", False),
        ("Who thanked Ek?", "The union came after the firm, Acme, had thanked Ek.", "The union", True),
        ("Who thanked Ek?", "The union came after the firm, Acme, had thanked Ek.", "the firm", False),
        ("Who gave a hat?", "They met the monks, to whom it gave a hat.", "the monks", True),
        (
            "Who gave a hat?",
            "They met the monks of an old abbey, to whom it gave a hat.",
            "the monks of an old abbey",
            True,
        ),
        ("Who thanked Ek?", "Ada Lie said that he had thanked Ek.", "Ada Lie", True),
        ("Whom did Lie thank?", COURT, "Elena Conti", False),
        (
            "Who apologised to Ek?",
            "A paper that had claimed it would hit Lie withdrew the report and apologised to Ek.",
            "Lie",
            True,
        ),
        ("Who drowned?", "Aboard the trawler Lie drowned.", "Lie", False),
        ("Who thanked them?", "Ek said her client had thanked them.", "her client", False),
        ("Who thanked them?", "Ek said her client had thanked them.", "Ek", True),
        ("Who thanked them?", "Ek said that her client thanked them.", "Ek", True),
        ("Who thanked them?", "Ek’s lawyer, Ada Lie, said her client had thanked them.", "Ek’s lawyer", True),
        ("Who thanked them?", "He hugged Ada Lie, and she thanked them.", "Ada Lie", False),
        ("Who thanked them?", "He hugged Ada Lie, who had thanked them.", "Ada Lie", False),
        ("Who thanked them?", "He hugged his lawyer, Ada Lie, who had come, and thanked them.", "Ada Lie", True),
        ("Who signed it?", "He left a pact, which the president, Bo Ek, has signed, to her.", "Bo Ek", False),
        (
            "Who hung it there?",
            "It was found by Rune Falk, who saw the hat that Ada Sund had hung there.",
            "Rune Falk",
            True,
        ),
        ("Who thanked them?", "Lie accused Ek of it, but later left and thanked them.", "Ek", True),
        ("Who thanked them?", "Lie accused Ek, then left and thanked them.", "Ek", True),
        ("Who thanked them?", "Lie accused Ek, who left and thanked them.", "Ek", False),
        ("Who thanked them?", "Lie came, and Ek, who had left, thanked them.", "Ek", False),
        ("Who thanked them?", "Lie came, but Ek left at once, thanking them.", "Lie", True),
        ("Who thanked them?", "Lie came, but Ek left, thanking them.", "Ek", False),
        ("Who thanked them?", "Lie came, but Ek left, thanking them.", "Lie", True),
        ("Who thanked them?", "Lie found that the two cooks, Ek and Moe, had thanked them.", "Lie", True),
        ("Who thanked them?", "Lie left, and one has thanked them.", "one", False),
        ("Who thanked them?", "Lie left, and one thanked them.", "Lie", True),
        ("Who thanked them?", "Lie lent us the hat, and Ek thanked them.", "the hat", True),
        (
            "Who had brought bread?",
            "Lie praised the army, which had come, and the baker Bo Ek, who had brought bread.",
            "the army",
            True,
        ),
        ("Who thanked them?", "Lie said Ek had come and thanked them.", "Ek", False),
        ("Who thanked them?", "Lie said no, and the pupil thanked them.", "Lie", True),
        ("Who thanked them?", "Lie said she had forgotten it and thanked them.", "Lie", False),
        ("Who returned the flowers?", "Lie sent her flowers, which Ek had returned.", "flowers", True),
        ("Who thanked them?", "Lie was led in by Ek, who thanked them.", "Ek", False),
        ("Who returned the flowers?", "Paul Lie sent her flowers, which she returned.", "Paul Lie", True),
        ("Who thanked them?", "She begged him to come, and they thanked them.", "him", True),
        ("Who thanked them?", "The mayor praised Ada Lie, who had thanked them.", "Ada Lie", False),
        ("Who thanked them?", "The mayor, who had met Ada Lie on Friday, then thanked them.", "The mayor", False),
        ("Who thanked them?", "The mayor, who had met Ada Lie on Friday, then thanked them.", "Ada Lie", True),
        ("Who thanked Ek?", "The nurse whom Ek thanked left.", "The nurse", True),
        ("Who thanked them?", "The union came after thanking them.", "The union", False),
        ("Who thanked them?", "The union came after the firm had thanked them.", "the firm", False),
        ("Who thanked them?", "The union came after the firm, Acme, had thanked them.", "The union", True),
        ("Who thanked them?", "The union came before she thanked them.", "The union", True),
        ("Who thanked them?", "The nurse came before she thanked them.", "The nurse", False),
        ("Who gave a concert?", "They met the monks of Saal, to whom it gave a concert.", "the monks of Saal", True),
    ],
)
def test_others_are_the_subject(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_subject(place(text, words), question, window_of(text)) is other


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Whom did Lie appoint?", "Lawmakers left, and Ada Lie, who appointed him in May, wept.", "Lawmakers", True),
        ("Whom did Ek thank?", "The ruling was welcomed by Bo Ek, who thanked the court.", "The ruling", True),
        ("Whom did Ek thank?", "Ada Lie left after Ek had thanked the court.", "Ada Lie", True),
        ("Whom did Ek thank?", "Ada Lie left after Ek had thanked the court.", "the court", False),
        ("Whom did cooks carry?", "Eleni Raptis says that he was carried out by cooks.", "Eleni Raptis", True),
        (
            "Whom did cooks carry?",
            "Ada Lie says that he was hit by a lamp and carried out by cooks.",
            "Ada Lie",
            True,
        ),
        ("Whom did cooks carry?", "Petros Raptis says that he was carried out by cooks.", "Petros Raptis", False),
        ("To whom did he sell it?", "He sold the bell, which he owed to Ek, to collectors.", "Ek", True),
        ("To whom did he sell it?", "He sold the bell, which he owed to Ek, to collectors.", "collectors", False),
        ("To whom did he sell it?", "He sold collectors the bell that he owed to Ek.", "collectors", False),
        ("To whom did he sell it?", "He sold the bell.", "the bell", False),
        ("Who was acquitted?", COURT, "Sandro Ricci", True),
        ("Who was acquitted?", COURT, "Elena Conti", False),
        ("Who was acquitted by a court?", COURT, "Sandro Ricci", False),
        ("Whom did Ek thank?", "The man whom Ek thanked left.", "The man", False),
        ("Whom did Ek thank?", "The guest whom Ek thanked in the new school was Ada Lie.", "Ada Lie", False),
        ("Whom did Ek choke?", "Bo Vik applauded Eva so soon after Ek had choked Bo Vik.", "Bo Vik", False),
        ("Whom did Ek assist?", "Ada Lie walked out, assisted moments earlier by Ek.", "Ada Lie", False),
        ("Whom did Ek thank?", "Ek praised and thanked the crew.", "the crew", False),
        ("Whom did Ek thank?", "Ek apologised to Lie, and thanked.", "Lie", False),
        ("Who was given soup?", "Ada Lie drove to Ek to ask for it, and was given soup.", "Ada Lie", False),
        ("Who was given soup?", "Ada Lie drove to Ek to ask for it, and was given soup.", "Ek", True),
        ("Who was fined?", "Ada Lie mocked Ek, deleted it later, and was fined a week's wages.", "Ada Lie", False),
        ("Who thanked Ek?", "Ada Lie left after Ek had thanked the court.", "Ada Lie", False),
        ("Whom did Lie praise?", "Ada Lie praised a song that Bo Ek wrote.", "Bo Ek", True),
        ("Whom did Lie promise?", "Ada Lie promised to speak with Ek.", "Ek", True),
        ("Whom did Lie urge?", "Ada Lie urged Bo Ek to go.", "Bo Ek", False),
        ("Whom did Lie thank?", "Lie thanked the union, which had come and sung, and Ek.", "Ek", False),
        ("Whom did Lie urge?", "Among those whom Ada Lie urged to go were Bo Ek and Eva Moe.", "Eva Moe", False),
        ("Whom did Lie sue?", "The firm has hired Bo Ek, who is being sued by Ada Lie.", "The firm", True),
        ("Whom did Lie sue?", "The firm has hired Bo Ek, who is being sued by Ada Lie.", "Bo Ek", False),
        ("Who was dismissed?", "Bo Vik has not said whether he will dismiss Ada Lie.", "Ada Lie", True),
        ("Whom did Vik dismiss?", "Bo Vik would like to dismiss Ada Lie.", "Ada Lie", False),
        ("Whom did Lie persuade?", "It was Ada Lie who persuaded him to bring it back.", "him", False),
        ("Who was suspended?", "The manager, Bo Ek, who suspended them, left.", "Bo Ek", True),
        ("Whom did Lie is suing?", "The firm hired Bo Ek, who sang, and who is being sued by Lie.", "The firm", True),
        ("Whom did Lie promise?", "Lie promised to speak with Ek.", "Ek", True),
        ("Whom did Lie promise?", "Lie promised to speak, and told Ek so.", "Ek", False),
        ("Whom did Lie promise?", "Lie promised Ek to speak.", "Ek", False),
        ("Whom did Lie promise to visit?", "Lie promised to visit Ek.", "Ek", False),
        ("Whom did Lie apologise to?", "Lie apologised to the old men.", "old men", False),
        (
            "Whom did Lie thank?",
            "Lie thanked the union, which had paid, and hugged its founder, Bo Ek.",
            "Bo Ek",
            True,
        ),
        (
            "Whom did Lie thank?",
            "Lie thanked the union, which had paid, and hugged its founder, Bo Ek.",
            "the union",
            False,
        ),
        ("Whom did Lie thank?", "Lie thanked the union and then quietly kissed Ek.", "Ek", True),
        ("Whom did Lie thank?", "Lie thanked the union and Ek.", "Ek", False),
        ("Whom did Lie thank?", "Lie thanked the union and hugged and thanked Ek.", "Ek", False),
        ("Whom did Lie thank?", "Lie came and thanked Ek.", "Ek", False),
        ("Whom did Salo warn?", "Lie gave it to the police, who found that Salo had warned Ek.", "the police", True),
        ("To whom did Salo write?", "The police saw that Salo had written to Ek.", "The police", True),
        ("By whom did Salo pass?", "The police saw that Salo had passed by Ek.", "The police", False),
        ("Whom did Salo warn?", "Lie gave it to the police, whom Salo had warned.", "the police", False),
        ("Whom did Salo warn?", "The man Salo warned left.", "The man", False),
        ("Whom did Salo warn?", "Ek left after Salo had warned Ek.", "Ek", False),
        ("Whom did Salo warn?", "Ek, whom the young mayor, Bo Salo, had warned, left.", "Ek", False),
        ("Whom did Salo warn?", "Ek, whom the mayor of Lima, Salo, warned, left.", "Ek", False),
        ("Whom did Salo warn?", "Salo warned Ek.", "Ek", False),
        ("Whom did the club of Salo warn?", "The jury was warned by the club of Salo.", "The jury", False),
        ("Who warned Salo?", "The police said that Salo warned Ek.", "The police", False),
        (
            "Who was sworn in?",
            "The court annulled the vote, and the plumber Ada Lie was sworn in.",
            "The court",
            True,
        ),
        ("Who was sworn in?", "The court annulled the vote, and the plumber Ada Lie was sworn in.", "Ada Lie", False),
        ("Who was sworn in?", "Lie won the vote and was sworn in.", "Lie", False),
        ("Who was sworn in?", "Lie, who won the vote and a boat, was sworn in.", "Lie", False),
        ("Who was sworn in?", "Lie and Ek were sworn in.", "Lie", False),
        ("Who was sworn in?", "Lie was sworn in, and Ek was sworn in too.", "Lie", False),
        ("Whom did Lie sue?", "The firm has hired Ek, who is being sued by Lie.", "The firm", True),
        ("Who was sued?", "The firm has hired Ek, who is being sued by Lie.", "The firm", True),
        ("Whom did Lie sue?", "The firm has hired Ek, who is being sued by Lie.", "Ek", False),
        ("Who was sued?", "The firm has hired Ek, who is being sued by Lie.", "Ek", False),
        ("Whom did Lie sue?", "The firm, who is being sued by Lie, has hired Ek.", "The firm", False),
        ("Who was sued?", "The firm, who is being sued by Lie, has hired Ek.", "The firm", False),
        ("Whom did Lie sue?", "The firm was sued by Lie, who left.", "The firm", False),
        ("Who was sued?", "The firm was sued by Lie, who left.", "The firm", False),
        (
            "Whom did Lie praise?",
            "Lie praised the choir's courage in singing a work that its founder, Bo Ek, had written.",
            "Bo Ek",
            True,
        ),
        ("Whom did Lie praise?", "Lie praised a song that Ek wrote.", "Ek", True),
        ("Whom did Lie praise?", "Lie praised a song that Ek wrote.", "a song", False),
        ("Whom did Lie praise?", "Lie praised Ek, who wrote it.", "Ek", False),
    ],
)
def test_others_are_the_object(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_object(place(text, words), question, window_of(text)) is other


def test_a_sentence_whose_parse_has_no_verb_at_its_top_says_nothing() -> None:
    text = "No word from the minister whom Ek thanked."
    assert [one.tag for one in parsed(text) if one.role == "ROOT"] == ["NN"]
    assert not is_not_subject(place(text, "the minister"), "Who thanked someone?", window_of(text))


@pytest.mark.parametrize(
    ("words", "other"), [("Alain Toure", False), ("Its information minister", False), ("Qatar", True)]
)
def test_a_minister_who_accused_somebody_was_not_accused(words: str, other: bool) -> None:
    text = "Its information minister, Alain Toure, accused Qatar of lying, but later withdrew that and apologised."
    assert [one.text for one in parsed(text) if one.role == "ROOT"] == ["accused"]
    assert is_not_subject(place(text, words), "Who apologised?", window_of(text)) is other


def test_a_sentence_that_tells_it_many_times_is_not_plain() -> None:
    text = "Ada Lie left, and Bo Vik thanked Ek"
    assert is_not_subject(place(text, "Ada Lie"), "Who thanked Ek?", window_of(text))
    text += ", and Bo Vik thanked Ek" * 9
    assert not is_not_subject(place(text, "Ada Lie"), "Who thanked Ek?", window_of(text))


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Whom did she teach?", "She was teaching the nuns Japanese.", "Japanese", True),
        ("Whom did she teach?", "She was teaching the nuns Japanese.", "the nuns", False),
        ("Whom did Lie accuse?", "Lie accused Ek of having called Roe a fool.", "Roe", True),
        ("Whom did Lie accuse?", "Lie accused Ek of having called Roe a fool.", "Ek", False),
        ("For whom did Lie score?", "Ek fell, and Lie scored twice for Acme.", "Ek", True),
        ("For whom did Lie score?", "Ek fell, and Lie scored twice for Acme.", "Acme", False),
        ("With whom had Ek quarrelled?", "Lie did not see Roe, with whom he had quarrelled.", "Roe", False),
        ("Whom did Lie replace?", "She was replaced by Ada Lie, for whom Ek had played.", "Ek", True),
        ("Whom did Lie replace?", "Roe left. She was replaced by Ada Lie.", "Roe", False),
        ("Whom had Roe bitten?", "The lawyer, Bo Ek, argued that Roe had bitten first.", "Bo Ek", True),
        ("Whom had Roe bitten?", "The lawyer, Bo Ek, whom Roe had bitten, left.", "Bo Ek", False),
    ],
)
def test_what_whom_and_whom_else_are_told_apart(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_object(place(text, words), question, window_of(text)) is other


@pytest.mark.parametrize(("words", "other"), [("Bo Ek", False), ("Eva Roe", True)])
def test_whose_daughter_did_it_did_not_do_it(words: str, other: bool) -> None:
    text = "It was built by the engineer Bo Ek, whose great-granddaughter, Eva Roe, had written to the judge."
    assert is_not_subject(place(text, words), "Who built it?", window_of(text)) is other


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        # A verb that is told twice is looked at where it has what the question has.
        ("Who called the vet?", "The owner, Bo Ek, called the police, who called the zoo's vet.", "Bo Ek", True),
        ("Who called the police?", "The owner, Bo Ek, called the police, who called the zoo's vet.", "Bo Ek", False),
        # Who shares his clause is another than he.
        (
            "Who asked for a bill?",
            "He gave it to the head of the jury, Ada Lie, and asked for a bill.",
            "Ada Lie",
            True,
        ),
        ("Who asked for a bill?", "Bo Ek gave it to Ada Lie, and he asked for a bill.", "Bo Ek", False),
        ("Who sang?", "He met the widow before he sang.", "the widow", True),
    ],
)
def test_who_is_another_than_he(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_subject(place(text, words), question, window_of(text)) is other


@pytest.mark.parametrize(
    ("question", "text", "words", "doer"),
    [
        ("What was ruined?", "The water rose and ruined the paper.", "The water", True),
        ("What was ruined?", "The water rose and ruined the paper.", "the paper", False),
        ("What was ruined?", "The house was ruined by the water.", "The house", False),
        ("What was ruined?", "The house stood near the river that ruined it.", "The house", False),
        ("What was found?", "The water rose and ruined the paper.", "The water", False),
        ("What ruined it?", "The water rose and ruined the paper.", "The water", False),
    ],
)
def test_what_did_it_to_something_was_not_done_to(question: str, text: str, words: str, doer: bool) -> None:
    assert is_doer_of_passive(place(text, words), question, window_of(text)) is doer


@pytest.mark.parametrize(
    ("question", "words", "part"),
    [
        ("Where is Lie?", "school", True),
        ("Where is Lie?", "hospital", False),
        ("What does Lie like?", "school", False),
    ],
)
def test_of_what_kind_somebody_is_does_not_tell_where(question: str, words: str, part: bool) -> None:
    text = "Ada Lie, a school cook, was in hospital."
    assert is_part_of_noun(question, place(text, words), window_of(text)) is part


@pytest.mark.parametrize(
    ("words", "clause"),
    [("lives in exile", True), ("A choir that lives in exile", False), ("a choir", False), ("lawyers", False)],
)
def test_what_somebody_does_is_nobody(words: str, clause: bool) -> None:
    text = "A choir that lives in exile met lawyers and a choir."
    assert is_clause(place(text, words), window_of(text)) is clause


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("Who lost to Moe?", "Ada Lie", True),
        ("Who lost to Moe?", "Bo Ek", False),
        ("Who went home?", "Rosa Ek", True),
        ("Who went home?", "Jon Vik", False),
        ("Who went home?", "The others", False),
    ],
)
def test_whose_clause_it_is_in_a_list(question: str, words: str, other: bool) -> None:
    text = {
        "Who lost to Moe?": "Two do: the headmistress Ada Lie and the baker Bo Ek, who lost to Eva Moe in May.",
        "Who went home?": "The others went home, among them Jon Vik, whose mother, Rosa Ek, has forbidden it.",
    }[question]
    assert is_not_subject(place(text, words), question, window_of(text)) is other


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("Who sat?", "“He came, and I sat,” Lie said.", "He", True),
        ("Who sat?", "“He came, and I sat,” Lie said.", "I", False),
        ("Who sat?", "“I sat,” he said.", "he", False),
        ("Who rang?", "She rang on Monday, but the secretary, Eva Roe, slept.", "Eva Roe", True),
        ("Who rang?", "She rang on Monday, but the secretary, Eva Roe, slept.", "She", False),
        ("Who rang?", "When she rang, Eva Roe left the school.", "Eva Roe", False),
        ("Who rang?", "“She rang,” Eva Roe said.", "Eva Roe", False),
    ],
)
def test_who_is_apart_from_a_pronoun(question: str, text: str, words: str, other: bool) -> None:
    assert is_not_subject(place(text, words), question, window_of(text)) is other
