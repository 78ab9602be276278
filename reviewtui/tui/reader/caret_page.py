"""A page with a caret and a selection: where they stand, how they are shown, and who is told."""

from collections.abc import Iterable

from reviewtui.tui.reader.carry_over import carried
from reviewtui.tui.reader.highlight import Changed, Highlight
from reviewtui.tui.reader.messages import CaretMoved, SelectionChanged
from reviewtui.tui.reader.page import Page
from reviewtui.views.page.layout import Pin
from reviewtui.views.page.links import link_at


class CaretPage(Page):
    """Shows one text with a caret in it. A caret stands before the character at its offset."""

    def __init__(self, *, measure: int = 80, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(measure=measure, id=id, classes=classes)
        self._caret = 0
        self._anchor: int | None = None
        self._pivot = 0
        self._goal: int | None = None
        self.selecting = False

    @property
    def caret(self) -> int:
        """Source offset of the caret."""
        return self._caret

    @property
    def selected(self) -> tuple[int, int]:
        """The selected passage; equal ends when nothing is selected."""
        if self._anchor is None:
            return self._caret, self._caret
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    @property
    def link(self) -> str | None:
        """Where the link under the caret leads to, raw; None when there is none."""
        return link_at(self.prose.outline, self._caret)

    def show(
        self,
        source: str,
        *,
        highlights: Iterable[Highlight] = (),
        changed: Iterable[Changed] = (),
        title: str = "",
        again: bool = False,
    ) -> None:
        """Show a text with what is marked in it; caret and selection stay when the text is the same.

        With `again` it is the same text as before, changed: caret and selection stay at their words, and those on
        their line of the screen.
        """
        anew = source != self.prose.source
        if anew and again and self.prose.source:
            self._carry_over(source)
            anew = False
        if anew:
            self._caret = self._pivot = 0
            self._anchor = self._goal = None
            self.selecting = False
        super().show(source, highlights=highlights, changed=changed, title=title)
        if anew:
            self._caret = self._pivot = self.prose.nearest_place(self.prose.outline.beginning)

    def _carry_over(self, source: str) -> None:
        """Take caret, selection and the line on the screen over to the text as it is now."""
        old, row = self.prose.source, self.prose.position_of(self._caret)[0] - self.scroll_offset.y
        caret = carried(self._caret, old, source)
        anchor = carried(self._anchor, old, source) if self._anchor is not None else None
        self._show_source(source)
        self._caret, self._pivot = self.prose.nearest_place(caret), self.prose.nearest_place(caret)
        self._anchor = anchor if anchor != self._caret else None
        y, _ = self.prose.position_of(self._caret)
        self._scroll(y + self.prose.settle(y, self._rows) - row)

    def go_to(self, offset: int) -> None:
        """Put the caret at `offset`, or where what follows it is shown, and bring it into sight."""
        self._move(self.prose.nearest_place(offset), keep=False)

    def select(self, start: int, end: int) -> None:
        """Select a passage and bring it into sight; the caret stands at its end."""
        length = len(self.prose.source)
        start, end = sorted((min(max(0, start), length), min(max(0, end), length)))
        self._pivot = self.prose.nearest_place(start)
        self._change(end, start if start < end else None)
        self.reveal(end)
        self.reveal(start)

    def _move(self, offset: int, *, keep: bool, goal: int | None = None, context: int = 2) -> None:
        """Move the caret; `keep` extends the selection, else it is dropped; `goal` is the cell to keep to."""
        anchor = (self._caret if self._anchor is None else self._anchor) if keep else None
        self._goal = goal
        if not keep:
            self._pivot = offset
        self._change(offset, anchor)
        self.reveal(offset, context=context)

    def _change(self, caret: int, anchor: int | None) -> None:
        before, was = self.selected, self._caret
        self._caret, self._anchor = caret, anchor
        self._repaint_lines(was, before)
        if caret != was:
            self.post_message(CaretMoved(caret))
        if self.selected != before and (self.selected[0] < self.selected[1] or before[0] < before[1]):
            start, end = self.selected
            self.post_message(SelectionChanged(start, end))

    def _repaint_lines(self, was: int, before: tuple[int, int]) -> None:
        start, end = self.selected
        if start < end or before[0] < before[1]:
            self._repaint()
            return
        for offset in {was, self._caret}:
            self.refresh_line(self._steadily(offset))

    def _caret_in(self, pin: Pin) -> int | None:
        y, x = self.prose.position_of(self._caret)
        return x if self.prose.source and self.prose.pin(y) == pin else None

    def on_focus(self) -> None:
        """Show the caret as the one that keys move."""
        self._repaint()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self._repaint()
