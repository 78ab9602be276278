"""A block of Markdown: a run of whole source lines that a reader takes as one piece."""

from typing import Literal, NamedTuple

from reviewtui.text.span import Span

BlockKind = Literal[
    "front-matter", "heading", "paragraph", "alert", "table", "code", "html", "comment", "rule", "definition", "blank"
]

LITERAL: frozenset[BlockKind] = frozenset({"front-matter", "code", "html", "comment", "definition"})
"""Kinds that are shown line by line as they stand in the source."""
HIDDEN: frozenset[BlockKind] = frozenset({"front-matter", "comment", "definition"})
"""Kinds that a reader of the page does not see."""


class Block(NamedTuple):
    """Where a block stands and how it is nested; all offsets are code points of the whole source.

    Blocks follow each other without a gap: a block's `end` is the next one's `start`, the line ends and blank lines
    behind its content belong to it.
    """

    kind: BlockKind
    start: int
    """Beginning of its first line, marks of quotes and lists included."""
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
    markers: tuple[Span, ...] = ()
    """The list markers, footnote labels and definition signs that open it, outermost first."""
    text: Span = (0, 0)
    """The words of the block, without marks before and behind them; emphasis and links included."""
    pieces: Span = (0, 0)
    """The first of its inline pieces in the document, and the one behind the last."""
    rows: tuple[tuple[Span, ...], ...] = ()
    """The cells of a table, row by row; the first row is the head."""
    within: tuple[str, ...] = ()
    """What it stands in, outermost first: "quote", "item", "definition", "footnote"."""
    label: str = ""
    """The label of the footnote it belongs to, the kind of an alert, the language of a block of code."""
    origin: int = -1
    """Where the block begins that this is a later part of."""

    @property
    def is_top(self) -> bool:
        """Whether it stands in nothing else, so that a heading is one of the outline."""
        return not self.within
