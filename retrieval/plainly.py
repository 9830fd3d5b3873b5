"""Who did it, or to whom, as a sentence plainly tells by its parse, where a reader finds nobody: Ek, of "Lie said
that the nurse, Ek, had woken the crew and that it was late", asked who woke the crew.

Whom the question names has to be the verb's other party, by name or as a pronoun that clearly stands for them, and
all else that it asks has to hang on that verb. Leaves out what is only spoken of or told of others (fitting.py), and
whose name a pronoun or a description has (coreference.py).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from retrieval.arguments import (
    PARTIES,
    deeds_in,
    is_only_possible,
    is_somebody,
    is_undone_at,
    objects_of,
    places_of,
    subjects_of,
)
from retrieval.candidates import CLEAR
from retrieval.countries import may_be_one
from retrieval.inflection import are_forms
from retrieval.nameless import SentencesOf
from retrieval.naming import name_at, names_in
from retrieval.pairs import Combination, Part
from retrieval.parser import Tree, above, below, has_verb_on_top, is_verb, parsed
from retrieval.phrases import phrase_at
from retrieval.plain_questions import Asked, pair_is_asked_for, whether_is_asked, who_is_asked_for
from retrieval.questions import Blanks, is_auxiliary
from retrieval.receivers import is_giving
from retrieval.salience import chance_of, of_pronoun
from retrieval.sayings import is_saying
from retrieval.search import content_words, share_of
from retrieval.types import Reading, Sentence, Verdict, Window
from retrieval.windows import text_of

# How sure it is. Of the questions of the samples and the news for somebody a parse alone answers 310 so; 24 of them
# with somebody who is not among the wanted, nearly all of whom did it too, elsewhere. Of 127 that are not told it
# answers none.
PLAIN = 0.7
_PREPOSITION = re.compile(r"\b(?P<by>about|against|for|from|to|with) (?:the )?(?=[A-Z])")
_TO_DO = re.compile(r"to [a-z]")
_FIRST = re.compile(r"(?:about|against|at|for|from|of|on|over|with)(?= )")
_PREPOSITIONS = ("prep", "prt", "agent", "dative")
_STANDING_FOR = frozenset(["her", "him", "it", "them"])
_BEFORE = 6  # sentences, of what may be told for long
_THE = re.compile(r"(?:an?|the|his|her|its|their|two|three|\d+) ", re.IGNORECASE)
_RELATIVE = ("WP", "WDT")
_BARE = ("VB", "VBG")
_COMPLEMENTS = ("ccomp", "pcomp", "xcomp")
_CLAUSES = ("acl", "advcl", "ccomp", "conj", "relcl", "xcomp")
_IF = ("if", "unless", "whether")
_SUBJECTS = ("acl", "csubj", "csubjpass")
_NEGATIONS = frozenset(
    "barely hardly neither never no nobody none nor not nothing n't n’t rarely scarcely seldom without".split()
)
_DOUBTING = ("deny", "dispute", "doubt", "reject")


def plainly_told(question: str, windows: Sequence[Window], sentences_of: SentencesOf) -> list[Reading]:
    """Those of whom the windows' sentences plainly tell what is asked; none of other questions than who and whom."""
    first = who_is_asked_for(question, text_of(windows))
    sentences = dict.fromkeys(one for window in windows for one in window.sentences)
    for asked in filter(None, (first, first and first.converse())):
        found = [
            Reading(one.article, words, one, PLAIN)
            for one in sentences
            for words in _told_in(one, asked, sentences_of(one.article))
        ]
        if found:
            return found
    return []


def plainly_said(question: str, windows: Sequence[Window], sentences_of: SentencesOf) -> dict[Verdict, list[Reading]]:
    """What of the windows' sentences plainly says yes to a question whether somebody did it, and what plainly no."""
    found: dict[Verdict, list[Reading]] = {Verdict.YES: [], Verdict.NO: []}
    asked = whether_is_asked(question, text_of(windows))
    if not asked:
        return found
    for one in dict.fromkeys(sentence for window in windows for sentence in window.sentences):
        for context, deed in _deeds(one, asked, sentences_of(one.article)):
            verdict = Verdict.NO if is_undone_at(context.tree, deed) else Verdict.YES
            found[verdict].append(Reading(one.article, one.span, one, PLAIN))
    return found


