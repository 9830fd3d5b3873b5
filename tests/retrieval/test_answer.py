import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Article, Span
from retrieval.answer import MAX_QUESTION, Answerer
from retrieval.citations import cite
from retrieval.errors import InputError
from retrieval.index import one_text, update
from retrieval.plainly import PLAIN
from retrieval.search import Searcher
from retrieval.store import Store
from retrieval.types import Answer, Read, Reading, Verdict, Window
from tests.conftest import FLOOD, LookupReader, WordEncoder, WordReader


def test_the_answer_stands_in_the_article_with_its_sentence(answerer: Answerer) -> None:
    answer = answerer.answer("Who thanked the fire brigade?")
    assert answer.verdict is Verdict.ANSWERED
    (found,) = answer.answers
    citation = found.citation
    assert found.text == citation.sentence == "Mayor Aas thanked the fire brigade."
    assert FLOOD.text[citation.start : citation.end] == citation.sentence
    assert FLOOD.text[citation.answer_start : citation.answer_end] == found.text
    assert (citation.title, citation.source, citation.url) == (FLOOD.title, FLOOD.source, FLOOD.url)
    assert (citation.paragraph, citation.paragraphs) == (1, 2)
    assert citation.before == "The river broke the dyke on Monday."
    assert citation.after == "The council accused the county of doing nothing."
    assert citation.surroundings == "The river broke the dyke on Monday. Mayor Aas thanked the fire brigade."


def test_what_the_articles_do_not_speak_of_is_not_found(answerer: Answerer) -> None:
    answer = answerer.answer("How tall is Mount Everest?")
    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.answers == answer.others == ()
    assert len(answer.nearest) == 3


def test_words_of_an_earlier_sentence_are_shown_with_the_one_that_says_it(searcher: Searcher) -> None:
    class Resolving(WordReader):
        """Knows whom "she" is."""

        def read(self, asked: Sequence[tuple[str, Window]], where: Sequence[Span] | None = None) -> list[Read]:
            reads = []
            for _, window in asked:
                evidence = next((s for s in window.sentences if "grandmother" in s.text), window.sentences[0])
                reads.append(
                    Read(
                        (
                            Reading(
                                window.article, Span(0, 9), evidence, 0.9 if "grandmother" in evidence.text else 0.1
                            ),
                        ),
                        evidence,
                    )
                )
            return reads

    found = Answerer(searcher, Resolving).answer("Who thanked her grandmother?").answers[0]
    assert (found.text, found.citation.sentence) == ("Elsa Lind", "She thanked her grandmother.")
    assert (found.citation.answer_start, found.citation.answer_end) == (0, 9)


def test_whom_the_question_names_is_no_answer_to_it(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "The president, Ada Lie, was sued by Bo Ek."), encoder)
    reader = LookupReader(*((asked, "The president") for asked in ("Whom did Lie sue?", "Who is Ada Lie?")))
    answerer = Answerer(Searcher(store, lambda *_: encoder), lambda: reader)
    assert answerer.answer("Whom did Lie sue?").verdict is Verdict.NOT_FOUND
    assert answerer.answer("Who is Ada Lie?").answers[0].text == "The president"


def test_who_did_it_as_well_is_a_further_answer(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "Lie attended the feast, as did the mayor, Bo Ek."), encoder)
    answerer = Answerer(Searcher(store, lambda *_: encoder), lambda: LookupReader(("Who attended the feast?", "Lie")))
    found = answerer.answer("Who attended the feast?").answers
    assert [(one.text, one.alias_text) for one in found] == [("Lie", ""), ("Bo Ek", "the mayor")]


def test_how_old_somebody_is_does_not_tell_how_many(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "Dean Pollard, 49, has led the club since June."), encoder)
    reader = LookupReader(*((asked, "49") for asked in ("How many goals did Pollard score?", "How old is Pollard?")))
    answerer = Answerer(Searcher(store, lambda *_: encoder), lambda: reader)
    assert answerer.answer("How many goals did Pollard score?").verdict is Verdict.NOT_FOUND
    assert answerer.answer("How old is Pollard?").answers[0].text == "49"


