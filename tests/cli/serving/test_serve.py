"""The app in a browser: nobody without the secret, from another page or under another name gets in; nothing is left."""

import asyncio
import builtins
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from reviewtui.cli.serving.address_guard import AddressGuard
from reviewtui.cli.serving.browser_page import STYLE, headers, page
from reviewtui.cli.serving.browser_server import BrowserServer
from tests.acting import refused
from tests.conftest import Clone, Run

CHROMIUM = shutil.which("chromium")


def _asked(folder: Path, ask: Callable[[aiohttp.ClientSession, str], Awaitable[Any]]) -> Any:
    """Serve, ask, stop; return what was answered."""

    async def run() -> Any:
        told: asyncio.Queue[str] = asyncio.Queue()
        served = asyncio.create_task(BrowserServer(folder, told.put_nowait).run(0))
        address = await told.get()
        try:
            async with aiohttp.ClientSession() as session:
                return await ask(session, address)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            assert await served is False

    return asyncio.run(run())


def test_only_the_secret_address_answers(tmp_path: Path) -> None:
    """A wrong secret, a name that leads here from outside, a foreign page: forbidden, all alike."""

    async def ask(session: aiohttp.ClientSession, address: str) -> list[int]:
        root = address.rsplit("/", 2)[0]
        cases: list[tuple[str, dict[str, str]]] = [
            (address, {}),
            (f"{address}static/js/textual.js", {}),
            (f"{address}page.css", {"Origin": root}),
            (f"{address}static/css/..", {}),
            (f"{root}/", {}),
            (f"{root}/{'a' * 43}/", {}),
            (f"{root}/static/js/textual.js", {}),
            (address, {"Host": "evil.example"}),
            (address, {"Host": f"evil.example:{root.rpartition(':')[2]}"}),
            (address, {"Origin": "https://evil.example"}),
            (address, {"Origin": "null"}),
            (address, {"Sec-Fetch-Site": "cross-site"}),
        ]
        answers = []
        for url, sent in cases:
            async with session.get(url, headers=sent) as answer:
                answers.append(answer.status)
        return answers

    assert _asked(tmp_path, ask) == [200, 200, 200, 404, *[403] * 8]


def test_no_foreign_page_can_type(tmp_path: Path) -> None:
    """What lives on is asked for by a page of ours alone; one that does not say whose it is gets nothing either."""

    async def ask(session: aiohttp.ClientSession, address: str) -> list[int]:
        statuses = []
        for sent in ({}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
            with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
                await session.ws_connect(f"{address}ws", headers=sent)
            statuses.append(caught.value.status)
        return statuses

    assert _asked(tmp_path, ask) == [403, 403, 403]


def test_the_page_asks_no_other_machine() -> None:
    """Its policy allows this server alone, and no address of another one stands in it."""
    text = page("127.0.0.1:1", "secret") + STYLE
    assert set(re.findall(r"[a-z]+://[^/\"]+", text)) == {"ws://127.0.0.1:1"}
    assert headers("127.0.0.1:1")["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")


def test_each_run_has_its_own_long_secret() -> None:
    """It cannot be guessed, and does not show where the guard is printed."""
    guard = AddressGuard(1)
    assert len(guard.secret) >= 43
    assert guard.secret != AddressGuard(1).secret
    assert guard.secret not in repr(guard)


def test_without_the_extra_a_sentence_says_what_to_install(
    review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is no part of the plain installation."""
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if "serving" in name:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert "pip install 'reviewtui[serve]'" in refused(run, review, "serve")


def test_a_port_that_is_taken_is_named(review: Clone, run: Run) -> None:
    """The line says to choose another one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        line = refused(run, review, "serve", "--port", str(taken.getsockname()[1]), code=4)
    assert "--port P" in line


@pytest.fixture
def served(review: Clone) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real command on a review, and its address."""
    command = [sys.executable, "-m", "reviewtui", "-C", str(review.path), "serve"]
    environment = os.environ | {"GIT_AUTHOR_NAME": "P", "GIT_AUTHOR_EMAIL": "officer@council.example"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[3])
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert started.stdout is not None
    yield started, started.stdout.readline().split()[1]
    started.kill()
    started.communicate()


def _children(folder: Path) -> list[int]:
    """The processes of the app on a folder, by their arguments."""
    pids = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
            except OSError:
                continue
            if "reviewtui.tui.start.in_browser" in words and str(folder.resolve()) in words:
                pids.append(int(entry.name))
    return pids


def _until(condition: Callable[[], bool]) -> bool:
    """Wait for something that happens soon."""
    for _ in range(300):
        if condition():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None or not Path("/proc").is_dir(), reason="there is no chromium on the PATH")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("end", ["page", "ctrl-c", "kill"])
def test_the_app_runs_in_a_browser_and_goes_with_it(
    served: tuple[subprocess.Popen[str], str], review: Clone, end: str
) -> None:
    """It shows, takes keys, asks nobody else; whichever ends first, page or server, no process of the app stays."""
    from playwright.sync_api import sync_playwright

    started, address = served
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        shown = browser.new_page()
        shown.on("request", lambda request: asked.append(request.url))
        shown.goto(address)
        shown.wait_for_selector("body.-first-byte", timeout=30_000)
        # For a moment a child of the app, just forked, still bears the app's own arguments.
        assert _until(lambda: len(_children(review.path)) == 1)
        assert {url for url in asked if not url.startswith((address, "data:"))} == set()
        if end == "kill":
            started.kill()
        elif end == "ctrl-c":
            started.send_signal(signal.SIGINT)
            assert started.wait(30) == 130
        browser.close()
    assert _until(lambda: not _children(review.path))


def test_a_request_that_is_none_prints_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty Host, none, two, one with NUL, and bytes that are no request: refused, and never how we are made."""
    lines = [b"Host:", b"Host: ", b"X: y", b"Host: a\x00", b"Host: a\r\nHost: b", b"Host: [::1", b"Host: a:99999999"]
    requests = [b"GET / HTTP/1.1\r\n" + line + b"\r\nConnection: close\r\n\r\n" for line in lines]

    async def ask(_session: aiohttp.ClientSession, address: str) -> list[int]:
        port = int(address.rsplit("/", 2)[0].rpartition(":")[2])
        codes = []
        for request in (*requests, b"\x16\x03\x01\r\n\r\n", b"GET\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request)
            codes.append(int((await reader.read(4096)).split(b" ")[1]))
            writer.close()
        return codes

    assert set(_asked(tmp_path, ask)) == {400, 403}
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert err.count("A request was not answered") <= 3
