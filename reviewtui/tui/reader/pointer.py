"""What the mouse does in a reader: dragging selects whole words, clicks pick remarks and findings or select around."""

from textual import events
from textual.scroll_view import ScrollView

from reviewtui.tui.reader.caret import Caret
from reviewtui.tui.reader.caret_control import CaretControl
from reviewtui.tui.reader.reader_messages import HighlightPicked
from reviewtui.tui.reader.scrolling import PageScroll
from reviewtui.tui.reader.text_units import TextUnit, span_at, words_between
from reviewtui.tui.reader.visible_lines import PagePainting
from reviewtui.tui.state.requests import RIGHT, KeyClicked

_CLICKS: tuple[TextUnit, ...] = ("word", "sentence", "paragraph")


class Pointer:
    """The mouse over one page."""

    def __init__(self, view: ScrollView, page: PageScroll, caret: Caret, painting: PagePainting) -> None:
        self._view = view
        self._page = page
        self._caret = caret
        self._painting = painting
        self._control = CaretControl(view, page, caret, painting)
        self._pressed: int | None = None
        """Where the button went down, until it comes up."""

    def follow(self, event: events.MouseEvent) -> None:
        """Put the caret under a pressed pointer and select while it is dragged; beyond the edge the page follows."""
        if isinstance(event, events.MouseDown) and event.button == 1:
            self._pressed = self._place_under(event)
            self._control.move(self._pressed, extend=event.shift, context=0)
            self._view.capture_mouse()
        elif isinstance(event, events.MouseUp):
            self._pressed = None
            self._view.release_mouse()
        elif isinstance(event, events.MouseMove) and self._pressed is not None and self._page.prose.source:
            place = self._place_under(event)
            # A hand that trembles by a cell means a click.
            if abs(place - self._pressed) > 1 or self._caret.has_selection:
                start, end = words_between(self._page.prose, self._pressed, place)
                self._control.drag(*((start, end) if place >= self._pressed else (end, start)))

    def click(self, event: events.Click) -> None:
        """Pick a highlight; a second click selects the word, a third the sentence, a fourth the paragraph."""
        if event.chain == 1:
            if self._caret.anchor is None and not event.shift:
                self._pick_under(event)
            if event.button == RIGHT:
                self._view.post_message(KeyClicked("palette"))
            return
        place = self._place_under(event)
        unit = _CLICKS[min(event.chain, 4) - 2]
        self._control.select(*span_at(self._page.prose, place, unit), pivot=place)

    def pick(self, offset: int) -> bool:
        """Pick the shortest highlight at `offset`, or the one after the active one; say whether there is any."""
        there = self._painting.passages.at(offset)
        if not there:
            return False
        active = next((index for index, each in enumerate(there) if each.active), -1)
        self._view.post_message(HighlightPicked(there[(active + 1) % len(there)].key))
        return True

    def _pick_under(self, event: events.MouseEvent) -> None:
        """Pick what is under the pointer; in the gutter, what begins in its line."""
        at = event.get_content_offset_capture(self._view)
        if at.x >= self._page.measure.start or not self._page.prose.source:
            self.pick(self._place_under(event))
            return
        line = self._page.prose.line(at.y + self._page.top)
        touching = self._painting.passages.touching(line.start, line.end)
        begun = [each for each in touching if each.start >= line.start]
        if begun:
            self._view.post_message(HighlightPicked(begun[0].key))

    def _place_under(self, event: events.MouseEvent) -> int:
        """Return the place of the caret that the pointer is at."""
        prose = self._page.prose
        at = event.get_content_offset_capture(self._view)
        y = min(max(0, at.y + self._page.top), self._view.virtual_size.height)
        offset = prose.offset_at(y, at.x - self._page.measure.start)
        return prose.nearest_place(len(prose.source) if offset is None else offset)
