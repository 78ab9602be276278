"""Makes the pictures of the documentation: the real app on the example repository, driven by keys.

Run by `make pictures`; writes docs/pictures/*.svg. The reviewer in whose clone the example's story ends reads and
suggests; its author decides, compares, and looks what a release still needs.
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
from reviewtui.tui.app.app import ReviewApp
from reviewtui.tui.background.locked_workspace import LockedWorkspace

Scenes = tuple[tuple[str, tuple[str, ...]], ...]

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (160, 50))
AUTHOR = {"GIT_AUTHOR_NAME": "Policy Officer", "GIT_AUTHOR_EMAIL": "policy.officer@ashmere.example"}
REVIEWING: Scenes = (
    ("read", ("ctrl+x", "g", *"short", "enter", "n", "n")),
    ("suggest", ("s", *("space" if char == " " else char for char in " A holding reply counts"), "full_stop")),
)
DECIDING: Scenes = (
    ("decide", ("ctrl+x", "2", "n", "n")),
    ("compare", ("3", *"nnnnn")),
    ("ready", ("4",)),
    ("history", ("5",)),
)
"""Each picture with the keys that lead to it from the one before."""

_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_NAME = re.compile(r"terminal-\d+-")
_LINES = re.compile(r'\s*<clipPath id="line-\d+">.*?</clipPath>', re.DOTALL)
_IN_LINE = re.compile(r' clip-path="url\(#line-\d+\)"')
_RECT = re.compile(
    r'<rect fill="(?P<fill>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" width="(?P<width>[\d.]+)" '
    r'height="(?P<height>[\d.]+)" shape-rendering="crispEdges"/>'
)


def smaller(picture: str) -> str:
    """Return a picture that loads no font, with short names, and with one rectangle for cells of one colour.

    The reader's own monospaced font does as well, and a picture in a repository is kept for ever.
    """
    picture = _IN_LINE.sub("", _LINES.sub("", _NAME.sub("", _FONT.sub("", picture))))
    kept: list[str] = []
    end, last = 0, None
    for rect in _RECT.finditer(picture):
        right = float(rect["x"]) + float(rect["width"])
        before = picture[end : rect.start()]
        joins = last is not None and not before and (last[0], last[1]) == (rect["fill"], rect["y"])
        if joins and last is not None and abs(last[3] - float(rect["x"])) < 0.1:
            left = last[2]
            kept.pop()
        else:
            kept.append(before)
            left = float(rect["x"])
        kept.append(
            f'<rect fill="{rect["fill"]}" x="{left:g}" y="{rect["y"]}" width="{right - left:g}" '
            f'height="{rect["height"]}" shape-rendering="crispEdges"/>'
        )
        end, last = rect.end(), (rect["fill"], rect["y"], left, right)
    return "".join(kept) + picture[end:]


async def settle(app: ReviewApp, pilot: Pilot[str]) -> None:
    """Wait until nothing is under way."""
    for _ in range(600):
        await pilot.pause(0.02)
        busy = [worker for worker in app.workers if not worker.is_finished]
        if not busy and app.screens.state is not None and app.unsaved.writer.is_idle:
            break
    app.clear_notifications()
    await pilot.pause(0.1)


async def take(folder: Path, size: tuple[int, int], scenes: Scenes) -> None:
    """Take the pictures of some scenes at one size."""
    app = ReviewApp(LockedWorkspace(folder))
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        for name, keys in scenes:
            for key in keys:
                await pilot.press(key)
                await settle(app, pilot)
            picture = smaller(app.export_screenshot(title="reviewtui"))
            (PICTURES / f"{name}-{size[0]}x{size[1]}.svg").write_text(picture, encoding="utf-8")
        await pilot.press("ctrl+l")
        await settle(app, pilot)


def main() -> None:
    """Build the example and take the pictures of it, as one of its reviewers and as its author."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "demo"
        replay(read_story(), target, datetime.now(UTC), lambda _beat: None)
        for size in SIZES:
            asyncio.run(take(target, size, REVIEWING))
        os.environ.update(AUTHOR)
        for size in SIZES:
            asyncio.run(take(target, size, DECIDING))


if __name__ == "__main__":
    main()
