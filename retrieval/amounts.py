"""Of numbers that a reader gave for "How many ...?" or "How much ...?", those that count what is asked.

By the form of their sentences, and by how much of the question their texts tell. Leaves out which amounts of two
articles contradict each other (conflicts.py).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval import conflicts
from retrieval.appositions import is_age
from retrieval.figures import is_size_of_group
from retrieval.gapping import gapped_figure, is_others_figure
from retrieval.mentioned import counts_what_is_not_named
from retrieval.nameless import nameless
from retrieval.search import content_words, share_of
from retrieval.store import Store
from retrieval.types import Reading, Sentence, Window
from retrieval.whose_figures import is_of_other_subject, part_above
from retrieval.windows import alone

_OTHER_FIGURE = 0.9  # times as sure: who has it stands in the same sentence
_HOW_MUCH = re.compile(r"\W*(?:and )?how much (?:are|did|do|does|has|have|is|was|were|will|would)\b", re.IGNORECASE)
_PRICE = re.compile(r"\bhow much\b.*\b(?:cost|worth)\b", re.IGNORECASE)
_MOSTLY = 0.5  # of what the text of the surest amount has of the question's words


def amounts(asked: str, readings: Sequence[Reading], texts: Sequence[Window], store: Store) -> list[Reading]:
    """Without ages and what counts others, the part for a whole, and without numbers of which the text tells much
    less of what is asked than of the surest: texts are full of numbers, and of two articles with different ones it is
    said that they differ.
    """
    counted = [
        one.reading
        for one in nameless(asked, [_as_counted(one) for one in readings], store)
        if not is_age(one, texts)
        and not counts_what_is_not_named(asked, one.reading, store.sentences_of)
        and not any(
            counts(one.reading.words, asked, alone(one.reading.evidence))
            for counts in (conflicts.counts_others, conflicts.counts_part)
        )
    ]
    of_group = [one for one in counted if is_size_of_group(asked, one.words, alone(one.evidence))]
    counted = of_group or counted
    sums = [one for one in counted if conflicts.is_sum(one.words, alone(one.evidence))]
    surest = max(counted, key=lambda one: one.confidence) if counted else None
    if _PRICE.search(asked):
        counted = sums
    elif _HOW_MUCH.match(asked) and surest in sums:
        share = conflicts.is_share(surest.words, alone(surest.evidence))  # "48 million", and a rise of "6.5 percent"
        counted = [one for one in sums if conflicts.is_share(one.words, alone(one.evidence)) is share]
    of_others = (is_others_figure, is_of_other_subject)
    counted = [one for one in counted if not any(o(one.words, asked, alone(one.evidence)) for o in of_others)]
    counted = [replace(one, words=part_above(one.words, asked, alone(one.evidence)) or one.words) for one in counted]
    counted = [replace(one, words=gapped_figure(asked, alone(one.evidence)) or one.words) for one in counted]
    counted = [
        replace(one, words=conflicts.part_of_whole(figure, asked, alone(one.evidence)) or figure)
        for one in counted
        if (figure := conflicts.figure_of(one.words, alone(one.evidence)))
    ]
    every = [one.words for one in counted]
    counted = [one for one in counted if not conflicts.is_whole(one.words, every, alone(one.evidence))]
    figures = [one.reading for one in nameless(asked, counted, store) if conflicts.amount_in(one.text)]
    counted = figures or counted  # "the rest" is no amount where others are
    words = content_words(asked)
    shares = [share_of(words, _with_before(one.evidence, store)) for one in counted]
    best = max(zip(counted, shares, strict=True), key=lambda pair: pair[0].confidence, default=None)
    kept = [one for one, share in zip(counted, shares, strict=True) if best and share >= best[1] * _MOSTLY]
    others = [other for one in kept for other in _put_by_others(asked, one, store)]
    return [*kept, *_other_figures(best[0]), *others] if best else []


def _as_counted(one: Reading) -> Reading:
    """A number stands for itself: "One died" of 7,500 is one."""
    counted = one.alias and conflicts.amount_in(alone(one.evidence).words(one.alias))
    return replace(one, words=one.alias, alias=None) if one.alias and counted else one


def _other_figures(best: Reading) -> list[Reading]:
    """The other figure of a sentence, which is as sure as the sentence speaks of what is asked."""
    found = conflicts.other_figures(best.words, alone(best.evidence))
    return [replace(best, words=words, confidence=best.confidence * _OTHER_FIGURE, against=True) for words in found]


def _put_by_others(asked: str, one: Reading, store: Store) -> list[Reading]:
    """What the next sentence puts it at."""
    money, at = conflicts.is_money(one.words, alone(one.evidence)), one.evidence.position + 1
    put = [
        (after, conflicts.figure_put(after, money, f"{asked} {one.evidence.text}"))
        for after in store.sentences_of(one.article, at, at)
    ]
    return [
        Reading(one.article, words, after, one.confidence * _OTHER_FIGURE, against=True)
        for after, words in put
        if words
    ]


def _with_before(sentence: Sentence, store: Store) -> str:
    """Its text, behind that of the sentence before."""
    at = sentence.position
    return " ".join(one.text for one in store.sentences_of(sentence.article, max(0, at - 1), at))
