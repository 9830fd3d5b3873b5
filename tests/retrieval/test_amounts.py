from corpus.article import Article, Span
from retrieval.amounts import amounts
from retrieval.index import update
from retrieval.store import Store
from retrieval.types import Reading
from retrieval.windows import alone
from tests.conftest import WordEncoder


def left(question: str, read: list[tuple[int, str, float]], text: str) -> list[tuple[str, float]]:
    """The numbers that are left of what was read, the number of a sentence, its words, how sure; and how sure."""
    store = Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        told = store.sentences_of("a")
        starts = [told[n].span.start + told[n].text.index(words) for n, words, _ in read]
        given = [
            Reading("a", Span(start, start + len(words)), told[n], sure)
            for start, (n, words, sure) in zip(starts, read, strict=True)
        ]
        found = amounts(question, given, [alone(one) for one in told], store)
    return [(one.words.of(text), one.confidence) for one in found]


def test_what_another_puts_it_at_is_given_too() -> None:
    text = "Police detained 21 men. A lawyer put the number at 34. It rained."
    asked, read = "How many men were detained?", [(0, "21", 0.9)]
    assert left(asked, read, text) == [("21", 0.9), ("34", 0.81)]
    assert left(asked, read, text.replace("put", "saw")) == [("21", 0.9)]


def test_an_age_is_no_amount() -> None:
    assert left("How many nurses sang?", [(0, "49", 0.9)], "Ada Lie, 49, sang for the nurses.") == []


def test_beside_a_sum_of_money_no_number_of_things_is_given() -> None:
    text, asked = (
        "The hats are worth 8 million euros. She gave away 30 hats. It rained.",
        "How much are the hats worth?",
    )
    assert left(asked, [(0, "8 million euros", 0.9), (1, "30", 0.6)], text) == [("8 million euros", 0.9)]
    assert left(asked, [(1, "30", 0.6)], text) == []
    assert left("How many hats did she give away?", [(1, "30", 0.6)], text) == [("30", 0.6)]


def test_of_texts_that_tell_much_less_of_it_no_number_is_given() -> None:
    text = "It rained. Three nurses sang in Oslo. It snowed. Two slept."
    asked = "How many nurses sang in Oslo?"
    assert left(asked, [(1, "Three", 0.9), (3, "Two", 0.8)], text) == [("Three", 0.9)]
    assert left(asked, [(3, "Two", 0.8)], text) == [("Two", 0.8)]


def test_how_many_a_group_has_is_told_behind_it() -> None:
    text = "The bones of three people were given to a crew. The crew of nine slept."
    read = [(0, "three", 0.8), (1, "nine", 0.7)]
    assert left("How many people were in the crew?", read, text) == [("nine", 0.7)]


def test_a_number_stands_for_itself() -> None:
    text, store = "Some 7,500 fled. One died.", Store.in_memory()
    update(store, WordEncoder(), lambda: [Article("a", "", text)])
    with store.snapshot():
        died = store.sentences_of("a")[1]
        read = Reading("a", Span(5, 10), died, 0.9, alias=Span(17, 20))
        (found,) = amounts("How many died?", [read], [alone(died)], store)
    assert (found.words, found.alias) == (Span(17, 20), None)
