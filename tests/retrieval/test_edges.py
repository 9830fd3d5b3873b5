import pytest

from corpus.article import Span
from retrieval.edges import whole_words
from tests.conftest import read_in, window_of


def edged(text: str, words: str, question: str) -> str:
    """The words as they are given, in a window behind other text."""
    window = window_of(text, before="It rained. ")
    start = window.span.start + text.index(words)
    return window.words(whole_words(Span(start, start + len(words)), question, window))


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("At 3 p.m. the roof fell.", "3 p.m", "3 p.m."),
        ("The roof fell at 3 p.m. Nobody was hurt.", "3 p.m", "3 p.m."),
        ("Acme Inc. stressed it.", "Acme Inc", "Acme Inc."),
        ("It was stressed by Pompeo. He left.", "Pompeo", "Pompeo"),
        ("Pompeo spoke.", "Pompeo", "Pompeo"),
        ("The town sent its deputy mayor, who stressed it.", "deputy", "its deputy mayor"),
        ("It came from Lie, whose wife and daughter stressed it.", "daughter", "wife and daughter"),
        ("Lie said, “It was stressed by Pompeo.”", "Pompeo", "Pompeo"),
        ("Lie said, “It was stressed by Pompeo.”", "Pompeo.", "Pompeo"),
        ("It was stressed by Bo Ek Jr.", "Bo Ek Jr.", "Bo Ek Jr."),
        ("It was stressed by the old night porter.", "porter", "the old night porter"),
        ("It was the last old porter of Oslo who stressed it.", "old porter of Oslo", "the last old porter of Oslo"),
        ("It was stressed by the porter he had.", "porter", "the porter"),
        ("The young said porters stressed it.", "porters", "porters"),
        ("The farmer Huw Bevan stressed it.", "Huw Bevan", "Huw Bevan"),
    ],
)
def test_an_abbreviation_keeps_its_full_stop(text: str, words: str, given: str) -> None:
    assert edged(text, words, "Who stressed it?") == given


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ('He was thanked "for reading it".', 'for reading it"', "for reading it"),
        ("He was thanked “for reading it”.", "for reading it”", "for reading it"),
        ('It is "a fine day" for it.', '"a fine', "a fine"),
        ('It is "a fine day" for it.', '"a fine day"', '"a fine day"'),
        ("It is “a fine day” for it.", "is “a fine day”", "is “a fine day”"),
        ('He bought a 12" record.', '12" record', '12" record'),
    ],
)
def test_half_a_quotation_has_no_mark(text: str, words: str, given: str) -> None:
    assert edged(text, words, "Who stressed it?") == given


