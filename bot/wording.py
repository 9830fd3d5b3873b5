"""A message as people write it -> the question in it: "Hi, can you say who Lie thanked?" -> "Whom did Lie thank?".

By its form: people greet, ask whether one can tell them, and put a question into the order of a statement. Leaves out
how that is turned (word_order.py), what an earlier message tells (followups.py), and capitals that are missing
(retrieval/casing.py).
"""

import re

from bot.circumstances import PREPOSITIONS
from bot.word_order import asked_for_end, begins_party, inside, is_statement, put_question, whether
from retrieval.inflection import base_of_past, base_of_present, is_participle
from retrieval.phrases import is_noun
from retrieval.questions import AUXILIARIES, PERSONAL, PRONOUNS, WHETHER, is_auxiliary
from retrieval.search import STOP_WORDS

_WH = rf"(?:(?:{PREPOSITIONS}) )?(?:who|whom|whose|what|which|when|where|why|how)"
_HI = r"(?:(?:hi|hello|hey)(?: there| bot| all)?|good (?:morning|afternoon|evening|day)|please|ok|okay|well|so|now)"
_THANKS = r"(?:greetings|thanks|thank you|sorry|excuse me|great|cool|yes|no|oh)"  # "Great Britain", "No one"
_GREETING = re.compile(rf"^(?:{_HI}(?:[,.!:;]+ ?| (?=\w))|{_THANKS}[,.!:;]+ ?)+", re.IGNORECASE)
_YES = re.compile(r"(?:yes|yep|yeah|right|exactly|sure|ok|okay)(?:,? (?:please|i do|i did))?\W*", re.IGNORECASE)
_LONGEST_GREETING = 60  # characters
_NO_QUESTION = re.compile(
    rf"(?:(?:{_HI}|{_THANKS}|bye|goodbye|(?:very|so) much|hallo|danke|guten tag|tschüss|"
    r"help(?: me)?|(?:who|what|how) are you|"
    r"what can (?:you do|i ask)(?: you)?|how does (?:this|it) work)\W*)+",
    re.IGNORECASE,
)
_OPENER = re.compile(r"^(?:and|but|or|also|then)\b,? (?=\w)", re.IGNORECASE)
_ELSE = re.compile(r"^(?P<wh>whom?|what|where|when) else(?= \w)", re.IGNORECASE)  # the others are answers too
_PLEASE = re.compile(r",? please(?=\W*$)", re.IGNORECASE)
_TAG = re.compile(
    r",? (?:right|correct|true|yes|no|or not|(?:is|isn['’]t) (?:that|this|it) (?:right|true|correct|so)|"
    r"(?P<auxiliary>[a-z]+(?:n['’]t)?) (?:he|she|it|they))\W*$",
    re.IGNORECASE,
)
_IS_IT_TRUE = re.compile(r"^is it (?:true|right|correct) (?!that\b)", re.IGNORECASE)
_REASON = re.compile(
    r"^what (?:is|was|were) the reasons? (?:why|that|for which)\b|\bthe reasons? why\b|^how come\b", re.IGNORECASE
)
# "Quick question: ", and ", do you know" behind a question
_INTRODUCED = re.compile(r"^\w[a-z ]{1,40}: (?=\w)")
_ASIDE = re.compile(r", (?:do|does|can|could|would) (?:you|anyone|anybody)\b[^,]*$", re.IGNORECASE)
_SHORT = re.compile(r"^(?P<word>who|what|where|when|why|how)['’]s (?P<next>[\w-]+)", re.IGNORECASE)
# "Can you tell me", "I would like to know": what stands before a question that is told of.
_FRAMED = re.compile(
    rf"^(?P<frame>\W*\w.*?[\s:,]) ?(?P<asked>(?:{_WH}|whether|if|that)\b.*)$", re.IGNORECASE | re.DOTALL
)
_LONGEST_FRAME = 12  # words
_CONTENT = 3  # of them at most that are no function words
_ANYONE = frozenset("anyone anybody someone somebody".split())
_ADDRESSED = _ANYONE | frozenset("i me us we you".split())
_ANY = _ANYONE | {"any"}  # of whom what follows tells more
_KNOWING = frozenset("know tell say explain remember".split())
_ABOUT = re.compile(r"^(?:about|on) (?!whom|which)", re.IGNORECASE)
_MEDIUM = re.compile(
    r"\b(?:the|your|these|those) (?:articles?|texts?|stor(?:y|ies)|news|papers?|reports?|collection)\b"
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# "List the cities that", "Give me the names of all who"
_LIST = re.compile(
    r"^(?P<verb>[a-z]+)(?: me| us)? (?P<those>(?:(?:a|the) list of |the names? of )?"
    r"(?:(?:all|every|each|any|both)(?: of)? ?)?(?:the |those |an? |one )?)(?P<noun>[a-z][a-z -]*?)? ?"
    rf"\b(?P<relative>(?:(?:{PREPOSITIONS}) )?(?:who|whom|that|which)) (?P<rest>.+)$",
    re.IGNORECASE,
)
_ANYBODY = frozenset(["", "all", "everyone", "everybody", "those", "one", "ones", "person", "people", "it"])
_CLEFT = re.compile(
    r"^(?:is|are|was|were) (?:it|the (?:ones?|person|people)) (?:that|who|whom|which) (?P<rest>.+)$", re.IGNORECASE
)
# "Was it Lie who thanked Ek?", "Is it Ek that Lie thanked?", "Is it true that Lie thanked Ek?"
_IS_IT = re.compile(r"^(?:is|was) it (?P<what>[^,]+?) (?:that|who|whom|which) (?P<rest>.+)$", re.IGNORECASE)
_IN_PLACE = re.compile(
    rf"^(?P<told>.+?) (?P<wh>(?:{PREPOSITIONS}) (?:what|which) [a-z]+$|"
    rf"(?:(?:{PREPOSITIONS}) )?(?:who|whom|what|when|where|why)\b|how (?:many|much)(?: [a-z]+)?)"
    rf"(?P<rest> (?:{PREPOSITIONS})\b[^,]*)?$",
    re.IGNORECASE,
)
_OPEN = re.compile(rf", {_WH}\b|\b(?:what|which|whose|whom|how)\b|\b(?:who|when|where|why)$|[.?!] ", re.IGNORECASE)
# A question that has begun, maybe behind another word or two: "In 1973 what was".
_BEGUN = re.compile(
    rf"(?:{WHETHER.pattern})|^{_WH}\b|^(?:\w+ ){{1,2}}{_WH}(?: \w+){{0,2}} (?:{AUXILIARIES})\b", re.IGNORECASE
)
_OF = tuple(f"{word} " for word in PREPOSITIONS.split("|"))
_NESTED = re.compile(rf"\b(?:that|{_WH})\b|[,.?!] ", re.IGNORECASE)
_CLAUSE_FIRST = re.compile(rf"^[^,]+, (?:{_WH}|did|does|do|is|are|was|were|has|have|had)\b", re.IGNORECASE)
_TELLING = re.compile(rf"^(?:{_WH})\b", re.IGNORECASE)


def straight(message: str) -> str:
    """The message as a direct question, or itself where it is one, or none can be told by its form."""
    asked = _ELSE.sub(r"\g<wh>", _PLEASE.sub("", _GREETING.sub("", message.strip())))
    opens = _OPENER.match(asked)
    opener, asked = (opens.group(), asked[opens.end() :]) if opens else ("", asked)
    bare = _ASIDE.sub("", _INTRODUCED.sub("", asked.rstrip("?!. ")))
    asks, bare = "?" in asked and not _REASON.search(bare), _REASON.sub("why", bare)
    put = _of_frame(bare) or _of_list(bare, asks=asks) or _direct(bare, asks=asks) or _doubted(bare, asks=asks)
    if not put and (not bare or not (_TELLING.match(bare) or WHETHER.match(bare))):
        return message
    whole = opener + (put or bare)
    return whole[:1].upper() + whole[1:] + ("?" if whole[-1] not in "?!." else "")


def is_greeting(message: str) -> bool:
    """Whether a message says hello or thanks, or asks after the bot, and nothing of the articles."""
    return len(message) <= _LONGEST_GREETING and bool(_NO_QUESTION.fullmatch(message.strip()))


def is_yes(message: str) -> bool:
    """Whether a message says yes and nothing else."""
    return bool(_YES.fullmatch(message.strip()))


def _of_frame(bare: str) -> str:
    """What is asked behind "Can you tell me"."""
    framed = _FRAMED.match(bare)
    if not framed or not _is_frame(framed["frame"]):
        return ""
    asked = _ABOUT.sub("", framed["asked"])
    if asked.lower().startswith("that ") and not _ANY.isdisjoint(_WORD.findall(framed["frame"].lower())):
        return ""
    if " " not in framed["frame"].strip() and asked.lower().startswith(_OF):
        return ""  # "People of what town"
    if clause := re.match(r"(?:whether|if|that) (?:or not )?(?P<rest>.+)", asked, re.IGNORECASE):
        return whether(clause["rest"])
    return _direct(asked) or asked


def _is_frame(text: str) -> bool:
    """Whether words speak to whoever is asked, and of nobody else: "Can you tell me", "I wonder", "Explain"."""
    words = _WORD.findall(_MEDIUM.sub("you", text.lower()))
    if not words or _TELLING.match(text) or len(words) > _LONGEST_FRAME or any(c.isdigit() for c in text):
        return False
    if any(word[0].isupper() and word not in ("I", "I'd", "I'm", "I’d", "I’m") for word in _WORD.findall(text)[1:]):
        return False
    content = [word for word in words if word.split("'")[0].split("’")[0] not in STOP_WORDS | PRONOUNS]
    if not PERSONAL.isdisjoint(words) or len(content) > _CONTENT or "the" in words or "there" in words:
        return False
    if len(words) == 1:
        return bool(content) and base_of_present(words[0]) == words[0]  # "Explain", "Guess"
    if any(re.split("['’]", word)[0] in _ADDRESSED for word in words) or words[:2] == ["is", "it"]:
        return _ANYONE.isdisjoint(words) or not _KNOWING.isdisjoint(words)  # not "Was anyone hurt when"
    return "any" in words and len(content) == 1  # "Any idea"


def _of_list(bare: str, *, asks: bool) -> str:
    """Which cities did is asked by "List the cities that sent aid"."""
    match = _LIST.match(bare)
    verb = match["verb"].lower() if match else ""
    if not match or is_auxiliary(verb) or base_of_present(verb) != verb or (asks and not match["those"]):
        return ""
    noun = (match["noun"] or "").strip().lower()
    if not all(word in STOP_WORDS or is_noun(word) for word in noun.split()) or base_of_past(noun.split(" ")[0]):
        return ""  # "Lie says that", "Lie said that"
    preposition = match["relative"].split(" ")[0] + " " if " " in match["relative"] else ""
    wh = preposition + ("who" if noun in _ANYBODY else f"which {noun}")
    return put_question(wh, match["rest"])


def _direct(bare: str, *, asks: bool = False) -> str:
    """A question in the order of a statement, put straight; "" of one that is, as most are that have their mark."""
    short = _SHORT.match(bare)
    whose = short and short["word"].lower() == "who" and not begins_party(short["next"])  # "Who's bridge fell?"
    if short and (whose or is_participle(short["next"].lower())):
        return ""  # "Who's accused the jury?" has it done, "Who's called Lie?" is one of both
    if short:
        bare = f"{short['word']} is{bare[short.end('word') + 2 :]}"
    if is_it := _IS_IT.match(bare):
        return _of_cleft(is_it["what"], is_it["rest"])
    if true := _IS_IT_TRUE.match(bare):
        return whether(bare[true.end() :])
    if bare.lower().startswith("whether "):
        return whether(bare[len("whether ") :])
    if _CLAUSE_FIRST.match(bare):
        return ""
    if wh := _TELLING.match(bare):
        end = asked_for_end(bare, wh.end())
        if cleft := _CLEFT.match(bare[end:].strip()):
            return put_question(bare[:end].lower(), cleft["rest"])
        put = bare if asks else put_question(bare[:end], bare[end:].strip())
        return put if short or put.lower() != bare.lower() else ""
    place = _IN_PLACE.match(bare)
    if place and not _BEGUN.match(bare) and not _NESTED.search(place["told"]) and is_statement(place["told"]):
        return put_question(place["wh"].lower(), inside(place["told"]) + (place["rest"] or ""), told=True)
    return ""


def _of_cleft(what: str, rest: str) -> str:
    """Whether what "Was it Lie who thanked Ek?" tells of Lie is so, or what "Is it true that ...?" just tells."""
    first = _WORD.match(rest)
    if what[0].isupper():
        told = begins_party(first.group()) if first else False
        return whether(f"{rest} {what}" if told else f"{what} {rest}")
    if first and not begins_party(first.group()):
        return whether(f"{what} {rest}")
    return whether(rest)


def _doubted(bare: str, *, asks: bool) -> str:
    """Whether it is true, of "Lie won, didn't she?" or "So Lie won?"."""
    tag = _TAG.search(bare)
    if tag and (tag["auxiliary"] is None or is_auxiliary(tag["auxiliary"])):
        bare = bare[: tag.start()]
    elif not asks:
        return ""
    if _BEGUN.match(bare) or _OPEN.search(bare) or not is_statement(bare):
        return ""
    return whether(bare)
