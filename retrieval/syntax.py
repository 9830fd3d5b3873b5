"""Who is not a verb's subject and not its object, by a parse: of "A court acquitted Ek and jailed Lie" Ek jailed
nobody.

A second opinion on what a reader takes, which is quick to have whoever stands near. The parser is spaCy's small
English one (nine of ten words have their right head); so only what it sees plainly counts, against a reading and
never for one. Leaves out forms that need no parse (other_agents.py, objects.py).
"""

import functools
import itertools
import re
from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.arguments import deeds_in, head_of, is_only_possible, nodes_of, objects_of, places_of, subjects_of
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import base_of_past, is_word
from retrieval.naming import is_name
from retrieval.parser import Node, Tree, above, below, has_verb_on_top, is_verb, parsed
from retrieval.person_nouns import are_people, is_person_noun, pronoun_of_noun
from retrieval.predicates import ASKS_DONE_TO, BY, OBJECTS, PAST, SUBJECTS, verb_asked_for, verbs_of_whom
from retrieval.search import content_words, share_of
from retrieval.types import Window

_NEAR = 8  # words
_MOST = 8  # places of a verb
_NOT = re.compile(r"\b(?:never|no|not)\b|n['’]t\b", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(?:can|could|may|might|must|shall|should|to|will|would)\b")
_TO_WHOM = re.compile(r"\W*(?:and )?(?P<to>against|for|from|to|with) (?=whom )", re.IGNORECASE)
_WHERE = re.compile(r"(?:and |but )?where\b", re.IGNORECASE)
_FINITE = ("VBD", "VBP", "VBZ")
_WHAT_DONE = re.compile(
    r"(?:and |but )?what (?:was|were|is|are|has been|have been|had been) (?P<done>(?![a-z]+ing\b)[a-z]+)\b",
    re.IGNORECASE,
)
_PLACES = frozenset("aboard at behind beside from in inside near on outside under".split())
_CLAUSES = ("ccomp", "relcl", "xcomp")
_BE = ("are", "is", "was", "were")
_RELATIVE = ("WP", "WDT")
_SPEAKERS = frozenset(["i", "we"])
_THIRD = frozenset(["her", "him", "them"])
_MARKS = frozenset('“”"') | {"``", "''"}
_SEVERAL = ("NNS", "NNPS")
# Tags of "he", "his", "who", "which", "there" and "that".
_STANDING_FOR = frozenset(["PRP", "PRP$", "WP", "WDT", "EX", "DT"])


def is_not_subject(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells what is asked, "Who jailed Lie?", of others than the words, or that it was not
    done.
    """
    asked = verb_asked_for(question)
    is_other = _has_other_subject if _NOT.search(question) else _is_not_done_by
    whom = content_words(question.partition(asked)[2]) if asked else []
    return bool(asked) and _is_told_of_others(question, words, [asked], window, is_other, whom)


def is_not_object(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells that it was done to others than the words: "Whom did Lie thank?", "Who was
    thanked?".
    """
    if to := _TO_WHOM.match(question):
        other = functools.partial(_has_other_receiver, by=to["to"].lower())
        return _is_told_of_others(question, words, verbs_of_whom(question[to.end() :]), window, other)
    if BY.search(question):
        return False  # "Whom was he thanked by?" asks for the subject
    passive = ASKS_DONE_TO.match(question.strip())
    asked = [passive["done"].lower()] if passive else verbs_of_whom(question)
    return bool(asked) and _is_told_of_others(question, words, asked, window, _has_other_object)


def is_doer_of_passive(words: Span, question: str, window: Window) -> bool:
    """Whether a sentence plainly tells that what was read did it to something else: "The water ruined the paper",
    asked what was ruined.
    """
    passive = _WHAT_DONE.match(question.strip())
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not passive or not here or not places_of([passive["done"]], here.text):
        return False
    tree = parsed(here.text)
    own = Span(words.start - here.span.start, words.end - here.span.start)
    deeds = deeds_in(tree, [passive["done"]], here.text)[:_MOST]
    return bool(deeds) and all(
        not below(tree, deed, "nsubjpass", "auxpass")
        and any(own.meets(tree[n].place) for n in subjects_of(tree, deed))
        and not any(_holds(tree, n, own) for n in objects_of(tree, deed))
        for deed in deeds
    )


def is_part_of_noun(question: str, words: Span, window: Window) -> bool:
    """Whether what was read only says of what kind something is: "a school cook", asked where she is."""
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not here or not _WHERE.match(question.strip()):
        return False
    tree = parsed(here.text)
    own = Span(words.start - here.span.start, words.end - here.span.start)
    head = tree[head_of(tree, own)]
    return head.role == "compound" and head.tag == "NN" and not own.meets(tree[head.head].place)


def is_clause(words: Span, window: Window) -> bool:
    """Whether what was read for somebody is what somebody does: "lives in exile"."""
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not here or not window.words(words)[:1].islower():
        return False
    tree = parsed(here.text)
    own = Span(words.start - here.span.start, words.end - here.span.start)
    nodes = nodes_of(tree, own)
    return bool(nodes) and nodes[0] == head_of(tree, own) and tree[nodes[0]].tag in _FINITE


def _is_told_of_others(
    question: str,
    words: Span,
    verbs: Sequence[str],
    window: Window,
    is_other: Callable[[Tree, int, Span], bool],
    whom: Sequence[str] = (),
) -> bool:
    """Whether at every place where a sentence has a verb another is its subject, or its object, or it is not yet done
    where it is asked who has done it; where it has the verb with that object, there.
    """
    here = next((one for one in window.sentences if one.span.holds(words)), None)
    if not here or not places_of(verbs, here.text):
        return False
    tree = parsed(here.text)
    if not has_verb_on_top(tree):
        return False
    own = Span(words.start - here.span.start, words.end - here.span.start)
    deeds = deeds_in(tree, verbs, here.text)
    if whom and 1 < len(deeds) <= _MOST:
        done_to = [deed for deed in deeds if any(share_of(whom, _held(tree, n)) for n in objects_of(tree, deed))]
        deeds = done_to or deeds
    if not 0 < len(deeds) <= _MOST:
        return False  # no sentence of news: it would take long to see nothing plainly
    done = bool(PAST.search(question) or any(map(base_of_past, verbs))) and not _MAY_BE.search(question)
    return all((done and is_only_possible(tree, deed)) or is_other(tree, deed, own) for deed in deeds)


def _held(tree: Tree, n: int) -> str:
    """A word with what hangs on it up to there: "the zoo's vet"."""
    return " ".join(one.text for one in tree[tree[n].first : n + 1])


def _is_not_done_by(tree: Tree, deed: int, own: Span) -> bool:
    nots = [n for n in below(tree, deed, "neg") if n < deed]  # "It was led not by Ek but by Lie"
    return bool(nots) or _has_other_subject(tree, deed, own)


def _has_other_subject(tree: Tree, deed: int, own: Span) -> bool:
    subjects = subjects_of(tree, deed)
    at = next(iter(nodes_of(tree, own)), 0)
    relative = any(tree[n].tag in _RELATIVE for n in subjects)
    if at - 1 > deed and tree[at - 1].text.lower() == "by" and not relative:
        return False  # "Ek, met in front of all by Lie, wept", taken for Ek who met them
    among = any(one.text.lower() in ("among", "including") for one in tree[deed:at])
    if among and not _is_whose(tree, own):
        return False  # "Many came, among them Ek", but not Ada of "whose mother, Ada, wept"
    return bool(subjects) and not any(
        _holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or (tree[n].tag in _STANDING_FOR and not _is_another(tree, n, own))
        for n in subjects
    )


def _has_other_object(tree: Tree, deed: int, own: Span) -> bool:
    objects, doers = objects_of(tree, deed), below(tree, deed, "nsubj")
    clauses = (_clause_of(tree, n) for n in doers if tree[n].tag in _RELATIVE)
    if any(clause is not None and _is_before(tree, clause, own) for clause in clauses):
        return True  # "Lie, who suspended them"
    behind = [one.text.lower() for one in tree[deed : deed + _NEAR]]
    if "by" in behind and not below(tree, deed, "agent"):
        return False  # "Ek, met that day by Lie, wept", taken for Ek who met somebody
    if any(
        _holds(tree, n, own)
        or _is_named_so(tree, n, own)
        or (_may_be_he(tree[n], own, tree) and not _is_behind(tree, n, deed, own))
        or (tree[n].tag in _STANDING_FOR - {"PRP"} and not _is_another(tree, n, own))
        for n in objects
    ):
        return False
    head = head_of(tree, own)
    up = list(above(tree, head))
    if not objects and _is_subject_above(tree, deed, head):
        return True
    if deed in up[1:]:
        below_it = up[: up.index(deed)]
        beside = bool(objects) and tree[below_it[-1]].role in ("nsubj", "advcl", "conj", "oprd")
        gerund = tree[head].role == "dobj" and tree[tree[head].head].role == "pcomp"  # "of having called Ek a fool"
        return beside or (bool(objects) and gerund) or _is_of_clause(tree, below_it)
    return bool(objects)


def _is_behind(tree: Tree, n: int, deed: int, own: Span) -> bool:
    """Whether somebody stands behind a pronoun and in what is told of the verb, and so is another: "She was replaced
    by Lie, for whom Ek had played".
    """
    return own.start > tree[n].place.end and deed in above(tree, head_of(tree, own))


def _is_subject_above(tree: Tree, deed: int, head: int) -> bool:
    """Whether somebody is the subject of a verb that a deed without an object hangs on: "Ek argued that Lie had
    bitten first".
    """
    while tree[head].role in ("appos", "conj"):
        head = tree[head].head
    up = list(above(tree, deed))
    verb = tree[head].head
    if tree[head].role not in ("nsubj", "nsubjpass") or verb not in up[1:]:
        return False
    roles = [tree[n].role for n in up[: up.index(verb)]]
    return "ccomp" in roles and "relcl" not in roles


def _is_of_clause(tree: Tree, below_it: Sequence[int]) -> bool:
    """Whether a word, the first of those up to a verb, belongs to a clause below that: "promised to meet Ek", but not
    "urged Ek to go".
    """
    clauses = [m for m in below_it if tree[m].role in _CLAUSES]
    urged = below_it[1:2] == clauses and tree[below_it[0]].role == "nsubj" and tree[below_it[-1]].tag == "VB"
    return bool(clauses) and not urged


def _has_other_receiver(tree: Tree, deed: int, own: Span, by: str) -> bool:
    """Whether it is told to whom else, of "sold it, a gift to Ek, to a shop" the shop, or for whom else."""
    given = below(tree, deed, "dative", "prep")
    to = [n for n in given if tree[n].text == by or (by == "to" and tree[n].role == "dative")]
    told = bool(to) and not any(tree[m].tag in _STANDING_FOR for n in to for m in below(tree, n, "pobj"))
    return told and not any(_holds(tree, n, own) for n in to)


def _is_where(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words only tell where a word is: "the crew aboard the trawler"."""
    head = head_of(tree, own)
    prep = tree[head].head
    return tree[head].role == "pobj" and tree[prep].text.lower() in _PLACES and tree[prep].head == n


def _is_whose(tree: Tree, own: Span, up: Sequence[int] = ()) -> bool:
    """Whether somebody is told of behind a "whose": "Ek, whose daughter, Eva Ek, sang"."""
    up = up or list(above(tree, head_of(tree, own)))
    return any(one.tag == "WP$" and one.head in up for one in tree)


def _is_told_beside(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words stand in a clause that says more of a word: "the mayor, who had met Lie,"."""
    head = head_of(tree, own)
    up = list(itertools.takewhile(lambda m: m != n, above(tree, head)))
    if _is_whose(tree, own, up):
        return True
    if any(tree[m].role == "agent" for m in up):
        return True  # "a team led by Ek"
    named = next((m for m in up if tree[m].role != "appos"), head)
    # "Two women who came from Oslo, Ada Lie and Eva Moe, sang": such joints are often parsed wrongly.
    is_loose = tree[head].role == "conj" or (named != head and tree[named].role in ("pobj", "conj"))
    return not (is_loose or _is_name_of_thing(tree, own)) and any(tree[m].role == "relcl" for m in up)


def _is_name_of_thing(tree: Tree, own: Span) -> bool:
    """Whether a name is taken for that of a thing before it, and so is rather somebody's: "The reporter who wrote the
    story, Ada Lie, left".
    """
    head = head_of(tree, own)
    thing = tree[tree[head].head]
    named = tree[head].role == "appos" and is_name(_text(tree, own))
    return named and thing.role in ("dobj", "pobj") and thing.tag == "NN" and not is_person_noun(thing.text)


def _may_be_he(node: Node, own: Span, tree: Tree) -> bool:
    """Whether a name may have been read for a "him", as far as the first name tells; "Lawmakers" are several."""
    text, form = _text(tree, own), pronoun_form(node.text)
    several = text.endswith("s") and is_word(text.lower())
    named = node.tag == "PRP" and is_name(text) and not several
    return named and (not form or pronoun_of_first_name(text) in ("", form))


def _is_another(tree: Tree, n: int, own: Span) -> bool:
    """Whether by the first name a "he" is not who was read, or a "who" stands behind somebody else."""
    clause = _clause_of(tree, n)
    if clause is not None:
        if tree[n].text.lower() == "which" and is_person_noun(tree[head_of(tree, own)].text):
            return True  # "the captain of the ferry, which sank"
        if tree[n].tag in _RELATIVE:
            of_thing = _is_name_of_thing(tree, own)
            return not (_is_before(tree, clause, own) or of_thing or _is_one_with(tree, clause, own))
        when = any(tree[m].tag == "WRB" for m in below(tree, clause, "advmod"))  # "left the ferry when it sank"
        if own.meets(tree[tree[clause].head].place) and tree[n].tag == "PRP" and not when:
            return True  # "the monks to whom it gave a hat"
    read, did = _text(tree, own), tree[n].text.lower()
    # "He came, and I sang", of one speech.
    is_he = did in _SPEAKERS and read.lower() in SUBJECTS | _THIRD and not _is_parted(tree, n, own)
    if is_he or _is_named_after(tree, n, own):
        return True
    if read.lower() in SUBJECTS | OBJECTS and did in SUBJECTS:
        return read.lower() != did  # nor is it "them" of "begged them to come, and they sang"
    head = tree[head_of(tree, own)]
    if did == "they" and _are_others(tree, n, own):
        return True
    thing = head.tag == "NN" and not is_person_noun(head.text) and not is_name(read)
    if (pronoun_form(did) and thing) or ((pronoun_form(did) or did == "it") and head.tag in _SEVERAL):
        return True
    if {pronoun_form(did), pronoun_of_noun(head.text.lower())} == {"he", "she"} or _shares_clause(tree, n, own):
        return True
    named = [_held(tree, m) for m in below(tree, head_of(tree, own), "appos")]  # "His lawyer, Ada Lie, said that he"
    return any({pronoun_form(did), pronoun_of_first_name(name), ""} == {"he", "she", ""} for name in (read, *named))


def _is_parted(tree: Tree, n: int, own: Span) -> bool:
    """Whether a mark of a quotation stands between a word and some others."""
    first, last = sorted((n, head_of(tree, own)))
    return any(one.text in _MARKS for one in tree[first:last])


def _is_named_after(tree: Tree, n: int, own: Span) -> bool:
    """Whether a "she" is the subject of a clause, and who was read that of another one joined to it: "She rang, but
    the cook, Ada Lie, slept" (no name stands behind its pronoun so; principle C).
    """
    head = head_of(tree, own)
    while tree[head].role == "appos":
        head = tree[head].head
    verb = tree[head].head
    if not pronoun_form(tree[n].text) or tree[n].role != "nsubj" or tree[head].role != "nsubj" or head < n:
        return False
    return tree[verb].role == "conj" and tree[verb].head == tree[n].head and not _is_parted(tree, n, own)


def _are_others(tree: Tree, n: int, own: Span) -> bool:
    """Whether "they" stand behind others, who are several, and somebody alone before those: "Lie alerted the police;
    they followed the van", or "Lie led them to a final, which they lost".
    """
    head = head_of(tree, own)
    if any(tree[m].text.lower() == "them" and _is_done_by(tree, m, head) for m in range(head + 1, n)):
        return True
    alone = pronoun_of_first_name(_text(tree, own)) and not below(tree, head, "cc") and tree[head].role != "conj"
    between = tree[head + 1 : n]
    several = any(one.tag in _SEVERAL and are_people(one.text.lower()) for one in between)
    return bool(alone) and several and not any(one.tag == "NNP" for one in between)


def _is_done_by(tree: Tree, done_to: int, head: int) -> bool:
    """Whether a word is the object of what somebody did, also of a second verb: "Lie came and led them"."""
    verb = tree[done_to].head
    while tree[verb].role == "conj" and not below(tree, verb, "nsubj", "nsubjpass"):
        verb = tree[verb].head
    return tree[done_to].role in ("dobj", "dative") and tree[head].head == verb and tree[head].role == "nsubj"


def _shares_clause(tree: Tree, n: int, own: Span) -> bool:
    """Whether somebody is told of in the clause of which "he" is the subject, and so is another: "He gave it to the
    chairwoman, Lie, and left".
    """
    verb = tree[n].head
    up = list(above(tree, head_of(tree, own)))
    if (
        tree[n].role != "nsubj"
        or not pronoun_form(tree[n].text)
        or verb not in up[1:]
        or own.start < tree[verb].place.end
    ):
        return False
    return not any(is_verb(tree[m]) for m in up[: up.index(verb)])


def _clause_of(tree: Tree, n: int) -> int | None:
    """The verb of the relative clause that a word stands in, or of the one before: "Ek, who came, and who sang"."""
    clause = next((m for m in above(tree, n) if tree[m].role == "relcl"), None)
    if clause is None and tree[n].tag in _RELATIVE:
        clause = next((m for m in range(n, -1, -1) if tree[m].role == "relcl"), None)
    return clause


def _is_before(tree: Tree, clause: int, own: Span) -> bool:
    """Whether a clause tells more of some words, which stand before it, or are the name behind it: of the nurse, Lie,
    in "The nurse who sang, Lie, left", but not of Ek in "Lie, who sang, and Ek".
    """
    nouns = list(itertools.takewhile(lambda m: not is_verb(tree[m]), above(tree, tree[clause].head)))
    titled = [tree[m].role == "conj" and tree[m].tag == "NNP" and bool(below(tree, m, "det")) for m in nouns]
    if True in titled:
        nouns = nouns[: titled.index(True) + 1]  # "the head Ada Lie and the baker Bo Ek, who lost": he did
    before = tree[tree[clause].first].place.start
    head = tree[head_of(tree, own)]
    named = head.role == "appos" and head.head in nouns and tree[head.head].tag == "NN"
    return named or any(own.meets(Span(tree[tree[m].first].place.start, before)) for m in nouns)


def _is_one_with(tree: Tree, clause: int, own: Span) -> bool:
    """Whether by "The guest whom Lie met was Ek", or "Among those whom Lie met were Ek", the guest is Ek."""
    verb = next((n for n in above(tree, tree[clause].head) if is_verb(tree[n])), clause)
    ends = below(tree, verb, "attr", "nsubj")
    return tree[verb].text.lower() in _BE and any(_holds(tree, n, own) for n in ends)


def _is_named_so(tree: Tree, n: int, own: Span) -> bool:
    """Whether both are called by the same noun: "the team" that stands there twice."""
    return tree[head_of(tree, own)].text.lower() == tree[n].text.lower()


def _text(tree: Tree, own: Span) -> str:
    return " ".join(tree[n].text for n in nodes_of(tree, own))


def _holds(tree: Tree, n: int, own: Span) -> bool:
    """Whether some of the words hang on a word, or may say more of it by where they stand: the parser is often wrong
    about appositions.
    """
    if _is_where(tree, n, own) or _is_told_beside(tree, n, own):
        return False
    last = tree[n].last
    behind = tree[last + 1 : last + 3]
    apposed = len(behind) > 1 and behind[0].text == "," and behind[1].tag != "PRP" and own.meets(behind[1].place)
    return apposed or own.meets(Span(tree[tree[n].first].place.start, tree[last].place.end))
