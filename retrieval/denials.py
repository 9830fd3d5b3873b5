"""How a sentence denies what is asked: "would not leave the team", "refused to comment", "turned the offer down".

By the form of its words. Who refuses, declines or fails to do something does not do it (Karttunen, 1971,
"Implicative verbs"); what is turned down is not accepted. Leaves out who it was (verdicts.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.inflection import are_forms
from retrieval.search import content_words, share_of
from retrieval.types import Sentence, Window

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_NOT = re.compile(r"not|never|nor|[a-z]+n['’]t|cannot", re.IGNORECASE)
_AUXILIARIES = frozenset(
    "am are be been being can could did do does had has have having is may might must should was were will "
    "would".split()
)
# "have a cold"
_HAS_SOMETHING = re.compile(r"(?:had|has|have) (?:an?|any|her|his|its|no|the|their)\b", re.IGNORECASE)
_ADVERBS = frozenset("also ever even just still then yet".split())
_REFUSING = ("decline", "fail", "neglect", "refuse")  # ... to do it
# "Does not intend to return it"; who did not intend to may have done it.
_MEANING = frozenset("expect intend mean plan want wish".split())
_PRESENT = re.compile(r".*\b(?:do|does) not|.*\b(?:don|doesn)['’]t")
_TAKING = ("accept", "approve", "welcome")
_TURNING_DOWN = ("decline", "refuse", "reject", "turn down")  # ... what was offered or asked
_REFUSING_IT = ("decline", "refuse")  # what was told before
_DENYING = ("deny",)  # ... having done it
# "Ek paid. Lie did not."
_SHORT = re.compile(r"(?:\S+ ){1,5}(?P<words>(?:did|does|do|has|have|had|is|are|was|were) not)[.!]")
_WHICH_NOT = re.compile(
    r"(?<![\w-])(?P<thing>[\w-]{1,40}), (?:which|whom?) (?:[\w’'-]+ ){1,4}?"
    r"(?:did|has|have|had|was|were|will|would) not(?=[.,;:])"
)
_BUT_NOT = re.compile(r" [^.;:]{1,120}, (?:but|though) not (?:yet )?(?P<others>[^,.;:]+)")
# "Her lawyer denied this", of what was told right before
_DENIED_SO = re.compile(
    r"(?:[\w’'-]+,? ){1,8}?(?:denied|denies|disputed|disputes|rejected|rejects) "
    r"(?:it|that|this|(?:the|that|this) (?:accusation|allegation|account|charge|claim|report|story|version)s?)"
    r"(?=[,.;]| (?:and|as|in|on)\b)"
)
# What a no without the question's verb has; who "refused to play" says nothing of what else they did.
_SAYS_NO = re.compile(
    r"\b(?:not|cannot|never|no|nobody|no-one|none|neither|nor|nothing|without|instead|avert(?:s|ed)|prevent(?:s|ed)"
    r"|(?:declin|refus)(?:e[sd]?|ing)(?! to (?!be\b|do\b)[a-z])|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?"
    r"|turn(?:s|ed|ing)? (?:[\w’'-]+ ){0,4}?down)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"(?:\bnot|n['’]t) (?:just|merely|only|simply) (?P<done>[a-z]+)")
_OF_THING = re.compile(r", which (?:[\w’'-]+ ){1,3}$")  # "offered him a prize, which he declined"
_ANY = frozenset(["anybody", "anyone", "anything"])
_NOTHING = re.compile(r"no|nobody|none|nothing")
_NEAR = 4  # words at most before the verb
_ENDS = re.compile(r"[,;:.!?\"”–—]| (?:and|but|while|because|since|although|though|after|before|when) ")
_IT = frozenset("her him it that them this".split())


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence, and its words that deny what is asked, as they stand behind whoever it was."""

    sentence: Sentence
    words: str  # "would not leave the team"


def denials(rest: str, window: Window) -> Iterator[Denial]:
    """The sentences of a window that deny a question's deed: what it has behind its subject, "leave the team"."""
    verb, behind_it = verb_of(rest)
    if not verb:
        return
    wanted = content_words(behind_it)
    any_ = not _ANY.isdisjoint(wanted)
    wanted = [word for word in wanted if word not in _ANY]
    for at, sentence in enumerate(window.sentences):
        tokens = list(_WORD.finditer(sentence.text))
        before = " ".join(one.text for one in window.sentences[max(0, at - 2) : at])
        if (short := _SHORT.fullmatch(sentence.text)) and has_verb(rest, before) and share_of(wanted, before) == 1:
            yield Denial(sentence, short["words"])
            continue
        for n, token in enumerate(tokens):
            excepted = _BUT_NOT.match(sentence.text, token.end()) if are_forms(token.group().lower(), verb) else None
            if excepted and wanted and share_of(wanted, excepted["others"]) == 1:
                yield Denial(sentence, sentence.text[token.start() : excepted.end()])
                break
            found = (
                _not_done(tokens, n, verb)
                or (_done_to_nothing(tokens, n, verb) if any_ else None)
                or _turned_down(tokens, n, verb)
            )
            refusing = _is_one_of(token.group().lower(), _REFUSING_IT)
            if not found and (not refusing or _OF_THING.search(sentence.text, 0, token.start())):
                continue
            told = f"{before} {sentence.text[: token.start()]}"
            first, last = found or (n, n)
            end = _ENDS.search(sentence.text, tokens[last].end())
            behind = sentence.text[tokens[last].end() : end.start() if end else len(sentence.text)]
            if _has(wanted, behind, told) if found else _refuses_it(behind, [verb, *wanted], told):
                yield Denial(sentence, sentence.text[tokens[first].start() : tokens[last].end()] + behind)
                break


