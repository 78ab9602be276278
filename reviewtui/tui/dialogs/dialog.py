"""What every dialog is: a box over the screen, with words in it that can be scrolled."""

from typing import Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from reviewtui.tui.appearance.safe_text import Words, set_titles
from reviewtui.tui.widgets.message_line import MessageLine

_Result = TypeVar("_Result")
AT_WORK = "-at-work"
"""The class of a dialog that is about to close: what is told meanwhile is for the screen below it."""


class Dialog(ModalScreen[_Result], Generic[_Result]):
    """A box with lines of words; each dialog says what stands in it and which keys close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("pageup", "scroll(-15)", "Page up", show=False),
        Binding("pagedown,space", "scroll(15)", "Page down", show=False),
    ]
    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > .box { width: 88; max-width: 96%; height: auto; max-height: 90%; border: round $primary;
        background: $surface; padding: 0 1; }
    Dialog > MessageLine { dock: bottom; width: 100%; }
    Dialog Words { width: 1fr; height: auto; }
    Dialog VerticalScroll { height: auto; max-height: 100%; }
    """

    ways = ""
    """What its keys do, as it stands in the border; said too where a key does nothing."""

    def compose(self) -> ComposeResult:
        """One box."""
        with Vertical(classes="box"), VerticalScroll():
            yield Words()

    def on_mount(self) -> None:
        """Have a line for what the app has to say meanwhile: it covers nothing."""
        self.mount(MessageLine())

    @property
    def words(self) -> Words:
        """What stands in the box."""
        return self.query_one(".box Words", Words)

    def action_leave(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Read on, where there is more than fits."""
        for shown in self.query(VerticalScroll):
            shown.scroll_relative(y=lines, animate=False)


@runtime_checkable
class KeepsWords(Protocol):
    """A dialog in which words are typed that are kept until they are carried out or thrown away."""

    def note_words(self) -> None:
        """Have them kept as they are now, the last letters included."""


def entitle(dialog: Dialog[Any], title: str, ways: str) -> None:
    """Write what a dialog is about, and what its keys do, into the border of its box."""
    dialog.ways = ways
    set_titles(dialog.query_one(".box"), title, ways)
