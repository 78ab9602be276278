"""All that the app has said since it was opened, the latest first."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from reviewtui.tui.appearance.plain import set_titles
from reviewtui.tui.dialogs.dialog import Dialog
from reviewtui.views.styled_text import Styled, line

Told = tuple[datetime, str, str]
"""When something was said, how grave it was, and what."""


class MessageLog(Dialog[None]):
    """A list that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "leave", "Leave", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
    ]

    def __init__(self, told: Iterable[Told]) -> None:
        super().__init__()
        self._told = tuple(told)

    def on_mount(self) -> None:
        """Show what was said."""
        set_titles(self.query_one(".box"), "Messages", "esc leave \u00b7 arrows scroll")
        rows = [
            line(
                Styled(f"{at:%H:%M:%S} ", "muted"),
                Styled("" if severity == "information" else f"{severity}: ", "alarm"),
                Styled(sentence),
            )
            for at, severity, sentence in reversed(self._told)
        ]
        self.words.show_lines(rows or [line(Styled("Nothing was said yet.", "muted"))])

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()
