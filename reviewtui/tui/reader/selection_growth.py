"""How a selection grows from a word to a sentence, a paragraph and a section, and shrinks again."""

from reviewtui.tui.reader.text_units import UnitSpan, next_start, section_at, seen_passage, span_at
from reviewtui.views.page.layout import Layout


def ladder(layout: Layout, pivot: int) -> list[UnitSpan]:
    """Return the spans that a selection around `pivot` grows through, the smallest first.

    On a blank line it is the next sentence that is meant.
    """
    if not _is_on_blank_line(layout, pivot):
        return _ladder(layout, pivot)
    pivot = next_start(layout, pivot, "sentence")
    word, sentence = span_at(layout, pivot, "word"), span_at(layout, pivot, "sentence")
    return [each for each in _ladder(layout, pivot) if each != word or each == sentence]


def _is_on_blank_line(layout: Layout, offset: int) -> bool:
    """Say whether `offset` is on a blank line, or on the one that stands for the settings of the page."""
    block = layout.outline.block_at(offset) if layout.source else None
    return block is not None and (offset > block.content_end or (block.kind == "front-matter" and not layout.marks))


def _ladder(layout: Layout, pivot: int) -> list[UnitSpan]:
    spans = [
        span_at(layout, pivot, "word"),
        span_at(layout, pivot, "sentence"),
        span_at(layout, pivot, "paragraph"),
        seen_passage(layout, *section_at(layout, pivot)),
        seen_passage(layout, 0, len(layout.source)),
    ]
    steps: list[UnitSpan] = []
    for start, end in spans:
        if steps:
            start, end = min(start, steps[-1][0]), max(end, steps[-1][1])  # noqa: PLW2901
        if start < end and (not steps or steps[-1] != (start, end)):
            steps.append((start, end))
    return steps


def grown(layout: Layout, pivot: int, start: int, end: int) -> UnitSpan:
    """Return the next larger span around a selection; the selection itself when nothing is larger."""
    for first, last in ladder(layout, pivot):
        if first <= start and end <= last and (first, last) != (start, end):
            return first, last
        if start == end and (start < first or _is_on_blank_line(layout, start)):
            return first, last
    return start, end


def shrunk(layout: Layout, pivot: int, start: int, end: int) -> UnitSpan | None:
    """Return the largest span around `pivot` inside a selection; None when there is none."""
    for first, last in reversed(ladder(layout, pivot)):
        if start <= first and last <= end and (first, last) != (start, end):
            return first, last
    return None
