"""The members of a list of which a reader gave the first: "an inquiry, new sensors and a payment", promised by Lie.

By the form of the sentence: the verb of the question stands right before the list. Of a list of persons "the mayor,
Ada Lie, and her son" are two. Leaves out the reading.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.article import Span
from retrieval.arguments import head_of
from retrieval.attachment import is_apposed
from retrieval.inflection import are_forms, lemmas
from retrieval.naming import is_description, is_name, name_ending
from retrieval.parser import is_finite, parsed
from retrieval.parties import DETERMINERS, is_party
from retrieval.phrases import is_verb, phrase_at
from retrieval.predicates import has_verb
from retrieval.questions import is_auxiliary, noun_asked_for
from retrieval.receivers import without_receiver
from retrieval.tellers import after_lead
from retrieval.types import Window

_ASKED = re.compile(
    r"\W*(?:and |but )?what (?:else )?(?:did|does|do|has|have|had|will|would) (?P<rest>[^?]+)", re.IGNORECASE
)
_LIST = re.compile(r"(?P<list>[^.;:?!“”\"]+?)(?=[.;:?!“”\"]|, (?:who|which|he|she|they|it|but|while|as)\b|$)")
# No member is the end of a firm's name, "Bonetti and Sons".
_MEMBERS = re.compile(
    r", (?:and |or |as well as )?| and (?!(?:Brothers|Co|Company|Daughters|Partners|Sons)\b)| or | as well as "
)
# "Lie named her Ada, and her husband, who slept, heard of it": he is no member.
_GOES_ON = re.compile(r", (?:who|which) [^.;]+, [a-z]+")
_LAST = re.compile(r"(?:, | )(?:and|or|as well as) ")
_DEED = re.compile(r"(?:not )?to [a-z]")
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|did|does|he|she|they|who|which|that)\b")
_APPOSED = re.compile(r", (?P<list>(?:[^,.;:]+, )*?[^,.;:]+ (?:and|or) [^,.;:]+)(?=[,.;:]|$)")
_AMONG_THEM = re.compile(r", (?:among them|including|namely) (?P<list>[^.;:]+?)(?=[.;:]|$)")
_SEVERAL = re.compile(
    r"(?:(?:the|his|her|its|their|some|both|two|three|four|five|six|seven|\d+) )?(?:[a-z-]+ )*"
    r"[a-z-]*(?:[^s]s|men|people|children)\b",
    re.IGNORECASE,
)
# "The head Ada Lie and the baker Bo Ek, who lost": he did, as both are told of with what they are.
_WHO_DID = re.compile(r", who (?:(?:had|has|have) )?(?P<did>[a-z]+)")
_TITLED = re.compile(r"\b(?:an?|the|his|her|its|their) (?:[a-z-]+ )+$")
_WORD = re.compile(r"[a-z]+")
_BEGINS = re.compile(r": |\b[a-z]+ ")
# What goes on behind the last of a list: "a band that had waited", "Bo Ek for his help".
_MORE = re.compile(
    r" (?:after|as|at|because|before|during|for|in|on|since|that|to|until|when|where|which|while|who|whom|with)\b"
)
_APART = re.compile(r"[,.;:]|$")
_ASIDE = re.compile(r"(?:after|at|before|during|for|from|in|near|on|since|to|until|with) ")
_TO_DO = re.compile(r"\bto do\W*$", re.IGNORECASE)
_ALL = frozenset("all also been being both each have".split())
_ROOM = 4  # words from a verb to what somebody is to do: "obliges all of its members to"
_WHERE = ("at", "from", "in", "near")
_FEWEST = 3  # two that a reader takes for one are one: "bread and butter"


def members(words: Span, question: str, sentence: Window) -> list[Span]:
    """The members of the list that the words begin, whole; none where they begin no list."""
    start = words.start - sentence.span.start
    asked = _ASKED.match(question)
    if not asked or not 0 < start < len(sentence.text):
        return []
    if _TO_DO.search(question) and sentence.text[:start].endswith(" to "):
        start -= len("to ")  # "The pact obliges its members to mend the road and to feed the goats"
    before = without_receiver(sentence.text[:start]).split()
    verbs = _WORD.findall(asked["rest"])
    if start < words.start - sentence.span.start:
        near = range(len(before), max(0, len(before) - _ROOM), -1)
        last = next((n for n in near if any(are_forms(before[n - 1].lower(), verb) for verb in verbs)), len(before))
        before = before[:last]
    if verbs and before and before[-1] == verbs[-1]:
        before.pop()  # "lived on honey", asked what they lived on
    if not before or not any(are_forms(before[-1].lower(), verb) for verb in verbs):
        return []
    told = _LIST.match(sentence.text, start)
    if not told or not _LAST.search(told["list"]) or _GOES_ON.match(sentence.text, told.end("list")):
        return []
    found = list(_parted(told["list"]))
    texts = [told["list"][at:to] for at, to in found]
    deeds = all(map(_DEED.match, texts))  # "to mend the road, to feed the goats and to resign"
    fitting = (deeds and len(found) > 1) or (len(found) >= _FEWEST and all(map(_is_member, texts)))
    begin = sentence.span.start + start
    found = _with_names(found, told["list"], sentence.text, start)
    if not fitting or words.end > begin + found[0][1]:
        return []
    return [Span(begin + at, begin + to) for at, to in found]


def _with_names(found: Sequence[tuple[int, int]], listed: str, sentence: str, start: int) -> list[tuple[int, int]]:
    """The members of a list that begins there, a description and its name as one: "an offer for his son, Bo"."""
    joined: list[tuple[int, int]] = []
    for at, to in found:
        before = joined[-1] if joined and is_name(listed[at:to]) else None
        if before and is_apposed((start + before[0], start + before[1]), (start + at, start + to), sentence):
            joined[-1] = before[0], to
        else:
            joined.append((at, to))
    return joined


def apposed_members(words: Span, question: str, sentence: Window) -> list[Span]:
    """Of "two towns, Lima and Oslo, left", where which towns left is asked and "two towns" was read, the two; else
    none.
    """
    noun = noun_asked_for(question).lower()
    if not noun or not sentence.span.holds(words) or not sentence.words(words).lower().split()[-1].startswith(noun):
        return []
    end = words.end - sentence.span.start
    told = _APPOSED.match(sentence.text, end) or _AMONG_THEM.search(sentence.text, end)
    found = _members_of(told, sentence)
    return found if all(is_party(sentence.words(one)) for one in found) else []


def named_members(words: Span, sentence: Window) -> list[Span]:
    """Of "two fishermen, Bo Ek and Ada Lie, left", of which the fishermen were read, the two names; else none."""
    text = sentence.words(words) if sentence.span.holds(words) else ""
    told = _APPOSED.match(sentence.text, words.end - sentence.span.start) if text else None
    found = _members_of(told, sentence) if _SEVERAL.match(text) and not is_name(text) else []
    return found if len(found) > 1 and all(_has_name(sentence.words(one)) for one in found) else []


def _members_of(told: re.Match[str] | None, sentence: Window) -> list[Span]:
    """Those of a list that was found in a sentence's text."""
    start = sentence.span.start + told.start("list") if told else 0
    return [Span(start + at, start + to) for at, to in _parted(told["list"])] if told else []


