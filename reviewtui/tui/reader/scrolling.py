"""Scrolling through a text that is laid out only where it is looked at, without anything jumping."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.timer import Timer
from textual.widget import Widget

from reviewtui.tui.reader.line_painter import PageMeasure
from reviewtui.views.page.layout import Layout

_AHEAD = 0.01
"""Seconds between two slices of reading ahead."""
_SLICE = 300
"""Blocks read in a slice; a few milliseconds."""


class PageScroll:
    """Keeps the lines around the screen laid out, and the line at its top where it is."""

    def __init__(self, view: ScrollView, widest: int) -> None:
        """Scroll `view`, whose text is set to at most `widest` cells."""
        self._view = view
        self._widest = widest
        self._ahead: Timer | None = None
        self._pushed: tuple[int, int] | None = None
        """The first line before the text was pushed up, and the one since, while it is to come back."""
        self._arrived: tuple[int, int] | None = None
        """The place that was gone to last, and the first line since."""
        self.prose = Layout("", widest)
        self.marks_shown = False
        self.is_opened = False
        """Whether a text was handed in; until then an empty page says nothing of the policy."""

    @property
    def rows(self) -> int:
        """How many lines the screen has."""
        return max(1, self._view.scrollable_content_region.height)

    @property
    def top(self) -> int:
        """The number of the first line on the screen."""
        return self._view.scroll_offset.y

    @property
    def measure(self) -> PageMeasure:
        """Where the text stands on the page."""
        return PageMeasure.within(max(1, self._view.scrollable_content_region.width or self._widest), self._widest)

    def reveal(self, offset: int, *, context: int = 2, leaves_half: bool = False) -> None:
        """Scroll as little as needed to show `offset` among other lines; from far away it comes to the upper third.

        With `leaves_half` it stays in the upper half of the screen: what opens below then moves no line that is read.
        """
        rows = self.rows
        y = self.line_of(offset)
        context = min(context, max(0, (rows - 1) // 2))
        if self.top - rows <= y < self.top + 2 * rows:
            below = max(context, rows - self._view.screen.size.height // 2) if leaves_half else context
            target = min(max(self.top, y + below - rows + 1), y - context)
            if target != self.top:
                self.scroll(target)
        else:
            self._bring_to_third(y)

    def arrive(self, offset: int) -> None:
        """Show `offset` with text around it, as one who comes from elsewhere wants it.

        Low on the screen, or at its very top, it comes to the upper third; elsewhere nothing moves.
        """
        y = self.line_of(offset)
        if not self.top + min(2, self.rows // 3) <= y <= self.top + self.rows * 2 // 3:
            self._bring_to_third(y)
        self._arrived = (offset, self.top)

    def make_room(self, offset: int, *, comes_back: bool) -> None:
        """Keep `offset` in sight at another height; what is pushed up for it `comes_back` when there is room again.

        Where it was just gone to, or is written about, text stays around it; under a reader as little moves as can be.
        """
        has_arrived = self._arrived == (offset, self.top)
        home = self._pushed[0] if self._pushed is not None and self._pushed[1] == self.top else self.top
        if home != self.top:
            self.scroll(home)
        if comes_back or has_arrived:
            self.arrive(offset)
        else:
            self.reveal(offset, context=0)
        self._pushed = (home, self.top) if comes_back and home != self.top else None

    def show_marks(self, *, shown: bool) -> None:
        """Show the Markdown marks and the targets of links too, or hide them again."""
        self.marks_shown = shown
        self._lay_out_again()

    def fit(self) -> None:
        """Set the text to the present width; the first line on the screen stays there."""
        if self.measure.text != self.prose.width:
            self._lay_out_again()
        self.settle()

    def show_source(self, source: str) -> None:
        """Show a text from its beginning on, behind front matter that is not folded; the same one stays where it is.

        The line that stands for folded front matter is there at once: it would come, and push the text down, whenever
        the screen has a line more.
        """
        self.is_opened = True
        if source != self.prose.source:
            self.prose = Layout(source, self.measure.text, marks=self.marks_shown)
            self._pushed = None
            self.scroll(self.prose.position_of(self.prose.outline.beginning)[0] if self.marks_shown else 0)
            # What is short is read at once, so that its scroll bar is right in the first frame.
            if self.prose.advance(_SLICE):
                self._read_ahead()
        self.settle()

    def settle(self) -> None:
        """Set the lines in reach; the line at the top of the screen stays there, whatever number it gets."""
        shift = self.prose.settle(self.top, self.rows)
        if shift:
            self.scroll(self.top + shift)
        else:
            self._set_height()

    def scroll(self, y: int) -> None:
        """Put line `y` at the top of the screen."""
        self._set_height()
        self._view.scroll_to(y=max(0, y), animate=False, force=True)

    def scroll_to_row(self, offset: int, row: int) -> None:
        """Scroll so that `offset` stands on row `row` of the screen."""
        y, _ = self.prose.position_of(offset)
        self.scroll(y + self.prose.settle(y, self.rows) - row)

    def line_of(self, offset: int) -> int:
        """Return the line of `offset`; the top of the screen stays while lines above it are set for that."""
        pin = self.prose.pin(self.top)
        y, _ = self.prose.position_of(offset)
        if pin and (top := self.prose.y_of(pin)) != self.top:
            self.scroll(top)
        return y

    def _bring_to_third(self, y: int) -> None:
        self.scroll(y + self.prose.settle(y, self.rows) - self.rows // 3)

    def _set_height(self) -> None:
        """Tell the scroll bar how long the text is, without having the whole screen arranged anew for that."""
        size = Size(self._view.scrollable_content_region.width, self.prose.height)
        if self._view.virtual_size != size:
            self._view.set_reactive(Widget.virtual_size, size)
            self._view.vertical_scrollbar.window_virtual_size = size.height

    def _lay_out_again(self) -> None:
        top = self.prose.line(self.top).start if self.prose.source else 0
        self.prose = Layout(self.prose.source, self.measure.text, marks=self.marks_shown, outline=self.prose.outline)
        self._pushed = None
        self.scroll_to_row(top, 0)

    def _read_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
        self._ahead = self._view.set_interval(_AHEAD, self._read_slice)

    def _read_slice(self) -> None:
        if not self.prose.advance(_SLICE) and self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
            self.settle()
