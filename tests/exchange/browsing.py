"""Chromium without a window, for tests of pages: what it logs, and what axe finds."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
IN_A_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on the PATH"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start it, and end it."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield opened
        opened.close()


def open_page(browser: Browser, page: Path, **options: Any) -> tuple[Page, list[str]]:
    """Return a page, and the list to which goes what it logs, raises, or asks the network for."""
    context = browser.new_context(accept_downloads=True, **options)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None)
    opened.goto(page.as_uri())
    return opened, faults


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with a page as it stands."""
    script = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
    page.evaluate(script)
    return [f"{row['id']}: {row['nodes'][0]['html']}" for row in page.evaluate("axe.run()")["violations"]]
