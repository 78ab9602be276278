"""The lines of one block and the places in it where a caret can stand."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from reviewtui.views.page.row import VisualLine


class SetBlock:
    """A block that has been set."""

    def __init__(self, lines: tuple[VisualLine, ...]) -> None:
        self.lines = lines

    @cached_property
    def places(self) -> list[int]:
        """Offsets that a caret can stand at, ascending: each shown character and the end of each line."""
        places = {offset for line in self.lines for offset in line.places()}
        return sorted(places.union(line.stop for line in self.lines))

    def place_after(self, offset: int) -> int | None:
        """Return the first place behind `offset`, or None."""
        index = bisect_right(self.places, offset)
        return self.places[index] if index < len(self.places) else None

    def place_before(self, offset: int) -> int | None:
        """Return the last place before `offset`, or None."""
        index = bisect_left(self.places, offset)
        return self.places[index - 1] if index else None

    def nearest_place(self, offset: int) -> int:
        """Return the first place at or behind `offset`, else the last one of the block."""
        index = bisect_left(self.places, offset)
        return self.places[min(index, len(self.places) - 1)]

    def position_of(self, offset: int) -> tuple[int, int]:
        """Return line (from the block's first) and cell of `offset`, or of the next place when it is not shown."""
        for wanted in (offset, self.nearest_place(offset)):
            for row, line in enumerate(self.lines):
                if line.start <= wanted <= max(line.end, line.stop):
                    cell = line.cell_of(wanted)
                    if cell is not None and self._is_own(row, line, wanted):
                        return row, cell
        return len(self.lines) - 1, 0

    def _is_own(self, row: int, line: VisualLine, offset: int) -> bool:
        """Say whether the line itself shows `offset`, and is not just stopped there while the next one shows it."""
        if offset != line.stop or row + 1 == len(self.lines):
            return True
        following = self.lines[row + 1]
        return not any(run.offsets and run.source_start <= offset < run.source_end for run in following.runs)
