"""Who did it to whom, where the question names one of them: "Who discovered Lind?", of "He had discovered her".

A name in the question makes the reader want it in the sentence. With both parties left open, "Who discovered whom?",
it reads what the sentence tells, and one of the two has to be whom the question names: by the name, or by a pronoun
that stands for it; a thing by its words. Leaves out questions that name nothing, and how both parties are read
(roles.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.agreement import pronoun_form, pronoun_of
from retrieval.asked_back import asked_back
from retrieval.coreference import names, stands_for
from retrieval.countries import may_be_one, other_names
from retrieval.merging import are_apposed
from retrieval.nameless import Nameless
from retrieval.naming import are_one, has_pronoun, is_name, is_pronoun, name_at, name_ending, name_words
from retrieval.objects import is_behind_object, patient_of_passive
from retrieval.pairs import Combination, Part, standing
from retrieval.questions import Blanks
from retrieval.roles import combinations
from retrieval.salience import UNLIKELY, chance_of, of_pronoun
from retrieval.search import content_words, share_of
from retrieval.store import Store
from retrieval.types import Reader, Reading, Sentence, Window
from retrieval.windows import alone, around, text_of

_SURE = 0.5  # of both parties
_BY_FORM = 0.75  # where a reader is not sure
_DOUBTED = 0.75  # confidence below which an answer is looked at once more
_SURE_OF_THING = 0.9  # confidence below which who did something to a thing is looked at once more
_HARDLY_SURE = 0.66
_HARDLY = 0.2  # of an answer that a sentence alone does not give
_MOSTLY = 0.5  # of what a question asks beside the name
_SENTENCES = 8  # that are read for one question, at most
_DID = re.compile(
    r"(?P<blank>[Ww]ho|[Ww]hom|[Ww]hat) (?P<auxiliary>did|does|do|had|has|have|will|would|could) "
    r"(?=[^\W\d_a-z]|(?:an?|the|his|her|their|its) )(?!.* do$)"
)
_WHO = re.compile(r"[Ww]ho (?P<deed>(?:[^\sA-Z]\S* )+?)(?:the )?(?=[A-Z])")
_WHO_THE = re.compile(r"[Ww]ho (?P<deed>(?:[a-z]+ )+?)(?P<thing>(?:the|his|her|their|its) .+)")
_IS = re.compile(r"(?:am|are|is|was|were) $|\bthat $")  # "Who is Ada Lie?", "Who said that Lie ...?"
_TO = re.compile(r"\b(?:about|after|against|at|by|for|from|in|into|of|on|over|to|with)$")
_OWNER = ("'", "’")
_WORD = re.compile(r"\w+")
_OWNING = ("his", "hers")  # no party's pronoun; "her" may be
_ANY = re.compile(r"(?:an?|one|some|another|two|three|several|many)\b", re.IGNORECASE)  # nobody whom a question names


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with both parties left open, which of the two it names, 0 or 1, and how."""

    blanks: Blanks
    known: int
    name: str


def other_parties(question: str, windows: Sequence[Window], reader: Reader, store: Store) -> list[Reading]:
    """Those who are asked for, by name where there is one; none where the question does not name the other party."""
    asked = _asked(question, windows) or _asked_of_thing(question)
    if not asked:
        return []
    telling = [alone(sentence) for sentence in _telling(question, asked.name, windows)[:_SENTENCES]]
    found = _of_passives(question, asked, telling) if asked.known == 0 else []
    for one in _told_of(asked.blanks, telling, reader, store):
        if one.confidence >= _SURE:
            window = around([one.evidence], store)
            other = _other(one, asked, window, reader, store)
            words = other.reading.alias or other.reading.words
            behind = is_behind_object(words, question, alone(one.evidence))
            if not behind and _is_named(one, other.text, asked, window, reader, store):
                found.append(other.reading)
    return found


def _of_passives(question: str, asked: _Asked, telling: Sequence[Window]) -> list[Reading]:
    """Those of whom a sentence with all that the question adds, "on Monday", tells by its form that it was done to
    them.
    """
    added = content_words(asked.blanks.between[-1])
    whole = [one for one in telling if not added or share_of(added, one.text) == 1]
    found = [(patient_of_passive(question, asked.name, one), one) for one in whole]
    return [Reading(one.article, words, one.sentences[0], _BY_FORM) for words, one in found if words]


def _told_of(blanks: Blanks, telling: Sequence[Window], reader: Reader, store: Store) -> list[Combination]:
    """Both parties; where no sentence has them as asked, "Who persuaded whom to bring the clock back?", those of the
    sentences that have most of the end in other words, "persuaded him to bring it back".
    """
    found = combinations(blanks, telling, telling, reader, store, known=True)
    end = content_words(blanks.between[-1])
    if found or not end:
        return found
    near = [one for one in telling if share_of(end, one.text) > _MOSTLY]
    return combinations(replace(blanks, between=(*blanks.between[:-1], "")), near, near, reader, store, known=True)


