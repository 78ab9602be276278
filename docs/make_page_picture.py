"""Takes the picture of the page for partners: the example's page in Chromium, with words marked and a dialog open.

Run by `make pictures`; writes docs/pictures/page.png, and does nothing where there is no chromium.
"""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from reviewtui.demo.replay import replay
from reviewtui.demo.storybook import read_story
from reviewtui.workspace.workspace import Workspace

PICTURE = Path(__file__).parent / "pictures" / "page.png"
WORDS = "one working day"
MARK = """(words) => {
  const span = [...document.querySelectorAll("#text p [data-s]")].find((each) => each.textContent.includes(words));
  const at = span.textContent.indexOf(words);
  span.scrollIntoView({block: "center"});
  document.getSelection().setBaseAndExtent(span.firstChild, at, span.firstChild, at + words.length);
}"""


def take_picture(chromium: str) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        clone, page = Path(folder) / "example", Path(folder) / "policy.html"
        replay(read_story(), clone, datetime.now(UTC), lambda _beat: None)
        Workspace.open(clone).files.export("html", page)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        shown = browser.new_page(viewport={"width": 900, "height": 620})
        shown.goto(page.as_uri())
        shown.evaluate(MARK, WORDS)
        shown.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__" and (found := shutil.which("chromium")):
    take_picture(found)
