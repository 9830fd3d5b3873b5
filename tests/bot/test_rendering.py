import json
from dataclasses import replace
from datetime import date

from rich.console import Console

from bot import rendering
from corpus.article import Article, Span
from retrieval.answer import Answerer
from retrieval.types import Answer, Citation, Found, Verdict
from tests.conftest import BREAD, CHESS, FLOOD

CITATION = Citation(
    article="call",
    title="The call",
    url="https://example.org/call",
    published=date(2020, 4, 23),
    source="Mekong Ledger",
    sentence="Pompeo thanked Cambodia.",
    start=10,
    end=34,
    answer_start=10,
    answer_end=16,
    paragraph=2,
    paragraphs=5,
    before="They spoke.",
    after="It helped.",
    surroundings="They spoke. Pompeo thanked Cambodia. It helped.",
    surroundings_start=-2,
)


def answered(found: Found) -> Answer:
    return Answer("Who?", "Who?", Verdict.ANSWERED, (found,), seconds=0.5)


def test_an_answer_shows_words_sentence_neighbours_and_source() -> None:
    text = rendering.answer_text(answered(Found("Pompeo", 0.9, CITATION)))
    assert text.plain == (
        "Pompeo\n"
        "  … They spoke.\n"
        "│ Pompeo thanked Cambodia.\n"
        "  It helped. …\n"
        "— The call · 23 April 2020 · Mekong Ledger · paragraph 2 of 5"
    )
    marked = [text.plain[span.start : span.end] for span in text.spans if span.style == "bold"]
    assert marked == ["Pompeo"]


def test_a_whole_sentence_is_not_said_twice(answerer: Answerer) -> None:
    text = rendering.answer_text(answerer.answer("What did the court rule?"))
    assert text.plain == ("│ The court ruled that a pretzel is bread.\n— A pretzel is bread · paragraph 1 of 1")


def test_nothing_found_says_so_and_claims_nothing() -> None:
    text = rendering.answer_text(Answer("Who?", "Who?", Verdict.NOT_FOUND, nearest=(CITATION,)))
    assert text.plain == (
        "The articles do not say.\nNearest, though no answer:\n"
        "  Pompeo thanked Cambodia.\n  — The call · 23 April 2020 · Mekong Ledger · paragraph 2 of 5"
    )
    assert rendering.answer_text(Answer("Who?", "Who?", Verdict.NOT_FOUND)).plain == "The articles do not say."


def test_a_follow_up_is_shown_as_the_question_that_was_answered() -> None:
    answer = Answer("And she?", "Where is Ada Lie?", Verdict.NOT_FOUND)
    assert rendering.answer_text(answer).plain == "→ Where is Ada Lie?\nThe articles do not say."
    joined = replace(answer, read_as="And she?")
    assert rendering.answer_text(joined).plain == "The articles do not say."
    found = answered(Found("Pompeo", 0.9, CITATION))
    shown = rendering.answer_text(replace(found, resolved="Who thanked Cambodia?")).plain
    assert shown.startswith("→ Who thanked Cambodia?\n\nPompeo\n")
    for question, resolved in [("Who? ", "Who?"), ("can you tell me who ek sued", "Whom did Ek sue?")]:
        shown = rendering.answer_text(replace(found, question=question, resolved=resolved)).plain
        assert not shown.startswith("→")


def test_what_was_meant_is_asked_back() -> None:
    answer = Answer(
        "Who thanked Cabmodia?", "Who thanked Cabmodia?", Verdict.NOT_FOUND, meant="Who thanked Cambodia?"
    )
    shown = rendering.answer_text(answer).plain
    assert shown == "The articles do not say.\nDid you mean “Who thanked Cambodia?”?"
    assert rendering.as_json(answer)["meant"] == "Who thanked Cambodia?"
    assert "meant" not in rendering.as_json(replace(answer, meant=""))


def test_a_greeting_is_told_what_to_ask() -> None:
    answer = Answer("Hello!", "Hello!", Verdict.NOT_FOUND)
    assert rendering.answer_text(answer).plain == rendering.GREETING


def test_whom_a_pronoun_means_is_asked_back() -> None:
    answer = Answer("Who is she?", "Who is she?", Verdict.NOT_FOUND, unclear="she")
    assert rendering.answer_text(answer).plain == "Whom do you mean by “she”? Tell me the name."
    assert (rendering.as_json(answer)["verdict"], rendering.as_json(answer)["unclear"]) == ("not_found", "she")


