"""What is wrong with a clone as a whole: cut-off history, replaced objects, settings that nobody may have changed."""

from reviewtui.domain.document import Policy
from reviewtui.domain.readiness import GATES
from reviewtui.domain.record import Problem
from reviewtui.domain.settings import Settings
from reviewtui.domain.settings_faults import settings_faults, text_faults
from reviewtui.store import changes, settings_file
from reviewtui.store.history import History
from reviewtui.store.repository import Repository
from reviewtui.workspace.in_force import committed_settings

_MOST_ADVICE = 20


def settings_advice(settings: Settings, policy: Policy) -> tuple[Problem, ...]:
    """Return what in the settings makes no sense."""
    faults = (*settings_faults(settings, GATES), *text_faults(settings, policy))
    repair = f"edit {settings_file.PATH} and commit it"
    return tuple(Problem("advice", settings_file.PATH, fault, repair=repair) for fault in faults[:_MOST_ADVICE])


def health_problems(repository: Repository, history: History, head: str) -> tuple[Problem, ...]:
    """Return what a reader of this clone has to know before believing it."""
    problems = [
        Problem(
            "replaced",
            replaced,
            "this clone shows other content under this id; it is ignored here",
            repair=f"git replace -d {replaced}",
        )
        for replaced in changes.replaced_objects(repository)
    ]
    if repository.shallow:
        reason = "this clone's history is cut off, so authorship cannot be checked"
        problems.append(Problem("shallow", "", reason, repair="git fetch --unshallow"))
    if history.problems and committed_settings(repository, head) != history.roles:
        problems.extend(history.problems[-1:])
    return tuple(problems)
