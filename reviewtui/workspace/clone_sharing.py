"""Bringing clones together: with a remote, or by a file."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from reviewtui.domain.actions.commands import Join, Pack, Sync, Unpack
from reviewtui.domain.review.sync_state import Joined, Packed, Shared
from reviewtui.store.git.process.child_process import Watch
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.sharing import joining, packing, sync
from reviewtui.workspace.sharing.sync_context import SyncContext


@dataclass(frozen=True)
class CloneSharing:
    """Shares one clone; `open_context` holds the writing lock, and only while what came in is put together."""

    environment: Environment
    open_context: Callable[[], AbstractContextManager[SyncContext]]

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

        Raises:
            ReviewError: one of the two cannot be used; nothing was changed.
        """
        return joining.join(self.environment.repository, self.open_context, wanted, watch)

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
