"""The first screen: the text with its remarks, the outline beside it, and the thread at the caret."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message

from reviewtui.domain.policy.policy import Policy
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.keys.availability import on_draft
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.read_screen.read_style import CSS, WIDTHS
from reviewtui.tui.read_screen.reading_work import ReadingWork
from reviewtui.tui.read_screen.text_search import SearchMessage
from reviewtui.tui.reader.reader import Reader
from reviewtui.tui.reader.reader_messages import CaretMoved, HighlightPicked, SelectingBegun, SelectionChanged
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.state.requests import MatchWanted, OpenSection, SearchLeft, SearchText, SearchTyped, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.outline_pane import OutlinePane
from reviewtui.tui.widgets.search_bar import SearchBar
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.overview.tour import tour_line

_AT_CARET = frozenset(
    "comment suggest move insert edit_paragraph open_editor comment_section mark_read missing".split()
)
"""Acts on a place in the text."""

_STEPS = {"next_remark": 1, "previous_remark": -1}
"""Acts that go through what is searched for while it is."""


class TourBand(Words):
    """Shows the stop at which the tour waits; there is no line once it is over."""

    DEFAULT_CSS = """
    TourBand { height: auto; max-height: 3; padding: 0 2; background: $panel; display: none; }
    TourBand.-on { display: block; }
    """

    def show_stop(self, state: ScreenState, keys: Mapping[str, str]) -> None:
        """Show where the tour is, with the keys in force."""
        words = tour_line(state.tour, keys.__getitem__, is_author=state.draft.is_author)
        self.set_class(bool(words), "-on")
        self.show_lines([words])


class ReadScreen(BaseScreen):
    """Reading, with remarks made and found on the way; each part of the work is an object of its own."""

    NAME = "read"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("read")]
    AUTO_FOCUS = "#reader"
    DEFAULT_CSS = CSS
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self) -> None:
        self._work = ReadingWork(self)
        self.view, self.new, self.jumps = self._work.view, self._work.new, self._work.jumps
        self._search = self._work.search
        self._first: Policy | None = None
        super().__init__(
            ScreenParts(
                self._body,
                self._show,
                self.view.focus_text,
                self._work.acts,
                lambda: replace(self.view.subject, is_searching=self._search.is_on),
            )
        )
        self.room = self._work.panes.room

    def _body(self) -> ComposeResult:
        with Container(id="body"):
            yield OutlinePane()
            yield Reader(id="reader", measure=self.display_options.measure)
            yield ThreadPane()
        yield TourBand()
        yield SearchBar()

    def show_first(self, policy: Policy) -> None:
        """Show the text alone from the first frame on, until more is known."""
        self._first = policy
        if self.is_mounted and self.state is None:
            self.view.show_first(policy)

    def on_mount(self) -> None:
        """Show the text that is there already."""
        self.view.pane.fold(self.view.at_hand)
        self.view.reader.show_marks(shown=self.display_options.marks)
        self.view.reader.is_only_shown = self.jumps.shows_only_that
        if self._first is not None:
            self.show_first(self._first)

    def on_resize(self) -> None:
        """Take the pane's place back, or give it."""
        self.view.pane.fold(self.view.at_hand)

    def action_act(self, act: str) -> None:
        """Do what a key asks for; in the outline what is about a place in the text is about the row marked there."""
        chosen = self.query_one(OutlinePane).chosen if act in _AT_CARET and self.composer.form is None else None
        if chosen is not None:
            self._open_section(chosen)
        if act == "screen_read" and self.state is not None and self.state.version:
            tell(self.app, on_draft(self.current_focus), "warning")
            return
        if act in _STEPS and self.composer.form is None and self._search.is_on:
            # Hands that know other programs go from match to match by this key.
            self._search.step(_STEPS[act])
            return
        super().action_act(act)

    def on_caret_moved(self, message: CaretMoved) -> None:
        """Show the thread that the caret stands in, else the finding."""
        message.stop()
        self.view.follow_caret(message.offset)
        self._search.follow_caret()

    @on(SelectionChanged)
    @on(SelectingBegun)
    @on(events.DescendantFocus, "#search")
    @on(events.DescendantBlur, "#search")
    def _change_keys(self, message: Message) -> None:
        """Say in the footer what keys do with the selection, and while words to be found are typed."""
        message.stop()
        if isinstance(message, SelectionChanged):
            self._search.follow_selection()
        self.refresh_keys()
        if isinstance(message, SelectingBegun):
            tell(self.app, f"{self.view.subject.mode}.")

    def on_highlight_picked(self, message: HighlightPicked) -> None:
        """Show the thread or the finding that was picked."""
        message.stop()
        self.view.activate(message.key, picked=True)

    def on_open_section(self, message: OpenSection) -> None:
        """Show the section that was chosen in the outline."""
        message.stop()
        self._open_section(message)

    def _open_section(self, message: OpenSection) -> None:
        if message.offset < 0:
            self.view.turn_to(message.number)
        elif self.view.section is not None:
            place = self.view.section.start + message.offset
            self.jumps.leave_for(ShowPlace(self.view.section.path, place, place))

    @on(SearchText)
    @on(SearchTyped)
    @on(SearchLeft)
    @on(MatchWanted)
    def _find(self, message: SearchMessage) -> None:
        """Search for words while they are typed, from place to place, or no more."""
        message.stop()
        self._search.answer(message)

    def _show(self, state: ScreenState) -> None:
        self.query_one(TourBand).show_stop(state, self.names)
        self.view.show_state(state)
