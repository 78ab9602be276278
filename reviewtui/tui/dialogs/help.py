"""What can be done where one is, with why some of it is not possible now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from reviewtui.tui.appearance.plain import Words, set_titles
from reviewtui.tui.dialogs.legend import LEGENDS
from reviewtui.tui.keys.key_table import SCREENS, ActKey, keys_of
from reviewtui.tui.keys.keys_page import reader_rows
from reviewtui.tui.state.screen_state import Focus
from reviewtui.tui.widgets.text_input import still
from reviewtui.views.styled_text import Styled, StyledLine, line, words_of

_KEYS = 20
"""Cells of a line in which its keys or its sign stand."""


class HelpDialog(ModalScreen[None]):
    """The keys of a screen, scrolled like any text; typing leaves those that hold the typed words."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False, priority=True),
        Binding("up", "scroll(-1)", "Up", show=False, priority=True),
        Binding("down", "scroll(1)", "Down", show=False, priority=True),
        Binding("pageup", "scroll(-20)", "Page up", show=False, priority=True),
        Binding("pagedown", "scroll(20)", "Page down", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    HelpDialog { align: center middle; }
    HelpDialog > .box { width: 92; max-width: 96%; height: 90%; border: round $primary; background: $surface; }
    HelpDialog Input { border: none; height: 1; background: $panel; }
    HelpDialog Words { width: 1fr; height: auto; padding: 0 1; }
    """

    def __init__(self, focus: Focus) -> None:
        super().__init__()
        self._focus = focus

    def compose(self) -> ComposeResult:
        """A line to type in, and one box that scrolls."""
        with Vertical(classes="box"):
            yield still(Input(placeholder="type a key, or words of what you want to do", compact=True))
            with VerticalScroll(can_focus=False):
                yield Words()

    def on_mount(self) -> None:
        """Say what it is and how to leave."""
        set_titles(self.query_one(".box"), f"Help: {SCREENS[self._focus.screen]}", "esc leave \u00b7 arrows scroll")

    def on_resize(self) -> None:
        """Set the keys to the width."""
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what holds the typed words, from its beginning; the key that opened the help closes it too."""
        event.stop()
        if event.value == "?":
            self.dismiss()
            return
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self._show()

    def _show(self) -> None:
        """Set the keys to the width: what wraps stands under its own column."""
        words, room = self.query_one(Words), self.query_one(VerticalScroll).size.width - 4
        lines = lines_with(help_lines(self._focus), self.query_one(Input).value)
        words.show_hanging(lines, max(0, room), lead=2)

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """One step back: drop what was typed, then close."""
        typed = self.query_one(Input)
        if typed.value:
            typed.value = ""
        else:
            self.dismiss()


def lines_with(lines: Iterable[StyledLine], typed: str) -> Iterator[StyledLine]:
    """Yield the lines that hold every typed word, below their headings; one character means the key of that name."""
    wanted, found = typed.split(), False
    above: dict[str, StyledLine] = {}
    if not wanted:
        yield from lines
        return
    for each in lines:
        if each and each[0].look in {"heading", "alarm"}:
            above = {"heading": each} if each[0].look == "heading" else {**above, "alarm": each}
        elif each and _is_meant(each, wanted):
            yield from above.values()
            yield each
            above, found = {}, True
    if not found:
        yield line(Styled("Nothing here is called that; the palette finds what other screens can do.", "muted"))


def _is_meant(row: StyledLine, wanted: Sequence[str]) -> bool:
    text = words_of([row])
    if len(wanted) == 1 and len(wanted[0]) == 1:
        return wanted[0] in text[:_KEYS].split()
    return all(word.casefold() in text.casefold() for word in wanted)


def help_lines(focus: Focus) -> Iterator[StyledLine]:
    """Yield the keys of a screen in groups; those that do nothing now come last, together with why."""
    last = ""
    refused: dict[str, list[ActKey]] = {}
    for key in keys_of(focus.screen, focus.keymap):
        reason = key.unavailable(focus)
        if reason:
            refused.setdefault(reason, []).append(key)
            continue
        if key.group != last:
            last = key.group
            yield ()
            yield line(Styled(last, "heading"))
        yield line(Styled(f"{key.shown:>9}  ", "key"), Styled(f"{key.label:<17}"), key.help)
    yield from _not_now(refused)
    for title, legend in LEGENDS[focus.screen]:
        yield ()
        yield line(Styled(title, "heading"))
        yield from (line(Styled(f"{sign:>18}  ", "key"), Styled(" "), meaning) for sign, meaning in legend)
    yield ()
    yield line(Styled("While writing", "heading"))
    for key in keys_of("write", focus.keymap):
        yield line(Styled(f"{key.shown:>9}  ", "key"), Styled(f"{key.label:<17}"), key.help)
    if focus.screen == "read":
        yield ()
        yield line(Styled("In the text", "heading"))
        for keys, label in reader_rows(focus.keymap):
            yield line(Styled(f"{keys:>20}  ", "key"), Styled("     "), label)


def _not_now(refused: Mapping[str, Sequence[ActKey]]) -> Iterator[StyledLine]:
    """Yield the keys that do nothing now, together with why."""
    if refused:
        yield from ((), line(Styled("Not now", "heading")))
    for reason, keys in refused.items():
        yield line(Styled(f"  {reason}", "alarm"))
        for key in keys:
            yield line(Styled(f"{key.shown:>9}  {key.label:<17}{key.help}", "muted"))
