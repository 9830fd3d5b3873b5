from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Span
from retrieval.reader import Calibration, Look, TrainedReader, _shown, load_reader, seen_again, without_overlaps
from retrieval.scoring import MAX_TOKENS, load_tokenizer, rows_of
from retrieval.types import Reading, Window
from tests.conftest import window_of

CALIBRATION = Calibration(margin=1, gap=0, further=0, offset=0, threshold=0.5)


def test_readings_that_share_words_are_one() -> None:
    (sentence,) = window_of("Anna Lind sang.").sentences
    first, second = (Reading("a", Span(0, end), sentence, 0.9) for end in (4, 9))
    elsewhere = Reading("b", Span(0, 4), sentence, 0.1)
    assert without_overlaps([first, second, elsewhere]) == [first, elsewhere]


@given(st.floats(-20, 20), st.floats(-20, 20), st.floats(0, 0.01))
def test_a_little_more_or_less_at_the_first_look_decides_little(first: float, second: float, more: float) -> None:
    assert abs(seen_again(first + more, second) - seen_again(first, second)) <= 20 * more + 1e-9


def test_a_second_look_at_what_is_likely_counts_in_full() -> None:
    assert seen_again(0.0, 7.0) == 7.0
    assert seen_again(5.0, -20.0) == -4.0  # it may take away so much
    assert seen_again(-7.0, 7.0) == -7.0
    assert seen_again(-4.5, 7.5) == pytest.approx(1.5)


class Scripted:
    """A model that finds the words that it was told to, and shows them with others."""

    def __init__(self, tokenizer: Any, words: str, shown_by: str) -> None:
        self.tokenizer, self.words, self.shown_by = tokenizer, words, shown_by

    def __call__(self, ids: Any, types: Any, mask: Any) -> tuple[Any, Any]:
        tokens = np.zeros((*ids.shape, 3), np.float32)
        for number, row_ids in enumerate(ids):
            for column, words in ((0, self.words), (1, self.words), (2, self.shown_by)):
                wanted = self.tokenizer.encode(words, add_special_tokens=False).ids
                for at in range(len(row_ids) - len(wanted) + 1):
                    if list(row_ids[at : at + len(wanted)]) == wanted and types[number, at] == 1:
                        tokens[number, at + (len(wanted) - 1 if column == 1 else 0), column] = 6.0
        return tokens, np.zeros((len(ids), 3), np.float32)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    from retrieval.encoder import DEFAULT, model_folder

    folder = model_folder(DEFAULT)
    assert folder
    return load_tokenizer(folder / "tokenizer.json")


def read(tokenizer: Any, where: Window, words: str, shown_by: str) -> Reading:
    reader = TrainedReader(Scripted(tokenizer, words, shown_by), tokenizer, CALIBRATION)
    return reader.read([("Who stressed it?", where)])[0].readings[0]


def test_words_get_their_place_in_the_article(tokenizer: Any) -> None:
    where = window_of("Pompeo spoke. He stressed it.", before="Earlier text. ")
    reading = read(tokenizer, where, "pompeo", "stressed")
    assert reading.words == Span(14, 20)
    assert reading.evidence.text == "He stressed it."
    assert reading.confidence == pytest.approx(1 / (1 + np.exp(-12)))


def test_the_evidence_never_stands_before_the_words(tokenizer: Any) -> None:
    reading = read(tokenizer, window_of("He stressed it. Pompeo spoke."), "pompeo", "stressed")
    assert reading.evidence.text == "Pompeo spoke."


def test_the_evidence_is_the_words_own_sentence_where_that_alone_tells_all(tokenizer: Any) -> None:
    reading = read(tokenizer, window_of("Pompeo stressed it. He stressed that."), "pompeo", "that")
    assert reading.evidence.text == "He stressed that."
    asked = TrainedReader(Scripted(tokenizer, "pompeo", "it"), tokenizer, CALIBRATION)
    where = window_of("Pompeo gave Lie a spoon. She gave it to Ek.")
    (read_so,) = asked.read([("Who gave Lie the spoon?", where)])
    assert read_so.readings[0].evidence.text == "Pompeo gave Lie a spoon."


