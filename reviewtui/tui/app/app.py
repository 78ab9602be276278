"""The app: it answers what the screens ask for, and hands them what came of it."""

import asyncio
import contextlib
import signal
from dataclasses import replace
from functools import partial

from reviewtui.domain.actions.commands import Submit
from reviewtui.domain.refusal import Conflict, ReviewError
from reviewtui.tui.app.abnormal_end import HUNG_UP, end_within
from reviewtui.tui.app.sharing_app import SharingApp
from reviewtui.tui.app.touring_app import TouringApp
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.compose.new_forms import release, unfinished
from reviewtui.tui.compose.question import Question
from reviewtui.tui.compose.thread_acts import THREAD_ACTS, beginning
from reviewtui.tui.state.messages import (
    CarryOut,
    CompareVersions,
    ContinueDraft,
    DraftTyped,
    FilterRemarks,
    ReadVersion,
    RunAct,
    ShowPlace,
)
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.threads.submission import submission_lines

_LAST_SECONDS = 2.0
"""Seconds in which an app whose terminal has gone may still tidy up."""
HANGING_UP = (signal.SIGHUP, signal.SIGTERM) if hasattr(signal, "SIGHUP") else (signal.SIGTERM,)


class ReviewApp(SharingApp, TouringApp):
    """Review a policy in the terminal."""

    async def on_mount(self) -> None:
        """Open the policy, and be ready for the terminal to go away."""
        await super().on_mount()
        loop = asyncio.get_running_loop()
        for number in HANGING_UP:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._hang_up)
        self.beside(self._open(), "look")

    async def on_run_act(self, message: RunAct) -> None:
        """Do what a screen cannot do by itself."""
        act = message.act
        if act.startswith("screen_"):
            await self.switch_mode(act.removeprefix("screen_"))
        elif act in THREAD_ACTS:
            self.begin(act)
        elif act == "quit":
            await self.action_leave()
        else:
            {
                "submit": self._submit,
                "sync": self.begin_sharing,
                "help": self.show_help,
                "palette": self.action_command_palette,
                "theme": self.next_colours,
                "reload": self.look_again,
                "release": self._release,
                "back": self._go_back,
                "stop": self.waiting.stop,
                "begin": self._begin_review,
                "leave_tour": self.leave_tour,
            }[act]()

    def on_carry_out(self, message: CarryOut) -> None:
        """Carry commands out."""
        self.beside(self._carry_out(message), "act")

    def on_draft_typed(self, message: DraftTyped) -> None:
        """Keep what is typed."""
        self.autosave.note(message.form, message.content)

    def on_filter_remarks(self, message: FilterRemarks) -> None:
        """Show some remarks only, on every screen."""
        self.update_state(wanted=message.wanted)

    async def on_show_place(self, message: ShowPlace) -> None:
        """Show a place of the text."""
        await self.switch_mode("read")
        self.stage("read").show_place(message)

    async def on_read_version(self, message: ReadVersion) -> None:
        """Read the text as of a version."""
        await self.switch_mode("read")
        self.beside(self._look(message.version), "look")

    async def on_compare_versions(self, message: CompareVersions) -> None:
        """Compare two versions."""
        await self.switch_mode("compare")
        self.beside(self._compare(message), "compare")

    def on_continue_draft(self, message: ContinueDraft) -> None:
        """Go on with the words that were typed last."""
        del message
        self.beside(self._go_on(), "look")

    async def _open(self) -> None:
        """Show the text first, then where the remarks stand, then what changed; then go on with unfinished words."""
        first = await self.in_thread(lambda: self.workspace.look(placed=False))
        if isinstance(first, ReviewError):
            self.exit(str(first))
            return
        self.take(first)
        await self.recall()
        await self._look("")
        self.begin_watching()
        if self.state is not None and self.state.unsent:
            await self._go_on()

    async def _look(self, version: str, active: str = "") -> None:
        """Read the repository again and hand the state round; `active` is the thread to show then."""
        found = await self.in_thread(lambda: self.workspace.look(version), "reading …", stoppable=True)
        if isinstance(found, ReviewError):
            tell(self, str(found), "error")
            return
        self.take(_as_before(found, self.state))
        if active:
            self.here.show_thread(active)
        judged = await self.in_thread(lambda: self.workspace.judged(found))
        if isinstance(judged, ScreenState):
            self.update_state(since=judged.since, readiness=judged.readiness, inspection=judged.inspection)
        if isinstance(judged, ScreenState) and not version:
            course = await self.in_thread(lambda: self.workspace.course(judged))
            if isinstance(course, tuple):
                self.update_state(course=course)
        await self.find_news(found)

    async def _carry_out(self, asked: CarryOut) -> None:
        outcomes = await self.in_thread(lambda: self.workspace.carry_out(asked.commands), "saving …")
        if isinstance(outcomes, Conflict):
            self.settle(outcomes, asked)
            return
        if isinstance(outcomes, ReviewError):
            tell(self, str(outcomes), "error")
            if len(asked.commands) > 1:
                await self._look(self.version)
            return
        if asked.typed:
            self.autosave.forget(asked.typed)
            self.here.settle(asked.typed)
        for outcome in outcomes[-3:]:
            tell(self, outcome.said)
            for warning in outcome.warnings:
                tell(self, warning, "warning")
        await self._look(self.version, outcomes[-1].thread if outcomes else "")

    async def _compare(self, wanted: CompareVersions) -> None:
        compare = partial(self.workspace.compare, wanted.old, wanted.new)
        found = await self.in_thread(compare, "comparing …", stoppable=True)
        self.stage("compare").show_comparison(found)

    async def _go_on(self) -> None:
        kept = await self.in_thread(self.workspace.unfinished)
        if isinstance(kept, ReviewError) or self.state is None or self.here.composer.form is not None:
            return
        for typed in reversed(kept):
            made = unfinished(typed, self.state.draft, self.state.inspection)
            if made is not None:
                await self.switch_mode("read")
                self.stage("read").go_on_writing(made)
                keys = self.here.names
                tell(self, f"Not saved yet: {keys['save']} saves these words, {keys['discard']} throws them away.")
                return
        if kept:
            tell(self, "What was typed is about something that is not in this draft any more.", "warning")

    def _submit(self) -> None:
        if self.state is not None:
            lines = tuple(submission_lines(self.state.draft))
            self.ask(Question("Submit what is pending", lines, "commit", (Submit(),)))

    def _begin_review(self) -> None:
        if self.state is not None:
            self.ask(beginning(self.state.draft))

    def _release(self) -> None:
        if self.state is not None:
            judged = self.state.readiness
            self.here.write(release(self.state.draft, ready=judged is not None and judged.ready))

    async def read_again(self) -> None:
        """Read the repository again, at the version that is looked at."""
        await self._look(self.version)

    def look_again(self) -> None:
        """Read the repository again, beside the screen."""
        self.beside(self._look(self.version), "look")

    def _go_back(self) -> None:
        self.call_later(self.switch_mode, "read")

    def _hang_up(self) -> None:
        """Put what is typed on the disk and leave: the terminal has gone, or somebody wants us to end."""
        with contextlib.suppress(ReviewError, OSError):
            self.autosave.flush()
        end_within(_LAST_SECONDS)
        self.exit("", return_code=HUNG_UP)


def _as_before(found: ScreenState, known: ScreenState | None) -> ScreenState:
    """Return what was found with what is still believed of it until it is judged anew."""
    if known is None:
        return found
    same = known.version == found.version
    readiness = known.readiness if same else None
    return replace(
        found,
        wanted=known.wanted,
        tour=known.tour,
        course=known.course,
        news=known.news,
        inspection=known.inspection.still_found_in(found.draft, known.draft),
        since=known.since if same else found.since,
        readiness=readiness,
    )
