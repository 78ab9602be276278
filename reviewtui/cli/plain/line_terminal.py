"""Lines in and lines out: all that a plain session knows of the terminal, or of the pipe that stands for one."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from reviewtui.cli.output import print_progress, say

PROMPT = "> "
_MOST = 12
"""Lines of a list that are said at once."""
_LONGEST = 8192
"""Bytes of a line that is not finished."""


class EndOfInput(Exception):
    """Nothing more will be typed."""


class LineTerminal:
    """Says lines, asks for one, and keeps the rest of a long list until somebody wants more of it."""

    def __init__(self) -> None:
        self._rest: Iterator[str] = iter(())

    @contextmanager
    def keeping_lines(self) -> Iterator[None]:
        """Let the terminal keep a line that is not finished when Ctrl+C is pressed, so that its words can be saved."""
        if sys.platform == "win32" or not sys.stdin.isatty():
            yield
            return
        import termios

        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        now = termios.tcgetattr(descriptor)
        now[3] |= termios.NOFLSH
        termios.tcsetattr(descriptor, termios.TCSADRAIN, now)
        try:
            yield
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def unfinished_line(self) -> str:
        """Return what was typed of a line that will not be finished."""
        if sys.platform == "win32" or not sys.stdin.isatty():
            return ""
        import termios

        descriptor = sys.stdin.fileno()
        now = termios.tcgetattr(descriptor)
        now[3] &= ~termios.ICANON
        now[6][termios.VMIN], now[6][termios.VTIME] = 0, 0
        termios.tcsetattr(descriptor, termios.TCSANOW, now)
        return os.read(descriptor, _LONGEST).decode("utf-8", "replace").rstrip("\r\n")

    def say(self, *sentences: str) -> None:
        """Say sentences, each on a line of its own however long it is."""
        say(sentences)

    def say_list(self, sentences: Iterable[str]) -> None:
        """Say the beginning of a list; `more` goes on with it."""
        self._rest = iter(sentences)
        self.more()

    def more(self) -> bool:
        """Say the next lines of the list that was begun; say whether there were any."""
        now = list(islice(self._rest, _MOST))
        say(now)
        ahead = next(self._rest, None)
        if ahead is not None:
            rest = self._rest
            self._rest = (line for part in ((ahead,), rest) for line in part)
            say(["There is more: type more."])
        return bool(now)

    def ask(self, prompt: str = PROMPT) -> str:
        """Return the next line that is typed, without its end.

        Raises:
            EndOfInput: there is none.
        """
        print_progress(prompt, end_line=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            print_progress("")  # nothing has shown what was typed, nor its end
        if not line:
            raise EndOfInput
        return line.rstrip("\r\n")
