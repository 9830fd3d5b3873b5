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
    span, words = reading.evidence.span, _with_closing_mark(reading.words, article.text)
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
        answer_start=words.start,
        answer_end=words.end,
        paragraph=number,
        paragraphs=count,
        before=beside.get(position - 1),
        after=beside.get(position + 1),
        surroundings=around.of(article.text),
        surroundings_start=around.start,
    )
    held = reading.alias if reading.alias and reading.evidence.span.holds(reading.alias) else None
    return Found(words.of(article.text), reading.confidence, citation, alias=held, against=reading.against)


def _with_closing_mark(words: Span, text: str) -> Span:
    """The words, with the quotation mark right behind that closes what is quoted in them: “that it “is over””."""
    said, behind = words.of(text), text[words.end : words.end + 1]
    opened = said.count("“") > said.count("”") if behind == "”" else said.count('"') % 2 == 1
    return Span(words.start, words.end + 1) if behind in ("”", '"') and opened else words


def _paragraph(article: Article, span: Span) -> tuple[int, int, Span]:
    """(number from 1, how many there are, span) of the paragraph that holds a sentence."""
    spans = paragraphs(article.text)
    for number, paragraph in enumerate(spans, 1):
        if paragraph.start <= span.start < paragraph.end:
            return number, len(spans), paragraph
    return 1, len(spans), span