def test_yes_comes_first() -> None:
    text = rendering.answer_text(Answer("Did he?", "Did he?", Verdict.YES, (Found("Pompeo", 0.9, CITATION),)))
    assert text.plain.startswith("Yes.\n\nPompeo\n")


def test_of_several_answers_the_number_is_said_and_each_has_its_sentence() -> None:
    found = Found("Pompeo", 0.9, CITATION)
    text = rendering.answer_text(Answer("Who?", "Who?", Verdict.ANSWERED, (found, found)))
    first, *answers = text.plain.split("\n\n")
    assert first == "2 answers, the surest first:"
    assert [answer.splitlines()[2] for answer in answers] == ["│ Pompeo thanked Cambodia."] * 2


def test_a_name_stands_before_the_words_that_stand_for_it() -> None:
    cited = replace(CITATION, sentence="He thanked Cambodia.", end=30, answer_start=0, answer_end=4)
    text = rendering.answer_text(answered(Found("They", 0.9, cited, alias=Span(10, 12))))
    assert text.plain.splitlines()[0] == "They (“He”)"
    assert "He" in [text.plain[span.start : span.end] for span in text.spans if span.style == "bold"]
    (shown,) = rendering.as_json(answered(Found("They", 0.9, cited, alias=Span(10, 12))))["answers"]
    assert shown["alias"] == {"text": "He", "start": 10, "end": 12}
    assert (shown["citation"]["answer_start"], shown["citation"]["sentence"]) == (0, "He thanked Cambodia.")


def test_whose_word_it_is_stands_behind_the_answer() -> None:
    cited = replace(CITATION, sentence="He thanked Cambodia.", end=30, answer_start=0, answer_end=4)
    found = Found("They", 0.9, cited, claimant=Span(10, 12))
    assert rendering.answer_text(answered(found)).plain.startswith("They, according to He\n")
    (shown,) = rendering.as_json(answered(found))["answers"]
    assert shown["according_to"] == {"text": "He", "start": 10, "end": 12}
    named = replace(found, claimant_name="Ada Lie")
    assert rendering.answer_text(answered(named)).plain.startswith("They, according to Ada Lie\n")
    (shown,) = rendering.as_json(answered(named))["answers"]
    assert shown["according_to"] == {"text": "Ada Lie", "start": 10, "end": 12}
    whole = replace(found, citation=replace(cited, answer_start=cited.start, answer_end=cited.end))
    assert rendering.answer_text(answered(whole)).plain.startswith("According to He:\n")


def test_what_fills_a_third_blank_is_shown() -> None:
    found = Found("Petrova → the line", 0.9, CITATION, {"agent": "Petrova", "detail": "negligence"})
    assert rendering.answer_text(answered(found)).plain.startswith("Petrova → the line · negligence\n")


def test_why_somebody_did_it_is_shown() -> None:
    found = Found("Lind → Bo", 0.9, CITATION, {"agent": "Lind", "patient": "Bo", "reason": "for the boat"})
    assert rendering.answer_text(answered(found)).plain.startswith("Lind → Bo · for the boat\n")


def test_articles_that_differ_are_said_to() -> None:
    found = (Found("15", 0.9, CITATION), Found("12", 0.9, replace(CITATION, article="b")))
    answer = replace(answered(found[0]), answers=found, differ=True)
    assert rendering.answer_text(answer).plain.startswith("The articles differ; 2 answers, the newest first:\n")
    within = replace(answer, answers=(found[0], Found("12", 0.9, CITATION)))
    assert rendering.answer_text(within).plain.startswith("The sources differ; 2 answers, the surest first:\n")
    assert rendering.as_json(answer)["differ"] is True
    assert "differ" not in rendering.as_json(replace(answer, differ=False))


def test_a_yes_and_a_no_are_shown_side_by_side() -> None:
    whole = replace(CITATION, answer_start=CITATION.start, answer_end=CITATION.end)
    yes = Found(whole.sentence, 0.9, whole, verdict=Verdict.YES)
    no = replace(yes, citation=replace(whole, article="b"), verdict=Verdict.NO, claimant=Span(10, 16))
    answer = replace(answered(yes), verdict=Verdict.YES, answers=(yes, no), differ=True)
    text = rendering.answer_text(answer).plain
    assert text.startswith("The articles differ; 2 answers, the newest first:\n\nYes.\n")
    assert "\n\nNo, according to Pompeo.\n" in text
    assert [one["verdict"] for one in rendering.as_json(answer)["answers"]] == ["yes", "no"]


