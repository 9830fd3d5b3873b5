"""A Bot API server on loopback, as strict as Telegram's: what it would refuse, this refuses."""

import asyncio
import itertools
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "42:TEST-token_with-all_kinds"  # noqa: S105
BOT = {"id": 42, "is_bot": True, "first_name": "Clippings", "username": "clippings_bot", "can_join_groups": True}
KINDS = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "text_link",
    "blockquote",
    "expandable_blockquote",
}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class RefusedError(Exception):
    def __init__(self, status: int, description: str, **parameters: int) -> None:
        self.status, self.description, self.parameters = status, description, parameters


@dataclass
class Call:
    method: str
    given: dict[str, Any]
    result: Any = None


@dataclass
class Server:
    """Start with `async with`; send updates with `update`; look at `calls` and `messages`."""

    latency: float = 0.0
    calls: list[Call] = field(default_factory=list)
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)  # as they stand now
    refusals: list[tuple[str, int, str]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)  # methods that this server answers 500 to
    fail_next: dict[str, list[RefusedError]] = field(default_factory=lambda: defaultdict(list))
    delay_next: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))  # seconds
    acknowledged: int = 0
    webhook: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        self._updates: list[dict[str, Any]] = []
        self._numbers = itertools.count(1)
        self._message_ids = itertools.count(1000)
        self._arrived = asyncio.Event()
        self._pollers = 0
        self.url = ""

    async def __aenter__(self) -> "Server":
        await self._up(0)
        self.port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    async def _up(self, port: int) -> None:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path}", self._file)
        app.router.add_get("/{path}", self._page)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port, reuse_address=True).start()

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def vanish(self, seconds: float) -> None:
        """As when the network is lost, and comes back."""
        await self._runner.cleanup()
        self._pollers = 0
        await asyncio.sleep(seconds)
        await self._up(self.port)

    # -- what a test does ---------------------------------------------------------------------------------------

    def update(self, **fields: Any) -> int:
        """An update from Telegram; its number."""
        number = next(self._numbers)
        self._updates.append({"update_id": number, **fields})
        self._arrived.set()
        return number

    def say(self, text: str, chat: int = 7, **fields: Any) -> int:
        """A message in a private chat; its id."""
        message = self.message(text=text, chat=chat, **fields)
        self.update(message=message)
        return int(message["message_id"])

    def message(self, chat: int = 7, **fields: Any) -> dict[str, Any]:
        text = fields.get("text", "")
        if text.startswith("/"):
            fields["entities"] = [{"type": "bot_command", "offset": 0, "length": units(text.split()[0])}]
        kind = {"type": "private", "first_name": "Ann"} if chat > 0 else {"type": "supergroup", "title": "News"}
        user = {"id": abs(chat), "is_bot": False, "first_name": "Ann", "language_code": "en"}
        return {
            "message_id": next(self._message_ids),
            "date": 1_700_000_000,
            "chat": {"id": chat, **kind},
            "from": user,
            **fields,
        }

    def press(self, message: dict[str, Any], data: str, chat: int = 7) -> str:
        """A button below a message of the bot."""
        name = f"q{next(self._numbers)}"
        user = {"id": abs(chat), "is_bot": False, "first_name": "Ann", "language_code": "en"}
        self.update(callback_query={"id": name, "from": user, "message": message, "chat_instance": "1", "data": data})
        return name

    def of(self, *methods: str) -> list[Call]:
        return [call for call in self.calls if call.method in methods]

    def sent(self, chat: int = 7) -> list[dict[str, Any]]:
        """The bot's messages in a chat, as they stand now."""
        return [message for (where, _), message in sorted(self.messages.items()) if where == chat]

    async def until(self, count: int, chat: int = 7, seconds: float = 30) -> list[dict[str, Any]]:
        """Wait for so many messages."""
        for _ in range(int(seconds * 50)):
            if len(self.sent(chat)) >= count:
                return self.sent(chat)
            await asyncio.sleep(0.02)
        raise AssertionError(f"{len(self.sent(chat))} of {count} messages: {self.sent(chat)}; {self.refusals}")

    async def until_called(self, method: str, count: int = 1, seconds: float = 30) -> list[Call]:
        for _ in range(int(seconds * 50)):
            if len(self.of(method)) >= count:
                return self.of(method)
            await asyncio.sleep(0.02)
        raise AssertionError(f"{method} was called {len(self.of(method))} times, not {count}; {self.refusals}")

    # -- what Telegram does -------------------------------------------------------------------------------------

    async def _handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        try:
            if request.match_info["token"] != TOKEN:
                raise RefusedError(401, "Unauthorized")
            if self.fail_next[method]:
                raise self.fail_next[method].pop(0)
            if method in self.unknown:
                raise RefusedError(500, "Internal Server Error")
            given = await _given(request)
            if method in ("getUpdates", "getMe"):
                result = await self._call(method, given)
            else:  # what has arrived is done, also when whoever asked for it has died since
                delays = self.delay_next[method]
                latency = delays.pop(0) if delays else self.latency
                result = await asyncio.shield(asyncio.ensure_future(self._call(method, given, latency)))
            return web.json_response({"ok": True, "result": result})
        except RefusedError as error:
            self.refusals.append((method, error.status, error.description))
            body: dict[str, Any] = {"ok": False, "error_code": error.status, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            return web.json_response(body, status=error.status)

    async def _call(self, method: str, given: dict[str, Any], latency: float = 0) -> Any:
        await asyncio.sleep(latency)
        call = Call(method, given)
        call.result = await getattr(self, f"_{method}", self._other)(given)
        self.calls.append(call)
        return call.result

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["path"]])

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["path"]], content_type="text/html")

    async def _other(self, given: dict[str, Any]) -> bool:
        return True

    async def _getMe(self, given: dict[str, Any]) -> dict[str, Any]:
        return BOT

    async def _setWebhook(self, given: dict[str, Any]) -> bool:
        self.webhook = given
        return True

    async def _getFile(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"file_id": given["file_id"], "file_unique_id": "u", "file_path": given["file_id"]}

    async def _getUpdates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        if self._pollers:
            raise RefusedError(
                409, "Conflict: terminated by other getUpdates request; make sure that only one bot runs"
            )
        offset = int(given.get("offset", 0))
        if offset:
            self.acknowledged = max(self.acknowledged, offset - 1)
        self._pollers += 1
        try:
            waiting = [u for u in self._updates if u["update_id"] > self.acknowledged]
            if not waiting:
                self._arrived.clear()
                try:
                    await asyncio.wait_for(self._arrived.wait(), min(float(given.get("timeout", 0)), 2.0))
                except TimeoutError:
                    return []
                waiting = [u for u in self._updates if u["update_id"] > self.acknowledged]
            return waiting[: int(given.get("limit", 100))]
        finally:
            self._pollers -= 1

    async def _sendMessage(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = int(given["chat_id"])
        if chat in self.blocked:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        text, entities = checked(given)
        message: dict[str, Any] = {
            "message_id": next(self._message_ids),
            "date": 1_700_000_000,
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"},
            "from": BOT,
            "text": text,
            "entities": entities,
            "reply_markup": given.get("reply_markup"),
            "reply_to": (given.get("reply_parameters") or {}).get("message_id"),
            "thread": given.get("message_thread_id"),
        }
        self.messages[chat, message["message_id"]] = message
        return message

    async def _editMessageText(self, given: dict[str, Any]) -> dict[str, Any]:
        place = int(given["chat_id"]), int(given["message_id"])
        if place not in self.messages:
            raise RefusedError(400, "Bad Request: message to edit not found")
        text, entities = checked(given)
        before = self.messages[place]
        changed = {**before, "text": text, "entities": entities, "reply_markup": given.get("reply_markup")}
        if changed == before:
            raise RefusedError(400, "Bad Request: message is not modified: specified new message content is the same")
        self.messages[place] = changed
        return changed

    async def _sendMessageDraft(self, given: dict[str, Any]) -> bool:
        if int(given["draft_id"]) == 0 or int(given["chat_id"]) < 0:
            raise RefusedError(400, "Bad Request: drafts are for private chats and have a number")
        return True

    async def _answerInlineQuery(self, given: dict[str, Any]) -> bool:
        results = given["results"]
        if len(results) > 50 or len({result["id"] for result in results}) < len(results):
            raise RefusedError(400, "Bad Request: RESULT_ID_DUPLICATE")
        for result in results:
            content = result["input_message_content"]
            checked({"text": content["message_text"], "entities": content.get("entities", [])})
        return True


async def _given(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    given: dict[str, Any] = dict(await request.post()) or dict(request.query)
    for name, value in given.items():
        if isinstance(value, str) and value[:1] in "[{":
            given[name] = json.loads(value)
    return given


def checked(given: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """A text with its entities and buttons, as Telegram takes it."""
    text = given.get("text", "")
    if not text.strip():
        raise RefusedError(400, "Bad Request: message text is empty")
    if units(text) > 4096:
        raise RefusedError(400, "Bad Request: message is too long")
    entities = given.get("entities") or []
    if len(entities) > 100:
        raise RefusedError(400, "Bad Request: too many entities")
    for entity in entities:
        _check_entity(entity, text)
    for row in (given.get("reply_markup") or {}).get("inline_keyboard", []):
        for button in row:
            if not 1 <= len(button["callback_data"].encode()) <= 64:
                raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")
    return text, entities


def _check_entity(entity: dict[str, Any], text: str) -> None:
    encoded = text.encode("utf-16-le")
    start, end = entity["offset"], entity["offset"] + entity["length"]
    if entity["type"] not in KINDS or not 0 <= start < end <= units(text):
        raise RefusedError(400, f"Bad Request: bad entity {entity}")
    for edge in (start, end):  # not between the halves of a character
        half = encoded[2 * edge : 2 * edge + 2]
        if half and 0xDC00 <= int.from_bytes(half, "little") <= 0xDFFF:
            raise RefusedError(400, "Bad Request: entity cuts a character")
    if entity["type"] == "text_link" and not entity.get("url", "").startswith("http"):
        raise RefusedError(400, "Bad Request: bad link")


def marked(message: dict[str, Any], kind: str) -> list[str]:
    """The stretches of a message that have a mark."""
    encoded = message["text"].encode("utf-16-le")
    return [
        encoded[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
        for e in message["entities"]
        if e["type"] == kind
    ]
