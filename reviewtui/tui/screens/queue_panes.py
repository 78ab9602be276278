"""The two panes in which remarks are decided: the queue, and the marked remark beside or below it."""

from collections.abc import Callable, Iterator, Mapping

from textual.geometry import Region
from textual.screen import Screen

from reviewtui.tui.appearance.page_geometry import MEDIUM
from reviewtui.tui.screens.pane_resizing import PaneBorder, PaneResizing
from reviewtui.tui.widgets.rows import rows_of
from reviewtui.tui.widgets.thread_pane import ThreadPane

_STEP, _STEP_BELOW = 6, 3
_LEAST, _LEAST_BELOW = 24, 4
"""Cells, and lines, of either pane that are left in any case."""


class QueuePanes:
    """Gives the marked remark the room that somebody wants it to have; the queue has the rest."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self.room = PaneResizing(self._borders, self.fit)

    @property
    def acts(self) -> Mapping[str, Callable[[], object]]:
        """The acts that change how much room the panes have."""
        return {"more_text": lambda: self._step(-1), "more_remark": lambda: self._step(1)}

    @property
    def _is_below(self) -> bool:
        return self._screen.size.width < MEDIUM

    def fit(self) -> None:
        """Set the panes to the sizes that somebody gave them; else to the usual ones."""
        body, sizes = self._screen.query_one("#body"), self.room.sizes
        wanted = sizes.get("point_below" if self._is_below else "point")
        room, least = (body.size.height, _LEAST_BELOW) if self._is_below else (body.size.width, _LEAST)
        size = f"1fr {max(least, min(wanted, room - least))}" if wanted else None
        body.styles.grid_rows = size if self._is_below else None
        body.styles.grid_columns = None if self._is_below else size

    def _step(self, by: int) -> None:
        name, step = ("point_below", _STEP_BELOW) if self._is_below else ("point", _STEP)
        self.room.step(name, by * step)

    def _borders(self) -> Iterator[PaneBorder]:
        queue, point = rows_of(self._screen).region, self._screen.query_one(ThreadPane)
        if point.region and self._is_below:
            cells = Region(queue.x, queue.bottom - 1, queue.width, 2)
            yield PaneBorder("point_below", point, cells, upright=False)
        elif point.region:
            yield PaneBorder("point", point, Region(queue.right - 1, queue.y, 2, queue.height))