def _has_name(text: str) -> bool:
    """Whether it is a name, or a description with one: "his brother Bo"."""
    return is_name(text) or (is_party(text) and text.split()[-1][:1].isupper())


def parties_beside(words: Span, question: str, sentence: Window) -> list[Span]:
    """All of a list of persons of which the words are one, by name where they have one: "by her pupils, by the
    minister, Bo Ek, and by a band". None where they stand in no list that begins the sentence, or right behind "by",
    a colon or the verb that is asked about.
    """
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    if not 0 <= start < end <= len(sentence.text):
        return []
    verbs = [word for word in _WORD.findall(question) if lemmas(word) and not is_auxiliary(word)]
    did = _WHO_DID.match(sentence.text, end)
    titled = _TITLED.search(sentence.text[: end - len(name_ending(sentence.text[:end]))])
    told = {word for word in _WORD.findall(sentence.text) for verb in verbs if are_forms(word, verb)}
    if did and titled and (did["did"] in told or not told):
        return []
    places = [*_begins(sentence.text, start, verbs), *_before_verb(sentence.text, end, verbs)]
    for begin, stop in places:
        parted = list(_persons(sentence.text, begin, stop))
        pairs = zip([(0, 0), *parted], parted, strict=False)
        found = [one for before, one in pairs if not _says_who(before, one, sentence.text)]
        found = [one for one in found if not _is_of_place(one, sentence.text)]
        if any(_is_clause(one, sentence.text) for one in found):
            continue
        if len(found) > 1 and any(at <= start and end <= to for at, to in found):
            shown = [len(name_ending(sentence.text[at:to])) or to - at for at, to in found]
            ends = [sentence.span.start + to for _, to in found]
            return [Span(end - length, end) for end, length in zip(ends, shown, strict=True)]
    return []


