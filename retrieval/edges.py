"""Where an answer's words begin and end: what belongs to their edges, by the form of the text alone.

Leaves out whether they may end sooner, which the reader's scores decide (reader.py).
"""

import calendar
import re

from corpus.article import Span
from retrieval.arguments import nodes_of
from retrieval.conflicts import amount_in
from retrieval.naming import is_name, is_pronoun, name_at, name_ending, without_owner
from retrieval.parser import parsed
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import parts_of_speech, phrase_at
from retrieval.questions import asks_for_amount, asks_for_person, asks_for_thing, noun_asked_for
from retrieval.search import STOP_WORDS
from retrieval.types import Window
from retrieval.windows import name_in

_WHERE, _WHEN = (re.compile(rf"\W*{word}\b", re.IGNORECASE) for word in ("where", "when"))
_WHAT = re.compile(r"\W*what did (?!.*\bto\W*$)", re.IGNORECASE)  # not "What did it lead to?"
_DISTANCE = re.compile(
    r"\b[\w.,]+ (?:miles?|km|(?:kilo)?met(?:er|re)s?|yards?|feet|blocks|minutes|hours)(?: [a-z]+)? (?:from|of|off) $"
)
_HOW_LONG = re.compile(r"\W*how long\b", re.IGNORECASE)
_AND_MINUTES = re.compile(r"(?:,? and|,)? (?:[\d.]+|[a-z]+) (?:months?|weeks?|days?|hours?|minutes?|seconds?)\b")
_TIME = re.compile(r"(?:at )?\d[\d:.]*(?: ?[ap]\.?m\.?)? (?=(?:aboard|at|in|inside|near|on|outside) )")
# "At least 19" are not 19.
_HEDGE = re.compile(
    r"\b(?:about|almost|an estimated|approximately|around|(?:as many|as much) as|at (?:least|most)|close to|"
    r"(?:fewer|less|more) than|nearly|over|roughly|some|under|up to|well over) $",
    re.IGNORECASE,
)
_BY = re.compile(r"(?<=\d) by (?=[^\W\d])")  # "June 12 by last year's winner"
_DOTTED = re.compile(r"\b\w\.\w$")
_FULL_STOP = re.compile(r"[^\W\d_][\w’'-]{3,}[.,!?]$")  # not "Ek Jr.", "Acme Inc."
_GOES_ON = re.compile(r" [a-z]")
_TITLED = re.compile(r"[a-z]+ (?=[^\W\d_a-z])")  # "minister Ada Lie"
_OF_NAME = re.compile(r" of (?:the )?(?=[^\W\d_a-z])")
_BY_ORIGIN = re.compile(r" (?:from|of) (?:the )?(?=[^\W\d_a-z])")
_FROM_NAME = re.compile(rf" (?:at|from|in|of) (?:the )?(?=[^\W\d_a-z])(?!{'|'.join(calendar.month_name[1:])})")
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_OF_SEVERAL = re.compile(rf"[^s]s (?:from|in|of) (?:the )?{_CAPITAL}$")
_OTHERS = re.compile(rf"(?:, (?:the )?{_CAPITAL})* and (?:the )?{_CAPITAL}(?: {_CAPITAL})*")
_WHOSE = re.compile(r"\bwhose (?P<first>(?:[a-z-]+ )?[a-z-]+ and )$")
_OWNING = re.compile(r"(?:['’]s|(?<=s)['’]) $")
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’]) (?=[a-z])")
_OF_DESCRIPTION = re.compile(r" of (?=(?:an?|the|his|her|its|their) [a-z])")
_THE_DEAD = re.compile(r"the (?P<which>[a-z]+)(?=[.,;:!?]|$| (?:[\d$€£]|(?:an?|the|his|her|its|their)\b))")
_OWNER = re.compile(r"\b(?:an?|the|his|her|its|their) (?:[a-z][\w-]* ){0,2}[a-z][\w-]*$|(?<=[\w,] )[A-Z][\w-]*$")
_FIRST = re.compile(r"(?:^|[.!?”\"\n] ?)([^\W\d_a-z][\w-]+)$")  # of a sentence: "Ramah's ministry"
_DETERMINER = r"(?:an?|the|his|her|its|their)"
_BEGINS = re.compile(rf"\b{_DETERMINER} (?:(?!{_DETERMINER} )[a-z][\w-]* ){{0,3}}$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|all|both|each|either|few|half|many|most|neither"
    r"|none|several|some) of $",
    re.IGNORECASE,
)
_THE_ONE = re.compile(r"(?:an?|the|his|her|its|their) [a-z]", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:[a-z-]+ )?[a-z]+s$")  # "relatives"
_OF_NOUN = ("compound", "nmod")
_ONE_OF_MANY = re.compile(r"an? ", re.IGNORECASE)


