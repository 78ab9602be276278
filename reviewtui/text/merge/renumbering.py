"""The numbers of an ordered list, counted on when an item of it came or went.

Only a list that counted on before does so after, in its own style: from its own first number, with its own sign behind
the number. A list of which all items have one number, or whose numbers mean something else, stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.parsing.lines import line_end, line_start
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import MOST_RECORDED
from reviewtui.text.merge.list_items import has_empty_line, last_of_item, opened_levels
from reviewtui.text.span import Span

ORDERED_MARKER = re.compile(r"(\d{1,9})([.)])\Z")


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of an ordered list: where its marker and its number stand, and where the item ends."""

    marker: Span
    number: int
    digits: int
    end: int


@dataclass(slots=True)
class _List:
    """The items of one ordered list, and the sign behind each number."""

    sign: str
    items: list[_Item] = field(default_factory=list)

    def counts_on(self) -> bool:
        """Say whether each number is one more than the one before it."""
        return all(item.number == self.items[0].number + at for at, item in enumerate(self.items))


def renumbered(text: str, change: Edit) -> Edit:
    """Return a change of a Markdown text with the numbers of the list in which an item came or went."""
    made = change.applied(text)
    edits = sorted(_edits(text, change, made))
    if not edits:
        return change
    counted = made
    for start, end, words in reversed(edits):
        counted = counted[:start] + words + counted[end:]
    if blocks_with_words(made) != blocks_with_words(counted) and not takes_only(text, change, counted):
        return change
    stop = max(edits[-1][1], change.start + len(change.words))
    grown = len(counted) - len(made)
    words = counted[change.start : stop + grown]
    if len(words) > MOST_RECORDED:
        return change  # a longer list keeps its numbers
    return Edit(change.start, stop - len(made) + len(text), words)


def with_equal_numbers(text: str) -> str:
    """Return a text of the same length in which all items of a list that counts on have the number of its first one.

    Where an item came or went, the others are then what they were.
    """
    characters = list(text)
    for each in filter(_List.counts_on, _ordered_lists(text)):
        first = str(each.items[0].number)
        for item in each.items:
            low, high = item.marker[0], item.marker[0] + item.digits
            characters[low:high] = first.zfill(item.digits)[-item.digits :]
    return "".join(characters)


def takes_only(text: str, change: Edit, counted: str) -> bool:
    """Say whether a text is the old one without the blocks that a deletion takes."""
    return not change.words and blocks_with_words(counted) == blocks_with_words(text, (change.start, change.end))


def _edits(text: str, change: Edit, made: str) -> Iterator[tuple[int, int, str]]:
    """Yield which characters of the changed text become what, so that its lists count on as they did."""
    lists_now = _ordered_lists(made) if change.words else []
    for before in _ordered_lists(text):
        if not before.counts_on():
            continue
        stayed = [item for item in before.items if item.marker[1] <= change.start or item.marker[0] >= change.end]
        there = [_shifted(item, change) for item in stayed]
        if not change.words:
            yield from _counted(made, _List(before.sign, there), before.items[0])
            continue
        starts = {item.marker[0] for item in there}
        holders = [each for each in lists_now if any(item.marker[0] in starts for item in each.items)]
        fresh = range(change.start, change.start + len(change.words))
        own = starts.union(fresh)
        if len(holders) == 1 and holders[0].sign == before.sign and all(it.marker[0] in own for it in holders[0].items):
            yield from _counted(made, holders[0], before.items[0])


def _shifted(item: _Item, change: Edit) -> _Item:
    """Return an item of the old text as it stands in the changed one."""
    by = len(change.words) - (change.end - change.start) if item.marker[0] >= change.end else 0
    end = item.end + (len(change.words) - (change.end - change.start) if item.end >= change.end else 0)
    return _Item((item.marker[0] + by, item.marker[1] + by), item.number, item.digits, end)


