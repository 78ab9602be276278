"""What is wrong with a clone as a whole: cut-off history, replaced objects, settings that nobody may have changed."""

from reviewtui.domain.record import Problem
from reviewtui.store import changes
from reviewtui.store.history import History
from reviewtui.store.repository import Repository
from reviewtui.workspace.in_force import committed_settings


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
