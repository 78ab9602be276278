"""A row of a table is placed in one row: the one with its first cell, and not where words of two rows meet.

Rows share words ("Member", "yes", "two years"). Where one went, a word diff takes such words from another one. The
first cell says whom or what a row is about: a row with another one is another row.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewtui.text.markdown.parsing.lines import line_start, line_stop
from reviewtui.text.placement.place_values import PlaceCandidate
from reviewtui.text.placement.tuning import LABEL_SHARED, ROW_SHARED, ROW_SHARED_FAR
from reviewtui.text.span import Span
from reviewtui.text.words.terms import TermWeight, term_keys

_CELL = re.compile(r"(?:[^|\\\n]|\\.)*[^|\s\\](?:[^|\\\n]|\\.)*")


def in_one_row(
    there: tuple[str, Span], new: str, location: PlaceCandidate, weight: TermWeight, *, near: bool
) -> PlaceCandidate | None:
    """Return `location` cut to the row that is the one of a passage; None where none is, or says enough of it.

    The passage stood `there`, in a text and code points; `near` says that the new text is what its file became. What is
    no row, then and now, stays as it is.
    """
    old, passage = there
    row = _line(old, passage[0])
    if not _is_row(old, row) or passage[1] > row[1]:
        return location
    rows = [line for line in _lines(new, (location.start, location.end)) if _is_row(new, line)]
    if not rows:
        return location
    wanted = _terms(old, passage)
    said = {line: _weighed(wanted & _terms(new, line), weight) for line in rows}
    label = _label(old, row)
    best = max(rows, key=lambda line: (_is_about(label, new, line, weight), said[line]))
    whole = old[slice(*passage)].strip() == old[slice(*row)].strip()
    if not _is_about(label, new, best, weight):
        other = _only_row(new, label) if whole and near else None
        return replace(location, start=other[0], end=other[1]) if other else None
    if whole and said[best] < (ROW_SHARED if near else ROW_SHARED_FAR) * _weighed(wanted, weight):
        return None
    if len(rows) == 1:
        return location
    start, end = best if whole else (max(best[0], location.start), min(best[1], location.end))
    return replace(location, start=start, end=end)


def row_label(text: str, at: int) -> Span | None:
    """Return the first cell of the table row in which a place is; None where it is in no row."""
    row = _line(text, at)
    cell = _CELL.search(text, *row) if _is_row(text, row) else None
    return cell.span() if cell else None


def _label(text: str, row: Span) -> frozenset[str]:
    """Return what the first cell of a row says; nothing where an other row of its table has the same."""
    label = _first_cell(text, row)
    beside = [line for line in _table(text, row) if line != row]
    return label if all(_first_cell(text, line) != label for line in beside) else frozenset()


def _is_about(label: frozenset[str], text: str, row: Span, weight: TermWeight) -> bool:
    """Say whether a row begins with a label, as far as there is one."""
    return _weighed(label & _first_cell(text, row), weight) >= LABEL_SHARED * _weighed(label, weight)


def _only_row(text: str, label: frozenset[str]) -> Span | None:
    """Return the one row of a text that has a label."""
    rows = [line for line in _lines(text, (0, len(text))) if _is_row(text, line) and _first_cell(text, line) == label]
    return rows[0] if len(rows) == 1 else None


def _first_cell(text: str, row: Span) -> frozenset[str]:
    """Return what the first cell that says something says; a picture says nothing."""
    cells = (_terms(text, cell.span()) for cell in _CELL.finditer(text, *row))
    return next((said for said in cells if any(not key.isdigit() for key in said)), frozenset())


def _table(text: str, row: Span) -> Iterator[Span]:
    """Yield the rows right above and below one, and itself."""
    yield row
    line = row
    while line[0] and _is_row(text, line := _line(text, line[0] - 1)):
        yield line
    line = row
    while line[1] < len(text) and _is_row(text, line := _line(text, line[1] + 1)):
        yield line


def _is_row(text: str, line: Span) -> bool:
    return text[slice(*line)].lstrip().startswith("|")


def _line(text: str, at: int) -> Span:
    """Return the line that holds a place, without its end."""
    return line_start(text, at), line_stop(text, at)


def _lines(text: str, span: Span) -> list[Span]:
    """Return the lines that a span touches."""
    lines = [_line(text, span[0])]
    while lines[-1][1] + 1 < span[1]:
        lines.append(_line(text, lines[-1][1] + 1))
    return lines


def _terms(text: str, span: Span) -> frozenset[str]:
    return frozenset(term_keys(text, *span))


def _weighed(keys: frozenset[str], weight: TermWeight) -> float:
    return sum(map(weight, keys))
