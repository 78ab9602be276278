"""What a reader has on the screen: it paints the lines that are looked at, and again only those that changed."""

from textual.scroll_view import ScrollView
from textual.strip import Strip

from reviewtui.tui.reader.caret import Caret
from reviewtui.tui.reader.highlight import Highlight, MarkedPassages
from reviewtui.tui.reader.line_painter import Marking, Painter
from reviewtui.tui.reader.reader_styles import Palette
from reviewtui.tui.reader.scrolling import PageScroll
from reviewtui.views.page.layout import PinnedLine
from reviewtui.views.page.row import VisualLine


class PagePainting:
    """The painted lines of one page, with what is marked in them and the caret over them."""

    def __init__(self, view: ScrollView, page: PageScroll, caret: Caret) -> None:
        self._view = view
        self._page = page
        self._caret = caret
        self._painter: Painter | None = None
        self._palette: Palette | None = None
        self.passages = MarkedPassages()

    def repaint(self) -> None:
        """Paint all that is on the screen anew."""
        self._painter = None
        self._view.refresh()

    def repaint_line(self, offset: int) -> None:
        """Paint the line of `offset` anew."""
        self._view.refresh_line(self._page.line_of(offset))

    def restyle(self) -> None:
        """Look the styles up again when a theme or style changed."""
        self._palette = None
        self._painter = None

    def activate(self, key: str) -> None:
        """Make the highlights of `key` the active ones; only lines with these or those before are painted anew."""
        before, painter = self.passages, self._painter
        self.passages = before.activated(key)
        spans = [(each.start, each.end) for each in (*before.active, *self.passages.active)]
        if not spans:
            return
        self._painter = self._new_painter()
        kept = painter.kept.items() if painter else ()
        self._painter.kept = {pin: strip for pin, strip in kept if not self._shows(pin, spans)}
        top = self._page.top
        for y in range(top, top + self._page.rows):
            pin = self._page.prose.pin(y)
            if pin is not None and self._shows(pin, spans):
                self._view.refresh_line(y)

    def line(self, y: int) -> Strip:
        """Return line `y` of the screen as cells."""
        if self._painter is None:
            self._painter = self._new_painter()
        number = self._page.top + y
        pin = self._page.prose.pin(number)
        if pin is None:
            return self._painter.empty(self._hint(number))
        caret = self._caret_in(pin)
        kept = self._painter.kept.get(pin)
        if kept is None or caret is not None:
            line = self._page.prose.block_lines(pin.block)[pin.row]
            painted = self._painter.paint(line, self._gaps(line, number), caret)
            if caret is not None:
                return painted
            kept = self._painter.keep(pin, painted)
        return kept

    def _new_painter(self) -> Painter:
        if self._palette is None:
            self._palette = Palette(self._view)
        marking = Marking(self.passages, self._caret.selected, self._view.has_focus)
        return Painter(self._palette, self._page.measure, marking)

    def _shows(self, pin: PinnedLine, spans: list[tuple[int, int]]) -> bool:
        line = self._page.prose.block_lines(pin.block)[pin.row]
        end = max(line.end, line.stop)
        return any(start <= end and stop >= line.start for start, stop in spans)

    def _hint(self, number: int) -> str:
        if self._page.prose.source or number != 1:
            return ""
        return "Nothing is written here yet." if self._page.is_opened else "Opening the text …"

    def _caret_in(self, pin: PinnedLine) -> int | None:
        """Return the caret's cell in a line; None in another line than its own."""
        prose = self._page.prose
        y, x = prose.position_of(self._caret.place)
        return x if prose.source and prose.pin(y) == pin else None

    def _gaps(self, line: VisualLine, number: int) -> list[Highlight]:
        near = self.passages.touching(line.start, max(line.end, line.stop))
        return [each for each in near if each.is_gap and self._page.prose.position_of(each.start)[0] == number]
