"""The panes beside the text that is read: the sections, and the remark beside or below it."""

from collections.abc import Callable, Iterator, Mapping

from textual.geometry import Region
from textual.widget import Widget

from reviewtui.tui.appearance.page_geometry import MEDIUM, WIDE, columns_of
from reviewtui.tui.reader.reader import Reader
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.screens.pane_resizing import PaneBorder, PaneResizing
from reviewtui.tui.widgets.outline_pane import OutlinePane
from reviewtui.tui.widgets.thread_pane import ThreadPane

_STEP, _STEP_BELOW = 6, 3
"""Cells, and lines, that a key gives a pane or takes from it."""
_LEAST_BELOW, _LEAST_TEXT = 3, 8
"""Lines of a remark below the text, and of the text above it, that are left in any case."""


class ReadingPanes:
    """Gives the panes of the reading screen the room that somebody wants them to have."""

    def __init__(self, screen: BaseScreen, reveal: Callable[[], None]) -> None:
        """`reveal` brings the caret into sight again, where the text has got another size."""
        self._screen = screen
        self._reveal = reveal
        self.room = PaneResizing(self._borders, self._refit)

    @property
    def acts(self) -> Mapping[str, Callable[[], object]]:
        """The acts that change how much room the panes have."""
        return {
            "outline": lambda: self._toggle("-drawer" if self._screen.has_class("-narrow") else "-closed"),
            "zoom": lambda: self._toggle("-zoomed"),
            "more_text": lambda: self._step(-1),
            "more_remark": lambda: self._step(1),
        }

    def fit(self) -> None:
        """Set the panes to the sizes that somebody gave them, where they are seen; else to the usual ones."""
        screen, sizes, (width, height) = self._screen, self.room.sizes, self._screen.size
        body, thread = screen.query_one("#body"), screen.query_one(ThreadPane)
        before, behind = columns_of(width, sizes)
        shown = [before] if not screen.has_class("-closed") else []
        columns = " ".join(str(each) for each in (*shown, "1fr", *([behind] if width >= WIDE else [])))
        is_usual = not sizes or width < MEDIUM or screen.has_class("-zoomed") or " " not in columns
        body.styles.grid_columns = None if is_usual else columns
        most = height - _LEAST_TEXT - _LEAST_BELOW
        below = max(_LEAST_BELOW, min(sizes["below"], most)) if "below" in sizes and width < WIDE else None
        thread.styles.min_height = thread.styles.max_height = below

    def _refit(self) -> None:
        self.fit()
        self._screen.call_after_refresh(self._reveal)

    def _toggle(self, name: str) -> None:
        self._screen.toggle_class(name)
        self._refit()

    def _step(self, by: int) -> None:
        """Give more room to the pane that has the focus, else to the remark."""
        if self._screen.query_one(OutlinePane).has_focus:
            self.room.step("sections", by * _STEP)
        elif self._screen.size.width >= WIDE:
            self.room.step("thread", by * _STEP)
        else:
            self.room.step("below", by * _STEP_BELOW)

    def _borders(self) -> Iterator[PaneBorder]:
        screen = self._screen
        outline, text = screen.query_one(OutlinePane), screen.query_one(Reader)
        thread = screen.query_one(ThreadPane)
        here = text.region
        if not here:
            return
        edge = 1 if text.styles.border_left[0] else 0
        if _is_seen(outline) and outline.region.right == here.x:
            yield PaneBorder("sections", outline, Region(here.x - 1, here.y, 1 + edge, here.height), before=True)
        if _is_seen(thread) and thread.region.x == here.right:
            yield PaneBorder("thread", thread, Region(here.right - edge, here.y, 1 + edge, here.height))
        if _is_seen(thread) and thread.region.y == here.bottom:
            cells = Region(thread.region.x, here.bottom - edge, thread.region.width, 1 + edge)
            yield PaneBorder("below", thread, cells, upright=False)


def _is_seen(pane: Widget) -> bool:
    return pane.display and bool(pane.region)
