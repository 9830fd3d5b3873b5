"""Answer -> messages: text with marks, at places counted in code points. Knows no Telegram library.

Marks stand beside the text and never in it, so nothing that an article holds can break or forge one. Telegram's
limits are kept here: 4,096 UTF-16 units and 100 marks to a message, no quotation cut in two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.rendering import day_text, headline, put_as, shown
from bot.telegram.texts import Texts
from bot.wording import is_greeting
from corpus.article import Article, Span
from retrieval.types import Answer, Citation, Found, Verdict

LONGEST = 4096  # UTF-16 units
MOST_MARKS = 100
_QUOTED = 2000  # units of one quotation
PAGE = 10  # articles
PAIRS = 5  # to a page


@dataclass(frozen=True, slots=True)
class Mark:
    """How a stretch of a message looks; Telegram's names for it."""

    kind: str  # bold, italic, blockquote, expandable_blockquote, text_link
    start: int
    end: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message."""

    text: str
    marks: tuple[Mark, ...] = ()


def units(text: str) -> int:
    """Telegram's measure of a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def answer_messages(answer: Answer, texts: Texts) -> list[Message]:
    """What a person gets for a question: one message, or several where one is too small."""
    if is_greeting(answer.resolved):
        return [Message(texts.greeting)]
    if answer.unclear:
        return [Message(texts.unclear.format(pronoun=answer.unclear))]
    put = _shortened(shown(put_as(answer)), _QUOTED // 4)
    understood = [_Writer().add(f"→ {put}", "italic").message()] if put else []
    if answer.verdict is Verdict.NOT_FOUND:
        head = _Writer().add(texts.nothing, "bold")
        if answer.meant:
            head.add("\n" + texts.meant.format(question=_shortened(shown(answer.meant), _QUOTED // 4)))
        if answer.nearest:
            head.add(f"\n{texts.nearest}")
        return joined([*understood, head.message(), *(_nearest(citation, texts) for citation in answer.nearest)])
    if is_paged(answer):
        return [pairs_message(answer, 0, texts)[0]]
    blocks = [found_message(found, texts) for found in answer.answers]
    verdict = {Verdict.YES: texts.yes, Verdict.NO: texts.no}.get(answer.verdict)
    if verdict and not answer.differ:
        blocks.insert(0, _Writer().add(verdict, "bold").message())
    elif len(blocks) > 1:
        differ = texts.sources_differ if answer.of_one_article else texts.articles_differ
        said = differ if answer.differ else texts.several
        blocks.insert(0, _Writer().add(said.format(count=len(blocks)), "italic").message())
    return joined([*understood, *blocks])


def found_message(found: Found, texts: Texts) -> Message:
    """One answer: its words, the sentence with the words marked, where it stands, and what stands around it."""
    citation = found.citation
    writer = _Writer()
    whole = (citation.answer_start, citation.answer_end) == (citation.start, citation.end)
    if not whole:
        writer.add(_shortened(headline(found), _QUOTED // 4), "bold")
        alias = _shortened(shown(found.alias_text), _QUOTED // 4)
        writer.add(f" (“{alias}”)" if alias else "")
    claimed = _claimed(found, _QUOTED // 4, texts)
    if found.verdict:
        writer.add(texts.yes if found.verdict is Verdict.YES else texts.no, "bold").add("\n" if not claimed else " ")
    if claimed:
        writer.add(f"{claimed[:1].upper()}{claimed[1:]}:" if whole else f", {claimed}")
    if claimed or not whole:
        writer.add("\n")
    _sentence(writer, found)
    _where(writer.add("\n"), citation, texts)
    around = _around(citation, _QUOTED // 2)
    if around:
        writer.add("\n").add(around, "expandable_blockquote")
    return writer.message()


def _claimed(found: Found, most: int, texts: Texts) -> str:
    """Whose word the answer is, as "according to Vaai"; "" where it is nobody's."""
    name = _shortened(shown(found.claimant_text), most)
    return texts.according.format(name=name) if name else ""


def context_message(citation: Citation, texts: Texts) -> Message:
    """The paragraph, or the neighbours of a sentence that is one."""
    writer = _Writer().add(_around(citation, _QUOTED) or _shortened(shown(citation.sentence), _QUOTED), "blockquote")
    _where(writer.add("\n"), citation, texts)
    return writer.message()


def sources_messages(citations: Iterable[Citation], texts: Texts) -> list[Message]:
    """Each cited article once."""
    blocks = []
    for citation in {citation.article: citation for citation in citations}.values():
        writer = _Writer()
        _title(writer, _shortened(citation.title or citation.article, 300), citation.url)
        day = day_text(citation.published) if citation.published else ""
        details = [day, _shortened(citation.source or "", 200), _shortened(citation.article, 200)]
        writer.add("\n" + " · ".join(shown(part) for part in details if part))
        blocks.append(writer.message())
    return joined(blocks) if blocks else [Message(texts.no_sources)]


def is_paged(answer: Answer) -> bool:
    """Whether it is a list of pairs too long for one look."""
    return len(answer.answers) > PAIRS and all(found.roles for found in answer.answers)


def pages_of(answer: Answer) -> int:
    """How many pages its pairs take."""
    return -(-len(answer.answers) // PAIRS)


def pairs_message(answer: Answer, page: int, texts: Texts) -> tuple[Message, int, int]:
    """A page of an answer's pairs, each with its sentence in short; which page it is, from 0, and of how many."""
    pages = pages_of(answer)
    page = min(max(page, 0), pages - 1)
    blocks = [_Writer().add(texts.several.format(count=len(answer.answers)), "italic").message()]
    for found in answer.answers[page * PAIRS : (page + 1) * PAIRS]:
        writer = _Writer().add(_shortened(headline(found), 150), "bold")
        claimed = _claimed(found, 100, texts)
        writer.add(f", {claimed}\n" if claimed else "\n")
        writer.add(_shortened(shown(found.citation.sentence), 350), "blockquote").add("\n")
        _title(writer, _shortened(found.citation.title or found.citation.article, 120), found.citation.url)
        if found.citation.published:
            writer.add(f" · {day_text(found.citation.published)}")
        blocks.append(writer.message())
    blocks.append(_Writer().add(texts.page.format(number=page + 1, count=pages), "italic").message())
    (message,) = joined(blocks)
    return message, page, pages


def articles_message(articles: Sequence[Article], page: int, texts: Texts) -> tuple[Message, int, int]:
    """A page of the collection; which page it is, from 0, and of how many."""
    if not articles:
        return Message(texts.empty), 0, 1
    pages = -(-len(articles) // PAGE)
    page = min(max(page, 0), pages - 1)
    writer = _Writer().add(texts.articles.format(count=len(articles)), "bold")
    for article in articles[page * PAGE : (page + 1) * PAGE]:
        _title(writer.add("\n\n"), _shortened(article.title or article.id, 150), article.url)
        day = day_text(article.published) if article.published else ""
        parts = [day, _shortened(article.source or "", 80), _shortened(article.id, 120)]
        writer.add("\n" + " · ".join(shown(part) for part in parts if part))
    if pages > 1:
        writer.add("\n\n").add(texts.page.format(number=page + 1, count=pages), "italic")
    return writer.message(), page, pages


def joined(blocks: Iterable[Message]) -> list[Message]:
    """Blocks put into as few messages as hold them, an empty line between two."""
    messages: list[Message] = []
    for block in blocks:
        if messages:
            last = messages[-1]
            text = f"{last.text}\n\n{block.text}"
            if units(text) <= LONGEST and len(last.marks) + len(block.marks) <= MOST_MARKS:
                shift = len(last.text) + 2
                moved = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in block.marks)
                messages[-1] = Message(text, (*last.marks, *moved))
                continue
        messages.append(block)
    return messages


@dataclass(slots=True)
class _Writer:
    """Builds a message piece by piece."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def add(self, words: str, kind: str | None = None, url: str | None = None) -> "_Writer":
        start = len(self.text)
        self.text += words
        if kind and words.strip():
            self.marks.append(Mark(kind, start, len(self.text), url))
        return self

    def message(self) -> Message:
        return Message(self.text, tuple(self.marks))


def _sentence(writer: _Writer, found: Found) -> None:
    """The evidence as a quotation; the answer's words, or what stands for them, in bold where they stand in it."""
    citation = found.citation
    sentence = shown(citation.sentence)
    words = found.alias or Span(citation.answer_start, citation.answer_end)
    first, last = words.start - citation.start, words.end - citation.start
    low = 0
    if units(sentence) > _QUOTED:  # so long that only what stands around the words is shown
        low = max(0, min(first, len(sentence)) - _QUOTED // 8)
        sentence = _shortened(sentence[low:], _QUOTED)
    start = len(writer.text)
    writer.add(sentence, "blockquote")
    first, last = max(first - low, 0), min(last - low, len(sentence))
    if 0 <= first < last and sentence[first:last].strip() and (first, last) != (0, len(sentence)):
        writer.marks.append(Mark("bold", start + first, start + last))


def _where(writer: _Writer, citation: Citation, texts: Texts) -> None:
    _title(writer, _shortened(citation.title or citation.article, 300), citation.url)
    place = texts.paragraph.format(number=citation.paragraph, count=citation.paragraphs)
    day = day_text(citation.published) if citation.published else ""
    parts = [day, _shortened(citation.source or "", 200), place]
    writer.add("\n" + " · ".join(shown(part) for part in parts if part))


def _title(writer: _Writer, title: str, url: str | None) -> None:
    linked = bool(url) and str(url).lower().startswith(("http://", "https://"))
    writer.add(shown(title), "text_link" if linked else "italic", url if linked else None)


def _around(citation: Citation, most: int) -> str:
    if len(citation.surroundings) > citation.end - citation.start:
        around = shown(citation.surroundings)
    else:
        beside = (citation.before, citation.sentence, citation.after)
        around = "\n".join(shown(part) for part in beside if part) if citation.before or citation.after else ""
    return _shortened(around, most)


def _nearest(citation: Citation, texts: Texts) -> Message:
    writer = _Writer().add(_shortened(shown(citation.sentence), _QUOTED // 4), "blockquote")
    _where(writer.add("\n"), citation, texts)
    return writer.message()


def _shortened(text: str, most: int) -> str:
    """At most so many units, with a mark where it was cut."""
    if units(text) <= most:
        return text
    cut = text[:most]
    while units(cut) > most - 1:
        cut = cut[: -max(1, (units(cut) - most + 1) // 2)]
    return f"{cut.rstrip()}…"
