"""What is wrong with a clone as a whole: cut-off history, replaced objects, settings that nobody may have changed."""

from reviewtui.domain.record import Problem
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings import Settings
from reviewtui.store import changes, settings_file
from reviewtui.store.history import History
from reviewtui.store.objects import list_tree, read_blobs
from reviewtui.store.repository import Repository


def health_problems(repository: Repository, history: History, head: str) -> tuple[Problem, ...]:
    """Return what a reader of this clone has to know before believing it (HOSTILE.md, rule 9)."""
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


def committed_settings(repository: Repository, commit: str) -> Settings | None:
    """Return the settings that `commit` holds, in force or not; None where there are none that can be read."""
    entries = [e for e in list_tree(repository.git, commit, "reviews") if e.path == settings_file.PATH and e.is_regular]
    content = read_blobs(repository.git, [entry.object_id for entry in entries])
    try:
        return settings_file.decode_settings(next(iter(content.values()))) if content else None
    except Refused:
        return None
