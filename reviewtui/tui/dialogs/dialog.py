"""What every dialog is: a box over the screen, with words in it that can be scrolled."""

from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from reviewtui.tui.appearance.plain import Words

_Result = TypeVar("_Result")


class Dialog(ModalScreen[_Result], Generic[_Result]):
    """A box with lines of words; each dialog says what stands in it and which keys close it."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > .box { width: 88; max-width: 96%; height: auto; max-height: 90%; border: round $primary;
        background: $surface; padding: 0 1; }
    Dialog Words { width: 1fr; height: auto; }
    Dialog VerticalScroll { height: auto; max-height: 100%; }
    """

    def compose(self) -> ComposeResult:
        """One box."""
        with Vertical(classes="box"), VerticalScroll():
            yield Words()

    def action_scroll(self, lines: int) -> None:
        """Read on, where there is more than fits."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
