"""Slow work in threads: a line says what is going on when it takes more than a moment, and reading can be given up."""

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any, TypeVar

from textual.app import App
from textual.worker import Worker

from reviewtui.domain.refusal import MachineFailed, Refused, ReviewError
from reviewtui.domain.review.sync_state import Progress
from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.tui.state.progress_listener import ProgressListener
from reviewtui.views.sharing.sharing_lines import progress_bar

_PATIENCE = 0.5
"""Seconds after which somebody who waits is told what for."""
UNASKED = 3.0
"""Seconds after which work is named that nobody waits for, such as judging anew what is shown already."""
_LONG = 2
"""Seconds after which it is told besides how long that takes already."""
_BAR = 8
"""Cells of the bar that says how far it is, beside what else stands in the masthead."""
_GOES_ON = " \u2026"
_Result = TypeVar("_Result")


class GivenUp(Refused):
    """Somebody did not want to wait any longer."""


class ThreadWork:
    """Runs calls in threads; one wait at a time can be given up."""

    def __init__(self, app: App[Any], screens: ScreenRegistry) -> None:
        self._app = app
        self._screens = screens
        self._given_up: asyncio.Future[None] | None = None
        self._waits: list[ProgressListener] = []
        """What somebody is told about while they wait, the newest last: of several calls that one is told."""
        self.under_way = 0
        """How many calls are waited for, and tasks that do not wait for a person."""

    def start(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> Worker[None]:
        """Run `work` beside the screen; where the app ends before, it never begins."""
        return self._app.run_worker(work, group=group, exit_on_error=True)

    def stop(self) -> None:
        """Give up what is waited for; the thread ends by itself, and what it returns is forgotten."""
        if self._given_up is not None and not self._given_up.done():
            self._given_up.set_result(None)

    async def in_thread(
        self, call: Callable[[], _Result], news: str = "", *, stoppable: bool = False, patience: float = _PATIENCE
    ) -> _Result | ReviewError:
        """Return what `call` gives, made in a thread. What went wrong, or that it was given up, is a result too.

        `news` is shown when it takes more than `patience` seconds; while it is `stoppable`, esc gives it up.
        """
        screen = self._screens.shown
        line = f"{news} ({screen.names['back']} gives up)" if stoppable else news
        began, heard = monotonic(), ProgressListener(news, f"Given up: {news.removesuffix(_GOES_ON)}.")

        def tell_waiting() -> None:
            waited = monotonic() - began
            if self._waits[-1] is not heard or waited < patience:
                return
            seconds = f" {int(waited)} s" if waited >= _LONG else ""
            screen.show_news(f"{line}{_how_far(heard.last)}{seconds}", can_stop=stoppable)

        timer = self._app.set_interval(_PATIENCE, tell_waiting) if news else None
        self.under_way += 1
        if timer is not None:
            self._waits.append(heard)
        try:
            return await self._result_of(heard.watching(call) if news else call, heard, stoppable=stoppable)
        finally:
            self.under_way -= 1
            if timer is not None:
                timer.stop()
                self._waits.remove(heard)
                screen.show_news("")

    async def _result_of(
        self, call: Callable[[], _Result], heard: ProgressListener, *, stoppable: bool
    ) -> _Result | ReviewError:
        task = asyncio.ensure_future(asyncio.to_thread(call))
        if stoppable and self._given_up is None and not await self._is_awaited(task):
            task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
            heard.stops = True
            return GivenUp(heard.left)
        try:
            return await task
        except ReviewError as error:
            return error
        except OSError as error:
            return MachineFailed(f"The machine failed: {error}. Nothing was lost.")

    async def _is_awaited(self, task: "asyncio.Future[Any]") -> bool:
        """Wait for `task` until it is done (True) or given up (False)."""
        self._given_up = asyncio.get_running_loop().create_future()
        try:
            both: set[asyncio.Future[Any]] = {task, self._given_up}
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._given_up = None
        return task.done()


def _how_far(progress: Progress) -> str:
    """Return a bar with what it counts; nothing where nothing is counted."""
    bar = progress_bar(progress, _BAR)
    return f" {bar} {progress.done} of {progress.total}" if bar else ""
