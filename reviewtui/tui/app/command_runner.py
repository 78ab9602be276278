"""Carries commands out, one request after the other, and shows what came of them."""

import asyncio
from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import Literal

from reviewtui.domain.actions.commands import (
    AddOrganisation,
    Adopt,
    BeginReview,
    BringIn,
    Command,
    CommitEdits,
    Decide,
    DiscardEdits,
    EditText,
    Read,
    Release,
    SignOff,
    Submit,
    Undo,
)
from reviewtui.domain.refusal import Conflict, ReviewError
from reviewtui.tui.app.confirmations import Confirmations
from reviewtui.tui.app.queued_keys import InputOrder
from reviewtui.tui.app.undoing import UndoLast
from reviewtui.tui.appearance.safe_text import DONE, tell
from reviewtui.tui.background.review_loader import ReviewLoader
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.background.undo_history import takes_back
from reviewtui.tui.background.unsaved_forms import UnsavedForms
from reviewtui.tui.keys.key_table import find_key
from reviewtui.tui.state.requests import ActWhenShown, CarryOut
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.tasks.progress_task import run_with_progress
from reviewtui.workspace.command.outcome import Outcome

_PATIENCE = 0.5
"""Seconds after which somebody who waits is told what for."""
_LATE = 5.0
"""Seconds after which what was waited for asks for its key again, instead of opening by itself."""


class CommandRunner:
    """A request ends when the repository was read again; the next one, and an undo, begin after that."""

    def __init__(
        self,
        services: AppServices,
        loader: ReviewLoader,
        questions: Confirmations,
        unsaved: UnsavedForms,
        inputs: InputOrder,
    ) -> None:
        self._services = services
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace
        self._screens = services.screens
        self._loader = loader
        self._questions = questions
        self._unsaved = unsaved
        self._inputs = inputs
        self._undoing = UndoLast(services, questions, loader.memory)
        self._turn = asyncio.Lock()
        self._is_behind = False
        """Whether something was done that the screens do not show yet."""
        self._half_done: tuple[Sequence[Command], ScreenState] | None = None
        """What was asked for at once and failed on its way, and what was known before it."""
        self._asked = 0
        """Requests that were not answered yet."""

    @property
    def is_behind(self) -> bool:
        """Whether something is asked for, or done, that the screens do not show yet."""
        return self._is_behind or self._asked > 0

    def mark_behind(self) -> None:
        """Take what the screens count for old: something was done beside commands, as when it was shared."""
        self._is_behind = True

    async def read_again(self) -> ScreenState | None:
        """Have what was done beside commands read and shown; acts on it, and commands, wait as long."""
        self.mark_behind()
        async with self._turn:
            return await self._load()

    def begin(self, request: CarryOut) -> None:
        """Carry commands out, after those that were asked for before."""
        self._asked += 1
        is_long = any(type(command) in _LONG for command in request.commands)
        # Keys behind words that are saved are meant for what is there when they are.
        hold = self._inputs.hold(is_saving=not is_long) if request.form else 0
        self._background.start(partial(self._carry_out, request, hold), "act")

    async def _carry_out(self, request: CarryOut, hold: int) -> None:
        """Carry commands out, then read the repository again."""
        async with self._turn:
            try:
                state = await self._done(request, hold)
            finally:
                self._asked -= 1
        if state is not None:
            await self._loader.judge(state)

    async def _done(self, request: CarryOut, hold: int) -> ScreenState | None:
        self._screens.update(can_undo_last=isinstance(request.commands[-1], Decide))
        outcomes = await self._outcomes_of(request.commands)
        failed = isinstance(outcomes, ReviewError)
        if request.form and not failed:
            self._unsaved.writer.forget(request.form)
            self._screens.shown.close_form(request.form)
        # What was typed for after that is not meant for the form that is still open, nor for a question.
        self._inputs.release(hold, drops=failed)
        if isinstance(outcomes, ReviewError):
            self._screens.update(can_undo_last=False)
            self._tell_failed(outcomes, request)
            if len(request.commands) > 1 and self._screens.state is not None:
                # Those before the one that failed are done.
                self._half_done = request.commands, self._screens.state
            # What was refused may be about what others have done meanwhile.
            return await self._load()
        return await self._show_done(request, outcomes)

    def act_when_shown(self, asked: ActWhenShown) -> None:
        """Do an act on a thread once the screens show what was asked for before; keys behind it wait as long."""
        self._inputs.hold()
        self._background.start(partial(self._act_when_shown, asked.act), "act")

    async def _act_when_shown(self, act: str) -> None:
        shown, began = self._screens.shown, monotonic()
        name = f"\u201c{find_key(shown.NAME, act).label}\u201d"
        waiting = f"{shown.names[act]} {name} waits until what you did before is saved and shown; esc gives it up."
        waits = self._app.set_timer(_PATIENCE, lambda: tell(self._app, waiting))
        is_late = False
        try:
            async with self._turn:
                if self._is_behind:
                    await self._load()
            is_late = act != "mark_read" and monotonic() - began >= _LATE
            if not self._inputs.is_held:
                tell(self._app, f"{name} was given up; nothing was done.", "warning")
            elif is_late:
                # Whoever has looked away by now does not confirm with a stray key what opens by itself.
                tell(self._app, f"What you did before is saved and shown; {shown.names[act]} goes on to {name}.")
            elif self.is_behind:
                again = f"{shown.names['reload']} reads it again, then {shown.names[act]} goes on."
                tell(self._app, f"{name} was not begun: what you did before is not shown yet. {again}", "warning")
            else:
                shown.action_act(act)
        finally:
            waits.stop()
            self._inputs.release(drops=is_late)

    async def _outcomes_of(self, commands: Sequence[Command]) -> tuple[Outcome, ...] | ReviewError:
        long = next((_LONG[type(command)] for command in commands if type(command) in _LONG), None)
        if long is None:
            return await self._background.in_thread(
                lambda: self._workspace.carry_out(commands), _what_goes_on(commands)
            )
        title, left = long
        return await run_with_progress(self._services, title, lambda _: self._workspace.carry_out(commands), left)

    async def undo_last(self, made: Literal["ever", "just now"] = "ever") -> None:
        """Ask whether what I did last is to be taken back, once all that was asked for is done."""
        async with self._turn:
            state = await self._load() if self._is_behind else self._screens.state
        shown = self._screens.state
        if state is None or shown is None:
            return
        if made == "ever" or shown.can_undo_last:
            self._undoing.begin(state)
        else:
            tell(self._app, "What you did last cannot be taken back here.", "warning")

    async def _show_done(self, request: CarryOut, outcomes: tuple[Outcome, ...]) -> ScreenState | None:
        undo = self._screens.shown.names["undo"]
        for outcome in outcomes[-3:]:
            ends = outcome is outcomes[-1] and isinstance(request.commands[-1], Decide)
            self._screens.tell(f"{outcome.message} {undo} takes it back." if ends else outcome.message, title=DONE)
            for warning in outcome.warnings:
                self._screens.tell(warning, "warning")
        if isinstance(request.commands[-1], Decide):
            self._loader.memory.together = {outcome.thread: outcome.event for outcome in outcomes}
            self._screens.update(just_decided=frozenset(self._loader.memory.together))
        pressed, before = self._inputs.count, self._screens.state
        if before is not None:
            self._note(request.commands, outcomes, before)
        if not isinstance(request.commands[-1], EditText | DiscardEdits):
            self._tell_next(request.commands[-1])
        state = await self._load()
        first = request.commands[0]
        if isinstance(first, Undo) and state is not None and first.thread not in state.draft.review.threads:
            await self._unsaved.forget_thread(first.thread)
        # Who has gone on meanwhile is left where they are.
        if request.then is not None:
            request.then(outcomes)
        elif state is not None and pressed == self._inputs.count and outcomes and outcomes[-1].thread:
            self._screens.show_thread(outcomes[-1].thread)
        return state

    def _note(self, commands: Sequence[Command], outcomes: Sequence[Outcome], before: ScreenState) -> None:
        """Note what was done, to be taken back; an edit that cannot be says so at once."""
        history = self._services.undo_history
        can_undo = history.note(commands, outcomes, before.draft.policy)
        self._screens.update(can_undo_last=can_undo)
        last, act = commands[-1], history.last
        if isinstance(last, EditText | DiscardEdits) and act is not None and not takes_back(last):
            names = self._screens.shown.names
            if can_undo:
                self._tell_next(last)
            else:
                tell(self._app, f"{names['undo_last']} cannot take this back: {self._undoing.way(act)}.", "warning")

    def _tell_next(self, command: Command) -> None:
        """Tell how to go on."""
        following = _NEXT.get(type(command), "")
        if following and not takes_back(command):
            tell(self._app, following.format_map(self._screens.shown.names))

    async def _load(self) -> ScreenState | None:
        self._is_behind = True
        state = await self._loader.load(self._screens.version)
        self._is_behind = state is None
        if state is not None and self._half_done is not None:
            commands, before = self._half_done
            self._half_done = None
            self._screens.update(
                can_undo_last=self._services.undo_history.note_some(commands, before.draft, state.draft)
            )
        self._screens.show_caught_up()
        return state

    def _tell_failed(self, error: ReviewError, request: CarryOut) -> None:
        if request.refused is not None:
            request.refused(error)
        elif isinstance(error, Conflict):
            self._screens.shown.composer.go_on()
            self._questions.settle(error, request)
        elif request.form:
            self._screens.refuse(str(error), "error")
        else:
            self._screens.tell(str(error), "error")


