"""Looks whether the repository changes outside the app; nobody's place or words are disturbed by that."""

import time
from collections.abc import Callable

from reviewtui.tui.background.services import AppServices

INTERVAL = 2.0
"""Seconds between two looks."""
_SHARE = 20
"""A look may take this part of the time between two: a large record is looked at more seldom."""


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
        self._app.run_worker(self._look(), group="watch", exclusive=True)

    async def _look(self) -> None:
        began = time.monotonic()
        changed = await self._background.in_thread(self._workspace.has_changed)
        # A folder that is away, as in the middle of a check-out, is no news: the next look is soon.
        if changed is True:
            self._on_change()
        self._app.set_timer(max(INTERVAL, _SHARE * (time.monotonic() - began)), self._begin_look)
