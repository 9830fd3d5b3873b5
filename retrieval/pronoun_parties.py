"""Whether "he" did it, by the parse, who is hardly the one that was read in his sentence: of "Ek said that Lie sang
and that he had begged her to stop" it was not Lie who begged.

Leaves out whose name a pronoun has that was read itself (coreference.py).
"""

from collections.abc import Sequence

from corpus.article import Span
from retrieval.naming import is_name, is_pronoun
from retrieval.predicates import ASKS_DONE_TO, BY, verb_asked_for, verbs_of_whom
from retrieval.salience import UNLIKELY, chance_of, of_pronoun
from retrieval.types import Sentence
from retrieval.verb_parties import object_pronouns, subject_pronouns
from retrieval.windows import alone

RATHER = 0.5  # of the question's subject "he" has .93 in each of 21 true yeses of the samples and the news


def is_of_other_pronoun(words: Span, question: str, evidence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether somebody with a name was read in a sentence, asked who did it, or to whom it was done, where a pronoun
    stands for another.
    """
    name = alone(evidence).words(words) if evidence.span.holds(words) else ""
    if not is_name(name) or is_pronoun(name):
        return False
    did, whom = verb_asked_for(question), verbs_of_whom(question)
    if passive := ASKS_DONE_TO.match(question.strip()):
        did, whom = "", [] if BY.search(question) else [passive["done"].lower()]
    places = subject_pronouns([did], evidence) if did else object_pronouns(whom, evidence) if whom else []
    return is_rather_anothers(places, name, evidence, sentences, UNLIKELY)


def is_rather_anothers(
    places: Sequence[Span],
    name: str,
    evidence: Sentence,
    sentences: Sequence[Sentence],
    chance: float = RATHER,
) -> bool:
    """Whether each of the pronouns, of which there is one, is hardly somebody's, and rather another's."""
    likely = [found for one in places if (found := of_pronoun(one.start, evidence, sentences))]
    return bool(likely) and not any(
        found[0][0].is_called(name) or chance_of(name, found) >= chance for found in likely
    )
