"""Who did the contrary of what is asked: Halvard, of "Halvard lost the final to Brannock", asked who won it.

And a yes of which the sentence tells only the contrary.

By WordNet's antonyms (training/contraries.py) and the sentence's parse. A reader takes "lose" for "win", as both are
told of finals. Leaves out sentences that have the question's own verb.
"""

from corpus.article import Span
from retrieval.arguments import deeds_in, nodes_of, places_of, subjects_of
from retrieval.countries import may_be_one
from retrieval.factuality import verb_of_question
from retrieval.inflection import lemmas
from retrieval.parser import names_under, parsed
from retrieval.predicates import WORD
from retrieval.types import Window
from retrieval.word_lists import words_with_others


def did_the_contrary(words: Span, question: str, sentence: Window) -> bool:
    """Whether words of a sentence are the subject of a contrary of the question's verb, which it does not have."""
    others = _others_of(question, sentence.text) if sentence.span.holds(words) else []
    if not others:
        return False
    tree = parsed(sentence.text)
    own = nodes_of(tree, sentence.inside(words))
    subjects = [n for deed in deeds_in(tree, others, sentence.text) for n in subjects_of(tree, deed)]
    return any(tree[n].first <= m <= tree[n].last for n in subjects for m in own)


def tells_the_contrary(question: str, subject: str, sentence: str) -> bool:
    """Whether a sentence has only a contrary of the question's verb, and nobody else by name for who did that: "Ek
    bought the house", asked whether Ek sold it, but not "Lie bought it from Ek".
    """
    others = _others_of(question, sentence)
    tree = parsed(sentence) if others else ()
    deeds = deeds_in(tree, others, sentence) if others else []
    told = [names_under(tree, n) for deed in deeds for n in subjects_of(tree, deed)]
    return bool(told) and all(not names or any(may_be_one(subject, one) for one in names) for names in told)


def _others_of(question: str, sentence: str) -> list[str]:
    """The contraries of a question's verb that a sentence has, where it does not have the verb itself."""
    told = [word.lower() for word in WORD.findall(sentence)]
    verb = verb_of_question(question)
    known = words_with_others("contraries.txt")
    contraries = {other for lemma in (lemmas(verb) if verb else ()) for other in known.get(lemma, ())}
    if not any(lemmas(word) & contraries for word in told) or places_of([verb], sentence):
        return []
    return sorted(contraries)
