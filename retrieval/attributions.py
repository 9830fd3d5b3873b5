"""Whose word an answer is: "Tuala, according to Vaai". What somebody says is not yet so.

Where the sentence's form does not tell (reported.py), it is asked once more, with the answer behind the question; the
name of "he" is read around it. Leaves out whether the claim is true.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.appositions import asks_who, is_inside
from retrieval.attachment import does_what_is_asked, is_acted_on, is_doer_of_else, is_in_clause_about, is_only_told
from retrieval.candidates import Chances
from retrieval.conflicts import amount_in
from retrieval.inflection import base_of_past
from retrieval.merging import are_apposed, touch
from retrieval.naming import (
    DAYS_AND_MONTHS,
    are_one,
    is_description,
    is_name,
    is_pronoun,
    name_at,
    name_words,
    without_owner,
)
from retrieval.quotations import quoted_spans
from retrieval.reported import denied_by, is_told_beside, put_by, reported_by
from retrieval.salience import UNLIKELY, chance_of, clear, of_pronoun
from retrieval.sayings import is_saying, may_tell, told_by
from retrieval.search import content_words, share_of
from retrieval.speakers import Place, speakers
from retrieval.store import Store
from retrieval.titles import stands_beside_name
from retrieval.types import Found, Reader, Reading, Sentence
from retrieval.windows import alone, around, is_dateline

_DENIAL = re.compile(r"\bden(?:y|ies|ied)\b")
_SPEECH = re.compile(r"\b(?:say|says|said|tell|tells|told|according to)\b", re.IGNORECASE)
# Over the samples all claims from here on are right, and none of those below it that were looked at.
_SURE = 0.5
_RATHER = 0.5  # more likely is another than whom a reader gives for "she"
_LIKELY = 0.3  # of one who has a verb of saying besides; the chairman who only thanked has .16
_TO = re.compile(
    r"(?:(?<![Aa]ccording) to|\b(?:tell|tells|told)) (?:(?:an?|the|his|her|its|their) [^,.;:“”\"]{1,40}, )?$"
)
_WHAT_DID = re.compile(
    r"\W*(?:and |but )?what (?:did|do|does|had|has|have) .+ (?P<verb>[a-z]+)[?!. ]*$", re.IGNORECASE | re.DOTALL
)
_WORD = re.compile(r"\w+")
_BEHIND_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*, $")
_WHEN = re.compile(
    r"\b(?:(?P<time>after|because|before|since|until|when|while)|that) (?:(?:an?|the|his|her|its|their) )?$"
)
_OWNED = re.compile(r"['’]s (?P<noun>[a-z-]+)")
_NUMBER = re.compile(r"[$€£¥]?\d[\d.,]*(?: [a-z]+)?|[a-z]+", re.IGNORECASE)
_PART = re.compile(
    r".*(?:; (?:but )?|, (?:but|though|whereas|while) |,(?= (?:the )?[^\W\d_a-z][\w ]* at\b))", re.DOTALL
)
_OF_PART = 0.4  # of who gives a number in a part that has little else
_OF_SENTENCE = 0.6  # of who says a whole sentence, which shows a yes or no: "She told the court that it is so" has .5


def question_of(question: str, answer: str) -> str:
    """As the reader's training has it: "Who thanked Aas? The brigade. According to whom?"."""
    asked = question if question.rstrip().endswith("?") else f"{question}?"
    return f"{asked} {answer}. According to whom?"


def asks_about_speech(question: str) -> bool:
    """Whether what somebody said is asked about already: "What did Lie say about it?", "What did Lie concede?"."""
    what = _WHAT_DID.match(question)
    return bool(_SPEECH.search(question) or (what and is_saying(what["verb"])))


