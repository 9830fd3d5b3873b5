"""The Answerer: search -> read -> cite. Knows one self-contained question, no chat."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.article import Article, canonical
from retrieval import conflicts
from retrieval.antecedents import agreeing, in_words
from retrieval.appositions import is_of_the_question
from retrieval.attributions import asks_about_speech, attributed, question_of
from retrieval.by_name import by_name, claims_by_name, combinations_by_name
from retrieval.casing import with_capitals
from retrieval.charges import is_only_charged
from retrieval.circumstances import asks_circumstance
from retrieval.citations import cite
from retrieval.closer import closer
from retrieval.coreference import names
from retrieval.errors import InputError
from retrieval.fitting import CLEAR, SURE, as_well, fitting, nameless, surer
from retrieval.known_party import other_parties, without_others
from retrieval.merging import merged
from retrieval.naming import is_pronoun
from retrieval.otherwise import denied, denied_instead, told
from retrieval.pairs import each_once
from retrieval.parties import is_party
from retrieval.periods import limit_of
from retrieval.person_nouns import is_person_noun
from retrieval.persons import form_in
from retrieval.questions import Kind, asks_for_person, asks_for_speech, blanks_of, kind_of, noun_asked_for
from retrieval.quotations import spoken
from retrieval.reader import load_reader
from retrieval.roles import combinations, explained, tells
from retrieval.search import Searcher
from retrieval.speakers import places, speakers
from retrieval.speech import given_back
from retrieval.spelling import SHARED, Spelling, spelled, unspelled
from retrieval.titles import titles
from retrieval.topics import leads, told_about
from retrieval.types import Answer, Found, Hit, Reader, Reading, Verdict, Window
from retrieval.unheard import unheard
from retrieval.verdicts import claims
from retrieval.windows import sentences_alone, windows

MAX_QUESTION = 2000  # characters; an encoder reads about a thousand
_HITS = 60  # sentences, of which the windows are made
_SHOWN = 10
_NEAREST = 3
_TOLD = 3  # articles about a topic, or new
_TELLING = 10  # sentences, by which is told whether somebody is "he" or "she"
_SPELLED = 300  # sentences, whose words a misspelled one may be meant for
_SURE_OF_PERSON = 0.4  # of who it was, by a closer look
_AS_SURE = 0.65  # times as sure as the surest is a further answer of another sentence
# Of a pair, whose every part was read as if those before it were right. Made-up collection, seen two thirds: F1 .932
# with the reader's own threshold, .976 with this one.
_SURE_OF_PAIR = 0.65
_TWO = 2  # blanks; a third one is asked for by itself
_ROLES = ("agent", "patient", "detail")


class Answerer:
    """Answers questions from a store. Threads may share one: questions are answered one after another."""

    def __init__(self, searcher: Searcher, reader: Callable[[], Reader] = load_reader) -> None:
        self.searcher = searcher
        self._load_reader = reader
        self._loaded: Reader | None = None
        self._lock = threading.Lock()

    def answer(self, question: str, resolved: str | None = None, read_as: str | None = None) -> Answer:
        """Answer `resolved`, the self-contained form of `question` (default: the question itself).

        `read_as` is what the reader is asked about the texts that `resolved` finds (default: `resolved`).
        Nothing found is an Answer. InputError for a question that is empty or far too long.
        """
        started = time.perf_counter()
        asked = canonical(resolved or question)
        if len(question) > MAX_QUESTION:
            raise InputError(f"The question has over {MAX_QUESTION} characters. Ask a shorter one.")
        store = self.searcher.store
        with self._lock, store.snapshot():
            hits = self.searcher.search(asked, _HITS)
            verdict, found, others = self._read_within(canonical(read_as or asked), hits)
            found = self._claimed(canonical(read_as or asked), verdict, found)
            verdict = verdict if found else Verdict.NOT_FOUND
            disagreeing = conflicts.disagreeing(asked, found)
            near = [] if found else [cite(_nearest(hit), store).citation for hit in hits[:_NEAREST]]
        return Answer(
            question=question,
            resolved=asked,
            verdict=verdict,
            answers=tuple(disagreeing or found),
            nearest=tuple(near),
            others=tuple(others),
            seconds=time.perf_counter() - started,
            read_as=read_as or "",
            differ=bool(disagreeing) or any(one.verdict for one in found),
        )

    def about(self, question: str, topic: str) -> Answer:
        """What the articles have about a topic, or the newest have to tell where it is "": whole sentences."""
        started = time.perf_counter()
        store = self.searcher.store
        with self._lock, store.snapshot():
            hits = self.searcher.search(topic, _HITS) if topic else []
            told = told_about(topic, hits, store) if topic else leads(store, _SHOWN)
            found = [cite(reading, store) for reading in told]
            near = [] if found else [cite(_nearest(hit), store).citation for hit in hits[:_NEAREST]]
        seconds = time.perf_counter() - started
        shown, others = tuple(found[:_TOLD]), tuple(found[_TOLD:_SHOWN])
        return Answer(question, question, _verdict(found), shown, tuple(near), others, seconds)

    def pronoun_of(self, words: str) -> str:
        """He or she, of somebody's name or description, as the articles that speak of it most have it; "" where they
        do not say, or not all the same.
        """
        with self._lock, self.searcher.store.snapshot():
            hits = self.searcher.search(words, _TELLING)
            said = dict.fromkeys(hit.sentence.article for hit in hits if words in hit.sentence.text)
            forms = {form_in(self.searcher.store.sentences_of(article), words) for article in said} - {""}
        return forms.pop() if len(forms) == 1 else ""

    def spelled(self, question: str) -> Spelling:
        """The question with its words as the articles spell them, where they have none that is spelled so."""
        words = unspelled(question)
        if not words:
            return Spelling(question, question)
        with self._lock, self.searcher.store.snapshot():
            store = self.searcher.store
            unknown = [word for word in words if not store.word_scores("sentences", [word], 1)]
            begun = store.with_prefixes((word[:SHARED] for word in unknown), _SPELLED) if unknown else []
            near = [hit.sentence for hit in self.searcher.search(question, _HITS)] if unknown else []
        return spelled(question, unknown, [sentence.text for sentence in [*near, *begun]])

    def with_capitals(self, question: str) -> str:
        """The question with the capitals of its names, as the articles have them. InputError for an empty one."""
        with self._lock, self.searcher.store.snapshot():
            hits = self.searcher.search(question, _HITS)
        return with_capitals(question, [hit.sentence.text for hit in hits])

    def articles(self) -> list[Article]:
        """The collection, newest first."""
        with self._lock, self.searcher.store.snapshot():
            return self.searcher.store.articles()

    def counts(self) -> tuple[int, int, int]:
        """Articles, sentences, passages."""
        with self._lock, self.searcher.store.snapshot():
            return self.searcher.store.counts()

    def warm_up(self) -> None:
        """Load the models and the vector indexes now, so that the first question does not wait for them."""
        with self._lock, self.searcher.store.snapshot():
            self._reader()
            self.searcher.refresh()

    def _reader(self) -> Reader:
        self._loaded = self._loaded or self._load_reader()
        return self._loaded

    def _read_within(self, asked: str, hits: Sequence[Hit]) -> tuple[Verdict, list[Found], list[Found]]:
        """As _read. Where no text names the time that limits the question, articles of that time may answer it."""
        if unheard(asked, self.searcher.store):
            return Verdict.NOT_FOUND, [], []
        verdict, found, others = self._read(asked, hits)
        limited = None if found else limit_of(asked)
        if not limited:
            return verdict, found, others
        question, period = limited
        names = {hit.sentence.article for hit in hits}
        articles = [article for name in names if (article := self.searcher.store.article(name))]
        held = {article.id for article in articles if period.holds(article.published)}
        verdict, *answers = self._read(question, [hit for hit in hits if hit.sentence.article in held])
        found, others = ([one for one in a if not period.is_contradicted(one.citation.sentence)] for a in answers)
        return (verdict, found, others) if found else (Verdict.NOT_FOUND, [], [])

    def _read(self, asked: str, hits: Sequence[Hit]) -> tuple[Verdict, list[Found], list[Found]]:
        """What is claimed, its answers, and the next best."""
        kind = kind_of(asked)
        if kind is Kind.BLANKS:
            pairs = self._blanks(asked, hits)
            sure = [one for one in pairs if one.confidence >= _SURE_OF_PAIR] or [
                one for one in pairs if tells((one.roles or {})["predicate"], one.citation.sentence)
            ]
            return _verdict(sure), sure, [one for one in pairs if one not in sure][:_SHOWN]
        texts = windows(hits, self.searcher.store)
        return self._whether(asked, texts) if kind is Kind.WHETHER else self._words(asked, texts)

    def _attributed(self, asked: str, verdict: Verdict, found: Sequence[Found]) -> list[Found]:
        """With whose word each answer is. Of what somebody said nobody need be told that it was said."""
        if not found or asks_about_speech(asked):
            return list(found)
        blanks = blanks_of(asked)
        if blanks:
            roles = [one.roles or {} for one in found]
            pairs = [(one.get("agent", ""), one.get("patient", "")) for one in roles]
            questions = [question_of(blanks.only(0, pair), pair[0]) for pair in pairs]
        elif verdict is Verdict.ANSWERED:
            questions = [question_of(asked, one.text) for one in found]
        else:
            questions = [question_of(asked, (one.verdict or verdict).value.capitalize()) for one in found]
        return attributed(questions, found, self._reader(), self.searcher.store)

    def _claimed(self, asked: str, verdict: Verdict, found: Sequence[Found]) -> list[Found]:
        """With whose word each is; without a charge that is nobody's: nobody is said to have done that."""
        said = self._attributed(asked, verdict, found)
        if verdict is Verdict.NO or not (verdict is Verdict.YES or asks_for_person(asked)):
            return said
        return [one for one in said if one.claimant or not is_only_charged(asked, one.citation.sentence)]

    def _words(self, asked: str, texts: Sequence[Window]) -> tuple[Verdict, list[Found], list[Found]]:
        reader = self._reader()
        store = self.searcher.store
        said = [(asked, place) for place in places(asked, texts)]
        reads: list[Sequence[Reading]] = [[one] if one else [] for one, _ in speakers(said, reader, store)]
        if not said:
            read = [read.readings for read in reader.read([(asked, text) for text in texts])]
            reads = given_back(asked, texts, read, reader, store)
        threshold = reader.threshold
        chosen = fitting(asked, reads, texts, threshold, reader, store)
        sure = any(reading.confidence >= threshold for reading in chosen)
        if asks_for_person(asked) and not said:
            chosen = without_others(asked, chosen, texts, reader, store)
            if max((reading.confidence for reading in chosen), default=0.0) < CLEAR:
                chosen = surer(chosen, self._closer(asked, reads, texts))
            else:
                told = {reading.evidence for reading in chosen}
                others = self._by_name(asked, texts, CLEAR)
                chosen = [*chosen, *(one for one in others if one.evidence not in told)]
            chosen = [*chosen, *as_well(asked, chosen, texts, store)]
            chosen = chosen or titles(asked, texts)
            sure = bool(chosen)
        elif not sure and not said and not asks_for_speech(asked):
            looks = by_name(asked, texts, reader, store.sentences_of)
            closest = fitting(asked, looks, texts, threshold, reader, store)
            sure = any(reading.confidence >= threshold for reading in closest)
            chosen = closest if sure else chosen
        if sure:
            chosen = self._with_names(asked, chosen, texts, told=not said)
        else:
            elsewise = said or asks_for_speech(asked) or asks_circumstance(asked)
            others = [] if elsewise else other_parties(asked, texts, reader, store)
            chosen = [one.reading for one in nameless(asked, others, store) if not is_of_the_question(one, texts)]
        if asks_for_speech(asked):
            chosen = self._spoken(chosen)
        found = [cite(reading, store) for reading in merged(chosen, store)]
        # Of a person "she" tells something, by her sentence; "it" as one more answer to "What ...?" tells nothing.
        fits = is_party if asks_for_person(asked) else lambda text: not is_pronoun(text)
        named = [one for one in found[1:] if fits(one.text)]
        shown = [*found[:1], *(one for one in named if _is_as_good(one, found[0]))]
        return (
            _verdict(found),
            shown[:_SHOWN],
            [*shown[_SHOWN:], *(one for one in found if one not in shown)][:_SHOWN],
        )

    def _closer(self, asked: str, reads: Sequence[Sequence[Reading]], texts: Sequence[Window]) -> list[Reading]:
        """Who may have done it, or had it done to them, by a closer look."""
        reader, store = self._reader(), self.searcher.store
        looks = [*closer(asked, reads, texts, reader), *by_name(asked, texts, reader, store.sentences_of)]
        chosen = fitting(asked, looks, texts, _SURE_OF_PERSON, reader, store)
        return without_others(asked, chosen, texts, reader, store)

    def _by_name(self, asked: str, texts: Sequence[Window], threshold: float) -> list[Reading]:
        """Who also did it, or had it done to them, in sentences that have pronouns for names."""
        reader, store = self._reader(), self.searcher.store
        looks = by_name(asked, texts, reader, store.sentences_of)
        return without_others(asked, fitting(asked, looks, texts, threshold, reader, store), texts, reader, store)

    def _with_names(
        self, asked: str, readings: Sequence[Reading], texts: Sequence[Window], *, told: bool
    ) -> list[Reading]:
        """Where a person is asked for, names in the place of pronouns and descriptions. Of whom a sentence tells
        it may be its pronouns; who said it is not.
        """
        if not asks_for_person(asked) and not is_person_noun(noun_asked_for(asked)):
            return list(readings)
        reader, store = self._reader(), self.searcher.store
        surest = nameless(asked, sorted(readings, key=lambda reading: -reading.confidence)[:_SHOWN], store)
        first = nameless(asked, agreeing(surest, texts, reader, store.sentences_of), store) if told else surest
        found = names(first, texts, reader, store)
        return [
            replace(one.reading, words=name.words, alias=one.reading.words) if name else in_words(one, first)
            for one, name in zip(first, found, strict=True)
        ]

    def _spoken(self, readings: Sequence[Reading]) -> list[Reading]:
        """Quotations whole."""
        found: list[Reading] = []
        for name in dict.fromkeys(reading.article for reading in readings):
            article = self.searcher.store.article(name)
            if article:
                own = [reading for reading in readings if reading.article == name]
                found += spoken(own, article, self.searcher.store.sentences_of(name))
        return found

    def _whether(self, asked: str, texts: Sequence[Window]) -> tuple[Verdict, list[Found], list[Found]]:
        """The clearest windows' word, with their sentences as the answers; both words where articles differ."""
        reader, store = self._reader(), self.searcher.store
        said_so = claims(asked, texts, reader)
        if not any(said_so.values()):
            said_so = claims_by_name(asked, texts, reader, store.sentences_of)
        if not any(said_so.values()):
            said_so[Verdict.YES] = told(asked, texts, reader, store)
            said_so[Verdict.NO] = denied(asked, texts, reader)
        elif not said_so[Verdict.NO] and (no := denied_instead(asked, said_so[Verdict.YES], texts, reader)):
            said_so = {Verdict.NO: no}
        best = {
            verdict: [cite(one, store) for one in merged(read, store)] for verdict, read in said_so.items() if read
        }
        if not best:
            return Verdict.NOT_FOUND, [], []
        both = conflicts.contradicting(best.get(Verdict.YES, []), best.get(Verdict.NO, []))
        if both:
            return both[0].verdict or Verdict.NOT_FOUND, both, []
        said = max(best, key=lambda verdict: best[verdict][0].confidence)
        return said, best[said][:1], best[said][1:_SHOWN]

    def _blanks(self, asked: str, hits: Sequence[Hit]) -> list[Found]:
        blanks = blanks_of(asked)
        assert blanks  # noqa: S101 # its kind says so
        around = windows(hits, self.searcher.store, _HITS)
        reader, store, sentences = self._reader(), self.searcher.store, sentences_alone(hits)
        pairs = each_once(
            [
                *combinations(blanks, sentences, around, reader, store),
                *combinations_by_name(blanks, sentences, around, reader, store),
            ]
        )
        told = explained(pairs, blanks, self._reader()) if len(blanks.words) == _TWO else [(one, "") for one in pairs]
        found = []
        for one, reason in told:
            last = replace(one.filled[1].reading, evidence=one.evidence)
            roles = dict(zip(_ROLES, one.words(), strict=False)) | ({"reason": reason} if reason else {})
            cited = cite(last, self.searcher.store)
            text = " → ".join(one.words()[:2])
            found.append(
                Found(text, one.confidence, cited.citation, {**roles, "predicate": blanks.between[1].strip()})
            )
        return found


def _is_as_good(one: Found, first: Found) -> bool:
    """Whether a further answer is claimed beside the first."""
    least = 0.0 if one.citation.start == first.citation.start else first.confidence * _AS_SURE
    return one.confidence >= max(SURE, least)


def _verdict(found: Sequence[Found]) -> Verdict:
    return Verdict.ANSWERED if found else Verdict.NOT_FOUND


def _nearest(hit: Hit) -> Reading:
    return Reading(hit.sentence.article, hit.sentence.span, hit.sentence, 0.0)
