"""Words put into a Markdown text so that its blocks stay whole; what would break one is refused with the reason."""

import re

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.piece import Link
from reviewtui.text.merge.fitted_change import FittedChange, Misfit
from reviewtui.text.merge.half_marks import joining_marks, loose_marks
from reviewtui.text.merge.renumbering import renumbered, takes_only
from reviewtui.text.merge.source_part import part_around
from reviewtui.text.merge.whole_deletion import whole_deletion

BAR = re.compile(r"(?<!\\)\|")
_BRACKET = re.compile(r"(?<!\\)([\[\]])")
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_OPENS_BLOCK = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)]|>|#{1,6}|\||```|~~~)(?:\s|\Z|(?<=[>|`~]))")
_SHORT = 4_000
"""A text of fewer characters is looked at as a whole."""
_NAMES = {"code": "code", "html": "HTML", "rule": "a line", "front-matter": "front matter", "alert": "an alert"}


def fitted(text: str, start: int, end: int, words: str) -> FittedChange | Misfit:
    """Return what putting `words` in the place of `text[start:end]` comes to, or why they do not fit there.

    The list in which an item comes or goes counts on.
    """
    part = part_around(text, start, end) if len(text) > _SHORT else None
    if part is not None and part.end - part.start < len(text):
        change = _fitted(part.text, start - part.start, end - part.start, words)
        if isinstance(change, FittedChange) and change.end <= len(part.inside):
            return FittedChange(change.start + part.start, change.end + part.start, change.words)
    return _fitted(text, start, end, words)


def _fitted(text: str, start: int, end: int, words: str) -> FittedChange | Misfit:
    change = _unguarded(text, start, end, words)
    if isinstance(change, Misfit):
        return change
    counted, alone = renumbered(text, change), _guarded(text, change)
    # A list inside of an item that no longer begins with 1 would be no list, so it is judged with its new numbers.
    if isinstance(alone, FittedChange) or (counted != change and takes_only(text, change, counted.applied(text))):
        return counted
    return alone


def fitted_alone(text: str, start: int, end: int, words: str) -> FittedChange | Misfit:
    """Return the same with the numbers of lists as they stand.

    A deletion takes the whole thing. Line ends and bars are made to fit a heading or a cell, and marks come in pairs.
    """
    change = _unguarded(text, start, end, words)
    return change if isinstance(change, Misfit) else _guarded(text, change)


def _unguarded(text: str, start: int, end: int, words: str) -> FittedChange | Misfit:
    if not words.strip() and text[start:end].strip():
        return whole_deletion(text, start, end)
    return _replaced(document_of(text), start, end, words)


def _replaced(document: Document, start: int, end: int, words: str) -> FittedChange | Misfit:
    block = _block_of(document, start, end)
    if block is not None and "\n" in words and not _adds_blocks(block, words):
        words = _on_one_line(document, block, start, end, words)
    if block is not None and block.kind == "table":
        cell = next((room for room in _rooms(document, block) if room[0] <= start and end <= room[1]), None)
        if cell is not None and not _adds_blocks(block, words):
            words = BAR.sub(r"\\|", words)
    if block is not None and (link := _link_around(document, start, end)) is not None:
        kept = _within_link(document, link, (start, end), words)
        if kept is None:
            return Misfit("it would break the link that the words stand in; mark the link as a whole")
        words = kept
    if block is None or loose_marks(document.source, start, end, words) <= 0:
        return FittedChange(start, end, words)
    low, joined, high = joining_marks(document, start, end, words)
    if loose_marks(document.source, low, high, joined) > 0:
        return Misfit("it would leave half a mark of emphasis or code; mark the passage with both of its marks")
    return FittedChange(low, high, joined)


def _link_around(document: Document, start: int, end: int) -> Link | None:
    """The link in whose words the span stands; what leads it elsewhere is another matter."""
    link, text = document.link_at(start), document.source
    if link is None or not text.startswith("[", link.start):
        return None
    closing = max(text.rfind("](", link.start, link.end), text.rfind("][", link.start, link.end))
    return link if link.start < start and end <= (closing if closing >= 0 else link.end - 1) else None


def _within_link(document: Document, link: Link, span: tuple[int, int], words: str) -> str | None:
    """The words with their brackets kept as words, where these would end the link; None where it ends anyhow."""
    text = document.source
    for each in dict.fromkeys((words, _BRACKET.sub(r"\\\1", words))):
        changed = document_of(f"{text[: span[0]]}{each}{text[span[1] :]}")
        longer = len(each) - (span[1] - span[0])
        if any(
            (other.start, other.end, other.target) == (link.start, link.end + longer, link.target)
            for other in changed.links
        ):
            return each
    return None


