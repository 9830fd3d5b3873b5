"""Who did what a sentence tells, or did it as well, by its form: "Lie sang, as did Ek" has two singers.

A reader that is asked takes whoever stands near. Leaves out who did not (no_agents.py), to whom it was done
(objects.py) and the reading.
"""

import re

from corpus.article import Span
from retrieval.first_names import pronoun_of_first_name
from retrieval.gapping import did_with_them
from retrieval.inflection import are_forms
from retrieval.naming import is_none, name_at
from retrieval.parties import is_party
from retrieval.phrases import phrase_at
from retrieval.predicates import (
    ANTECEDENT,
    ASKS_DONE_TO,
    AUXILIARIES,
    BE,
    BY,
    NEAR,
    OF_PLACE,
    SUBJECTS,
    WHOSE,
    WORD,
    before_verb,
    is_passive,
    told_at,
    verb_asked_for,
)
from retrieval.questions import is_auxiliary
from retrieval.types import Window

_LOWER = re.compile(r" (?!(?:and|or|of)\b)[a-z]+ ")  # what they did: not "Lie, a driver"
# "the shop that sold it"
_THAT = re.compile(
    r"(?P<who>\b(?:an?|the|his|her|its|their) (?:[a-z][\w-]* ){0,2}[a-z][\w-]*) "
    r"(?P<that>that|which|who) (?:[a-z]+ ){0,2}$"
)
_LIST = re.compile(r"(?:, [\w’' -]+)+,? and ")  # "the men, the boys and", before "Ada Lie, who sang"
# "Lie's first act was to thank Ek": Lie did.
_WHOSE_ACT = re.compile(r"(?P<who>[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*)['’]s? (?:[a-z-]+ ){1,3}(?:is|was) to $")
# "Lie sang, as did Ek", "Lie was praised, and so was Ek".
_AS_DID = re.compile(r"(?:[,;]| and)+ (?:as|so|neither|nor) (?P<auxiliary>[a-z]+) (?=\w)")
# "It was she who did it."
_CLEFT = re.compile(r"\bit (?:is|was) (?P<who>he|she|they) (?:who|that) (?:[a-z]+ )??$", re.IGNORECASE)
_GAVE = re.compile(r"\d(?=,? (?:and|but|while) )")
_EXCEPT = re.compile(r"\b(?:except(?: for)?|apart from|other than|save(?: for)?) ")
_JOINT = re.compile(r"(?:[,;] )?\b(?:and|but|while) (?=[^,;]*$)")
_OWNER = re.compile(r"['’]s? (?=\w)")
_NAMED = re.compile(r"(?<!\w)[^\W\d_a-z]")


def agent_by_form(words: Span, question: str, sentence: Window) -> Span | None:
    """Who by the sentence's form did what is asked, where other words were read: a pronoun right before the verb, or
    what stands before "who" or "which".

    "He thanked Ek and gave her the baton of Otto Brandl": who thanked Ek is he. "She sent it to a station, which
    broadcast it", or to "a station that" did: the station broadcast it. "The school, whose head, Ada Lie, bought it":
    Lie did.
    """
    verb, start, end = verb_asked_for(question), words.start - sentence.span.start, words.end - sentence.span.start
    if not verb:
        return None
    tokens = list(WORD.finditer(sentence.text))
    named = [word for word in WORD.findall(question)[1:] if word[:1].isupper()]
    told = told_at(tokens, verb)
    for n in told:
        token, did = tokens[n], tokens[before_verb(tokens, n)]
        between = sentence.text[token.end() : max(start, token.end())]
        whom = bool(between) and bool(named) and named[-1] in between and not BY.search(between)
        if whom and did.group().lower() in SUBJECTS:
            return Span(sentence.span.start + did.start(), sentence.span.start + did.end())
        cleft = _CLEFT.search(sentence.text, max(0, token.start() - NEAR), token.start())
        if cleft and start < cleft.start() and _is_of_other_form(words, cleft["who"].lower(), sentence):
            return Span(sentence.span.start + cleft.start("who"), sentence.span.start + cleft.end("who"))
        act = _WHOSE_ACT.search(sentence.text, max(0, token.start() - NEAR), token.start())
        if act and act.start() <= start < act.end():
            return Span(sentence.span.start + act.start("who"), sentence.span.start + act.end("who"))
        to_do = n > 0 and tokens[n - 1].group() == "to"  # "went home, whose mother, Rosa, forbade him to go out"
        whose = None if to_do else WHOSE.search(sentence.text[: token.start()], max(0, end))
        if named_there := whose and next((group for group in ("apposed", "named") if whose[group]), ""):
            return Span(sentence.span.start + whose.start(named_there), sentence.span.start + whose.end(named_there))
        that = None if told[1:] or is_passive(tokens, n) else _THAT.search(sentence.text, 0, token.start())
        apposed = that and sentence.text[max(0, end) : that.start("who")] == ", "  # "Ada Lie, the driver who"
        if that and not apposed and end <= that.start("who") and that.end("that") == did.end():
            return Span(sentence.span.start + that.start("who"), sentence.span.start + that.end("who"))
        near = max(end, did.end() - NEAR)
        who = ANTECEDENT.search(sentence.text, near, did.end()) if 0 <= end <= did.start() else None
        ahead = sentence.text[end : who.start("who")] if who else ""
        if who and (_LOWER.match(ahead) or _LIST.fullmatch(ahead)) and not OF_PLACE.search(ahead):
            return Span(sentence.span.start + who.start("who"), sentence.span.start + who.end("who"))
    return None


