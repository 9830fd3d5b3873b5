"""Many readings -> different answers: the same words, a pronoun and its name, a name and its longer form, or a title
and the name behind it are one. Leaves out citing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.attachment import is_alone_with
from retrieval.clauses import is_restrictive
from retrieval.coordination import named_members
from retrieval.naming import is_name, name_words
from retrieval.person_nouns import is_person_noun
from retrieval.reader import without_overlaps
from retrieval.store import Store
from retrieval.types import Reading
from retrieval.windows import alone

_APPOSED = re.compile(r"(?:an?|his|her|its|their) [a-z]")
_BEGINS_APPOSITION = re.compile(r"(?:an?|his|her|its|the|their) [a-z]")
_TITLED = re.compile(r", (?:[a-z-]+ )?(?P<noun>[a-z-]+) ")
_COMMA = re.compile(r", (?:\d{1,3}-year-old )?")
_NAMED = re.compile(r"(?:the )?[^\W\d_a-z]")  # "the Fjeld family"
_PLACED = re.compile(r" (?:at|for|from|in|of) (?:the )?(?:[^\W\d_a-z][\w’'-]*,? )+")  # "the consul in Oslo, Ada Lie,"
_OWNED = re.compile(r"['’]s? [a-z][a-z -]*$")  # "Lie's widow"
_HEAD = re.compile(r" (?:at|for|from|in|of)\b|,")
_OF_PLACE = re.compile(r" (?:from|of) [^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*(?=[,.;])")
_CLOSED = re.compile(r"[.;]|,(?! (?:and|or|an?|the|his|her|its|their)\b)")


def merged(readings: Sequence[Reading], store: Store) -> list[Reading]:
    """The most confident of each group that says the same thing, most confident first."""
    kept: list[tuple[Reading, frozenset[str], bool]] = []
    articles = {name: store.article(name) for name in {one.article for one in readings}}
    texts = {name: article.text for name, article in articles.items() if article}
    known = _by_their_names([one for one in readings if one.article in texts])
    known = _of_nearest(_by_name(_without_one(known, texts), texts), store)
    for reading in without_overlaps(sorted(known, key=lambda one: -one.confidence)):
        text = reading.words.of(texts[reading.article])
        words = frozenset(name_words(text))
        name = is_name(text)
        if not any(
            words == other
            or (name and named and _one_in_other(words, other))
            or _is_beside(reading, before)
            or _is_apposed(reading, before, texts[reading.article])
            for before, other, named in kept
        ):
            kept.append((reading, words, name))
    return [reading for reading, _, _ in kept]


def _of_nearest(readings: Sequence[Reading], store: Store) -> list[Reading]:
    """Of several who were read for one "they" in different sentences those of the last one."""
    kept = []
    for one in readings:
        same = [o.words for o in readings if one.alias and (o.article, o.alias) == (one.article, one.alias)]
        last = max(same, key=lambda words: words.start, default=one.words)
        sentences = store.sentences_of(one.article) if last != one.words else ()
        near = next((sentence.span for sentence in sentences if sentence.span.holds(last)), one.words)
        if near.start <= one.words.start:
            kept.append(one)
    return kept


def _without_one(readings: Sequence[Reading], texts: Mapping[str, str]) -> list[Reading]:
    """Without the "One" beside which who it is was read as well: "One, a dentist, left"."""
    behind = {(one.article, one.words.start - len(", ")) for one in readings}
    return [
        one
        for one in readings
        if one.words.of(texts[one.article]).casefold() != "one" or (one.article, one.words.end) not in behind
    ]


def _by_their_names(readings: Sequence[Reading]) -> list[Reading]:
    """Without "two fishermen" beside those of their names that were read, which are as sure then."""
    kept = list(readings)
    for one in readings:
        listed = named_members(one.words, alone(one.evidence))
        named = [other for other in kept if other is not one and any(name.meets(other.words) for name in listed)]
        if named:
            sure = {id(other): replace(other, confidence=max(other.confidence, one.confidence)) for other in named}
            kept = [sure.get(id(other), other) for other in kept if other is not one]
    return kept


def _by_name(readings: Sequence[Reading], texts: Mapping[str, str]) -> list[Reading]:
    """Without words that another reading has a name for, or another "she" of their sentence: that is as sure as the
    surer of the two. Nor a "she" whose sentence was read to tell of somebody named before it.
    """
    named = {(one.article, one.alias) for one in readings if one.alias}
    bare = {(one.article, one.words): one.confidence for one in readings if (one.article, one.words) in named}
    forms = {(one.evidence, _form(one.alias, one, texts)) for one in readings if one.alias}
    before = {one.evidence for one in readings if not one.alias and one.words.end <= one.evidence.span.start}
    return [
        replace(one, confidence=max(one.confidence, bare.get((one.article, one.alias), 0.0))) if one.alias else one
        for one in readings
        if (one.article, one.words) not in bare
        and (
            one.alias
            or not (form := _form(one.words, one, texts))
            or ((one.evidence, form) not in forms and one.evidence not in before)
        )
    ]


def _form(words: Span, one: Reading, texts: Mapping[str, str]) -> str:
    """He or she, of a pronoun of the sentence that shows it; "" of other words."""
    return pronoun_form(words.of(texts[one.article])) if one.evidence.span.holds(words) else ""


def touch(one: Span, other: Span) -> bool:
    """Whether nothing but a space can stand between them: the members of a list have more."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return last.start - first.end <= 1


