"""Whether words of a sentence say when or where what it tells was done, by their form.

Leaves out the reading, and whether the sentence tells the deed (deeds.py).
"""

import calendar
import re

from corpus.article import Span
from retrieval.deeds import Deed
from retrieval.search import share_of
from retrieval.types import Window

_UNITS = (
    "second|minute|hour|day|night|morning|noon|midday|afternoon|evening|midnight|week|weekend|fortnight|month|quarter|"
    "season|spring|summer|autumn|fall|winter|year|decade|century"
)
_NAMED = "|".join((*calendar.month_name[1:], *calendar.day_name))
_TIME = re.compile(
    rf"\b(?:\d{{4}}s?|\d+[:.]\d\d|\d+ ?(?:[ap]\.?m\b|o['’]clock)|{_NAMED}|(?i:(?:{_UNITS}|centurie)s?|today|tonight|"
    r"tomorrow|yesterday|now|ago|earlier|later|then|soon|recently|never|always|once))\b"
)
DATED = re.compile(rf"(?:{_NAMED}|\d{{4}})\b")
_EVENT = "(?i:after|as|at|before|by|during|once|since|till|until|when|whenever|while)"  # "at the funeral"
_BY_EVENT = re.compile(rf"{_EVENT}\b")
_BEHIND_EVENT = re.compile(rf"\b{_EVENT} (?:(?:an?|the|his|her|its|their) )?$")
_FOR = re.compile(r"\bfor (?:[“\"])?$|^for ")  # "for two years"
_OF = re.compile(r"\bof $")  # "the decision of last year", but "part of Wednesday"
_MORE = re.compile(r" (?:after|before)\b")  # "127 years after it was stolen": the time of the other deed
# "since the day he was dismissed": when he was dismissed it does not tell
_MOMENT = re.compile(rf"\bthe (?:moment|time|{_UNITS})$", re.IGNORECASE)
_PARTS = re.compile(r"[.,;:]")
_WHERE = (
    "(?i:aboard|above|across|along|among|around|at|behind|below|beneath|beside|between|by|down|from|in|inside|into|near|"
    "off|on|onto|opposite|out of|outside|over|through|throughout|to|towards|under|up|upon|within)"
)
_AT_PLACE = re.compile(rf"(?:{_WHERE}|(?i:abroad|elsewhere|here|overseas|there|north|south|east|west))\b")
_BEHIND_PLACE = re.compile(
    rf"\b{_WHERE} (?:(?:an?|the|his|her|its|their) )?(?:[a-z-]+ ){{0,2}}(?:[a-z]+ of (?:the )?)?$"
)
_OWNER = re.compile(r"['’]s?\b")  # "the town's mayor"
# Between the deed and its time or place: somebody else's, or another deed.
_APART = re.compile(r"[;:]|\b(?:and|but|that|while|whom?|whose|which|said)\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:after|although|as|because|before|since|until|when|where)\b", re.IGNORECASE)
_HANGING = re.compile(r"\b(?:after|before|since|until)\b[^,;]*$")
# "Ek came on Friday, Lie on"
_GAPPED = re.compile(
    rf"[,;] (?:and |but )?(?!(?:{_NAMED})\b)(?:(?:the|an?|his|her|its|their) [a-z]+|[^\W\d_a-z][\w’'-]*"
    r"(?: [^\W\d_a-z][\w’'-]*)*)(?: (?:at|by|in|on))? $"
)
_OPENS = re.compile(r",? (?:where|when|as) ")  # "to the beach, where villagers gave them tea"
_OF_ANOTHER = re.compile(r"\b(?:which|whom?|whose)\b[^,;]*$")  # "Lie, who was booed in Oslo, was embraced by Bo"


def is_time(words: Span, deed: Deed, sentence: Window) -> bool:
    """Whether words can be the time of the deed: "on Friday", "after the match"."""
    before, text, after = _parted(words, sentence)
    if _FOR.search(before) or _FOR.search(text) or _MORE.match(after):
        return False
    if _OF.search(before) and not DATED.match(text):
        return False
    said = _TIME.search(text) or _BY_EVENT.match(text) or _BEHIND_EVENT.search(before)
    return bool(said) and (not deed.is_done_to_name(sentence.text) or _is_of(deed, words, sentence, shared=True))


def is_place(words: Span, deed: Deed, sentence: Window) -> bool:
    """Whether words can be the place of the deed: "in Oslo", "off the coast"."""
    before, text, after = _parted(words, sentence)
    if _OWNER.match(after):
        return False
    said = _AT_PLACE.match(text) or _BEHIND_PLACE.search(before)
    return bool(said) and (not deed.is_done_to_name(sentence.text) or _is_of(deed, words, sentence, shared=False))


def is_of_another(words: Span, deed: Deed, sentence: Window) -> bool:
    """Whether the deed's clause hangs on that of words before it: "Lie left on Friday, a week after Ek came" does not
    tell that Ek came on Friday, nor "Ek came on Friday, Lie on Monday" that he came on Monday, nor "since the day Ek
    came" when that was.
    """
    _, text, after = _parted(words, sentence)
    if _MOMENT.search(text) and share_of(deed.done_in(sentence.text), _PARTS.split(after, maxsplit=1)[0]):
        return True
    beside = deed.place_beside(words, sentence)
    if not beside:
        return False
    gapped = _GAPPED.search(beside[0])
    return bool(_HANGING.search(beside[1])) or bool(gapped and _TIME.search(beside[0][: gapped.start()]))


def _parted(words: Span, sentence: Window) -> tuple[str, str, str]:
    start, end = words.start - sentence.span.start, words.end - sentence.span.start
    return sentence.text[:start], sentence.text[start:end], sentence.text[end:]


def _is_of(deed: Deed, words: Span, sentence: Window, *, shared: bool) -> bool:
    """Whether nothing stands between the words and the deed that would make them another's.

    Asked of what was done to somebody with a name, beside whom news tell much else.

    What stands before two deeds of one party is often of both, if it is `shared`: "came on Friday and thanked them".
    """
    beside = deed.place_beside(words, sentence)
    if beside is None:
        return True
    between, ahead = beside
    opens = _OPENS.match(ahead)
    between = ahead[opens.end() :] if opens else ahead or _BEHIND_EVENT.sub("", between)
    if ahead and _OF_ANOTHER.search(_parted(words, sentence)[0]):
        return False
    if ahead and shared:
        between = between.replace(" and ", " ")
    return not (_APART.search(between) or _OTHER_CLAUSE.search(between))
