from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.telegram import messages
from bot.telegram.messages import Mark, Message, answer_messages, articles_message, units
from bot.telegram.texts import ENGLISH, GERMAN, Texts, texts_for
from corpus.article import Article, Span
from retrieval.types import Answer, Citation, Found, Verdict
from tests.telegram.server import checked

TEXT = "They spoke. Pompeo thanked Cambodia. It helped."


def citation(**fields: Any) -> Citation:
    given: dict[str, Any] = {
        "article": "call",
        "title": "The call",
        "url": "https://example.org/call",
        "published": date(2020, 4, 23),
        "sentence": TEXT[12:36],
        "start": 12,
        "end": 36,
        "answer_start": 12,
        "answer_end": 18,
        "source": "Ledger",
        "paragraph": 2,
        "paragraphs": 5,
        "before": TEXT[:11],
        "after": TEXT[37:],
        "surroundings": TEXT,
        "surroundings_start": 0,
        **fields,
    }
    return Citation(**given)


def answer(*found: Found, verdict: Verdict = Verdict.ANSWERED, **fields: Any) -> Answer:
    return Answer("Who?", "Who?", verdict, found, **fields)


def words(message: Message, kind: str) -> list[str]:
    return [message.text[mark.start : mark.end] for mark in message.marks if mark.kind == kind]


def test_an_answer_quotes_marks_and_names_its_place() -> None:
    (message,) = answer_messages(answer(Found("Pompeo", 0.9, citation())), ENGLISH)
    assert message.text == (
        f"Pompeo\nPompeo thanked Cambodia.\nThe call\n23 April 2020 · Ledger · paragraph 2 of 5\n{TEXT}"
    )
    assert words(message, "bold") == ["Pompeo", "Pompeo"]
    assert words(message, "blockquote") == ["Pompeo thanked Cambodia."]
    assert words(message, "expandable_blockquote") == [TEXT]
    assert [mark.url for mark in message.marks if mark.kind == "text_link"] == ["https://example.org/call"]


def test_words_of_an_earlier_sentence_stand_above_and_are_not_marked_in_the_quotation() -> None:
    (message,) = answer_messages(answer(Found("They", 0.9, citation(answer_start=0, answer_end=4))), ENGLISH)
    assert words(message, "bold") == ["They"]


@pytest.mark.parametrize(("verdict", "word"), [(Verdict.YES, "Ja."), (Verdict.NO, "Nein.")])
def test_yes_and_no_come_first_in_the_reader_s_language(verdict: Verdict, word: str) -> None:
    (message,) = answer_messages(answer(Found("x", 0.9, citation()), verdict=verdict), GERMAN)
    assert message.text.startswith(f"{word}\n\n")


def test_nothing_found_shows_the_nearest_without_a_claim() -> None:
    (message,) = answer_messages(answer(verdict=Verdict.NOT_FOUND, nearest=(citation(),)), ENGLISH)
    assert message.text.startswith("The articles do not say.\nNearest, though no answer:\n\nPompeo thanked")
    assert words(message, "bold") == ["The articles do not say."]


def test_a_follow_up_is_shown_as_the_question_that_was_answered() -> None:
    asked = replace(answer(Found("Pompeo", 0.9, citation())), resolved="Who thanked Cambodia?")
    (message,) = answer_messages(asked, ENGLISH)
    assert message.text.startswith("→ Who thanked Cambodia?\n\nPompeo\n")
    assert words(message, "italic")[0] == "→ Who thanked Cambodia?"


def test_what_was_meant_is_asked_back() -> None:
    asked = replace(answer(verdict=Verdict.NOT_FOUND), meant="Who thanked Cambodia?")
    (message,) = answer_messages(asked, GERMAN)
    assert message.text == "Die Artikel sagen es nicht.\nMeinst du “Who thanked Cambodia?”?"


def test_a_greeting_is_told_what_to_ask() -> None:
    (message,) = answer_messages(replace(answer(verdict=Verdict.NOT_FOUND), resolved="Thanks!"), GERMAN)
    assert message.text == GERMAN.greeting


def test_whom_a_pronoun_means_is_asked_back() -> None:
    (message,) = answer_messages(replace(answer(verdict=Verdict.NOT_FOUND), unclear="she"), GERMAN)
    assert message.text == "Wen meinst du mit “she”? Sag mir den Namen."


def test_many_answers_are_split_between_answers_and_counted() -> None:
    found = [Found(f"Pompeo {n}", 0.9, citation(surroundings=TEXT * 20)) for n in range(12)]
    parts = answer_messages(answer(*found), ENGLISH)
    assert parts[0].text.startswith("12 answers, the surest first\n\n")
    assert len(parts) > 1
    assert [w for part in parts for w in words(part, "blockquote")] == ["Pompeo thanked Cambodia."] * 12


def test_a_name_stands_before_the_words_that_stand_for_it() -> None:
    (message,) = answer_messages(
        answer(Found("They", 0.9, citation(answer_start=0, answer_end=4), alias=Span(12, 18))), ENGLISH
    )
    assert message.text.startswith("They (“Pompeo”)\nPompeo thanked Cambodia.")
    assert words(message, "bold") == ["They", "Pompeo"]


@pytest.mark.parametrize(("texts", "said"), [(ENGLISH, "according to"), (GERMAN, "laut")])
def test_whose_word_it_is_stands_behind_the_answer(texts: Texts, said: str) -> None:
    cited = citation(answer_start=0, answer_end=4)
    found = Found("They", 0.9, cited, claimant=Span(12, 18))
    (message,) = answer_messages(answer(found), texts)
    assert message.text.startswith(f"They, {said} Pompeo\n")
    whole = replace(found, citation=replace(cited, answer_start=cited.start, answer_end=cited.end))
    (message,) = answer_messages(answer(whole), texts)
    assert message.text.startswith(f"{said.capitalize()} Pompeo:\n")
    pair = replace(found, text="They → It", roles={"agent": "They", "patient": "It"})
    page, _, _ = messages.pairs_message(answer(*[pair] * 20), 0, texts)
    assert f"They → It, {said} Pompeo\n" in page.text


