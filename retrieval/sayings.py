"""Whose word a sentence gives by its form, with any verb of saying or belief: "Ek, a nurse recalled, had left", or
"In the view of Lie, Ek left".

The verbs are WordNet's (training/sayings.py). Leaves out whom a pronoun stands for, and what only a reader tells
(attributions.py); "said" and "told", which need no "that", are in reported.py.
"""

import re
from collections.abc import Iterator

from corpus.article import Span
from retrieval.inflection import base_of_past, lemmas
from retrieval.phrases import is_verb, phrase_at
from retrieval.questions import is_auxiliary
from retrieval.quotations import quoted_spans
from retrieval.receivers import is_giving
from retrieval.tellers import Teller, after_lead, teller_at
from retrieval.word_lists import words_of

_ACCOUNT = (
    r"(?:account|belief|description|estimate|estimation|eyes|judge?ment|memory|mind|opinion|recollection|"
    r"reckoning|report|story|telling|testimony|version|view|words?)"
)
_FRONT = re.compile(rf"(?:According to|(?:By|In|On) the (?:own )?{_ACCOUNT} of) ")
_ACCORDING = re.compile(rf",? (?:according to|(?:by|in|on) the {_ACCOUNT} of) ")
_IN = re.compile(r"(?:By|In|On) ")
_COMMA = re.compile(",")
_OWN = re.compile(rf"['’]s? (?:own )?{_ACCOUNT},")
_AS = re.compile(r"As ")
_IT = re.compile(r" [a-z]+ it,")
_IF = re.compile(r"If ")
_BELIEVED = re.compile(r" (?:is|are) (?:right|to be believed|to be trusted),")
_SAYS = re.compile(r" (?:(?:also|had|has|have|later|now|once|still|then|[a-z]+ly) )*(?P<verb>[a-z]+)\b")
_ASIDE = re.compile(r", (?P<as>(?:as|or so|so) )?")
_REST = re.compile(r"[^,;:.!?“”\"]*")
_PREPOSITIONS = frozenset("about after at before by during for from in of on since to under with".split())
_CLAUSE = re.compile(r"\b(?:how|if|that|what|whether|why)\b")
_RELATIVE = re.compile(r"\b(?:which|whom?|whose) ")
_WORD = re.compile(r"[a-z]+")
_INVERTED = re.compile(r" ?(?P<verb>[a-z]+) ")
_THAT = re.compile(r" that\b")
_CERTAIN = re.compile(r" (?:is|are|was|were) (?:\w+ly )?[a-z]+(?::| that\b)")
_SAID_BY = re.compile(r"\b(?:are|is|was|were) (?:[a-z]+ly )?(?P<verb>[a-z]+) by ")
_TO_HAVE = re.compile(r" to (?:be|have)\b")
_OPENS = re.compile(r"\bthat\b|[:“”\"]")
_ENDS = re.compile(r"; |: |, (?:and|as|but|while) (?!that\b)")
# "Lie paid, although, she said, the bank had advised her not to."
_JOINS = re.compile(r" (?:although|and|because|but|if|since|that|though|when|whereas|while)$")
_NEXT_WORD = re.compile(r", (?P<word>[a-z]+)\b")
_CLEFT = ("that", "who", "whom")
# "When Ek fell, Lie remarked ..." has its main clause there, and so has "Asked about Ek, Lie remarked ...".
_SUBORDINATE = re.compile(
    r"(?:after|although|as|because|before|if|once|since|though|unless|until|when|whenever|while|[a-z]+(?:ed|ing))\b",
    re.IGNORECASE,
)
_FAR = 60  # characters between a speaker and the rest of the quotation: "he told the court on Friday, “"


def told_by(sentence: str, words: Span) -> Span | None:
    """Who says the words, which stand there in the sentence, by the name behind a description; None where its form
    does not tell.
    """
    forms = (_of_quotation, _in_front, _beside, _with_that, _of_passive)
    return next(filter(None, (form(sentence, words) for form in forms)), None)


