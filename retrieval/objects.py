"""To whom a sentence tells that it was done, by its form: whom Lie thanked is him in "Lie thanked him, as did Ek".

A reader that is asked for him takes whoever stands near. Leaves out who did it (agents.py), and the reading.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.article import Span
from retrieval.agreement import is_owner, pronoun_form
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import are_forms, base_of_past, lemmas
from retrieval.naming import name_at, name_ending
from retrieval.parties import is_party
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import phrase_at
from retrieval.predicates import (
    ASKS_WHOM,
    WORD,
    before_verb,
    is_passive,
    told_at,
    verbs_of_whom,
)
from retrieval.questions import is_auxiliary
from retrieval.types import Window

_NAMED = re.compile(r"(?<!\w)[^\W\d_a-z]")
_RELATIVE = re.compile(r",? (?:which|whom?|that) ")
_TO = re.compile(r"\W*(?:against|at|for|from|on|to|with) (?=whom\b)", re.IGNORECASE)  # not "by whom"
_WITH_WHOM = re.compile(r"\W*(?:and )?(?P<by>against|at|for|from|on|to|with) whom\b", re.IGNORECASE)
_WHAT = re.compile(r"\W*(?i:and |but )?(?i:what) (?:did|does|do|has|have|had|will|would) (?=[^\W\d_a-z])")
_OBJECT = re.compile(r"(?:him|her|them|me|us|you)\b")
_BEYOND = re.compile(r",? (?:about|after|as|because|before|for|if|of|over|that|when|while|who|whose)\b(?!.*[;:])")
_AGAIN = re.compile(
    r"(?:[,;] |,? and |,? but )(?:(?:also|later|then) )*(?:(?:he|she|it|they) )?(?:(?:also|had|later|then) )*"
)
_BY = r" by (?:[^,.;:“”\"]{1,60}, (?!and |but |while ))?(?:[\w.’'-]+ ){0,4}?"  # "by the mayor, Ada "
_BEEN = frozenset("also been being later once then".split())
_CLAUSE = re.compile(r"(?:(?:At|In|Last|On) [^,;:]{1,30}, |.*[;:,] (?:and |but )?(?=\S+(?: \S+){0,3}$))")
_ALSO = re.compile(r",? (?:and|or|as well as) (?:[a-z]+ ){0,2}|, ")
_AND_THEN_DID = re.compile(r"(?:^|,? (?:and|but|then) )(?P<verb>[a-z]+) (?=(?:an?|the|his|her|its|their|some|\d+) )")


def is_behind_object(words: Span, question: str, sentence: Window) -> bool:
    """Whether somebody who is asked for by "whom" stands behind the pronoun of whom it was done to.

    "It accused her, because she had written to Lie" does not tell that it accused Lie.
    """
    return _object_before(words, question, sentence) is not None


def object_by_form(words: Span, question: str, sentence: Window) -> Span | None:
    """Whom it was done to by the sentence's form, where somebody behind the pronoun of that one was read, or a thing
    or another before: whom Lie thanked is him in "Lie thanked him, as did Ek", "the club said that Lie had thanked
    him" and "Ada told of Lie, who thanked him".
    """
    before, by_form = _object_before(words, question, sentence), whom_by_form(question, sentence)
    if not by_form or before == by_form:
        return by_form
    text, end = sentence.words(words), words.end - sentence.span.start
    named = name_at(sentence.text, end + len(", ")) if sentence.text.startswith(", ", end) else ""
    forms = {pronoun_of_first_name(name) for name in (text, named)} - {""}
    other = bool(forms) and pronoun_form(sentence.words(by_form)) not in forms  # "her", of a Bo
    thing = _is_thing(text) and _stands_before(words, question, sentence)
    return by_form if thing or (other and words.end <= by_form.start) else None


def _is_thing(text: str) -> bool:
    """Whether nobody goes by it, a name or a person's noun."""
    *_, noun = text.split() or [""]
    return not _NAMED.search(text.partition(" ")[2] or text) and not is_person_noun(noun)


