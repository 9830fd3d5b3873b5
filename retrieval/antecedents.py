"""What a reader gave for a pronoun of another sentence, held to the pronoun's form.

Asked whom "She asked her." is about, a reader gives what an earlier sentence has: that may be several where one is
meant ("salamanders"), a clause, or one of two for whom the pronoun may stand. Leaves out the names of what was read
as a pronoun (coreference.py).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.agreement import pronoun_form, pronoun_of
from retrieval.appositions import apposed, behind
from retrieval.arguments import places_of
from retrieval.candidates import CLEAR, PRONOUN, Chances
from retrieval.factuality import verb_of_question
from retrieval.nameless import Nameless, SentencesOf
from retrieval.naming import are_one, is_name, is_pronoun, name_at, name_ending, name_words, names_in, persons_in
from retrieval.objects import pronoun_done_to, whom_by_form
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import is_verb, phrase_at
from retrieval.predicates import verb_asked_for, verbs_of_whom
from retrieval.questions import asks_for_subject
from retrieval.quoted_speech import Speech, speeches
from retrieval.salience import UNLIKELY, chance_of, clear, of_pronoun
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.verb_parties import object_pronouns, subject_pronouns
from retrieval.windows import alone, with_before

_BACK = 4  # sentences at most between a pronoun and whom it stands for
_SEVERAL = re.compile(r"(?:(?:[Tt]he|[Tt]hese|[Tt]hose) )?(?:[a-z-]+ )?[a-z]+[^s]s")  # "the farmers"
_THEY = re.compile(r"\b(?:they|them|their|themselves|both|all|each|who)\b", re.IGNORECASE)
_SEVERAL_PERSONS = frozenset(["their", "them", "they"])
# What may stand for somebody of another sentence: "she", "the mayor", "both", but nothing in "Ada Lie sang.".
_MEANS_OTHERS = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|the|this|that|these|those|both|all|each|ones?|others?|another|who"
    r"|an?|himself|herself|themselves|i|me|my|we|us|our|you|your)\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"\b(?:they|them|both|i|me|we|us)\b|[“”\"]", re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:i|me|my|we|us|our)\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"\b(?:the|his|her|its|their) (?=[a-z])", re.IGNORECASE)
_OFTENER = 3  # times
_SUBJECT = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_OBJECTS = frozenset(["her", "him"])
_SUBJECT_INSIDE = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)


def agreeing(
    readings: Sequence[Nameless], windows: Sequence[Window], reader: Reader, sentences_of: SentencesOf
) -> list[Reading]:
    """Those that may be whom their sentences speak of, the surest first.

    For what stands in another sentence and is nobody, or several where one is meant, what the sentence right before
    gives; for what may be one of two, the pronoun as it stands.
    """
    kept = [one.reading for one in readings if one.reading.evidence.span.holds(one.reading.words)]
    named = {one.reading.evidence: one.reading.confidence for one in reversed(readings) if _is_told_in(one, kept)}
    outside = [
        one
        for one in readings
        if one.reading not in kept
        and _MEANS_OTHERS.search(one.reading.evidence.text)
        and not _is_named_inside(one.reading, named)
    ]
    fitting = [one for one in outside if _may_be_of(one.text, one.reading.evidence)]
    reads = reader.read([(one.question, alone(one.reading.evidence)) for one in fitting])
    for one, read in zip(fitting, reads, strict=True):
        found, sentences = one.reading, sentences_of(one.reading.article)
        here = found.alias or _asked_for(one.question, alone(found.evidence), read.readings)
        here = here or _pronoun_of_verb(one.question, found.evidence)
        if here and _is_one_of_several(one.text, alone(found.evidence).words(here), sentences):
            if not any(other.evidence == found.evidence for other in kept):
                kept.append(replace(found, words=here, alias=None))
            continue
        if here and is_pronoun(one.text):  # "him", of the sentence before, is no name for "I"
            kept.append(replace(found, words=here, alias=None))
            continue
        # "The engineer, Ada Lie, came. He left.": who left is not the engineer.
        name = apposed(one, windows) or behind(one, windows)
        doubted = here and _is_unlikely(
            name.text if name else one.text, here, one.question, found.evidence, sentences
        )
        kept.append(replace(found, words=here, alias=None) if here and doubted else found)
    shown = [(one, _beside(one.reading.evidence, windows)) for one in outside if one not in fitting]
    nearer = reader.read([(one.question, window) for one, window in shown])
    for (one, window), near in zip(shown, nearer, strict=True):
        evidence = one.reading.evidence
        given = [r for r in near.readings[:1] if r.evidence == evidence and r.confidence >= reader.threshold]
        kept += [r for r in given if _may_be_of(window.words(r.words), evidence)]
    return sorted(kept, key=lambda reading: -reading.confidence)


def _is_named_inside(reading: Reading, named: Mapping[Sentence, float]) -> bool:
    """Whether the sentence itself names who did it, more surely or with no "he" that may have: nobody is fetched from
    another one then.
    """
    sure = named.get(reading.evidence, 0.0)
    return sure > reading.confidence or (sure > 0 and not _SUBJECT_INSIDE.search(reading.evidence.text))


def _is_told_in(one: Nameless, kept: Sequence[Reading]) -> bool:
    return one.reading in kept and not is_pronoun(one.text)


def heard(readings: Sequence[Nameless], sentences_of: SentencesOf) -> list[Reading]:
    """Who said something, or the pronoun that reports it where it may be another's: "He said that he forgave him.".

    Whose a quotation is, a reader tells better than who is salient.
    """
    found = []
    for one in readings:
        evidence = one.reading.evidence
        said = None if evidence.span.holds(one.reading.words) else _SUBJECT.match(evidence.text)
        here = Span(*(evidence.span.start + place for place in said.span())) if said else None
        likely = of_pronoun(here.start, evidence, sentences_of(evidence.article)) if here else []
        doubted = here and likely and is_name(one.text) and chance_of(one.text, likely) < CLEAR
        found.append(replace(one.reading, words=here) if here and doubted else one.reading)
    return found


def tells_of_another(question: str, sentence: Sentence, sentences_of: SentencesOf) -> bool:
    """Whether a sentence has a "he" or "she" and nothing else that may be somebody whom a question names, and each of
    them is hardly that one: "Ek thanked her", asked whether Ek thanked Bo Lie.
    """
    told, asked = name_words(sentence.text), [name for name in names_in(question, 1) if name_words(name)]
    missing = [name for name in asked if name_words(name)[-1] not in told]
    places = [match.start() for match in PRONOUN.finditer(sentence.text)]
    sentences = sentences_of(sentence.article) if places and asked else ()
    if sentences and any(_is_said_of_others(name, question, sentence, sentences) for name in asked):
        return True
    if not missing or not places or _NAMELESS.search(sentence.text) or _describes_somebody(sentence.text):
        return False
    likely = [of_pronoun(sentence.span.start + at, sentence, sentences) for at in places]
    return all(likely) and any(
        pronoun_of(name, sentences) and all(_chance_of_any(name, found) < UNLIKELY for found in likely)
        for name in missing
    )


def _is_said_of_others(name: str, question: str, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence has what is asked, and each of its pronouns, in the words of somebody, who would be "I"
    there: "“He lost,” Lie said" tells nothing of Lie.
    """
    verb = verb_of_question(question)
    places = places_of([verb], sentence.text) if verb and not _SPEAKER.search(sentence.text) else ()
    asked = [*places, *(match.start() for match in PRONOUN.finditer(sentence.text))] if places else []
    named = [match.start() for match in re.finditer(rf"\b{re.escape(name.split()[-1])}\b", sentence.text)]
    start = sentence.span.start

    def said(at: int) -> bool:
        return chance_to_say(name, Span(start + at, start + at + 1), sentences) >= CLEAR

    return bool(asked) and all(map(said, asked)) and not any(map(said, named))