def is_excepted(question: str, sentence: str) -> bool:
    """Whether what a question ends with is what a sentence says it was not done to, "took the hat, and a harp, which
    she did not", asked whether she took the harp.
    """
    thing = question.rstrip("?!. ").split()[-1:]
    return bool(thing) and any(not_done["thing"] == thing[0] for not_done in _WHICH_NOT.finditer(sentence))


def denies_what_was_told(sentence: str) -> bool:
    """Whether somebody denies there what the sentence before tells: "Her lawyer denied this."."""
    return bool(_DENIED_SO.match(sentence))


def lacks_denial(rest: str, sentence: str) -> bool:
    """Whether a sentence has neither the verb of a question's deed nor anything that says no: "He refused to play her
    nephew", asked whether she sacked him.
    """
    return bool(verb_of(rest)[0]) and not has_verb(rest, sentence) and not _SAYS_NO.search(sentence)


def is_not_only(question: str, sentence: str) -> bool:
    """Whether a sentence tells that not only that was done: "did not only insult her but hit her"."""
    words = [word.lower() for word in _WORD.findall(question)]
    return any(are_forms(told["done"], word) for told in _NOT_ONLY.finditer(sentence) for word in words)


def has_verb(rest: str, text: str) -> bool:
    """Whether a text has the verb of a question's deed, in any form."""
    verb = verb_of(rest)[0]
    return bool(verb) and any(are_forms(word.lower(), verb) for word in _WORD.findall(text))


def verb_of(rest: str) -> tuple[str, str]:
    """The verb of what a question has behind its subject, and the words behind it; "" where it begins otherwise."""
    words = _WORD.findall(rest)
    while words and words[0].lower() in _AUXILIARIES | _ADVERBS and not _HAS_SOMETHING.match(" ".join(words)):
        words.pop(0)
    return (words[0], " ".join(words[1:])) if words and words[0].islower() else ("", "")


def _not_done(tokens: list[re.Match[str]], n: int, verb: str) -> tuple[int, int] | None:
    """From which token to which one tells that it was not done, the verb being the n-th; None where it does not."""
    if not are_forms(tokens[n].group().lower(), verb.lower()):
        return None
    first, meant = None, False
    for at in range(n - 1, max(-1, n - 1 - _NEAR), -1):
        word = tokens[at].group().lower()
        if _NOT.fullmatch(word) or _is_one_of(word, _DENYING):
            before = tokens[at - 1].group().lower() if at else ""
            if meant and not _PRESENT.fullmatch(f"{before} {word}"):
                break
            first = at
        elif word in _MEANING:
            meant = True
        elif word == "to" and at and _is_one_of(tokens[at - 1].group().lower(), _REFUSING):
            first = at - 1
        elif word not in _AUXILIARIES | _ADVERBS and word != "to" and not word.endswith("ly"):
            break
    while first and tokens[first - 1].group().lower() in _AUXILIARIES | _ADVERBS:
        first -= 1
    return None if first is None else (first, n)


def _done_to_nothing(tokens: list[re.Match[str]], n: int, verb: str) -> tuple[int, int] | None:
    """As `_not_done`, of what was done to nobody or nothing: "paid nothing"."""
    nothing = tokens[n + 1 : n + 2] and _NOTHING.fullmatch(tokens[n + 1].group())
    return (n, n + 1) if nothing and are_forms(tokens[n].group().lower(), verb.lower()) else None


def _turned_down(tokens: list[re.Match[str]], n: int, verb: str) -> tuple[int, int] | None:
    """As `_not_done`, of what was not accepted."""
    if not _is_one_of(verb.lower(), _TAKING):
        return None
    word, *behind = (tokens[at].group().lower() if at < len(tokens) else "" for at in (n, n + 1, n + 2))
    for turning in _TURNING_DOWN:
        own, _, particle = turning.partition(" ")
        it = bool(particle) and behind[0] in _IT  # "turned it down"
        if are_forms(word, own) and behind[0] != "to" and (not particle or particle == behind[it]):
            return n, n + bool(particle) + it
    return None


def _refuses_it(behind: str, wanted: list[str], before: str) -> bool:
    """Whether it is refused as told before, "Lie refused.", "refused to do so": all that is asked about."""
    return behind.strip() in ("", "to do so", "to do it") and share_of(wanted, before) == 1


def _is_one_of(word: str, verbs: tuple[str, ...]) -> bool:
    return any(are_forms(word, verb) for verb in verbs)


def _has(wanted: list[str], behind: str, before: str) -> bool:
    """Whether the words denied are those of the question: behind the verb, or told before where "it" or nothing
    stands there; of a passive ("has not been measured") nothing is asked behind it.
    """
    if not wanted:
        return True
    first = [word.lower() for word in _WORD.findall(behind)[:2]]  # "it", "on him"
    if not first or not _IT.isdisjoint(first):
        return share_of(wanted, before) > 0
    return share_of(wanted, behind) > 0