def test_a_number_of_something_else_makes_no_quarrel(encoder: WordEncoder) -> None:
    one = Article("x", "", "At least 14 children fell ill in the village.")
    other = Article("y", "", "The retirement age is to rise to 67. The villages protest.")
    store = Store.in_memory()
    update(store, encoder, lambda: [one, other])
    asked = "How many children fell ill in the village?"
    answerer = Answerer(Searcher(store, lambda *_: encoder), lambda: LookupReader((asked, "14"), (asked, "67")))
    answer = answerer.answer(asked)
    assert [found.text for found in answer.answers] == ["14"]
    assert not answer.differ


def test_several_true_answers_are_all_given_with_their_sentences(searcher: Searcher) -> None:
    asked = "Whom did people thank?"
    reader = LookupReader((asked, "the fire brigade"), (asked, "her grandmother"))
    answer = Answerer(searcher, lambda: reader).answer(asked)
    assert {(f.text, f.citation.article) for f in answer.answers} == {
        ("the fire brigade", "flood"),
        ("her grandmother", "sport/chess"),
    }


def test_two_blanks_give_pairs_with_their_roles(searcher: Searcher) -> None:
    reader = LookupReader(
        ("Who defeated someone?", "Elsa Lind"),
        ("Elsa Lind defeated whom?", "Paolo Ferri"),
        ("Who defeated Paolo Ferri?", "Elsa Lind"),
    )
    (found,) = Answerer(searcher, lambda: reader).answer("Who defeated whom?").answers
    assert found.text == "Elsa Lind → Paolo Ferri"
    assert found.roles == {"agent": "Elsa Lind", "patient": "Paolo Ferri", "predicate": "defeated"}
    assert found.citation.sentence == "Elsa Lind defeated Paolo Ferri in 34 moves."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Whom did people thank in September?", ["the fire brigade"]),
        ("Whom did people thank in March 2024?", ["her grandmother"]),
        ("Whom did people thank in April?", []),
        ("Whom did people ask in September?", []),  # the sentence says that it was in June
    ],
)
def test_an_article_is_of_its_time_where_the_text_names_none(
    searcher: Searcher, question: str, words: list[str]
) -> None:
    thanked, asked = "Whom did people thank?", "Whom did people ask?"
    reader = LookupReader((thanked, "the fire brigade"), (thanked, "her grandmother"), (asked, "soldiers"))
    answer = Answerer(searcher, lambda: reader).answer(question)
    assert [found.text for found in answer.answers] == words
    assert answer.verdict is (Verdict.ANSWERED if words else Verdict.NOT_FOUND)


def test_whose_word_it_is_is_said(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "The mayor left early, in the account of Bo Ek."), encoder)
    asked = "Who left early?"
    reader = LookupReader((asked, "The mayor"), (f"{asked} The mayor. According to whom?", "Bo Ek"))
    (found,) = Answerer(Searcher(store, lambda *_: encoder), lambda: reader).answer(asked).answers
    assert (found.text, found.claimant_text) == ("The mayor", "Bo Ek")


def test_whom_it_was_done_to_does_not_say_so(searcher: Searcher) -> None:
    asked = "Who defeated Paolo Ferri?"
    reader = LookupReader((asked, "Elsa Lind"), (f"{asked} Elsa Lind. According to whom?", "Paolo Ferri"))
    (found,) = Answerer(searcher, lambda: reader).answer(asked).answers
    assert (found.text, found.claimant_text) == ("Elsa Lind", "")


@pytest.mark.parametrize(
    ("question", "verdict", "sentence"),
    [
        ("Did Mayor Aas thank the fire brigade?", Verdict.YES, "Mayor Aas thanked the fire brigade."),
        ("Did Elsa sing well?", Verdict.NOT_FOUND, None),
    ],
)
def test_a_question_for_yes_or_no(answerer: Answerer, question: str, verdict: Verdict, sentence: str | None) -> None:
    answer = answerer.answer(question)
    assert answer.verdict is verdict
    assert [found.citation.sentence for found in answer.answers] == ([sentence] if sentence else [])


def test_a_pronoun_is_no_further_answer_to_what(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "The mayor sold boats. She sold it."), encoder)
    known = (("What did the mayor sell?", "boats"), ("What did the mayor sell?", "it"))
    answer = Answerer(Searcher(store, lambda *_: encoder), lambda: LookupReader(*known)).answer(known[0][0])
    assert [one.text for one in answer.answers] == ["boats"]
    assert [one.text for one in answer.others] == ["it"]