def speaker_at(place: Span, sentences: Sequence[Sentence]) -> Speech | None:
    """The quotation in which a place of an article is, where its form tells who says it."""
    speech = next((said for said in speeches(sentences) if said.span.holds(place)), None)
    return speech if speech and speech.who else None


def chance_to_say(name: str, place: Span, sentences: Sequence[Sentence]) -> float:
    """How likely somebody says the quotation in which a place of an article is, by its form; 0 where it is none."""
    speech = speaker_at(place, sentences)
    if not speech or not speech.who:
        return 0.0
    if not pronoun_form(speech.speaker):
        return float(are_one(name_words(speech.speaker), name_words(name)))
    here = next(sentence for sentence in sentences if sentence.span.holds(speech.who))
    return chance_of(name, of_pronoun(speech.who.start, here, sentences))


def _chance_of_any(name: str, likely: Chances) -> float:
    """That of all who may be called so: "Ada" may be Ada Lie."""
    words = {*name_words(name)}
    return sum(chance for one, chance in likely if {*name_words(one.words)} <= words or one.is_called(name))


def _describes_somebody(text: str) -> bool:
    """Whether a text has somebody who is not named there: "the mayor"."""
    phrases = (phrase_at(text, described.start()) for described in _DESCRIBED.finditer(text))
    return any(phrase and is_person_noun(phrase.split()[-1].lower()) for phrase in phrases)


