from dataclasses import replace

import pytest

from corpus.article import Article, Span
from retrieval.attributions import asks_about_speech, attributed, question_of
from retrieval.index import update
from retrieval.store import Store
from retrieval.types import Citation, Found
from tests.conftest import LookupReader, WordEncoder

SENTENCE = "Mayor Aas thanked the fire brigade, Dahl told the council."


def found(words: str = "Mayor Aas", sentence: str = SENTENCE, start: int = 100) -> Found:
    at = start + sentence.index(words)
    citation = Citation("flood", "Flood", None, None, sentence, start, start + len(sentence), at, at + len(words))
    return Found(words, 0.9, citation)


def test_the_answer_stands_behind_its_question() -> None:
    assert question_of("Who thanked Aas?", "Dahl") == "Who thanked Aas? Dahl. According to whom?"
    assert question_of("who thanked aas", "Dahl") == "who thanked aas? Dahl. According to whom?"


def test_whoever_says_so_is_named_and_stands_in_the_sentence() -> None:
    asked = question_of("Who thanked the fire brigade?", "Mayor Aas")
    (one,) = attributed([asked], [found()], LookupReader((asked, "Dahl")))
    assert one.claimant == Span(136, 140)
    assert one.claimant_text == "Dahl"
    assert (one.text, one.citation) == (found().text, found().citation)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("he", "Mayor Aas thanked the fire brigade, he told the council."),  # nobody is named
        ("Aas", "Mayor Aas thanked the fire brigade, as ever."),  # the answer itself
        ("nobody", "Mayor Aas thanked the fire brigade, as ever."),
        ("the council", "It is so: Mayor Aas thanked the fire brigade, Aas told the council."),  # who was told
        ("74", "Mayor Aas and the 74 thanked the fire brigade."),
        ("The chairman", "The chairman, Mayor Aas, apologised and thanked the fire brigade."),  # who it is
        ("the jury", "The chairman of the jury, Mayor Aas, thanked the fire brigade."),  # whose chairman it is
    ],
)
def test_nobody_is_named_where_nobody_else_says_so(said: str, sentence: str) -> None:
    asked = question_of("Who thanked the fire brigade?", "Mayor Aas")
    (one,) = attributed([asked], [found(sentence=sentence)], LookupReader((asked, said)))
    assert one.claimant is None
    assert one.claimant_text == ""


@pytest.mark.parametrize(
    ("sentence", "sure", "claimant"),
    [
        ("For Dahl, Mayor Aas thanked the fire brigade.", 0.7, "Dahl"),
        ("For Dahl, Mayor Aas thanked the fire brigade.", 0.55, ""),
        ("In Dahl's view, Mayor Aas thanked the fire brigade.", 0.1, "Dahl"),  # by its form
        ("Dahl wrote on Monday that Mayor Aas thanked the fire brigade.", 0.4, "Dahl"),  # has a verb of saying
        ("Dahl wept on Monday when Mayor Aas thanked the fire brigade.", 0.4, ""),
    ],
)
def test_whoever_says_a_whole_sentence_is_named_where_that_is_clear(
    sentence: str, sure: float, claimant: str
) -> None:
    asked = question_of("Did Aas thank the fire brigade?", "Yes")
    (one,) = attributed([asked], [found(sentence, sentence)], LookupReader((asked, "Dahl"), sure=sure))
    assert one.claimant_text == claimant


def test_who_stands_beside_a_name_is_told_on_nobodys_word() -> None:
    sentence = "The mayor, Ada Aas, thanked the fire brigade, Dahl told the council."
    asked = question_of("Who is Ada Aas?", "The mayor")
    (one,) = attributed([asked], [found("The mayor", sentence)], LookupReader((asked, "Dahl")))
    assert one.claimant is None