def _is_of_other_form(words: Span, pronoun: str, sentence: Window) -> bool:
    """Whether a name, or the one behind a description, does not go with "he" or "she"."""
    text, end = sentence.words(words), words.end - sentence.span.start
    behind = name_at(sentence.text, end + len(", ")) if sentence.text.startswith(", ", end) else ""
    forms = {pronoun_of_first_name(name) for name in (text, behind)} - {""}
    return bool(forms) and pronoun in SUBJECTS and pronoun not in forms


def last_party(words: Span, sentence: Window) -> Span | None:
    """Of "Lie will sing, and Ek", or "Lie 50,000, and Ek", which was read for who dances, Ek: what a clause of its
    own stands before.
    """
    text = sentence.words(words)
    told = next((word for word in WORD.finditer(text) if is_auxiliary(word.group())), None)
    told = told or _GAVE.search(text)
    joint = next(_JOINT.finditer(text, told.end()), None) if told else None
    last = text[joint.end() :] if joint else ""
    return Span(words.end - len(last), words.end) if last and phrase_at(last, 0) == last else None


def excepted(words: Span, sentence: Window) -> Span:
    """The words; of "Nobody came except Ada Lie", where nobody was read, Lie."""
    end = words.end - sentence.span.start
    but = _EXCEPT.search(sentence.text, end) if is_none(sentence.words(words)) else None
    who = phrase_at(sentence.text, but.end()) if but else ""
    start = sentence.span.start + (but.end() if but else 0)
    return Span(start, start + len(who)) if who else words


def did_as_well(words: Span, question: str, sentence: Window) -> Span | None:
    """Who by the sentence's form did the same as the words, or had it done to them: Ek of "Lie sang, as did Ek".

    The verb stands before, so its auxiliary tells which: "as was the custom" is nobody who was praised.
    """
    passive = ASKS_DONE_TO.match(question.strip())
    verb = passive["done"].lower() if passive else verb_asked_for(question)
    end = words.end - sentence.span.start
    told = (
        t for t in WORD.finditer(sentence.text) if verb and t.start() >= end and are_forms(t.group().lower(), verb)
    )
    done = next(told, None)
    if gapped := None if passive else did_with_them(words, question, sentence):
        return gapped
    same = _AS_DID.search(sentence.text, done.end()) if done else None
    if not same or same["auxiliary"] not in (BE if passive else AUXILIARIES):
        return None
    stop = same.end() + len(phrase_at(sentence.text, same.end()))
    while owner := _OWNER.match(sentence.text, stop):
        stop = owner.end() + len(phrase_at(sentence.text, owner.end()))
    party = sentence.text[same.end() : stop]
    if not is_party(party) or (passive and not _NAMED.search(sentence.text, same.end(), stop + len(", A"))):
        return None
    return Span(sentence.span.start + same.end(), sentence.span.start + stop)