def test_what_is_nobody_is_no_further_answer_to_who(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "The mayor was injured. The injured paid in kroner."), encoder)
    known = (("Who was injured?", "The mayor"), ("Who was injured?", "kroner"))
    answer = Answerer(Searcher(store, lambda *_: encoder), lambda: LookupReader(*known)).answer(known[0][0])
    assert [one.text for one in answer.answers] == ["The mayor"]
    assert [one.text for one in answer.others] == ["kroner"]


@pytest.mark.parametrize(("sure", "further"), [(0.62, []), (0.75, ["on Friday"])])
def test_a_second_time_has_to_be_almost_as_sure_as_the_first(
    encoder: WordEncoder, sure: float, further: list[str]
) -> None:
    asked = "When did Lie resign?"

    class Doubting(LookupReader):
        """Is less sure of what a sentence about Friday says."""

        def _one(self, question: str, window: Window) -> Read:
            read = super()._one(question, window)
            told = (replace(r, confidence=sure if "Friday" in r.evidence.text else 0.9) for r in read.readings)
            return replace(read, readings=tuple(told))

    store = one_text(Article("x", "", "Lie resigned on Monday. Bo Ek said that Lie had resigned on Friday."), encoder)
    reader = Doubting((asked, "on Monday"), (asked, "on Friday"))
    answer = Answerer(Searcher(store, lambda *_: encoder), lambda: reader).answer(asked)
    assert [one.text for one in answer.answers] == ["on Monday", *further]


def test_what_is_denied_is_a_no(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "", "It rained. The mayor did not thank the fire brigade."), encoder)
    answer = Answerer(Searcher(store, lambda *_: encoder), WordReader).answer("Did the mayor thank the fire brigade?")
    assert answer.verdict is Verdict.NO
    assert answer.answers[0].citation.sentence == "The mayor did not thank the fire brigade."


@pytest.mark.parametrize(("behind", "differ"), [("Her lawyer denied this.", True), ("It rained.", False)])
def test_what_the_next_sentence_denies_is_told_with_it(encoder: WordEncoder, behind: str, differ: bool) -> None:
    store = one_text(Article("x", "", f"The mayor thanked the fire brigade. {behind} It snowed."), encoder)
    answer = Answerer(Searcher(store, lambda *_: encoder), WordReader).answer("Did the mayor thank the fire brigade?")
    assert (answer.verdict, answer.differ) == (Verdict.YES, differ)
    assert [one.citation.sentence for one in answer.answers] == [
        "The mayor thanked the fire brigade.",
        *([behind] if differ else []),
    ]


def test_a_yes_and_a_no_of_two_articles_are_both_given_newest_first(encoder: WordEncoder) -> None:
    no = Article("no", "", "It rained. The mayor did not thank the fire brigade.", published=date(2024, 3, 1))
    yes = Article("yes", "", "The mayor thanked the fire brigade.", published=date(2024, 3, 4))
    store = Store.in_memory()
    update(store, encoder, lambda: [no, yes])
    answer = Answerer(Searcher(store, lambda *_: encoder), WordReader).answer("Did the mayor thank the fire brigade?")
    assert (answer.verdict, answer.differ) == (Verdict.YES, True)
    assert [(one.citation.article, one.verdict) for one in answer.answers] == [
        ("yes", Verdict.YES),
        ("no", Verdict.NO),
    ]


@pytest.mark.parametrize("question", ["", "  ", "\n\t", "x" * (MAX_QUESTION + 1)])
def test_what_is_no_question_is_refused(answerer: Answerer, question: str) -> None:
    with pytest.raises(InputError):
        answerer.answer(question)


@pytest.mark.parametrize(
    "question",
    ["\x00", "\ud800 lone surrogate", "' OR 1=1; --", '"""', "👩‍👧", "NEAR(a b)", "*", "ا" * 500, "a\r\nb"],
)
def test_a_hostile_question_is_only_a_question(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)
    assert answer.question == question
    assert answer.verdict in (Verdict.ANSWERED, Verdict.NOT_FOUND)