def whole_words(words: Span, question: str, window: Window) -> Span:
    """The words with what belongs to their edges, without what does not."""
    words = _without_half_quotation(words, window)
    before, text = window.text[: words.start - window.span.start], window.words(words)
    if asks_for_person(question):
        words = _with_head(_with_beginning(_with_owned(words, window), window), window)
        words = _with_title(_with_owner(words, window), window)
        words = _with_number(_with_others(_with_of(words, window), window), window)
        words = _with_whose(words, window)
        words = _whole_name(words, window) if is_name(window.words(words)) else words
        words = without_full_stop(words, window)
    elif asks_for_amount(question) and (hedge := _HEDGE.search(before)) and amount_in(text.split()[0]):
        words = Span(words.start - len(hedge.group()), words.end)
    elif _HOW_LONG.match(question) and (more := _AND_MINUTES.match(window.text, words.end - window.span.start)):
        words = Span(words.start, words.end + len(more.group()))
    elif _WHERE.match(question) and (time := _TIME.match(text)):
        words = Span(words.start + time.end(), words.end)
    elif _WHERE.match(question) and (distance := _DISTANCE.search(before)):
        words = Span(words.start - len(distance.group()), words.end)
    elif _WHEN.match(question) and (by := _BY.search(text)):
        words = Span(words.start, words.start + by.start())
    elif _WHAT.match(question) and text[:1].islower() and before.endswith(" to "):
        words = Span(words.start - len("to "), words.end)
    elif asks_for_thing(question) and is_name(text):
        words = _whole_name(words, window)
    return _with_dot(_with_noun(words, question, window), window)


def without_full_stop(words: Span, window: Window) -> Span:
    """Whoever ends a sentence without its full stop: "Ek" of "“I thank Ek.”", but all of "Ek Jr."."""
    text = window.words(words) if window.span.holds(words) else ""
    return Span(words.start, words.end - 1) if _FULL_STOP.search(text) else words


def _whole_name(words: Span, window: Window) -> Span:
    """A name to its end: "Sankt Olga", of which "Sankt" was read."""
    start, end = words.start - window.span.start, words.end - window.span.start
    name = without_owner(name_in(window, start))
    goes_on = start + len(name) > end and window.text[end] == " "
    return Span(words.start, words.start + len(name)) if goes_on else words


def _with_noun(words: Span, question: str, window: Window) -> Span:
    """With the noun that is asked for, where it stands right behind: "Which ministers?", "housing minister"."""
    noun = noun_asked_for(question)
    behind = re.match(rf" {noun}[a-z]*\b", window.text[words.end - window.span.start :]) if noun else None
    return Span(words.start, words.end + len(behind.group())) if behind else words


def _without_half_quotation(words: Span, window: Window) -> Span:
    """The words without a quotation mark at one of their ends that has no other within them."""
    text = window.words(words)
    odd = text.count('"') % 2 == 1
    start = (odd and text.startswith('"')) or (text.startswith("“") and "”" not in text)
    end = (odd and text.endswith('"')) or (text.endswith("”") and "“" not in text)
    return Span(words.start + start, words.end - end) if len(text) > start + end else words


def _with_of(words: Span, window: Window) -> Span:
    """A description with the name behind its "of": "the president of Ghana", "Engineers of the Water Institute", or
    what else stands there: "the owner of a petrol station", "relatives of the dead"; of "a nurse" or
    "soldiers", who may be anybody, also where they are from, of the one also where she was.
    """
    start, end = words.start - window.span.start, words.end - window.span.start
    text = window.text[start:end]
    begins = any(sentence.span.start == words.start for sentence in window.sentences)
    of = _origin(text).match(window.text, end)
    if not of and (_THE_ONE.match(text) or _SEVERAL.fullmatch(text)) and text.split()[-1].islower():
        of_it = _OF_DESCRIPTION.match(window.text, end)
        phrase = (phrase_at(window.text, of_it.end()) or _the_dead(window.text[of_it.end() :])) if of_it else ""
        return Span(words.start, words.end + len(of_it.group() + phrase)) if of_it and phrase else words
    if not of or is_pronoun(text) or not (text.split()[-1].islower() or (begins and " " not in text)):
        return words
    ends = next((s.span.end for s in window.sentences if s.span.end >= words.end), window.span.end)
    name = name_at(window.text[: ends - window.span.start], of.end())
    if of.group().endswith("the ") and " " not in name and _GOES_ON.match(window.text, of.end() + len(name)):
        return words  # "of the Oslo choir"
    return Span(words.start, words.end + len(of.group()) + len(name))


def _the_dead(text: str) -> str:
    """An adjective that stands for people, where a text begins so, no noun behind: "the dead 50 euros"."""
    people = _THE_DEAD.match(text)
    return people.group() if people and "ADJ" in parts_of_speech(people["which"]) else ""


