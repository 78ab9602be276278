"""The first page, painted on the terminal before the app is there: its toolkit takes longer to load than the text.

It stands where the app's reader will stand, in its colours, so that nothing jumps when the app takes over. Keys that
are pressed meanwhile wait for the app, unseen. Nothing here imports Textual.
"""

import os
import sys
import termios
from collections.abc import Iterator, Mapping
from types import MappingProxyType, TracebackType
from typing import Any, Self, TextIO

from reviewtui.domain.policy.policy import Policy
from reviewtui.text.words.visible import visible_line
from reviewtui.tui.appearance.colours import Colours
from reviewtui.tui.appearance.page_geometry import GUTTER, Frame, frame_of, measure_within
from reviewtui.views.page.layout import Layout
from reviewtui.views.page.row import TextRun, VisualLine

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[H", "\x1b[?1049l\x1b[?25h"
_ENOUGH = 50_000
"""Characters of a text that are more than a screen of it."""
_LEAST = 8
"""Columns and lines below which a terminal does not know its size, or shows nothing anyhow."""
_PLAIN = "\x1b[0m"
_BOLD = frozenset({"heading", "strong", "marker", "table-head"})
_ITALIC = frozenset({"emphasis", "quote"})
_QUIET = frozenset({"mark", "html", "comment", "front-matter", "definition", "sign", "rule", "table-line", "quote-bar"})
_COLOURED = {
    "heading-1": "primary",
    "heading-2": "primary",
    "code": "secondary",
    "link": "accent",
    "footnote": "accent",
    "marker": "primary",
}


class Splash:
    """Stands on the terminal until the app takes over; gives the terminal back as it was found."""

    def __init__(
        self, stream: TextIO | None, colours: Colours | None, sizes: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        """Paint on `stream`, a terminal; without `colours` in the terminal's own; `sizes` are those of the panes."""
        self._sizes = sizes
        self._stream = stream or sys.stderr
        self._colours = colours
        self._before: list[Any] | None = None
        self._down = False

    def __enter__(self) -> Self:
        """Remember how the terminal was."""
        if self._stream.isatty() and sys.stdin.isatty():
            self._before = termios.tcgetattr(sys.stdin.fileno())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Give the terminal back, whoever left it as it is."""
        if self._down:
            self._stream.write(_PLAIN + _LEAVE)
            self._stream.flush()
        if self._before is not None:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._before)

    def show(self, policy: Policy, number: int, widest: int) -> None:
        """Paint section `number` of `policy`, set to at most `widest` cells; without a terminal do nothing."""
        if self._before is None:
            return
        size = os.get_terminal_size(self._stream.fileno())
        if min(size) < _LEAST:
            return
        silent = [*self._before]
        silent[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, silent)
        self._down = True
        self._stream.write(_ENTER + self.picture(policy.body(policy.sections[number]), size, widest))
        self._stream.flush()

    def lift(self) -> None:
        """Leave the screen to the app, which puts it back itself."""
        self._down = False

    def picture(self, body: str, size: tuple[int, int], widest: int) -> str:
        """Return a screen of `size` columns and lines with the beginning of `body` on it, as a terminal takes it."""
        frame = frame_of(*size, self._sizes)
        before, measure = measure_within(frame.width, widest)
        left = " " * (frame.left + before + GUTTER)
        lines = _lines(Layout(_beginning(body), measure), frame, size[1])
        cells = (left + "".join(self._cells(run) for run in line.runs) if line is not None else "" for line in lines)
        return "\r\n".join(f"{self._ground()}{row}\x1b[K" for row in cells)

    def _cells(self, run: TextRun) -> str:
        looks = set(run.styles)
        codes = ["1"] if looks & _BOLD else []
        codes += ["3"] if looks & _ITALIC else []
        codes += ["2"] if looks & _QUIET else []
        named = next((_COLOURED[look] for look in run.styles if look in _COLOURED), "")
        if self._colours and named:
            codes.append(f"38;2;{_rgb(getattr(self._colours, named))}")
        words = visible_line(run.text)
        return f"\x1b[{';'.join(codes)}m{words}{self._ground()}" if codes else words

    def _ground(self) -> str:
        if self._colours is None:
            return _PLAIN
        return f"\x1b[0;38;2;{_rgb(self._colours.foreground)};48;2;{_rgb(self._colours.background)}m"


def _lines(layout: Layout, frame: Frame, height: int) -> Iterator[VisualLine | None]:
    """Give what stands in each line of a screen of `height` lines; None: nothing."""
    for y in range(height):
        inside = frame.top <= y < frame.top + frame.height
        yield layout.line(y - frame.top) if inside else None


def _beginning(body: str) -> str:
    """As much of a long text as any screen shows: to parse a million words takes longer than to paint a page."""
    blank = body.find("\n\n", _ENOUGH)
    return body if blank < 0 else body[: blank + 2]


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
