"""A Markdown text set to a width, line by line and only where it is looked at.

The blocks of the text are read from the top as far as needed, and set one at a time. Before a block is set its
height is an estimate; setting it moves only what stands below it, so that a line above the reader never changes
its number behind the reader's back (`settle` says by how much the reader's own line moved).
"""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property

from reviewtui.views.page.block_outline import Outline
from reviewtui.views.page.blocks.block_layout import estimated_height, lay_out_block
from reviewtui.views.page.heights import Heights
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


_KEPT = 256
"""Blocks that stay set; some screens around the one that is looked at."""
_LEAST_WIDTH = 4


@dataclass(frozen=True, slots=True)
class PinnedLine:
    """A line by the block it belongs to: it stays the same line while heights become known."""

    block: int
    row: int


class Layout:
    """The visual lines of `source` at `width` cells; `marks` shows the Markdown marks too.

    An `outline` of the same source, from another layout of it, saves reading the blocks again.
    """

    def __init__(self, source: str, width: int, *, marks: bool = False, outline: Outline | None = None) -> None:
        self.source = source
        self.width = max(_LEAST_WIDTH, width)
        self.marks = marks
        self.outline = outline or Outline(source)
        self._heights = Heights()
        self._set: OrderedDict[int, SetBlock] = OrderedDict()

    @property
    def height(self) -> int:
        """Lines of the whole text: exact for what was set, an estimate for the rest; at least 1."""
        self._count_blocks()
        known, length = self._heights.total, len(self.source)
        scanned = self.outline.scanned
        if scanned >= length:
            return max(1, known)
        return known + max(1, (length - scanned) * max(1, known) // max(1, scanned))

    def advance(self, blocks: int = 256) -> bool:
        """Read some more blocks ahead of need; say whether there are more to read."""
        return self.outline.advance(blocks)

    def line(self, y: int) -> VisualLine:
        """Return visual line `y`; behind the last line it is an empty one at the end of the text."""
        pin = self.pin(y)
        if pin is None:
            return VisualLine((), len(self.source), len(self.source), len(self.source))
        return self.block_lines(pin.block)[pin.row]

    def offset_at(self, y: int, x: int) -> int | None:
        """Return the source offset that cell `x` of line `y` means; None above and below the text."""
        pin = self.pin(y)
        return None if pin is None else self.block_lines(pin.block)[pin.row].offset_at(x)

    def position_of(self, offset: int) -> tuple[int, int]:
        """Return line and cell of the source character at `offset`; of what follows it when it is not shown."""
        if not self.source:
            return 0, 0
        index = self.outline.index_at(min(max(0, offset), len(self.source)))
        row, x = self._set_block(index).position_of(offset)
        return self._heights.before(index) + row, x

    def place_after(self, offset: int) -> int:
        """Return the next place of a caret behind `offset`; the last one stays where it is."""
        index = self._index(offset)
        while 0 <= index < self._known(index):
            place = self._set_block(index).place_after(offset)
            if place is not None:
                return place
            index += 1
        return offset

    def place_before(self, offset: int) -> int:
        """Return the next place of a caret before `offset`; the first one stays where it is."""
        index = self._index(offset)
        while index >= 0:
            place = self._set_block(index).place_before(offset)
            if place is not None:
                return place
            index -= 1
        return offset

    def nearest_place(self, offset: int) -> int:
        """Return the place of a caret where `offset` is shown, or what follows it."""
        if not self.source:
            return 0
        index = self._index(offset)
        return self._set_block(index).nearest_place(offset)

    def pin(self, y: int) -> PinnedLine | None:
        """Return line `y` by its block, which is set by that; None when there is no such line."""
        if y < 0 or not self.source:
            return None
        while True:
            self._count_blocks()
            index, row = self._heights.find(y)
            if index < len(self._heights):
                lines = self.block_lines(index)
                return PinnedLine(index, min(row, len(lines) - 1)) if lines else None
            if not self.advance(8) and len(self.outline.blocks) == len(self._heights):
                return None

    def y_of(self, pin: PinnedLine) -> int:
        """Return the number that a line has now."""
        return self._heights.before(pin.block) + pin.row

    def settle(self, y: int, rows: int) -> int:
        """Set all that the lines `y` to `y + rows` show and as much above; return by how many lines `y` moved.

        After that, nothing in reach of a scroll by a screen changes its height.
        """
        pin = self.pin(y)
        if pin is None:
            return 0
        above, index = pin.row, pin.block
        while above < rows and index > 0:
            index -= 1
            above += len(self.block_lines(index))
        below, index = -pin.row, pin.block
        while below < rows and index < self._known(index):
            below += len(self.block_lines(index))
            index += 1
        return self.y_of(pin) - y

    def block_lines(self, index: int) -> tuple[VisualLine, ...]:
        """Return the lines of block `index`, its blank line included."""
        return self._set_block(index).lines

    def _index(self, offset: int) -> int:
        return self.outline.index_at(min(max(0, offset), len(self.source))) if self.source else -1

    def _known(self, index: int) -> int:
        """Return how many blocks are known, after a try to know block `index`."""
        while index >= len(self.outline.blocks) and self.outline.advance(1):
            pass
        return len(self.outline.blocks)

    def _count_blocks(self) -> None:
        if not self.outline.blocks and self.source:
            self.outline.advance(4)
        new = self.outline.blocks[len(self._heights) :]
        if new:
            self._heights.extend(estimated_height(block, self.width, marks=self.marks) for block in new)

    def _set_block(self, index: int) -> SetBlock:
        kept = self._set.get(index)
        if kept is not None:
            self._set.move_to_end(index)
            return kept
        self._count_blocks()
        block = self.outline.blocks[index]
        made = SetBlock(tuple(lay_out_block(self.outline.document, block, self.width, marks=self.marks)))
        self._heights.change(index, len(made.lines))
        self._set[index] = made
        if len(self._set) > _KEPT:
            self._set.popitem(last=False)
        return made
