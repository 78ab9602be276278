"""Items of lists as the blocks that stand in them; footnotes and definitions are items, too."""

import re
from collections.abc import Sequence

from reviewtui.text.markdown.block import Block
from reviewtui.text.span import Span

_EMPTY_LINE = re.compile(r"\n[ \t]*\r?(?=\n)")


def opened_levels(block: Block) -> list[tuple[int, Span]]:
    """Return the markers of the items that a block opens, outermost first, each with how deep it stands."""
    levels = [level for level, kind in enumerate(block.within) if kind != "quote"]
    return list(zip(levels[-len(block.markers) :] if block.markers else [], block.markers, strict=False))


def opener_of(blocks: Sequence[Block], number: int) -> int | None:
    """Return the number of the block that opens the item in which block `number` stands and which it does not open."""
    opened = opened_levels(blocks[number])
    depth = opened[0][0] if opened else len(blocks[number].within)
    level = next((level for level in range(depth - 1, -1, -1) if blocks[number].within[level] != "quote"), None)
    earlier = range(number - 1, -1, -1) if level is not None else ()
    return next((n for n in earlier if any(level == each for each, _ in opened_levels(blocks[n]))), None)


def last_of_item(blocks: Sequence[Block], opener: int, level: int) -> int:
    """Return the number of the last block of the item that block `opener` opens at a level."""
    kinds = blocks[opener].within[: level + 1]
    last = opener
    while last + 1 < len(blocks) and blocks[last + 1].within[: level + 1] == kinds:
        opened = opened_levels(blocks[last + 1])
        if opened and opened[0][0] <= level:
            break
        last += 1
    return last


def has_empty_line(text: str, block: Block, following: Block) -> bool:
    """Say whether a line without any sign stands between two blocks: no quote goes on over it."""
    return _EMPTY_LINE.search(text, block.content_end, following.start) is not None


def items_around(blocks: Sequence[Block], number: int) -> dict[int, tuple[int, Span]]:
    """Return the items in which a block stands, by how deep: the number of the opening block, and the marker."""
    around: dict[int, tuple[int, Span]] = {}
    for opener in range(number, -1, -1):
        for level, marker in opened_levels(blocks[opener]):
            if level not in around and last_of_item(blocks, opener, level) >= number:
                around[level] = (opener, marker)
        if not blocks[opener].within:
            break
    return around


def list_around(blocks: Sequence[Block], number: int, level: int) -> Span:
    """Return the numbers of the first and last block of the list to the items of which block `number` belongs."""
    kinds = blocks[number].within[: level + 1]
    first = last = number
    while first and _stands_in(blocks[first - 1], kinds) and min(_levels(blocks[first]), default=level) >= level:
        first -= 1
    while last + 1 < len(blocks) and _stands_in(blocks[last + 1], kinds):
        if min(_levels(blocks[last + 1]), default=level) < level:
            break
        last += 1
    return first, last


def _stands_in(block: Block, kinds: tuple[str, ...]) -> bool:
    return block.within[: len(kinds)] == kinds


def _levels(block: Block) -> list[int]:
    return [level for level, _ in opened_levels(block)]
