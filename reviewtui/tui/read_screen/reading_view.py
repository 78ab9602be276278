"""What the reading screen shows: one section, and beside it the thread or the finding that the caret stands in."""

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.text.markdown.headings import headings
from reviewtui.tui.appearance.page_geometry import TALL
from reviewtui.tui.read_screen.section_marks import SectionMarks
from reviewtui.tui.read_screen.side_pane import AtHand, SidePane
from reviewtui.tui.reader.reader import Reader, chosen_passage
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.remark_filters import filter_words
from reviewtui.tui.state.requests import ItemSeen, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState, Subject
from reviewtui.tui.widgets.masthead import Masthead
from reviewtui.tui.widgets.outline_pane import OutlinePane
from reviewtui.tui.widgets.search_bar import SearchBar
from reviewtui.views.overview.outline import Tray, outline_rows, tray_of
from reviewtui.views.threads.remark_marks import stop_of

_MOST_OUTLINED = 400_000
"""Characters of a section whose headings stand in the outline: those of a whole book would take its place."""


class ReadingView:
    """Keeps to one section and one active thread or finding, and shows both on the screen that holds it."""

    def __init__(self, screen: BaseScreen) -> None:
        self.screen = screen
        self.number = 0
        """The number of the section that is read."""
        self.active = ""
        """The thread or the finding that the screen is about; empty: none."""
        self._name = ""
        self._shown_in: ScreenState | None = None
        """The state in which the text was shown last."""
        self._picked = ""
        self._marks: SectionMarks | None = None
        self.pane = SidePane(screen)

    @property
    def reader(self) -> Reader:
        """The widget that the text is read in."""
        return self.screen.query_one(Reader)

    @property
    def state(self) -> ScreenState | None:
        """What the screen shows."""
        return self.screen.state

    @property
    def section(self) -> Section | None:
        """The section that is read."""
        if self.state is None:
            return None
        sections = self.state.draft.policy.sections
        return sections[min(self.number, len(sections) - 1)]

    @property
    def thread(self) -> Thread | None:
        """The thread that the pane shows."""
        return self.state.draft.review.threads.get(self.active) if self.state else None

    @property
    def finding(self) -> Finding | None:
        """The finding that the pane shows."""
        return self.state.inspection.get(self.active) if self.state else None

    @property
    def at_hand(self) -> AtHand | None:
        """What is read just now, with the thread or the finding that the screen is about."""
        if self.state is None or self.section is None:
            return None
        is_picked = bool(self._picked)
        return AtHand(self.state, self.section, self._marks_in(self.state), self.active, is_picked)

    @property
    def subject(self) -> Subject:
        """What keys act on."""
        start, end = chosen_passage(self.reader)
        return Subject(self.thread, self.finding, start < end, self.reader.selecting, _mode(self.screen, self.reader))

    def focus_text(self) -> None:
        """Put the focus back into the text, with the caret at the beginning of what was written about."""
        self.show_text()
        start, end = self.reader.selected
        if start < end:
            self.reader.go_back_to(start)
        self.reader.focus()

    def turn_to(self, number: int) -> None:
        """Turn to a section, to read it."""
        self.show_text()
        self.show_section(number)
        self.reader.focus()

    def show_text(self) -> None:
        """Put away the drawer of sections, which covers the text."""
        self.screen.remove_class("-drawer")

    def show_thread(self, thread: str) -> None:
        """Go to a thread, unless the caret stands in it already."""
        self.show_text()
        if thread in {each.key for each in self.reader.passages.at(self.reader.caret)}:
            self.activate(thread)
        else:
            self.show_place(ShowPlace(thread=thread))

    def show_first(self, policy: Policy) -> None:
        """Show the text alone, until more is known."""
        section = policy.sections[min(self.number, len(policy.sections) - 1)]
        self.reader.show(policy.body(section), title=section.title)

    def show_state(self, state: ScreenState) -> None:
        """Show the section that was read before, where it still is; the caret stays."""
        before, thread = self._shown_in, state.draft.review.threads.get(self.active)
        is_new_filter = before is not None and before.remark_filter != state.remark_filter
        if is_new_filter and thread is not None and not state.remark_filter.takes(state.draft, thread):
            # Keys would act on a remark that is not shown in the text any more.
            self.active = self._picked = ""
        names = [section.name for section in state.draft.policy.sections]
        self.show_section(names.index(self._name) if self._name in names else self.number)
        rows = outline_rows(state.draft, state.news, self._marks_in(state).findings)
        tray = tray_of(state.draft) if state.placed else Tray()
        self.screen.query_one(OutlinePane).show_rows(rows, tray, self.number)

    def show_section(self, number: int) -> None:
        """Show a section by its number."""
        if self.state is not None:
            self._turn_text(self.state, number)
            self._show_beside()

    def _turn_text(self, state: ScreenState, number: int, thread: str = "") -> None:
        """Show the text of a section, with a thread in it as the one that the screen is about.

        The pane is shown once, when all is known: one that goes and comes back has the screen arranged twice.
        """
        self.number = max(0, min(number, len(state.draft.policy.sections) - 1))
        before = self.active
        self._leave_other_section(state.draft)
        if thread:
            self.active, self._picked = thread, ""
        if self._shown_in is not state or state.draft.policy.sections[self.number].name != self._name:
            self._show_text(state)
            self._show_headings(state)
        elif self.active != before:
            self.reader.activate(self.active)

    def show_place(self, place: ShowPlace, *, takes_focus: bool = True) -> None:
        """Show a thread, a finding, or characters of a file, with the caret there."""
        if self.state is None:
            return
        self.show_text()
        draft = self.state.draft
        path, start, end = place.path, place.start, place.end
        stop = stop_of(draft, place.thread)
        if stop is not None:
            path, start, end = draft.policy.sections[stop.section].path, stop.offset, stop.offset
        section = draft.policy.section_at(path, start) if path else None
        if section is not None:
            self._turn_text(self.state, draft.policy.sections.index(section), place.thread)
            self.reader.go_to(start - section.start)
            # A caret that goes from the end back to the beginning would leave the finding, which is marked by itself.
            if start < end and not place.finding:
                self.reader.select(start - section.start, end - section.start)
            self._show_beside()
        elif place.thread:
            self.activate(place.thread)
        if place.finding:
            self.show_finding(place.finding)
        # Whoever is given the focus anew is painted anew.
        if takes_focus and not self.reader.has_focus:
            self.reader.focus()
        # The pane may take room from the text only now: the passage is brought into sight again after that.
        self.screen.call_after_refresh(lambda: self.reader.page.arrive(self.reader.selected[0]))

    def reveal_caret(self) -> None:
        """Bring the caret into sight, where the text has got another size."""
        self.reader.page.reveal(self.reader.caret)

    def show_finding(self, key: str) -> None:
        """Show a finding, with the caret at the beginning of its first passage."""
        finding = self.state.inspection.get(key) if self.state else None
        if finding is None:
            return
        if finding.path:
            self.show_place(ShowPlace(finding.path, finding.start, finding.start))
        self.activate(finding.id, picked=True)

    def activate(self, key: str, *, picked: bool = False) -> None:
        """Make a thread or a finding the one that the screen is about; empty: none.

        One that was `picked` stays while the caret is in it, whatever else is there.
        """
        self._picked = key if picked else ""
        if key != self.active:
            self.active = key
            self.reader.activate(key)
        self._show_beside()

    def follow_caret(self, offset: int) -> None:
        """Show the thread that the caret stands in, else the finding."""
        there = self.reader.passages.at(offset)
        if self.screen.size.height >= TALL and self._is_selected(self.active):
            # Whoever writes about the words of a remark has it before them, where there is room for both.
            return
        behind = self.finding is not None and self.active != self._picked and there and not there[0].is_finding
        if behind or self.active not in {each.key for each in there}:
            shown = self.active in {each.key for each in self.reader.passages.highlights}
            self.activate(there[0].key if there else "" if shown else self.active)

    def _is_selected(self, key: str) -> bool:
        """Say whether the passage of a remark lies in what is selected."""
        start, end = self.reader.selected
        passages = self.reader.passages.highlights if key and start < end else ()
        return any(each.key == key and start <= each.start and each.end <= end for each in passages)

    def _leave_other_section(self, draft: Draft) -> None:
        """Drop a thread or a finding that stands in another section than the one turned to; others go along."""
        section, state = draft.policy.sections[self.number], self.state
        if section.name != self._name and state is not None:
            stop, finding = stop_of(draft, self.active), self.finding
            here = {each.finding for each in self._marks_in(state).findings_in(section)}
            away = finding is not None and finding.path and finding.id not in here
            if away or (stop is not None and stop.section != self.number):
                self.active = ""

    def _show_beside(self) -> None:
        """Show beside the text what it is about, and say that it was looked at, where it was new."""
        if self.at_hand is None:
            return
        self.pane.show(self.at_hand)
        state, path = self.at_hand.state, self.at_hand.section.path
        if self.screen.app.screen is self.screen and state.news.concerns(self.active, path):
            self.screen.post_message(ItemSeen(path, self.active))

    def _marks_in(self, state: ScreenState) -> SectionMarks:
        if self._marks is None or self._marks.state is not state:
            self._marks = SectionMarks(state)
        return self._marks

    def _show_headings(self, state: ScreenState) -> None:
        """Show the headings inside the section in the outline; the first is its title."""
        body = state.draft.policy.body(state.draft.policy.sections[self.number])
        inside = headings(body)[1:] if len(body) <= _MOST_OUTLINED else ()
        self.screen.query_one(OutlinePane).show_headings(self.number, inside)

    def _show_text(self, state: ScreenState) -> None:
        section = state.draft.policy.sections[self.number]
        marks, only = self._marks_in(state), filter_words(state.draft, state.remark_filter)
        again, self._name, self._shown_in = section.name == self._name, section.name, state
        unsettled = "both sides of a merge" if state.draft.policy.texts[section.path].unsettled else ""
        self.screen.query_one(Masthead).show_place(section.title, self._only(only))
        self.reader.show(
            state.draft.policy.body(section),
            highlights=marks.highlights_in(section, self.active),
            changed=marks.changes_in(section),
            title=" \u00b7 ".join(part for part in (section.title, unsettled, f"only {only}" if only else "") if part),
            again=again,
        )

    def _only(self, only: str) -> str:
        """Say which remarks alone are shown, and how all are shown again; empty where all are."""
        return f"only {only} ({self.screen.names['show_all']}: all)" if only else ""


def _mode(screen: BaseScreen, reader: Reader) -> str:
    """Return what keys do while words to be found are typed, and while moves select; empty: what they do else."""
    names = screen.names
    if screen.query_one(SearchBar).is_typed_in:
        return "down next \u00b7 enter stays there \u00b7 esc goes back to where you were"
    if reader.selecting:
        ways = f"{names['comment']} or {names['suggest']}; {names['drop_selection']} ends it"
        return f"Selecting: move, then {ways}"
    return ""
