"""Running the bot: from settings to a process that polls or listens, and ends in good order.

An update is kept in the memory before Telegram is told that it arrived, and crossed out when it was dealt with: a
killed bot goes on with what it had not answered.
"""

import asyncio
import contextlib
import json
import logging
import signal
import time
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

import tornado.httpserver
import tornado.web
from telegram import BotCommand, BotCommandScopeChat, Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    BaseUpdateProcessor,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.collection import open_answerer
from bot.settings import Settings
from bot.telegram.admin import Admin
from bot.telegram.buttons import Buttons
from bot.telegram.handlers import Handlers
from bot.telegram.limits import WAITING
from bot.telegram.memory import Memory
from bot.telegram.network import BotApi
from bot.telegram.service import Service
from bot.telegram.texts import texts_for
from retrieval.errors import ClippingsError, SetupError

MEMORY = "telegram.db"
AT_ONCE = 16  # updates; with True the library's scan of its connections slows it down
_CONNECTIONS = 64
_CONFLICTS, _CONFLICT_SECONDS = 4, 60.0
_LAST_SECONDS = 10  # for what is being answered when the bot is told to end
_log = logging.getLogger("clippings.telegram")
_COMMANDS = {
    "ask": "Ask about the articles",
    "articles": "The collection",
    "latest": "The newest articles",
    "sources": "Where the last answer stands",
    "clear": "Forget this chat",
    "about": "What this bot is",
    "help": "How to ask",
}
_ADMIN_COMMANDS = {
    "add": "Put a page or a file into the collection",
    "remove": "Take an article out",
    "reembed": "Bring the index in line",
    "stats": "How much there is",
}


def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT. SetupError when it cannot start, or another poller took over."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise SetupError("There is no Telegram token. Get one from @BotFather and set CLIPPINGS_TELEGRAM_TOKEN.")
    _quiet_logs(token)
    if not settings.telegram_allowed_chats:
        _log.warning("Everyone may ask this bot: CLIPPINGS_TELEGRAM_ALLOWED_CHATS is empty.")
    memory = Memory(settings.index / MEMORY)
    try:
        asyncio.run(_run(settings, token, memory))
    except ClippingsError:
        raise
    except InvalidToken as error:
        raise SetupError("Telegram does not know this token. Check CLIPPINGS_TELEGRAM_TOKEN.") from error
    except NetworkError as error:
        reason = str(error).replace(token, "…")
        raise SetupError(f"Telegram cannot be reached ({reason}). Check the network.") from None
    finally:
        memory.close()


async def _run(settings: Settings, token: str, memory: Memory) -> None:
    answerer = open_answerer(settings)
    service = Service(answerer, memory, settings)
    handlers = Handlers(service)
    inbox = Inbox(memory, handlers.turn_away)
    application = _application(token, inbox, service, handlers)
    end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end.set)
    await asyncio.to_thread(answerer.warm_up)
    async with application:
        await _tell_commands(application, settings)
        await application.start()
        for update in map(json.loads, memory.unfinished()):
            await inbox.resume(Update.de_json(update, application.bot))
        cleaning = asyncio.ensure_future(_clean(memory, settings.telegram_retention_days))
        conflicts = Conflicts(end)
        try:
            listening = await _listen(application, settings, inbox, conflicts)
            print(f"@{application.bot.username} answers. Ctrl-C ends it.", flush=True)  # noqa: T201
            await end.wait()
            await listening.stop()
        finally:
            cleaning.cancel()
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(application.stop(), _LAST_SECONDS)
    if conflicts.lasting:
        raise SetupError("Another program polls Telegram with this token. End it, or use another token.")


class Conflicts:
    """What is done about errors of polling: network loss is waited out, another poller that stays ends the bot.

    One conflict alone is what a bot meets that was killed and started again: Telegram has not noticed yet.
    """

    def __init__(self, end: asyncio.Event) -> None:
        self._end = end
        self._times: list[float] = []
        self.lasting = False

    def __call__(self, error: TelegramError) -> None:
        """Called by the library, which tries again by itself."""
        _log.warning("%s: %s", type(error).__name__, error)
        if not isinstance(error, Conflict):
            return
        now = time.monotonic()
        self._times = [*(at for at in self._times if now - at < _CONFLICT_SECONDS), now]
        if len(self._times) >= _CONFLICTS:
            self.lasting = True
            self._end.set()


