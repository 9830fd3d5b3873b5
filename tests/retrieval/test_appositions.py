import pytest

from corpus.article import Article, Span
from retrieval.appositions import by_description, described, introduced, is_age, is_of_the_question
from retrieval.coreference import names
from retrieval.nameless import Nameless
from retrieval.sentences import split
from retrieval.types import Reading, Window
from tests.conftest import LookupReader, window_of


def named(text: str, words: str) -> str | None:
    """The name of the words in a text of one sentence."""
    (sentence,) = split(Article("a", "", text))
    window = Window("a", Span(0, len(text)), text, (sentence,))
    at = text.index(words)
    one = Nameless(Reading("a", Span(at, at + len(words)), sentence, 0.9), words, "Who came?")
    (found,) = names([one], [window], LookupReader())
    return found.words.of(text) if found else None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Nuala Ek asked. The officer, Ada de Wit, came.", "Ada de Wit"),
        ("Palua’s officer, Dr. Ada Wit, came; Bo Ek left.", "Dr. Ada Wit"),
        ("It was the US officer Ada Wit who came.", "Ada Wit"),
        ("She was found by an officer, Ada Wit, who rang.", "Ada Wit"),
        ("It was an officer Ada Wit knew.", None),
        ("A call woke Officer Ada Wit.", "Ada Wit"),
        ("The officer, Ada Wit of the town, came.", None),  # where the apposition ends is not seen
        ("The chief officer, Ada Wit, came.", "Ada Wit"),  # who is named right before
        ("The chief officer, Ada Wit, came. It rained. It snowed.", None),  # another office
        ("It was Chief Officer Ada Wit. The police officer, Bo Ek, slept. It rained.", "Bo Ek"),
        ("Chief Officer Ada Wit met the police officer, Bo Ek.", None),
        ("The officer, the Red Cross, and Ada Wit came.", None),
        ("The officer, Ada, came.", None),
        ("Officer Ada Wit came.", "Ada Wit"),
        ("The officer, Ada Wit, came. It rained. It snowed. Officer Bo Ek slept.", "Bo Ek"),
        ("The officer, Ada Wit, came. So did Officer Bo Ek. It rained. It snowed.", None),
        ("The officer, Ada Wit, came. So did her officer, Bo Ek, later.", None),
        ("The officer came. Ada Wit left.", None),
        ("The aide of the officer, Ada Wit, came.", None),  # the aide's name
        ("The aide of the town's officer, Ada Wit, came.", None),
    ],
)
def test_a_description_has_the_name_that_stands_beside_it_unless_there_are_two(before: str, name: str | None) -> None:
    text = f"{before} Then the officer spoke."
    sentences = tuple(split(Article("vote", "", text)))
    window = Window("vote", Span(0, len(text)), text, sentences)
    at = text.rindex("the officer")
    one = Nameless(Reading("vote", Span(at, at + 11), sentences[-1], 0.9), "the officer", "Who spoke?")
    (found,) = names([one], [window], LookupReader())
    assert (found and found.text) == name
    if found:
        assert found.words.of(text) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A nurse, Ada Lie, will move in.", "A nurse", "Ada Lie"),
        ("The fishermen’s spokesman, Roland Ek, agreed.", "The fishermen’s spokesman", "Roland Ek"),
        ("It was said by Brezner's owner, Gisela Rapp, on Monday.", "Brezner", "Gisela Rapp"),
        ("The owners’ captain, Nikos Lambros.", "The owners", "Nikos Lambros"),
        ("Her opponent, the sitting member Declan Foyle, came.", "Her opponent", "Declan Foyle"),
        ("The chairman of the jury, Lord Ashcombe, apologised.", "The chairman", "Lord Ashcombe"),
        ("It was sold by a dealer in London, Percy Wilkes, for 95 pounds.", "a dealer", "Percy Wilkes"),
        ("The minister for Sport of New South Wales, Ada Lie.", "The minister", "Ada Lie"),
        ("It was bought from a dealer in London, Paris Hilton said.", "a dealer", None),
        ("An expert hired by the court, Ada Lie, found it.", "the court", None),
        ("It was hired by the court's head, Ada Lie, in May.", "the court", "Ada Lie"),
        ("He was seen by a nurse in Lima, Peru, and by two others.", "a nurse", None),
        ("Lie's father, Bo, a dentist, came.", "Lie's father", "Bo"),
        ("His wife, Mai, and Bo came.", "His wife", "Mai"),
        ("Lie's nurses, Bo, a dentist, came.", "Lie's nurses", None),
        ("Duarte's owner, the co-operative of Selin, will pay.", "Duarte", "the co-operative of Selin"),
        ("Duarte's cousin, the mayor of Selin, Ada Lie, will pay.", "Duarte", None),
        ("Duarte's town, the pearl of the sea, will pay.", "Duarte", None),
        ("The minister thanked the doctors, Ada Lie, and Bo.", "The minister", None),
        ("A court in Oslo on Friday fined the head of a bank, Ada Lie, for it.", "A court", None),
        ("A court in Oslo on Friday fined the head of a bank, Ada Lie, for it.", "A court in Oslo", None),
        ("The minister of a land, a member of the guild, Ada Lie, came.", "The minister", None),
        ("Nurses, Ada Lie, and Bo Ek came.", "Nurses", None),  # a list
        ("Nurses, Ada Lie and Bo Ek, came.", "Nurses", None),
        ("Brezner, Gisela Rapp, and Bo came.", "Brezner", None),
        ("The chairman of the jury, Lord Ashcombe, came.", "the jury", None),
        ("The council, the Red Cross, the mayor and Bo came.", "The council", None),
        ("The council, the Red Cross, Élodie and Bo came.", "The council", None),
        ("Ada Lie, Bo Ek, said so.", "Ada Lie", None),
        ("A nurse, who knew Ada Lie, came.", "A nurse", None),
        ("He thanked the nurse who had saved him, Ada Lie.", "the nurse", "Ada Lie"),
        ("He asked the nurse whom he had blamed, Ada Lie, for it.", "the nurse", "Ada Lie"),
        ("He thanked the nurse who had met the mayor, Ada Lie.", "the nurse", None),
        ("The judge who wrote the dissent, Ada Lie, came.", "The judge", "Ada Lie"),
        ("He thanked the nurse who had met Ek, Ada Lie.", "the nurse", None),
        ("It was lent by a Polish firm, Wiertmet of Katowice, which asked for nothing.", "a Polish firm", "Wiertmet"),
        ("It was lent by a Polish firm, Wiertmet, and the town.", "a Polish firm", None),
        ("The owners, a company from Vienna, did not answer.", "The owners", None),
        ("The ninth, a 44-year-old nurse from Oslo named Ada Lie, broke her ankle.", "The ninth", "Ada Lie"),
        ("The ninth, a 44-year-old nurse from Oslo named Ada Lie, fell.", "a 44-year-old nurse from Oslo", "Ada Lie"),
        ("A man called Tim came.", "A man", "Tim"),
        ("The nurse, 39-year-old Vera Holl, came.", "The nurse", "Vera Holl"),
        ("The soloist, the Korean pianist Jin Park, came.", "The soloist", "Jin Park"),
        ("A man called the police.", "A man", None),
        ("A man called Tim Roe on Monday.", "A man", None),
        ("A court named Bo Ek their guardian.", "A court", None),
        ("He, Ada Lie, came.", "He", None),
        ("He praised the courage in singing a song that its maker, Ada Lie, left.", "the courage", None),
        ("He blamed the rise for the maker, Ada Lie, on him.", "the rise", None),
        ("He asked the shepherd and his dog, Bruna, to dinner.", "the shepherd and his dog", None),
    ],
)
def test_a_name_in_apposition_is_taken(text: str, words: str, name: str | None) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("It was received by Higino Tenório, a Tukano elder, who smiled.", "Tukano elder", "Higino Tenório"),
        ("It was received by Higino Tenório, a Tukano elder.", "a Tukano elder", "Higino Tenório"),
        ("Ana de Wit, the new mayor, came.", "the new mayor", "Ana de Wit"),
        ("On Monday Ada Lie, a nurse, came.", "nurse", None),  # where the name begins is not seen
        ("Ada Lie, a nurse and a poet came.", "a nurse", None),
        ("Ada Lie, a nurse, and a poet came.", "a nurse", None),  # a list
        ("Ada, a nurse, came.", "a nurse", None),
        ("The man saw Ada Lie, and a nurse, tired, came.", "a nurse", None),
    ],
)
def test_a_description_behind_a_name_is_of_that_name(text: str, words: str, name: str | None) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        ("Whom did Ada Lie sue?", "The president, Ada Lie, was sued by him.", "The president", True),
        ("Whom did Lie sue?", "Ada Lie, a nurse, was sued by him.", "a nurse", True),
        ("Whom did Bo Lie sue?", "The president, Ada Lie, was sued by him.", "The president", False),
        ("Whom did Bo Ek sue?", "The president, Ada Lie, was sued by him.", "The president", False),
        ("Who is Ada Lie?", "The president, Ada Lie, was sued by him.", "The president", False),
        ("Who was Ada Lie sued by?", "The president, Ada Lie, was sued by him.", "The president", True),
        ("Whom did Lie sue?", "He told Lie that the president was sued.", "the president", False),
        ("Whom did Lie sue?", "Prime minister Ada Lie sued him.", "Prime minister", True),
        ("Whom did Ek sue?", "Prime minister Ada Lie sued him.", "Prime minister", False),
        ("Whom did Lie sue?", "He sued the judges Lie had accused.", "the judges", False),
        ("Who blames the captain?", "He blames the captain, Ada Lie, who slept.", "Ada Lie", True),
        ("Who blames the mate?", "He blames the captain, Ada Lie, who slept.", "Ada Lie", False),
        ("Who is the captain?", "He blames the captain, Ada Lie, who slept.", "Ada Lie", False),
        ("Who said the bank would pay?", "A spokeswoman for the bank, Ada Lie, said it would pay.", "Ada Lie", False),
        ("Whom did Lie sue?", "The president was sued by Ada Lie.", "Ada", True),
        ("Whom did Ek sue?", "The president was sued by Ada Lie.", "Ada", False),
        ("Whom did Lie teach French?", "Lie taught two of them French.", "French", True),
        ("Who sang, Ada Lie or Bo Ek?", "Ada Lie sang.", "Ada Lie", False),
    ],
)
def test_whom_the_question_names_is_known_by_the_name_beside(
    question: str, text: str, words: str, expected: bool
) -> None:
    window = window_of(text)
    at = text.index(words)
    one = Nameless(Reading("a", Span(at, at + len(words)), window.sentences[0], 0.9), words, question)
    assert is_of_the_question(one, [window]) is expected


