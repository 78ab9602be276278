"""One line that shows one of several values; left and right go through them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.views.styled_text import Styled, line


class ChoiceChanged(Message):
    """Another value was chosen in a field."""


class ChoiceField(Words, can_focus=True):
    """Shows the chosen value between arrows."""

    DEFAULT_CSS = """
    ChoiceField { height: 1; width: 1fr; background: $panel; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    ChoiceField:focus { background: $primary 30%; }
    ChoiceField:nocolor:focus { text-style: bold underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "Next", show=False),
        Binding("left", "turn(-1)", "Previous", show=False),
    ]

    def __init__(self, id: str, choices: Sequence[tuple[str, str]], value: str = "") -> None:  # noqa: A002 - Textual calls it that
        """Offer `choices`, each a value with its label; `value` is the one to begin with, else the first."""
        super().__init__(id=id)
        self._choices = tuple(choices)
        values = [each for each, _ in self._choices]
        self._at = values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._choices[self._at][0]

    def on_mount(self) -> None:
        """Show the value."""
        self._show()

    def action_turn(self, by: int) -> None:
        """Choose the next value, or the one before."""
        self._at = (self._at + by) % len(self._choices)
        self._show()
        self.post_message(ChoiceChanged())

    def on_key(self, event: events.Key) -> None:
        """Take no letter, nor a blank: words typed by habit would choose something else, or be keys of the dialog."""
        if event.is_printable:
            event.stop()
            event.prevent_default()
            tell(self.app, "Nothing is typed on this line: left and right choose, enter goes on.", "warning")

    def on_click(self, event: events.Click) -> None:
        """Choose the next value."""
        event.stop()
        self.action_turn(1)

    def _show(self) -> None:
        label = self._choices[self._at][1]
        # Of two, the other one tells more than a count, which reads as if it counted what is asked about.
        count = f"  choice {self._at + 1} of {len(self._choices)}" if len(self._choices) > 1 else ""
        others = f"  or {self._choices[1 - self._at][1]}" if len(self._choices) == 2 else count
        pieces = line(Styled("\u2039 ", "key"), label, Styled(" \u203a", "key"), Styled(others, "muted"))
        self.show_lines([pieces], resize=False)
