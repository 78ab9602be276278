"""One visual line and the runs it is made of; every character of a run knows its source offset."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.views.page.cells import char_widths, is_narrow, text_width


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one look; safe to print.

    `offsets` holds the source offset of each character of `text` (code points), and is empty for the layout's own
    decoration. A `sign` is not the source's own text: a bullet, a bar, a rule.
    """

    text: str
    styles: tuple[str, ...]
    source_start: int = -1
    source_end: int = -1
    offsets: Sequence[int] = ()
    sign: bool = False

    @property
    def width(self) -> int:
        """Cells that the run takes."""
        return _width(self.text)

    def clusters(self) -> Iterator[tuple[int, int, int]]:
        """Give start index, end index and cells of each group of characters that share their cells."""
        if is_narrow(self.text):
            yield from ((index, index + 1, 1) for index in range(len(self.text)))
            return
        start, cells = 0, 0
        for index, width in enumerate(char_widths(self.text)):
            if index and width:
                yield start, index, cells
                start, cells = index, 0
            cells += width
        yield start, len(self.text), cells

    def offset_at(self, x: int) -> int:
        """Return the source offset of the character in cell `x` of this run."""
        if is_narrow(self.text):
            return self.offsets[x]
        at = 0
        for start, _, cells in self.clusters():
            at += cells
            if x < at:
                return self.offsets[start]
        return self.offsets[-1]

    def cell_of(self, offset: int) -> int | None:
        """Return the cell of the character that stands at `offset`, or None when this run does not show it."""
        index = bisect_left(self.offsets, offset)
        if index == len(self.offsets) or self.offsets[index] != offset:
            return None
        if is_narrow(self.text):
            return index
        at = 0
        for _, end, cells in self.clusters():
            if index < end:
                return at
            at += cells
        return at


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    return text_width(text)


@dataclass(frozen=True, slots=True)
class VisualLine:
    """A line as it is shown.

    `start` to `end` are the source offsets that it shows; `stop` is where a caret behind its last character stands.
    A line of decoration has `start == end == stop`: the place that a click on it means.
    """

    runs: tuple[TextRun, ...]
    start: int
    end: int
    stop: int

    @property
    def text(self) -> str:
        """All characters of the line, decoration included."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> int:
        """Cells of the line."""
        return sum(run.width for run in self.runs)

    def offset_at(self, x: int) -> int:
        """Return the source offset that cell `x` means; cells outside the text mean its nearest end."""
        nearest, at = self.start, 0
        for run in self.runs:
            width = run.width
            if run.offsets and x < at + width:
                return run.offset_at(x - at) if x >= at else nearest
            if run.offsets:
                nearest = run.offsets[-1]
            at += width
        return self.stop

    def cell_of(self, offset: int) -> int | None:
        """Return the cell of the source character at `offset`, or None when the line does not show it."""
        at = 0
        for run in self.runs:
            if run.source_start <= offset < run.source_end and (cell := run.cell_of(offset)) is not None:
                return at + cell
            at += run.width
        return at if offset == self.stop else None

    def char_at(self, x: int) -> str:
        """Return the character in cell `x`, a space outside the line."""
        return self._cluster_at(x)[0]

    def cells_at(self, x: int) -> int:
        """Return how many cells the character in cell `x` takes, 1 outside the line."""
        return self._cluster_at(x)[1]

    def _cluster_at(self, x: int) -> tuple[str, int]:
        at = 0
        for run in self.runs:
            if x >= at + run.width:
                at += run.width
                continue
            for start, _, cells in run.clusters():
                at += cells
                if x < at:
                    return run.text[start], max(1, cells)
        return " ", 1

    def places(self) -> Iterator[int]:
        """Give the offsets that a caret can stand at, in the order of the cells."""
        for run in self.runs:
            if run.offsets and not run.sign:
                yield from (run.offsets[start] for start, _, _ in run.clusters())