def attributed(
    questions: Sequence[str], found: Sequence[Found], reader: Reader, store: Store | None = None
) -> list[Found]:
    """The answers, each with who says so where its sentence names somebody, or, with a store, where its article names
    whom a pronoun there stands for. `questions` are those of question_of.
    """
    reads = reader.read(
        [
            (f"Who says that it was {one.text}?" if _part(one) else asked, alone(_evidence(one)))
            for asked, one in zip(questions, found, strict=True)
        ]
    )
    said = []
    given = [(one.citation.start, place) for one in found for place in _places(one)]
    for asked, one, read in zip(questions, found, reads, strict=True):
        by_form = _by_form(asked, one)
        spans = [r.words for r in read.readings if r.confidence >= _sure(one) or _is_likely(r, one)]
        # Of "Lie opposed it, and so did Ek" nobody says so.
        spans = [span for span in spans if (one.citation.start, span) not in given]
        sentence = alone(_evidence(one))
        spans = [s for s in spans if not (is_acted_on(s, sentence) or is_doer_of_else(s, sentence))]
        spans = [s for s in spans if not is_dateline(s, sentence)]
        who = asks_who(asked.partition("?")[0])
        claimant = _claimant([by_form], one, who, by_form=True) if by_form else None
        if not by_form or _part(one):  # of "It rained, she said, and Ek left" it is she, and not Ek
            claimant = claimant or _claimant(spans, one, who)
        named = replace(one, claimant=claimant)
        if store and not claimant:
            named = _with_name(named, by_form, reader, store) if by_form else _of_quotation(named, reader, store)
        known = _is_known(who, named) or _is_age(one) or _does_it(asked, named)
        said.append(replace(named, claimant=None, claimant_name="") if known else named)
    return said


def _does_it(question: str, found: Found) -> bool:
    """Whether who says it only does what is asked about: "was promised a prize by Lie", asked what was promised."""
    start, sentence = found.citation.start, found.citation.sentence
    if not found.claimant or found.text == sentence:
        return False
    words = Span(found.claimant.start - start, found.claimant.end - start)
    return does_what_is_asked(words, question.partition("?")[0], sentence)


def _is_age(found: Found) -> bool:
    """Whether it is an age that stands beside a name, "Ada Lie, 58,": that nobody need say."""
    cited = found.citation
    before = cited.sentence[: max(0, cited.answer_start - cited.start)]
    behind = cited.sentence[max(0, cited.answer_end - cited.start) :]
    return found.text.isdigit() and bool(_BEHIND_NAME.search(before)) and behind.startswith(",")


def _is_known(name: str, found: Found) -> bool:
    """Whether who has a name that is asked about need not be told on anybody's word: not on their own, nor where it
    stands beside the name, "The mayor, Ada Lie, left, Ek said".
    """
    if not name or not found.claimant:
        return False
    cited = found.citation
    sentence = alone(Sentence(cited.article, 0, Span(cited.start, cited.end), cited.sentence))
    beside = any(stands_beside_name(place, name, sentence) for place in _places(found))
    return beside or are_one(name_words(name), name_words(found.claimant_text))


def _places(found: Found) -> list[Span]:
    """Where what answers the question stands."""
    return [Span(found.citation.answer_start, found.citation.answer_end), *([found.alias] if found.alias else [])]


def _by_form(question: str, found: Found) -> Span | None:
    """Who by the form of the evidence sentence says what answers the question; of a yes or no all that it shares with
    the question.
    """
    start, sentence = found.citation.start, found.citation.sentence
    answer = found.alias or Span(found.citation.answer_start, found.citation.answer_end)
    if found.text == sentence:
        asked = content_words(" ".join(w for w in _WORD.findall(question.split("?")[0]) if w[:1].islower()))
        shared = [word.span() for word in _WORD.finditer(sentence) if share_of(asked, word.group())]
        answer = Span(start + shared[0][0], start + shared[-1][1]) if shared else Span(start, start)
    if not start <= answer.start < answer.end <= start + len(sentence):
        return None
    words = Span(answer.start - start, answer.end - start)
    said = reported_by(sentence, words) or told_by(sentence, words)
    if not said and found.text == sentence and not _DENIAL.search(question):
        said = denied_by(sentence, words)
    if not said and (found.against or amount_in(found.text)):
        said = put_by(sentence, words)
    return Span(start + said.start, start + said.end) if said else None


