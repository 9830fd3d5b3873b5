"""Whether a sentence tells what is asked of somebody with another name: "In 1995 she dismissed Bo Ek", asked when she
dismissed Ada Lie, whom it does not have.

By the parse of both. A reader that is asked when takes the time of any dismissal. Leaves out whom only a description
or a pronoun stands for there (coreference.py), and parties whom the sentence has (syntax.py).
"""

from collections.abc import Callable, Sequence

from retrieval.arguments import deeds_in, objects_of, subjects_of
from retrieval.countries import may_be_one, other_names
from retrieval.factuality import verb_of_question
from retrieval.first_names import pronoun_of_first_name
from retrieval.inflection import is_word
from retrieval.naming import name_words, names_in
from retrieval.parser import Tree, parsed, text_under
from retrieval.places import stands_in

_NAME = "NNP"


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
