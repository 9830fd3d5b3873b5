"""Who did something else than a verb tells, by what stands around it: "Lie came, but Ek left, thanking
them" does not tell that Lie thanked them.

Each form is asked about one place of the verb. Leaves out the passive and what a question adds (no_agents.py).
"""

import re

from corpus.article import Span
from retrieval.agreement import is_owner
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import base_of_past
from retrieval.merging import are_apposed
from retrieval.naming import is_pronoun
from retrieval.phrases import is_noun
from retrieval.predicates import (
    ANTECEDENT,
    BY,
    NEAR,
    OBJECTS,
    OF_PLACE,
    SUBJECTS,
    WORD,
    before_verb,
    has_verb,
)
from retrieval.questions import is_auxiliary
from retrieval.quotations import quoted_spans
from retrieval.reported import reported_by
from retrieval.sayings import is_saying, told_by
from retrieval.tellers import teller_at
from retrieval.types import Window

_ANYBODY = frozenset("another nobody none one somebody someone".split())
RELATIVE = re.compile(r"\b(?:which|whom?|whose|that)\b")
_BY_SOMEBODY = re.compile(r"\bby (?:(?:an?|the|his|her|its|their) )?$")
_COUNTED = re.compile(
    r"(?: (?:an?|the|his|her|its|their|some|both|all|\d[\d.,]*|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|[a-z]+teen))? $"
)
_WHICH = re.compile(r",? (?:(?:about|at|for|from|in|on|to|with) )?(?:which|that|whom) ")
_BY_ANOTHER = re.compile(r"\b(?:that|which|whom) (?:[^\W\d_a-z][\w.’'-]* )*$")  # "the hat that Ada Lie had lost"
# "a paper that had claimed it would hurt Lie": not "that would say Lie left".
_OBJECT_OF_RELATIVE = re.compile(
    r"\w,? (?:that|which|who) (?:[\w’'-]+ )*?(?:can|could|may|might|must|shall|should|to|will|would) "
    r"(?!(?:believe|claim|say|think|know|hope|fear|feel|show|tell)\b)[a-z]+ (?:the |an? |his |her |its |their )?$"
)
_WHO_DID = re.compile(r", (?:which|whom?|whose) ")
_VERB_NEXT = re.compile(r" (?:[a-z]+ly )?(?:has|had|is|was|did|will|would|[a-z]+ed|[a-z]+ew)\b")
# "Both men aboard the trawler"
_WHERE = re.compile(
    r"\b(?P<noun>[a-z]+) (?:aboard|at|behind|beside|from|in|inside|near|on|outside|under) "
    r"(?:(?:the|an?|his|her|its|their) )?$"
)
_AND = re.compile(r",? (?:and|but|then) (?:(?:also|later|then|[a-z]+ly) )*$")
_NP = (
    r"(?:(?:the|an?|his|her|its|their|both|some|two|three|four|five) (?:[a-z-]+ ){0,2}[a-z-]+"
    r"|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3})"
)
_SUBORDINATE = re.compile(
    r"(?: (?:after|although|because|before|since|that|though|unless|until|when|while)"
    rf"|[,;] (?:and|but|whereas|while)) {_NP}(?:, [^.;]+,)?"
    r" (?:(?:also|had|has|have|later|never|not) )*$"
)
_NEXT_CLAUSE = re.compile(rf"[,;] (?:and|but|whereas|while) {_NP} (?:[a-z]+ly )?(?P<did>[a-z]+)[ ,]")
_ITS_PURPOSE = re.compile(r", (?:in order )?to (?:[a-z]+ly )?$")  # of whom the sentence is about


def is_told_of_another(words: Span, tokens: list[re.Match[str]], verb: int, sentence: Window) -> bool:
    """Whether by what stands around a verb another did it than was read."""
    if not sentence.span.holds(words):
        return False
    doer = tokens[before_verb(tokens, verb)]
    forms = (
        _is_another,
        _is_apart_from_antecedent,
        _was_done_to,
        _is_before_purpose,
        _is_inside_relative,
        _is_between_commas,
        _is_object_of_first,
        _is_before_relative,
        _is_where_they_are,
        _is_spoken_of,
        _says_so,
        _is_before_subordinate,
        _is_before_next_clause,
        _is_object_of_another,
    )
    return any(is_other(words, doer, tokens[verb], sentence) for is_other in forms)


