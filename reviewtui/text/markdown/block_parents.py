"""What each block of a text stands under: a heading, the words that lead to its list, the item that it is a part of.

For a comparison, which asks about all blocks; about one passage it is `section_context`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document

_BOLD_LINE = re.compile(r"(?P<mark>\*\*\*?|__)(?=\S)[^*_\n]+(?P=mark)[:.]?")
BINDING = re.compile(
    r"\b(?:do|don.t|not|never|always|no|must|may|can|cannot|shall|should|allow\w*|forb\w*|prohibit\w*|permit\w*"
    r"|except\w*|requir\w*|only|unless|without|all|any|one)\b",
    re.IGNORECASE,
)
"""Words of a line that bind the items of the list behind it."""
_COLON = re.compile(r":\W*\Z")
_LABEL_LEVEL = 7
"""The level of a line in bold, which stands over what follows like a heading below all others."""
NOTHING = -1
"""The parent of a block that stands under nothing."""


@dataclass(slots=True)
class _Container:
    """An item, a definition, a footnote or a quotation: the block that opens it, and what that one stands under."""

    name: str
    opener: int
    under: int


@dataclass(slots=True)
class _Reading:
    """What is open where the reading of a document has come to."""

    headings: list[tuple[int, int]] = field(default_factory=list)
    """The level and the block of each heading over the place, the outermost first."""
    open: list[_Container] = field(default_factory=list)
    before: int = NOTHING
    """The block before."""


@lru_cache(maxsize=64)
def block_parents(document: Document) -> tuple[int, ...]:
    """Return for each block of a document the index of the block that it stands under directly.

    A heading stands under the heading of a higher level over it; the first block of an item under the paragraph that
    leads to the list, else under the item or the heading around the list; its other blocks under the first one. A
    footnote stands where its mark does, which is under nothing here. The document has been read to its end.
    """
    reading = _Reading()
    parents: list[int] = []
    for index, block in enumerate(document.blocks):
        parents.append(NOTHING if block.kind == "blank" else _parent(document, index, block, reading))
        if block.kind != "blank":
            reading.before = index
    return tuple(parents)


def _parent(document: Document, index: int, block: Block, reading: _Reading) -> int:
    if block.is_top and (level := _level(document, block)):
        while reading.headings and reading.headings[-1][0] >= level:
            reading.headings.pop()
        parent = _innermost(reading.headings)
        reading.headings.append((level, index))
        reading.open.clear()
        return parent
    kept = _kept_depth(block)
    sibling = reading.open[kept] if kept < len(reading.open) else None
    del reading.open[kept:]
    reading.open += [_Container(each, index, NOTHING) for each in block.within[len(reading.open) : kept]]
    around = next((each.opener for each in reversed(reading.open) if each.name != "quote"), None)
    under = around if around is not None else _innermost(reading.headings)
    if kept == len(block.within):
        return under
    name = block.within[kept]
    if name == "footnote":
        under = NOTHING
    elif name != "quote":
        under = sibling.under if sibling and sibling.name == name else _lead(document, reading.before, kept, under)
    reading.open += [_Container(each, index, under) for each in block.within[kept:]]
    return under


def _level(document: Document, block: Block) -> int:
    """Return the level of a block that is a heading or stands like one, 0 for any other."""
    if block.kind == "heading":
        return block.level
    bold = block.kind == "paragraph" and _BOLD_LINE.fullmatch(document.source, *block.text)
    return _LABEL_LEVEL if bold else 0


def _innermost(headings: Sequence[tuple[int, int]]) -> int:
    return headings[-1][1] if headings else NOTHING


def _kept_depth(block: Block) -> int:
    """Return how many of the containers of a block were open before it."""
    opened = len(block.markers)
    depth = len(block.within)
    while opened and depth:
        depth -= 1
        opened -= block.within[depth] != "quote"
    return depth


def _lead(document: Document, before: int, depth: int, under: int) -> int:
    """Return the paragraph before a list, where it stands beside the list and leads to it; else `under`."""
    if before == NOTHING:
        return under
    block = document.blocks[before]
    if block.kind != "paragraph" or len(block.within) != depth:
        return under
    last_line = document.source[slice(*block.text)].strip().rpartition("\n")[2]
    return before if _COLON.search(last_line) or BINDING.search(last_line) else under
