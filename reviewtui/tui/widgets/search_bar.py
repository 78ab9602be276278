"""The line in which words to be found are typed, with how often they stand in the text and in remarks."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input

from reviewtui.tui.appearance.safe_text import Words
from reviewtui.tui.state.requests import MatchWanted, SearchLeft, SearchText, SearchTyped
from reviewtui.tui.widgets.text_input import still
from reviewtui.views.styled_text import Styled, line

_PAUSE = 0.12
"""Seconds without a key after which what was typed so far is looked for."""


class SearchBar(Horizontal):
    """Hidden until a search begins; what is typed is looked for at once, enter keeps it, esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("down", "step(1)", "Next", show=False),
        Binding("up", "step(-1)", "Previous", show=False),
    ]
    DEFAULT_CSS = """
    SearchBar { height: 1; display: none; background: $panel; }
    SearchBar.-open { display: block; }
    SearchBar Input { width: 1fr; height: 1; border: none; padding: 0 1; }
    SearchBar Input:focus { border: none; }
    SearchBar #found { width: auto; max-width: 60%; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__(id="search-bar")
        # A letter behind tab is still one of what is searched for, and no key of the screen.
        self.trap_focus()
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """A line to type in, and what was found."""
        yield still(
            Input(placeholder="Find words of the text and of remarks, or a remark's id", id="search", compact=True)
        )
        yield Words(id="found")

    @property
    def is_open(self) -> bool:
        """Whether something is searched for."""
        return self.has_class("-open")

    @property
    def is_typed_in(self) -> bool:
        """Whether keys are letters of what is searched for."""
        return self.query_one(Input).has_focus

    def begin(self) -> None:
        """Show the line with the last words selected."""
        self.add_class("-open")
        field = self.query_one(Input)
        field.focus()
        field.select_all()

    def close(self) -> None:
        """Hide the line; its words stay for the next search."""
        self.remove_class("-open")

    def show_found(self, sentence: str, *, is_there: bool) -> None:
        """Say how much was found, also where somebody goes on with a search that was closed."""
        self.add_class("-open")
        self.query_one(Words).show_lines([line(Styled(sentence, "muted" if is_there else "alarm"))])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for what was typed so far, as soon as no key follows."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, lambda: self.post_message(SearchTyped(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for the words."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self.post_message(SearchText(event.value))

    def action_step(self, direction: int) -> None:
        """Go to another place while somebody types."""
        self.post_message(MatchWanted(direction))

    def action_leave(self) -> None:
        """Leave the search as it is."""
        if self._pause is not None:
            self._pause.stop()
        self.close()
        self.post_message(SearchLeft())
