"""The author's queue: one point at a time, with everything needed to decide it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from reviewtui.domain.identifier import short
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.appearance.plain import set_titles, tell
from reviewtui.tui.compose.overlap_form import overlap_form
from reviewtui.tui.compose.thread_acts import accepting, undoing
from reviewtui.tui.dialogs.choices import Picker
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.list_screen import ListScreen
from reviewtui.tui.state.messages import ConfirmFirst, FilterRemarks, ShowPlace
from reviewtui.tui.state.remark_filters import changed_filter, filter_entries, filter_words
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowMarked, RowPicked, Rows
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.decision_card import decision_lines
from reviewtui.views.threads.editorial_suggestions import editorial_suggestions
from reviewtui.views.threads.queue import Order, QueueItem, counts_line, heading_of, last_decided, queue
from reviewtui.views.threads.thread_card import card_title

_SIGNS = {"question": "?", "wording": "\u270e", "missing": "\u25c7", "conflict": "!", "praise": "+"}


class DecideScreen(ListScreen):
    """Lists what waits; the marked thread stands beside the list."""

    PLACE = "decide"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("decide")]
    DEFAULT_CSS = """
    DecideScreen #body { layout: grid; height: 1fr; grid-size: 2 1; grid-columns: 2fr 3fr; }
    DecideScreen.-narrow #body { grid-size: 1 2; grid-columns: 1fr; grid-rows: 2fr 3fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[QueueItem, Thread] | None] = []
        self._marked = ""
        self._order: Order = "section"

    def compose_body(self) -> ComposeResult:
        """The queue, and the thread."""
        with Container(id="body"):
            yield Rows("rows", wrapped=False)
            yield ThreadPane("point")

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself."""
        return {
            **super().acts,
            "open_place": self._open_place,
            "filter": self._filter,
            "order": self._next_order,
            "settle": self._settle,
            "accept_editorial": self._accept_editorial,
            "undo_last": self._undo_last,
        }

    @property
    def thread(self) -> Thread | None:
        """The marked thread."""
        return self.state.draft.review.threads.get(self._marked) if self.state else None

    def show_state(self, state: ScreenState) -> None:
        """Show the queue; the mark goes to what comes next when the marked thread is decided."""
        if not state.placed:
            self.rows.show_rows([((line(Styled("Finding the remarks in the text …", "muted")),), False)])
            return
        items = queue(state.draft, state.wanted, self._order)
        self._lines, rows = [], []
        for entry, lines in _queue_lines(state.draft, items, self._order):
            self._lines.append(entry)
            rows.append((lines, entry is not None))
        only = filter_words(state.draft, state.wanted)
        shown = [f"by {self._order}"] + ([f"only {only}"] if only else [])
        set_titles(self.rows, counts_line(items), " \u00b7 ".join(shown))
        self.rows.show_rows(rows or [((line(Styled("Nothing waits for a decision.", "good")),), False)])
        self._show_point()

    def show_thread(self, thread: str) -> None:
        """Keep the mark; a decided thread has left the queue."""

    def on_row_marked(self, message: RowMarked) -> None:
        """Show the marked thread."""
        message.stop()
        self._show_point()

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self.action_act("open_place")

    def _show_point(self) -> None:
        marked = self.rows.highlighted
        entry = self._lines[marked] if marked is not None and marked < len(self._lines) else None
        pane = self.query_one(ThreadPane)
        self._marked = entry[1].id if entry else ""
        if entry is None or self.state is None:
            ready = self.names["screen_ready"]
            pane.show_card("", [line(Styled(f"{ready} shows what a release still needs.", "muted"))])
        else:
            draft = self.state.draft
            item, thread = entry
            judged, now = self.state.readiness, datetime.now(UTC)
            lines = decision_lines(draft, item, thread, now, judged, settle=self.names["settle"])
            pane.show_card(card_title(draft, thread), lines)
        self.refresh_keys()

    def _open_place(self) -> None:
        if self._marked:
            self.post_message(ShowPlace(thread=self._marked))

    def _next_order(self) -> None:
        """Order by section, or by reviewer."""
        self._order = "reviewer" if self._order == "section" else "section"
        if self.state is not None:
            self.show_state(self.state)

    def _item(self) -> QueueItem | None:
        """What the marked thread is decided together with."""
        return next((entry[0] for entry in self._lines if entry and entry[1].id == self._marked), None)

    def _settle(self) -> None:
        item, thread = self._item(), self.thread
        if self.state is None or thread is None or item is None or not item.overlaps:
            tell(self.app, "Nobody else wants to change the words of this remark.", "warning")
            return
        self.write(overlap_form(self.state.draft, item, thread))

    def _accept_editorial(self) -> None:
        """Accept all suggestions of the marked section that only better its wording, after one look."""
        item, state = self._item(), self.state
        section = item.section if item else None
        items = tuple(entry[0] for entry in self._lines if entry)
        if state is None or section is None:
            return
        found = editorial_suggestions(state.draft, items, section.name)
        if not found:
            tell(self.app, f"No suggestion in \u201c{section.title}\u201d changes wording alone.", "warning")
            return
        self.post_message(ConfirmFirst(accepting(state.draft, section.title, found)))

    def _undo_last(self) -> None:
        """Take back what I decided last."""
        thread = last_decided(self.state.draft) if self.state is not None else None
        if thread is None or self.state is None:
            tell(self.app, "You have decided nothing that could be taken back.", "warning")
            return
        self.post_message(ConfirmFirst(undoing(self.state.draft, thread)))

    def _filter(self) -> None:
        if self.state is not None:
            entries = filter_entries(self.state.draft, self.state.wanted)
            self.app.push_screen(Picker("Show only", entries), self._filtered)

    def _filtered(self, choice: str | None) -> None:
        if choice is not None and self.state is not None:
            self.post_message(FilterRemarks(changed_filter(self.state.wanted, choice)))


QueueEntry = tuple[QueueItem, Thread] | None
QueueLines = Iterator[tuple[QueueEntry, tuple[StyledLine, ...]]]


def _queue_lines(draft: Draft, items: tuple[QueueItem, ...], order: Order) -> QueueLines:
    """Yield the rows of the queue: headings, one row a thread; overlaps under a heading of their own."""
    last = ""
    for item in items:
        title = heading_of(draft, item, order)
        if title != last:
            last = title
            yield None, (line(Styled(title, "heading")),)
        if item.overlaps:
            yield None, (line(Styled(f"  \u2694 {len(item.threads)} want to change the same words", "alarm")),)
        for thread in item.threads:
            yield (item, thread), _thread_lines(draft, thread, "    " if item.overlaps else "  ")


def _thread_lines(draft: Draft, thread: Thread, indent: str) -> tuple[StyledLine, ...]:
    sign = _SIGNS.get(thread.kind, "\u25cf")
    name = short(thread.id, draft.review.threads)
    who = draft.settings.organisation_name(thread.root.organisation)
    weight = Styled(" blocking", "bad") if thread.blocking else Styled("")
    said = thread.body or (f"\u2192 {thread.replacement}" if thread.replacement else "delete it")
    return (
        line(
            Styled(f"{indent}{sign} ", "alarm"),
            Styled(name, "strong"),
            Styled(f" {thread.kind} \u00b7 {who}", "muted"),
            weight,
        ),
        line(f"{indent}  {clipped(said, 140)}"),
    )