def _with_name(found: Found, pronoun: Span, reader: Reader, store: Store) -> Found:
    """With whom a pronoun of the evidence sentence stands for as who says so, if the text around names one."""
    cited, start = found.citation, found.citation.start
    own = _own_sentence(found, store)
    word = cited.sentence[pronoun.start - start : pronoun.end - start]
    if not own or not is_pronoun(word) or word.lower() == "it":  # an inquiry, or the paper
        return found
    sentences = store.sentences_of(cited.article)
    before, behind = Span(start, pronoun.start), Span(pronoun.end, cited.end)
    claim = max(before, behind, key=lambda span: span.end - span.start)
    asked = f"Who said that {cited.sentence[claim.start - start : claim.end - start].strip(' ,.')}?"
    ((reading, window),) = speakers([(asked, Place(claim, (own,)))], reader, store)
    name = window.words(reading.words) if reading and reading.confidence >= _SURE else ""
    likely = of_pronoun(pronoun.start, own, sentences, name)
    if likely and (chance_of(name, likely) < UNLIKELY or likely[0][1] - chance_of(name, likely) > _RATHER):
        # A reader looks for whoever said it near by; where nobody else is likely, who it is is known.
        given = _clear_name(likely, word, pronoun.start)
        itself = not given or _is_party_of(given, found)
        return found if itself else replace(found, claimant=pronoun, claimant_name=given)
    if not is_name(name) or is_pronoun(name) or _is_party_of(name, found):
        return found
    return replace(found, claimant=pronoun, claimant_name=name)


def _of_quotation(found: Found, reader: Reader, store: Store) -> Found:
    """With who said it, of a sentence that is quoted and has nothing else: "He was drunk."."""
    own = _own_sentence(found, store)
    window = around((own,), store) if own else None
    if not own or not window or not any(q.holds(own.span) for q in quoted_spans(window.text, window.span.start)):
        return found
    ((reading, near),) = speakers([(f"Who said that {own.text}?", Place(own.span, (own,)))], reader, store)
    if not reading or reading.confidence < _SURE:
        return found
    name = near.words(reading.words)
    if is_pronoun(name):
        likely = of_pronoun(reading.words.start, reading.evidence, store.sentences_of(own.article))
        name = _clear_name(likely, name, reading.words.start)
    if not name or _is_party_of(name, found):
        return found
    return replace(found, claimant=reading.words, claimant_name=name)


def _clear_name(likely: Chances, pronoun: str, start: int) -> str:
    """The name, as it stands before the pronoun, of whom alone that may stand for; "" where that is not clear."""
    person = clear(likely, pronoun_form(pronoun))
    given = person.name_before(start) if person else None
    return given[1] if given else ""


def _own_sentence(found: Found, store: Store) -> Sentence | None:
    """The one that is cited."""
    cited = found.citation
    return next((one for one in store.sentences_of(cited.article) if one.span == Span(cited.start, cited.end)), None)


def _is_party_of(name: str, found: Found) -> bool:
    """Whether it is the answer, or in its pair: what somebody says of themselves is theirs anyhow."""
    parties = [found.text, *(found.roles or {}).values()]
    return any(are_one(name_words(name), name_words(party)) for party in parties)


def _is_likely(reading: Reading, found: Found) -> bool:
    """Whether who was read has a verb of saying by the form of the sentence, so that less of the reader will do."""
    if reading.confidence < _LIKELY:
        return False
    cited, whole = found.citation, found.text == found.citation.sentence
    who = Span(reading.words.start - cited.start, reading.words.end - cited.start)
    answer = Span(cited.answer_start - cited.start, cited.answer_end - cited.start)
    return may_tell(cited.sentence, who, Span(answer.end, answer.end) if whole else answer)


def _sure(found: Found) -> float:
    if _part(found):
        return _OF_PART
    return _OF_SENTENCE if found.text == found.citation.sentence else _SURE


