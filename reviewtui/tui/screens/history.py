"""The drafts and releases in their order; the text as of any of them can be read."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.list_screen import ListScreen
from reviewtui.tui.state.messages import CompareVersions, ReadVersion
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowPicked, Rows
from reviewtui.views.overview.timeline import timeline


class HistoryScreen(ListScreen):
    """Versions and rounds, the newest first."""

    PLACE = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []

    def compose_body(self) -> ComposeResult:
        """The versions."""
        yield Rows("rows")

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself."""
        return {**super().acts, "open_version": self._open_version, "compare_version": self._compare}

    def show_state(self, state: ScreenState) -> None:
        """Show versions and rounds, with what was said on each."""
        moments = timeline(state.draft, state.overview.today)
        self._names = [moment.version for moment in moments]
        self.rows.show_rows(((moment.line,), bool(moment.version)) for moment in moments)

    def on_row_picked(self, message: RowPicked) -> None:
        """Read the text of the chosen version."""
        message.stop()
        self._open_version()

    def _marked(self) -> str:
        marked = self.rows.highlighted
        name = self._names[marked] if marked is not None and marked < len(self._names) else "draft"
        return "" if name == "draft" else name

    def _open_version(self) -> None:
        self.post_message(ReadVersion(self._marked()))

    def _compare(self) -> None:
        if self._marked():
            self.post_message(CompareVersions(self._marked(), ""))
        else:
            tell(self.app, "This is the draft itself; mark a release.", "warning")
