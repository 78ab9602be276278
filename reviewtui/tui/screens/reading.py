"""The text with its remarks: a section, the outline beside it, and the thread at the caret."""

from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from reviewtui.domain.document import Section
from reviewtui.domain.thread import Thread
from reviewtui.tui.keys import bindings
from reviewtui.tui.reader.highlight import Changed, Highlight
from reviewtui.tui.reader.messages import CaretMoved, HighlightPicked, SelectionChanged
from reviewtui.tui.reader.reader import Reader
from reviewtui.tui.screens.filters import filter_words
from reviewtui.tui.screens.stage import Stage
from reviewtui.tui.situation import Moment, Situation
from reviewtui.tui.widgets.outline_pane import OutlinePane
from reviewtui.tui.widgets.search_bar import SearchBar
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.card import card_lines, card_title
from reviewtui.views.marks import Mark, marks_in
from reviewtui.views.outline import Tray, outline_rows, tray_of
from reviewtui.views.section_card import section_lines


class Reading(Stage):
    """Shows one section at a time and the thread that the caret stands in; `ReadScreen` adds what one can do."""

    PLACE = "read"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("read")]
    AUTO_FOCUS = "#reader"
    DEFAULT_CSS = """
    Reading #body { layout: grid; height: 1fr; grid-size: 3 1; grid-columns: 28 1fr 38; }
    Reading.-broad #body { grid-columns: 34 1fr 48; }
    Reading.-closed #body { grid-size: 2 1; grid-columns: 1fr 38; }
    Reading.-closed OutlinePane { display: none; }
    Reading.-medium #body { grid-size: 2 2; grid-columns: 26 1fr; grid-rows: 1fr 10; }
    Reading.-medium OutlinePane { row-span: 2; }
    Reading.-medium.-alone #body { grid-size: 2 1; grid-rows: 1fr; }
    Reading.-medium.-alone OutlinePane { row-span: 1; }
    Reading.-medium.-closed #body, Reading.-narrow #body { grid-size: 1 2; grid-columns: 1fr; grid-rows: 1fr 9; }
    Reading.-medium.-closed.-alone #body, Reading.-narrow.-alone #body { grid-size: 1 1; grid-rows: 1fr; }
    Reading.-low.-narrow #body { grid-rows: 1fr 6; }
    Reading.-medium.-alone ThreadPane, Reading.-narrow.-alone ThreadPane { display: none; }
    Reading.-narrow OutlinePane { display: none; }
    Reading.-narrow.-drawer #body { grid-size: 1 1; grid-rows: 1fr; }
    Reading.-narrow.-drawer OutlinePane { display: block; }
    Reading.-narrow.-drawer Reader, Reading.-narrow.-drawer ThreadPane { display: none; }
    Reading Reader { border: round $panel-lighten-2; }
    Reading Reader:focus { border: round $primary; }
    Reading.-narrow Reader { border: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (92, "-medium"), (118, "-wide"), (156, "-broad")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._active = ""
        self._marks: tuple[Mark, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Outline, text and thread."""
        with Container(id="body"):
            yield OutlinePane()
            yield Reader(id="reader")
            yield ThreadPane()
        yield SearchBar()

    @property
    def reader(self) -> Reader:
        """The widget that the text is read in."""
        return self.query_one(Reader)

    @property
    def section(self) -> Section | None:
        """The section that is read."""
        if self.situation is None:
            return None
        sections = self.situation.draft.policy.sections
        return sections[min(self._number, len(sections) - 1)]

    @property
    def thread(self) -> Thread | None:
        """The thread that the pane shows."""
        return self.situation.draft.review.threads.get(self._active) if self.situation else None

    @property
    def moment(self) -> Moment:
        """Where somebody is just now."""
        start, end = self.reader.selected
        writing = self.composer.composition is not None
        return Moment(self.PLACE, self.situation, self.thread, selected=start < end, writing=writing)

    def show_situation(self, situation: Situation) -> None:
        """Show the section that was read before, where it still is; the caret stays."""
        self.show_section(self._number)
        rows = outline_rows(situation.draft, situation.since.spans)
        tray = tray_of(situation.draft) if situation.placed else Tray((), (), ())
        self.query_one(OutlinePane).show_rows(rows, tray, self._number)

    def show_section(self, number: int) -> None:
        """Show a section by its number."""
        if self.situation is None:
            return
        sections = self.situation.draft.policy.sections
        self._number = max(0, min(number, len(sections) - 1))
        self._marks = marks_in(self.situation.draft, sections[self._number], self.situation.wanted)
        outline = self.query_one(OutlinePane)
        if outline.option_count > self._number:
            outline.highlighted = self._number
        self._show_text()
        self._show_thread()

    def activate(self, thread: str) -> None:
        """Make a thread the one that the screen is about; empty: none."""
        if thread != self._active:
            self._active = thread
            self._show_text()
        self._show_thread()

    def on_caret_moved(self, message: CaretMoved) -> None:
        """Show the thread that the caret stands in."""
        there = self.reader.passages.at(message.offset)
        if self._active not in {each.key for each in there}:
            shown = self._active in {mark.thread for mark in self._marks}
            self.activate(there[0].key if there else "" if shown else self._active)

    def on_selection_changed(self, message: SelectionChanged) -> None:
        """Say in the footer what can be done with the selection."""
        message.stop()
        self.refresh_keys()

    def on_highlight_picked(self, message: HighlightPicked) -> None:
        """Show the thread that was picked."""
        message.stop()
        self.activate(message.key)

    def go_back_to_body(self) -> None:
        """Put the focus back into the text, with the caret at the beginning of what was written about."""
        start, end = self.reader.selected
        if start < end:
            self.reader.go_to(start)
        self.reader.focus()

    def _show_text(self) -> None:
        section = self.section
        if self.situation is None or section is None:
            return
        draft, base = self.situation.draft, section.start
        spans = self.situation.since.spans.get(section.path, ())
        changed = [Changed(start - base, end - base) for start, end in spans if start <= section.end and end >= base]
        shown = [
            Highlight(m.start - base, m.end - base, m.kind, m.state, m.thread, m.label, m.thread == self._active)
            for m in self._marks
        ]
        only = filter_words(draft, self.situation.wanted)
        title = f"{section.title} \u00b7 only {only}" if only else section.title
        self.reader.show(draft.policy.body(section), highlights=shown, changed=changed, title=title)

    def _show_thread(self) -> None:
        pane, section = self.query_one(ThreadPane), self.section
        if self.situation is None or section is None:
            return
        draft, thread = self.situation.draft, self.thread
        self.set_class(thread is None, "-alone")
        if thread is not None:
            here = {each.key for each in self.reader.passages.at(self.reader.caret)}
            hint = f"{len(here)} remarks here, enter shows the next" if len(here) > 1 else ""
            pane.show_card(card_title(draft, thread), card_lines(draft, thread, datetime.now(UTC)), hint)
        else:
            spans = self.situation.since.spans.get(section.path, ())
            lines = section_lines(self.situation.overview, section, self._marks, len(spans))
            pane.show_card("Section", lines)
        self.refresh_keys()