def _begins(text: str, start: int, verbs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a list may begin that goes on to a place, and where it ends."""
    for begin in (match.end() for match in _BEGINS.finditer(text[: start + 1]) if match.end() <= start):
        before = text[:begin].split()[-1:]
        told = text[:begin].endswith((": ", "by ")) or any(are_forms(before[0].lower(), verb) for verb in verbs)
        if told and (listed := _LIST.match(text, begin)):
            yield begin, listed.end("list")


def _before_verb(text: str, end: int, verbs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The same, of what begins the sentence and goes on to the verb: "Lie, the cook Bo Ek and Ada Moe all sang"."""
    words = list(re.finditer(r"[\w’'-]+", text))
    told = [n for n, one in enumerate(words) if any(are_forms(one.group().lower(), verb) for verb in verbs)]
    first = next((n for n in told if words[n].start() > end), 0)
    while first and (is_auxiliary(words[first - 1].group()) or words[first - 1].group() in _ALL):
        first -= 1
    begin, stop = after_lead(text), words[first].start() - 1 if first else 0
    if end <= stop and not has_verb(text[begin:stop]):
        yield begin, stop


def _persons(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The members of a list of persons, a description and its name as one; none where one is no person."""
    parted = [(begin + at, begin + to) for at, to in _parted(text[begin:stop])]
    parted = [(at + len("by ") if text.startswith("by ", at) else at, to) for at, to in parted]
    ends = next((n for n, (at, _) in enumerate(parted) if n and _ASIDE.match(text, at)), len(parted))
    parted = parted[:ends]  # "Lie and the cook, on Monday"
    if more := _MORE.search(text[: parted[-1][1]], parted[-1][0]):
        parted[-1] = parted[-1][0], more.start()
    if not _LAST.search(text[begin:stop]) or not all(
        is_party(text[at:to]) and not _tells_a_deed(text[at:to]) for at, to in parted
    ):
        return
    number = 0
    while number < len(parted):
        at, to = parted[number]
        behind = parted[number + 1] if number + 1 < len(parted) else None
        if behind and text[to : behind[0]] == ", " and is_description(text[at:to]) and is_name(text[slice(*behind)]):
            to, number = behind[1], number + 1
        yield at, to
        number += 1


def _says_who(before: tuple[int, int], member: tuple[int, int], text: str) -> bool:
    """Whether a member only says who the one before is: "Ada Lie, a nurse, and Bo", not "Ada Lie, a nurse and Bo"."""
    closed = _APART.match(text, member[1]) and text[slice(*member)].startswith(("a ", "an "))
    return bool(closed) and is_apposed(before, member, text)


def _is_clause(member: tuple[int, int], text: str) -> bool:
    """Whether a member is what somebody did: "Some voted against Ek, nine supported him"."""
    tree = parsed(text)
    return is_finite(tree[head_of(tree, Span(*member))])


def _is_of_place(member: tuple[int, int], text: str) -> bool:
    """Whether a member only goes on with where another is: "the bankers in Lima and Santiago"."""
    tree = parsed(text)
    head = head_of(tree, Span(*member))
    place = tree[tree[head].head]
    of = tree[place.head]
    bare = " " not in text[slice(*member)] and tree[head].tag == place.tag == "NNP"
    return bare and tree[head].role == "conj" and place.role == "pobj" and of.text in _WHERE


def _tells_a_deed(text: str) -> bool:
    words = text.split()
    # Of "a cleaned beach" it is told what it is like.
    verbs = (is_verb(word) and before.lower() not in DETERMINERS for before, word in pairwise(["", *words]))
    return bool(_FINITE.search(text)) or any(verbs)


def _parted(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for parting in _MEMBERS.finditer(text):
        yield at, parting.start()
        at = parting.end()
    yield at, len(text)


def _is_member(text: str) -> bool:
    """Whether a member is a noun with what belongs to it, and no clause: "and left"."""
    first = text.split()[0]
    done = not first.endswith("s") and bool(lemmas(first)) and first not in lemmas(first)
    return bool(phrase_at(text, 0)) and not done and not _tells_a_deed(text)