def test_an_age_beside_a_name_is_told_on_nobodys_word() -> None:
    sentence = "Dahl wrote that Ada Aas, 58, was there with 58 men."
    asked = question_of("How old is Aas?", "58")
    (one,) = attributed([asked], [found("58", sentence)], LookupReader((asked, "Dahl")))
    assert one.claimant is None
    (other,) = attributed([asked], [found("58 men", sentence)], LookupReader((asked, "Dahl")))
    assert other.claimant_text == "Dahl"


def test_whoever_stands_before_the_answer_is_not_named_by_it() -> None:
    sentence = "In the view of the chief, Mayor Aas thanked the fire brigade."
    asked = question_of("Did Aas thank the fire brigade?", "Yes")
    (one,) = attributed([asked], [found(sentence, sentence)], LookupReader((asked, "the chief")))
    assert one.claimant_text == "the chief"


@pytest.mark.parametrize(
    ("text", "words", "claimant"),
    [
        ('Igor Ek spoke. "I called him," Igor Ek said. "Dahl was asleep."', "Dahl", "Igor Ek"),
        ('Igor Ek spoke. "Igor Ek called him," Igor Ek said. "Igor Ek was asleep."', "Igor Ek", ""),  # of himself
        ("Igor Ek spoke. He had called him, Igor Ek said. Dahl was asleep.", "Dahl", ""),  # nothing is quoted
    ],
)
def test_whoever_is_quoted_says_so_where_the_sentence_names_nobody(text: str, words: str, claimant: str) -> None:
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        last = store.sentences_of("a")[-1]
        said = LookupReader((f"Who said that {last.text}?", "Igor Ek"), ("What did Igor Ek say?", last.text))
        given = replace(
            found(words, last.text, last.span.start),
            citation=replace(found(words, last.text, last.span.start).citation, article="a"),
        )
        (one,) = attributed([question_of("Who was asleep?", words)], [given], said, store)
    assert one.claimant_text == claimant


def test_a_description_goes_by_the_name_behind_it() -> None:
    asked, sentence = question_of("Did Aas leave?", "Yes"), "According to its editor, Ada Lie, Aas had left."
    (one,) = attributed([asked], [found(sentence, sentence)], LookupReader((asked, "its editor")))
    assert one.claimant_text == "Ada Lie"


@pytest.mark.parametrize(
    ("sentence", "words", "said", "claimant"),
    [
        ("6,000 came, police said; the organisers spoke of 15,000.", "15,000", "the organisers", "the organisers"),
        ("6,000 came, police said; Lie's ministry spoke of 15,000.", "15,000", "Lie", "Lie's ministry"),
        ("They put it at $40 million, Harrow at $15 million.", "$15 million", "Harrow", "Harrow"),
        ("6,000 came, police said; the organisers spoke of 15,000.", "6,000", "the organisers", ""),
        ("They put it at $40 million, Harrow at $15 million.", "$40 million", "Harrow", ""),
        ("Lime's shares rose by six; Acme's fell by four.", "four", "Acme's fell", ""),
        ("Lime had paid four million, she said, and Acme not a cent.", "four million", "Acme", ""),
        ("Lie told the abbess, who wrote to Ek.", "Ek", "Lie", ""),
    ],
)
def test_the_other_figure_of_a_sentence_is_another_ones(sentence: str, words: str, said: str, claimant: str) -> None:
    known = (f"Who says that it was {words}?", said)
    (one,) = attributed(["?"], [found(words, sentence)], LookupReader(known))
    assert one.claimant_text == claimant


def test_half_a_name_is_nobody() -> None:
    asked, sentence = question_of("Did Aas leave?", "Yes"), "Capt. Ada Lie said that Aas had left."
    for said, claimant in (("Capt.", ""), ("Capt. Ada Lie", "Capt. Ada Lie")):
        (one,) = attributed([asked], [found(sentence, sentence)], LookupReader((asked, said)))
        assert one.claimant_text == claimant


