"""What stands in a sentence for a verb's parties, by its parse: a "he", a noun, a thing, or nobody.

Leaves out who that is (pronoun_parties.py, named_others.py), and what hangs on the words (attachment.py).
"""

from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.agreement import pronoun_form
from retrieval.arguments import deeds_in, is_only_possible, is_undone_at, objects_of, places_of, subjects_of
from retrieval.inflection import are_forms
from retrieval.parser import Tree, below, parsed, root_of, verb_above
from retrieval.person_nouns import is_person_noun
from retrieval.predicates import verbs_of_whom
from retrieval.types import Sentence, Window


def is_undone(verb: str, sentence: str) -> bool:
    """Whether a sentence plainly tells, wherever it has a verb, that it was not done, or to or by nobody: "who had
    charged her nothing", "No one was charged".
    """
    tree = parsed(sentence)
    deeds = deeds_in(tree, [verb], sentence)
    return bool(deeds) and all(is_undone_at(tree, deed) for deed in deeds)


def is_only_denied_other(word: str, verb: str, sentence: Sentence) -> bool:
    """Whether a sentence has a word only where something else was not done: "apologised to the band, but did not
    mention Ek", asked whether he apologised to Ek.
    """
    tree = parsed(sentence.text)
    held = [n for n, one in enumerate(tree) if one.text == word]
    deeds = [verb_above(tree, n) for n in held]
    return bool(deeds) and all(
        deed is not None and below(tree, deed, "neg") and not are_forms(tree[deed].text.lower(), verb.lower())
        for deed in deeds
    )


def is_only_to_be_done_to(word: str, verb: str, sentence: Sentence) -> bool:
    """Whether a sentence tells of somebody only that it may or will be done to them: "met Lie and will meet Ek",
    asked whether she has met Ek.
    """
    tree = parsed(sentence.text)
    held = [n for n, one in enumerate(tree) if one.text == word]
    deeds = [verb_above(tree, n) for n in held]
    return bool(deeds) and all(
        deed is not None and is_only_possible(tree, deed) and are_forms(tree[deed].text.lower(), verb.lower())
        for deed in deeds
    )


def owners_of_subjects(verb: str, sentence: Sentence) -> list[Span]:
    """Where a "his" or "her" stands, of "his father" who did what a verb tells; none where others did it too."""
    return _owners(verb, sentence, subjects_of)


def _owners(verb: str, sentence: Sentence, of: Callable[[Tree, int], list[int]]) -> list[Span]:
    tree = parsed(sentence.text)
    nodes = [n for deed in deeds_in(tree, [verb], sentence.text) for n in of(tree, deed)]
    owners = [m for n in nodes for m in below(tree, n, "poss") if tree[m].tag == "PRP$"]
    start = sentence.span.start
    places = [Span(start + tree[m].place.start, start + tree[m].place.end) for m in owners]
    return places if len(owners) == len(nodes) else []


def owners_of_objects(verb: str, sentence: Sentence) -> list[Span]:
    """The same of "his driver", to whom it was done; none where it was done to others too."""
    return _owners(verb, sentence, objects_of)


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
    root = root_of(tree)
    subjects = [tree[n] for n in below(tree, root, "nsubj", "nsubjpass")]
    return bool(subjects) and all(
        one.tag in ("NN", "NNP") and one.text.lower() not in ("it", "this") for one in subjects
    )


def is_given_to_thing(verb: str, sentence: Sentence) -> bool:
    """Whether something is told to have been given to nobody: "gave the dog a medal"."""
    tree = parsed(sentence.text)
    whom = [n for deed in deeds_in(tree, [verb], sentence.text) for n in below(tree, deed, "dative")]
    return bool(whom) and all(tree[n].tag == "NN" and not is_person_noun(tree[n].text.lower()) for n in whom)


def noun_done_to(words: Span, question: str, sentence: Window) -> Span | None:
    """Whom it was done to by the parse, where a sentence has a noun for it and who was read stands elsewhere: a zoo,
    of "A court ordered the zoo to move her", where Mona was read for her.
    """
    verbs = verbs_of_whom(question)
    if sentence.span.holds(words) or not verbs:
        return None
    tree = parsed(sentence.text)
    deeds = deeds_in(tree, verbs, sentence.text)
    objects = objects_of(tree, deeds[0]) if len(deeds) == 1 else []
    if len(objects) != 1 or not tree[objects[0]].tag.startswith("NN"):
        return None
    start, one = sentence.span.start, tree[objects[0]]
    return Span(start + tree[one.first].place.start, start + tree[one.last].place.end)


def passive_without_agent(verb: str, sentence: Sentence) -> bool:
    """Whether wherever a sentence has a verb it tells to whom it was done, and not by whom: "Ek was excluded"."""
    tree = parsed(sentence.text)
    deeds = deeds_in(tree, [verb], sentence.text)
    return bool(deeds) and all(
        below(tree, n, "nsubjpass") and below(tree, n, "auxpass") and not below(tree, n, "agent") for n in deeds
    )


def subject_pronouns(verbs: Sequence[str], sentence: Sentence) -> list[Span]:
    """Where each "he" and "she" stands that is the subject of one of some verbs, if nothing else is."""
    return _only_pronouns(verbs, sentence, subjects_of)


def subjects_in_person(verbs: Sequence[str], sentence: Sentence) -> list[tuple[Span, bool]]:
    """Where each "I", "he" and "she" stands that is the subject of one of some verbs, if nothing else is, and whether
    it is an "I".
    """
    tree = parsed(sentence.text) if places_of(verbs, sentence.text) else ()
    held = [tree[n] for deed in deeds_in(tree, verbs, sentence.text) for n in subjects_of(tree, deed)]
    if not all(one.text.lower() == "i" or pronoun_form(one.text) for one in held):
        return []
    start = sentence.span.start
    return [(Span(start + one.place.start, start + one.place.end), one.text.lower() == "i") for one in held]


def object_pronouns(verbs: Sequence[str], sentence: Sentence) -> list[Span]:
    """Where each "him" and "her" stands that is the object of one of some verbs, if nobody else is: "sent her it"."""

    def whom(tree: Tree, deed: int) -> list[int]:
        objects = objects_of(tree, deed)
        return below(tree, deed, "dative") or [n for n in objects if tree[n].tag == "PRP"] or objects

    return _only_pronouns(verbs, sentence, whom)


def _only_pronouns(verbs: Sequence[str], sentence: Sentence, of: Callable[[Tree, int], list[int]]) -> list[Span]:
    if not places_of(verbs, sentence.text):
        return []
    tree = parsed(sentence.text)
    held = [n for deed in deeds_in(tree, verbs, sentence.text) for n in of(tree, deed)]
    pronouns = [tree[n].place for n in held if pronoun_form(tree[n].text)]
    if len(pronouns) < len(held):
        return []
    return [Span(sentence.span.start + one.start, sentence.span.start + one.end) for one in pronouns]
