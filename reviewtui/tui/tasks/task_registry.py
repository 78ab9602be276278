"""Which module carries out which act of the palette; each is imported when it is first asked for."""

import importlib
from collections.abc import Callable

from reviewtui.tui.background.services import AppServices
from reviewtui.tui.tasks.task_session import Task, TaskSession

_FOLDER = "reviewtui.tui.tasks"
_ACTS = {
    "import_task": ("bring_in",),
    "export_task": ("send_out", "share_section"),
    "thread_tasks": ("mark_done", "mark_duplicate", "link", "redact"),
    "record_tasks": ("settle_events", "take_back", "verify", "recover"),
    "settings_tasks": ("organisations", "introduce", "signers", "switch_policy", "settings"),
    "round_tasks": ("rounds", "open_round", "close_round"),
    "sharing_tasks": ("proposals", "join", "pack", "unpack", "adopt"),
    "text_tasks": (
        *("classify", "commit_edits", "discard_edits", "check_companion"),
        *("suggest_copy", "suggest_move", "trace"),
    ),
    "report_tasks": ("status", "report", "compare_page", "picture"),
}
"""By module: the acts that its functions of the same names carry out."""
TASKS = {act: module for module, acts in _ACTS.items() for act in acts}
"""By act: the module that carries it out."""


def find_task(act: str) -> Task:
    """Return the task behind an act: a function of its name, which is handed what it asks with."""
    task: Task = getattr(importlib.import_module(f"{_FOLDER}.{TASKS[act]}"), act)
    return task


def begin_task(act: str, services: AppServices, asked: Callable[[], object]) -> None:
    """Begin the task behind an act; `asked` is called once it asks something, or has ended."""
    TaskSession(services, asked, act).begin(find_task(act))
