"""Carries out `sync`: look, get, merge, give, and again while others were faster; the network holds no lock."""

import shlex
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewtui.domain.actions.commands import Sync
from reviewtui.domain.refusal import Conflict, MachineFailed, Refused, ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.sync_state import (
    Additions,
    PlaceNotAgreed,
    Progress,
    Proposal,
    ReleaseNotAgreed,
    Resolutions,
    Shared,
)
from reviewtui.domain.settings.review_home import ReviewHome
from reviewtui.store.git.ancestry import commits_within, is_ancestor
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.process.child_process import Watch
from reviewtui.store.git.references import references, version_tags
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.untrusted_configuration import undoing
from reviewtui.store.remote.agreed_addresses import Consent
from reviewtui.store.remote.branch_remotes import follow, fork_of
from reviewtui.store.remote.remotes import choose_remote, hooks_of, upstream_of, without_secret
from reviewtui.store.remote.transport import Connection
from reviewtui.store.signing.git_signing import commit_signing
from reviewtui.workspace.command.one_time_notice import notice_once, unsigned_commits
from reviewtui.workspace.sharing.commit_differences import additions, without_effect_of
from reviewtui.workspace.sharing.merging.incoming_merge import Integration
from reviewtui.workspace.sharing.merging.resolutions import read_resolutions
from reviewtui.workspace.sharing.pauses import pause_after, pause_before
from reviewtui.workspace.sharing.proposals import Offered, find_proposals, require_chosen
from reviewtui.workspace.sharing.pulling import Pull, prepare_pull
from reviewtui.workspace.sharing.pushing import give
from reviewtui.workspace.sharing.remote_branch import branch_there
from reviewtui.workspace.sharing.sync_context import OpenSyncContext, SyncRun, organisation_names, pending_count

PATIENCE = 50.0
"""Seconds for which a push is tried again while others push, without the pauses."""


def sync(repository: Repository, open_context: OpenSyncContext, wanted: Sync, watch: Watch) -> Shared:
    """Take over what the remote has and give it ours.

    Raises:
        MergeConflicts: both sides changed the same words; nothing was changed.
        Conflict: something that is not committed stands in the way, or the remote lost commits; nothing was changed.
        PlaceNotAgreed: it would go where this person has not agreed to; nothing was given.
        ReleaseNotAgreed: a release would go out, which is to be asked about first; nothing was given.
        Refused: there is no branch, no remote, or it holds something else.
        MachineFailed: it cannot be reached, or others kept pushing; nothing was lost.
    """
    branch = require_branch(repository)
    resolutions = read_resolutions(wanted.resolve, wanted.settled)
    remote, theirs = choose_remote(repository, wanted.remote, branch)
    connection = Connection.to(repository, remote, watch, Consent(wanted.trusts_place, wanted.can_ask))
    watch(Progress(f"Asking {remote.name} …"))
    state = connection.look()
    renamed = ""
    if not wanted.makes_branch:
        theirs, renamed = branch_there(connection, state, branch, theirs)
    fork = None if wanted.remote else fork_of(repository, branch)
    here = references(repository, "refs/tags", remote.tracking(theirs), remote.seen(theirs))
    run = SyncRun(repository, open_context, connection, branch, theirs, state, here, fork, wanted.asks_release)
    taking = require_chosen(run, wanted.take, agreed=wanted.agreed) if wanted.take else ()
    shared = _finished(run, *_shared(run, resolutions, taking))
    return replace(shared, notes=(renamed, *shared.notes)) if renamed else shared


