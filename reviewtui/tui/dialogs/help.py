"""What can be done where one is, with why some of it is not possible now."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from reviewtui.tui.appearance.plain import Words, set_titles
from reviewtui.tui.dialogs.legend import LEGENDS
from reviewtui.tui.keys.key_table import SCREENS, ActKey, keys_of
from reviewtui.tui.keys.keys_page import reader_rows
from reviewtui.tui.state.screen_state import Focus
from reviewtui.views.styled_text import Styled, StyledLine, line


class HelpDialog(ModalScreen[None]):
    """The keys of a screen, scrolled like any text."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "leave", "Leave", show=False)]
    DEFAULT_CSS = """
    HelpDialog { align: center middle; }
    HelpDialog > .box { width: 92; max-width: 96%; height: 90%; border: round $primary; background: $surface; }
    HelpDialog Words { width: 1fr; height: auto; padding: 0 1; }
    """

    def __init__(self, focus: Focus) -> None:
        super().__init__()
        self._focus = focus

    def compose(self) -> ComposeResult:
        """One box that scrolls."""
        with Vertical(classes="box"), VerticalScroll():
            yield Words()

    def on_mount(self) -> None:
        """Show the keys."""
        set_titles(self.query_one(".box"), f"Help: {SCREENS[self._focus.screen]}", "esc leave \u00b7 arrows scroll")

    def on_resize(self) -> None:
        """Set the keys to the width: what wraps stands under its own column."""
        words = self.query_one(Words)
        words.show_hanging(help_lines(self._focus), max(0, self.query_one(VerticalScroll).size.width - 4), lead=2)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()


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
