"""Refuses a workbook that is not safe to open, before anything of it is read."""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.zip_guard import require_plain_packing, require_sound_parts

_MOST_BYTES = 50 * 1024 * 1024
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0"
_MACROS = re.compile(r"vbaProject|vbaData|activeX|macrosheets|customUI", re.IGNORECASE)
_ARCHIVE = re.compile(r"\.(zip|docx|docm|xlsx|xlsm|xlsb|jar|7z|rar|gz|tar|bin)\Z", re.IGNORECASE)
_SETTINGS = re.compile(r"xl/printerSettings/[^/]+\.bin\Z", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE|<!\s*ENTITY|<\0!\0[DE]\0|\0<\0!\0[DE]", re.IGNORECASE)
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_REMOTE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_LINK = re.compile(rb"/(?:hyperlink)[\"']", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?(?P<tag>row|c)(?=[\s/>])(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)")
_TYPE = re.compile(rb"(?:\A|\s)t\s*=\s*[\"'](?P<type>[A-Za-z]+)[\"']")
_VALUE = re.compile(
    rb"\s*>\s*(?:<(?:[^\s<>/:]+:)?f\b[^<]*(?:</[^<>]*>)?\s*)?<(?:[^\s<>/:]+:)?v[^<>]*>\s*(?P<index>[^<]*?)\s*<"
)
_STYLES = re.compile(r"(?:.*/)?styles\.xml\Z", re.IGNORECASE)
_STRUCK = re.compile(rb"<(?:\w+:)?strike(?:\s*/?>|\s+val\s*=\s*[\"'](?:1|true)[\"'])", re.IGNORECASE)
_NOTED = re.compile(
    r"(?:.*/)?(?:comments/?(?:comment)?\d*|threadedComments/[^/]+|drawings/drawing\d*)\.xml\Z", re.IGNORECASE
)
_NOTE = re.compile(rb"<(?:\w+:)?(?:comment|threadedComment|txBody)(?=[\s>])")
_WORDS = re.compile(rb"<(?:\w+:)?(?:t|text)(?:\s[^>]*)?>([^<]+)</")
_SHARED = re.compile(r"(?:.*/)?sharedStrings\.xml\Z", re.IGNORECASE)
_ITEM = re.compile(rb"<(?:[^\s<>/:]+:)?si(?=[\s/>])")
_REFERENCE = re.compile(rb"(?:\A|\s)r\s*=\s*[\"']\s*(?P<column>[A-Za-z]*)(?P<row>\d*)")
MOST_ROWS = 20_000
_MOST_COLUMNS = 1_000
_MOST_CELLS = 2_000_000


class BesideCells(NamedTuple):
    """What of a workbook is no word of a cell: formulas, which are never worked out, errors, notes and boxes."""

    formulas: int = 0
    errors: int = 0
    notes: tuple[str, ...] = ()
    """The words of notes on cells and of text boxes."""
    is_struck: bool = False
    """Whether words of cells may be struck out."""


def require_safe_workbook(content: bytes) -> BesideCells:
    """Return what a workbook holds beside the words of its cells.

    Raises:
        Refused: it is no workbook, or one that is not safe to open.
    """
    if content[:4] == _OLE:
        raise Refused("This is an old .xls or a file with a password; save it as .xlsx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _require_sound(entries)
            parts = {entry.filename: _sound_part(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("This is no workbook: it is no zip archive, or a damaged one.") from error
    words = sum(len(_ITEM.findall(part)) for name, part in parts.items() if _SHARED.match(name))
    sheets = [part for part in parts.values() if b"sheetData" in part]
    errors = sum(_require_known_words(part, words) for part in sheets)
    struck = any(_STRUCK.search(part) for name, part in parts.items() if _SHARED.match(name) or _STYLES.match(name))
    formulas = sum(len(_FORMULA.findall(part)) for part in sheets)
    return BesideCells(formulas, errors, tuple(_notes(parts)), struck)


def _notes(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Give the words of notes and boxes, once where a program keeps a note in two forms."""
    for name, part in parts.items():
        if _NOTED.match(name):
            for item in _NOTE.split(part)[1:]:
                words = " ".join("".join(map(_plain, _WORDS.findall(item))).split())
                if words and not words.startswith("[Threaded comment]"):
                    yield words


def _plain(words: bytes) -> str:
    return html.unescape(words.decode("utf-8", "replace"))


def _require_sound(entries: list[zipfile.ZipInfo]) -> None:
    require_sound_parts(entries, _MACROS, ".xlsx")
    if (total := sum(entry.file_size for entry in entries)) > _MOST_BYTES:
        raise Refused(f"The file is not safe to read: unpacked it has {total >> 20} MB.")
    if any(_ARCHIVE.search(entry.filename) and not _SETTINGS.match(entry.filename) for entry in entries):
        raise Refused("The file is not safe to read: there is another file inside of it.")
    require_plain_packing(entries)
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise Refused("This is no .xlsx workbook, though it is a zip archive.")


def _sound_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of a part that says something about cells; nothing of any other."""
    with archive.open(entry) as part:
        content = part.read(_MOST_BYTES + 1)
    if len(content) != entry.file_size:
        raise Refused("The file is not safe to read: a part of it is larger than it says.")
    if content[:4] == b"PK\x03\x04":
        raise Refused("The file is not safe to read: there is an archive inside of it.")
    if not entry.filename.endswith((".xml", ".rels")) and b"sheetData" not in content:
        return b""
    if content[:2] in _WIDE or b"\0" in content[:4]:
        raise Refused("The file is not safe to read: a part of it is in an encoding that no workbook has.")
    if _DOCTYPE.search(content):
        raise Refused("The file is not safe to read: it declares a document type, which a workbook never does.")
    if (begin := content.find(b"sheetData")) >= 0:
        _require_small_sheet(content, begin)
    if entry.filename.endswith(".rels"):
        for pointer in _RELATIONSHIP.findall(content):
            if _REMOTE.search(pointer) and not _LINK.search(pointer):
                raise Refused("The file is not safe to read: it loads a part from another place.")
        return b""
    return content


def _require_known_words(sheet: bytes, words: int) -> int:
    """Refuse a sheet in which a cell points to words that the workbook does not hold; return how many hold an error.

    Raises:
        Refused: one does, and would be read as other words than anybody wrote.
    """
    errors = 0
    for tag in _CELL.finditer(sheet):
        kind = _TYPE.search(tag["rest"])
        if kind is None or tag["tag"] != b"c":
            continue
        errors += kind["type"] == b"e"
        value = _VALUE.match(sheet, tag.end()) if kind["type"] == b"s" else None
        if value and not (value["index"].isdigit() and _number(value["index"]) < words):
            raise Refused("The workbook is damaged: a cell points to words that it does not hold. Save it anew.")
    return errors


def _require_small_sheet(content: bytes, begin: int) -> None:
    """Refuse a sheet whose cells stand far out: the reader makes room for all cells before them.

    Raises:
        Refused: one stands too far down or to the right, or the rows and columns together make too many cells.
    """
    row = column = rows = columns = listed = 0
    for tag in _CELL.finditer(content, begin):
        named = _REFERENCE.search(tag["rest"])
        if tag["tag"] == b"row":
            # An empty row takes no room: programs leave one at the very end where somebody deleted a row.
            row, column = _number(named["row"]) if named and named["row"] else row + 1, 0
            listed += 1
        else:
            column = _column(named["column"]) if named and named["column"] else column + 1
            rows = max(rows, _number(named["row"]) if named else row)
            columns = max(columns, column)
        if max(rows, listed) > MOST_ROWS or columns > _MOST_COLUMNS or rows * columns > _MOST_CELLS:
            limits = f"at most {MOST_ROWS:,} rows, {_MOST_COLUMNS:,} columns and {_MOST_CELLS:,} cells are read"
            raise Refused(f"A sheet of the workbook is too large: {limits}.")


def _number(digits: bytes) -> int:
    """The number that digits say; so many digits that it is too large in any case are not worked out."""
    digits = digits.lstrip(b"0")
    return int(digits[:9] or b"0")


def _column(letters: bytes) -> int:
    """The number of a column by its letters."""
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number