class Inbox(asyncio.Queue[object]):
    """The queue of updates; what enters it is on disk first, and what is known already does not.

    What finds WAITING before it does not enter: `turn_away` tells whoever sent it, at once and not after the others.
    """

    def __init__(self, memory: Memory, turn_away: Callable[[Update], Coroutine[Any, Any, None]]) -> None:
        super().__init__()
        self._memory = memory
        self._turn_away = turn_away
        self._waiting = 0  # the library takes out what it has not begun: the queue's own size says nothing
        self._tasks: set[asyncio.Task[None]] = set()

    async def put(self, item: object) -> None:
        """See asyncio.Queue."""
        if isinstance(item, Update):
            if not self._memory.receive(item.update_id, item.to_json()):
                return
            if self._waiting >= WAITING:
                task = asyncio.create_task(self._away(item))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
                return
        self._waiting += 1
        await super().put(item)

    async def resume(self, update: Update | None) -> None:
        """Put in one that an earlier process had received."""
        self._waiting += 1
        await super().put(update)

    def task_done(self) -> None:
        """See asyncio.Queue."""
        self._waiting -= 1
        super().task_done()

    async def _away(self, update: Update) -> None:
        self._memory.finish(update.update_id)
        try:
            await self._turn_away(update)
        except TelegramError as error:
            _log.warning("could not be turned away: %s", error)


