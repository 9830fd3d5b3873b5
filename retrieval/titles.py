"""Who somebody is by what stands beside the name: "the presenter Ada Lie", "Mayor Lie", "Ada Lie, a farmer,".

A reader that is asked who Ada Lie is knows most of these, and takes what others are for it. By the nouns that stand
for persons (person_nouns.py) and the form of the sentence. Leaves out how far a description goes (appositions.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.appositions import asks_who, beside
from retrieval.countries import may_be_one
from retrieval.inflection import base_of_past, lemmas
from retrieval.nameless import Nameless, SentencesOf
from retrieval.naming import are_one, is_name, name_at, name_ending, name_words, names_at, without_owner
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import is_verb
from retrieval.predicates import WORD, is_passive
from retrieval.questions import is_auxiliary
from retrieval.types import Reading, Sentence, Window

_WHO_IS_THE = re.compile(r"(?:and |but )?who(?: is| was|['’]s) (?P<title>the (?:[a-z]+ ?){1,3})[?.!]*", re.IGNORECASE)
_WHO_IS_OF = re.compile(
    r"(?:and |but )?who(?: is| was|['’]s) the (?:[a-z]+ )*?(?P<noun>[a-z]+) of (?:[\w’'-]+ )*?"
    r"(?P<of>[\w’'-]+)[?.! ]*$",
    re.IGNORECASE,
)
_OWNER = r"(?:[^\W\d_a-z][\w-]* )*[^\W\d_a-z][\w-]*(?:['’]s|(?<=s)['’])"
_WHO_IS_OWNED = re.compile(
    rf"(?i:(?:and |but )?who(?: is| was|['’]s) (?:the )?)(?P<owner>{_OWNER}) "
    r"(?:[a-z-]+ )*?(?P<noun>[a-z-]+)[?.! ]*$"
)
_WHO_IS_TITLE = re.compile(
    r"(?:and |but )?who(?: is| was|['’]s) (?:the )?(?:(?:[a-z-]+ )*?(?P<noun>[a-z-]+) of .+|"
    r".+['’]s? (?:[a-z-]+ )*?(?P<owned>[a-z-]+))[?.! ]*",
    re.IGNORECASE,
)
_TITLED = re.compile(r"['’]s? (?:[a-z-]+ )*?(?P<noun>[a-z-]+),? (?:the [a-z-]+ )?$")  # "the union's president, "
_OWNED_BY = re.compile(rf"(?P<owner>{_OWNER}) ")
_COMMA = re.compile(r",? ")
_BEING = frozenset("be become remain turn".split())
_NEAR = 80  # characters before a name
_CONFIDENCE = 0.8  # where nothing was read
# "the night porter ", "Lie's trainer "
_BEFORE = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[^\W\d_a-z][\w-]*['’]s)"
    r" (?:[a-z][a-z-]* ){0,3}?(?P<noun>[a-z][a-z-]*) $"
)
# ", 58, a dairy farmer from Kvern,"
_BEHIND = re.compile(
    r"(?:, \d+)?, (?P<whole>(?:the|an?|his|her|its|their) (?:[a-z][a-z-]* ){0,3}?(?P<noun>[a-z][a-z-]*)"
    r"(?: (?:at|for|from|in|of|on|with) [^,.;]{1,60})?)[,.;]"
)
# Behind these stands who somebody is: "was", "became", "was appointed", "worked as".
_CALLING = frozenset("appoint call choose elect make name nominate".split())  # "called Ek a fool"
_IS = _CALLING | frozenset("be become remain stay".split())
_AS = ("as",)
# "two policemen, one of whom was Ek", of whom neither tells who Ek is
_OF_SEVERAL = re.compile(
    r"(?:(?:the|his|her|its|their) )?(?:two|three|four|five|six|several|some|many|\d+) [a-z]|(?:one|some|two) of ",
    re.IGNORECASE,
)


def titles(question: str, windows: Sequence[Window]) -> list[Reading]:
    """What stands before the name of "Who is Ada Lie?" in the windows' sentences; none of other questions."""
    asked = name_words(asks_who(question))
    sentences = dict.fromkeys(sentence for window in windows for sentence in window.sentences) if asked else ()
    return [
        Reading(sentence.article, words, sentence, _CONFIDENCE)
        for sentence in sentences
        for words in _titles_in(sentence, asked)
    ]


