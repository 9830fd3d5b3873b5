"""What the articles have about a topic: of each article that is about it the sentence that tells of it first.

News tell the most in their first sentences, so the lead is the sentence where it has as much of the topic as not: the
plain and strong baseline of news summaries (Nenkova, Automatic Text Summarization of Newswire, 2005). Leaves out
questions, and what is a topic.
"""

from collections.abc import Sequence

from retrieval.search import content_words, share_of
from retrieval.store import Store
from retrieval.types import Hit, Reading, Sentence

_AS_LIKE = 0.5  # times as like the topic as the best is a further article
_LED = 0.5  # of the topic's words, that a lead has


def told_about(topic: str, hits: Sequence[Hit], store: Store) -> list[Reading]:
    """A sentence, whole, of each of the articles that have every word of the topic, the best first; as sure as it is
    like the topic.
    """
    words = content_words(topic)
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.sentence.article, hit)
    least = _AS_LIKE * max((hit.similarity for hit in best.values()), default=0.0)
    found = []
    for name, hit in best.items():
        if hit.similarity < least:  # "ferry" of a Paolo Ferri
            continue
        article, sentences = store.article(name), store.sentences_of(name)
        if article and sentences and share_of(words, f"{article.title} {article.text}") == 1.0:
            told = _telling(words, sentences)
            found.append(Reading(name, told.span, told, min(1.0, max(0.0, hit.similarity))))
    return found


def leads(store: Store, count: int) -> list[Reading]:
    """The first sentence of each of the newest articles."""
    newest = [store.sentences_of(article.id, 0, 0) for article in store.articles()[:count]]
    return [Reading(first.article, first.span, first, 1.0) for first, *_ in filter(None, newest)]


def _telling(words: Sequence[str], sentences: Sequence[Sentence]) -> Sentence:
    """The lead, or of the sentences that have most of the words the first."""
    shares = [share_of(words, sentence.text) for sentence in sentences]
    return sentences[0] if shares[0] >= _LED else sentences[shares.index(max(shares))]
