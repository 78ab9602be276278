"""The app as a process of its own behind one page, which goes with that page."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_PATIENCE = 5.0
"""Seconds in which the app may keep what was typed and end by itself."""
_MODULE = "reviewtui.tui.start.in_browser"


class AppProcess(AppService):
    """Runs the app for one page."""

    def __init__(
        self,
        folder: Path,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        async def end() -> None:
            await close()

        super().__init__(
            "", write_bytes=write_bytes, write_str=write_str, close=end, download_manager=DownloadManager()
        )
        self._folder = folder

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app in a session of its own, by arguments and not by a shell."""
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", _MODULE, str(self._folder),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width=width, height=height), start_new_session=True,
        )  # fmt: skip
        self._stdin = process.stdin
        return process

    async def stop(self) -> None:
        """End the app: politely, then by a signal at which it keeps what was typed, then for good."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ConnectionError, OSError):
            await self.send_meta({"type": "quit"})
        for sign in (None, signal.SIGHUP, signal.SIGKILL):
            if sign is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, sign)
            try:
                await asyncio.wait_for(process.wait(), _PATIENCE)
                break
            except TimeoutError:
                continue
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def on_meta(self, data: bytes) -> None:
        """Do what the app asks of its page: to close, or to open a page of the web; nothing else."""
        wish = json.loads(data)
        if wish.get("type") == "exit":
            await self.remote_close()
        elif wish.get("type") == "open_url" and str(wish.get("url", "")).startswith(("https://", "http://")):
            await self.remote_write_str(json.dumps(["open_url", {"url": wish["url"], "new_tab": True}]))
