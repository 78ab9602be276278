"""The text with its remarks: a section, the outline beside it, and the thread at the caret."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from reviewtui.domain.policy.document import Policy, Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.finding import Finding
from reviewtui.tui.appearance.page_geometry import BROAD, MEDIUM, PANES, WIDE
from reviewtui.tui.appearance.plain import Words
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.reader.highlight import FINDING, Changed, Highlight
from reviewtui.tui.reader.messages import CaretMoved, HighlightPicked, SelectionChanged
from reviewtui.tui.reader.reader import Reader
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.messages import ItemSeen
from reviewtui.tui.state.remark_filters import filter_words
from reviewtui.tui.state.screen_state import Focus, ScreenState
from reviewtui.tui.widgets.outline_pane import OutlinePane
from reviewtui.tui.widgets.search_bar import SearchBar
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.findings.finding_card import finding_lines, finding_title
from reviewtui.views.findings.finding_marks import Flaw, Flaws, flaws_by_section
from reviewtui.views.overview.outline import Tray, outline_rows, tray_of
from reviewtui.views.overview.section_card import Marked, section_lines
from reviewtui.views.overview.tour import tour_line
from reviewtui.views.styled_text import StyledLine
from reviewtui.views.threads.remark_marks import Mark, Marks, marks_by_section, stop_of
from reviewtui.views.threads.thread_card import card_lines, card_title


class Reading(BaseScreen):
    """Shows one section at a time and the thread that the caret stands in; `ReadScreen` adds what one can do."""

    PLACE = "read"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("read")]
    AUTO_FOCUS = "#reader"
    DEFAULT_CSS = """
    Reading #body {{ layout: grid; height: 1fr; grid-size: 3 1; grid-columns: {wide}; }}
    Reading.-broad #body {{ grid-columns: {broad}; }}
    Reading.-closed #body {{ grid-size: 2 1; grid-columns: 1fr 38; }}
    Reading.-closed OutlinePane {{ display: none; }}
    Reading.-medium #body {{ grid-size: 2 2; grid-columns: {medium}; grid-rows: 1fr 10; }}
    Reading.-medium OutlinePane {{ row-span: 2; }}
    Reading.-medium.-alone #body {{ grid-size: 2 1; grid-rows: 1fr; }}
    Reading.-medium.-alone OutlinePane {{ row-span: 1; }}
    Reading.-medium.-closed #body, Reading.-narrow #body {{ grid-size: 1 2; grid-columns: 1fr; grid-rows: 1fr 9; }}
    Reading.-medium.-closed.-alone #body, Reading.-narrow.-alone #body {{ grid-size: 1 1; grid-rows: 1fr; }}
    Reading.-low.-narrow #body {{ grid-rows: 1fr 6; }}
    Reading.-medium.-alone ThreadPane, Reading.-narrow.-alone ThreadPane {{ display: none; }}
    Reading.-narrow OutlinePane {{ display: none; }}
    Reading.-narrow.-drawer #body {{ grid-size: 1 1; grid-rows: 1fr; }}
    Reading.-narrow.-drawer OutlinePane {{ display: block; }}
    Reading.-narrow.-drawer Reader, Reading.-narrow.-drawer ThreadPane {{ display: none; }}
    Reading Reader {{ border: round $panel-lighten-2; }}
    Reading Reader:focus {{ border: round $primary; }}
    Reading.-narrow Reader {{ border: none; }}
    Reading #tour {{ height: auto; max-height: 3; padding: 0 2; background: $panel; display: none; }}
    """.format(
        wide="{} 1fr {}".format(*PANES[WIDE]),
        broad="{} 1fr {}".format(*PANES[BROAD]),
        medium="{} 1fr".format(*PANES[MEDIUM]),
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide"), (BROAD, "-broad")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._name = ""
        self._active = ""
        self._picked = ""
        self._marks: tuple[Mark, ...] = ()
        self._flaws: tuple[Flaw, ...] = ()
        self._marked: tuple[ScreenState, Marks, Flaws] | None = None
        self._beside: tuple[object, tuple[StyledLine, ...]] = (None, ())
        self._first: Policy | None = None

    def compose_body(self) -> ComposeResult:
        """Outline, text and thread."""
        with Container(id="body"):
            yield OutlinePane()
            yield Reader(id="reader", measure=self.display_options.measure)
            yield ThreadPane()
        yield Words(id="tour")
        yield SearchBar()

    @property
    def reader(self) -> Reader:
        """The widget that the text is read in."""
        return self.query_one(Reader)

    @property
    def section(self) -> Section | None:
        """The section that is read."""
        if self.state is None:
            return None
        sections = self.state.draft.policy.sections
        return sections[min(self._number, len(sections) - 1)]

    @property
    def thread(self) -> Thread | None:
        """The thread that the pane shows."""
        return self.state.draft.review.threads.get(self._active) if self.state else None

    @property
    def finding(self) -> Finding | None:
        """The finding that the pane shows."""
        return self.state.inspection.get(self._active) if self.state else None

    @property
    def current_focus(self) -> Focus:
        """Where somebody is just now."""
        start, end = self.reader.selected
        return replace(super().current_focus, selected=start < end, finding=self.finding)

    def show_first(self, policy: Policy) -> None:
        """Show the text alone from the first frame on, until more is known."""
        self._first = policy
        if self.is_mounted and self.state is None:
            section = policy.sections[min(self._number, len(policy.sections) - 1)]
            self.reader.show(policy.body(section), title=section.title)

    def on_mount(self) -> None:
        """Show the text that is there already."""
        self._fold_pane()
        self.reader.show_marks(shown=self.display_options.marks)
        if self._first is not None:
            self.show_first(self._first)

    def show_state(self, state: ScreenState) -> None:
        """Show the section that was read before, where it still is; the caret stays."""
        tour = self.query_one("#tour", Words)
        tour.display = bool(state.tour)
        tour.show_lines([tour_line(state.tour, self.names.__getitem__)])
        self.show_section(self._again(state))
        flaws = self._marked_in(state)[1]
        rows = outline_rows(state.draft, state.since.spans, state.news, flaws)
        tray = tray_of(state.draft) if state.placed else Tray((), (), ())
        self.query_one(OutlinePane).show_rows(rows, tray, self._number)

    def _again(self, state: ScreenState) -> int:
        """The number that the section has now that was read before; sections may have come or gone before it."""
        names = [section.name for section in state.draft.policy.sections]
        return names.index(self._name) if self._name in names else self._number

    def show_section(self, number: int) -> None:
        """Show a section by its number."""
        if self.state is None:
            return
        sections = self.state.draft.policy.sections
        self._number = max(0, min(number, len(sections) - 1))
        marks, flaws = self._marked_in(self.state)
        self._marks = marks.get(sections[self._number], ())
        self._flaws = flaws.get(sections[self._number], ())
        self._leave_thread(self.state.draft)
        outline = self.query_one(OutlinePane)
        if outline.option_count > self._number:
            outline.highlighted = self._number
        self._show_text()
        self._show_thread()
        self._tell_looked()

    def _leave_thread(self, draft: Draft) -> None:
        """Drop a thread or a finding that stands in another section than the one turned to; others go along."""
        if draft.policy.sections[self._number].name != self._name:
            stop, finding = stop_of(draft, self._active), self.finding
            away = finding is not None and finding.path and finding.id not in {flaw.finding for flaw in self._flaws}
            if away or (stop is not None and stop.section != self._number):
                self._active = ""

    def activate(self, key: str, *, picked: bool = False) -> None:
        """Make a thread or a finding the one that the screen is about; empty: none.

        One that was `picked` stays while the caret is in it, whatever else is there.
        """
        self._picked = key if picked else ""
        if key != self._active:
            self._active = key
            self.reader.activate(key)
        self._show_thread()
        self._tell_looked()

    def _tell_looked(self) -> None:
        """Say that what is shown now was looked at, where it was new."""
        section = self.section
        path = section.path if section is not None else ""
        if self.state is not None and self.app.screen is self and self.state.news.concerns(self._active, path):
            self.post_message(ItemSeen(path, self._active))

    def on_caret_moved(self, message: CaretMoved) -> None:
        """Show the thread that the caret stands in, else the finding."""
        there = self.reader.passages.at(message.offset)
        behind = self.finding is not None and self._active != self._picked and there and not there[0].is_finding
        if behind or self._active not in {each.key for each in there}:
            shown = self._active in {each.key for each in self.reader.passages.highlights}
            self.activate(there[0].key if there else "" if shown else self._active)

    def on_selection_changed(self, message: SelectionChanged) -> None:
        """Say in the footer what can be done with the selection."""
        message.stop()
        self.refresh_keys()

    def on_highlight_picked(self, message: HighlightPicked) -> None:
        """Show the thread or the finding that was picked."""
        message.stop()
        self.activate(message.key, picked=True)

    def go_back_to_body(self) -> None:
        """Put the focus back into the text, with the caret at the beginning of what was written about."""
        start, end = self.reader.selected
        if start < end:
            self.reader.go_to(start)
        self.reader.focus()

    def on_resize(self) -> None:
        """Take the pane's place back, or give it."""
        self._fold_pane()

    def _fold_pane(self) -> None:
        """Leave the text the room of a thread where there is none; a wide screen has room for both, and stays still."""
        asked = self.thread is not None or (self.finding is not None and bool(self._picked))
        self.set_class(not asked and self.size.width < WIDE, "-alone")

    def _marked_in(self, state: ScreenState) -> tuple[Marks, Flaws]:
        """The marks and the findings of every section, looked up once for each state."""
        if self._marked is None or self._marked[0] is not state:
            marks = marks_by_section(state.draft, state.wanted)
            self._marked = (state, marks, flaws_by_section(state.draft, state.inspection))
        return self._marked[1:]

    def _section_card(self, state: ScreenState, section: Section) -> tuple[StyledLine, ...]:
        """What stands beside a section, made once while it and the state are the same: it counts words."""
        key = (id(state), section)
        if self._beside[0] != key:
            spans = state.since.spans.get(section.path, ())
            marked = Marked(self._marks, len(spans), len({flaw.finding for flaw in self._flaws}))
            self._beside = (key, tuple(section_lines(state.overview, section, marked, self.names)))
        return self._beside[1]

    def _show_text(self) -> None:
        section = self.section
        if self.state is None or section is None:
            return
        draft, base = self.state.draft, section.start
        spans = self.state.since.spans.get(section.path, ())
        changed = [Changed(start - base, end - base) for start, end in spans if start <= section.end and end >= base]
        new = self.state.news.spans.get(section.path, ())
        changed += [Changed(s - base, e - base, new=True) for s, e in new if s <= section.end and e >= base]
        shown = [
            Highlight(m.start - base, m.end - base, m.kind, m.state, m.thread, m.label, m.thread == self._active)
            for m in self._marks
        ]
        shown += [
            Highlight(f.start - base, f.end - base, FINDING, "open", f.finding, f.label, f.finding == self._active)
            for f in self._flaws
        ]
        only = filter_words(draft, self.state.wanted)
        title = f"{section.title} \u00b7 only {only}" if only else section.title
        again, self._name = section.name == self._name, section.name
        self.reader.show(draft.policy.body(section), highlights=shown, changed=changed, title=title, again=again)

    def _show_thread(self) -> None:
        pane, section = self.query_one(ThreadPane), self.section
        if self.state is None or section is None:
            return
        draft, thread = self.state.draft, self.thread
        self._fold_pane()
        here = {each.key: each.is_finding for each in self.reader.passages.at(self.reader.caret)}
        what = " remarks" if not any(here.values()) else " findings" if all(here.values()) else ""
        hint = f"{len(here)}{what} here, {self.names['open_remark_here']} shows the next" if len(here) > 1 else ""
        if thread is not None:
            pane.show_card(card_title(draft, thread), card_lines(draft, thread, datetime.now(UTC)), hint)
        elif self.finding is not None:
            lines = finding_lines(draft, self.state.inspection, self.finding)
            pane.show_card(finding_title(self.finding), lines, hint)
        else:
            pane.show_card("Section", self._section_card(self.state, section))
        self.refresh_keys()
