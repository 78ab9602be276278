"""The words of a text as a reader sees them, and where each of them stands in the file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reviewtui.text.markdown.block import HIDDEN, Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.span import Span


@dataclass(frozen=True)
class SeenText:
    """What is seen, with a line end between blocks and cells; `span` tells where it stands in the source."""

    text: str
    _firsts: list[int] = field(repr=False)
    """Where each run of characters begins in `text`."""
    _spans: list[Span] = field(repr=False)
    """What of the source each run is."""

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the seen characters `start` to `end`; marks around them are left out."""
        if start >= end:
            at = self._at(start)[0] if start < len(self.text) else self._source_end()
            return at, at
        return self._at(start)[0], self._at(end - 1)[1]

    def _source_end(self) -> int:
        return self._spans[-1][1] if self._spans else 0

    def _at(self, index: int) -> Span:
        """Where the character at `index` stands: itself in a run that shows the source, else the whole of the run."""
        run = bisect_right(self._firsts, index) - 1
        start, end = self._spans[run]
        first = self._firsts[run]
        length = (self._firsts[run + 1] if run + 1 < len(self._firsts) else len(self.text)) - first
        if end - start == length:
            return start + index - first, start + index - first + 1
        return start, end


def seen_text(document: Document, start: int = 0, end: int | None = None) -> SeenText:
    """Return what is seen of the source from `start` to `end`; what is hidden or says how to show it is left out."""
    end = len(document.source) if end is None else end
    texts: list[str] = []
    firsts: list[int] = []
    spans: list[Span] = []
    length = 0
    for words, span in _runs(document, start, end):
        texts.append(words)
        firsts.append(length)
        spans.append(span)
        length += len(words)
    return SeenText("".join(texts), firsts, spans)


def block_words(document: Document, block: Block) -> str:
    """Return the words of one block as a reader sees them."""
    source = document.source
    return "".join(piece.shown or source[piece.start : piece.end] for piece in document.seen(block))


def seen_around(document: Document, start: int, end: int) -> tuple[str, str, str]:
    """Return what is seen before, of and behind a passage, in the blocks or the rows of a table that it stands in."""
    blocks = list(_seen_blocks(document.blocks, start, max(end, start + 1)))
    if not blocks and start == end:
        blocks = list(_seen_blocks(document.blocks, start - 1, start))  # a gap behind the last words of a block
    if not blocks:
        return "", document.source[start:end], ""
    before = _part(document, blocks[0], _bounds(blocks[0], start, end)[0], start)
    words = "\n".join(_part(document, block, start, end) for block in blocks)
    return before, words, _part(document, blocks[-1], end, _bounds(blocks[-1], start, end)[1])


def _bounds(block: Block, start: int, end: int) -> Span:
    """Return from where to where a block is shown with a passage: the rows of a table that the passage touches."""
    rows = [row for row in block.rows if row and row[-1][1] >= start and row[0][0] <= end]
    return (rows[0][0][0], rows[-1][-1][1]) if rows else (block.start, block.content_end)


def _part(document: Document, block: Block, start: int, end: int) -> str:
    """Return what is seen of a block from `start` to `end`: the cells of a table with a bar between them."""
    if start >= end:
        return ""
    opening = {row[0][0] for row in block.rows if row}
    cuts = [cell[0] for row in block.rows for cell in row if start < cell[0] <= end]
    parts: list[str] = []
    for low, high in pairwise((start, *cuts, end)):
        if low in cuts:
            parts.append("\n" if low in opening else " \u2502 ")
        for piece in document.seen(block):
            if piece.shown is not None and low <= piece.start < high:
                parts.append(piece.shown)
            elif piece.shown is None:
                parts.append(document.source[max(low, piece.start) : min(high, piece.end)])
    return "".join(parts)


def _runs(document: Document, start: int, end: int) -> Iterator[tuple[str, Span]]:
    fresh = True
    for block in _seen_blocks(document.blocks, start, end):
        if not fresh:
            yield "\n", (block.text[0], block.text[0])
        cells = iter([cell for row in block.rows for cell in row][1:])
        next_cell = next(cells, None)
        for piece in document.seen(block):
            while next_cell is not None and next_cell[0] <= piece.start:
                yield "\n", (next_cell[0], next_cell[0])
                next_cell = next(cells, None)
            low, high = max(start, piece.start), min(end, piece.end)
            if low < high:
                words = document.source[low:high] if piece.shown is None else piece.shown
                yield words, (low, high) if piece.shown is None else (piece.start, piece.end)
                fresh = False


def _seen_blocks(blocks: Iterable[Block], start: int, end: int) -> Iterator[Block]:
    return (block for block in blocks if block.kind not in HIDDEN and block.start < end and block.content_end > start)
