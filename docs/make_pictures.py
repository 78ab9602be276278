"""Makes the pictures of the documentation: the real app on the example repository, driven by keys.

Run by `make pictures`; writes docs/pictures/*.svg.
"""

import asyncio
import os
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from reviewtui.demo.replay import replay
from reviewtui.demo.storybook import read_story
from reviewtui.tui.app import ReviewApp
from reviewtui.tui.work import Work

_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (120, 36), (160, 50))
SCENES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("read", ("n", "n", "n")),
    ("suggest", ("s",)),
    ("help", ("ctrl+l", "question_mark")),
    ("decide", ("escape", "2")),
    ("compare", ("3",)),
    ("ready", ("4",)),
    ("history", ("5",)),
)
"""Each picture with the keys that lead to it from the one before."""


async def settle(app: ReviewApp, pilot: Pilot[str]) -> None:
    """Wait until nothing is under way."""
    for _ in range(600):
        await pilot.pause(0.02)
        busy = [worker for worker in app.workers if not worker.is_finished]
        if not busy and app.situation is not None and app.keeper.is_idle:
            break
    app.clear_notifications()
    await pilot.pause(0.1)


async def take(folder: Path, size: tuple[int, int]) -> None:
    """Take every picture at one size."""
    app = ReviewApp(Work(folder))
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        for name, keys in SCENES:
            for key in keys:
                await pilot.press(key)
                await settle(app, pilot)
            # A picture loads nothing from elsewhere: the reader's own monospaced font does as well.
            picture = _FONT.sub("", app.export_screenshot(title="reviewtui"))
            (PICTURES / f"{name}-{size[0]}x{size[1]}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Build the example and take the pictures of it, as the person in whose clone its story ends."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "demo"
        replay(read_story(), target, datetime.now(UTC), lambda _beat: None)
        for size in SIZES:
            asyncio.run(take(target, size))


if __name__ == "__main__":
    main()