def _shared(run: SyncRun, resolutions: Resolutions, taking: Sequence[Proposal]) -> tuple[Shared, Integration]:
    """Get, join and give until nobody else was faster; return what came of it, and what became part of this branch."""
    began = time.monotonic()
    names = tuple(proposal.name for proposal in taking)
    tip, before, shared = _get(run), "", Shared(run.remote.name, run.theirs, "", "", Additions(), taken=names)
    if not taking and resolutions == Resolutions():
        tip, paused = _after_others(run, tip, time.monotonic() - began)
        began += paused
    while True:
        run.connection.watch(Progress("Putting it together …"))
        pull = prepare_pull(run, tip, resolutions, taking)
        before = before or pull.planned.result.before
        shared = replace(shared, commit=pull.planned.result.commit)
        try:
            shared, answer = give(run, tip, shared)
        except (PlaceNotAgreed, ReleaseNotAgreed):
            raise  # what such a place has is not merged either, until somebody agrees
        except ReviewError:
            pull.put_here()
            raise
        if answer != "raced":
            joined = pull.put_here(given=answer == "taken" or bool(shared.proposed))
            merged, tags = shared.merged or joined.merged, (*shared.tags_received, *joined.tags)
            shared = replace(shared, commit=joined.commit, merged=merged, tags_received=tags)
            return shared, replace(joined, before=before)
        began += _wait(run, pull, shared.tries, began)
        if pull.is_here:
            tags = (*shared.tags_received, *pull.planned.result.tags)
            shared = replace(shared, merged=shared.merged or pull.planned.result.merged, tags_received=tags)
        resolutions, taking, shared = Resolutions(), (), replace(shared, tries=shared.tries + 1)
        tip = _branch_again(run)


def _after_others(run: SyncRun, tip: str | None, spent: float) -> tuple[str | None, float]:
    """Pause where this clone has something to give and others gave something just now.

    Return the tip of the other side afterwards and the length of the pause; `spent` are the seconds that getting took.
    """
    known = run.here.get(run.remote.tracking(run.theirs))
    if tip is None or tip == known or is_ancestor(run.repository, run.repository.fresh_head(), tip):
        return tip, 0.0
    paused = pause_before(run.repository, tip, spent)
    return (_branch_again(run), paused) if paused else (tip, 0.0)


def _wait(run: SyncRun, pull: Pull, tries: int, began: float) -> float:
    """Pause before the next try; return for how long, since pauses are no part of what a try takes."""
    spent = time.monotonic() - began
    if spent > PATIENCE:
        pull.put_here()
        raise MachineFailed(
            f"Others pushed to {run.remote.name} all the time for {PATIENCE:.0f} seconds. What they did is merged "
            "here and what you did is kept; sync again."
        )
    run.connection.watch(Progress(f"Others were faster; trying again ({tries}) …"))
    return pause_after(tries, spent)


def _finished(run: SyncRun, shared: Shared, first: Integration) -> Shared:
    repository = run.repository
    with run.open_context() as context:
        if run.remote.configured and upstream_of(repository, run.branch) == ("", ""):
            follow(repository, run.branch, run.theirs, run.remote.name)
        drafts = context.drafts
    fresh, earlier = without_effect_of(repository, drafts.values(), first.before, shared.commit)
    mine = any(draft.founded and draft.is_author for draft in drafts.values())
    offered = find_proposals(run, tuple(drafts.values()), shared.commit) if mine else Offered()
    return replace(
        shared,
        before=first.before,
        received=additions(repository, first.before, shared.commit),
        pending=pending_count(drafts.values()),
        without_effect=fresh,
        without_effect_before=earlier,
        names=organisation_names(drafts.values()),
        tags_conflicting=_conflicting_tags(run),
        proposals=offered.proposals,
        notes=(*shared.notes, *_trust_notes(drafts), *context.unread, *_notes(run, first), *offered.notes),
    )


def _trust_notes(drafts: Mapping[ReviewHome, Draft]) -> tuple[str, ...]:
    """What changed of who may do what since this clone took note of it."""
    then = "ask them by telephone whether that is right; then: reviewtui signer list --known"
    return tuple(
        f"{f'{home.name}: ' if home.name else ''}{sentence}; {then}"
        for home, draft in drafts.items()
        for sentence in draft.trust_changes
    )


def require_branch(repository: Repository) -> str:
    """Return the short name of the branch of HEAD.

    Raises:
        Refused: HEAD is at no branch, or the branch has no commit.
    """
    repository.fresh_head()
    full = repository.branch()
    if full is None:
        raise Refused(
            "HEAD is at a single commit and not on a branch, so nothing can be shared from here; go to your branch "
            "(git switch main), or make one from here (git switch -c NAME)."
        )
    return full.removeprefix("refs/heads/")


