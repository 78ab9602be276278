"""How far the draft is from its target: every gate with its evidence, each leading to its place."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.tui.keys import bindings
from reviewtui.tui.messages import PlaceWanted
from reviewtui.tui.plain import Words, tell
from reviewtui.tui.screens.listing import Listing
from reviewtui.tui.situation import Situation
from reviewtui.tui.widgets.rows import RowPicked, Rows
from reviewtui.views.gate_rows import GateRow, gate_rows
from reviewtui.views.piece import Piece, line
from reviewtui.views.readiness import verdict_line


class ReadyScreen(Listing):
    """Gates; enter goes to the passage."""

    PLACE = "ready"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ready")]
    DEFAULT_CSS = """
    ReadyScreen #verdict { height: 1; padding: 0 2; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[GateRow, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The verdict, and the gates."""
        yield Words(id="verdict")
        yield Rows("rows")

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself."""
        return {**super().acts, "open_place": self._open_place}

    def show_situation(self, situation: Situation) -> None:
        """Show the gates as they stand."""
        judged = situation.readiness
        if judged is None:
            self.query_one("#verdict", Words).show_lines([line(Piece("Judging …", "muted"))])
            return
        look = Piece(verdict_line(judged), "good" if judged.ready else "alarm")
        self.query_one("#verdict", Words).show_lines([line(look)])
        self._shown = tuple(gate_rows(judged))
        self.rows.show_rows((row.lines, True) for row in self._shown)

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self._open_place()

    def _open_place(self) -> None:
        marked = self.rows.highlighted
        row = self._shown[marked] if marked is not None and marked < len(self._shown) else None
        if row is None or row.evidence is None or not row.leads:
            tell(self.app, "This line has no place in the text; those with \u25b8 do.", "warning")
            return
        found = row.evidence
        self.post_message(PlaceWanted(found.path, found.start or 0, found.end or 0, found.thread))