@pytest.mark.parametrize(("question", "expected"), [("Whom did Lie ask?", True), ("Whom did Ek ask?", False)])
def test_whom_the_question_names_is_not_whom_a_pronoun_of_its_sentence_is(question: str, expected: bool) -> None:
    window = window_of("Dr. Ada Lie wrote. She asked her to speak.")
    one = Nameless(Reading("a", Span(0, 11), window.sentences[1], 0.9), "Dr. Ada Lie", question)
    assert is_of_the_question(one, [window]) is expected


@pytest.mark.parametrize(
    ("question", "text", "read", "whole"),
    [
        (
            "Who is Ada Lie?",
            "It was late, said the bank's head of technology, Ada Lie.",
            "the bank",
            "the bank's head of technology",
        ),
        ("Who is Lie?", "Its councillor for culture, Ada Lie, came.", "councillor", "councillor for culture"),
        ("Who is Bo Ek?", "Its councillor for culture, Ada Lie, came.", "councillor", "councillor"),
        ("Who invited Ada Lie?", "Its councillor for culture, Ada Lie, came.", "councillor", "councillor"),
        ("Who is Lie?", "It met its readers and the poet, Ada Lie, in May.", "its readers and the poet", "the poet"),
        (
            "Who is Lie?",
            "It wrote to its readers and to the poet, Ada Lie.",
            "its readers and to the poet",
            "the poet",
        ),
        ("Who is Ada Lie?", "Ada Lie, a nurse, came.", "a nurse", "a nurse"),
        ("Who is Lie?", "Ek said that the coach, Ada Lie, came.", "Ek said that the coach", "the coach"),
        ("Who is Ada Lie?", "Ada Lie, who speaks for the bank, came.", "the bank", "speaks for the bank"),
        ("Who is Ada Lie?", "Ada Lie, who spoke for it, met the bank, too.", "the bank", "the bank"),
        ("Who sued Bo?", "The head of the opposition, Ada Lie, sued Bo.", "the opposition", "Ada Lie"),
        ("Who sued Bo?", "The head of the opposition, Ada Lie, sued Bo.", "The head", "The head"),
        ("Who hired Lie?", "An expert hired by the court, Ada Lie, sued Bo.", "the court", "the court"),
        ("Who sued Bo?", "An expert hired by the court, Ada Lie, sued Bo.", "the court", "Ada Lie"),
        ("Whom does Lie represent?", "A lawyer for Bo Ek, Ada Lie, came.", "Bo Ek", "Bo Ek"),
        ("Who sued Bo?", "It was in Lima, Peru, that she sued Bo.", "Lima", "Lima"),
    ],
)
def test_who_somebody_is_is_the_whole_description(question: str, text: str, read: str, whole: str) -> None:
    window = window_of(text)
    at = text.index(read)
    one = Nameless(Reading("a", Span(at, at + len(read)), window.sentences[0], 0.9), read, question)
    assert window.words(described(one, [window])) == whole


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Pollard, 49, joined the club.", "49", True),
        ("It was Dean Pollard, 49.", "49", True),
        ("Dean Pollard, 49 goals in hand, left.", "49", False),
        ("They scored 14, 49, and 3 goals.", "49", False),
        ("In 2019 49 goals were scored.", "49", False),
    ],
)
def test_a_number_alone_behind_a_name_is_an_age(text: str, words: str, expected: bool) -> None:
    window = window_of(text)
    at = text.index(words)
    one = Nameless(Reading("a", Span(at, at + len(words)), window.sentences[0], 0.9), words, "How many goals?")
    assert is_age(one, [window]) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did Aydin thank Kroll?", "He did not thank the director.", "Did Aydin thank the director?"),
        ("Did Sabine Kroll leave?", "The director of the museum left.", "Did the director leave?"),
        ("Did Aydin thank Kroll?", "The director was thanked, Kroll said.", "Did Aydin thank Kroll?"),
        ("Did Aydin thank Ek?", "He did not thank the director.", "Did Aydin thank Ek?"),
        ("Did Aydin thank Kroll?", "He did not thank the managing director.", "Did Aydin thank Kroll?"),
    ],
)
def test_a_name_is_asked_for_by_what_a_sentence_calls_it(question: str, sentence: str, expected: str) -> None:
    window = window_of(f"Its director, Sabine Kroll, slept. {sentence}")
    assert by_description(question, window.sentences[-1], window.sentences) == expected


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        ("A rival accused Ek. The rival, Ada Lie, wept.", "A rival", "Ada Lie"),
        ("A rival accused Ek. Another rival sang. The rival, Ada Lie, wept.", "A rival", None),
        ("Two rivals came. A rival accused Ek. The rival, Ada Lie, wept.", "A rival", None),
        ("A rival accused Ek. The guard, Ada Lie, wept.", "A rival", None),
        ("A rival from Oslo accused Ek. The rival, Ada Lie, wept.", "A rival from Oslo", None),
    ],
)
def test_somebody_who_is_introduced_may_get_a_name_later(text: str, read: str, name: str | None) -> None:
    window = window_of(text)
    start = window.span.start + window.text.index(read)
    reading = Reading("a", Span(start, start + len(read)), window.sentences[0], 1.0)
    found = introduced(Nameless(reading, read, "Who accused Ek?"), lambda _: window.sentences)
    assert (found.text if found else None) == name
