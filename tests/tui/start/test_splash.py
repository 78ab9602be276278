"""The page that stands on the terminal until the app is there."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time

import pytest

from reviewtui.tui.appearance.colours import DARK
from reviewtui.tui.start.splash import Splash
from tests.conftest import Clone
from tests.tui.conftest import Open

_SIGNS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@pytest.mark.parametrize("sentences", [8, 9, 40])
async def test_a_text_with_settings_stands_where_the_app_shows_it(review: Clone, play: Open, sentences: int) -> None:
    """Whether it fills the screen or not, the line for programs is there from the first frame on."""
    words = "".join(f"\nSentence {number}.\n" for number in range(sentences))
    review.commit_file("policy/index.md", f"---\ntitle: A\nowner: B\n---\n# About\n{words}", "Give it settings")
    async with play(review, size=(80, 24)) as app:
        seen = app.seen().split("\n")
        policy = app.screen.state.draft.policy  # type: ignore[union-attr]
    shown = _SIGNS.sub("", Splash(None, DARK).picture(policy.body(policy.sections[0]), (80, 24), 80)).split("\r\n")
    for words in ("lines for programs", "Sentence 0."):
        first, then = (next(y for y, line in enumerate(lines) if words in line) for lines in (shown, seen))
        assert first == then, words


@pytest.mark.quick(2)
@pytest.mark.parametrize("size", [(60, 15), (80, 24), (100, 30), (120, 36), (160, 50)])
async def test_the_text_stands_where_the_app_shows_it(review: Clone, play: Open, size: tuple[int, int]) -> None:
    """When the app takes over, every word of the text is in its place already."""
    async with play(review, size=size) as app:
        seen = app.seen().split("\n")
        policy = app.screen.state.draft.policy  # type: ignore[union-attr]
    shown = _SIGNS.sub("", Splash(None, DARK).picture(policy.body(policy.sections[0]), size, 80)).split("\r\n")
    assert len(shown) == size[1]
    assert any(line.strip() for line in shown)
    for line, below in zip(shown, seen, strict=True):
        first = len(line) - len(line.lstrip())
        assert below[first : first + len(line.strip())] == line.strip()


def test_the_terminal_is_given_back_as_it_was(review: Clone) -> None:
    """Keys that are pressed before the app is there reach it, and after it the terminal echoes again."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 120, 0, 0))
    before = termios.tcgetattr(theirs)
    command = [sys.executable, "-m", "reviewtui", "-C", str(review.path)]
    environment = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as program:
        shown, pressed, until = b"", False, time.monotonic() + 20
        while program.poll() is None and time.monotonic() < until:
            if select.select([ours], [], [], 0.1)[0]:
                shown += os.read(ours, 65536)
            if b"half policy" in shown and not pressed:
                os.write(ours, b"q")
                pressed = True
        program.kill()
        assert pressed
    assert program.returncode == 0
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)
