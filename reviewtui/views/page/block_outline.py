"""The blocks of a text as far as they have been read, long ones in parts, and its headings.

Parts give the work for one screen a bound, however long a paragraph or a table is.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.text.markdown.block import LITERAL, Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.headings import heading_of, is_outline_heading
from reviewtui.text.markdown.parsing.lines import behind_line_end, line_stop
from reviewtui.text.span import Span


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A heading: its level from 1 to 6, its words as a reader sees them, and where it begins."""

    level: int
    title: str
    offset: int


class Outline:
    """The blocks of one source text, read from the top as far as somebody asked; the same for every width."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self._starts: list[int] = []
        self._headings: list[PageHeading] = []
        self.document = Document(source)
        self._parts = self._read()
        self._scanned = 0

    @property
    def scanned(self) -> int:
        """Offset up to which the blocks are known."""
        return self._scanned

    @property
    def complete(self) -> bool:
        """Whether all blocks are known."""
        return self._scanned >= len(self.source)

    @property
    def headings(self) -> tuple[PageHeading, ...]:
        """All headings in reading order; reads the text to its end."""
        self.reach(len(self.source))
        return tuple(self._headings)

    @property
    def beginning(self) -> int:
        """Offset behind the front matter; 0 when there is none."""
        self.reach(0)
        for index, block in enumerate(self.blocks):
            if block.kind != "front-matter":
                return block.start
            if index + 1 == len(self.blocks):
                self.advance(1)
        return self.blocks[0].start if self.blocks else 0

    def advance(self, count: int = 256) -> bool:
        """Read `count` more blocks; say whether there is more to read."""
        for _ in range(count):
            if self.complete:
                return False
            next(self._parts, None)
        return not self.complete

    def reach(self, offset: int) -> None:
        """Read at least as far as the block that holds `offset`."""
        while self._scanned <= offset and not self.complete:
            next(self._parts, None)

    def index_at(self, offset: int) -> int:
        """Return the index of the block that holds `offset`; the last one for the end of the text.

        Raises:
            IndexError: The text has no blocks, because it is empty.
        """
        self.reach(offset)
        if not self.blocks:
            raise IndexError("an empty text has no blocks")
        return max(0, bisect_right(self._starts, offset) - 1)

    def block_at(self, offset: int) -> Block:
        """Return the block that holds `offset`.

        Raises:
            IndexError: The text has no blocks, because it is empty.
        """
        return self.blocks[self.index_at(min(max(0, offset), len(self.source)))]

    def section_span(self, offset: int) -> tuple[int, int]:
        """Return the span from the heading above `offset` to the next heading of its level or a higher one."""
        self.reach(offset)
        above = [heading for heading in self._headings if heading.offset <= offset]
        start = above[-1].offset if above else 0
        level = above[-1].level if above else 7
        known = len(above)
        while True:
            for heading in self._headings[known:]:
                if heading.level <= level:
                    return start, heading.offset
            known = len(self._headings)
            if self.complete:
                return start, len(self.source)
            self.advance()

    def _read(self) -> Iterator[None]:
        """Read the text to its end, one part of a block with each step."""
        read = 0
        while self.document.advance(1) or read < len(self.document.blocks):
            block = self.document.blocks[read]
            read += 1
            if is_outline_heading(block):
                title = heading_of(self.document, block).title
                self._headings.append(PageHeading(block.level, title, block.start))
            for part in parts_of(self.source, block):
                self.blocks.append(part)
                self._starts.append(part.start)
                self._scanned = part.end
                yield


MAX_CHARS = 4000
"""A block is cut behind about so many characters."""
MAX_LINES = 64
"""A table or literal block is cut behind so many lines."""


def parts_of(source: str, block: Block) -> Iterator[Block]:
    """Give a block in parts that follow each other without a gap; most blocks are one part."""
    by_lines = block.kind == "table" or block.kind in LITERAL
    if block.content_end - block.start <= (MAX_CHARS if by_lines else 2 * MAX_CHARS) and (
        not by_lines or block.lines <= MAX_LINES
    ):
        yield block
        return
    start = block.start
    while start < block.end:
        stop, end = _lines_from(source, block, start) if by_lines else _words_from(source, block, start)
        end = block.end if stop >= block.content_end else end
        yield _part(source, block, (start, stop, end))
        start = end


def _lines_from(source: str, block: Block, start: int) -> Span:
    """Return where the text of a run of lines ends, and where the next one begins; a long line is cut by words."""
    at, stop = start, line_stop(source, start)
    if stop - start > 2 * MAX_CHARS and block.kind != "table":
        return _words_from(source, block, start)
    least = 2 if block.kind == "table" and start == block.start else 1
    lines = 1
    while stop < block.content_end and (lines < least or (lines < MAX_LINES and stop - start < MAX_CHARS)):
        at = behind_line_end(source, stop)
        stop = line_stop(source, at)
        lines += 1
    return min(stop, block.content_end), behind_line_end(source, stop)


def _words_from(source: str, block: Block, start: int) -> Span:
    if block.content_end - start <= 2 * MAX_CHARS:
        return block.content_end, block.end
    low, high = start + MAX_CHARS // 2, start + MAX_CHARS
    newline = source.rfind("\n", low, high)
    if newline >= 0:
        return newline - (source[newline - 1] == "\r"), newline + 1
    cut = source.rfind(" ", low, high) + 1 or high
    return cut, cut


def _part(source: str, block: Block, span: tuple[int, int, int]) -> Block:
    start, stop, end = span
    is_first, is_last = start == block.start, end == block.end
    low, high = block.text
    text = min(max(low, start), stop), max(min(high, stop), start)
    hanging = sum(last - first + 1 for first, last in block.markers)
    return block._replace(
        start=start, content_end=stop, end=end, lines=1 + source.count("\n", start, stop),
        blank=block.blank if is_last else -1, text=text,
        markers=block.markers if is_first else (), indent=block.indent + (0 if is_first else hanging),
        rows=tuple(row for row in block.rows if row and start <= row[0][0] < end),
        origin=block.start,
    )  # fmt: skip
