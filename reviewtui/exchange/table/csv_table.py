"""The commenting form as comma-separated values: eight columns of text that no program takes for formulas.

A table of this kind has no place for our ids, so a row that comes back is known by what it says.
"""

import csv
import io
import re

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.table.commenting_form import COLUMNS, FormRow, ReadTable, errors_told, read_form
from reviewtui.exchange.table.known_rows import rows_of_review
from reviewtui.exchange.table.returned_rows import read_rows
from reviewtui.exchange.table.sent_rows import sent_rows

_FORMULA = re.compile(r"[\s']*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
"""How a cell begins that a program may take for a formula, guarded already or not."""
_CURLY = re.compile("[\u201c\u201d\u2018\u2019\u2013]")
_OF_A_MAC = re.compile("[\u00d2\u00d3\u00d4\u00d5\u00d0](?![a-z\u00e0-\u00fe])|[\u00d4\u00d5](?=s\\b)")
"""How curly quotation marks and dashes of an old Macintosh file look where they are read as Windows'."""
_ERROR = re.compile(
    r"\s*(?:Err:5\d\d|#N/A|#NAME\?|#(?:DIV/0|REF|VALUE|NUM|NULL|SPILL|CALC|ERROR)!"
    r"|#NV|#(?:WERT|BEZUG|ZAHL)!|#NOM\s?\?|#(?:VALEUR|NOMBRE|NUL)\s?!)\s*"
)
"""What programs for tables write in place of a formula that comes to nothing, in English, German and French."""
_MOST_CHARACTERS = 20_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 1_000


def write(outgoing: Outgoing) -> bytes:
    """Return the table of what is sent out, marked as UTF-8 so that programs for tables read its letters."""
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in sent.row] for sent in sent_rows(outgoing.draft, outgoing.threads))
    return target.getvalue().encode("utf-8-sig", "replace")


def guarded(cell: str) -> str:
    """Return a cell that no program takes for a formula: one that begins like one gets an apostrophe in front."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what a guarded cell says."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def read(content: bytes, context: ImportContext) -> Incoming:
    """Return what a table brings in.

    Raises:
        Refused: it is no table with the columns of the form.
    """
    table, errors = _without_errors(_table(_decoded(content)))
    result = read_rows(table, rows_of_review(context.draft), context.draft.policy, "")
    told = (*result.left_out, *errors_told(len(errors), errors))
    return Incoming("csv", acts=result.acts, read=(f"{counted(len(table.rows), 'row')}.",), left_out=told)


def _without_errors(table: ReadTable) -> tuple[ReadTable, list[str]]:
    """A table in which a cell is empty whose formula came to nothing, and what those said, each with its row."""
    cleared = [
        row._replace(row=FormRow(*("" if _ERROR.fullmatch(cell) else cell for cell in row.row))) for row in table.rows
    ]
    errors = [f"row {row.number} “{cell.strip()}”" for row in table.rows for cell in row.row if _ERROR.fullmatch(cell)]
    return table._replace(rows=tuple(row for row in cleared if any(cell.strip() for cell in row.row))), errors


def _decoded(content: bytes) -> str:
    if b"\0" in content[:4] or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encodings = ["utf-16"] if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" and _OF_A_MAC.search(text) and not _CURLY.search(text):
            text = content.decode("mac-roman")
        if "\0" not in text and len(text) <= _MOST_CHARACTERS:
            return text
    raise Refused("This is no table of comma-separated values, or a very large one; save it as CSV (UTF-8).")


def _table(text: str) -> ReadTable:
    first = text[:5_000]
    for delimiter in sorted(",;\t", key=first.count, reverse=True):
        lines = _lines(text, delimiter)
        table = read_form(lines)
        if table is not None:
            _require_whole(text, delimiter)
            return table
    raise Refused(f"No line of this file names the columns of the commenting form: {', '.join(COLUMNS)}.")


def _lines(text: str, delimiter: str) -> list[list[str]]:
    lines = []
    source = io.StringIO(text if text.endswith(("\n", "\r")) else f"{text}\n", newline="")
    try:
        for line in csv.reader(source, delimiter=delimiter):
            lines.append([unguarded(cell) for cell in line[: _MOST_COLUMNS + 1]])
            if len(lines) > _MOST_ROWS or len(line) > _MOST_COLUMNS:
                raise Refused(f"The table is too large: at most {_MOST_ROWS} rows of {_MOST_COLUMNS} cells are read.")
    except csv.Error as error:
        raise Refused(f"This is no table that can be read: {error}.") from error
    return lines


def _require_whole(text: str, delimiter: str) -> None:
    """Refuse a table that ends inside of a cell.

    Raises:
        Refused: it does, so it was cut off, or a quotation mark in it is not doubled.
    """
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Refused(
                "This table ends in the middle of a cell: it was cut off on its way; ask for it anew."
            ) from error
