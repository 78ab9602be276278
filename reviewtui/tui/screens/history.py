"""The drafts and releases in their order; the text as of any of them can be read."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.tui.keys import bindings
from reviewtui.tui.messages import ComparisonWanted, VersionWanted
from reviewtui.tui.plain import tell
from reviewtui.tui.screens.listing import Listing
from reviewtui.tui.situation import Situation
from reviewtui.tui.widgets.rows import RowPicked, Rows
from reviewtui.views.piece import Line, Piece, line
from reviewtui.views.versions import version_rows


class HistoryScreen(Listing):
    """Versions, the newest first."""

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

    def show_situation(self, situation: Situation) -> None:
        """Show the versions with the remarks that were made on each."""
        rows = version_rows(situation.draft)[::-1]
        self._names = [str(row["name"]) for row in rows]
        self.rows.show_rows(((_version(row),), True) for row in rows)

    def on_row_picked(self, message: RowPicked) -> None:
        """Read the text of the chosen version."""
        message.stop()
        self._open_version()

    def _marked(self) -> str:
        marked = self.rows.highlighted
        name = self._names[marked] if marked is not None and marked < len(self._names) else "draft"
        return "" if name == "draft" else name

    def _open_version(self) -> None:
        self.post_message(VersionWanted(self._marked()))

    def _compare(self) -> None:
        if self._marked():
            self.post_message(ComparisonWanted(self._marked(), ""))
        else:
            tell(self.app, "This is the draft itself; mark a release.", "warning")


def _version(row: dict[str, object]) -> Line:
    date = str(row["date"] or "")[:10] or "now"
    note = "pre-release" if row["prerelease"] else "release" if row["release"] else "in the work tree"
    count = row["remarks"]
    remarks = f"{count} remarks made on it" if count else ""
    return line(
        Piece("\u25cf " if row["release"] and not row["prerelease"] else "\u25cb ", "key"),
        Piece(f"{row['name']!s:<14}", "strong"),
        Piece(f"{date:<12}{str(row['commit'])[:8]:<10}{note:<18}", "muted"),
        Piece(remarks),
    )
