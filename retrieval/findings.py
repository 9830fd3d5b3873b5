"""What a self-contained question finds among its hits: read -> fit -> name -> cite, for words or pairs.

Leaves out the search, a yes or no (whether.py), and what else an Answer tells (answer.py).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from retrieval import conflicts, speech
from retrieval.antecedents import agreeing, heard, in_words
from retrieval.appositions import asks_who, is_of_the_question
from retrieval.attributions import asks_about_speech, attributed, question_of
from retrieval.by_name import by_name, combinations_by_name
from retrieval.charges import is_only_charged
from retrieval.circumstances import asks_circumstance
from retrieval.citations import cite
from retrieval.closer import closer
from retrieval.coreference import names
from retrieval.denials import denies_what_was_told
from retrieval.ellipsis import stands_for_deed
from retrieval.fitting import CLEAR, SURE, as_well, fitting, is_told_otherwise, surer
from retrieval.known_party import other_parties, without_others
from retrieval.left_out import is_left_out
from retrieval.merging import merged
from retrieval.named_pairs import with_names
from retrieval.nameless import nameless
from retrieval.naming import is_none, is_pronoun, name_words, names_in
from retrieval.owners import asks_whose
from retrieval.pairs import each_once
from retrieval.parties import is_party
from retrieval.periods import limit_of
from retrieval.person_nouns import is_person_noun
from retrieval.plainly import PLAIN, plain_pairs, plainly_told
from retrieval.questions import (
    Kind,
    asks_for_amount,
    asks_for_person,
    asks_for_speech,
    blanks_of,
    kind_of,
    noun_asked_for,
)
from retrieval.quotations import spoken
from retrieval.remainder import with_remainder
from retrieval.roles import combinations, explained, tells
from retrieval.search import content_words, share_of
from retrieval.speakers import places, speakers
from retrieval.store import Store
from retrieval.stories import one_story
from retrieval.syntax import is_not_subject
from retrieval.titles import called, stands_beside_name, titles
from retrieval.types import SHOWN, Findings, Found, Hit, Reader, Reading, Verdict, Window
from retrieval.unheard import unheard
from retrieval.verb_uses import has_verb_of
from retrieval.whether import whether
from retrieval.windows import alone, windows

_PAIRED = 60  # sentences, of which the windows around pairs are made
_SURE_OF_PERSON = 0.4  # of who it was, by a closer look
_AS_SURE = 0.65  # times as sure as the surest is a further answer of another sentence
# The same of a thing beside another one, and of a reason, a time, a place or an amount, which mostly is one: of 36
# further ones of these that answer the news questions 6 are right, and 5 of the 18 that are as sure as this.
_ONE_AS_SURE = 0.8
_IN_OTHER_WORDS = 0.7  # a further answer whose sentence has no verb of the question, as the surest one's has
# Of a pair, whose every part was read as if those before it were right. Made-up collection, seen two thirds: F1 .932
# with the reader's own threshold, .976 with this one.
_SURE_OF_PAIR = 0.65
# The same of one whose sentence has less of what is asked of somebody, and no "it" that may stand for it: of
# nine of the news questions none was asked for.
_TELLING_LESS = 0.88
_STANDING_FOR = re.compile(r"\b(?:her|him|it|them|this|that|which)\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"\W*(?:and |but )?(?:for )?how long (?:did|had|has|have)\b", re.IGNORECASE)
_TWO = 2  # blanks; a third one is asked for by itself
_ROLES = ("agent", "patient", "detail")


def findings(asked: str, hits: Sequence[Hit], reader: Reader, store: Store) -> Findings:
    """Of a question's hits what answers it, each with whose word it is. Call inside `store.snapshot()`."""
    read = _with_sides(asked, _read_within(asked, hits, reader, store), store)
    found = tuple(_claimed(asked, read, reader, store))
    if read.verdict is Verdict.YES and found and (denied := _denial_of(asked, found[0], reader, store)):
        found, read = (replace(found[0], verdict=Verdict.YES), denied), replace(read, differ=True)
    differ = read.differ and len(found) > 1
    return replace(read, found=found, verdict=read.verdict if found else Verdict.NOT_FOUND, differ=differ)