def test_an_empty_collection_says_nothing(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    update(store, encoder, list)
    answer = Answerer(Searcher(store, lambda *_: encoder), WordReader).answer("Who?")
    assert (answer.verdict, answer.nearest) == (Verdict.NOT_FOUND, ())


def test_threads_may_share_an_answerer(answerer: Answerer) -> None:
    answers: list[Answer] = []

    def ask() -> None:
        answers.extend(answerer.answer("Who defeated Ferri?") for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = {answer.answers[0].text for answer in answers}
    assert (len(answers), texts) == (80, {"Elsa Lind defeated Paolo Ferri in 34 moves."})


def test_only_words_of_the_sentence_that_is_shown_stand_beside_a_name(encoder: WordEncoder) -> None:
    store = one_text(Article("x", "X", "The engineer, Ada Lie, came. She left."), encoder)
    first, last = store.sentences_of("x")
    reading = Reading("x", Span(14, 21), last, 0.9, first.span)
    assert cite(reading, store).alias is None
    assert (
        cite(Reading("x", Span(14, 21), last, 0.9, Span(last.span.start, last.span.start + 3)), store).alias_text
        == "She"
    )


def test_a_citation_knows_its_paragraph(encoder: WordEncoder) -> None:
    article = Article("x", "X", "One.\n\n\n Two here. Three.\n\nFour.")
    store = one_text(article, encoder)
    sentence = store.sentences_of("x", 2, 2)[0]
    citation = cite(Reading("x", sentence.span, sentence, 1.0), store).citation
    assert (citation.sentence, citation.paragraph, citation.paragraphs) == ("Three.", 2, 3)
    assert (citation.surroundings, citation.surroundings_start) == ("Two here. Three.", 8)
    assert (citation.before, citation.after) == ("Two here.", "Four.")


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ('It warned that they "will be out".', 'that they "will be out', 'that they "will be out"'),
        ("It warned that they “will be out”.", "that they “will be out", "that they “will be out”"),
        ("It warned “that they will”.", "that they will", "that they will"),
        ('"They will," Ek said. "All of them."', "They will,", "They will,"),
    ],
)
def test_a_quotation_that_begins_in_an_answer_ends_in_it(
    encoder: WordEncoder, text: str, words: str, shown: str
) -> None:
    store = one_text(Article("x", "X", text), encoder)
    sentence, *_ = store.sentences_of("x")
    at = text.index(words)
    found = cite(Reading("x", Span(at, at + len(words)), sentence, 0.9), store)
    assert found.text == text[found.citation.answer_start : found.citation.answer_end] == shown


def test_who_plainly_did_it_is_as_sure_as_that(encoder: WordEncoder) -> None:
    class Doubting(LookupReader):
        """Is less sure of Eva Moe."""

        def _one(self, question: str, window: Window) -> Read:
            read = super()._one(question, window)
            sure = {"Eva Moe": 0.5, "Jon Vik": 0.5}
            doubted = (replace(one, confidence=sure.get(window.words(one.words), 0.9)) for one in read.readings)
            return replace(read, readings=tuple(doubted))

    store = Store.in_memory()
    texts = "Ada Lie beat Bo Ek.", "In May Bo Ek was beaten by Eva Moe.", "Jon Vik saw Bo Ek."
    update(store, encoder, lambda: [Article(str(n), "", text) for n, text in enumerate(texts)])
    reader = Doubting(*(("Who beat Bo Ek?", name) for name in ("Ada Lie", "Eva Moe", "Jon Vik")))
    found = Answerer(Searcher(store, lambda *_: encoder), lambda: reader).answer("Who beat Bo Ek?")
    assert [(one.text, one.confidence) for one in found.answers] == [("Ada Lie", 0.9), ("Eva Moe", PLAIN)]


def test_a_further_answer_tells_all_that_is_asked(encoder: WordEncoder) -> None:
    store = Store.in_memory()
    texts = "Ada Lie thanked Bo Ek for it.", "Jon Vik thanked Bo Ek.", "Eva Moe thanked Bo Ek for the letter."
    update(store, encoder, lambda: [Article(str(n), "", text) for n, text in enumerate(texts)])
    known = (("Who thanked Bo Ek for the letter?", name) for name in ("Eva Moe", "Ada Lie", "Jon Vik"))
    answerer = Answerer(Searcher(store, lambda *_: encoder), lambda: LookupReader(*known, sure=0.8))
    found = answerer.answer("Who thanked Bo Ek for the letter?").answers
    assert {one.text for one in found} == {"Ada Lie", "Eva Moe"}  # "it" may be the letter
