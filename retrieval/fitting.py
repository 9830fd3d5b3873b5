"""Of what a reader gave, that which by its form may be what is asked for, as sure as it has to be.

Of each sentence one reading is believed; circumstances, amounts and parties have to stand where the sentence's form
has them. Leaves out who a pronoun is (coreference.py), and what is asked once more (known_party.py, closer.py).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.agents import agent_by_form, did_as_well, excepted, last_party
from retrieval.amounts import amounts
from retrieval.antecedents import tells_of_another
from retrieval.appositions import asks_who, described, is_of_the_question
from retrieval.attachment import are_listed, nearest_who, with_head, without_next
from retrieval.circumstances import asks_circumstance, circumstances
from retrieval.contraries import did_the_contrary
from retrieval.coordination import apposed_members, members, named_members, parties_beside
from retrieval.ellipsis import deed_before, stands_for_deed
from retrieval.factuality import is_not_factual
from retrieval.figures import counts_people_for_size, has_another_figure
from retrieval.gapping import did_it_too, gave_another_thing
from retrieval.left_out import is_left_out, with_exception
from retrieval.nameless import nameless
from retrieval.namesakes import is_of_namesake
from retrieval.no_agents import is_agent_of_passive, is_no_agent, is_only_to_be
from retrieval.objects import (
    done_to_others,
    is_behind_object,
    is_beyond_object,
    is_doer,
    object_by_form,
    of_own_deed,
    whom_before,
    whom_by_form,
)
from retrieval.open_sentences import asks_it_too
from retrieval.other_deeds import is_no_object, is_of_other_deed
from retrieval.owners import asks_whose, owner_in
from retrieval.parties import somebody_of
from retrieval.periods import stands_beside_time
from retrieval.places import names_another_place
from retrieval.predicates import ASKS_WHOM
from retrieval.pronoun_parties import is_of_other_pronoun
from retrieval.questions import (
    asks_for_amount,
    asks_for_person,
    asks_for_speech,
    asks_for_thing,
    noun_asked_for,
)
from retrieval.receivers import receiver_or_gift
from retrieval.search import content_words, share_of
from retrieval.store import Store
from retrieval.syntax import is_clause, is_doer_of_passive, is_not_object, is_not_subject, is_part_of_noun
from retrieval.titles import has_another_title, is_no_title, is_of_another_owner, is_one_of_titled
from retrieval.told_of_others import is_others_object, tells_of_others
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.verb_parties import noun_done_to
from retrieval.windows import alone

# Of further answers, beside one that is claimed: the question has an answer then, so less is asked of the next.
SURE = 0.45
CLEAR = 0.5  # who, from which on no closer look is taken
_MEMBER = 0.95  # of the one that was read is how sure a further one of its list is


def fitting(
    asked: str,
    reads: Sequence[Sequence[Reading]],
    texts: Sequence[Window],
    threshold: float,
    reader: Reader,
    store: Store,
) -> list[Reading]:
    """Of what was read, a list for each window, that which may be what is asked for, as sure as a threshold."""
    if not asks_for_person(asked):
        reads = [_shown_where_told(asked, read, texts) for read in reads]
    chosen = _of_each_sentence(reads, min(SURE, threshold))
    others = {
        one
        for one in {one.evidence for one in chosen}
        if _is_of_another(asked, one, store) or is_told_otherwise(asked, one.text)
    }
    chosen = [one for one in chosen if one.evidence not in others and not _is_of_other_time(one, asked)]
    no_answers = (counts_people_for_size, is_part_of_noun)
    chosen = [one for one in chosen if not any(is_no(asked, one.words, alone(one.evidence)) for is_no in no_answers)]
    if not asks_for_speech(asked):
        chosen = _telling(asked, chosen)
    if asks_circumstance(asked):
        chosen = circumstances(asked, chosen, texts, reader)
    if asks_for_amount(asked):
        chosen = amounts(asked, chosen, texts, store)
    if asks_for_person(asked) or asks_for_thing(asked):
        chosen = [_of_giving(one, asked) for one in chosen]
    if asks_whose(asked):
        owned = [(one, owner_in(one.words, asked, alone(one.evidence))) for one in chosen]
        return [replace(one, words=words, alias=None) for one, words in owned if words]
    if asks_for_person(asked):
        return _of_others(asked, chosen, texts, store)
    if asks_for_thing(asked):
        chosen = [replace(one, words=of_own_deed(one.words, alone(one.evidence))) for one in chosen]
    objects = [one for one in chosen if not (_is_no_object(one, asked) or _is_any(one, asked))]
    return _with_members(asked, objects, texts)


def _shown_where_told(asked: str, readings: Sequence[Reading], texts: Sequence[Window]) -> list[Reading]:
    """Of readings that one sentence is to show each by its own, where it has words for another of them: "They talked
    about skiing" does not tell of "Ek said they talked about money". Left out is what its own tells nothing of.
    """
    words = content_words(asked)
    told = {one.evidence for one in readings if one.evidence.span.holds(one.words)}
    sentences = [sentence for window in texts for sentence in window.sentences]
    moved = []
    for one in readings:
        here = (s for s in sentences if s.article == one.article and s.span.holds(one.words))
        apart = one.evidence in told and not one.evidence.span.holds(one.words)
        shown = next(here, one.evidence) if apart else one.evidence
        if shown == one.evidence or share_of(words, shown.text) > 0:
            moved.append(replace(one, evidence=shown))
    return moved


def _is_of_other_time(one: Reading, asked: str) -> bool:
    """Whether a sentence has the time that is asked about, but not for what was read."""
    words = one.alias or one.words
    return one.evidence.span.holds(words) and stands_beside_time(asked, words, alone(one.evidence))


def _of_giving(one: Reading, asked: str) -> Reading:
    """Of "the fishermen compensation" whom it is given or what, as is asked."""
    sentence = alone(one.evidence)
    if not sentence.span.holds(one.words):
        return one
    return replace(one, words=receiver_or_gift(one.words, sentence, receiver=asks_for_person(asked)))


def _telling(asked: str, readings: Sequence[Reading]) -> list[Reading]:
    """Without those of sentences that have nothing of what is asked, where another has all of it."""
    words = content_words(asked)
    shares = [share_of(words, one.evidence.text) for one in readings]
    return [one for one, share in zip(readings, shares, strict=True) if share > 0 or max(shares) < 1]


def is_told_otherwise(asked: str, sentence: str) -> bool:
    """Whether a sentence has what is asked only as a question, as what somebody wants, or of another number, place,
    title or name.
    """
    forms = (asks_it_too, is_one_of_titled, is_not_factual, has_another_figure, names_another_place, tells_of_others)
    return any(is_other(asked, sentence) for is_other in forms)


def surer(first: Sequence[Reading], closer: Sequence[Reading]) -> list[Reading]:
    """Of each sentence what the surer of two looks has read in it; beside what the closer one is sure of, nothing
    that it did not confirm.
    """
    sure = [
        {sentence: max(one.confidence for one in look if one.evidence == sentence) for sentence in told}
        for look, told in ((look, {one.evidence for one in look}) for look in (first, closer))
    ]
    clear = max(sure[1].values(), default=0.0) >= CLEAR
    confirmed = [one for one in first if one.evidence in sure[1] or not clear]
    kept = [one for one in confirmed if sure[0][one.evidence] >= sure[1].get(one.evidence, 0.0)]
    return [*kept, *(one for one in closer if sure[1][one.evidence] > sure[0].get(one.evidence, 0.0))]


def as_well(asked: str, readings: Sequence[Reading], texts: Sequence[Window], store: Store) -> list[Reading]:
    """Who did it too, or had it done to them: "as did Ek"."""
    also = [(one, did_as_well(one.words, asked, alone(one.evidence))) for one in readings]
    found = nameless(asked, [replace(one, words=words, alias=None) for one, words in also if words], store)
    return [one.reading for one in found if not is_of_the_question(one, texts)]


def _of_each_sentence(reads: Sequence[Sequence[Reading]], threshold: float) -> list[Reading]:
    """For each evidence sentence the surest reading, and what the same window has beside it in the sentence.

    Overlapping windows may disagree about a sentence's words: one of them is believed.
    """
    best: dict[Sentence, tuple[Reading, Sequence[Reading]]] = {}
    for readings in reads:
        for reading in readings:
            if reading.confidence >= threshold and (
                reading.evidence not in best or best[reading.evidence][0].confidence < reading.confidence
            ):
                best[reading.evidence] = (reading, readings)
    return [
        one
        for evidence, (first, readings) in best.items()
        for one in readings
        if one is first or (one.evidence == evidence and one.confidence >= SURE)
    ]


def _of_others(asked: str, readings: Sequence[Reading], texts: Sequence[Window], store: Store) -> list[Reading]:
    """Without who is named in the question; of who is asked after, the whole description."""
    did = [replace(one, words=without_next(one.words, asked, alone(one.evidence))) for one in readings]
    did = [replace(one, words=_by_form(one, asked) or _whole(one, asked)) for one in did]
    kept = []
    did = [one for one in did if not is_no_title(one.words, asked, alone(one.evidence))]
    for one in nameless(asked, did, store):
        if not is_of_the_question(one, texts):
            kept.append(replace(one.reading, words=described(one, texts)))
        elif whom := whom_by_form(asked, alone(one.reading.evidence)):
            kept.append(replace(one.reading, words=whom))  # "Ek, the mayor, thanked her", of which the mayor was read
    kept = [one for one in kept if not _is_no_party(one, asked)]
    known = store.sentences_of
    kept = [o for o in kept if not is_of_other_pronoun(o.alias or o.words, asked, o.evidence, known(o.article))]
    read = [one.words for one in kept]
    kept = [one for one in kept if not is_beyond_object(one.words, read, asked, alone(one.evidence))]
    kept = [replace(one, words=with_exception(one.words, alone(one.evidence))) for one in kept]
    listed = [_as_sure_as_listed(one, kept) for one in kept]
    return [*listed, *_beside(asked, listed, texts, store)]


def _as_sure_as_listed(one: Reading, others: Sequence[Reading]) -> Reading:
    """Who was read, as sure as the surest of its list: "the Greens, the Liberals and two others opposed it"."""
    sentence = alone(one.evidence)
    beside = [other for other in others if other.evidence == one.evidence and other.confidence > one.confidence]
    sure = [o.confidence for o in beside if are_listed(o.alias or o.words, one.alias or one.words, sentence)]
    return replace(one, confidence=max(sure, default=one.confidence))


def _whole(reading: Reading, asked: str) -> Span:
    """Who was read, with whom they belong to."""
    sentence = alone(reading.evidence)
    words = excepted(reading.words, sentence)
    if asks_who(asked) or not sentence.span.holds(words):
        return words
    return with_head(somebody_of(words, sentence), asked, sentence)


def _beside(asked: str, readings: Sequence[Reading], texts: Sequence[Window], store: Store) -> list[Reading]:
    """Whoever else stands in a list with one that was read, or has it done to them by the same one."""
    more: list[Reading] = []
    for one in () if asks_who(asked) else readings:
        sentence = alone(one.evidence)
        again = done_to_others(one.alias or one.words, asked, sentence)
        for words in (
            *parties_beside(one.words, asked, sentence),
            *named_members(one.words, sentence),
            *again,
        ):
            told = [*readings, *more]
            if not any(other.evidence == one.evidence and other.words.meets(words) for other in told):
                more.append(replace(one, words=words, alias=None, confidence=one.confidence * _MEMBER))
    found = nameless(asked, more, store)
    return [
        one.reading for one in found if not is_of_the_question(one, texts) and not _is_no_party(one.reading, asked)
    ]


def _by_form(reading: Reading, asked: str) -> Span | None:
    """Who by its sentence's form has done it, or had it done to them, where others were read."""
    sentence = alone(reading.evidence)
    words = reading.words
    forms = (agent_by_form, object_by_form, nearest_who, noun_done_to, whom_before)
    found = (by_form(words, asked, sentence) for by_form in forms)
    return next(filter(None, found), None) or last_party(words, sentence)


