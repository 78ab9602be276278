"""Hands each request of the screens to the part of the app that answers it."""

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from inspect import isawaitable
from typing import Any

from textual.screen import Screen

from reviewtui.tui.app.command_runner import CommandRunner
from reviewtui.tui.app.confirmations import Confirmations
from reviewtui.tui.app.outside_programs import Clipboard, ExternalEditor
from reviewtui.tui.app.queued_keys import InputOrder
from reviewtui.tui.app.quit_reminder import QuitReminder
from reviewtui.tui.app.sync_flow import SyncFlow
from reviewtui.tui.app.thread_actions import ThreadActions
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.review_loader import ReviewLoader
from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.background.session_memory import SessionMemory
from reviewtui.tui.background.unsaved_forms import UnsavedForms
from reviewtui.tui.keys.key_table import SCREENS
from reviewtui.tui.keys.palette_acts import REMARK
from reviewtui.tui.state import requests
from reviewtui.tui.tasks.task_registry import TASKS, begin_task
from reviewtui.views.compose.thread_acts import THREAD_ACTS
from reviewtui.views.overview.tour import next_stop

_RequestActs = Mapping[type[requests.AppRequest], Callable[[Any], object]]
"""Who answers which request; what can be awaited is."""


class AppRequests:
    """Holds the parts that do the work; `acts` is what a key asks for that a screen cannot do by itself."""

    _asked_back = -1
    """The number of the key that asked to leave a screen on which nothing was open."""

    def __init__(
        self,
        services: AppServices,
        loader: ReviewLoader,
        memory: SessionMemory,
        unsaved: UnsavedForms,
        inputs: InputOrder,
    ) -> None:
        self._app = services.app
        self._screens = services.screens
        self._background = services.background
        self._inputs = inputs
        self._loader = loader
        questions = Confirmations(services, inputs)
        self._commands = CommandRunner(services, loader, questions, unsaved, inputs)
        services.screens.is_behind = lambda: self._commands.is_behind
        self._thread_actions = ThreadActions(services, questions, memory)
        self._tour = TourGuide(services.screens, memory)
        self.acts: Mapping[str, Callable[[], object]] = {
            "submit": self._thread_actions.submit,
            "release": self._thread_actions.release,
            "begin": self._thread_actions.begin_review,
            "unsaved": lambda: self._start_held(unsaved.continue_one, "look"),
            "undo_last": lambda: self._start_held(self._commands.undo_last, "act"),
            "search": lambda: self._start_held(self._search_text, "look"),
            "sync": SyncFlow(services, loader, self._commands).begin,
            "help": self._show_help,
            "palette": self._app.action_command_palette,
            "theme": partial(self._app.run_action, "change_colours"),
            "messages": partial(self._app.run_action, "show_messages"),
            "reload": loader.start_reading,
            "back": self._go_back,
            "stop": self._background.stop,
            "leave_tour": self._tour.leave,
            **{act: partial(self._begin_task, act, services) for act in TASKS},
            "quit": QuitReminder(services, partial(self._app.run_action, "leave")).begin,
        }
        self._answers: _RequestActs = {
            **self._answers_at_work(Clipboard(services), ExternalEditor(services, loader.read_again)),
            requests.RunAct: self._run_act,
            requests.RunActOn: self._run_act_on,
            **questions.answers,
            **unsaved.answers,
            requests.FilterRemarks: lambda asked: self._screens.update(remark_filter=asked.remark_filter),
            requests.ItemSeen: memory.note_seen,
            requests.ActDone: lambda asked: self._tour.go_on(asked.act),
            requests.ShowPlace: self._show_place,
            requests.ReadVersion: self._read_version,
            requests.CompareVersions: self._compare_versions,
        }

    def _answers_at_work(self, copying: Clipboard, editor: ExternalEditor) -> _RequestActs:
        """Return who answers what takes a while, beside the screens."""
        start = self._background.start
        return {
            requests.CarryOut: self._commands.begin,
            requests.ActWhenShown: self._commands.act_when_shown,
            requests.OpenEditor: lambda asked: start(partial(editor.edit, asked.path, asked.line), "act"),
            requests.CopyWords: lambda asked: start(partial(copying.copy, asked.what, asked.words), "look"),
            requests.NewFindingsWanted: lambda asked: start(partial(self._thread_actions.look_ahead, asked), "look"),
            requests.LoadComparison: lambda asked: start(partial(self._loader.compare, asked), "compare"),
        }

    def _start_held(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> None:
        """Run what opens something to answer or to write in; the keys behind it wait for that."""
        self._inputs.hold()

        async def run() -> None:
            try:
                await work()
            finally:
                self._inputs.release()

        self._background.start(run, group)

    def _begin_task(self, act: str, services: AppServices) -> None:
        """Begin a task; the keys behind it are meant for its first question."""
        self._inputs.hold()
        begin_task(act, services, self._inputs.release)

    async def answer(self, request: requests.AppRequest) -> None:
        """Have a request answered."""
        answered = self._answers[type(request)](request)
        if isawaitable(answered):
            await answered

    async def _run_act(self, asked: requests.RunAct) -> None:
        if asked.act.startswith("screen_"):
            self._screens.trail.clear()
            came_from, screen = self._app.current_mode, asked.act.removeprefix("screen_")
            await self._app.switch_mode(screen)
            if screen == "compare":
                self._screens.compare.show_usual(is_here=came_from == screen)
        elif asked.act == "undo" and self._thread_actions.undoes_last():
            self._start_held(partial(self._commands.undo_last, made="just now"), "act")
        elif asked.act in THREAD_ACTS:
            await self._thread_actions.begin(asked.act)
        else:
            answered = self.acts[asked.act]()
            if isawaitable(answered):
                await answered

    def _go_back(self) -> None:
        """Go back to the screen from which somebody was led here; whoever chose a screen leaves it by asking twice.

        What is typed by habit behind an esc that closed nothing would be keys of another screen.
        """
        trail, mode = self._screens.trail, self._app.current_mode
        if trail or mode == "compare" or self._inputs.count == self._asked_back + 1:
            self._app.call_later(self._app.switch_mode, trail.pop() if trail else "read")
        elif mode == "read":
            return
        else:
            self._asked_back = self._inputs.count
            keys = self._screens.shown.names
            tell(self._app, f"Nothing is open here; {keys['back']} again, or {keys['screen_read']}, goes to the text.")

    async def _lead(self, screen: str) -> None:
        """Go to a screen from which the way leads back here."""
        if self._app.current_mode != screen:
            self._screens.trail.append(self._app.current_mode)
        await self._app.switch_mode(screen)

    async def _run_act_on(self, asked: requests.RunActOn) -> None:
        await self._lead(asked.screen)
        if not asked.act:
            return
        shown = self._screens.shown
        # A screen that is opened for the first time shows what it is about with its first refresh.
        shown.call_after_refresh(shown.action_act, asked.act)

    async def _search_text(self) -> None:
        """Begin to search in the text, from which the way leads back here."""
        await self._lead("read")
        self._screens.read.action_act("search")

    async def _show_place(self, asked: requests.ShowPlace) -> None:
        came_from = self._app.current_mode
        await self._lead("read")
        read = self._screens.read
        if came_from == "read":
            read.view.show_place(asked)
        else:
            read.jumps.arrive(asked)
            tell(self._app, f"{read.names['back']} goes back to {SCREENS[came_from]}.")

    async def _read_version(self, asked: requests.ReadVersion) -> None:
        if asked.version and self._app.current_mode == "read":
            self._screens.trail.append("read")
        await self._lead("read")
        self._background.start(partial(self._loader.read, asked.version), "look")

    async def _compare_versions(self, asked: requests.CompareVersions) -> None:
        came_from = self._app.current_mode
        await self._lead("compare")
        self._screens.compare.compare(asked.old, asked.new, led_from=SCREENS[came_from])

    def _show_help(self) -> None:
        from reviewtui.tui.dialogs.help import HelpDialog

        self._offer(HelpDialog(self._screens.shown.current_focus))

    def show_palette(self) -> None:
        """Show all that can be done, to choose from."""
        from reviewtui.tui.dialogs.palette import PaletteDialog

        shown = self._screens.shown
        self._offer(PaletteDialog(lambda: shown.current_focus, self._screens.is_behind))

    def _offer(self, acts: Screen[str | None]) -> None:
        """Let somebody choose an act, and do it on the screen that knows it."""
        shown = self._screens.shown

        def chosen(wanted: str | None) -> None:
            screen, _, act = (wanted or "").rpartition(" ")
            if screen == REMARK:
                shown.post_message(requests.ShowPlace(thread=act))
            elif screen:
                shown.post_message(requests.RunActOn(screen, act))
            elif act:
                shown.action_act(act)

        self._app.push_screen(acts, chosen)


class TourGuide:
    """Takes somebody round who opens the example for the first time."""

    def __init__(self, screens: ScreenRegistry, memory: SessionMemory) -> None:
        self._screens = screens
        self._memory = memory
        self._done: set[str] = set()
        """What was done so far, also ahead of the stop that explains it."""

    def go_on(self, act: str) -> None:
        """Go on to the next stop when what this one explains was done; not while somebody still writes."""
        state = self._screens.state
        self._done.add(act)
        if self._screens.shown.composer.form is not None:
            return
        if state is None or not state.tour:
            return
        stop = next_stop(state.tour, self._done, is_author=state.draft.is_author)
        if stop != state.tour:
            self._show_stop(stop)
            if not stop:
                self._screens.tell(f"That was the tour; {self._screens.shown.names['help']} explains the keys.")

    def leave(self) -> None:
        """End the tour; it does not come again."""
        self._show_stop("")

    def _show_stop(self, stop: str) -> None:
        self._screens.update(tour=stop)
        self._memory.keep_tour(stop)
