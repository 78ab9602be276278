"""Only what changes is sent to the terminal, and the terminal shows the same as if all were sent."""

import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from reviewtui.tui.appearance.terminal_updates import TerminalCells

WIDTH, HEIGHT = 24, 4
_CONSOLE = Console(file=StringIO(), force_terminal=True, color_system="256")
_LOOKS = (
    Style(),
    Style(color="red"),
    Style(color="red", bgcolor="blue"),
    Style(bgcolor="blue", bold=True),
    Style(color="color(110)", bgcolor="color(234)"),
    Style(color="#8090a0", underline=True, strike=True),
)


class Screen:
    """As much of a terminal as an update needs: places, looks and characters."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}
        self._at, self._look = (0, 0), ""

    def take(self, sent: str) -> None:
        """Show what is sent."""
        for part in re.findall(r"\x1b\[[0-9;]*[Hm]|[^\x1b\n]", sent):
            if part.endswith("H") and part.startswith("\x1b"):
                y, x = part[2:-1].split(";")
                self._at = (int(y) - 1, int(x) - 1)
            elif part.startswith("\x1b"):
                self._look = _look_after(self._look, part[2:-1])
            else:
                self.cells[self._at] = (part, self._look)
                self._at = (self._at[0], self._at[1] + 1)


def _look_after(look: str, codes: str) -> str:
    kinds = dict(each.split("=") for each in look.split("|") if each)
    for code in re.findall(r"[34]8;5;\d+|\d+", codes or "0"):
        if code == "0":
            kinds.clear()
        elif re.match(r"3[0-79]|38;|9", code):
            kinds["ink"] = code
        elif re.match(r"4[0-79]|48;|10", code):
            kinds["ground"] = code
        else:
            kinds[code] = code
    shown = {kind: code for kind, code in kinds.items() if code not in {"39", "49"}}
    return "|".join(f"{kind}={shown[kind]}" for kind in sorted(shown))


def _strip(width: int) -> st.SearchStrategy[Strip]:
    cells = st.lists(st.tuples(st.sampled_from("ab \u25b8"), st.sampled_from(_LOOKS)), min_size=width, max_size=width)
    return cells.map(lambda each: Strip([Segment(char, style) for char, style in each]))


@st.composite
def _updates(draw: st.DrawFn) -> CompositorUpdate:
    if draw(st.booleans()):
        left = draw(st.integers(0, WIDTH))
        rows = [[draw(_strip(left)), draw(_strip(WIDTH - left))] for _ in range(HEIGHT)]
        return LayoutUpdate(list(rows), Region(0, 0, WIDTH, HEIGHT))
    y = draw(st.integers(0, HEIGHT - 1))
    first = draw(st.integers(0, WIDTH - 1))
    last = draw(st.integers(first + 1, WIDTH))
    half = WIDTH // 2
    chops = {0: draw(_strip(half)), half: draw(_strip(WIDTH - half))}
    return ChopsUpdate([chops] * HEIGHT, [(y, first, last)], [[half, WIDTH]] * HEIGHT)


@given(st.lists(_updates(), min_size=1, max_size=5))
def test_the_terminal_shows_what_it_would_show(updates: list[CompositorUpdate]) -> None:
    """After any updates each cell has the character and the look that sending everything gives it."""
    cells, ours, theirs = TerminalCells(), Screen(), Screen()
    for update in updates:
        ours.take(cells.changed(update, _CONSOLE))
        theirs.take(update.render_segments(_CONSOLE))
        assert ours.cells == theirs.cells


def _one_row(words: str) -> LayoutUpdate:
    return LayoutUpdate([[Strip([Segment(words.ljust(WIDTH))])]], Region(0, 0, WIDTH, 1))


def test_what_is_shown_already_is_not_sent_again() -> None:
    """The same screen costs nothing, another word costs that word, and after forgetting all is sent."""
    cells = TerminalCells()
    assert "Officers think" in cells.changed(_one_row("Officers think"), _CONSOLE)
    assert not cells.changed(_one_row("Officers think"), _CONSOLE)
    assert cells.changed(_one_row("Officers thank"), _CONSOLE) == "\x1b[1;12H\x1b[0ma"
    cells.forget()
    assert "Officers thank" in cells.changed(_one_row("Officers thank"), _CONSOLE)


def test_wide_characters_are_sent_whole() -> None:
    """A terminal may count them otherwise, so their piece of the line is never sent in parts."""
    cells = TerminalCells()
    wide = LayoutUpdate([[Strip([Segment("\u65e5\u672c go")])]], Region(0, 0, 7, 1))
    assert cells.changed(wide, _CONSOLE) == cells.changed(wide, _CONSOLE) == "\x1b[1;1H\u65e5\u672c go"
