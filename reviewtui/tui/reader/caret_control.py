"""Moves the caret of a reader and selects with it, from a word to a sentence, a paragraph and a section.

What changes is painted and told to whoever holds the reader.
"""

from textual.widget import Widget

from reviewtui.tui.reader.caret import Caret, CaretStep, moved, moved_by_lines
from reviewtui.tui.reader.reader_messages import CaretMoved, SelectingBegun, SelectionChanged
from reviewtui.tui.reader.scrolling import PageScroll
from reviewtui.tui.reader.text_units import UnitSpan, next_start, section_at, seen_passage, span_at
from reviewtui.tui.reader.visible_lines import PagePainting
from reviewtui.views.page.layout import Layout


class CaretControl:
    """One caret on one page."""

    def __init__(self, view: Widget, page: PageScroll, caret: Caret, painting: PagePainting) -> None:
        """Move `caret` over `page`; messages go out from `view`."""
        self._view = view
        self._page = page
        self._caret = caret
        self._painting = painting

    def step(self, step: CaretStep, direction: int, *, extend: bool) -> None:
        """Move by one step; with `extend` the selection goes with it."""
        self.move(moved(self._page.prose, self._caret.place, step, direction), extend=extend, leaves_half=True)

    def step_lines(self, lines: int, *, extend: bool) -> None:
        """Move down or up, in the same column as far as lines reach."""
        goal = self._goal
        place = moved_by_lines(self._page.prose, self._caret.place, lines, goal)
        self.move(place, extend=extend, goal=goal, leaves_half=True)

    def turn_page(self, direction: int) -> None:
        """Turn a page, with two lines of the old one left; the caret keeps its place on the screen."""
        page, prose, goal = self._page, self._page.prose, self._goal
        row = min(max(0, prose.position_of(self._caret.place)[0] - page.top), page.rows - 1)
        before = page.top
        page.scroll(before + direction * max(1, page.rows - 2))
        if page.top == before:
            self.step_lines(direction * page.rows, extend=self._caret.selecting)
            return
        offset = prose.offset_at(page.top + row, goal)
        place = prose.nearest_place(len(prose.source) if offset is None else offset)
        self.move(place, extend=self._caret.selecting, goal=goal, context=0)

    def move(
        self, offset: int, *, extend: bool, goal: int | None = None, context: int = 2, leaves_half: bool = False
    ) -> None:
        """Move to `offset`; `extend` keeps the selection, else it is dropped; `goal` is the cell to keep to."""
        caret = self._caret
        anchor = (caret.place if caret.anchor is None else caret.anchor) if extend else None
        caret.goal = goal
        if not extend:
            caret.pivot = offset
        self._change(offset, anchor)
        self._page.reveal(offset, context=context, leaves_half=leaves_half)

    def select(self, start: int, end: int, pivot: int | None = None) -> None:
        """Select a passage and bring it into sight; the caret stands at its end, growing goes on around `pivot`."""
        length = len(self._page.prose.source)
        start, end = sorted((min(max(0, start), length), min(max(0, end), length)))
        self._caret.pivot = self._page.prose.nearest_place(start) if pivot is None else pivot
        self._change(end, start if start < end else None)
        self._page.reveal(end)
        self._page.reveal(start)

    def drag(self, anchor: int, place: int) -> None:
        """Select from `anchor` to the caret, which goes to `place`: the page follows only beyond its edge."""
        self._change(place, anchor)
        self._page.reveal(place, context=0)

    def toggle_selecting(self) -> None:
        """Start a selection at the caret, which the next moves extend; or end it."""
        if self._caret.selecting:
            self.drop_selection()
            return
        self._caret.selecting = True
        self._change(self._caret.place, self._caret.place if self._caret.anchor is None else self._caret.anchor)
        self._view.post_message(SelectingBegun())

    def grow_selection(self) -> None:
        """Select the word at the caret, then its sentence, paragraph and section."""
        self.select(*grown(self._page.prose, self._caret.pivot, *self._caret.selected), pivot=self._caret.pivot)

    def shrink_selection(self) -> None:
        """Select less: the paragraph of a section, the sentence of a paragraph, a word, nothing."""
        smaller = shrunk(self._page.prose, self._caret.pivot, *self._caret.selected)
        if smaller is None:
            self.drop_selection()
        else:
            self.select(*smaller, pivot=self._caret.pivot)

    def drop_selection(self) -> None:
        """Select nothing any more."""
        self._caret.selecting = False
        if not self._caret.has_selection:
            # Nothing else changes, and yet keys mean something else again.
            self._view.post_message(SelectionChanged(*self._caret.selected))
        self._change(self._caret.pivot if self._caret.anchor is not None else self._caret.place, None)
        self._page.reveal(self._caret.place)

    def carry_over(self, source: str) -> None:
        """Take caret, selection and the line on the screen over to the text as it is now."""
        page, caret = self._page, self._caret
        old, row = page.prose.source, page.prose.position_of(caret.place)[0] - page.top
        place = carried(caret.place, old, source)
        anchor = carried(caret.anchor, old, source) if caret.anchor is not None else None
        page.show_source(source)
        caret.place = caret.pivot = page.prose.nearest_place(place)
        caret.anchor = anchor if anchor != caret.place else None
        page.scroll_to_row(caret.place, row)

    @property
    def _goal(self) -> int:
        goal = self._caret.goal
        return self._page.prose.position_of(self._caret.place)[1] if goal is None else goal

    def _change(self, place: int, anchor: int | None) -> None:
        caret, was, before = self._caret, self._caret.place, self._caret.selected
        had_selection = caret.has_selection
        caret.place, caret.anchor = place, anchor
        if caret.has_selection or had_selection:
            self._painting.repaint()
        else:
            for offset in {was, place}:
                self._painting.repaint_line(offset)
        if place != was:
            self._view.post_message(CaretMoved(place))
        if caret.selected != before and (caret.has_selection or had_selection):
            self._view.post_message(SelectionChanged(*caret.selected))


def carried(offset: int, old: str, new: str) -> int:
    """Return where `offset` of `old` is in `new`: by what both begin and end with; inside the change, at its start."""
    # The first page needs none of this.
    from reviewtui.text.diff.sequences.alignment import common_prefix, common_suffix

    begin = common_prefix(old, new, 0, 0, min(len(old), len(new)))
    if offset <= begin:
        return offset
    end = common_suffix(old, new, len(old), len(new), min(len(old), len(new)) - begin)
    if offset >= len(old) - end:
        return offset + len(new) - len(old)
    return begin


def growing_spans(layout: Layout, pivot: int) -> list[UnitSpan]:
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
    for first, last in growing_spans(layout, pivot):
        if first <= start and end <= last and (first, last) != (start, end):
            return first, last
        if start == end and (start < first or _is_on_blank_line(layout, start)):
            return first, last
    return start, end


def shrunk(layout: Layout, pivot: int, start: int, end: int) -> UnitSpan | None:
    """Return the largest span around `pivot` inside a selection; None when there is none."""
    for first, last in reversed(growing_spans(layout, pivot)):
        if start <= first and last <= end and (first, last) != (start, end):
            return first, last
    return None
