"""Sets a table: columns as wide as the measure allows, cells wrapped inside their columns."""

import re
from dataclasses import dataclass

from reviewtui.views.page.cells import text_width
from reviewtui.views.page.flow import Flow, flow_of
from reviewtui.views.page.literal import set_literal
from reviewtui.views.page.markdown import grammar
from reviewtui.views.page.markdown.block import Block, Line
from reviewtui.views.page.markdown.inline import read_inline
from reviewtui.views.page.prose import broken
from reviewtui.views.page.row import TextRun, VisualLine

_SEPARATOR = TextRun(" \u2502 ", ("table-line",), sign=True)
_GAP = 3
_LEAST = 5
_SAMPLE = 64
_LEADING = re.compile(r"[ \t>]*\|?")


@dataclass(frozen=True, slots=True)
class _TableRow:
    """One source row: its cells, and where it begins and ends."""

    cells: tuple[tuple[int, int], ...]
    start: int
    stop: int


def set_table(source: str, block: Block, width: int) -> list[VisualLine]:
    """Return the lines of a table, or of the piece of one; a table too wide for any columns stands as it is."""
    most = source.count("|", block.origin, Line.at(source, block.origin).stop)
    columns = _columns(source, block.origin, width) if most <= width else []
    if not columns:
        return set_literal(source, block, width)
    lines: list[VisualLine] = []
    for number, row in enumerate(_rows(source, block.start, block.content_end)):
        if block.start == block.origin and number == 1:
            lines.append(_rule(row, columns))
        else:
            head = block.start == block.origin and number == 0
            lines += _set_row(source, row, columns, ("table-head",) if head else ())
    return lines


def _rows(source: str, start: int, end: int) -> list[_TableRow]:
    rows = []
    while start < end:
        line = Line.at(source, start)
        rows.append(_TableRow(_cells(source, line), line.start, line.stop))
        start = line.end
    return rows


def _cells(source: str, line: Line) -> tuple[tuple[int, int], ...]:
    opened = _LEADING.match(source, line.start, line.stop)
    start = opened.end() if opened else line.start
    bounds = [found.start() for found in grammar.CELL_END.finditer(source, start, line.stop)]
    cells = []
    for bound in [*bounds, line.stop]:
        if bound < line.stop or source[start:bound].strip():
            cells.append(_stripped(source, start, bound))
        start = bound + 1
    return tuple(cells)


def _stripped(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    begin = start + len(text) - len(text.lstrip(" \t"))
    return begin, max(begin, start + len(text.rstrip(" \t")))


def _columns(source: str, origin: int, width: int) -> list[int]:
    """Return the cells of each column, from the first rows of the table; empty when there is no room for them."""
    end = origin
    for _ in range(_SAMPLE):
        line = Line.at(source, end)
        if grammar.QUOTED_BLANK.match(source, end):
            break
        end = line.end
    rows = [row for number, row in enumerate(_rows(source, origin, end)) if number != 1]
    count = max((len(row.cells) for row in rows), default=0)
    wanted = [1] * count
    for row in rows:
        for index, cell in enumerate(row.cells):
            wanted[index] = max(wanted[index], text_width(_flow(source, cell, ()).text))
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


def _flow(source: str, cell: tuple[int, int], look: tuple[str, ...]) -> Flow:
    start, end = cell
    return flow_of(source, read_inline(source[start:end]).pieces(start, look), marks=False)


def _set_row(source: str, row: _TableRow, columns: list[int], look: tuple[str, ...]) -> list[VisualLine]:
    cells = []
    for index, column in enumerate(columns):
        span = row.cells[index] if index < len(row.cells) else (row.stop, row.stop)
        cells.append(broken(_flow(source, span, look), ([], []), column, span[1]))
    lines = []
    for number in range(max(len(cell) for cell in cells)):
        runs: list[TextRun] = []
        for index, cell in enumerate(cells):
            if index:
                runs.append(_SEPARATOR)
            own = cell[number].runs if number < len(cell) else ()
            runs += own
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


def _rule(row: _TableRow, columns: list[int]) -> VisualLine:
    text = "\u2500\u253c\u2500".join("\u2500" * column for column in columns)
    return VisualLine((TextRun(text, ("table-line",), sign=True),), row.start, row.start, row.start)
