"""Two of one last name: whom "Pihl" of a sentence is, where an article has both Jonas Pihl and Kerstin Pihl.

Asked how old Kerstin Pihl is, a reader takes what a sentence tells of "Pihl". Leaves out who "she" is (salience.py).
"""

from collections.abc import Sequence

from retrieval.agreement import pronouns_in
from retrieval.nameless import SentencesOf
from retrieval.naming import has_namesake, name_words, names_in
from retrieval.persons import Persons
from retrieval.types import Sentence


def is_of_namesake(question: str, sentence: Sentence, sentences_of: SentencesOf) -> bool:
    """Whether a sentence has the last name of somebody whom a question names in full, and means another with it.

    Where it has "he" or "she" as well, it may tell of both.
    """
    said = name_words(sentence.text)
    asked = [name for name in names_in(question, 1) if " " in name and name not in sentence.text]
    shared = [name for name in asked if name_words(name)[-1] in said]
    if not shared or pronouns_in(sentence.text):
        return False
    sentences = sentences_of(sentence.article)
    texts = [one.text for one in sentences]
    known = [name for name in shared if has_namesake(name_words(name), texts)]
    return any(_is_another(name, sentence, sentences) for name in known)


def _is_another(name: str, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether nobody of the sentence who has the last name is called so."""
    persons = Persons(sentences)
    for one in sentences:
        found = persons.in_sentence(one)
        if one == sentence:
            last = name_words(name)[-1]
            bearers = [person for stretch, person in found if last in name_words(stretch.words)]
            return bool(bearers) and not any(person.is_called(name) for person in bearers)
    return False