def _denial_of(asked: str, yes: Found, reader: Reader, store: Store) -> Found | None:
    """The other side of a yes, where the sentence behind it denies that: "Her lawyer denied this."."""
    sentences = store.sentences_of(yes.citation.article)
    behind = (b for told, b in pairwise(sentences) if told.span.start == yes.citation.start)
    one = next(behind, None)
    if not one or not denies_what_was_told(one.text):
        return None
    no = replace(cite(Reading(one.article, one.span, one, yes.confidence), store), verdict=Verdict.NO)
    return attributed([question_of(asked, "No")], [no], reader, store)[0]


def _with_sides(asked: str, read: Findings, store: Store) -> Findings:
    """Where different amounts are given of one story, those amounts."""
    aside = [one for one in read.others if not _lasts_otherwise(asked, one, read.found[:1])]
    sides = conflicts.disagreeing(asked, read.found, aside, one_story(store))[:SHOWN]
    others = tuple(one for one in (*read.found, *read.others) if one not in sides)[:SHOWN]
    return replace(read, found=tuple(sides), others=others, differ=True) if sides else read


def _read_within(asked: str, hits: Sequence[Hit], reader: Reader, store: Store) -> Findings:
    """As _read. Where no text names the time that limits the question, articles of that time may answer it."""
    if unheard(asked, store):
        return Findings()
    read = _read(asked, hits, reader, store)
    limited = None if read.found else limit_of(asked)
    if not limited:
        return read
    question, period = limited
    names = {hit.sentence.article for hit in hits}
    articles = [article for name in names if (article := store.article(name))]
    held = {article.id for article in articles if period.holds(article.published)}
    within = _read(question, [hit for hit in hits if hit.sentence.article in held], reader, store)
    found, others = (
        tuple(one for one in some if not period.is_contradicted(one.citation.sentence))
        for some in (within.found, within.others)
    )
    return Findings(within.verdict, found, others) if found else Findings()


def _read(asked: str, hits: Sequence[Hit], reader: Reader, store: Store) -> Findings:
    kind = kind_of(asked)
    if kind is Kind.BLANKS:
        pairs = _blanks(asked, hits, reader, store)
        sure = [one for one in pairs if one.confidence >= _SURE_OF_PAIR] or [
            one for one in pairs if tells((one.roles or {})["predicate"], one.citation.sentence)
        ]
        return _ranked(sure, [one for one in pairs if one not in sure])
    texts = windows(hits, store)
    read = whether if kind is Kind.WHETHER else _words
    return read(asked, texts, reader, store)


def _ranked(found: Sequence[Found], others: Sequence[Found]) -> Findings:
    return Findings(Verdict.ANSWERED if found else Verdict.NOT_FOUND, tuple(found), tuple(others[:SHOWN]))


def _attributed(asked: str, read: Findings, reader: Reader, store: Store) -> list[Found]:
    """With whose word each answer is. Of what somebody said nobody need be told that it was said."""
    if not read.found or asks_about_speech(asked):
        return list(read.found)
    blanks = blanks_of(asked)
    if blanks:
        roles = [one.roles or {} for one in read.found]
        pairs = [(one.get("agent", ""), one.get("patient", "")) for one in roles]
        questions = [question_of(blanks.only(0, pair), pair[0]) for pair in pairs]
    elif read.verdict is Verdict.ANSWERED:
        questions = [question_of(asked, one.text) for one in read.found]
    else:
        questions = [question_of(asked, (one.verdict or read.verdict).value.capitalize()) for one in read.found]
    return attributed(questions, read.found, reader, store)


def _claimed(asked: str, read: Findings, reader: Reader, store: Store) -> list[Found]:
    """With whose word each is; without whoever only says it, and without a charge that is nobody's: nobody is said to
    have done that.
    """
    said = _attributed(asked, read, reader, store)
    tellers = {(one.citation.start, one.claimant_text) for one in said if one.claimant}
    said = [one for one in said if one.claimant or (one.citation.start, one.text) not in tellers]
    said = [one for one in said if not is_none(one.claimant_text)]  # "Nobody believes that Ek sang"
    if read.verdict is Verdict.NO or not (read.verdict is Verdict.YES or asks_for_person(asked)):
        return said
    return [one for one in said if one.claimant or not is_only_charged(asked, one.citation.sentence)]