def _is_no_party(reading: Reading, asked: str) -> bool:
    """Whether by its sentence's form what was read has neither done it nor had it done to them."""
    words, sentence = reading.alias or reading.words, alone(reading.evidence)
    forms = (
        is_no_agent,
        is_of_other_deed,
        is_behind_object,
        is_agent_of_passive,
        is_only_to_be,
        is_left_out,
        did_the_contrary,
        gave_another_thing,
        is_of_another_owner,
        has_another_title,
        is_not_subject,
        is_not_object,
    )
    gapped = bool(ASKS_WHOM.match(asked)) and did_it_too(words, asked, sentence)
    clause = not asks_who(asked) and is_clause(words, sentence)  # "speaks for the bank" tells who she is
    return gapped or clause or any(by_form(words, asked, sentence) for by_form in forms)


def _is_of_another(asked: str, sentence: Sentence, store: Store) -> bool:
    """Whether a sentence tells of somebody else than the question names, by a last name or a pronoun."""
    known = store.sentences_of
    return is_of_namesake(asked, sentence, known) or tells_of_another(asked, sentence, known)


def _is_no_object(reading: Reading, asked: str) -> bool:
    """Whether by its sentence's form what was read is nothing that was done, or who did it."""
    words, sentence = reading.alias or reading.words, alone(reading.evidence)
    forms = (is_no_object, is_doer, is_doer_of_passive, is_others_object)
    return any(by_form(words, asked, sentence) for by_form in forms)


def _is_any(reading: Reading, asked: str) -> bool:
    """Whether it only tells that there was one: "a newspaper", asked which newspaper."""
    noun, sentence = noun_asked_for(asked), alone(reading.evidence)
    any_ = re.compile(rf"(?:an?|one|some) {noun}(?:y|e?s|ies)?", re.IGNORECASE)
    return bool(noun) and bool(any_.fullmatch(sentence.words(reading.words)))


def _with_members(asked: str, readings: Sequence[Reading], texts: Sequence[Window]) -> list[Reading]:
    """Of a list of which the first was read all members; of "to do so" the deed, or nothing."""
    kept = []
    for one in readings:
        sentence = alone(one.evidence)
        if sentence.span.holds(one.words) and stands_for_deed(sentence.words(one.words)):
            deed = deed_before(one, texts)
            kept += [replace(one, words=deed, alias=one.words)] if deed else []
            continue
        listed = members(one.words, asked, sentence) or apposed_members(one.words, asked, sentence)
        first, *others = listed or [one.words]
        kept.append(replace(one, words=first))
        kept += [replace(one, words=words, confidence=one.confidence * _MEMBER) for words in others]
    return kept
