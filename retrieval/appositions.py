"""Names that stand beside what names nobody: "a nurse, Ada Lie, ...", "Ada Lie, a nurse, ...", "Nurse Ada Lie".

By the form of the text alone; where it gives several names, none is taken. Leaves out reading (coreference.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.arguments import head_of
from retrieval.clauses import RESTRICTIVE, ends_with_another
from retrieval.inflection import are_forms, base_of_past, is_participle
from retrieval.nameless import Name, Nameless, SentencesOf
from retrieval.naming import (
    ARTICLES,
    LEADING,
    are_one,
    has_namesake,
    is_description,
    is_name,
    is_pronoun,
    name_at,
    name_ending,
    name_words,
    names_in,
)
from retrieval.parser import has_verb_on_top, parsed
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import is_noun
from retrieval.questions import is_auxiliary
from retrieval.types import Reading, Sentence, Window
from retrieval.windows import name_in

# "'s owner, ", " of the jury, ", ", the sitting member ": between a party and the name that it has.
_APPOSITION = re.compile(
    r"(['’]s?(?: [a-z][\w-]*){1,4})?(?: (?:at|for|from|in|of|on|with)(?: [^\W\d_][\w-]*){1,4}){0,2}"
    rf"(?P<did>{RESTRICTIVE})?,"
    r" (?:(?:the|an?) (?:[A-Z][a-z]+ (?=[a-z]))?(?:[a-z][\w-]* ){0,4})?(?:\d{1,3}-year-old )?(?=\S)"
)
# "The third, a nurse from Oslo named ", "A man called "
_NAMED_SO = re.compile(
    r"(?:, an? [^,.;]{1,60}?)?(?: (?:at|from|in|of) (?:[^\W\d_a-z][\w’'-]* ?)+?)?,? (?:called|named) (?=[^\W\d_a-z])"
)
_BODY = re.compile(r"the [a-z][\w-]* of [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")  # "the co-operative of Selin"
# "The chairman of the jury, Ada Lie": the name is not the jury's.
_INSIDE = re.compile(r"\b(?:at|for|from|in|of|on|with) $")
_WHOSE = re.compile(r"(?P<who>[\w-]+) (?:at|for|from|in|of|on|with) $")
_DONE_BY = re.compile(r"(?P<whom>[\w’'-]+) (?P<done>[a-z]+) by $")
_LISTED = re.compile(r", (?:(?:and|or|as well|the|an?)\b|[^\W\d_a-z])")  # more members follow
_OWNING = ("’s", "'s", "s’", "s'")
_THE = re.compile(r"\b[Tt]he(?: [a-z][a-z-]*){1,3}")
_DESCRIBED = re.compile(r"\b((?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: [a-z][\w-]*){1,4}), $")
_HIS = re.compile(r"(?:(?i:his|her|their)|[^\W\d_a-z][\w-]*['’]s) (?![a-z]+s\b)[a-z-]+$")
_TITLE = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,3}")
_AGE = re.compile(r"\d{1,3}")
_BEHIND_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*, $")
# "a rise for the maker, Lie,", "a song that its maker, Lie,"
_INNER = re.compile(r" (?:for|from|on|that|which|with) (?:an?|the|his|her|its|their) [a-z-]+, ")
_DID = re.compile(r" (?P<did>[a-z]+) (?:an?|the|his|her|its|their) ")  # "A court in Oslo acquitted the manager, Lie,"
_OF_PLACE = re.compile(r"^ of [^\W\d_a-z][\w-]*(?=[,.;])")
_CLOSING = (",", ".", ";")  # behind an apposition; the end of the text is none
# In "Ada Lie, a nurse, ..." the article of a description that was read without it.
_LAST_ARTICLE = re.compile(r"(?<=, )(?:an?|the) $")
_LAST_DETERMINER = re.compile(r"\b(?:an?|the|his|her|its|their) $")
_WHO_IS = re.compile(r"who(?:['’]s| is| was| are| were) ", re.IGNORECASE)
_AND = re.compile(r"\band\b")
_AND_ANOTHER = re.compile(r" (?:and|that) (?:(?:at|by|for|from|of|to|with) )?(?=(?:an?|the|his|her|its|their) )")
_INTRODUCED = re.compile(r"an? (?P<noun>[a-z]+(?: [a-z]+)?)", re.IGNORECASE)
_OR = re.compile(r"\bor\b")
_BEFORE = 2  # sentences
_FIRST = 1  # letter, of the question word, is no name's


def apposed(one: Nameless, windows: Sequence[Window]) -> Name | None:
    """The name right behind: "a nurse, Ada Lie, ..."; also of "Brezner" in "Brezner's owner, Ada Lie, ..."."""
    return _unless_asked(_following(one, windows), one)


def behind(one: Nameless, windows: Sequence[Window]) -> Name | None:
    """The name right before a description that says more of it: "Ada Lie, a Sami elder, ..."."""
    return _unless_asked(_preceding(one, windows), one)


def is_of_the_question(one: Nameless, windows: Sequence[Window]) -> bool:
    """Whether what was read is somebody whom the question names, by the name beside it or the one it is a title of.

    "The president, Elena Costa, was sued" does not tell whom Costa sued, nor does "Judge Elena Costa"; who she is
    they do.
    """
    if asks_who(one.question):
        return False
    asked = tuple(names_in(one.question, _FIRST))
    beside = _following(one, windows) or _preceding(one, windows) or _titled(one, windows)
    names = [_whole_name(one, windows), *([beside.text] if beside else [])]
    here = one.reading.alias or one.reading.words
    if is_name(one.text) and not one.reading.evidence.span.holds(here):
        names.append(one.text)  # read for a pronoun that nobody has looked up
    named = any(are_one(name_words(name), name_words(other)) for name in asked for other in names if other)
    either = _OR.search(one.question)  # of "Who won, Ada Lie or Bo Ek?" it may be
    itself = not either and (one.text in asked or _is_longer_name(one, asked, windows))
    return named or itself or _has_description(one, windows)


def _is_longer_name(one: Nameless, asked: Sequence[str], windows: Sequence[Window]) -> bool:
    """Whether it is a name of the question in full, "Ada Lie" of "Lie", and nobody else has that last name."""
    words = name_words(one.text)
    if not is_name(one.text) or not any(words[-1:] == name_words(name) for name in asked):
        return False
    return not has_namesake(words, (window.text for window in windows if window.article == one.reading.article))


def _whole_name(one: Nameless, windows: Sequence[Window]) -> str:
    """The name that begins with what was read, "Ada" of "Ada Lie"; "" where it is whole."""
    window = _window_of(one, windows)
    name = name_in(window, one.reading.words.start - window.span.start) if window and is_name(one.text) else ""
    return name if len(name) > len(one.text) else ""


def _has_description(one: Nameless, windows: Sequence[Window]) -> bool:
    """Whether it is the name behind a description of the question: "the captain, Ada Lie", asked who blames the
    captain.
    """
    window = _window_of(one, windows)
    if not window or not is_name(one.text) or _WHO_IS.match(one.question):
        return False
    before = window.text[: one.reading.words.start - window.span.start]
    said = _DESCRIBED.search(before)
    whose = _WHOSE.search(before[: said.start()]) if said else None
    if said is None or (whose and is_person_noun(whose["who"].lower())):  # "a spokeswoman for the bank, Ada Lie"
        return False
    return bool(re.search(rf"\b{re.escape(said[1])}\b", one.question, re.IGNORECASE))


def is_inside(before: str) -> bool:
    """Whether what follows hangs on somebody before it, whose name may stand behind: "the chairman of the jury, Ada
    Lie," and "an expert hired by the court, Ada Lie,", but not "was hired by a dealer, Ada Lie,".
    """
    by = _DONE_BY.search(before)
    hangs = by and is_participle(by["done"]) and is_noun(by["whom"]) and not is_auxiliary(by["whom"])
    return bool(hangs or _INSIDE.search(before))


def is_age(one: Nameless, windows: Sequence[Window]) -> bool:
    """Whether it is a bare number in apposition to a name: "Ada Lie, 49, ..."."""
    words, window = one.reading.words, _window_of(one, windows)
    if not window or not _AGE.fullmatch(one.text):
        return False
    start = window.span.start
    before, after = window.text[: words.start - start], window.text[words.end - start :]
    return bool(_BEHIND_NAME.search(before)) and after.startswith(_CLOSING)


def described(one: Nameless, windows: Sequence[Window]) -> Span:
    """The words; of a part of a description that tells who somebody is the whole.

    Of "Who is Ada Lie?" all that "the bank's head of technology, Ada Lie," says, or "Ada Lie, who speaks for the
    bank,"; of "Who sued Bo?", where "the jury" of "the head of the jury, Ada Lie, sued Bo" was read, "Ada Lie".
    """
    words, window = one.reading.words, _window_of(one, windows)
    if not window:
        return words
    start, asked = window.span.start, asks_who(one.question)
    if not asked:
        before = window.text[: words.start - start]
        by = _DONE_BY.search(before)  # of "an expert hired by the court, Ada Lie," the court hired
        itself = by and any(are_forms(by["done"], word) for word in re.findall(r"[a-z]+", one.question))
        name = _name_behind(words, window) if is_inside(before) and not itself else None
        named = name and any(are_one(name_words(name.text), name_words(a)) for a in names_in(one.question, _FIRST))
        return name.words if name and not named else words
    clause = re.compile(rf"{re.escape(asked)}, who (?P<does>[^,]+),")
    told = [Span(start + c.start("does"), start + c.end("does")) for c in clause.finditer(window.text)]
    if holding := [span for span in told if span.holds(words)]:
        return holding[0]
    name = _following(one, windows)
    if not name or not are_one(name_words(asked), name_words(name.text)):
        return words
    whole = Span(words.start, start + window.text.index(",", words.end - start))
    others = list(_AND_ANOTHER.finditer(window.words(whole)))  # "said that the ambassador, Ada Lie,"
    return Span(whole.start + others[-1].end(), whole.end) if others else whole


def asks_who(question: str) -> str:
    """The name of "Who is Ada Lie?"; "" of other questions."""
    who_is = _WHO_IS.match(question)
    name = name_at(question, who_is.end()) if who_is else ""
    return name if who_is and name == question[who_is.end() :].rstrip("?!. ") else ""


def _unless_asked(name: Name | None, one: Nameless) -> Name | None:
    return None if name and name.text in one.question else name


def _following(one: Nameless, windows: Sequence[Window]) -> Name | None:
    words, window = one.reading.words, _window_of(one, windows)
    if not window or is_pronoun(one.text) or is_inside(window.text[: words.start - window.span.start]):
        return None
    if _AND.search(one.text) and not asks_who(one.question):
        return None  # "the shepherd and his dog, Bruna,"
    if named := _named_so(one, window):
        return named
    between = _APPOSITION.match(window.text, words.end - window.span.start)
    return _name_behind(words, window) if between and (between[1] or not is_name(one.text)) else None


def _named_so(one: Nameless, window: Window) -> Name | None:
    """The name of "a nurse from Oslo called Ada Lie", not of "a nurse called Ada Lie at noon" by the parse."""
    so = None if is_name(one.text) else _NAMED_SO.match(window.text, one.reading.words.end - window.span.start)
    at = window.span.start + so.end() if so else 0
    told = next((s for s in window.sentences if so and s.span.start <= at < s.span.end), None)
    if not so or not told:
        return None
    text = name_in(window, so.end())
    tree = parsed(told.text)
    place = Span(at - told.span.start, at - told.span.start + len(text))
    name = tree[head_of(tree, place)]
    # Without a verb on top "called" may be what he did.
    called = name.role == "oprd" and tree[name.head].role in ("acl", "relcl") and has_verb_on_top(tree)
    return Name(Span(at, at + len(text)), text, 1.0) if called else None


def _name_behind(words: Span, window: Window) -> Name | None:
    """The name in apposition right behind the words."""
    between = _APPOSITION.match(window.text, words.end - window.span.start)
    if not between or (between["did"] and ends_with_another(between["did"])):
        return None
    # "The judge who wrote the dissent, Lie,": what stands behind "who" she did.
    before_who = window.text[between.start() : between.start("did") if between["did"] else between.end()]
    if any(base_of_past(one["did"]) for one in _DID.finditer(before_who)):
        return None
    at = between.end()
    text = name_in(window, at)
    if body := _BODY.match(window.text, window.text.rindex(", ", between.start(), at) + 2):
        at, text = body.start(), body.group()
    elif is_inside(window.text[:at]):
        return None  # "the owners, a company from Vienna,"
    # The news give a person's name in full, but "his wife, Mai," or "Lie's wife, Mai," has just been named with him.
    one_s = bool(text and _HIS.match(window.words(words)))
    after = window.text[at + len(text) :]
    thing = bool(text) and _is_thing(window.words(words))
    if thing and _INNER.search(between.group()):
        return None
    after = _OF_PLACE.sub("", after) if thing else after  # "a Polish firm, Wiertmet of Katowice,"
    if not (one_s and after.startswith(_CLOSING)) and not ((thing or " " in text) and _closes(after)):
        return None
    at += window.span.start
    return Name(Span(at, at + len(text)), text, 1.0)


def _is_thing(text: str) -> bool:
    """Whether it describes something that is no person and may have a name of one word: "a Polish firm"."""
    first, *_, last = text.split() if " " in text else ("", "")
    return first.lower() in ARTICLES and last.islower() and not is_person_noun(last)


def _preceding(one: Nameless, windows: Sequence[Window]) -> Name | None:
    words, window = one.reading.words, _window_of(one, windows)
    if not window or is_pronoun(one.text) or is_name(one.text):
        return None
    before = _LAST_ARTICLE.sub("", window.text[: words.start - window.span.start])
    text = name_ending(before[:-2]) if before.endswith(", ") else ""
    if not text or not _closes(window.text[words.end - window.span.start :]):
        return None
    at = window.span.start + len(before) - 2 - len(text)
    return Name(Span(at, at + len(text)), text, 1.0)


def _titled(one: Nameless, windows: Sequence[Window]) -> Name | None:
    """The name that the words are the title of: "Prime minister Ada Lie"; "the nurses Ada Lie ..." have none."""
    window = _window_of(one, windows)
    if not window or is_pronoun(one.text) or not _TITLE.fullmatch(one.text):
        return None
    if one.text.split()[0].lower() in LEADING | ARTICLES:
        return None
    at = one.reading.words.end - window.span.start + 1
    text = name_in(window, at) if window.text[at - 1 : at] == " " else ""
    at += window.span.start
    return Name(Span(at, at + len(text)), text, 1.0) if text else None


def _window_of(one: Nameless, windows: Sequence[Window]) -> Window | None:
    """The first that holds what was read."""
    return next((w for w in windows if w.article == one.reading.article and w.span.holds(one.reading.words)), None)


def _closes(behind: str) -> bool:
    """Whether an apposition ends where this follows, and is no member of a list."""
    return behind.startswith(_CLOSING) and not _LISTED.match(behind)


def beside(one: Nameless, sentences_of: SentencesOf) -> Name | None:
    """The name that stands beside a description elsewhere: "the officer, Ada Lie, ...", "Prime Minister Hun Sen".

    Where its article gives it to several, also as a part of other offices, "Prime Minister" or "fisheries minister"
    for "the minister", the one who is named right before, or None.
    """
    if not is_description(one.text):
        return None
    noun = re.escape(one.text.split(maxsplit=1)[1])
    found: dict[str, Name] = {}
    others: dict[str, Name] = {}
    for sentence in sentences_of(one.reading.article):
        for match in re.finditer(rf"(\S+ |^)({noun})(,?) (?=\S)", sentence.text, re.IGNORECASE):
            before, said, comma = match[1].strip(), match[2], match[3]
            text = name_at(sentence.text, match.end())
            closed = not comma or sentence.text[match.end() + len(text) :][:1] in _CLOSING
            # In "the chief officer" the noun is a part of another office.
            led = before.lower() in (LEADING | ARTICLES if comma else LEADING)
            whole = led or before.endswith(_OWNING) or before[:1].isupper() or said[:1].isupper()
            title = " " not in said and before[:1].isupper() and said[:1].isupper()  # "Prime Minister"
            # The union is not who is "the leader of the seamen's union, Ada Lie".
            inside = is_inside(_LAST_DETERMINER.sub("", sentence.text[: match.start()]))
            if " " in text and closed and not inside:
                at = sentence.span.start + match.end()
                name = Name(Span(at, at + len(text)), text, 1.0)
                if whole and not title:
                    found.setdefault(text, name)
                elif before.lower() not in ARTICLES:  # "an officer Ada Lie knew"
                    others.setdefault(text, name)
    given = list(found.values())
    if len(given) > 1 or others.keys() - found.keys():
        given = _named_before(one, [*given, *others.values()], sentences_of)
    return given[0] if len(given) == 1 and given[0].text not in one.question else None


def introduced(one: Nameless, sentences_of: SentencesOf) -> Name | None:
    """The name that somebody gets later: of "a rival", where another sentence has "the rival, Ada Lie,".

    None where the article speaks of another one: "another rival".
    """
    described = _INTRODUCED.fullmatch(one.text)
    if not described:
        return None
    any_ = re.compile(rf"\b(?:an?|another|one|two|three) {re.escape(described['noun'])}", re.IGNORECASE)
    mentions = sum(len(any_.findall(sentence.text)) for sentence in sentences_of(one.reading.article))
    return beside(replace(one, text=f"the {described['noun']}"), sentences_of) if mentions == 1 else None


def _named_before(one: Nameless, given: Sequence[Name], sentences_of: SentencesOf) -> list[Name]:
    """Those who are named in one of the two sentences before, and not in the one itself."""
    here = one.reading.evidence
    before = [
        sentence.text
        for sentence in sentences_of(one.reading.article)
        if here.position - _BEFORE <= sentence.position < here.position
    ]
    last = {name.text: name_words(name.text)[-1] for name in given}
    held = {word for text in before for word in name_words(text)} - set(name_words(here.text))
    return list({name.text: name for name in given if last[name.text] in held}.values())


def by_description(question: str, sentence: Sentence, sentences: Sequence[Sentence]) -> str:
    """The question with the descriptions for its names that a sentence has in their place.

    Of "He did not thank the director", where the sentences have "its director, Sabine Kroll": "Did Aydin thank the
    director?".
    """
    for name in names_in(question, _FIRST):
        known = name_words(name)
        if known and known[-1] not in name_words(sentence.text):
            given = _descriptions(sentence, sentences)
            found = next((words for words, of in given if are_one(known, of)), None)
            question = question.replace(name, found) if found else question
    return question


def _descriptions(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[tuple[str, list[str]]]:
    """The descriptions in a sentence, each with the words of the name that the sentences give it."""
    for place in _THE.finditer(sentence.text):
        words = place.group().split()
        for count in range(len(words), 1, -1):
            text = " ".join(words[:count])
            start = sentence.span.start + place.start()
            reading = Reading(sentence.article, Span(start, start + len(text)), sentence, 1.0)
            if name := beside(Nameless(reading, text, ""), lambda _: sentences):
                yield text[:1].lower() + text[1:], name_words(name.text)