def _block_of(document: Document, start: int, end: int) -> Block | None:
    """The one block that holds the span, front matter and literal text apart."""
    holder = next((b for b in document.blocks if b.start <= start and end <= b.content_end and b.kind != "blank"), None)
    return holder if holder is not None and holder.kind in {"heading", "paragraph", "table", "alert"} else None


def _adds_blocks(block: Block, words: str) -> bool:
    """Whether the words bring lines of their own: a new item, a row, a paragraph."""
    lines = words.split("\n")
    if not lines[0].strip() and len(lines) > 1:
        return True
    in_one_line = block.kind in {"heading", "table"}
    return not in_one_line and any(not line.strip() or _OPENS_BLOCK.match(line) for line in lines[1:])


def _on_one_line(document: Document, block: Block, start: int, end: int, words: str) -> str:
    """The words without line ends where a block has to stay on its line, or its lines begin with marks."""
    if block.kind == "table":
        return _BREAK.sub("<br>", words.strip())
    if block.kind == "heading":
        return _BREAK.sub(" ", words.strip())
    return _BREAK.sub(" ", words) if block.within and "\n" not in document.source[start:end] else words


def _rooms(document: Document, table: Block) -> list[tuple[int, int]]:
    """The cells of a table with the white space around their words."""
    text = document.source
    rooms = []
    for start, end in (cell for row in table.rows for cell in row):
        low, high = start, end
        while low > 0 and text[low - 1] in " \t":
            low -= 1
        while high < len(text) and text[high] in " \t":
            high += 1
        rooms.append((low, high))
    return rooms


def _guarded(text: str, change: FittedChange) -> FittedChange | Misfit:
    """Return the change; a misfit where it would make something else of the text around it."""
    if change.applied(text) == text:
        return change
    before = [block for block in document_of(text).blocks if block.kind != "blank"]
    after = [block for block in document_of(change.applied(text)).blocks if block.kind != "blank"]
    first = sum(block.content_end < change.start for block in before)
    touched = [block for block in before if block.content_end >= change.start and block.start < max(change.end, 1)]
    touched = touched or [block for block in before[first : first + 1] if block.start <= change.start]
    last = len(before) - first - len(touched)
    shift = len(change.words) - (change.end - change.start)
    if not _same(text, before[:first], change.applied(text), after[:first], 0):
        return Misfit("it would make something else of the text before it")
    rest = after[len(after) - last :] if last else []
    if len(after) < first + last or not _same(text, before[len(before) - last :], change.applied(text), rest, shift):
        return Misfit("it would make something else of the text behind it")
    made = after[first : len(after) - last]
    if len(touched) == len(made) == 1 and (reason := _turned_unasked(touched[0], made[0], change.words)):
        return Misfit(reason)
    return _own_block(text, change, touched, made)


def _same(old: str, blocks: list[Block], new: str, others: list[Block], shift: int) -> bool:
    """Whether both are the same blocks with the same words at the same places."""
    return len(blocks) == len(others) and all(
        (block.kind, block.level, block.within, block.text[0] + shift)
        == (other.kind, other.level, other.within, other.text[0])
        and old[slice(*block.text)] == new[slice(*other.text)]
        for block, other in zip(blocks, others, strict=True)
    )


def _own_block(text: str, change: FittedChange, touched: list[Block], made: list[Block]) -> FittedChange | Misfit:
    """Look at the block that the change is about: words inside it leave it what it is."""
    if len(touched) != 1 or not change.words:
        return change
    block = touched[0]
    whole = change.start <= block.text[0] and block.text[1] <= change.end
    if "\n" in change.words or (whole and len(made) == 1):
        return change if not whole or block.kind != "heading" or made[0].kind == "heading" else _turned(block, made[0])
    if len(made) != 1:
        return Misfit("it would cut the passage into several parts")
    if (made[0].kind, made[0].level, made[0].within) != (block.kind, block.level, block.within):
        return _turned(block, made[0])
    bars = len(BAR.findall(text[change.start : change.end])), len(BAR.findall(change.words))
    if block.kind == "table" and bars[0] != bars[1]:
        return Misfit("it would give a row of the table another number of cells")
    return change


def _turned_unasked(block: Block, other: Block, words: str) -> str:
    """Say what words make of a block that they hardly ask for: a heading by a line below, a list within an item."""
    if block.kind == "paragraph" and other.kind == "heading" and not words.lstrip().startswith("#"):
        return "the line below would make a heading of it"
    return (
        "it would begin a list or a quote within it" if block.within and len(other.within) > len(block.within) else ""
    )


def _turned(block: Block, other: Block) -> Misfit:
    names = [_NAMES.get(each.kind, f"a {each.within[-1] if each.within else each.kind}") for each in (block, other)]
    if names[0] == names[1]:
        names = [f"{name} of level {each.level or 1}" for name, each in zip(names, (block, other), strict=True)]
    return Misfit(f"it would make {names[1]} of {names[0]}")
