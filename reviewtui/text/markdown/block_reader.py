"""Reads the blocks of a Markdown text one after the other, from the top, and never further than it is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reviewtui.text.markdown.block import Block, BlockKind
from reviewtui.text.markdown.block_sequence import BlockSequence
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.parsing.html import html_parts
from reviewtui.text.markdown.parsing.inline import InlineReader
from reviewtui.text.markdown.parsing.lines import line_stop
from reviewtui.text.markdown.parsing.parser_events import Acts, EventAct, EventStream, readable
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


_LEAVES: dict[str, BlockKind] = {
    "Paragraph": "paragraph", "Heading": "heading", "CodeBlock": "code", "HtmlBlock": "html", "Table": "table",
    "DefinitionListTitle": "paragraph",
}  # fmt: skip
_LISTS = ("List", "DefinitionList")
_ALERT = re.compile(r"[ \t>]*\[!(?P<kind>\w+)\]")


@dataclass(slots=True)
class _Leaf:
    """A block that is being read: it has begun, and its inside comes in."""

    kind: BlockKind
    start: int
    end: int
    first: int
    level: int = 0
    label: str = ""
    lines: list[Span] = field(default_factory=list)
    """The lines of a block of HTML, without the marks of quotes and lists before each, and with its line end."""
    rows: list[tuple[Span, ...]] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)


class BlockReader:
    """Where reading has got to: `source` is read from its beginning, `inline` collects what stands in the blocks."""

    def __init__(self, source: str, *, is_file: bool = True) -> None:
        """Read `source`, which begins where a file does, so with its front matter, unless it is a later part of one."""
        self.source = source = readable(source)
        self.inline = InlineReader(source)
        front = front_matter_end(source) if is_file else 0
        self.stream = EventStream(source, front or int(is_file and source.startswith("\ufeff")))
        self._nesting = Nesting(source)
        self._leaf: _Leaf | None = None
        self._sequence = BlockSequence(source)
        if front:
            self._sequence.add("front-matter", 0, front)

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in reading order; they follow each other without a gap from 0 to the end of the source."""
        for _ in self.stream.run(self._acts()):
            if self._sequence.ready:
                yield from self._sequence.take()
        self._close()
        self._sequence.finish()
        yield from self._sequence.take()

    def _acts(self) -> Acts:
        begin, end, inside = self.inline.acts()
        inside = {name: self._in_leaf(act) for name, act in inside.items()}
        inside["Text"] = self._text(inside["Text"])
        begin = {name: self._in_leaf(act) for name, act in begin.items()}
        begin |= {name: self._leaf_act(kind) for name, kind in _LEAVES.items()}
        begin |= {name: self._container_act(name) for name in (*MARKED, "BlockQuote")}
        begin |= dict.fromkeys(_LISTS, self._close_before) | {"TableCell": self._cell}
        end |= dict.fromkeys((*_LEAVES, *_LISTS), self._close)
        end |= dict.fromkeys(MARKED, self._end_marked) | {"BlockQuote": self._end_quote}
        end |= dict.fromkeys(("TableHead", "TableRow"), self._end_row)
        inside |= {"Rule": self._rule, "Html": self._html_line}
        return Acts(begin, end, inside)

    def _leaf_act(self, kind: BlockKind) -> EventAct:
        def begin(data: Any, start: int, end: int) -> None:
            if self._leaf is not None:
                self._close()
            level = int(data["level"][1]) if kind == "heading" else 0
            label = _language(data) if kind == "code" else ""
            self._leaf = _Leaf(kind, start, end, self.inline.begin_block(), level, label)

        return begin

    def _in_leaf(self, act: EventAct) -> EventAct:
        """Let an act find a block to stand in: the words of a tight list item begin none of their own."""

        def inside(data: Any, start: int, end: int) -> None:
            if self._leaf is None:
                self._leaf = _Leaf("paragraph", start, end, self.inline.begin_block())
            self._leaf.end = max(self._leaf.end, end)
            act(data, start, end)

        return inside

    def _text(self, act: EventAct) -> EventAct:
        def text(data: Any, start: int, end: int) -> None:
            if self._leaf is not None and self._leaf.kind == "code":
                self.inline.add(start, end, "code")
            else:
                act(data, start, end)

        return text

    def _close_before(self, _data: Any, _start: int, _end: int) -> None:
        self._close()

    def _container_act(self, name: str) -> EventAct:
        def begin(data: Any, start: int, _end: int) -> None:
            self._close()
            self._nesting.begin(name, data, start)
            self.inline.quote = self._nesting.open[-1].quote
            if name == "BlockQuote" and data:
                self._alert(str(data), start)

        return begin

    def _end_quote(self) -> None:
        self._close()
        self._nesting.end()
        self.inline.quote = self._nesting.open[-1].quote

    def _end_marked(self) -> None:
        """End a list item, footnote or definition; one without a word in it is a line of its own."""
        self._close()
        if self._nesting.markers:
            at = self._nesting.markers[-1][0][1]
            self._leaf = _Leaf("paragraph", at, at, self.inline.begin_block())
            self._close()
        self._nesting.end()

    def _alert(self, kind: str, start: int) -> None:
        """Read the line that says of what kind an alert is; the parser has no event for it."""
        line = _ALERT.match(self.source, start)
        if line is not None:
            self._leaf = _Leaf("alert", start, line.end(), self.inline.begin_block(), label=kind)
            self.inline.add(*line.span("kind"), "strong")
            self._close()

    def _cell(self, _data: Any, start: int, end: int) -> None:
        if self._leaf is not None:
            words = self.source[start:end]
            first = start + len(words) - len(words.lstrip(" \t"))
            self._leaf.cells.append((first, max(first, start + len(words.rstrip(" \t\r\n")))))

    def _end_row(self) -> None:
        if self._leaf is not None:
            self._leaf.rows.append(tuple(self._leaf.cells))
            self._leaf.cells.clear()

    def _html_line(self, _data: Any, start: int, end: int) -> None:
        if self._leaf is not None:
            self._leaf.lines.append((start, end))

    def _rule(self, _data: Any, start: int, end: int) -> None:
        self._close()
        self._leaf = _Leaf("rule", start, end, self.inline.begin_block())
        self._close()

    def _close(self) -> None:
        """End the block that is being read."""
        leaf, self._leaf = self._leaf, None
        if leaf is None:
            return
        if leaf.lines:
            _add_html(self.inline, self.source, leaf.lines)
        markers, indent = self._nesting.take_markers()
        nested = self._nesting.open[-1]
        text = self.inline.block_span(leaf.end)
        pieces = (leaf.first, len(self.inline.pieces))
        start = min(leaf.start, markers[0][0]) if markers else leaf.start
        self._sequence.add(
            leaf.kind, start, leaf.end, level=leaf.level, quote=nested.quote, indent=indent, markers=markers,
            text=text, pieces=pieces, rows=tuple(leaf.rows), within=nested.within, label=leaf.label or nested.label,
        )  # fmt: skip


