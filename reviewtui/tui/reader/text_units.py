"""Words, sentences, paragraphs and sections around a place, looked up in the block around it only."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from reviewtui.text.markdown.block import HIDDEN, Block
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
    """Return the span of a unit that holds `offset`, else the nearest one before it, else the character there.

    It is empty where nothing of the text stands, as on a line that stands for what only programs read.
    """
    spans = spans_around(layout, offset, unit)
    if not spans:
        return offset, offset if is_hidden(layout, offset) else layout.place_after(offset)
    index = bisect_right([start for start, _ in spans], offset) - 1
    return spans[max(0, index)]


def words_between(layout: Layout, one: int, other: int) -> UnitSpan:
    """Return the span from the word at the one place to the word at the other; a sign there belongs to it."""
    first, last = sorted((one, other))
    start, word_end = span_at(layout, first, "word")
    if word_end <= first:
        start = next_start(layout, first, "word") if layout.source[first : first + 1].isspace() else first
    end = span_at(layout, last, "word")[1]
    if end <= last and layout.source[last : last + 1].strip():
        end = layout.place_after(last)
    return min(start, end), max(start, end)


def is_hidden(layout: Layout, offset: int) -> bool:
    """Say whether `offset` stands in what no reader of the page sees: front matter, a comment, a definition."""
    return bool(layout.source) and layout.outline.block_at(offset).kind in HIDDEN


def meant_span(layout: Layout, offset: int, unit: TextUnit) -> UnitSpan | None:
    """Return the span that is meant at a caret, in what no reader sees the next one; None where none follows."""
    if not is_hidden(layout, offset):
        return span_at(layout, offset, unit)
    start, end = span_at(layout, next_start(layout, offset, unit), unit)
    return (start, end) if start < end else None


def writing_place(layout: Layout, offset: int) -> int:
    """Return where words that are put in at a caret are to stand: not above or within the settings of a page."""
    return max(offset, layout.nearest_place(layout.outline.beginning))


def insertion_place(layout: Layout, offset: int) -> int:
    """Return where new words are to stand that are suggested at a caret.

    On an empty line that is the end of the paragraph before it, below a heading the beginning of the next one: between
    the two nobody could say what they belong to.
    """
    place, source = writing_place(layout, offset), layout.source
    line = source[:place].rpartition("\n")[2] + source[place:].partition("\n")[0]
    before, behind = len(source[:place].rstrip()), len(source) - len(source[place:].lstrip())
    if line.strip() or place >= len(source) or before <= layout.outline.beginning:
        return place
    if layout.outline.block_at(before - 1).kind == "paragraph":
        return before
    is_running = behind < len(source) and layout.outline.block_at(behind).kind == "paragraph"
    return layout.nearest_place(behind) if is_running else place


def seen_passage(layout: Layout, start: int, end: int) -> UnitSpan:
    """Return a selection from the first word that a reader sees, where the settings above the text are folded."""
    beginning = layout.outline.beginning
    return (start, end) if layout.marks or start >= beginning else (min(layout.nearest_place(beginning), end), end)


def section_at(layout: Layout, offset: int) -> UnitSpan:
    """Return the section that holds `offset`, from the words of its heading to the end of its last words."""
    start, end = layout.outline.section_span(offset)
    start = layout.nearest_place(start)
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
