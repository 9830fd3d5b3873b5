"""A yes whose sentence names others for who did it, or to whom it was done: "Peru and Chad signed it", asked whether
Cuba did; "Lie thanked the crew and left with Ek", asked whether she thanked Ek.

By what a reader finds there where it is asked who did it, or whom they did it to. Leaves out sentences that name
nobody (antecedents.py).
"""

import re
from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.agreement import pronoun_of
from retrieval.appositions import SentencesOf
from retrieval.asked_back import Back, Part, asked_back
from retrieval.attachment import is_undone, pronouns_beside
from retrieval.candidates import PRONOUN
from retrieval.countries import is_demonym, may_be_one
from retrieval.denials import verb_of
from retrieval.merging import are_apposed
from retrieval.naming import dateline_end, is_name, is_pronoun, name_at, name_words, names_in
from retrieval.syntax import is_not_object, is_not_subject
from retrieval.types import Read, Reader, Reading, Sentence, Window
from retrieval.verdicts import GIVEN, names_party
from retrieval.windows import alone

_STEM = 4  # letters
_CLEARLY = 0.8  # of whom else it was done to; over the samples no true yes has another so
_AT_ALL = 0.1  # of whom the question names
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
        if not back
        or not (
            _is_other_pronoun(back, one.evidence, sentences_of(one.article))
            or is_undone(verb_of(back.rest)[0], one.evidence.text)
            or _is_done_by_others(back, one.evidence)
        )
    ]
    told = _without(told, _missing, _names_others, reader)
    return [one for one, _ in _without(told, _object, _is_done_to_others, reader)]


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
    him before the lorry burst", asked whether the girls burst.
    """
    window, subject = alone(sentence), back.subject.words
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
        is_name(words) and {form, pronoun_of(words, sentences)} == {"he", "she"}
        for words, form in zip((back.subject.words, name_at(behind, 0)), pronouns_beside(verb, sentence), strict=True)
    )


def _object(back: Back, _: str) -> Part | None:
    """The question's object, where it is a name that the sentence has."""
    return back.object if back.object and is_name(back.object.words) else None


def _is_done_to_others(party: str, read: Read, window: Window) -> bool:
    done = [one for one in read.readings if one.confidence >= _AT_ALL]
    clear = [one for one in done if one.confidence >= _CLEARLY and not is_pronoun(window.words(one.words))]
    named = re.search(rf"(?:[^\W\d_a-z][\w.’'-]* )*{re.escape(party)}", window.text)  # "Bo Ek", of "Ek"
    place = Span(*(window.span.start + at for at in named.span())) if named else window.span
    itself = any(are_apposed(one.words, place, window.text, window.span.start) for one in done)
    return bool(clear) and not itself and not names_party(party, done, window)


def _missing(back: Back, sentence: str) -> Part | None:
    """The question's subject, where it is a name that a sentence does not have."""
    return back.subject if is_name(back.subject.words) and not _is_in(back.subject.words, sentence) else None


def _names_others(subject: str, read: Read, window: Window) -> bool:
    did = [one for one in read.readings if one.confidence >= GIVEN]
    named = [name for one in did for name in names_in(window.words(one.words)) if _may_be_party(name)]
    itself = names_party(subject, did, window) or any(may_be_one(subject, name) for name in named)
    return bool(named) and not itself


def _is_in(subject: str, sentence: str) -> bool:
    """Whether a sentence has the subject's name, or a word that begins as it does: "Norwegian", of "Norway"."""
    told = name_words(sentence)
    return any(word[:_STEM] in {other[:_STEM] for other in told} for word in name_words(subject)[-1:])


def _may_be_party(name: str) -> bool:
    return bool(name_words(name)) and not is_pronoun(name) and not is_demonym(name)