@pytest.mark.parametrize(
    ("sentence", "answer", "said", "claimant"),
    [
        ("Aas left after the court had handed it in.", "Aas", "the court", ""),
        ("Dahl said it rained; Aas left.", "Aas", "Dahl", ""),
        ("Aas left, claiming that Dahl had come.", "Aas", "Dahl", ""),
        ("Aas left after Dahl reported that it rained.", "Aas", "Dahl", ""),
        ("“It rains,” said Dahl, who teaches at the school that Aas left.", "Aas", "Dahl", ""),
        ("Dahl, who said on Monday that Aas left, came.", "Aas", "Dahl", "Dahl"),
        ("Aas left; Dahl said so.", "Aas", "Dahl", "Dahl"),
        ("Dahl, whose wife and son drowned, came.", "wife and son", "Dahl", ""),
        ("Dahl accused Aas of leaving.", "Aas", "Dahl", "Dahl"),
    ],
)
def test_who_tells_of_something_else_does_not_say_so(sentence: str, answer: str, said: str, claimant: str) -> None:
    asked = question_of("Who left?", answer)
    (one,) = attributed([asked], [found(answer, sentence)], LookupReader((asked, said)))
    assert one.claimant_text == claimant


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Head coach Ada Lie said, “I thanked Aas.”", "Head coach"),
        ("Ada Lie, Secretary of the Unit, said, “I thanked Aas.”", "Secretary of the Unit"),
    ],
)
def test_nobody_vouches_for_what_they_are_told_to_have_done(sentence: str, said: str) -> None:
    asked = question_of("Who thanked Aas?", "Ada Lie")
    (one,) = attributed([asked], [found("Ada Lie", sentence)], LookupReader((asked, said)))
    assert one.claimant_text == ""


def test_questions_about_speech_have_their_speaker_already() -> None:
    assert asks_about_speech("Who said that the dyke held?")
    assert asks_about_speech("What did Aas tell the council?")
    assert asks_about_speech("What did the old mayor concede?")
    assert not asks_about_speech("Who thanked Cambodia?")
    assert not asks_about_speech("What did Aas promise Ek?")


@pytest.mark.parametrize(
    ("sentence", "words", "claimant"),
    [
        ("Dahl said that Mayor Aas had left.", "Mayor Aas", "Dahl"),
        ("Dahl said that Mayor Aas had left.", "Dahl said that Mayor Aas had left.", "Dahl"),
        ("Dahl said so after Aas had left.", "Aas", ""),
        ("Dahl said it rained; Aas had left.", "Dahl said it rained; Aas had left.", ""),
        ("Dahl said it rained; Aas had left.", "Aas", ""),
        ("Moe came, and an aide to Dahl said that Aas had left.", "Aas", "an aide to Dahl"),
        ("Moe said it rained; Dahl said that Aas had left.", "Aas", "Dahl"),
        ("He said that Aas had left.", "Aas", ""),  # nobody is named
    ],
)
def test_the_form_tells_who_says_so_where_nobody_is_read(sentence: str, words: str, claimant: str) -> None:
    asked = question_of("Has Aas left?" if words == sentence else "Who left?", words)
    (one,) = attributed([asked], [found(words, sentence)], LookupReader())
    assert one.claimant_text == claimant


@pytest.mark.parametrize(
    ("speaker", "answer", "name"),
    [("Ada Dahl", "Aas", "Ada Dahl"), ("Ada Dahl", "Dahl", ""), ("The mayor", "Aas", "")],
)
def test_whoever_goes_by_a_pronoun_is_named(speaker: str, answer: str, name: str) -> None:
    text = f"{speaker} came. She said that {answer} had left."
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("flood", "", text)])
    reader = LookupReader(
        (f"Who said that {answer} had left?", speaker), (f"What did {speaker} say?", f"{answer} had left")
    )
    sentence = f"She said that {answer} had left."
    with store.snapshot():
        (one,) = attributed(["Who left?"], [found(answer, sentence, text.index("She"))], reader, store)
    assert one.claimant_text == name
    assert one.claimant == (Span(text.index("She"), text.index("She") + 3) if name else None)


