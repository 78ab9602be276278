"""The app's own frame: its screens, its colours, its keys, and one way to run slow work beside them."""

import gc
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider

from reviewtui.domain.policy.document import Policy
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.app.locked_workspace import LockedWorkspace
from reviewtui.tui.app.screen_registry import make_stage
from reviewtui.tui.app.waiting import MOMENT, Waiting
from reviewtui.tui.appearance.colours import next_theme
from reviewtui.tui.appearance.display_options import DisplayOptions
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.appearance.themes import THEMES
from reviewtui.tui.compose.draft_autosave import DraftAutosave
from reviewtui.tui.keys.key_table import SCREENS
from reviewtui.tui.keys.rebinding import keymap_of
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.workspace.session.preferences import Preferences

_KEEP_EVERY = 0.4
"""Seconds between two looks whether something typed is not on the disk yet."""
_Result = TypeVar("_Result")


def _acts() -> type[Provider]:
    from reviewtui.tui.app.command_palette import Acts

    return Acts


class DeskApp(App[str]):
    """Screens by name, the state that all of them are handed, and work in threads.

    The result of a run is the sentence with which it ended; empty when a person left.
    """

    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_acts}
    TITLE = "reviewtui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True),
        Binding("ctrl+c", "leave_or_copy", "Copy", show=False),
    ]
    CSS = """
    Screen { background: $background; layout: vertical; overflow: hidden; }
    * { scrollbar-background: $background; scrollbar-color: $panel-lighten-2; scrollbar-size-vertical: 1;
        scrollbar-background-hover: $background; scrollbar-background-active: $background; }
    Toast { max-width: 70%; }
    .-low #tabs { display: none; }
    .-low Composer { max-height: 90%; }
    .-low Writing { height: 3; border: none; border-left: tall $primary; }
    """

    def __init__(
        self,
        work: LockedWorkspace,
        first: Policy | None = None,
        preferences: Preferences | None = None,
        theme: str = "dark",
    ) -> None:
        """Work with `work`; `first` is the text to show until more is known, `theme` the one used last."""
        super().__init__()
        self._first = first
        self.preferences = preferences or Preferences()
        keymap, refused = keymap_of(self.preferences.keys)
        self.complaints = tuple(f"Keys in your settings: {reason}" for reason in refused)
        self._display_options = DisplayOptions(self.preferences.measure, self.preferences.marks, keymap)
        self.set_keymap(keymap)
        self.workspace = work
        self.autosave = DraftAutosave(lambda: work.typed)
        self.state: ScreenState | None = None
        self.failure: Exception | None = None
        self.waiting = Waiting()
        self._stages: dict[str, BaseScreen] = {}
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        for name in SCREENS:
            self.add_mode(name, partial(self.stage, name))

    def stage(self, name: str) -> BaseScreen:
        """Return the screen of this name, made when it is first asked for."""
        if name not in self._stages:
            self._stages[name] = make_stage(name)
            self._stages[name].display_options = self._display_options
            if self.state is not None:
                self._stages[name].take(self.state)
        return self._stages[name]

    @property
    def here(self) -> BaseScreen:
        """The screen that is shown, whatever dialogs stand over it."""
        return self.stage(self.current_mode)

    async def on_mount(self) -> None:
        """Show the first screen, and begin to keep what is typed."""
        if self._first is not None:
            self.stage("read").show_first(self._first)
        await self.switch_mode("read")
        for complaint in self.complaints:
            tell(self, complaint, "warning")
        self.set_interval(_KEEP_EVERY, self._keep)

    @property
    def version(self) -> str:
        """The version that is looked at; empty for the draft."""
        return self.state.version if self.state else ""

    def take(self, state: ScreenState) -> None:
        """Hand a state to every screen.

        It is held for long and without circles: the collector need not go through it at every key.
        """
        self.state = state
        gc.freeze()
        for stage in self._stages.values():
            stage.take(state)

    def update_state(self, **changes: Any) -> None:
        """Hand the same state round with something else in it."""
        if self.state is not None:
            self.take(replace(self.state, **changes))

    def beside(self, work: Coroutine[Any, Any, None], group: str) -> None:
        """Run `work` beside the screen; work of the same group begins after it."""
        self.run_worker(work, group=group, exit_on_error=True)

    async def in_thread(
        self, call: Callable[[], _Result], news: str = "", *, stoppable: bool = False
    ) -> _Result | ReviewError:
        """Return what `call` gives, made in a thread. What went wrong is a result too.

        `news` is shown when it takes more than a moment; while it is `stoppable`, esc gives it up.
        """
        stage = self.here
        told = f"{news} ({self.here.names['back']} gives up)" if stoppable else news
        timer = self.set_timer(MOMENT, partial(stage.show_news, told)) if news else None
        try:
            return await self.waiting.wait_for(call, stoppable=stoppable)
        finally:
            if timer is not None:
                timer.stop()
                stage.show_news("")

    def show_help(self) -> None:
        """Say what can be done where we are."""
        from reviewtui.tui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(self.here.current_focus))

    def next_colours(self) -> None:
        """Change to the next theme."""
        self.theme = next_theme(self.theme)
        tell(self, f"Colours: {self.theme}")

    async def action_leave(self) -> None:
        """Leave; what was typed is put on the disk first."""
        await self.in_thread(self.autosave.flush)
        await self.remember()
        self.exit("")

    async def remember(self) -> None:
        """Keep what is worth it for the next run."""

    def action_leave_or_copy(self) -> None:
        """Say how to leave."""
        tell(self, f"{self.here.names['quit']} leaves; nothing that was typed is lost.")

    def _handle_exception(self, error: Exception) -> None:
        """Remember what went wrong, for the one line that is said about it when the screen is given back."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's traceback: it prints every value, words that others wrote included."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    def _keep(self) -> None:
        if not self.autosave.is_idle:
            self.run_worker(self._keep_now(), group="keep", exclusive=False)

    async def _keep_now(self) -> None:
        kept = await self.in_thread(self._flushed)
        if isinstance(kept, ReviewError):
            tell(self, f"What you type could not be kept on the disk: {kept}", "error")
        elif self.state is not None and self.state.unsent != kept:
            self.update_state(unsent=kept)

    def _flushed(self) -> int:
        self.autosave.flush()
        return len(self.workspace.unfinished())
