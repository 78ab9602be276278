"""Who has read what, as rows that fit the width; the marked one is told in words below."""

from reviewtui.domain.review.organisations.participation import participations
from reviewtui.tui.appearance.page_geometry import TALL
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowMarked, Rows
from reviewtui.views.readiness.participation_grid import GridRow, grid_rows

_ROOM = 68
"""Cells of the grid until it is known how many there are."""


class ParticipationPane(Rows):
    """Shows a state, and again when there is another width; without an organisation that can read it is not there."""

    def __init__(self) -> None:
        super().__init__("grid", wrapped=False)
        self._state: ScreenState | None = None
        self._grid: tuple[GridRow, ...] = ()

    @property
    def marked(self) -> GridRow | None:
        """The row that is marked."""
        number = self.highlighted
        return self._grid[number] if number is not None and number < len(self._grid) else None

    def show_state(self, state: ScreenState) -> None:
        """Show who has read what, where there is an organisation that can have read it."""
        self._state = state
        room = self.scrollable_content_region.width or _ROOM
        self._grid = tuple(grid_rows(state.draft, participations(state.draft, state.overview.today), room))
        self.display = bool(self._grid)
        self.show_rows(((row.line,), row.section is not None) for row in self._grid)
        self._say_what_is_marked()

    def on_resize(self) -> None:
        """Fit the grid to the new width."""
        if self._state is not None and self._grid:
            self.show_state(self._state)

    def on_row_marked(self, message: RowMarked) -> None:
        """Say in words what the marked row says in signs."""
        message.stop()
        self._say_what_is_marked()

    def on_blur(self) -> None:
        """Show from the head on what is folded to a line."""
        if self.screen.size.height < TALL:
            self.scroll_home(animate=False)

    def _say_what_is_marked(self) -> None:
        self.show_titles("", self.marked.said if self.marked is not None else "")
