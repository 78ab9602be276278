"""Which module carries out which act of the palette; each is imported when it is first asked for."""

import importlib
from collections.abc import Callable

from reviewtui.tui.background.services import AppServices
from reviewtui.tui.tasks.task_session import Task, TaskSession

_FOLDER = "reviewtui.tui.tasks"
TASKS: dict[str, tuple[str, str]] = {
    "bring_in": ("import_task", "bring_in"),
    "send_out": ("export_task", "send_out"),
    "share_section": ("export_task", "share_section"),
    "mark_done": ("thread_tasks", "mark_done"),
    "mark_duplicate": ("thread_tasks", "mark_duplicate"),
    "link": ("thread_tasks", "link_remarks"),
    "redact": ("thread_tasks", "redact"),
    "settle_events": ("record_tasks", "settle_events"),
    "take_back": ("record_tasks", "take_back"),
    "verify": ("record_tasks", "verify"),
    "recover": ("record_tasks", "recover"),
    "organisations": ("settings_tasks", "organisations"),
    "introduce": ("settings_tasks", "introduce"),
    "signers": ("settings_tasks", "signers"),
    "switch_policy": ("settings_tasks", "switch_policy"),
    "settings": ("settings_tasks", "edit_settings"),
    "rounds": ("round_tasks", "rounds"),
    "open_round": ("round_tasks", "open_round"),
    "close_round": ("round_tasks", "close_round"),
    "proposals": ("sharing_tasks", "take_proposals"),
    "join": ("sharing_tasks", "join"),
    "pack": ("sharing_tasks", "pack"),
    "unpack": ("sharing_tasks", "unpack"),
    "adopt": ("sharing_tasks", "adopt"),
    "classify": ("text_tasks", "classify"),
    "commit_edits": ("text_tasks", "commit_edits"),
    "check_companion": ("text_tasks", "check_companion"),
    "suggest_copy": ("text_tasks", "suggest_copy"),
    "suggest_move": ("text_tasks", "suggest_move"),
    "trace": ("text_tasks", "trace_passage"),
    "status": ("report_tasks", "status"),
    "report": ("report_tasks", "report"),
    "compare_page": ("report_tasks", "compare_page"),
    "picture": ("report_tasks", "picture"),
}
"""By act: the module and its function, which is handed what it asks with."""


def find_task(act: str) -> Task:
    """Return the task behind an act."""
    module, name = TASKS[act]
    task: Task = getattr(importlib.import_module(f"{_FOLDER}.{module}"), name)
    return task


def begin_task(act: str, services: AppServices, asked: Callable[[], object]) -> None:
    """Begin the task behind an act; `asked` is called once it asks something, or has ended."""
    TaskSession(services, asked).begin(find_task(act))
