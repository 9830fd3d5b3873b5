"""Questions with several blanks ("Who invited whom to what?"): read blank by blank, every combination that holds.

Each sentence is read by itself. The second blank is asked with the first answer in its place, as in "Pompeo invited
whom?", of the very sentence that gave it: no verb needs to be known; then the first is asked again with the second in
its place. Whom a pronoun stands for is read from what stands before. Leaves out where the windows come from.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.appositions import is_of_the_question
from retrieval.attachment import are_listed, given_to
from retrieval.deeds import deed_of
from retrieval.edges import without_full_stop
from retrieval.filled_blanks import (
    by_form,
    done_to,
    given_too,
    is_across_quotation,
    is_behind_object,
    is_of_other_clause,
    without_next_blank,
    without_patient,
)
from retrieval.gapping import receiver_too
from retrieval.inflection import are_forms, is_participle
from retrieval.merging import are_apposed
from retrieval.named_pairs import with_names
from retrieval.nameless import Nameless
from retrieval.naming import is_name, is_none
from retrieval.no_agents import is_no_agent
from retrieval.objects import of_own_deed
from retrieval.other_deeds import has_other_particle
from retrieval.pairs import Combination, Part, each_once, standing
from retrieval.parties import is_party, whole_party
from retrieval.person_nouns import is_person_noun
from retrieval.pronoun_parties import is_of_other_pronoun
from retrieval.questions import Blanks, asks_for_person
from retrieval.reasons import before_another, reason_in, with_connective
from retrieval.receivers import receiver_or_gift
from retrieval.relatives import done_in_relatives
from retrieval.search import content_words
from retrieval.store import Store
from retrieval.syntax import is_not_subject
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.verb_uses import PARTICLES, is_only_auxiliary, is_told, verb_and_particle
from retrieval.windows import alone, is_dateline

_PAIR = 2
_CLEAR_REASON = 0.7
_CLEFT = re.compile(r"It (?:is|was|were) (?P<first>[\w’'-]+)[^.;]* (?:that|who) ")
_TO_DO = re.compile(r"to (?P<deed>[a-z]+)\b")
# Of 474 pairs of QASRL-GS's sentences that have no form of the verb one was right that is less sure than this.
_IN_OTHER_WORDS = 0.9
_BY_FORM = 0.75  # of a party that the form of a clause gives
_CANDIDATE = 0.2  # of a party that is held open, or of a pronoun: what follows decides


def combinations(
    blanks: Blanks,
    alone: Sequence[Window],
    around: Sequence[Window],
    reader: Reader,
    store: Store | None = None,
    *,
    known: bool = False,
) -> list[Combination]:
    """All fillings, surest first, each once. A third blank is left open where the text does not say.

    `alone` are sentences, each a window; `around` larger windows, in which pronouns are looked up. Of sentences that
    are `known` to tell it, it is enough that they have a word of the deed.
    """
    by_sentence = {window.sentences[0]: window for window in alone}
    reads = reader.read([(blanks.first(), window) for window in alone])
    found = [
        Combination(window.sentences[0], (part,))
        for window, read in zip(alone, reads, strict=True)
        for reading in read.readings
        if reading.confidence >= _CANDIDATE
        and (part := _part(reading, window, blanks.words[0]))
        and not is_no_agent(part.reading.words, blanks.first(), window)
        and not is_not_subject(part.reading.words, blanks.first(), window)
        and not _is_of_other_pronoun(part, blanks.first(), store)
    ]
    for number in range(1, len(blanks.words)):
        found = _longer(found, number, blanks, by_sentence, reader, store)
        if number == 1:
            found = _confirmed(found, blanks, by_sentence, reader)
            found += _in_relatives(blanks, alone)
            found = [one for one in found if not is_across_quotation(one) and not _are_one(one)]
    found = [one for one in found if len(one.filled) > 1 and not is_behind_object(one, blanks)]
    found = with_names(found, blanks, around, reader, store)
    sure = [one for one in found if one.confidence >= _least(one, blanks, reader.threshold, known=known)]
    return each_once(sorted(sure, key=lambda one: -one.confidence))


def _in_relatives(blanks: Blanks, alone: Sequence[Window]) -> list[Combination]:
    """The pairs of clauses such as "a charge that Ek rejected"."""
    found = []
    for window in alone:
        for filled in done_in_relatives(blanks.between[1], window):
            readings = [Reading(window.article, words, window.sentences[0], _BY_FORM) for words in filled]
            parts = [_part(read, window, asked) for read, asked in zip(readings, blanks.words, strict=False)]
            if all(parts):
                found.append(Combination(window.sentences[0], tuple(filter(None, parts))))
    return found


def _least(one: Combination, blanks: Blanks, threshold: float, *, known: bool) -> float:
    """How sure a pair has to be: surer where its sentence has other words for the deed, "fire" for "dismiss"."""
    predicate, text = blanks.between[1], one.evidence.text
    if known and tells(predicate, text):
        return threshold
    behind = blanks.between[-1].strip()  # "out" of "Who threw whom out?"
    predicate = f"{predicate} {behind}" if behind in PARTICLES else predicate
    if is_told(predicate, text):
        limit = _TO_DO.match(blanks.between[-1].strip())  # "Who told whom to run?"
        return max(threshold, _IN_OTHER_WORDS) if limit and not tells(limit["deed"], text) else threshold
    if is_only_auxiliary(predicate) or has_other_particle(*verb_and_particle(predicate), text):
        return 1.0
    if any(are_forms(word, "deny") for word in content_words(predicate)):
        return 1.0  # "The company refused to say" denies nothing
    return max(threshold, _IN_OTHER_WORDS)


def explained(found: Sequence[Combination], blanks: Blanks, reader: Reader) -> list[tuple[Combination, str]]:
    """Each with why it was done, by its sentence: "for helping the passengers"; "" where no reason is told.

    Whoever stands in the reason is no party: "He thanked her for the flamingo" has no pair with the flamingo.
    """
    windows = [alone(one.evidence) for one in found]
    asked = [
        f"Why was it that {blanks.stated(tuple(_as_it_stands(part, window) for part in one.filled))}?"
        for one, window in zip(found, windows, strict=True)
    ]
    reads = reader.read(list(zip(asked, windows, strict=True)))
    likely = [next((r.words for r in read.readings[:1] if r.confidence >= _CLEAR_REASON), None) for read in reads]
    told = [
        _reason(words, question, window) if words else None
        for words, question, window in zip(likely, asked, windows, strict=True)
    ]
    return [
        (one, window.words(reason) if reason else "")
        for one, window, reason in zip(found, windows, told, strict=True)
        if not reason or not any(standing(part).meets(reason) for part in one.filled)
    ]


def _reason(words: Span, question: str, window: Window) -> Span | None:
    """The words as a reason with the word that makes them one; None where they are none by their form."""
    deed = deed_of(question)
    whole = reason_in(before_another(words, window), deed, window) if deed else None
    return with_connective(whole, window) if whole else None


def _as_it_stands(part: Part, window: Window) -> str:
    """What the sentence has for a party, under whatever name it goes."""
    words = standing(part)
    return window.words(words) if window.span.holds(words) else part.text


def _longer(
    found: Sequence[Combination],
    number: int,
    blanks: Blanks,
    windows: dict[Sentence, Window],
    reader: Reader,
    store: Store | None,
) -> list[Combination]:
    """With the next blank filled, in every way that the sentence allows."""
    asked = [blanks.next(one.words()) for one in found]
    reads = reader.read([(question, windows[one.evidence]) for question, one in zip(asked, found, strict=True)])
    longer = []
    for one, question, read in zip(found, asked, reads, strict=True):
        window = windows[one.evidence]
        somebody = number == 1 and asks_for_person(blanks.words[number])
        if somebody:
            sure = _with_listed(read.readings, window, reader.threshold)
        else:
            sure = [r for r in read.readings if r.confidence >= reader.threshold]
        parts = [part for r in sure if (part := _part(r, window, blanks.words[number]))]
        if somebody and _asks_for_gift(blanks):
            parts = [_as_receiver(part, blanks, window) for part in parts]
        trimmed = [without_next_blank(part, blanks, number) for part in parts]
        if number > 1:
            trimmed = [part for part in trimmed if not is_of_other_clause(part, one, window)]
            longer += [other for part in trimmed if (other := given_too(part, one, window))]
            trimmed = [without_patient(part, one) for part in trimmed if not receiver_too(part.reading.words, window)]
        if somebody:
            whom = f"Whom did {one.words()[0]} {blanks.between[1].strip()}?"
            trimmed = done_to(trimmed, whom, window, one.confidence) or by_form(whom, one, window)
            trimmed = [part for part in trimmed if not _is_of_other_pronoun(part, whom, store)]
        fitting = [
            part
            for part in trimmed
            if part.text not in one.words()
            and not is_of_the_question(Nameless(part.reading, part.text, question), [window])
        ]
        longer += [Combination(one.evidence, (*one.filled, part)) for part in fitting]
        nothing = any(is_none(window.words(r.words)) for r in sure)  # "promised them nothing"
        if not fitting and number > 1 and not nothing:
            longer.append(one)
    return longer


def _is_of_other_pronoun(part: Part, question: str, store: Store | None) -> bool:
    """As is_of_other_pronoun; without a store it is not known whose a pronoun is."""
    one = part.reading
    known = store.sentences_of(one.article) if store else ()
    return bool(known) and is_of_other_pronoun(one.words, question, one.evidence, known)


def _are_one(one: Combination) -> bool:
    """Whether one party says more of the other: "Lie's widow, Ada, called that shameful"."""
    agent, patient = map(standing, one.filled[:2])
    return are_apposed(agent, patient, one.evidence.text, one.evidence.span.start)


def _asks_for_gift(blanks: Blanks) -> bool:
    """Whether it is asked who gave whom what, in this order."""
    if len(blanks.words) == _PAIR or blanks.between[_PAIR].strip():
        return False
    return not asks_for_person(blanks.words[_PAIR])


def _as_receiver(part: Part, blanks: Blanks, window: Window) -> Part:
    """The party; of a thing that was read for one whom it was given to, "lent it to the museum"."""
    whom = given_to(part.reading.words, blanks.between[1].strip(), window)
    return Part(replace(part.reading, words=whom, alias=None), window.words(whom)) if whom else part


def _with_listed(readings: Sequence[Reading], window: Window, threshold: float) -> list[Reading]:
    """Those that are sure enough, each as sure as the surest of its list: the cook, of "the cook and Bo Ek"."""
    likely = [one for one in readings if one.confidence >= _CANDIDATE and window.span.holds(one.words)]
    best = [
        max(
            other.confidence
            for other in likely
            if other is one or (_is_person(window.words(one.words)) and are_listed(one.words, other.words, window))
        )
        for one in likely
    ]
    return [replace(one, confidence=sure) for one, sure in zip(likely, best, strict=True) if sure >= threshold]


def _is_person(text: str) -> bool:
    """Whether the words are a name, or describe a person, several or "the hospital": "new nets" are none."""
    *_, noun = text.lower().split() or [""]
    return is_name(text) or text.startswith("the ") or is_person_noun(noun) or is_person_noun(noun.removesuffix("s"))


def tells(predicate: str, sentence: str) -> bool:
    """Whether a sentence has a form of one of a predicate's words: "had thanked", of "thanks"."""
    words = re.findall(r"[a-z]+", sentence.lower())
    return any(are_forms(word, verb) for verb in content_words(predicate) for word in words)


