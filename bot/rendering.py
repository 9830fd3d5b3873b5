"""Answer -> terminal text, or JSON. Leaves out where it is printed and what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.wording import is_greeting
from corpus.article import Article, Span
from retrieval.inflection import are_forms
from retrieval.search import content_words
from retrieval.types import Answer, Citation, Found, Verdict

# Same length, so that offsets hold: line ends inside a sentence become spaces, and the controls that turn the
# direction of text (with which an article could make a line read as something else) become word joiners.
_DISPLAY = {
    **dict.fromkeys(map(ord, "\n\t"), " "),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F], "\u2060"),
}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]
NOTHING_FOUND = "The articles do not say."
GREETING = "Ask me about the articles: who did what to whom, when, where and why."
MEANT = "Did you mean “{question}”?"
UNCLEAR = "Whom do you mean by “{pronoun}”? Tell me the name."
_ARTICLES_DIFFER = "The articles differ; {count} answers, the newest first:"
_SOURCES_DIFFER = "The sources differ; {count} answers, the surest first:"


def as_json(answer: Answer) -> dict[str, Any]:
    """The answer as the contract in README has it."""
    return {
        "question": answer.question,
        "resolved": answer.resolved,
        "verdict": answer.verdict.value,
        "answers": [
            {
                "text": found.text,
                "confidence": round(found.confidence, 4),
                "roles": found.roles,
                **_alias_json(found),
                **_claimant_json(found),
                **({"verdict": found.verdict.value} if found.verdict else {}),
                "citation": _citation_json(found.citation),
            }
            for found in answer.answers
        ],
        **({"differ": True} if answer.differ else {}),
        **({"meant": answer.meant} if answer.meant else {}),
        **({"unclear": answer.unclear} if answer.unclear else {}),
        "nearest": [_citation_json(citation) for citation in answer.nearest],
        "seconds": round(answer.seconds, 4),
    }


def _alias_json(found: Found) -> dict[str, Any]:
    """What stands in the sentence for a name that stands elsewhere."""
    if found.alias is None:
        return {}
    return {"alias": {"text": found.alias_text, "start": found.alias.start, "end": found.alias.end}}


def _claimant_json(found: Found) -> dict[str, Any]:
    """Who says so, where the sentence leaves it to somebody."""
    if found.claimant is None:
        return {}
    span = found.claimant
    return {"according_to": {"text": found.claimant_text, "start": span.start, "end": span.end}}


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "article": citation.article,
        "title": citation.title,
        "url": citation.url,
        "published": citation.published.isoformat() if citation.published else None,
        "sentence": citation.sentence,
        "start": citation.start,
        "end": citation.end,
        "answer_start": citation.answer_start,
        "answer_end": citation.answer_end,
    }


def answer_text(answer: Answer) -> Text:
    """What a person sees first: the answers, or the nearest sentences, said to be no answers."""
    if is_greeting(answer.resolved):
        return Text(GREETING)
    if answer.unclear:
        return Text(UNCLEAR.format(pronoun=answer.unclear), style="bold yellow")
    understood = [Text(f"→ {shown(put)}", style="dim italic")] if (put := put_as(answer)) else []
    if answer.verdict is Verdict.NOT_FOUND:
        parts = [*understood, Text(NOTHING_FOUND, style="bold yellow")]
        if answer.meant:
            parts.append(Text(MEANT.format(question=shown(answer.meant)), style="bold yellow"))
        if answer.nearest:
            parts.append(Text("Nearest, though no answer:", style="dim"))
            parts.extend(_nearest_text(citation) for citation in answer.nearest)
        return Text("\n").join(parts)
    parts = [found_text(found) for found in answer.answers]
    if answer.differ:
        differ = _SOURCES_DIFFER if answer.of_one_article else _ARTICLES_DIFFER
        parts.insert(0, Text(differ.format(count=len(parts)), style="dim"))
    elif len(parts) > 1:
        parts.insert(0, Text(f"{len(parts)} answers, the surest first:", style="dim"))
    if answer.verdict in (Verdict.YES, Verdict.NO) and not answer.differ:
        parts.insert(0, Text(answer.verdict.value.capitalize() + ".", style="bold green"))
    return Text("\n\n").join([*understood, *parts])


def put_as(answer: Answer) -> str:
    """A follow-up as the question of its own that was answered; "" of others, in whatever order their words were."""
    said = content_words(answer.question)
    added = [word for word in content_words(answer.resolved) if not any(are_forms(word, other) for other in said)]
    return answer.resolved if added and not answer.read_as else ""


def fitted(text: Text, console: Console) -> Text:
    """The text broken into lines of the console's width; what hangs over keeps the mark or indent of its line."""
    lines = []
    for line in text.split("\n", allow_blank=True):
        mark = line[:2] if line.plain.startswith(("│ ", "  ", "— ")) else Text("")
        for number, part in enumerate(line[len(mark) :].wrap(console, console.width - len(mark))):
            hanging = Text(" " * len(mark)) if number and mark.plain == "— " else mark
            part.rstrip()
            lines.append(hanging + part)
    return Text("\n").join(lines)


