"""Deleting words takes the whole thing: the marks around them, an item with its marker, a row, one of two spaces."""

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.merge.fitted_change import FittedChange, Misfit, line_end, line_start
from reviewtui.text.merge.half_marks import joining_marks, with_whole_marks

_ENDS = frozenset(".!?")
_PAUSES = frozenset(",;")
_CLOSING = frozenset(".,;:!?)]\u201d\u2019")


def whole_deletion(text: str, start: int, end: int) -> FittedChange | Misfit:
    """Return what goes when the characters `start` to `end` of a Markdown text are deleted."""
    document = document_of(text)
    start, end = with_whole_marks(document, start, end)
    blocks = [block for block in document.blocks if block.start < end and start < block.content_end]
    if not blocks:
        return FittedChange(start, end, "")
    table = next((block for block in blocks if block.kind == "table"), None)
    if table is not None and not (start <= table.start and table.content_end <= end):
        return _from_table(text, table, start, end) if len(blocks) == 1 else _across()
    if all(_is_emptied(document, block, start, end) for block in blocks):
        return _whole_blocks(document, blocks)
    low, words, high = joining_marks(document, start, end)
    if words:
        return FittedChange(low, high, words)
    return _inside(document, blocks[0], low, high)


def _is_emptied(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether a reader sees nothing of a block any more."""
    if start <= block.text[0] and block.text[1] <= end:
        return True
    if block.pieces[0] == block.pieces[1]:
        return False
    left = (
        document.source[piece.start : min(piece.end, start)] + document.source[max(piece.start, end) : piece.end]
        for piece in document.seen(block)
        if "marker" not in piece.styles
    )
    return not "".join(left).strip()


def _whole_blocks(document: Document, blocks: list[Block]) -> FittedChange | Misfit:
    text, first, last = document.source, blocks[0], blocks[-1]
    number = document.blocks.index(last)
    following = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
    number = document.blocks.index(first)
    before = document.blocks[number - 1] if number else None
    if following is not None and any(block.markers for block in blocks) and _hangs_on(following, blocks):
        return Misfit("more hangs on this item; suggest what becomes of all of it")
    low, high = first.start, line_end(text, last.content_end)
    behind_before = line_end(text, before.content_end) if before is not None else low
    if following is None or before is None:
        return FittedChange(behind_before, last.end, "")
    if behind_before < low and high < last.end:
        if len(following.within) < len(last.within):
            return FittedChange(behind_before, high, "")
        return FittedChange(low, last.end, "")
    return FittedChange(low, high, "")


def _hangs_on(following: Block, gone: list[Block]) -> bool:
    """Whether what follows stands in the item whose marker would go."""
    opened = next(block for block in gone if block.markers)
    inner = len(opened.within) - len(following.within)
    if following.markers:
        return inner < 0 or (len(opened.markers) > 1 and following.start > opened.start and inner <= 0)
    return inner <= 0 and bool(following.within)


def _from_table(text: str, table: Block, start: int, end: int) -> FittedChange | Misfit:
    cell = next((span for row in table.rows for span in row if span[0] <= start and end <= span[1]), None)
    if cell is not None:
        return FittedChange(*_with_one_space(text, start, end, cell), "")
    low, high = line_start(text, start), line_end(text, max(start, end - 1))
    whole = not (text[low:start] + text[end:high]).strip(" \t\r\n|>")
    if not whole:
        return Misfit("it would cut through the cells of a table; suggest other words for one cell, or the whole row")
    if low <= line_start(text, table.text[0]) or (len(table.rows) > 1 and low < line_start(text, table.rows[1][0][0])):
        return Misfit("a table cannot be without the rows at its head")
    return FittedChange(low, high, "")


def _across() -> Misfit:
    return Misfit("it reaches into a table; suggest the deletion of whole rows by themselves")


def _inside(document: Document, block: Block, start: int, end: int) -> FittedChange:
    """Some words of a paragraph go, or a whole line of it."""
    text = document.source
    low, high = line_start(text, start), line_end(text, end)
    bare = text[low:start].strip(" \t>") == "" and text[end:high].strip() == "" and low < start + 1
    if bare and (low > block.start or not block.markers) and text[start:end].strip():
        if high >= line_end(text, block.content_end):
            return FittedChange(max(block.start, low - (2 if text[low - 2 : low] == "\r\n" else 1)), end, "")
        return FittedChange(low, high, "")
    edges = [(span.inner_start, span.inner_end) for span in document.enclosures]
    room = next((span for span in edges if span[0] <= start and end <= span[1]), block.text)
    return FittedChange(*_with_one_space(text, start, end, room), "")


def _with_one_space(text: str, start: int, end: int, room: tuple[int, int]) -> tuple[int, int]:
    """Return the span with one of the spaces around it, and with a comma that would stand before a full stop."""
    left, right = text[start - 1 : start] if start > room[0] else "", text[end : end + 1] if end < room[1] else ""
    if right == " " and left in {"", " ", "\n"}:
        end += 1
    elif left == " " and (right in {"", "\n", "\r"} or right in _CLOSING):
        while start > room[0] and text[start - 1] == " ":
            start -= 1
    elif not left and right in _PAUSES:
        end += 2 if text[end + 1 : end + 2] == " " else 1
    left, right = text[start - 1 : start] if start > room[0] else "", text[end : end + 1]
    if left in _PAUSES and right in _ENDS | _PAUSES:
        start -= 1
    return start, end
