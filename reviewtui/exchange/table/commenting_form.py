"""The commenting form: its eight columns and their names, and how they are known again in a table that comes back."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.record.events import RemarkKind

COLUMNS = (
    "MB/NC",
    "Line number",
    "Clause/Subclause",
    "Paragraph/Figure/Table",
    "Type of comment",
    "Comments",
    "Proposed change",
    "Observations of the secretariat",
)
FORM_TITLE = "Template for comments and secretariat observations"
FOOTNOTE = (
    "MB = Member body / NC = National Committee (here: the organisation, and who speaks for it)\n"
    "Type of comment: ge = general, te = technical, ed = editorial"
)
TYPES: dict[RemarkKind, str] = {
    "general": "ge",
    "praise": "ge",
    "question": "ge",
    "substance": "te",
    "missing": "te",
    "conflict": "te",
    "wording": "ed",
}
_KINDS: dict[str, RemarkKind] = {"ge": "general", "te": "substance", "ed": "wording"}
_KNOWN = (
    r"mbnc|mb|nc|memberbody.*|author|organisation|organization",
    r"line(number|no)?",
    r"clause.*|section",
    r"paragraph.*|figure.*",
    r"typeofcomment.*|type",
    r"comments?(justification.*)?|remarks?",
    r"proposedchange.*",
    r"observations.*|secretariat.*",
)
_ASIDE = re.compile(r"\([^()]*\)")
_COMMENTS, _CHANGE = 5, 6
_HEADER_WITHIN = 40
"""Rows of a table in which its header is looked for."""


class FormRow(NamedTuple):
    """One row of the form, cell by cell."""

    member: str = ""
    line: str = ""
    clause: str = ""
    paragraph: str = ""
    type: str = ""
    comments: str = ""
    change: str = ""
    observations: str = ""


class ReadRow(NamedTuple):
    """A row of a table that came back: its number as a reader counts, and its cells as the form has them."""

    number: int
    row: FormRow


class ReadTable(NamedTuple):
    """A table that came back; `extra` tells of the columns with words in them that the form does not have.

    `beside` are the words that stand above its header or, in a document, around it.
    """

    rows: tuple[ReadRow, ...]
    extra: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def kind_of(type_: str) -> RemarkKind | None:
    """Return the kind of a remark of a type; None for one that the form does not know."""
    return _KINDS.get(type_.strip().casefold()[:2]) if type_.strip() else "general"


def read_form(lines: Sequence[Sequence[str]]) -> ReadTable | None:
    """Return the form that the lines of a table hold; None where no line names its columns."""
    for number, line in enumerate(lines[:_HEADER_WITHIN]):
        columns = _columns(line)
        if columns is not None:
            return _table(lines, number, columns)
    return None


def errors_told(count: int, cells: Sequence[str] = ()) -> tuple[str, ...]:
    """Say how many cells had the error of a formula in place of words, and which where that is known."""
    which = f": {first_few(cells, 10)}" if cells else ""
    told = f"{counted(count, 'cell', 'has')} an error in place of words, which was read as empty{which}."
    return (told,) if count else ()


def shared_columns(lines: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns in which a cell that goes over several rows says the same of each: all before the words."""
    columns = next(filter(None, map(_columns, lines[:_HEADER_WITHIN])), None) or []
    return frozenset(column for column in columns[:_COMMENTS] if column is not None)


def _columns(line: Sequence[str]) -> list[int | None] | None:
    """For each column of the form where it stands in a line; None for a line that is no header."""
    names = [re.sub(r"[^a-z]", "", _ASIDE.sub("", cell).casefold()) for cell in line]
    columns: list[int | None] = []
    for pattern in _KNOWN:
        hits = [i for i, name in enumerate(names) if i not in columns and re.fullmatch(pattern, name)]
        columns.append(hits[0] if hits else None)
    named = sum(column is not None for column in columns)
    has_words = columns[_COMMENTS] is not None or columns[_CHANGE] is not None
    return columns if named >= 3 and has_words else None


def _table(lines: Sequence[Sequence[str]], header: int, columns: list[int | None]) -> ReadTable:
    rows = []
    for number, line in enumerate(lines[header + 1 :], header + 2):
        row = FormRow(*(line[i] if i is not None and i < len(line) else "" for i in columns))
        is_head_again = _columns(line) == columns
        if any(cell.strip() for cell in row) and not is_head_again:
            rows.append(ReadRow(number, row))
    above = (" ".join(" ".join(line).split()) for line in lines[:header])
    return ReadTable(tuple(rows), tuple(_extra(lines, header, columns)), tuple(filter(None, above)))


def _extra(lines: Sequence[Sequence[str]], header: int, columns: list[int | None]) -> list[str]:
    """The columns beside those of the form, each by name, with the first words in it."""
    names = lines[header]
    width = max((len(line) for line in lines[header:]), default=0)
    extra = []
    for i in range(width):
        held = [" ".join(line[i].split()) for line in lines[header + 1 :] if i < len(line) and line[i].strip()]
        if i not in columns and held:
            name = names[i].strip() if i < len(names) else ""
            extra.append(f"'{name or f'number {i + 1}'}' is none of the form and was not read: “{first_few(held, 3)}”")
    return extra