def may_tell(sentence: str, who: Span, words: Span) -> bool:
    """Whether by the form somebody says something, with a verb behind them or, after a comma or a quotation, before
    them.
    """
    before = sentence[: who.start]
    if inverted := re.search(r"[,”\"] ?(?P<verb>[a-z]+) $", before):
        return is_saying(inverted["verb"])
    teller = teller_at(sentence, who.start)
    if not teller or (words.start < teller.end and who.start < words.end):
        return False
    says = _SAYS.match(sentence, teller.end)
    if not says or not is_saying(says["verb"]):
        return bool(_CERTAIN.match(sentence, teller.end))
    # "signed a letter" says nothing; before the words something has to open what is said.
    return words.end <= who.start or bool(_OPENS.search(sentence, says.end(), max(says.end(), words.start)))


def is_saying(word: str) -> bool:
    """Whether a word in small letters is a form, but that in -ing, of a verb of saying or belief: "recalled"."""
    return not word.endswith("ing") and not lemmas(word).isdisjoint(words_of("saying.txt"))


def _says_at(sentence: str, start: int) -> tuple[Teller, re.Match[str]] | None:
    """Who says something from there on, and the verb of it: "the cook, Gerd Vik, remembered"."""
    teller = teller_at(sentence, start)
    says = _SAYS.match(sentence, teller.end) if teller else None
    return (teller, says) if teller and says and is_saying(says["verb"]) else None


def _of_quotation(sentence: str, words: Span) -> Span | None:
    """Of "“Ek left,” recalled the cook, “and slept”", "The cook recalled: “Ek left”"."""
    quoted = quoted_spans(sentence)
    for number, quote in enumerate(quoted):
        if quote.holds(words):
            behind = _behind_quote(sentence, quote)
            before = quoted[number - 1] if number else None
            between = _behind_quote(sentence, before) if before and quote.start - before.end <= _FAR else None
            return behind or between or _before_quote(sentence, quote)
    return None


def _behind_quote(sentence: str, quote: Span) -> Span | None:
    if sentence[quote.end - 2] not in ",!?…" or sentence[quote.end : quote.end + 1] != " ":
        return None
    at = quote.end + 1
    inverted = _INVERTED.match(sentence, at)
    if inverted and is_saying(inverted["verb"]) and (teller := teller_at(sentence, inverted.end())):
        return teller.words
    said = _says_at(sentence, at)
    return said[0].words if said else None


def _before_quote(sentence: str, quote: Span) -> Span | None:
    said = _says_at(sentence, after_lead(sentence))
    opens = sentence[: quote.start].endswith((", ", ": "))
    if not said or not opens or not said[1].end() <= quote.start <= said[1].end() + _FAR:
        return None
    return said[0].words


def _in_front(sentence: str, words: Span) -> Span | None:
    """Of "In the view of Lie, Ek left", "In Lie's view, ...", "As Lie puts it, ...", "If Lie is right, ..."."""
    starts = {0, after_lead(sentence)}  # "In May" may stand before, and "In Ada" begins "In Ada Lie's view"
    for who, end in (one for start in starts for one in _fronted(sentence, start)):
        if end <= words.start and not _ENDS.search(sentence, end, words.end):
            return who
    return None


def _fronted(sentence: str, start: int) -> Iterator[tuple[Span, int]]:
    """Who may be named by what a sentence begins with, and where that ends."""
    for front, follows in ((_FRONT, _COMMA), (_AS, _IT), (_IF, _BELIEVED)):
        if not (begins := front.match(sentence, start)):
            continue
        for with_beside in (True, False):
            teller = teller_at(sentence, begins.end(), with_beside=with_beside)
            ends = follows.match(sentence, teller.end - teller.closed) if teller else None
            if teller and ends:
                yield teller.words, ends.end()
    if begins := _IN.match(sentence, start):
        owner = Span(begins.end(), begins.end() + len(phrase_at(sentence, begins.end())))
        if ends := _OWN.match(sentence, owner.end):
            yield owner, ends.end()


