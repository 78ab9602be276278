"""How much room the panes of a screen have: by keys, and by dragging the border between two of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import events
from textual.geometry import Region
from textual.widget import Widget

from reviewtui.tui.appearance.page_geometry import PaneSizes


@dataclass(frozen=True, slots=True)
class PaneBorder:
    """The border of a pane that can be dragged: the `cells` to take it by, and whether the pane lies `before` it.

    `name` is that of the pane's size; an `upright` border changes its width, another one its height.
    """

    name: str
    pane: Widget
    cells: Region
    before: bool = False
    upright: bool = True

    @property
    def size(self) -> int:
        """Cells that the pane has now."""
        return self.pane.outer_size.width if self.upright else self.pane.outer_size.height

    def at(self, event: events.MouseEvent) -> int:
        """Return where the pointer is, along the way that the border can go."""
        return event.screen_x if self.upright else event.screen_y


class PaneResizing:
    """Holds the sizes that somebody gave the panes of one screen, and gives the panes these."""

    def __init__(self, borders: Callable[[], Iterable[PaneBorder]], fit: Callable[[], object]) -> None:
        """`borders` says what can be dragged now; `fit` gives the panes the `sizes`, as far as there is room."""
        self._borders = borders
        self.fit = fit
        self.sizes: PaneSizes = {}
        self._held: PaneBorder | None = None
        self._from = 0
        self._usual: dict[str, int] = {}
        """What panes had before somebody gave them room by a key."""
        self._was_held = False

    def step(self, name: str, by: int) -> None:
        """Give a pane some cells more, or less; on the way past what is usual it has that, as before.

        One that is not to be seen stays as it is.
        """
        size = next((border.size for border in self._borders() if border.name == name), 0)
        if not size:
            return
        if name not in self.sizes:
            self._usual[name] = size
        wanted, usual = max(1, size + by), self._usual.get(name, 0)
        if size != usual and min(size, wanted) <= usual <= max(size, wanted):
            self.sizes.pop(name, None)
        else:
            self.sizes[name] = wanted
        self.fit()

    def takes(self, event: events.Event) -> bool:
        """Say whether what the mouse does is about a border; then it is done."""
        if not isinstance(event, events.MouseEvent):
            return False
        if isinstance(event, events.MouseDown):
            here = event.screen_offset
            grabbed = event.button == 1
            self._held = next((each for each in self._borders() if grabbed and each.cells.contains_point(here)), None)
            self._was_held = self._held is not None
            if self._held is not None:
                self._from = self._held.at(event) + (-1 if self._held.before else 1) * self._held.size
            return self._was_held
        if isinstance(event, events.Click):
            return self._was_held
        if self._held is None:
            return False
        if isinstance(event, events.MouseMove) and event.button:
            moved = self._held.at(event) - self._from
            self.sizes[self._held.name] = max(1, moved if self._held.before else -moved)
            self.fit()
        else:
            self._held = None
        return True
