"""The five screens by name; each is imported when it is first shown."""

import importlib

from reviewtui.tui.screens.base_screen import BaseScreen

_STAGES = {
    "read": ("reviewtui.tui.screens.read", "ReadScreen"),
    "decide": ("reviewtui.tui.screens.decide", "DecideScreen"),
    "compare": ("reviewtui.tui.screens.compare", "CompareScreen"),
    "ready": ("reviewtui.tui.screens.ready", "ReadyScreen"),
    "history": ("reviewtui.tui.screens.history", "HistoryScreen"),
}


def make_stage(name: str) -> BaseScreen:
    """Return a new screen."""
    module, kind = _STAGES[name]
    stage = getattr(importlib.import_module(module), kind)()
    if not isinstance(stage, BaseScreen):
        raise TypeError(kind)
    return stage
