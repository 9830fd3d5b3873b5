"""The reason that a sentence gives for what it tells, by the form of its words.

A reader that is asked why finds a reason in whatever stands beside the deed: where it was done, by whom, what came of
it. A reason stands behind "because", "for", "after" or the like, or is told of whom it was done to ("the doctors who
had kept the ward open"). Leaves out the reading, and whether the sentence tells the deed (deeds.py).
"""

import calendar
import re

from corpus.article import Span
from retrieval.arguments import deeds_in, nodes_of
from retrieval.conflicts import CURRENCIES
from retrieval.deeds import Deed, is_party_to
from retrieval.naming import is_name
from retrieval.parser import above, is_verb, parsed
from retrieval.phrases import parts_of_speech, phrase_at
from retrieval.predicates import has_verb
from retrieval.search import share_of
from retrieval.types import Window

# Before what is a reason; those of causes may also open the sentence, and stand before a clause.
_OF_NOUNS = (
    r"for|of|over|about|amid|following|in protest|in (?:exchange|response|return) (?:for|to)"
    r"|on (?:account|charges|grounds)|on (?:suspicion|\w+ing)|citing|claiming|fearing|hoping|rather than"
)
_OF_CAUSES = "because|because of|due to|owing to|thanks to|as a result of|since|as|after|so that|in order to"
# A purpose, not a receiver: "to help", not "to both women".
_PURPOSE = r"to (?!(?:all|an?|any|both|each|every|her|his|its|many|most|no|our|some|the|their)\b)(?=[a-z])"
_IS_PURPOSE = re.compile(_PURPOSE)
_AFTER_THE = re.compile(r"\bafter (?=(?:the|his|her|its|their) [a-z -]+$)", re.IGNORECASE)
_GOES_ON = re.compile(r" (?:about|against|at|by|for|from|in|of|on|over|that|to|with)\b")
_IS_TO = re.compile(r"\b(?:are|be|been|is|was|were) $", re.IGNORECASE)  # "the curtain was to rise"
_BEGINS = re.compile(
    rf"(?:(?:{_OF_NOUNS})\b(?! (?:it|this|that|whom|which|whose)\b)|(?:{_OF_CAUSES})\b|result of\b|{_PURPOSE})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b(?:{_OF_NOUNS}|{_OF_CAUSES}|as the result of) (?:(?:an?|the|his|her|its|their) )?$", re.IGNORECASE
)
# "Praised Lie as “the best”", "elected her as mayor", "sued them for 300 euros" tell no reason.
_AS_WHAT = re.compile(
    r"as (?:[“\"]|(?!a result)(?:(?:an?|the|his|her|its|their) )?(?:[a-z-]+ ){0,2}[a-z-]+$)", re.IGNORECASE
)
_FOR_MONEY = re.compile(
    rf"for (?:about |some )?(?:[$€£¥]\d|\d[\d.,]*(?: (?:thousand|million|billion))? {CURRENCIES}\b)", re.IGNORECASE
)
_TO_THING = re.compile(r"to (?P<word>[a-z]+)\b")
_PARTING = frozenset(';:“”"')
_IS_CAUSE = re.compile(rf"(?:{_OF_NOUNS}|{_OF_CAUSES})\b", re.IGNORECASE)
_OF_ITS = re.compile(r"(?P<noun>\b[a-z]+) of (?:the|his|her|its|their) $")  # not "accused the mayor of a theft"
_INSTEAD = re.compile(r"rather than\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat $")
_BY = re.compile(r"\bby $")
_BY_OR_TO = re.compile(r"(?:by|to) ", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:are|is|was|were|has|have|had)\b", re.IGNORECASE)
_CAUSE = re.compile(rf"\W*(?:{_OF_CAUSES}|having)\b", re.IGNORECASE)
_DATE = rf"(?:last|{'|'.join((*calendar.month_name[1:], *calendar.day_name))}|\d+)\b"
_CLAUSE = re.compile(rf"\b(?:because|since(?! {_DATE})|after) (?!.*(?:[;:]| and ))", re.IGNORECASE | re.DOTALL)
_LONGEST = 60  # characters between "after" and the words that were read of its clause
# When it was, or how long: "127 years after it was stolen", "for five nights".
_UNITS = "days?|hours?|minutes?|months?|nights?|weeks?|years?"
_TEMPORAL = re.compile(rf"\b(?:{_UNITS}|just|long|shortly|soon) $", re.IGNORECASE)
# "during her last inspection".
_WHILE = re.compile(r"\b(?:during|throughout|until|while) (?:(?:an?|the|his|her|its|their) )?$", re.IGNORECASE)
_LASTING = re.compile(rf"for (?:[\w-]+ ){{1,2}}(?:{_UNITS})$", re.IGNORECASE)
_HAVING = re.compile(r"(?:(?:for|of) )?having\b")
_FOR_AND = re.compile(r"\b(?:for|of) .*\band\b", re.DOTALL)
# Between the deed and its "for": another deed, "praised Bo and asked Aas", or somebody else, "and Aas “for” that".
_APART = re.compile(
    rf";|\bbut\b|\band (?!(?:the |his |her |their |its |an? )?[^\W\d_a-z])|{_FOR_AND.pattern}", re.DOTALL
)
_NAME = r"[^\W\d_a-z][\w’'-]*"
_AND_ANOTHER = re.compile(rf",? and {_NAME}(?: {_NAME})* for ")
_OF_OTHERS = re.compile(r"\b(?:where|while|whom?|whose)\b")  # "thanked Bo, who had sued Aas for it"
_WHOM = re.compile(r" (?:him|her|them)\b")
_WHO = re.compile(r"(?P<whom>\w+),? [“\"]?(?:who|which|whose)(?: [a-z]+){0,2} $")
_WHO_INSIDE = re.compile(r"(?P<whom>\w+),? (?:who|which|whose) (?=\S)")


