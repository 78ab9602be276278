"""The caret of a reader, the passage that is selected with it, and where a caret goes, as plain numbers."""

from dataclasses import dataclass
from typing import Literal

from reviewtui.tui.reader.text_units import TextUnit, next_start, previous_start
from reviewtui.views.page.layout import Layout


@dataclass(slots=True)
class Caret:
    """A caret stands before the character at its offset; offsets are code points of the source."""

    place: int = 0
    anchor: int | None = None
    """The other end of the selection; None: nothing is selected."""
    pivot: int = 0
    """The place around which a selection grows and shrinks."""
    goal: int | None = None
    """The cell that the caret keeps to while it goes up and down."""
    selecting: bool = False
    """Whether every move extends the selection."""

    @property
    def selected(self) -> tuple[int, int]:
        """The selected passage; equal ends when nothing is selected."""
        if self.anchor is None:
            return self.place, self.place
        return min(self.anchor, self.place), max(self.anchor, self.place)

    @property
    def has_selection(self) -> bool:
        """Whether at least one character is selected."""
        start, end = self.selected
        return start < end

    def reset(self, place: int) -> None:
        """Stand at `place` with nothing selected, as in a text that is opened."""
        self.place = self.pivot = place
        self.anchor = self.goal = None
        self.selecting = False


CaretStep = Literal["character", "word", "sentence", "paragraph", "edge", "text"]


def moved(layout: Layout, offset: int, step: CaretStep, direction: int) -> int:
    """Return where a caret at `offset` comes to by one step on (`direction` 1) or back (-1)."""
    if step == "character":
        return layout.place_after(offset) if direction > 0 else layout.place_before(offset)
    if step == "edge":
        return _edge(layout, offset, direction)
    if step == "text":
        return layout.nearest_place(len(layout.source) if direction > 0 else 0)
    unit: TextUnit = step
    return next_start(layout, offset, unit) if direction > 0 else previous_start(layout, offset, unit)


def moved_by_lines(layout: Layout, offset: int, lines: int, goal: int) -> int:
    """Return where a caret comes to that goes `lines` down (or up) and keeps to cell `goal`."""
    y, _ = layout.position_of(offset)
    down = lines > 0
    target = max(0, y + lines)
    while layout.pin(target) is None and target > y:
        target -= 1
    there = layout.offset_at(target, goal)
    if there is None:
        return offset
    place = layout.nearest_place(there)
    if down and place <= offset and target > y:
        return layout.place_after(offset)
    return place


def _edge(layout: Layout, offset: int, direction: int) -> int:
    y, _ = layout.position_of(offset)
    line = layout.line(y)
    return line.stop if direction > 0 else layout.nearest_place(next(line.places(), line.start))