def _beside(sentence: str, words: Span) -> Span | None:
    """Of "Ek, a nurse recalled, left", "It was Ek, a nurse told reporters, who left", "Ek left, a nurse recalled",
    "Ek left, according to a nurse".
    """
    for end in _ACCORDING.finditer(sentence, words.end):
        teller = teller_at(sentence, end.end())
        if teller and not _ENDS.search(sentence, words.end, end.start()):
            return teller.words
    for begins in _ASIDE.finditer(sentence):
        said = _says_at(sentence, begins.end())
        inverted = _INVERTED.match(sentence, begins.end()) if begins["as"] else None
        if inverted and is_saying(inverted["verb"]) and (who := teller_at(sentence, inverted.end())):
            teller, verb = who, who.end
        elif said:
            teller, verb = said[0], said[1].end()
        else:
            continue
        rest = _REST.match(sentence, verb)
        stop = rest.end() if rest else verb
        if words.meets(Span(begins.start(), stop)) or not _is_aside(sentence, begins, verb, stop):
            continue
        before = words.end <= begins.start()
        if before and _JOINS.search(sentence, words.end, begins.start()):
            continue
        if before and _is_in_relative(sentence[words.end : begins.start()]):
            continue
        between = (words.end, begins.start()) if before else (stop, words.end)
        if not _ENDS.search(sentence, *between):
            return teller.words
    return None


def _of_passive(sentence: str, words: Span) -> Span | None:
    """Of "Ek is said by two nurses to have left"."""
    for said in _SAID_BY.finditer(sentence):
        teller = teller_at(sentence, said.end()) if is_saying(said["verb"]) else None
        to = _TO_HAVE.match(sentence, teller.end) if teller else None
        if teller and to and not words.meets(Span(said.start(), to.end())):
            first, last = sorted((words.end, said.start())) if words.start < said.start() else (to.end(), words.start)
            if not _ENDS.search(sentence, first, last):
                return teller.words
    return None


def _is_aside(sentence: str, begins: re.Match[str], verb: int, stop: int) -> bool:
    """Whether a clause of saying from a comma on hangs on what stands around it."""
    rest = sentence[verb:stop].strip()
    if _CLAUSE.search(rest):
        return False
    first, said = rest.partition(" ")[0], sentence[:verb].rpartition(" ")[2]
    if rest and not (first in _PREPOSITIONS or first.endswith("ly") or is_giving(said)):
        return False  # "Lie described the house"
    follows = _NEXT_WORD.match(sentence, stop)
    if follows and (follows["word"] in _CLEFT or is_auxiliary(follows["word"]) or is_verb(follows["word"])):
        return True
    starts = max((joint.end() for joint in _ENDS.finditer(sentence, 0, begins.start())), default=0)
    whole = not sentence[stop:].strip('.!?”"')
    return bool(begins["as"]) or (whole and not _SUBORDINATE.match(sentence, starts))


def _is_in_relative(between: str) -> bool:
    """Whether before an aside stands a clause of its own that has no verb yet: ", which two of the others"."""
    *_, last = _RELATIVE.split(between)
    told = any(base_of_past(word) or is_auxiliary(word) or is_verb(word) for word in _WORD.findall(last))
    return last != between and not told


def _with_that(sentence: str, words: Span) -> Span | None:
    """Of "Lie conceded that Ek had left", "Lie maintained Ek had left"."""
    starts = [0, *(joint.end() for joint in _ENDS.finditer(sentence, 0, words.start))]
    for begin in reversed(starts):
        said = _says_at(sentence, after_lead(sentence, begin))
        if not said:
            continue
        told = said[1].end()
        what = teller_at(sentence, told + 1)
        follows = sentence[what.end :].split() if what else []
        claimed = bool(follows and follows[0] != "been" and is_auxiliary(follows[0]))
        ends = _ENDS.search(sentence, told)
        within = told <= words.start and words.end <= (ends.start() if ends else len(sentence))
        if within and (_THAT.match(sentence, told) or claimed):
            return said[0].words
    return None
