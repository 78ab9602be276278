"""The app: it holds the parts that do the work, and hands each message of the screens to the part that answers it."""

import asyncio
import contextlib
import re
import signal
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input, TextArea

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.app.abnormal_end import HUNG_UP, end_within
from reviewtui.tui.app.app_requests import AppRequests
from reviewtui.tui.app.queued_keys import InputOrder, KeyAnswered
from reviewtui.tui.appearance.colours import next_theme
from reviewtui.tui.appearance.display_options import DisplayOptions
from reviewtui.tui.appearance.safe_text import IN_FORM, tell
from reviewtui.tui.appearance.stylesheet import CSS, THEMES, ParsedStylesheet
from reviewtui.tui.appearance.terminal_updates import TerminalCells, TerminalUpdate
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.background.review_loader import RepositoryWatcher, ReviewLoader
from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.background.session_memory import SessionMemory
from reviewtui.tui.background.thread_work import ThreadWork
from reviewtui.tui.background.unsaved_forms import UnsavedForms
from reviewtui.tui.dialogs.answer_dialog import Told, message_log
from reviewtui.tui.dialogs.dialog import AT_WORK, Dialog
from reviewtui.tui.keys.key_notes import dialog_key_note, unknown_key_note
from reviewtui.tui.keys.key_table import SCREENS, keys_before_words
from reviewtui.tui.keys.rebinding import keymap_of
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.requests import AppRequest, OpenPolicy
from reviewtui.tui.widgets.message_line import SIGNS, MessageLine
from reviewtui.views.styled_text import Styled
from reviewtui.workspace.session.preferences import Preferences
from reviewtui.workspace.session.unsaved_form import UnsavedWriter

_FUNCTION_KEY = re.compile(r"f\d+")
_LAST_SECONDS = 2.0
"""Seconds in which an app whose terminal has gone may still tidy up."""
_SOON = 0.1
"""Seconds after which a screen that just comes is asked again for its line of messages."""
_MOST_TOLD = 500
"""Messages that the log keeps."""
HANGING_UP = (signal.SIGHUP, signal.SIGTERM) if hasattr(signal, "SIGHUP") else (signal.SIGTERM,)


