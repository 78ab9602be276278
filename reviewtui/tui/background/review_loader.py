"""Reads the repository for the screens: the text first, then the remarks, then how ready it is; and again."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from reviewtui.domain.record.record import Problem
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.background.session_memory import SessionMemory
from reviewtui.tui.background.thread_work import UNASKED, GivenUp
from reviewtui.tui.state.requests import LoadComparison
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.comparison.changes_since_release import ChangedSpans

INTERVAL = 2.0
"""Seconds between two looks."""
_SHARE = 20
"""A look may take this part of the time between two: a large record is looked at more seldom."""


class ReviewLoader:
    """Reads in threads, and hands what was read to the screens."""

    def __init__(self, services: AppServices, memory: SessionMemory) -> None:
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace
        self._screens = services.screens
        self.memory = memory
        self._told: tuple[Problem, ...] = ()
        """The problems of the record that were told."""
        self._halted = ""
        """What git was in the middle of when that was told."""

    async def read_text(self) -> str:
        """Show the text alone, before it is known where the remarks stand; return why there is none."""
        text = await self._background.in_thread(lambda: self._workspace.look(placed=False), "opening the policy \u2026")
        if isinstance(text, ReviewError):
            return str(text)
        self._screens.show(text)
        return ""

    async def read(self, version: str) -> None:
        """Read the repository at a version (empty: the draft), show it, then what is new and how ready it is."""
        state = await self.load(version)
        if state is not None:
            await self.judge(state)

    async def load(self, version: str) -> ScreenState | None:
        """Read the repository at a version and show it; None when that was not possible, or given up."""
        state = await self._background.in_thread(
            lambda: self._workspace.look(version), "reading \u2026", stoppable=True
        )
        if isinstance(state, ReviewError):
            self._tell_failed(state)
            return None
        self._screens.show(_with_known(state, self._screens.state))
        halted = state.overview.halt_words or state.overview.detached_words
        if halted not in {"", self._halted}:
            tell(self._app, halted, "warning")
        self._halted = halted
        self._tell_problems(state.draft.alarms)
        return state

    async def judge(self, state: ScreenState) -> None:
        """Show what is new in a draft, how ready it is, and what the checks find in it."""
        await self.memory.find_news(state)
        await self._show_judged(state)

    async def read_again(self) -> None:
        """Read the repository again, at the version that is looked at."""
        await self.read(self._screens.version)

    def start_reading(self) -> None:
        """Read the repository again, beside the screen."""
        self._background.start(self.read_again, "look")

    async def compare(self, versions: LoadComparison) -> None:
        """Compare two versions for the screen that shows it."""
        comparison = await self._background.in_thread(
            lambda: self._workspace.compare(versions.old, versions.new), "comparing \u2026", stoppable=True
        )
        self._screens.compare.asking.show(versions, comparison)

    async def _show_judged(self, state: ScreenState) -> None:
        commits = await self._background.in_thread(lambda: self._workspace.commits(state))
        judged = await self._background.in_thread(
            lambda: self._workspace.judged(state), "judging the draft \u2026", patience=UNASKED
        )
        known = {"commits": commits} if isinstance(commits, tuple) else {}
        if not isinstance(judged, ScreenState):
            self._screens.update(**known)
            return
        self._screens.update(
            since=judged.since,
            readiness=judged.readiness,
            inspection=judged.inspection,
            judged=self._screens.state is not None and self._screens.state.draft == state.draft,
            **known,
        )
        if not state.version:
            milestones = await self._background.in_thread(
                lambda: self._workspace.milestones(judged), "reading older versions \u2026", patience=UNASKED
            )
            if isinstance(milestones, tuple):
                self._screens.update(milestones=milestones)

    def _tell_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what the header only counts, once."""
        new = [each for each in problems if each not in self._told]
        self._told = problems
        if new:
            names = self._screens.shown.names
            more = f" and {len(new) - 1} more" if len(new) > 1 else ""
            ways = f"{names['palette']} {names['status']} lists all."
            tell(self._app, f"{new[0].path or new[0].what}: {new[0].reason.rstrip('.')}{more}. {ways}", "warning")

    def _tell_failed(self, error: ReviewError) -> None:
        state = self._screens.state
        if isinstance(error, GivenUp) and state is not None and not state.placed:
            self._screens.update(loading_stopped=True)
            again = self._screens.shown.names["reload"]
            tell(self._app, f"Loading was stopped; the remarks are not known yet. {again} goes on.", "warning")
        else:
            self._screens.update(is_behind=not isinstance(error, GivenUp))
            self._screens.tell(str(error), "error")


def _with_known(state: ScreenState, known: ScreenState | None) -> ScreenState:
    """Return a state with what is still believed of it until it is judged anew."""
    if known is None:
        return state
    same = known.version == state.version

    def still(spans: Mapping[str, ChangedSpans]) -> Mapping[str, ChangedSpans]:
        """Leave out the places in texts that are other ones now: they would mark words that nobody changed."""
        before, now = known.draft.policy.texts, state.draft.policy.texts
        return {
            path: each
            for path, each in spans.items()
            if path in before and path in now and before[path].blob == now[path].blob
        }

    unchanged = known.draft == state.draft
    return replace(
        state,
        remark_filter=known.remark_filter,
        tour=known.tour,
        can_undo_last=known.can_undo_last,
        milestones=known.milestones,
        commits=known.commits,
        news=replace(known.news, spans=still(known.news.spans)),
        since_signoff=known.since_signoff,
        inspection=known.inspection.still_found_in(state.draft, known.draft),
        since=replace(known.since, spans=still(known.since.spans)) if same else state.since,
        readiness=known.readiness if same else None,
        judged=known.judged and unchanged,
        first_visit=known.first_visit,
        news_known=known.news_known and unchanged,
    )


class RepositoryWatcher:
    """Looks every now and then, in a thread, and calls back when something has changed."""

    def __init__(self, services: AppServices, on_change: Callable[[], None]) -> None:
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace
        self._on_change = on_change

    def start(self) -> None:
        """Look again and again from now on."""
        self._app.set_timer(INTERVAL, self._begin_look)

    def _begin_look(self) -> None:
        self._background.start(self._look, "watch")

    async def _look(self) -> None:
        began = time.monotonic()
        changed = await self._background.in_thread(self._workspace.has_changed)
        # A folder that is away, as in the middle of a check-out, is no news: the next look is soon.
        if changed is True:
            self._on_change()
        self._app.set_timer(max(INTERVAL, _SHARE * (time.monotonic() - began)), self._begin_look)
