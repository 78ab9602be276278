"""What the five screens have in common: masthead, composer, footer, and one way from a key to an act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from reviewtui.tui.appearance.display_options import DisplayOptions
from reviewtui.tui.appearance.page_geometry import HIGH, MEDIUM, TALL, WIDE
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.keys.key_table import WRITING_ACTS, find_key, key_names, keys_of
from reviewtui.tui.screens.pane_resizing import PaneResizing
from reviewtui.tui.state.requests import ActDone, ActWhenShown, ComposerClosed, KeyClicked, RunAct, RunActOn
from reviewtui.tui.state.screen_state import Focus, ScreenState, Subject
from reviewtui.tui.widgets.composer import Composer
from reviewtui.tui.widgets.key_bar import KeyBar
from reviewtui.tui.widgets.masthead import Masthead
from reviewtui.tui.widgets.message_line import MessageLine
from reviewtui.tui.widgets.rows import Rows
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.spell_check import SpellCheck
from reviewtui.views.compose.thread_acts import THREAD_ACTS
from reviewtui.views.compose.written_change import written_change
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.threads.possible_actions import NOBODY

_ON_WHAT_IS_DONE = THREAD_ACTS | {"settle", "accept_editorial", "submit", "sync", "mark_read"}
"""Acts on what is decided, read or pending, which wait until it is shown as it is."""


@dataclass(frozen=True, slots=True)
class ScreenParts:
    """What one screen brings into the frame that all of them share."""

    body: Callable[[], ComposeResult]
    """Lays out what the screen is about."""
    show: Callable[[ScreenState], None]
    """Shows a state in the body."""
    focus_body: Callable[[], object]
    """Puts the focus back into the body when nothing is written any more."""
    acts: Mapping[str, Callable[[], object]] = field(default_factory=dict)
    """What the screen does itself, by act; the app does the rest."""
    subject: Callable[[], Subject] = Subject
    """Says what the screen is about just now."""
    is_empty: Callable[[], bool] = lambda: False
    """Says whether there is nothing to stay for when what goes on is given up."""


class BaseScreen(Screen[None]):
    """The frame of a screen; `receive` hands it the state, keys come to `action_act`."""

    NAME: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high"), (TALL, "-tall")]  # noqa: RUF012 - as Textual declares it

    focused = Reactive[Widget | None](None, repaint=False)
    """Who has the focus; the two widgets between which it moves paint themselves, and nothing else changes."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__()
        self.state: ScreenState | None = None
        self.display_options = DisplayOptions()
        self.kept_words: Callable[[ComposeForm], ComposeForm | None] = lambda _form: None
        """Returns a form with the words that were left in it before, None where there are none."""
        self.is_behind: Callable[[], bool] = lambda: False
        """Says whether something is being done that no screen shows yet."""
        self.is_led: Callable[[], bool] = lambda: False
        """Says whether somebody was led here by another screen, to which the way leads back."""
        self.room = PaneResizing(tuple, lambda: None)
        """The room of its panes; nobody gives any where there is only one."""
        self._parts = parts
        self._news = ""
        self._can_stop = False
        self._is_laid_out = False

    def compose(self) -> ComposeResult:
        """Lay out masthead, what the screen is about, composer and footer."""
        yield Masthead(self.NAME)
        yield from self._parts.body()
        yield MessageLine()
        yield Composer()
        yield KeyBar()

    def _forward_event(self, event: events.Event) -> None:
        """Drag the border of a pane; what else the mouse and keys do goes to the widgets, as Textual does it."""
        if event.is_forwarded or not self.room.takes(event):
            super()._forward_event(event)

    def on_mount(self) -> None:
        """Show what was handed over, as soon as everything on the screen is there."""

        def show_first() -> None:
            self._is_laid_out = True
            if self.state is not None:
                self.receive(self.state)
            self.refresh_keys()

        self.call_after_refresh(show_first)

    def on_resize(self) -> None:
        """Fit panes, header and footer to the new size."""
        self.room.fit()
        self.call_after_refresh(lambda: self.show_news(self._news, can_stop=self._can_stop))
        self.call_after_refresh(self.refresh_keys)

    def receive(self, state: ScreenState) -> None:
        """Show a state; it is kept until the screen is there."""
        self.state = state
        # Work in a thread may end when the app has left already, and the screen is empty.
        for masthead in self.query(Masthead) if self._is_laid_out else ():
            masthead.show_state(state, self._news, is_behind=self.is_behind())
            self._parts.show(state)
            self.refresh_keys()

    def show_news(self, news: str, *, can_stop: bool = False) -> None:
        """Say in the masthead what is going on just now (empty: nothing), and whether it can be given up."""
        self._news = news
        self._can_stop = can_stop and bool(news)
        if self._is_laid_out:
            _show_progress(self, news)
            self.refresh_keys()

    @property
    def current_focus(self) -> Focus:
        """Where somebody is just now."""
        form, keymap = self.composer.form, self.display_options.keymap
        return Focus(self.NAME, self.state, self._parts.subject(), form, keymap, self.names, self.is_behind())

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The keys in force here, by act, for sentences that name them."""
        return key_names(self.NAME, self.display_options.keymap)

    @property
    def composer(self) -> Composer:
        """Where words are written."""
        return self.query_one(Composer)

    def action_act(self, act: str) -> None:
        """Do what a key, the palette or the footer asks for, or say why not."""
        if act == "back" and self._can_stop:
            self.post_message(RunAct("stop"))
            if not self._parts.is_empty():
                return
        if act == "back" and self.composer.form is not None:
            self.composer.begin_act("close")
            return
        reason = find_key(self.NAME, act).unavailable(self.current_focus)
        if (reason or act in _ON_WHAT_IS_DONE) and not self.composer.form and self.is_behind():
            # What is shown may be decided already, and whether it can be undone is not known yet.
            self.post_message(ActWhenShown(act))
            return
        if reason == NOBODY:
            act = "introduce"
        elif reason:
            tell(self.app, reason, "warning")
            return
        own = self._parts.acts.get(act)
        did = own() if own is not None else self.post_message(RunAct(act))
        # What says that it found nothing to do explains nothing.
        if did is not False:
            self.post_message(ActDone(act))

    def write(self, form: ComposeForm) -> None:
        """Open the composer."""
        if self.state is not None:
            self.composer.spelling = SpellCheck(self.state.draft).doubtful
            self.composer.change = partial(written_change, self.state.draft)
            if self.state.version:
                when = self.state.draft.version.called
                warning = f"You read {when}, not the draft: this is about the words as they stood then."
                form = replace(form, notes=(line(Styled(warning, "alarm")), *form.notes))
        again = self.kept_words(form)
        self.composer.open_for(again or form, self.names)
        if again is not None:
            tell(self.app, f"Not saved yet: your earlier words; {self.names['discard']} throws them away.", "warning")
        self.refresh_keys()

    def close_form(self, key: str) -> None:
        """Close the composer, if it holds the form of this key: its words are carried out."""
        form = self.composer.form
        if form is not None and form.key == key:
            self.composer.shut()
            for pane in self.query(ThreadPane):
                pane.reveal_next_words()
            self._end_writing("save")

    def refresh_keys(self) -> None:
        """Show in the footer what can be done now."""
        if self._is_laid_out:
            self.query_one(KeyBar).show_focus(self.current_focus)

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what was clicked."""
        message.stop()
        if self.composer.form is not None and message.act in WRITING_ACTS:
            self.composer.begin_act(message.act)
        elif any(key.act == message.act for key in keys_of(self.NAME)):
            self.action_act(message.act)
        else:
            # What is new is gone to in the text, wherever its count was clicked.
            self.post_message(RunActOn("read", message.act))

    def on_composer_closed(self, message: ComposerClosed) -> None:
        """Go back to what the screen is about."""
        message.stop()
        if message.is_kept:
            tell(self.app, f"Kept for later, not saved: {self.names['unsaved']} goes on with these words.")
        self._end_writing("close")

    def _end_writing(self, act: str) -> None:
        self.refresh_keys()
        self._parts.focus_body()
        self.post_message(ActDone(act))


def _show_progress(screen: BaseScreen, news: str) -> None:
    """Say on a screen what is going on, and of what it shows whether that is from before what was done."""
    is_behind = screen.is_behind()
    is_old = is_behind and bool(news)
    for pane in screen.query(ThreadPane):
        pane.say_behind(is_behind=is_old or (is_behind and pane.is_behind))
    for masthead in screen.query(Masthead):
        masthead.show_state(screen.state, news, is_behind=is_behind)
    for rows in screen.query(Rows):
        rows.set_class(is_old, "-behind")