def _origin(text: str) -> re.Pattern[str]:
    """What may stand between a description and a name that is a part of it."""
    if _ONE_OF_MANY.match(text):
        return _FROM_NAME
    return _BY_ORIGIN if _SEVERAL.fullmatch(text) else _OF_NAME


def _with_others(words: Span, window: Window) -> Span:
    """Of "the ministers of Sweden and Estonia", of which those of Sweden were read, all of them."""
    others = _OTHERS.match(window.text, words.end - window.span.start)
    if not others or not _OF_SEVERAL.search(window.words(words)):
        return words
    return Span(words.start, window.span.start + others.end())


def _with_beginning(words: Span, window: Window) -> Span:
    """A description from its article on: "the night porter of Oslo", of which "porter of Oslo" was read."""
    start, end = words.start - window.span.start, words.end - window.span.start
    begins = _BEGINS.search(window.text[:start]) if window.text[start].islower() else None
    head = start + len(window.text[start:end].split(" of ")[0])
    if not begins or len(phrase_at(window.text, begins.start())) < head - begins.start():
        return words
    return Span(window.span.start + begins.start(), words.end)


def _with_head(words: Span, window: Window) -> Span:
    """A description up to the noun that ends it: "its deputy mayor", of which "its deputy" was read, "an inquiry"."""
    start, end = words.start - window.span.start, words.end - window.span.start
    whole = phrase_at(window.text, start) if _THE_ONE.match(window.text, start) else ""
    head = whole[end - start :].split()
    if not head or window.text[end : end + 1] != " ":
        return words
    if is_person_noun(head[-1]):
        return Span(words.start, words.start + len(whole))
    return Span(words.start, max(words.end, _noun_behind(words, window)))


def _noun_behind(words: Span, window: Window) -> int:
    """Where by the parse the noun ends that the last of the words only says more of; 0 where they end with it."""
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not here:
        return 0
    tree = parsed(here.text)
    last = nodes_of(tree, Span(words.start - here.span.start, words.end - here.span.start))[-1:]
    heads = [tree[tree[n].head] for n in last if tree[n].role in _OF_NOUN and tree[n].head > n]
    return here.span.start + heads[0].place.end if heads else 0


def _with_owner(words: Span, window: Window) -> Span:
    """A description with whose it is: "the hospital's pharmacist", of which "pharmacist" was read."""
    before = window.text[: words.start - window.span.start]
    owning = _OWNING.search(before) if window.words(words)[:1].islower() else None
    if not owning:
        return words
    described = _OWNER.search(before[: owning.start()])
    first = _FIRST.search(before[: owning.start()])
    named = first[1] if first and first[1].casefold() not in STOP_WORDS and not is_pronoun(first[1]) else ""
    owner = name_ending(before[: owning.start()]) or (described.group() if described else named)
    return Span(words.start - len(owner + owning.group()), words.end) if owner else words


def _with_number(words: Span, window: Window) -> Span:
    """Of "one of the jurors", of which the jurors were read, the one."""
    number = _NUMBER_OF.search(window.text[: words.start - window.span.start])
    return Span(words.start - len(number.group()), words.end) if number else words


def _with_whose(words: Span, window: Window) -> Span:
    """Of "Lie, whose wife and daughter drowned", of which the daughter was read, both."""
    whose = _WHOSE.search(window.text[: words.start - window.span.start])
    return Span(words.start - len(whose["first"]), words.end) if whose else words


def _with_owned(words: Span, window: Window) -> Span:
    """Of "Nwosu's father", of which the name was read, the father."""
    end = words.end - window.span.start
    owning = _OWNED.match(window.text, end)
    owned = phrase_at(window.text, owning.end()) if owning else ""
    return Span(words.start, words.end + len(owning.group() + owned)) if owning and owned else words


def _with_title(words: Span, window: Window) -> Span:
    """A title and its name with the one word that a sentence begins with before them: "Former minister Ada Lie"."""
    if not _TITLED.match(window.words(words)):
        return words
    sentence = next((s for s in window.sentences if s.span.start < words.start < s.span.end), None)
    before = window.words(Span(sentence.span.start, words.start)).split(" ") if sentence else []
    led = sentence and len(before) == 2 and before[0].isalpha() and before[0].casefold() not in STOP_WORDS
    return Span(sentence.span.start, words.end) if sentence and led else words


def _with_dot(words: Span, window: Window) -> Span:
    """The words with the full stop of the abbreviation that they end with: "3:25 p.m.", "Acme Inc."."""
    start = window.span.start
    if window.text[words.end - start : words.end - start + 1] != ".":
        return words
    closed = window.text[words.end - start + 1 : words.end - start + 2] in ("”", '"', "’", "'")  # "“I thank Ek.”"
    inside = not closed and any(s.span.start <= words.start and words.end + 1 < s.span.end for s in window.sentences)
    if inside or _DOTTED.search(window.words(words)):
        return Span(words.start, words.end + 1)
    return words
