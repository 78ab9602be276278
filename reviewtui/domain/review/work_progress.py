"""How far long work is: whoever waits for it watches it, and may stop it between two steps, where nothing is half done.

The work itself does not know who watches: a person at the app, or nobody.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from reviewtui.domain.review.sync_state import Progress

_Item = TypeVar("_Item")
Watcher = Callable[[Progress], None]
_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` hear of each step of what is done meanwhile; what it raises ends the work."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def step_by_step(items: Sequence[_Item], stage: str) -> Iterator[_Item]:
    """Yield items; whoever watches is told before each one how far it is. `stage` says what is done with them.

    Raises:
        Stopped: whoever watches wants it to stop.
    """
    watcher = _watcher.get()
    for number, item in enumerate(items):
        if watcher is not None:
            watcher(Progress(stage, stage, number, len(items)))
        yield item
