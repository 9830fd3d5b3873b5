"""A yes whose sentence names others for who did it, or to whom it was done: "Peru and Chad signed it", asked whether
Cuba did; "Lie thanked the crew and left with Ek", asked whether she thanked Ek.

By what a reader finds there where it is asked who did it, or whom they did it to. Leaves out sentences that name
nobody (antecedents.py).
"""

import re
from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.agreement import pronoun_of
from retrieval.antecedents import chance_to_say, speaker_at
from retrieval.asked_back import Back, Part, asked_back
from retrieval.attachment import is_apposed
from retrieval.candidates import CLEAR, PRONOUN
from retrieval.countries import is_demonym, may_be_one, other_names
from retrieval.denials import denials, has_verb, verb_of
from retrieval.merging import are_apposed
from retrieval.nameless import SentencesOf
from retrieval.naming import dateline_end, is_name, is_pronoun, name_at, name_words, names_in
from retrieval.person_nouns import pronoun_of_noun
from retrieval.predicates import MAY_BE
from retrieval.pronoun_parties import is_rather_anothers
from retrieval.salience import UNLIKELY, chance_of, of_pronoun
from retrieval.syntax import is_not_object, is_not_subject
from retrieval.types import Read, Reader, Reading, Sentence, Window
from retrieval.verb_parties import (
    has_noun_for_subject,
    has_thing_for_subject,
    is_given_to_thing,
    is_only_denied_other,
    is_only_to_be_done_to,
    is_undone,
    object_pronouns,
    owners_of_objects,
    owners_of_subjects,
    passive_without_agent,
    pronouns_beside,
    subject_pronouns,
    subjects_in_person,
)
from retrieval.verdicts import GIVEN, names_party
from retrieval.windows import alone

_STEM = 4  # letters
_OWNED = re.compile(r"\b(?P<owner>[^\W\d_a-z][\w-]*)['’]s? (?=[a-z])")  # of "Lie's successor"
_CLEARLY = 0.8  # of whom else it was done to; over the samples no true yes has another so
_AT_ALL = 0.1  # of whom the question names
_BE = frozenset("are be been being is was were".split())
_IT = re.compile(r"It\b(?!['’]s\b)")
_Told = tuple[Reading, Back | None]  # a yes, with the question taken apart as its sentence has it


def without_named_others(
    asked: str, said: Sequence[Reading], reader: Reader, sentences_of: SentencesOf = lambda _: ()
) -> list[Reading]:
    """Those whose sentence has the question's subject, or does not name for sure who else did it, and does not tell
    clearly of another object than the question's, which it names. Nor is it "she" who did it, or "her" that it was
    done to, where that is he, or nobody.

    A subject that is no name may be called anything there, and so is none that cannot be told by the question's form.
    """
    told = [(one, asked_back(asked, one.evidence.text)) for one in said]
    told = [
        (one, back)
        for one, back in told
        if not back or not _is_plainly_anothers(back, one.evidence, sentences_of(one.article))
    ]
    told = _without(told, _missing, _names_others, reader)
    return [one for one, _ in _without(told, _object, _is_done_to_others, reader)]


