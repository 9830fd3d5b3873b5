"""What belongs to what in a sentence, by its parse: who is apposed to whom, listed with whom, done something to.

Leaves out who did what to whom (syntax.py), and what is seen without a parse (coordination.py, appositions.py).
"""

from collections.abc import Callable

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.arguments import deeds_in, head_of, is_undone_at, nodes_of, objects_of, places_of, subjects_of
from retrieval.inflection import are_forms
from retrieval.parser import Tree, above, below, is_verb, parsed
from retrieval.person_nouns import is_person_noun
from retrieval.predicates import verb_asked_for, verbs_of_whom
from retrieval.types import Sentence, Window

_QUOTING = ("cite", "quote")


def is_undone(verb: str, sentence: str) -> bool:
    """Whether a sentence plainly tells, wherever it has a verb, that it was not done, or to or by nobody: "who had
    charged her nothing", "No one was charged".
    """
    tree = parsed(sentence)
    deeds = deeds_in(tree, [verb], sentence)
    return bool(deeds) and all(is_undone_at(tree, deed) for deed in deeds)


def pronouns_beside(verb: str, sentence: Sentence) -> tuple[str, str]:
    """He or she, of the verb's subject and of its object: "she" and "he" of "after she beat him".

    "" where it is neither, or the verb stands twice and not beside the same.
    """
    tree = parsed(sentence.text)
    deeds = deeds_in(tree, [verb], sentence.text)
    found = [
        {pronoun_form(tree[n].text) for deed in deeds for n in of(tree, deed)} for of in (subjects_of, objects_of)
    ]
    subject, object_ = (forms.pop() if len(forms) == 1 else "" for forms in found)
    return subject, object_


def has_noun_for_subject(verb: str, sentence: Sentence) -> bool:
    """Whether a verb of a sentence has nouns for its subject, and no pronoun or "who"."""
    tree = parsed(sentence.text)
    subjects = [n for deed in deeds_in(tree, [verb], sentence.text) for n in subjects_of(tree, deed)]
    return bool(subjects) and all(tree[n].tag.startswith("NN") for n in subjects)


def has_thing_for_subject(sentence: Sentence) -> bool:
    """Whether a sentence is about one thing, or one that a name is given, and nobody who is described."""
    tree = parsed(sentence.text)
    root = next((n for n, one in enumerate(tree) if one.role == "ROOT"), 0)
    subjects = [tree[n] for n in below(tree, root, "nsubj", "nsubjpass")]
    return bool(subjects) and all(
        one.tag in ("NN", "NNP") and one.text.lower() not in ("it", "this") for one in subjects
    )


def subject_pronouns(verb: str, sentence: Sentence) -> list[Span]:
    """Where each "he" and "she" stands that is a verb's subject, if nothing else is."""
    return _only_pronouns(verb, sentence, subjects_of)


def object_pronouns(verb: str, sentence: Sentence) -> list[Span]:
    """Where each "him" and "her" stands that is a verb's object, if nobody else is: "sent her a cod"."""

    def whom(tree: Tree, deed: int) -> list[int]:
        objects = objects_of(tree, deed)
        return below(tree, deed, "dative") or [n for n in objects if tree[n].tag == "PRP"] or objects

    return _only_pronouns(verb, sentence, whom)


def _only_pronouns(verb: str, sentence: Sentence, of: Callable[[Tree, int], list[int]]) -> list[Span]:
    tree = parsed(sentence.text)
    held = [n for deed in deeds_in(tree, [verb], sentence.text) for n in of(tree, deed)]
    pronouns = [tree[n].place for n in held if pronoun_form(tree[n].text)]
    if len(pronouns) < len(held):
        return []
    return [Span(sentence.span.start + one.start, sentence.span.start + one.end) for one in pronouns]


def nearest_who(words: Span, question: str, sentence: Window) -> Span | None:
    """Of "the widow of the man who stole it", asked who did, the man."""
    asked = [verb_asked_for(question)]
    if not sentence.span.holds(words) or not places_of(asked, sentence.text):
        return None
    start, tree, own = sentence.span.start, parsed(sentence.text), _inside(sentence, words)
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
    held = nodes_of(tree, _inside(sentence, words))
    deeds = deeds_in(tree, asked, sentence.text)
    nexts = (n for n in held[1:] if tree[n].role in ("prep", "dative") and tree[n].head in deeds)
    end = next((tree[n - 1].place.end for n in nexts if tree[n].tag in ("IN", "TO")), None)
    return Span(words.start, start + end) if end else words


def given_to(words: Span, verb: str, sentence: Window) -> Span | None:
    """Whom a thing was given to, where words are that: the museum, of "lent a painting back to the museum"."""
    if not sentence.span.holds(words):
        return None
    start, tree = sentence.span.start, parsed(sentence.text)
    head = head_of(tree, _inside(sentence, words))
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


def are_listed(one: Span, other: Span, sentence: Window) -> bool:
    """Whether words of a sentence are members of one list: "the shepherd" and "his dog, Bruna"."""
    tree = parsed(sentence.text)
    heads = (head_of(tree, _inside(sentence, words)) for words in (one, other))
    first, second = (next(n for n in above(tree, head) if tree[n].role not in ("appos", "conj")) for head in heads)
    return first == second and not is_verb(tree[first])


def is_acted_on(words: Span, sentence: Window) -> bool:
    """Whether words are a verb's direct object and so do not say what is told: Ek, in "Lie accused Ek of it", but not
    in "Lie quoted Ek as saying so".
    """
    tree = parsed(sentence.text)
    head = head_of(tree, _inside(sentence, words))
    verb = tree[tree[head].head].text.lower()
    quotes = any(are_forms(verb, quoting) for quoting in _QUOTING)
    return sentence.span.holds(words) and tree[head].role == "dobj" and not quotes


def _inside(sentence: Window, words: Span) -> Span:
    """Where some words of its article stand in a sentence's text."""
    return Span(words.start - sentence.span.start, words.end - sentence.span.start)
