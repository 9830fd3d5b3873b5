"""Words that name nobody by themselves ("He", "the prime minister") -> the name that their article gives.

A pronoun's name is what the same question finds in a window that begins before the sentence; a description's stands
beside it somewhere in the article (appositions.py), or is what "Who is the officer?" finds there; that of "I" in a
quotation is the speaker's (speakers.py). Never a guess: where the reader is not sure, the words stay.
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.agreement import objects_in, pronoun_form, pronoun_of, subject_end, told_in
from retrieval.antecedents import chance_to_say, is_doubted
from retrieval.appositions import apposed, behind, beside, introduced
from retrieval.candidates import CLEAR
from retrieval.nameless import Name, Nameless, SentencesOf
from retrieval.naming import (
    ARTICLES,
    are_one,
    is_description,
    is_name,
    is_pronoun,
    name_ending,
    name_words,
    persons_in,
)
from retrieval.owners import asks_whose, others
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import phrase_at
from retrieval.quotations import quotations
from retrieval.salience import UNLIKELY, chance_of, clear, of_pronoun
from retrieval.search import STOP_WORDS
from retrieval.speakers import Place, speakers
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import around, is_dateline

_SURE = 0.7  # of a description's name: a wrong name is worse than none
_CALLED_SO = 2  # times as likely is a name for which its article uses the pronoun as one for which it uses none
_NEAR = 2  # times as likely is one of the same paragraph
_BACK = 4  # sentences at most between a pronoun and whom it stands for
_INSIDE = re.compile(r"\b(?:at|from|in|of) (?:the )?$")
_WHOSE = re.compile(r"(?P<whose>his|her) (?P<noun>[a-z][a-z -]*)", re.IGNORECASE)
_OF_SPEAKER = frozenset(["i", "me", "myself"])
_NO_PERSON = frozenset(["it", "them", "they"])  # nor several
_SPOKEN = 0.5  # of a speaker
_OTHERS = 5  # names for which a pronoun may stand beside the one that is asked about, the nearest

Ask = Callable[[str], str]  # a name -> a question


def names(
    nameless: Sequence[Nameless],
    windows: Sequence[Window],
    reader: Reader,
    store: Store | None = None,
) -> list[Name | None]:
    """For each its name, or None: also for what is a name already, or neither pronoun nor description.

    Without a store only the sentences of the windows are known.
    """
    known = functools.cache(
        store.sentences_of
        if store
        else (lambda article: [s for window in windows if window.article == article for s in window.sentences])
    )
    found = [
        None  # of "Lie's lawyer, Bo Ek," it is Lie whose lawyer it is
        if asks_whose(one.question) or _is_some_one(one)
        else apposed(one, windows) or behind(one, windows) or beside(one, known) or introduced(one, known)
        for one in nameless
    ]
    if store:
        found = [name or _speaker(one, reader, store) for name, one in zip(found, nameless, strict=True)]
    asked: list[tuple[str, Window]] = []
    places: list[int] = []
    for number, one in enumerate(nameless):
        for question, window in () if found[number] or _is_some_one(one) else _questions(one, windows):
            asked.append((question, window))
            places.append(number)
    for number, (_, window), read in zip(places, asked, reader.read(asked), strict=True):
        before = found[number]
        for name in _names_in(read.readings, window, nameless[number], reader, known):
            if before is None or name.confidence > before.confidence:
                found[number] = before = name
    found = [
        name if name and _is_of_one_owner(one, name, known) else None
        for name, one in zip(found, nameless, strict=True)
    ]
    found = [_whole(name, one, windows) for name, one in zip(found, nameless, strict=True)]
    found = [_likeliest(one, name, known) for name, one in zip(found, nameless, strict=True)]
    return [
        None if name and (_is_asked_about(name, one) or _is_its_speaker(name, one, known)) else name
        for name, one in zip(found, nameless, strict=True)
    ]


def _is_some_one(one: Nameless) -> bool:
    """Whether it is one of several, who has no name: "One, a dentist, was released"."""
    return one.text.casefold() == "one"


def _is_its_speaker(name: Name, one: Nameless, sentences_of: SentencesOf) -> bool:
    """Whether a quotation that speaks of "she" may be the words of whom the name is: "“She washed him,” Lie said"."""
    here, sentences = one.reading.alias or one.reading.words, sentences_of(one.reading.article)
    return bool(pronoun_form(one.text)) and chance_to_say(name.text, here, sentences) >= UNLIKELY


def _is_of_one_owner(one: Nameless, name: Name, sentences_of: SentencesOf) -> bool:
    """Whether of "his lawyer" and of "his lawyer, Ada Lie" elsewhere he is the same: both have to be known."""
    noun = _WHOSE.fullmatch(one.text)
    sentences = sentences_of(one.reading.article) if noun else ()
    own = of_pronoun(one.reading.words.start, one.reading.evidence, sentences) if noun else []
    if chance_of(name.text, own) >= CLEAR:
        return False  # his father is not he
    told = next((sentence for sentence in sentences if sentence.span.holds(name.words)), None)
    if not noun or not told:
        return True
    before = told.text[: name.words.start - told.span.start]
    owner = re.search(
        rf"\b(?P<owner>his|her|[\w’'-]+['’]s) (?:[a-z-]+ )?{re.escape(noun['noun'])},? $", before, re.IGNORECASE
    )
    at = told.span.start + owner.start() if owner else 0
    if not owner or at == one.reading.words.start:
        return True
    his = clear(of_pronoun(one.reading.words.start, one.reading.evidence, sentences), pronoun_form(noun["whose"]))
    if form := pronoun_form(owner["owner"]):
        other = clear(of_pronoun(at, told, sentences), form)
        found = other.name_before(at) if other else None
        return bool(his and found and his.is_called(found[1]))
    return bool(his and his.is_called(owner["owner"][: -len("'s")]))


def _is_asked_about(name: Name, one: Nameless) -> bool:
    """Whether it is somebody whom the question names: "Who is Karin Moe?" is not answered by "Judge Karin Moe"."""
    return any(are_one(name_words(name.text), name_words(other)) for other in others(one.question))


def stands_for(name: str, one: Nameless, window: Window, ask: Ask, reader: Reader, sentences_of: SentencesOf) -> bool:
    """Whether a pronoun that was read stands for a name rather than for another of the text before it.

    `ask` puts a name into the question that the pronoun was read for, whose answer has to stand in the same sentence:
    the name is taken of which the reader is surest.
    """
    form = pronoun_form(one.text)
    if not form:
        return False
    sentences, evidence = sentences_of(window.article), one.reading.evidence
    likely = of_pronoun(one.reading.words.start, evidence, sentences)
    # Of "the mayor to pay" in "Who urged the mayor to pay?" the mayor.
    if chance_of(name if is_name(name) else phrase_at(name, 0), likely) >= CLEAR:
        return True
    if likely and is_name(name) and chance_of(name, likely) < UNLIKELY:
        return False
    if not is_name(name):
        return is_nearest(name, form, evidence, sentences)
    article = "\n".join(sentence.text for sentence in sentences)
    told = [s.text for s in window.sentences if s.position < evidence.position]
    at = max(0, one.reading.words.start - evidence.span.start)
    told.append(evidence.text[:at])
    behind_it = evidence.text[at:]
    before = list(dict.fromkeys(name for text in told for name in persons_in(text, article)))
    called = {other: pronoun_of(other, sentences) for other in before}
    fitting = [other for other in before if called[other] in ("", form)]
    own = [other for other in fitting if are_one(name_words(name), name_words(other))]
    if not own:
        return False
    named_here = [other for other in persons_in(told[-1], article) if other not in one.question and other in fitting]
    if not named_here and is_nearest(name, form, evidence, sentences):
        return True
    # "thanked him and the citizens of Oslo": whom a sentence names behind the pronoun is another.
    others = [o for o in fitting if o not in own and o not in one.question and o not in behind_it]
    asked = [name, *own, *others[-_OTHERS:]]
    reads = reader.read([(ask(other), window) for other in asked], [evidence.span] * len(asked))
    start = window.text.rfind("\n\n", 0, evidence.span.start - window.span.start)
    paragraph = window.text[start + 1 : evidence.span.start - window.span.start]
    sure = [
        max((r.confidence for r in read.readings if r.evidence == evidence), default=0.0)
        * (_CALLED_SO if called.get(other) == form else 1)
        * (_NEAR if other in paragraph else 1)
        for other, read in zip(asked, reads, strict=True)
    ]
    return max(sure[: 1 + len(own)]) > max(sure[1 + len(own) :], default=0.0)


def _speaker(one: Nameless, reader: Reader, store: Store) -> Name | None:
    """The name of whoever says "I" in a quotation."""
    if one.text.casefold() not in _OF_SPEAKER:
        return None
    held = around([one.reading.evidence], store)
    said = next((Place(*found) for found in quotations(held) if found[0].holds(one.reading.words)), None)
    if not said:
        return None
    question = f"Who said “{held.words(said.words)}”?"
    ((reading, window),) = speakers([(question, said)], reader, store)
    if not reading or reading.confidence < _SPOKEN:
        return None
    text = window.words(reading.words)
    if is_name(text) and not is_pronoun(text):
        return Name(reading.words, text, reading.confidence)
    return names([Nameless(reading, text, question)], [window], reader, store)[0]


def is_nearest(name: str, form: str, place: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether "he" or "she" in a sentence stands for the subject of the nearest one before that names people, or has
    this description, and can stand for nobody else there.

    "Reka invited her. She accepted.": she is not Reka, but whom an earlier sentence names.
    """
    article = "\n".join(sentence.text for sentence in sentences)
    others: set[str] = set()
    for sentence in reversed([s for s in sentences if place.position - _BACK <= s.position < place.position]):
        told = told_in(sentence.text)
        begins = not is_name(name) and told.casefold().startswith(f"{name.casefold()} ")
        found = set(persons_in(told[len(name) if begins else 0 :], article))
        fitting = [p for p in found if p not in others and pronoun_of(p, sentences) in ("", form)]
        if form in objects_in(told):
            others |= found
        elif begins:
            return not fitting
        elif fitting:
            one = all(are_one(name_words(name), name_words(other)) for other in fitting)
            return one and any(subject_end(other, told) for other in fitting)
    return False