def _part(reading: Reading, window: Window, asked: str) -> Part | None:
    """What was read; None where it is none, or somebody is asked for and it is nobody by its form."""
    somebody = asks_for_person(asked)
    words = without_full_stop(reading.words, window) if somebody else reading.words
    words = of_own_deed(receiver_or_gift(whole_party(words, window), window, receiver=somebody), window)
    text = window.words(words)
    if is_none(text) or is_dateline(words, window) or (somebody and not is_party(text)):
        return None
    cleft = _CLEFT.match(window.text) if text == "It" else None
    if cleft and not is_participle(cleft["first"].lower()):
        return None  # of "It was she who sent it", not of "It was found by Ek, who sent it"
    return Part(replace(reading, words=words), text)


def _confirmed(
    found: Sequence[Combination], blanks: Blanks, windows: dict[Sentence, Window], reader: Reader
) -> list[Combination]:
    """Those whose first party is found again when the second is named: "Who invited Pompeo?".

    A party that is held open ("Who invited someone?") lets too much pass: any sentence tells of somebody.
    """
    reads = reader.read([(blanks.only(0, one.words()), windows[one.evidence]) for one in found])
    kept = []
    for one, read in zip(found, reads, strict=True):
        first, *others = one.filled
        sure = max(
            (reading.confidence for reading in read.readings if reading.words.meets(first.reading.words)), default=0.0
        )
        if sure >= _CANDIDATE:
            kept.append(
                replace(one, filled=(replace(first, reading=replace(first.reading, confidence=sure)), *others))
            )
    return kept
