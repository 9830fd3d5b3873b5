import pytest

from retrieval.salience import antecedents, chance_of, clear, of_pronoun
from tests.conftest import window_of


def likeliest(text: str) -> list[tuple[str, str]]:
    """Each pronoun with whom it most likely stands for; "" where it may be nobody's."""
    sentences = window_of(text).sentences
    texts = {one.position: one.text for one in sentences}
    found = sorted(antecedents(sentences).items())
    words = (texts[position][start:].split()[0].strip(".,") for (position, start), _ in found)
    return [(word, chances[0][0].words if chances else "") for word, (_, chances) in zip(words, found, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lie met Bo Ek. She left. He slept.", [("She", "Ada Lie"), ("He", "Bo Ek")]),
        ("Ada Lie called Eva Moe. She left. She slept.", [("She", "Ada Lie"), ("She", "Ada Lie")]),
        ("Ada Lie rested.\n\nEva Moe ran. She won.", [("She", "Eva Moe")]),
        ("Ada Lie sang. Eva Moe saw her.", [("her", "Ada Lie")]),
        ("Ada Lie said that she was ill.", [("she", "Ada Lie")]),
        ("The mayor's widow sang. She left.", [("She", "widow")]),
        ("Ada Lie’s house burnt. “She slept,” Eva Moe said. She wept.", [("She", "Ada Lie"), ("She", "Eva Moe")]),
        # Whoever speaks is another, also where a quotation goes on or has begun before.
        ("Bo Ek met Jon Lie. “He lost. Let him rest,” Lie said.", [("He", "Bo Ek"), ("him", "Bo Ek")]),
        ("Bo Ek met Jon Lie. “I won,” said Lie. “He lost.”", [("He", "Bo Ek")]),
        ("Bo Ek met Ada Lie. “He lost,” she said.", [("He", "Bo Ek"), ("she", "Ada Lie")]),
        ("Bo Ek slept. Jon Lie ran. “He lost,” he said.", [("He", ""), ("he", "Jon Lie")]),
        ("Bo Ek met Jon Lie. “He lost.”", [("He", "")]),  # nobody knows who says so
        ("Bo Ek, a Dane, slept. “He lost,” the Dane said.", [("He", "")]),
        ("Bo Ek met Jon Vik. “Vik told him to run,” said Ada Lie.", [("him", "Bo Ek")]),
        ("Ada Lie slept. Eva Moe ran. She thanked Eva Moe.", [("She", "Ada Lie")]),
        ("Bo Ek rang Jon Lie. Bo Ek thanked him.", [("him", "Jon Lie")]),
        ("Eva Moe sang. Ada Lie, 42, found her, read a poem and gave her a rose.", [("her", "Eva Moe")] * 2),
        ("Eva Moe rang the cook, Ada Lie, and told her that she sang.", [("her", "Ada Lie"), ("she", "Eva Moe")]),
        ("On Monday Ada Lie rang Eva Moe and asked her to come.", [("her", "Eva Moe")]),
        ("Jon Lie, who had sent Bo Ek, wept. He left.", [("He", "Jon Lie")]),
        ("The Polar Institute sent Bo Lie. He left.", [("He", "Bo Lie")]),
        ("Ada Lie sang. She met Eva Moe, whom she thanked.", [("She", "Ada Lie"), ("she", "Ada Lie")]),
        ("It rained. He left.", [("He", "")]),
        ("Ada Lie sang. It rained. It snowed. It hailed. It froze. She left.", [("She", "")]),
    ],
)
def test_a_pronoun_stands_for_whoever_is_salient(text: str, expected: list[tuple[str, str]]) -> None:
    assert likeliest(text) == expected


def test_a_book_is_read_in_parts() -> None:
    text = "It rained. " * 170 + "Ada Lie sang. She left. " + "It rained. " * 400
    sentences = window_of(text).sentences
    she = sentences[171]
    assert she.text == "She left."
    assert chance_of("Ada Lie", of_pronoun(she.span.start, she, sentences)) > 0.9
    alone = sentences[150:190]  # as far as it is known
    assert chance_of("Ada Lie", of_pronoun(she.span.start, she, alone)) > 0.9


def test_chances_add_up_and_whom_a_reader_gives_has_more() -> None:
    sentences = window_of("Ada Lie called Eva Moe. She left.").sentences
    start = sentences[1].span.start
    alone, read, other = (of_pronoun(start, sentences[1], sentences, name) for name in ("", "Lie", "Moe"))
    assert sum(chance for _, chance in alone) == pytest.approx(1)
    assert sum(chance for _, chance in read) == pytest.approx(1)
    odds = [chance_of("Ada Lie", found) / chance_of("Moe", found) for found in (alone, read)]
    assert odds[1] == pytest.approx(4 * odds[0])
    assert other == alone  # whom the text does not make likely
    assert chance_of("Bo Moe", read) == 0
    assert of_pronoun(sentences[0].span.start, sentences[0], sentences) == []


def test_what_rests_on_a_pronoun_that_is_not_clear_is_not_clear() -> None:
    sentences = window_of("Ada Lie and Eva Moe rang Bo. She left, as she was late.").sentences
    begin = sentences[1].span.start
    first, then = (of_pronoun(begin + at, sentences[1], sentences) for at in (0, len("She left, as ")))
    assert first[0][1] < 0.8
    assert then[0][0].words == first[0][0].words
    assert then[0][1] <= first[0][1]
    assert sum(chance for _, chance in then) < 1
    sure = window_of("Ada Lie rang Bo. She left, as she was late.").sentences
    assert chance_of("Ada Lie", of_pronoun(sure[1].span.start + len("She left, as "), sure[1], sure)) > 0.95


def test_who_is_clear_has_a_name_and_is_called_so() -> None:
    def clearly(text: str) -> str | None:
        sentences = window_of(text).sentences
        person = clear(of_pronoun(sentences[-1].span.start, sentences[-1], sentences), "she")
        return person.words if person else None

    assert clearly("Ada Lie sang. She left.") == "Ada Lie"
    assert clearly("Lie sang. She left.") is None  # may be "he"
    assert clearly("The widow sang. She left.") is None
    assert clearly("Then Bo called Ada Lie and Eva Moe. She left.") is None


def test_with_him_or_her_beside_it_a_reader_s_name_has_to_be_called_so() -> None:
    sentences = window_of("Lie was seen by the mayor. He thanked her.").sentences
    start = sentences[1].span.start
    plain, read = (of_pronoun(start, sentences[1], sentences, name) for name in ("", "Lie"))
    assert chance_of("Lie", read) == chance_of("Lie", plain)