def _is_beside(one: Reading, other: Reading) -> bool:
    return one.evidence == other.evidence and touch(one.words, other.words)


def _is_apposed(one: Reading, other: Reading, text: str) -> bool:
    """Whether it describes the other right behind it, "Lie's father, a pastor, left", or right before, "Lie's widow,
    Ada, left": no member of a list.
    """
    if one.evidence != other.evidence:
        return False
    if is_alone_with(one.words, other.words, alone(one.evidence)):
        return True
    if not are_apposed(other.words, one.words, text):
        return False
    if other.words.end < one.words.start:
        return bool(_APPOSED.match(text, one.words.start))
    return bool(_NAMED.match(other.words.of(text))) and is_person_noun(one.words.of(text).split()[-1])


def are_apposed(one: Span, other: Span, text: str, start: int = 0) -> bool:
    """Whether of a text that begins at `start` one of two stretches says more of the other: "her lawyer, Bo Ek,",
    "the man who met her, Bo Ek," or "Lie's father, a pastor, left"; no members of a list, "Ghana, Togo, Mali and".
    """
    ordered = sorted((one, other), key=lambda span: span.start)
    first, last = (Span(max(0, span.start - start), max(0, span.end - start)) for span in ordered)
    described = not is_name(first.of(text)) or _OWNED.search(first.of(text))
    begins = _BEGINS_APPOSITION.match(text, last.start) or _is_title(last.of(text)) or described
    of_place = _OF_PLACE.match(text, last.end)  # "One tourist, Ada Lie of Oslo, left"
    closed = _CLOSED.match(text, of_place.end() if of_place else last.end)
    stands_between = between(one, other, text, start)
    titled = _TITLED.fullmatch(stands_between)  # "one of them, retired baker Ada Lie,"
    placed = _PLACED.fullmatch(stands_between)
    noun = titled["noun"] if titled else first.of(text).split()[-1] if placed else ""
    comma = bool(_COMMA.fullmatch(stands_between))
    beside = comma or is_restrictive(stands_between) or (bool(noun) and is_person_noun(noun))
    return bool(beside and begins and closed)


def _is_title(text: str) -> bool:
    """Whether words with capitals tell what somebody is: "the General Secretary of the Union"."""
    head = _HEAD.split(text, maxsplit=1)[0].split()
    return bool(head) and is_person_noun(head[-1].lower())


def between(one: Span, other: Span, text: str, start: int = 0) -> str:
    """What a text that begins at `start` has between two stretches, whichever is the first."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return text[max(0, first.end - start) : max(0, last.start - start)]


def _one_in_other(words: frozenset[str], other: frozenset[str]) -> bool:
    return bool(words) and bool(other) and (words <= other or other <= words)
