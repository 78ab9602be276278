"""What blocks stand in: quotes, lists, footnotes and definitions, and how far each indents them."""

import re
from dataclasses import dataclass, field

from reviewtui.text.span import Span

_MARKERS = {
    "item": re.compile(r"[-*+]|\d{1,9}[.)]"),
    "footnote": re.compile(r"\[\^[^\]\r\n]*\]:"),
    "definition": re.compile(r":"),
}
_KINDS = {
    "BlockQuote": "quote",
    "Item": "item",
    "FootnoteDefinition": "footnote",
    "DefinitionListDefinition": "definition",
}
MARKED = ("Item", "FootnoteDefinition", "DefinitionListDefinition")
"""Containers that begin with a marker."""
_DEEPEST = 32
"""So many containers around a block are named; deeper texts are made to make programs fail."""
_WIDEST = 8
"""Cells that the label of a footnote indents its words by at most."""


@dataclass(frozen=True, slots=True)
class Container:
    """An open container: what it adds to what it stands in."""

    within: tuple[str, ...] = ()
    quote: int = 0
    indent: int = 0
    label: str = ""


@dataclass
class Nesting:
    """The containers that are open, and the markers of those that no block has been read of yet."""

    source: str
    open: list[Container] = field(default_factory=lambda: [Container()])
    markers: list[tuple[Span, int]] = field(default_factory=list)
    """Marker, and the indent in front of it."""

    def begin(self, name: str, data: object, start: int) -> None:
        """Take in that the container `name` begins at `start`."""
        kind, outer = _KINDS[name], self.open[-1]
        within = (*outer.within, kind)[:_DEEPEST]
        if kind == "quote":
            self.open.append(Container(within, outer.quote + 1, outer.indent, outer.label))
            return
        marker = _MARKERS[kind].match(self.source, start)
        span = marker.span() if marker else (start, start)
        label = str(data) if kind == "footnote" else outer.label
        width = min(span[1] - span[0], _WIDEST)
        self.open.append(Container(within, outer.quote, outer.indent + width + 1, label))
        self.markers.append((span, outer.indent))

    def end(self) -> None:
        """Take in that the innermost container ends."""
        self.open.pop()

    def take_markers(self) -> tuple[tuple[Span, ...], int]:
        """Return the markers that the next block opens with, and the indent in front of the first."""
        if not self.markers:
            return (), self.open[-1].indent
        markers, indent = tuple([span for span, _ in self.markers]), self.markers[0][1]
        self.markers.clear()
        return markers, indent