def called(question: str, windows: Sequence[Window], sentences_of: SentencesOf) -> list[Reading]:
    """Who has the title of "Who is the mayor?", by the name that the windows' articles have beside it."""
    asked = _WHO_IS_THE.fullmatch(question.strip())
    if not asked:
        return []
    found = []
    for window in {one.article: one for one in windows}.values():
        title = Reading(window.article, window.span, window.sentences[0], _CONFIDENCE)
        if name := beside(Nameless(title, asked["title"], question), sentences_of):
            shown = [one for one in sentences_of(window.article) if one.span.holds(name.words)]
            found += [replace(title, words=name.words, evidence=one) for one in shown]
    return found


def is_no_title(words: Span, question: str, sentence: Window) -> bool:
    """Whether by a sentence's form the words do not tell who somebody is: a number, a name, what Lie did something
    to, "Lie told the audience that it rained", or what another is, "the mayor, Bo Ek, thanked Lie".
    """
    asked = name_words(asks_who(question))
    if not asked or not sentence.span.holds(words):
        return False
    text, start, end = sentence.words(words), words.start - sentence.span.start, words.end - sentence.span.start
    if text.isdigit() or _OF_SEVERAL.match(text) or not _tells_who(words, question, sentence):
        return True
    if (owned := _OWNED_BY.match(text)) and are_one(asked, name_words(without_owner(owned["owner"]))):
        return True  # "Lie's parents"
    near = _COMMA.match(sentence.text, end)
    behind = name_at(sentence.text, near.end() if near else end)
    before = name_ending(sentence.text[:start].rstrip(", "))
    if any(name and are_one(asked, name_words(name)) for name in (behind, before)):
        return False
    if sentence.text[:start].endswith("whose "):
        return True
    if not any(word.isalpha() and word.islower() for word in text.split()):
        return is_name(text) and not is_person_noun(text.split()[-1].lower())
    tokens = list(WORD.finditer(sentence.text))
    last = next((n for n, token in enumerate(tokens) if token.end() == start - 1), None)
    verb = base_of_past(tokens[last].group()) if last is not None else ""
    done_to = bool(verb) and verb not in _BEING and not is_passive(tokens, last or 0)
    return done_to or " " in behind


def is_one_of_titled(question: str, sentence: str) -> bool:
    """Whether a sentence has the title of "Who is the president of Chad?" of several only, and not of what: "the two
    presidents, Lie and Ek".
    """
    asked = _WHO_IS_OF.match(question.strip())
    if not asked or re.search(rf"\b{re.escape(asked['of'][:-1])}", sentence):
        return False
    noun = re.escape(asked["noun"])
    return bool(re.search(rf"\b{noun}s\b", sentence)) and not re.search(rf"\b{noun}\b", sentence)


def is_of_another_owner(words: Span, question: str, sentence: Window) -> bool:
    """Whether by a sentence's form who was read is another's, "United's captain, Ek," or "Ek, United's captain",
    where it is asked who the Rovers' captain is.
    """
    asked = _WHO_IS_OWNED.match(question.strip())
    if not asked or not sentence.span.holds(words):
        return False
    own = sentence.inside(words)
    noun = re.escape(asked["noun"])
    before = re.search(rf"(?P<owner>{_OWNER}) (?:[a-z-]+ )?{noun},? $", sentence.text[: own.start])
    behind = re.match(rf", (?P<owner>{_OWNER}) (?:[a-z-]+ )?{noun}\b", sentence.text[own.end :])
    owners = [without_owner(one["owner"]) for one in (before, behind) if one]
    return bool(owners) and not any(may_be_one(without_owner(asked["owner"]), owner) for owner in owners)