def reason_in(words: Span, deed: Deed, sentence: Window) -> Span | None:
    """The words of a sentence that may be the reason of the deed; None where by their form they are not.

    Of "after an inspector, Ada Lie, demanded it", of which "demanded it" was read, the whole clause.
    """
    start, text = words.start - sentence.span.start, sentence.words(words)
    before = sentence.text[:start]
    clauses = [clause for clause in _CLAUSE.finditer(before) if start - clause.end() <= _LONGEST]
    # "It began after Lie was dismissed for theft" has the whole clause for why it began, and not for the dismissal.
    clause = next(
        (c for c in reversed(clauses) if not share_of(deed.done_in(sentence.text), before[c.end() :])), None
    )
    opens = clause.start() if clause else start
    if _TEMPORAL.search(before[:opens]) or _LASTING.search(text) or _is_whose(words, deed, sentence):
        return None
    if _is_event(words, sentence) and deed.is_done_to_name(sentence.text):
        return None
    whom = _WHO.search(before)
    behind = Span(words.start - start + whom.end("whom"), words.end) if whom else words
    told_anywhere = _CAUSE.match(sentence.text, opens)
    if _is_of_others(behind, deed, sentence) if told_anywhere else not _may_be_of(deed, behind, sentence):
        return None
    by_it = _BY.search(before) and not deed.put and _PASSIVE.match(deed.whether) and not is_name(text)
    if _THAT.search(before) or by_it:
        return words
    words = _with_verb(words, sentence)
    if clause:
        return words if clause.end() == start else Span(words.start - start + clause.start(), words.end)
    inside = _WHO_INSIDE.search(text)
    if inside and not _IS_CAUSE.match(text) and is_party_to(inside["whom"], deed, sentence.text):
        return Span(words.start + inside.end(), words.end)
    if told := with_connective(words, sentence):
        return told if _INSTEAD.match(sentence.words(told)) else Span(words.start, told.end)
    return words if whom and is_party_to(whom["whom"], deed, sentence.text) else None


def _with_verb(words: Span, sentence: Window) -> Span:
    """The words up to the verb of their clause, where they end before it: "because the ice beneath it", of "because
    the ice beneath it, once thick, is melting".
    """
    tree, own = parsed(sentence.text), sentence.inside(words)
    nodes = nodes_of(tree, own)
    mark = next((n for n in nodes if tree[n].role == "mark"), None)
    if mark is None or tree[mark].head in nodes or not is_verb(tree[tree[mark].head]):
        return words
    held = [tree[n] for n in range(nodes[-1] + 1, tree[mark].head + 1)]
    if any(one.text in _PARTING for one in held):
        return words
    return Span(words.start, sentence.span.start + held[-1].place.end) if held else words


def is_only_when(words: Span, sentence: Window) -> bool:
    """Whether they tell no more than when it was: "during her last inspection"."""
    return bool(_WHILE.search(sentence.text[: words.start - sentence.span.start]))


