"""Who did, did as well or did not do what a sentence tells, by its form: "a cello that was stolen from a train" has
no thief, and "Lie sang, as did Ek" two singers.

A reader that is asked who stole it takes whoever stands beside it. Leaves out to whom it was done (objects.py) and
the reading.
"""

import re

from corpus.article import Span
from retrieval.agreement import is_owner
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import are_forms, is_participle
from retrieval.naming import dateline_end, is_none, name_at
from retrieval.parties import is_party
from retrieval.phrases import phrase_at
from retrieval.questions import is_auxiliary
from retrieval.quotations import quoted_spans
from retrieval.search import content_words, share_of
from retrieval.types import Window

ASKS_WHOM = re.compile(
    r"\W*(?i:and |but )?(?i:whom?) (?:did|does|do|has|have|had|will|would) "
    r"(?=[^\W\d_a-z]|(?:an?|the|his|her|their|its) )"
)
_ASKED = re.compile(r"(?:and |but )?who (?P<rest>.+)", re.IGNORECASE | re.DOTALL)
AUXILIARIES = frozenset(
    "also can could did do does first had has have later may might must should will would".split()
)
_BE = frozenset("am are be been being is was were".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_THEN = frozenset("now once since soon then".split())
_ANYBODY = frozenset("another nobody none one somebody someone".split())
_SUBJECTS = frozenset("he she they".split())
_OBJECTS = frozenset("her him me them us".split())
_ANTECEDENT = re.compile(
    r"(?<!\w)(?P<who>(?:an?|the|his|her|its|their) (?:[a-z][\w-]* ){0,2}[a-z][\w-]*|[^\W\d_a-z][\w’'-]*"
    r"(?: [^\W\d_a-z][\w’'-]*)*), (?:which|who)$"
)
_NEAR = 120  # characters before the verb
_LOWER = re.compile(r" (?!(?:and|or|of)\b)[a-z]+ ")  # what they did: not "Lie, a driver"
_RELATIVE = re.compile(r"\b(?:which|whom?|whose|that)\b")
_OF = re.compile(r"\b(?:at|for|from|in|near|of|on) $")  # "a driver of Oslo, who"
ASKS_DONE_TO = re.compile(
    r"(?:and |but )?who (?:was|were|is|are|has been|have been|had been) (?P<done>[a-z]+)\b", re.I
)
_WHO_WAS = re.compile(r",? (?:who|which) (?:are|had been|has been|have been|is|was|were)\b")
_DONE_BY = re.compile(r"\b(?P<done>[a-z]+) by (?:(?:an?|the|his|her|its|their) )?$")
_BETWEEN = 2  # words at most from "was" to "stolen": "was then quietly stolen"
# "Lie's first act was to thank Ek": Lie did.
_WHOSE_ACT = re.compile(r"(?P<who>[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*)['’]s? (?:[a-z-]+ ){1,3}(?:is|was) to $")
_WHOSE = re.compile(
    r", whose (?:[a-z][\w-]* ){0,3}[a-z][\w-]*"
    r"(?:, (?P<apposed>[^,]+),| (?P<named>[^\W\d_a-z][^,]*?))? (?:(?:had|has|have|also|later) )*$"
)
# "Lie sang, as did Ek", "Lie was praised, and so was Ek".
_WHICH = re.compile(r",? (?:which|that|whom) ")
_BY_ANOTHER = re.compile(r"\b(?:that|which|whom) (?:[^\W\d_a-z][\w.’'-]* )*$")  # "the hat that Ada Lie had lost"
_AS_DID = re.compile(r"(?:[,;]| and)+ (?:as|so|neither|nor) (?P<auxiliary>[a-z]+) (?=\w)")
# "Led not by Lie but by Ek".
_NOT, _BUT = re.compile(r"\bnot (?:by |from )?$"), re.compile(r",? but\b")
_ITS_PURPOSE = re.compile(r", (?:in order )?to (?:[a-z]+ly )?$")  # of whom the sentence is about
# "It was she who did it."
_CLEFT = re.compile(r"\bit (?:is|was) (?P<who>he|she|they) (?:who|that) (?:[a-z]+ )??$", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:except(?: for)?|apart from|other than|save(?: for)?) ")
_JOINT = re.compile(r"(?:[,;] )?\b(?:and|but|while) (?=[^,;]*$)")
_OWNER = re.compile(r"['’]s? (?=\w)")
_NAMED = re.compile(r"(?<!\w)[^\W\d_a-z]")
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_BY_WHOM = re.compile(r"\bby (?:which|whom)\b", re.IGNORECASE)


def is_no_agent(words: Span, question: str, sentence: Window) -> bool:
    """Whether a sentence tells the question's deed in the passive only, and not that it was done by the words, or
    tells it of somebody of theirs: "the union, whose leader, Ada Lie, thanked them". Nor is it who owns something,
    "her concert", or where the article was written.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    if is_owner(sentence.text, start, end) or 0 <= start < dateline_end(sentence.text):
        return True
    if _NOT.search(sentence.text[: max(0, start)]) and _BUT.match(sentence.text, max(0, end)):
        return True
    verb = _verb_of(question)
    if not verb:
        return False
    tokens = list(_WORD.finditer(sentence.text))
    told = [n for n, token in enumerate(tokens) if are_forms(token.group().lower(), verb)]
    if told and all(_is_told_of_another(words, tokens, n, sentence) for n in told):
        return True
    if sentence.text[max(0, start) : max(0, end)] in _OBJECTS and any(tokens[n].end() + 1 == start for n in told):
        return True
    if _did_it_to_else(words, tokens, told, question, sentence):
        return True
    if told and all(_WHOSE.search(sentence.text[: tokens[n].start()], max(0, end)) for n in told):
        return True
    if not told or not all(is_passive(tokens, n) for n in told):
        return False
    return not _BY_WHOM.search(sentence.text) and not any(
        _BY.search(sentence.text[tokens[n].end() : start if start > 0 else None]) for n in told
    )


def _is_told_of_another(words: Span, tokens: list[re.Match[str]], verb: int, sentence: Window) -> bool:
    """Whether by what stands around a verb another did it than was read."""
    if not sentence.span.holds(words):
        return False
    doer = tokens[before_verb(tokens, verb)]
    forms = (_is_another, _is_apart_from_antecedent, _was_done_to, _is_before_purpose, _is_spoken_of)
    return any(is_other(words, doer, tokens[verb], sentence) for is_other in forms)


def _is_another(words: Span, doer: re.Match[str], _: re.Match[str], sentence: Window) -> bool:
    """Whether another pronoun than the one that was read, or than goes with the name, stands right before the verb,
    "he left when she had thanked them", or one of several, "Lie left, and one thanked them", or another name, "the
    hat that Lie had lost".
    """
    did, read = doer.group().lower(), sentence.words(words).lower()
    if did != read and ({did, read} <= _SUBJECTS or (did in _ANYBODY and did not in read.split())):
        return True
    if did in ("he", "she"):
        return pronoun_of_first_name(sentence.words(words)) not in ("", did)
    named = doer.group()[0].isupper() and _BY_ANOTHER.search(sentence.text[: doer.start()])
    return bool(named) and not read.endswith(did)


def _was_done_to(words: Span, doer: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it is what they did it to: "the flowers, which she returned", "drew her the house"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    behind = sentence.text[verb.end() : max(0, start)]
    whom = sentence.words(words).lower() in _OBJECTS and bool(behind) and not _BY.search(behind)
    return whom or bool(_WHICH.fullmatch(sentence.text[max(0, end) : doer.start()]))


def _is_before_purpose(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it stands before what another's deed is for: "Lie wrote to the mayor, Bo Ek, to propose it"."""
    purpose = _ITS_PURPOSE.search(sentence.text[: verb.start()])
    begins = words.start == sentence.span.start
    return purpose is not None and not begins and words.end - sentence.span.start == purpose.start()


def _is_spoken_of(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether a quotation speaks of who was read, and the verb is none of it: "“Ask him,” she told them"."""
    spoken = [span for span in quoted_spans(sentence.text, sentence.span.start) if span.holds(words)]
    said = any(sentence.text[span.end - sentence.span.start - 2] in ",.!?" for span in spoken)
    at = sentence.span.start + verb.start()
    return said and not any(span.start <= at < span.end for span in spoken)


def _did_it_to_else(
    words: Span, tokens: list[re.Match[str]], told: list[int], question: str, sentence: Window
) -> bool:
    """Whether of a verb that is told twice somebody is the subject where it has nothing of the question behind it,
    and another where it has: "He will give the money back if the bank gives him his fee", asked who gives money.
    """
    quoted = quoted_spans(sentence.text)
    told = [n for n in told if not any(span.start <= tokens[n].start() < span.end for span in quoted)]
    if not told[1:]:
        return False
    asked = content_words(question)[1:]
    ends = [tokens[n].start() for n in told[1:]] + [len(sentence.text)]
    shares = [share_of(asked, sentence.text[tokens[n].end() : end]) for n, end in zip(told, ends, strict=True)]
    own = [n for n in told if tokens[before_verb(tokens, n)].end() + sentence.span.start == words.end]
    return len(own) == 1 and 2 * shares[told.index(own[0])] <= max(shares) > 0


def _is_apart_from_antecedent(words: Span, did: re.Match[str], _: re.Match[str], sentence: Window) -> bool:
    """Whether another stands before the "who" that did it, and something else is told of the words before that: of
    "the army, which came, and Ada Lie, who sang" the army.
    """
    end = words.end - sentence.span.start
    who = _ANTECEDENT.search(sentence.text, max(end, did.end() - _NEAR), did.end())
    ahead = sentence.text[end : who.start("who")] if who else ""
    return bool(_RELATIVE.search(ahead)) and not _OF.search(ahead)


def before_verb(tokens: list[re.Match[str]], verb: int) -> int:
    """Where the word stands that comes before a verb and its auxiliaries, 0 where none does."""
    at = verb - 1
    while at > 0 and tokens[at].group().lower() in AUXILIARIES | _THEN:
        at -= 1
    return max(0, at)


def is_agent_of_passive(words: Span, question: str, sentence: Window) -> bool:
    """Whether somebody did what is asked to whom: "Who was arrested?" is not the police of "Police arrested Lie"."""
    asked = ASKS_DONE_TO.match(question.strip())
    if not asked or not asked["done"].islower() or _BY.search(question):
        return False
    ends = words.end - sentence.span.start
    by = _DONE_BY.search(sentence.text[: max(0, words.start - sentence.span.start)])
    if by and is_participle(by["done"].lower()) and not _WHO_WAS.match(sentence.text, ends):
        return True  # "Lie was arrested by the police"
    tokens = list(_WORD.finditer(sentence.text))
    behind = (n for n, token in enumerate(tokens) if token.start() >= ends)
    verb = next((n for n in behind if tokens[n].group().lower() not in AUXILIARIES), None)
    if verb is None or not are_forms(tokens[verb].group().lower(), asked["done"].lower()):
        return False
    between = sentence.text[ends : tokens[verb].start()]
    return not between.strip(" abcdefghijklmnopqrstuvwxyz") and not is_passive(tokens, verb)


def agent_by_form(words: Span, question: str, sentence: Window) -> Span | None:
    """Who by the sentence's form did what is asked, where other words were read: a pronoun right before the verb, or
    what stands before "who" or "which".

    "He thanked Ek and gave her the baton of Otto Brandl": who thanked Ek is he. "She sent it to a station, which
    broadcast it": the station broadcast it. "The school, whose head, Ada Lie, bought it": Lie did.
    """
    verb, start, end = _verb_of(question), words.start - sentence.span.start, words.end - sentence.span.start
    if not verb:
        return None
    tokens = list(_WORD.finditer(sentence.text))
    named = [word for word in _WORD.findall(question)[1:] if word[:1].isupper()]
    for n, token in enumerate(tokens):
        if not are_forms(token.group().lower(), verb):
            continue
        did = tokens[before_verb(tokens, n)]
        between = sentence.text[token.end() : max(start, token.end())]
        whom = bool(between) and bool(named) and named[-1] in between and not _BY.search(between)
        if whom and did.group().lower() in _SUBJECTS:
            return Span(sentence.span.start + did.start(), sentence.span.start + did.end())
        cleft = _CLEFT.search(sentence.text[: token.start()])
        if cleft and start < cleft.start() and _is_of_other_form(words, cleft["who"].lower(), sentence):
            return Span(sentence.span.start + cleft.start("who"), sentence.span.start + cleft.end("who"))
        act = _WHOSE_ACT.search(sentence.text[: token.start()])
        if act and act.start() <= start < act.end():
            return Span(sentence.span.start + act.start("who"), sentence.span.start + act.end("who"))
        whose = _WHOSE.search(sentence.text[: token.start()], max(0, end))
        if named_there := whose and next((group for group in ("apposed", "named") if whose[group]), ""):
            return Span(sentence.span.start + whose.start(named_there), sentence.span.start + whose.end(named_there))
        near = max(end, did.end() - _NEAR)
        who = _ANTECEDENT.search(sentence.text, near, did.end()) if 0 <= end <= did.start() else None
        ahead = sentence.text[end : who.start("who")] if who else ""
        if who and _LOWER.match(ahead) and not _OF.search(ahead):
            return Span(sentence.span.start + who.start("who"), sentence.span.start + who.end("who"))
    return None


def _is_of_other_form(words: Span, pronoun: str, sentence: Window) -> bool:
    """Whether a name, or the one behind a description, does not go with "he" or "she"."""
    text, end = sentence.words(words), words.end - sentence.span.start
    behind = name_at(sentence.text, end + len(", ")) if sentence.text.startswith(", ", end) else ""
    forms = {pronoun_of_first_name(name) for name in (text, behind)} - {""}
    return bool(forms) and pronoun in _SUBJECTS and pronoun not in forms


def last_party(words: Span, sentence: Window) -> Span | None:
    """Of "Lie will sing, and Ek", which was read for who dances, Ek: what a clause of its own stands before."""
    text = sentence.words(words)
    told = next((word for word in _WORD.finditer(text) if is_auxiliary(word.group())), None)
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
    verb = passive["done"].lower() if passive else _verb_of(question)
    end = words.end - sentence.span.start
    told = (
        t for t in _WORD.finditer(sentence.text) if verb and t.start() >= end and are_forms(t.group().lower(), verb)
    )
    done = next(told, None)
    same = _AS_DID.search(sentence.text, done.end()) if done else None
    if not same or same["auxiliary"] not in (_BE if passive else AUXILIARIES):
        return None
    stop = same.end() + len(phrase_at(sentence.text, same.end()))
    while owner := _OWNER.match(sentence.text, stop):
        stop = owner.end() + len(phrase_at(sentence.text, owner.end()))
    party = sentence.text[same.end() : stop]
    if not is_party(party) or (passive and not _NAMED.search(sentence.text, same.end(), stop + len(", A"))):
        return None
    return Span(sentence.span.start + same.end(), sentence.span.start + stop)


def _verb_of(question: str) -> str:
    """What somebody did: "stole" of "Who has stolen it?"; "" where it is asked to whom it was done."""
    asked = _ASKED.match(question.strip())
    words = _WORD.findall(asked["rest"]) if asked and not ASKS_WHOM.match(question) else []
    while words and words[0] in AUXILIARIES:
        words.pop(0)
    return "" if not words or words[0] in _BE else words[0].lower()


def is_passive(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a form of "be" stands before a word, with an adverb between at most."""
    if tokens[at].group().endswith("ing"):
        return False
    for n in range(at - 1, max(0, at - 1 - _BETWEEN) - 1, -1):
        if tokens[n + 1].start() - tokens[n].end() > 1:  # "who is 80, sang"
            return False
        word = tokens[n].group().lower()
        if word in _BE:
            return True
        if not word.endswith("ly") and word not in ("also", "later", "never", "not", "then"):
            return False
    return False
