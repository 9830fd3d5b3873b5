"""A message that leans on earlier ones -> questions of their own: "Where is she from?" -> "Where is Ada Lie from?".

By the form of the messages and answers alone. Leaves out a bare "Why?" (circumstances.py), and which of the questions
is meant: that the reader's confidence decides (conversation.py).
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.circumstances import is_bare, question_about
from retrieval.appositions import asks_who
from retrieval.countries import other_names
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import singulars
from retrieval.naming import ARTICLES, LEADING, is_description, is_name
from retrieval.parties import is_party
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import is_noun, phrase_at
from retrieval.questions import IMPERSONAL, PERSONAL, asks_for_amount, asks_for_person, asks_for_subject, is_auxiliary
from retrieval.search import STOP_WORDS

_REACH = 3  # how many messages a follow-up may lean on
_REWRITINGS = 6
_LONGEST_FOCUS = 60  # characters; a longer answer is a statement, which no pronoun stands for

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_OPENERS = frozenset(["and", "but", "or", "so", "also", "then"])
_OPENING = re.compile(r"^\W*(?:(?:and|but|or|so|also|then)\b[\s,]*)?(?:(?:what|how) about\b\s*)?", re.IGNORECASE)
_TRUE = re.compile(r"^is it true that\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*")
_DESCRIPTION = re.compile(rf"\b(?:{'|'.join(sorted(ARTICLES | LEADING))}) (?=[a-z])", re.IGNORECASE)
_ASKING = frozenset("who whose whom which".split())
_SUBJECTS = frozenset("he she they".split())
_POSSESSIVES = frozenset(["his", "hers", "their", "theirs", "its"])
_POINTERS = frozenset(["that", "this", "these", "those", "there"])

FormOf = Callable[[str], str]  # he or she, of a name or a description; "" where that is not known


def first_names_form(words: str) -> str:
    """By the first name alone."""
    return pronoun_of_first_name(words) if is_name(words) else ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked, self-contained, and who or what the answers were, the surest first; none when nothing was
    found, or nothing that a pronoun stands for.
    """

    asked: str
    said: tuple[str, ...] = ()


def resolve(message: str, earlier: Sequence[str]) -> str:
    """A question that stands on its own: a follow-up has the messages it leans on put in front of it.

    Joining them is the plain and strong baseline of conversational search (TREC CAsT, Dalton et al., 2020). It
    reaches back to the last message that stood on its own, at most three.
    """
    needed = [message]
    for previous in reversed(earlier):
        if len(needed) > _REACH or not leans_on_earlier(needed[0]):
            break
        needed.insert(0, previous)
    return " ".join(needed)


def rewritings(message: str, *turns: Turn, form_of: FormOf = first_names_form, partly: bool = False) -> list[str]:
    """A follow-up as questions of their own: its pronouns replaced by whom those turns, the latest first, were about,
    in every way that their forms allow, or, when it only names something ("And Hun Sen?"), the latest question about
    that, or a bare "Why?" or "Of what?" about the latest question and its answer. None when it has none of these
    forms.

    With `partly`, "What did she call him?" where she is known and he is not: one of them is left.
    """
    asked, last = opened(message), turns[0]
    if is_bare(asked):
        return [one for one in [question_about(asked, last.asked, next(iter(last.said), ""))] if one]
    bare = asked.rstrip("?!. ")
    found: Iterator[str]
    fill = _filled_in_part if partly else _filled
    if pronouns := pronouns_in(asked):
        mentioned = {one.words: one for turn in turns for one in _mentioned(turn)}
        found = fill(asked, pronouns, list(mentioned.values()), form_of)
    elif is_only_named(asked):
        open_ = pronouns_in(last.asked) if left_open(last.asked) else []
        found = (
            fill(last.asked, open_, [_Mention(bare, person=True)], form_of)
            if open_
            else (last.asked.replace(name, bare) for name in _names(last.asked))
        )
    else:
        return []
    return [one[:1].upper() + one[1:] for one in itertools.islice(found, _REWRITINGS * len(turns))]


def opened(message: str) -> str:
    """Without the "and" that opens it."""
    return _OPENING.sub("", message).strip()


def is_only_named(message: str) -> bool:
    """Whether a message has but a name, or a description: "Hun Sen?", "the mayor"."""
    asked = opened(message)
    return _names(asked) == [asked.rstrip("?!. ")] or asked.lower().startswith(("the ", "a "))


def left_open(message: str) -> str:
    """The pronoun of a person that stands for nobody in the message; "" where there is none.

    In "Who said he would resign?" he is who said it, in "Did the mayor say when she resigned?" the mayor. Whose
    bridge "her first bridge" is tells the bridge.
    """
    asked = opened(message)
    tokens = list(_TOKEN.finditer(asked))
    words = [token.group().casefold() for token in tokens]
    for at, (token, word) in enumerate(zip(tokens, words, strict=True)):
        if word not in PERSONAL or _is_owner(token, asked):
            continue
        before = tokens[:at]
        if any(one.group()[:1].isupper() and (one is not tokens[0] or words[0] not in STOP_WORDS) for one in before):
            return ""
        if word in _SUBJECTS and at and is_auxiliary(words[at - 1]):
            return token.group()
        asked_for = word in _SUBJECTS and not _ASKING.isdisjoint(words[:at])
        # "Who beat her?": a noun that stands right before it would have an article.
        described = any(
            words[i] not in STOP_WORDS and is_noun(words[i]) and (i < at - 1 or words[i - 1] in ARTICLES | LEADING)
            for i in range(at)
        )
        return "" if asked_for or described else token.group()
    return ""


