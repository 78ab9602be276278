"""A block of Markdown: a run of whole source lines that is set by itself."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "front-matter", "heading", "paragraph", "table", "code", "html", "comment", "rule", "definition", "blank"
]

LITERAL: frozenset[Kind] = frozenset({"front-matter", "code", "html", "comment", "definition"})
"""Kinds that are shown line by line as they stand in the source."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block stands and how it is nested; all offsets are code points of the whole source.

    Blocks follow each other without a gap: a block's `end` is the next one's `start`, the line ends and blank lines
    behind its content belong to it.
    """

    kind: Kind
    start: int
    content_end: int
    """Behind the last character of the content, before its line end."""
    end: int
    lines: int
    """Number of source lines of the content."""
    blank: int = -1
    """Where the first blank line behind the content begins; -1 when there is none."""
    level: int = 0
    """1 to 6 for a heading."""
    quote: int = 0
    """How many quotes the block stands in."""
    indent: int = 0
    """Cells to indent it by, from the lists it stands in."""
    marker: tuple[int, int] | None = None
    """The list marker that opens it."""
    origin: int = -1
    """Where the table begins that this is a piece of."""
    inside_line: bool = False
    """Whether it goes on in the middle of a source line that was too long for one block."""


@dataclass(frozen=True, slots=True)
class Line:
    """One source line: `start` to `stop` is its text, `end` lies behind its line end."""

    start: int
    stop: int
    end: int

    @classmethod
    def at(cls, source: str, start: int) -> "Line":
        """Return the line of `source` that begins at `start`; LF and CRLF end a line, a lone CR does not."""
        found = source.find("\n", start)
        if found < 0:
            return cls(start, len(source), len(source))
        stop = found - 1 if found > start and source[found - 1] == "\r" else found
        return cls(start, stop, found + 1)
