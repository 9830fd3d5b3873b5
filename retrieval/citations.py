"""A Reading -> the Citation that people see: the evidence sentence, where it stands, and what stands around it."""

from corpus.article import Article, Span, paragraphs
from retrieval.errors import SetupError
from retrieval.store import Store
from retrieval.types import Citation, Found, Reading


def cite(reading: Reading, store: Store) -> Found:
    """The reading as an answer. Its words are cut from the article here and nowhere else."""
    article = store.article(reading.article)
    if article is None:
        raise SetupError(f"The index lost article {reading.article}. Mend it with: clippings reembed --full")
    position = reading.evidence.position
    beside = {s.position: s.text for s in store.sentences_of(reading.article, position - 1, position + 1)}
    span = reading.evidence.span
    number, count, around = _paragraph(article, span)
    citation = Citation(
        article=article.id,
        title=article.title,
        url=article.url,
        published=article.published,
        source=article.source,
        sentence=span.of(article.text),
        start=span.start,
        end=span.end,
        answer_start=reading.words.start,
        answer_end=reading.words.end,
        paragraph=number,
        paragraphs=count,
        before=beside.get(position - 1),
        after=beside.get(position + 1),
        surroundings=around.of(article.text),
        surroundings_start=around.start,
    )
    held = reading.alias if reading.alias and reading.evidence.span.holds(reading.alias) else None
    return Found(reading.words.of(article.text), reading.confidence, citation, alias=held, against=reading.against)


def _paragraph(article: Article, span: Span) -> tuple[int, int, Span]:
    """(number from 1, how many there are, span) of the paragraph that holds a sentence."""
    spans = paragraphs(article.text)
    for number, paragraph in enumerate(spans, 1):
        if paragraph.start <= span.start < paragraph.end:
            return number, len(spans), paragraph
    return 1, len(spans), span