def _words(asked: str, texts: Sequence[Window], reader: Reader, store: Store) -> Findings:
    """Words that answer it, those of a person under a name."""
    said = [(asked, place) for place in places(asked, texts)]
    reads: list[Sequence[Reading]] = [[one] if one else [] for one, _ in speakers(said, reader, store)]
    if not said:
        read = [read.readings for read in reader.read([(asked, text) for text in texts])]
        reads = speech.without_others(asked, speech.given_back(asked, texts, read, reader, store), store.sentences_of)
    chosen = fitting(asked, reads, texts, reader.threshold, reader, store)
    sure = any(reading.confidence >= reader.threshold for reading in chosen)
    if asks_for_person(asked) and not said:
        chosen = _persons(asked, chosen, reads, texts, reader, store)
        sure = bool(chosen)
        chosen = _as_plain(chosen, _plain(asked, texts, reader, store)) if sure else chosen
    elif not sure and not said and not asks_for_speech(asked):
        looks = by_name(asked, texts, reader, store.sentences_of)
        closest = fitting(asked, looks, texts, reader.threshold, reader, store)
        sure = any(reading.confidence >= reader.threshold for reading in closest)
        chosen = closest if sure else chosen
    if sure:
        chosen = _with_names(asked, chosen, texts, reader, store, told=not said)
    else:
        elsewise = said or asks_for_speech(asked) or asks_circumstance(asked)
        others = [] if elsewise else other_parties(asked, texts, reader, store)
        chosen = [
            one.reading
            for one in nameless(asked, others, store)
            if not is_of_the_question(one, texts)
            and not stands_for_deed(one.text)
            and not is_told_otherwise(asked, one.reading.evidence.text)
            and not is_not_subject(one.reading.alias or one.reading.words, asked, alone(one.reading.evidence))
            and not is_left_out(one.reading.alias or one.reading.words, asked, alone(one.reading.evidence))
        ]
        if not chosen and not elsewise and asks_for_person(asked):
            chosen = _with_names(asked, _plain(asked, texts, reader, store), texts, reader, store, told=True)
    chosen = _spoken(chosen, store) if asks_for_speech(asked) else with_remainder(chosen, store.sentences_of)
    return _best(asked, [cite(reading, store) for reading in merged(chosen, store)])


def _plain(asked: str, texts: Sequence[Window], reader: Reader, store: Store) -> list[Reading]:
    """Those of whom a parse alone plainly tells it."""
    return fitting(asked, [plainly_told(asked, texts, store.sentences_of)], texts, PLAIN, reader, store)


def _as_plain(readings: Sequence[Reading], plain: Sequence[Reading]) -> list[Reading]:
    """Readings, of which those that their sentences plainly tell are as sure as that, also where much text around
    hides them from a reader.
    """
    told = {(one.evidence, one.words) for one in plain}
    return [
        replace(one, confidence=max(one.confidence, PLAIN))
        if any(one.evidence == evidence and one.words.meets(words) for evidence, words in told)
        else one
        for one in readings
    ]


def _best(asked: str, found: Sequence[Found]) -> Findings:
    """Those that are claimed beside the first, and the rest."""
    # Of a person "she" tells something, by her sentence; "it" as one more answer to "What ...?" tells nothing.
    fits = is_party if asks_for_person(asked) else lambda text: not is_pronoun(text)
    named = [one for one in found[1:] if fits(one.text)]
    shown = [*found[:1], *(one for one in named if _is_as_good(asked, one, found[0]))]
    return _ranked(shown[:SHOWN], [*shown[SHOWN:], *(one for one in found if one not in shown)])


def _persons(
    asked: str,
    chosen: Sequence[Reading],
    reads: Sequence[Sequence[Reading]],
    texts: Sequence[Window],
    reader: Reader,
    store: Store,
) -> list[Reading]:
    """Who did it, or had it done to them: by a closer look where nobody is clear, and who else did."""
    first = without_others(asked, chosen, texts, reader, store)
    clear = max((reading.confidence for reading in first), default=0.0) >= CLEAR
    looks = by_name(asked, texts, reader, store.sentences_of)
    looks = looks if clear else [*closer(asked, reads, texts, reader), *looks]
    close = fitting(asked, looks, texts, CLEAR if clear else _SURE_OF_PERSON, reader, store)
    close = without_others(asked, close, texts, reader, store)
    known = {reading.evidence for reading in first}
    who = [*first, *(one for one in close if one.evidence not in known)] if clear else surer(first, close)
    told = [*who, *as_well(asked, who, texts, store)]
    return told or titles(asked, texts) or called(asked, texts, store.sentences_of)


