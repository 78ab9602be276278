"""Slow work that a test lets go when it wants to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reviewtui.tui.background.locked_workspace import LockedWorkspace


@contextmanager
def held(workspace: LockedWorkspace, call: str, when: Callable[..., bool] = lambda *_, **__: True) -> Iterator[Any]:
    """Hold a call of the workspace up, where `when` says so of its arguments, until `set()` or the end."""
    gate, real = threading.Event(), getattr(workspace, call)

    def slow(*given: Any, **named: Any) -> Any:
        if when(*given, **named):
            gate.wait(20)
        return real(*given, **named)

    setattr(workspace, call, slow)
    try:
        yield gate
    finally:
        gate.set()
        setattr(workspace, call, real)