def _is_one_of_several(text: str, pronoun: str, sentences: Sequence[Sentence]) -> bool:
    """Whether "they" stands there, and one person was read."""
    return pronoun.casefold() in _SEVERAL_PERSONS and is_name(text) and bool(pronoun_of(text, sentences))


def _asked_for(question: str, sentence: Window, readings: Sequence[Reading]) -> Span | None:
    """Where a sentence alone has whom is asked for, as "him" in "He thanked him."."""
    inside = (one.words for one in readings if sentence.span.holds(one.words))
    here = whom_by_form(question, sentence) or next(inside, None)
    if asks_for_subject(question):
        opened = _SUBJECT.match(sentence.text)
        return here or (Span(sentence.span.start, sentence.span.start + opened.end()) if opened else None)
    if here and _SUBJECT.fullmatch(sentence.words(here)):
        here = None
    whom = here and is_pronoun(sentence.words(here))
    return here if whom else pronoun_done_to(question, sentence) or here


def _pronoun_of_verb(question: str, evidence: Sentence) -> Span | None:
    """The only "he" or "she" who by the parse did what is asked, or to whom it was done: of "She was rung by Ek" she,
    asked whom Ek rang.
    """
    did = verb_asked_for(question)
    found = subject_pronouns([did], evidence) if did else object_pronouns(verbs_of_whom(question), evidence)
    return found[0] if len(found) == 1 else None


