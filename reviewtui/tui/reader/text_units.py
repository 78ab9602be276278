"""Words, sentences, paragraphs and sections around a place, looked up in the block around it only."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.prose import block_prose
from reviewtui.text.words.sentences import sentences_within
from reviewtui.text.words.words import word_spans
from reviewtui.views.page.layout import Layout

TextUnit = Literal["word", "sentence", "paragraph"]
UnitSpan = tuple[int, int]
_REACH = 500
"""How many blocks without a word are looked through before a caret stops."""


def spans_around(layout: Layout, offset: int, unit: TextUnit) -> list[UnitSpan]:
    """Return the spans of a unit in the block that holds `offset`, as far as something of them is shown."""
    if not layout.source:
        return []
    inside = _spans(layout.source, layout.outline.block_at(offset), unit)
    return [span for span in inside if layout.nearest_place(span[0]) < span[1]]


def _spans(source: str, block: Block, unit: TextUnit) -> Iterator[UnitSpan]:
    if unit == "word":
        for start, end in word_spans(source[block.start : block.content_end]):
            yield block.start + start, block.start + end
        return
    for span in block_prose(source, block):
        yield from (span,) if unit == "paragraph" else sentences_within(source, *span)


def span_at(layout: Layout, offset: int, unit: TextUnit) -> UnitSpan:
    """Return the span of a unit that holds `offset`, else the nearest one before it, else the character there."""
    spans = spans_around(layout, offset, unit)
    if not spans:
        return offset, layout.place_after(offset)
    index = bisect_right([start for start, _ in spans], offset) - 1
    return spans[max(0, index)]


def section_at(layout: Layout, offset: int) -> UnitSpan:
    """Return the section that holds `offset`, from its heading to the end of its last words."""
    start, end = layout.outline.section_span(offset)
    return start, max(start, start + len(layout.source[start:end].rstrip()))


def next_start(layout: Layout, offset: int, unit: TextUnit) -> int:
    """Return where the next span of a unit begins; the end of the text when there is none."""
    block = offset
    for _ in range(_REACH):
        for start, _end in spans_around(layout, block, unit):
            place = layout.nearest_place(start)
            if place > offset:
                return place
        block = layout.outline.block_at(block).end if layout.source else 0
        if block >= len(layout.source):
            return layout.nearest_place(len(layout.source))
    return layout.nearest_place(block)


def previous_start(layout: Layout, offset: int, unit: TextUnit) -> int:
    """Return where the span of a unit that holds `offset` begins, or the one before it."""
    block = offset
    for _ in range(_REACH):
        for start, _end in reversed(spans_around(layout, block, unit)):
            place = layout.nearest_place(start)
            if place < offset:
                return place
        begin = layout.outline.block_at(block).start if layout.source else 0
        if begin <= 0:
            return layout.nearest_place(0)
        block = begin - 1
    return layout.nearest_place(block)
