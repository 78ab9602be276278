"""The commenting form as a workbook: eight columns of text in one sheet, our ids in a hidden one."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

import msgspec
import python_calamine
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.table.commenting_form import (
    COLUMNS,
    FOOTNOTE,
    FORM_TITLE,
    ReadRow,
    ReadTable,
    errors_told,
    read_form,
    shared_columns,
)
from reviewtui.exchange.table.known_rows import (
    PIECE,
    KeptForm,
    KeptRow,
    kept_form,
    kept_row,
    known_rows,
    rows_of_review,
)
from reviewtui.exchange.table.returned_rows import read_rows
from reviewtui.exchange.table.row_matching import KnownRow
from reviewtui.exchange.table.sent_rows import sent_rows, shown_cell
from reviewtui.exchange.table.workbook_guard import MOST_ROWS, BesideCells, require_safe_workbook
from reviewtui.views.excerpt import clipped

_SHEET, _HIDDEN = "Comments", "reviewtui"
_WIDTHS = (18, 8, 22, 16, 9, 50, 50, 40)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_Cell = str | float | bool | date | datetime | time | timedelta


def write(outgoing: Outgoing) -> bytes:
    """Return the workbook of what is sent out."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, _OPTIONS)
    workbook.set_properties({"title": shown_cell(outgoing.title), "author": "", "created": outgoing.moment})
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E7EDF3"})
    cell = workbook.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    sheet = workbook.add_worksheet(_SHEET)
    _set_page(sheet, outgoing)
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, cell)
        sheet.write_string(0, column, name, head)
    sent = sent_rows(outgoing.draft, outgoing.threads, plain=True)
    for number, sent_row in enumerate(sent, 1):
        for column, words in enumerate(sent_row.row):
            sheet.write_string(number, column, words, cell)
    hidden = workbook.add_worksheet(_HIDDEN)
    hidden.hide()
    _keep(hidden, 0, kept_form(outgoing))
    for number, sent_row in enumerate(sent, 1):
        _keep(hidden, number, kept_row(outgoing.draft, sent_row))
    workbook.close()
    return target.getvalue()


def _set_page(sheet: Worksheet, outgoing: Outgoing) -> None:
    """Set the form's head and foot, which it has outside of its table."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    title = shown_cell(outgoing.title).replace("&", "&&")[:120]
    sheet.set_header(f"&L{FORM_TITLE}&CDate: {outgoing.moment:%Y-%m-%d}&RDocument: {title}")
    sheet.set_footer(f"&L&8{FOOTNOTE}&RPage &P of &N")


def _keep(sheet: Worksheet, number: int, value: KeptForm | KeptRow) -> None:
    words = msgspec.json.encode(value).decode("utf-8")
    for column, start in enumerate(range(0, len(words), PIECE)):
        sheet.write_string(number, column, words[start : start + PIECE])


def read(content: bytes, context: ImportContext) -> Incoming:
    """Return what a workbook brings in.

    Raises:
        Refused: it is no workbook with the form, or is not safe to open.
    """
    beside = require_safe_workbook(content)
    sheets = _sheets(content)
    kept = next((lines for name, lines in sheets.items() if name == _HIDDEN), [])
    form, rows = _kept(kept)
    tables = {name: table for name, lines in sheets.items() if name != _HIDDEN and (table := read_form(lines))}
    if not tables:
        raise Refused(f"No sheet of this workbook names the columns of the commenting form: {', '.join(COLUMNS)}.")
    sent = context.sent(form.policy_id, form.version) if form else context.draft
    settings = context.draft.settings
    reader = settings.organisation_name(form.organisation) if form and form.organisation else ""
    known_before = list(known_rows(rows, context.draft, sent.policy)) if form else rows_of_review(context.draft)
    result = read_rows(_joined(list(tables.values())), known_before, sent.policy, reader)
    return Incoming(
        "xlsx",
        form.export if form else "",
        form.version if form else "",
        result.acts,
        read=_read_lines(tables),
        left_out=(
            *result.left_out,
            *_other_sheets(sheets, tables),
            *_unworded(beside),
            *(_gone(result.missing, known_before) if form else ()),
        ),
    )


def _joined(tables: Sequence[ReadTable]) -> ReadTable:
    """All tables as one; a second one's rows are counted on behind the first one's."""
    rows: list[ReadRow] = []
    extra: list[str] = []
    beside: list[str] = []
    base = 0
    for table in tables:
        rows += [row._replace(number=row.number + base) for row in table.rows]
        extra += table.extra
        beside += table.beside
        base = rows[-1].number if rows else base
    return ReadTable(tuple(rows), tuple(extra), tuple(beside))


def _read_lines(tables: dict[str, ReadTable]) -> tuple[str, ...]:
    return tuple(f"Sheet '{name}': {counted(len(table.rows), 'row')}." for name, table in tables.items())


def _other_sheets(sheets: dict[str, list[list[str]]], tables: dict[str, ReadTable]) -> list[str]:
    return [
        f"Sheet '{name}' does not name the columns of the form and was not read."
        for name, lines in sheets.items()
        if name not in tables and name != _HIDDEN and any(cell.strip() for line in lines for cell in line)
    ]


def _unworded(beside: BesideCells) -> Iterator[str]:
    if beside.formulas:
        yield f"{counted(beside.formulas, 'cell', 'has')} a formula; what was last shown was read as text."
    yield from errors_told(beside.errors)
    if beside.is_struck:
        yield "There are words that are struck out; they were read like all others."
    for words in beside.notes:
        yield f"A note or box beside the cells was not read: “{clipped(words, 200)}”"


def _gone(missing: Sequence[str], known: Sequence[KnownRow]) -> list[str]:
    if len(missing) > 1 and len(missing) == len(known):
        return [f"None of the {len(known)} remarks that were sent out is in the table any more; they stay as they are."]
    return [
        f"The remark {thread[-6:]} that was sent out is not in the table any more; it stays as it is."
        for thread in missing
    ]


def _sheets(content: bytes) -> dict[str, list[list[str]]]:
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names}
    except python_calamine.CalamineError as error:
        raise Refused("The workbook is damaged and cannot be read.") from error
    for name, sheet in sheets.items():
        if sheet.total_height > MOST_ROWS or sheet.total_width > 1_000:
            raise Refused(f"Sheet '{name}' is too large: at most {MOST_ROWS} rows and 1,000 columns are read.")
    return {name: _lines(sheet) for name, sheet in sheets.items()}


def _lines(sheet: python_calamine.CalamineSheet) -> list[list[str]]:
    """The cells of a sheet as words; what one cell says of several rows stands in each of them."""
    lines = [[_text(cell) for cell in line] for line in sheet.to_python(skip_empty_area=False)]
    shared = shared_columns(lines)
    for (first, column), (last, end) in sheet.merged_cell_ranges or ():
        if column == end and column in shared:
            for row in range(first + 1, min(last + 1, len(lines))):
                lines[row][column] = lines[first][column]
    return lines


def _text(cell: _Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date | datetime | time) else str(cell)


def _kept(lines: list[list[str]]) -> tuple[KeptForm | None, list[KeptRow]]:
    """What the hidden sheet says; nothing where somebody took it out or changed it."""
    try:
        first, *others = ("".join(line) for line in lines if any(line))
        form = msgspec.json.decode(first, type=KeptForm)
        return form, [msgspec.json.decode(words, type=KeptRow) for words in others]
    except (ValueError, RecursionError):
        return None, []