def _with_names(
    asked: str, readings: Sequence[Reading], texts: Sequence[Window], reader: Reader, store: Store, *, told: bool
) -> list[Reading]:
    """Where a person is asked for, names in the place of pronouns and descriptions. Of whom a sentence tells it may
    be its pronouns; who said it is not.
    """
    persons = asks_for_person(asked) or asks_whose(asked) or is_person_noun(noun_asked_for(asked))
    if not persons:
        return list(readings)
    surest = nameless(asked, sorted(readings, key=lambda reading: -reading.confidence)[:SHOWN], store)
    held = agreeing(surest, texts, reader, store.sentences_of) if told else heard(surest, store.sentences_of)
    first = nameless(asked, held, store)
    found = names(first, texts, reader, store)
    if who := asks_who(asked):  # not by another name: "His granddaughter, Lena, left" does not tell who Weiss is
        known = [one.reading for one in first]
        return [
            one
            for one, name in zip(known, found, strict=True)
            if not name or stands_beside_name(one.words, who, alone(one.evidence))
        ]
    return [
        replace(one.reading, words=name.words, alias=one.reading.words) if name else in_words(one, first)
        for one, name in zip(first, found, strict=True)
    ]


def _spoken(readings: Sequence[Reading], store: Store) -> list[Reading]:
    """Quotations whole."""
    found: list[Reading] = []
    for name in dict.fromkeys(reading.article for reading in readings):
        article = store.article(name)
        if article:
            own = [reading for reading in readings if reading.article == name]
            found += spoken(own, article, store.sentences_of(name))
    return found


def _blanks(asked: str, hits: Sequence[Hit], reader: Reader, store: Store) -> list[Found]:
    """Pairs, each once, with the reason where its sentence tells one."""
    blanks = blanks_of(asked)
    assert blanks  # noqa: S101 # its kind says so
    around = windows(hits, store, _PAIRED)
    sentences = [one for one in (alone(hit.sentence) for hit in hits) if not is_told_otherwise(asked, one.text)]
    pairs = each_once(
        [
            *combinations(blanks, sentences, around, reader, store),
            *combinations_by_name(blanks, sentences, around, reader, store),
        ]
    )
    if not pairs:
        plain = plain_pairs(blanks, sentences, store.sentences_of)
        pairs = each_once(with_names(plain, blanks, around, reader, store))
    told = explained(pairs, blanks, reader) if len(blanks.words) == _TWO else [(one, "") for one in pairs]
    found = []
    for one, reason in told:
        last = replace(one.filled[1].reading, evidence=one.evidence)
        roles = dict(zip(_ROLES, one.words(), strict=False)) | ({"reason": reason} if reason else {})
        cited = cite(last, store)
        text = " → ".join(one.words()[:2])
        found.append(Found(text, one.confidence, cited.citation, {**roles, "predicate": blanks.between[1].strip()}))
    return found


def _lasts_otherwise(asked: str, one: Found, first: Sequence[Found]) -> bool:
    """Whether a further answer to how long somebody did something has no verb of that, as the first one's sentence
    has: "faces three years in prison", asked how long he worked.
    """
    lasting = _HOW_LONG.match(asked) and first and has_verb_of(asked, first[0].citation.sentence)
    return bool(lasting) and not has_verb_of(asked, one.citation.sentence)


def _is_as_good(asked: str, one: Found, first: Found) -> bool:
    """Whether a further answer is claimed beside the first: surer where only the first's sentence has the verb."""
    if _lasts_otherwise(asked, one, [first]):
        return False
    least = 0.0 if one.citation.start == first.citation.start else first.confidence * _AS_SURE
    beside = one.citation.start == first.citation.start and not asks_for_person(asked)
    if beside or asks_circumstance(asked) or asks_for_amount(asked):
        least = first.confidence * _ONE_AS_SURE
    told = has_verb_of(asked, first.citation.sentence) and not has_verb_of(asked, one.citation.sentence)
    if told and not one.against:
        least = max(least, _IN_OTHER_WORDS)
    if asks_for_person(asked) and _tells_less(asked, one.citation.sentence, first.citation.sentence, other_verb=told):
        least = max(least, _TELLING_LESS)
    return one.confidence >= max(SURE, least)


def _tells_less(asked: str, sentence: str, first: str, *, other_verb: bool) -> bool:
    """Whether a sentence has less of what is asked than that of the first answer, and nothing that stands for it."""
    named = {word for name in names_in(asked, 1) for word in name_words(name)}
    words = [word for word in content_words(asked) if word not in named]
    less = share_of(words, sentence) < share_of(words, first)
    return less and (other_verb or not _STANDING_FOR.search(sentence))