def _get(run: SyncRun) -> str | None:
    """Fetch what is not here yet; return the tip of the other side, None where it has no such branch yet."""
    repository, remote, state = run.repository, run.remote, run.state
    tip = state.branches.get(run.theirs)
    if tip is None:
        return None
    tracking = remote.tracking(run.theirs)
    here = run.here
    if here.get(tracking) != tip:
        run.connection.watch(Progress(f"Getting what {remote.name} has …"))
        run.connection.get([f"+refs/heads/{run.theirs}:{tracking}"])
        tip = repository.resolve_ref(tracking) or tip
    # The commit of a tag comes with its branch; what is written about it, if anything, is an object of its own.
    annotated = [name for name in run.new_tags if name in state.peeled]
    infos = object_infos(repository.git, [state.tags[name] for name in annotated])
    lacking = {name: state.peeled[name] for name, info in zip(annotated, infos, strict=True) if info is None}
    ours = commits_within(repository, (tip, "HEAD"), frozenset(lacking.values()))
    if wanted := [f"refs/tags/{name}" for name, commit in lacking.items() if commit in ours]:
        run.connection.get(wanted)
    _require_grown(run, here.get(remote.seen(run.theirs)) or here.get(tracking), tip)
    return tip


def _branch_again(run: SyncRun) -> str | None:
    """Fetch the branch that others pushed to in the meantime, and return its tip."""
    tracking = run.remote.tracking(run.theirs)
    known = run.repository.resolve_ref(tracking)
    run.connection.get([f"+refs/heads/{run.theirs}:{tracking}"])
    tip = run.repository.resolve_ref(tracking)
    if tip is not None:
        _require_grown(run, known, tip)
    return tip


def _require_grown(run: SyncRun, known: str | None, tip: str) -> None:
    """Refuse a branch that lost commits which were seen in it, unless this clone has taken that over by itself."""
    repository, remote = run.repository, run.remote
    if known is None or known == tip or is_ancestor(repository, known, tip):
        return
    if is_ancestor(repository, tip, repository.fresh_head()):
        return
    way = shlex.join(("git", "push", "--force-with-lease", remote.address, f"{known[:10]}:refs/heads/{run.theirs}"))
    raise Conflict(
        f"The history of {run.theirs} at {remote.name} was rewritten: it held {known[:10]} and holds {tip[:10]} "
        "now, which does not build on it. Nothing was changed, and nothing is lost: this clone still has everything. "
        f"Ask who did that. To put the old history back: {way}. "
        f"To go on with the new one: git merge {tip[:10]}, then sync again."
    )


def _conflicting_tags(run: SyncRun) -> tuple[str, ...]:
    """The release tags that lead elsewhere here than over there; neither is ever overwritten."""
    there = run.state.tags.items()
    others = [(name, target) for name, target in there if run.here.get(f"refs/tags/{name}", target) != target]
    here = version_tags(run.repository) if others else {}
    # A pack names the annotation of a tag, and not the commit behind it: the same object is the same tag.
    commits = {name: run.state.peeled.get(name, target) for name, target in others}
    return tuple(name for name, commit in commits.items() if here.get(name, commit) != commit)


def _notes(run: SyncRun, joined: Integration) -> tuple[str, ...]:
    remote, theirs, state = run.remote, run.theirs, run.state
    notes = [f"'{path}' was changed by another program meanwhile and was left as it is." for path in joined.foreign]
    if theirs not in state.branches and state.branches:
        main = f" (its main one is '{state.main}')" if state.main else ""
        notes.append(f"{remote.name} had no branch '{theirs}'{main}; yours is new there.")
    if run.connection.ignored:
        notes.append(
            f"This clone's own configuration names programs ({', '.join(run.connection.ignored)}); they were not used. "
            "What you need of it belongs into your own: git config --global."
        )
    if joined.merged:
        why = unsigned_commits(commit_signing(run.repository))
        notes += notice_once(run.repository, "unsigned-commits", why)
    notes += [
        f"This clone's own configuration sends what is meant for {remote.name} to {without_secret(base)}; if that is "
        f"not your doing: {without_secret(undoing(key, base))}."
        for key, base in run.connection.redirects
    ]
    place = run.fork or remote
    hooks = ", ".join(hooks_of(place))
    if hooks:
        notes.append(f"{place.name} is a folder that runs programs of its own when it is given something: {hooks}.")
    return tuple(notes)
