"""The app's eye on the repository: what changes outside is shown, and nobody's place or words are disturbed."""

import time

from reviewtui.tui.app.asking_app import AskingApp

_EVERY = 2.0
"""Seconds between two looks."""
_SHARE = 20
"""A look may take this part of the time between two: a large record is looked at more seldom."""


class WatchingApp(AskingApp):
    """Looks every now and then whether the repository has changed, in a thread of its own."""

    def begin_watching(self) -> None:
        """Look again and again from now on."""
        self.set_timer(_EVERY, self._watch)

    def look_again(self) -> None:
        """Read the repository again, beside the screen."""
        raise NotImplementedError

    def _watch(self) -> None:
        self.run_worker(self._watched(), group="watch", exclusive=True)

    async def _watched(self) -> None:
        began = time.monotonic()
        changed = await self.in_thread(self.workspace.has_changed)
        # A folder that is away, as in the middle of a check-out, is no news: the next look is soon.
        if changed is True:
            self.look_again()
        self.set_timer(max(_EVERY, _SHARE * (time.monotonic() - began)), self._watch)
