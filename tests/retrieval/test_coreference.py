import pytest

from corpus.article import Article, Span
from retrieval.coreference import is_nearest, names
from retrieval.index import update
from retrieval.nameless import Nameless
from retrieval.sentences import split
from retrieval.store import Store
from retrieval.types import Read, Reading, Window
from retrieval.windows import alone
from tests.conftest import LookupReader, OfLast, WordEncoder, window_of

TEXT = "Hun Sen, prime minister since 1985, spoke to Pompeo. He thanked the US. The prime minister then left."
SENTENCES = tuple(split(Article("call", "", TEXT)))
WINDOW = Window("call", Span(0, len(TEXT)), TEXT, SENTENCES)


def stored(text: str) -> Store:
    """A store of one article, "a"."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    return store


def nameless(words: str, sentence: int, question: str = "Who thanked the US?") -> Nameless:
    start = SENTENCES[sentence].span.start + SENTENCES[sentence].text.index(words)
    return Nameless(Reading("call", Span(start, start + len(words)), SENTENCES[sentence], 0.9), words, question)


def test_a_description_gets_the_name_that_its_article_gives() -> None:
    reader = LookupReader(("Who is the prime minister?", "Hun Sen"))
    (name,) = names([nameless("The prime minister", 2)], [WINDOW], reader)
    assert name
    assert (name.text, name.words.of(TEXT)) == ("Hun Sen", "Hun Sen")


def test_the_name_may_stand_anywhere_in_the_article() -> None:
    text = "Cambodia’s prime minister, Hun Sen, called. It rained. The prime minister then left."
    store = stored(text)
    with store.snapshot():
        last = store.sentences_of("a")[-1]
        start = last.span.start
        one = Nameless(Reading("a", Span(start, start + 18), last, 0.9), "The prime minister", "Who left?")
        (found,) = names([one], [alone(last)], LookupReader(), store)
    assert found
    assert found.text == "Hun Sen"


def test_one_of_several_has_no_name_in_another_sentence() -> None:
    store = stored("Police came. One was released.")
    with store.snapshot():
        first, last = store.sentences_of("a")
        one = Nameless(
            Reading("a", Span(last.span.start, last.span.start + 3), last, 0.9), "One", "Who was released?"
        )
        near = Window("a", Span(0, last.span.end), f"{first.text} {last.text}", (first, last))
        assert names([one], [near], LookupReader(("Who was released?", "Police")), store) == [None]


def test_where_something_is_from_is_not_its_name() -> None:
    store = stored("The dairy of Upper Saal won. Ada Lie congratulated the dairy.")
    with store.snapshot():
        first, last = store.sentences_of("a")
        start = last.span.start + last.text.index("the dairy")
        one = Nameless(Reading("a", Span(start, start + 9), last, 0.9), "the dairy", "Whom did Lie congratulate?")
        reader = LookupReader(("Who is the dairy?", "Upper Saal"))
        assert names([one], [alone(first)], reader, store) == [None]


SAID = 'Yaw Mensah came. "I thanked him then," said Abena Osei. "I thank him now." I left, the novel says.'


@pytest.mark.parametrize(("sentence", "name"), [(1, "Abena Osei"), (2, "Abena Osei"), (3, None)])
def test_who_says_i_in_a_quotation_is_its_speaker(sentence: int, name: str | None) -> None:
    store = stored(SAID)
    quoted = ("Who said “I thanked him then”?", "Who said “I thank him now.”?")
    reader = LookupReader(*((asked, "Abena Osei") for asked in quoted), ("What did Abena Osei say?", "I thank"))
    with store.snapshot():
        own = store.sentences_of("a")[sentence]
        start = own.span.start + own.text.index("I ")
        one = Nameless(Reading("a", Span(start, start + 1), own, 0.9), "I", "Who thanked him?")
        (found,) = names([one], [alone(own)], reader, store)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("said", "named"), [("Peter Ek said", False), ("he said", False), ("Eva Moe said", True), ("the cook said", True)]
)
def test_whom_a_quotation_speaks_of_is_not_its_speaker(said: str, named: bool) -> None:
    window = window_of(f"Peter Ek sang. “He left,” {said}.")
    start = window.text.index("He left")
    one = Nameless(Reading("a", Span(start, start + 2), window.sentences[-1], 0.9), "He", "Who left?")
    (found,) = names([one], [window], OfLast(("Who left?", "Peter Ek")))
    assert (found.text if found else None) == ("Peter Ek" if named else None)


@pytest.mark.parametrize("answer", ["The prime minister", "He", "US", "Pompeo"])
def test_what_is_no_name_or_stands_in_the_question_is_not_taken(answer: str) -> None:
    assert names(
        [nameless("The prime minister", 2)], [WINDOW], LookupReader(("Who is the prime minister?", answer))
    ) == [None]


def test_a_pronoun_gets_the_name_that_is_salient_or_is_read_for_its_sentence() -> None:
    def name(text: str, read: str = "") -> str | None:
        window = window_of(text)
        start = text.index("He ")
        one = Reading("a", Span(start, start + 2), window.sentences[-1], 0.9)
        reader = OfLast(("Who left?", read)) if read else LookupReader()
        (found,) = names([Nameless(one, "He", "Who left?")], [window], reader)
        return found.text if found else None

    assert name("Peter Ek sang. He left.") == "Peter Ek"
    assert name("Peter Ek sang. Then Ole Moe sang. He left.") == "Ole Moe"
    assert name("Maria Ek sang. He left.") is None
    assert name("Jonas Ek and Paul Moe met. It rained. He left.") is None
    assert name("Paul Moe rang Jonas Ek. He left.") is None
    assert name("Paul Moe rang Jonas Ek. He left.", "Paul Moe") == "Paul Moe"
    assert name("Paul Moe sang. Jonas Ek met Paul Moe. It rained. He left.", "Paul Moe") is None  # hardly likelier
    assert name("Jonas Ek and Paul Moe met. It rained. He left.", "Paul Moe") is None  # as likely the other
    assert name("Peter Ek sang. He left.", "Maria Moe") == "Peter Ek"
    assert names([nameless("Pompeo", 0)], [WINDOW], LookupReader(("Who thanked the US?", "Hun Sen"))) == [None]


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


@pytest.mark.parametrize(("pronoun", "named"), [("He", [None]), ("She", ["Ada Lie"])])
def test_whom_the_article_calls_she_is_not_he(pronoun: str, named: list[str | None]) -> None:
    text = f"Ada Lie raised her hand. The rain fell on the old town. {pronoun} thanked the crowd."
    *_, last = sentences = tuple(split(Article("a", "", text)))
    window = Window("a", Span(0, len(text)), text, sentences)
    words = Span(last.span.start, last.span.start + len(pronoun))
    one = Nameless(Reading("a", words, last, 0.9), pronoun, "Who thanked the crowd?")

    class Beside(LookupReader):
        def _one(self, question: str, window: Window) -> Read:
            return Read((Reading("a", Span(0, 7), last, 0.8),), last)

    assert [name.text if name else None for name in names([one], [window], Beside())] == named


@pytest.mark.parametrize(
    ("text", "pronoun", "named"),
    [
        ("Ada Lie was received by the mayor. He thanked her for it.", "He", None),  # either may be Lie
        ("Ada Lie raised her hand. It rained. She thanked him for it.", "She", "Ada Lie"),
        ("It rained. She slept. He thanked her and hired Ada Lie.", "her", None),  # named only behind it
    ],
)
def test_a_name_that_may_be_the_other_pronouns_is_not_taken(text: str, pronoun: str, named: str | None) -> None:
    *_, last = sentences = tuple(split(Article("a", "", text)))
    window = Window("a", Span(0, len(text)), text, sentences)
    at = last.span.start + last.text.index(pronoun)
    one = Nameless(Reading("a", Span(at, at + len(pronoun)), last, 0.9), pronoun, "Who?")
    name = text.index("Ada Lie")

    class Knowing(LookupReader):
        def _one(self, question: str, window: Window) -> Read:
            return Read((Reading("a", Span(name, name + 7), last, 0.8),), last)

    (found,) = names([one], [window], Knowing())
    assert (found.text if found else None) == named


@pytest.mark.parametrize(
    ("text", "read", "named"),
    [
        ("Housing minister Ada Lie came. She sang.", "Housing minister Ada Lie", "Ada Lie"),
        ("It was a judge, Ada Lie. She sang.", "a judge, Ada Lie", "Ada Lie"),
        ("It was the mother of Ada Lie. She sang.", "the mother of Ada Lie", None),
    ],
)
def test_a_pronoun_gets_the_name_without_its_title(text: str, read: str, named: str | None) -> None:
    sentences = tuple(split(Article("a", "", text)))
    window = Window("a", Span(0, len(text)), text, sentences)
    at = text.index("She")
    one = Nameless(Reading("a", Span(at, at + 3), sentences[-1], 0.9), "She", "Who sang?")
    words = Span(text.index(read), text.index(read) + len(read))

    class Titled(LookupReader):
        def _one(self, question: str, window: Window) -> Read:
            return Read((Reading("a", words, sentences[-1], 0.9),), sentences[-1])

    (found,) = names([one], [window], Titled())
    assert (found and found.text) == named


def test_other_articles_are_not_asked() -> None:
    other = Window("other", WINDOW.span, TEXT, SENTENCES)
    reader = LookupReader(("Who is the prime minister?", "Hun Sen"))
    assert names([nameless("The prime minister", 2)], [other], reader) == [None]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Simic", "Its leader, Dana Simic, spoke. She left.", True),
        ("Simic", "Dana Simic spoke. It rained. She left.", True),
        ("Simic", "Dana Simic spoke. Eva Ek sang. She left.", False),
        ("Simic", "Dana Simic spoke. Eva Ek invited her. She left.", True),
        ("Simic", "Dana Simic met Eva Ek. She left.", False),
        ("Simic", "Dana Simic met Bo Ek. Ek lost his hat. She left.", False),
        ("Simic", "The mayor thanked Dana Simic. She left.", False),
        ("Simic", "Dana Simic lost his hat. It rained. She left.", False),
        ("Simic", "She left.", False),
        ("Simic", "Dana Simic slept. “It was Bo Ek who sang,” Simic said. “We slept.” She left.", True),
        ("Simic", "Simic slept. “It rained,” said Eva Ek. She left.", False),
        (
            "the head of Ghana",
            "The head of Ghana called Eva Ek. Ek lost her hat. She asked him for more. He left.",
            True,
        ),
        ("the head of Ghana", "The head of Ghana called. He left.", True),
        ("the head of Ghana", "The head of Ghana called Bo Ek. He left.", False),
        ("the head of Ghana", "Bo Ek called the head of Ghana. He left.", False),
        ("the head of Ghana", "The head of Ghana called. Bo Ek sang. He left.", False),
    ],
)
def test_who_alone_can_be_meant_by_the_sentence_before(name: str, text: str, expected: bool) -> None:
    *_, last = sentences = split(Article("a", "", text))
    assert is_nearest(name, "she" if name == "Simic" else "he", last, sentences) is expected


def test_who_somebody_is_is_not_told_by_the_name() -> None:
    window = window_of("The chairman, Judge Karin Moe, left.")
    reading = Reading("a", Span(0, len("The chairman")), window.sentences[0], 0.9)

    def named(question: str) -> str | None:
        (found,) = names([Nameless(reading, "The chairman", question)], [window], LookupReader())
        return found.text if found else None

    assert named("Who left?") == "Judge Karin Moe"
    assert named("Who is Karin Moe?") is None


def test_whose_hand_it_is_may_be_somebody_s_of_the_question_but_not_who_did_it() -> None:
    def owner(text: str, question: str) -> str | None:
        window = window_of(text)
        start = text.index("her ")
        one = Nameless(Reading("a", Span(start, start + 3), window.sentences[-1], 0.9), "her", question)
        (found,) = names([one], [window], LookupReader())
        return found.text if found else None

    assert owner("Ada Lie sang. Lie was met by her brother.", "Whose brother met Lie?") == "Lie"
    assert owner("Ada Lie sang. Lie kissed her hand.", "Whose hand did Lie kiss?") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paul Vrba came. He embraced his lawyer, Eva Nova. Paul Vrba wept. His lawyer left.", "Eva Nova"),
        ("Paul Vrba came. He embraced his lawyer, Eva Nova. Peter Kriz wept. His lawyer left.", None),
        ("Paul Vrba came. Paul Vrba's lawyer, Eva Nova, sang. Paul Vrba wept. His lawyer left.", "Eva Nova"),
        ("Paul Vrba came. Paul Vrba's lawyer, Eva Nova, sang. Peter Kriz wept. His lawyer left.", None),
    ],
)
def test_his_lawyer_is_not_that_of_another(text: str, name: str | None) -> None:
    store = stored(text)
    with store.snapshot():
        last = store.sentences_of("a")[-1]
        words = Span(last.span.start, last.span.start + len("His lawyer"))
        (found,) = names(
            [Nameless(Reading("a", words, last, 0.9), "His lawyer", "Who left?")],
            [alone(last)],
            LookupReader(),
            store,
        )
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("text", "words", "read"),
    [
        ("The boy's father, Carl Munro, came. The boy left.", "The boy", "Carl Munro"),  # whose father he is
        (
            "The head, Judith Crane, came, the inquiry said. The inquiry left.",
            "The inquiry",
            "Judith Crane",
        ),  # a thing
    ],
)
def test_what_is_somebody_elses_name_is_not_taken(text: str, words: str, read: str) -> None:
    store = stored(text)
    with store.snapshot():
        first, last = store.sentences_of("a")
        one = Nameless(
            Reading("a", Span(last.span.start, last.span.start + len(words)), last, 0.9), words, "Who left?"
        )
        reader = LookupReader((f"Who is {words.lower()}?", read))
        assert names([one], [alone(first)], reader, store) == [None]


def test_his_father_is_not_he() -> None:
    text = "The owner of the field, Hassan Tazi, came. He said that it was dug by his late father."
    sentences = tuple(split(Article("a", "", text)))
    window, at = Window("a", Span(0, len(text)), text, sentences), text.index("his late father")
    one = Nameless(Reading("a", Span(at, at + 15), sentences[1], 0.9), "his late father", "Who dug it?")
    assert names([one], [window], LookupReader(("Who is his late father?", "Hassan Tazi"))) == [None]
