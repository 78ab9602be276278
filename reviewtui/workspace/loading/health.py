"""What is wrong with a clone as a whole: cut-off history, replaced objects, settings that nobody may have changed."""

from collections.abc import Iterable
from dataclasses import replace

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.text_faults import text_faults
from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.record.record import Problem
from reviewtui.domain.settings.review_home import ReviewHome
from reviewtui.domain.settings.settings import Settings
from reviewtui.domain.settings.settings_faults import missing_texts, settings_faults
from reviewtui.store.commit.journal import needs_recovery
from reviewtui.store.git.repository import Repository
from reviewtui.store.local.trust_memory import TrustMemory, trusted_now, warnings
from reviewtui.store.record.committed_state_cache import CommittedState
from reviewtui.store.record.event_paths import misplaced_record
from reviewtui.workspace.loading.effective_settings import committed_settings

_MOST_ADVICE = 20


def advice(home: ReviewHome, settings: Settings, policy: Policy) -> tuple[Problem, ...]:
    """Return what in the settings makes no sense, and what is odd about the policy's files."""
    faults = (*settings_faults(settings, GATES), *missing_texts(settings, policy))
    repair = f"edit {home.settings} and commit it"
    problems = [Problem("advice", home.settings, fault, repair=repair) for fault in faults]
    problems += [Problem("advice", path, fault) for path, fault in text_faults(policy)]
    return tuple(problems[:_MOST_ADVICE])


def health_problems(repository: Repository, past: CommittedState, replaced_ids: Iterable[str]) -> tuple[Problem, ...]:
    """Return what a reader of this clone has to know before believing it; `replaced_ids` have a replacement here."""
    problems = [
        Problem(
            "replaced",
            replaced,
            "this clone shows other content under this id; it is ignored here",
            repair=f"git replace -d {replaced}",
        )
        for replaced in replaced_ids
    ]
    if (repository.common_dir / "info" / "grafts").exists():
        reason = "this clone pretends that commits have other parents; that is ignored here"
        problems.append(Problem("replaced", "info/grafts", reason, repair="delete the file info/grafts in .git"))
    if repository.holds_a_part:
        reason = "this clone's work tree holds only a part of the files, so sections can seem to be gone"
        problems.append(Problem("sparse", "", reason, repair="git sparse-checkout disable"))
    if repository.shallow:
        reason = "this clone's history is cut off, so authorship cannot be checked"
        problems.append(Problem("shallow", "", reason, repair="git fetch --unshallow"))
    misplaced = misplaced_record(repository, past.head)
    problems += [misplaced] if misplaced is not None else []
    if needs_recovery(repository):
        reason = "a command was cut off here, so files may be behind the last commit; the next one that writes ends it"
        problems.append(Problem("unfinished", ".git/reviewtui/journal.json", reason, repair="reviewtui recover"))
    unreadable = [problem for problem in past.problems if problem.what == "unreadable"]
    of_settings = [problem for problem in past.problems if problem.what != "unreadable"]
    effective = not of_settings or committed_settings(repository, past.head) == past.roles
    # What was put right since is history; who did it is told all the same.
    problems += [replace(problem, settled=True) for problem in of_settings[: None if effective else -1]]
    problems += unreadable if effective else [*unreadable, *of_settings[-1:]]
    return tuple(problems)


def trust_changes(repository: Repository, past: CommittedState) -> tuple[str, ...]:
    """Name each change of founder, authors and keys since this clone last took note of them."""
    known = TrustMemory(repository).read()
    if known is None or past.roles is None:
        return ()
    return tuple(warnings(known, trusted_now(past.founder, past.roles)))