class ReviewApp(App[str]):
    """Review a policy in the terminal.

    The result of a run is the sentence with which it ended; empty when a person left.
    """

    TITLE = "reviewtui"
    CSS = CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True),
        Binding("ctrl+c", "say_how_to_leave", "Copy", show=False),
    ]

    def __init__(
        self,
        workspace: LockedWorkspace,
        first: Policy | None = None,
        preferences: Preferences | None = None,
        theme: str = "dark",
    ) -> None:
        """Work with `workspace`; `first` is the text to show until more is known, `theme` the one used last."""
        super().__init__()
        self.stylesheet = ParsedStylesheet(variables=self.get_css_variables())
        self._first = first
        self._cells = TerminalCells()
        self.preferences = preferences or Preferences()
        keymap, refused = keymap_of(self.preferences.keys)
        self.complaints = tuple(f"Keys in your settings: {reason}" for reason in refused)
        self.reads_alt = any("alt+" in keys for keys in keymap.values())
        self.set_keymap(keymap)
        self.failure: Exception | None = None
        self.opens_next: Path | None = None
        self.told: deque[Told] = deque(maxlen=_MOST_TOLD)
        options = DisplayOptions(self.preferences.measure, self.preferences.marks, keymap)
        self.screens = ScreenRegistry(self, options)
        self.background = ThreadWork(self, self.screens)
        writer = UnsavedWriter(lambda: workspace.unsaved)
        services = AppServices(self, self.screens, workspace, self.background, writer)
        self.inputs = InputOrder(self)
        self.unsaved = UnsavedForms(services)
        self.screens.kept_words = self.unsaved.gone_on_with
        self.memory = SessionMemory(services)
        self.loader = ReviewLoader(services, self.memory)
        self.requests = AppRequests(services, self.loader, self.memory, self.unsaved, self.inputs)
        self.watcher = RepositoryWatcher(services, self.loader.start_reading)
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        for name in SCREENS:
            self.add_mode(name, partial(self.screens.get, name))

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal so that no byte of it can stop the app, where it is read as bytes."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from reviewtui.tui.app.terminal_input import TolerantInput

        return TolerantInput

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR set no colour is sent at all, not even a grey."""
        return [NoColor()] if self.no_color else super().get_line_filters()

    async def on_mount(self) -> None:
        """Show the first screen, keep what is typed, open the policy, and be ready for the terminal to go away."""
        if self._first is not None:
            self.screens.read.show_first(self._first)
        await self.switch_mode("read")
        for complaint in self.complaints:
            tell(self, complaint, "warning")
        self.app_resume_signal.subscribe(self, lambda _: self._cells.forget())
        self.unsaved.start_keeping()
        loop = asyncio.get_running_loop()
        for number in HANGING_UP:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.end_at_once)
        self.background.start(self._open, "look")

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Send the terminal what changes of what it shows."""
        if isinstance(renderable, CompositorUpdate):
            renderable = TerminalUpdate(renderable, self._cells)
        super()._display(screen, renderable)

    def on_resize(self) -> None:
        """Paint all of it: a terminal may have moved its lines."""
        self._cells.forget()

    def on_app_focus(self) -> None:
        """Paint all of what is painted next: somebody else may have written to the terminal."""
        self._cells.forget()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something on the own line of the screen or the dialog that is shown; all of it stays in the log."""
        del markup  # Nothing is shown in a corner, where it would cover what is read.
        self.told.append((datetime.now().astimezone(), severity, message))
        if severity != "information" and self._has_begun_to_write():
            self.inputs.cut_off(message, by_dialog=False)
        if title != IN_FORM:
            sign = SIGNS[title or severity]
            self._show_told(message, sign, self.NOTIFICATION_TIMEOUT if timeout is None else timeout)

    def _show_told(self, message: str, sign: Styled, seconds: float) -> None:
        """Show a message on the topmost screen that has a line for it; one that just comes has it in a moment."""
        stack = [each for each in reversed(self.screen_stack) if not each.has_class(AT_WORK)] if self.is_running else ()
        lines = next((found for screen in stack if (found := screen.query(MessageLine))), None)
        if lines is not None:
            lines.first().show_message(message, sign, seconds)
        elif self.is_running:
            self.set_timer(_SOON, partial(self._show_told, message, sign, seconds))

    def _has_begun_to_write(self) -> bool:
        """Say whether the key that was pressed last is one that words are typed behind."""
        shown = self.screens.shown
        return not self.inputs.is_idle and self.inputs.key in keys_before_words(
            shown.NAME, shown.display_options.keymap
        )

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """Show a screen over this one; what is typed while it comes by itself is not meant for it."""
        if self.inputs.is_between_keys:
            self.inputs.cut_off(by_dialog=True)
        return super().push_screen(*arguments, **options)

    async def on_event(self, event: events.Event) -> None:
        """Let every key wait for the one before it."""
        if not isinstance(event, events.InputEvent | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.inputs.admits(event):
            field = self.focused or self.screen
            if self.inputs.is_act(event):
                for messages in self.screen.query(MessageLine):
                    messages.clear()
            await super().on_event(event)
            self.inputs.follow(event, field)

    async def on_key_answered(self, message: KeyAnswered) -> None:
        """Let the next key act; what is no key brings the one behind it along."""
        while (event := self.inputs.next_after(message)) is not None:
            await self.on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Say so where a key does nothing: a letter, a sign or F1 to F12, in a dialog any that somebody may expect."""
        shown = self.screen
        if event.key in shown.active_bindings:
            return
        if isinstance(shown, Dialog):
            tell(self, dialog_key_note(event.key, shown.ways), "warning")
        elif (event.is_printable or _FUNCTION_KEY.fullmatch(event.key)) and isinstance(shown, BaseScreen):
            keymap = shown.display_options.keymap
            tell(self, unknown_key_note(shown.NAME, event.key, keymap, event.character or ""), "warning")

    @on(AppRequest)
    async def answer_request(self, message: AppRequest) -> None:
        """Hand what a screen asks for to the part that answers it."""
        await self.requests.answer(message)

    async def on_open_policy(self, message: OpenPolicy) -> None:
        """Leave for another policy of the repository, which whoever runs the app opens then."""
        self.opens_next = message.folder
        await self.action_leave()

    async def action_leave(self) -> None:
        """Leave; what was typed is put on the disk first."""
        self.unsaved.note_now()
        await self.background.in_thread(self.unsaved.writer.flush)
        await self.memory.keep(self.theme)
        self.exit("")

    def action_say_how_to_leave(self) -> None:
        """Say how to leave; where letters are typed, and over a dialog, that comes after another key."""
        shown = self.screens.shown
        first = self.screen is not shown or isinstance(self.focused, Input | TextArea)
        then = f"{shown.names['back']}, then " if first else ""
        tell(self, f"{then}{shown.names['quit']} leaves; nothing that was typed is lost.")

    async def _open(self) -> None:
        """Show the text first, then where the remarks stand, then what changed; then go on with unsaved words."""
        failed = await self.loader.read_text()
        if failed:
            self.exit(failed)
            return
        theme = await self.memory.recall()
        if not self.preferences.theme and theme in self.available_themes:
            self.theme = theme
        state = await self.loader.load(self.screens.version)
        # How ready the draft is takes its time: what waits for this person is told before that.
        self.memory.offer_place(goes_there=self.inputs.count == 0)
        self.unsaved.offer_last()
        if state is not None:
            await self.loader.judge(state)
        self.watcher.start()

    def action_show_messages(self) -> None:
        """Show all that was said since the start."""
        self.push_screen(message_log(self.told))

    def action_command_palette(self) -> None:
        """Open the palette, but not over a dialog: nothing that it offers could be done there."""
        if isinstance(self.screen, BaseScreen):
            self.requests.show_palette()

    def action_change_colours(self) -> None:
        """Take the next colours; where none are sent, say so and leave them as they are."""
        if self.no_color:
            tell(self, "NO_COLOR is set, so no colours are sent to this terminal; there are none to choose from.")
            return
        self.theme = next_theme(self.theme)
        tell(self, f"Colours: {self.theme}")
        if self.preferences.theme:
            tell(self, f"Your settings name {self.preferences.theme}, which comes back with the next start.")

    def end_at_once(self, failure: Exception | None = None) -> None:
        """Put what is typed on the disk and leave: the terminal has gone, or somebody wants us to end."""
        end_within(_LAST_SECONDS)
        with contextlib.suppress(ReviewError, OSError):
            self.unsaved.note_now()
            self.unsaved.writer.flush()
        with contextlib.suppress(ReviewError, OSError, NoMatches):
            self.memory.keep_at_once(self.theme)
        self.failure = self.failure or failure
        self.exit("", return_code=HUNG_UP)

    def _handle_exception(self, error: Exception) -> None:
        """Remember what went wrong, for the one line that is said about it when the screen is given back."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's traceback: it prints every value, words that others wrote included."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
