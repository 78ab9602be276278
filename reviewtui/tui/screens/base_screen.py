"""What the five screens have in common: masthead, composer, footer, and one way from a key to an act."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.tui.appearance.display_options import DisplayOptions
from reviewtui.tui.appearance.page_geometry import HIGH, MEDIUM, WIDE
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.compose.compose_form import ComposeForm, command_of
from reviewtui.tui.compose.overlap_form import overlap_commands
from reviewtui.tui.keys.key_table import WRITING_ACTS, find_key, key_names
from reviewtui.tui.screens.told import ScreenHooks
from reviewtui.tui.state.messages import ActDone, CarryOut, ComposerClosed, KeyClicked, RunAct, SaveForm
from reviewtui.tui.state.screen_state import Focus, ScreenState
from reviewtui.tui.widgets.composer import Composer
from reviewtui.tui.widgets.key_bar import KeyBar
from reviewtui.tui.widgets.masthead import Masthead


class BaseScreen(ScreenHooks):
    """A screen of the app; `take` hands it the state, keys come to `action_act`."""

    PLACE: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self) -> None:
        super().__init__()
        self.state: ScreenState | None = None
        self.display_options = DisplayOptions()
        self._news = ""
        self._is_there = False

    def compose(self) -> ComposeResult:
        """Lay out masthead, what the screen is about, composer and footer."""
        yield Masthead(self.PLACE)
        yield from self.compose_body()
        yield Composer()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Lay out what the screen is about."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show what was handed over, as soon as everything on the screen is there."""
        self.call_after_refresh(self._begin)

    def on_resize(self) -> None:
        """Fit the footer to the new width."""
        self.call_after_refresh(self.refresh_keys)

    def take(self, state: ScreenState) -> None:
        """Show a state; it is kept until the screen is there."""
        self.state = state
        if self._is_there:
            self.query_one(Masthead).show_state(state, self._news)
            self.show_state(state)
            self.refresh_keys()

    def _begin(self) -> None:
        self._is_there = True
        if self.state is not None:
            self.take(self.state)
        self.refresh_keys()

    def show_state(self, state: ScreenState) -> None:
        """Show what the screen is about."""
        raise NotImplementedError

    def show_news(self, news: str) -> None:
        """Say in the masthead what is going on just now; empty: nothing."""
        self._news = news
        if self._is_there:
            self.query_one(Masthead).show_state(self.state, news)

    @property
    def thread(self) -> Thread | None:
        """The thread that keys are about."""
        return None

    @property
    def current_focus(self) -> Focus:
        """Where somebody is just now."""
        writing = self.composer.form is not None
        return Focus(
            self.PLACE, self.state, self.thread, writing=writing, keymap=self.display_options.keymap, names=self.names
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The keys in force here, by act, for sentences that name them."""
        return key_names(self.PLACE, self.display_options.keymap)

    @property
    def composer(self) -> Composer:
        """Where words are written."""
        return self.query_one(Composer)

    def action_act(self, act: str) -> None:
        """Do what a key, the palette or the footer asks for, or say why not."""
        if act == "back" and self._news:
            self.post_message(RunAct("stop"))
            return
        reason = find_key(self.PLACE, act).unavailable(self.current_focus)
        if reason:
            tell(self.app, reason, "warning")
            return
        own = self.acts.get(act)
        if own is not None:
            own()
        else:
            self.post_message(RunAct(act))
        self.post_message(ActDone(act))

    def write(self, form: ComposeForm) -> None:
        """Open the composer."""
        self.composer.open_for(form, self.names)
        self.refresh_keys()

    def go_on_writing(self, form: ComposeForm) -> None:
        """Open the composer with words that were typed before."""
        self.write(form)

    def refresh_keys(self) -> None:
        """Show in the footer what can be done now."""
        if self._is_there:
            self.query_one(KeyBar).show_focus(self.current_focus)

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what was clicked."""
        message.stop()
        if self.composer.form is not None and message.act in WRITING_ACTS:
            self.composer.action_act(message.act)
        else:
            self.action_act(message.act)

    def on_save_form(self, message: SaveForm) -> None:
        """Ask for what was written to be carried out; the composer stays open until it is."""
        message.stop()
        made, content = message.form, message.content
        try:
            commands = overlap_commands(made, content) if made.act == "settle" else (command_of(made, content),)
        except Refused as refused:
            tell(self.app, str(refused), "warning")
            return
        self.post_message(CarryOut(*commands, typed=made.key))

    def on_composer_closed(self, message: ComposerClosed) -> None:
        """Go back to what the screen is about."""
        message.stop()
        self.refresh_keys()
        self.go_back_to_body()

    def settle(self, typed: str) -> None:
        """Close the composer, since the words that it holds under `typed` are carried out."""
        made = self.composer.form
        if made is not None and made.key == typed:
            self.composer.shut()
            self.refresh_keys()
            self.go_back_to_body()
