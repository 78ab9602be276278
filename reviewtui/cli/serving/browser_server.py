"""Serves the app to a browser on this machine until it is told to stop."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import textual_serve
from aiohttp import WSMessage, WSMsgType, web

from reviewtui.cli.output import print_error
from reviewtui.cli.serving.address_guard import AddressGuard
from reviewtui.cli.serving.app_process import AppProcess
from reviewtui.cli.serving.browser_page import SCRIPT, STYLE, headers, page
from reviewtui.domain.refusal import MachineFailed

_STATIC = Path(textual_serve.__file__).parent / "static"
_HOST = "127.0.0.1"
_WIDEST = 1_000
_LONGEST_MESSAGE = 8 * 1024 * 1024
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_NAME = "reviewtui.serve"


class OneLineHandler(logging.Handler):
    """Tells each kind of fault once: any program on this machine may send as many requests as it likes."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        super().__init__(logging.ERROR)
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell what kind of fault it was."""
        kind = record.exc_info[0] if record.exc_info else None
        name = kind.__name__ if kind is not None else "unknown"
        if name not in self._told:
            self._told.add(name)
            print_error(f"A request was not answered ({name}); it is told once. The app goes on.")


@dataclass
class BrowserServer:
    """The app on the repository around `folder`, for whoever opens the address, which `tell` is told."""

    folder: Path
    tell: Callable[[str], None]
    _guard: AddressGuard = field(default_factory=lambda: AddressGuard(0))
    _page: web.WebSocketResponse | None = None
    """The page that is open now."""

    async def run(self, port: int) -> bool:
        """Serve until a signal; return whether a person stopped it by Ctrl-C.

        Raises:
            MachineFailed: the port is taken.
        """
        stopped: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(sign, _stop, stopped, sign)
        app = web.Application(middlewares=[self._guarded], client_max_size=1024)
        runner = web.AppRunner(app, access_log=None, logger=_quiet_log(), shutdown_timeout=1)
        app.add_routes([
            web.get("/{secret}/", self._index),
            web.get("/{secret}/page.css", self._style),
            web.get("/{secret}/page.js", self._script),
            web.get("/{secret}/ws", self._socket),
            web.get("/{secret}/static/{kind:css|js|fonts}/{name:[A-Za-z0-9_.-]+}", self._static),
        ])  # fmt: skip
        app.on_shutdown.append(self._close)
        await runner.setup()
        try:
            self._guard = AddressGuard(await self._listen(runner, port))
            self.tell(self._guard.address)
            return await stopped
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner, port: int) -> int:
        site = web.TCPSite(runner, _HOST, port)
        try:
            await site.start()
        except OSError as error:
            raise MachineFailed(
                f"Port {port} cannot be used ({error.strerror}); choose another one: --port P"
            ) from error
        return int(runner.addresses[0][1])

    @web.middleware
    async def _guarded(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Answer only those who name this machine and know the secret, and a page of ours."""
        guard = self._guard
        origin = request.headers.get("Origin")
        site = request.headers.get("Sec-Fetch-Site", "none")
        is_known = guard.is_host(request.host) and guard.is_secret(request.path.split("/")[1])
        if not is_known or (origin is not None and not guard.is_origin(origin)) or site == "cross-site":
            return web.Response(status=403, text="Forbidden.\n")
        response = await handler(request)
        if not isinstance(response, web.WebSocketResponse):
            response.headers.update(headers(request.host))
        return response

    async def _index(self, request: web.Request) -> web.Response:
        return web.Response(text=page(request.host, self._guard.secret), content_type="text/html")

    async def _style(self, _request: web.Request) -> web.Response:
        return web.Response(text=STYLE, content_type="text/css")

    async def _script(self, _request: web.Request) -> web.Response:
        return web.Response(text=SCRIPT, content_type="text/javascript")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        file = _STATIC / request.match_info["kind"] / request.match_info["name"]
        if file.parent.parent != _STATIC or not file.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(file)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        """Run the app for as long as its page is open; a page that is opened anew takes it over."""
        if not self._guard.is_origin(request.headers.get("Origin", "")):
            return web.Response(status=403, text="Forbidden.\n")
        await self._close()
        self._page = socket = web.WebSocketResponse(heartbeat=15, max_msg_size=_LONGEST_MESSAGE)
        await socket.prepare(request)
        app = AppProcess(self.folder, write_bytes=socket.send_bytes, write_str=socket.send_str, close=socket.close)
        try:
            await app.start(_size(request.query.get("width"), 80), _size(request.query.get("height"), 24))
            async for message in socket:
                await _pass_on(message, socket, app)
        finally:
            await app.stop()
        return socket

    async def _close(self, _app: web.Application | None = None) -> None:
        socket, self._page = self._page, None
        if socket is not None and not socket.closed:
            with contextlib.suppress(ConnectionError):
                await socket.close()


def _stop(stopped: "asyncio.Future[bool]", sign: signal.Signals) -> None:
    if not stopped.done():
        stopped.set_result(sign == signal.SIGINT)


def _size(value: object, usual: int) -> int:
    """Return how many columns or rows a page says it has, within reason."""
    try:
        return max(1, min(int(str(value)), _WIDEST))
    except ValueError:
        return usual


async def _pass_on(message: WSMessage, socket: web.WebSocketResponse, app: AppProcess) -> None:
    """Pass on what a page says; whatever is no message of it is passed over."""
    try:
        words = message.json() if message.type == WSMsgType.TEXT else None
    except ValueError:
        return
    if not isinstance(words, list) or not words:
        return
    kind, data = words[0], words[1] if len(words) > 1 else None
    if kind == "stdin" and isinstance(data, str):
        await app.send_bytes(data.encode("utf-8", "replace"))
    elif kind == "resize" and isinstance(data, dict):
        await app.set_terminal_size(_size(data.get("width"), 80), _size(data.get("height"), 24))
    elif kind == "ping":
        await socket.send_json(["pong", data])
    elif kind in {"blur", "focus"}:
        await (app.blur() if kind == "blur" else app.focus())


def _quiet_log() -> logging.Logger:
    """Return the log that the server writes to."""
    logger = logging.getLogger(_NAME)
    logger.propagate = False
    logger.handlers = [OneLineHandler()]
    return logger
