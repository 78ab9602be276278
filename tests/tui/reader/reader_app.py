"""A small app that holds one reader and keeps what it says."""

from textual.app import App, ComposeResult

from reviewtui.tui.reader.reader import Reader
from reviewtui.tui.reader.reader_messages import CaretMoved, HighlightPicked, SelectionChanged


class ReaderApp(App[None]):
    """One reader on a screen of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.carets: list[int] = []
        self.selections: list[tuple[int, int]] = []
        self.picked: list[str] = []

    def compose(self) -> ComposeResult:
        """Hold the reader alone."""
        yield Reader(id="text")

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def chosen(self) -> str:
        """The words that are selected."""
        return self.reader.prose.source[slice(*self.reader.selected)]

    def rows(self) -> list[str]:
        """Return what the reader shows, line by line, without what is blank behind."""
        return [self.reader.render_line(y).text.rstrip() for y in range(self.reader.size.height)]

    def on_caret_moved(self, message: CaretMoved) -> None:
        """Note where the caret went."""
        self.carets.append(message.offset)

    def on_selection_changed(self, message: SelectionChanged) -> None:
        """Note what was selected."""
        self.selections.append((message.start, message.end))

    def on_highlight_picked(self, message: HighlightPicked) -> None:
        """Note what was picked."""
        self.picked.append(message.key)
