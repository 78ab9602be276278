"""Scrolling through a text that is set only where it is looked at, without anything jumping."""

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.timer import Timer
from textual.widget import Widget

from reviewtui.tui.reader.painter import PageMeasure
from reviewtui.views.page.layout import Layout

_AHEAD = 0.01
"""Seconds between two slices of reading ahead."""
_SLICE = 300
"""Blocks read in a slice; a few milliseconds."""


class ProseScroll(ScrollView):
    """Keeps the lines around the screen set, and the line at its top where it is."""

    def __init__(self, *, measure: int = 80, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.prose = Layout("", measure)
        self._widest = measure
        self._marks = False
        self._ahead: Timer | None = None

    @property
    def measure(self) -> PageMeasure:
        """Where the text stands on the page."""
        return PageMeasure.within(max(1, self.scrollable_content_region.width or self._widest), self._widest)

    def reveal(self, offset: int, *, context: int = 2) -> None:
        """Scroll as little as needed to show `offset` among other lines; from far away it comes to the upper third."""
        rows = self._rows
        y = self._steadily(offset)
        top = self.scroll_offset.y
        context = min(context, max(0, (rows - 1) // 2))
        if top - rows <= y < top + 2 * rows:
            target = min(max(top, y + context - rows + 1), y - context)
        else:
            target = y + self.prose.settle(y, rows) - rows // 3
        if target != top:
            self._scroll(target)

    @property
    def marks_shown(self) -> bool:
        """Whether the Markdown marks are shown."""
        return self._marks

    def show_marks(self, shown: bool) -> None:  # noqa: FBT001
        """Show the Markdown marks and the targets of links too, or hide them again."""
        self._marks = shown
        self._set_anew()

    def on_resize(self, event: events.Resize) -> None:
        """Set the text to the new width; the first line on the screen stays there."""
        del event
        if self.measure.text != self.prose.width:
            self._set_anew()
        self._settle()
        self._repaint()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Set what has come into sight, before it is painted."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._settle()

    def _show_source(self, source: str) -> None:
        """Show a text from behind its front matter on; the same text again stays where it is."""
        if source != self.prose.source:
            self.prose = Layout(source, self.measure.text, marks=self._marks)
            self._scroll(self.prose.position_of(self.prose.outline.beginning)[0])
            # What is short is read at once, so that its scroll bar is right in the first frame.
            if self.prose.advance(_SLICE):
                self._read_ahead()
        self._settle()

    @property
    def _rows(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _settle(self) -> None:
        """Set the lines in reach; the line at the top of the screen stays there, whatever number it gets."""
        shift = self.prose.settle(self.scroll_offset.y, self._rows)
        if shift:
            self._scroll(self.scroll_offset.y + shift)
        else:
            self._tell_height()

    def _tell_height(self) -> None:
        """Tell the scroll bar how long the text is, without having the whole screen arranged anew for that."""
        size = Size(self.scrollable_content_region.width, self.prose.height)
        if self.virtual_size != size:
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height

    def _scroll(self, y: int) -> None:
        self._tell_height()
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def _steadily(self, offset: int) -> int:
        """Return the line of `offset`; the top of the screen stays while lines above it are set for that."""
        pin = self.prose.pin(self.scroll_offset.y)
        y, _ = self.prose.position_of(offset)
        if pin and (top := self.prose.y_of(pin)) != self.scroll_offset.y:
            self._scroll(top)
        return y

    def _set_anew(self) -> None:
        top = self.prose.line(self.scroll_offset.y).start if self.prose.source else 0
        self.prose = Layout(self.prose.source, self.measure.text, marks=self._marks, outline=self.prose.outline)
        y, _ = self.prose.position_of(top)
        self._scroll(y + self.prose.settle(y, self._rows))
        self._repaint()

    def _read_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
        self._ahead = self.set_interval(_AHEAD, self._slice)

    def _slice(self) -> None:
        if not self.prose.advance(_SLICE) and self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
            self._settle()

    def _repaint(self) -> None:
        """Paint all that is on the screen anew."""
        self.refresh()