def _counted(text: str, numbers: _List, first: _Item) -> Iterator[tuple[int, int, str]]:
    for at, item in enumerate(numbers.items):
        wanted = str(first.number + at).zfill(first.digits if first.digits > len(str(first.number)) else 0)
        old = text[slice(*item.marker)]
        new = f"{wanted}{numbers.sign}"
        if new != old:
            yield (*item.marker, new)
            if len(new) != len(old):
                yield from _indented(text, item, len(new) - len(old))


def _indented(text: str, item: _Item, by: int) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of an item behind its first one moved with the width of its number."""
    column = item.marker[0] - line_start(text, item.marker[0])
    room = column + item.marker[1] - item.marker[0] + 1
    at = line_end(text, item.marker[1])
    while at < item.end:
        stop = line_end(text, at)
        line = text[at:stop]
        if line.strip() and line[:room].isspace() and len(line) > room:
            yield (at, at, " " * by) if by > 0 else (at, at - by, "")
        at = stop


def _ordered_lists(text: str) -> list[_List]:
    """Return the ordered lists of a text, nested ones too, in the order in which they begin."""
    if not re.search(r"^[ \t>]*(?:[-+*][ \t]+)*\d{1,9}[.)]", text, re.MULTILINE):
        return []
    blocks = document_of(text).solid_blocks
    lists: list[_List] = []
    current: dict[int, _List | None] = {}
    for number, block in enumerate(blocks):
        opened = opened_levels(block)
        closed = opened[0][0] + 1 if opened else len(block.within)
        for depth in [depth for depth in current if depth >= closed]:
            del current[depth]
        for depth, marker in opened:
            match = ORDERED_MARKER.match(text[slice(*marker)])
            there = current.get(depth)
            if match is None:
                current[depth] = None
                continue
            if there is None or there.sign != match[2]:
                there = current[depth] = _List(match[2])
                lists.append(there)
            end = blocks[last_of_item(blocks, number, depth)].end
            there.items.append(_Item(marker, int(match[1]), len(match[1]), end))
    return lists


def blocks_with_words(text: str, without: Span = (0, 0)) -> list[tuple[str, int, tuple[str, ...], tuple[str, ...]]]:
    """Return the blocks of a text with the words that are seen of them, those that begin in a span apart."""
    document = document_of(text)
    return [
        (block.kind, block.level, block.within, tuple(block_words(document, block).split()))
        for block in document.solid_blocks
        if not without[0] <= block.text[0] < without[1]
    ]


def joined_lists(text: str, blocks: Sequence[Block], gone: Span) -> str:
    """Return why two lists would become one if the blocks from the first to the last of `gone` went; else nothing."""
    first, last = gone
    opened = opened_levels(blocks[last + 1])
    if not first or not opened:
        return ""
    level, marker = opened[0]
    kinds = blocks[last + 1].within[: level + 1]
    if all(block.within[: level + 1] == kinds for block in blocks[first : last + 1]):
        return ""
    own = _marker_before(text, blocks[:first], kinds)
    behind = text[slice(*marker)]
    before, number = ORDERED_MARKER.match(own), ORDERED_MARKER.match(behind)
    if before and number:
        counts_on = before[2] == number[2] and int(before[1]) + 1 != int(number[1])
        return "the list behind it would count on from the list before it" if counts_on else ""
    apart = "quote" in kinds and has_empty_line(text, blocks[first - 1], blocks[last + 1])
    if apart or own.strip() != behind.strip():
        return ""
    return "the lists before and behind it would become one; suggest other words for it"


def _marker_before(text: str, blocks: Sequence[Block], kinds: tuple[str, ...]) -> str:
    """Return the marker of the last item that stands in `kinds`, where the list of it is the last thing there."""
    for block in reversed(blocks):
        if block.within[: len(kinds)] != kinds:
            return ""
        if marker := dict(opened_levels(block)).get(len(kinds) - 1):
            return text[slice(*marker)]
    return ""
