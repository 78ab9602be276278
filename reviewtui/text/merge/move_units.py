"""What a marked passage is when it moves: rows, an item with all that hangs on it, blocks, or sentences of one."""

import re
from dataclasses import dataclass
from typing import Literal

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.parsing.lines import line_end, line_start
from reviewtui.text.markdown.seen_text import block_words, seen_text
from reviewtui.text.merge.fitted_change import Misfit, trimmed
from reviewtui.text.merge.inline_marks import closing_marks, opening_marks
from reviewtui.text.merge.list_items import last_of_item
from reviewtui.text.merge.whole_deletion import with_its_stop, with_signs_around

_NEXT_LINE = re.compile(r"\n[ \t>]*")
_IN_QUOTE = r"[ \t]*>[ \t]?"

UnitKind = Literal["rows", "item", "blocks", "sentences"]


@dataclass(frozen=True, slots=True)
class MovedUnit:
    """A passage as it moves: the characters `start` to `end` of its text.

    `words` are those of sentences, rows, or an item without its marker and indentation; `lines` whole lines as they
    stand; `level` is that of a heading that moves with its section; `shape` the words of each block.
    """

    kind: UnitKind
    start: int
    end: int
    words: str
    lines: str = ""
    level: int = 0
    shape: tuple[tuple[str, ...], ...] = ()


def moved_unit(document: Document, start: int, end: int) -> MovedUnit | Misfit:
    """Return what moves when characters `start` to `end` of a text are to move."""
    text = document.source
    start, end = trimmed(text, start, end)
    blocks = document.solid_blocks
    touched = [n for n, block in enumerate(blocks) if block.start < end and start < block.content_end]
    if not touched:
        return Misfit("there are no words to move")
    first, last = touched[0], touched[-1]
    if first == last and blocks[first].kind == "paragraph":
        room = blocks[first].text
        start, end = with_signs_around(text, *with_its_stop(text, room, start, end), room)
    if blocks[first].kind == "table" and first == last and not _covers(blocks[first], start, end):
        return _rows(text, blocks[first], start, end)
    if not _covers(blocks[first], start, blocks[first].text[1]) or not _covers(blocks[last], blocks[last].text[0], end):
        return _sentences(document, blocks[first], start, end) if first == last else _parts()
    if blocks[first].kind == "heading" and blocks[first].is_top and first == last:
        last = _section_end(blocks, first)
    return _whole(document, blocks, first, last)


def _covers(block: Block, start: int, end: int) -> bool:
    return start <= block.text[0] and block.text[1] <= end


def _parts() -> Misfit:
    return Misfit("it begins or ends in the middle of a paragraph; mark sentences of one, or whole ones")


def _sentences(document: Document, block: Block, start: int, end: int) -> MovedUnit | Misfit:
    if block.kind != "paragraph":
        return Misfit("a part of this cannot stand elsewhere; mark all of it")
    words = " ".join(_NEXT_LINE.sub("\n", _with_both_marks(document, start, end)).split())
    return MovedUnit("sentences", start, end, words, shape=(tuple(seen_text(document, start, end).text.split()),))


def _with_both_marks(document: Document, start: int, end: int) -> str:
    """The source of a passage; emphasis, code or a link of which it holds one mark gets the other one too."""
    text = document.source
    closed = [pair for pair in document.enclosures if pair.start < start < pair.end <= end]
    opened = [pair for pair in document.enclosures if start <= pair.start < end < pair.end]
    opening = opening_marks(text, [pair for pair in closed if start < pair.inner_end])
    closing = closing_marks(text, [pair for pair in opened if pair.inner_start < end])
    start = max([start, *(pair.inner_start if start < pair.inner_end else pair.end for pair in closed)])
    end = min([end, *(pair.inner_end if pair.inner_start < end else pair.start for pair in opened)])
    return f"{opening}{text[start:end].strip()}{closing}"


def _rows(text: str, table: Block, start: int, end: int) -> MovedUnit | Misfit:
    low, high = line_start(text, start), line_end(text, end)
    if len(table.rows) < 2 or not table.rows[1] or low < line_start(text, table.rows[1][0][0]):
        return Misfit("a table cannot be without the rows at its head")
    return MovedUnit("rows", low, high, text[low:high].strip("\n"))


def _section_end(blocks: list[Block], first: int) -> int:
    last = first
    while last + 1 < len(blocks):
        after = blocks[last + 1]
        if after.kind == "heading" and after.is_top and after.level <= blocks[first].level:
            break
        last += 1
    return last


def _whole(document: Document, blocks: list[Block], first: int, last: int) -> MovedUnit | Misfit:
    """Return whole blocks; an item takes along all that hangs on it."""
    text = document.source
    opener = blocks[first]
    is_item = opener.within[-1:] == ("item",) and len(opener.markers) == 1
    if is_item:
        end = last_of_item(blocks, first, len(opener.within) - 1)
        is_item = last <= end
        last = max(last, end)
    if not is_item and not _is_whole_container(blocks, first, last):
        several = "items move one by one, or the whole list; mark one of them"
        return Misfit(several if opener.markers else "it is a part of an item, a quote or a note; mark all of that")
    moving = blocks[first : last + 1]
    end = moving[-1].content_end
    shape = tuple((block.kind, *block_words(document, block).split()) for block in moving)
    if is_item:
        start, words = _without_marker(text, opener, end)
        marker = text[slice(*opener.markers[0])]
        lines = f"{marker} {indented(words, ' ' * (len(marker) + 1))}"
        return MovedUnit("item", start, end, words, lines, 0, shape)
    level = opener.level if opener.kind == "heading" else 0
    start = opener.start
    return MovedUnit("blocks", start, end, text[start:end], text[start:end], level, shape)


def _without_marker(text: str, opener: Block, end: int) -> tuple[int, str]:
    """Return where the words of an item begin, and its lines to `end` without its marker, indentation and quotes."""
    start = opener.markers[-1][1]
    while text[start] in " \t":
        start += 1
    quotes = re.compile(rf"(?:{_IN_QUOTE}){{0,{opener.quote}}}")
    width = len(quotes.sub("", text[line_start(text, start) : start], count=1).expandtabs(4))
    first, *others = text[start:end].split("\n")
    lines = [first]
    for line in others:
        inner = quotes.sub("", line, count=1)
        words = inner.lstrip(" \t")
        lines.append(inner[: len(inner) - len(words)].expandtabs(4)[width:] + words)
    return start, "\n".join(lines)


def indented(lines: str, room: str) -> str:
    """Return lines of which all but the first begin with the signs of `room`."""
    first, *others = lines.split("\n")
    return "\n".join([first, *(f"{room}{line}" if line.strip() else room.rstrip() for line in others)])


def _is_whole_container(blocks: list[Block], first: int, last: int) -> bool:
    """Say whether whole lists and quotes move: what stands before and behind is in nothing, or begins anew."""
    opener, behind = blocks[first], blocks[last + 1] if last + 1 < len(blocks) else None
    before = blocks[first - 1] if first else None
    begins = not opener.within or before is None or not before.within or before.within[0] != opener.within[0]
    ends = behind is None or not behind.within or behind.within[0] != (blocks[last].within or ("",))[0]
    return begins and ends