def test_articles_that_differ_are_said_to() -> None:
    (message,) = answer_messages(
        answer(Found("15", 0.9, citation()), Found("12", 0.9, citation(article="b")), differ=True), ENGLISH
    )
    assert words(message, "italic") == ["The articles differ; 2 answers, the newest first"]


def test_sources_of_one_article_that_differ_are_said_to() -> None:
    (message,) = answer_messages(
        answer(Found("15", 0.9, citation()), Found("12", 0.9, citation()), differ=True), ENGLISH
    )
    assert words(message, "italic") == ["The sources differ; 2 answers, the surest first"]


def test_a_yes_and_a_no_are_shown_side_by_side() -> None:
    cited = citation()
    whole = replace(cited, answer_start=cited.start, answer_end=cited.end)
    yes = Found(whole.sentence, 0.9, whole, verdict=Verdict.YES)
    no = replace(yes, citation=replace(whole, article="b"), verdict=Verdict.NO)
    (message,) = answer_messages(replace(answer(yes, no, differ=True), verdict=Verdict.YES), ENGLISH)
    assert words(message, "italic")[0] == "The articles differ; 2 answers, the newest first"
    assert words(message, "bold") == ["Yes.", "No."]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://user?id=1", "", None])
def test_only_links_to_pages_are_links(url: str | None) -> None:
    (message,) = answer_messages(answer(Found("Pompeo", 0.9, citation(url=url))), ENGLISH)
    assert words(message, "text_link") == []
    assert words(message, "italic") == ["The call"]


def test_the_collection_has_pages() -> None:
    articles = [Article(f"a{n}", f"Title {n}", "x") for n in range(25)]
    message, page, pages = articles_message(articles, 9, ENGLISH)
    assert (page, pages) == (2, 3)
    assert words(message, "italic") == [*(f"Title {n}" for n in range(20, 25)), "Page 3 of 3"]
    assert articles_message([], 0, ENGLISH) == (Message("The collection is empty."), 0, 1)


def test_a_long_list_of_pairs_has_pages() -> None:
    pairs = [Found(f"A{n} → B{n}", 0.9, citation(), {"agent": f"A{n}", "patient": f"B{n}"}) for n in range(12)]
    many = answer(*pairs)
    assert not messages.is_paged(answer(*pairs[:5]))
    assert messages.is_paged(many)
    assert answer_messages(many, ENGLISH) == [messages.pairs_message(many, 0, ENGLISH)[0]]
    message, page, pages = messages.pairs_message(many, 7, ENGLISH)
    assert (page, pages) == (2, 3)
    assert words(message, "bold") == ["A10 → B10", "A11 → B11"]
    assert words(message, "blockquote") == ["Pompeo thanked Cambodia."] * 2
    assert words(message, "italic") == ["12 answers, the surest first", "Page 3 of 3"]


def test_a_page_of_the_longest_pairs_is_one_message() -> None:
    long = citation(sentence="é" * 9000, title="T" * 900, url=None)
    many = answer(*(Found("👩‍👧" * 900, 0.9, long, {"agent": "x"}) for _ in range(6)))
    message, _, _ = messages.pairs_message(many, 0, ENGLISH)
    assert units(message.text) <= messages.LONGEST


def test_languages_fall_back_to_english() -> None:
    assert texts_for("de-CH") is GERMAN
    assert texts_for("km") is texts_for(None) is texts_for("") is ENGLISH
    for name in ENGLISH.__slots__:
        ours, theirs = (set(__import__("re").findall(r"{(\w+)}", getattr(t, name))) for t in (ENGLISH, GERMAN))
        assert ours == theirs, name


hostile = st.text(min_size=1, max_size=60).map(lambda part: part * 90) | st.text(
    st.sampled_from("a👩‍👧\u202e𝔘<b>&*_`[]()\n\u0301日"), min_size=1, max_size=3000
)


@given(hostile, hostile, st.integers(0, 50), st.integers(1, 3000), st.integers(1, 12))
def test_whatever_an_article_holds_telegram_takes_the_message(
    sentence: str, title: str, start: int, length: int, count: int
) -> None:
    where = citation(
        sentence=sentence,
        title=title,
        start=0,
        end=len(sentence),
        answer_start=min(start, len(sentence) - 1),
        answer_end=min(start + length, len(sentence)),
        before=title,
        after=sentence,
        surroundings=sentence,
        source=title,
    )
    found = [Found(sentence[:length] or "x", 0.9, where)] * count
    for one in (answer(*found), answer(verdict=Verdict.NOT_FOUND, nearest=(where,) * 3)):
        for part in answer_messages(one, ENGLISH):
            _taken(part)
    _taken(messages.context_message(where, ENGLISH))
    for part in messages.sources_messages([where], ENGLISH):
        _taken(part)


def _taken(part: Message) -> None:
    assert units(part.text) <= 4096
    assert all(0 <= mark.start < mark.end <= len(part.text) for mark in part.marks)
    entities = [MessageEntity(m.kind, m.start, m.end - m.start, url=m.url) for m in part.marks]
    shifted = MessageEntity.adjust_message_entities_to_utf_16(part.text, entities)
    checked({"text": part.text, "entities": [entity.to_dict() for entity in shifted]})


def test_a_mark_knows_telegrams_kinds() -> None:
    assert Mark("bold", 0, 1).url is None
