import pytest

from bot.followups import Turn, leans_on_earlier, left_open, resolve, rewritings


@pytest.mark.parametrize(
    "message",
    [
        "And what did he thank it for?",
        "Why?",
        "And when?",
        "Who was it?",
        "When did she say so?",
        "What about the brigade?",
        "How much did they pay for the repair?",
        "What did he say about Osei?",
        "When was that?",
        "but why did they accept",
        "where is it?",
    ],
)
def test_follow_ups_lean_on_what_was_said(message: str) -> None:
    assert leans_on_earlier(message)


@pytest.mark.parametrize(
    "message",
    [
        "Who thanked Cambodia?",
        "Who thanked whom?",
        "Did Hun Sen say that he would visit?",
        "Is it true that Osei won the prize?",
        "What did Koy Kuong say?",
        "Osei thanked her mother?",
        "How many people were injured in the flood?",
        "Who is the president of France?",
        "that dyke in Lervik, did the river break it?",
        "",
        "?!",
    ],
)
def test_others_stand_alone(message: str) -> None:
    assert not leans_on_earlier(message)


def test_a_follow_up_is_joined_with_the_message_it_leans_on() -> None:
    earlier = ["Who won the prize?", "Whom did Hun Sen thank?"]
    assert resolve("And what for?", earlier) == "Whom did Hun Sen thank? And what for?"
    assert resolve("Who thanked Cambodia?", earlier) == "Who thanked Cambodia?"
    assert resolve("And what for?", []) == "And what for?"


def test_a_chain_of_follow_ups_reaches_its_start_but_not_for_ever() -> None:
    assert resolve("When?", ["Who fell?", "And why?"]) == "Who fell? And why? When?"
    assert resolve("Why?", ["Who fell?", "When?", "Where?", "How?"]) == "When? Where? How? Why?"


@pytest.mark.parametrize(
    ("message", "last", "expected"),
    [
        (
            "And what did he thank it for?",
            Turn("Whom did Hun Sen thank?", ("the US",)),
            ["What did Hun Sen thank the US for?"],  # a country is no "he"
        ),
        ("Where is it?", Turn("Who built the dam?", ("Osei",)), ["Where is Osei?"]),
        (
            "What did she say about her brother?",
            Turn("Who won?", ("Elsa Lind",)),
            ["What did Elsa Lind say about Elsa Lind's brother?"],
        ),
        ("Who invited her?", Turn("Who won?", ("Elsa Lind",)), ["Who invited Elsa Lind?"]),
        ("And the US?", Turn("Who thanked Cambodia?", ("Pompeo",)), ["Who thanked the US?"]),
        ("What about Hun Sen?", Turn("Who thanked Cambodia?", ("Pompeo",)), ["Who thanked Hun Sen?"]),
        ("Why did they do it?", Turn("Who sang?"), []),
        ("And when?", Turn("Who thanked Cambodia?", ("Pompeo",)), ["When was it that Pompeo thanked Cambodia?"]),
        ("Why?", Turn("Who thanked Cambodia?"), []),
        ("What did he say?", Turn("Why?", ("because " * 20,)), []),
        ("Who thanked her?", Turn("Why did Ada Lie sing?", ("for joy",)), ["Who thanked Ada Lie?"]),
        # Who she is are no others than she.
        ("Who thanked her?", Turn("Who is Ada Lie?", ("the farmer", "a mother")), ["Who thanked Ada Lie?"]),
        ("Who thanked him?", Turn("Who is the mayor?", ("Bo Ek",)), ["Who thanked Bo Ek?", "Who thanked the mayor?"]),
        ("What did it cost?", Turn("What did they eat?", ("bread",)), ["What did bread cost?"]),
        # The subject first; and only whom the pronoun's form may stand for.
        (
            "Where is she from?",
            Turn("Who beat Alemu?", ("Marta Galvão",)),
            ["Where is Marta Galvão from?", "Where is Alemu from?"],
        ),
        ("Where is he from?", Turn("Whom did Peter Vos beat?", ("Maria Galvão",)), ["Where is Peter Vos from?"]),
        ("When did she say so?", Turn("Did the mayor resign?"), ["When did the mayor say so?"]),
        # A ferry line is no "she", as far as is known, and neither are several.
        ("And where is she from?", Turn("Who stole the pretzels?"), []),
        ("Where did she live?", Turn("Who met the old singer?"), ["Where did the old singer live?"]),
        ("Where is she from?", Turn("Who accused the ferry line?", ("Petrova",)), ["Where is Petrova from?"]),
        (
            "What does he do?",
            Turn("Who led the rescue crew?", ("the harbour master",)),
            ["What does the harbour master do?"],
        ),
        ("Where is it?", Turn("Who built the old bridge?", ("Ada Lie",)), ["Where is the old bridge?"]),
        ("Did he come?", Turn("Where was Peter Vos born?", ("Lisbon",)), ["Did Peter Vos come?"]),
        (
            "Where do they live?",
            Turn("Who sang?", ("Bo Ek", "Ada Lie")),
            ["Where do Bo Ek live?", "Where do Ada Lie live?"],
        ),
        ("Is it true that she came?", Turn("Who sang?", ("Ada Lie",)), ["Is it true that Ada Lie came?"]),
        ("Who counted them?", Turn("How many houses fell?", ("212",)), []),
        # A name alone says whom the last question meant.
        ("Ada Lie", Turn("Where is she from?"), ["Where is Ada Lie from?"]),
        ("The mayor!", Turn("Who thanked him?"), ["Who thanked The mayor?"]),
    ],
)
def test_a_follow_up_is_put_into_words_of_its_own(message: str, last: Turn, expected: list[str]) -> None:
    assert rewritings(message, last) == expected


@pytest.mark.parametrize(
    ("message", "pronoun"),
    [
        ("Where is she from?", "she"),
        ("And who thanked Her?", "Her"),
        ("Who beat her?", "her"),
        ("Did they win?", "they"),
        ("Which players did they beat?", "they"),
        ("Why did he resign?", "he"),
        ("How much did her first bridge cost?", ""),
        ("Who said he would resign?", ""),
        ("Who lost her job?", ""),
        ("Did the mayor say when she resigned?", ""),
        ("Which players said they were hurt?", ""),
        ("What did Lie say about her brother?", ""),
        ("Is it open?", ""),
        ("Who thanked whom?", ""),
        ("", ""),
    ],
)
def test_a_pronoun_is_left_open_where_nobody_in_the_message_can_be_meant(message: str, pronoun: str) -> None:
    assert left_open(message) == pronoun