@pytest.mark.parametrize(
    ("question", "text", "words", "given"),
    [
        ("Who came?", "Engineers of Lima came.", "Engineers", "Engineers of Lima"),
        ("What came?", "Engineers of Lima came.", "Engineers", "Engineers"),
        ("Who came?", "Then the head of the Oslo Water Board came.", "the head", "the head of the Oslo Water Board"),
        ("Who came?", "Then the head of the Oslo choir came.", "the head", "the head"),
        ("Who came?", "Then Ada Lie of Lima came.", "Ada Lie", "Ada Lie"),
        ("Who came?", "Then she of Lima came.", "she", "she"),
        ("How long did it take?", "It took 7 hours and 12 minutes.", "7 hours", "7 hours and 12 minutes"),
        ("How long did it take?", "It took 7 hours and two cooks.", "7 hours", "7 hours"),
        ("Whom did Lie pay?", "Lie paid the heirs of the dead 50 euros.", "the heirs", "the heirs of the dead"),
        ("Whom did Lie pay?", "Lie paid the heirs of the dead cat.", "the heirs", "the heirs of the dead cat"),
        ("Who came?", "Then Ada Lie's brother came.", "Ada Lie's brother", "Ada Lie's brother"),
        ("Who came?", "One tourist, Ada Lie of Lima, came.", "Ada", "Ada Lie"),
        ("Who cleared Moe?", "A government inquiry on Tuesday cleared Moe.", "A government", "A government inquiry"),
        ("Who came?", "Then a nurse from Lima came.", "a nurse", "a nurse from Lima"),
        ("Who came?", "Then came a nurse in Lima. It rained.", "a nurse", "a nurse in Lima"),
        ("Who came?", "Then a nurse in March came.", "a nurse", "a nurse"),
        ("Who came?", "Then the hospital's pharmacist came.", "pharmacist", "the hospital's pharmacist"),
        ("Who came?", "It was Ada Lie’s old doctor who came.", "old doctor", "Ada Lie’s old doctor"),
        ("Who came?", "It was Lima’s old doctor who came.", "old doctor", "Lima’s old doctor"),
        ("Who came?", "Then the nurses’ union came.", "union", "the nurses’ union"),
        ("Who came?", "Lima’s old doctor came.", "old doctor", "Lima’s old doctor"),
        ("Who came?", "It's old doctors who came.", "old doctors", "old doctors"),
        ("Who came?", "Then Lima's Ada Lie came.", "Ada Lie", "Ada Lie"),
        ("What came?", "Then the hospital's pharmacist came.", "pharmacist", "pharmacist"),
        ("Who came?", "Then the nurse in Lima came.", "the nurse", "the nurse"),
        ("Who came?", "The kings of Oslo and Rome came.", "The kings of Oslo", "The kings of Oslo and Rome"),
        (
            "Who came?",
            "The kings of Oslo, Lima and Ada Lie came.",
            "The kings",
            "The kings of Oslo, Lima and Ada Lie",
        ),
        ("Who came?", "The king of Oslo and Bo came.", "The king of Oslo", "The king of Oslo"),
        ("Who came?", "There came soldiers from Norway and Mali.", "soldiers", "soldiers from Norway and Mali"),
        ("Who came?", "There came soldiers in Mali.", "soldiers", "soldiers"),
    ],
)
def test_a_description_is_given_with_whom_it_is_of(question: str, text: str, words: str, given: str) -> None:
    assert edged(text, words, question) == given


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("Former minister Ada Lie came.", "minister Ada Lie", "Former minister Ada Lie"),
        ("Then minister Ada Lie came.", "minister Ada Lie", "minister Ada Lie"),
        ("It was former minister Ada Lie who came.", "minister Ada Lie", "minister Ada Lie"),
        ("Former minister Ada Lie came.", "Ada Lie", "Ada Lie"),
        ("Angry workers came.", "workers", "workers"),
    ],
)
def test_a_title_is_whole_where_a_sentence_begins_with_it(text: str, words: str, given: str) -> None:
    assert edged(text, words, "Who came?") == given


def test_the_time_before_a_place_is_no_part_of_it() -> None:
    text = "It was made at 4 a.m. in a hotel."
    assert edged(text, "4 a.m. in a hotel", "Where was it made?") == "in a hotel"
    assert edged(text, "4 a.m. in a hotel", "When was it made?") == "4 a.m. in a hotel"
    assert edged("It was made at 4 a.m.", "4 a.m.", "Where was it made?") == "4 a.m."


@pytest.mark.parametrize(
    ("question", "words", "given"),
    [
        ("Where did it burn?", "Port Selin", "six miles off Port Selin"),
        ("Which port is near?", "Port Selin", "Port Selin"),
        ("Where did it burn?", "Lima", "Lima"),
    ],
)
def test_a_place_is_as_far_away_as_the_text_has_it(question: str, words: str, given: str) -> None:
    assert edged("The ferry burnt six miles off Port Selin. The news came to Lima.", words, question) == given


@pytest.mark.parametrize(
    ("question", "words", "given"),
    [
        ("When was it given?", "June 12 by last year's winner", "June 12"),
        ("When was it given?", "by June 12", "by June 12"),
        ("What was given?", "June 12 by last year's winner", "June 12 by last year's winner"),
    ],
)
def test_a_time_ends_before_who_did_it(question: str, words: str, given: str) -> None:
    assert edged("It was given by June 12 by last year's winner.", words, question) == given