def _is_another(words: Span, doer: re.Match[str], _: re.Match[str], sentence: Window) -> bool:
    """Whether another pronoun than the one that was read, or than goes with the name, stands right before the verb,
    "he left when she had thanked them", or one of several, "Lie left, and one thanked them", or another name, "the
    hat that Lie had lost".
    """
    did, read = doer.group().lower(), sentence.words(words).lower()
    if did in SUBJECTS and read in OBJECTS:  # "He begged them to come, and they thanked him"
        return True
    before = sentence.text[: words.start - sentence.span.start]
    if {did} <= SUBJECTS - {read} and _BY_SOMEBODY.search(before):  # "In a letter sent by Ek, he thanked them"
        return True
    if did != read and ({did, read} <= SUBJECTS or (did in _ANYBODY and did not in read.split())):
        return True
    if did in ("he", "she"):
        return pronoun_of_first_name(sentence.words(words)) not in ("", did)
    named = doer.group()[0].isupper() and _BY_ANOTHER.search(sentence.text[: doer.start()])
    return bool(named) and not read.endswith(did)


def _is_apart_from_antecedent(words: Span, did: re.Match[str], _: re.Match[str], sentence: Window) -> bool:
    """Whether another stands before the "who" that did it, and something else is told of the words before that: of
    "the army, which came, and Ada Lie, who sang" the army.
    """
    end = words.end - sentence.span.start
    who = ANTECEDENT.search(sentence.text, max(end, did.end() - NEAR), did.end())
    ahead = sentence.text[end : who.start("who")] if who else ""
    return bool(RELATIVE.search(ahead)) and not OF_PLACE.search(ahead)


