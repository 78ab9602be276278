"""Waiting for slow work: it says what goes on when that takes more than a moment, and reading can be given up."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from reviewtui.domain.refusal import MachineFailed, Refused, ReviewError

MOMENT = 0.5
"""Seconds after which somebody who waits is told for what."""
_Result = TypeVar("_Result")


class Waiting:
    """Runs calls in threads, one wait at a time that can be given up."""

    def __init__(self) -> None:
        self._given_up: asyncio.Future[None] | None = None

    def stop(self) -> None:
        """Give up what is waited for; the thread ends by itself, and what it finds is forgotten."""
        if self._given_up is not None and not self._given_up.done():
            self._given_up.set_result(None)

    async def wait_for(self, call: Callable[[], _Result], *, stoppable: bool = False) -> _Result | ReviewError:
        """Return what `call` gives, made in a thread; what went wrong, or that it was given up, is a result too."""
        task = asyncio.ensure_future(asyncio.to_thread(call))
        if stoppable and self._given_up is None:
            self._given_up = asyncio.get_running_loop().create_future()
            try:
                both: set[asyncio.Future[Any]] = {task, self._given_up}
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            finally:
                self._given_up = None
            if not task.done():
                task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
                return Refused("Given up.")
        try:
            return await task
        except ReviewError as error:
            return error
        except OSError as error:
            return MachineFailed(f"The machine failed: {error}. Nothing was lost.")