def has_another_title(words: Span, question: str, sentence: Window) -> bool:
    """Whether by a sentence's form who was read has another title than that of the question, which somebody else has:
    "the union's president, Ada Lie, by the bank's founder, Bo Ek", asked who the bank's founder is.
    """
    asked = _WHO_IS_TITLE.fullmatch(question.strip())
    if not asked or not sentence.span.holds(words):
        return False
    own = sentence.inside(words)
    title = f"{sentence.text[: own.end]} "  # "the bank's founder" itself, or what stands before the name
    before = _TITLED.search(title) or _TITLED.search(sentence.text[: own.start])
    noun = (asked["noun"] or asked["owned"]).lower()
    if not before or before["noun"] == noun:
        return False
    return bool(re.search(rf"\b{re.escape(noun)},? (?:the |an? )?(?:[a-z-]+ )*[^\W\d_a-z]", sentence.text))


def stands_beside_name(words: Span, name: str, sentence: Window) -> bool:
    """Whether the words stand beside somebody's name with no verb between: "Ada Lie, a farmer,"."""
    return any(not _verbs(gap) for gap in _gaps(words, name, sentence))


def _titles_in(sentence: Sentence, asked: Sequence[str]) -> Iterator[Span]:
    for start, name in names_at(sentence.text):
        if not are_one(asked, name_words(name)):
            continue
        at = sentence.span.start + start
        words = name.split()[:-1]
        last = max((n for n, word in enumerate(words, 1) if is_person_noun(word.lower())), default=0)
        title = " ".join(words[:last])  # "Prime Minister" of "Prime Minister Ada Lie"
        if title:
            yield Span(at, at + len(title))
        first = max(0, start - _NEAR)
        ahead = sentence.text[first:start]
        before = None if title else _BEFORE.search(f"{ahead[:-2]} " if ahead.endswith(", ") else ahead)
        if before and is_person_noun(before["noun"]):
            begin = sentence.span.start + first
            yield Span(begin + before.start(), begin + before.end("noun"))
        behind = _BEHIND.match(sentence.text, start + len(name))
        if behind and is_person_noun(behind["noun"]):
            yield Span(sentence.span.start + behind.start("whole"), sentence.span.start + behind.end("whole"))


def _tells_who(words: Span, question: str, sentence: Window) -> bool:
    """False only for words of a sentence that has the name "Who is ...?" asks about, where they did something, or had
    something done to them, by it.
    """
    gaps = _gaps(words, asks_who(question), sentence)
    return not gaps or any(not _has_deed(gap) for gap in gaps)


def _gaps(words: Span, name: str, sentence: Window) -> list[str]:
    """What a sentence has between the words and a name, wherever that stands."""
    asked = name_words(name)
    if not asked or not sentence.span.holds(words):
        return []
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    found = names_at(sentence.text)
    places = [Span(at, at + len(other)) for at, other in found if are_one(asked, name_words(other))]
    return [
        sentence.text[place.end : start] if place.end <= start else sentence.text[end : max(end, place.start)]
        for place in places  # "Captain" is a part of the name "Captain Ada Lie"
    ]


def _has_deed(gap: str) -> bool:
    """Whether what stands between a name and a description ends with another verb than "was" or "became"."""
    verbs = _verbs(gap)
    called = bool(verbs) and not lemmas(verbs[-1]).isdisjoint(_CALLING) and not gap.rstrip().endswith(verbs[-1])
    return called or (bool(verbs) and verbs[-1] not in _AS and lemmas(verbs[-1]).isdisjoint(_IS))


def _verbs(gap: str) -> list[str]:
    return [word for word in WORD.findall(gap) if word in _AS or is_auxiliary(word) or is_verb(word)]