def _likeliest(one: Nameless, read: Name | None, sentences_of: SentencesOf) -> Name | None:
    """Of "he" or "she" the name that is salient, or was read and is likely enough; of all else what was read."""
    if not pronoun_form(one.text):
        return read
    start, evidence = one.reading.words.start, one.reading.evidence
    found = of_pronoun(start, evidence, sentences_of(one.reading.article), read.text if read else "")
    if not found:
        return read
    person = clear(found, pronoun_form(one.text))
    if read and (person is None or person.is_called(read.text)):
        return read if chance_of(read.text, found) >= CLEAR else None
    if person is None or any(person.is_called(name) for name in others(one.question)):
        return None
    before = person.name_before(start)
    return Name(*before, confidence=one.reading.confidence) if before else None


def _whole(name: Name | None, one: Nameless, windows: Sequence[Window]) -> Name | None:
    """Of "Brezner's owner, Ada Lie", of which a reading may have the first name only, the last."""
    if name is None:
        return None
    read = replace(one, reading=replace(one.reading, words=name.words), text=name.text)
    return apposed(read, windows) or name


def _questions(one: Nameless, windows: Sequence[Window]) -> list[tuple[str, Window]]:
    own = [window for window in windows if window.article == one.reading.article]
    if is_pronoun(one.text):
        return [(one.question, window) for window in own if one.reading.evidence in window.sentences][:1]
    # "The inquiry" is nobody: a reader that is asked who it is takes whoever stands near.
    if is_description(one.text) and is_person_noun(one.text.split()[-1].lower()) and not asks_whose(one.question):
        return [(f"Who is {one.text[:1].lower()}{one.text[1:]}?", window) for window in own]
    return []


