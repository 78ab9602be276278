"""Bringing clones together: with a remote, or by a file."""

from dataclasses import dataclass

from reviewtui.domain.actions.commands import Join, Pack, Sync, Unpack
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sync_state import Joined, Packed, Shared
from reviewtui.store.git.process.child_process import Watch
from reviewtui.store.remote import branch_remotes
from reviewtui.store.remote.agreed_addresses import agree_to_fork
from reviewtui.store.remote.remotes import choose_remote, without_secret
from reviewtui.store.remote.transport import Connection
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.sharing import packing, sync
from reviewtui.workspace.sharing.sync import require_branch
from reviewtui.workspace.sharing.sync_context import OpenSyncContext


@dataclass(frozen=True)
class CloneSharing:
    """Shares one clone; `open_context` holds the writing lock, and only while what came in is put together."""

    environment: Environment
    open_context: OpenSyncContext

    def sync(self, wanted: Sync, watch: Watch = lambda _progress: None) -> Shared:
        """Take over what a remote has and give it ours; `watch` hears the progress, and may raise to stop.

        Raises:
            MergeConflicts: a person has to settle something; nothing was changed.
            ReviewError: it was not possible; nothing was lost.
        """
        repository = self.environment.repository
        with repository.configuration.one_act():
            return sync.sync(repository, self.open_context, wanted, watch)

    def join(self, wanted: Join, watch: Watch = lambda _progress: None) -> Joined:
        """Note where this clone reads from and where it gives to.

        Both are asked before anything is noted.

        Raises:
            Refused: one of the two is no remote, no folder and no address, or the first holds other branches alone.
            MachineFailed: one of the two cannot be reached; nothing was changed.
        """
        repository = self.environment.repository
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
        with self.open_context():
            upstream = branch_remotes.remote_named(repository, "upstream", upstream)
            fork = branch_remotes.remote_named(repository, "fork", fork) if fork is not None else None
            branch_remotes.join(repository, branch, (upstream, theirs), fork)
            if fork is not None:
                agree_to_fork(repository, upstream, (branch_remotes.push_key(branch), fork.url))
        gives = fork or upstream
        upstream_address, gives_address = without_secret(upstream.url), without_secret(gives.url)
        return Joined(upstream.name, upstream_address, theirs, gives.name, gives_address, is_empty=is_empty)

    def pack(self, wanted: Pack) -> Packed:
        """Write what others lack into a new file.

        Raises:
            ReviewError: it was not possible; nothing was written.
        """
        return packing.pack(self.environment.repository, self.open_context, wanted)

    def unpack(self, wanted: Unpack, watch: Watch = lambda _progress: None) -> tuple[Packed, Shared]:
        """Take over what a pack holds.

        Raises:
            MergeConflicts: a person has to settle something; nothing was changed.
            ReviewError: it was not possible; nothing was changed.
        """
        return packing.unpack(self.environment.repository, self.open_context, wanted, watch)
