"""Who changed what, as the attributes of a tracked change tell it."""

from datetime import UTC, datetime
from typing import Any

from reviewtui.exchange.word.package.xml_names import attribute, child, name_of
from reviewtui.exchange.word.reading.paragraph import ChangeKind, TrackedChange

KINDS: dict[str, ChangeKind] = {
    "w:ins": "insert", "w:del": "delete", "w:moveFrom": "move-from", "w:moveTo": "move-to",
}  # fmt: skip
_MOVES = frozenset({"move-from", "move-to"})
FORMATTING = frozenset(
    {"w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tblGridChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange",
     "w:numberingChange", "w:tblPrExChange"}
)  # fmt: skip


def change_of(element: Any, move: str = "") -> TrackedChange | None:
    """Return the change that an element tells; None for an element that tells none."""
    kind = KINDS.get(name_of(element))
    if kind is None:
        return None
    return TrackedChange(
        kind, author_of(element), moment_of(attribute(element, "w:date")), move if kind in _MOVES else ""
    )


def author_of(element: Any) -> str:
    """Return the name that a change or comment gives to its author."""
    return " ".join(attribute(element, "w:author").split())


def moment_of(text: str) -> datetime | None:
    """Return a date of a Word file; None where it tells none, or an impossible one."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def change_in(properties: Any, move: str = "") -> tuple[TrackedChange | None, TrackedChange | None]:
    """Return who put in, and who took out, what has these properties: a paragraph's mark, or a row."""
    inserted = deleted = None
    for element in properties if properties is not None else ():
        change = change_of(element, move)
        if change is not None and change.kind in {"insert", "move-to"}:
            inserted = change
        elif change is not None:
            deleted = change
    return inserted, deleted


def mark_changes(properties: Any, move: str = "") -> tuple[TrackedChange | None, TrackedChange | None]:
    """Return who put in and who took out the mark at the end of a paragraph with these properties."""
    return change_in(child(properties, "w:rPr"), move)


def format_change(properties: Any, name: str) -> TrackedChange | None:
    """Return who changed properties as their child of that name tells; None where nobody did."""
    change = child(properties, name)
    return (
        TrackedChange("format", author_of(change), moment_of(attribute(change, "w:date")))
        if change is not None
        else None
    )


_OF_CELLS: tuple[tuple[str, ChangeKind], ...] = (
    ("w:cellIns", "insert"), ("w:cellDel", "delete"), ("w:cellMerge", "format"),
)  # fmt: skip


def cell_change(properties: Any) -> TrackedChange | None:
    """Return who put in, took out, joined or split the cell with these properties."""
    for name, kind in _OF_CELLS:
        change = child(properties, name)
        if change is not None:
            return TrackedChange(kind, author_of(change), moment_of(attribute(change, "w:date")))
    return None
