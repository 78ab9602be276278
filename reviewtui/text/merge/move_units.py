"""What a marked passage is when it moves: rows, an item with all that hangs on it, blocks, or sentences of one."""

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import Literal

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.seen_text import seen_text
from reviewtui.text.merge.fitted_change import Misfit, line_end, line_start
from reviewtui.text.merge.half_marks import closing_marks, opening_marks

_NOTE_MARKS = re.compile(r"[.!?]*(?:\[\^[^\]\s]+\])+")
"""The footnote marks behind a passage, which belong to it: they stay with the sentence that they are on."""

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
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if mark := _NOTE_MARKS.match(text, end):
        end = mark.end()
    blocks = [block for block in document.blocks if block.kind != "blank"]
    touched = [n for n, block in enumerate(blocks) if block.start < end and start < block.content_end]
    if not touched:
        return Misfit("there are no words to move")
    first, last = touched[0], touched[-1]
    if blocks[first].kind == "table" and first == last and not _covers(blocks[first], start, end):
        return _rows(text, blocks[first], start, end)
    if not _covers(blocks[first], start, blocks[first].text[1]) or not _covers(blocks[last], blocks[last].text[0], end):
        return _sentences(document, blocks[first], start, end) if first == last else _parts()
    if blocks[first].kind == "heading" and blocks[first].is_top and first == last:
        last = _section_end(blocks, first)
    return _whole(text, blocks, first, last)


def _covers(block: Block, start: int, end: int) -> bool:
    return start <= block.text[0] and block.text[1] <= end


def _parts() -> Misfit:
    return Misfit("it begins or ends in the middle of a paragraph; mark sentences of one, or whole ones")


def _sentences(document: Document, block: Block, start: int, end: int) -> MovedUnit | Misfit:
    if block.kind != "paragraph":
        return Misfit("a part of this cannot stand elsewhere; mark all of it")
    words = " ".join(_with_both_marks(document, start, end).split())
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
    return MovedUnit("rows", low, high, text[low:high].strip("\r\n"))


def _section_end(blocks: list[Block], first: int) -> int:
    last = first
    while last + 1 < len(blocks):
        after = blocks[last + 1]
        if after.kind == "heading" and after.is_top and after.level <= blocks[first].level:
            break
        last += 1
    return last


def _whole(text: str, blocks: list[Block], first: int, last: int) -> MovedUnit | Misfit:
    """Return whole blocks; an item takes along all that hangs on it."""
    opener = blocks[first]
    is_item = bool(opener.markers) and opener.within[-1:] == ("item",)
    if is_item:
        depth = len(opener.within)
        while last + 1 < len(blocks) and len(blocks[last + 1].within) - len(blocks[last + 1].markers) >= depth:
            last += 1
        several = any(block.markers and len(block.within) <= depth for block in blocks[first + 1 : last + 1])
        if several or len(opener.markers) > 1:
            return Misfit("items move one by one; mark one of them")
    elif any(block.within for block in blocks[first : last + 1]) and not _is_whole_container(blocks, first, last):
        return Misfit("it is a part of an item, a quote or a note; mark all of that")
    moving = blocks[first : last + 1]
    start, end = moving[0].text[0], moving[-1].content_end
    shape = tuple(tuple(text[slice(*block.text)].split()) for block in moving)
    lines = text[moving[0].start : end]
    if is_item:
        head, _, rest = text[start:end].partition("\n")
        words = f"{head.rstrip()}\n{dedent(rest)}" if rest else head
        words = words.replace("\r\n", "\n")
        return MovedUnit("item", start, end, words, dedent(lines), 0, shape)
    return MovedUnit("blocks", start, end, lines, lines, opener.level if opener.kind == "heading" else 0, shape)


def _is_whole_container(blocks: list[Block], first: int, last: int) -> bool:
    """Say whether whole lists and quotes move: what stands before and behind is in nothing, or begins anew."""
    opener, behind = blocks[first], blocks[last + 1] if last + 1 < len(blocks) else None
    before = blocks[first - 1] if first else None
    begins = not opener.within or before is None or not before.within or before.within[0] != opener.within[0]
    ends = behind is None or not behind.within or behind.within[0] != (blocks[last].within or ("",))[0]
    return begins and ends