def _language(kind: Any) -> str:
    """The language of a block of code, empty where none is named; `kind` is as the parser gives it."""
    words = str(kind["Fenced"]).split(maxsplit=1) if isinstance(kind, dict) else []
    return words[0] if words else ""


def _add_html(inline: InlineReader, source: str, lines: list[Span]) -> None:
    """Add what a reader sees of the HTML in `lines`; entities are read, tags and comments left out."""
    base = lines[0][0]
    end = base + len(source[base : lines[-1][1]].rstrip("\r\n"))
    number = 0
    for kind, first, last in html_parts(source[base:end]):
        start, stop = base + first, base + last
        if kind == "comment":
            inline.add(start, stop, "comment", "\n")
        elif kind == "break":
            inline.add(start, stop, "html", "\n")
        elif kind == "text":
            number = _add_text(inline, source, (start, stop), lines, number)


def _add_text(inline: InlineReader, source: str, span: Span, lines: list[Span], number: int) -> int:
    """Add the text of `span`, line by line from line `number` on; return the line in which it ends."""
    start, end = span
    while number < len(lines):
        low, high = lines[number]
        stop = line_stop(source, low)
        if max(low, start) < min(stop, end):
            inline.add_html_text(max(low, start), min(stop, end))
        if end < high:
            return number
        if start < high < end:
            inline.add(stop, high, "html-text", " ")
        number += 1
    return number