@pytest.mark.parametrize(
    ("question", "words", "given"),
    [
        ("What did Lie offer?", "mediate between the two", "to mediate between the two"),
        ("What did Lie drive to?", "mediate between the two", "mediate between the two"),
        ("Who came?", "mediate between the two", "mediate between the two"),
        ("What did Lie offer?", "offered", "offered"),
    ],
)
def test_what_somebody_was_to_do_has_its_to(question: str, words: str, given: str) -> None:
    assert edged("Lie offered to mediate between the two.", words, question) == given


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("Which ministers came?", "housing minister"),
        ("Which minister came?", "housing minister"),
        ("Which mayors came?", "housing"),
        ("What minister?", "housing"),  # "What ate the flag?"
        ("Which did it?", "housing"),
    ],
)
def test_the_noun_that_is_asked_for_stays(question: str, given: str) -> None:
    assert edged("The housing minister came, and it happened.", "housing", question) == given


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("Nwosu's father, a pastor, invited them.", "Nwosu", "Nwosu's father"),
        ("Nwosu's former teacher invited them.", "Nwosu", "Nwosu's former teacher"),
        ("The Eggers' son invited them.", "The Eggers", "The Eggers' son"),
        ("Nwosu's “friend” invited them.", "Nwosu", "Nwosu"),
        ("It was Nwosu. His father left.", "Nwosu", "Nwosu"),
    ],
)
def test_whose_father_it_is_is_not_he(text: str, words: str, given: str) -> None:
    assert edged(text, words, "Who invited them?") == given
    assert edged(text, words, "What invited them?") == words


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("The owner of a petrol station left.", "The owner", "The owner of a petrol station"),
        ("The owner of the old mill sold it.", "The owner", "The owner of the old mill"),
        ("The owner of two mills left.", "The owner", "The owner"),
        ("He was booed by relatives of the dead.", "relatives", "relatives of the dead"),
        ("It was one of the jurors that left.", "the jurors", "one of the jurors"),
        ("Two of his sons left.", "his sons", "Two of his sons"),
        ("The rest of the jurors left.", "the jurors", "the jurors"),
        ("She spoke of a mill.", "She", "She"),
    ],
)
def test_a_description_goes_on_behind_its_of(text: str, words: str, given: str) -> None:
    assert edged(text, words, "Who left?") == given


@pytest.mark.parametrize(
    ("question", "text", "read", "whole"),
    [
        ("What was the ferry called?", "The ferry Sankt Olga sank.", "Sankt", "Sankt Olga"),
        ("Which ferry sank?", "Sankt Olga's crew left the Sankt Olga.", "Sankt", "Sankt Olga"),
        ("What sank?", "Olga’s crew left.", "Olga", "Olga"),
        ("What did Lie sink?", "Lie sank the ship.", "ship", "ship"),
    ],
)
def test_a_name_of_a_thing_is_given_to_its_end(question: str, text: str, read: str, whole: str) -> None:
    words, window = read_in(text, read)
    assert window.words(whole_words(words, question, window)) == whole


@pytest.mark.parametrize(
    ("question", "text", "read", "given"),
    [
        ("How many were hurt?", "At least 19 were hurt.", "19", "At least 19"),
        ("How many were hurt?", "Some 19 were hurt.", "19", "Some 19"),
        ("How many were hurt?", "It hurt more than nineteen people.", "nineteen people", "more than nineteen people"),
        ("How much did it cost?", "It cost up to €19.", "€19", "up to €19"),
        ("How many were hurt?", "Asked about cows, 19 laughed.", "19", "19"),
        ("How many were hurt?", "Some cows were hurt.", "cows", "cows"),
        ("Who was hurt?", "Some 19 were hurt.", "19", "19"),
    ],
)
def test_a_number_that_is_not_exact_says_so(question: str, text: str, read: str, given: str) -> None:
    assert edged(text, read, question) == given
