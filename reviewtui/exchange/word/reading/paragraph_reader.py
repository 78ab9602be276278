"""Walks through one story of a Word file (the body, a note, a header, a text box) and gives its paragraphs."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.package.xml_names import THROUGH, attribute, child, children_of, name_of, value_of
from reviewtui.exchange.word.reading.change_attributes import (
    KINDS,
    cell_change,
    change_in,
    change_of,
    format_change,
    mark_changes,
)
from reviewtui.exchange.word.reading.non_text import is_unfilled, note_formatting, note_table
from reviewtui.exchange.word.reading.numbering import list_item
from reviewtui.exchange.word.reading.paragraph import Cell, Paragraph, Run
from reviewtui.exchange.word.reading.reading_state import NO_CHANGES, EnclosingChanges, ReadingState
from reviewtui.exchange.word.reading.run_reader import RunReader
from reviewtui.exchange.word.reading.run_text import without_fallback
from reviewtui.exchange.word.reading.styles import heading_level, is_indented

_MOST_PARAGRAPHS = 60_000
"""Some two thousand pages; what is longer takes longer to read than anybody waits."""


class ParagraphReader:
    """Walks through one story; `links` are the addresses of its part by relationship id."""

    def __init__(self, reading: ReadingState, part: str, links: dict[str, str]) -> None:
        self._reading = reading
        self._part = part
        self._links = links
        self._runs = RunReader(reading, part, links)

    def walk(self, blocks: Iterable[Any], cell: Cell | None = None, row: EnclosingChanges = NO_CHANGES) -> None:
        """Read paragraphs and tables one after the other."""
        for block in blocks:
            name = name_of(block)
            if name == "w:p":
                self._paragraph(block, cell, row)
            elif name == "w:tbl":
                self._table(block, row)
            elif name == "w:sdt":
                if not is_unfilled(block, self._reading.left_out):
                    self.walk(children_of(child(block, "w:sdtContent")), cell, row)
            elif name in KINDS and (change := change_of(block)) is not None:
                self.walk(block, cell, row.within(change))
            elif name == "mc:AlternateContent":
                self.walk(without_fallback(block), cell, row)
            elif name in THROUGH:
                self.walk(block, cell, row)
            else:
                self._runs.read_between(block, row)

    def _table(self, table: Any, around: EnclosingChanges) -> None:
        note_table(table, self._reading.left_out)
        self._reading.tables += 1
        number = self._reading.tables
        rows = [row for inner in table for row in _rows_in(inner)]
        for index, row in enumerate(rows):
            inserted, deleted = change_in(child(row, "w:trPr"))
            inside = replace(around, inserted=inserted or around.inserted, deleted=deleted or around.deleted)
            column = 0
            for holder in [cell for inner in row for cell in _cells_in(inner)]:
                properties = child(holder, "w:tcPr")
                span = value_of(properties, "w:gridSpan")
                merge = child(properties, "w:vMerge")
                merged = merge is not None and attribute(merge, "w:val") != "restart"
                width = int(span) if span.isdigit() and 0 < int(span) < 100 else 1
                note_formatting(properties, self._reading.left_out)
                cell = Cell(number, index, column, width, merged, cell_change(properties))
                self.walk(holder, cell, inside)
                column += width

    def _paragraph(self, element: Any, cell: Cell | None, around: EnclosingChanges) -> None:
        if len(self._reading.paragraphs) >= _MOST_PARAGRAPHS:
            raise Refused(f"The file is too long: it has more than {_MOST_PARAGRAPHS} paragraphs; send it in parts.")
        properties = child(element, "w:pPr")
        style = value_of(properties, "w:pStyle") or self._reading.styles.default
        note_formatting(properties, self._reading.left_out)
        self._runs.read(element, style, around)
        self._reading.paragraphs.append(self._finished(properties, style, cell, around))
        boxes = self._runs.boxes
        self._runs.end_paragraph()
        for box in boxes:
            ParagraphReader(self._reading, "text box", self._links).walk(box)

    def _finished(self, properties: Any, style: str, cell: Cell | None, around: EnclosingChanges) -> Paragraph:
        """The paragraph whose runs have been read."""
        styles = self._reading.styles
        inserted, deleted = mark_changes(properties, self._runs.move)
        is_row_changed = cell is not None and bool(around.inserted or around.deleted)
        return Paragraph(
            self._part,
            tuple(map(_without_filler, self._runs.runs) if is_row_changed else self._runs.runs),
            styles.name(style),
            heading_level(styles, style, properties),
            list_item(styles, self._reading.numbering, style, properties),
            cell,
            mark_inserted=inserted or around.inserted,
            mark_deleted=deleted or around.deleted,
            row_change=(around.inserted or around.deleted) if cell else None,
            bookmarks=tuple(self._runs.bookmarks),
            reshaped=format_change(properties, "w:pPrChange"),
            is_indented=is_indented(properties),
        )


def _without_filler(run: Run) -> Run:
    """A run of a row that came or went: LibreOffice puts a sign of no width into its cells, which nobody wrote."""
    return replace(run, text=run.text.removesuffix(_FILLER))


_FILLER = "\u200d"


def _rows_in(element: Any) -> list[Any]:
    """Return the rows that an element is or holds, whatever else stands around them."""
    name = name_of(element)
    if name == "w:tr":
        return [element]
    if name == "w:sdt":
        return [row for inner in children_of(child(element, "w:sdtContent")) for row in _rows_in(inner)]
    return [row for inner in element for row in _rows_in(inner)] if name in THROUGH or name in KINDS else []


def _cells_in(element: Any) -> list[Any]:
    """Return the cells that an element is or holds."""
    name = name_of(element)
    if name == "w:tc":
        return [element]
    if name == "w:sdt":
        return [cell for inner in children_of(child(element, "w:sdtContent")) for cell in _cells_in(inner)]
    return [cell for inner in element for cell in _cells_in(inner)] if name in THROUGH else []
