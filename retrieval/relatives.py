"""Who did what to whom in a clause that says more of whom it was done to: "a charge that Ek rejected", "the state,
which he accused of fraud".

By the form of the sentence alone: a reader is not sure of these. Leaves out "the hat that was lost" (no_agents.py).
"""

import re
from collections.abc import Iterator

from corpus.article import Span
from retrieval.predicates import WORD, told_at
from retrieval.questions import is_auxiliary
from retrieval.types import Window
from retrieval.verb_uses import is_adverb, verb_and_particle

_NAME = r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}"
_NOUN = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\w’'-]+ ){0,3}?[\w’'-]+"
_WHOM = re.compile(rf"(?<![\w-])(?P<patient>{_NOUN}|{_NAME})(?P<by>,? (?:which|whom)| that) $")
_WHO = re.compile(rf"(?<= )(?P<agent>he|she|they|{_NAME}|(?:the|an?|his|her|its|their) (?:[a-z-]+ ){{0,2}}[a-z-]+)$")
_NO_NOUNS = frozenset("also then today tomorrow yesterday".split())  # "told Lie yesterday that Ek left"
_FAR = 120  # characters before the verb
# Behind the verb of "a charge that Ek rejected" no object stands: "said that Ek rejected it" tells something else.
_NO_OBJECT = re.compile(
    r"\W*$|[,.;:]| (?:about|after|against|and|as|at|before|but|by|for|from|in|of|on|over|to|when|while|with)\b"
)


def done_in_relatives(predicate: str, sentence: Window) -> Iterator[tuple[Span, Span]]:
    """Agent and patient of each such clause that has the verb of what stands between a question's blanks."""
    verb, _ = verb_and_particle(predicate)
    tokens = list(WORD.finditer(sentence.text)) if verb else []
    for n in told_at(tokens, verb):
        first = n
        while first and (is_auxiliary(tokens[first - 1].group()) or is_adverb(tokens[first - 1].group().lower())):
            first -= 1
        before = sentence.text[max(0, tokens[first].start() - _FAR) : tokens[first].start()].rstrip()
        who = _WHO.search(before)
        whom = _WHOM.search(before[: who.start()]) if who else None
        if not who or not whom or not _NO_OBJECT.match(sentence.text, tokens[n].end()):
            continue
        if whom["patient"].split()[-1].lower() in _NO_NOUNS or before[: whom.start()].endswith(" of "):
            continue
        start = sentence.span.start + tokens[first].start() - 1 - len(before)
        yield (
            Span(start + who.start("agent"), start + who.end("agent")),
            Span(start + whom.start("patient"), start + whom.end("patient")),
        )
