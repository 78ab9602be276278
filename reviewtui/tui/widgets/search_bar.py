"""The line in which words to be found are typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from reviewtui.tui.state.requests import SearchText


class SearchBar(Input):
    """Hidden until a search begins; enter searches, esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]
    DEFAULT_CSS = """
    SearchBar { height: 1; border: none; display: none; padding: 0 1; }
    SearchBar:focus { border: none; }
    SearchBar.-open { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="Find …  (enter finds the next, f3 again, esc leaves)", id="search", compact=True)

    def begin(self) -> None:
        """Show the line with the last words selected."""
        self.add_class("-open")
        self.focus()
        self.select_all()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for the words."""
        event.stop()
        self.remove_class("-open")
        self.post_message(SearchText(event.value))

    def action_leave(self) -> None:
        """Leave the search as it is."""
        self.remove_class("-open")
        self.post_message(SearchText(""))