class InOrder(BaseUpdateProcessor):
    """Many chats at once, one update of a chat at a time; crossed out when dealt with."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(AT_ONCE)
        self._memory = memory
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """See BaseUpdateProcessor."""
        chat = update.effective_chat if isinstance(update, Update) else None
        lock = self._locks.setdefault(chat.id, asyncio.Lock()) if chat else asyncio.Lock()
        async with lock:
            await coroutine
        if isinstance(update, Update):
            self._memory.finish(update.update_id)

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""


def _application(
    token: str, inbox: Inbox, service: Service, handlers: Handlers
) -> "Application[Any, Any, Any, Any, Any, Any]":
    address = service.settings.telegram_api_url.rstrip("/")
    admin = Admin(service)
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .rate_limiter(AIORateLimiter(max_retries=3))
        .concurrent_updates(InOrder(service.memory))
        .update_queue(inbox)
        .request(BotApi(_CONNECTIONS))
        .get_updates_request(BotApi(1))
        .build()
    )
    for name in (*_COMMANDS, "start"):
        application.add_handler(CommandHandler(name, getattr(handlers, name)))
    for name in _ADMIN_COMMANDS:
        application.add_handler(CommandHandler(name, getattr(admin, name)))
    application.add_handler(MessageHandler(filters.Document.ALL & filters.CaptionRegex(r"^/add\b"), admin.add))
    application.add_handler(
        MessageHandler(filters.TEXT & ~filters.COMMAND & ~filters.UpdateType.CHANNEL_POST, handlers.message)
    )
    hinted = filters.VOICE | filters.AUDIO | filters.PHOTO | filters.VIDEO | filters.VIDEO_NOTE
    hinted |= filters.Sticker.ALL | filters.ANIMATION | filters.Document.ALL
    application.add_handler(MessageHandler(hinted & ~filters.UpdateType.CHANNEL_POST, handlers.hint))
    application.add_handler(CallbackQueryHandler(Buttons(service).pressed))
    application.add_handler(InlineQueryHandler(handlers.inline))
    application.add_error_handler(_failed)
    return application


async def _failed(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """An update that could not be dealt with: logged, and told to the person where that is possible."""
    _log.error("%s", "".join(traceback.format_exception(context.error)) if context.error else "unknown")
    if isinstance(update, Update) and update.effective_message and not isinstance(context.error, NetworkError):
        user = update.effective_user
        text = texts_for(user.language_code if user else None).failed
        with contextlib.suppress(TelegramError):
            await update.effective_message.reply_text(text)


async def _tell_commands(application: "Application[Any, Any, Any, Any, Any, Any]", settings: Settings) -> None:
    """For the menu; without it the bot works as well."""
    everyone = [BotCommand(name, text) for name, text in _COMMANDS.items()]
    admins = [*everyone, *(BotCommand(name, text) for name, text in _ADMIN_COMMANDS.items())]
    try:
        await application.bot.set_my_commands(everyone)
        for admin in settings.telegram_admins:
            await application.bot.set_my_commands(admins, scope=BotCommandScopeChat(admin))
    except TelegramError as error:
        _log.warning("the commands could not be registered: %s", error)


class _Polling:
    """Updates are fetched."""

    def __init__(self, application: "Application[Any, Any, Any, Any, Any, Any]") -> None:
        assert application.updater  # noqa: S101 # the builder makes one
        self._updater = application.updater

    async def start(self, complain: Any) -> "_Polling":
        await self._updater.start_polling(
            allowed_updates=Update.ALL_TYPES, error_callback=complain, bootstrap_retries=3
        )
        return self

    async def stop(self) -> None:
        await self._updater.stop()


class _Webhook:
    """Updates are sent here; beside them /healthz says that the bot is alive."""

    def __init__(self, server: tornado.httpserver.HTTPServer) -> None:
        self._server = server

    async def stop(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()


async def _listen(
    application: "Application[Any, Any, Any, Any, Any, Any]", settings: Settings, inbox: Inbox, complain: Any
) -> "_Polling | _Webhook":
    if not settings.telegram_webhook_url:
        return await _Polling(application).start(complain)
    secret = settings.telegram_webhook_secret.get_secret_value()
    if not secret:
        raise SetupError(
            "A webhook needs a secret: set CLIPPINGS_TELEGRAM_WEBHOOK_SECRET (letters, digits, _ and -)."
        )
    host, _, port = settings.telegram_listen.rpartition(":")
    path = "/" + settings.telegram_webhook_url.split("://", 1)[-1].partition("/")[2]
    given = {"bot": application.bot, "inbox": inbox, "secret": secret}
    server = tornado.httpserver.HTTPServer(
        tornado.web.Application([("/healthz", _Health), (path, _Hook, given)]), max_body_size=1 << 20
    )
    try:
        server.listen(int(port), host or "127.0.0.1")
    except (OSError, ValueError) as error:
        raise SetupError(
            f"Cannot listen on {settings.telegram_listen} ({error}). Check CLIPPINGS_TELEGRAM_LISTEN."
        ) from error
    await application.bot.set_webhook(
        settings.telegram_webhook_url, secret_token=secret, allowed_updates=Update.ALL_TYPES
    )
    return _Webhook(server)


class _Health(tornado.web.RequestHandler):
    """GET /healthz."""

    def get(self) -> None:
        self.write("ok\n")


class _Hook(tornado.web.RequestHandler):
    """POST of an update by Telegram, known by its secret."""

    def initialize(self, bot: Any, inbox: Inbox, secret: str) -> None:
        self._bot, self._inbox, self._secret = bot, inbox, secret

    async def post(self) -> None:
        if self.request.headers.get("X-Telegram-Bot-Api-Secret-Token") != self._secret:
            raise tornado.web.HTTPError(403)
        try:
            update = Update.de_json(json.loads(self.request.body), self._bot)
        except Exception as error:  # whatever a stranger sends
            raise tornado.web.HTTPError(400) from error
        await self._inbox.put(update)


async def _clean(memory: Memory, days: int) -> None:
    while True:
        memory.forget_older_than(days)
        await asyncio.sleep(3600)


def _quiet_logs(token: str) -> None:
    """Warnings to standard error; whatever is logged, the token is not in it."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutToken(token))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


class WithoutToken(logging.Formatter):
    """Takes the token out of finished lines, tracebacks included."""

    def __init__(self, token: str) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._secrets = {token, token.partition(":")[2] or token}

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        line = super().format(record)
        for secret in sorted(self._secrets, key=len, reverse=True):
            line = line.replace(secret, "…")
        return line
