"""Short names for the elements and attributes of Word files, transitional and strict ones alike."""

from functools import lru_cache
from typing import Any

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "cp",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "cp",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "core",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "app",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": "app",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2010/11/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid": "w16cid",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex": "w16cex",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "urn:schemas-microsoft-com:vml": "v",
}
_PREFIXES: dict[str, tuple[str, ...]] = {
    prefix: tuple(uri for uri, own in _NAMESPACES.items() if own == prefix) for prefix in set(_NAMESPACES.values())
}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, name = tag[1:].partition("}")
    prefix = _NAMESPACES.get(uri)
    return f"{prefix}:{name}" if prefix else ""


def name_of(element: Any) -> str:
    """Return the short name of an element, as in "w:p"; an empty string for one of a namespace that nobody needs."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) and tag[:1] == "{" else ""


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    prefix, _, local = name.partition(":")
    return (*(f"{{{uri}}}{local}" for uri in _PREFIXES.get(prefix, ())), local)


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its short name, with its namespace or without; an empty string where it has none."""
    for key in _keys(name):
        value = element.get(key)
        if value is not None:
            return str(value)
    return ""


def child(element: Any, name: str) -> Any:
    """Return the first child of that short name, or None."""
    if element is None:
        return None
    return next((inner for inner in element if name_of(inner) == name), None)


def children(element: Any, name: str) -> list[Any]:
    """Return all children of that short name."""
    return [] if element is None else [inner for inner in element if name_of(inner) == name]


def value_of(element: Any, name: str) -> str:
    """Return the value (`w:val`) of a child, or an empty string."""
    held = child(element, name)
    return attribute(held, "w:val") if held is not None else ""


def is_on(element: Any, name: str) -> bool | None:
    """Return whether a switch such as bold is on or off; None where nothing is said."""
    held = child(element, name)
    if held is None:
        return None
    return attribute(held, "w:val").lower() not in {"0", "false", "off"}


THROUGH = frozenset({"w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent", "mc:Choice"})
"""Elements that only stand around others."""


def children_of(element: Any) -> list[Any]:
    """Return all children of an element, none of None."""
    return [] if element is None else list(element)
