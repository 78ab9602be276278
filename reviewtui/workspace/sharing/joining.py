"""Carries out `join`: from where this clone reads, and to where it gives; both are asked before anything is noted."""

from reviewtui.domain.actions.commands import Join
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sync_state import Joined
from reviewtui.store.git.process.child_process import Watch
from reviewtui.store.git.repository import Repository
from reviewtui.store.remote import branch_remotes
from reviewtui.store.remote.agreed_addresses import agree_to_fork
from reviewtui.store.remote.remotes import choose_remote, without_secret
from reviewtui.store.remote.transport import Connection
from reviewtui.workspace.sharing.sync import require_branch
from reviewtui.workspace.sharing.sync_context import OpenSyncContext


def join(repository: Repository, open_context: OpenSyncContext, wanted: Join, watch: Watch) -> Joined:
    """Note where the branch of HEAD reads from and gives to.

    Raises:
        Refused: one of the two is no remote, no folder and no address, or the first holds other branches alone.
        MachineFailed: one of the two cannot be reached; nothing was changed.
    """
    branch = require_branch(repository)
    upstream, theirs = choose_remote(repository, wanted.upstream, branch)
    state = Connection.to(repository, upstream, watch).look()
    is_empty = not state.branches
    theirs = theirs if is_empty or theirs in state.branches else state.main
    if not is_empty and theirs not in state.branches:
        raise Refused(f"{upstream.name} holds no branch '{branch}' and no main one. Nothing was changed.")
    fork = choose_remote(repository, wanted.fork, branch)[0] if wanted.fork else None
    if fork is not None:
        Connection.to(repository, fork, watch).look()
    with open_context():
        upstream = branch_remotes.remote_named(repository, "upstream", upstream)
        fork = branch_remotes.remote_named(repository, "fork", fork) if fork is not None else None
        branch_remotes.join(repository, branch, (upstream, theirs), fork)
        if fork is not None:
            agree_to_fork(repository, upstream, (branch_remotes.push_key(branch), fork.url))
    gives = fork or upstream
    upstream_address, gives_address = without_secret(upstream.url), without_secret(gives.url)
    return Joined(upstream.name, upstream_address, theirs, gives.name, gives_address, is_empty=is_empty)