def found_text(found: Found) -> Text:
    """One answer: its words, the sentence between its neighbours with the words marked, and where it stands."""
    citation = found.citation
    lines = []
    if (citation.answer_start, citation.answer_end) != (citation.start, citation.end):
        lines.append(Text(headline(found), style="bold green"))
        if found.alias:
            lines[-1].append(f" (“{shown(found.alias_text)}”)", style="green")
        if found.claimant:
            lines[-1].append(f", according to {shown(found.claimant_text)}", style="green")
    elif found.verdict:
        lines.append(Text(f"{found.verdict.value.capitalize()}", style="bold green"))
        lines[-1].append(f", according to {shown(found.claimant_text)}." if found.claimant else ".", style="green")
    elif found.claimant:
        lines.append(Text(f"According to {shown(found.claimant_text)}:", style="green"))
    if citation.before:
        lines.append(Text(f"  … {shown(citation.before)}", style="dim"))
    lines.append(Text("│ ", style="green") + _marked(citation.sentence, citation.start, found))
    if citation.after:
        lines.append(Text(f"  {shown(citation.after)} …", style="dim"))
    lines.append(where_text(citation))
    return Text("\n").join(lines)


def headline(found: Found) -> str:
    """An answer's words; of a pair also what fills a third blank, or the reason."""
    roles = found.roles or {}
    detail = roles.get("detail") or roles.get("reason")
    return shown(f"{found.text} · {detail}" if detail else found.text)


def where_text(citation: Citation) -> Text:
    """Title, date, source and place of a citation."""
    day = day_text(citation.published) if citation.published else None
    place = f"paragraph {citation.paragraph} of {citation.paragraphs}"
    parts = [part for part in (day, citation.source, place) if part]
    line = Text("— ", style="dim")
    line.append(shown(citation.title) or citation.article, style="italic cyan")
    line.append("".join(f" · {shown(part)}" for part in parts), style="dim")
    return line


def context_text(citation: Citation) -> Text:
    """The whole paragraph with the sentence in it marked."""
    words = Text(shown(citation.surroundings))
    start = citation.start - citation.surroundings_start
    words.stylize("bold", start, start + citation.end - citation.start)
    around = [Text(shown(text), style="dim") for text in (citation.before,) if text and _alone(citation)]
    around.append(words)
    if citation.after and _alone(citation):
        around.append(Text(shown(citation.after), style="dim"))
    return Text("\n\n").join([*around, where_text(citation)])


def sources_text(citations: Iterable[Citation]) -> Text:
    """Each cited article once, with its source and link."""
    lines = []
    for article in {citation.article: citation for citation in citations}.values():
        day = day_text(article.published) if article.published else ""
        details = " · ".join(part for part in (day, article.source or "", article.url or "") if part)
        line = Text(shown(article.title), style="italic cyan")
        line.append(f" [{article.article}]", style="dim")
        line.append(f"\n  {shown(details)}" if details else "", style="dim")
        lines.append(line)
    return Text("\n").join(lines) if lines else Text("No sources yet: ask something first.", style="dim")


def articles_text(articles: Iterable[Article]) -> Text:
    """One line to an article: date, title, source, id."""
    lines = []
    for article in articles:
        line = Text(article.published.isoformat() if article.published else "undated   ", style="dim")
        line.append("  ")
        line.append(shown(article.title), style="cyan")
        line.append(f" · {shown(article.source)}" if article.source else "", style="dim")
        line.append(f"  [{article.id}]", style="dim")
        lines.append(line)
    return Text("\n").join(lines) if lines else Text("The collection is empty.", style="dim")


def article_text(article: Article) -> Text:
    """A whole article with what is known about it."""
    day = day_text(article.published) if article.published else ""
    facts = [fact for fact in (day, article.source or "", ", ".join(article.authors), article.url or "") if fact]
    head = Text(shown(article.title), style="bold cyan")
    if facts:
        head.append(f"\n{shown(' · '.join(facts))}", style="dim")
    return Text("\n\n").join([head, Text("\n".join(map(shown, article.text.split("\n"))))])


def day_text(day: date) -> str:
    """1 May 2024, whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _nearest_text(citation: Citation) -> Text:
    line = Text("  ")
    line.append(shown(citation.sentence))
    line.append("\n  ")
    line.append(where_text(citation))
    return line


def _marked(words: str, start: int, found: Found) -> Text:
    """Words that begin at `start` in the article, with the answer's, or what stands for them, in bold."""
    text = Text(shown(words))
    answer = Span(found.citation.answer_start, found.citation.answer_end)
    for span in (answer, *([found.alias] if found.alias else [])):
        text.stylize("bold", max(span.start - start, 0), max(span.end - start, 0))
    return text


def _alone(citation: Citation) -> bool:
    """Whether the sentence is a paragraph of its own, as most are in news."""
    return len(citation.surroundings) == citation.end - citation.start


def shown(text: str | None) -> str:
    """Words of an article as they may be put on a screen: no line ends, nothing that turns the direction of text."""
    return (text or "").translate(_DISPLAY)
