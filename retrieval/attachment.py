"""What belongs to what in a sentence, by its parse: who is apposed to whom, listed with whom, done something to.

Leaves out who did what to whom (syntax.py), what stands for it there (verb_parties.py), and what is seen without a
parse (coordination.py, appositions.py).
"""

from itertools import pairwise

from corpus.article import Span
from retrieval.arguments import deeds_in, head_of, nodes_of, objects_of, places_of, subjects_of
from retrieval.inflection import are_forms
from retrieval.naming import is_name
from retrieval.parser import Tree, above, below, is_verb, parsed, verb_above
from retrieval.person_nouns import is_person_noun
from retrieval.predicates import WORD, verb_asked_for, verbs_of_whom
from retrieval.questions import is_auxiliary
from retrieval.sayings import is_saying
from retrieval.types import Window

_QUOTING = ("cite", "quote")


def with_head(words: Span, question: str, sentence: Window) -> Span:
    """The words, with whom they only belong to, who did it or had it done to them: "200 supporters of Acme"."""
    did, whom = verb_asked_for(question), verbs_of_whom(question)
    asked, parties_of = ([did], subjects_of) if did else (whom, objects_of)
    if not asked or not sentence.span.holds(words) or not places_of(asked, sentence.text):
        return words
    start, tree = sentence.span.start, parsed(sentence.text)
    head = head_of(tree, sentence.inside(words))
    of = tree[head].head
    parties = {n for deed in deeds_in(tree, asked, sentence.text) for n in parties_of(tree, deed)}
    noun = tree[of].head
    if tree[head].role != "pobj" or tree[of].text != "of" or noun not in parties or tree[noun].tag != "NNS":
        return words
    return Span(start + tree[tree[noun].first].place.start, words.end)


def nearest_who(words: Span, question: str, sentence: Window) -> Span | None:
    """Of "the widow of the man who stole it", asked who did, the man."""
    asked = [verb_asked_for(question)]
    if not sentence.span.holds(words) or not places_of(asked, sentence.text):
        return None
    start, tree, own = sentence.span.start, parsed(sentence.text), sentence.inside(words)
    for deed in deeds_in(tree, asked, sentence.text):
        head = tree[deed].head
        did = any(tree[n].text.lower() in ("who", "that") for n in below(tree, deed, "nsubj"))
        if did and tree[deed].role == "relcl" and head != head_of(tree, own) and own.holds(tree[head].place):
            inner = Span(tree[tree[head].first].place.start, tree[head].place.end)
            inside = tree[head].role == "pobj" and is_person_noun(tree[head].text) and own.end == inner.end
            return Span(start + inner.start, words.end) if inside else None
    return None


def without_next(words: Span, question: str, sentence: Window) -> Span:
    """The words up to what hangs on the question's verb besides: "her pupil" of "invited her pupil to her house"."""
    asked = verbs_of_whom(question)
    if not sentence.span.holds(words) or not places_of(asked, sentence.text):
        return words
    start, tree = sentence.span.start, parsed(sentence.text)
    held = nodes_of(tree, sentence.inside(words))
    deeds = deeds_in(tree, asked, sentence.text)
    nexts = (n for n in held[1:] if tree[n].role in ("prep", "dative") and tree[n].head in deeds)
    end = next((tree[n - 1].place.end for n in nexts if tree[n].tag in ("IN", "TO")), None)
    return Span(words.start, start + end) if end else words


def given_to(words: Span, verb: str, sentence: Window) -> Span | None:
    """Whom a thing was given to, where words are that: the museum, of "lent a painting back to the museum"."""
    if not sentence.span.holds(words):
        return None
    start, tree = sentence.span.start, parsed(sentence.text)
    head = head_of(tree, sentence.inside(words))
    deed = tree[head].head
    if tree[head].role != "dobj" or deed not in deeds_in(tree, [verb], sentence.text):
        return None
    held = [deed, *below(tree, deed, "advmod")]
    to = [n for m in held for n in below(tree, m, "prep", "dative") if n > head and tree[n].text == "to"]
    whom = next((m for n in to for m in below(tree, n, "pobj")), None)
    if whom is None:
        return None
    of = next((n for n in below(tree, whom, "prep") if tree[n].text == "of" and n == whom + 1), whom)
    ends = tree[of].last if of != whom else whom
    return Span(start + tree[tree[whom].first].place.start, start + tree[ends].place.end)


def is_apposed(before: tuple[int, int], words: tuple[int, int], sentence: str) -> bool:
    """Whether in a sentence some words, from and to, say who is named before them: "Ada Lie, a nurse, and Bo"."""
    tree = parsed(sentence)
    head = head_of(tree, Span(*words))
    return tree[head].role == "appos" and Span(*before).meets(tree[tree[head].head].place)


