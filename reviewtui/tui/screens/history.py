"""The drafts and releases in their order; the text as of any of them can be read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.screens.row_list import row_acts, rows_of
from reviewtui.tui.state.requests import CompareVersions, ReadVersion
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowPicked, Rows
from reviewtui.views.timeline.timeline import timeline


class HistoryScreen(BaseScreen):
    """Versions and rounds, the newest first."""

    NAME = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]
    AUTO_FOCUS = "#rows"

    def __init__(self) -> None:
        acts = {**row_acts(self), "open_version": self._open_version, "compare_version": self._compare}
        super().__init__(ScreenParts(self._body, self._show, lambda: rows_of(self).focus(), acts))
        self._versions: list[str] = []

    def _body(self) -> ComposeResult:
        yield Rows("rows")

    def _show(self, state: ScreenState) -> None:
        entries = timeline(state.draft, state.overview.today)
        self._versions = [entry.version for entry in entries]
        rows_of(self).show_rows(((entry.line,), bool(entry.version)) for entry in entries)

    def on_row_picked(self, message: RowPicked) -> None:
        """Read the text of the chosen version."""
        message.stop()
        self._open_version()

    def _marked(self) -> str:
        """Return the marked version; empty for the draft."""
        marked = rows_of(self).highlighted
        name = self._versions[marked] if marked is not None and marked < len(self._versions) else "draft"
        return "" if name == "draft" else name

    def _open_version(self) -> None:
        self.post_message(ReadVersion(self._marked()))

    def _compare(self) -> None:
        if self._marked():
            self.post_message(CompareVersions(self._marked(), ""))
        else:
            tell(self.app, "This is the draft itself; mark a release.", "warning")