def _names_in(
    readings: Sequence[Reading], window: Window, one: Nameless, reader: Reader, sentences_of: SentencesOf
) -> Iterator[Name]:
    pronoun = is_pronoun(one.text)
    form = pronoun_form(one.text)
    for reading in (_without_title(one, window) for one in readings):
        text = window.words(reading.words)
        if not is_name(text) or is_pronoun(text) or text in one.question or is_dateline(reading.words, window):
            continue
        if pronoun:
            fits = reading.confidence >= reader.threshold and reading.evidence == one.reading.evidence
            # "He thanked her and promised Ihusi a mast": a name that comes only then is another's.
            fits = fits and reading.words.start < one.reading.words.start
            # Who is "she" is not "him" or "them", but may be "who"; in "He thanked her" their article has to say so.
            if fits:
                called = pronoun_of(text, sentences_of(window.article))
                both = form and bool(objects_in(one.reading.evidence.text) - {form})
                other = bool(called) and (bool(form) or one.text.casefold() in _NO_PERSON)
                fits = called == form or not (other or both)
                article = sentences_of(window.article)
                fits = fits and not is_doubted(text, one.text, one.question, reading.evidence, article)
        else:
            fits = reading.confidence >= max(_SURE, reader.threshold) and _is_of(reading, text, window, one)
            ahead = window.text[: reading.words.start - window.span.start]
            fits = fits and not _INSIDE.search(ahead)  # "the dairy of Upper Saal" is not called so
            fits = fits and not _is_somebody_elses(one.text, ahead)
        if fits:
            yield Name(reading.words, text, reading.confidence)


def _is_somebody_elses(description: str, ahead: str) -> bool:
    """Whether a name that follows is of who is theirs: "the boy's father, " before "Carl Munro", for "the boy"."""
    noun = re.escape(description.split()[-1])
    return bool(re.search(rf"\b{noun}['’]s (?:[a-z-]+,? ){{1,3}}$", ahead, re.IGNORECASE))


def _without_title(reading: Reading, window: Window) -> Reading:
    """Of "housing minister Ada Lie" or "a judge, Ada Lie" the name; not of "the mother of Ada Lie"."""
    text = window.words(reading.words)
    name = "" if is_name(text) else name_ending(text)
    title = text[: len(text) - len(name)].split()[-1:]
    if not name or not title or title[0].casefold() in STOP_WORDS:
        return reading
    return replace(reading, words=Span(reading.words.end - len(name), reading.words.end))


def _is_of(reading: Reading, text: str, window: Window, one: Nameless) -> bool:
    """Whether a name can be that of a description: of a person, and beside it where they share a sentence.

    "Aas thanked the fire brigade, the Red Cross and ..." names two; "the minister, Losa Tuala," names one.
    """
    article, *name = text.split()
    if article.lower() in ARTICLES or not name:  # the news give a person's name in full; one word is often a place
        return False
    described, named = one.reading.words, reading.words
    sentence = one.reading.evidence.span
    if not (sentence.start <= named.start < sentence.end):
        return True
    first, last = sorted((described, named), key=lambda span: span.start)
    between = window.words(Span(first.end, last.start))
    return between in (", ", " ")