def test_a_pronoun_that_is_hardly_the_speaker_s_who_was_read_is_of_whom_it_is() -> None:
    text = "Mayor Tomas Reker slept. Ada Dahl came to the hall and sang. She said that the choir had left."
    sentence = "She said that the choir had left."
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("flood", "", text)])
    reader = LookupReader(("Who said that the choir had left?", "Tomas Reker"))
    with store.snapshot():
        (one,) = attributed(["Who left?"], [found("the choir", sentence, text.index("She"))], reader, store)
    assert one.claimant_text == "Ada Dahl"


def test_who_did_the_same_does_not_say_so() -> None:
    sentence = "Lie opposed it, and so did the cook."
    answers = [found("Lie", sentence), found("the cook", sentence)]
    asked = [question_of("Who rejected it?", one.text) for one in answers]
    reader = LookupReader((asked[1], "Lie"))
    assert [one.claimant_text for one in attributed(asked, answers, reader)] == ["", ""]
    assert attributed(asked[1:], answers[1:], reader)[0].claimant_text == "Lie"


def test_whoever_is_asked_about_does_not_say_who_they_are() -> None:
    sentence = "The union, whose chairwoman, Isla Munro, sang, left."
    asked = question_of("Who is Isla Munro?", "chairwoman")
    (one,) = attributed([asked], [found("chairwoman", sentence)], LookupReader((asked, "Isla Munro")))
    assert one.claimant is None


def test_to_whom_it_is_written_does_not_say_so() -> None:
    sentence = "Aas wrote to the mayor, Ada Dahl, to propose it."
    asked = question_of("Who wrote to the mayor?", "Aas")
    assert attributed([asked], [found("Aas", sentence)], LookupReader((asked, "Ada Dahl")))[0].claimant is None


@pytest.mark.parametrize(("question", "claimant"), [("Did Ek leave?", "Lie"), ("Did Lie deny that Ek had left?", "")])
def test_whoever_denies_it_says_no(question: str, claimant: str) -> None:
    text = "Lie denied that Ek had left."
    (one,) = attributed([question_of(question, "No")], [found(text, text)], LookupReader())
    assert one.claimant_text == claimant


def test_who_somebody_is_nobody_need_be_told_on_their_word() -> None:
    asked, text = question_of("Who is Ada Lie?", "a nurse"), "Ada Lie, a nurse, was given nothing, she says."
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        given = found("a nurse", text, 0)
        given = replace(given, citation=replace(given.citation, article="a"))
        (one,) = attributed([asked], [given], LookupReader((asked, "she")), store)
    assert one.claimant is None


@pytest.mark.parametrize(("words", "claimant"), [("400", "The board"), ("the number", "")])
def test_whoever_puts_it_at_a_figure_is_named(words: str, claimant: str) -> None:
    given = found(words, "The board had put the number at 400.")
    (one,) = attributed([question_of("How many came?", words)], [given], LookupReader())
    assert one.claimant_text == claimant


@pytest.mark.parametrize(("pronoun", "claimant"), [("She", "Eva Dahl"), ("It", "")])
def test_it_is_nobody(pronoun: str, claimant: str) -> None:
    store, text = Store.in_memory(), f"Eva Dahl spoke. {pronoun} said that Bo Ek had left."
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        last = store.sentences_of("a")[-1]
        given = found("Bo Ek", last.text, last.span.start)
        given = replace(given, citation=replace(given.citation, article="a"))
        asked = question_of("Who left?", "Bo Ek")
        knows = LookupReader(
            ("Who said that that Bo Ek had left?", "Eva Dahl"), ("What did Eva Dahl say?", "Bo Ek had left")
        )
        (one,) = attributed([asked], [given], knows, store)
    assert one.claimant_text == claimant