def is_alone_with(described: Span, name: Span, sentence: Window) -> bool:
    """Whether a name of a sentence says who is described right before it, and by the parse no list goes on behind:
    "the mayor, Ada Lie, and left".
    """
    if not (sentence.span.holds(described) and sentence.span.holds(name)) or is_name(sentence.words(described)):
        return False
    tree = parsed(sentence.text)
    head = head_of(tree, sentence.inside(name))
    noun = tree[head].head
    listed = any(below(tree, n, "conj", "cc") for n in (head, noun))
    person = is_person_noun(tree[noun].text.lower()) and sentence.inside(described).meets(tree[noun].place)
    return tree[head].role == "appos" and person and is_name(sentence.words(name)) and not listed


def are_listed(one: Span, other: Span, sentence: Window) -> bool:
    """Whether words of a sentence are members of one list: "the shepherd" and "his dog, Bruna"."""
    tree = parsed(sentence.text)
    heads = (head_of(tree, sentence.inside(words)) for words in (one, other))
    first, second = (next(n for n in above(tree, head) if tree[n].role not in ("appos", "conj")) for head in heads)
    return first == second and not is_verb(tree[first])


def is_doer_of_else(words: Span, sentence: Window) -> bool:
    """Whether words are who something was done by that is no saying: Ek, in "The motion was tabled by the leader, Ek,
    after Lie had left".
    """
    tree = parsed(sentence.text)
    by = tree[_party_of(tree, sentence.inside(words))].head
    verb = tree[by].head
    return sentence.span.holds(words) and tree[by].role == "agent" and not is_saying(tree[verb].text.lower())


def _party_of(tree: Tree, words: Span) -> int:
    """The head of whom some words name or belong to: of "by the leader of the party, Ek", where the parser takes the
    party for Ek, the leader.
    """
    head = head_of(tree, words)
    for n in above(tree, head):
        head = n
        if tree[n].role not in ("appos", "conj", "prep") and tree[tree[n].head].text != "of":
            break
    return head


def does_what_is_asked(words: Span, question: str, sentence: str) -> bool:
    """Whether words of a sentence are who did what is asked about: the minister of "was promised a prize by the
    minister", asked what was promised.
    """
    tree = parsed(sentence)
    head = _party_of(tree, words)
    did = tree[head].role == "nsubj"
    if tree[tree[head].head].text.lower() == "by":
        head, did = tree[head].head, True
    verb = verb_above(tree, tree[head].head)  # "a prize by the minister" may be taken for one
    asked = [word for word in WORD.findall(question) if word.islower() and not is_auxiliary(word)]
    return did and verb is not None and any(are_forms(tree[verb].text.lower(), word) for word in asked)


def is_acted_on(words: Span, sentence: Window) -> bool:
    """Whether words are a verb's direct object and so do not say what is told: Ek, in "Lie accused Ek of it", but not
    in "Lie quoted Ek as saying so".
    """
    tree = parsed(sentence.text)
    head = head_of(tree, sentence.inside(words))
    verb = tree[tree[head].head].text.lower()
    quotes = any(are_forms(verb, quoting) for quoting in _QUOTING)
    return sentence.span.holds(words) and tree[head].role == "dobj" and not quotes


def is_only_told(words: Span, teller: Span, sentence: str) -> bool:
    """Whether words of a sentence are whom somebody tells something, of whom a clause behind them tells more, which
    is nobody's word: "Lie informed Ek, who wrote to the bank".
    """
    tree = parsed(sentence)
    head = head_of(tree, words)
    subjects = below(tree, tree[head].head, "nsubj")
    told = tree[head].role in ("dobj", "dative") and bool(below(tree, head, "relcl"))
    return told and any(teller.meets(Span(tree[tree[n].first].place.start, tree[n].place.end)) for n in subjects)


def is_in_clause_about(words: Span, whom: Span, sentence: str) -> bool:
    """Whether words of a sentence stand in a clause that tells more of somebody, and not what they say: "said Lie,
    who taught at a school whose head is Ek".
    """
    tree = parsed(sentence)
    up = list(above(tree, head_of(tree, words)))
    clause = next((n for n in up if tree[n].role == "relcl" and whom.meets(tree[tree[n].head].place)), None)
    if clause is None:
        return False
    within = up[: up.index(clause) + 1]
    told = (verb for inner, verb in pairwise(within) if tree[inner].role == "ccomp")
    return not any(is_saying(tree[verb].text.lower()) for verb in told)
