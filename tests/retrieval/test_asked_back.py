import pytest

from retrieval.asked_back import asked_back


@pytest.mark.parametrize(
    ("question", "text", "subject", "back"),
    [
        ("Did Pompeo visit Cambodia?", "Pompeo praised it.", "Pompeo", "Who did visit Cambodia?"),
        ("did hun sen thank the us", "Hun Sen left.", "hun sen", "Who did thank the us?"),
        ("And has the old mayor left?", "The old mayor wept.", "the old mayor", "Who has left?"),
        ("Was Ada Lie thanked by Bo?", "Lie was here.", "Ada Lie", "Who was thanked by Bo?"),
        ("Didn't Ada Lie leave?", "Ada Lie left.", "Ada Lie", "Who did leave?"),
        ("Can't Ada Lie leave?", "Ada Lie left.", "Ada Lie", "Who can leave?"),
        ("Won't Ada Lie leave?", "Ada Lie left.", "Ada Lie", "Who will leave?"),
        ("Is it true that Ada Lie left?", "Ada Lie left.", "Ada Lie", "Who left?"),
        ("Did Ada Lie put Bo in jail?", "Ada Lie put Bo in jail.", "Ada Lie", "Who did put Bo in jail?"),
        ("Did Bank of Lima fail?", "The Bank of Lima failed.", "Bank of Lima", "Who did fail?"),
        ("Did the jury praise Osei?", "The jury praised Osei.", "the jury", "Who did praise Osei?"),
        ("Was anybody in danger?", "Nobody was in danger.", "anybody", "Who was in danger?"),
        ("Was anything proved?", "Nothing was proved.", "anything", "What was proved?"),
        ("Did nurses strike?", "Ada Lie left.", "nurses", "Who did strike?"),
        ("Did the spokeswoman have a cold?", "A spokeswoman left.", "the spokeswoman", "Who did have a cold?"),
    ],
)
def test_a_question_is_taken_apart_where_its_subject_ends(question: str, text: str, subject: str, back: str) -> None:
    found = asked_back(question, text)
    assert found
    assert (found.subject.words, found.subject.question) == (subject, back)


@pytest.mark.parametrize(
    ("question", "text", "back"),
    [
        ("Did Ada Lie choke Bo Ek?", "Lie choked Bo Ek.", ("Bo Ek", "Whom did Ada Lie choke?")),
        ("Did Ada Lie sell the mule?", "Lie sold a mule.", ("mule", "What did Ada Lie sell?")),
        ("Did Lie invite Bo to Lima?", "Lie invited Bo to Lima.", ("Bo to Lima", "Whom did Lie invite?")),
        ("Was Lie thanked by Bo?", "Bo thanked Lie.", ("Bo", "Whom was Lie thanked by?")),
        ("Did Lie apologise to Bo?", "Lie apologised to Bo.", ("Bo", "Whom did Lie apologise to?")),
    ],
)
def test_the_object_is_asked_for_as_well(question: str, text: str, back: tuple[str, str]) -> None:
    found = asked_back(question, text)
    assert found
    assert found.object
    assert (found.object.words, found.object.question) == back


def test_a_statement_has_no_object_to_ask_for() -> None:
    found = asked_back("Is it true that Ada Lie left Lima?", "Ada Lie left Lima.")
    assert found
    assert found.parts() == (found.subject,)


@pytest.mark.parametrize("question", ["Did she leave?", "Is there a bridge?", "Did it?", "Who left?", "Did"])
def test_nobody_is_asked_for_where_the_subject_cannot_be_told(question: str) -> None:
    assert asked_back(question, "Ada Lie left.") is None


def test_the_question_can_be_put_of_another_and_the_other_way_round() -> None:
    found = asked_back("Didn't Ada Lie thank Bo?", "Ada Lie thanked Bo.")
    assert found
    assert (found.of("she"), found.denied()) == ("Didn't she thank Bo?", "Who did not thank Bo?")