class Alone(Scripted):
    """A Scripted that finds other words where the first ones do not stand."""

    def __init__(self, tokenizer: Any, words: str, shown_by: str, other: str) -> None:
        super().__init__(tokenizer, words, shown_by)
        self.other = Scripted(tokenizer, other, shown_by)

    def __call__(self, ids: Any, types: Any, mask: Any) -> tuple[Any, Any]:
        own, other = super().__call__(ids, types, mask), self.other(ids, types, mask)
        absent = own[0][..., 0].max(axis=1) == 0
        own[0][absent] = other[0][absent]
        return own


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("a nurse", "A nurse"),
        ("the old nurse", "The old nurse"),
        ("ada lie", "Ada Lie"),
        ("she", "Pompeo"),
        ("one", "One"),
    ],
)
def test_a_sentence_that_tells_who_did_it_needs_no_name_from_another(tokenizer: Any, who: str, found: str) -> None:
    begun = found if who != "she" else "She"
    where = window_of(f"Pompeo spoke. {begun} stressed it.")
    reader = TrainedReader(Alone(tokenizer, "pompeo", "stressed", who), tokenizer, CALIBRATION)
    reading = reader.read([("Who stressed it?", where)])[0].readings[0]
    assert where.words(reading.words) == found
    assert (where.words(reading.alias) if reading.alias else "") == ("She" if who == "she" else "")


def test_a_long_window_is_read_in_stretches(tokenizer: Any) -> None:
    text = "It rained all day in the old town. " * 60 + "Pompeo stressed it. " + "It snowed. " * 40
    reading = read(tokenizer, window_of(text), "pompeo", "stressed")
    assert text[reading.words.start : reading.words.end] == "Pompeo"


def test_a_very_long_question_leaves_room_for_the_text(tokenizer: Any) -> None:
    (found,) = rows_of([("why " * 400, "Because it rained.")], tokenizer)
    assert len(found.ids) < MAX_TOKENS
    assert [found.offsets[-2]] == [(17, 18)]


def test_the_same_words_are_looked_at_again_without_what_stands_around(tokenizer: Any) -> None:
    class Doubting(Scripted):
        """Less sure the less it reads."""

        def __call__(self, ids: Any, types: Any, mask: Any) -> tuple[Any, Any]:
            tokens, whole = super().__call__(ids, types, mask)
            short = mask.sum(1) < 24
            return np.where(short[:, None, None], tokens / 2, tokens), whole

    where = window_of(
        "It rained for days in the town. Pompeo spoke. He stressed it. It snowed on the hills. All slept."
    )
    reader = TrainedReader(Doubting(tokenizer, "pompeo", "stressed"), tokenizer, CALIBRATION)
    ((look, *others), _) = reader.looks([("Who stressed it?", where)])[0]
    assert (look.margin, look.again, look.gap) == (12, 6, 0)
    assert where.text[look.words.start : look.words.end] == "Pompeo"
    # What lies far behind is not worth another look.
    assert {(other.margin, other.again, other.gap) for other in others} == {(0, -9, 12)}


def test_only_what_stands_or_is_shown_where_it_was_asked_for_is_read(tokenizer: Any) -> None:
    where = window_of("Pompeo spoke. He stressed it. It snowed.")
    reader = TrainedReader(Scripted(tokenizer, "pompeo", "stressed"), tokenizer, CALIBRATION)
    asked = [("Who stressed it?", where)]
    first, second, third = (sentence.span for sentence in where.sentences)
    whole = reader.read(asked)[0].readings
    assert where.words(whole[0].words) == "Pompeo"
    assert reader.read(asked, [first])[0].readings[0] == reader.read(asked, [second])[0].readings[0] == whole[0]
    assert all(third.holds(one.words) for one in reader.read(asked, [third])[0].readings)


@pytest.mark.parametrize("text", ["👩‍👧 İstanbul — “naïve”", "\u202eabc", "ﬁne ﬂuﬀy", "日本 は 雨"])
def test_offsets_hold_on_unusual_text(tokenizer: Any, text: str) -> None:
    for found in rows_of([("Who?", text)], tokenizer):
        assert all(0 <= low <= high <= len(text) for low, high in found.offsets)


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who thanked the council?", "The mayor thanked the council. The council accused Anna Berg.", "The mayor"),
        (
            "Whom did the council accuse?",
            "The mayor thanked the council. The council accused Anna Berg.",
            "Anna Berg",
        ),
        ("Who accused the council?", "The mayor thanked the council. The council accused Anna Berg.", None),
        ("Who was greeted by Lind?", "Paolo Ferri was greeted by Lind at the station.", "Paolo Ferri"),
        ("Who greeted Lind?", "Paolo Ferri was greeted by Lind at the station.", None),
        ("Who lent the paintings?", "The paintings were lent by a museum in Delft.", "a museum in Delft"),
        ("Who stole the car?", "The car was stolen by a nurse from Lima on Monday.", "a nurse from Lima"),
    ],
)
def test_the_reader_knows_who_did_it_to_whom(question: str, text: str, words: str | None) -> None:
    reader = load_reader()
    (found,) = reader.read([(question, window_of(text))])
    sure = [text[r.words.start : r.words.end] for r in found.readings if r.confidence >= reader.threshold]
    assert sure[:1] == ([words] if words else [])


