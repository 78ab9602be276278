"""The documents of a release, letters, the report and comparisons in a browser: nothing that axe finds, any width."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.acting import ask, remark
from tests.conftest import SOUTHMERE, Clone, Run
from tests.exchange.browsing import IN_A_BROWSER, chromium, open_page, violations

pytestmark = IN_A_BROWSER
LONG = "x" * 120


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def pages(review: Clone, run: Run, tmp_path: Path) -> list[Path]:
    """All pages that a release writes, and those that are exported beside it."""
    ask(run, review, "release", "0.9", "--override", "To begin with.")
    wish = remark(
        run, review, "suggest", "principles", "--quote", "two working days", "--replace", "three working days"
    )
    gone = remark(run, review, "suggest", "records", "--quote", "two years", "--replace", "", who=SOUTHMERE)
    remark(run, review, "comment", "records", "-m", f"See https://records.example/{LONG}", who=SOUTHMERE)
    ask(run, review, "accept", wish, "-m", "Yes.")
    ask(run, review, "decline", gone, "-m", "The law asks for it.")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    ask(run, review, "export", "letters", str(tmp_path / "letters"))
    ask(run, review, "report", str(tmp_path / "report.html"))
    assert run(review, "diff", "0.9", "1.0", "--style", "html", "-o", str(tmp_path / "diff.html"))[0] == 0
    return sorted(page for page in tmp_path.rglob("*.html") if "0.9" not in page.parts)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def test_axe_finds_nothing_in_any_of_them(browser: Browser, pages: list[Path], scheme: Any, width: int) -> None:
    """Light and dark, wide and narrow: nothing is asked of the network, nothing but tables is scrolled sideways."""
    names = {page.name for page in pages}
    assert {"CHANGELOG.html", "disposition.html", "you-said-we-did.html", "report.html", "diff.html"} <= names
    for path in pages:
        page, faults = open_page(browser, path, color_scheme=scheme, viewport={"width": width, "height": 700})
        assert violations(page) == [], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        dark = "getComputedStyle(document.body).backgroundColor !== 'rgb(255, 255, 255)'"
        assert page.evaluate(dark) is (scheme == "dark"), path.name
        assert faults == [], path.name
        page.context.close()
