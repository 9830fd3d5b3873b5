"""Many questions: JSON lines in, JSON lines out. A bad line gives an error line; the rest go on."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation import Conversation
from bot.rendering import as_json
from corpus.article import Article, canonical
from retrieval.answer import Answerer
from retrieval.errors import InputError


@dataclass(frozen=True, slots=True)
class Line:
    """One question of a batch."""

    id: str | int
    question: str
    context: str | None = None  # a text to read instead of the index
    after: Sequence[str] = ()  # the chat's earlier messages, oldest first


class Batch:
    """Answers lines; opens the index, or reads a context, only when a line needs it."""

    def __init__(self, open_index: Callable[[], Answerer], open_text: Callable[[Article], Answerer]) -> None:
        self._open_index = open_index
        self._open_text = open_text
        self._index: Answerer | None = None
        self._text: tuple[str, Answerer] | None = None  # the last context: lines about one text come together

    def run(self, lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
        """One dict a line, in order: {"id", ...answer} or {"id", "error"}. Blank lines are left out."""
        for number, raw in enumerate(lines, 1):
            if not raw.strip():
                continue
            name: str | int | None = None
            try:
                fields = _fields(raw)
                name = fields["id"] if isinstance(fields.get("id"), str | int) else None
                line = _line(fields)
                # "Where is she from?" of one text is meant of that text.
                conversation = Conversation(self._answerer(line), line.after, asks_back=line.context is None)
                answer = conversation.ask(line.question)
            except InputError as error:
                yield {"id": name, "error": f"line {number}: {error}"}
            else:
                yield {"id": line.id, **as_json(answer)}

    def _answerer(self, line: Line) -> Answerer:
        if line.context is None:
            self._index = self._index or self._open_index()
            return self._index
        if self._text is None or self._text[0] != line.context:
            text = canonical(line.context)
            if not text:
                raise InputError("The context is empty. Give a text, or leave it out to ask the index.")
            self._text = line.context, self._open_text(Article(id="context", title="", text=text))
        return self._text[1]


def _fields(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputError("This is not JSON in UTF-8. Put one JSON object on each line.") from error
    if not isinstance(fields, dict):
        raise InputError('This is no JSON object. Write {"id": ..., "question": ...}.')
    return fields


def _line(fields: dict[str, Any]) -> Line:
    name, question = fields.get("id"), fields.get("question")
    context, after = fields.get("context"), fields.get("after") or []
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise InputError('"id" must be a text or a whole number.')
    if not isinstance(question, str):
        raise InputError('"question" must be a text.')
    if not isinstance(context, str | None):
        raise InputError('"context" must be a text.')
    if not isinstance(after, list) or not all(isinstance(message, str) for message in after):
        raise InputError('"after" must be a list of texts, oldest first.')
    return Line(name, question, context, tuple(after))