def _is_unlikely(text: str, here: Span, question: str, evidence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether the pronoun that stands there, if one does, is rather another's than whom the text before gives."""
    pronoun = alone(evidence).words(here)
    form, bare = pronoun_form(pronoun), name_ending(text) or text
    if form and chance_to_say(bare, here, sentences) >= UNLIKELY:
        return True
    likely = of_pronoun(here.start, evidence, sentences, bare) if form else []
    if likely and is_name(bare):
        return chance_of(bare, likely) < CLEAR
    return clear(likely, form) is not None or is_doubted(text, pronoun, question, evidence, sentences)


def in_words(one: Nameless, others: Sequence[Nameless]) -> Reading:
    """The reading; of a pronoun, the one description that was read before it in its sentence: "A guard left with a
    clock that he had stolen", asked who stole it.
    """
    sentence = one.reading.evidence
    before = [
        other.reading.words
        for other in others
        if other.reading.evidence == sentence
        and not is_pronoun(other.text)
        and not (one.text.casefold() in _SEVERAL_PERSONS and is_name(other.text))
        and sentence.span.start <= other.reading.words.start < one.reading.words.start
    ]
    if not is_pronoun(one.text) or len(before) != 1:
        return one.reading
    return replace(one.reading, words=before[0], alias=one.reading.words)


def is_doubted(name: str, pronoun: str, question: str, evidence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a pronoun of a sentence may not stand for a name of the text before.

    The question has that name, or the article has the other of "he" and "she" for it; or for "him" or "her" it has
    neither, as it has it for another one there; or the paragraph does not have it, and the article is about another;
    or it is not named there, and another one is.
    """
    form, bare = pronoun_form(pronoun), name_ending(name) or name
    if not form:
        return False
    if is_pronoun(name):
        return pronoun_form(name) not in ("", form)
    if any(are_one(name_words(bare), name_words(asked)) for asked in names_in(question, 1)):
        return True
    article = "\n".join(sentence.text for sentence in sentences)
    before = [s for s in sentences if evidence.position - _BACK <= s.position < evidence.position]
    named = {one for sentence in before for one in persons_in(sentence.text, article)}
    own = {one for one in named if are_one(name_words(bare), name_words(one))}
    if not own and is_name(bare) and any(_may_stand_for(one, form, question, sentences) for one in named):
        return True
    if called := {pronoun_of(one, sentences) for one in {bare, *own}} - {""}:
        return form not in called or _is_about_another(bare, pronoun, question, evidence, sentences)
    if pronoun.casefold() not in _OBJECTS:
        return False
    return any(_may_stand_for(one, form, question, sentences) for one in named - own)


def _may_stand_for(name: str, form: str, question: str, sentences: Sequence[Sentence]) -> bool:
    return name not in question and pronoun_of(name, sentences) == form


def _is_about_another(
    name: str, pronoun: str, question: str, evidence: Sentence, sentences: Sequence[Sentence]
) -> bool:
    """Whether "him" or "her" of a paragraph without the name is rather the one whom the article names far oftener."""
    last = " ".join(name_words(name)[-1:])
    here = {word for sentence in _paragraph(evidence, sentences) for word in name_words(sentence.text)}
    if pronoun.casefold() not in _OBJECTS or last in here:
        return False
    article = "\n".join(sentence.text for sentence in sentences)
    words = Counter(name_words(article))
    others = {one for sentence in sentences for one in persons_in(sentence.text, article)}
    asked = name_words(question)
    often = {
        one
        for one in others
        if name_words(one)[-1] not in asked and words[name_words(one)[-1]] >= _OFTENER * words[last]
    }
    form = pronoun_form(pronoun)
    return any(pronoun_of(one, sentences) == form for one in often)


def _paragraph(evidence: Sentence, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a paragraph up to one of them."""
    held = [evidence]
    for before in reversed([one for one in sentences if one.position < evidence.position]):
        if held[0].span.start - before.span.end > 1:
            break
        held.insert(0, before)
    return held


def _beside(sentence: Sentence, windows: Sequence[Window]) -> Window:
    return next(
        (with_before(sentence, window) for window in windows if sentence in window.sentences), alone(sentence)
    )


def _may_be_of(text: str, evidence: Sentence) -> bool:
    """Whether words of another sentence may be somebody whom a sentence speaks of."""
    return not _is_clause(text) and bool(not _SEVERAL.fullmatch(text) or _THEY.search(evidence.text))


def _is_clause(text: str) -> bool:
    """Whether it goes on behind a name with what that one did: "Lie underestimated the cowbell"."""
    begins = name_at(text, 0) if text[:1].isupper() else ""
    behind = text[len(begins) :].split()
    return bool(begins and behind) and is_verb(behind[0])