def _is_plainly_anothers(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether by the parse, and by whose its pronouns are, a sentence tells of others, or that it was not done."""
    of_others = (
        _is_other_pronoun,
        is_told_of_another,
        _is_told_of_other_thing,
        _is_done_to_another,
        _is_only_not_done_to,
        _is_done_by_own,
        _is_of_other_speaker,
    )
    return (
        any(is_anothers(back, sentence, sentences) for is_anothers in of_others)
        or is_undone(verb_of(back.rest)[0], sentence.text)
        or _is_done_by_others(back, sentence)
    )


def is_of_another_name(asked: str, sentence: Sentence) -> bool:
    """Whether a sentence begins with another's name than that of whom it is asked about, and has nothing that may
    stand for that one: "Arkady denied having cheated", asked whether Rius cheated.
    """
    back = asked_back(asked, sentence.text)
    if not back or not is_name(back.subject.words) or _is_in(back.subject.words, sentence.text):
        return False
    named = name_at(sentence.text, dateline_end(sentence.text))
    other = _may_be_party(named) and not may_be_one(back.subject.words, named)
    return other and not PRONOUN.search(sentence.text)


def leaves_open_by_whom(back: Back, sentence: Sentence) -> bool:
    """Whether a sentence tells only to whom it was done, "Ek was excluded", asked whether Lie excluded Ek."""
    verb, behind = verb_of(back.rest)
    by_somebody = bool(back.auxiliary and behind) and back.auxiliary.lower() not in _BE
    missing = not _is_in(back.subject.words, sentence.text)
    return by_somebody and missing and passive_without_agent(verb, sentence)


def is_told_the_other_way_round(back: Back, sentence: Sentence) -> bool:
    """Whether a sentence tells that others did it, and denies nothing of that: "her husband had called Ek, who had
    refused", which does not tell that Ek did not call him.
    """
    verb, subject = verb_of(back.rest)[0], back.subject.words
    if not is_name(subject) or not _is_in(subject, sentence.text) or not has_noun_for_subject(verb, sentence):
        return False
    window = alone(sentence)
    if any(has_verb(back.rest, one.words) for one in denials(back.rest, window)) or is_undone(verb, sentence.text):
        return False
    return _is_done_by_others(back, sentence)


def _without(
    told: Sequence[_Told],
    part_of: Callable[[Back, str], Part | None],
    is_other: Callable[[str, Read, Window], bool],
    reader: Reader,
) -> list[_Told]:
    """Those of which a party, asked for in the sentence alone, is no other than the question's."""
    parts = [part_of(back, one.evidence.text) if back else None for one, back in told]
    asked = [
        (n, part, alone(one.evidence)) for n, (part, (one, _)) in enumerate(zip(parts, told, strict=True)) if part
    ]
    reads = reader.read([(part.question, window) for _, part, window in asked])
    others = {n for (n, part, window), read in zip(asked, reads, strict=True) if is_other(part.words, read, window)}
    return [one for n, one in enumerate(told) if n not in others]


def _is_done_by_others(back: Back, sentence: Sentence) -> bool:
    """Whether by the parse others than the question's subject did it, wherever a sentence has that: "Two girls saved
    him before the lorry burst", asked whether the girls burst, or "Lie's successor sang", asked whether Lie sang.
    """
    window, subject = alone(sentence), back.subject.words
    if is_name(subject) and _missing(back, sentence.text) and _is_in(subject, sentence.text):
        return has_noun_for_subject(verb_of(back.rest)[0], sentence)
    words = subject if subject.casefold() in sentence.text.casefold() else subject.split()[-1]
    places = [one.span() for one in re.finditer(rf"\b{re.escape(words)}\b", sentence.text, re.IGNORECASE)]
    parties = [Span(sentence.span.start + at, sentence.span.start + to) for at, to in places]
    asked = back.subject.question
    return bool(parties) and all(
        is_not_subject(words, asked, window) or is_not_object(words, asked, window) for words in parties
    )


def _is_other_pronoun(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether by the parse she did it, or it was done to her, and whom the question has there is he: "Lie and Ek met
    after she beat him".
    """
    verb, behind = verb_of(back.rest)
    return any(
        {form, _form_of(words, sentences)} == {"he", "she"}
        for words, form in zip((back.subject.words, name_at(behind, 0)), pronouns_beside(verb, sentence), strict=True)
    )


def is_told_of_another(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether by the parse he did it, and he is rather another than the question's subject, whom the sentence does
    not name: "A fisherman, Ek, was given a medal by Lie. He threw it away", asked whether Lie did.
    """
    subject = back.subject.words
    if not is_name(subject) or _is_in(subject, sentence.text):
        return False
    return is_rather_anothers(subject_pronouns([verb_of(back.rest)[0]], sentence), subject, sentence, sentences)


def _is_done_to_another(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether by the parse others than whom the question has behind its verb had it done to them: "accused Lie of
    what Ek saw", asked whether she accused Ek; or "sent her a cod" is told of another.
    """
    verb, behind = verb_of(back.rest)
    whom = name_at(behind, 0)
    if not is_name(whom) or is_demonym(whom):
        return False
    if not _is_in(whom, sentence.text):
        if _form_of(whom, sentences) and is_given_to_thing(verb, sentence):
            return True
        return is_rather_anothers(object_pronouns([verb], sentence), whom, sentence, sentences)
    start, window = sentence.span.start, alone(sentence)
    places = [one.span() for one in re.finditer(rf"\b{re.escape(whom.split()[-1])}\b", sentence.text)]
    will = back.auxiliary.lower() if MAY_BE.search(back.auxiliary) else "did"
    asked = f"Whom {will} {back.subject.words} {verb}?"
    return bool(places) and all(is_not_object(Span(start + at, start + to), asked, window) for at, to in places)


def _is_only_not_done_to(back: Back, sentence: Sentence, _: Sequence[Sentence]) -> bool:
    """Whether a sentence has whom it was done to only where something else was not done to them, or it will be."""
    whom, verb = back.object.words if back.object else "", verb_of(back.rest)[0]
    if not is_name(whom):
        return False
    to_be = not MAY_BE.search(back.first) and is_only_to_be_done_to(whom.split()[-1], verb, sentence)
    return to_be or is_only_denied_other(whom.split()[-1], verb, sentence)


def _is_done_by_own(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether somebody of the question's subject's did it, "dug by his father", asked whether he dug it, or had it
    done to them, "hit his driver", asked whether it hit him.
    """
    verb, behind = verb_of(back.rest)
    parties = (back.subject.words, owners_of_subjects), (name_at(behind, 0), owners_of_objects)
    for name, owners in parties:
        owned = owners(verb, sentence) if is_name(name) else []
        if owned and all(chance_of(name, of_pronoun(one.start, sentence, sentences)) >= CLEAR for one in owned):
            return True
    return False


def _is_of_other_speaker(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether by the parse it is "she" who did it in the words of the question's subject, who would be "I" there, or
    "I" in those of another: "“She told me to eat,” Lie said", asked whether Lie told her.
    """
    subject = back.subject.words
    first = back.rest.partition(" ")[0]  # "have", of "have to sit"
    places = subjects_in_person([first], sentence) if is_name(subject) else []
    said = [(chance_to_say(subject, place, sentences), is_i) for place, is_i in places]
    known = all(speaker_at(place, sentences) for place, _ in places)
    return bool(said) and known and all(chance < UNLIKELY if is_i else chance >= CLEAR for chance, is_i in said)


def _form_of(words: str, sentences: Sequence[Sentence]) -> str:
    """He or she, of a name or of such as "the spokeswoman"; "" where that is not known."""
    if is_name(words):
        return pronoun_of(words, sentences)
    return pronoun_of_noun(words.split()[-1].lower()) if words else ""


def _is_told_of_other_thing(back: Back, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence begins with "It", and that is rather what the sentence before is about than the question's
    subject, which that does not have: "The owner, Lime, sold. It has 38 shops", asked whether Acme has.
    """
    subject = back.subject.words
    at = next((n for n, one in enumerate(sentences) if one == sentence), 0)
    before = sentences[at - 1] if at else sentence
    if not _IT.match(sentence.text) or not is_name(subject) or _is_in(subject, f"{before.text} {sentence.text}"):
        return False
    return sentence.span.start - before.span.end <= 1 and has_thing_for_subject(before)


def _object(back: Back, _: str) -> Part | None:
    """The question's object, where it is a name that the sentence has."""
    return back.object if back.object and is_name(back.object.words) else None


def _is_done_to_others(party: str, read: Read, window: Window) -> bool:
    done = [one for one in read.readings if one.confidence >= _AT_ALL]
    clear = [one for one in done if one.confidence >= _CLEARLY and not is_pronoun(window.words(one.words))]
    named = re.search(rf"(?:[^\W\d_a-z][\w.’'-]* )*{re.escape(party)}", window.text)  # "Bo Ek", of "Ek"
    place = Span(*(window.span.start + at for at in named.span())) if named else window.span
    start, held = window.span.start, Span(place.start - window.span.start, place.end - window.span.start)
    itself = any(
        are_apposed(one.words, place, window.text, start)
        or is_apposed((one.words.start - start, one.words.end - start), (held.start, held.end), window.text)
        for one in done
    )
    return bool(clear) and not itself and not names_party(party, done, window)


def _missing(back: Back, sentence: str) -> Part | None:
    """The question's subject, where it is a name that a sentence does not have, or only as that of an owner: "Lie's
    successor".
    """
    subject, told = back.subject.words, _without_owners(sentence, back.subject.words)
    first = not {*name_words(subject)[:-1]}.isdisjoint(name_words(told))  # of Ada Lie, "Lie's daughter Ada"
    return back.subject if is_name(subject) and not first and not _is_in(subject, told) else None


def _names_others(subject: str, read: Read, window: Window) -> bool:
    did = [one for one in read.readings if one.confidence >= GIVEN]
    told = [_without_owners(window.words(one.words), subject) for one in did]
    named = [name for text in told for name in names_in(text) if _may_be_party(name)]
    itself = names_party(subject, did, window) or any(may_be_one(subject, name) for name in named)
    return bool(named) and not itself


def _without_owners(text: str, subject: str) -> str:
    """Without those to whom somebody only belongs; but what Norway's government did Norway did."""
    return text if other_names(subject) else _OWNED.sub("", text)


def _is_in(subject: str, sentence: str) -> bool:
    """Whether a sentence has the subject's name, or a word that begins as it does: "Norwegian", of "Norway"."""
    told = name_words(sentence)
    return any(word[:_STEM] in {other[:_STEM] for other in told} for word in name_words(subject)[-1:])


def _may_be_party(name: str) -> bool:
    return bool(name_words(name)) and not is_pronoun(name) and not is_demonym(name)
