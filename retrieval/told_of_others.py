"""Whether a sentence tells what is asked of somebody with another name: "In 1995 she dismissed Bo Ek", asked when she
dismissed Ada Lie, whom it does not have.

By the parse of both. A reader that is asked when takes the time of any dismissal. Leaves out whom only a description
or a pronoun stands for there (coreference.py), and parties whom the sentence has (syntax.py).
"""

from collections.abc import Callable, Sequence

from corpus.article import Span
from retrieval.arguments import deeds_in, head_of, objects_of, subjects_of
from retrieval.countries import may_be_one, other_names
from retrieval.factuality import verb_of_question
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import are_forms, is_word
from retrieval.naming import is_pronoun, name_words, names_in
from retrieval.parser import Tree, below, parsed, text_under
from retrieval.person_nouns import is_person_noun
from retrieval.places import stands_in
from retrieval.receivers import is_giving
from retrieval.search import content_words, share_of
from retrieval.types import Window

_NAME = "NNP"
_ARGUMENTS = ("agent", "dative", "dobj", "nsubj", "nsubjpass", "prep")


def tells_of_others(question: str, sentence: str) -> bool:
    """Whether a party that the question names is not in a sentence, which names another for it wherever it has the
    verb.
    """
    verb = verb_of_question(question) if any(True for _ in names_in(question, 1)) else ""
    if not verb:
        return False
    asked, tree = parsed(question), parsed(sentence)
    deeds = deeds_in(tree, [verb], sentence)
    for parties_of in (subjects_of, objects_of):
        names = [name for deed in deeds_in(asked, [verb], question) for name in _names(asked, deed, parties_of) or ()]
        missing = names and not any(stands_in(sentence, name) for name in names)
        if missing and deeds and all(_are_others(names, _names(tree, deed, parties_of)) for deed in deeds):
            return True
    return False


def is_others_object(words: Span, question: str, sentence: Window) -> bool:
    """Whether somebody with another name did something else to what was read, "a photo" of "Ada Lie found a photo of
    the farmers", asked what the farmers got; or it is a person, where nothing is told of what is asked.
    """
    verb = verb_of_question(question) if sentence.span.holds(words) else ""
    asked = parsed(question)
    doers = [n for deed in deeds_in(asked, [verb], question) for n in subjects_of(asked, deed)] if verb else []
    who = [content_words(text_under(asked, n)) for n in doers]
    if len(who) != 1 or not who[0]:
        return False
    tree = parsed(sentence.text)
    found = head_of(tree, sentence.inside(words))
    if is_person_noun(tree[found].text.lower()) and not share_of(content_words(question), sentence.text):
        return True
    if tree[found].role != "dobj":
        return False
    deed = tree[found].head
    did = tree[deed].text.lower()
    if are_forms(did, verb) or is_giving(did):
        return False
    beside = [text_under(tree, n) for n in below(tree, deed, *_ARGUMENTS) if n != found]
    theirs = any(is_pronoun(text) or share_of(who[0], text) for text in beside)
    return _doers_have_names(tree, deed) and not theirs


def _doers_have_names(tree: Tree, deed: int) -> bool:
    doers = subjects_of(tree, deed)
    return bool(doers) and all(tree[n].tag == _NAME or _has_name_behind(tree, n) for n in doers)


def _has_name_behind(tree: Tree, n: int) -> bool:
    """Whether a name stands in apposition to a noun, also where the parser hangs it on the verb."""
    behind = [one.tag for one in tree[tree[n].last + 1 : tree[n].last + 3]]
    return behind == [",", _NAME] or any(tree[m].tag == _NAME for m in below(tree, n, "appos"))


def _names(tree: Tree, deed: int, parties_of: Callable[[Tree, int], list[int]]) -> list[str] | None:
    """What the parties of a verb are called; None where one of them has no name there."""
    parties = parties_of(tree, deed)
    if not parties or any(tree[n].tag != _NAME for n in parties):
        return None
    return [name for n in parties for name in names_in(text_under(tree, n))]


def _are_others(names: Sequence[str], told: Sequence[str] | None) -> bool:
    """Whether somebody is named, and not by a first name, or by words that may call anybody: "Parliament"."""
    if not told or any(_may_call_anybody(other) for other in told):
        return False
    return not any(may_be_one(name, other) or may_be_one(other, name) for name in names for other in told)


def _may_call_anybody(name: str) -> bool:
    words = name_words(name)
    of_words = all(map(is_word, words)) and not other_names(name)
    return of_words or (len(words) == 1 and bool(pronoun_of_first_name(name)))
