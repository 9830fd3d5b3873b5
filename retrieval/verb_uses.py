"""Whether a sentence has a question's verb as that verb: "called on him", asked who calls on whom; not "house calls",
not "called him a liar", and of "has left" no "has".

By the parts of speech and the forms of the lemminflect library's dictionary, and what stands around the word. Leaves
out who did it, and to whom (agents.py, objects.py).
"""

import re
from collections.abc import Sequence

from retrieval.factuality import verb_of_question
from retrieval.inflection import are_forms, base_of_past, base_of_present, is_past_participle, lemmas
from retrieval.parser import is_verb, parsed
from retrieval.phrases import parts_of_speech
from retrieval.predicates import BE, WORD, told_at
from retrieval.questions import is_auxiliary
from retrieval.search import content_words

ROOM = 4  # words at most between a verb and its particle: "took his old hat off"
# Behind a verb these make it another one: "take", "take over". What is done "with" somebody is often done without the
# word: "met with Lie", "met Lie".
PARTICLES = frozenset("away back down off out over up".split())
_PREPOSITIONS = frozenset(
    "about after against at before between by during for from in into of on through under upon without".split()
)
# Behind these no verb stands that has the form of a noun; "her" and "that" may stand before one.
_BEFORE_NOUN = frozenset("a an the his its their my our your no every".split())
# Behind these a verb may stand without its "to": "helped lower the flag".
_BEFORE_BARE = frozenset("come dare go hear help let make need see watch".split())
_NUMBER = re.compile(r" (?:to )?(?:[A-Z]{2,3} ?)?[$€£¥]?\d")  # "received over $5", "paid up to 5,000"
_ADVERBS = frozenset("already also always ever just never not now often once only since still then twice".split())
_HAVE, _DO = "have", "do"


def is_told(predicate: str, sentence: str) -> bool:
    """Whether a sentence tells what stands between the first two blanks: "had called on", of "calls on"."""
    verb, particle = verb_and_particle(predicate)
    tokens = list(WORD.finditer(sentence)) if verb else []
    return any(
        _is_verb(tokens, n, sentence) and _has_particle(tokens, n, particle, sentence) for n in told_at(tokens, verb)
    )


def has_verb_of(question: str, sentence: str) -> bool:
    """Whether a sentence has a form of the question's verb: "ratify"; where its parse has none, of a word, but a
    name's, that may be one.
    """
    if verb := verb_of_question(question):
        return any(are_forms(word, verb) for word in content_words(sentence))
    asked = [word.group() for word in WORD.finditer(question) if word.group().islower()]
    verbs = [word for word in content_words(" ".join(asked)) if "VERB" in parts_of_speech(word)]
    return any(are_forms(word, verb) for word in content_words(sentence) for verb in verbs)


def is_only_auxiliary(predicate: str) -> bool:
    """Whether its verb is "have" or "do": in other words that is hardly told."""
    return not lemmas(verb_and_particle(predicate)[0]).isdisjoint((_HAVE, _DO))


def verb_and_particle(predicate: str) -> tuple[str, str]:
    """A predicate's verb in small letters, and the particle or preposition right behind it, or "": "called", "on"."""
    words = [word.lower() for word in WORD.findall(predicate)]
    while len(words) > 1 and (is_auxiliary(words[0]) or is_adverb(words[0]) or words[0] in BE):
        words.pop(0)
    verb, *behind = words or [""]
    return verb, next((word for word in behind[:1] if word in PARTICLES | _PREPOSITIONS), "")


def _has_particle(tokens: Sequence[re.Match[str]], at: int, particle: str, sentence: str) -> bool:
    """Whether the particle stands behind the verb; where none is asked for, whether none stands right behind it."""
    behind = [one.group().lower() for one in tokens[at + 1 : at + 2 + ROOM]]
    if particle or behind[:1] == [] or behind[0] not in PARTICLES:
        return particle in behind if particle else True
    return bool(_NUMBER.match(sentence, tokens[at + 1].end()))


def _is_verb(tokens: Sequence[re.Match[str]], at: int, sentence: str) -> bool:
    """Whether a word that may be a form of the verb is one where it stands."""
    word = tokens[at].group().lower()
    if lemmas(word) & {_HAVE, _DO}:
        return not _is_auxiliary(tokens, at)
    if word.endswith("ing") and "NOUN" in parts_of_speech(word):
        return any(one.place.start == tokens[at].start() and is_verb(one) for one in parsed(sentence))
    if not base_of_present(word) or parts_of_speech(word).isdisjoint(("NOUN", "ADJ")):
        return True
    beside = at > 0 and sentence[tokens[at - 1].end() : tokens[at].start()] == " "
    if not beside:
        return not (word.endswith("s") and tokens[at].group()[0].isupper())  # "Reports from Oslo suggest it"
    before = tokens[at - 1].group().lower()
    return not (
        before in _BEFORE_NOUN
        or before.endswith(("'s", "’s"))
        or before in _PREPOSITIONS
        or (parts_of_speech(before) and parts_of_speech(before) <= {"ADJ"})
        or (lemmas(before).isdisjoint(_BEFORE_BARE) and _is_infinitive_or_past(tokens, at - 1))
    )


def _is_infinitive_or_past(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is a verb by what stands before it or by its ending: "to take place", "took place"."""
    word = tokens[at].group().lower()
    if is_auxiliary(word):
        return False
    bare = at > 0 and (tokens[at - 1].group().lower() == "to" or _is_modal(tokens[at - 1].group().lower()))
    return base_of_present(word) == word if bare else bool(base_of_past(word)) and parts_of_speech(word) == {"VERB"}


def _is_modal(word: str) -> bool:
    return is_auxiliary(word) and not lemmas(word) & {"be", _HAVE}


def _is_auxiliary(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a form of "have" or "do" belongs to the verb behind it: "has never left", "did note", "has to pay"."""
    behind = [one.group().lower() for one in tokens[at + 1 : at + 1 + ROOM]]
    while behind and is_adverb(behind[0]):
        behind.pop(0)
    if not behind:
        return False
    if _HAVE in lemmas(tokens[at].group().lower()):
        return behind[0] in ("been", "to") or is_past_participle(behind[0])
    return base_of_present(behind[0]) == behind[0] and parts_of_speech(behind[0]) <= {"VERB", "NOUN", "AUX"}


def is_adverb(word: str) -> bool:
    """Whether a word in small letters may stand between "has" and its verb: "already", "quietly"."""
    return word in _ADVERBS or word.endswith("ly")
