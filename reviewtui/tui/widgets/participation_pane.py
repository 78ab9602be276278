"""Who has read what, as rows that fit the width; the marked one is told in words below."""

from textual.app import ComposeResult
from textual.containers import Vertical

from reviewtui.domain.review.organisations.participation import participations
from reviewtui.tui.appearance.page_geometry import WIDE
from reviewtui.tui.appearance.safe_text import Words, set_titles
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowMarked, Rows
from reviewtui.views.readiness.participation_grid import GridRow, grid_rows, grid_width

_ROOM = 68
"""Cells of the grid until it is known how many there are."""
_BESIDE = 3
"""Cells beside the grid: the sign of the marked row, margin and scroll bar."""
_BORDERS = 2
_LEAST_GATES = 64
"""Columns that are left to the gates beside it."""


class ParticipationPane(Vertical):
    """Shows a state, and again when there is another width; without an organisation that can read it is not there.

    What the columns are stays above the rows, however far these are scrolled.
    """

    DEFAULT_CSS = """
    ParticipationPane { border: round $panel-lighten-2; border-subtitle-color: $foreground; }
    ParticipationPane.-turned-to { border: heavy $primary; }
    ParticipationPane Words { height: auto; padding: 0 0 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    ParticipationPane Rows, ParticipationPane Rows:focus { border: none; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__(id="grid")
        self.rows = Rows("sections-read", wrapped=False)
        self._state: ScreenState | None = None
        self._sections: tuple[GridRow, ...] = ()
        self._said = ""

    def compose(self) -> ComposeResult:
        """The names of the columns and what the signs mean, and the sections."""
        yield Words()
        yield self.rows

    @property
    def marked(self) -> GridRow | None:
        """The row that is marked."""
        number = self.rows.highlighted
        return self._sections[number] if number is not None and number < len(self._sections) else None

    def show_state(self, state: ScreenState) -> None:
        """Show who has read what, where there is an organisation that can have read it."""
        self._state = state
        read = participations(state.draft, state.overview.today)
        size = self.screen.size
        widest = max(1, min(grid_width(state.draft, read) + _BESIDE + _BORDERS, size.width - _LEAST_GATES))
        self.styles.width = widest if size.width >= WIDE else None
        room = max(1, self.content_size.width - _BESIDE) if self.content_size.width else _ROOM
        grid = tuple(grid_rows(state.draft, read, room))
        self.display = bool(grid)
        self._sections = tuple(row for row in grid if row.section is not None)
        self.query_one(Words).show_lines(row.line for row in grid if row.section is None)
        self.rows.show_rows(((row.line,), True) for row in self._sections)
        self._say_what_is_marked()

    def on_resize(self) -> None:
        """Fit the grid to the new width."""
        set_titles(self, "", self._said)
        if self._state is not None:
            self.show_state(self._state)

    def on_row_marked(self, message: RowMarked) -> None:
        """Say in words what the marked row says in signs."""
        message.stop()
        self._say_what_is_marked()

    def on_descendant_focus(self) -> None:
        """Show that keys act here."""
        self.add_class("-turned-to")
        # Its borders take room; of a size that was looked up meanwhile Textual tells nobody that it is another one.
        self.call_after_refresh(self.on_resize)

    def on_descendant_blur(self) -> None:
        """Show that they do not any more."""
        self.remove_class("-turned-to")
        self.call_after_refresh(self.on_resize)

    def _say_what_is_marked(self) -> None:
        self._said = self.marked.said if self.marked is not None else ""
        set_titles(self, "", self._said)
