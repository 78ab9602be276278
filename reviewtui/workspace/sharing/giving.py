"""Giving a remote what it lacks; where its branch takes nothing, proposing that instead."""

import re
from dataclasses import replace

from reviewtui.domain.refusal import MachineFailed
from reviewtui.domain.review.sharing import Progress, Shared
from reviewtui.store.git.references import release_tags, set_references
from reviewtui.store.remote.transport import Answer
from reviewtui.workspace.sharing.additions import additions
from reviewtui.workspace.sharing.sync_run import SyncRun


def give(run: SyncRun, tip: str | None, shared: Shared) -> tuple[Shared, Answer]:
    """Push what the other side lacks, and say how that ended."""
    repository, remote, theirs = run.repository, run.remote, run.theirs
    holding = run.holding
    reference = f"refs/heads/{theirs}"
    orders = [f"{shared.commit}:{reference}"] if tip != shared.commit else []
    tags = [tag.name for tag in release_tags(repository, merged_into=shared.commit) if tag.name not in holding.tags]
    orders += [f"refs/tags/{name}:refs/tags/{name}" for name in tags]
    if not orders:
        return shared, "taken"
    run.line.watch(Progress(f"Giving {remote.name} what is new here …"))
    answers = run.line.give(orders)
    answer, reason = answers.get(reference, ("taken", ""))
    sent = tuple(name for name in tags if answers.get(f"refs/tags/{name}", ("declined", ""))[0] == "taken")
    shared = replace(shared, tags_sent=sent)
    if answer == "taken":
        set_references(repository, [(remote.seen(theirs), shared.commit), (remote.tracking(theirs), shared.commit)])
        return replace(shared, given=additions(repository, tip, shared.commit)), answer
    if answer == "checked-out":
        why = f"somebody works in {remote.name}, so nothing was put there; from there, sync with this clone"
        return replace(shared, kept=why), answer
    if answer == "declined":
        return _propose(run, shared, reason), answer
    return shared, answer


def _propose(run: SyncRun, shared: Shared, reason: str) -> Shared:
    """Push to a branch of one's own, since the shared one takes nothing; on a remote that is not ours, do not."""
    if not run.remote.configured:
        return replace(shared, kept=f"{run.remote.name} takes nothing from you ({reason})")
    with run.open_context() as context:
        slug = re.sub(r"[^a-z0-9]+", "-", context.me.address.partition("@")[0].casefold()).strip("-") or "mine"
    for name in (f"proposal/{slug}", f"proposal/{slug}-{shared.commit[:10]}"):
        if run.holding.branches.get(name) == shared.commit:
            return replace(shared, proposed=name, kept=reason)
        answers = run.line.give([f"{shared.commit}:refs/heads/{name}"])
        if all(answer == "taken" for answer, _ in answers.values()):
            return replace(shared, proposed=name, kept=reason)
    raise MachineFailed(
        f"{run.remote.name} takes nothing from you ({reason}). What they had is merged here, and what you did is "
        "kept; ask whoever looks after it for the right to push."
    )
