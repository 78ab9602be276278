"""Long blocks in parts, so that the work for one screen has a bound however long a paragraph or a table is."""

from collections.abc import Iterator

from reviewtui.text.markdown.block import LITERAL, Block
from reviewtui.text.markdown.parsing.lines import behind_line_end, line_stop
from reviewtui.text.span import Span

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
