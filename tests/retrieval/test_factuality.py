import pytest

from retrieval.factuality import is_not_factual


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Lie resign?", "The union called for the resignation of Ada Lie."),
        ("Who resigned?", "If the minister Ada Lie resigns, a vote will be held."),
        ("Was Ek arrested?", "The council rejected calls for the arrest of Bo Ek."),
        ("Who was dismissed?", "Residents demanded the dismissal of the teacher, Bo Ek."),
        ("Did Ek die?", "Rumours of the death of the poet Bo Ek spread on Sunday."),
        ("Who moved to Oslo?", "Bo Ek has been linked with a move to Oslo."),
        ("What was banned?", "A ban on the drug was considered."),
        ("What was banned?", "A ban on the drug would harm many."),
        ("Did Acme merge with Norbank?", "A merger with Norbank failed."),
        ("Did Acme merge with Norbank?", "Acme ruled out a merger or a sale with Norbank."),
        ("Who was extradited?", "Prosecutors want Bo Ek extradited to Peru."),
        ("Who was elected?", "Ada Lie was nearly elected president."),
        ("Did Ek reach the lake?", "Nobody knows whether Ek reached the lake."),
        ("Was the village flooded?", "They fought the dam which is to flood the village."),
        ("Who was arrested in May?", "The police called in May for the arrest of Ek."),
        ("Was the mill turned into a hotel?", "The mill, built in 1908, was to be turned into a hotel next year."),
        ("Who hit Ek?", "Moe stopped Lie from hitting Ek."),
        ("Did Lie thank Ek?", "Lie left without thanking Ek."),
        ("Did Lie thank Ek?", "Far from thanking Ek, Lie sued him."),
        ("Did Lie thank Ek?", "Instead of thanking Ek, Lie sued him."),
        ("Has anyone been charged?", "Ek asked her to take charge of the club."),
        ("Who bought Acme?", "Bo Ek was dismissed for trying to buy Acme."),
        ("Did Ek buy Acme?", "Bo Ek tried to buy Acme."),
        ("Did Ek pay Lie?", "Ek promised to come and pay Lie."),
        ("Who sang?", "Lie invited Ek to sing."),
        ("Who took the vase?", "Lie would like to know who had taken the vase."),
        ("Who took the vase?", "Who took the vase is unclear."),
        ("Was Ek jailed in Oslo?", "Lie wants Ek jailed."),
        ("Did Lie go to court?", "“He could have gone to court,” she said."),
        ("Did Lie play Ek?", "Ada Lie was to play the Dane Bo Ek on Sunday, but Ek withdrew."),
    ],
)
def test_a_deed_may_only_be_spoken_of(question: str, sentence: str) -> None:
    assert is_not_factual(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Lie resign?", "Lie handed in her resignation on Monday."),
        ("Did Lie resign?", "Lie resigned after calls for her resignation."),
        ("Did Lie resign?", "Lie left the government."),
        ("Will Lie resign?", "The union called for the resignation of Ada Lie."),
        ("When is the vote to be held?", "The vote, which is to be held on Friday, is secret."),
        ("Who is to resign?", "The union called for the resignation of Ada Lie."),
        ("Who called for the resignation of Lie?", "The union called for the resignation of Ada Lie."),
        ("Who wants Ek extradited?", "Prosecutors want Bo Ek extradited to Peru."),
        ("Who was arrested?", "Shares fell after the arrest of Bo Ek."),
        ("Who was injured?", "Bo Ek was treated for injuries."),
        ("Who was rescued?", "They were brought up by a rescue team."),
        ("Whom did Lie appoint?", "Ek asked whether Lie had confidence in Moe, whom she appointed."),
        ("Who was removed?", "It led to the removal of the bishop, Bo Ek."),
        ("Whom did Lie invite?", "Her first act was to invite Ek."),
        ("How much is the painting worth?", "The painting is thought to be worth 400,000 euros."),
        ("Who is leaving?", "Ek is to leave the club."),
        ("Who sold it?", "Ek came back from selling it."),
        ("Who was killed?", "Almost forty people were killed."),
        ("Who died?", "His death was announced on Friday."),
        ("At what time did the ferry catch fire?", "The ferry caught fire at ten."),
        ("What was it like?", "Nobody knows whether it was like that."),
        ("Who tried to buy Acme?", "Bo Ek tried to buy Acme."),
        ("Whom did Lie order to return?", "Lie ordered Ek to return."),
        ("Who took the vase?", "It was Ek who took the vase."),
        ("Who took the vase?", "Lie met Ek, who took the vase."),
        ("Who bought Acme?", "Bo Ek agreed to buy Acme."),
        ("Whom did Lie invite?", "Her first act was to invite Bo Ek."),
        ("Could Lie have gone to court?", "“He could have gone to court,” she said."),
        ("How much is the dam to cost?", "The dam is to cost $3 billion."),
    ],
)
def test_a_deed_that_is_told_was_done(question: str, sentence: str) -> None:
    assert not is_not_factual(question, sentence)