def whom_before(words: Span, question: str, sentence: Window) -> Span | None:
    """The name before "with whom", of a sentence that tells it, where another was read: "Ek left; Lie took Roe, with
    whom she sang", asked with whom she sang.
    """
    asked = _WITH_WHOM.match(question)
    told = list(re.finditer(rf", {asked['by'].lower()} whom (?P<did>[^,;.]+)", sentence.text)) if asked else []
    verbs = verbs_of_whom(question[asked.end() - len("whom") :]) if asked else []
    did = told_at(list(WORD.finditer(told[0]["did"])), *verbs) if len(told) == 1 else []
    name = name_ending(sentence.text[: told[0].start()]) if did else ""
    end = sentence.span.start + told[0].start() if name else 0
    found = Span(end - len(name), end)
    return found if name and sentence.span.holds(words) and not found.meets(words) else None


def whom_by_form(question: str, sentence: Window) -> Span | None:
    """The pronoun right behind the question's verb, where who did it stands before: "Lie thanked him"."""
    asked = ASKS_WHOM.match(question)
    did = (name_at(question, asked.end()) or phrase_at(question, asked.end())).split() if asked else []
    done_to = next(_objects(question, sentence), None)
    if not done_to or not did or did[-1] not in sentence.text[: done_to.start - sentence.span.start]:
        return None
    return done_to


def is_beyond_object(words: Span, read: Sequence[Span], question: str, sentence: Window) -> bool:
    """Whether what was read for "whom" belongs to why or of what, as another was read right behind the verb: whom
    Lie accused by "Lie accused the police of holding Ek" are the police.
    """
    start = sentence.span.start
    behind = {start + verb.end() + 1 for verb in _done(question, sentence)}
    done_to = [one for one in read if one.start in behind and one.end <= words.start]
    return any(_BEYOND.match(sentence.text, one.end - start, words.start - start) for one in done_to)


def done_to_others(words: Span, question: str, sentence: Window) -> list[Span]:
    """To whom else the same one did it in a sentence that tells it again: "kissed him, and then kissed the man"."""
    start, chain = sentence.span.start, list[Span]()
    for token in _done(question, sentence):
        at = token.end() + 1
        pronoun = _OBJECT.match(sentence.text, at)
        whom = pronoun.group() if pronoun else phrase_at(sentence.text, at)
        if not is_party(whom):
            continue
        if chain and not _AGAIN.fullmatch(sentence.text[chain[-1].end - start : token.start()]):
            if any(one.meets(words) for one in chain):
                break
            chain = []
        chain.append(Span(start + at, start + at + len(whom)))
    return [one for one in chain if not one.meets(words)] if any(one.meets(words) for one in chain) else []


def of_own_deed(words: Span, sentence: Window) -> Span:
    """The words; of "the apology but declined the prize", which was read as one, the prize where more is told of it,
    "that Ek offered him", and else the apology.
    """
    text, end = sentence.words(words), words.end - sentence.span.start
    nexts = [did for did in _AND_THEN_DID.finditer(text) if base_of_past(did["verb"])]
    if nexts and _RELATIVE.match(sentence.text, end):
        return Span(words.start + nexts[-1].end(), words.end)
    return Span(words.start, words.start + nexts[0].start()) if nexts and nexts[0].start() else words


def patient_of_passive(question: str, agent: str, sentence: Window) -> Span | None:
    """Whom Lie warned by "Ek was warned by the mayor, Ada Lie" and "Ek, who had been warned by Lie,"."""
    text, tokens = sentence.text, list(WORD.finditer(sentence.text))
    by = re.compile(rf"{_BY}{re.escape(agent)}\b(?!['’]s)")
    for n in told_at(tokens, *verbs_of_whom(question)):
        if not is_passive(tokens, n) or not by.match(text, tokens[n].end()):
            continue
        first = n
        while first and (is_auxiliary(tokens[first - 1].group()) or tokens[first - 1].group().lower() in _BEEN):
            first -= 1
        before = text[: tokens[first].start()].rstrip()
        begins = _CLAUSE.match(before)
        start = begins.end() if begins else 0
        whom = name_ending(before[: -len(", who")]) if before.endswith(", who") else phrase_at(before, start)
        if whom and (before.endswith(", who") or before[start:] == whom):
            at = sentence.span.start + before.rindex(whom)
            return Span(at, at + len(whom))
    return None


