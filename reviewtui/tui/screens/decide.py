"""The author's queue: one point at a time, with everything needed to decide it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.tui.appearance.page_geometry import MEDIUM
from reviewtui.tui.keys.key_sentences import lines_in_keys
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.screens.copying import copy_something
from reviewtui.tui.screens.group_decisions import AcceptTogether, settle_overlap
from reviewtui.tui.screens.queue_panes import QueuePanes
from reviewtui.tui.screens.queue_rows import QueueEntry, in_one_line, queue_lines
from reviewtui.tui.screens.remark_lists import choose_remark_filter, list_my_remarks, list_remarks, show_all_remarks
from reviewtui.tui.state.remark_filters import filter_words
from reviewtui.tui.state.requests import NewFindingsWanted, RunAct, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState, Subject, loading_line
from reviewtui.tui.widgets.rows import RowMarked, RowPicked, Rows, row_acts, rows_of
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.card.thread_card import card_title
from reviewtui.views.threads.deciding.decision_card import DecisionEffects, decision_lines
from reviewtui.views.threads.deciding.queue import Order, counts_line, is_queued, queue
from reviewtui.views.threads.possible_actions import why_not


class DecideScreen(BaseScreen):
    """Lists what waits; the marked thread stands beside the list."""

    NAME = "decide"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("decide")]
    AUTO_FOCUS = "#rows"
    DEFAULT_CSS = """
    DecideScreen #body { layout: grid; height: 1fr; grid-size: 2 1; grid-columns: 2fr 3fr; }
    DecideScreen.-narrow #body { grid-size: 1 2; grid-columns: 1fr; grid-rows: 2fr 3fr; }
    """

    def __init__(self) -> None:
        self._together = AcceptTogether(self, self.show_anew)
        self._foreseen = NewFindingsLookup(self, self._show_marked)
        self._panes = QueuePanes(self)
        acts = {
            **row_acts(self),
            **self._panes.acts,
            "open_place": self._open_place,
            "filter": self._choose_filter,
            "show_all": lambda: show_all_remarks(self),
            "back": lambda: self._together.let_go(self._entries, lambda: self.post_message(RunAct("back"))),
            "list": lambda: list_remarks(self),
            "list_mine": lambda: list_my_remarks(self),
            "copy": lambda: copy_something(self),
            "order": self._change_order,
            "undo": lambda: _undo(self),
            "settle": lambda: settle_overlap(self),
            "select_row": lambda: self._together.choose(self._marked()),
            "accept_editorial": lambda: self._together.begin(self._entries, self._marked()),
        }
        super().__init__(ScreenParts(self._body, self._show, lambda: rows_of(self).focus(), acts, self._subject))
        self.room = self._panes.room
        self._entries: list[QueueEntry] = []
        self._order: Order = "section"
        self._counts = ""

    def _body(self) -> ComposeResult:
        with Container(id="body"):
            yield Rows("rows", wrapped=False, counted=True)
            yield ThreadPane("point")

    def _show(self, state: ScreenState) -> None:
        """Show the queue; the mark keeps to its thread, and goes to what comes next when that is decided."""
        loading = loading_line(state, self.names)
        if loading is not None:
            rows_of(self).show_rows([((loading,), False)])
            return
        items = queue(state.draft, state.remark_filter, self._order, state.just_decided)
        lines = tuple(queue_lines(state.draft, items, self._order, self._together.chosen))
        lines = tuple(map(in_one_line, lines)) if self.size.width < MEDIUM else lines
        before, number = self._entries, rows_of(self).highlighted or 0
        self._entries = [entry for entry, _ in lines]
        only, show_all = filter_words(state.draft, state.remark_filter), self.names["show_all"]
        self._counts = f"only {only} ({show_all}: all) \u00b7 {counts_line(items)}" if only else counts_line(items)
        shown = [(each, entry is not None) for entry, each in lines] or _nothing(state, self.names)
        rows_of(self).show_rows(shown, _place_of(before[number:] + before[:number][::-1], self._entries))
        self._show_marked()

    def on_resize(self) -> None:
        """Give each remark one line or two, as there is room now."""
        super().on_resize()
        self.show_anew()

    def show_anew(self) -> None:
        """Show the queue as it is to be shown now."""
        if self.state is not None and self._is_laid_out:
            self._show(self.state)

    def on_row_marked(self, message: RowMarked) -> None:
        """Show the marked thread."""
        message.stop()
        self._show_marked()

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self.action_act("open_place")

    def _open_place(self) -> None:
        entry = self._marked()
        if entry is not None:
            self.post_message(ShowPlace(thread=entry[1].id))

    def _marked(self) -> QueueEntry:
        """Return the marked thread with what it is decided together with."""
        marked = rows_of(self).highlighted
        return self._entries[marked] if marked is not None and marked < len(self._entries) else None

    def _subject(self) -> Subject:
        entry = self._marked()
        # What is listed may be older than what is known: keys are about the thread as it is now.
        known = self.state.draft.review.threads if self.state is not None else {}
        if entry is None:
            return Subject(is_listed=False)
        return Subject(known.get(entry[1].id), overlaps=entry[0].overlaps)

    def _choose_filter(self) -> None:
        entry = self._marked()
        section = entry[0].section if entry is not None else None
        done = self.state.just_decided if self.state is not None else frozenset()
        lists = partial(is_queued, just_decided=done)
        choose_remark_filter(self, section.name if section is not None else "", lists)

    def _show_marked(self) -> None:
        entry, pane = self._marked(), self.query_one(ThreadPane)
        if self.state is not None:
            rows_of(self).show_titles(self._together.words(self._entries) or self._counts, f"by {self._order}")
        if entry is None or self.state is None:
            ready = self.names["screen_ready"]
            pane.show_card("", [line(Styled(f"{ready} shows what a release still needs.", "muted"))])
        else:
            draft, now = self.state.draft, datetime.now(UTC)
            findings = self._foreseen.new_findings(draft, entry[1])
            effects = DecisionEffects(self.state.readiness, findings, self.state.just_decided)
            lines = decision_lines(draft, *entry, now, effects, settle=self.names["settle"])
            pane.show_card(card_title(draft, entry[1]), lines_in_keys(lines, self.names, "alarm"))
        self.refresh_keys()

    def _change_order(self) -> None:
        """Order by section, or by reviewer."""
        self._order = "reviewer" if self._order == "section" else "section"
        self.show_anew()


def _undo(screen: BaseScreen) -> None:
    """Undo what is mine in the marked thread; where nothing is, what was decided last, which has left the queue."""
    thread, state = screen.current_focus.subject.thread, screen.state
    here = thread is not None and state is not None and not why_not(state.draft, thread, "undo")
    screen.post_message(RunAct("undo" if here else "undo_last"))


def _place_of(wanted: Sequence[QueueEntry], entries: Sequence[QueueEntry]) -> int | None:
    """Return where the first of `wanted` stands that is still among the entries; None where none of them is."""
    places = {entry[1].id: number for number, entry in enumerate(entries) if entry is not None}
    return next((places[entry[1].id] for entry in wanted if entry is not None and entry[1].id in places), None)


def _nothing(state: ScreenState, names: Mapping[str, str]) -> list[tuple[tuple[StyledLine, ...], bool]]:
    """Return what is shown where nothing is listed: why, and what can be done about it."""
    if not state.draft.review.threads:
        begin = f"{names['begin']} begins a review of this policy."
        send = f"{names['send_out']} sends it to others."
        ways = (f"{names['screen_read']} is the text, where you remark.", send if state.draft.founded else begin)
        words = (line("Nobody has remarked yet."), *(line(Styled(way, "muted")) for way in ways))
    elif filter_words(state.draft, state.remark_filter):
        taken = sum(state.remark_filter.takes(state.draft, each) for each in state.draft.review.threads.values())
        gone = f"{counted(taken, 'remark')} of the filter, but nothing waits."
        first = f"{names['list']} lists what is decided too; " if taken else ""
        words = (
            line(gone if taken else "The filter takes no remark."),
            line(Styled(f"{first}{names['filter']} changes it.", "muted")),
            line(Styled(f"{names['show_all']} shows all remarks.", "muted")),
        )
    else:
        words = (line(Styled("Nothing waits for a decision.", "good")),)
    return [(words, False)]


_PAUSE = 0.2
"""Seconds at a suggestion after which it is looked ahead: whoever goes on through a list waits for nothing."""


class NewFindingsLookup:
    """What the words of suggestions would bring, asked when somebody stays at one; kept with the draft."""

    def __init__(self, screen: Screen[None], show: Callable[[], None]) -> None:
        """Ask on `screen`; `show` is called when something more is known."""
        self._screen = screen
        self._show = show
        self._draft: Draft | None = None
        self._known: dict[str, tuple[Finding, ...]] = {}
        self._wanted = ""

    def new_findings(self, draft: Draft, thread: Thread) -> tuple[Finding, ...]:
        """Return what is known of a thread, and ask for it where nothing is known yet."""
        if draft is not self._draft:
            self._draft, self._known = draft, {}
        self._wanted = thread.id
        if thread.id not in self._known and thread.is_suggestion and thread.is_undecided:
            self._screen.set_timer(_PAUSE, partial(self._ask, draft, thread))
        return self._known.get(thread.id, ())

    def _ask(self, draft: Draft, thread: Thread) -> None:
        if thread.id == self._wanted and draft is self._draft and thread.id not in self._known:
            self._known[thread.id] = ()
            self._screen.post_message(NewFindingsWanted(draft, thread, partial(self._note, draft, thread)))

    def _note(self, draft: Draft, thread: Thread, found: tuple[Finding, ...]) -> None:
        if found and draft is self._draft:
            self._known[thread.id] = found
            self._show()
