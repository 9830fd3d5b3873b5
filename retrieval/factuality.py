"""Whether a sentence tells that something was done, or only speaks of it: "calls for the arrest of Ek", "if Ek goes".

By its parse, and by the words that a deed hangs on (factuality: Saurí and Pustejovsky, 2009, "FactBank"). A reader
that is asked who was arrested takes whose arrest is told of at all. Leaves out what is denied (denials.py), only
charged (charges.py), and what may yet be done (arguments.py).
"""

import functools
import re

from retrieval.arguments import deeds_in, is_somebody
from retrieval.deed_nouns import tells_deed_of
from retrieval.inflection import are_forms, base_of_past, lemmas, singulars
from retrieval.parser import Tree, above, below, is_verb, parsed
from retrieval.person_nouns import are_people
from retrieval.predicates import MAY_BE, PAST, WORD
from retrieval.questions import is_auxiliary

# What is told by a noun was done where that is announced, lamented or the like (factive verbs: Kiparsky and Kiparsky,
# 1970, "Fact"), and where its verb has no meaning of its own: "paid a visit".
_FACTIVE = frozenset(
    "accept acknowledge admit announce applaud attend be begin bemoan catch cause celebrate commit complete "
    "condemn conduct confirm continue criticise criticize decry deliver deplore describe do end enjoy experience "
    "express finish follow forgive give hail hand hear investigate issue justify keep lament lead make mark mourn "
    "notice pay perform praise protest recall record regret remember report resent return see stage start suffer "
    "survive tender toast undergo watch welcome win witness".split()
)
# Behind these, with a preposition, it was not: "calls for", "linked with", "rumours of".
_OPEN = frozenset(
    "appeal apply argue ask aspire ballot bid bill call campaign chance danger debate demand fear fight hope "
    "idea likelihood link lobby long motion offer opportunity opposition order petition plan plea plead "
    "possibility press proposal prospect push ready referendum request risk rumor rumour speculate "
    "speculation suggestion talk threat threaten vote wait warn warrant wish".split()
)
_NOT_BY = frozenset(["against", "without"])
_UNSETTLED = frozenset("collapse depend fail loom need remain require seem appear".split())
_WANTING = frozenset("like need prefer want wish".split())
# Who does one of these, and whom they ask, may never do it (non-implicative verbs: Karttunen, 1971).
_MEANING = frozenset(
    "advise aim ask attempt beg beseech consider decline demand encourage expect fail hesitate hope implore intend "
    "invite long mean neglect offer order plan pledge prefer prepare promise propose refuse request seek swear tell "
    "threaten try urge vow want wish".split()
)
_IF = frozenset(["if", "unless", "whether"])
_COULD = frozenset("could might should would".split())  # "could have gone", and did not
_NEARLY = frozenset(["almost", "nearly"])
_MAY_BE = re.compile(
    rf"{MAY_BE.pattern}|\b(?:are|is|was|were) (?:.* )?to be\b"
    r"|\b(?:are|is) (?:[^?]* )?to [a-z]|\b(?:was|were) to\b",
    re.IGNORECASE,
)
_PREVENTING = frozenset(
    "abstain ban bar block deter discourage dissuade exclude far forbid hinder keep prevent prohibit refrain "
    "restrain save stop".split()
)
# What a sentence has that may leave open what it tells, or tell that it was not done: worth a parse.
_CUE = re.compile(
    rf"\b(?:{'|'.join(sorted(_IF | _NEARLY))})\b|\b(?:are|is|was|were) to [a-z]|\b(?:from|of|without) [a-z]+ing\b"
    r"|\bwhom? |\b(?:could|might|should|would) have\b",
    re.IGNORECASE,
)
_ASKED = ("ccomp", "csubj", "csubjpass", "pcomp")
_NOUNS = ("NN", "NNS")
_DETERMINERS = ("DT", "PRP$")
_SAME = ("appos", "conj")


def is_not_factual(question: str, sentence: str) -> bool:
    """Whether a sentence has what a question asks about, but nowhere as done; not where the question leaves that open
    too, "Who may be arrested?", or the sentence has other words for it.
    """
    if _MAY_BE.search(question) or not _may_only_speak(question, sentence):
        return False
    verb = verb_of_question(question)
    if not verb:
        return False
    tree, done = parsed(sentence), bool(PAST.search(question) or base_of_past(verb))
    deeds = deeds_in(tree, [verb], sentence)
    told = [_is_open_verb(tree, n) or (done and _is_still_open(tree, n, question)) for n in deeds]
    told += [_is_open_noun(tree, n) for n in range(len(tree)) if _is_noun_of(tree, n, verb)]
    return bool(told) and all(told)


def _may_only_speak(question: str, sentence: str) -> bool:
    """Whether a sentence is worth a parse: it has a word that leaves it open, or a noun of what is asked."""
    words = [word.lower() for word in WORD.findall(sentence)]
    if _CUE.search(sentence) or any(_is_of(word, _WANTING | _MEANING) for word in words):
        return True
    asked = [word.lower() for word in WORD.findall(question) if not is_auxiliary(word)]
    return any(tells_deed_of(word, verb) for word in words for verb in asked)