def is_doer(words: Span, question: str, sentence: Window) -> bool:
    """Whether what was read stands beside who did it: of "The oboist, Bo Ek, denies it" the oboist, asked what Ek
    denies.
    """
    asked = _WHAT.match(question)
    doer = name_at(question, asked.end()) if asked else ""
    rest = WORD.search(question, asked.end() + len(doer)) if asked and doer else None
    told = [one.group().lower() for one in WORD.finditer(sentence.text)]
    if not rest or not sentence.span.holds(words) or not any(are_forms(one, rest.group().lower()) for one in told):
        return False
    start, name = words.start - sentence.span.start, rf"(?:[^\W\d_a-z][\w.’'-]* )*{re.escape(doer)}"
    behind = re.match(rf", {name}(?!['’]s\b),", sentence.text[words.end - sentence.span.start :])
    return bool(behind or re.search(rf"(?:^|[“\"] ?){name}, $", sentence.text[:start]))


def pronoun_done_to(question: str, sentence: Window) -> Span | None:
    """The pronoun right behind the question's verb, whoever did it."""
    return next(_objects(question, sentence), None)


def _stands_before(words: Span, question: str, sentence: Window) -> bool:
    question = _TO.sub("", question)
    asked = ASKS_WHOM.match(question)
    doer = phrase_at(question, asked.end()) if asked else ""
    rest = WORD.search(question, asked.end() + len(doer)) if asked and doer else None
    verb = rest.group().lower() if rest and lemmas(rest.group().lower()) else ""  # not "of" Oslo
    tokens = list(WORD.finditer(sentence.text))
    end = words.end - sentence.span.start
    found = False
    for n, token in enumerate(tokens) if verb else ():
        did = tokens[before_verb(tokens, n)]
        if not are_forms(token.group().lower(), verb) or did.group() != doer.split()[-1]:
            continue
        ahead = sentence.text[end : did.end() - len(doer)] if end <= did.end() - len(doer) else ""
        relative = _RELATIVE.match(ahead)  # "Ek, whom the mayor, Lie"
        told = relative and not any(base_of_past(word.lower()) for word in WORD.findall(ahead[relative.end() :]))
        again = sentence.words(words) in sentence.text[token.end() :]  # "Ek left after Lie had warned Ek"
        if not ahead.strip() or told or again or is_passive(tokens, n):
            return False
        found = True
    return found


def _object_before(words: Span, question: str, sentence: Window) -> Span | None:
    """The pronoun of whom it was done to, where the words stand behind it and are no further one: "him and Ek"."""
    whom = next((one for one in _objects(question, sentence) if one.end <= words.start), None)
    start = sentence.span.start
    also = whom and _ALSO.fullmatch(sentence.text[whom.end - start : words.start - start])
    again = whom and any(one.meets(words) for one in done_to_others(whom, question, sentence))
    return None if also or again else whom


def _objects(question: str, sentence: Window) -> Iterator[Span]:
    """The pronouns right behind a verb of a question of whom."""
    for token in _done(question, sentence):
        at = token.end() + 1
        whom = _OBJECT.match(sentence.text, at)
        if whom and not is_owner(sentence.text, at, whom.end()):
            yield Span(sentence.span.start + at, sentence.span.start + whom.end())


def _done(question: str, sentence: Window) -> list[re.Match[str]]:
    """The words of a sentence that tell what a question of whom asks."""
    tokens = list(WORD.finditer(sentence.text))
    return [tokens[n] for n in told_at(tokens, *verbs_of_whom(question))]
