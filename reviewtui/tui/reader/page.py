"""A page of Markdown prose that scrolls, line by line: it paints what is on the screen and nothing else."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.strip import Strip

from reviewtui.text.words.visible import visible_line
from reviewtui.tui.reader.highlight import Changed, Highlight, Passages
from reviewtui.tui.reader.painter import Marking, Painter
from reviewtui.tui.reader.palette import CSS, NAMES, Palette
from reviewtui.tui.reader.prose_scroll import ProseScroll
from reviewtui.views.page.layout import Pin
from reviewtui.views.page.row import VisualLine


class Page(ProseScroll):
    """Shows one text. It knows nothing of carets; `Reader` does."""

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in NAMES}
    ALLOW_SELECT = False

    def __init__(self, *, measure: int = 80, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(measure=measure, id=id, classes=classes)
        self.passages = Passages()
        self._painter: Painter | None = None
        self._palette: Palette | None = None

    def show(
        self,
        source: str,
        *,
        highlights: Iterable[Highlight] = (),
        changed: Iterable[Changed] = (),
        title: str = "",
    ) -> None:
        """Show a text with what is marked in it; the same text again keeps its place on the screen."""
        self.passages = Passages(highlights, changed)
        self.border_title = Content(visible_line(title)) if title else None
        self._show_source(source)
        self._repaint()

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
        top = self.scroll_offset.y
        for y in range(top, top + self._rows):
            pin = self.prose.pin(y)
            if pin is not None and self._shows(pin, spans):
                self.refresh_line(y)

    def _shows(self, pin: Pin, spans: list[tuple[int, int]]) -> bool:
        line = self.prose.block_lines(pin.block)[pin.row]
        end = max(line.end, line.stop)
        return any(start <= end and stop >= line.start for start, stop in spans)

    def _new_painter(self) -> Painter:
        if self._palette is None:
            self._palette = Palette(self)
        return Painter(self._palette, self.measure, Marking(self.passages, self.selected, self.has_focus))

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the screen as cells."""
        if self._painter is None:
            self._painter = self._new_painter()
        number = self.scroll_offset.y + y
        pin = self.prose.pin(number)
        if pin is None:
            return self._painter.empty(self._hint(number))
        caret = self._caret_in(pin)
        kept = self._painter.kept.get(pin)
        if kept is None or caret is not None:
            line = self.prose.block_lines(pin.block)[pin.row]
            painted = self._painter.paint(line, self._gaps(line, number), caret)
            if caret is not None:
                return painted
            kept = self._painter.keep(pin, painted)
        return kept

    @property
    def selected(self) -> tuple[int, int]:
        """The selected passage; a page has none."""
        return 0, 0

    def notify_style_update(self) -> None:
        """Look the styles up again when a theme or style changed."""
        super().notify_style_update()
        self._palette = None
        self._painter = None

    def _hint(self, number: int) -> str:
        return "Nothing is written here yet." if not self.prose.source and number == 1 else ""

    def _caret_in(self, pin: Pin) -> int | None:
        """Return the caret's cell in a line; a page has none."""
        del pin
        return None

    def _gaps(self, line: VisualLine, number: int) -> list[Highlight]:
        near = self.passages.touching(line.start, max(line.end, line.stop))
        return [each for each in near if each.is_gap and self.prose.position_of(each.start)[0] == number]

    def _repaint(self) -> None:
        self._painter = None
        self.refresh()
