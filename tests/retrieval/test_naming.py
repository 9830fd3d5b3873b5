import pytest

from corpus.article import Article, Span
from retrieval.naming import Nameless, is_description, is_pronoun, names
from retrieval.sentences import split
from retrieval.types import Read, Reading, Window
from tests.conftest import LookupReader

TEXT = "Hun Sen, prime minister since 1985, spoke to Pompeo. He thanked the US. The prime minister then left."
SENTENCES = tuple(split(Article("call", "", TEXT)))
WINDOW = Window("call", Span(0, len(TEXT)), TEXT, SENTENCES)


def nameless(words: str, sentence: int, question: str = "Who thanked the US?") -> Nameless:
    start = SENTENCES[sentence].span.start + SENTENCES[sentence].text.index(words)
    return Nameless(Reading("call", Span(start, start + len(words)), SENTENCES[sentence], 0.9), words, question)


@pytest.mark.parametrize("text", ["He", "they", "Whom", "it"])
def test_pronouns_name_nobody(text: str) -> None:
    assert is_pronoun(text)
    assert not is_description(text)


@pytest.mark.parametrize("text", ["The prime minister", "the police", "her old coach"])
def test_descriptions_name_nobody_by_themselves(text: str) -> None:
    assert is_description(text)
    assert not is_pronoun(text)


@pytest.mark.parametrize(
    "text", ["Hun Sen", "the US", "The Ministry of Health", "minister", "the 12 men", "the nurses", "", "The"]
)
def test_names_and_other_words_are_left_alone(text: str) -> None:
    assert not is_description(text)
    assert not is_pronoun(text)


def test_a_description_gets_the_name_that_its_article_gives() -> None:
    reader = LookupReader(("Who is the prime minister?", "Hun Sen"))
    (name,) = names([nameless("The prime minister", 2)], [WINDOW], reader)
    assert name
    assert (name.text, name.words.of(TEXT)) == ("Hun Sen", "Hun Sen")


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Nuala Ek asked. The officer, Ada de Wit, came.", "Ada de Wit"),
        ("Palua’s officer, Dr. Ada Wit, came; Bo Ek left.", "Dr. Ada Wit"),
        ("It was the US officer Ada Wit who came.", "Ada Wit"),
        ("A call woke Officer Ada Wit.", "Ada Wit"),
        ("The officer, Ada Wit of the town, came.", None),  # where the apposition ends is not seen
        ("The chief officer, Ada Wit, came.", None),  # another office
        ("The officer, the Red Cross, and Ada Wit came.", None),
        ("The officer, Ada, came.", None),
        ("The officer, Ada Wit, came. So did her officer, Bo Ek, later.", None),
        ("The officer came. Ada Wit left.", None),
        ("The aide of the officer, Ada Wit, came.", None),  # the aide's name
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
        ("The minister thanked the doctors, Ada Lie, and Bo.", "The minister", None),
        ("The minister of a land, a member of the guild, Ada Lie, came.", "The minister", None),
        ("Nurses, Ada Lie, and Bo Ek came.", "Nurses", None),  # a list
        ("Nurses, Ada Lie and Bo Ek, came.", "Nurses", None),
        ("Brezner, Gisela Rapp, and Bo came.", "Brezner", None),
        ("The chairman of the jury, Lord Ashcombe, came.", "the jury", None),
        ("The council, the Red Cross, the mayor and Bo came.", "The council", None),
        ("The council, the Red Cross, Élodie and Bo came.", "The council", None),
        ("Ada Lie, Bo Ek, said so.", "Ada Lie", None),
        ("A nurse, who knew Ada Lie, came.", "A nurse", None),
        ("He, Ada Lie, came.", "He", None),
    ],
)
def test_a_name_in_apposition_is_taken(text: str, words: str, name: str | None) -> None:
    (sentence,) = split(Article("a", "", text))
    window = Window("a", Span(0, len(text)), text, (sentence,))
    at = text.index(words)
    one = Nameless(Reading("a", Span(at, at + len(words)), sentence, 0.9), words, "Who came?")
    (found,) = names([one], [window], LookupReader())
    assert (found and found.words.of(text)) == name


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
    (sentence,) = split(Article("a", "", text))
    window = Window("a", Span(0, len(text)), text, (sentence,))
    at = text.index(words)
    one = Nameless(Reading("a", Span(at, at + len(words)), sentence, 0.9), words, "Who came?")
    (found,) = names([one], [window], LookupReader())
    assert (found and found.words.of(text)) == name


def test_the_name_may_stand_anywhere_in_the_article() -> None:
    last = Window("call", SENTENCES[2].span, SENTENCES[2].text, SENTENCES[2:])
    elsewhere = tuple(split(Article("call", "", "Cambodia’s prime minister, Hun Sen, called.")))
    (found,) = names([nameless("The prime minister", 2)], [last], LookupReader(), lambda _: elsewhere)
    assert found
    assert found.text == "Hun Sen"


@pytest.mark.parametrize("answer", ["The prime minister", "He", "US", "Pompeo"])
def test_what_is_no_name_or_stands_in_the_question_is_not_taken(answer: str) -> None:
    assert names(
        [nameless("The prime minister", 2)], [WINDOW], LookupReader(("Who is the prime minister?", answer))
    ) == [None]


def test_a_pronoun_gets_a_name_only_where_the_same_sentence_shows_it() -> None:
    reader = LookupReader(("Who thanked the US?", "Hun Sen"))  # shows the sentence that holds the words
    assert names([nameless("He", 1)], [WINDOW], reader) == [None]
    assert names([nameless("Pompeo", 0)], [WINDOW], reader) == [None]


def test_two_parties_of_one_sentence_are_not_one() -> None:
    text = "Aas thanked the fire brigade, the Red Cross and the mayor, Ada Lie."
    (sentence,) = split(Article("flood", "", text))
    window = Window("flood", Span(0, len(text)), text, (sentence,))

    def named(words: str, name: str) -> list[str | None]:
        start = text.index(words)
        one = Nameless(Reading("flood", Span(start, start + len(words)), sentence, 0.9), words, "Whom did Aas thank?")
        found = names([one], [window], LookupReader((f"Who is {words}?", name)))
        return [given.text if given else None for given in found]

    assert named("the fire brigade", "the Red Cross") == [None]
    assert named("the fire brigade", "Ada Lie") == [None]
    assert named("the mayor", "Ada Lie") == ["Ada Lie"]


def test_a_pronoun_that_stands_for_somebody_s_owner_gets_the_owner_s_name() -> None:
    text = "So said Brezner's owner, Gisela Rapp, in court. She thanked her lawyer."
    sentences = tuple(split(Article("a", "", text)))
    window = Window("a", Span(0, len(text)), text, sentences)
    at = text.index("She")
    one = Nameless(Reading("a", Span(at, at + 3), sentences[1], 0.9), "She", "Who thanked her lawyer?")
    read = Reading("a", Span(8, 15), sentences[1], 0.8)

    class Beside(LookupReader):
        def _one(self, question: str, window: Window) -> Read:
            return Read((read,), sentences[1])

    (found,) = names([one], [window], Beside())
    assert found
    assert found.text == found.words.of(text) == "Gisela Rapp"


def test_other_articles_are_not_asked() -> None:
    other = Window("other", WINDOW.span, TEXT, SENTENCES)
    reader = LookupReader(("Who is the prime minister?", "Hun Sen"))
    assert names([nameless("The prime minister", 2)], [other], reader) == [None]
