"""Which module carries out which act of the palette; each is imported when it is first asked for."""

import importlib

from reviewtui.tui.background.services import AppServices
from reviewtui.tui.tasks.asking import Asker, Task

_FOLDER = "reviewtui.tui.tasks"
TASKS: dict[str, tuple[str, str]] = {
    "bring_in": ("bringing_in", "bring_in"),
    "send_out": ("sending_out", "send_out"),
}
"""By act: the module and its function, which is handed what it asks with."""


def find_task(act: str) -> Task:
    """Return the task behind an act."""
    module, name = TASKS[act]
    task: Task = getattr(importlib.import_module(f"{_FOLDER}.{module}"), name)
    return task


def begin_task(act: str, services: AppServices) -> None:
    """Begin the task behind an act."""
    Asker(services).begin(find_task(act))