class Undecided(Scripted):
    """As ready to end after each word of what it found."""

    def __call__(self, ids: Any, types: Any, mask: Any) -> tuple[Any, Any]:
        tokens, whole = super().__call__(ids, types, mask)
        for row in tokens:
            (first,) = np.flatnonzero(row[:, 0])
            row[first : first + 3, 1] = 5.9, 5.95, 6.0
        return tokens, whole


@pytest.mark.parametrize(
    ("question", "given"),
    [("How old is the bridge?", "70 years"), ("How many years has it stood?", "70"), ("When was it built?", "70")],
)
def test_a_number_keeps_its_unit_where_something_is_measured(tokenizer: Any, question: str, given: str) -> None:
    reader = TrainedReader(Undecided(tokenizer, "70 years old", "70"), tokenizer, CALIBRATION)
    where = window_of("It is 70 years old.")
    (found,) = reader.read([(question, where)])
    assert found.readings[0].words.of(where.text) == given


@pytest.mark.parametrize(("question", "given"), [("Who came?", "Engineers of Lima"), ("What came?", "Engineers")])
def test_who_somebody_is_of_stays_with_them(tokenizer: Any, question: str, given: str) -> None:
    reader = TrainedReader(Undecided(tokenizer, "Engineers of Lima", "engineers"), tokenizer, CALIBRATION)
    where = window_of("Engineers of Lima came.")
    (found,) = reader.read([(question, where)])
    assert found.readings[0].words.of(where.text) == given


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Whom did Galvão beat?", "Marta Galvão ran. It rained. She beat Alemu."),  # she may be Galvão
        ("Whom did Galvão beat on Sunday?", "Marta Galvão ran. It rained. She beat Alemu."),
        ("Who beat Alemu?", "She beat Alemu."),
        ("Whom did Bos beat?", "She beat Alemu."),  # of whom nothing is said
        ("whom did the woman beat", "She beat Alemu."),
    ],
)
def test_whom_a_pronoun_stands_for_is_shown_at_the_second_look(question: str, shown: str) -> None:
    where = window_of("All came. Marta Galvão ran. It rained. She beat Alemu. On Sunday all slept.")
    evidence = where.sentences[3]
    start = where.text.index("Alemu")
    look = Look(Span(start, start + 5), evidence, 5.0, 5.0, 0.0)
    assert where.words(_shown(look, question, where)) == shown


@pytest.mark.parametrize(
    ("question", "given"),
    [("Which towns are flooded?", ["Lima", "Oslo"]), ("Which firm is flooded?", ["Lima and Oslo"])],
)
def test_names_are_several_where_several_are_asked_for(tokenizer: Any, question: str, given: list[str]) -> None:
    where = window_of("Now Lima and Oslo are flooded.")
    reader = TrainedReader(Scripted(tokenizer, "lima and oslo", "lima"), tokenizer, CALIBRATION)
    (found,) = reader.read([(question, where)])
    sure = [one for one in found.readings if one.confidence > 0.9]
    assert [where.words(one.words) for one in sure] == given
    assert len({one.confidence for one in sure}) == 1


def test_a_deed_keeps_its_object(tokenizer: Any) -> None:
    reader = TrainedReader(Undecided(tokenizer, "Judging maps daily", "maps"), tokenizer, CALIBRATION)
    where = window_of("Judging maps daily is work.")
    (found,) = reader.read([("What is work?", where)])
    assert found.readings[0].words.of(where.text) == "Judging maps"


@pytest.mark.model
def test_who_did_it_is_read_behind_where_it_was_written() -> None:
    text = "STAVIK, Feb 11 — A government inquiry on Tuesday cleared harbour pilot Randi Moe of blame."
    window = window_of(text)
    (read,) = load_reader().read([("Who cleared Randi Moe?", window)])
    assert window.words(read.readings[0].words) == "A government inquiry"
    assert read.readings[0].evidence == read.evidence == window.sentences[0]