def _was_done_to(words: Span, doer: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it is what they did it to: "the flowers, which she returned", "drew her the house"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    behind = sentence.text[verb.end() : max(0, start)]
    whom = sentence.words(words).lower() in OBJECTS and bool(behind) and not BY.search(behind)
    return whom or bool(_WHICH.fullmatch(sentence.text[max(0, end) : doer.start()]))


def _is_before_purpose(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it stands before what another's deed is for: "Lie wrote to the mayor, Bo Ek, to propose it"."""
    purpose = _ITS_PURPOSE.search(sentence.text[: verb.start()])
    begins = words.start == sentence.span.start
    return purpose is not None and not begins and words.end - sentence.span.start == purpose.start()


def _is_inside_relative(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it is the object of a clause that says more of who did it: "A paper that would hurt Lie apologised"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    inside = _OBJECT_OF_RELATIVE.search(sentence.text[: max(0, start)])
    return bool(inside) and end < verb.start() and bool(_VERB_NEXT.match(sentence.text, end))


def _is_between_commas(words: Span, doer: re.Match[str], _: re.Match[str], sentence: Window) -> bool:
    """Whether it stands in a clause that says more of who did it: "The mayor, who had met Ek, thanked them"."""
    start, text = words.start - sentence.span.start, sentence.text
    if not text.startswith(", ", doer.end()):
        return False
    more = [one for one in _WHO_DID.finditer(text, 0, doer.start()) if "whose" not in one.group()]
    if more and not has_verb(text[more[-1].end() : doer.end()]):
        return False  # "a pact, which the president, Bo Ek, declined to sign"
    return bool(more) and more[-1].end() <= start < doer.end() and not is_owner(text, start, words.end)


def _is_object_of_first(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it is what the same one did something to before, and more is told of it in between: "He hugged Lie, who
    had come, and thanked them".
    """
    start, end, text = words.start - sentence.span.start, words.end - sentence.span.start, sentence.text
    begins = teller_at(text, 0, with_beside=False)
    did = WORD.match(text, begins.end + 1) if begins else None
    if not did or not base_of_past(did.group()) or not did.end() < start < end < verb.start():
        return False
    ahead = text[end : verb.start()]
    return bool(_WHO_DID.match(ahead)) and ahead.endswith((", and ", ", then "))


def _is_before_relative(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether another, of whom more is told, did it besides: "Lie went to Ek, who sang and thanked them"."""
    ahead = sentence.text[max(0, words.end - sentence.span.start) : verb.start()]
    more = list(_WHO_DID.finditer(ahead))
    if not more or not WORD.search(ahead[: more[-1].start()]):
        return False
    told = ahead[more[-1].end() :]
    did = WORD.match(told)
    finite = did is not None and (is_auxiliary(did.group()) or bool(base_of_past(did.group())))
    return finite and "," not in told and told.endswith(" and ")


def _is_where_they_are(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it tells where they are who did it: "Both men aboard the trawler drowned"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    where = _WHERE.search(sentence.text[: max(0, start)])
    return where is not None and is_noun(where["noun"]) and sentence.text[end : verb.start()] == " "


def _is_spoken_of(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether a quotation speaks of who was read, and the verb is none of it: "“Ask him,” she told them"."""
    spoken = [span for span in quoted_spans(sentence.text, sentence.span.start) if span.holds(words)]
    said = any(sentence.text[span.end - sentence.span.start - 2] in ",.!?" for span in spoken)
    at = sentence.span.start + verb.start()
    return said and not any(span.start <= at < span.end for span in spoken)


def _says_so(words: Span, doer: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether it only says that another did it, who is named there: "Ek said her client had thanked them"."""
    said = Span(doer.start(), verb.end())
    says = reported_by(sentence.text, said) or told_by(sentence.text, said)
    own = Span(words.start - sentence.span.start, words.end - sentence.span.start)
    if says is None or is_pronoun(doer.group()) or own.meets(said) or _AND.search(sentence.text[: verb.start()]):
        return False
    return own.meets(says) or are_apposed(own, says, sentence.text)


def _is_before_subordinate(words: Span, doer: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether another did it, in a clause of its own: "Lie came after the firm, Ek, had thanked them", "Lie came, and
    the firm thanked them".
    """
    ahead = sentence.text[max(0, words.end - sentence.span.start) : verb.start()]
    clause = _SUBORDINATE.search(ahead)
    if not clause or is_pronoun(doer.group()) or _AND.search(ahead):  # "Lie came after the rain and thanked them"
        return False
    if sentence.words(words).split()[-1] in clause.group():  # "Lie left, and Lie thanked them"
        return False
    # "He lent us the hat, and Ek thanked them": the hat stands behind the verb of its own clause.
    behind = clause.start() == 0 and has_verb(sentence.text[: words.start - sentence.span.start])
    return behind or has_verb(ahead[: clause.start()])


def _is_before_next_clause(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether another did something in between, and this besides: "Lie came, but Ek left, thanking them"."""
    ahead = sentence.text[max(0, words.end - sentence.span.start) : verb.start()]
    if not ahead.endswith((", ", " and ")):
        return False
    clauses = list(_NEXT_CLAUSE.finditer(ahead))
    return bool(clauses) and has_verb(clauses[-1]["did"]) and has_verb(ahead[: clauses[-1].start()])


def _is_object_of_another(words: Span, _: re.Match[str], verb: re.Match[str], sentence: Window) -> bool:
    """Whether another did something to it, and this besides: "Lie accused Ek, but later left and thanked them"."""
    ahead = sentence.text[max(0, words.end - sentence.span.start) : verb.start()]
    return bool(_AND.search(ahead)) and not RELATIVE.search(ahead) and is_object_of_verb(words, sentence)


def is_object_of_verb(words: Span, sentence: Window) -> bool:
    """Whether the words stand right behind a verb's past that is none of saying: "accused Ek"."""
    before = sentence.text[: max(0, words.start - sentence.span.start)]
    counted = _COUNTED.search(before)
    did = WORD.findall(before[: counted.start()])[-1:] if counted else []
    return bool(did) and bool(base_of_past(did[0])) and not is_auxiliary(did[0]) and not is_saying(did[0])