def without_others(
    question: str, readings: Sequence[Reading], windows: Sequence[Window], reader: Reader, store: Store
) -> list[Reading]:
    """The readings without those of sentences that tell it the other way round, or of a "her" where a man is named,
    and without those that are not sure and whose sentences do not tell it, or tell it of another than the question
    names.
    """
    asked = _asked(question, windows)
    if not asked:
        return _telling_of_thing(question, readings, reader, store)
    turned = _reversed([one.evidence for one in readings], question, asked, reader)
    return [
        one
        for one in readings
        if one.evidence not in turned
        and not _disagrees(one, asked, store)
        and (
            one.confidence >= _DOUBTED
            or not (_is_beside(one, question, asked, windows) or _is_of_another(one, asked, reader, store))
        )
    ]


def _reversed(sentences: Sequence[Sentence], question: str, asked: _Asked, reader: Reader) -> set[Sentence]:
    """Those that alone tell it the other way round: "It was Osei, he said, who had taught him" has nothing on who
    taught Osei, and it was she who taught somebody.
    """
    name = name_words(asked.name)
    held = [one for one in dict.fromkeys(sentences) if name[-1] in name_words(one.text)] if asked.known else []
    reads = reader.read([(q, alone(one)) for q in (question, asked.blanks.first()) for one in held])
    return {
        one
        for one, here, of_anybody in zip(held, reads[: len(held)], reads[len(held) :], strict=True)
        if all(reading.confidence < _HARDLY for reading in here.readings)
        and any(
            reading.confidence >= _DOUBTED and are_one(name, name_words(alone(one).words(reading.words)))
            for reading in of_anybody.readings[:1]
        )
    }


def _telling_of_thing(question: str, readings: Sequence[Reading], reader: Reader, store: Store) -> list[Reading]:
    """Of a question that names a thing, "Who broke the window?", those whose sentence has them do it, with both left
    open; where they are hardly sure, to that thing.
    """
    asked = _asked_of_thing(question)
    if not asked:
        return list(readings)
    doubted = [one for one in readings if one.confidence < _SURE_OF_THING][:_SENTENCES]
    telling = [alone(one) for one in dict.fromkeys(one.evidence for one in doubted)]
    told = combinations(asked.blanks, telling, telling, reader, store, known=True)
    thing = content_words(asked.name)
    return [
        one
        for one in readings
        if one not in doubted
        or any(
            pair.evidence == one.evidence
            and _may_be_standing(one, pair.filled[0])
            and (one.confidence >= _HARDLY_SURE or _may_be_thing(thing, pair.filled[1].text))
            for pair in told
        )
    ]


def _may_be_standing(reading: Reading, part: Part) -> bool:
    """Whether a party is what was read, the one of "a dealer, Ada Lie, left" or the other, or a pronoun for it where
    that stands in an earlier sentence.
    """
    evidence = reading.evidence
    if _is_standing(reading.words, part):
        return True
    if not evidence.span.holds(reading.words):
        return is_pronoun(part.text)
    return are_apposed(reading.words, standing(part), evidence.text, evidence.span.start)


def _may_be_thing(words: Sequence[str], text: str) -> bool:
    return is_pronoun(text) or share_of(words, text) > 0


def _disagrees(reading: Reading, asked: _Asked, store: Store) -> bool:
    """Whether a sentence without the name has only pronouns that its article does not use for it, or is told of the
    "she" that it begins with, who is hardly the one named.
    """
    evidence, sentences = reading.evidence, store.sentences_of(reading.article)
    forms = {pronoun_form(word) for word in _WORD.findall(evidence.text)} - {""}
    if not forms or name_words(asked.name)[-1] in name_words(evidence.text):
        return False
    likely = of_pronoun(evidence.span.start, evidence, sentences) if asked.known == 0 else []
    hardly = bool(likely) and is_name(asked.name) and chance_of(asked.name, likely) < UNLIKELY
    return hardly or bool({pronoun_of(asked.name, sentences)} - {"", *forms})


def _is_beside(reading: Reading, question: str, asked: _Asked, windows: Sequence[Window]) -> bool:
    """Whether a sentence has nothing of what the question asks, and another beside it has it of whom it names."""
    name = name_words(asked.name)
    deed = [word for word in content_words(question) if word not in name]
    near = [s for w in windows if reading.evidence in w.sentences for s in w.sentences]
    return not share_of(deed, reading.evidence.text) and any(
        share_of(deed, s.text) >= _MOSTLY and name[-1] in name_words(s.text) for s in near
    )


def _is_of_another(reading: Reading, asked: _Asked, reader: Reader, store: Store) -> bool:
    """Whether the sentence alone tells it of somebody else: "a Dutchman was expelled by Brandt", asked of Lind."""
    own = alone(reading.evidence)
    if name_words(asked.name)[-1] in name_words(own.text):
        return False
    told = [
        one
        for one in combinations(asked.blanks, [own], [own], reader, store, known=True)
        if _is_standing(reading.words, one.filled[1 - asked.known])
    ]
    window = around([reading.evidence], store)
    return bool(told) and not any(
        _may_be_named(one, asked, window, store)
        or _is_named(one, _other(one, asked, window, reader, store).text, asked, window, reader, store)
        for one in told
    )


