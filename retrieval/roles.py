"""Questions with several blanks ("Who invited whom to what?"): read blank by blank, every combination that holds.

Each sentence is read by itself. The second blank is asked with the first answer in its place, as in "Pompeo invited
whom?", of the very sentence that gave it: no verb needs to be known; then the first is asked again with the second in
its place. Whom a pronoun stands for is read from what stands before. Leaves out where the windows come from.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.appositions import Name, Nameless, is_of_the_question
from retrieval.coreference import names
from retrieval.deeds import deed_of
from retrieval.edges import without_full_stop
from retrieval.gapping import did_it_too, receiver_too
from retrieval.inflection import are_forms, is_participle
from retrieval.naming import are_one, is_none, is_pronoun, name_words
from retrieval.no_agents import is_no_agent
from retrieval.objects import (
    is_apart_from_who,
    is_before_deed,
    is_in_purpose,
    is_of_next_deed,
    object_by_form,
    of_own_deed,
    pronoun_done_to,
    whom_by_form,
)
from retrieval.other_deeds import has_other_particle
from retrieval.pairs import Combination, Part, each_once, standing
from retrieval.parties import is_party, whole_party
from retrieval.predicates import SUBJECTS
from retrieval.questions import Blanks, asks_for_person
from retrieval.quotations import quoted_spans
from retrieval.reasons import reason_in, with_connective
from retrieval.receivers import receiver_or_gift
from retrieval.relatives import done_in_relatives
from retrieval.search import content_words
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.verb_uses import PARTICLES, is_only_auxiliary, is_told, verb_and_particle
from retrieval.windows import alone, is_dateline

_CLEAR_REASON = 0.7
# "Her" may be whose: "thanked her lawyer".
_OBJECT = r"(?:him|them|me|us|you|it|her(?= (?:and|as|at|because|but|by|for|from|in|on|to|when|with)\b|[,.;]))\b"
_CLEFT = re.compile(r"It (?:is|was|were) (?P<first>[\w’'-]+)[^.;]* (?:that|who) ")
_BY = re.compile(r"\bby\b")
_ON_WHOM = re.compile(r" (?:against|for|on|to|with) (?:an?|the|his|her|its|their) [a-z-]+(?: [a-z-]+)?$")
_TO_DO = re.compile(r"to (?P<deed>[a-z]+)\b")
_ALSO = re.compile(r",? (?:and|or|as well as) |, ")
# Of 474 pairs of QASRL-GS's sentences that have no form of the verb one was right that is less sure than this.
_IN_OTHER_WORDS = 0.9
_NOT_DONE_TO = (
    is_apart_from_who,
    is_before_deed,
    is_in_purpose,
    is_of_next_deed,
    did_it_too,
)  # by the form of the sentence
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
    ]
    for number in range(1, len(blanks.words)):
        found = _longer(found, number, blanks, by_sentence, reader)
        if number == 1:
            found = _confirmed(found, blanks, by_sentence, reader)
            found += _in_relatives(blanks, alone)
            found = [one for one in found if not _is_across_quotation(one, blanks)]
    found = [one for one in found if len(one.filled) > 1 and not _is_behind_object(one, blanks)]
    found = _with_names(found, blanks, around, reader, store)
    sure = [one for one in found if one.confidence >= _least(one, blanks, reader.threshold, known=known)]
    return each_once(sorted(sure, key=lambda one: -one.confidence))


def _is_across_quotation(one: Combination, blanks: Blanks) -> bool:
    """Whether who did it only reports what is quoted: "“He told me to run,” she said" has no pair of her and me."""
    agent, patient = map(standing, one.filled[:2])
    quoted = quoted_spans(one.evidence.text, one.evidence.span.start)
    inside = [any(span.holds(words) for span in quoted) for words in (agent, patient)]
    return inside == [False, True] and asks_for_person(blanks.words[1])


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
    whole = reason_in(words, deed, window) if deed else None
    return with_connective(whole, window) if whole else None


def _as_it_stands(part: Part, window: Window) -> str:
    """What the sentence has for a party, under whatever name it goes."""
    words = standing(part)
    return window.words(words) if window.span.holds(words) else part.text


def _longer(
    found: Sequence[Combination], number: int, blanks: Blanks, windows: dict[Sentence, Window], reader: Reader
) -> list[Combination]:
    """With the next blank filled, in every way that the sentence allows."""
    asked = [blanks.next(one.words()) for one in found]
    reads = reader.read([(question, windows[one.evidence]) for question, one in zip(asked, found, strict=True)])
    longer = []
    for one, question, read in zip(found, asked, reads, strict=True):
        window = windows[one.evidence]
        sure = [r for r in read.readings if r.confidence >= reader.threshold]
        parts = [part for r in sure if (part := _part(r, window, blanks.words[number]))]
        trimmed = [_trimmed(part, blanks, number) for part in parts]
        if number > 1:
            trimmed = [part for part in trimmed if not _is_of_other_clause(part, one, window)]
            longer += [other for part in trimmed if (other := _given_too(part, one, window))]
            trimmed = [
                _without_patient(part, one) for part in trimmed if not receiver_too(part.reading.words, window)
            ]
        if number == 1 and asks_for_person(blanks.words[number]):
            whom = f"Whom did {one.words()[0]} {blanks.between[1].strip()}?"
            trimmed = _done_to(trimmed, whom, window, one.confidence) or _by_form(whom, one, window)
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


def _without_patient(part: Part, one: Combination) -> Part:
    """Without whom it was done to, as "the rise on the supplier" ends of "blamed the rise on the supplier, Ek,"."""
    words, beside = part.reading.words, standing(one.filled[1])
    told = _ON_WHOM.search(part.text) if beside.start - words.end == len(", ") else None
    if not told:
        return part
    reading = replace(part.reading, words=Span(words.start, words.start + told.start()))
    return Part(reading, part.text[: told.start()])


def _given_too(part: Part, one: Combination, window: Window) -> Combination | None:
    """The further deed that a third blank may have with who got it: "lend Peru $3 million and Chad $2 million"."""
    parted = receiver_too(part.reading.words, window)
    if not parted:
        return None
    filled = tuple(Part(replace(part.reading, words=words), window.words(words)) for words in parted)
    return Combination(one.evidence, (one.filled[0], *filled))


def _is_of_other_clause(part: Part, one: Combination, window: Window) -> bool:
    """Whether a further blank stands in a clause that tells of the parties the other way round, or of others: "asked
    him to sing; he asked her for a song".
    """
    if ";" not in window.text or not window.span.holds(part.reading.words):
        return False
    at = part.reading.words.start - window.span.start
    clause = window.text[window.text.rfind(";", 0, at) + 1 :].partition(";")[0]
    agent, patient = (re.search(rf"\b{re.escape(text)}\b", clause) for text in one.words()[:2])
    turned = agent and patient and agent.start() > patient.start() and not _BY.search(clause)
    return bool(turned) or not patient


def _done_to(parts: Sequence[Part], question: str, window: Window, agent: float) -> list[Part]:
    """Those to whom it may have been done by the form; for a thing the pronoun that stands behind the verb. It is as
    sure as who did it: "Ek urged him to go".
    """
    kept, right_behind = [], whom_by_form(question, window)
    for part in parts:
        # "He begged them, and they hit him"
        whom = pronoun_done_to(question, window) if part.text.lower() in SUBJECTS else None
        if whom := whom or object_by_form(part.reading.words, question, window):
            kept.append(Part(replace(part.reading, words=whom), window.words(whom)))
        elif part.reading.words == right_behind:
            kept.append(replace(part, reading=replace(part.reading, confidence=max(agent, part.reading.confidence))))
        elif not any(is_not(part.reading.words, question, window) for is_not in _NOT_DONE_TO):
            kept.append(part)
    return kept


def _by_form(question: str, agent: Combination, window: Window) -> list[Part]:
    """The pronoun behind the verb, where nothing was read, as sure as who did it: "Lie persuaded him to stay"."""
    whom = whom_by_form(question, window)
    reading = agent.filled[0].reading
    return [Part(replace(reading, words=whom, alias=None), window.words(whom))] if whom else []


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


def _is_behind_object(one: Combination, blanks: Blanks) -> bool:
    """Whether the second party stands behind a pronoun that is the deed's object.

    "He thanked her and promised Ihusi a mast" tells of nobody else whom he thanked; "thanked her and the town" does.
    """
    text, start = one.evidence.text, one.evidence.span.start
    words = one.filled[1].reading.words
    done = re.search(rf"\b{re.escape(blanks.between[1].strip())} {_OBJECT}", text)
    if not done or words.start < start + done.end():
        return False
    return not _ALSO.fullmatch(text[done.end() : words.start - start])


def _trimmed(part: Part, blanks: Blanks, number: int) -> Part:
    """Without what belongs to the next blank: in "Who accused whom of what?" an "of" begins it, but not in a name
    ("the Society of Translators").
    """
    following = blanks.between[number + 1].replace(",", "").replace(" and ", " ")
    at = part.text.find(following) if following.strip() and number + 1 < len(blanks.words) else -1
    if at <= 0 or part.text[at + len(following) :][:1].isupper():
        return part
    words = Span(part.reading.words.start, part.reading.words.start + at)
    return Part(replace(part.reading, words=words), part.text[:at])


def _with_names(
    found: Sequence[Combination],
    blanks: Blanks,
    around: Sequence[Window],
    reader: Reader,
    store: Store | None,
) -> list[Combination]:
    """With names for pronouns and descriptions, where the articles give one; else as it stands."""
    nameless = [
        Nameless(part.reading, part.text, blanks.only(blank, one.words()))
        for one in found
        for blank, part in enumerate(one.filled[:2])
    ]
    named = iter(names(nameless, around, reader, store))
    renamed = []
    for one in found:
        given = _of_one_each(next(named), next(named))
        # Of "his sister, Eva Lie, defended him" both may be called Lie: only she is, by what stands beside her.
        tried = [_renamed(one, given), _renamed(one, _besides(given))]
        renamed.append(next((new for new in tried if not _is_twice(new)), one))
    return renamed


def _renamed(one: Combination, given: tuple[Name | None, Name | None]) -> Combination:
    return replace(one, filled=(*map(_named, one.filled[:2], given), *one.filled[2:]))


def _besides(given: tuple[Name | None, Name | None]) -> tuple[Name | None, Name | None]:
    """Of the names those that stand beside what they are the names of."""
    first, second = (name if name and name.confidence == 1.0 else None for name in given)
    return first, second


def _of_one_each(first: Name | None, second: Name | None) -> tuple[Name | None, Name | None]:
    """One name for both parties is wrong for one of them: not for the one beside which it stands."""
    if not first or not second or first.text.casefold() != second.text.casefold():
        return first, second
    beside = _besides((first, second))
    return beside if beside.count(None) == 1 else (None, None)


def _is_twice(one: Combination) -> bool:
    """Whether both parties are one by their words: "Lie" and "Ada Lie"."""
    return are_one(*map(name_words, one.words()[:2]))


def _named(part: Part, name: Name | None) -> Part:
    """The part under its name; what stands in the sentence stays its alias."""
    if name is None:
        return part
    # Whom a pronoun stands for was read from what stands around the sentence: that is the better look at it.
    sure = max(part.reading.confidence, name.confidence) if is_pronoun(part.text) else part.reading.confidence
    reading = replace(part.reading, words=name.words, alias=part.reading.words, confidence=sure)
    return Part(reading, name.text)