def _claimant(spans: Sequence[Span], found: Found, who: str = "", *, by_form: bool = False) -> Span | None:
    """The first that is no pronoun, no part of the answer or, unless told by form, of its description, neither party
    of a pair, nor whom "Who is Ada Lie?" asks about.
    """
    start, sentence = found.citation.start, found.citation.sentence
    whole = found.text == sentence  # that shows a yes or no: whoever says it stands in it
    answer = Span(found.citation.answer_start, found.citation.answer_start if whole else found.citation.answer_end)
    parties = list((found.roles or {}).values())
    for span in spans:
        words = Span(span.start - start, span.end - start)
        text = words.of(sentence)
        if who and are_one(name_words(who), name_words(text)):
            continue
        if (
            not name_words(text)
            or text.isdigit()
            or text in DAYS_AND_MONTHS
            or (not whole and _is_party_of(text, found))
        ):
            continue
        if text in (sentence, *parties) or (not by_form and _describes(sentence, words, [found.text, *parties])):
            continue
        if len(without_owner(name_at(sentence, words.start))) > len(text):
            continue  # "Capt." of "Capt. Ada Lie"
        inside = Span(answer.start - start, answer.end - start)
        if not by_form and _tells_of_else(words, inside, sentence, whole=whole):
            continue
        if not whole and _is_beside(words, [found.text, *parties], sentence):
            continue  # "Ada Lie, Head of the Unit, said"
        if _TO.search(sentence[: words.start]):
            continue  # "wrote to the mayor, Ada Lie", "told the mayor"
        if not is_pronoun(text) and (span.end <= answer.start or answer.end <= span.start):
            return span if by_form else _named(span, text, sentence[words.end :])
    return None


def _named(span: Span, text: str, behind: str) -> Span:
    """Of "its editor", where ", Ada Lie, " follows, the name; of "Lie" in "Lie's ministry" all of it."""
    if owned := _OWNED.match(behind):
        return Span(span.start, span.end + owned.end())
    name = name_at(behind, len(", ")) if is_description(text) and behind.startswith(", ") else ""
    if not behind[len(", ") + len(name) :].startswith((",", ".", ";", '"', "”")):
        name = ""  # of "In the view of the chief, Ada Lie saved" it is no apposition
    return Span(span.end + len(", "), span.end + len(", ") + len(name)) if name else span


def _tells_of_else(words: Span, answer: Span, sentence: str, *, whole: bool) -> bool:
    """Whether who was read tells nothing of the answer by the form: "Lime's shares fell; Acme's rose by four"."""
    owned = _OWNED.search(sentence, words.start)
    own_fell = owned and words.end in (owned.start(), owned.end()) and base_of_past(owned["noun"])
    apart = not whole and _is_apart(words, answer, sentence)
    return bool(own_fell) or apart or is_told_beside(sentence, words, answer)


def _is_apart(words: Span, answer: Span, sentence: str) -> bool:
    """Whether who was read tells of something else by the form: "after Ek came", "Ek said so; Lie left"."""
    when = _WHEN.search(sentence[: words.start])
    # "It was annulled by a court after Lie had reported it" is not her word.
    if when and ((when["time"] and answer.end <= words.start) or not may_tell(sentence, words, answer)):
        return True
    if is_in_clause_about(answer, words, sentence) or is_only_told(answer, words, sentence):
        return True
    if sentence.startswith(", whose ", words.end) and words.end < answer.start:
        return True
    stop = sentence.find("; ", words.end, max(words.end, answer.start))
    return stop >= 0 and not any(quote.start <= stop < quote.end for quote in quoted_spans(sentence))


def _is_beside(words: Span, parties: Sequence[str], sentence: str) -> bool:
    """Whether the words tell what a party is, right beside it: "Mayor Lie", "Ada Lie, Head of the Unit,"."""
    places = [Span(*m.span()) for party in parties if party for m in re.finditer(re.escape(party), sentence)]
    return any(touch(words, place) or are_apposed(words, place, sentence) for place in places)


def _describes(sentence: str, words: Span, parties: Sequence[str]) -> bool:
    """Whether the words are or end the description of a party: "the jury" of "the chairman of the jury, Ada Lie,"."""
    behind = sentence[words.end :]
    itself = any(re.match(rf", {re.escape(party)}[,.;]", behind) for party in parties)
    return itself or (
        bool(is_inside(sentence[: words.start])) and any(behind.startswith(f", {party}") for party in parties)
    )


def _evidence(found: Found) -> Sentence:
    """The sentence that shows it, or its part."""
    cited, at = found.citation, _part(found)
    return Sentence(cited.article, 0, Span(cited.start + at, cited.end), cited.sentence[at:])


def _part(found: Found) -> int:
    """Where the part of a sentence begins that gives a number against another: "6, police said; Lie spoke of 15"."""
    before = found.citation.sentence[: max(0, found.citation.answer_start - found.citation.start)]
    part = _PART.match(before) if _NUMBER.fullmatch(found.text) else None
    return part.end() if part else 0
