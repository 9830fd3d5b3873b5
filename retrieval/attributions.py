"""Whose word an answer is: "Tuala, according to Vaai". What somebody says is not yet so.

The evidence sentence is asked once more, with the answer behind the question. Leaves out whether the claim is true.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.appositions import INSIDE
from retrieval.naming import is_description, is_pronoun, name_at
from retrieval.types import Found, Reader, Sentence
from retrieval.windows import alone

_SPEECH = re.compile(r"\b(?:say|says|said|tell|tells|told|according to)\b", re.IGNORECASE)
# Over the samples all claims from here on are right, and none of those below it that were looked at.
_SURE = 0.5
_OWNED = re.compile(r"['’]s [a-z-]+")
_OWNER = re.compile(r"['’]s?$")
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
    """Whether what somebody said is asked about already."""
    return bool(_SPEECH.search(question))


def attributed(questions: Sequence[str], found: Sequence[Found], reader: Reader) -> list[Found]:
    """The answers, each with who says so where its sentence names somebody. `questions` are those of question_of."""
    reads = reader.read(
        [
            (f"Who says that it was {one.text}?" if _part(one) else asked, alone(_evidence(one)))
            for asked, one in zip(questions, found, strict=True)
        ]
    )
    return [
        replace(one, claimant=_claimant([r.words for r in read.readings if r.confidence >= _sure(one)], one))
        for one, read in zip(found, reads, strict=True)
    ]


def _sure(found: Found) -> float:
    if _part(found):
        return _OF_PART
    return _OF_SENTENCE if found.text == found.citation.sentence else _SURE


def _claimant(spans: Sequence[Span], found: Found) -> Span | None:
    """The first that is no pronoun, no part of the answer or of its description, and neither party of a pair."""
    start, sentence = found.citation.start, found.citation.sentence
    whole = found.text == sentence  # that shows a yes or no: whoever says it stands in it
    answer = Span(found.citation.answer_start, found.citation.answer_start if whole else found.citation.answer_end)
    parties = list((found.roles or {}).values())
    for span in spans:
        words = Span(span.start - start, span.end - start)
        text = words.of(sentence)
        if text in (sentence, *parties) or _describes(sentence, words, [found.text, *parties]):
            continue
        if len(_OWNER.sub("", name_at(sentence, words.start))) > len(text):
            continue  # "Capt." of "Capt. Ada Lie"
        if not is_pronoun(text) and (span.end <= answer.start or answer.end <= span.start):
            return _named(span, text, sentence[words.end :])
    return None


def _named(span: Span, text: str, behind: str) -> Span:
    """Of "its editor", where ", Ada Lie, " follows, the name; of "Lie" in "Lie's ministry" all of it."""
    if owned := _OWNED.match(behind):
        return Span(span.start, span.end + owned.end())
    name = name_at(behind, len(", ")) if is_description(text) and behind.startswith(", ") else ""
    return Span(span.end + len(", "), span.end + len(", ") + len(name)) if name else span


def _describes(sentence: str, words: Span, parties: Sequence[str]) -> bool:
    """Whether the words end the description of a party: "the jury" of "the chairman of the jury, Ada Lie, ..."."""
    behind = sentence[words.end :]
    return bool(INSIDE.search(sentence[: words.start])) and any(behind.startswith(f", {party}") for party in parties)


def _evidence(found: Found) -> Sentence:
    """The sentence that shows it, or its part."""
    cited, at = found.citation, _part(found)
    return Sentence(cited.article, 0, Span(cited.start + at, cited.end), cited.sentence[at:])


def _part(found: Found) -> int:
    """Where the part of a sentence begins that gives a number against another: "6, police said; Lie spoke of 15"."""
    before = found.citation.sentence[: max(0, found.citation.answer_start - found.citation.start)]
    part = _PART.match(before) if _NUMBER.fullmatch(found.text) else None
    return part.end() if part else 0
