"""Own words for a passage that both sides changed, with the three readings above them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from reviewtui.domain.review.sync_state import MergeConflict
from reviewtui.tui.appearance.safe_text import Words, set_titles
from reviewtui.tui.dialogs.dialog import Dialog
from reviewtui.tui.widgets.text_input import TextInput
from reviewtui.views.sharing.sharing_lines import SIDE_TITLES
from reviewtui.views.styled_text import Styled, line


class OwnWordsDialog(Dialog[str | None]):
    """Closes with the words, or with None where somebody leaves."""

    DEFAULT_CSS = """
    OwnWordsDialog TextInput { height: 8; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Take", show=False, priority=True),
        Binding("escape", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(self, conflict: MergeConflict, start: str) -> None:
        super().__init__()
        self._conflict = conflict
        self._start = start

    def compose(self) -> ComposeResult:
        """The three readings, and a field."""
        with Vertical(classes="box"):
            with VerticalScroll():
                yield Words()
            yield TextInput("own-words")

    def on_mount(self) -> None:
        """Begin with our words."""
        set_titles(self.query_one(".box"), f"Your words in {self._conflict.section}", "ctrl+s take them · esc leave")
        readings = (("base", self._conflict.base), ("ours", self._conflict.ours), ("theirs", self._conflict.theirs))
        self.words.show_lines(
            each
            for name, words in readings
            for each in (line(Styled(SIDE_TITLES[name], "muted")), line(Styled(words or "(nothing)", "quote")))
        )
        field = self.query_one(TextInput)
        field.load_text(self._start)
        field.move_cursor(field.document.end)
        field.focus()

    def action_save(self) -> None:
        """Close with the words."""
        self.dismiss(self.query_one(TextInput).text)