def test_json_is_the_contract() -> None:
    shown = rendering.as_json(answered(Found("Pompeo", 0.91234567, CITATION, roles={"agent": "Pompeo"})))
    assert json.loads(json.dumps(shown)) == {
        "question": "Who?",
        "resolved": "Who?",
        "verdict": "answered",
        "answers": [
            {
                "text": "Pompeo",
                "confidence": 0.9123,
                "roles": {"agent": "Pompeo"},
                "citation": {
                    "article": "call",
                    "title": "The call",
                    "url": "https://example.org/call",
                    "published": "2020-04-23",
                    "sentence": "Pompeo thanked Cambodia.",
                    "start": 10,
                    "end": 34,
                    "answer_start": 10,
                    "answer_end": 16,
                },
            }
        ],
        "nearest": [],
        "seconds": 0.5,
    }


def test_an_article_cannot_forge_colours_or_turn_the_line_round() -> None:
    hostile = Citation(
        **{
            **{name: getattr(CITATION, name) for name in Citation.__slots__},
            "sentence": "[bold red]Pompeo[/] \u202etahw\u202c said\nso.",
            "title": "[link=x]Title[/link]",
            "answer_start": 10,
            "answer_end": 44,
        }
    )
    text = rendering.answer_text(answered(Found("whatever", 0.9, hostile)))
    assert "│ [bold red]Pompeo[/] \u2060tahw\u2060 said so." in text.plain
    assert "[link=x]Title[/link]" in text.plain
    assert not {"\u202e", "\u202c"} & set(text.plain)


def test_context_shows_the_paragraph_with_the_sentence_marked(answerer: Answerer) -> None:
    found = answerer.answer("Who thanked the fire brigade?").answers[0]
    text = rendering.context_text(found.citation)
    assert text.plain.splitlines()[0] == "The river broke the dyke on Monday. Mayor Aas thanked the fire brigade."
    (mark,) = [text.plain[span.start : span.end] for span in text.spans if span.style == "bold"]
    assert mark == "Mayor Aas thanked the fire brigade."


def test_context_of_a_one_sentence_paragraph_shows_its_neighbours() -> None:
    alone = Citation(
        **{
            **{name: getattr(CITATION, name) for name in Citation.__slots__},
            "surroundings": "Pompeo thanked Cambodia.",
            "surroundings_start": 10,
        }
    )
    assert rendering.context_text(alone).plain.split("\n\n")[:3] == [
        "They spoke.",
        "Pompeo thanked Cambodia.",
        "It helped.",
    ]


def test_sources_name_each_article_once() -> None:
    assert rendering.sources_text([CITATION, CITATION]).plain == (
        "The call [call]\n  23 April 2020 · Mekong Ledger · https://example.org/call"
    )
    assert rendering.sources_text([]).plain == "No sources yet: ask something first."


def test_the_collection_is_a_line_to_an_article() -> None:
    assert rendering.articles_text([CHESS, FLOOD, BREAD]).plain.splitlines() == [
        "2024-03-18  Lind wins in Reykvik  [sport/chess]",
        "2023-09-14  Flood in Lervik · Lervik Tidende  [flood]",
        "undated     A pretzel is bread  [bread]",
    ]
    assert rendering.articles_text([]).plain == "The collection is empty."


def test_a_whole_article() -> None:
    article = Article("x", "A title", "One.\n\nTwo.", date(2024, 5, 1), "The Paper", None, ("Ann", "Bo"))
    assert rendering.article_text(article).plain == "A title\n1 May 2024 · The Paper · Ann, Bo\n\nOne.\n\nTwo."


def test_lines_that_hang_over_keep_their_mark() -> None:
    console = Console(width=24)
    text = rendering.fitted(rendering.answer_text(answered(Found("Pompeo", 0.9, CITATION))), console)
    assert text.plain.split("\n") == [
        "Pompeo",
        "  … They spoke.",
        "│ Pompeo thanked",
        "│ Cambodia.",
        "  It helped. …",
        "— The call · 23 April",
        "  2020 · Mekong Ledger ·",
        "  paragraph 2 of 5",
    ]
    assert any(span.style == "bold" and text.plain[span.start : span.end] == "Pompeo" for span in text.spans)