def plain_pairs(blanks: Blanks, sentences: Sequence[Window], sentences_of: SentencesOf) -> list[Combination]:
    """Who plainly did it to whom, of a question with two blanks: Daly and Wilk, of "Daly picked Wilk up and took him
    to Galway", asked who took whom to Galway.
    """
    asked = pair_is_asked_for(blanks)
    if not asked:
        return []
    found: list[Combination] = []
    for window in sentences:
        (one,) = window.sentences
        for context, deed in _deeds(one, asked, sentences_of(one.article)):
            tree = context.tree
            done = not is_undone_at(tree, deed)
            doers = _spans(one, tree, subjects_of(tree, deed), asked) if done else ()
            whom = list(_spans(one, tree, _parties(tree, deed, asked), asked))
            parts = [[Part(Reading(one.article, p, one, PLAIN), window.words(p)) for p in of] for of in (doers, whom)]
            found += [Combination(one, pair) for pair in itertools.product(*parts)]
    return found


def _told_in(sentence: Sentence, asked: Asked, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Where those stand of whom a sentence tells it."""
    for context, deed in _deeds(sentence, asked, sentences):
        tree = context.tree
        if not is_undone_at(tree, deed):
            yield from _spans(sentence, tree, _parties(tree, deed, asked), asked)


def _spans(sentence: Sentence, tree: Tree, nodes: Sequence[int], asked: Asked) -> Iterator[Span]:
    """Where those of some words stand who are somebody, and not the question's own."""
    for n in nodes:
        party = _of_clause(tree, n)
        if party is None or _is_asked_of(tree, party, asked):
            continue
        if asked.is_converse() or is_somebody(tree, party):  # whoever buys is somebody
            start, end = tree[tree[party].first].place.start, tree[_end_of(tree, party)].place.end
            yield Span(sentence.span.start + start, sentence.span.start + end)


def _deeds(sentence: Sentence, asked: Asked, sentences: Sequence[Sentence]) -> Iterator[tuple["_Context", int]]:
    """Where a sentence plainly tells what is asked, or that it was not done."""
    tree = parsed(sentence.text) if places_of([asked.verb], sentence.text) else ()
    context = _Context(tree, sentence, sentences)
    for deed in deeds_in(tree, [asked.verb], sentence.text) if has_verb_on_top(tree) else ():
        open_ = (is_only_possible, _is_doubted, _is_of_noun, _is_denied_around)
        if not any(is_open(tree, deed) for is_open in open_) and context.is_told(deed, asked):
            yield context, deed


@dataclass(frozen=True, slots=True)
class _Context:
    """A parsed sentence, and those of its article, by which it is known whom its pronouns stand for."""

    tree: Tree
    sentence: Sentence
    sentences: Sequence[Sentence]

    def is_told(self, deed: int, asked: Asked) -> bool:
        """Whether a verb has the other party of a question, and all else that it asks."""
        tree = self.tree
        finite = any(is_auxiliary(tree[n].text) for n in below(tree, deed, "aux"))
        if tree[deed].tag in _BARE and not finite:
            return False  # "begged Ek to sing", "demanded that Ek resign"
        if asked.other and not any(self._is(n, asked.other) for n in subjects_of(tree, deed)):
            return False
        named = name_at(asked.rest, 0) if not asked.done_to else ""
        given = _behind(tree, deed, "to") if is_giving(tree[deed].text.lower()) else []
        if named and not any(self._is(n, named) for n in (*_objects(tree, deed, asked), *given)):
            return False
        first = _FIRST.match(asked.rest)
        # "Cleared a keeper of flooding a mill" may be parsed as if he were of it.
        held = (deed, *objects_of(tree, deed))
        behind = {tree[n].text.lower() for m in held for n in below(tree, m, *_PREPOSITIONS)}
        if first and first.group() not in behind:
            return False  # "voted against it", asked who voted for it
        thing = phrase_at(asked.rest, 0) if _THE.match(asked.rest) and not asked.done_to else ""
        if thing and not any(self._may_be(n, thing) for n in _objects(tree, deed, asked)):
            return False
        known = set(content_words(named))
        for to in _PREPOSITION.finditer(asked.rest):  # "testified for Ek", "gave the boat to Ek"
            whom = name_at(asked.rest, to.end())
            receivers = _receivers(tree, deed) if to["by"] == "to" else []
            if not any(self._is(n, whom) for n in (*_behind(tree, deed, to["by"]), *receivers)):
                return False
            known |= {*content_words(whom)}
        words = [word for word in content_words(asked.rest) if word not in known]
        return not words or share_of(words, self._held_by(deed, of_deed=bool(_TO_DO.match(asked.rest)))) == 1

    def _may_be(self, n: int, thing: str) -> bool:
        """Whether a word is a thing by what hangs on it, or may stand for it."""
        of = _of_clause(self.tree, n)
        if of is None or self.tree[of].tag == "PRP":
            return self.tree[n].text.lower() in _STANDING_FOR
        clauses = [self.tree[m].first for m in below(self.tree, of, "relcl", "acl") if m > of]
        end = min(clauses, default=self.tree[of].last + 1)
        held = " ".join(one.text for one in self.tree[self.tree[of].first : end])
        return share_of(content_words(thing), held) == 1

    def _held_by(self, deed: int, *, of_deed: bool) -> str:
        """All that hangs on a verb, and that of which its clause tells; where that has an "it" or "them", all of its
        sentence and of those before, unless another deed is asked about.
        """
        held = [one.text for n, one in enumerate(self.tree) if deed in above(self.tree, n)]
        if self.tree[deed].role == "relcl":
            held += [one.text for one in self.tree[self.tree[self.tree[deed].head].first : self.tree[deed].first]]
        if of_deed or _STANDING_FOR.isdisjoint(held):
            return " ".join(held)
        at = self.sentence.position
        before = (one.text for one in self.sentences if 0 < at - one.position <= _BEFORE)
        return " ".join([*before, self.sentence.text])

    def _is(self, n: int, party: str) -> bool:
        """Whether a word stands for somebody, by name, by a description's words, or as a pronoun that is theirs."""
        tree, one = self.tree, self.tree[n]
        if one.tag == "PRP":
            start = self.sentence.span.start + one.place.start
            return chance_of(party, of_pronoun(start, self.sentence, self.sentences)) >= CLEAR
        if one.tag in _RELATIVE:
            whom = _of_clause(tree, n)
            return whom is not None and self._is(whom, party)
        if not any(names_in(f"of {party}")):
            held = " ".join(one.text for one in tree[one.first : _end_of(tree, n) + 1])
            return share_of(content_words(party), held) == 1
        name = [m for m in (*below(tree, n, "compound"), n) if tree[m].tag.startswith("NNP")]
        called = n in name and may_be_one(party, " ".join(tree[m].text for m in name))
        return called or any(self._is(m, party) for m in below(tree, n, "appos"))


def _is_doubted(tree: Tree, deed: int) -> bool:
    """Whether it is only what somebody denies, "denied that she had received any money", or what is said by nobody
    who is named: "is said to have left".
    """
    of = [tree[n].head for n in above(tree, deed) if tree[n].role in _COMPLEMENTS]
    nobodys = (n for n in of if below(tree, n, "auxpass") and not below(tree, n, "agent"))
    return any(are_forms(tree[n].text.lower(), doubting) for n in of for doubting in _DOUBTING) or any(
        is_saying(tree[n].text.lower()) for n in nobodys
    )


def _is_of_noun(tree: Tree, deed: int) -> bool:
    """Whether it is what a noun is about, or a verb that is none of saying, and not told: "The idea that Lie left is
    nonsense", "dreamed that Lie left", "if Lie left".
    """
    for n in above(tree, deed):
        that = [m for m in range(tree[n].first, n) if tree[m].text.lower() == "that" and tree[m].head == n]
        whole = below(tree, n, "nsubj", "nsubjpass") and set(below(tree, n, "dobj", "auxpass")) - set(that)
        about = tree[n].role in ("acl", "relcl") and that and tree[that[0]].role != "nsubj" and whole
        subject = tree[n].role in _SUBJECTS and below(tree, n, "mark")
        over = tree[tree[n].head]
        said = tree[n].role != "ccomp" or (is_verb(over) and is_saying(over.text.lower()))
        if about or subject or not said or any(tree[m].text.lower() in _IF for m in below(tree, n, "mark")):
            return True
    return False


def _is_denied_around(tree: Tree, deed: int) -> bool:
    """Whether a "no" stands with it or with a verb that it hangs on, but for its own "not": "At no time had Lie
    left", "Not a single witness saw Lie leave".
    """
    up = list(above(tree, deed))
    for n, one in enumerate(tree):
        own = one.head == deed and one.role == "neg"
        of_party = one.role == "neg" and tree[one.head].tag.startswith("NN") and tree[one.head].role == "conj"
        if one.text.lower() not in _NEGATIONS or own or of_party:
            continue
        path = list(itertools.takewhile(lambda m: m not in up, above(tree, n)))
        if not any(tree[m].role in _CLAUSES for m in path):
            return True
    return False


def _parties(tree: Tree, deed: int, asked: Asked) -> list[int]:
    """Those of a verb who are asked for."""
    if asked.behind:
        return [*_behind(tree, deed, asked.behind), *(_receivers(tree, deed) if asked.behind == "to" else ())]
    return _whom(tree, deed) if asked.done_to else subjects_of(tree, deed)


def _objects(tree: Tree, deed: int, asked: Asked) -> list[int]:
    """Those of a verb of whom one stands right behind the question's."""
    return [*objects_of(tree, deed), *(subjects_of(tree, deed) if asked.is_converse() else ())]


def _whom(tree: Tree, deed: int) -> list[int]:
    """To whom it was done: of "gave her a medal" she."""
    given = [*_receivers(tree, deed), *(m for n in below(tree, deed, "dative") for m in below(tree, n, "pobj"))]
    return given or objects_of(tree, deed)


def _receivers(tree: Tree, deed: int) -> list[int]:
    return [n for n in below(tree, deed, "dative") if tree[n].tag in PARTIES]


def _behind(tree: Tree, deed: int, preposition: str) -> list[int]:
    """What stands behind a preposition of a verb: "testified for Ek"."""
    held = [n for n in below(tree, deed, "prep", "dative", "agent") if tree[n].text.lower() == preposition]
    return [m for n in held for m in below(tree, n, "pobj")]


def _of_clause(tree: Tree, n: int) -> int | None:
    """A word, or of "who" of whom its clause tells more, Lie of "It was Lie and not Ek who sang"; None where that is
    not plain.
    """
    clause = next((m for m in above(tree, n) if tree[m].role == "relcl"), None)
    if tree[n].tag in _RELATIVE:
        if clause is None:
            return None
        n = tree[clause].head
        while tree[n].role == "appos":  # "the driver, Ek, who"
            n = tree[n].head
    if not any(one.text.lower() == "not" for one in tree[tree[n].first : n]):
        return n
    return tree[n].head if tree[n].role == "conj" else None


def _is_asked_of(tree: Tree, n: int, asked: Asked) -> bool:
    """Whether the question has the word itself."""
    return share_of([tree[n].text.lower()], f"{asked.other} {asked.rest}") > 0


def _end_of(tree: Tree, n: int) -> int:
    """The last word of who somebody is, without what a clause or a name beside it tells: "the mayor of Oslo"."""
    of = next((m for m in below(tree, n, "prep") if m == n + 1 and tree[m].text == "of"), None)
    whose = next(iter(below(tree, of, "pobj")), None) if of is not None else None
    return n if whose is None else _end_of(tree, whose)
