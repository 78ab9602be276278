"""Giving a remote what it lacks; where its branch takes nothing, proposing that instead."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.validity.authorship import identity_of
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.review.sync_state import Progress, ReleaseNotAgreed, Shared
from reviewtui.store.git.references import set_references, version_tags
from reviewtui.store.policy.not_shared import offered_reference
from reviewtui.store.policy.text_history import tree_of
from reviewtui.store.remote.agreed_addresses import require_agreed_fork
from reviewtui.store.remote.branch_remotes import push_key
from reviewtui.store.remote.remotes import Remote
from reviewtui.store.remote.transport import Connection, PushAnswer, RemoteState
from reviewtui.workspace.sharing.commit_differences import additions
from reviewtui.workspace.sharing.sync_context import SyncRun

_PACK = "send what is new as a file: reviewtui pack FILE"


def give(run: SyncRun, tip: str | None, shared: Shared) -> tuple[Shared, PushAnswer]:
    """Push what the other side lacks, and say how that ended."""
    if run.fork is not None:
        _require_agreed_release(run, tip, shared.commit, ())
        return _give_to_fork(run, run.fork, tip, shared), "taken"
    repository, remote, theirs = run.repository, run.remote, run.theirs
    state = run.state
    reference = f"refs/heads/{theirs}"
    orders = [f"{shared.commit}:{reference}"] if tip != shared.commit else []
    own = version_tags(repository, merged_into=shared.commit) if run.has_own_tags else ()
    tags = [name for name in own if name not in state.tags]
    orders += [f"refs/tags/{name}:refs/tags/{name}" for name in tags]
    if not orders:
        return shared, "taken"
    _require_agreed_release(run, tip, shared.commit, tags)
    run.connection.watch(Progress(f"Giving {remote.name} what is new here …"))
    answers = run.connection.give(orders)
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
        return _propose(run, tip, shared, reason), answer
    return shared, answer


def _require_agreed_release(run: SyncRun, tip: str | None, commit: str, tags: Sequence[str]) -> None:
    """Stop where a release is to be asked about and one would go out that neither the other side nor our offer has.

    That a tag of before is claimed as a release publishes nothing: its tag is asked about where it is not there.
    """
    if not run.asks_release:
        return
    holds = additions(run.repository, tip, commit)
    fresh = frozenset(holds.releases)
    offered = run.repository.resolve_ref(offered_reference(run.branch)) if fresh else None
    if offered is not None:
        fresh &= frozenset(additions(run.repository, offered, commit).releases)
    if tags or fresh:
        raise ReleaseNotAgreed((run.fork or run.remote).name, holds, tags)


def _propose(run: SyncRun, tip: str | None, shared: Shared, reason: str) -> Shared:
    """Push to a branch of one's own, since the shared one takes nothing; on a remote that is not ours, do not."""
    if not run.remote.configured:
        return replace(shared, kept=f"{run.remote.name} takes nothing from you ({reason}); {_PACK}")
    if _has_arrived(run, tip, shared.commit):
        return replace(shared, arrived=True, notes=_carried_there(run, tip))
    name, _ = _offered(run.connection, run.state, shared.commit, _own_branches(run, shared.commit))
    if name:
        _note_offered(run, shared.commit)
        return replace(shared, proposed=name, kept=reason)
    raise _takes_nothing(run.remote.name, reason)


def _give_to_fork(run: SyncRun, fork: Remote, tip: str | None, shared: Shared) -> Shared:
    """Push to the place of one's own, under the shared branch's name where that goes."""
    if shared.commit == tip:
        return shared
    if _has_arrived(run, tip, shared.commit):
        return replace(shared, arrived=True, notes=_carried_there(run, tip))
    require_agreed_fork(run.repository, run.remote, (push_key(run.branch), fork.url), run.connection.consent)
    connection = Connection.to(run.repository, fork, run.connection.watch, run.connection.consent)
    run.connection.watch(Progress(f"Giving {fork.name} what is new here …"))
    names = (run.theirs, *_own_branches(run, shared.commit))
    name, reason = _offered(connection, connection.look(), shared.commit, names)
    if not name:
        raise _takes_nothing(f"{run.remote.name} is only read from here, and {fork.name}", reason)
    _note_offered(run, shared.commit)
    given = additions(run.repository, tip, shared.commit)
    return replace(shared, proposed=name, place=fork.name, given=given)


def _note_offered(run: SyncRun, commit: str) -> None:
    set_references(run.repository, [(offered_reference(run.branch), commit)])


def _own_branches(run: SyncRun, commit: str) -> tuple[str, str]:
    with run.open_context() as context:
        slug = re.sub(r"[^a-z0-9]+", "-", context.me.address.partition("@")[0].casefold()).strip("-") or "mine"
    return f"proposal/{slug}", f"proposal/{slug}-{commit[:10]}"


def _offered(connection: Connection, state: RemoteState, commit: str, names: Sequence[str]) -> tuple[str, str]:
    """Push `commit` as the first of the branches `names` that takes it; return that, or why none does."""
    reason = ""
    for name in names:
        if state.branches.get(name) == commit:
            return name, ""
        answers = connection.give([f"{commit}:refs/heads/{name}"])
        if all(answer == "taken" for answer, _ in answers.values()):
            return name, ""
        reason = next((why for _, why in answers.values()), reason)
    return "", reason


def _has_arrived(run: SyncRun, tip: str | None, commit: str) -> bool:
    """Whether the other side holds all that is here, though in other commits, and what I wrote has its effect there.

    Where a forge squashed under another name, something may have lost its proof; offering my own commits gives it back.
    """
    if tip is None or tree_of(run.repository, tip, ".") != tree_of(run.repository, commit, "."):
        return False
    with run.open_context() as context:
        try:
            refused = context.load_then(tip).review.refused()
        except Refused:
            return True  # there is no review there, so nothing in it can be without effect
        return not any(recorded.event.maker.key == context.me.key for recorded, _ in refused)


def _carried_there(run: SyncRun, tip: str | None) -> tuple[str, ...]:
    """What the other side calls carried and this clone does not, since only here are the commits that prove it."""
    with run.open_context() as context:
        mine, there = context.draft.review, context.load_then(tip).review if tip else None
    if there is None:
        return ()
    carried = {row.event.id for row in there.everything() if identity_of(row) == "carried"}
    proved = sum(row.event.id in carried and identity_of(row) != "carried" for row in mine.everything())
    if not proved:
        return ()
    what = counted(proved, "event", "is")
    return (f"{what} told as carried at {run.remote.name}; your commits, which prove it, go with your next proposal.",)


def _takes_nothing(name: str, reason: str) -> MachineFailed:
    return MachineFailed(
        f"{name} takes nothing from you ({reason}). What they had is merged here, and what you did is kept; ask "
        f"whoever looks after it for the right to push, or {_PACK}."
    )