@functools.lru_cache(maxsize=64)
def verb_of_question(question: str) -> str:
    """What a question asks about, "resign" of "Did Lie resign?"; "" where that is no verb."""
    words = parsed(question)
    root = next((one for one in words if one.role == "ROOT"), None)
    described = {n + 1 for n, one in enumerate(words) if one.tag in _DETERMINERS}  # "the painting", taken for a verb
    verbs = [
        one.text.lower()
        for n, one in enumerate(words)
        if is_verb(one) and n not in described and not is_auxiliary(one.text)
    ]
    # Not "Was" of "Was Ek jailed there?".
    noun = root is not None and words.index(root) in described
    tells = root and ((is_verb(root) and not noun) or not verbs) and not is_auxiliary(root.text)
    verb = root.text.lower() if root and tells else "".join(verbs[:1])
    return verb if lemmas(verb) and not is_auxiliary(verb) else ""


def _is_noun_of(tree: Tree, n: int, verb: str) -> bool:
    """Whether a noun tells the deed, but not of what: "a rescue team"."""
    whose = tree[tree[n].head].text.lower() if tree[n].role == "compound" else ""
    of_people = are_people(whose)
    return tree[n].tag in _NOUNS and tells_deed_of(tree[n].text.lower(), verb) and not of_people


def _is_open_verb(tree: Tree, deed: int) -> bool:
    """Whether it is averted, nearly done, a condition or a question, or wanted: "want Ek extradited"."""
    if _is_averted(tree, deed) or _is_asked_who(tree, deed):
        return True
    auxiliaries = {tree[n].text.lower() for n in below(tree, deed, "aux")}
    if "have" in auxiliaries and not auxiliaries.isdisjoint(_COULD):
        return True
    if any(tree[n].text.lower() in _NEARLY for n in below(tree, deed, "advmod") if n < deed):
        return True
    # "Whether he trusts Lie, whom he appointed" leaves open no appointment.
    for one in above(tree, deed):
        if any(tree[n].text.lower() in _IF for n in below(tree, one, "mark")):
            return True
        if tree[one].role == "relcl":
            break
    wanted = tree[deed].tag in ("VBD", "VBN") and tree[deed].role in ("ccomp", "xcomp")
    return wanted and _is_of(tree[tree[deed].head].text.lower(), _WANTING)


def _is_averted(tree: Tree, deed: int) -> bool:
    """Whether it is kept from being done: "stopped Ek from leaving", "left without thanking Ek", "far from leaving"
    (negative implicatives: Karttunen, 1971).
    """
    before = tree[tree[deed].head]
    if tree[deed].role != "pcomp" or before.text.lower() not in ("from", "of", "without"):
        return False
    if before.text.lower() == "from":
        return _is_of(tree[before.head].text.lower(), _PREVENTING)
    instead = any(one.text.lower() == "instead" for one in tree[max(0, tree[deed].head - 1) : deed])
    return instead or before.text.lower() == "without"


def _is_to_be_done(tree: Tree, deed: int) -> bool:
    """Whether it is still to come, or was: "which is to flood the village"."""
    to = any(tree[n].text.lower() == "to" for n in below(tree, deed, "aux"))
    over = tree[deed].head
    # "Her first act was to invite Ek", which she did; Lie, who "was to invite Ek", did not yet.
    open_ = below(tree, deed, "auxpass") or any(is_somebody(tree, n) for n in below(tree, over, "nsubj"))
    hangs_on = ("are", "is", "was", "were") if open_ else ("are", "is")
    return to and tree[over].text.lower() in hangs_on


def _is_still_open(tree: Tree, deed: int, question: str) -> bool:
    """Whether what is asked about as done was not done yet, as far as a sentence tells."""
    return _is_to_be_done(tree, deed) or _is_only_meant(tree, deed, question)


def _is_only_meant(tree: Tree, deed: int, question: str) -> bool:
    """Whether somebody meant to do it, or was asked to: "tried to leave", "urged Ek to leave"; not where the question
    says so too.
    """
    while tree[deed].role == "conj" and is_verb(tree[tree[deed].head]):  # "tried to come and sing"
        deed = tree[deed].head
    to = any(tree[n].text.lower() == "to" for n in below(tree, deed, "aux"))
    meant = tree[tree[deed].head].text.lower()
    said_so = any(are_forms(word.lower(), meant) for word in WORD.findall(question))
    return to and tree[deed].role in ("ccomp", "xcomp") and _is_of(meant, _MEANING) and not said_so


def _is_asked_who(tree: Tree, deed: int) -> bool:
    """Whether it is only asked, or known, who did it, "would like to know who had taken them"; not of "It was Lie
    who had".
    """
    if tree[deed].role == "ccomp" and is_auxiliary(tree[tree[deed].head].text):
        return False
    parties = below(tree, deed, "nsubj", "nsubjpass", "dobj")
    return tree[deed].role in _ASKED and any(tree[n].tag == "WP" and tree[n].text.lower() != "what" for n in parties)


def _is_open_noun(tree: Tree, n: int) -> bool:
    """Whether a noun is not what was announced, came of it, or went before: "after the arrest of Ek"."""
    while tree[n].role in _SAME and tree[tree[n].head].tag in _NOUNS:
        n = tree[n].head
    head = tree[tree[n].head]
    word = head.text.lower()
    if tree[n].role == "nsubj":
        return _is_of(word, _UNSETTLED) or any(
            one.role == "neg" or one.tag == "MD" for one in tree if one.head == tree[n].head
        )
    if tree[n].role in ("dobj", "nsubjpass"):
        return not _is_of(word, _FACTIVE)
    if tree[n].role == "pobj":
        return word in _NOT_BY or _is_of(tree[head.head].text.lower(), _OPEN)
    return True


def _is_of(word: str, verbs: frozenset[str]) -> bool:
    return not verbs.isdisjoint({*lemmas(word), *singulars(word)})