def _what_goes_on(commands: Sequence[Command]) -> str:
    """Return what is told while commands take longer than a moment."""
    words = next((words for kind, words in _GOING_ON.items() if isinstance(commands[0], kind)), "saving")
    count = f", {len(commands)} commits" if len(commands) > 1 else ""
    return f"{words}{count} \u2026"


_GOING_ON: dict[type[Command], str] = {
    Decide: "committing the decision",
    CommitEdits: "committing the edit",
    Submit: "submitting",
    Adopt: "taking their changes over",
}
_NEXT: dict[type[Command], str] = {
    AddOrganisation: "{palette} {organisations} changes it; git revert HEAD takes it back while it is the last commit.",
    BeginReview: "Next: {palette} {organisations} names who is asked; {send_out} sends the text.",
    DiscardEdits: "{undo_last} brings it back, until you leave.",
    EditText: "{undo_last} takes it back. Next: {palette} {commit_edits} commits it, which a release needs.",
    Read: "{mark_read} once more takes it back, until you submit.",
    SignOff: "{undo} takes it back, until you submit.",
    Submit: "Next: {sync} shares it.",
}
"""What is told besides what was done: how to go on; names in braces are acts."""
_LONG: dict[type[Command], tuple[str, str]] = {
    Release: ("Releasing", "Stopped; nothing was released."),
    BringIn: ("Bringing it in", "Stopped; nothing was brought in."),
}
"""What is watched with a bar while it is carried out, and what is true where it was stopped."""