def _may_be_named(one: Combination, asked: _Asked, window: Window, store: Store) -> bool:
    """Whether the known party has a description that may be the question's, or a pronoun of its sentence may be."""
    text = one.filled[asked.known].text
    if is_pronoun(text):
        return False
    forms = {pronoun_of(asked.name, store.sentences_of(window.article))} - {""} or {"he", "she"}
    others = _WORD.findall(one.evidence.text.replace(text, ""))
    stands = any(pronoun_form(word) in forms for word in others if word.casefold() not in _OWNING)
    return stands or not (is_name(text) or _ANY.match(text))


def _is_standing(words: Span, part: Part) -> bool:
    """Whether they are a party's, under its name or as what stands for it."""
    return any(span is not None and span.meets(words) for span in (part.reading.words, part.reading.alias))


def _asked(question: str, windows: Sequence[Window]) -> _Asked | None:
    """By the question's form and that of the texts: "Whom did Salas warn?" is "Who did warn whom?", Salas is who."""
    asked = question.strip().rstrip("?!. ")
    did = _DID.match(asked)
    back = asked_back(asked[did.start("auxiliary") :], text_of(windows)) if did else None
    if did and back and name_words(back.subject.words):
        verb, _, behind = (back.rest, "", "") if _TO.search(back.rest) else back.rest.partition(" ")
        between = ("", f" {did['auxiliary']} {verb} ", f" {behind}" if behind else "")
        blank = "what" if did["blank"].lower() == "what" else "whom"
        return _Asked(Blanks(("Who", blank), between), 0, back.subject.words)
    who = _WHO.match(asked)
    if not who or _IS.search(who["deed"]):
        return None
    name = name_at(asked, who.end())
    rest = asked[who.end() + len(name) :]
    owns = rest.startswith(_OWNER) or name.endswith(("'s", "’s"))
    return (
        _Asked(Blanks(("Who", "whom"), ("", f" {who['deed']}", rest)), 1, name)
        if name_words(name) and not owns
        else None
    )


def _asked_of_thing(question: str) -> _Asked | None:
    """By its form: "Who poisoned the wells?" is "Who poisoned what?", the wells are what."""
    who = _WHO_THE.fullmatch(question.strip().rstrip("?!. "))
    if not who or _IS.search(who["deed"]):
        return None
    return _Asked(Blanks(("Who", "what"), ("", f" {who['deed']}", "")), 1, who["thing"])


def _telling(question: str, name: str, windows: Sequence[Window]) -> list[Sentence]:
    """Sentences with the name, or with a pronoun in texts with the name, those first that have most of the question.

    None of its words need be there: "taught" is a form of "teach". A sentence that has most of them may go by a
    description: "The union defended the captain."
    """
    called = {name_words(one)[-1] for one in (name, *other_names(name)) if name_words(one)}
    held = [window for window in windows if not called.isdisjoint(name_words(window.text))]
    wanted = [word for word in content_words(question) if word not in name_words(name)]
    found = dict.fromkeys(
        sentence
        for window in held
        for sentence in window.sentences
        if not called.isdisjoint(name_words(sentence.text))
        or has_pronoun(sentence.text)
        or share_of(wanted, sentence.text) > _MOSTLY
    )
    return sorted(found, key=lambda sentence: -share_of(wanted, sentence.text))


def _other(one: Combination, asked: _Asked, window: Window, reader: Reader, store: Store) -> Part:
    """Who is asked for, with the name that a pronoun stands for where the text around gives one."""
    part = one.filled[1 - asked.known]
    reading = replace(part.reading, evidence=one.evidence, confidence=one.confidence)
    if not is_pronoun(part.text):
        return Part(reading, part.text)
    question = asked.blanks.only(1 - asked.known, one.words())
    (name,) = names([Nameless(reading, part.text, question)], [window], reader, store)
    if name is None or are_one(name_words(name.text), name_words(asked.name)):
        return Part(reading, part.text)
    return Part(replace(reading, words=name.words, alias=reading.words), name.text)


def _is_named(one: Combination, other: str, asked: _Asked, window: Window, reader: Reader, store: Store) -> bool:
    """Whether the known party is whom the question names, where the other one goes by these words."""
    part = one.filled[asked.known]
    whole = name_ending(window.text[: max(0, part.reading.words.end - window.span.start)])
    texts = [whole if whole.endswith(part.text) else part.text]  # "Felix Keller", of whom "Keller" was read
    if part.reading.alias:
        texts.append(window.words(part.reading.alias))
    if any(may_be_one(asked.name, text) for text in texts):
        return True

    def ask(blank: int, name: str) -> str:
        return asked.blanks.only(blank, (name, other) if asked.known == 0 else (other, name))

    alias = part.reading.alias
    told = replace(part.reading, words=alias or part.reading.words, evidence=one.evidence)
    read = Nameless(told, window.words(alias) if alias else part.text, ask(asked.known, ""))
    return stands_for(asked.name, read, window, lambda name: ask(1 - asked.known, name), reader, store.sentences_of)
