"""Words being written: an editor that bounds what is pasted and never shows a control character as one."""

import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import Input, TextArea

from reviewtui.tui.appearance.safe_text import harmless

_NO_TEXT = "\ufffd"
MAX_TYPED = 60_000
"""The most characters a remark may hold."""


class TextInput(TextArea):
    """Lines of plain words: a few at first, more with the words, up to what whoever holds it allows."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    TextInput { border: none; border-top: blank $surface; border-left: vkey $panel-lighten-1; }
    TextInput { height: auto; min-height: 4; padding: 0 1; border-title-color: $foreground; }
    TextInput.-one-line { height: 2; min-height: 2; }
    TextInput:focus { border: none; border-top: blank $surface; border-left: outer $primary; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual calls it that
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=False)
        self.highlight_cursor_line = False
        self.cursor_blink = False
        self.is_one_line = False
        """Whether enter goes on to the next field, as in a line."""

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen without control characters."""
        return harmless(super().render_line(y))

    async def _on_key(self, event: events.Key) -> None:
        """Take a key; while the words are being saved, letters are dropped and are no commands either."""
        if self.read_only and (event.is_printable or event.key == "enter"):
            event.stop()
            event.prevent_default()
        elif self.is_one_line and event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.focus_next()

    async def _on_paste(self, event: events.Paste) -> None:
        """Bound a paste to what a remark may hold, its line ends made plain; the editor's own handler comes next."""
        room = max(0, MAX_TYPED - len(self.text))
        clean = event.text.replace("\r\n", "\n").replace("\r", "\n")
        clean = " ".join(clean.split()) if self.is_one_line else clean
        event.text = "".join(_NO_TEXT if _is_control(char) else char for char in clean[:room])


def still(field: Input) -> Input:
    """Return a field whose cursor does not blink, which would be sent to the terminal twice a second."""
    field.cursor_blink = False
    return field


def _is_control(char: str) -> bool:
    """Say whether a terminal would act on it; letters that are not seen stay, and are shown as a sign."""
    return char not in "\n\t" and unicodedata.category(char) == "Cc"
