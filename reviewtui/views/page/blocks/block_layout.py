"""Sets a block of any kind, a table among them, and guesses how many lines it takes before that."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.text.markdown.block import LITERAL, Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.inline_run import InlineRun
from reviewtui.text.markdown.parsing.lines import behind_line_end, line_start, line_stop
from reviewtui.text.span import Span
from reviewtui.views.page.blocks.flow import Flow, flow_of
from reviewtui.views.page.blocks.prose_layout import broken, lay_out_prose
from reviewtui.views.page.cells import text_width
from reviewtui.views.page.row import TextRun, VisualLine

_FENCE = re.compile(r"[ \t>]*(?:`{3,}(?=[^`]*\Z)|~{3,})")
_QUOTE_BAR = TextRun("\u2502 ", ("code-bar",), sign=True)


_PROSE = frozenset({"paragraph", "heading", "alert"})


def lay_out_block(document: Document, block: Block, width: int, *, marks: bool) -> list[VisualLine]:
    """Return the lines of a block, with the blank line behind it; `marks` shows the Markdown marks too."""
    if block.kind == "blank":
        return blank_line(block)
    if block.kind in _PROSE:
        lines = lay_out_prose(document, block, width, marks=marks)
    elif block.kind == "front-matter" and not marks:
        lines = lay_out_folded(document.source, block)
    elif block.kind in LITERAL or marks:
        lines = lay_out_literal(document.source, block, width)
    elif block.kind == "table":
        lines = lay_out_table(document, block, width)
    else:
        lines = lay_out_rule(block, width)
    return lines + blank_line(block)


def estimated_height(block: Block, width: int, *, marks: bool) -> int:
    """Return about how many lines a block takes at `width`, its blank line included; at least 1."""
    extra = int(block.blank >= 0)
    if block.kind == "blank":
        return 1
    if block.kind == "front-matter" and not marks:
        return 1 + extra
    if block.kind not in _PROSE:
        return block.lines + extra
    room = max(1, width - block.indent)
    rule = block.kind == "heading" and block.level <= 2 and not marks
    return (block.content_end - block.start) // room + 1 + rule + extra


_SEPARATOR = TextRun(" \u2502 ", ("table-line",), sign=True)
_BAR = TextRun("\u2502 ", ("table-line",), sign=True)
_GAP = 3
_LEAST = 5
_SAMPLE = 64


@dataclass(frozen=True, slots=True)
class _TableRow:
    """One source row: its cells, and where it begins and ends."""

    cells: tuple[tuple[int, int], ...]
    start: int
    stop: int


def lay_out_table(document: Document, block: Block, width: int) -> list[VisualLine]:
    """Return the lines of a table, or of a later part of one; a table too wide for any columns stands as it is."""
    source = document.source
    whole = document.block_at(block.origin) if block.origin >= 0 else block
    columns = _columns(document, whole, width) if whole and whole.rows and len(whole.rows[0]) <= width else []
    if not columns:
        return lay_out_literal(source, block, width)
    lines: list[VisualLine] = []
    wraps = _wraps(document, whole or block, columns)
    for number, cells in enumerate(block.rows):
        row = _table_row(source, block, cells)
        head = whole is not None and cells is whole.rows[0]
        lines += _set_row(document, whole or block, row, (columns, ("table-head",) if head else ()))
        start = behind_line_end(source, row.stop)
        if head:
            lines.append(_rule(start, columns))
        elif wraps and number < len(block.rows) - 1:
            lines.append(_rule(start, columns, "\u2508"))
    return lines or lay_out_literal(source, block, width)


def _table_row(source: str, block: Block, cells: tuple[Span, ...]) -> _TableRow:
    start = max(block.start, line_start(source, cells[0][0]))
    return _TableRow(cells, start, min(block.content_end, line_stop(source, start)))


def _columns(document: Document, block: Block, width: int) -> list[int]:
    """Return the cells of each column, from the first rows of the table; empty when there is no room for them."""
    rows = block.rows[:_SAMPLE]
    count = max((len(row) for row in rows), default=0)
    wanted = [1] * count
    for row in rows:
        for index, cell in enumerate(row):
            wanted[index] = max(wanted[index], text_width(_flow(document, block, cell, ()).text))
    room = width - _GAP * (count - 1)
    return _shared(wanted, room) if count and room >= min(sum(wanted), count * _LEAST) else []


def _shared(wanted: list[int], room: int) -> list[int]:
    """Return the columns cut down to `room` cells: narrow ones keep what they want, wide ones share the rest."""
    columns = list(wanted)
    left, open_columns = room, sorted(range(len(wanted)), key=lambda index: wanted[index])
    for place, index in enumerate(open_columns):
        share = left // (len(open_columns) - place)
        columns[index] = max(1, min(wanted[index], share))
        left -= columns[index]
    return columns


def _flow(document: Document, block: Block, cell: Span, look: tuple[str, ...]) -> Flow:
    pieces = document.pieces(block, *cell)
    return flow_of(document.source, (piece if piece.mark else piece.within(look) for piece in pieces), marks=False)


def _set_row(
    document: Document, block: Block, row: _TableRow, setting: tuple[list[int], tuple[str, ...]]
) -> list[VisualLine]:
    columns, look = setting
    cells = []
    for index, column in enumerate(columns):
        span = row.cells[index] if index < len(row.cells) else (row.stop, row.stop)
        cells.append(broken(_flow(document, block, span, look), ([], []), column, span[1]))
    lines = []
    for number in range(max(len(cell) for cell in cells)):
        runs: list[TextRun] = []
        last: Sequence[TextRun] = ()
        for index, cell in enumerate(cells):
            if index:
                # A space that hangs over the edge of its column stands in for the one before the bar.
                runs.append(_SEPARATOR if sum(run.width for run in last) <= columns[index - 1] else _BAR)
            own = cell[number].runs if number < len(cell) else ()
            runs += own
            last = own
            gap = columns[index] - sum(run.width for run in own)
            if gap > 0 and index + 1 < len(cells):
                runs.append(TextRun(" " * gap, (), sign=True))
        lines.append(_line(runs, row))
    return lines


def _line(runs: list[TextRun], row: _TableRow) -> VisualLine:
    shown = [run for run in runs if run.offsets]
    start = min((run.source_start for run in shown), default=row.start)
    last = max((run.source_end for run in shown), default=row.stop)
    return VisualLine(tuple(runs), start, last, row.stop)


def _wraps(document: Document, block: Block, columns: list[int]) -> bool:
    """Say whether a cell of the first rows takes several lines: then only rules tell where a row ends."""
    return any(
        text_width(_flow(document, block, cell, ()).text) > column
        for row in block.rows[:_SAMPLE]
        for cell, column in zip(row, columns, strict=False)
    )


def _rule(at: int, columns: list[int], dash: str = "\u2500") -> VisualLine:
    text = f"{dash}\u253c{dash}".join(dash * column for column in columns)
    return VisualLine((TextRun(text, ("table-line",), sign=True),), at, at, at)


def lay_out_literal(source: str, block: Block, width: int) -> list[VisualLine]:
    """Return the lines of a block as they stand in the source, wrapped at `width` cells."""
    start = block.start + (block.start == 0 and source.startswith("\ufeff"))
    pieces = [InlineRun(block.start, start, mark=True)]
    for text in source[start : block.content_end].split("\n"):
        end = start + len(text)
        stop = end - (text.endswith("\r") and end < block.content_end)
        mark = block.kind == "code" and _FENCE.match(text) is not None
        pieces.append(InlineRun(start, stop, ("mark",) if mark else (block.kind,)))
        if end < block.content_end:
            pieces += [InlineRun(stop, end, mark=True), InlineRun(end, end + 1, shown="\n")]
        start = end + 1
    flow = flow_of(source, pieces, marks=False)
    prefix = [_QUOTE_BAR] if block.kind == "code" and width > 8 else []
    return broken(flow, (prefix, prefix), width, block.content_end)


def lay_out_rule(block: Block, width: int) -> list[VisualLine]:
    """Return the line that stands for a thematic break."""
    rule = TextRun("\u2500" * width, ("rule",), sign=True)
    return [VisualLine((rule,), block.start, block.start, block.start)]


def lay_out_folded(source: str, block: Block) -> list[VisualLine]:
    """Return the line that stands for what only programs read at the beginning of a file."""
    count = source[block.start : block.content_end].count("\n") + 1
    words = f"\u22ef {count} lines for programs"
    return [VisualLine((TextRun(words, ("front-matter",), sign=True),), block.start, block.start, block.start)]


def blank_line(block: Block) -> list[VisualLine]:
    """Return the one empty line that stands for all blank lines behind a block; none where there are none."""
    return [VisualLine((), block.blank, block.blank, block.blank)] if block.blank >= 0 else []
