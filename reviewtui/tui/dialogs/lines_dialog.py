"""Lines to be read, and nothing to be done about them but to leave."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from reviewtui.tui.appearance.safe_text import set_titles
from reviewtui.tui.dialogs.dialog import Dialog
from reviewtui.views.styled_text import Styled, StyledLine, line

Told = tuple[datetime, str, str]
"""When something was said, how grave it was, and what."""


class LinesDialog(Dialog[None]):
    """A box with lines that scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "leave", "Leave", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("pageup", "scroll(-15)", "Page up", show=False),
        Binding("pagedown,space", "scroll(15)", "Page down", show=False),
    ]

    def __init__(self, title: str, lines: Iterable[StyledLine]) -> None:
        super().__init__()
        self._title = title
        self._shown = tuple(lines)

    def on_mount(self) -> None:
        """Show the lines."""
        set_titles(self.query_one(".box"), self._title, "esc leave \u00b7 arrows scroll")
        self.words.show_lines(((), *self._shown, ()))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()


def message_log(told: Iterable[Told]) -> LinesDialog:
    """Return a dialog of all that the app has said since it was opened, the latest first."""
    rows = [
        line(
            Styled(f"{at:%H:%M:%S} ", "muted"),
            Styled("" if severity == "information" else f"{severity}: ", "alarm"),
            Styled(sentence),
        )
        for at, severity, sentence in reversed(tuple(told))
    ]
    return LinesDialog("Messages", rows or [line(Styled("Nothing was said yet.", "muted"))])
