"""A page with a caret that follows the mouse: dragging selects, clicks pick."""

from textual import events

from reviewtui.tui.reader.caret_page import CaretPage
from reviewtui.tui.reader.messages import HighlightPicked
from reviewtui.tui.reader.text_units import TextUnit, span_at

_CLICKS: tuple[TextUnit, ...] = ("word", "sentence", "paragraph")


class PointedPage(CaretPage):
    """What the mouse does."""

    def __init__(self, *, measure: int = 80, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(measure=measure, id=id, classes=classes)
        self._dragging = False

    def pick(self, offset: int) -> bool:
        """Pick the shortest highlight at `offset`, or the one after the active one; say whether there is any."""
        there = self.passages.at(offset)
        if not there:
            return False
        active = next((index for index, each in enumerate(there) if each.active), -1)
        self.post_message(HighlightPicked(there[(active + 1) % len(there)].key))
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret under the pointer and begin to drag."""
        if event.button != 1:
            return
        self._move(self._under(event), keep=event.shift)
        self._dragging = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what the pointer is dragged over; beyond the edge the page follows."""
        if self._dragging and self.prose.source:
            place = self._under(event)
            if place != self.caret:
                self._move(place, keep=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End dragging."""
        del event
        self._dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Pick a highlight; a second click selects the word, a third the sentence, a fourth the paragraph."""
        if event.chain == 1:
            if self._anchor is None and not event.shift:
                self._pick_under(event)
            return
        place = self._under(event)
        self.select(*span_at(self.prose, place, _CLICKS[min(event.chain, 4) - 2]))
        self._pivot = place

    def _pick_under(self, event: events.MouseEvent) -> None:
        """Pick what is under the pointer; in the gutter, what begins in its line."""
        at = event.get_content_offset_capture(self)
        if at.x >= self.measure.start or not self.prose.source:
            self.pick(self._under(event))
            return
        line = self.prose.line(at.y + self.scroll_offset.y)
        begun = [each for each in self.passages.touching(line.start, line.end) if each.start >= line.start]
        if begun:
            self.post_message(HighlightPicked(begun[0].key))

    def _under(self, event: events.MouseEvent) -> int:
        """Return the place of the caret that the pointer is at."""
        at = event.get_content_offset_capture(self)
        y = min(max(0, at.y + self.scroll_offset.y), self.virtual_size.height)
        found = self.prose.offset_at(y, at.x - self.measure.start)
        return self.prose.nearest_place(len(self.prose.source) if found is None else found)
