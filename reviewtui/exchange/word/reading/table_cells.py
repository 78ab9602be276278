"""The rows and cells of a table of a Word file, whatever else stands around them."""

from typing import Any

from reviewtui.exchange.word.package.names import child, name_of
from reviewtui.exchange.word.reading.changes import KINDS

THROUGH = frozenset({"w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent", "mc:Choice"})
"""Elements that only stand around others."""


def children_of(element: Any) -> list[Any]:
    """Return all children of an element, none of None."""
    return [] if element is None else list(element)


def rows_in(element: Any) -> list[Any]:
    """Return the rows that an element is or holds."""
    name = name_of(element)
    if name == "w:tr":
        return [element]
    if name == "w:sdt":
        return [row for inner in children_of(child(element, "w:sdtContent")) for row in rows_in(inner)]
    return [row for inner in element for row in rows_in(inner)] if name in THROUGH or name in KINDS else []


def cells_in(element: Any) -> list[Any]:
    """Return the cells that an element is or holds."""
    name = name_of(element)
    if name == "w:tc":
        return [element]
    if name == "w:sdt":
        return [cell for inner in children_of(child(element, "w:sdtContent")) for cell in cells_in(inner)]
    return [cell for inner in element for cell in cells_in(inner)] if name in THROUGH else []