def holds_the_deed(words: Span, deed: Deed, sentence: Window) -> bool:
    """Whether what was read tells the deed itself, or of whom it says more: "She blamed", of "She blamed Ek, who had
    left", asked why Ek left.
    """
    text, done = sentence.words(words), deed.done_in(sentence.text)
    if share_of(done, text) == 1:
        return True
    tree = parsed(sentence.text)
    own = nodes_of(tree, sentence.inside(words))
    for n in deeds_in(tree, done[:1], sentence.text):
        clause = next((m for m in above(tree, n) if tree[m].role == "relcl"), n)
        for_which = any(one.tag in ("WDT", "WP") and one.role == "pobj" for one in tree[tree[clause].first : clause])
        if tree[clause].role == "relcl" and not for_which and not set(own).isdisjoint(above(tree, tree[clause].head)):
            return True
    return False


def is_bare_noun(words: Span, sentence: Window) -> bool:
    """Whether what was read is something that stands there without a "for" or a "by": "his vote" is no reason."""
    text, before = sentence.words(words), sentence.text[: words.start - sentence.span.start]
    told = has_verb(text) or _BY.search(before) or _BY_OR_TO.match(text) or with_connective(words, sentence)
    return not told


def before_another(words: Span, sentence: Window) -> Span:
    """The words up to another reason for another one: "her patience and Lie for her jokes"."""
    apart = _AND_ANOTHER.search(sentence.words(words))
    return Span(words.start, words.start + apart.start()) if apart else words


def _is_event(words: Span, sentence: Window) -> bool:
    """Whether they tell after what it was, by a bare noun: "after the final whistle"; not "after the loss of it"."""
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    after = _AFTER_THE.search(sentence.text[:end])
    if not after or after.end() not in (start, start + len("after ")):
        return False
    event = phrase_at(sentence.text, after.end())
    return len(event) == end - after.end() and not _GOES_ON.match(sentence.text, end)


def _is_whose(words: Span, deed: Deed, sentence: Window) -> bool:
    """Whether they tell whose or of what something is: "thanked the deputies of the ruling party"."""
    start, text = words.start - sentence.span.start, sentence.words(words)
    head = re.match(r"(?:of )?(?:the|his|her|its|their) ", text)
    owned = _OF_ITS.search(sentence.text[: start + (head.end() if head else 0)])
    return bool(owned) and not share_of(deed.done_in(sentence.text), owned["noun"] if owned else "")


def _is_of_others(words: Span, deed: Deed, sentence: Window) -> bool:
    """Whether "for having come" stands behind another reason: "thanked Ek for the boat and Bo for having come"."""
    beside = deed.place_beside(words, sentence)
    return bool(beside and _HAVING.match(sentence.words(words)) and _FOR_AND.search(beside[0]))


def _may_be_of(deed: Deed, words: Span, sentence: Window) -> bool:
    """Whether words that are no clause of their own stand where the deed's reason may.

    "Both were treated for smoke in the ward where Lie kissed Bo" tells none of the kiss; "thanked Aas “for it” and Bo
    for the boat" none of thanking Bo in its first.
    """
    beside = deed.place_beside(words, sentence)
    if beside is None:
        return True
    between, ahead = beside
    before = sentence.text[: words.start - sentence.span.start]
    # "sued him for it after Lie had left" names the one it was done to by "him".
    named = _WHOM.match(between) or all(name in before for name in deed.named_in(sentence.text))
    if ahead or not named:
        return False
    return not (
        _APART.search(between) or (_OF_OTHERS.search(between) and not _IS_PURPOSE.match(sentence.words(words)))
    )


def with_connective(words: Span, sentence: Window) -> Span | None:
    """The words with the "for" or the like that they begin with or stand behind, and the quotation mark that they end
    before; None where there is no such word.
    """
    start, text = words.start - sentence.span.start, sentence.words(words)
    before = _BEHIND.search(sentence.text[:start])
    if _IS_TO.search(sentence.text[:start]) and _IS_PURPOSE.match(text):
        return None
    whole = (before.group() if before else "") + text
    if not _BEGINS.match(whole) or _AS_WHAT.match(whole) or _FOR_MONEY.match(whole):
        return None
    thing = _TO_THING.match(whole)
    if thing and not parts_of_speech(thing["word"]) & {"VERB", "AUX"}:
        return None  # "invited them to coffee"
    behind = sentence.text[start + len(text) : start + len(text) + 1]
    closing = (behind == '"' and text.count('"') % 2) or (behind == "”" and text.count("“") > text.count("”"))
    return Span(words.start - len(before.group() if before else ""), words.end + bool(closing))