def leans_on_earlier(message: str) -> bool:
    """Whether a message cannot be understood alone: it opens with "and", names nothing ("Why?"), or has a pronoun
    with no name in the message that it could stand for.
    """
    tokens = _TOKEN.findall(message)
    words = [token.casefold() for token in tokens]
    if not words:
        return False
    if is_bare(message) or words[0] in _OPENERS or words[:2] in (["what", "about"], ["how", "about"]):
        return True
    if all(word in STOP_WORDS for word in words):
        return True
    # The first word is capitalised in any case, so it counts as a name only when it is no function word.
    named = [
        token[:1].isupper() and (at > 0 or word not in STOP_WORDS)
        for at, (token, word) in enumerate(zip(tokens, words, strict=True))
    ]
    for at, word in enumerate(words):
        if word in PERSONAL and not any(named[:at]):
            return True
        if (word in IMPERSONAL or _points_back(words, at)) and not any(named):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Mention:
    """Who or what a turn was about."""

    words: str
    person: bool  # or may be one

    def fits(self, kind: str, form_of: FormOf) -> bool:
        """Whether "he", "she", "they" or "it" may stand for it."""
        form = form_of(self.words)
        if kind == "it":
            return not form
        if kind == "they":
            return is_party(self.words)
        return self.person and (form == kind or (not form and is_party(self.words) and not _is_thing(self.words)))


def _is_thing(words: str) -> bool:
    """Whether a description tells of no one person: "the ferry line", "the pretzels"."""
    phrase = phrase_at(words, 0)
    *_, noun = phrase.split() or [""]
    if is_description(phrase):
        return not is_person_noun(noun)
    return bool(_DESCRIPTION.match(phrase)) and not singulars(noun) <= {noun}


def _mentioned(turn: Turn) -> list[_Mention]:
    """Whom a turn was about, its subject first: the answers to "Who won?", before those whom they defeated."""
    described = (match.start() for match in _DESCRIPTION.finditer(turn.asked))
    at = {words: start for start in described if (words := phrase_at(turn.asked, start))}
    at |= {name: turn.asked.index(name) for name in _names(turn.asked)}
    in_question = [_Mention(words, not other_names(words)) for words in sorted(at, key=lambda words: at[words])]
    persons = asks_for_person(turn.asked)
    said = [] if asks_for_amount(turn.asked) else [one for one in turn.said if len(one) <= _LONGEST_FOCUS]
    # Of "Who is Ada Lie?" they tell who she is, and are nobody else.
    answers = [] if asks_who(turn.asked) else [_Mention(one, persons and not other_names(one)) for one in said]
    ordered = [*answers, *in_question] if asks_for_subject(turn.asked) else [*in_question, *answers]
    return list({one.words: one for one in reversed(ordered)}.values())[::-1]


def pronouns_in(asked: str) -> list[re.Match[str]]:
    """Those that stand for somebody or something."""
    true = _TRUE.match(asked)
    found = _TOKEN.finditer(asked, true.end() if true else 0)
    return [match for match in found if match.group().casefold() in PERSONAL | IMPERSONAL]


def _filled(
    asked: str, pronouns: Sequence[re.Match[str]], mentioned: Sequence[_Mention], form_of: FormOf
) -> Iterator[str]:
    """Different pronouns stand for different things; one that comes twice for the same."""
    kinds = list(dict.fromkeys(_stands_for(match.group()) for match in pronouns))
    for chosen in itertools.permutations(mentioned, len(kinds)):
        meant = dict(zip(kinds, chosen, strict=True))
        if not all(one.fits(kind, form_of) for kind, one in meant.items()):
            continue
        filled = asked
        for match in reversed(pronouns):
            words = meant[_stands_for(match.group())].words
            owner = chr(39) + "s" if _is_owner(match, asked) else ""
            filled = f"{filled[: match.start()]}{words}{owner}{filled[match.end() :]}"
        yield filled


def _filled_in_part(
    asked: str, pronouns: Sequence[re.Match[str]], mentioned: Sequence[_Mention], form_of: FormOf
) -> Iterator[str]:
    """The pronouns of one kind alone, that of the subject: who did it has to be known."""
    for kind in dict.fromkeys(_stands_for(one.group()) for one in pronouns if one.group().casefold() in _SUBJECTS):
        yield from _filled(asked, [one for one in pronouns if _stands_for(one.group()) == kind], mentioned, form_of)


def _stands_for(pronoun: str) -> str:
    """he, him and his are one; so are she and her, they and them, it and its."""
    return {"h": "he", "s": "she", "t": "they", "i": "it"}[
        "s" if pronoun.casefold() in ("her", "hers") else pronoun[0].casefold()
    ]


def _is_owner(match: re.Match[str], asked: str) -> bool:
    """Whether a pronoun is whose: "his brother", "her brother", but not "her for" or "her?"."""
    if match.group().casefold() != "her":
        return match.group().casefold() in _POSSESSIVES
    following = _TOKEN.match(asked, match.end() + 1)
    return following is not None and following.group().casefold() not in STOP_WORDS


def _names(question: str) -> list[str]:
    """Runs of words with a capital, but for a function word that opens the question."""
    found = []
    for match in _NAME.finditer(question):
        words = match.group().split(" ")
        while words and words[0].casefold() in STOP_WORDS:
            words.pop(0)
        if words:
            found.append(" ".join(words))
    return found


def _points_back(words: Sequence[str], at: int) -> bool:
    """As in "When was that?": a pointer that ends the message stands for something said before."""
    return words[at] in _POINTERS and at == len(words) - 1
