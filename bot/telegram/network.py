"""HTTP to the Bot API, Telegram's or another server's: what the library cannot read becomes something that it can,
and an answer says when it leaves.
"""

import asyncio
import itertools
import json
import logging
from collections.abc import Callable
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any

import httpx
from telegram import Message, Update
from telegram.error import NetworkError
from telegram.request import HTTPXRequest, RequestData

_log = logging.getLogger("clippings.telegram")
_SAYING = ("/sendMessage", "/editMessageText")
_UNCONNECTED = (httpx.ConnectError, httpx.ConnectTimeout)

# Called at the moment when an answer is written to the network.
leaving: ContextVar[Callable[[], None] | None] = ContextVar("leaving", default=None)


class BotApi(HTTPXRequest):
    """The library's requests. A body that it would choke on is mended: see `readable`."""

    def __init__(self, connections: int) -> None:
        super().__init__(connections, httpx_kwargs={"event_hooks": {"request": [departing]}})

    async def do_request(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        """See HTTPXRequest. A message that finds no connection waits for one: it was not sent, and would be lost."""
        waits = itertools.chain((1, 2, 4, 8, 16), itertools.repeat(30))  # seconds
        while True:
            try:
                code, payload = await super().do_request(url, *given, **named)
                break
            except NetworkError as error:
                if not url.endswith(_SAYING) or not isinstance(error.__cause__, _UNCONNECTED):
                    raise
                _log.warning("a message waits for the network: %s", error)
                await asyncio.sleep(next(waits))
        asked = next((one for one in (*given, *named.values()) if isinstance(one, RequestData)), None)
        chat = asked.parameters.get("chat_id", 0) if asked else 0
        return code, readable(url.rpartition("/")[2], payload, chat) if code == HTTPStatus.OK else payload


async def departing(request: httpx.Request) -> None:
    """Have `leaving` called when a message's headers are written and its body is about to be.

    Any sooner, and a bot that is killed while it connects, or between the two, has lost an answer: without its body
    the server does nothing. Any later, and it gives the answer twice.
    """
    gone = leaving.get()
    if gone is None or not request.url.path.endswith(_SAYING):
        return

    async def trace(event: str, _: dict[str, Any]) -> None:
        if event.endswith("send_request_body.started"):
            gone()

    request.extensions = {**request.extensions, "trace": trace}


def readable(method: str, payload: bytes, chat: object = 0) -> bytes:
    """The body of a method's result such that the library can read it.

    An update that it cannot read becomes an empty one: its error would end the polling loop for good. A message that
    was sent keeps its number at least. Servers other than Telegram's do not say of a bot that it is one.
    """
    try:
        answer = json.loads(payload)
        result = answer["result"]
    except (ValueError, KeyError, TypeError):
        return payload
    if method == "getMe" and isinstance(result, dict):
        result.setdefault("is_bot", True)
    elif method == "getUpdates" and isinstance(result, list):
        answer["result"] = [_update(update) for update in result]
    elif method in ("sendMessage", "editMessageText") and isinstance(result, dict):
        answer["result"] = _message(result, chat)
    else:
        return payload
    return json.dumps(answer).encode()


def _update(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update, None)
    except Exception as error:  # of whatever kind: it is a stranger's data
        _log.warning("an update could not be read: %s", error)
        return {"update_id": update["update_id"]}
    return update


def _message(message: dict[str, Any], chat: object) -> dict[str, Any]:
    try:
        Message.de_json(message, None)
    except Exception:  # as above
        return {"message_id": message.get("message_id", 0), "date": 0, "chat": {"id": chat, "type": "private"}}
    return message
